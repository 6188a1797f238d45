/** Readers with alerts of another house: taken where the vendor's key is, said where it is not; old workers take themselves away. */
import { createECDH, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codesOf, moveTexts } from '../../../tests/support/moving.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { openTestServer } from '../../../tests/support/server.ts';
import { addVapidKey, openKeys } from '../../kit/keys.ts';

const point = () => {
  const pair = createECDH('prime256v1');
  return pair.generateKeys().toString('base64url');
};
const endpoint = (name: string) => `https://fcm.googleapis.com/fcm/send/${name}`;
const keys = () => ({ p256dh: point(), auth: randomBytes(16).toString('base64url') });

onEachEngine('browsers that asked another house for alerts', (open) => {
  test('come once with the vendor’s key, and are told nothing by it', async () => {
    const newsroom = open();
    const [key] = newsroom.keys.vapid;
    const one = keys();
    const json = JSON.stringify([
      { endpoint: endpoint('a'), keys: one },
      { endpoint: endpoint('b'), keys: keys() },
      { endpoint: 'https://evil.example/x', keys: keys() },
      { endpoint: endpoint('c'), keys: { p256dh: 'no', auth: 'no' } },
    ]);
    const csv = `player_id,identifier,language,timezone_id,web_auth,web_p256,invalid_identifier
1,${endpoint('d')},el,Europe/Athens,${one.auth},${one.p256dh},f
2,${endpoint('e')},el,,${one.auth},${one.p256dh},t
`;
    const report = await moveTexts(newsroom, [json, csv], { vapidKeyId: key?.id ?? '' });
    await moveTexts(newsroom, [json, csv], { vapidKeyId: key?.id ?? '' });
    expect(report.counts.get('devices taken in')).toBe(3);
    const rows = await newsroom.store
      .selectFrom('devices')
      .innerJoin('follows', 'follows.device_id', 'devices.id')
      .select([
        'devices.language',
        'devices.time_zone',
        'follows.kind',
        'follows.level',
        'devices.vapid_key_id',
      ])
      .orderBy('devices.language')
      .execute();
    const same = { kind: 'all', level: 'urgent', vapid_key_id: key?.id };
    expect(rows).toEqual([
      { ...same, language: 'el', time_zone: 'Europe/Athens' },
      { ...same, language: 'en', time_zone: null },
      { ...same, language: 'en', time_zone: null },
    ]);
    const work = await newsroom.store.selectFrom('work').select('event').execute();
    expect(work.map(({ event }) => event)).not.toContain('device-followed');
  });

  test('without it are said, and none comes', async () => {
    const report = await moveTexts(open(), [JSON.stringify([{ endpoint: endpoint('z'), keys: keys() }])]);
    expect(codesOf(report)).toEqual(['key-missing']);
  });
});

test('a vendor’s key stands in the ring behind ours, once, and a pair that is none does not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crier-keys-'));
  const before = openKeys(folder).vapid;
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys().toString('base64url');
  const theirs = { publicKey, privateKey: pair.getPrivateKey().toString('base64') };
  const id = addVapidKey(folder, theirs);
  expect(addVapidKey(folder, theirs)).toBe(id);
  expect(openKeys(folder).vapid.map((key) => key.id)).toEqual([before[0]?.id, id]);
  expect(addVapidKey(folder, { publicKey: point(), privateKey: theirs.privateKey })).toBeNull();
  expect(addVapidKey(folder, { publicKey, privateKey: 'x' })).toBeNull();
  rmSync(folder, { recursive: true });
});

test('the paths of vendors’ workers give one that takes itself away; other files of plug-ins are not there', async () => {
  const { server, close } = await openTestServer({});
  for (const url of [
    '/OneSignalSDKWorker.js?appId=1',
    '/wp-content/plugins/onesignal-free-web-push-notifications/sdk_files/OneSignalSDKWorker.js.php?appId=1',
  ]) {
    const { statusCode, headers, body } = await server.app.inject({ url });
    expect([statusCode, headers['content-type'], headers['service-worker-allowed']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      '/',
    ]);
    expect(body).toContain('registration.unregister()');
  }
  expect((await server.app.inject({ url: '/wp-content/plugins/x/style.css' })).statusCode).not.toBe(200);
  await close();
});
