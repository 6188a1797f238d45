/** What a push service refuses: one device, or all of them because of us. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  allNews,
  openSending,
  publishedStory,
  type Sending,
  subscribed,
} from '../../../tests/support/alert-cast.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import type { FakeDevice } from '../../../tests/support/push-service.ts';
import { DAY, MINUTE } from '../../kit/clock.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { stopAlert, writeAlert } from '../alert.ts';
import { healDevice } from '../readers/devices.ts';
import { readFigures } from './chunk-figures.ts';
import { fanOut, sendDueChunks } from './fan-out.ts';
import { listPausedOrigins, resumeOrigin } from './paused-origins.ts';

onEachEngine('a push service that refuses', (open) => {
  let { newsroom, service, sender, devices, stopSending } = {} as Sending;
  beforeAll(async () => {
    ({ newsroom, service, sender, devices, stopSending } = await openSending(open()));
  });
  afterAll(() => stopSending());
  beforeEach(async () => {
    service.fault = () => null;
    await newsroom.store.deleteFrom('push_origins').execute();
    await newsroom.store.deleteFrom('alert_chunks').execute();
    await newsroom.store.deleteFrom('follows').execute();
    await newsroom.store.deleteFrom('devices').execute();
  });

  const tell = async (): Promise<string> => {
    const alertId = await writeAlert(newsroom, await publishedStory(newsroom, { level: 'bulletin' }));
    await fanOut(newsroom, { alertId: alertId! }, { sender });
    return alertId!;
  };
  const strikes = async () =>
    (await newsroom.store.selectFrom('devices').select('strikes').orderBy('id').execute()).map(
      (row) => row.strikes,
    );
  const shown = (readers: FakeDevice[]) => readers.map((reader) => reader.visible.length);

  it.each([400, 401, 403])(
    'with %i to all is paused, and takes up where it was when it believes us again',
    async (status) => {
      const readers = await devices(60);
      service.fault = () => ({ status, body: 'BadJwtToken' });
      const before = service.requests.length;
      await tell();
      expect(await listPausedOrigins(newsroom)).toMatchObject([
        { origin: service.origin, status, why: 'BadJwtToken' },
      ]);
      expect(await strikes()).toEqual(readers.map(() => 0));
      const asked = service.requests.length;
      expect(asked - before).toBeLessThanOrEqual(readers.length);
      await sendDueChunks(newsroom, { sender }); // too early: nothing is sent
      expect(service.requests.length).toBe(asked);

      newsroom.clock.pass(6 * MINUTE);
      await sendDueChunks(newsroom, { sender }); // one device is tried, and refused
      expect(service.requests.length).toBe(asked + 1);
      expect(await strikes()).toEqual(readers.map(() => 0));

      service.fault = () => null;
      newsroom.clock.pass(20 * MINUTE);
      await sendDueChunks(newsroom, { sender });
      expect(await listPausedOrigins(newsroom)).toEqual([]);
      expect(shown(readers)).toEqual(readers.map(() => 1));
    },
  );

  it('is resumed at once by a person, with a line in the audit', async () => {
    const readers = await devices(4);
    service.fault = () => ({ status: 403 });
    await tell();
    service.fault = () => null;
    await resumeOrigin(newsroom, { origin: service.origin, by });
    await sendDueChunks(newsroom, { sender });
    expect(shown(readers)).toEqual([1, 1, 1, 1]);
    const line = await newsroom.store
      .selectFrom('audit')
      .selectAll()
      .where('act', '=', 'resume')
      .executeTakeFirst();
    expect(line?.facts_json).toContain(service.origin);
    await expect(resumeOrigin(newsroom, { origin: service.origin, by })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('while it is paused holds up no end: an alert that is stopped is over there as well', async () => {
    await devices(4);
    service.fault = () => ({ status: 401 });
    const alertId = await tell();
    await stopAlert(newsroom, { alertId, by });
    await sendDueChunks(newsroom, { sender });
    const { all } = await readFigures(newsroom, { alertId });
    expect(all.tally).toMatchObject({ devices: 4, dropped: 4, waiting: 0 });
    expect(all.reasons).toContainEqual({ what: 'dropped', why: 'the desk stopped it', devices: 4 });
  });

  it('a single device strikes it once a day, and forgives when it is taken again', async () => {
    const [one] = await devices(12);
    service.fault = ({ token }) => (token === one!.token ? { status: 403, body: 'MismatchSenderId' } : null);
    const alertId = await tell();
    await tell();
    expect(await strikes()).toEqual([1, ...Array(11).fill(0)]);
    expect((await readFigures(newsroom, { alertId })).all.reasons).toEqual([
      { what: 'failed', why: 'answered 403: MismatchSenderId', devices: 1 },
    ]);
    for (let day = 0; day < 4; day += 1) {
      newsroom.clock.pass(DAY);
      await tell();
    }
    expect((await strikes())[0]).toBe(5);
    newsroom.clock.pass(DAY);
    await tell();
    expect(service.requests.filter(({ token }) => token === one!.token)).toHaveLength(6); // it is left alone now
    await newsroom.store.updateTable('devices').set({ strikes: 1 }).where('strikes', '=', 5).execute();
    service.fault = () => null;
    await tell();
    expect((await strikes())[0]).toBe(0);
  });

  it('a message for its size blames no device', async () => {
    await devices(2);
    service.fault = () => ({ status: 413 });
    await tell();
    expect(await strikes()).toEqual([0, 0]);
    expect(await listPausedOrigins(newsroom)).toEqual([]);
  });

  it('the key a device subscribed with asks it to subscribe anew, and keeps it', async () => {
    await devices(3);
    service.fault = () => ({ status: 400, body: 'VapidPkHashMismatch' });
    const alertId = await tell();
    const rows = await newsroom.store.selectFrom('devices').selectAll().execute();
    expect(rows.map((row) => [row.stale_at !== null, row.gone_at])).toEqual(rows.map(() => [true, null]));
    expect(await listPausedOrigins(newsroom)).toEqual([]);
    expect((await readFigures(newsroom, { alertId })).all.tally.failed).toBe(3);
  });

  it('such a device is told at its visit, and is well again with another subscription', async () => {
    const [old, fresh] = [service.makeDevice(), service.makeDevice()];
    const { token } = await subscribed(newsroom, old, { follows: [allNews] });
    service.fault = () => ({ status: 400, body: 'VapidPkHashMismatch' });
    await tell();
    service.fault = () => null;
    const keyId = newsroom.keys.vapid[0]!.id;
    const visit = (device: FakeDevice) =>
      healDevice(newsroom, { token, subscription: { ...device.subscription, keyId } });
    expect((await visit(old)).stale).toBe(true);
    expect((await visit(fresh)).stale).toBe(false);
    await tell();
    expect(shown([old, fresh])).toEqual([0, 1]);
  });
});
