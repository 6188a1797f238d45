/**
 * The bell: a signal that something changed, for whoever holds something in memory (the work loop, page cache, open
 * pages). It carries no truth: who misses a ring reads the store and finds the same. On PostgreSQL it is heard by every
 * process of the newsroom.
 */
import type pg from 'pg';

/** What can be rung, and what each says. */
export interface Signals {
  /** There is work, perhaps due now. */
  work: null;
  /** A live event was written. */
  live: null;
  /** A story with an alert level is being worked on: see alerts/prepare-tickets.ts. */
  'alert-likely': { storyId: string };
  /** A published thing changed: names of what its pages show, see site/page-cache.ts. */
  pages: { touched: string[] };
  /** What the desk looks at changed; open desk pages look again. 'bar' is what stands over every page. */
  desk: { what: 'items' | 'stories' | 'replies' | 'alerts' | 'bar' | 'sources' };
}

export type Signal = keyof Signals;

export interface Bell {
  ring<S extends Signal>(signal: S, says: Signals[S]): void;
  /** Hears every ring from now on; the answer stops it. */
  on<S extends Signal>(signal: S, hear: (says: Signals[S]) => void): () => void;
  close(): Promise<void>;
}

type Hearer = (says: never) => void;

/** A bell heard in this process. */
export function localBell(): Bell {
  const hearers = new Map<Signal, Set<Hearer>>();
  return {
    ring(signal, says) {
      for (const hear of hearers.get(signal) ?? []) (hear as (says: unknown) => void)(says);
    },
    on(signal, hear) {
      const set = hearers.get(signal) ?? new Set<Hearer>();
      hearers.set(signal, set.add(hear as Hearer));
      return () => set.delete(hear as Hearer);
    },
    async close() {
      hearers.clear();
    },
  };
}

const CHANNEL = 'crier_bell';
const RECONNECT_MS = 1_000;
const LONGEST = 7_900; // bytes; PostgreSQL refuses a notice of 8,000 and more

/** A bell heard in every process on the same database. In this process it is heard at once, without the round trip. */
export async function postgresBell(address: string, process_: string): Promise<Bell> {
  const { default: driver } = await import('pg');
  const local = localBell();
  let client: pg.Client | null = null;
  let closed = false;
  const connect = async (): Promise<void> => {
    const next = new driver.Client({ connectionString: address });
    next.on('notification', ({ payload }) => hearFrom(local, process_, payload));
    next.on('error', () => void again());
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    client = next;
  };
  const again = async (): Promise<void> => {
    client = null;
    if (closed) return;
    await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
    // What was rung meanwhile is unknown, so everyone looks again.
    await connect()
      .then(() => ringAll(local))
      .catch(again);
  };
  await connect();
  return {
    ring(signal, says) {
      local.ring(signal, says);
      const notice = JSON.stringify({ from: process_, signal, says });
      const sent =
        Buffer.byteLength(notice) > LONGEST ? JSON.stringify({ from: process_, signal: 'all' }) : notice;
      client?.query('select pg_notify($1, $2)', [CHANNEL, sent]).catch(() => {}); // 'error' above reconnects
    },
    on: local.on,
    async close() {
      closed = true;
      await client?.end();
      await local.close();
    },
  };
}

function hearFrom(local: Bell, self: string, payload: string | undefined): void {
  const notice = JSON.parse(payload ?? '{}') as { from?: string; signal?: Signal | 'all'; says?: never };
  if (notice.from === self || !notice.signal) return;
  if (notice.signal === 'all') ringAll(local);
  else local.ring(notice.signal, notice.says as never);
}

function ringAll(local: Bell): void {
  local.ring('work', null);
  local.ring('live', null);
  local.ring('pages', { touched: ['everything'] });
}
