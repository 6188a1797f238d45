/** What a long job's commits wait for, during it and after. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSqlite, type Store } from './engine.ts';
import { lightenCommits } from './light-commits.ts';
import { driversHere } from './sqlite-file.ts';

const FULL = 2; // SQLite's numbers of `pragma synchronous`
const NORMAL = 1;

const waitsFor = async (store: Store): Promise<number> =>
  Number((await sql<{ synchronous: number }>`pragma synchronous`.execute(store)).rows[0]?.synchronous);

test.each(driversHere())('commits wait for the disk again after a job of many, by %s', async (driver) => {
  const folder = mkdtempSync(join(tmpdir(), 'crier-test-'));
  const store = openSqlite(join(folder, 'crier.sqlite'), { driver });
  try {
    expect(await waitsFor(store)).toBe(FULL);
    const settle = await lightenCommits('sqlite', store);
    expect(await waitsFor(store)).toBe(NORMAL);
    // Asked for in the midst of a transaction, it is done after it, and not left undone as SQLite would.
    let settled: Promise<void> | null = null;
    await store.transaction().execute(async (inner) => {
      await sql`create table kept (a integer primary key)`.execute(inner);
      settled = settle();
    });
    await settled;
    expect(await waitsFor(store)).toBe(FULL);
  } finally {
    await store.destroy();
    rmSync(folder, { recursive: true });
  }
});
