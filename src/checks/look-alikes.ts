/** Letters of one script that look like letters of another: what a keyboard left in the wrong layout leaves behind. */

export type Script = 'Latin' | 'Cyrillic' | 'Greek';

const latinOfCyrillic: Record<string, string> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  о: 'o',
  р: 'p',
  ѕ: 's',
  х: 'x',
  у: 'y',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  І: 'I',
  Ј: 'J',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Ѕ: 'S',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  З: '3',
  ї: 'ï',
  ё: 'ë',
  Ї: 'Ï',
  Ё: 'Ë',
  т: 't',
  м: 'm',
  н: 'h',
  п: 'n',
  г: 'r',
};
const latinOfGreek: Record<string, string> = {
  α: 'a',
  γ: 'y',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  η: 'n',
  ω: 'w',
  ό: 'ó',
  ί: 'í',
  ά: 'á',
  έ: 'é',
  ύ: 'ú',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
};
const greekOfCyrillic: Record<string, string> = {
  а: 'α',
  е: 'ε',
  і: 'ι',
  к: 'κ',
  о: 'ο',
  р: 'ρ',
  у: 'υ',
  х: 'χ',
  в: 'β',
  п: 'π',
  ф: 'φ',
  т: 'τ',
  А: 'Α',
  В: 'Β',
  Е: 'Ε',
  Н: 'Η',
  І: 'Ι',
  К: 'Κ',
  М: 'Μ',
  О: 'Ο',
  Р: 'Ρ',
  Т: 'Τ',
  Х: 'Χ',
  У: 'Υ',
  Ф: 'Φ',
  П: 'Π',
  Г: 'Γ',
};

const turned = (table: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(table).map(([from, to]) => [to, from]));

const tables: Record<`${Script} ${Script}`, Record<string, string>> = {
  'Cyrillic Latin': latinOfCyrillic,
  'Greek Latin': latinOfGreek,
  'Latin Cyrillic': turned(latinOfCyrillic),
  'Latin Greek': { ...turned(latinOfGreek), u: 'υ', v: 'ν', o: 'ο', p: 'ρ', n: 'η', y: 'γ' },
  'Cyrillic Greek': greekOfCyrillic,
  'Greek Cyrillic': turned(greekOfCyrillic),
  'Latin Latin': {},
  'Cyrillic Cyrillic': {},
  'Greek Greek': {},
};

/** Those that a reader cannot tell apart; some of the others only resemble each other in one font. */
const twins = new Set(
  'асеіјорѕхуһԁԛԝАВСЕНІЈКМОРЅТХУЇЁїёοΑΒΕΖΗΙΚΜΝΟΡΤΥΧνυόκρακιabcehijkopsuvxyïëóABCEHIJKMNOPSTXYZÏË',
); // on either side

/** The same-looking letter in another script; null when there is none. */
export function lookAlike(letter: string, from: Script, to: Script): string | null {
  return tables[`${from} ${to}`][letter] ?? null;
}

/** Whether it passes for a letter of the other script at a glance. */
export function isTwin(letter: string): boolean {
  return twins.has(letter);
}

export function letterScript(letter: string): Script | null {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x250)
    return (code | 32) >= 97 && (code | 32) <= 122
      ? 'Latin'
      : code >= 0xc0 && code !== 0xd7 && code !== 0xf7
        ? 'Latin'
        : null;
  if (code >= 0x1e00 && code < 0x1f00) return 'Latin';
  if ((code >= 0x370 && code < 0x400) || (code >= 0x1f00 && code < 0x2000))
    return /\p{Script=Greek}/u.test(letter) ? 'Greek' : null;
  if (code >= 0x400 && code < 0x530) return 'Cyrillic';
  return null;
}
