/** Dates with a month's name, and those in numbers, as they are written in the languages we know. */
import type { Span } from '../kit/paragraphs.ts';
import { remember } from '../kit/remember.ts';
import { type DateNames, dateNames } from './month-names.ts';

export interface WrittenDate extends Span {
  /** 1 to 31. */
  day: number;
  /** 0 is January. */
  month: number;
  /** Null where none is written. */
  year: number | null;
  /** 0 is Monday; null where none stands beside the date. */
  weekday: number | null;
  /** The weekday as it is written; empty where there is none. */
  dayName: string;
}

const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** In the order of the text; empty for a language whose months we do not know. */
export function findDates(text: string, language: string): WrittenDate[] {
  const names = dateNames(language);
  if (!names) return [];
  const pattern = patternFor(language);
  const dates: WrittenDate[] = [];
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const date = dateOf(groups, names);
    if (date)
      dates.push(
        withDayBehind(text, language, names, {
          start: match.index,
          end: match.index + match[0].length,
          ...date,
        }),
      );
  }
  return dates;
}

/** Small words between a date and the weekday behind it: a Friday, einem Freitag, ημέρα Παρασκευή, в пятницу, يوم الجمعة. */
const beforeDay =
  'an? |(?:an )?eine[mn]? |den |el día |el |un |le |ημέρα |μέρα |день |во? |у |яка припадає на |que es |em |uma |op |på |en |we? |ve |într-o |يوم ';

const LONGEST_DAY = 40; // units behind a date in which its weekday stands whole

