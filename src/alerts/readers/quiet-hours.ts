/**
 * Quiet hours: a window of the day on the reader's own clock. Instants are milliseconds since 1970, times of day minutes
 * since midnight; summer time is the zone's own affair, so that seven stays seven on the night the clocks change.
 */
import { DAY, HOUR, MINUTE } from '../../kit/clock.ts';

export const MINUTES_A_DAY = DAY / MINUTE;

/** From this minute of the day until that one, past midnight where `from` is the later. Equal ends are no window. */
export interface QuietHours {
  from: number;
  to: number;
}

/** Reads clocks on the wall. Answers are remembered, so that a million readers of one zone cost one look. */
export interface WallClocks {
  /** Minutes since midnight in the zone at the instant. A zone nobody knows is taken for UTC. */
  minuteOfDay(zone: string, at: number): number;
  /** The first instant after `at` at which the clock shows this minute, or has jumped past it. */
  next(zone: string, minute: number, at: number): number;
}

/** For one run over readers: what it remembers goes with it. */
export function openWallClocks(): WallClocks {
  const formats = new Map<string, Intl.DateTimeFormat>();
  const minutes = new Map<string, number>();
  const nexts = new Map<string, number>();

  function minuteOfDay(zone: string, at: number): number {
    const name = `${zone} ${Math.floor(at / MINUTE)}`;
    const known = minutes.get(name);
    if (known !== undefined) return known;
    let format = formats.get(zone);
    if (!format) {
      format = formatOf(isTimeZone(zone) ? zone : 'UTC');
      formats.set(zone, format);
    }
    const [hour = 0, minute = 0] = format.format(at).split(':').map(Number);
    minutes.set(name, hour * 60 + minute);
    return hour * 60 + minute;
  }

  function next(zone: string, minute: number, at: number): number {
    const start = Math.floor(at / MINUTE) * MINUTE;
    const name = `${zone} ${minute} ${start}`;
    const known = nexts.get(name);
    if (known !== undefined) return known;
    const found = search(start, minute, (when) => minuteOfDay(zone, when));
    nexts.set(name, found);
    return found;
  }

  return { minuteOfDay, next };
}

const QUARTER = 15 * MINUTE; // zones change their clocks on the quarters of an hour, never in between
const LONGEST_DAY = DAY + 2 * HOUR;

const circled = (minutes: number): number => ((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;

/** Walks from quarter to quarter by the clock's own reading, so that days of 23 and 25 hours need no rule. */
function search(start: number, minute: number, read: (at: number) => number): number {
  let at = start + MINUTE;
  while (at < start + LONGEST_DAY) {
    const quarter = (Math.floor(at / QUARTER) + 1) * QUARTER;
    const shown = read(at);
    const length = (quarter - at) / MINUTE;
    const left = circled(minute - shown);
    if (left < length) return at + left * MINUTE;
    const jump = circled(read(quarter) - (shown + length));
    // Put forward over the minute that is looked for: it is past. Put back, a jump is most of a day, and nothing is past.
    if (jump < MINUTES_A_DAY / 2 && left < length + jump) return quarter;
    at = quarter;
  }
  return start + DAY;
}

/** Whether a minute of the day lies within; the end is outside. */
export function isQuiet(hours: QuietHours, minute: number): boolean {
  if (hours.from === hours.to) return false;
  return hours.from < hours.to
    ? minute >= hours.from && minute < hours.to
    : minute >= hours.from || minute < hours.to;
}

/** The instant at which the reader's quiet ends; null when it is not quiet at `now`. */
export function quietUntil(
  clocks: WallClocks,
  asked: { hours: QuietHours; zone: string; now: number },
): number | null {
  const { hours, zone, now } = asked;
  return isQuiet(hours, clocks.minuteOfDay(zone, now)) ? clocks.next(zone, hours.to, now) : null;
}

/** Whether a browser's name for a time zone is one that can be read here. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return name.length <= 64;
  } catch {
    return false; // RangeError, the only thing Intl throws here: no such zone
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}
