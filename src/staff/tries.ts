/** How often someone may try to sign in: a token bucket for each thing counted, in memory. */
import type { Clock } from '../kit/clock.ts';

export interface Allowance {
  /** Tries at once. */
  tries: number;
  /** One more after this many milliseconds. */
  everyMs: number;
}

export interface Tries {
  /** Takes one try for the key; false when none is left. */
  take(key: string): boolean;
  /** Gives the key all its tries again. */
  forgive(key: string): void;
}

const MOST_KEYS = 10_000; // a flood of made-up keys empties the buckets before it fills the memory

export function openTries(clock: Clock, allowed: Allowance): Tries {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(key) {
      const now = clock.now();
      const had = buckets.get(key) ?? { left: allowed.tries, at: now };
      const left = Math.min(allowed.tries, had.left + (now - had.at) / allowed.everyMs);
      if (!buckets.has(key) && buckets.size >= MOST_KEYS) dropFull(buckets, now, allowed);
      buckets.set(key, { left: left < 1 ? left : left - 1, at: now });
      return left >= 1;
    },
    forgive(key) {
      buckets.delete(key);
    },
  };
}

/** Drops the buckets that have filled up again, and if there are none the oldest half. */
function dropFull(buckets: Map<string, { left: number; at: number }>, now: number, allowed: Allowance): void {
  for (const [key, { left, at }] of buckets) {
    if (left + (now - at) / allowed.everyMs >= allowed.tries) buckets.delete(key);
  }
  if (buckets.size < MOST_KEYS) return;
  for (const key of [...buckets.keys()].slice(0, MOST_KEYS / 2)) buckets.delete(key);
}
