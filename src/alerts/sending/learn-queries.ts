/** What is kept of devices when push services have answered: strikes, keys that are old, and those that are gone. */

import { sql } from 'kysely';
import { HOUR } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { keptQuery } from '../../store/kept-query.ts';
import { STRIKES } from '../chunk.ts';

export function listStruck(inner: Newsroom, first: string, last: string): Promise<{ id: string }[]> {
  return struckWithin(inner, [first, last]);
}

const struckWithin = keptQuery(({ store }, [first, last]) =>
  store
    .selectFrom('devices')
    .select('id')
    .where('strikes', '>', sql.lit(0)) // as the index is written
    .where('id', '>=', first ?? '')
    .where('id', '<=', last ?? ''),
);

export async function clearStrikes(inner: Newsroom, ids: string[]): Promise<void> {
  await inner.store
    .updateTable('devices')
    .set({ strikes: 0, struck_at: null })
    .where('id', 'in', ids)
    .execute();
}

const ONE_STRIKE = 20 * HOUR; // within this, refusals count once: a busy day alone does not shut a device out

export async function strike(inner: Newsroom, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const now = inner.clock.now();
  await inner.store
    .updateTable('devices')
    .set((device) => ({ strikes: device('strikes', '+', 1), struck_at: now }))
    .where('id', 'in', ids)
    .where((device) =>
      device.or([device('struck_at', 'is', null), device('struck_at', '<=', now - ONE_STRIKE)]),
    )
    .execute();
}

/** Left alone until its browser visits, which is then asked to subscribe with the key of today. */
export async function markKeysStale(inner: Newsroom, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await inner.store
    .updateTable('devices')
    .set({ stale_at: inner.clock.now(), strikes: STRIKES })
    .where('id', 'in', ids)
    .execute();
}

/** The device is let go, and why is kept for the desk. */
export async function markGone(inner: Newsroom, ids: string[], why: string): Promise<void> {
  await inner.store
    .updateTable('devices')
    .set({ gone_at: inner.clock.now(), gone_why: why })
    .where('id', 'in', ids)
    .where('gone_at', 'is', null)
    .execute();
}
