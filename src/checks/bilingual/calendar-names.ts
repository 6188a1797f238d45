/** Names of months and days of the week in every language, from the runtime's own tables. */
import { perLanguage } from './translation.ts';

export interface CalendarNames {
  /** Lower case name or stem → 1 to 12. */
  months: ReadonlyMap<string, number>;
  /** Lower case name or stem → 0 Sunday to 6 Saturday. */
  weekdays: ReadonlyMap<string, number>;
}

/** Names that are other words as well; a month only beside a number. */
export const doubtfulMonths: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'mars',
  'mai',
  'mayo',
  'maj',
  'may.',
  'мая',
  'мае',
  'май',
  'set',
  'ago',
  'dic',
  'dec',
  'jan',
  'sep',
  'oct',
  'nov',
  'lis',
  'lipca',
  'luty',
  'září',
  'máj',
  'ott',
  'lug',
  'gen',
  'giu',
  'mag',
  'apr',
  'jun',
  'jul',
  'aug',
  'feb',
]);

const CJK = /[\p{Script=Han}\p{Script=Katakana}]/u;

/** The names in one language. */
export const calendarNames = perLanguage((language): CalendarNames => {
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  const locale = Intl.DateTimeFormat.supportedLocalesOf([language])[0];
  if (!locale) return { months, weekdays };
  const write = (options: Intl.DateTimeFormatOptions, day: number) =>
    new Intl.DateTimeFormat(locale, {
      ...options,
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
    }).formatToParts(day);
  for (let month = 0; month < 12; month += 1) {
    const day = Date.UTC(2024, month, 15);
    for (const options of [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const) {
      put(months, write(options, day).find((part) => part.type === 'month')?.value, month + 1);
    }
    if (language === 'en')
      put(months, write({ month: 'short' }, day).find((part) => part.type === 'month')?.value, month + 1);
  }
  for (let day = 0; day < 7; day += 1) {
    put(
      weekdays,
      write({ weekday: 'long' }, Date.UTC(2024, 0, 7 + day)).find((part) => part.type === 'weekday')?.value,
      day,
    );
  }
  addOthers(language, months, weekdays);
  return { months, weekdays };
});

function put(names: Map<string, number>, name: string | undefined, value: number): void {
  const lower = name?.toLowerCase().replace(/\.$/, '') ?? '';
  if (/\d/.test(lower) || lower.length < 2) return;
  if (!names.has(lower)) names.set(lower, value);
}

/** What is said otherwise than the tables have it. */
function addOthers(language: string, months: Map<string, number>, weekdays: Map<string, number>): void {
  if (language === 'en') months.set('sept', 9);
  if (language === 'ar') {
    const levant =
      'كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول';
    for (const [index, name] of levant.split(',').entries()) months.set(name, index + 1);
  }
  if (language === 'zh') {
    for (const [index, sign] of [...'日一二三四五六'].entries())
      for (const before of ['周', '週', '礼拜', '禮拜']) weekdays.set(before + sign, index);
    weekdays.set('星期天', 0).set('周天', 0);
  }
  if (language === 'ja')
    for (const [index, sign] of [...'日月火水木金土'].entries()) weekdays.set(`${sign}曜`, index);
  if (language === 'hi') weekdays.set('गुरूवार', 4).set('बृहस्पतिवार', 4).set('इतवार', 0).set('रविवार', 0);
}

/** The months or days named in a text, with their places. Names in cases other than those of the tables are found by their stem. */
export function namesIn(
  text: string,
  names: ReadonlyMap<string, number>,
): { start: number; end: number; value: number; name: string }[] {
  const found: { start: number; end: number; value: number; name: string }[] = [];
  const lower = text.toLowerCase();
  for (const [name, value] of names) {
    if (!CJK.test(name) && !name.includes(' ')) continue;
    for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + name.length))
      found.push({ start: at, end: at + name.length, value, name });
  }
  for (const word of lower.matchAll(/[\p{L}\p{M}]{2,24}/gu)) {
    const value = names.get(word[0]) ?? stemOf(word[0], names);
    if (value !== undefined)
      found.push({ start: word.index, end: word.index + word[0].length, value, name: word[0] });
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Inflected: 'понедельника', 'Σεπτεμβρίου'. Only in the scripts of languages that do so, and for long names. */
function stemOf(word: string, names: ReadonlyMap<string, number>): number | undefined {
  if (word.length < 5 || CJK.test(word)) return undefined;
  for (const [name, value] of names) {
    if (name.length < 5) continue;
    const stem = Math.max(4, name.length - 2);
    if (word.length - stem <= 4 && word.startsWith(name.slice(0, stem))) return value;
  }
  return undefined;
}
