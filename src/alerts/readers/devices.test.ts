import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { allNews, ferryCopy, publishedStory, subscribed } from '../../../tests/support/alert-cast.ts';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { FakeDevice } from '../../../tests/support/push-service.ts';
import { DAY, HOUR } from '../../kit/clock.ts';
import { Refusal } from '../../kit/refusal.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { checkedEndpoint } from '../../push/push-services.ts';
import { killStory } from '../../stories/kill.ts';
import { addSection } from '../../stories/sections.ts';
import { readDevice } from './device-view.ts';
import { changeFollows, healDevice, subscribe, unsubscribe } from './devices.ts';
import { endQuietFollows } from './quiet-stories.ts';
import { changeSettings } from './wishes.ts';

const firefox = () => new FakeDevice('https://updates.push.services.mozilla.com');

const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'nothing was refused',
    (error) => (error instanceof Refusal ? error.code : String(error)),
  );

function given(newsroom: TestNewsroom, device: FakeDevice) {
  return { ...device.subscription, keyId: newsroom.keys.vapid[0]!.id };
}

async function rowOf(newsroom: TestNewsroom, id: string) {
  return newsroom.store.selectFrom('devices').selectAll().where('id', '=', id).executeTakeFirst();
}

describe('the address of a push service', () => {
  const trusted = ['http://127.0.0.1:8812', 'https://push.harbour.example'];
  it.each([
    'https://fcm.googleapis.com/fcm/send/x',
    'https://updates.push.services.mozilla.com/wpush/v2/x',
    'https://web.push.apple.com/x',
    'https://wns2-by3p.notify.windows.com/w/?token=x',
    'https://push.harbour.example/x',
    'http://127.0.0.1:8812/wpush/v2/x',
  ])('%s is known', (endpoint) => {
    expect(checkedEndpoint(endpoint, trusted).href).toBe(endpoint);
  });

  it.each([
    'https://example.com/x',
    'https://169.254.169.254/latest/x.push.apple.com/',
    'https://internal.lan:8443/?a=b.push.services.mozilla.com/',
    'https://evil-push.apple.com.example/x',
    'https://evilpush.apple.com/x',
    'https://push.apple.com@evil.example/x',
    'https://user:pass@web.push.apple.com/x',
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://fcm.googleapis.com.evil.example/x',
    'http://127.0.0.1:8813/wpush/v2/x',
    'ftp://fcm.googleapis.com/x',
    'javascript:alert(1)',
    'not an address',
    `https://fcm.googleapis.com/${'x'.repeat(2_000)}`,
  ])('%s is refused', async (endpoint) => {
    expect(await codeOf((async () => checkedEndpoint(endpoint, trusted))())).toBe('push-service-unknown');
  });
});

