/** Durable work, on each engine. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { theNewsroomItself } from '../newsroom.ts';
import type { Lane } from '../store/closed-sets.ts';
import { countGivenUp, listGivenUp, tryWorkAgain } from './given-up.ts';
import { lanes, type PlacedWork } from './lanes.ts';
import { freeLeases, type Loop, startLoop, type Timetable } from './loop.ts';
import { announce, type EventName, withdraw } from './work.ts';
import { dropWork } from './work-list.ts';

const PATIENCE = { timeout: 60_000, interval: 5 };
const killed = {
  storyId: 's',
  editionId: 'e',
  takeId: 't',
  alertLevel: 'flash',
  first: false,
  correctionId: 'c',
};

onEachEngine('the runner', (open) => {
  let newsroom: TestNewsroom;
  let loop: Loop | undefined;
  afterEach(async () => {
    await loop?.stop();
    loop = undefined;
  });
  beforeEach(async () => {
    newsroom = open();
    await newsroom.store.deleteFrom('work').execute();
  });

  const say = (replyId: string, more: { runAt?: number; key?: string } = {}) =>
    newsroom.transact((inner) => announce(inner, { event: 'reply-decided', facts: { replyId }, ...more }));

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
      'reply-decided': {
        tell: async (_newsroom, { replyId }) => done.push(`tell ${replyId}`),
        count: async (_newsroom, { replyId }) => done.push(`count ${replyId}`),
      },
    });
    expect(done.sort()).toEqual(['count r1', 'count r2', 'tell r1', 'tell r2']);
    expect(await waiting()).toEqual([]);
  });

  test('work whose facts cannot be read fails with the place that is broken, and can be dropped', async () => {
    await say('r1');
    await newsroom.store.updateTable('work').set({ payload_json: '{"replyId":' }).execute();
    const done: string[] = [];
    await runAll({ 'reply-decided': { tell: async (_newsroom, { replyId }) => done.push(replyId) } });
    const [work] = await waiting();
    expect(work?.failure).toBe(`Error: work.payload_json of ${work?.id} is not JSON`);
    await dropWork(newsroom, { workId: work?.id ?? '', by: theNewsroomItself });
    expect([done, await waiting()]).toEqual([[], []]);
  });

  test('an event whose transaction failed never happened', async () => {
    const failing = newsroom.transact(async (inner) => {
      await announce(inner, { event: 'reply-decided', facts: { replyId: 'r' } });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await waiting()).toEqual([]);
  });

  test('a verb that fails is tried again later, and the others are not repeated', async () => {
    let told = 0;
    let tries = 0;
    const timetable: Timetable = {
      'reply-decided': {
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
    const timetable: Timetable = { 'reply-decided': { stumble: () => Promise.reject(new Error('never')) } };
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
      'reply-decided': {
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
      'reply-decided': {
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
      'reply-decided': { tell: async (_newsroom, { replyId }) => done.push(replyId) },
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
      'reply-decided': {
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
    const loop = startLoop(newsroom, { 'reply-decided': {} });
    await loop.drain();
    await loop.stop();
    expect(await waiting()).toEqual([]);
  });

  test('an alert leaves while eight translations wait for an engine that does not answer', async () => {
    const order: string[] = [];
    const answers: (() => void)[] = [];
    const engine = () => new Promise<void>((resolve) => answers.push(resolve));
    const alerted = new Promise<void>((resolve) => {
      const timetable: Timetable = {
        'translation-asked': {
          translate: {
            lane: 'engines',
            run: async (_newsroom, { editionId }) => {
              await engine();
              order.push(`translated ${editionId}`);
            },
          },
        },
        'story-killed': {
          alert: {
            lane: 'readers',
            run: async () => {
              order.push('alerted');
              resolve();
            },
          },
        },
      };
      loop = startLoop(newsroom, timetable);
    });
    await newsroom.transact(async (inner) => {
      for (let number = 0; number < 12; number += 1)
        await announce(inner, { event: 'translation-asked', facts: { editionId: `${number}` } });
    });
    await vi.waitFor(() => expect(answers).toHaveLength(8), PATIENCE); // all that its lane holds
    await newsroom.transact((inner) => announce(inner, { event: 'story-killed', facts: killed }));
    await alerted;
    expect(order).toEqual(['alerted']);
    expect(answers).toHaveLength(8);
    // Nothing is lost of what waited: as answers come, the others are asked for.
    while (order.length < 13) {
      for (const answer of answers.splice(0)) answer();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await loop?.drain();
    expect(await waiting()).toEqual([]);
  });

  test('a full lane of any kind keeps no other from moving', async () => {
    const held = Object.keys(lanes).filter(
      (lane): lane is PlacedWork<EventName>['lane'] => lane !== 'spread',
    );
    for (const full of held) {
      const answers: (() => void)[] = [];
      const done = new Set<string>();
      const step = (lane: PlacedWork<EventName>['lane']) => ({
        lane,
        run: async () => {
          if (lane === full) await new Promise<void>((resolve) => answers.push(resolve));
          done.add(lane);
        },
      });
      loop = startLoop(newsroom, {
        'reply-decided': Object.fromEntries(held.map((lane) => [lane, step(lane)])),
      });
      for (let number = 0; number < 10; number += 1) await say(`${full} ${number}`);
      await vi.waitFor(() => {
        expect([...done].sort()).toEqual(held.filter((lane) => lane !== full).sort());
        expect(answers).toHaveLength(lanes[full]);
      }, PATIENCE);
      const ended = loop.drain();
      const letGo = setInterval(() => {
        for (const answer of answers.splice(0)) answer();
      }, 2);
      await ended;
      clearInterval(letGo);
      await loop.stop();
    }
  });

  test('what does not end when the loop is stopped is given back, and its end here says nothing any more', async () => {
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      loop = startLoop(newsroom, {
        'reply-decided': {
          tell: async () => {
            resolve();
            await new Promise<void>((answered) => (answer = answered));
            throw new Error('nobody is there any more');
          },
        },
      });
    });
    await say('r');
    await asked;
    expect(await loop?.stop(1)).toBe(false);
    await freeLeases(newsroom, newsroom.process);
    answer();
    loop = undefined;
    const done: string[] = [];
    // Its last look may have been on its way, and have taken it once more: it gives that back.
    await vi.waitFor(async () => {
      await runAll({ 'reply-decided': { tell: async (_newsroom, { replyId }) => done.push(replyId) } });
      expect({ done, left: await waiting() }).toEqual({ done: ['r'], left: [] });
    }, PATIENCE);
  });

  test('work of a lane that this version no longer has is done all the same', async () => {
    await say('r');
    await newsroom.store
      .updateTable('work')
      .set({ lane: 'carrier pigeons' as Lane })
      .execute();
    const done: string[] = [];
    await runAll({ 'reply-decided': { tell: async (_newsroom, { replyId }) => done.push(replyId) } });
    expect(done).toEqual(['r']);
  });

  test('work given up is listed with what, why and since when, and tried again by a button', async () => {
    await say('r');
    let works = false;
    const timetable: Timetable = {
      'reply-decided': {
        tell: async () => {
          if (!works) throw new Error('no such service');
        },
      },
    };
    const began = newsroom.clock.now();
    const rung: string[] = [];
    const silence = newsroom.bell.on('desk', ({ what }) => rung.push(what));
    for (let round = 0; round < 16; round += 1) {
      await runAll(timetable);
      newsroom.clock.pass(3_600_000);
    }
    expect(rung).toEqual(['bar']); // once: when it was given up
    const [work] = await listGivenUp(newsroom);
    expect(await countGivenUp(newsroom)).toBe(1);
    expect(work).toMatchObject({
      event: 'reply-decided',
      verb: 'tell',
      facts: { replyId: 'r' },
      tries: 15,
      failure: 'Error: no such service',
      since: began,
    });
    works = true;
    const again = { workId: work?.id ?? '', by: theNewsroomItself };
    expect(await tryWorkAgain(newsroom, again)).toEqual({ count: 1 });
    await expect(tryWorkAgain(newsroom, again)).rejects.toMatchObject({ code: 'not-found' });
    expect(await tryWorkAgain(newsroom, { ...again, workId: null })).toEqual({ count: 0 });
    await runAll(timetable);
    expect({ left: await waiting(), given: await countGivenUp(newsroom) }).toEqual({ left: [], given: 0 });
    silence();
  });
});
