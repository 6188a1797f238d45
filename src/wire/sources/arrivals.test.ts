/** How often a source is asked, by when its items come. */
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../kit/clock.ts';
import { type Arrivals, afterPoll, isStrangelyQuiet, meanGap, noArrivals, paceOf } from './arrivals.ts';

const START = Date.UTC(2026, 10, 1);

/** A source watched every five minutes for some days; `sends` says how many items come at an instant. */
function watched(
  days: number,
  sends: (at: number) => number,
): { arrivals: Arrivals; now: number; lastItemAt: number } {
  let arrivals = noArrivals(START);
  let lastItemAt = START;
  let now = START;
  for (; now < START + days * DAY; now += 5 * MINUTE) {
    const found = sends(now);
    if (found > 0) lastItemAt = now;
    arrivals = afterPoll(arrivals, found, now);
  }
  return { arrivals, now, lastItemAt };
}
const pace = ({ arrivals, now, lastItemAt }: ReturnType<typeof watched>, more = {}) =>
  paceOf({ arrivals, now, lastItemAt, usualMs: 5 * MINUTE, askedMs: 0, isWire: false, ...more });

describe('the pace of a source', () => {
  it('is the setting’s while little is known', () => {
    const once = watched(0.05, () => 0);
    expect(pace(once)).toBe(5 * MINUTE);
  });

  it('follows what it sends: often for a wire of many items, seldom for one of few', () => {
    const many = watched(5, (at) => (at % (10 * MINUTE) === 0 ? 1 : 0));
    const few = watched(5, (at) => (at % (8 * HOUR) === 0 ? 1 : 0));
    expect(meanGap(many.arrivals)).toBeCloseTo(10 * MINUTE, -5);
    expect(pace(many)).toBeGreaterThan(4 * MINUTE);
    expect(pace(many)).toBeLessThan(6 * MINUTE);
    expect(pace(few)).toBe(HOUR);
  });

  it('is faster in its busy hours than in its quiet ones', () => {
    const byDay = watched(14, (at) => {
      const hour = new Date(at).getUTCHours();
      return hour >= 8 && hour < 18 && at % (30 * MINUTE) === 0 ? 1 : 0;
    });
    const noon = { ...byDay, now: Date.UTC(2026, 10, 16, 12) };
    const night = { ...byDay, now: Date.UTC(2026, 10, 16, 2) };
    expect(pace(noon)).toBeLessThan(pace(night) / 2);
  });

  it('is no faster than the feed asks for, but for one that the desk marks as a wire', () => {
    const many = watched(5, () => 1);
    expect(pace(many, { askedMs: 30 * MINUTE })).toBe(30 * MINUTE);
    expect(pace(many, { askedMs: 30 * MINUTE, isWire: true })).toBeLessThanOrEqual(5 * MINUTE);
    expect(pace(many, { askedMs: 400 * DAY })).toBe(DAY);
  });

  it('never passes a minute, nor six hours for one that fell silent for good', () => {
    const flood = watched(2, () => 40);
    expect(pace(flood)).toBe(MINUTE);
    expect(pace({ ...flood, now: flood.now + 90 * DAY })).toBeLessThanOrEqual(6 * HOUR);
  });
});

describe('a silence', () => {
  const hourly = watched(7, (at) => (at % HOUR === 0 ? 1 : 0));

  it('is strange when many items should have come', () => {
    expect(isStrangelyQuiet(hourly.arrivals, hourly.lastItemAt, hourly.lastItemAt + 4 * HOUR)).toBe(false);
    expect(isStrangelyQuiet(hourly.arrivals, hourly.lastItemAt, hourly.lastItemAt + 12 * HOUR)).toBe(true);
  });

  it('stays strange while it is watched', () => {
    let { arrivals, now } = hourly;
    for (const end = now + 2 * DAY; now < end; now += HOUR) arrivals = afterPoll(arrivals, 0, now);
    expect(isStrangelyQuiet(arrivals, hourly.lastItemAt, now)).toBe(true);
  });

  it('is not strange at night for a source that sleeps at night', () => {
    const byDay = watched(14, (at) => {
      const hour = new Date(at).getUTCHours();
      return hour >= 8 && hour < 18 && at % HOUR === 0 ? 1 : 0;
    });
    const evening = Date.UTC(2026, 10, 14, 17);
    expect(isStrangelyQuiet(byDay.arrivals, evening, evening + 10 * HOUR)).toBe(false);
  });
});
