/** Checks on dates, resolved against the day of publication where it is known. */

import { byLanguage } from '../language/languages.ts';
import type { Check, Finding } from './check.ts';
import { misfitsInBrackets } from './day-in-brackets.ts';
import { findFigures, isDay, type WrittenDate, weekdayOf } from './find-dates.ts';
import { reason } from './finding-reason.ts';
import { dateLanguages, dateNames } from './month-names.ts';
import type { Reading, TextReading } from './reading.ts';
import { spanAt } from './words.ts';

const DAY = 86_400_000;
const FAR = 31; // days between publication and a date from which its year is asked for
const NEAR = 300; // units on either side of a date that tell of it
const LAST_WINTER = 120; // days back in which everyone understands the year before
const BEFORE = 600; // units before a date in which a year, once said, still holds

export const weekdayMisfit: Check = {
  name: 'weekday-misfit',
  says: 'A weekday does not fit its date, or there is no such date.',
  languages: dateLanguages,
  isOn: true,
  find: (reading) =>
    reading.parts.flatMap((part) => [
      ...part.dates.flatMap((date) => misfit(reading, part, date)),
      ...findFigures(part.text, reading.language).flatMap((figures) =>
        misfitInFigures(reading, part, figures),
      ),
      ...inBrackets(reading, part),
    ]),
};

export const dateWithoutYear: Check = {
  name: 'date-without-year',
  says: 'A date has no year, and the one that would be understood is wrong or open.',
  languages: Object.keys(byLanguage('past')),
  isOn: true,
  find: (reading) => yearless(reading),
};

export const dateTwoWays: Check = {
  name: 'date-two-ways',
  says: 'A date in numbers reads as two different days.',
  languages: ['en'],
  isOn: true,
  find: (reading) => reading.parts.flatMap((part) => twoWays(part)),
};

function misfit(reading: Reading, part: TextReading, date: WrittenDate): Finding[] {
  const told = { check: 'weekday-misfit', severity: 'major' } as const;
  if (!isDay(date)) {
    if (date.day > 31 || part.isQuoted(date.start)) return [];
    return [part.finding(date, { ...told, because: reason('noSuchDay', { date: part.slice(date) }) })];
  }
  if (date.weekday === null) return [];
  const years = yearsOf(reading, part, date);
  if (years.length === 0 || years.some((year) => weekdayOf(year, date.month, date.day) === date.weekday))
    return [];
  const [year = 0] = years;
  const right = nameOfWeekday(reading.language, weekdayOf(year, date.month, date.day), date);
  const because = reason('otherWeekday', { date: part.slice(date), year, weekday: right });
  const suggestion =
    years.length === 1 || date.year !== null ? part.slice(date).replace(date.dayName, right) : undefined;
  return [part.finding(date, { ...told, because, suggestion })];
}

/** In figures: told only where the weekday fits in neither order of day and month. */
function misfitInFigures(
  reading: Reading,
  part: TextReading,
  { written, other }: ReturnType<typeof findFigures>[number],
): Finding[] {
  const { publishedAt } = reading.copy;
  if (publishedAt == null) return [];
  const nearest = (date: WrittenDate): WrittenDate => ({
    ...date,
    year: date.year ?? nearestYears(date, publishedAt)[0],
  });
  const found = misfit(reading, part, nearest(written));
  return other && misfit(reading, part, nearest(other)).length === 0 ? [] : found.map(withoutSuggestion);
}

function inBrackets({ copy: { publishedAt }, language }: Reading, part: TextReading): Finding[] {
  if (publishedAt == null) return [];
  return misfitsInBrackets(part.text, language, publishedAt).map(({ start, end, year, weekday }) => {
    const date = part.slice({ start, end });
    const right = intlWeekday(language, weekday);
    const because = reason('otherWeekday', { date, year, weekday: right });
    return part.finding({ start, end }, { check: 'weekday-misfit', severity: 'major', because });
  });
}

