/**
 * Who is at work on a PostgreSQL database that is about to be migrated. Whoever serves it knows all of its migrations, so each of
 * them is of the version before and would go on with a shape that it does not know.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Newsroom } from '../newsroom.ts';
import { keepsProcesses, otherProcesses, placesOfFirstEdition } from './process-queries.ts';
import { BEAT } from './process-watch.ts';

const MOVES = 2.5 * BEAT; // a process whose bell was cut moves once a second

/** Where they run, in the order of their names; empty where nobody is. One that was killed does not count. */
export async function placesAtWork(newsroom: Pick<Newsroom, 'process' | 'store'>): Promise<string[]> {
  if (!(await keepsProcesses(newsroom.store))) return (await placesOfFirstEdition(newsroom.store)).sort();
  const seen = await otherProcesses(newsroom);
  if (seen.every(({ isConnected }) => isConnected)) return seen.map(({ place }) => place).sort();
  await pause(MOVES);
  const beats = new Map(seen.map((row) => [row.id, row.beats]));
  const living = (await otherProcesses(newsroom)).filter(
    (row) => row.isConnected || row.beats !== beats.get(row.id),
  );
  return living.map(({ place }) => place).sort();
}
