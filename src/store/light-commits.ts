/**
 * Commits of a job that is run again if it is cut short: on SQLite they do not wait for the disk, and what is committed moves into the
 * file in larger steps. A process that is killed loses nothing by it; a machine that loses its power may lose the last of them, whole,
 * and the job then does those again (SQLite, `pragma synchronous`: NORMAL beside a write-ahead log is consistent and not durable).
 */
import { sql } from 'kysely';
import type { Store, StoreEngine } from './engine.ts';

const PAGES_AT_ONCE = 4_000; // 16 MB; an index's pages are written once for many batches
const PAGES_USUALLY = 1_000; // SQLite's own

/**
 * From here on, for this process's connection, until what it returns is called: then commits are on the disk again when they return, and
 * so is, with the first of them, all that came before. PostgreSQL's few commits of a job are left as they are.
 */
export async function lightenCommits(engine: StoreEngine, store: Store): Promise<() => Promise<void>> {
  const set = async (synchronous: 'normal' | 'full', pages: number): Promise<void> => {
    if (engine === 'postgres') return;
    await sql.raw(`pragma synchronous = ${synchronous}`).execute(store);
    await sql.raw(`pragma wal_autocheckpoint = ${pages}`).execute(store);
  };
  await set('normal', PAGES_AT_ONCE);
  return () => set('full', PAGES_USUALLY);
}
