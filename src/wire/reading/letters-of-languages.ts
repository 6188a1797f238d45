/** What the letters alone say of a language: some have letters that no other has, and each has its script. */

interface OwnLetters {
  language: string;
  /** Letters that no neighbour in the script writes. */
  own: RegExp;
  /** Letters that it does not write: where they stand, it is another. */
  not?: RegExp;
}

const ENOUGH = 3; // letters of its own; a name in a text of another language has one or two
const SHARE = 0.008; // of all letters; less is a foreign name

/** In an order in which the first that fits is meant. */
const LETTERS: OwnLetters[] = [
  { language: 'kk', own: /[ұқғәһі]/gu, not: /[ҳӯҷҡҙҫҗї]/u },
  { language: 'ba', own: /[ҙҡҫ]/gu },
  { language: 'tg', own: /[ӣӯҷ]/gu },
  { language: 'tt', own: /[җ]/gu, not: /[ұқғ]/u },
  { language: 'ky', own: /[ңөү]/gu, not: /[әғқұһҗўіҳ]/u },
  { language: 'mk', own: /[ѓќѕ]/gu, not: /[ђћ]/u },
  { language: 'ps', own: /[ټډړږښڼۍځڅېګ]/gu, not: /[ۇۈۋ]/u },
  { language: 'ckb', own: /[ڕڵێۆ]/gu },
  { language: 'sd', own: /[ڄڃٻڀٺڦڳڱڻ]/gu },
  { language: 'ug', own: /[ۇۈۋ]/gu },
  { language: 'eo', own: /[ĉĝĥĵŝŭ]/gu },
  { language: 'mt', own: /[ħġċ]/gu },
];

/** A letter that one language has of its own: most texts have none. */
const ANY_OWN = new RegExp(LETTERS.map(({ own }) => own.source).join('|'), 'u');

export function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** The language that these words can only be in, by its letters; null where they tell nothing. */
export function languageOfLetters(words: string): string | null {
  const text = words.toLowerCase();
  if (!ANY_OWN.test(text)) return null;
  const letters = lettersIn(text);
  for (const { language, own, not } of LETTERS) {
    const count = text.match(own)?.length ?? 0;
    if (count >= ENOUGH && count >= letters * SHARE && !not?.test(text) && isDistinct(language, text))
      return language;
  }
  return null;
}

/** Letters of Turkic, Iranian and Mongolian languages, which no Slavic one writes. */
const NOT_SLAVIC = /[әғқҝңҥөүұҳһҷҹӣӯҡҙҫӧӱӑӗ]/gu;

/** Whether words hold letters that the language does not write: whoever found it there has not learnt the true one. */
export function isForeignTo(words: string, language: string): boolean {
  const count = words.toLowerCase().match(NOT_SLAVIC)?.length ?? 0;
  return count >= ENOUGH && /^(?:ru|uk|be|bg|sr|mk)$/.test(language);
}

/** `і` is also Ukrainian and Belarusian, `ө` and `ү` Mongolian: Kazakh and Kyrgyz need a letter more. */
function isDistinct(language: string, text: string): boolean {
  const needed: Record<string, RegExp> = { kk: /[ұқғ]/u, ky: /ң/u };
  return needed[language]?.test(text) ?? true;
}

/** Languages that are written in several scripts: there the script contradicts nothing. */
const IN_SEVERAL = new Set(
  'az bs cnr crh hbs kk ku ky mn ms pa sd sh shi sr tg tk tt ug uz zgh yi ha sw so wo ks'.split(' '),
);

const SCRIPTS: [string, RegExp][] = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Beng', /\p{Script=Bengali}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Geor', /\p{Script=Georgian}/gu],
  ['Armn', /\p{Script=Armenian}/gu],
  ['Ethi', /\p{Script=Ethiopic}/gu],
  ['Hans', /\p{Script=Han}/gu],
  ['Hang', /\p{Script=Hangul}/gu],
];

const MOSTLY = 0.8; // of the letters: the rest are names

/** Whether words are written in a script in which that language is not. */
export function isOtherScript(words: string, language: string | null): boolean {
  if (language === null || IN_SEVERAL.has(language)) return false;
  const letters = lettersIn(words);
  const [script] =
    SCRIPTS.find(([, pattern]) => (words.match(pattern)?.length ?? 0) >= letters * MOSTLY) ?? [];
  const usual = new Intl.Locale(language).maximize().script;
  if (script === undefined || usual === undefined || script === usual) return false;
  return (
    !(script === 'Hans' && /^(?:Hant|Jpan|Kore)$/.test(usual)) && !(script === 'Hang' && usual === 'Kore')
  );
}