/** A weekday without a year means this one, the last or the next: the one in which its day is nearest stands first. */
function nearestYears({ day, month }: WrittenDate, publishedAt: number): [number, ...number[]] {
  const now = new Date(publishedAt).getUTCFullYear();
  const far = (year: number) => Math.abs(Date.UTC(year, month, day) - publishedAt);
  const years: [number, ...number[]] = [now - 1, now, now + 1];
  years.sort((one, other) => far(one) - far(other));
  return years;
}

/** Which of the two is wrong, weekday or figures, nobody can say for the editor. */
function withoutSuggestion({ suggestion: _suggestion, ...finding }: Finding): Finding {
  return finding;
}

function yearsOf(reading: Reading, part: TextReading, date: WrittenDate): number[] {
  if (date.year !== null) return date.year < 1600 ? [] : [date.year];
  const { publishedAt } = reading.copy;
  if (publishedAt == null) return [];
  const years = nearestYears(date, publishedAt);
  const said = yearsSaid(part, date, Date.UTC(years[0], date.month, date.day) - publishedAt);
  return said ? [...new Set([years[0], ...said])] : years;
}

/** Of a day of these weeks, the years that its copy speaks of near it: it is of this year or of one of them. Null where it may be of others. */
function yearsSaid(
  { text, language }: TextReading,
  { start, end }: WrittenDate,
  away: number,
): number[] | null {
  const words = otherYears[language];
  if (Math.abs(away) > FAR * DAY || words === undefined) return null;
  const around = text.slice(Math.max(0, start - BEFORE), end + NEAR);
  if (words.test(around)) return null;
  return [...around.matchAll(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/gu)].map(([year]) => Number(year));
}

const otherYears = byLanguage('otherYear');

/** In the form in which the wrong one is written, where the language's list gives as many forms of both. */
function nameOfWeekday(language: string, weekday: number, wrong: WrittenDate): string {
  const forms = weekdayForms[language] ?? [];
  const own = forms[wrong.weekday ?? 0]?.split(' ') ?? [];
  const others = forms[weekday]?.split(' ') ?? [];
  const same = others.length === own.length ? others[own.indexOf(wrong.dayName.toLowerCase())] : undefined;
  if (same) return /^\p{Lu}/u.test(wrong.dayName) ? capitalised(same, language) : same;
  return intlWeekday(language, weekday);
}

function intlWeekday(language: string, weekday: number): string {
  const monday = Date.UTC(2024, 0, 1);
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    monday + weekday * DAY,
  );
}

const capitalised = (word: string, language: string) =>
  word.slice(0, 1).toLocaleUpperCase(language) + word.slice(1);

const weekdayForms = byLanguage('weekdays');

/** Days that are known by their date: nobody gives their year. */
const known = new Set([
  '8 11',
  '3 6',
  '10 11',
  '1 4',
  '4 0',
  '25 11',
  '24 11',
  '31 11',
  '1 0',
  '1 4',
  '14 1',
  '31 9',
  '25 2',
  '28 9',
  '9 4',
  '8 2',
  '6 0',
  '11 10',
  '11 8',
  '4 6',
  '5 10',
]);

function yearless(reading: Reading): Finding[] {
  const { publishedAt } = reading.copy;
  const { body, language } = reading;
  if (publishedAt == null || !dateNames(language)) return [];
  const { dates } = body;
  const other = dates.find(
    ({ year }) => year !== null && Math.abs(year - new Date(publishedAt).getUTCFullYear()) > 0,
  );
  return dates
    .filter(
      (date) =>
        date.year === null && date.weekday === null && isDay(date) && !known.has(`${date.day} ${date.month}`),
    )
    .flatMap((date) => yearAsked(body, date, { publishedAt, language, other }));
}

interface Around {
  publishedAt: number;
  language: string;
  /** A date of another year that the copy names. */
  other: WrittenDate | undefined;
}

