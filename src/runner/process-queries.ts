/** Rows of the processes at work on one PostgreSQL database, and what the server knows of their connections. */
import { sql } from 'kysely';
import type { Newsroom } from '../newsroom.ts';

export interface ProcessRow {
  id: string;
  beats: number;
  place: string;
  /** Whether the connection of its bell lives, by the server's word. */
  isConnected: boolean;
}

/** Says that this process lives; false where it was not among those at work, and now is. */
export async function beatOf(newsroom: Newsroom, self: { lockKey: number; place: string }): Promise<boolean> {
  const beaten = await newsroom.store
    .updateTable('processes')
    .set((row) => ({ beats: row('beats', '+', 1) }))
    .where('id', '=', newsroom.process)
    .returning('id')
    .executeTakeFirst();
  if (beaten) return true;
  const { lockKey, place } = self;
  await newsroom.store
    .insertInto('processes')
    .values({ id: newsroom.process, lock_key: lockKey, beats: 1, place, began_at: newsroom.clock.now() })
    .execute();
  return false;
}

/** A lock of 64 bits stands in two halves, marked by 1: PostgreSQL, pg_locks. */
const heldKeys = sql`select (classid::bigint << 32) | objid::bigint from pg_locks
  where locktype = 'advisory' and objsubid = 1 and granted
  and database = (select oid from pg_database where datname = current_database())`;

export async function otherProcesses(newsroom: Newsroom): Promise<ProcessRow[]> {
  const { rows } = await sql<ProcessRow>`select id, beats, place, lock_key in (${heldKeys}) as "isConnected"
    from processes where id <> ${newsroom.process}`.execute(newsroom.store);
  return rows;
}

/** Takes a process out, if it has not moved since; false where it has, or where another was faster. */
export async function takeOut(inner: Newsroom, seen: { id: string; beats: number }): Promise<boolean> {
  const gone = await inner.store
    .deleteFrom('processes')
    .where('id', '=', seen.id)
    .where('beats', '=', seen.beats)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

export async function leaveProcesses(newsroom: Newsroom): Promise<void> {
  await newsroom.store.deleteFrom('processes').where('id', '=', newsroom.process).execute();
}

/** Who is at work, the first to come first. */
export async function processRows(newsroom: Newsroom) {
  return newsroom.store.selectFrom('processes').selectAll().orderBy('began_at').orderBy('id').execute();
}
