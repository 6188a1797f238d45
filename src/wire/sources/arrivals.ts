/**
 * When a source's items come: how many a day of late, and in which hours. From it, how often the source is asked, and
 * whether it is strangely quiet. Pure.
 */
import { z } from 'zod';
import { DAY, HOUR, MINUTE } from '../../kit/clock.ts';
import { readShape } from '../../store/json-column.ts';

/** What is remembered of a source's arrivals. Everything in it fades, so that a change of habit is learnt. */
export interface Arrivals {
  /** Items, faded; and the time in which they came, faded likewise. */
  count: number;
  overMs: number;
  /** Items by hour of the day in UTC, faded. */
  hours: number[];
  /** When it was last brought up to date. */
  at: number;
}

const FADES_IN = 3 * DAY; // what was sent three days ago counts a third of what is sent now
const HOURS_FADE_IN = 14 * DAY; // habits of the day are learnt over two weeks
const MOST_AT_ONCE = 50; // items of one poll that count; more is an archive that was opened, not a pace
const KNOWN_AFTER = 5; // items, and
const KNOWN_OVER = 2 * HOUR; // of watching, before a pace is believed
const SLOWEST = HOUR; // for a source with a pace, however slow: news is late by as much
const SLOWEST_DEAD = 6 * HOUR; // for one that has sent nothing for a month
const DEAD_AFTER = 30 * DAY;
const FASTEST = MINUTE;
const BUSIEST = 3; // times the mean; an hour counts for no more than that, and a dead one for no less than a third

export function noArrivals(now: number): Arrivals {
  return { count: 0, overMs: 0, hours: new Array<number>(24).fill(0), at: now };
}

const kept: z.ZodType<Arrivals> = z.object({
  count: z.number(),
  overMs: z.number(),
  hours: z.array(z.number()).length(24),
  at: z.number(),
});

/** Of a source that sent nothing yet: none. */
export const knownArrivals = (source: { id: string; arrivals_json: string | null }, now: number): Arrivals =>
  source.arrivals_json === null ? noArrivals(now) : readArrivals(source.id, source.arrivals_json);

export function readArrivals(sourceId: string, json: string): Arrivals {
  return readShape('sources.arrivals_json', sourceId, json, kept);
}

/** After a poll that found so many new items. */
export function afterPoll(arrivals: Arrivals, found: number, now: number): Arrivals {
  const passed = Math.max(0, now - arrivals.at);
  const fade = Math.exp(-passed / FADES_IN);
  const hoursFade = Math.exp(-passed / HOURS_FADE_IN);
  const counted = Math.min(found, MOST_AT_ONCE);
  const hour = new Date(now).getUTCHours();
  return {
    count: rounded(arrivals.count * fade + counted),
    // The same fading of the time keeps their quotient the mean gap.
    overMs: Math.round(arrivals.overMs * fade + FADES_IN * (1 - fade)),
    hours: arrivals.hours.map((each, at) => rounded(each * hoursFade + (at === hour ? counted : 0))),
    at: now,
  };
}

/** The mean time between two items of late; null while too little is known. */
export function meanGap(arrivals: Arrivals): number | null {
  if (arrivals.overMs < KNOWN_OVER || arrivals.count <= 0) return null;
  return arrivals.count < KNOWN_AFTER && arrivals.overMs < DAY ? null : arrivals.overMs / arrivals.count;
}

/** How busy an hour is beside the mean hour: between a third and three. */
export function busyness(arrivals: Arrivals, at: number): number {
  const total = arrivals.hours.reduce((sum, each) => sum + each, 0);
  const mean = total / 24;
  // One item a day more in every hour: few items say little about hours.
  const ratio = ((arrivals.hours[new Date(at).getUTCHours()] ?? 0) + 1) / (mean + 1);
  return Math.min(BUSIEST, Math.max(1 / BUSIEST, ratio));
}

export interface Pace {
  arrivals: Arrivals;
  /** The setting: between two polls of a source of which nothing is known. */
  usualMs: number;
  /** What the feed and its answer ask for; a source marked as a wire is not left alone for it. */
  askedMs: number;
  isWire: boolean;
  lastItemAt: number | null;
  now: number;
}

const LONGEST_ASKED = DAY; // whatever a feed asks for; some say a year
const HOURLY = HOUR; // what a wire's own wish may come to

/** Until it is asked again, before jitter: half the gap in which the next item is due, faster in its busy hours. */
export function paceOf({ arrivals, usualMs, askedMs, isWire, lastItemAt, now }: Pace): number {
  const fastest = Math.min(FASTEST, usualMs);
  const gap = meanGap(arrivals);
  const isDead = lastItemAt !== null && now - lastItemAt > DEAD_AFTER;
  const slowest = Math.max(usualMs, isDead ? SLOWEST_DEAD : SLOWEST);
  const own = gap === null ? usualMs : gap / 2 / busyness(arrivals, now);
  const wanted = Math.min(slowest, Math.max(fastest, own));
  if (isWire) return Math.min(wanted, usualMs, HOURLY);
  return Math.max(wanted, Math.min(askedMs, LONGEST_ASKED));
}

const SURE = 7; // items that should have come: that none did has a chance of one in a thousand

/** Whether it should have sent something by now, by its own habits. */
export function isStrangelyQuiet(arrivals: Arrivals, lastItemAt: number | null, now: number): boolean {
  if (lastItemAt === null || meanGap(arrivals) === null) return false;
  return expectedSince(arrivals, lastItemAt, now) >= SURE && now - lastItemAt > 3 * HOUR;
}

const LOOKED_BACK = 14 * DAY;

/** How many items would usually have come between two instants. */
export function expectedSince(arrivals: Arrivals, since: number, now: number): number {
  // The pace as it was before the silence: the silence itself has faded it.
  const silent = Math.exp((arrivals.at - since) / FADES_IN);
  const before = Math.max(1, arrivals.overMs * silent - FADES_IN * (silent - 1));
  const pace = (arrivals.count * silent) / before;
  let expected = 0;
  for (let at = Math.max(since, now - LOOKED_BACK); at < now; at += HOUR)
    expected += pace * Math.min(HOUR, now - at) * busyness(arrivals, at);
  return expected;
}

const rounded = (number: number): number => Math.round(number * 1_000) / 1_000;
