/**
 * The line that a run of a move keeps of itself: what the desk is shown of it, its doubts, and the lease that keeps a second run
 * out. Killed, it says nothing more, and the next run goes on: in a folder at once, for a lock of the system's tells that nobody is
 * at it any more; on PostgreSQL, where it may be another machine's, once its silence is certain.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { SECOND } from '../../kit/clock.ts';
import { refuse } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import { announce } from '../../runner/work.ts';
import { holdFolder } from '../../store/folder-lock.ts';
import { dropSettledOriginals } from '../doubt-queries.ts';
import { beginMove, changeMove, type MoveRow } from '../moves-queries.ts';
import { keepUntold } from './keep-doubts.ts';
import type { Ledger, MoveOrder } from './move-order.ts';
import type { Survey } from './survey.ts';
import { digest, type MoveWorld } from './world.ts';

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
  const release = await begin(world, order, row);
  // Pictures of a slow host may take minutes before the next word.
  let beating: Promise<unknown> = Promise.resolve();
  const beat = setInterval(() => {
    const lease_until = newsroom.clock.now() + MOVE_LEASE;
    beating = changeMove(newsroom, id, { lease_until }).catch(() => undefined); // the next word meets the same, and says it
  }, BEAT).unref();
  let said = 0;
  const tell = async (inner: Newsroom): Promise<() => void> => {
    const told = await keepUntold(inner, world);
    await announce(inner, { event: 'paper-moved', facts: { moveId: id }, key: 'paper-moved' });
    inner.bell.ring('desk', { what: 'moves' });
    return told;
  };
  const counts = () => JSON.stringify(Object.fromEntries(world.counts));
  return {
    async say({ stage, done, total }) {
      const now = newsroom.clock.now();
      if (now - said < SAID_EVERY) return;
      said = now;
      const told = await newsroom.transact(async (inner) => {
        const lease_until = now + MOVE_LEASE;
        await changeMove(inner, id, { stage, done, total, counts_json: counts(), lease_until });
        return tell(inner);
      });
      told();
    },
    async end(state, words) {
      clearInterval(beat);
      await beating;
      const ended_at = newsroom.clock.now();
      await newsroom
        .transact(async (inner) => {
          await changeMove(inner, id, { state, words, stage: 'done', counts_json: counts(), ended_at });
          await tell(inner);
          await dropSettledOriginals(inner);
          inner.bell.ring('pages', { touched: ['everything'] });
        })
        .finally(release);
    },
  };
}

/** Puts the line there; what it answers with lets go of the house. */
async function begin(
  { newsroom, survey }: MoveWorld,
  order: MoveOrder,
  row: Omit<MoveRow, 'lease_until'>,
): Promise<() => void> {
  for (let waited = 0; ; waited += SECOND) {
    const release = newsroom.engine === 'sqlite' ? holdHouse(newsroom, survey) : null;
    const lease_until = newsroom.clock.now() + MOVE_LEASE;
    try {
      if (await beginMove(newsroom, { ...row, lease_until }, release !== null)) return release ?? (() => {});
    } catch (error) {
      release?.();
      throw error;
    }
    release?.();
    if (waited >= (order.patience ?? 0)) refuse('move-under-way');
    order.hear?.({ stage: 'waiting', done: waited / SECOND, total: 0 });
    await pause(SECOND);
  }
}

/** Null where another process is at it. */
const holdHouse = ({ settings }: Newsroom, { site }: Survey): (() => void) | null =>
  holdFolder(settings.data, `moving-${digest(site.origin)}.lock`);
