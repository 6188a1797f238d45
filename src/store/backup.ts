/** A copy of the SQLite file, whole and consistent, while the newsroom goes on. */
import { sql } from 'kysely';
import type { Store } from './engine.ts';
import { openSqliteFile } from './sqlite-file.ts';

/** `path` must not exist yet. */
export async function copySqlite(store: Store, path: string): Promise<void> {
  await sql`vacuum into ${path}`.execute(store);
}

/** Whether every page and index of a copy is as SQLite wants it. */
export function isWhole(path: string): boolean {
  const copy = openSqliteFile(path, { readonly: true });
  try {
    return copy.pragma('integrity_check') === 'ok';
  } finally {
    copy.close();
  }
}

/** Whether every page can be read and fits among the others, without a look at what the indexes say: for now and then. */
export function isReadable(path: string): boolean {
  const file = openSqliteFile(path, { readonly: true });
  try {
    return file.pragma('quick_check(1)') === 'ok';
  } finally {
    file.close();
  }
}
