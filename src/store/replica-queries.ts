/** What a replica and the server that it follows are asked about each other. */
import { sql } from 'kysely';
import type { Store } from './engine.ts';

/**
 * How far the first server's log goes, and the mark in its facts under that key. Of what is written, not of what is on its disk:
 * what was committed is seen before it is there where `synchronous_commit` is off.
 */
export async function firstServerState(
  store: Store,
  key: string,
): Promise<{ position: string; mark: string }> {
  const { rows } = await sql<{ position: string; mark: string | null }>`
    select pg_current_wal_insert_lsn()::text as position,
      (select value from newsroom_facts where key = ${key}) as mark`.execute(store);
  const [row] = rows;
  if (row?.mark == null) throw new Error('the mark that was just written is not there');
  return { position: row.position, mark: row.mark };
}

/** Whether it follows another server, has replayed that much of its log, and the mark it has. A server that leads has no answer to the second. */
export async function replicaState(
  replica: Store,
  { position, key }: { position: string; key: string },
): Promise<{ follows: boolean; has: boolean; mark: string | null }> {
  const { rows } = await sql<{ follows: boolean; has: boolean; mark: string | null }>`
    select pg_is_in_recovery() as follows,
      coalesce(pg_last_wal_replay_lsn() >= ${position}::pg_lsn, false) as has,
      (select value from newsroom_facts where key = ${key}) as mark`.execute(replica);
  return rows[0] ?? { follows: false, has: false, mark: null };
}
