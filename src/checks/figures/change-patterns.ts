/** How a sentence puts a change beside its two figures, in each language: made once of its words. */
import { once } from '../../kit/once.ts';
import type { FigureWords } from '../../language/figure-words.ts';
import { byLanguage } from '../../language/languages.ts';
import { unspaced } from '../bilingual/translation.ts';
import { dateNames } from '../month-names.ts';
import { SHARE } from './sentence-figures.ts';

export const figureWords = byLanguage('figures');

export interface ChangePatterns {
  /** What may begin a sum: a share, or a change in one word. */
  cue: RegExp;
  /** A share behind its figure; Turkish has it before. */
  shareBehind: RegExp;
  shareBefore: RegExp | null;
  /** What stands right before a share by which something changes; what right behind it, where its figures stood before, is `ends`. */
  by: RegExp;
  /** A share of change by what stands behind it: a 25 per cent rise. */
  moves: RegExp;
  ends: RegExp;
  /** Changes in one word, and what each multiplies with or how much it takes or adds. */
  words: readonly { pattern: RegExp; times: number | null; share: number | null }[];
  up: RegExp;
  down: RegExp;
  /** From a change to the figure that was, to the one that became, and from there to the one that was. */
  toOld: RegExp;
  toNew: RegExp;
  newToOld: RegExp | null;
  /** From the figure that was to the one that became, before it, and behind the second. */
  oldToNew: RegExp;
  beforeOld: RegExp;
  /** What parts two figures. */
  and: RegExp | null;
  behindNew: RegExp;
  /** From the second figure to a change behind it. */
  toChange: RegExp;
  /** From a figure to how it changed, where the one that it was stands behind the change: 9,735, up 44 per cent from 6,776. */
  newToChange: RegExp;
  changeToOld: RegExp;
  nearly: RegExp;
  otherwise: RegExp | null;
}

const MONEY = '(?:(?:US|A|C|NZ|HK|R)?[$€£¥₽₺₴]\\s?|(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|Rs\\.?)\\s)?';
const A_YEAR = '(?:19|20)\\d\\d';
const UNIT = `(?:[^\\p{Nd}.;:!?()«»“”"]|(?<!\\p{Nd})${A_YEAR}(?!\\p{Nd})|\\((?:\\p{L}{1,3}\\s)?${A_YEAR}\\)){0,40}?`;

const made = new Map(
  Object.entries(figureWords).map(([language, words]) => [
    language,
    once(() => patternsOf(words, !unspaced.has(language), monthsOf(language))),
  ]),
);

export function changePatterns(language: string): ChangePatterns | null {
  return made.get(language)?.() ?? null;
}

const monthsOf = (language: string) => [...(dateNames(language)?.months.keys() ?? ['(?!)'])].join('|');

function patternsOf(words: FigureWords, isSpaced: boolean, months: string): ChangePatterns {
  const [head, tail] = isSpaced ? ['(?<![\\p{L}\\p{M}])', '(?![\\p{L}\\p{M}])'] : ['', ''];
  const word = (list: string) => `${head}(?:${list})${tail}`;
  const gap = isSpaced ? "(?:\\s|(?<=[’']))" : '';
  const moves = `${words.up}|${words.down}`;
  const by = words.by.replaceAll('MOVES', `(?:${moves})`);
  const when = `(?:\\p{L}{1,3}\\s){0,2}(?:${months})(?:\\s(?:de\\s)?${A_YEAR})?|\\p{L}{1,3}\\s${A_YEAR}`;
  const small = `(?:${word(`${words.joins}|${moves}|${when}`)}[,\\s]{${isSpaced ? 1 : 0},2})`;
  const make = (source: string) => new RegExp(source, 'iu');
  const sign = '\\s*[,،，:–—-]?\\s?\\(?';
  const { endings, against } = words;
  const beforeOld = endings ? `(?:^|\\s)${MONEY}$` : `${word(words.from)}${gap}${MONEY}$`;
  return {
    cue: new RegExp(`${SHARE}|(?<=yüzde )\\p{Nd}|%(?=\\p{Nd})|${word(everyWord(words))}`, 'giu'),
    shareBehind: make(`^[\\s\\u00a0\\u202f-]?${SHARE}`),
    shareBefore: endings ? /(?:yüzde |%)$/iu : null,
    by: make(isSpaced ? `${word(`${by}|${moves}`)}\\s$` : `(?:${by}|${moves})\\s?$`),
    moves: make(`^[\\s-]?(?!(?:up|down)(?!\\p{L}))${word(moves)}`),
    ends: make(`^(?:\\s?[.,;:!?)）。，；–—]|\\s[–—]|\\s?${word(moves)}|\\s*$)`),
    words: changesOf(words, word),
    up: make(word(words.up)),
    down: make(word(words.down)),
    toOld: make(`^${sign}${small}{${endings ? 1 : 0},3}${endings ? `${MONEY}$` : beforeOld}`),
    toNew: make(endings ? '^(?!)' : `^\\s*[,—–]?\\s?${small}{0,2}${word(words.to)}${gap}${MONEY}$`),
    newToOld: against ? make(`^(?:${UNIT}),?\\s(?:${against})\\s${MONEY}$`) : null,
    oldToNew: make(
      endings
        ? `^(?:${endings[0]})\\s(?:\\p{L}+\\s){0,2}${MONEY}$`
        : `^${UNIT}${isSpaced ? '[\\s,]' : ''}(?:${words.to})${gap}${MONEY}$`,
    ),
    beforeOld: make(beforeOld),
    and: words.between ? make(word(words.between[1])) : null,
    behindNew: make(endings ? `^${endings[1]}` : '^'),
    toChange: make(
      `^(?:[’']\\p{L}+)?(?:[\\s-]?[\\p{L}°€$£%][\\p{L}\\p{M}]*){0,3}?(?:(?<sign>\\s?[,،，;(（–—])\\s?)?\\s?\\(?${small}{0,4}(?<by>${word(by)}\\s?)?$`,
    ),
    newToChange: make(`^${UNIT}[,،，–—(]\\s?${word(`(?:${words.joins}|${moves})(?:\\s(?:${by}))?`)}\\s$`),
    changeToOld: make(against ? `^\\s${word(against)}\\s${MONEY}$` : '^(?!)'),
    nearly: make(word(words.nearly)),
    otherwise: words.otherwise ? make(word(words.otherwise)) : null,
  };
}

const everyWord = ({ times, parts = {} }: FigureWords) =>
  [...Object.values(times), ...Object.values(parts)].join('|');

function changesOf(
  { times, parts = {} }: FigureWords,
  word: (list: string) => string,
): ChangePatterns['words'] {
  const pattern = (list: string) => new RegExp(word(list), 'giu');
  return [
    ...Object.entries(times).map(([factor, list]) => ({
      pattern: pattern(list),
      times: Number(factor),
      share: null,
    })),
    ...Object.entries(parts).map(([share, list]) => ({
      pattern: pattern(list),
      times: null,
      share: Number(share),
    })),
  ];
}
