/** The store: the same shape on both engines, transactions that keep all or nothing, migrations that are never rewritten. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migratedMemory } from '../../tests/support/databases.ts';
import { freshSchema, onEachEngine, postgresUrl } from '../../tests/support/newsroom.ts';
import { recordAct, theNewsroomItself } from '../newsroom.ts';
import { copySqlite } from './backup.ts';
import { openPostgres, openSqlite, type Store } from './engine.ts';
import { migrateStore, schemaState } from './migrate.ts';
import { migrations } from './migrations/list.ts';

onEachEngine('the store', (open) => {
  test('is migrated once, whoever asks', async () => {
    const { store, engine } = open();
    expect(await migrateStore(store, engine)).toEqual([]);
    const had = migrations.map((migration) => migration.name);
    expect(await schemaState(store, engine)).toEqual({ had, missing: [], unknown: [] });
  });

  test('keeps all of a transaction or nothing, and rings only after the commit', async () => {
    const newsroom = open();
    const rung: string[] = [];
    const silence = newsroom.bell.on('desk', ({ what }) => rung.push(what));
    const act = { by: theNewsroomItself, act: 'test', subjectKind: 'story' as const, subjectId: 'x' };
    const failed = newsroom.transact(async (inner) => {
      await recordAct(inner, act);
      inner.bell.ring('desk', { what: 'stories', storyId: null });
      throw new Error('half-way');
    });
    await expect(failed).rejects.toThrow('half-way');
    expect(rung).toEqual([]);
    await newsroom.transact(async (inner) => {
      await inner.transact((same) => recordAct(same, act));
      inner.bell.ring('desk', { what: 'items' });
      expect(rung).toEqual([]);
    });
    expect(rung).toEqual(['items']);
    const lines = await newsroom.store.selectFrom('audit').select('act').where('act', '=', 'test').execute();
    expect(lines).toHaveLength(1);
    silence();
  });

  test('gives back instants, bytes and text of every script as they were', async () => {
    const { store, ids } = open();
    const id = ids.next();
    const at = 8_640_000_000_000_000; // the last instant a Date can hold
    const text = 'Ημερολόγια · الميناء · Порт · 港 · 🛳';
    await store
      .insertInto('audit')
      .values({ id, at, by_id: null, act: text, subject_kind: 'story', subject_id: '', facts_json: '{}' })
      .execute();
    const row = await store.selectFrom('audit').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect([row.at, row.act]).toEqual([at, text]);
  });
});

describe('the database that tests open in memory', () => {
  test('is what the migrations make', async () => {
    const [copy, migrated] = [await migratedMemory(), openSqlite(':memory:')];
    await migrateStore(migrated, 'sqlite');
    expect(await contentOf(copy)).toEqual(await contentOf(migrated));
    await Promise.all([copy.destroy(), migrated.destroy()]);
  });

  const contentOf = async (store: Store) => {
    const { rows: made } = await sql<{ name: string; type: string; words: string | null }>`
      select name, type, replace(sql, '''', '"') as words from sqlite_master order by name`.execute(store);
    const tables = made.filter((each) => each.type === 'table');
    const rows = await Promise.all(
      tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(store)),
    );
    return { made, rows: rows.map((each) => each.rows) };
  };
});

describe.skipIf(!postgresUrl)('an empty PostgreSQL schema', () => {
  let place: Awaited<ReturnType<typeof freshSchema>>;
  beforeEach(async () => {
    place = await freshSchema();
  });
  afterEach(() => place.leave());

  test('is migrated by one of several that start at once, and the others go on', async () => {
    const stores = await Promise.all(Array.from({ length: 6 }, () => openPostgres(place.address)));
    const applied = await Promise.all(stores.map((store) => migrateStore(store, 'postgres')));
    await Promise.all(stores.map((store) => store.destroy()));
    const all = migrations.map(({ name }) => name);
    expect(applied.filter((names) => names.length > 0)).toEqual([all]);
  });

  test('stays empty when it is only looked at, so that a dump can be loaded into it', async () => {
    const store = await openPostgres(place.address);
    const missing = migrations.map(({ name }) => name);
    expect(await schemaState(store, 'postgres')).toEqual({ had: [], missing, unknown: [] });
    const tables = await sql`select from pg_tables where schemaname = current_schema()`.execute(store);
    expect(tables.rows).toEqual([]);
    await store.destroy();
  });
});

describe('a SQLite file', () => {
  test('is copied whole while it is in use', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'crier-test-'));
    const store = openSqlite(join(folder, 'crier.sqlite'));
    await migrateStore(store, 'sqlite');
    await store.insertInto('newsroom_facts').values({ key: 'k', value: 'v' }).execute();
    await copySqlite(store, join(folder, 'copy.sqlite'));
    const copy = openSqlite(join(folder, 'copy.sqlite'));
    expect(await copy.selectFrom('newsroom_facts').selectAll().execute()).toEqual([{ key: 'k', value: 'v' }]);
    await copy.destroy();
    await store.destroy();
    rmSync(folder, { recursive: true });
  });

  test('waits for its disk before it answers', async () => {
    const store = openSqlite(':memory:');
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(store);
    expect(rows[0]?.synchronous).toBe(2); // FULL
    await store.destroy();
  });
});

/** Hashes of landed migrations: a change to one is a new migration instead. */
const landed: Record<string, string> = {
  '0001-first-edition': '0f0f6718600d560f',
  '0002-alert-sending': '8477dc4f91878154',
  '0003-alert-readers': '7aeeaa6996c29c13',
  '0004-alert-desk': '054c8831587faa17',
  '0005-wire-formats': 'c90f4d039f872533',
  '0006-wire-running': '088f1fa53c73ba86',
  '0007-checks': '6ab4f154c2547f8b',
  '0008-sourcing': 'dacf6298d95bf5c4',
  '0009-translation': 'bdf88ebcde73020d',
  '0010-edition-times': '6fc82f20dcab7af9',
  '0012-translation-desk': '95db12dac4a748a7',
  '0013-objections': 'da10bd40ff1e90b2',
  '0015-unknown-words': 'ac64b7338ca325ef',
  '2026-11-29-a-suggestion-counts-when-taken': '000d57fd830514da',
  '2026-11-29-tries-are-counted-in-the-store': '558346e91ea6873c',
  '0014-clusters-by-hand': 'd12063e4f61c81c7',
  '2026-11-29-an-item-under-another-guise-is-one': '4c2ddaacce7bf485',
  '2026-11-29-events-are-remembered': '3e335ff2f88dfdb7',
  '2026-11-29-a-contract-may-take-what-software-made': 'd10d28c50d036577',
  '2026-11-29-readers-see-what-was-published': '7594c4bf2560e326',
  '2026-11-29-work-goes-in-lanes': 'e939d1cff11dd131',
  '2026-11-29-pictures-go-when-nothing-shows-them': 'e88419e8742a5f97',
  '2026-11-29-words-are-filed-as-they-are-searched': '72fb2dbe28f75809',
  '2026-11-29-what-an-item-struck-out-is-kept': '9710562ca39e6c54',
  '2026-11-30-a-paper-moves-in': '3aac2682d782915e',
  '2026-11-30-an-engine-has-a-currency': '1ee861ec8d913afc',
  '2026-11-29-sections-topics-and-pictures-have-words-in-each-language': '9b661c999f4ddfa5',
  '2026-11-29-a-flash-is-seen-once-it-may-leave': '43c39225ad5be631',
  '2026-11-30-who-holds-what-is-known': '89b544789bb5066f',
  '2026-11-30-a-picture-is-kept-once-with-what-its-file-says': 'ca68bb06ca078b3b',
  '2026-11-30-a-sentence-is-read-by-others': '2f9a7d78e60e7b83',
  '2026-11-30-claims-are-found-in-their-order': 'c6a0812a69683bbd',
  '2026-11-30-a-story-has-a-kind': '4bfb5f968ddbeedd',
  '2026-11-30-the-day-is-planned': '4d8f1ed655f8b509',
  '2026-11-30-the-edge-hears-what-changed': 'e1a6da03bbb8e31c',
  '2026-11-30-a-live-story-has-entries': '535866c746389dbe',
  '2026-11-30-the-audit-is-read-by-person-act-and-day': '78c13fb315bff6fe',
  '2026-11-30-the-desk-is-searched': 'a7b1d3a7dea56e57',
  '2026-11-30-readers-are-counted-by-the-hour': '85c73aa047df49b9',
  '2026-11-30-a-front-is-in-an-editors-hands': '4ccd201ce4dceeaf',
  '2026-11-30-stories-are-held-tied-and-merged': 'eba1d90aa440cf8e',
  '2026-11-30-the-desk-remarks-at-a-sentence': '0ce2a43e4594404b',
  '2026-11-30-a-doubt-shows-what-stood-there': '750645cdf99a6232',
  '2026-11-30-an-entry-keeps-its-pairs': 'e75c5b1250793186',
  '2026-11-30-a-screen-of-the-desk-is-told': '7aa3d92231b982b3',
  '2026-11-30-follows-of-a-merger-are-known': 'aa1addb99bfb78b4',
  '2026-11-30-lines-of-one-story-are-found-by-who-and-what': 'c38312ee94071e44',
  '2026-12-01-a-kind-is-searched-from-its-newest': 'e570c411f405f99c',
  '2026-12-01-the-words-of-the-desks-search-are-listed': 'f6260aa9647cbe7d',
  '2026-12-01-the-words-of-readers-search-are-listed': 'e5fc47311d2d4f33',
};

test('a landed migration neither changes nor vanishes, and every one is landed', () => {
  const hashes = migrations.map((migration) => {
    const text = (['sqlite', 'postgres'] as const)
      .map((engine) => migration.statements(engine).join(';'))
      .join('|');
    return [migration.name, createHash('sha256').update(text).digest('hex').slice(0, 16)];
  });
  expect(Object.fromEntries(hashes)).toEqual(landed);
});
