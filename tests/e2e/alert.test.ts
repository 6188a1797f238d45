/** From the wire to a reader's device: stock Firefox, real Web Push, a stand-in for Mozilla's push service on loopback. */
import { join } from 'node:path';
import type { Browser as Chromium, Page as DeskPage } from 'playwright-core';
import type { Browser as Firefox, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqliteFile } from '../../src/store/sqlite-file.ts';
import { PushService } from '../support/push-service.ts';
import { chromiumPath, openChromium, openContext } from './support/chromium.ts';
import { type Crier, spawnCrier } from './support/crier.ts';
import { chooseItem, correct, kill, publish, setUpPaper, writeBody } from './support/desk-steps.ts';
import { firefoxPath, openFirefox, type Shown, untilShown } from './support/firefox.ts';
import { WAIT } from './support/patience.ts';
import { openWire, type Wire } from './support/wire.ts';

describe.skipIf(chromiumPath === '' || firefoxPath === '')('an alert on a real device', () => {
  let service: PushService;
  let wire: Wire;
  let crier: Crier;
  let chromium: Chromium;
  let firefox: Firefox;
  let desk: DeskPage;
  let reader: Page;

  beforeAll(async () => {
    service = await PushService.start();
    wire = await openWire();
    wire.put({ guid: 'first', title: 'The day begins quietly', text: ['Nothing moves on the water.'] });
    crier = await spawnCrier({
      settings: {
        CRIER_TRUSTED_HOSTS: wire.host,
        CRIER_PUSH_SERVICES: service.origin,
        CRIER_FEED_SECONDS: '1',
        CRIER_ALERT_UNDO_SECONDS: '0',
      },
    });
    chromium = await openChromium();
    desk = await (await openContext(chromium)).newPage();
    await setUpPaper(desk, crier.setupLink(), wire.site);
    firefox = await openFirefox(service);
    reader = await firefox.newPage();
    await reader.goto(crier.address);
    await service.helloSeen(); // subscribing earlier hangs for ever
  });

  afterAll(async () => {
    await firefox?.close();
    await chromium?.close();
    await crier?.stop();
    await wire?.close();
    await service?.stop();
  });

  test('a reader asks for alerts by the button of the site, and not before', async () => {
    expect(service.endpointsSeen).toEqual([]);
    await reader.goto(`${crier.address}/alerts`);
    await subscribe(reader);
    await service.endpointSeen();
  });

  test('a browser of the newsroom’s own answers a probe, and nothing of it stays in sight', async () => {
    await service.delivered(1); // the first alert: only a confirmed device can be a canary
    const token = await reader.evaluate(tokenHere);
    await desk.goto(`${crier.address}/desk/alerts`);
    await desk.evaluate((device) => {
      const form = document.querySelector<HTMLFormElement>('form[data-canary]');
      if (!form) throw new Error('no form for canaries');
      (form.elements.namedItem('device') as HTMLInputElement).value = device;
      form.hidden = false;
    }, token);
    await desk.getByLabel('Name').fill('The reader’s Firefox');
    await desk.getByRole('button', { name: 'Make this browser a canary' }).click();
    await desk.getByText(/arrived/).waitFor({ timeout: 30_000 });
    const inSight = () =>
      reader.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        return (await registration.getNotifications({ tag: 'probe' })).length;
      });
    await expect.poll(inSight, WAIT).toBe(0);
  });

  test('a picked-up item, published with a level, is shown by Firefox; a correction changes that same notification', async () => {
    wire.put({
      guid: 'quake',
      title: 'Quake felt along the coast',
      text: ['Cups fell from shelves.', 'No one is hurt.'],
    });
    await trustTheSource(desk, crier.address, { unread: false });
    await desk.goto(`${crier.address}/desk/wire`);
    await chooseItem(desk, 'Quake felt along the coast');
    await desk.getByRole('button', { name: /^Pick up/ }).click();
    await desk.getByText('Picked up.').waitFor();
    await desk.locator('#headline').fill('Quake of 5.1 felt along the coast');
    await writeBody(desk, 'Cups fell from shelves in three villages. No one is hurt.');
    const publishedAt = performance.now();
    await publish(desk, { level: 'flash' });
    const first = await untilShown(reader, (shown) => about(shown, 'Quake of').length > 0);
    const [news] = about(first.shown, 'Quake of');
    expect(news?.title).toBe('Quake of 5.1 felt along the coast');
    // The same alert on a page that is open: a quiet bar, whatever page it is.
    const bar = await reader.waitForSelector('.news-bar .text bdi');
    expect(await bar?.evaluate((words) => words.textContent)).toContain('Quake of 5.1 felt');
    say(
      `published by hand → shown by Firefox: ${(first.at - publishedAt).toFixed(0)} ms, the clicks included`,
    );

    await desk.locator('#headline').fill('Quake of 4.1 felt along the coast');
    await correct(desk, 'An earlier version said 5.1. The institute measured 4.1.');
    const second = await untilShown(reader, (shown) => about(shown, 'Quake of 4.1').length > 0);
    expect(about(second.shown, 'Quake of')).toHaveLength(1);
    expect(about(second.shown, 'Quake of')[0]?.tag).toBe(news?.tag);
    expect(about(second.shown, 'Quake of')[0]?.body).toContain('The institute measured 4.1.');
    expect(second.shown).toHaveLength(first.shown.length);
    expect(service.nacks).toEqual([]);
  });

  test('a browser whose push service forgot it makes itself known anew, as the same device', async () => {
    const before = endpointsIn(crier.data);
    service.forgetBrowser(); // fires pushsubscriptionchange, without a new subscription
    await expect.poll(() => endpointsIn(crier.data), WAIT).not.toEqual(before);
    expect(endpointsIn(crier.data)).toHaveLength(before.length);
  });

  test('a withdrawal puts a plain line where the alert stood', async () => {
    await desk.goto(`${crier.address}/desk/stories?list=published`);
    await desk.locator('td a.headline', { hasText: 'Quake of 4.1' }).click();
    await kill(desk, 'The institute took its report back.');
    const { shown } = await untilShown(reader, (now) => about(now, 'withdrawn').length > 0);
    expect(about(shown, 'Quake')).toEqual([]);
    expect(about(shown, 'withdrawn')).toMatchObject([{ title: 'A story was withdrawn' }]);
  });

  test('a newsroom that lost the device takes it in anew on the next visit, with what it followed', async () => {
    const file = openSqliteFile(join(crier.data, 'crier.sqlite'));
    file.pragma('foreign_keys = on');
    file.prepare('delete from devices').run([]);
    const follows = () =>
      file.prepare('select kind, level from follows join devices on devices.id = device_id').all([]);
    expect(follows()).toEqual([]);
    await reader.evaluate(() => sessionStorage.clear()); // another visit
    await reader.reload();
    await expect.poll(follows, WAIT).toEqual([{ kind: 'all', level: 'routine' }]);
    const welcomed = () => file.prepare('select 1 from devices where welcomed_at is not null').all([]).length;
    await expect.poll(welcomed, WAIT).toBe(1);
    file.close();
  });

  test('an item of a trusted source reaches Firefox with nobody in between, and how long that took is said', async () => {
    await trustTheSource(desk, crier.address, { unread: true });
    const times: { fromFeed: number; fromPoll: number }[] = [];
    for (const round of [1, 2, 3]) {
      const guid = `auto-${round}`;
      const title = `Bridge ${round} opens for the evening boats`;
      const putAt = wire.put({ guid, title, text: ['The bridge opens at seven.', 'Cars wait ten minutes.'] });
      const { at, shown } = await untilShown(reader, (now) => about(now, title).length > 0);
      expect(about(shown, title)).toHaveLength(1);
      const polledAt = wire.givenAt(guid) ?? Number.NaN;
      times.push({ fromFeed: at - putAt, fromPoll: at - polledAt });
    }
    for (const { fromFeed, fromPoll } of times)
      say(
        `wire to device: ${fromPoll.toFixed(0)} ms from the poll that brought the item, ${fromFeed.toFixed(0)} ms from the feed having it`,
      );
    const best = Math.min(...times.map(({ fromPoll }) => fromPoll));
    const worst = Math.max(...times.map(({ fromPoll }) => fromPoll));
    say(`wire to device: best ${best.toFixed(0)} ms, worst ${worst.toFixed(0)} ms, polled every second`);
  });
});

