import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ferryCopy, publishedStory } from '../../tests/support/alert-cast.ts';
import { FakeDevice } from '../../tests/support/push-service.ts';
import { openTestServer, type TestServer } from '../../tests/support/server.ts';
import { writeAlert } from '../alerts/alert.ts';
import { countOpens } from '../alerts/readers/opens.ts';
import { theNewsroomItself } from '../newsroom.ts';
import { setUpMasthead } from '../stories/masthead.ts';

const firefox = () => new FakeDevice('https://updates.push.services.mozilla.com');

describe('the readers’ side of alerts', () => {
  let opened: TestServer;
  beforeAll(async () => {
    opened = await openTestServer();
    await setUpMasthead(opened.newsroom, {
      name: 'The Harbour Post',
      tagline: '',
      language: 'en',
      timeZone: 'Europe/Athens',
      contact: 'desk@harbour.example',
      by: theNewsroomItself,
    });
  });
  afterAll(() => opened.close());

  const ask = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    more: { token?: string; body?: object; headers?: Record<string, string> } = {},
  ) =>
    opened.app.inject({
      method,
      url,
      headers: { ...(more.token ? { 'x-device': more.token } : {}), ...more.headers },
      ...(more.body ? { payload: more.body } : {}),
    });
  const subscription = (device: FakeDevice) => ({
    ...device.subscription,
    keyId: opened.newsroom.keys.vapid[0]!.id,
  });
  const all = [{ kind: 'all', subjectId: '', level: 'urgent' }];

  it('a browser subscribes, looks, changes and ends it', async () => {
    const key = (await ask('GET', '/alerts/key')).json();
    expect(key.publicKey).toBe(opened.newsroom.keys.vapid[0]!.publicKey);
    const made = await ask('POST', '/alerts/devices', {
      body: { subscription: subscription(firefox()), follows: all, language: 'en' },
    });
    expect(made.statusCode).toBe(201);
    const { token } = made.json();
    expect((await ask('GET', '/alerts/device', { token })).json()).toMatchObject({
      follows: [{ kind: 'all', level: 'urgent' }],
      welcomed: false,
    });
    const changed = await ask('PUT', '/alerts/device/follows', { token, body: { follows: [] } });
    expect(changed.json()).toEqual({ follows: [] });
    const moved = await ask('PUT', '/alerts/device/subscription', {
      token,
      body: { subscription: subscription(firefox()) },
    });
    expect(moved.statusCode).toBe(200);
    expect((await ask('DELETE', '/alerts/device', { token })).statusCode).toBe(204);
    expect((await ask('GET', '/alerts/device', { token })).statusCode).toBe(404);
  });

  it('a reader says how to be told, stops a story and hears it again, by token only', async () => {
    const settings = {
      languages: ['el', '*'],
      timeZone: 'Europe/Athens',
      quiet: { from: 1_320, to: 420 },
      breaks: 'flash',
      cap: 3,
    };
    const body = { subscription: subscription(firefox()), follows: all, language: 'en', settings };
    const { token } = (await ask('POST', '/alerts/devices', { body })).json();
    expect((await ask('GET', '/alerts/device', { token })).json().settings).toEqual(settings);
    const put = (change: object, by = token) =>
      ask('PUT', '/alerts/device/settings', { token: by, body: { ...settings, ...change } });
    expect((await put({ cap: null })).json().settings).toEqual({ ...settings, cap: null });
    expect((await put({}, 'guess')).statusCode).toBe(404);
    const wrong = [
      { timeZone: 'Mars/Olympus' },
      { quiet: { from: -1, to: 1_440 } },
      { quiet: { from: 10.5, to: 20 } },
      { breaks: 'loud' },
      { cap: 0 },
      { cap: 1_000 },
      { languages: ['<script>'] },
      { languages: Array.from({ length: 7 }, () => 'el') },
    ];
    for (const change of wrong) expect((await put(change)).statusCode).toBe(422);

    const { storyId } = await publishedStory(opened.newsroom, { level: null });
    const stopped = async () => (await ask('GET', '/alerts/device', { token })).json().stopped;
    expect((await ask('PUT', `/alerts/device/stopped/${storyId}`, { token })).statusCode).toBe(204);
    expect(await stopped()).toMatchObject([{ storyId, headline: ferryCopy.headline }]);
    expect((await ask('DELETE', `/alerts/device/stopped/${storyId}`, { token })).statusCode).toBe(204);
    expect(await stopped()).toEqual([]);
    expect((await ask('PUT', '/alerts/device/stopped/none', { token })).statusCode).toBe(404);
    expect((await ask('PUT', `/alerts/device/stopped/${storyId}`, {})).statusCode).toBe(404);
  });

  it('opens are counted for the alert, and for nobody', async () => {
    const facts = await publishedStory(opened.newsroom, { level: 'urgent' });
    const alertId = (await writeAlert(opened.newsroom, facts)) ?? '';
    const tap = (alert: string) => ask('POST', '/alerts/opened', { body: { alert } });
    for (const alert of [alertId, alertId, 'no-alert-of-ours'])
      expect((await tap(alert)).statusCode).toBe(204);
    expect((await ask('POST', '/alerts/opened', { body: {} })).statusCode).toBe(422);
    const counted = async () => (await countOpens(opened.newsroom, [alertId])).get(alertId);
    await expect.poll(counted, { timeout: 5_000 }).toBe(2);
    const [row] = await opened.newsroom.store.selectFrom('alert_opens').selectAll().execute();
    expect(Object.keys(row ?? {}).sort()).toEqual(['alert_id', 'opened']);
  });

  it('what is not a push service, or has wrong keys, or no sense, is refused by its code', async () => {
    const good = subscription(firefox());
    const bodies: [object, string, number][] = [
      [{ ...good, endpoint: 'https://169.254.169.254/x.push.apple.com/' }, 'push-service-unknown', 422],
      [{ ...good, endpoint: 'http://localhost:4000/desk' }, 'push-service-unknown', 422],
      [{ ...good, keys: { ...good.keys, auth: 'AAAA' } }, 'push-keys-wrong', 422],
      [{ endpoint: 7 }, 'form-incomplete', 422],
    ];
    for (const [given, code, status] of bodies) {
      const answer = await ask('POST', '/alerts/devices', {
        body: { subscription: given, follows: all, language: 'en' },
      });
      expect([answer.statusCode, answer.body.includes(code)]).toEqual([status, true]);
    }
    const many = Array.from({ length: 101 }, () => all[0]);
    const tooMany = await ask('POST', '/alerts/devices', {
      body: { subscription: good, follows: many, language: 'en' },
    });
    expect(tooMany.statusCode).toBe(422);
  });

  it('another site cannot act for a reader', async () => {
    const body = { subscription: subscription(firefox()), follows: all, language: 'en' };
    const cross = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
    ];
    for (const headers of cross)
      expect((await ask('POST', '/alerts/devices', { body, headers })).statusCode).toBe(403);
    const ours = { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4000' };
    expect((await ask('POST', '/alerts/devices', { body, headers: ours })).statusCode).toBe(201);
  });

  it('the page says what to do without script, and asks for nothing by itself', async () => {
    const page = await ask('GET', '/alerts');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('<noscript>');
    expect(page.body).toMatch(/<form[^>]*data-alerts-form[^>]*hidden/);
    expect(page.body).not.toContain('style=');
  });

  it('what the reader’s own page needs is loaded by no other page', async () => {
    const scriptsOf = async (path: string) =>
      [...(await ask('GET', path)).body.matchAll(/<script[^>]* src="\/assets\/([a-z-]+)-\w+\.js"/g)].map(
        ([, name]) => name,
      );
    expect(await scriptsOf('/alerts')).toEqual(['site', 'own-alerts']);
    expect(await scriptsOf('/search')).toEqual(['site', 'alerts']);
  });
});
