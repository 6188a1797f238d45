/**
 * Thousands, millions and more behind digits, in languages whose words for numbers nobody has listed: 3,4 milioane, 2,3 miljoonaa,
 * 186 milhões. Without them every such amount would be another one than its English.
 */
const THOUSAND =
  'mil|mii|de mii|tusen|tusind|duizend|tuhat|tuhatta|tuhannen|ezer|bin|tisíc(?:e|ov)?|tisoč|tisuć[aeu]|hiljad[aeu]|хиляди|хиљад[аеу]|אלף|אלפי|천';
const MILLION =
  'mi|milh(?:ão|ões)|de milioane|milione?|milioane|miljoen|miljon(?:er)?|million(?:er)?|mill?\\.|mio\\.?|miljoonaa?|miljoonan|millió|mft|milyon|mili[óo]n(?:ov|y|a)?|milijon(?:a|ov|e)?|milijun(?:a|i)?|милион(?:а|и)?|מיליון|מיליוני|백만';
const MILLIARD =
  'bilh(?:ão|ões)|bi|mil milh(?:ões)|miliarde?|de miliarde|miljard(?:er)?|milliard(?:er)?|mia\\.?|mld\\.?|miljardia?|miljardin|milliárd|mrd|milyar|miliard[ay]?|milijard[aei]?|милиард(?:а|и)?|милијард[аеи]?|מיליארד|מיליארדי|십억';
const MYRIAD = '만';
const MYRIAD_MYRIAD = '억';

const scales: readonly [RegExp, number][] = [
  [MILLIARD, 1e9],
  [MILLION, 1e6],
  [THOUSAND, 1e3],
  [MYRIAD_MYRIAD, 1e8],
  [MYRIAD, 1e4],
].map(([words, factor]) => [
  // A Korean scale is glued to its digits, and what is counted to the scale.
  new RegExp(`^[\\s\\u00a0\\u202f]?(?:${words})(?:(?<=[만억])|(?![\\p{L}\\p{M}]))`, 'iu'),
  Number(factor),
]);
const LONGEST = 20; // units of a scale and the space before it

/** The scale behind the digits that end there; null where none stands. */
export function scaleWordAfter(text: string, at: number): { factor: number; end: number } | null {
  const after = text.slice(at, at + LONGEST);
  for (const [pattern, factor] of scales) {
    const found = pattern.exec(after)?.[0];
    if (found) return { factor, end: at + found.length };
  }
  return null;
}
