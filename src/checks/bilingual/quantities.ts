/**
 * The quantities in a sentence: digits in any script and grouping, words in thirteen languages, Chinese and Japanese
 * numerals, with their scale (million, lakh, 万) and unit. A quantity has every value that it can be read as, so that
 * '1.5 million', '1 500 000' and '150万' are one, and '18:30' is half past six.
 */

import { remember } from '../../kit/remember.ts';
import { byLanguage } from '../../language/languages.ts';
import type { NumberWords } from '../../language/pair-words.ts';
import { type CalendarNames, calendarNames, calendarNamesIn } from './calendar-names.ts';
import { readCjk } from './cjk-numbers.ts';
import { type DigitStyle, readDigits, styleOf } from './digits.ts';
import { readGlued } from './glued-numbers.ts';
import { joinParts, SCALE, shareScales } from './join-numbers.ts';
import { canonical, type NumberPart, type Quantity } from './number-part.ts';
import { numberWords } from './number-words.ts';
import { readRoman } from './roman-numbers.ts';
import { scaled, withHalves } from './scales-behind.ts';
import { perLanguage, unspaced } from './translation.ts';

interface WordIndex {
  exact: Map<string, { value: number; sure: boolean }>;
  stems: Map<string, { value: number; sure: boolean }>;
  longestStem: number;
  joins: string | null;
}

export interface QuantityReader {
  language: string;
  style: DigitStyle;
  words: WordIndex | null;
  calendar: CalendarNames;
  /** Whether words stand apart, so that a letter before a number belongs to it. */
  spaced: boolean;
  /** Whether a word is no number whatever stands around it, as most are: found out once for each. */
  isNone: (word: string) => boolean;
}

const REMEMBERED = 5_000; // words of a language

/** The reader for one language. */
export const quantityReader = perLanguage((language): QuantityReader => {
  const words = numberWords[language];
  const reader = {
    language,
    style: styleOf(language),
    words: words ? indexOf(words) : null,
    calendar: calendarNames(language),
    spaced: !unspaced.has(language),
  };
  return { ...reader, isNone: remember((word) => isNone(reader, word), REMEMBERED) };
});

function indexOf(words: NumberWords): WordIndex {
  const index: WordIndex = { exact: new Map(), stems: new Map(), longestStem: 0, joins: words.joins ?? null };
  const put = (list: string, sure: boolean) => {
    let value = 0;
    for (const entry of list.split(' ')) {
      const [, number, word = ''] = /^(?:([\d.]+):)?(.+)$/.exec(entry) ?? [];
      if (number !== undefined) value = Number(number);
      const stem = word.endsWith('*') ? word.slice(0, -1) : null;
      const into = stem === null ? index.exact : index.stems;
      const key = stem ?? word;
      if (!into.has(key)) into.set(key, { value, sure });
      if (stem !== null) index.longestStem = Math.max(index.longestStem, stem.length);
    }
  };
  put(words.sure, true);
  put(words.perhaps, false);
  return index;
}

const TOKEN = /\p{Nd}+|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Everything in the sentence that is or may be a quantity, in order, and the months that excuse one. */
export function readQuantities(reader: QuantityReader, given: string): Quantity[] {
  const text = withoutStrokes(reader, given);
  return [...amountsIn(reader, text), ...monthsIn(reader, text)];
}

/** The same without months, for whoever asks what is surely a number: they never are. */
export function readAmounts(reader: QuantityReader, given: string): Quantity[] {
  return amountsIn(reader, withoutStrokes(reader, given));
}

function amountsIn(reader: QuantityReader, text: string): Quantity[] {
  const quantities = joinParts(reader, text, partsIn(reader, text));
  shareScales(text, quantities);
  return quantities;
}

function withoutStrokes({ language }: QuantityReader, given: string): string {
  return language === 'ar' ? given.replace(STRAY_STROKE, (stroke) => ' '.repeat(stroke.length)) : given;
}

