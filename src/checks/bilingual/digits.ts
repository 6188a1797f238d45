/** Numbers in digits: which sign groups and which begins the fraction depends on the language. */
import { canonical, type NumberPart } from './number-part.ts';

export interface DigitStyle {
  /** What begins a fraction: '.' or ','. */
  decimal: '.' | ',';
  /** Whether thousands may be grouped with an ordinary space. */
  spaces: boolean;
  /** Whether the other sign is used for the same thing too, so that both readings stand. */
  loose: boolean;
  patterns: DigitPatterns;
}

interface DigitPatterns {
  /** With its thousands in groups. */
  grouped: RegExp;
  /** With a fraction behind the sign that begins one, or behind the other. */
  simple: RegExp;
  other: RegExp;
}

const POINT = new Set(['en', 'zh', 'ja', 'hi', 'he', 'th', 'ko', 'ar', 'und']);
const SPACED = new Set([
  'fr',
  'ru',
  'uk',
  'pl',
  'cs',
  'sk',
  'bg',
  'es',
  'it',
  'de',
  'el',
  'sv',
  'nb',
  'fi',
  'hu',
  'pt',
  'und',
]);
const LOOSE = new Set(['ar', 'ru', 'uk', 'pl', 'cs', 'fr', 'und']);

export function styleOf(language: string): DigitStyle {
  const decimal = POINT.has(language) ? '.' : ',';
  const spaces = SPACED.has(language);
  return { decimal, spaces, loose: LOOSE.has(language), patterns: patternsOf(decimal, spaces) };
}

function patternsOf(decimal: DigitStyle['decimal'], isSpaced: boolean): DigitPatterns {
  const group = decimal === '.' ? ',' : '\\.';
  const point = decimal === '.' ? '\\.' : ',';
  const spaces = isSpaced ? "\\s'’" : "\\u00a0\\u202f\\u2009'’";
  // Where a plain space is unusual, only a group that is no number of its own shows that it parts thousands.
  const plainSpaces = isSpaced ? '' : '|(?: \\d{3}){2,}|(?: 0\\d\\d)';
  return {
    grouped: new RegExp(
      `^\\d{1,3}(?:(?:${group}\\d{3})+|(?:[${spaces}]\\d{3})+${plainSpaces})(?:${point}\\d+)?(?!\\d)`,
    ),
    simple: new RegExp(`^\\d+${point}\\d+(?!\\d)(?!${point}\\d)`),
    other: new RegExp(`^\\d+${group}\\d+(?!\\d)(?!${group}\\d)`),
  };
}

const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}(?!\d)/;

