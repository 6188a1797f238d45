/** Durable work, on each engine. */
import { beforeEach, expect, test } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { freeLeases, startLoop, type Timetable } from './loop.ts';
import { announce, withdraw } from './work.ts';

onEachEngine('the runner', (open) => {
  let newsroom: TestNewsroom;
  beforeEach(async () => {
    newsroom = open();
    await newsroom.store.deleteFrom('work').execute();
  });

  const say = (replyId: string, more: { runAt?: number; key?: string } = {}) =>
    newsroom.transact((inner) => announce(inner, { event: 'reply-received', facts: { replyId }, ...more }));

  async function runAll(timetable: Timetable): Promise<void> {
    const loop = startLoop(newsroom, timetable);
    await loop.drain();
    await loop.stop();
  }

  const waiting = () => newsroom.store.selectFrom('work').selectAll().execute();

  test('every verb that follows an event is done once', async () => {
    const done: string[] = [];
    await say('r1');
    await say('r2');
    await runAll({
      'reply-received': {
        tell: async (_newsroom, { replyId }) => done.push(`tell ${replyId}`),
        count: async (_newsroom, { replyId }) => done.push(`count ${replyId}`),
      },
    });
    expect(done.sort()).toEqual(['count r1', 'count r2', 'tell r1', 'tell r2']);
    expect(await waiting()).toEqual([]);
  });

  test('an event whose transaction failed never happened', async () => {
    const failing = newsroom.transact(async (inner) => {
      await announce(inner, { event: 'reply-received', facts: { replyId: 'r' } });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await waiting()).toEqual([]);
  });

  test('a verb that fails is tried again later, and the others are not repeated', async () => {
    let told = 0;
    let tries = 0;
    const timetable: Timetable = {
      'reply-received': {
        tell: async () => {
          told += 1;
        },
        stumble: async () => {
          tries += 1;
          if (tries < 3) throw new Error('the store is asleep');
        },
      },
    };
    await say('r');
    await runAll(timetable);
    expect(await waiting()).toMatchObject([
      { verb: 'stumble', attempts: 1, failure: 'Error: the store is asleep' },
    ]);
    newsroom.clock.pass(60_000);
    await runAll(timetable);
    newsroom.clock.pass(60_000);
    await runAll(timetable);
    expect({ told, tries, left: await waiting() }).toEqual({ told: 1, tries: 3, left: [] });
  });

  test('work that never succeeds is given up after its tries, and kept to be seen', async () => {
    await say('r');
    const timetable: Timetable = { 'reply-received': { stumble: () => Promise.reject(new Error('never')) } };
    for (let round = 0; round < 16; round++) {
      await runAll(timetable);
      newsroom.clock.pass(3_600_000);
    }
    expect(await waiting()).toMatchObject([{ verb: 'stumble', attempts: 15 }]);
    expect((await waiting())[0]?.given_up_at).not.toBeNull();
  });

  test('what a dead process held is done by the next one when its lease ends, and not before', async () => {
    await say('r');
    await newsroom.store
      .updateTable('work')
      .set({ lease_until: newsroom.clock.now() + 60_000, attempts: 1 })
      .execute();
    let done = 0;
    const timetable: Timetable = {
      'reply-received': {
        tell: async () => {
          done += 1;
        },
      },
    };
    await runAll(timetable);
    expect(done).toBe(0);
    newsroom.clock.pass(60_000);
    await runAll(timetable);
    expect(done).toBe(1);
  });

  test('on a store of one process, leases are freed at start', async () => {
    await say('r');
    await newsroom.store
      .updateTable('work')
      .set({ lease_until: newsroom.clock.now() + 60_000 })
      .execute();
    await freeLeases(newsroom);
    let done = 0;
    await runAll({
      'reply-received': {
        tell: async () => {
          done += 1;
        },
      },
    });
    expect(done).toBe(1);
  });

  test('two loops on one store do nothing twice', async () => {
    const done: string[] = [];
    const timetable: Timetable = {
      'reply-received': { tell: async (_newsroom, { replyId }) => done.push(replyId) },
    };
    for (let each = 0; each < 40; each++) await say(`r${each}`);
    const loops = [startLoop(newsroom, timetable), startLoop(newsroom, timetable)];
    await Promise.all(loops.map((loop) => loop.drain()));
    await Promise.all(loops.map((loop) => loop.stop()));
    expect(done.sort()).toEqual(Array.from({ length: 40 }, (_, each) => `r${each}`).sort());
  });

  test('what is announced for later waits, is announced once for its key, and can be withdrawn', async () => {
    const runAt = newsroom.clock.now() + 1000;
    await say('r', { runAt, key: 'k' });
    await say('r', { runAt, key: 'k' });
    expect(await waiting()).toHaveLength(1);
    let done = 0;
    await runAll({
      'reply-received': {
        tell: async () => {
          done += 1;
        },
      },
    });
    expect(done).toBe(0);
    expect(await withdraw(newsroom, 'k')).toBe(true);
    expect(await withdraw(newsroom, 'k')).toBe(false);
  });

  test('work for a verb that no longer exists is let go', async () => {
    await say('r');
    const loop = startLoop(newsroom, { 'reply-received': {} });
    await loop.drain();
    await loop.stop();
    expect(await waiting()).toEqual([]);
  });
});
