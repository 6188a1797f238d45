import { setImmediate } from 'node:timers/promises';
import type { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ferryCopy,
  openSending,
  publishedStory,
  type Sending,
  subscribed,
} from '../../../tests/support/alert-cast.ts';
import { onEachEngine, openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { DAY, MINUTE, SECOND } from '../../kit/clock.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import type { Sender } from '../../push/sender.ts';
import { correctStory } from '../../stories/correct.ts';
import { saveTake } from '../../stories/edit.ts';
import { killStory } from '../../stories/kill.ts';
import { addSection } from '../../stories/sections.ts';
import { stopAlert, writeAlert, writeCorrectionAlert } from '../alert.ts';
import { alertById } from '../queries.ts';
import { readDevice } from '../readers/device-view.ts';
import { writeKillAlert } from '../withdrawal.ts';
import { claimChunk } from './chunk-queries.ts';
import { cutChunks } from './cut-chunks.ts';
import { fanOut, LEASE, sendDueChunks } from './fan-out.ts';
import { sendWelcome } from './welcome.ts';

const by = theNewsroomItself;

/** To whom the first answer to an update comes late. */
function hearsLate(newsroom: TestNewsroom, until: () => Promise<void>): TestNewsroom {
  const { store } = newsroom;
  let came = false;
  const executeQuery = async (query: CompiledQuery): Promise<unknown> => {
    const answer = await store.executeQuery(query);
    if (came || query.query.kind !== 'UpdateQueryNode') return answer;
    came = true;
    await until();
    return answer;
  };
  const late = new Proxy(store, {
    get(of, name) {
      if (name === 'executeQuery') return executeQuery;
      const value: unknown = Reflect.get(of, name, of);
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });
  return Object.create(newsroom, { store: { value: late } });
}

onEachEngine('an alert', (open) => {
  let { newsroom, service, sender, devices, stopSending } = {} as Sending;
  beforeAll(async () => {
    ({ newsroom, service, sender, devices, stopSending } = await openSending(open()));
  });
  afterAll(() => stopSending());
  beforeEach(async () => {
    service.fault = () => null;
    await newsroom.store.deleteFrom('follows').execute();
    await newsroom.store.deleteFrom('devices').execute();
  });

  const chunksOf = (alertId: string) =>
    newsroom.store.selectFrom('alert_chunks').selectAll().where('alert_id', '=', alertId).execute();
  const alertOf = (id: string) =>
    newsroom.store.selectFrom('alerts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  it('reaches everyone who follows it, once, however often it is asked for', async () => {
    const readers = await devices(30);
    const facts = await publishedStory(newsroom, { level: 'urgent' });
    const alertId = await writeAlert(newsroom, facts);
    expect(await writeAlert(newsroom, { ...facts, first: false })).toBeNull();
    await fanOut(newsroom, { alertId: alertId! }, { sender });
    await fanOut(newsroom, { alertId: alertId! }, { sender });
    await sendDueChunks(newsroom, { sender });
    for (const reader of readers) {
      expect(reader.visible).toMatchObject([
        { title: 'Night ferry to Lyra turns back in the storm', revision: 1 },
      ]);
      expect(reader.again).toBe(0);
    }
    expect(readers[0]!.visible[0]!.navigate).toMatch(/^http:\/\/localhost:4000\/news\//);
    expect((await alertOf(alertId!)).state).toBe('sent');
    expect(service.requests.at(-1)?.topic).toMatch(/^[\w-]{32}$/);
  });

  it('leaves at once also where its recipients were cut while the first chunk was looked for', async () => {
    const [reader] = await devices(1);
    const alertId = (await writeAlert(newsroom, await publishedStory(newsroom, { level: 'urgent' })))!;
    const isCut = async () => {
      while ((await alertOf(alertId)).state !== 'sending') await setImmediate();
      for (let turn = 0; turn < 20; turn++) await alertOf(alertId); // time enough for whoever cuts to end
    };
    await fanOut(hearsLate(newsroom, isCut), { alertId }, { sender });
    expect(reader!.visible).toHaveLength(1);
  });

  it('is taken over within seconds when the process that sent it died, and misses nobody', async () => {
    const readers = await devices(30);
    const facts = await publishedStory(newsroom, { level: 'urgent' });
    const alertId = (await writeAlert(newsroom, facts))!;
    await cutChunks(newsroom, (await alertById(newsroom, alertId))!);
    while (await claimChunk(newsroom, [], LEASE)); // and then it died
    await sendDueChunks(newsroom, { sender });
    expect(readers.filter((reader) => reader.visible.length > 0)).toEqual([]);
    newsroom.clock.pass(10 * SECOND);
    await sendDueChunks(newsroom, { sender });
    expect(readers.map((reader) => [reader.visible.length, reader.again])).toEqual(readers.map(() => [1, 0]));
  });

  it('is not sent a second time by another process, however long the first waits for an answer', async () => {
    const [reader] = await devices(1);
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      service.fault = () => {
        resolve();
        return { until: new Promise<void>((answered) => (answer = answered)) };
      };
    });
    const alertId = (await writeAlert(newsroom, await publishedStory(newsroom, { level: 'urgent' })))!;
    const sending = fanOut(newsroom, { alertId }, { sender });
    await asked;
    for (let renewed = 0; renewed < 2; renewed += 1) {
      newsroom.clock.pass(LEASE - SECOND);
      const until = newsroom.clock.now() + LEASE;
      const held = async () => expect((await chunksOf(alertId))[0]?.lease_until).toBe(until);
      await vi.waitFor(held, { timeout: 60_000, interval: 50 });
      expect(await claimChunk(newsroom, [], LEASE)).toBeNull();
    }
    answer();
    await sending;
    expect([reader?.visible.length, reader?.again]).toEqual([1, 0]);
  });

  it('goes to who follows its section, its story or a level it has, and to nobody else', async () => {
    const section = await addSection(newsroom, { name: `Harbour ${newsroom.ids.next().slice(-4)}` });
    const other = await addSection(newsroom, { name: `Hills ${newsroom.ids.next().slice(-4)}` });
    const facts = await publishedStory(newsroom, { level: 'bulletin', sectionId: section.id });
    const cases = [
      { follow: { kind: 'section', subjectId: section.id, level: 'routine' }, hears: true },
      { follow: { kind: 'section', subjectId: other.id, level: 'routine' }, hears: false },
      { follow: { kind: 'story', subjectId: facts.storyId, level: 'bulletin' }, hears: true },
      { follow: { kind: 'all', subjectId: '', level: 'flash' }, hears: false },
      { follow: { kind: 'all', subjectId: '', level: 'urgent' }, hears: true },
    ] as const;
    const readers = [];
    for (const { follow } of cases) readers.push(...(await devices(1, [{ ...follow }])));
    const both = await devices(1, [
      { kind: 'all', subjectId: '', level: 'routine' },
      { kind: 'section', subjectId: section.id, level: 'routine' },
    ]);
    const unconfirmed = service.makeDevice();
    await subscribed(newsroom, unconfirmed, { welcomed: false });
    await fanOut(newsroom, { alertId: (await writeAlert(newsroom, facts))! }, { sender });
    expect(readers.map((reader) => reader.visible.length)).toEqual(cases.map(({ hears }) => (hears ? 1 : 0)));
    expect(both[0]!.visible).toHaveLength(1);
    expect(both[0]!.again).toBe(0);
    expect(unconfirmed.visible).toEqual([]);
  });

  it('is not written without a level', async () => {
    expect(await writeAlert(newsroom, await publishedStory(newsroom, { level: null }))).toBeNull();
  });

  it('leaves only when its page answers', async () => {
    const [reader] = await devices(1);
    const alertId = (await writeAlert(newsroom, await publishedStory(newsroom, { level: 'flash' })))!;
    await expect(fanOut(newsroom, { alertId }, { sender, pageAnswers: async () => 500 })).rejects.toThrow(
      '500',
    );
    expect(reader!.visible).toEqual([]);
    await fanOut(newsroom, { alertId }, { sender, pageAnswers: async () => 200 });
    expect(reader!.visible).toHaveLength(1);
  });

  it('is put right in its own place, for those who had it and nobody else', async () => {
    const had = await devices(3);
    const facts = await publishedStory(newsroom, { level: 'urgent' });
    await fanOut(newsroom, { alertId: (await writeAlert(newsroom, facts))! }, { sender });
    const [late] = await devices(1);
    had[2]!.online = false;
    const correctionId = await corrected(newsroom, facts, 'It turned back after two hours, not one.');
    const alertId = await writeCorrectionAlert(newsroom, { ...facts, correctionId });
    expect(await writeCorrectionAlert(newsroom, { ...facts, correctionId })).toBeNull();
    await fanOut(newsroom, { alertId: alertId! }, { sender });
    had[2]!.wake();
    for (const reader of had) {
      expect(reader.visible.map(({ revision }) => revision)).toEqual([1, 2]);
      expect(reader.visible[1]).toMatchObject({
        title: 'Correction: Night ferry to Lyra turns back in the storm',
        body: 'It turned back after two hours, not one.',
        tag: reader.visible[0]!.tag,
      });
    }
    expect(late!.visible).toEqual([]);
  });

  it('whose story was killed says so without its headline', async () => {
    const [reader] = await devices(1);
    const facts = await publishedStory(newsroom, { level: 'urgent' });
    await fanOut(newsroom, { alertId: (await writeAlert(newsroom, facts))! }, { sender });
    await killStory(newsroom, { storyId: facts.storyId, notice: 'The account was false.', by });
    const { id: correctionId } = await newsroom.store
      .selectFrom('corrections')
      .select('id')
      .where('story_id', '=', facts.storyId)
      .executeTakeFirstOrThrow();
    await fanOut(
      newsroom,
      { alertId: (await writeKillAlert(newsroom, { ...facts, correctionId }))! },
      { sender },
    );
    expect(reader!.visible[1]).toMatchObject({
      title: 'A story was withdrawn',
      body: 'The account was false.',
    });
    expect(reader!.visible[1]!.navigate).toBe(reader!.visible[0]!.navigate);
  });

  it('not sent yet gives way to its correction', async () => {
    const [reader] = await devices(1);
    const facts = await publishedStory(newsroom, { level: 'urgent' });
    const news = (await writeAlert(newsroom, facts))!;
    const correctionId = await corrected(newsroom, facts, 'Put right.');
    const alertId = (await writeCorrectionAlert(newsroom, { ...facts, correctionId }))!;
    await fanOut(newsroom, { alertId }, { sender });
    await fanOut(newsroom, { alertId: news }, { sender });
    expect(reader!.visible.map(({ revision }) => revision)).toEqual([2]);
  });

  it('takes out devices that are gone, with the reason, and only those', async () => {
    const readers = await devices(6);
    const answers = [404, 410, 403, 500, 401, 201];
    service.fault = ({ token }) => {
      const status = answers[readers.findIndex((reader) => reader.token === token)] ?? 201;
      return status === 201 ? null : { status };
    };
    const facts = await publishedStory(newsroom, { level: 'urgent' });
    const alertId = (await writeAlert(newsroom, facts))!;
    await fanOut(newsroom, { alertId }, { sender });
    const rows = await newsroom.store.selectFrom('devices').selectAll().orderBy('id').execute();
    expect(rows.map((row) => row.gone_at !== null)).toEqual([true, true, false, false, false, false]);
    expect(rows[1]!.gone_why).toContain('410');
    expect(rows.map((row) => row.strikes)).toEqual([0, 0, 1, 0, 1, 0]);
    expect((await alertOf(alertId)).state).toBe('sending');

    service.fault = () => null;
    newsroom.clock.pass(15 * MINUTE);
    await sendDueChunks(newsroom, { sender });
    expect(readers.map((reader) => reader.visible.length)).toEqual([0, 0, 0, 1, 0, 1]);
    expect((await chunksOf(alertId)).map((chunk) => chunk.outcomes)).toEqual(['ggqaqa']);
    expect((await alertOf(alertId)).state).toBe('sent');
  });

  it('waits as long as it is told, and then goes out', async () => {
    const readers = await devices(5);
    service.fault = () => ({ status: 429, retryAfter: 1 });
    const alertId = (await writeAlert(newsroom, await publishedStory(newsroom, { level: 'urgent' })))!;
    await fanOut(newsroom, { alertId }, { sender });
    service.fault = () => null;
    await sendDueChunks(newsroom, { sender });
    expect(readers.every((reader) => reader.visible.length === 0)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    newsroom.clock.pass(2 * SECOND);
    await sendDueChunks(newsroom, { sender });
    expect(readers.every((reader) => reader.visible.length === 1)).toBe(true);
  });

  it('is sent before all that is less pressing, however long that waits', async () => {
    await devices(2);
    const cut = async (level: 'routine' | 'flash') => {
      const id = (await writeAlert(newsroom, await publishedStory(newsroom, { level })))!;
      await newsroom.store.updateTable('alerts').set({ state: 'waiting' }).where('id', '=', id).execute();
      await cutChunks(newsroom, await alertOf(id));
      newsroom.clock.pass(MINUTE);
      return id;
    };
    const routine = await cut('routine');
    const flash = await cut('flash');
    const claimed = [await claimChunk(newsroom, [], MINUTE), await claimChunk(newsroom, [], MINUTE)];
    expect(claimed.map((chunk) => chunk?.alert_id)).toEqual([flash, routine]);
    await newsroom.store.deleteFrom('alert_chunks').execute();
  });

  it('too old is not told', async () => {
    const [reader] = await devices(1);
    service.fault = () => ({ status: 500 });
    const alertId = (await writeAlert(newsroom, await publishedStory(newsroom, { level: 'flash' })))!;
    await fanOut(newsroom, { alertId }, { sender });
    service.fault = () => null;
    newsroom.clock.pass(DAY);
    await sendDueChunks(newsroom, { sender });
    expect(reader!.visible).toEqual([]);
    expect((await chunksOf(alertId))[0]?.outcomes).toBe('x');
  });

  it('stopped at the desk goes no further', async () => {
    const [reader] = await devices(1);
    service.fault = () => ({ status: 500 });
    const alertId = (await writeAlert(newsroom, await publishedStory(newsroom, { level: 'flash' })))!;
    await fanOut(newsroom, { alertId }, { sender });
    service.fault = () => null;
    await stopAlert(newsroom, { alertId, by });
    newsroom.clock.pass(MINUTE);
    await sendDueChunks(newsroom, { sender });
    expect(reader!.visible).toEqual([]);
  });

  it('is on the page of what was sent to a device', async () => {
    const device = service.makeDevice();
    const { token } = await subscribed(newsroom, device);
    await fanOut(
      newsroom,
      { alertId: (await writeAlert(newsroom, await publishedStory(newsroom, { level: 'urgent' })))! },
      { sender },
    );
    const { sent } = await readDevice(newsroom, token);
    expect(sent).toMatchObject([{ headline: 'Night ferry to Lyra turns back in the storm', state: 'told' }]);
  });

  it('first confirms a device; one that cannot be reached does not count', async () => {
    const [well, gone] = [service.makeDevice(), service.makeDevice()];
    gone.gone = true;
    const one = await subscribed(newsroom, well, { welcomed: false });
    const two = await subscribed(newsroom, gone, { welcomed: false });
    await sendWelcome(newsroom, one, { sender });
    await sendWelcome(newsroom, one, { sender });
    await sendWelcome(newsroom, two, { sender });
    expect(well.visible).toMatchObject([{ title: 'Alerts are on', tag: 'welcome' }]);
    expect((await readDevice(newsroom, one.token)).welcomed).toBe(true);
    expect((await readDevice(newsroom, two.token)).goneWhy).toContain('410');
  });
});

async function corrected(
  newsroom: TestNewsroom,
  facts: { storyId: string; editionId: string; takeId: string },
  notice: string,
) {
  const { working_take_id } = await newsroom.store
    .selectFrom('editions')
    .select('working_take_id')
    .where('id', '=', facts.editionId)
    .executeTakeFirstOrThrow();
  const copy = { ...ferryCopy, dek: 'Forty passengers are safe.' };
  await saveTake(newsroom, { editionId: facts.editionId, copy, basedOn: working_take_id, by });
  await correctStory(newsroom, { storyId: facts.storyId, notice, by });
  const { id } = await newsroom.store
    .selectFrom('corrections')
    .select('id')
    .where('story_id', '=', facts.storyId)
    .executeTakeFirstOrThrow();
  return id;
}

describe('an alert to many', () => {
  it('is cut into chunks of one push service each, and memory holds a few of them', async () => {
    const newsroom = await openTestNewsroom();
    const [one, two] = ['https://fcm.googleapis.com', 'https://updates.push.services.mozilla.com'];
    await manyDevices(newsroom, 18_000, (place) => (place % 3 === 0 ? two! : one!));
    const told = { most: 0, now: 0, devices: new Set<string>() };
    const sender: Sender = {
      closed: false,
      async send(_telling, recipients) {
        told.now += recipients.length;
        told.most = Math.max(told.most, told.now);
        expect(new Set(recipients.map(({ origin }) => origin)).size).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        for (const { id } of recipients) {
          expect(told.devices.has(id)).toBe(false);
          told.devices.add(id);
        }
        told.now -= recipients.length;
        return recipients.map(() => ({ kind: 'accepted' }));
      },
      prepare: async () => 0,
      mostTickets: 0,
      countTickets: async () => 0,
      forget() {},
      async close() {},
    };
    const alertId = (await writeAlert(newsroom, await publishedStory(newsroom, { level: 'urgent' })))!;
    await Promise.all([
      fanOut(newsroom, { alertId }, { sender }),
      fanOut(newsroom, { alertId }, { sender }), // as by a second process
    ]);
    expect(told.devices.size).toBe(18_000);
    // Four chunks of a thousand for each of two services, in each of two processes.
    expect(told.most).toBeLessThanOrEqual(16_000);
    await newsroom.close();
  });
});

async function manyDevices(newsroom: TestNewsroom, many: number, originOf: (place: number) => string) {
  for (let at = 0; at < many; at += 500) {
    const ids = Array.from({ length: 500 }, () => newsroom.ids.next());
    const now = newsroom.clock.now();
    const none = Buffer.alloc(1);
    await newsroom.store
      .insertInto('devices')
      .values(
        ids.map((id, place) => ({
          id,
          endpoint_sealed: none,
          endpoint_hash: id,
          origin: originOf(at + place),
          p256dh: none,
          auth_sealed: none,
          vapid_key_id: 'k',
          token_hash: id,
          sender_hash: 's',
          language: 'en',
          welcomed_at: now,
          strikes: 0,
          gone_at: null,
          gone_why: null,
          last_alert_at: null,
          created_at: now,
          seen_at: now,
        })),
      )
      .execute();
    await newsroom.store
      .insertInto('follows')
      .values(
        ids.map((id) => ({
          id: newsroom.ids.next(),
          device_id: id,
          kind: 'all' as const,
          subject_id: '',
          level: 'routine',
          created_at: now,
        })),
      )
      .execute();
  }
}
