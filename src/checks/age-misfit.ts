/** An obituary whose age does not fit the days of birth and death that it gives itself. */

import type { Check, Finding } from './check.ts';
import { findDates } from './find-dates.ts';
import { reason } from './finding-reason.ts';
import { lifeWords } from './life-words.ts';
import type { Reading, TextReading } from './reading.ts';

const LONGEST_LIFE = 123; // years; the longest that is documented is 122
const LEDE = 3; // paragraphs that tell of the one who died; further down ages are of children and friends

export const ageMisfit: Check = {
  name: 'age-misfit',
  says: 'An obituary gives an age that does not fit its days of birth and death, or a death before a birth.',
  languages: Object.keys(lifeWords),
  isOn: true,
  find: (reading) => (reading.copy.kind === 'obituary' ? misfits(reading) : []),
};

interface Day {
  year: number;
  /** Null where only the year is given. */
  ofYear: number | null;
}

interface Life {
  born: Day;
  died: Day;
  part: TextReading;
  start: number;
  end: number;
}

function misfits(reading: Reading): Finding[] {
  const life = lifeIn(reading);
  if (!life) return [];
  const told = { check: 'age-misfit', severity: 'major' } as const;
  const [most, least] = [life.died.year - life.born.year, agesOf(life)[0]];
  if (most < 0 || most > LONGEST_LIFE || least === undefined) {
    const because =
      most < 0 || least === undefined ? reason('deathBeforeBirth') : reason('lifeOfYears', { years: most });
    return [life.part.finding(life, { ...told, because })];
  }
  const ages = agesOf(life);
  const [first] = agesIn(reading);
  // Where one age of the lede fits, the others are of somebody else.
  if (!first || agesIn(reading).some(({ age }) => ages.includes(age))) return [];
  const { part, start, end, age } = first;
  const because = reason('ageMisfit', { years: ages, given: age });
  const suggestion = ages.length === 1 ? { suggestion: String(ages[0]) } : {};
  return [part.finding({ start, end }, { ...told, because, ...suggestion })];
}

/** Whole years lived: one number where both days are known, else the two that may be. */
function agesOf({ born, died }: Pick<Life, 'born' | 'died'>): number[] {
  const years = died.year - born.year;
  if (born.ofYear !== null && died.ofYear !== null) {
    const age = died.ofYear < born.ofYear ? years - 1 : years;
    return age < 0 ? [] : [age];
  }
  return [years - 1, years].filter((age) => age >= 0);
}

/** From a bracket at the head of the copy, “(12 March 1931 – 2 November 2026)”, or from two lines of a facts box. */
function lifeIn(reading: Reading): Life | null {
  return inBrackets(reading) ?? inLines(reading);
}

const bracket =
  /[([]([^()[\]\n]{0,60}?)((?:1[5-9]|20)\d\d)\s*[–—-]\s*([^()[\]\n]{0,60}?)((?:1[5-9]|20)\d\d)\s*[)\]]/gu;

function inBrackets({ body, dek, language }: Reading): Life | null {
  for (const part of [dek, body]) {
    const until = part.paragraphs[LEDE - 1]?.end ?? part.text.length;
    for (const match of part.text.slice(0, until).matchAll(bracket)) {
      const [all, before = '', from = '', between = '', to = ''] = match;
      // A span of years that stands with other words is an office or a war.
      const born = dayIn(`${before}${from}`, language);
      const died = dayIn(`${between}${to}`, language);
      if (born && died && isAfterName(part.text.slice(0, match.index)))
        return { born, died, part, start: match.index, end: match.index + all.length };
    }
  }
  return null;
}

/** A name stands before the bracket of a life; before that of an office or a war stand other words. */
const isAfterName = (before: string): boolean =>
  /(?:^|[^\p{L}])(?:\p{Lu}|\p{Lo})[\p{L}\p{M}’'.-]*,?\s*$/u.test(before);

/** A date and nothing else, but a star, a cross or a place after a comma; null for other words. */
function dayIn(text: string, language: string): Day | null {
  const plain = text.replace(/[*†✝]/gu, '').trim();
  if (/^\d{4}$/u.test(plain)) return { year: Number(plain), ofYear: null };
  const [date] = findDates(plain, language);
  if (!date || date.year === null || date.start > 3) return null;
  return { year: date.year, ofYear: date.month * 32 + date.day };
}

function inLines({ body, language }: Reading): Life | null {
  const words = lifeWords[language];
  if (!words) return null;
  const born = lineOf(body, words.born, language);
  const died = lineOf(body, words.died, language);
  return born && died ? { ...died, born: born.day, died: died.day, part: body } : null;
}

function lineOf(body: TextReading, word: string, language: string) {
  const match = new RegExp(`(?<=^|\\n)[^\\p{L}\\n]{0,4}(?:${word})\\s?:\\s*([^\\n]{4,80})`, 'iu').exec(
    body.text,
  );
  if (!match) return null;
  const value = match[1] ?? '';
  const [date] = findDates(value, language);
  const year = date?.year ?? Number(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u.exec(value)?.[0] ?? Number.NaN);
  if (Number.isNaN(year)) return null;
  const ofYear = date?.year == null ? null : date.month * 32 + date.day;
  return { day: { year, ofYear }, start: match.index, end: match.index + match[0].trimEnd().length };
}

/** Ages above the story, in its first paragraph and in its box; further down they are of children and friends. */
function agesIn({ headline, dek, body, language }: Reading) {
  const words = lifeWords[language];
  if (!words) return [];
  const found: { part: TextReading; start: number; end: number; age: number }[] = [];
  const put = (part: TextReading, pattern: RegExp, until: number) => {
    for (const match of part.text.slice(0, until).matchAll(pattern)) {
      const number = match.slice(1).find((group) => group !== undefined) ?? '';
      const start = match.index + match[0].lastIndexOf(number);
      if (part.isQuoted(start)) continue;
      found.push({ part, start, end: start + number.length, age: Number(number) });
    }
  };
  const aged = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.aged})(?![\\p{L}\\p{N}])`, 'giu');
  for (const part of [headline, dek]) put(part, aged, part.text.length);
  put(body, aged, body.paragraphs[0]?.end ?? 0);
  const line = new RegExp(`(?<=^|\\n)[^\\p{L}\\n]{0,4}(?:${words.age})\\s?:\\s*(\\d{1,3})(?!\\d)`, 'giu');
  put(body, line, body.text.length);
  return found;
}
