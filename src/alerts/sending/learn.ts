/** What a sending teaches about its devices: who is gone and why, who was refused, who has to subscribe anew. */

import type { Newsroom } from '../../newsroom.ts';
import type { Outcome } from '../../push/outcome.ts';
import { clearStrikes, listStruck, markGone, markKeysStale, strike } from './learn-queries.ts';

/** Records it; call it in the transaction that records the sending. `outcomes` by device. */
export async function learnFrom(inner: Newsroom, outcomes: ReadonlyMap<string, Outcome>): Promise<void> {
  const struck: string[] = [];
  const stale: string[] = [];
  const gone = new Map<number, string[]>();
  for (const [id, outcome] of outcomes) {
    if (outcome.kind === 'quarantined' && isStrike(outcome.status)) struck.push(id);
    else if (outcome.kind === 'stale') stale.push(id);
    else if (outcome.kind === 'gone') {
      const those = gone.get(outcome.status) ?? [];
      those.push(id);
      gone.set(outcome.status, those);
    }
  }
  await forgive(inner, outcomes);
  await strike(inner, struck);
  await markKeysStale(inner, stale);
  for (const [status, ids] of gone)
    await markGone(inner, ids, `the push service answered ${status}: the browser has let go of it`);
}

/** A refusal that may be about the device. 413 is about our message, 3xx and what was never sent about nobody. */
export function isStrike(status: number): boolean {
  return status >= 400 && status < 500 && status !== 413;
}

/** Forgets earlier refusals. Few devices have any, so those are looked up and the others are not written to. */
async function forgive(inner: Newsroom, outcomes: ReadonlyMap<string, Outcome>): Promise<void> {
  let [first, last] = ['', ''];
  for (const [id, { kind }] of outcomes) {
    if (kind !== 'accepted') continue;
    if (first === '' || id < first) first = id;
    if (id > last) last = id;
  }
  if (last === '') return;
  const refused = await listStruck(inner, first, last);
  const forgiven = refused.filter(({ id }) => outcomes.get(id)?.kind === 'accepted').map(({ id }) => id);
  if (forgiven.length > 0) await clearStrikes(inner, forgiven);
}
