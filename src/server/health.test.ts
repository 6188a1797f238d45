/** What a supervisor is told of the store. */
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { onEachEngine, openTestNewsroom } from '../../tests/support/newsroom.ts';
import { MINUTE } from '../kit/clock.ts';
import { openSqlite } from '../store/engine.ts';
import { migrateStore } from '../store/migrate.ts';
import { watchHealth } from './health.ts';

onEachEngine('health', (newsroom) => {
  it('is good while every table can be read, and not when one is gone', async () => {
    const health = watchHealth(newsroom());
    expect(await health.answer()).toMatchObject({ status: 200, store: 'answers' });
    await sql`alter table alert_opens rename to elsewhere`.execute(newsroom().store);
    newsroom().clock.pass(MINUTE);
    expect(await health.answer()).toEqual({ status: 503, store: 'damaged' });
    await sql`alter table elsewhere rename to alert_opens`.execute(newsroom().store);
    newsroom().clock.pass(MINUTE);
    expect(await health.answer()).toMatchObject({ status: 200, store: 'answers' });
    health.close();
  });
});

it('is not good when pages of the file do not fit together', async () => {
  const newsroom = await openTestNewsroom();
  const { data } = newsroom.settings;
  const path = join(data, 'crier.sqlite');
  const store = openSqlite(path);
  await migrateStore(store, 'sqlite');
  await store.destroy();
  const health = watchHealth(newsroom);
  await health.lookAtPages();
  expect(await health.answer()).toEqual({ status: 200, store: 'answers' });
  const file = openSync(path, 'r+');
  const half = Math.floor(statSync(path).size / 8192) * 4096;
  writeSync(file, Buffer.alloc(16 * 4096, 0xa5), 0, 16 * 4096, half);
  closeSync(file);
  await health.lookAtPages();
  expect(await health.answer()).toEqual({ status: 503, store: 'damaged' });
  health.close();
  await newsroom.close();
});