onEachEngine('a device', (open) => {
  let newsroom: TestNewsroom;
  beforeAll(() => {
    newsroom = open();
  });

  it('is kept with its secrets sealed', async () => {
    const device = firefox();
    const { deviceId, token } = await subscribed(newsroom, device, { welcomed: false });
    const row = await rowOf(newsroom, deviceId);
    const kept = JSON.stringify(row, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    );
    expect(kept).not.toContain(device.token);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(device.auth.toString('base64url'));
    expect(newsroom.seal.open('device-endpoint', row!.endpoint_sealed)).toBe(device.endpoint);
    const waiting = await newsroom.store
      .selectFrom('work')
      .select('payload_json')
      .where('event', '=', 'device-followed')
      .execute();
    expect(waiting.some(({ payload_json }) => payload_json.includes(deviceId))).toBe(true);
  });

  it('has keys that a message can be encrypted for, or is refused', async () => {
    const good = given(newsroom, firefox());
    const offCurve = Buffer.concat([Buffer.of(4), randomBytes(64)]).toString('base64url');
    const wrong = [
      { ...good.keys, p256dh: offCurve },
      { ...good.keys, p256dh: Buffer.alloc(65).toString('base64url') },
      { ...good.keys, p256dh: good.keys.p256dh.slice(0, 40) },
      { ...good.keys, auth: randomBytes(15).toString('base64url') },
      { ...good.keys, auth: '' },
    ];
    for (const keys of wrong) {
      const asked = { subscription: { ...good, keys }, follows: [allNews], language: 'en', from: 'a' };
      expect(await codeOf(subscribe(newsroom, asked))).toBe('push-keys-wrong');
    }
    const stale = { subscription: { ...good, keyId: 'gone' }, follows: [allNews], language: 'en', from: 'a' };
    expect(await codeOf(subscribe(newsroom, stale))).toBe('push-keys-wrong');
  });

  it('is one device however often its browser subscribes, and adds what it follows', async () => {
    const device = firefox();
    const section = await addSection(newsroom, { name: `Sea ${device.token.slice(0, 4)}` });
    const first = await subscribed(newsroom, device);
    const second = await subscribed(newsroom, device, {
      token: first.token,
      follows: [{ kind: 'section', subjectId: section.id, level: 'urgent' }],
    });
    expect(second).toMatchObject({ deviceId: first.deviceId, token: first.token });
    const view = await readDevice(newsroom, first.token);
    expect(view.follows.map(({ kind, name }) => [kind, name])).toEqual([
      ['all', ''],
      ['section', section.name],
    ]);
  });

  it('cannot be taken over by who knows its address only', async () => {
    const device = firefox();
    const { token } = await subscribed(newsroom, device);
    const thief = firefox();
    const stolen = { ...given(newsroom, thief), endpoint: device.endpoint };
    const asked = { subscription: stolen, follows: [], language: 'en', from: 'thief' };
    expect(await codeOf(subscribe(newsroom, asked))).toBe('push-keys-wrong');
    const own = await subscribed(newsroom, thief);
    expect(await codeOf(subscribe(newsroom, { ...asked, token: own.token }))).toBe('push-keys-wrong');
    expect((await readDevice(newsroom, token)).follows).toHaveLength(1);
  });

  it('that lost its token is known again by its auth secret, and the old token is void', async () => {
    const device = firefox();
    const first = await subscribed(newsroom, device);
    const again = await subscribed(newsroom, device, { follows: [] });
    expect(again.deviceId).toBe(first.deviceId);
    expect(again.token).not.toBe(first.token);
    expect(await codeOf(readDevice(newsroom, first.token))).toBe('device-unknown');
    expect((await readDevice(newsroom, again.token)).follows).toHaveLength(1);
  });

  it('heals: another address, the same device and follows', async () => {
    const { deviceId, token } = await subscribed(newsroom, firefox());
    const moved = firefox();
    const healed = await healDevice(newsroom, { subscription: given(newsroom, moved), token });
    expect(healed).toMatchObject({ token, follows: [allNews] });
    const row = await rowOf(newsroom, deviceId);
    expect(newsroom.seal.open('device-endpoint', row!.endpoint_sealed)).toBe(moved.endpoint);
    expect(row!.welcomed_at).not.toBeNull();
  });

  it('changes what it follows and ends it, with its token only', async () => {
    const { deviceId, token } = await subscribed(newsroom, firefox());
    const { storyId } = await publishedStory(newsroom, { level: null });
    const story = { kind: 'story' as const, subjectId: storyId, level: 'routine' as const };
    expect(await changeFollows(newsroom, { token, follows: [story, story] })).toEqual([story]);
    const [followed] = (await readDevice(newsroom, token)).follows;
    expect(followed?.name).toBe('Night ferry to Lyra turns back in the storm');
    expect(await codeOf(changeFollows(newsroom, { token: 'guess', follows: [] }))).toBe('device-unknown');
    expect(await codeOf(unsubscribe(newsroom, { token: 'guess' }))).toBe('device-unknown');
    await unsubscribe(newsroom, { token });
    expect(await rowOf(newsroom, deviceId)).toBeUndefined();
  });

  it('follows what there is', async () => {
    const { token } = await subscribed(newsroom, firefox());
    const follows = [{ kind: 'topic' as const, subjectId: 'nothing', level: 'routine' as const }];
    expect(await codeOf(changeFollows(newsroom, { token, follows }))).toBe('form-incomplete');
  });

  it('is one of sixty a day from one address, as long as no first alert has reached them', async () => {
    const codes: string[] = [];
    for (let many = 0; many < 62; many += 1)
      codes.push(await codeOf(subscribed(newsroom, firefox(), { from: '198.51.100.7', welcomed: false })));
    expect(codes.filter((code) => code === 'too-many-tries')).toHaveLength(2);
  });

  it('of a thousand from one address that all can be reached, six hundred are taken in a day', async () => {
    await subscribed(newsroom, firefox(), { from: '2001:db8:1:2::9' });
    const { sender_hash } = await newsroom.store
      .selectFrom('devices')
      .select('sender_hash')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const template = await newsroom.store
      .selectFrom('devices')
      .selectAll()
      .limit(1)
      .executeTakeFirstOrThrow();
    const others = Array.from({ length: 598 }, (_, place) => ({
      ...template,
      id: newsroom.ids.next(),
      endpoint_hash: `other-${place}`,
      token_hash: `other-${place}`,
      sender_hash,
      welcomed_at: 1,
    }));
    await newsroom.store.insertInto('devices').values(others).execute();
    const from = '2001:db8:1:2:ffff::1'; // another address of the same household
    await subscribed(newsroom, firefox(), { from });
    const refused = subscribed(newsroom, firefox(), { from });
    await expect(refused).rejects.toThrow('Too many devices of this network asked for alerts today.');
    newsroom.clock.pass(24 * 3_600_000);
    expect(await codeOf(subscribed(newsroom, firefox(), { from }))).toBe('nothing was refused');
  });

  it('keeps what its reader says of languages, quiet and cap, and gives it back', async () => {
    const { token } = await subscribed(newsroom, firefox());
    expect((await readDevice(newsroom, token)).settings).toEqual({
      languages: [],
      timeZone: null,
      quiet: null,
      breaks: 'flash',
      cap: null,
    });
    const settings = {
      languages: ['el', 'en', '*'],
      timeZone: 'Asia/Kathmandu',
      quiet: { from: 1_320, to: 420 },
      breaks: 'bulletin' as const,
      cap: 5,
    };
    expect(await changeSettings(newsroom, { token, settings })).toEqual(settings);
    expect((await readDevice(newsroom, token)).settings).toEqual(settings);
    const none = { ...settings, quiet: { from: 420, to: 420 } };
    expect((await changeSettings(newsroom, { token, settings: none })).quiet).toBeNull();
    expect(await codeOf(changeSettings(newsroom, { token: 'guess', settings }))).toBe('device-unknown');
  });

  it('takes its time zone along when its reader travels', async () => {
    const device = firefox();
    const { token } = await subscribed(newsroom, device);
    const subscription = given(newsroom, device);
    const zone = async () => (await readDevice(newsroom, token)).settings.timeZone;
    await healDevice(newsroom, { subscription, token, timeZone: 'America/Lima' });
    expect(await zone()).toBe('America/Lima');
    await healDevice(newsroom, { subscription, token, timeZone: 'Mars/Olympus' });
    expect(await zone()).toBe('America/Lima');
  });
});

