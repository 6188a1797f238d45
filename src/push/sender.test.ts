import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { type FakeDevice, PushService, type PushServiceOptions } from '../../tests/support/push-service.ts';
import { payloadOf } from '../alerts/payload.ts';
import type { Newsroom } from '../newsroom.ts';
import {
  openSender,
  type Recipient,
  recipientOf as recipientFrom,
  type Sender,
  type Telling,
} from './sender.ts';

function recipientOf(newsroom: Newsroom, device: FakeDevice, endpoint = device.endpoint): Recipient {
  return recipientFrom({
    id: newsroom.ids.next(),
    origin: new URL(endpoint).origin,
    endpoint_sealed: newsroom.seal.close('device-endpoint', endpoint),
    auth_sealed: newsroom.seal.close('device-auth', device.auth.toString('base64url')),
    p256dh: device.pair.getPublicKey(),
    vapid_key_id: newsroom.keys.vapid[0]!.id,
  });
}

function telling(revision = 1): Telling {
  const payload = payloadOf({
    title: 'Ferry to Lyra turns back',
    body: 'No one was hurt.',
    navigate: 'https://post.example/sea/ferry',
    language: 'en',
    direction: 'ltr',
    tag: 'story-1',
    revision,
    alert: 'a1',
    story: 's1',
    kind: 'news',
  });
  return {
    payload,
    topic: 'a'.repeat(32),
    ttl: 3_600,
    urgency: 'high',
    contact: 'mailto:desk@harbour.example',
  };
}

const kinds: [string, PushServiceOptions, string][] = [
  ['HTTP/2 over TLS', { tls: true }, '2.0'],
  ['HTTP/1.1 over TLS', { tls: true, http1Only: true }, '1.1'],
  ['plain HTTP', {}, '1.1'],
];

describe.each(kinds)('the sender on %s', (_name, options, version) => {
  let service: PushService;
  let newsroom: TestNewsroom;
  let sender: Sender;
  beforeAll(async () => {
    service = await PushService.start(options);
    newsroom = await openTestNewsroom({ settings: { pushServices: [service.origin] } });
    sender = openSender(newsroom, {
      threads: 1,
      ...(service.certificate ? { extraCa: service.certificate } : {}),
    });
  });
  afterAll(async () => {
    await sender.close();
    await service.stop();
    await newsroom.close();
  });
  const send = (devices: FakeDevice[], told = telling()) =>
    sender.send(
      told,
      devices.map((device) => recipientOf(newsroom, device)),
    );

  it('brings the alert to every device, over few connections', async () => {
    const devices = Array.from({ length: 300 }, () => service.makeDevice());
    const outcomes = await send(devices);
    expect(outcomes.filter((outcome) => outcome.kind === 'accepted')).toHaveLength(300);
    expect(devices.every((device) => device.visible[0]?.title === 'Ferry to Lyra turns back')).toBe(true);
    expect(service.requests.at(-1)?.httpVersion).toBe(version);
    expect(service.connections).toBeLessThanOrEqual(version === '2.0' ? 4 : 51);
  });

  it('says for each device what the service answered', async () => {
    const devices = Array.from({ length: 6 }, () => service.makeDevice());
    const answers = [404, 410, 400, 403, 201, 502];
    service.fault = ({ token }) => {
      const status = answers[devices.findIndex((device) => device.token === token)];
      return status === 201 || status === undefined ? null : { status, body: 'BadJwtToken' };
    };
    const outcomes = await send(devices);
    service.fault = () => null;
    expect(outcomes).toMatchObject([
      { kind: 'gone', status: 404 },
      { kind: 'gone', status: 410 },
      { kind: 'quarantined', status: 400, why: 'BadJwtToken' },
      { kind: 'quarantined', status: 403, why: 'BadJwtToken' },
      { kind: 'accepted' },
      { kind: 'retry', why: 'answered 502' },
    ]);
  });

  it('tries again when the connection breaks, and the reader sees it once', async () => {
    const devices = Array.from({ length: 40 }, () => service.makeDevice());
    service.fault = ({ total, number }) =>
      number === 1 && total % 9 === 0 ? { reset: total % 2 ? 'after' : 'before' } : null;
    const outcomes = await send(devices);
    service.fault = () => null;
    const failed = outcomes.filter((outcome) => outcome.kind !== 'accepted');
    // What broke three times over is handed back; it goes again with the chunk.
    if (failed.length > 0) await send(devices);
    expect(devices.every((device) => device.visible.length === 1)).toBe(true);
  });

  it('does not follow a redirect', async () => {
    const device = service.makeDevice();
    service.fault = () => ({ status: 307, headers: { location: `${service.origin}/elsewhere` } });
    const before = service.requests.length;
    const [outcome] = await send([device]);
    service.fault = () => null;
    expect(outcome).toEqual({ kind: 'quarantined', status: 307, why: 'redirects are not followed' });
    expect(service.requests.length).toBe(before + 1);
  });

  it('uses a ticket prepared before, once', async () => {
    const device = service.makeDevice();
    const recipient = recipientOf(newsroom, device);
    expect(await sender.prepare([recipient])).toBe(1);
    await sender.send(telling(1), [recipient]);
    expect(await sender.countTickets()).toBe(0);
    await sender.send(telling(2), [recipient]);
    expect(device.visible.map((shown) => shown.revision)).toEqual([1, 2]);
  });

  it('stops at once when told to wait, and waits that long', async () => {
    const devices = Array.from({ length: 200 }, () => service.makeDevice());
    service.fault = ({ number }) => (number === 1 ? { status: 429, retryAfter: 2 } : null);
    const before = service.requests.length;
    const outcomes = await send(devices);
    expect(outcomes.every((outcome) => outcome.kind === 'throttled' && outcome.wait <= 2_000)).toBe(true);
    expect(service.requests.length - before).toBeLessThan(200);
    service.fault = () => null;
    const [still] = await send([service.makeDevice()]);
    expect(still?.kind).toBe('throttled');
    await new Promise((resolve) => setTimeout(resolve, 2_050));
    expect((await send(devices)).every((outcome) => outcome.kind === 'accepted')).toBe(true);
  });
});

