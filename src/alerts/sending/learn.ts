/** What a sending teaches about its devices: who is gone and why, who was refused, who has to subscribe anew. */

import { sql } from 'kysely';
import { HOUR } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Outcome } from '../../push/outcome.ts';
import { STRIKES } from '../chunk.ts';

const ONE_STRIKE = 20 * HOUR; // within this, refusals count once: a busy day alone does not shut a device out

/** Records it; call it in the transaction that records the sending. `outcomes` by device. */
export async function learnFrom(inner: Newsroom, outcomes: ReadonlyMap<string, Outcome>): Promise<void> {
  const accepted = new Set<string>();
  const struck: string[] = [];
  const stale: string[] = [];
  const gone = new Map<number, string[]>();
  for (const [id, outcome] of outcomes) {
    if (outcome.kind === 'accepted') accepted.add(id);
    else if (outcome.kind === 'quarantined' && isStrike(outcome.status)) struck.push(id);
    else if (outcome.kind === 'stale') stale.push(id);
    else if (outcome.kind === 'gone') gone.set(outcome.status, [...(gone.get(outcome.status) ?? []), id]);
  }
  await forgive(inner, accepted);
  await strike(inner, struck);
  await markStale(inner, stale);
  for (const [status, ids] of gone)
    await markGone(inner, ids, `the push service answered ${status}: the browser has let go of it`);
}

/** A refusal that may be about the device. 413 is about our message, 3xx and what was never sent about nobody. */
export function isStrike(status: number): boolean {
  return status >= 400 && status < 500 && status !== 413;
}

/** Forgets earlier refusals. Few devices have any, so those are looked up and the others are not written to. */
async function forgive(inner: Newsroom, accepted: ReadonlySet<string>): Promise<void> {
  const ids = [...accepted].sort();
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return;
  const refused = await inner.store
    .selectFrom('devices')
    .select('id')
    .where('strikes', '>', sql.lit(0)) // as the index is written
    .where('id', '>=', first)
    .where('id', '<=', last)
    .execute();
  const forgiven = refused.filter(({ id }) => accepted.has(id)).map(({ id }) => id);
  if (forgiven.length > 0)
    await inner.store
      .updateTable('devices')
      .set({ strikes: 0, struck_at: null })
      .where('id', 'in', forgiven)
      .execute();
}

async function strike(inner: Newsroom, ids: string[]): Promise<void> {
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
async function markStale(inner: Newsroom, ids: string[]): Promise<void> {
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
