/** Processes of one database that look after each other: who is gone is found out, who is only slow is left alone. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  migratedDatabase,
  openTestNewsroom,
  postgresUrl,
  type TestNewsroom,
} from '../../tests/support/newsroom.ts';
import { lockKeyOf } from '../store/shared-bell.ts';
import { beatOf, enterProcesses, processRows } from './process-queries.ts';
import { type ProcessWatch, watchProcesses } from './process-watch.ts';
import { claimWork, freeWork, renewWork } from './queries.ts';
import { announce } from './work.ts';

describe.skipIf(!postgresUrl)('processes of one database', () => {
  let schema: { address: string; leave(): Promise<void> };
  let here: TestNewsroom;
  let there: TestNewsroom;
  let watch: ProcessWatch;
  let taken: string[];

  beforeEach(async () => {
    schema = await migratedDatabase();
    here = await openTestNewsroom({ engine: 'postgres', beside: schema });
    there = await openTestNewsroom({ engine: 'postgres', beside: schema });
    taken = [];
    watch = watchProcesses(here, {
      every: 600_000, // the test looks
      free: [freeWork, async (_inner, processId) => taken.push(processId)],
    });
    await watch.look();
    await enterProcesses(there, { lockKey: lockKeyOf(there.process), place: 'another machine' });
  });
  afterEach(async () => {
    await watch.close();
    await there.close().catch(() => {}); // the test may have ended it
    await here.close();
    await schema.leave();
  });

  const held = async () =>
    (await here.store.selectFrom('work').select(['held_by', 'lease_until']).execute()).map((row) => ({
      ...row,
      isFree: row.lease_until === 0,
    }));
  const holdsOne = async () => {
    await there.transact((inner) => announce(inner, { event: 'reply-decided', facts: { replyId: 'r' } }));
    const [row] = await claimWork(there, { lane: 'spread', most: 1, lease: 60_000 });
    return row?.id ?? '';
  };

  test('work of one that was killed is free after a few looks, with no word of a clock', async () => {
    await holdsOne();
    await there.bell.close(); // the server closes the connections of a dead process
    for (let look = 0; look < 6; look += 1) await watch.look();
    expect(taken).toEqual([there.process]);
    expect(await held()).toMatchObject([{ isFree: true }]);
    expect((await processRows(here)).map(({ id }) => id)).toEqual([here.process]);
  });

  test('one that is busy for some seconds keeps what it holds for as long as its connection lives', async () => {
    await holdsOne();
    for (let look = 0; look < 6; look += 1) await watch.look();
    expect(taken).toEqual([]);
    expect(await held()).toMatchObject([{ held_by: there.process, isFree: false }]);
  });

  test('one that hangs for longer loses it, and renews nothing that is another’s by then', async () => {
    const id = await holdsOne();
    for (let look = 0; look < 16; look += 1) await watch.look();
    expect(taken).toEqual([there.process]);
    await claimWork(here, { lane: 'spread', most: 1, lease: 60_000 });
    await renewWork(there, id, here.clock.now() + 999_999);
    expect(await held()).toMatchObject([{ held_by: here.process, lease_until: here.clock.now() + 60_000 }]);
  });

  test('one that beats is never taken for gone, though its bell is not connected', async () => {
    await there.bell.close();
    for (let look = 0; look < 20; look += 1) {
      await beatOf(there);
      await watch.look();
    }
    expect(taken).toEqual([]);
  });
});
