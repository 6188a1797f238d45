/**
 * Processes of one PostgreSQL database look after each other: each says every second that it lives, and who is gone has what
 * it held given back within seconds. Nobody's clock is believed: a process counts by its own looks how often another did not
 * move. A lease (a quarter of a minute and more) is what is left where nobody is there to look.
 */
import { hostname } from 'node:os';
import { SECOND } from '../kit/clock.ts';
import { isStoreAway, type Newsroom } from '../newsroom.ts';
import { outgrownBy } from '../store/migrate.ts';
import { lockKeyOf } from '../store/shared-bell.ts';
import {
  beatOf,
  enterProcesses,
  leaveProcesses,
  otherProcesses,
  type ProcessRow,
  takeOut,
} from './process-queries.ts';

export const BEAT = SECOND;
const GONE = 2; // looks without a move, of one whose connection the server has closed: it was killed, or its machine stopped
const LOST = 12; // looks without a move, of one that is connected: it hangs, or its network does

export interface ProcessWatchParts {
  /** Gives back what a process held; in the transaction that takes it out. Without it, it only says that it lives. */
  free?: ((inner: Newsroom, processId: string) => Promise<unknown>)[];
  /** What is to be looked at as soon as that is true. */
  afterwards?: () => Promise<unknown>;
  /** Told once, with a name: a newer Crier has migrated the database, and this process has to end. */
  outgrown?: (migration: string) => void;
  /** Milliseconds between two looks. */
  every?: number;
}

export interface ProcessWatch {
  /** Resolves after the first look: it is among those at work, or knows why not, or the store is away. */
  entered: Promise<void>;
  /** One look, as the clock has it every second. */
  look(): Promise<void>;
  /** Leaves: what this process held until now it has given back itself. */
  close(): Promise<void>;
}

export function watchProcesses(newsroom: Newsroom, parts: ProcessWatchParts): ProcessWatch {
  const self = { lockKey: lockKeyOf(newsroom.process), place: `${hostname()} ${process.pid}` };
  const seen = new Map<string, { beats: number; still: number }>();
  let entered = false;
  let isOutgrown = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();

  /** The migration of a newer Crier, in whose database this process has nothing to write; null while there is none. */
  const beat = async (): Promise<string | null> => {
    const newer = await outgrownBy(newsroom.store);
    if (newer !== null || (await beatOf(newsroom))) return newer;
    if (entered) newsroom.log.warn('this process was taken for gone: others do what it held');
    const met = await enterProcesses(newsroom, self);
    entered ||= met === null;
    return met;
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
      for (const free of parts.free ?? []) await free(inner, row.id);
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
      const newer = await beat();
      if (newer !== null) {
        if (!isOutgrown) parts.outgrown?.(newer);
        isOutgrown = true;
        return;
      }
      if (!parts.free) return;
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
    entered: looking,
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
