/**
 * One connection that listens to PostgreSQL, for as long as it is wanted: lost, it is opened again. It is one loop, so there
 * is never a second one under way. It knows that it hears by hearing itself: a line that is cut somewhere on the way looks
 * open from here for a quarter of an hour.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type Clock, SECOND } from '../kit/clock.ts';

export interface ListenerParts {
  address: string;
  channel: string;
  /** Of a lock that the connection holds: while it does, the server says that this process is connected. */
  lockKey: number;
  clock: Clock;
  /** Milliseconds between two proofs that it hears; two seconds where it is not said. */
  beat?: number | undefined;
  /** Hears every notice of the channel, in the order of their commits. */
  hear(payload: string): void;
  /** It listens: the first time, or again after notices may have been missed. */
  listens(again: boolean): void;
  /** It does not: the connection was lost, or could not be opened. Told once until it listens again. */
  lost(why: string): void;
}

export interface Listener {
  /** Everything committed before this instant was heard. */
  heardUpTo(): number;
  close(): Promise<void>;
}

const BEAT = 2 * SECOND; // between two proofs that it hears
const DEAF = 3; // times that long without the beat coming back: the connection is given up
const CONNECT_MS = 5 * SECOND;
const WAITS = [0.2 * SECOND, 0.5 * SECOND, SECOND, 2 * SECOND, 5 * SECOND]; // before each try to connect again; then the last
const CLOSE_MS = SECOND; // a server that is gone does not answer a goodbye

/** Opens it; throws when the server cannot be reached now. */
export async function openListener(parts: ListenerParts): Promise<Listener> {
  const { default: driver } = await import('pg');
  const closing = new AbortController();
  let heardUpTo = Number.NEGATIVE_INFINITY;
  let beat: { mark: string; sentAt: number } | null = null; // the one that is on its way to us
  const hear = (payload: string): void => {
    if (!payload.startsWith(BEAT_MARK)) {
      parts.hear(payload);
    } else if (payload === beat?.mark) {
      heardUpTo = beat.sentAt;
      beat = null;
    }
  };
  const open = () => connect(new driver.Client(optionsOf(parts.address)), parts, hear);

  const attend = async (line: Line): Promise<void> => {
    const over = new AbortController();
    const stop = () => over.abort();
    void line.lost.finally(stop);
    closing.signal.addEventListener('abort', stop, { once: true });
    beat = null;
    for (let silent = 0; !over.signal.aborted && !closing.signal.aborted && silent < DEAF; ) {
      if (beat === null) {
        beat = { mark: `${BEAT_MARK} ${randomUUID()}`, sentAt: parts.clock.now() };
        line.client.query('select pg_notify($1, $2)', [parts.channel, beat.mark]).catch(() => {}); // `lost` tells of it
      }
      await pause(parts.beat ?? BEAT, undefined, { signal: over.signal }).catch(() => {}); // lost, or closed, ends the wait
      silent = beat === null ? 0 : silent + 1;
    }
    closing.signal.removeEventListener('abort', stop);
  };
  const keep = async (first: Line): Promise<void> => {
    let line: Line | null = first;
    for (let tries = 0; !closing.signal.aborted; ) {
      if (line) {
        parts.listens(line !== first);
        tries = 0;
        await attend(line);
        await end(line.client);
        line = null;
        if (!closing.signal.aborted) parts.lost('the connection of the bell was lost');
        continue;
      }
      const wait = WAITS[Math.min(tries, WAITS.length - 1)];
      tries += 1;
      await pause(wait, undefined, { signal: closing.signal }).catch(() => {}); // closed while it waited
      if (!closing.signal.aborted) line = await open().catch(() => null); // the next turn of the loop tries again
    }
    if (line) await end(line.client);
  };
  const kept = keep(await open());
  return {
    heardUpTo: () => heardUpTo,
    async close() {
      closing.abort();
      await kept;
    },
  };
}

const BEAT_MARK = 'beat';

const optionsOf = (address: string): pg.ClientConfig => ({
  connectionString: address,
  connectionTimeoutMillis: CONNECT_MS,
  keepAlive: true,
});

interface Line {
  client: pg.Client;
  /** Resolves when the connection is no more. */
  lost: Promise<void>;
}

async function connect(
  client: pg.Client,
  { channel, lockKey }: Pick<ListenerParts, 'channel' | 'lockKey'>,
  hear: (payload: string) => void,
): Promise<Line> {
  // Both are told of one loss, the first perhaps twice; a promise resolves once.
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
  });
  client.on('notification', ({ payload }) => hear(payload ?? ''));
  try {
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    // Not waited for: a connection of ours that the server still thinks alive may hold it.
    await client.query('select pg_try_advisory_lock($1)', [lockKey]);
    return { client, lost };
  } catch (error) {
    await end(client);
    throw error;
  }
}

/** Says goodbye, and hangs up on a server that does not answer. Its `error` listener stays: a late one ends nothing. */
async function end(client: pg.Client): Promise<void> {
  client.removeAllListeners('notification');
  const ended = client.end().catch(() => {}); // it is over either way
  await Promise.race([ended, pause(CLOSE_MS, undefined, { ref: false })]);
  // biome-ignore lint/suspicious/noExplicitAny: the driver has no public way to hang up
  (client as any).connection?.stream?.destroy();
}
