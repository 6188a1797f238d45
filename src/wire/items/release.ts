/** When an item may go out without an editor: not before its embargo, and not before the date it bears. Pure. */
import { DAY, MINUTE } from '../../kit/clock.ts';

export interface ItemDates {
  status: string;
  embargo: number | null;
  published: number | null;
}

const CLOCKS_DIFFER = 15 * MINUTE; // a date as little ahead is a clock that goes wrong, and no wish
const FURTHEST = 7 * DAY; // a date further ahead is a mistake, or the day of what is told of: the desk's to judge

/** Whether an item bears a date that is still to come. */
export function isDatedAhead(published: number | null, now: number): boolean {
  return published !== null && published > now + CLOCKS_DIFFER;
}

/** Whether nothing but an editor stands between it and readers now. */
export function isFree({ status, embargo, published }: ItemDates, now: number): boolean {
  return status === 'usable' && (embargo ?? 0) <= now && !isDatedAhead(published, now);
}

/** The instant to come at which it is released; null where nothing is waited for, or where it is the desk's. */
export function releaseOf({ status, embargo, published }: ItemDates, now: number): number | null {
  if (status !== 'usable') return null;
  const ahead = isDatedAhead(published, now) ? (published ?? 0) : 0;
  if (ahead > now + FURTHEST) return null;
  const at = Math.max(embargo ?? 0, ahead);
  return at > now ? at : null;
}
