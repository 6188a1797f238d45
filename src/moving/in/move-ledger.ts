/**
 * The line that a run of a move keeps of itself: what the desk is shown of it, its doubts, and the lease that keeps a second run
 * out. Killed, it says nothing more; the next run waits until that is certain, and goes on.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { SECOND } from '../../kit/clock.ts';
import { refuse } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import { announce } from '../../runner/work.ts';
import { beginMove, changeMove, keepDoubts, type MoveDoubtRow } from '../moves-queries.ts';
import type { Ledger, MoveOrder } from './move-order.ts';
import type { Doubt, MoveWorld } from './world.ts';

export const MOVE_LEASE = 10 * SECOND; // a run whose process says nothing for that long is gone
const BEAT = 2 * SECOND; // how often it says that it lives, whatever it waits for
const SAID_EVERY = 2 * SECOND;

/** Refuses with `move-under-way` where another run of the house lives; one that was killed is waited for as the order allows. */
export async function openLedger(world: MoveWorld, order: MoveOrder): Promise<Ledger> {
  const { newsroom, survey } = world;
  const id = newsroom.ids.next();
  const begun_at = newsroom.clock.now();
  const row = {
    id,
    origin: survey.site.origin,
    what: order.sources.map(({ name }) => name).join(', '),
    state: 'moving' as const,
    stage: 'looking through' as const,
    done: 0,
    total: world.spool.count('plan'),
    counts_json: '{}',
    words: '',
    begun_at,
    ended_at: null,
  };
  for (let waited = 0; ; waited += SECOND) {
    if (await beginMove(newsroom, { ...row, lease_until: newsroom.clock.now() + MOVE_LEASE })) break;
    if (waited >= (order.patience ?? 0)) refuse('move-under-way');
    order.hear?.({ stage: 'waiting', done: waited / SECOND, total: 0 });
    await pause(SECOND);
  }
  // Pictures of a slow host may take minutes before the next word.
  let beating: Promise<unknown> = Promise.resolve();
  const beat = setInterval(() => {
    const lease_until = newsroom.clock.now() + MOVE_LEASE;
    beating = changeMove(newsroom, id, { lease_until }).catch(() => undefined); // the next word meets the same, and says it
  }, BEAT).unref();
  let said = 0;
  let kept = 0;
  const tell = async (inner: Newsroom): Promise<void> => {
    const fresh = world.doubts.slice(kept);
    await keepDoubts(inner, doubtRows(world, fresh));
    kept = world.doubts.length;
    await announce(inner, { event: 'paper-moved', facts: { moveId: id }, key: 'paper-moved' });
    inner.bell.ring('desk', { what: 'stories', storyId: null });
  };
  const counts = () => JSON.stringify(Object.fromEntries(world.counts));
  return {
    async say({ stage, done, total }) {
      const now = newsroom.clock.now();
      if (now - said < SAID_EVERY) return;
      said = now;
      await newsroom.transact(async (inner) => {
        await changeMove(inner, id, {
          stage,
          done,
          total,
          counts_json: counts(),
          lease_until: now + MOVE_LEASE,
        });
        await tell(inner);
      });
    },
    async end(state, words) {
      clearInterval(beat);
      await beating;
      const ended_at = newsroom.clock.now();
      await newsroom.transact(async (inner) => {
        await changeMove(inner, id, { state, words, stage: 'done', counts_json: counts(), ended_at });
        await tell(inner);
        inner.bell.ring('pages', { touched: ['everything'] });
      });
    },
  };
}

function doubtRows({ newsroom, survey }: MoveWorld, doubts: Doubt[]): MoveDoubtRow[] {
  const at = newsroom.clock.now();
  const rows = new Map<string, MoveDoubtRow>();
  for (const { kind, foreignId, code, words, address, storyId } of doubts)
    rows.set(`${kind} ${foreignId} ${code}`, {
      origin: survey.site.origin,
      kind,
      foreign_id: foreignId,
      code,
      words,
      address,
      our_id: storyId,
      at,
      settled_at: null,
      settled_by_id: null,
    });
  return [...rows.values()];
}
