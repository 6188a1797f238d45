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
  ...['jula', 'julu', 'maja', 'maju', 'març', 'مارس', 'ماي', 'أوت', 'غشت', 'جوان'],
  ...['מאי', 'במאי', 'מרץ', 'במרץ', 'המרץ', 'μάη', 'μάης'],
]);

const CJK = /[\p{Script=Han}\p{Script=Katakana}]/u;

/** Where the same language is written in other letters, or months have other names: Jänner, setiembre, جويلية, غشت. */
const varieties: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar-DZ', 'ar-MA', 'ar-MR'],
  de: ['de-AT'],
  es: ['es-UY'],
  sr: ['sr-Latn'],
  bs: ['bs-Cyrl'],
  az: ['az-Cyrl'],
  uz: ['uz-Cyrl'],
};

// Greek has three forms, of which the tables give one for each of these: Μάρτιος 2026, 5 Μαρτίου.
const inForms: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'long', day: 'numeric' },
  { month: 'long', year: 'numeric' },
];

/** The names in one language, in all its varieties. */
export const calendarNames = perLanguage((language): CalendarNames => {
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  for (const tag of [language, ...(varieties[language] ?? [])]) {
    const locale = Intl.DateTimeFormat.supportedLocalesOf([tag])[0];
    if (locale) addTable(locale, language, { months, weekdays });
  }
  for (const [name, month] of ownForms[language] ?? []) months.set(name, month);
  if (months.size > 0) addOthers(language, months, weekdays);
  return { months, weekdays };
});

/** July is June with an ending in Czech: only its own forms tell them apart. */
const ownForms: Readonly<Record<string, readonly [string, number][]>> = {
  cs: [
    ['červenec', 7],
    ['červenci', 7],
    ['červencem', 7],
  ],
};

function addTable(
  locale: string,
  language: string,
  { months, weekdays }: { months: Map<string, number>; weekdays: Map<string, number> },
): void {
  const write = (options: Intl.DateTimeFormatOptions, day: number, type: 'month' | 'weekday') =>
    new Intl.DateTimeFormat(locale, {
      ...options,
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
    })
      .formatToParts(day)
      .find((part) => part.type === type)?.value;
  for (let month = 0; month < 12; month += 1) {
    const day = Date.UTC(2024, month, 15);
    for (const options of inForms) put(months, write(options, day, 'month'), month + 1);
    if (language === 'en') put(months, write({ month: 'short' }, day, 'month'), month + 1);
  }
  for (let day = 0; day < 7; day += 1)
    put(weekdays, write({ weekday: 'long' }, Date.UTC(2024, 0, 7 + day), 'weekday'), day);
}

function put(names: Map<string, number>, name: string | undefined, value: number): void {
  const lower = name?.toLowerCase().replace(/\.$/, '') ?? '';
  if (/\d/.test(lower) || lower.length < 2) return;
  if (!names.has(lower)) names.set(lower, value);
}

/** What is said otherwise than the tables have it. */
function addOthers(language: string, months: Map<string, number>, weekdays: Map<string, number>): void {
  if (language === 'en') months.set('sept', 9);
  if (language === 'de') months.set('feber', 2);
  if (language === 'el') addGreek(months);
  if (language === 'he') addPrefixed(months);
  if (language === 'sr' || language === 'bs')
    for (const [month, name] of [
      [3, 'mart'],
      [5, 'maj'],
      [6, 'jun'],
      [7, 'jul'],
      [3, 'март'],
      [5, 'мај'],
      [6, 'јун'],
      [7, 'јул'],
    ] as const)
      for (const ending of /[a-z]/.test(name) ? ['a', 'u'] : ['а', 'у']) months.set(name + ending, month);
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

/** After its article a month loses its sigma, and the spoken names stand in papers too: τον Μάιο, του Γενάρη. */
function addGreek(months: Map<string, number>): void {
  for (const [name, month] of [...months]) if (name.endsWith('ς')) months.set(name.slice(0, -1), month);
  const spoken = 'γενάρη,φλεβάρη,μάρτη,απρίλη,μάη,ιούνη,ιούλη,αυγούστου,σεπτέμβρη,οκτώβρη,νοέμβρη,δεκέμβρη';
  for (const [index, name] of spoken.split(',').entries())
    for (const form of [name, `${name}ς`]) if (!months.has(form)) months.set(form, index + 1);
}

/** In, to, from, the and and are written together with the name: בינואר, מינואר. */
function addPrefixed(months: Map<string, number>): void {
  for (const [name, month] of [...months])
    for (const before of ['ב', 'ל', 'מ', 'ה', 'ו', 'ש', 'כ', 'וב', 'שב']) months.set(before + name, month);
}

/** The months or days named in a text, with their places. Names in cases other than those of the tables are found by their stem. */
export function calendarNamesIn(
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