/** The stroke that lengthens a word, where it stands for a dash: ـ11 بالمئة. */
const STRAY_STROKE = /(?<!\p{L})ـ+|ـ+(?![\p{L}\p{M}])/gu;

/** A month by name is a number in a numeric date, and so excuses one. */
function monthsIn(reader: QuantityReader, text: string): Quantity[] {
  return calendarNamesIn(text, reader.calendar.months).map(({ start, end, value }) => {
    return {
      start,
      end,
      value,
      readings: new Set([canonical(value)]),
      parts: [],
      sure: false,
      digits: false,
      named: false,
    };
  });
}

function partsIn(reader: QuantityReader, text: string): NumberPart[] {
  const parts: NumberPart[] = [];
  let done = 0;
  for (const token of text.matchAll(TOKEN)) {
    if (token.index < done) continue;
    const found = /^\p{Nd}/u.test(token[0])
      ? readDigits(reader.style, text, token.index).map((part) =>
          scaled(text, ordinal(text, part), reader.words !== null),
        )
      : readWord(reader, text, token.index, token[0]);
    for (const part of found) {
      parts.push(part);
      done = Math.max(done, part.end);
    }
  }
  return withHalves(
    text,
    parts.sort((one, other) => one.start - other.start),
  );
}

/** François-Joseph 1er is Franz Joseph I, and le 1er mai the first: it is no amount. */
function ordinal(text: string, part: NumberPart): NumberPart {
  return part.value === 1 && /^(?:er|ère|re|º|ª|°)(?!\p{L})/u.test(text.slice(part.end, part.end + 4))
    ? { ...part, sure: false }
    : part;
}

/** A reader as it is put together. */
type NumberReader = Omit<QuantityReader, 'isNone'>;

function isNone(reader: NumberReader, word: string): boolean {
  if (HAN.test(word) || romanIn(word, 0)) return false;
  return !reader.words || isWeekday(reader, word) || look(reader, word.toLowerCase()) === null;
}

const HAN = /\p{Script=Han}/u;

function readWord(reader: QuantityReader, text: string, start: number, token: string): NumberPart[] {
  if (reader.isNone(token)) return [];
  if (HAN.test(token)) return readCjk(text, start, start + token.length);
  const roman = romanIn(token, start);
  if (roman) return [roman];
  if (!reader.words || isWeekday(reader, token)) return [];
  const end = start + token.length;
  const known = look(reader, token.toLowerCase());
  const [before, after] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 24)];
  if (!known || (known.value === 100 && isPercent(token, before))) return [];
  const sure =
    known.sure &&
    !isNamePart(text, start, token) &&
    !HALF.test(before) &&
    !(known.value >= SCALE && UNTOLD.test(before)) &&
    !isWinds(reader, token, before, after);
  const isJoined = reader.language === 'ar' && GOES_ON.test(after);
  // ‘168 ألف’: behind digits a scale is no word of another meaning.
  const isScale = known.value >= SCALE && /\d\s$/u.test(before);
  const alone =
    !known.sure &&
    !isScale &&
    known.value !== 1 &&
    !isJoined &&
    !isPluralScale(reader, text.slice(0, start), token);
  return [
    {
      start,
      end,
      value: known.value,
      readings: [canonical(known.value)],
      parts: [],
      sure,
      digits: false,
      alone,
    },
  ];
}

