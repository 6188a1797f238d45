/** Instants as other houses write them. */
import type { When } from '../records.ts';

const EARLIEST_YEAR = 1000; // an archive may be old; JavaScript takes the year 1 for 1901

/** 'YYYY-MM-DD HH:MM:SS' of UTC; null for none, for the zeros that stand for it, and for a day or an hour that no calendar has. */
export function utcTime(text: string): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?/.exec(text.trim());
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (year < EARLIEST_YEAR || hour > 23 || minute > 59 || second > 60) return null;
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && month >= 1 && month <= 12
    ? at
    : null;
}

/** What a post's dates say: its UTC, else the date of the feed, else the time of day there, whose zone is the paper's. */
export function whenOf(utc: string, local: string, feed: string): When {
  // WordPress makes the feed's date of its UTC: of zeros it makes the last second of 1969 or a day of 1999, as PHP counts them.
  const isMadeOfNone = /^0000-/.test(utc.trim()) && utcTime(local) !== null;
  const at = utcTime(utc) ?? (isMadeOfNone ? null : feedTime(feed));
  if (at !== null) return { at };
  return utcTime(local) === null ? null : { local: local.trim() };
}

/** RFC 822; the year -1 is WordPress's for a draft that has no date. */
function feedTime(text: string): number | null {
  if (text.trim() === '' || /-0001/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** ISO 8601, seconds or milliseconds since 1970; null for anything else. */
export function anyTime(value: unknown): number | null {
  if (typeof value === 'number' && Number.isFinite(value))
    return value < 100_000_000_000 ? value * 1_000 : value;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const plain = utcTime(value);
  if (plain !== null && !/(?:Z|[+-]\d\d:?\d\d)$/.test(value.trim())) return plain;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}

/** A time of day in a zone as an instant. In the hour that clocks skip, the one after it. */
export function instantIn(timeZone: string, local: string): number | null {
  const asUtc = utcTime(local);
  if (asUtc === null) return null;
  const first = asUtc - offsetAt(timeZone, asUtc);
  return asUtc - offsetAt(timeZone, first);
}

function offsetAt(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const seen = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return seen - Math.floor(at / 1_000) * 1_000;
}
