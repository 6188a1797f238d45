/**
 * Processes of one PostgreSQL database look after each other: each says every second that it lives, and who is gone has what
 * it held given back within seconds. Nobody's clock is believed: a process counts by its own looks how often another did not
 * move. A lease (a quarter of a minute and more) is what is left where nobody is there to look.
 */
import { hostname } from 'node:os';
import { SECOND } from '../kit/clock.ts';
import { isStoreAway, type Newsroom } from '../newsroom.ts';
import { lockKeyOf } from '../store/shared-bell.ts';
import { beatOf, leaveProcesses, otherProcesses, type ProcessRow, takeOut } from './process-queries.ts';

export const BEAT = SECOND;
const GONE = 2; // looks without a move, of one whose connection the server has closed: it was killed, or its machine stopped
const LOST = 12; // looks without a move, of one that is connected: it hangs, or its network does

export interface ProcessWatchParts {
  /** Gives back what a process held; in the transaction that takes it out. */
  free: ((inner: Newsroom, processId: string) => Promise<unknown>)[];
  /** What is to be looked at as soon as that is true. */
  afterwards?: () => Promise<unknown>;
  /** Milliseconds between two looks. */
  every?: number;
}

export interface ProcessWatch {
  /** One look, as the clock has it every second. */
  look(): Promise<void>;
  /** Leaves: what this process held until now it has given back itself. */
  close(): Promise<void>;
}

export function watchProcesses(newsroom: Newsroom, parts: ProcessWatchParts): ProcessWatch {
  const self = { lockKey: lockKeyOf(newsroom.process), place: `${hostname()} ${process.pid}` };
  const seen = new Map<string, { beats: number; still: number }>();
  let entered = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();

  const beat = async (): Promise<void> => {
    const known = await beatOf(newsroom, self);
    if (!known && entered) newsroom.log.warn('this process was taken for gone: others do what it held');
    entered = true;
  };
  const isGone = (row: ProcessRow): boolean => {
    const before = seen.get(row.id);
    const still = before?.beats === row.beats ? before.still + 1 : 0;
    seen.set(row.id, { beats: row.beats, still });
    return still >= (row.isConnected ? LOST : GONE);
  };
  const takeOver = async (row: ProcessRow): Promise<void> => {
    const taken = await newsroom.transact(async (inner) => {
      if (!(await takeOut(inner, row))) return false;
      for (const free of parts.free) await free(inner, row.id);
      inner.bell.ring('work', null);
      return true;
    });
    seen.delete(row.id);
    if (!taken) return;
    newsroom.log.warn('a process is gone; what it held is done by others', {
      process: row.id,
      place: row.place,
    });
    await parts.afterwards?.();
  };
  const look = async (): Promise<void> => {
    try {
      await beat();
      const others = await otherProcesses(newsroom);
      const there = new Set(others.map(({ id }) => id));
      for (const id of seen.keys()) if (!there.has(id)) seen.delete(id);
      for (const row of others) if (isGone(row)) await takeOver(row);
    } catch (error) {
      seen.clear(); // who cannot see does not judge: after a restart of the server all begin anew
      if (!isStoreAway(error)) newsroom.log.error('the other processes were not looked at', { error });
    }
  };
  const turn = (): void => {
    looking = look().finally(() => {
      if (!closed) timer = setTimeout(turn, parts.every ?? BEAT);
    });
  };
  turn();
  return {
    look,
    async close() {
      closed = true;
      clearTimeout(timer);
      await looking;
      // Not being able to say goodbye only means that others find it out.
      await leaveProcesses(newsroom).catch(() => {});
    },
  };
}
