/** Dates with a month's name, and those in numbers, as they are written in the languages we know. */
import type { Span } from '../kit/paragraphs.ts';
import { type DateNames, dateNames } from './month-names.ts';

export interface WrittenDate extends Span {
  /** 1 to 31. */
  day: number;
  /** 0 is January. */
  month: number;
  /** Null where none is written. */
  year: number | null;
  /** 0 is Monday; null where none stands before the date. */
  weekday: number | null;
}

const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** In the order of the text; empty for a language whose months we do not know. */
export function findDates(text: string, language: string): WrittenDate[] {
  const names = dateNames(language);
  if (!names) return [];
  const pattern = patternFor(names, language);
  const dates: WrittenDate[] = [];
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const date = dateOf(groups, names);
    if (date) dates.push({ start: match.index, end: match.index + match[0].length, ...date });
  }
  return dates;
}

// In figures: on Tuesday (12/5), вівторок (17.11). With a weekday beside it, so that it is a date and no fraction or score.
const figures =
  '(?<one>[0-3]?\\d)(?<sign>[./])(?<two>[01]?\\d|[0-3]\\d)(?:\\k<sign>(?<year>(?:20)?\\d\\d)(?!\\d))?\\.?(?![\\d/]|[.,:]\\d|\\s?%)';

/**
 * Days in figures beside the name of a weekday, `on Tuesday (12/5)`: in each order in which they are days. In English the
 * month may stand first; elsewhere the day does.
 */
export function findFigures(
  text: string,
  language: string,
): { written: WrittenDate; other: WrittenDate | null }[] {
  const names = dateNames(language);
  if (!names) return [];
  const weekday = [...names.weekdays.keys()].sort((one, two) => two.length - one.length).join('|');
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?<weekday>${weekday})\\.?,?\\s*(?:\\(\\s?|(?:the|den|dem|el|le|il|στις|την)?\\s)${figures}`,
    'giu',
  );
  return [...text.matchAll(pattern)].flatMap((match) => {
    if (!match[0].includes('(') && (language === 'en' || match.groups?.sign !== '/')) return []; // an hour, or two thirds of the votes
    const { one = '', two = '', year, weekday: name = '' } = match.groups ?? {};
    const whole = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
    const at = { start: match.index, end: match.index + match[0].length };
    const day = (day: string, month: string): WrittenDate | null => {
      const date = { day: Number(day), month: Number(month) - 1, year: whole };
      if (date.day < 1 || date.month < 0 || date.month > 11 || !isDay(date)) return null;
      return { ...at, ...date, weekday: names.weekdays.get(name.toLowerCase()) ?? null };
    };
    const [dayFirst, monthFirst] = [day(one, two), language === 'en' ? day(two, one) : null];
    const written = monthFirst ?? dayFirst;
    return written ? [{ written, other: monthFirst && dayFirst !== monthFirst ? dayFirst : null }] : [];
  });
}

function dateOf(groups: Record<string, string>, names: DateNames): Omit<WrittenDate, keyof Span> | null {
  const month = names.months.get((groups.month ?? groups.month2 ?? '').toLowerCase());
  const day = Number(groups.day ?? groups.day2);
  if (month === undefined || !(day >= 1)) return null;
  const year = groups.year ?? groups.year2;
  const weekday =
    groups.weekday === undefined ? null : (names.weekdays.get(groups.weekday.toLowerCase()) ?? null);
  return { day, month, year: year === undefined ? null : Number(year), weekday };
}

function patternFor(names: DateNames, language: string): RegExp {
  const alternatives = (words: Map<string, number>) =>
    [...words.keys()].sort((one, two) => two.length - one.length).join('|');
  const [month, weekday] = [alternatives(names.months), alternatives(names.weekdays)];
  const day = '(?<day>[0-3]?\\d)(?:st|nd|rd|th|er|º|ª|°|η|ης)?\\.?';
  const joint = language === 'es' ? '(?:\\s+de\\s+|\\s+)' : language === 'en' ? '\\s+(?:of\\s+)?' : '\\s+';
  const year = language === 'es' ? '(?:\\s+del?)?\\s+' : ',?\\s+';
  const lead = `(?<![\\p{L}\\p{N}])(?:(?<weekday>${weekday})(?:,?\\s+|\\s*\\()(?:(?:the|den|der|dem|il|le|el|στις|τις|την|dated)\\s+)?)?`;
  const dayFirst = `${day}${joint}(?<month>${month})\\.?(?:${year}(?<year>(?:1[5-9]|20)\\d\\d)(?!\\d))?`;
  const monthFirst = `(?<month2>${month})\\.?\\s+(?<day2>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\d:.]\\d|\\d)(?:,?\\s+(?<year2>(?:1[5-9]|20)\\d\\d)(?!\\d))?`;
  const both = language === 'en' ? `(?:${dayFirst}|${monthFirst})` : dayFirst;
  return new RegExp(`${lead}${both}(?![\\p{L}\\p{N}])`, 'giu');
}

/** Whether there is such a day; 29 February counts where no year is known. */
export function isDay({ day, month, year }: Pick<WrittenDate, 'day' | 'month' | 'year'>): boolean {
  if (day > (LAST_DAYS[month] ?? 0)) return false;
  return year === null || new Date(Date.UTC(year, month, day)).getUTCDate() === day;
}

/** 0 is Monday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return (new Date(Date.UTC(year, month, day)).getUTCDay() + 6) % 7;
}
