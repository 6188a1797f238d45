/**
 * What clocks on a wall show in a time zone, and back: the only place that knows where clocks skip an hour or show one twice.
 */
import { DAY, MINUTE, SECOND } from './clock.ts';
import { remember } from './remember.ts';

const MOST_ZONES = 100; // formatters kept; calendars of the whole world name fewer

/** Making a formatter costs a hundred times its use. The names of Sweden's dates and hours are those of ISO 8601. */
const formatterOf = remember(
  (zone: string) =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }),
  MOST_ZONES,
);

/** '2026-11-19T14:05:00': what a clock there shows at an instant. */
export function wallTime(at: number, zone: string): string {
  return formatterOf(zone).format(at).replace(' ', 'T');
}

/** '2026-11-19': the day that an instant falls on there. */
export function localDay(at: number, zone: string): string {
  return wallTime(at, zone).slice(0, 'yyyy-mm-dd'.length);
}

/** Of the years 1000 to 9998: a day to each side of any other is written otherwise, and cannot be read back. */
const WALL = /^(?!9999)[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?/;

/**
 * The instant at which clocks there show a time, to the minute or the second; null when it is none, or a day that the calendar
 * does not have. As Temporal's "compatible" has it (`Temporal.ZonedDateTime.from`): what the clocks skip is as much later as
 * they skip, so that nothing goes out before the hour that was typed; of an hour that comes twice, the first.
 */
export function instantAt(text: string, zone: string): number | null {
  const [typed] = WALL.exec(text) ?? [];
  const asIfUtc = Date.parse(`${typed}Z`);
  if (typed === undefined || Number.isNaN(asIfUtc)) return null;
  if (new Date(asIfUtc).toISOString().slice(0, typed.length) !== typed) return null;
  // A day to each side lies beyond every offset there is (14 hours), and no zone changes twice in so short a time.
  const [before, after] = [offsetAt(asIfUtc - DAY, zone), offsetAt(asIfUtc + DAY, zone)];
  const [first = asIfUtc - before] = [asIfUtc - before, asIfUtc - after].filter(
    (at) => at + offsetAt(at, zone) === asIfUtc,
  );
  return first;
}

function offsetAt(at: number, zone: string): number {
  return Date.parse(`${wallTime(at, zone)}Z`) - Math.floor(at / SECOND) * SECOND;
}

/** The first instant of a day there, which is not always midnight: some clocks skip it. Null where it is no day. */
export function dayStart(day: string, zone: string): number | null {
  return isCalendarDay(day) ? instantAt(`${day}T00:00`, zone) : null;
}

const DAY_OF_OURS = /^(?:19|2[0-4])\d\d-\d\d-\d\d$/; // from 1900: before, clocks had no zones

/** Whether it is a day of the calendar, as '2026-11-19', and of an age that a paper plans for. */
export function isCalendarDay(text: string): boolean {
  return DAY_OF_OURS.test(text) && dayAfter(text, 0) === text;
}

/** The day so many days after, or before where that is less than nothing; '' where it is no day. */
export function dayAfter(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00Z`) + days * DAY;
  return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** Whether the platform knows a zone of that name. */
export function isZone(name: string): boolean {
  try {
    return formatterOf(name) !== undefined;
  } catch {
    return false; // no zone of that name
  }
}

/** An instant as `<input type="datetime-local">` has it, in a zone; empty for none. */
export function localInput(at: number | null, zone: string): string {
  return at === null
    ? ''
    : wallTime(Math.floor(at / MINUTE) * MINUTE, zone).slice(0, 'yyyy-mm-ddThh:mm'.length);
}