function yearAsked(
  body: TextReading,
  date: WrittenDate,
  { publishedAt, language, other }: Around,
): Finding[] {
  const published = new Date(publishedAt).getUTCFullYear();
  const away = (Date.UTC(published, date.month, date.day) - publishedAt) / DAY;
  const sentence = spanAt(body.sentences, date.start);
  const from = Math.max(sentence?.start ?? 0, date.start - NEAR);
  const said = sentence ? body.text.slice(from, Math.min(sentence.end, date.end + NEAR)) : '';
  if (
    Math.abs(away) <= FAR ||
    Math.abs(away) >= 366 - FAR ||
    /(?:1[5-9]|20)\d\d/u.test(said) ||
    body.isQuoted(date.start)
  )
    return [];
  const told = { check: 'date-without-year', severity: 'minor' } as const;
  const text = body.slice(date);
  if (
    /(?:19|20)\d\d/u.test(body.text.slice(Math.max(0, date.start - BEFORE), date.start)) &&
    (!other || paragraphOf(body, other.start) === paragraphOf(body, date.start))
  )
    return [];
  const isPast =
    past[language]?.test(said) === true && future[language]?.test(said) !== true && !toCome.test(said);
  if (away > FAR && 365 - away > LAST_WINTER && isPast && isBeforeDate(said, date, from, language)) {
    const suggestion = `${text} ${published - 1}`;
    return [
      body.finding(date, {
        ...told,
        because: reason('yearToCome', { date: text, year: published }),
        suggestion,
      }),
    ];
  }
  const isElsewhere =
    other !== undefined &&
    paragraphOf(body, other.start) !== paragraphOf(body, date.start) &&
    other.start < date.start;
  if (isElsewhere && isPast)
    return [
      body.finding(date, {
        ...told,
        because: reason('whichYear', { date: text }),
        suggestion: `${text} ${published}`,
      }),
    ];
  return [];
}

/** The verb that stands nearest before the date tells whether it has been: "are counting on 8 November" has not. */
function isBeforeDate(said: string, date: WrittenDate, start: number, language: string): boolean {
  if (language !== 'en') return true;
  const lead = said.slice(Math.max(0, date.start - start - 60), date.start - start);
  return !/\b(?:is|are|be|has|have|being|been|\p{Ll}+ing)\b/u.test(lead);
}

function paragraphOf(body: TextReading, at: number): number {
  return spanAt(body.paragraphs, at)?.start ?? -1;
}

const past = byLanguage('past');
const future = byLanguage('future');

/** A sentence that says itself that the day has not come. */
const toCome =
  /\b(?:still (?:to come|ahead|ahead of)|yet to come|away|remains? (?:open|ahead)|months? (?:off|away|from now)|(?:vote|hearing|trial|date|deadline|meeting|session) (?:on|for|of) (?:\p{Lu}\p{L}+\.? )?\d|(?:was|were|been|is|are) (?:set|moved|postponed|scheduled|delayed|pushed|rescheduled|adjourned|extended|called|named|put off|fixed))\b|μένει να έρθει|aún (?:está|queda) por|está por venir|encore à venir|noch bevor|ещ[её] впереди|ще попереду|ancora da venire|deve ancora/iu;

const numeric = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/-]|\.\d)/g;

/** 03/04/2026 is March or April; with 13 or more on either side, or beside such a one, it is clear. */
function twoWays(part: TextReading): Finding[] {
  const all = [...part.text.matchAll(numeric)].filter(
    ([, one, sign, two, year]) => Number(one) > 0 && Number(two) > 0 && (sign === '/' || year?.length === 4),
  );
  const order = all.some(([, one, , two]) => Number(one) > 12 !== Number(two) > 12);
  if (order) return [];
  return all
    .filter(([, one, , two]) => Number(one) <= 12 && Number(two) <= 12 && one !== two)
    .map((match) => {
      const [text, one, , two] = match;
      const name = (month: string | undefined) =>
        new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
          Date.UTC(2024, Number(month) - 1, 1),
        );
      const because = reason('dateTwoWays', {
        date: text,
        day: Number(one),
        month: name(two),
        otherDay: Number(two),
        otherMonth: name(one),
      });
      return part.finding(
        { start: match.index, end: match.index + text.length },
        { check: 'date-two-ways', severity: 'minor', because },
      );
    });
}
