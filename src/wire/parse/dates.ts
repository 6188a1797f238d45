/** Dates as the world writes them in feeds: RFC 822 with odd zones, ISO 8601 in its parts, and the habits in between. */
import { SECOND } from '../../kit/clock.ts';
import { asciiDigits } from '../../kit/digits.ts';
import { monthAmong } from './month-words.ts';
import { offsetOf } from './zones.ts';

/** The instant that a date means, or null if it means none. Without a zone it is UTC. */
export function readDate(text: string): number | null {
  const given = text.trim();
  if (given === '' || given.length > LONGEST) return null;
  const date = inOurSigns(given);
  const found = readCount(date) ?? readIso(date) ?? readWords(date) ?? readNumbers(date);
  return found === EPOCH ? null : found;
}

const LONGEST = 100; // characters of anything that is a date
const EPOCH = 0; // what programs write where they know no date
const FIRST_YEAR = 1900; // with four digits; `0001` is what programs write where they know none
const TIME = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\b\.?)?/i;

/** Digits of other scripts, years and hours with East Asian signs, and halves of the day, written as in English. */
function inOurSigns(text: string): string {
  return asciiDigits(text)
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(
      /(\d+)\s*[年년]\s*(\d+)\s*[月월]\s*(\d+)\s*[日号號일]?(?:\s*[(（]?[\p{sc=Han}\p{sc=Hangul}][)）])?/gu,
      '$1-$2-$3 ',
    )
    .replace(
      /(\d{1,2})\s*[时時点點시]\s*(?:(\d{1,2})\s*[分분])?(?:\s*(\d{1,2})\s*[秒초])?/g,
      (_, hour: string, minute = '00', second = '00') =>
        `${hour}:${minute.padStart(2, '0')}:${second.padStart(2, '0')}`,
    )
    .replace(/(?:上午|凌晨|早上|午前|오전)\s*(\d{1,2}:\d{2}(?::\d{2})?)/g, '$1 am')
    .replace(/(?:下午|晚上|午後|오후)\s*(\d{1,2}:\d{2}(?::\d{2})?)/g, '$1 pm')
    .replace(/(?<![\p{L}])(?:π\.?\s?μ|ص|صباحا|صباحًا)\.?(?![\p{L}])/giu, 'am')
    .replace(/(?<![\p{L}])(?:μ\.?\s?μ|م|مساء|مساءً)\.?(?![\p{L}])/giu, 'pm')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(
      /(?<![\d:.])([01]?\d|2[0-4])\s?h(?:\s?([0-5]\d))?(?![\p{L}\d])/giu,
      (_, hour: string, minute = '00') => `${hour}:${minute}`,
    )
    .replace(/\bo'?clock\b|\buhr\b/gi, ' ')
    .trim();
}

/** Seconds or milliseconds since 1970, as programs count, from 2001 to 2033: others may be a day and its hour. */
function readCount(date: string): number | null {
  if (/^1\d{9}$/.test(date)) return Number(date) * SECOND;
  return /^1\d{12}$/.test(date) ? Number(date) : null;
}

/** 2026-11-19T12:00:05.25+02:00 and its shorter forms, also without hyphens or with a space for the T. */
function readIso(date: string): number | null {
  const found =
    /^([+-]?\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:(?:T|\s|T\s)(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?(?!\d)\s*(.*))?$/i.exec(
      date.replace(/^(\d{8})(\d{4}(?:\d\d)?)$/, '$1T$2'),
    );
  if (!found) return null;
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', zone = ''] = found;
  return instant([Number(year), Number(month), Number(day)], [hour, minute, second].map(Number), zone);
}

/** Thu, 19 Nov 2026 12:00:05 +0200; Nov 19 2026; 19 November, 2026, 2:05 pm EST; Thu Nov 19 12:00:05 CET 2026. */
function readWords(text: string): number | null {
  const time = TIME.exec(text);
  const rest = time
    ? `${text.slice(0, time.index)} | ${text.slice(time.index + time[0].length)}`
    : `${text} |`;
  const [before = '', after = ''] = rest.split('|');
  // `12:00, 29 November 2026`: the time may stand first.
  const isTimeFirst = !/\d/.test(before);
  const date = isTimeFirst ? after.replace(/[+-]\d{2,4}\b.*$/, '') : before;
  const month = monthAmong(date.match(WORD) ?? []);
  const numbers: string[] = date.match(/\d+/g) ?? [];
  const yearAfter = /(?:^|\s)(\d{4})$/.exec(after.trim())?.[1];
  if (numbers.length === 1 && yearAfter !== undefined) numbers.push(yearAfter);
  const [first, second] = numbers;
  if (month === null || first === undefined || second === undefined) return null;
  const isYearFirst = first.length > 2;
  const year = fullYear(isYearFirst ? first : second) - (THAI.test(date) ? BUDDHIST : 0);
  const zone = after.trim().replace(/(^|\s)\d{4}$/, '');
  return instant([year, month, Number(isYearFirst ? second : first)], clockOf(time), zone);
}

const THAI = /\p{Script=Thai}[^|]*2[45]\d\d/u;
const BUDDHIST = 543; // years that the Thai calendar is ahead
const WORD = /[\p{L}\p{M}’']+/gu;

/** 19/11/2026 12:00, 11/19/2026 2:05 PM, 19.11.2026: the day first, unless that cannot be. */
function readNumbers(date: string): number | null {
  const found = /^(?:\p{L}+,?\s+)?(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})[ ,]*(.*)$/u.exec(date);
  if (!found) return null;
  const [first, second, third] = found.slice(1, 4).map(Number) as [number, number, number];
  const year = fullYear(found[3] ?? '');
  const time = TIME.exec(found[4] ?? '');
  const zone = (found[4] ?? '').replace(time?.[0] ?? '', '').trim();
  if ((found[1] ?? '').length > 2) return instant([first, second, third], clockOf(time), zone);
  const [day, month] = second > 12 || /[ap]\.?m/i.test(found[4] ?? '') ? [second, first] : [first, second];
  return instant([year, month, day], clockOf(time), zone);
}

function clockOf(time: RegExpExecArray | null): number[] {
  if (!time) return [0, 0, 0];
  const half = (time[4] ?? '').toLowerCase();
  const hour = Number(time[1]);
  const turned = half === '' ? hour : (hour % 12) + (half.startsWith('p') ? 12 : 0);
  return [turned, Number(time[2]), Number(time[3] ?? 0)];
}

/** Two digits are of this century or the last; more are what they say. */
function fullYear(written: string): number {
  const year = Number(written);
  return written.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

function instant(date: number[], time: number[], zone: string): number | null {
  const [year = 0, month = 1, day = 1] = date;
  const [hour = 0, minute = 0, second = 0] = time;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 61) return null;
  if (year < FIRST_YEAR || year > 9999 || day > daysIn(year, month)) return null;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return wall - offsetOf(zone, wall);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
