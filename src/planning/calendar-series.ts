/**
 * The occurrences of a series within a window (RFC 5545 3.8.5). All of it is reckoned by the clocks of the zone in which the series
 * is written, so that nine o'clock stays nine o'clock; a rule's own end, which is written in UTC, is brought to those clocks first.
 */
import * as library from 'rrule';
import { DAY, HOUR, MINUTE } from '../kit/clock.ts';
import { isCalendarDay } from '../kit/local-time.ts';
import { idOf, isMidnight, type Lasting, type SaidEvent, type SaidTime } from './calendar-event.ts';

// A module of another kind: Node gives all of it as its default.
const { Frequency, RRule } = (library as unknown as { default: typeof library }).default;

export interface Occurrence {
  starts: SaidTime;
  lasts: Lasting | null;
}

/** Instants; days count by their midnight in UTC. */
export interface Window {
  from: number;
  to: number;
}

/** Steps through rules that are left for one calendar. */
export interface StepCount {
  left: number;
}

export const allSteps = (): StepCount => ({ left: MOST_STEPS });

const MOST_OF_SERIES = 500; // in one window; a daily one of a year fits
const MOST_STEPS = 200_000; // through all rules of one calendar: some seconds; what recurs without end takes a step for each time that is shown

export class SeriesFault extends Error {}

/** Every occurrence that the series itself has in the window, in order; without those that are struck out. */
export function occurrencesOf(series: SaidEvent, window: Window, steps: StepCount): Occurrence[] {
  const found = new Map<number, Occurrence>();
  const add = (one: Occurrence): void => {
    const id = idOf(one.starts);
    if (id >= window.from && id < window.to && found.size < MOST_OF_SERIES) found.set(id, one);
  };
  const { lasts } = series;
  add({ starts: series.starts, lasts });
  for (const rule of series.rules)
    for (const starts of walk(series.starts, rule, { window, steps })) add({ starts, lasts });
  for (const more of series.more) add({ starts: more.starts, lasts: more.lasts ?? lasts });
  const isStruck = struckBy(series);
  const excepted = new Set(
    series.exceptRules.flatMap((rule) => walk(series.starts, rule, { window, steps }).map(idOf)),
  );
  return [...found.values()]
    .filter(({ starts }) => !isStruck(starts) && !excepted.has(idOf(starts)))
    .sort((one, other) => idOf(one.starts) - idOf(other.starts));
}

/** A day strikes out what of a series is on it, an instant what is at it, whichever zone either is written in. */
function struckBy({ starts, struck }: SaidEvent): (time: SaidTime) => boolean {
  const days = new Set(struck.flatMap((time) => (time.isDay ? time.day : [])));
  const instants = new Set(struck.flatMap((time) => (time.isDay ? [] : time.at)));
  // Of a series of days, an hour strikes out the day that it names.
  const named = new Set(
    struck.flatMap((time) => (time.isDay ? [] : time.wall.slice(0, 'yyyy-mm-dd'.length))),
  );
  // Outlook strikes out by the midnight of the day, on the clocks of the series.
  if (!starts.isDay && !isMidnight(starts))
    for (const time of struck)
      if (!time.isDay && isMidnight(time) && starts.zone.wall(time.at) === time.wall)
        days.add(time.wall.slice(0, 'yyyy-mm-dd'.length));
  if (starts.isDay) return (time) => time.isDay && (days.has(time.day) || named.has(time.day));
  return (time) =>
    !time.isDay && (instants.has(time.at) || days.has(time.wall.slice(0, 'yyyy-mm-dd'.length)));
}

/** What a rule gives within the window, on the clocks of the series. */
function walk(
  starts: SaidTime,
  rule: unknown,
  { window, steps }: { window: Window; steps: StepCount },
): SaidTime[] {
  const options = broughtNear(optionsOf(rule, starts), window);
  const made: SaidTime[] = [];
  new RRule(options).all((date) => {
    steps.left -= 1;
    if (steps.left < 0) throw new SeriesFault('It has recurred too often since it began.');
    const time = onClocksOf(starts, date);
    if (time && idOf(time) >= window.to) return false;
    if (time && idOf(time) >= window.from) made.push(time);
    return made.length < MOST_OF_SERIES;
  });
  return made;
}

