/**
 * What tells an event from others: the names in copy, as they sound; its numbers; and its words, for copy of the same
 * language. Pure. Which of them say much and which little is known only beside other items: see cluster.ts.
 */
import { canonical, type Quantity } from '../../checks/bilingual/number-part.ts';
import { quantityReader, readAmounts } from '../../checks/bilingual/quantities.ts';
import { once } from '../../kit/once.ts';
import { remember } from '../../kit/remember.ts';
import { baseLanguage } from '../reading/language.ts';
import { anchorsIn, anchorsOf } from './anchors.ts';
import { eventNameKey } from './name-key.ts';

export interface MarkedCopy {
  headline: string;
  summary: string;
  text: string;
  language: string | null;
}

/**
 * `n:` a name, `#` a number, `k:` a kind of happening or thing, `c:` a country, `w:` a word of a language. A weight above 1
 * stands in the headline.
 */
export type EventMarks = Map<string, number>;

const CHARACTERS = 1_500; // of the beginning; who, what, where and when stand there
const MOST = 56; // marks of one item; the first ones
export const IN_HEADLINE = 1.6;
const STEM = 6; // letters by which words of a language are compared: endings change
const SHORTEST_WORD = 4;
const WORDS_FROM = 300; // characters of the beginning whose words count; further on they are everyone's
const NUMBERS_FROM = 600; // the same of numbers and anchors; to read them takes time

export function eventMarksOf(copy: MarkedCopy): EventMarks {
  const marks: EventMarks = new Map();
  const body = (copy.text || copy.summary).slice(0, CHARACTERS);
  const language = baseLanguage(copy.language) ?? 'und';
  const add = (mark: string, weight: number): void => {
    if (marks.size < MOST || marks.has(mark)) marks.set(mark, Math.max(weight, marks.get(mark) ?? 0));
  };
  for (const [part, weight] of [
    [copy.headline, IN_HEADLINE],
    [body, 1],
  ] as const) {
    const beginning = part.slice(0, NUMBERS_FROM);
    for (const anchor of anchorsIn(beginning, language)) add(anchor, weight);
    for (const number of numbersIn(beginning, language)) add(`#${number}`, weight);
    for (const key of nameKeysIn(part, { also: weight > 1 ? body : '', language })) add(`n:${key}`, weight);
    for (const stem of stemsIn(part.slice(0, WORDS_FROM))) add(`w:${language}:${stem}`, weight);
  }
  return marks;
}

const LETTER_RUN = /[\p{L}\p{M}]+(?:['’׳״-][\p{L}\p{M}]+)*/gu;
const CASED = /\p{Lu}|\p{Ll}/u;

interface Around {
  /** The text whose names a headline in capitals has. */
  also: string;
  language: string;
}

/** Keys of names. Where a script has capitals, of words with one that do not only begin a sentence; else of all words. */
function nameKeysIn(text: string, { also, language }: Around): Set<string> {
  const keys = new Set<string>();
  const isInCapitals = mostlyCapitals(text);
  // What begins a headline, or stands in one in capitals, is a name if the text has it as one.
  const inSentences = once(() => new Set(namesIn(also).flatMap((word) => keysOf(word, language))));
  const quoted = quotedNames(text);
  for (const { 0: word, index } of text.matchAll(LETTER_RUN)) {
    if (keys.size >= MOST) break;
    const isCased = CASED.test(word[0] ?? '');
    const isCapital = /^\p{Lu}/u.test(word);
    // ‘al-Hashimi’, ‘эль-Хашими’: the name is behind the hyphen.
    if (isCased && !isCapital && !/-\p{Lu}/u.test(word)) continue;
    const found = keysOf(word, language);
    const isDoubtful = isCased && isCapital && (isInCapitals || beginsSentence(text, index, word));
    if (isDoubtful && !quoted.has(index) && !found.some((key) => inSentences().has(key))) continue;
    for (const key of found) keys.add(key);
  }
  return keys;
}

/** The keys of a word, by its parts where a hyphen joins them; none for what means the same in every language. */
function keysOf(word: string, language: string): readonly string[] {
  return rememberedKeys(`${language} ${word}`);
}

const REMEMBERED = 20_000; // words; names come back in all that a day sends

const rememberedKeys = remember((asked): readonly string[] => {
  const [language = '', word = ''] = asked.split(' ');
  return word.split(/[-‑]/).flatMap((part) => {
    const isCased = CASED.test(part[0] ?? '');
    if ((isCased && !/^\p{Lu}/u.test(part)) || anchorsOf(part, language).length > 0) return [];
    const bare = isCased ? part.replace(/['’]s$/, '') : part.replace(ARTICLE, '');
    const written = W_IS_V.has(language) && /w/i.test(bare) ? [bare, bare.replace(/w/gi, 'v')] : [bare];
    return written.flatMap((each) => eventNameKey(each) ?? []);
  });
}, REMEMBERED);

const W_IS_V = new Set(['de', 'pl']); // in names from the east, not in those from the west: either may be meant
const ARTICLE = /^(?:[وفبك]?ال|لل)(?=\p{L}{3})/u; // Arabic writes it, and some words before it, in one with the name

/** Where words begin that stand in quotation marks of their own, as the names of ships, books and firms do. */
function quotedNames(text: string): Set<number> {
  const places = new Set<number>();
  for (const quoted of text.matchAll(QUOTED_NAME))
    for (const word of quoted[0].matchAll(LETTER_RUN)) places.add(quoted.index + word.index);
  return places;
}

const QUOTED_NAME = /[«“„"‘]\s?\p{Lu}[\p{L}\p{M}\p{N}-]*(?:[ \u00a0][\p{L}\p{N}-]+){0,2}\s?[»”“"’]/gu;

function namesIn(text: string): string[] {
  return [...text.matchAll(LETTER_RUN)]
    .filter(({ 0: word, index }) => /^\p{Lu}/u.test(word) && !beginsSentence(text, index, word))
    .map(({ 0: word }) => word);
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

/** Numbers by their value, however they are written: 1,200 and 1.200 and ١٢٠٠ are one, and so are 12 and twelve. */
export function numbersIn(text: string, language: string): Set<string> {
  const found = readAmounts(quantityReader(language), text);
  return new Set(found.filter(({ sure, value }) => sure && value > 1).map(numberOf));
}

/** Of what a number can be read as, a time of the day, or the roundest: 3.100 millones is 3,100,000,000. */
function numberOf({ readings, value }: Quantity): string {
  const time = [...readings].find((reading) => reading.startsWith('t'));
  if (time && Number.isInteger(value)) return time;
  const ink = (reading: string): number => reading.replace(/0+$|\D/g, '').length;
  const [first] = [...readings]
    .filter((reading) => !reading.startsWith('t'))
    .sort((one, other) => ink(one) - ink(other) || Number(other) - Number(one));
  return first ?? canonical(value);
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