/** For the person who reads the test's output: the time is a promise of the project. */
function say(words: string): void {
  process.stdout.write(`  ${words}\n`);
}

/** What the newsroom knows devices by, read from its file. */
function endpointsIn(data: string): unknown[] {
  const file = openSqliteFile(join(data, 'crier.sqlite'), { readonly: true });
  const rows = file.prepare('select id, endpoint_hash from devices order by id').all([]);
  file.close();
  return rows;
}

/** Of what is shown, what tells of this. */
function about(shown: Shown[], words: string): Shown[] {
  return shown.filter(({ title }) => title.includes(words));
}

/** Asks for all the news, by the site's own button. */
async function subscribe(page: Page): Promise<void> {
  await page.waitForSelector('[data-alerts-form]:not([hidden])');
  await page.select('[data-wish="all:"]', 'routine');
  await page.click('[data-alerts-form] button[type="submit"]');
}

/** As the source's contract says: in our own language, published unread, alerted. */
async function trustTheSource(desk: DeskPage, address: string, how: { unread: boolean }): Promise<void> {
  await desk.goto(`${address}/desk/sources`);
  await desk.locator('main a[href^="/desk/sources/0"]').first().click();
  await desk.locator('input[name="mayAlert"]').check();
  if (how.unread) {
    await desk.locator('input[name="publishUnread"]').check();
    await desk.locator('select[name="alertLevel"]').selectOption('urgent');
  }
  await desk.getByRole('button', { name: 'Save' }).first().click();
  await desk.waitForURL(/done=/);
}

/** In the page: the token that this browser holds for its device. */
function tokenHere(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('crier');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const asked = opening.result.transaction('device').objectStore('device').get('me');
      asked.onsuccess = () => {
        const kept = asked.result as { token: string } | undefined;
        if (kept) resolve(kept.token);
        else reject(new Error('this browser has no device yet'));
      };
      asked.onerror = () => reject(asked.error);
    };
  });
}
