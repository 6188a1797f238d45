/** A place that outlives a process: a folder, and on PostgreSQL a schema, that newsrooms in several processes open in turn. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readSettings } from '../../src/kit/settings.ts';
import { type Newsroom, openNewsroom } from '../../src/newsroom.ts';
import type { StoreEngine } from '../../src/store/engine.ts';

export const postgresUrl = process.env.CRIER_TEST_POSTGRES_URL;

export interface Place {
  data: string;
  /** Empty for SQLite. */
  databaseUrl: string;
  open(): Promise<Newsroom>;
  leave(): Promise<void>;
}

/** `on`: the disk for its folder, where it is not that of temporary files. */
export async function newPlace(engine: StoreEngine, on = tmpdir()): Promise<Place> {
  const data = mkdtempSync(join(on, 'crier-place-'));
  const schema = `crier_place_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const client = engine === 'postgres' ? new pg.Client({ connectionString: postgresUrl }) : null;
  await client?.connect();
  await client?.query(`create schema ${schema}`);
  const url = client ? new URL(postgresUrl ?? '') : null;
  url?.searchParams.set('options', `-c search_path=${schema}`);
  const databaseUrl = url?.href ?? '';
  return {
    data,
    databaseUrl,
    async open() {
      const settings = readSettings(data, {
        CRIER_DATA: data,
        CRIER_LOG_LEVEL: 'silent',
        ...(databaseUrl && { CRIER_DATABASE_URL: databaseUrl }),
      });
      if ('problems' in settings) throw new Error(settings.problems.join(' '));
      return openNewsroom(settings);
    },
    async leave() {
      await client?.query(`drop schema ${schema} cascade`);
      await client?.end();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