/** `25 November, a Friday`, `le 25 novembre (vendredi)`: only where a sign ends it, since `Friday` may begin something else. */
function withDayBehind(text: string, language: string, names: DateNames, date: WrittenDate): WrittenDate {
  const after = text.slice(date.end, date.end + LONGEST_DAY);
  if (date.weekday !== null || !/^(?:[,،]\s|\s?\()/u.test(after)) return date;
  const found = behindFor(language).exec(after);
  const dayName = found?.groups?.day ?? '';
  const weekday = names.weekdays.get(dayName.toLowerCase());
  if (!found || weekday === undefined) return date;
  return { ...date, end: date.end + found[0].length, weekday, dayName };
}

/** Longer forms first. */
function anyOf(words: ReadonlyMap<string, number> | undefined): string {
  return [...(words?.keys() ?? [])].sort((one, two) => two.length - one.length).join('|');
}

// The patterns of a language are made once: putting one together costs more than reading a story with it.
const MOST_LANGUAGES = 50;

const behindFor = remember(
  (language) =>
    new RegExp(
      `^(?:[,،]\\s+|\\s?\\()(?:${beforeDay})?(?<day>${anyOf(dateNames(language)?.weekdays)})(?=\\)|[,،.;:!?](?!\\p{L})|\\s[–—-]\\s|$)`,
      'iu',
    ),
  MOST_LANGUAGES,
);

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
  return [...text.matchAll(figuresFor(language))].flatMap((match) => {
    if (!match[0].includes('(') && (language === 'en' || match.groups?.sign !== '/')) return []; // an hour, or two thirds of the votes
    const { one = '', two = '', year, weekday: name = '' } = match.groups ?? {};
    const whole = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
    const at = { start: match.index, end: match.index + match[0].length };
    const day = (day: string, month: string): WrittenDate | null => {
      const date = { day: Number(day), month: Number(month) - 1, year: whole };
      if (date.day < 1 || date.month < 0 || date.month > 11 || !isDay(date)) return null;
      return { ...at, ...date, weekday: names.weekdays.get(name.toLowerCase()) ?? null, dayName: name };
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
  const dayName = groups.weekday ?? groups.weekday2 ?? '';
  const weekday = names.weekdays.get(dayName.toLowerCase()) ?? null;
  return { day, month, year: year === undefined ? null : Number(year), weekday, dayName };
}

const figuresFor = remember(
  (language) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?<weekday>${anyOf(dateNames(language)?.weekdays)})\\.?,?\\s*(?:\\(\\s?|(?:the|den|dem|el|le|il|στις|την)?\\s)${figures}`,
      'giu',
    ),
  MOST_LANGUAGES,
);

const aYear = '(?:1[5-9]|20)\\d\\d';

const patternFor = remember((language: string): RegExp => {
  const names = dateNames(language);
  const [month, weekday] = [anyOf(names?.months), anyOf(names?.weekdays)];
  if (language === 'hu') return hungarian(month, weekday);
  if (/^(?:zh|ja|ko)$/u.test(language)) return inSigns(weekday);
  const day = '(?<day>[0-3]?\\d)(?:st|nd|rd|th|er|º|ª|°|η|ης)?\\.?';
  const isOf = language === 'es' || language === 'pt';
  const joint = isOf ? '(?:\\s+de\\s+|\\s+)' : language === 'en' ? '\\s+(?:of\\s+)?' : '\\s+';
  const year = isOf ? '(?:\\s+del?)?\\s+' : ',?\\s+';
  const lead = `(?<![\\p{L}\\p{N}])(?:(?<weekday>${weekday})(?:,?\\s+|\\s*\\()(?:(?:the|den|der|dem|il|le|el|dia|στις|τις|την|dated)\\s+)?)?`;
  const dayFirst = `${day}${joint}(?<month>${month})\\.?(?:${year}(?<year>${aYear})(?!\\d))?`;
  const monthFirst = `(?<month2>${month})\\.?\\s+(?<day2>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\d:.]\\d|\\d)(?:,?\\s+(?<year2>${aYear})(?!\\d))?`;
  const both = language === 'en' ? `(?:${dayFirst}|${monthFirst})` : dayFirst;
  const behind = language === 'tr' ? turkishDay(weekday) : '';
  return new RegExp(`${lead}${both}${behind}(?![\\p{L}\\p{N}])`, 'giu');
}, MOST_LANGUAGES);

/** 2026. november 25., szerda; november 25-én, szerdán. */
function hungarian(month: string, weekday: string): RegExp {
  const day =
    '(?<day2>[0-3]?\\d)(?:\\.|-(?:j?[eé]n|[aá]n|j?[eé]ig|[aá]ig|j?[eé]re|[aá]ra|j?[eé]t[oő]l|[aá]t[oó]l|i))';
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?<year2>${aYear})\\.?\\s+)?(?<month2>${month})\\.?\\s+${day}(?:,?\\s+\\(?(?<weekday>${weekday}))?(?![\\p{L}\\p{N}])`,
    'giu',
  );
}

/** 2026年11月25日（水）, 11월 25일(수). */
function inSigns(weekday: string): RegExp {
  return new RegExp(
    `(?<!\\d)(?:(?<year2>${aYear})[年년]\\s?)?(?<month2>1?\\d)[月월]\\s?(?<day2>[0-3]?\\d)[日일](?:\\s?[（(]\\s?(?<weekday>${weekday})[）)])?`,
    'giu',
  );
}

/** 25 Kasım Çarşamba, behind its date with no sign between; Pazar is a market as well. */
const turkishDay = (weekday: string) =>
  `(?:\\s+(?<weekday2>${weekday})(?=\\s+gün|[,.;:!?)]|\\s*$|\\s+(?!yer)\\p{L}))?`;

/** Whether there is such a day; 29 February counts where no year is known. */
export function isDay({ day, month, year }: Pick<WrittenDate, 'day' | 'month' | 'year'>): boolean {
  if (day > (LAST_DAYS[month] ?? 0)) return false;
  return year === null || new Date(Date.UTC(year, month, day)).getUTCDate() === day;
}

/** 0 is Monday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return (new Date(Date.UTC(year, month, day)).getUTCDay() + 6) % 7;
}
