/**
 * Two versions at one database: the one before is never at work on a shape that it does not know. The version before is this one
 * without one of its last migrations; 0.1.0, which said nothing of its processes, is the connection of its bell.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { migratedDatabase, postgresUrl } from '../../tests/support/newsroom.ts';
import { readSettings, type Settings } from '../kit/settings.ts';
import { type Newsroom, openNewsroom } from '../newsroom.ts';
import { watchProcesses } from '../runner/process-watch.ts';
import { migrateStore, schemaState } from '../store/migrate.ts';
import { prepareStore } from './prepare-store.ts';
import { type Serving, startServing } from './serve.ts';
import { withNewsroom } from './with-newsroom.ts';

const newest = '2026-11-30-claims-are-found-in-their-order';
const before = '2026-11-30-a-sentence-is-read-by-others'; // comes before it in the list
const notTold = { mayMigrate: false };
const told = { mayMigrate: true };
let folder: string;
let umask: number;
beforeEach(() => {
  umask = process.umask();
  folder = mkdtempSync(join(tmpdir(), 'crier-versions-'));
});
afterEach(() => {
  process.umask(umask);
  rmSync(folder, { recursive: true, force: true });
});

const settingsOf = (given: Record<string, string>): Settings => {
  const settings = readSettings(folder, {
    CRIER_DATA: folder,
    CRIER_PORT: '0',
    CRIER_LOG_LEVEL: 'silent',
    ...given,
  });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  return settings;
};

/** A migration that makes its indexes anew can be had twice: a database that was not told of it is of the version before. */
async function asBefore({ store }: Newsroom): Promise<void> {
  await sql`delete from migrations where name = ${newest}`.execute(store);
}
const asByNewer = async ({ store }: Newsroom) =>
  sql`insert into migrations (number, name) values (999, '2099-01-01-what-nobody-knows-yet')`.execute(store);

describe.skipIf(!postgresUrl)('on PostgreSQL', () => {
  let database: { address: string; leave(): Promise<void> };
  let settings: Settings;
  let here: Newsroom;
  beforeEach(async () => {
    database = await migratedDatabase();
    settings = settingsOf({ CRIER_DATABASE_URL: database.address });
    here = await openNewsroom(settings);
    await prepareStore(here, notTold);
  });
  afterEach(async () => {
    await here.close();
    await database.leave();
  });
  const missing = async () => (await schemaState(here.store, here.engine)).missing;

  test('nothing is migrated while a process of the version before serves; who it is, is said', async () => {
    const old = (await startServing(settings)) as Serving;
    await asBefore(here);
    const refused = await prepareStore(here, told);
    expect(refused.applied).toEqual([]);
    expect(refused.complaint).toMatch(
      new RegExp(`at work on the database: .* ${process.pid}\\. Nothing was changed\\. Stop them`),
    );
    expect(await missing()).toEqual([newest]);
    await old.stop();
    expect(await prepareStore(here, told)).toEqual({ applied: [newest], complaint: null });
  });

  test('one that cannot be heard of but writes is at work; one that was killed is not', async () => {
    const old = await openNewsroom(settings);
    const watch = watchProcesses(old, {});
    await watch.entered;
    await asBefore(here);
    await old.bell.close();
    expect((await prepareStore(here, told)).complaint).toContain('at work on the database');
    await old.store.destroy(); // as a kill does: no goodbye
    expect(await prepareStore(here, told)).toEqual({ applied: [newest], complaint: null });
    await watch.close();
    await old.close().catch(() => {});
  });

  test('a verb of the version before holds it up as well, for as long as it takes', async () => {
    const status = await withNewsroom(settings, async () => {
      await asBefore(here);
      expect((await prepareStore(here, told)).complaint).toContain('at work on the database');
      return 0;
    });
    expect(status).toBe(0);
    expect((await prepareStore(here, told)).applied).toEqual([newest]);
  });

  test('0.1.0 is known by its bell', async () => {
    await sql`drop table processes`.execute(here.store);
    await sql`delete from migrations where name = ${newest}`.execute(here.store);
    const bell = new pg.Client({ connectionString: database.address });
    await bell.connect();
    await bell.query('listen crier_bell');
    expect((await prepareStore(here, told)).complaint).toMatch(
      /at work on the database: (127\.0\.0\.1|this machine)/,
    );
    await bell.query('select pg_notify($1, $2)', ['crier_bell', '{}']);
    expect((await prepareStore(here, told)).complaint).toContain('at work on the database');
    await bell.end();
  });

  test('the version before does not start on a database that a newer one migrated, nor serves on', async () => {
    const old = (await startServing(settings)) as Serving;
    await asByNewer(here);
    expect(await old.outgrown).toBe(
      'The database has had 2099-01-01-what-nobody-knows-yet, which this Crier does not know: a newer one wrote it. Start the newer one.\n',
    );
    await old.stop();
    expect(await startServing(settings)).toEqual({
      complaint: expect.stringContaining('a newer one wrote it'),
    });
  });

  test('one that looked before, and enters after, neither claims nor enters', async () => {
    const old = await openNewsroom(settings);
    expect((await prepareStore(old, notTold)).complaint).toBeNull();
    await asByNewer(here);
    const outgrown = vi.fn();
    const watch = watchProcesses(old, { outgrown });
    await watch.entered;
    expect(outgrown.mock.calls).toEqual([['2099-01-01-what-nobody-knows-yet']]);
    expect(await here.store.selectFrom('processes').select('id').execute()).toEqual([]);
    await watch.close();
    await old.close();
  });

  test('a migration that fails half-way leaves nothing, of itself or of those before it', async () => {
    await sql`delete from migrations where name in (${before}, ${newest})`.execute(here.store);
    await sql`drop table pair_readings`.execute(here.store); // the first of them makes it
    await sql`drop index work_in_lane`.execute(here.store); // the second wants it there, and fails
    await expect(migrateStore(here.store, 'postgres')).rejects.toThrow('work_in_lane');
    expect(await missing()).toEqual([before, newest]);
    const { rows } = await sql<{
      has: boolean;
    }>`select to_regclass('pair_readings') is not null as has`.execute(here.store);
    expect(rows).toEqual([{ has: false }]);
  });
});

describe('on SQLite', () => {
  test('no verb of the new version migrates the file under one that serves', async () => {
    const settings = settingsOf({});
    const old = (await startServing(settings)) as Serving;
    const here = await openNewsroom(settings);
    await asBefore(here);
    expect(await prepareStore(here, told)).toEqual({
      applied: [],
      complaint: `Another Crier is at work on ${folder}. Stop it first.\n`,
    });
    await old.stop();
    expect(await prepareStore(here, told)).toEqual({ applied: [newest], complaint: null });
    await asByNewer(here);
    expect((await prepareStore(here, told)).complaint).toContain('a newer one wrote it');
    await here.close();
  });
});
