/** A copy of the SQLite file, whole and consistent, while the newsroom goes on. */
import { sql } from 'kysely';
import type { Store } from './engine.ts';

/** `path` must not exist yet. */
export async function copySqlite(store: Store, path: string): Promise<void> {
  await sql`vacuum into ${path}`.execute(store);
}
