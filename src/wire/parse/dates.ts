/** Dates as the world writes them in feeds: RFC 822 with odd zones, ISO 8601 in its parts, and the habits in between. */
import { HOUR, MINUTE } from '../../kit/clock.ts';

/** Hours from UTC of zones that feeds name. Where a name has several meanings, the one news feeds use. */
const ZONES: Record<string, number> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 1, bst: 1, ist: 5.5, cet: 1, met: 1, mez: 1, cest: 2, mest: 2, mesz: 2,
  eet: 2, eest: 3, sast: 2, msk: 3, msd: 4, trt: 3, pkt: 5, sgt: 8, hkt: 8, awst: 8, jst: 9, kst: 9, acst: 9.5,
  aest: 10, aedt: 11, nzst: 12, nzdt: 13, ast: -4, adt: -3, art: -3, brt: -3, est: -5, edt: -4, cst: -6, cdt: -5,
  mst: -7, mdt: -6, pst: -8, pdt: -7, akst: -9, akdt: -8, hst: -10, nst: -3.5, ndt: -2.5,
}; // biome-ignore format: a table

/** The first letters of months, without accents, in the languages seen; longer ones first where they begin alike. */
const MONTHS: [string, number][] = monthTable();

/** The instant that a date means, or null if it means none. Without a zone it is UTC. */
export function readDate(text: string): number | null {
  const date = text.trim().replace(/\s+/g, ' ');
  if (date === '' || date.length > 100) return null;
  return readIso(date) ?? readWords(date) ?? readNumbers(date);
}

const TIME = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?\b)?/i;

/** 2026-11-19T12:00:05.25+02:00 and its shorter forms, also without hyphens or with a space for the T. */
function readIso(date: string): number | null {
  const found =
    /^([+-]?\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:(?:T|\s|T\s)(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(.*))?$/i.exec(
      date,
    );
  if (!found) return null;
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', zone = ''] = found;
  return instant([Number(year), Number(month), Number(day)], [hour, minute, second].map(Number), zone);
}

/** Thu, 19 Nov 2026 12:00:05 +0200; Nov 19 2026; 19 November, 2026, 2:05 pm EST; Thu Nov 19 12:00:05 CET 2026. */
function readWords(date: string): number | null {
  const time = TIME.exec(date);
  const rest = time
    ? `${date.slice(0, time.index)} | ${date.slice(time.index + time[0].length)}`
    : `${date} |`;
  const [before = '', after = ''] = rest.split('|');
  const names = before.match(/\p{L}+/gu) ?? [];
  const month = names.map(monthOf).find((number) => number > 0);
  const numbers = (before.match(/\d+/g) ?? []).map(Number);
  if (numbers.length === 1) numbers.push(Number(/(?:^|\s)(\d{4})$/.exec(after.trim())?.[1] ?? Number.NaN));
  const [first, second] = numbers;
  if (month === undefined || first === undefined || second === undefined || Number.isNaN(second)) return null;
  const isYearFirst = first > 31;
  const year = fullYear(isYearFirst ? first : second);
  const zone = after.trim().replace(/(^|\s)\d{4}$/, '');
  return instant([year, month, isYearFirst ? second : first], clockOf(time), zone);
}

/** 19/11/2026 12:00, 11/19/2026 2:05 PM, 19.11.2026: the day first, unless that cannot be. */
function readNumbers(date: string): number | null {
  const found = /^(?:\p{L}+,?\s+)?(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})[ ,]*(.*)$/u.exec(date);
  if (!found) return null;
  const [first, second, third] = found.slice(1, 4).map(Number) as [number, number, number];
  const time = TIME.exec(found[4] ?? '');
  const zone = (found[4] ?? '').replace(time?.[0] ?? '', '').trim();
  if (first > 31) return instant([first, second, third], clockOf(time), zone);
  const [day, month] = second > 12 || /[ap]\.?m/i.test(found[4] ?? '') ? [second, first] : [first, second];
  return instant([fullYear(third), month, day], clockOf(time), zone);
}

function clockOf(time: RegExpExecArray | null): number[] {
  if (!time) return [0, 0, 0];
  const half = (time[4] ?? '').toLowerCase();
  const hour = Number(time[1]);
  const turned = half === '' ? hour : (hour % 12) + (half.startsWith('p') ? 12 : 0);
  return [turned, Number(time[2]), Number(time[3] ?? 0)];
}

function fullYear(year: number): number {
  return year >= 100 ? year : year + (year < 70 ? 2000 : 1900);
}

function instant(date: number[], time: number[], zone: string): number | null {
  const [year = 0, month = 1, day = 1] = date;
  const [hour = 0, minute = 0, second = 0] = time;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 61) return null;
  if (year < 1000 || year > 9999) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second) - offsetOf(zone);
}

/** +0200, +02:00, +2, GMT+2, EST, CEST, (CET); what is not understood is taken for UTC. */
function offsetOf(zone: string): number {
  const found = /([+-])\s*(\d{1,2}):?(\d{2})?(?!\d)/.exec(zone);
  if (found) {
    const [, sign, hours, minutes = '0'] = found;
    return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
  }
  const name = /[a-z]+/i.exec(zone)?.[0].toLowerCase() ?? '';
  return (ZONES[name] ?? 0) * HOUR;
}

function monthOf(name: string): number {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (plain.length < 3) return 0;
  return MONTHS.find(([start]) => plain.startsWith(start))?.[1] ?? 0;
}

function monthTable(): [string, number][] {
  const starts = [
    'jan jän gen ene янв ιαν oca',
    'feb fev fév фев φεβ şub',
    'mar mär mrt maa мар μαρ',
    'apr abr avr апр απρ nis',
    'may mai mag mei maj май мая μαι',
    'jun jui giu июн ιουν haz',
    'jul juil lug июл ιουλ tem',
    'aug ago aoû авг αυγ ağu',
    'sep set сен σεπ eyl',
    'oct okt out ott окт οκτ eki',
    'nov ноя νοε kas',
    'dec dez dic déc dis дек δεκ ara',
  ];
  const table = starts.flatMap((line, index) =>
    line
      .split(' ')
      .map((start): [string, number] => [
        start.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
        index + 1,
      ]),
  );
  return table.sort(([a], [b]) => b.length - a.length);
}
