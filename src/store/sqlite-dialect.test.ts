/** Two processes on one file: who waits for the other to have written holds up nobody. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause, setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqlite, type Store } from './engine.ts';
import { driversHere, openSqliteFile, type SqliteFile } from './sqlite-file.ts';

describe.each(driversHere())('a file that another process is writing, by %s', (driver) => {
  let folder: string;
  let store: Store;
  let other: SqliteFile;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'crier-test-'));
    store = openSqlite(join(folder, 'crier.sqlite'), { driver });
    await sql`create table kept (a integer primary key)`.execute(store);
    other = openSqliteFile(join(folder, 'crier.sqlite'), { driver });
    other.prepare('begin immediate').run([]);
    other.prepare('insert into kept values (1)').run([]);
  });

  afterEach(async () => {
    other.close();
    await store.destroy();
    rmSync(folder, { recursive: true });
  });

  const add = (a: number) => sql`insert into kept values (${a})`.execute(store);
  const all = async () =>
    (await sql<{ a: number }>`select a from kept`.execute(store)).rows.map(({ a }) => a);

  test('is read meanwhile, and written as soon as it is free', async () => {
    const ended: string[] = [];
    const alone = add(2).then(() => ended.push('alone'));
    const together = store
      .transaction()
      .execute(async (inner) => sql`insert into kept select max(a) + 10 from kept`.execute(inner))
      .then(() => ended.push('together'));
    for (let look = 0; look < 20; look += 1) {
      expect(await all()).toEqual([]);
      await pause(2);
    }
    expect(ended).toEqual([]);
    other.prepare('commit').run([]);
    await Promise.all([alone, together]);
    expect(ended.toSorted()).toEqual(['alone', 'together']);
    expect(await all()).toHaveLength(3);
  });

  test('is read by several who are the first to ask', async () => {
    const fresh = openSqlite(join(folder, 'crier.sqlite'), { driver });
    const count = () => sql<{ n: number }>`select count(*) as n from kept`.execute(fresh);
    const answers = await Promise.all([count(), count(), count()]);
    expect(answers.map(({ rows }) => Number(rows[0]?.n))).toEqual([0, 0, 0]);
    await fresh.destroy();
  });

  test('is waited for no longer than anybody would, and nothing is held then', async () => {
    const hasty = openSqlite(join(folder, 'crier.sqlite'), { driver, patience: 20 });
    const write = () => sql`insert into kept values (2)`.execute(hasty);
    await expect(write()).rejects.toMatchObject({ code: expect.stringContaining('SQLITE_BUSY') });
    const begun = hasty.transaction().execute(async () => 'begun');
    await expect(begun).rejects.toMatchObject({ code: expect.stringContaining('SQLITE_BUSY') });
    other.prepare('commit').run([]);
    await write();
    expect(await hasty.transaction().execute(async () => 'begun')).toBe('begun');
    await hasty.destroy();
  });
});

describe.each(driversHere())('the one connection, by %s', (driver) => {
  test('is a transaction’s until its end: nobody else’s words stand in it, and what it undoes was never there', async () => {
    const store = openSqlite(':memory:', { driver });
    await sql`create table kept (a integer primary key)`.execute(store);
    const add = (to: Store, a: number) => sql`insert into kept values (${a})`.execute(to);
    const first = store.transaction().execute(async (inner) => {
      await add(inner, 1);
      await setImmediate();
      const seen = await sql`select a from kept`.execute(inner);
      expect(seen.rows).toEqual([{ a: 1 }]);
    });
    await setImmediate();
    const second = add(store, 2);
    const refused = store.transaction().execute(async (inner) => {
      await add(inner, 3);
      throw new Error('no');
    });
    const last = store.transaction().execute((inner) => sql`select a from kept order by a`.execute(inner));
    await expect(refused).rejects.toThrow('no');
    await Promise.all([first, second]);
    expect((await last).rows).toEqual([{ a: 1 }, { a: 2 }]);
    await store.destroy();
  });

  test('is a page’s before it is a transaction’s that has not begun', async () => {
    const store = openSqlite(':memory:', { driver });
    await sql`create table kept (a integer primary key)`.execute(store);
    const order: string[] = [];
    const first = store.transaction().execute(async () => setImmediate());
    const others = ['one', 'two'].map((name) =>
      store.transaction().execute(async () => {
        await setImmediate();
        order.push(name);
      }),
    );
    await setImmediate();
    const page = sql`select 1`.execute(store).then(() => order.push('page'));
    await Promise.all([first, ...others, page]);
    expect(order[0]).toBe('page');
    await store.destroy();
  });

  const count = sql`with recursive n (i) as (select 1 union all select i + 1 from n where i < 50000) select max(i) from n`;

  test.each([
    ['alone', (store: Store, work: (at: Store) => Promise<void>) => work(store)],
    [
      'in a transaction',
      (store: Store, work: (at: Store) => Promise<void>) => store.transaction().execute(work),
    ],
  ])('answers long work in breaths, %s: others are heard before it is all done', async (_where, place) => {
    const store = openSqlite(':memory:', { driver });
    await count.execute(store);
    let heard = false;
    let other: Promise<void> | undefined;
    await place(store, async (at) => {
      other = setImmediate().then(() => {
        heard = true;
      });
      for (let round = 0; round < 20; round += 1) await count.execute(at);
      expect(heard).toBe(true);
    });
    await other;
    await store.destroy();
  });
});
