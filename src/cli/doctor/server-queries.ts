/** What the doctor asks a PostgreSQL server about itself. */
import { sql } from 'kysely';
import type { Newsroom } from '../../newsroom.ts';

export async function serverFacts(
  newsroom: Newsroom,
): Promise<{ version: string; most: string; used: string }> {
  const { rows } = await sql<{ version: string; most: string; used: string }>`select
    current_setting('server_version') as version, current_setting('max_connections') as most,
    (select count(*) from pg_stat_activity)::text as used`.execute(newsroom.store);
  return rows[0] ?? { version: 'unknown', most: '?', used: '?' };
}

/** Milliseconds since 1970, by its clock. */
export async function serverTime(newsroom: Newsroom): Promise<number> {
  const { rows } = await sql<{ at: number }>`select
    (extract(epoch from clock_timestamp()) * 1000)::float8 as at`.execute(newsroom.store);
  return rows[0]?.at ?? 0;
}