/** A numeral behind a small word that grew together with it too: dell’VIII secolo. */
function romanIn(token: string, start: number): NumberPart | null {
  const lead = /^\p{L}+['’](?=[IVX]{2}|[VX]$)/u.exec(token)?.[0].length ?? 0;
  const bare = token.slice(lead);
  return bare === 'I' || bare === 'C' ? null : readRoman(bare, start + lead);
}

/** Por ciento, per cento, pour cent, τοις εκατό, بالمئة: the hundred of a percentage. */
function isPercent(token: string, before: string): boolean {
  return (
    /(?:^|\s)(?:por|per|pour|τοις)\s$/iu.test(before) ||
    /^بالم[ئا]+?ة$/u.test(token) ||
    (/^الم[ئا]+?ة$/u.test(token) && /(?:^|\s)في\s$/u.test(before))
  );
}

/** Thousands of millions, miles de millones: many, and no amount. */
const UNTOLD =
  /(?:miles|cientos|decenas|docenas|milliers|centaines|dizaines|migliaia|centinaia|decine|thousands|hundreds|tens|dozens|tausende[rn]?|hunderte[rn]?|тысячи|сотни|тисячі|сотні|χιλιάδες|εκατοντάδες)\s(?:de|di|of|von)?\s?$/iu;

/** An ordinal that goes on: الثاني عشر, الثاني والعشرون. */
const GOES_ON = /^\s(?:عشرة?|و(?:ال)?(?:عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع)(?:ون|ين))(?!\p{L})/u;

/** I venti dell’inverno are winds. */
function isWinds({ language }: QuantityReader, token: string, before: string, after: string): boolean {
  return (
    language === 'it' &&
    token.toLowerCase() === 'venti' &&
    /(?:^|[\s"«“])(?:i|dei|ai|sui|forti|gelidi)\s$/iu.test(before) &&
    /^(?:\s(?:d[eai]|che|e|soffi|forti|gelidi)|[.,;:!?"»”])/u.test(after)
  );
}

/** Weekdays are counted in Slavic languages: Polish ‘piątek’ is the fifth and no five. */
function isWeekday({ language, calendar }: NumberReader, token: string): boolean {
  const word = token.toLowerCase();
  return calendar.weekdays.has(word) || (SLAVIC_DAYS[language]?.test(word) ?? false);
}

const SLAVIC_DAYS = byLanguage('dayForms');

/** “350 millions” is no good English, and still 350 million: the plural after digits multiplies as its singular does. */
function isPluralScale(reader: QuantityReader, before: string, token: string): boolean {
  if (!/\d[\s\u00a0]$/u.test(before) || !/s$/iu.test(token)) return false;
  const one = look(reader, token.toLowerCase().slice(0, -1));
  return one?.sure === true && one.value >= SCALE;
}

/** In 'half a million' the half is not read, so the million is not held to. */
const HALF = /(?:half|medio|media|demie?|mezz[oa]|halb\w*|половин\S*|половин\S*|μισ\S*|pół|půl\S*|ونصف) $/iu;

/** 'Three' inside 'Three Gorges' and 'Seven' in 'Seven Network' are names as a rule, and not always translated. */
function isNamePart(text: string, start: number, token: string): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(token) || start === 0) return false;
  return /[\p{L}\p{N},]\s$/u.test(text.slice(Math.max(0, start - 2), start));
}

function look(reader: NumberReader, word: string): { value: number; sure: boolean } | null {
  const { words } = reader;
  if (!words) return null;
  for (const form of formsOf(reader.language, word)) {
    const exact = words.exact.get(form);
    if (exact) return exact;
  }
  const glued = readGlued(reader.language, word);
  if (glued !== null) return glued;
  for (let length = Math.min(word.length, words.longestStem); length >= 2; length -= 1) {
    const stem = words.stems.get(word.slice(0, length));
    if (stem) return stem;
  }
  return null;
}

/** Arabic glues 'and', 'in', 'for' and the article to a word. */
function formsOf(language: string, word: string): string[] {
  if (language !== 'ar') return [word.replace(/['’]s$/, '')];
  const bare = word.replace(/[\u064b-\u0652\u0640]/g, '');
  const forms = [
    bare,
    bare.replace(/^[وفبلك]/, ''),
    bare.replace(/^[وفبلك]?ال/, ''),
    bare.replace(/^لل/, ''),
  ];
  return forms.filter((form) => form.length > 1);
}
