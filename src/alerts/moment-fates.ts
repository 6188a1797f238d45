/** What became of key moments, for the desk: told, still to be told, or not, and why. */
import type { Newsroom } from '../newsroom.ts';
import { listMomentFates } from './moment-queries.ts';

export type MomentFate =
  /** It has left; null where the instant is not kept. */
  | { is: 'told'; at: number | null }
  /** It waits to be told with what else comes within ten minutes, or stands by. */
  | { is: 'waits' }
  /** In words: a contract forbids it, it was withdrawn first, somebody took the alert back. */
  | { is: 'untold'; why: string };

/** By entry; those that nobody was to be told of are left out. */
export async function momentFates(
  newsroom: Newsroom,
  entryIds: readonly string[],
): Promise<Map<string, MomentFate>> {
  const rows = await listMomentFates(newsroom, entryIds);
  return new Map(rows.map((row) => [row.entry_id, fateOf(row)]));
}

function fateOf(row: Awaited<ReturnType<typeof listMomentFates>>[number]): MomentFate {
  if (row.left_out !== null) return { is: 'untold', why: row.left_out };
  if (row.state === null || row.state === 'standby') return { is: 'waits' };
  if (row.state === 'stopped' && row.left_at === null)
    return { is: 'untold', why: row.stopped_why ?? 'the alert was taken back' };
  return { is: 'told', at: row.left_at ?? row.sent_at };
}
