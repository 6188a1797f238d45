/**
 * What recurs of a source's plans, time by time: runs in a thread, for a stranger wrote the rules. Never throws on what it is given; of
 * a series that cannot be followed the first time stands alone.
 */
import { wallTime } from '../kit/local-time.ts';
import type { PlanRecurrence, ReceivedPlan } from '../runner/work.ts';
import { endOf, idOf, type SaidEvent, type SaidTime } from './calendar-event.ts';
import { occurrencesOf, SeriesFault, type StepCount, type Window } from './calendar-series.ts';
import { type CalendarZone, calendarZones } from './calendar-zones.ts';
import type { CalendarEvent } from './read-calendar.ts';

export interface SeriesQuestion {
  plans: ReceivedPlan[];
  /** The paper's. */
  zone: string;
  window: Window;
}

const MOST_STEPS = 20_000; // through the rules of one delivery
const CLOCK = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** Each time of each series, by a key of its own. */
export function readAgencySeries({ plans, zone, window }: SeriesQuestion): CalendarEvent[] {
  const steps = { left: MOST_STEPS };
  return plans.flatMap((plan) => (plan.recurs ? timesOf(plan, plan.recurs, { zone, window, steps }) : []));
}

function timesOf(
  plan: ReceivedPlan,
  recurs: PlanRecurrence,
  { zone, window, steps }: { zone: string; window: Window; steps: StepCount },
): CalendarEvent[] {
  const clocks = clocksOf(recurs.start, zone);
  const series = seriesOf(plan, recurs, clocks);
  if (!series) return [];
  const { key, what, place, note, link, isCancelled } = plan;
  const put = (starts: SaidTime): CalendarEvent => {
    const ends = endOf(starts, series.lasts);
    const time = starts.isDay
      ? { day: starts.day, lastDay: ends?.isDay ? ends.day : null }
      : { day: null, startsAt: starts.at, endsAt: ends && !ends.isDay ? ends.at : null };
    const own = `${key} ${new Date(idOf(starts)).toISOString()}`;
    return { key: own, series: key, what, place, note, link, isCancelled, time };
  };
  try {
    return occurrencesOf(series, window, steps).map(({ starts }) => put(starts));
  } catch (error) {
    // The library throws on rules that it does not read, and we on those that have no end; the first time is known all the same.
    if (!(error instanceof SeriesFault) && !(error instanceof Error)) throw error;
    return idOf(series.starts) >= window.from ? [put(series.starts)] : [];
  }
}

/**
 * The clocks by which a series goes on: the paper's, where its first time has the paper's offset, so that nine o'clock stays nine
 * o'clock when they change; else UTC, for an offset names no zone.
 */
function clocksOf(start: string, zone: string): CalendarZone {
  const zones = calendarZones([], zone);
  const at = Date.parse(start);
  const [, day, clock, second = '00', offset] = CLOCK.exec(start) ?? [];
  if (Number.isNaN(at) || clock === undefined || offset === undefined) return zones.named('');
  return wallTime(at, zone) === `${day}T${clock}:${second}` ? zones.named('') : zones.utc;
}

function timeIn(text: string, zone: CalendarZone): SaidTime | null {
  const [, day, clock, second = '00', offset] = CLOCK.exec(text) ?? [];
  if (day === undefined) return null;
  if (clock === undefined) return { isDay: true, day };
  const at = offset === undefined ? zone.instant(`${day}T${clock}:${second}`) : Date.parse(text);
  return at === null || Number.isNaN(at) ? null : { isDay: false, wall: zone.wall(at), at, zone };
}

function seriesOf(plan: ReceivedPlan, recurs: PlanRecurrence, zone: CalendarZone): SaidEvent | null {
  const starts = timeIn(recurs.start, zone);
  if (!starts) return null;
  const all = (times: string[]) => times.flatMap((time) => timeIn(time, zone) ?? []);
  const ruleOf = ({ until, ...parts }: Record<string, string>) => {
    const end = until === undefined ? null : timeIn(until, zone);
    const last = end?.isDay ? end.day : end && `${new Date(end.at).toISOString().slice(0, 19)}Z`;
    const named = parts.freq === undefined ? parts : { ...parts, freq: parts.freq.toUpperCase() };
    return until === undefined ? named : { ...named, until: last || until };
  };
  return {
    uid: plan.key,
    what: plan.what,
    place: plan.place,
    note: plan.note,
    link: plan.link,
    isCancelled: plan.isCancelled,
    starts,
    lasts: lastingOf(plan),
    standsFor: null,
    isFromThenOn: false,
    rules: recurs.rules.map(ruleOf),
    exceptRules: recurs.exceptRules.map(ruleOf),
    more: all(recurs.dates).map((more) => ({ starts: more, lasts: null })),
    struck: all(recurs.struck),
    rank: [0, ''],
  };
}

const DAY_LONG = 86_400_000; // ms

function lastingOf({ day, lastDay, startsAt, endsAt }: ReceivedPlan): SaidEvent['lasts'] {
  if (startsAt !== null) return endsAt === null ? null : { days: 0, ms: endsAt - startsAt };
  const midnight = (of: string) => Date.parse(`${of}T00:00:00Z`);
  if (day === null || lastDay === null) return null;
  return { days: (midnight(lastDay) - midnight(day)) / DAY_LONG + 1, ms: 0 };
}