describe('the sender', () => {
  it('does not let a slow service hold up another', async () => {
    const [slow, quick] = [await PushService.start(), await PushService.start()];
    const newsroom = await openTestNewsroom({ settings: { pushServices: [slow.origin, quick.origin] } });
    const sender = openSender(newsroom, { threads: 1 });
    slow.fault = () => ({ delay: 1_500, status: 201 });
    const late = sender.send(
      telling(),
      Array.from({ length: 500 }, () => recipientOf(newsroom, slow.makeDevice())),
    );
    let lateIsDone = false;
    void late.then(() => {
      lateIsDone = true;
    });
    const devices = Array.from({ length: 200 }, () => quick.makeDevice());
    await sender.send(
      telling(),
      devices.map((device) => recipientOf(newsroom, device)),
    );
    expect(lateIsDone).toBe(false);
    expect(devices.every((device) => device.visible.length === 1)).toBe(true);
    await sender.close();
    expect((await late).length).toBe(500);
    await Promise.all([slow.stop(), quick.stop(), newsroom.close()]);
  });

  it('connects to nothing inside the network unless the operator listed it', async () => {
    const service = await PushService.start({ tls: true });
    const newsroom = await openTestNewsroom();
    const sender = openSender(newsroom, { threads: 1, extraCa: service.certificate });
    const inside = service.makeDevice();
    const named = new URL(inside.endpoint);
    named.hostname = 'localhost';
    const byName = recipientOf(newsroom, inside, named.href);
    const outcomes = await sender.send(telling(), [recipientOf(newsroom, inside), byName]);
    expect(outcomes).toEqual(
      Array.from({ length: 2 }, () => ({ kind: 'retry', why: 'the address is not on the public internet' })),
    );
    expect(service.connections).toBe(0);
    await Promise.all([sender.close(), service.stop(), newsroom.close()]);
  });

  it('goes on after a goodbye of the service', async () => {
    const service = await PushService.start({ tls: true });
    const newsroom = await openTestNewsroom({ settings: { pushServices: [service.origin] } });
    const sender = openSender(newsroom, { threads: 1, extraCa: service.certificate });
    service.fault = ({ total }) => (total % 50 === 0 ? { goAway: true } : null);
    const devices = Array.from({ length: 400 }, () => service.makeDevice());
    const outcomes = await sender.send(
      telling(),
      devices.map((device) => recipientOf(newsroom, device)),
    );
    expect(outcomes.filter((outcome) => outcome.kind !== 'accepted')).toEqual([]);
    expect(devices.every((device) => device.visible.length === 1)).toBe(true);
    await Promise.all([sender.close(), service.stop(), newsroom.close()]);
  });
});
