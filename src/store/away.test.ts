/** A database whose connections end while they are at work: nobody's process ends with them, and what was said to be kept is. */
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCutLine } from '../../tests/support/cut-line.ts';
import { migratedDatabase, openTestNewsroom, postgresUrl } from '../../tests/support/newsroom.ts';
import { openTestServer, type TestServer } from '../../tests/support/server.ts';
import { recordAct, theNewsroomItself } from '../newsroom.ts';
import { isStoreAway } from './away.ts';
import { openPostgres, type Store } from './engine.ts';

const ROUNDS = 12;

describe.skipIf(!postgresUrl)('a database server that ends its connections', () => {
  let schema: { address: string; leave(): Promise<void> };
  let admin: pg.Client;
  beforeAll(async () => {
    schema = await migratedDatabase();
    admin = new pg.Client({ connectionString: postgresUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await schema.leave();
  });

  test('under load ends no process: each transaction is kept and told so, or refused as “away”', async () => {
    const name = `crier-away-${process.pid}`;
    const address = new URL(schema.address);
    address.searchParams.set('application_name', name);
    const newsroom = await openTestNewsroom({ engine: 'postgres', beside: { address: address.href } });
    const kept: string[] = [];
    const thrown: unknown[] = [];
    const write = async (id: string) => {
      await newsroom
        .transact(async (inner) => {
          await recordAct(inner, { by: theNewsroomItself, act: 'test', subjectKind: 'story', subjectId: id });
          await sql`select pg_sleep(0.02)`.execute(inner.store);
        })
        .then(
          () => kept.push(id),
          (error: unknown) => thrown.push(error),
        );
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      const writing = Array.from({ length: 4 }, (_, place) => write(`${round}-${place}`));
      await new Promise((resolve) => setTimeout(resolve, round * 3)); // another moment of the transaction each time
      await admin.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
        [name],
      );
      await Promise.all(writing);
    }
    // A connection that was ended may be picked once more before the news of its end is read: then it is refused as away.
    await expect
      .poll(async () => {
        await write('afterwards');
        return kept.at(-1);
      })
      .toBe('afterwards');
    expect(thrown.filter((error) => !isStoreAway(error))).toEqual([]);
    expect(thrown.length).toBeGreaterThan(0); // proof that connections ended while they were at work
    const rows = await newsroom.store
      .selectFrom('audit')
      .select('subject_id')
      .where('act', '=', 'test')
      .execute();
    const there = new Set(rows.map((row) => row.subject_id));
    expect(kept.filter((id) => !there.has(id))).toEqual([]);
    await newsroom.close();
  });

  test('is told from a fault of ours', async () => {
    const store: Store = await openPostgres(schema.address);
    const wrong = await sql`select nothing from nowhere`.execute(store).catch((error: unknown) => error);
    expect(isStoreAway(wrong)).toBe(false);
    await store.destroy();
    const refused = await openPostgres('postgres://nobody@127.0.0.1:1/none');
    const away = await sql`select 1`.execute(refused).catch((error: unknown) => error);
    expect(isStoreAway(away)).toBe(true);
    await refused.destroy();
  });
});

describe.skipIf(!postgresUrl)('readers and programs, while the database does not answer', () => {
  let schema: { address: string; leave(): Promise<void> };
  let server: TestServer;
  let line: Awaited<ReturnType<typeof openCutLine>>;
  beforeAll(async () => {
    schema = await migratedDatabase();
    line = await openCutLine(schema.address);
    server = await openTestServer({ engine: 'postgres', beside: { address: line.address } });
  });
  afterAll(async () => {
    await server.close();
    await line.close();
    await schema.leave();
  });

  test('are told to come back in seconds, in words; then all is as before', async () => {
    expect((await server.app.inject('/healthz')).statusCode).toBe(200);
    line.cut();
    const page = await server.app.inject({ url: '/search?q=ferry', headers: { accept: 'text/html' } });
    expect([page.statusCode, page.headers['retry-after'], page.headers['cache-control']]).toEqual([
      503,
      '5',
      'no-store',
    ]);
    expect(page.body).toContain('This page cannot be made just now. Try again in a few seconds.');
    const api = await server.app.inject('/api/stories');
    expect([api.statusCode, api.headers['retry-after'], api.json().code]).toEqual([503, '5', 'store-away']);
    expect((await server.app.inject('/healthz')).statusCode).toBe(503);
    line.mend();
    expect((await server.app.inject('/healthz')).statusCode).toBe(200);
  });
});
