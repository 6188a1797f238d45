/**
 * What tells an event from others: the names in copy, as they sound; its numbers; and its words, for copy of the same
 * language. Pure. Which of them say much and which little is known only beside other items: see cluster.ts.
 */
import { baseLanguage } from './language.ts';
import { nameKey } from './name-key.ts';

export interface MarkedCopy {
  headline: string;
  summary: string;
  text: string;
  language: string | null;
}

/** `n:` a name, `#` a number, `w:` a word of a language. A weight above 1 stands in the headline. */
export type Marks = Map<string, number>;

const CHARACTERS = 1_500; // of the beginning; who, what, where and when stand there
const MOST = 40; // marks of one item; the first ones
const IN_HEADLINE = 1.6;
const STEM = 6; // letters by which words of a language are compared: endings change
const SHORTEST_WORD = 4;
const WORDS_FROM = 300; // characters of the beginning whose words count; further on they are everyone's

export function marksOf(copy: MarkedCopy): Marks {
  const marks: Marks = new Map();
  const body = (copy.text || copy.summary).slice(0, CHARACTERS);
  const language = baseLanguage(copy.language) ?? 'und';
  const add = (mark: string, weight: number): void => {
    if (marks.size < MOST || marks.has(mark)) marks.set(mark, Math.max(weight, marks.get(mark) ?? 0));
  };
  for (const [part, weight] of [
    [copy.headline, IN_HEADLINE],
    [body, 1],
  ] as const) {
    for (const number of numbersIn(part)) add(`#${number}`, weight);
    for (const key of nameKeysIn(part, weight > 1 ? body : '')) add(`n:${key}`, weight);
    for (const stem of stemsIn(part.slice(0, WORDS_FROM))) add(`w:${language}:${stem}`, weight);
  }
  return marks;
}

const LETTER_RUN = /[\p{L}\p{M}]+(?:['’׳״-][\p{L}\p{M}]+)*/gu;
const CASED = /\p{Lu}|\p{Ll}/u;

/** Keys of names. Where a script has capitals, of words with one that do not only begin a sentence; else of all words. */
function nameKeysIn(text: string, also: string): Set<string> {
  const keys = new Set<string>();
  const isHeadlineCase = mostlyCapitals(text);
  const inSentences = isHeadlineCase ? new Set(namesIn(also)) : null;
  for (const { 0: word, index } of text.matchAll(LETTER_RUN)) {
    const isCased = CASED.test(word[0] ?? '');
    if (isCased && !/^\p{Lu}/u.test(word)) continue;
    // A headline in capitals names what its text names.
    if (
      isCased && inSentences
        ? !inSentences.has(word.toLowerCase())
        : isCased && beginsSentence(text, index, word)
    )
      continue;
    const key = nameKey(word.replace(/['’]s$/, ''));
    if (key !== null && key.length >= 3) keys.add(key);
  }
  return keys;
}

function namesIn(text: string): string[] {
  return [...text.matchAll(LETTER_RUN)]
    .filter(({ 0: word, index }) => /^\p{Lu}/u.test(word) && !beginsSentence(text, index, word))
    .map(({ 0: word }) => word.toLowerCase());
}

/** A capital at a beginning says nothing, unless the word stands so in the middle too. */
function beginsSentence(text: string, at: number, word: string): boolean {
  if (!/(^|[.!?…:;]["'”’»)]*\s+|\n\s*|[«“"„‘]\s*)$/u.test(text.slice(Math.max(0, at - 6), at))) return false;
  const again = text.indexOf(word, at + word.length);
  return again === -1 || /(^|[.!?…]\s+|\n\s*)$/u.test(text.slice(Math.max(0, again - 4), again));
}

function mostlyCapitals(text: string): boolean {
  const words = text.match(LETTER_RUN) ?? [];
  const long = words.filter((word) => word.length > 3 && CASED.test(word[0] ?? ''));
  return long.length >= 3 && long.filter((word) => /^\p{Lu}/u.test(word)).length > long.length * 0.7;
}

function stemsIn(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.filter((word) => word.length >= SHORTEST_WORD).map((word) => word.slice(0, STEM));
}

const NUMBER = /\p{Nd}+(?:[.,'’٫٬\u00a0\u202f ]\p{Nd}+)*/gu;

/** Numbers of two digits and more, however they are written: 1,200 and 1.200 and ١٢٠٠ are one. */
export function numbersIn(text: string): Set<string> {
  const numbers = new Set<string>();
  for (const [found] of text.matchAll(NUMBER)) {
    const number = plainNumber(found);
    if (number.length >= 2) numbers.add(number);
  }
  return numbers;
}

/** Grouped thousands joined, the decimal mark a point, digits of any script as 0 to 9. */
export function plainNumber(written: string): string {
  const digits = written.replace(/\p{Nd}/gu, (digit) => String(digitOf(digit))).replace(/٫/g, '.');
  const joined = /^\d{1,3}(?:[.,'’٬\u00a0\u202f ]\d{3})+$/.test(digits) ? digits.replace(/\D/g, '') : digits;
  const grouped = /^(\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+)[.,](\d{1,2})$/.exec(joined);
  if (grouped) return `${grouped[1]?.replace(/\D/g, '')}.${grouped[2]}`;
  return joined.replace(/^(\d+)[.,](\d+)$/, '$1.$2').replace(/[^\d.].*$/u, '');
}

/** Every script has its ten digits in a row. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}
