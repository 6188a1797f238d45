/**
 * Reads an iCalendar file (RFC 5545) into what happens within a window of time: runs in a thread, for a stranger sent it. Never
 * throws on what it is given. What cannot be read of it is told, in sentences; what is no calendar at all is refused whole.
 */

import { createHash } from 'node:crypto';
import { DAY } from '../kit/clock.ts';
import { decode } from '../kit/decode.ts';
import { isZone } from '../kit/local-time.ts';
import { endOf, idOf, noteOf, readSaidEvent, type SaidEvent, type SaidTime } from './calendar-event.ts';
import { unfoldedBytes } from './calendar-lines.ts';
import {
  allSteps,
  type Occurrence,
  occurrenceMeant,
  occurrencesOf,
  onClocks,
  SeriesFault,
  type StepCount,
  shiftBetween,
  shifted,
  type Window,
  widened,
} from './calendar-series.ts';
import { type CalendarParts, propertyText, splitCalendar } from './calendar-text.ts';
import { calendarZones } from './calendar-zones.ts';
import type { PlanTime } from './plan.ts';

export interface CalendarQuestion {
  bytes: Uint8Array;
  contentType: string | null;
  /** The paper's zone: of times that name none. */
  zone: string;
  window: Window;
}

/** One thing that happens. */
export interface CalendarEvent {
  /** The same each time the calendar is read: its series, and which occurrence of it. */
  key: string;
  /** What its series is called; of what happens once, itself. */
  series: string;
  what: string;
  place: string;
  note: string;
  link: string | null;
  time: PlanTime;
  isCancelled: boolean;
}

export type CalendarReading =
  | {
      ok: true;
      name: string;
      /** How long it asks to be left alone, in milliseconds. */
      restMs: number | null;
      events: CalendarEvent[];
      problems: string[];
    }
  | { ok: false; words: string };

const MOST_EVENTS = 3_000; // of one calendar in one window: thirty a day
const MOST_PROBLEMS = 10;

export function readCalendar({ bytes, contentType, zone, window }: CalendarQuestion): CalendarReading {
  const split = splitCalendar(decode(unfoldedBytes(bytes), contentType).text.replace(/^\ufeff/, ''));
  if (!split.ok) return split;
  const { parts } = split;
  const own = headOf(parts, 'x-wr-timezone');
  const zones = calendarZones(parts.zones, isZone(own) ? own : zone);
  const said = parts.events.map((component) => readSaidEvent(component, zones));
  const timeless = said.filter((event) => event === null).length;
  const problems = [...parts.problems];
  if (timeless > 0) problems.push(`${timeless} of its events have no time that there is.`);
  const steps = allSteps();
  const isCancelled = headOf(parts, 'method').toUpperCase() === 'CANCEL';
  const events = [...seriesIn(said.filter((event) => event !== null))].flatMap(([series, all]) =>
    eventsOf(series, all, { window, problems, steps }),
  );
  for (const name of zones.unknown)
    problems.push(`It names a time zone that nobody knows: ${name.slice(0, 60)}.`);
  if (events.length > MOST_EVENTS) problems.push(`Only its first ${MOST_EVENTS} events are followed.`);
  return {
    ok: true,
    name: (headOf(parts, 'name') || headOf(parts, 'x-wr-calname')).trim().slice(0, 120),
    restMs: restIn(headOf(parts, 'refresh-interval') || headOf(parts, 'x-published-ttl')),
    events: events
      .sort((one, other) => orderOfEvent(one) - orderOfEvent(other))
      .slice(0, MOST_EVENTS)
      .map((event) => ({
        ...event,
        note: noteOf(event.note),
        isCancelled: isCancelled || event.isCancelled,
      })),
    problems: [...new Set(problems)].slice(0, MOST_PROBLEMS),
  };
}

const headOf = ({ head }: CalendarParts, name: string): string => propertyText(['', head, []], name);

/** `PT1H`, `P1D`: whole units, as calendars say them. */
function restIn(text: string): number | null {
  const [, days = '0', hours = '0', minutes = '0'] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?/.exec(text) ?? [];
  const ms = Number(days) * DAY + Number(hours) * 3_600_000 + Number(minutes) * 60_000;
  return ms > 0 && Number.isFinite(ms) ? ms : null;
}

interface Series {
  /** Null where the file has only occurrences of it. */
  whole: SaidEvent | null;
  /** What stands for one occurrence, and for one and all after it, by the occurrence. */
  single: Map<number, SaidEvent>;
  onwards: Map<number, SaidEvent>;
}

/** By series; of two that speak of the same, the newer. */
function seriesIn(events: SaidEvent[]): Map<string, Series> {
  const all = new Map<string, Series>();
  for (const event of events) {
    const uid = event.uid || shortHash(`${event.what} ${idOf(event.starts)}`);
    const name = uid.length > LONGEST_UID ? shortHash(uid) : uid;
    const series = all.get(name) ?? { whole: null, single: new Map(), onwards: new Map() };
    all.set(name, series);
    if (event.standsFor === null) series.whole = newer(series.whole, event);
    else {
      const among = event.isFromThenOn ? series.onwards : series.single;
      const id = idOf(event.standsFor);
      among.set(id, newer(among.get(id) ?? null, event));
    }
  }
  for (const { whole, single, onwards } of all.values())
    if (whole) for (const among of [single, onwards]) bringToClocks(among, whole.starts);
  return all;
}