onEachEngine('the follow of a story', (open) => {
  const story = (storyId: string) => ({
    kind: 'story' as const,
    subjectId: storyId,
    level: 'routine' as const,
  });
  const followed = async (newsroom: TestNewsroom, token: string) =>
    (await readDevice(newsroom, token)).follows.map(({ kind }) => kind);

  it('ends by itself a week after the last word of it, and the page says so', async () => {
    const newsroom = open();
    const quiet = await publishedStory(newsroom, { level: 'urgent' });
    const { token } = await subscribed(newsroom, firefox(), { follows: [story(quiet.storyId), allNews] });
    newsroom.clock.pass(6 * DAY);
    await changeFollows(newsroom, { token, follows: [story(quiet.storyId), allNews] }); // does not begin anew
    expect(await endQuietFollows(newsroom)).toBe(0);
    newsroom.clock.pass(DAY + HOUR);
    expect(await endQuietFollows(newsroom)).toBe(1);
    expect(await followed(newsroom, token)).toEqual(['all']);
    const { ended } = await readDevice(newsroom, token);
    expect(ended).toMatchObject([{ storyId: quiet.storyId, headline: ferryCopy.headline }]);
    await changeFollows(newsroom, { token, follows: [story(quiet.storyId), allNews] });
    expect(await endQuietFollows(newsroom)).toBe(0); // followed anew, it lasts another week
    expect((await readDevice(newsroom, token)).ended).toEqual([]);
  });

  it('goes on while there is news or a correction of it, and ends when it is withdrawn', async () => {
    const newsroom = open();
    const live = await publishedStory(newsroom, {
      level: 'urgent',
      copy: { headline: 'The strike goes on' },
    });
    const killed = await publishedStory(newsroom, { level: 'urgent', copy: { headline: 'It was not so' } });
    const follows = [story(live.storyId), story(killed.storyId)];
    const { token } = await subscribed(newsroom, firefox(), { follows });
    newsroom.clock.pass(8 * DAY);
    await newsroom.store
      .insertInto('corrections')
      .values({
        id: newsroom.ids.next(),
        story_id: live.storyId,
        edition_id: live.editionId,
        kind: 'correction',
        notice: 'The union has 40 members.',
        by_id: null,
        at: newsroom.clock.now(),
      })
      .execute();
    await killStory(newsroom, { storyId: killed.storyId, notice: 'It was not so.', by });
    await endQuietFollows(newsroom);
    const { follows: left } = await readDevice(newsroom, token);
    expect(left.map(({ name }) => name)).toEqual(['The strike goes on']);
  });
});
