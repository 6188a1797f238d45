/** Rows of the processes at work on one PostgreSQL database, and what the server knows of their connections. */
import { sql } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { Store } from '../store/engine.ts';
import { holdShape, outgrownBy } from '../store/migrate.ts';

export interface ProcessRow {
  id: string;
  beats: number;
  place: string;
  /** Whether the connection of its bell lives, by the server's word. */
  isConnected: boolean;
}

/** Says that this process lives; false where it is not among those at work: it has to enter. */
export async function beatOf(newsroom: Newsroom): Promise<boolean> {
  const beaten = await newsroom.store
    .updateTable('processes')
    .set((row) => ({ beats: row('beats', '+', 1) }))
    .where('id', '=', newsroom.process)
    .returning('id')
    .executeTakeFirst();
  return beaten !== undefined;
}

/**
 * Enters this process among those at work. Who migrates waits for it, or it for them: either sees the other. The answer is the
 * migration of a newer Crier that keeps it out, null when it is in.
 */
export async function enterProcesses(
  newsroom: Newsroom,
  { lockKey, place }: { lockKey: number; place: string },
): Promise<string | null> {
  return newsroom.transact(async (inner) => {
    await holdShape(inner.store);
    const newer = await outgrownBy(inner.store);
    if (newer !== null) return newer;
    await inner.store
      .insertInto('processes')
      .values({ id: inner.process, lock_key: lockKey, beats: 1, place, began_at: inner.clock.now() })
      .execute();
    return null;
  });
}

/** A lock of 64 bits stands in two halves, marked by 1: PostgreSQL, pg_locks. */
const heldKeys = sql`select (classid::bigint << 32) | objid::bigint from pg_locks
  where locktype = 'advisory' and objsubid = 1 and granted
  and database = (select oid from pg_database where datname = current_database())`;

export async function otherProcesses(newsroom: Pick<Newsroom, 'process' | 'store'>): Promise<ProcessRow[]> {
  const { rows } = await sql<ProcessRow>`select id, beats, place, lock_key in (${heldKeys}) as "isConnected"
    from processes where id <> ${newsroom.process}`.execute(newsroom.store);
  return rows;
}

/** Whether the database is of a version whose processes say that they live. */
export async function keepsProcesses(store: Store): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select to_regclass('processes') is not null as has`.execute(
    store,
  );
  return rows[0]?.has === true;
}

/** Addresses of bells of 0.1.0, whose connection holds no lock: what the server says of connections is what is known of them. */
export async function placesOfFirstEdition(store: Store): Promise<string[]> {
  const { rows } = await sql<{ place: string }>`
    select coalesce(host(client_addr), 'this machine') as place from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
    and (query ilike 'listen %crier_bell%' or query = 'select pg_notify($1, $2)')
    and pid not in (select pid from pg_locks where locktype = 'advisory' and objsubid = 1 and granted)`.execute(
    store,
  );
  return rows.map(({ place }) => place);
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
