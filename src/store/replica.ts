/**
 * A replica: a PostgreSQL server that follows the first one and is only read. It lags, by milliseconds or by hours, so it is asked
 * only where it has all that this process has heard of: after each ring of `pages` the first server says how far its log goes, and
 * the replica has to have replayed that far. Whatever it cannot answer, the first server does.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, SECOND } from '../kit/clock.ts';
import type { Ids } from '../kit/ids.ts';
import type { Log } from '../kit/log.ts';
import { Refusal } from '../kit/refusal.ts';
import { isStoreAway } from './away.ts';
import type { Bell } from './bell.ts';
import { openPostgres, type Store } from './engine.ts';
import { raiseFact } from './facts.ts';
import { firstServerState, replicaState } from './replica-queries.ts';

/** 'leads': it is no replica any more, or never was. */
export type ReplicaStanding = 'follows' | 'lags' | 'away' | 'leads';

export interface Replica {
  /**
   * What was read there, and from which instant on it may lack something. Null where it has not all that this process has heard of,
   * or does not answer: then the first server is to be asked.
   */
  read<T>(work: (store: Store) => Promise<T>): Promise<{ found: T; asOf: number } | null>;
  /** How it stands now. */
  look(): Promise<ReplicaStanding>;
  close(): Promise<void>;
}

export interface ReplicaParts {
  address: string;
  /** Of the first server. */
  store: Store;
  bell: Bell;
  clock: Clock;
  ids: Ids;
  log: Log;
}

export const REPLICA_MARK = 'replica mark';

const CONNECT_MS = SECOND; // a page waits for it
const LOOK_MS = SECOND; // for its word on how far it is
const READ_MS = 5 * SECOND; // for a page: then the line is cut somewhere, or it is overloaded
const AGAIN = 5 * SECOND; // between two tries of one that is away

/** What a page has to show at least. */
interface Need {
  /** How far the log of the first server went after the last ring that was heard. */
  position: string;
  /** Only a replica that follows the same server, on the same timeline, has it or a later one. */
  mark: string;
}

/** Opens it; that it cannot be reached now is no reason not to. */
export async function openReplica(parts: ReplicaParts): Promise<Replica> {
  const { store, bell, clock, log } = parts;
  const replica = await openPostgres(parts.address, { connectMs: CONNECT_MS });
  let marking: Promise<unknown> | null = null;
  let need: { at: number; asked: Promise<Need> } | null = null;
  let awayUntil = Number.NEGATIVE_INFINITY;
  let said: ReplicaStanding = 'follows';

  const silence = bell.on('pages', ({ touched }) => {
    need = null;
    // Heard when the bell was lost and is heard again: the first server may be another now, and its log shorter than the old one's.
    if (touched.includes('everything')) marking = null;
  });
  const ask = async (): Promise<Need> => {
    marking ??= raiseFact(store, REPLICA_MARK, parts.ids.next());
    await marking;
    return firstServerState(store, REPLICA_MARK);
  };
  /** What it has to have now, and from when on it may lack something: all of before has been heard of, and is in the need. */
  const needed = () => {
    if (need === null || !bell.trusts(need.at)) need = { at: clock.now(), asked: ask() };
    const mine = need;
    mine.asked.catch(() => {
      if (need === mine) need = null;
      marking = null;
    });
    return { asked: mine.asked, asOf: Math.max(mine.at, bell.heardUpTo()) };
  };
  const note = (standing: ReplicaStanding, error?: unknown): ReplicaStanding => {
    awayUntil = standing === 'away' ? clock.now() + AGAIN : Number.NEGATIVE_INFINITY;
    // That it lags for a moment after each publication is nothing to tell.
    if (standing !== said && standing === 'follows') log.info('the replica is asked for readers’ pages');
    if (standing !== said && (standing === 'away' || standing === 'leads'))
      log.warn('the replica is not asked; the first server makes all pages', { standing, error });
    if (standing !== 'lags') said = standing;
    return standing;
  };
  const look = async ({ position, mark }: Need): Promise<ReplicaStanding> => {
    try {
      const state = await inTime(replicaState(replica, { position, key: REPLICA_MARK }), LOOK_MS);
      if (!state.follows) return note('leads');
      return note(state.has && state.mark !== null && state.mark >= mark ? 'follows' : 'lags');
    } catch (error) {
      return note('away', error);
    }
  };
  return {
    async read(work) {
      if (clock.now() < awayUntil) return null;
      const { asked, asOf } = needed();
      const wanted = await asked.catch(() => null); // the first server says the same to whoever asks it next
      if (wanted === null || (await look(wanted)) !== 'follows') return null;
      try {
        return { found: await inTime(work(replica), READ_MS), asOf };
      } catch (error) {
        if (error instanceof Refusal) throw error; // it is as true there
        // A query that stood in the way of replaying is cancelled there, a line breaks. What is a bug is one at the first server too.
        if (isStoreAway(error) || error instanceof LateReplica) note('away', error);
        else log.warn('a page could not be read at the replica', { error });
        return null;
      }
    },
    async look() {
      const wanted = await needed().asked.catch(() => null);
      return wanted === null ? said : look(wanted);
    },
    async close() {
      silence();
      await Promise.race([replica.destroy(), pause(CONNECT_MS, undefined, { ref: false })]);
    },
  };
}

class LateReplica extends Error {}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  const over = new AbortController();
  const late = pause(ms, undefined, { signal: over.signal, ref: false }).then(() => {
    throw new LateReplica(`no answer within ${ms} ms`);
  });
  work.catch(() => {}); // it may fail once nobody waits for it any more
  late.catch(() => {}); // ended by the answer
  return Promise.race([work, late]).finally(() => over.abort());
}