const STRIDES: Partial<Record<library.Frequency, number>> = {
  [Frequency.WEEKLY]: 7 * DAY,
  [Frequency.DAILY]: DAY,
  [Frequency.HOURLY]: HOUR,
};

/** A rule that counts nothing may begin later by whole strides: it comes by the same times, without those of decades before. */
function broughtNear(options: RuleOptions, window: Window): RuleOptions {
  const { freq, interval, count, dtstart } = options;
  const stride = (STRIDES[freq ?? Frequency.YEARLY] ?? 0) * (interval || 1);
  if (stride === 0 || count || !dtstart) return options;
  const strides = Math.floor((window.from - DAY - dtstart.getTime()) / stride); // a day: zones are no farther from UTC
  return strides > 1
    ? { ...options, dtstart: new Date(dtstart.getTime() + (strides - 1) * stride) }
    : options;
}

/** A wall time of the library, which writes it as if it were UTC. */
function onClocksOf(starts: SaidTime, date: Date): SaidTime | null {
  const wall = date.toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
  if (starts.isDay) return { isDay: true, day: wall.slice(0, 'yyyy-mm-dd'.length) };
  const at = starts.zone.instant(wall);
  return at === null ? null : { isDay: false, wall, at, zone: starts.zone };
}

const ofRule = [
  'freq',
  'interval',
  'count',
  'until',
  'wkst',
  'bysetpos',
  'bymonth',
  'bymonthday',
  'byyearday',
];
const ofRuleToo = ['byweekno', 'byday', 'byhour', 'byminute', 'bysecond'];
const KNOWN = new Set([...ofRule, ...ofRuleToo]);

/** The rule as the library wants it; refuses one that would be walked for ever. */
function optionsOf(rule: unknown, starts: SaidTime): RuleOptions {
  if (typeof rule !== 'object' || rule === null) throw new SeriesFault('Its rule cannot be read.');
  const { until, ...parts } = rule as Record<string, unknown>;
  if (Object.entries(parts).some(([name, value]) => !isFollowed(name, value)))
    throw new SeriesFault('Its rule has a part that is not followed.');
  const text = Object.entries(parts)
    .filter(([name]) => KNOWN.has(name))
    .map(
      ([name, value]) =>
        `${name.toUpperCase()}=${name === 'wkst' ? weekday(value) : [value].flat().join(',')}`,
    )
    .join(';');
  const options = RRule.parseString(text);
  refuseEndless(options, starts);
  const wall = starts.isDay ? `${starts.day}T00:00:00` : starts.wall;
  const end = untilOn(starts, until);
  if (until !== undefined && end === null) throw new SeriesFault('Its last date is no date.');
  return { ...options, dtstart: new Date(`${wall}Z`), ...(end && { until: new Date(`${end}Z`) }) };
}

/** A rule that goes by the moon (RFC 7529) gives other days than one that goes by ours. */
function isFollowed(name: string, value: unknown): boolean {
  if (name === 'rscale') return String(value).toUpperCase() === 'GREGORIAN';
  if (name === 'skip') return String(value).toUpperCase() === 'OMIT';
  return KNOWN.has(name) || name.startsWith('x-');
}

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const weekday = (value: unknown): string =>
  typeof value === 'number' ? (DAYS[value - 1] ?? 'MO') : String(value);

/** The end of a rule on the clocks of its series; a day without an hour is meant to its end. */
function untilOn(starts: SaidTime, until: unknown): string | null {
  if (typeof until !== 'string') return null;
  const [day = '', clock = ''] = until.split('T');
  if (!isCalendarDay(day)) return null;
  if (starts.isDay) return `${day}T00:00:00`;
  if (clock === '') return `${day}T23:59:59`;
  if (!clock.endsWith('Z')) return `${day}T${clock.slice(0, 8)}`;
  const at = Date.parse(until);
  return Number.isNaN(at) ? null : starts.zone.wall(at);
}

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

type RuleOptions = ReturnType<typeof RRule.parseString>;
const numbers = (value: unknown): number[] =>
  [value].flat().filter((each): each is number => typeof each === 'number');