/** Keys are those of the occurrences that are meant, once the series itself is known. */
function bringToClocks(among: Map<number, SaidEvent>, series: SaidTime): void {
  for (const [id, said] of [...among]) {
    const standsFor = said.standsFor ? occurrenceMeant(said.standsFor, series) : null;
    if (!standsFor || idOf(standsFor) === id) continue;
    among.delete(id);
    among.set(idOf(standsFor), newer(among.get(idOf(standsFor)) ?? null, { ...said, standsFor }));
  }
}

const LONGEST_UID = 200; // characters; 3.8.4.7 asks for fewer than 255 octets
const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);

function newer(one: SaidEvent | null, other: SaidEvent): SaidEvent {
  if (one === null) return other;
  const [[sequence, stamp], [its, itsStamp]] = [one.rank, other.rank];
  return its > sequence || (its === sequence && itsStamp >= stamp) ? other : one;
}

function eventsOf(
  name: string,
  series: Series,
  { window, problems, steps }: { window: Window; problems: string[]; steps: StepCount },
): CalendarEvent[] {
  const { whole, single, onwards } = series;
  const events: CalendarEvent[] = [];
  const isSeries =
    (whole?.rules.length ?? 0) + (whole?.more.length ?? 0) > 0 || single.size + onwards.size > 0;
  const put: Put = (id, said, occurrence) => {
    if (!touches(occurrence, window)) return;
    const key = isSeries ? `${name} ${new Date(id).toISOString()}` : name;
    const event = eventOf(said, occurrence, { key, series: name });
    events.push({ ...event, isCancelled: event.isCancelled || whole?.isCancelled === true });
  };
  // An occurrence that was moved is where it was moved to, whether or not the series still comes by its old place, or is here at all.
  for (const [id, said] of single) put(id, said, { starts: said.starts, lasts: said.lasts });
  for (const [id, said] of onwards)
    if (!single.has(id)) put(id, said, { starts: said.starts, lasts: said.lasts });
  if (whole === null) return events;
  try {
    putSeries(whole, series, { window, steps, put });
  } catch (error) {
    // The library throws on rules that it does not read; a fault of ours is told by its tests.
    const why = error instanceof SeriesFault ? error.message : 'Its rule cannot be read.';
    problems.push(`“${whole.what.slice(0, 80)}” is not followed. ${why}`);
    put(idOf(whole.starts), whole, { starts: whole.starts, lasts: whole.lasts });
  }
  return events;
}

type Put = (id: number, said: SaidEvent, occurrence: Occurrence) => void;

/** The occurrences that nothing stands for by itself: as the series has them, or as it was changed from one of them on. */
function putSeries(
  whole: SaidEvent,
  { single, onwards }: Series,
  { window, steps, put }: { window: Window; steps: StepCount; put: Put },
): void {
  const changes = [...onwards].sort(([one], [other]) => one - other);
  const shifts = changes.map(([, said]) => shiftOf(said, whole));
  const { days, ms } = whole.lasts ?? { days: 1, ms: 0 };
  const wide = widened(window, Math.max(days * DAY + ms, ...shifts.map(Math.abs)));
  for (const occurrence of occurrencesOf(whole, wide, steps)) {
    const id = idOf(occurrence.starts);
    if (single.has(id) || onwards.has(id)) continue;
    const at = changes.findLastIndex(([from]) => from < id);
    const [, said] = changes[at] ?? [];
    const starts = said ? shifted(occurrence.starts, shifts[at] ?? 0) : occurrence.starts;
    if (starts) put(id, said ?? whole, said ? { starts, lasts: said.lasts } : occurrence);
  }
}

/** How much later it is from then on, on the clocks of the series. */
function shiftOf(said: SaidEvent, whole: SaidEvent): number {
  if (said.standsFor === null || said.starts.isDay !== whole.starts.isDay) return 0;
  return shiftBetween(onClocks(said.standsFor, whole.starts), onClocks(said.starts, whole.starts));
}

function touches({ starts, lasts }: Occurrence, window: Window): boolean {
  const end = endOf(starts, lasts);
  const from = idOf(starts);
  return from < window.to && (from >= window.from || (end !== null && idOf(end) > window.from));
}

function eventOf(
  said: SaidEvent,
  { starts, lasts }: Occurrence,
  { key, series }: { key: string; series: string },
): CalendarEvent {
  const { what, place, note, link, isCancelled } = said;
  return {
    key,
    series,
    what,
    place,
    note,
    link,
    isCancelled,
    time: planTimeFor(starts, endOf(starts, lasts)),
  };
}

function planTimeFor(starts: SaidTime, ends: SaidTime | null): PlanTime {
  if (starts.isDay) return { day: starts.day, lastDay: ends?.isDay ? ends.day : null };
  return { day: null, startsAt: starts.at, endsAt: ends && !ends.isDay ? ends.at : null };
}

const orderOfEvent = ({ time }: CalendarEvent): number =>
  time.day === null ? time.startsAt : Date.parse(`${time.day}T00:00:00Z`);