const DIGITS = /\p{Nd}+(?:[.,'’\u066b\u066c：:\u00a0\u202f\u2009 ．，]\p{Nd}+)*/uy;
const LONGEST = 40; // digits and separators in one number

/** The number that begins at this place, or the numbers, where it is a date, a version or a score. */
export function readDigits(style: DigitStyle, text: string, start: number): NumberPart[] {
  DIGITS.lastIndex = start;
  const match = DIGITS.exec(text.slice(0, start + LONGEST))?.[0] ?? '';
  const raw = toAscii(match);
  const whole = clockOf(text.slice(start, start + LONGEST_CLOCK)) ?? wholeOf(style, raw);
  if (whole && style.decimal === ',' && isForeignMoney(text, start, raw.slice(0, whole.length)))
    whole.values = [plain(raw.slice(0, whole.length), '.')];
  if (whole) return [partOf(text, start, whole)];
  const first = /^\d+/.exec(raw)?.[0] ?? '';
  if (first === '') return [];
  return [partOf(text, start, { length: first.length, values: [Number(first)], parts: [], time: [] })];
}

/** $25,000 where a comma begins fractions: money of the dollar's lands keeps its groups. */
const isForeignMoney = (text: string, start: number, number: string) =>
  /[$£€¥]$/u.test(text.slice(Math.max(0, start - 1), start)) && /^[1-9]\d{0,2},\d{3}$/u.test(number);

const LONGEST_CLOCK = 12; // characters: '18 heures 45'

/** '18 h 45', '18h45', '18 Uhr 45': hour and minute with a word between. */
function clockOf(text: string): Reading | null {
  const found = /^(\d{1,2})[\s\u00a0\u202f]?(?:h|Uhr)[\s\u00a0\u202f]?(\d{2})(?![\d\p{L}])/u.exec(text);
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || hour > 24 || minute > 59) return null;
  const time = [`t${hour % 12}:${minute}`];
  if (minute === 0) return { length: found[0].length, values: [hour], parts: [], time };
  return { length: found[0].length, values: [], parts: [hour, minute], time };
}

interface Reading {
  length: number;
  values: number[];
  parts: number[];
  time: string[];
}

const TIME = /^(\d{1,2})([:.])(\d{2})(?![\d:])/;

function wholeOf(style: DigitStyle, raw: string): Reading | null {
  if (/^\d*$/.test(raw)) return null; // nothing in it parts or groups
  const clock = TIME.exec(raw);
  const [hour, minute] = [Number(clock?.[1]), Number(clock?.[3])];
  const time = clock && hour < 25 && minute < 60 ? [`t${hour % 12}:${minute}`] : [];
  if (clock?.[2] === ':' && time.length > 0 && !/^.{1,2}:\d\d\.\d/.test(raw))
    return { length: clock[0].length, values: [], parts: [hour, minute], time };
  return readSeparated(style, raw, time);
}

function readSeparated(style: DigitStyle, raw: string, time: string[]): Reading | null {
  const { grouped, simple, other } = style.patterns;
  const values: number[] = [];
  let length = 0;
  const take = (match: string | undefined, value: number) => {
    if (match === undefined || match.length < length) return;
    if (match.length > length) values.length = 0;
    length = match.length;
    values.push(value);
  };
  const inGroups = grouped.exec(raw)?.[0] ?? (style.decimal === '.' ? INDIAN.exec(raw)?.[0] : undefined);
  if (inGroups && !inGroups.startsWith('0')) take(inGroups, plain(inGroups, style.decimal));
  const decimal = simple.exec(raw)?.[0];
  if (decimal && !/[.,]\d+[.,]/.test(raw.slice(0, decimal.length + 1)))
    take(decimal, plain(decimal, style.decimal));
  const foreign = other.exec(raw)?.[0];
  const isForeign = foreign !== undefined && (style.loose || !inGroups) && !/[.,]\d+[.,]\d/.test(raw);
  if (isForeign) take(foreign, plain(foreign, style.decimal === '.' ? ',' : '.'));
  if (isForeign && /^\d{1,3},\d{3}$/.test(foreign) && style.decimal === ',')
    take(foreign, plain(foreign, '.'));
  return values.length > 0 ? { length, values, parts: [], time } : null;
}

function plain(text: string, decimal: '.' | ','): number {
  const kept = [...text].filter((sign) => /\d/.test(sign) || sign === decimal).join('');
  return Number(kept.replace(',', '.'));
}

function partOf(text: string, start: number, reading: Reading): NumberPart {
  const end = start + reading.length;
  const value = reading.values[0] ?? reading.parts[0] ?? 0;
  const readings = [...reading.values.map(canonical), ...reading.time, ...decadesOf(text, start, end, value)];
  const afternoon =
    /^\s?p\.?\s?m\b/i.test(text.slice(end, end + 5)) && value < 12 && reading.time.length === 0;
  if (afternoon) readings.push(canonical(value + 12));
  return {
    start,
    end,
    value,
    readings: readings.length > 0 ? readings : [canonical(value)],
    parts: reading.parts.map(canonical),
    sure: true,
    digits: true,
  };
}

/** 'the 1980s' is 'the eighties' elsewhere, and the other way about; so is ’24 for 2024. */
function decadesOf(text: string, start: number, end: number, value: number): string[] {
  if (!Number.isInteger(value)) return [];
  const isDecade = value % 10 === 0 && /^['’]?s\b/.test(text.slice(end, end + 3));
  if (isDecade && value > 1_000)
    return [value % 100, ...(value % 100 === 0 ? [value / 100 + 1] : [])].map(canonical);
  if (value < 100 && (isDecade || /['’]$/.test(text.slice(0, start))))
    return [canonical(1900 + value), canonical(2000 + value)];
  return [];
}

/** Every script's digits as ASCII, unit for unit; those outside the first plane are no numbers to us. */
function toAscii(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  return text
    .replace(/\p{Nd}/gu, (digit) => (digit.length === 1 ? String(digitOf(digit.charCodeAt(0))) : '??'))
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ',')
    .replaceAll('：', ':')
    .replaceAll('．', '.')
    .replaceAll('，', ',');
}

/** Unicode sets every script's ten digits at ...0 to ...9 or at ...6 to ...F. */
function digitOf(code: number): number {
  const nibble = code & 0xf;
  return /\p{Nd}/u.test(String.fromCharCode(code & ~0xf)) ? nibble : nibble - 6;
}