/** Rules that give nothing, or something every minute, would be looked through until the year 9999. */
function refuseEndless(options: RuleOptions, starts: SaidTime): void {
  const { freq, interval = 1, bymonth, bymonthday, byhour, byminute, bysecond, bysetpos } = options;
  const isOften = freq === Frequency.MINUTELY || freq === Frequency.SECONDLY;
  if (isOften) throw new SeriesFault('It recurs by the minute.');
  const isHourly = freq === Frequency.HOURLY;
  const isNarrow = numbers(byhour).length + numbers(byminute).length + numbers(bysecond).length > 0;
  if (isHourly && (isNarrow || starts.isDay || numbers(bymonth).length > 0))
    throw new SeriesFault('Its rule by the hour cannot be followed.');
  if (freq === undefined || interval < 1 || interval > MOST_INTERVAL)
    throw new SeriesFault('Its rule cannot be followed.');
  const isWithin = (value: unknown, least: number, most: number) =>
    numbers(value).every((each) => each >= least && each <= most);
  if (
    !isWithin(bymonth, 1, 12) ||
    !isWithin(byhour, 0, 23) ||
    !isWithin(byminute, 0, 59) ||
    !isWithin(bysecond, 0, 59)
  )
    throw new SeriesFault('Its rule names what no clock or calendar has.');
  const months = numbers(bymonth).length > 0 ? numbers(bymonth) : [1];
  const longest = Math.max(...months.map((month) => LONGEST_MONTH[month - 1] ?? 31));
  const days = numbers(bymonthday);
  if (days.length > 0 && days.every((day) => day === 0 || Math.abs(day) > longest))
    throw new SeriesFault('Its rule names a day that those months do not have.');
  if (numbers(bysetpos).some((place) => Math.abs(place) > 366))
    throw new SeriesFault('Its rule cannot be followed.');
}

const MOST_INTERVAL = 1_000;

/** How much later clocks show the one than the other, as if both were of one zone. */
export function shiftBetween(from: SaidTime, to: SaidTime): number {
  const wallOf = (time: SaidTime) => Date.parse(time.isDay ? `${time.day}T00:00:00Z` : `${time.wall}Z`);
  return wallOf(to) - wallOf(from);
}

/** The same time on the clocks of its zone, so much later. */
export function shifted(time: SaidTime, ms: number): SaidTime | null {
  if (ms === 0) return time;
  const wall = new Date(Date.parse(time.isDay ? `${time.day}T00:00:00Z` : `${time.wall}Z`) + ms);
  return onClocksOf(time, wall);
}

/** The clocks of another zone at the same instant. */
export function onClocks(time: SaidTime, of: SaidTime): SaidTime {
  if (time.isDay || of.isDay) return time;
  return { isDay: false, wall: of.zone.wall(time.at), at: time.at, zone: of.zone };
}

/**
 * The occurrence of a series that is meant by a day of a series of hours, by an hour of a series of days, or by the midnight of its day,
 * as Outlook writes it: all three name a day, and the clocks of the series say the rest.
 */
export function occurrenceMeant(standsFor: SaidTime, series: SaidTime): SaidTime {
  if (series.isDay)
    return standsFor.isDay ? standsFor : { isDay: true, day: standsFor.wall.slice(0, 'yyyy-mm-dd'.length) };
  const isOnItsClocks = standsFor.isDay || series.zone.wall(standsFor.at) === standsFor.wall;
  if (isMidnight(series) || !isOnItsClocks || !(standsFor.isDay || isMidnight(standsFor))) return standsFor;
  const day = standsFor.isDay ? standsFor.day : standsFor.wall.slice(0, 'yyyy-mm-dd'.length);
  return onClocksOf(series, new Date(`${day}T${series.wall.slice('yyyy-mm-ddT'.length)}Z`)) ?? standsFor;
}

/** How far a window is widened, so that what an exception moves into it is found. */
export const widened = (window: Window, ms: number): Window => ({
  from: window.from - Math.abs(ms) - HOUR * 15 - MINUTE,
  to: window.to + Math.abs(ms) + HOUR * 15 + MINUTE,
});
