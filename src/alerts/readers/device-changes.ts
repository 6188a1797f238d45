/** Why there are more or fewer devices than yesterday: who joined, who left, whom a push service no longer knows, by day. */
import { DAY } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { goneByQuarter, joinedByQuarter, leftByQuarter } from './device-change-queries.ts';
import { timeZoneOfPaper } from './reader-queries.ts';

export interface DayOfDevices {
  /** '2026-11-23', in the paper's zone. */
  day: string;
  joined: number;
  /** Ended by their reader. */
  left: number;
  /** The push service answered 404 or 410. */
  gone: number;
  /** The same browser came back with another subscription. */
  replaced: number;
}

export interface DeviceChanges {
  /** Oldest first, every day of the span, the last is today. */
  days: DayOfDevices[];
  /** Each reason in the newsroom's own words, the most frequent first. */
  reasons: { why: string; devices: number }[];
}

/** The last `days` days. */
export async function deviceChanges(newsroom: Newsroom, asked: { days: number }): Promise<DeviceChanges> {
  const now = newsroom.clock.now();
  const dayOf = dayIn(await timeZoneOfPaper(newsroom));
  const days = new Map<string, DayOfDevices>();
  // In half days, because a day of the zone may have 23 hours, and none may be stepped over.
  for (let at = now - (asked.days - 1) * DAY; at <= now; at += DAY / 2) {
    const day = dayOf(at);
    days.set(day, { day, joined: 0, left: 0, gone: 0, replaced: 0 });
  }
  days.set(dayOf(now), { day: dayOf(now), joined: 0, left: 0, gone: 0, replaced: 0 });
  const since = now - (asked.days + 1) * DAY;
  const reasons = new Map<string, number>();
  const add = (at: number, what: Exclude<keyof DayOfDevices, 'day'>, devices: number): boolean => {
    const day = days.get(dayOf(at));
    if (day) day[what] += devices;
    return day !== undefined;
  };
  for (const { quarter, devices } of await joinedByQuarter(newsroom, since)) add(quarter, 'joined', devices);
  const went = [...(await goneByQuarter(newsroom, since)), ...(await leftByQuarter(newsroom, since))];
  for (const { quarter, devices, why, what } of went)
    if (add(quarter, what, devices)) reasons.set(why, (reasons.get(why) ?? 0) + devices);
  return {
    days: [...days.values()],
    reasons: [...reasons]
      .map(([why, devices]) => ({ why, devices }))
      .sort((one, other) => other.devices - one.devices),
  };
}

function dayIn(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone });
  return (at) => format.format(at);
}
