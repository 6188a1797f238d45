/** The embedded engine: whichever program reads the file, a newsroom finds in it what it wrote. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openSqlite } from './engine.ts';
import { migrateStore } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { driversHere, openSqliteFile } from './sqlite-file.ts';

test('there is a program that reads SQLite on this machine', () => {
  expect(driversHere().length).toBeGreaterThan(0);
});

describe.each(driversHere())('SQLite by %s', (driver) => {
  const open = () => openSqlite(':memory:', { driver });

  test('takes every migration, and keeps bytes, nothing, text and numbers as they were', async () => {
    const store = open();
    expect(await migrateStore(store, 'sqlite')).toHaveLength(migrations.length);
    await sql`create table kept (a text, b integer, c blob, d real)`.execute(store);
    const bytes = Buffer.from([0, 255, 7]);
    await sql`insert into kept values (${'Ημέρα'}, ${8_640_000_000_000_000}, ${bytes}, ${0.5})`.execute(
      store,
    );
    await sql`insert into kept values (${null}, ${undefined}, ${null}, ${-1})`.execute(store);
    const { rows } = await sql<{ c: Buffer | null }>`select a, b, c, d from kept`.execute(store);
    expect(rows).toEqual([
      { a: 'Ημέρα', b: 8_640_000_000_000_000, c: bytes, d: 0.5 },
      { a: null, b: null, c: null, d: -1 },
    ]);
    expect(rows[0]?.c?.toString('latin1')).toBe('\u0000ÿ\u0007'); // a Buffer, not bare bytes
    await store.destroy();
  });

  test.each([
    ['an instant as a Date', new Date(0)],
    ['a yes as a boolean', true],
    ['an object', { id: 1 }],
    ['an address', new URL('https://paper.example/')],
    ['a list', ['a']],
  ])('refuses %s, wherever it stands, and keeps nothing', async (_what, value) => {
    const store = open();
    await sql`create table kept (a, b, c)`.execute(store);
    await expect(sql`insert into kept values (${value}, ${'b'}, ${'c'})`.execute(store)).rejects.toThrow(
      /place 1/,
    );
    await expect(sql`insert into kept values (${'a'}, ${'b'}, ${value})`.execute(store)).rejects.toThrow(
      /place 3/,
    );
    expect((await sql`select * from kept`.execute(store)).rows).toEqual([]);
    await store.destroy();
  });

  test('refuses two statements in one text, so that no half of a migration is dropped', async () => {
    const store = open();
    const both = sql.raw('create table one (a); create table two (a)').execute(store);
    await expect(both).rejects.toThrow(/more than one statement/);
    const { rows } = await sql`select name from sqlite_master`.execute(store);
    expect(rows).toEqual([]);
    await store.destroy();
  });

  test('says how many rows an update touched, and sees a column that came later', async () => {
    const store = open();
    await sql`create table kept (a integer)`.execute(store);
    for (const a of [1, 2, 3]) await sql`insert into kept values (${a})`.execute(store);
    const all = () => sql<object>`select * from kept order by a`.execute(store);
    expect((await all()).rows[0]).toEqual({ a: 1 });
    const done = await sql`update kept set a = a + 10 where a > ${1}`.execute(store);
    expect(done.numAffectedRows).toBe(2n);
    await sql`alter table kept add column b blob default x'01'`.execute(store);
    expect((await all()).rows[0]).toEqual({ a: 1, b: Buffer.from([1]) });
    await store.destroy();
  });

  test('rolls back what was refused half-way', async () => {
    const store = open();
    await sql`create table kept (a integer primary key)`.execute(store);
    const work = store.transaction().execute(async (inner) => {
      await sql`insert into kept values (1)`.execute(inner);
      await sql`insert into kept values (1)`.execute(inner);
    });
    await expect(work).rejects.toThrow(/UNIQUE/);
    expect((await sql`select * from kept`.execute(store)).rows).toEqual([]);
    await store.destroy();
  });

  test('names a full file by the code that the newsroom answers with words', async () => {
    const store = open();
    await sql`create table kept (a text)`.execute(store);
    await sql`pragma max_page_count = 10`.execute(store);
    const filling = sql`insert into kept values (${'x'.repeat(100_000)})`.execute(store);
    await expect(filling).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    await store.destroy();
  });

  test('a file written by one program is read by every other', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'crier-test-'));
    const path = join(folder, 'crier.sqlite');
    const store = openSqlite(path, { driver });
    await migrateStore(store, 'sqlite');
    await store.insertInto('newsroom_facts').values({ key: 'k', value: 'τιμή' }).execute();
    await store.destroy();
    for (const reader of driversHere()) {
      const file = openSqliteFile(path, { driver: reader, readonly: true });
      expect(file.pragma('integrity_check')).toBe('ok');
      expect(file.prepare('select value from newsroom_facts').all([])).toEqual([{ value: 'τιμή' }]);
      file.close();
    }
    rmSync(folder, { recursive: true });
  });
});
