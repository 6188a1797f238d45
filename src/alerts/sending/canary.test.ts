import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSending, type Sending, subscribed } from '../../../tests/support/alert-cast.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { type FakeDevice, openBody } from '../../../tests/support/push-service.ts';
import { HOUR, MINUTE } from '../../kit/clock.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { endCanary, hearProbe, listCanaries, markCanary, probeCanaries } from './canary.ts';

onEachEngine('a canary', (open) => {
  let { newsroom, service, sender, stopSending } = {} as Sending;
  let phone: FakeDevice;
  let token: string;
  let bodies: Buffer[];
  beforeAll(async () => {
    ({ newsroom, service, sender, stopSending } = await openSending(open()));
    phone = service.makeDevice();
    bodies = [];
    phone.take = (body) => void bodies.push(body);
    token = (await subscribed(newsroom, phone)).token;
  });
  afterAll(() => stopSending());

  const probe = () => probeCanaries(newsroom, { sender });
  const canary = async () => (await listCanaries(newsroom))[0];
  const lastProbe = (): { silent: boolean; token: string } => {
    const { notification } = JSON.parse(openBody(bodies.at(-1) as Buffer, phone.pair, phone.auth));
    return { silent: notification.silent, token: notification.data.probe };
  };

  it('is a device that has had its first alert', async () => {
    const fresh = await subscribed(newsroom, service.makeDevice(), { welcomed: false });
    await expect(markCanary(newsroom, { token: fresh.token, name: 'x', by })).rejects.toMatchObject({
      code: 'form-incomplete',
    });
    await expect(markCanary(newsroom, { token: 'nobody', name: 'x', by })).rejects.toMatchObject({
      code: 'device-unknown',
    });
    await markCanary(newsroom, { token, name: ' Newsroom phone ', by });
    expect(await canary()).toMatchObject({ name: 'Newsroom phone', state: 'waiting', missed: 0 });
  });

  it('is probed without a sound, is well when it answers, and is left alone for an hour', async () => {
    await probe();
    expect(lastProbe().silent).toBe(true);
    await hearProbe(newsroom, lastProbe());
    expect(await canary()).toMatchObject({ state: 'well', missed: 0, heardAt: newsroom.clock.now() });
    newsroom.clock.pass(59 * MINUTE);
    await probe();
    expect(bodies).toHaveLength(1);
  });

  it('answers with a token once; any other answer changes nothing', async () => {
    newsroom.clock.pass(MINUTE);
    await probe();
    expect(bodies).toHaveLength(2);
    const used = lastProbe();
    await hearProbe(newsroom, { token: 'a token that nobody was sent' });
    newsroom.clock.pass(MINUTE);
    await hearProbe(newsroom, used);
    const { heardAt } = (await canary())!;
    newsroom.clock.pass(MINUTE);
    await hearProbe(newsroom, used);
    expect((await canary())!.heardAt).toBe(heardAt);
  });

  it('that does not answer is tried again soon, is silent after the second, and well as soon as it answers', async () => {
    newsroom.clock.pass(HOUR);
    await probe();
    newsroom.clock.pass(10 * MINUTE);
    await probe();
    expect(await canary()).toMatchObject({ state: 'waiting', missed: 1 });
    newsroom.clock.pass(10 * MINUTE);
    await probe();
    expect(await canary()).toMatchObject({ state: 'silent', missed: 2 });
    const sent = bodies.length;
    newsroom.clock.pass(10 * MINUTE);
    await probe();
    expect(bodies).toHaveLength(sent); // once an hour is enough by now
    await hearProbe(newsroom, lastProbe());
    expect(await canary()).toMatchObject({ state: 'well', missed: 0 });
  });

  it('whose push service refuses says so', async () => {
    service.fault = () => ({ status: 403, body: 'BadJwtToken' });
    newsroom.clock.pass(HOUR);
    await probe();
    newsroom.clock.pass(10 * MINUTE);
    await probe();
    service.fault = () => null;
    expect(await canary()).toMatchObject({ state: 'failing', failure: 'answered 403: BadJwtToken' });
  });

  it('ends, and its device goes on', async () => {
    const { deviceId } = (await canary())!;
    await endCanary(newsroom, { deviceId, by });
    expect(await listCanaries(newsroom)).toEqual([]);
    await expect(endCanary(newsroom, { deviceId, by })).rejects.toMatchObject({ code: 'not-found' });
    const device = await newsroom.store
      .selectFrom('devices')
      .selectAll()
      .where('id', '=', deviceId)
      .execute();
    expect(device[0]?.gone_at).toBeNull();
  });
});
