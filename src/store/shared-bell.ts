/**
 * The bell of several processes on one PostgreSQL database. A ring is part of the transaction that it tells of: whoever
 * listens hears it with the commit, in the order of commits. Why it is so: docs/decisions.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Clock, SECOND } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import { type Bell, everyRing, localBell, type Ring } from './bell.ts';
import type { Store } from './engine.ts';
import { openListener } from './listener.ts';

/** How long a page in memory is shown by a process that no longer hears the others. docs/operating.md says it to readers. */
export const TRUST = 15 * SECOND;

const LONGEST = 7_900; // bytes; PostgreSQL refuses a notice of 8,000 and more

export interface SharedBellParts {
  store: Store;
  /** Of the same database. A pool in between that hands connections on (pgbouncer's transaction mode) does not listen. */
  address: string;
  /** Names this process among the others. */
  process: string;
  clock: Clock;
  log: Log;
  /** Milliseconds between two proofs that it hears; two seconds where it is not said. */
  beat?: number | undefined;
}

/** Opens it; throws when the server cannot be reached now. In this process a ring is heard at once, without the way there and back. */
export async function sharedBell(parts: SharedBellParts): Promise<Bell> {
  const { store, clock, log, process: self } = parts;
  const local = localBell();
  const channel = await channelOf(store);
  let unsent: Ring[] = [];
  const carry = async (inner: Store, rings: readonly Ring[]): Promise<void> => {
    for (const notice of noticesOf(self, rings)) {
      await sql`select pg_notify(${channel}, ${notice})`.execute(inner);
    }
  };
  const send = async (): Promise<void> => {
    const rings = unsent;
    unsent = [];
    // Kept until the store is there again: then the others hear it late, and until then they trust their memory no longer.
    await carry(store, rings).catch(() => unsent.push(...rings));
  };
  const listener = await openListener({
    address: parts.address,
    channel,
    lockKey: lockKeyOf(self),
    clock,
    beat: parts.beat,
    hear: (payload) => local.sound(ringsOf(self, payload)),
    listens(again) {
      if (!again) return;
      log.info('the bell is heard again; everything is looked at again');
      local.sound(everyRing);
      void send();
    },
    lost: (why) =>
      log.warn('the bell is not heard; pages are made anew until it is', {
        why,
        trustSeconds: TRUST / SECOND,
      }),
  });
  return {
    ring(signal, says) {
      local.ring(signal, says);
      unsent.push({ signal, says } as Ring);
      void send();
    },
    carry,
    sound: local.sound,
    on: local.on,
    trusts(at) {
      // Both ways: a clock that was set back must not make old knowledge young.
      return Math.abs(clock.now() - Math.max(at, listener.heardUpTo())) < TRUST;
    },
    heardUpTo: listener.heardUpTo,
    async close() {
      await listener.close();
      await local.close();
    },
  };
}

/** What the connection of a process's bell locks: 48 bits, exact in a double, of the 64 that PostgreSQL has. */
export function lockKeyOf(process: string): number {
  return createHash('sha256').update(process).digest().readUIntBE(0, 6);
}

/** A newsroom is a schema: two of them in one database do not hear each other. */
async function channelOf(store: Store): Promise<string> {
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(store);
  return `crier_bell_${rows[0]?.schema ?? 'public'}`.slice(0, 63); // PostgreSQL's longest name
}

/** The same said twice in one transaction is said once; what does not fit into a notice becomes "look at everything". */
function noticesOf(self: string, rings: readonly Ring[]): Set<string> {
  const notices = rings.map((ring) => JSON.stringify({ from: self, ...ring }));
  const all = JSON.stringify({ from: self, signal: 'all' });
  return new Set(notices.map((notice) => (Buffer.byteLength(notice) > LONGEST ? all : notice)));
}

function ringsOf(self: string, payload: string): readonly Ring[] {
  const notice = JSON.parse(payload) as { from: string } & (Ring | { signal: 'all' });
  if (notice.from === self) return [];
  return notice.signal === 'all' ? everyRing : [notice];
}
