/** A day in the newsroom, in Chromium: what editors, moderators and readers do, from the first start on. */
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../src/cli/demo/cast.ts';
import { type FakeDevice, PushService } from '../support/push-service.ts';
import { chromiumPath, listenForFaults, openChromium, openContext } from './support/chromium.ts';
import { type Crier, spawnCrier } from './support/crier.ts';
import {
  addColleague,
  chooseItem,
  correct,
  kill,
  markPage,
  openPublishPanel,
  publish,
  setUpPaper,
  signIn,
  writeBody,
  writeStory,
} from './support/desk-steps.ts';
import { WAIT } from './support/patience.ts';
import { openWire, type Wire } from './support/wire.ts';

describe.skipIf(chromiumPath === '')('a day in the newsroom', () => {
  let crier: Crier;
  let wire: Wire;
  let service: PushService;
  let browser: Browser;
  let link = '';
  /** Theo, the administrator, at the desk. */
  let desk: Page;

  beforeAll(async () => {
    wire = await openWire();
    wire.put({
      guid: 'lamps',
      title: 'New lamps for the long pier',
      text: ['The long pier gets forty new lamps.', 'They are lit from Monday on.'],
    });
    service = await PushService.start();
    crier = await spawnCrier({
      settings: {
        CRIER_TRUSTED_HOSTS: wire.host,
        CRIER_PUSH_SERVICES: service.origin,
        CRIER_FEED_SECONDS: '1',
        CRIER_ALERT_UNDO_SECONDS: '1',
      },
    });
    browser = await openChromium();
    link = crier.setupLink();
    desk = await openPage();
    await setUpPaper(desk, link);
    await addColleague(desk, crier.address, people.petros, 'editor');
    await addColleague(desk, crier.address, people.samira, 'moderator');
  });

  afterAll(async () => {
    await browser?.close();
    await crier?.stop();
    await wire?.close();
    await service?.stop();
  });

  async function openPage(options: { plain?: boolean } = {}): Promise<Page> {
    return await (await openContext(browser, options)).newPage();
  }

  /** A reader on the front page, whose page must not be reloaded from now on. */
  async function openFront(): Promise<{ front: Page; stillThere: () => Promise<void>; faults: string[] }> {
    const front = await openPage();
    const faults = listenForFaults(front, crier.address);
    await front.goto(crier.address);
    return { front, stillThere: await markPage(front), faults };
  }

  async function publishedPath(page: Page): Promise<string> {
    const path = await page.locator('#copy .meta-line a[href^="/"]').first().getAttribute('href');
    return `${crier.address}${path}`;
  }

  test('the set-up link works once', async () => {
    const stranger = await openPage();
    const again = await stranger.goto(link);
    expect(again?.status()).toBe(410);
    await stranger.context().close();
  });

  test('a stranger is sent to the sign-in; an editor comes in with name and password', async () => {
    const page = await openPage();
    await page.goto(`${crier.address}/desk/wire`);
    expect(page.url()).toContain('/desk/sign-in');
    await signIn(page, crier.address, people.petros);
    expect(await page.getByRole('navigation', { name: 'Desk' }).innerText()).toContain('Wire');
    await page.context().close();
  });

  test('a site is added as a source by its address, and what arrives stands on the open wire page', async () => {
    await desk.goto(`${crier.address}/desk/sources/new`);
    await desk
      .getByLabel(/address/i)
      .first()
      .fill(wire.site);
    await desk.getByRole('button', { name: /^Add/ }).click();
    await desk.getByText('Strait Agency').first().waitFor();
    await desk.goto(`${crier.address}/desk/wire`);
    await desk.getByText('New lamps for the long pier').first().waitFor();
    const stillThere = await markPage(desk);
    wire.put({ guid: 'fog', title: 'Fog closes the strait', text: ['No boat left before ten.'] });
    await desk.getByText('Fog closes the strait').first().waitFor();
    await stillThere();
  });

  test('whoever presses a link while its list is renewed has clicked it all the same', async () => {
    await desk.goto(`${crier.address}/desk/sources`);
    const link = desk.locator('#sources a[href^="/desk/sources/0"]').first();
    await link.hover();
    let take: (route: Route) => void = () => {};
    const asked = new Promise<Route>((resolve) => (take = resolve));
    await desk.route('**/desk/sources', (route) => take(route));
    wire.put({ guid: 'buoy', title: 'A buoy has come loose', text: ['It was seen at noon.'] });
    const renewal = await asked;
    await desk.mouse.down();
    const answered = desk.waitForResponse('**/desk/sources');
    await renewal.continue();
    await (await answered).finished();
    await desk.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50))); // time enough to put it in
    await desk.mouse.up();
    await expect.poll(() => new URL(desk.url()).pathname).toMatch(/^\/desk\/sources\/0/);
    await desk.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test('an item is picked up, edited and published, and an open front page shows it', async () => {
    const { front, stillThere, faults } = await openFront();
    await desk.goto(`${crier.address}/desk/wire`);
    await chooseItem(desk, 'New lamps for the long pier');
    await desk.getByRole('button', { name: /^Pick up/ }).click();
    await desk.getByText('Picked up. Its source and its original link came along.').waitFor();
    await desk.getByLabel('Headline').fill('Forty new lamps light the long pier');
    await desk.getByLabel('Dek').fill('From Monday on nobody need walk it in the dark.');
    await writeBody(desk, 'The long pier has forty new lamps. They are lit from Monday on.');
    await desk.getByLabel('Section').selectOption({ label: 'City' });
    await publish(desk);
    await front.getByText('Forty new lamps light the long pier').first().waitFor();
    await stillThere();
    expect(faults).toEqual([]);
    await front.getByRole('link', { name: 'Forty new lamps light the long pier' }).first().click();
    await front.getByRole('heading', { level: 1, name: 'Forty new lamps' }).waitFor();
    expect(await front.locator('article.story').innerText()).toContain('Strait Agency');
    const original = front.getByRole('link', { name: /original/i }).first();
    expect(await original.getAttribute('href')).toBe(`http://${wire.host}/news/lamps`);
    await front.context().close();
  });

  test('front page and story are read without script', async () => {
    const reader = await openPage({ plain: true });
    await reader.goto(crier.address);
    await reader.getByText('Forty new lamps light the long pier').first().click();
    expect(await reader.locator('h1').innerText()).toBe('Forty new lamps light the long pier');
    expect(await reader.locator('article.story').innerText()).toContain('They are lit from Monday on.');
    await reader.context().close();
  });

  test('a reply sent without script is held, and stands on open pages when a moderator has approved it', async () => {
    await writeStory(desk, crier.address, {
      headline: 'The ferry keeps its winter hours',
      body: 'Two boats a day will cross until spring.',
    });
    await publish(desk);
    const address = await publishedPath(desk);
    const open = await openPage();
    await open.goto(address);
    const stillThere = await markPage(open);

    const reader = await openPage({ plain: true });
    await reader.goto(address);
    await reader.getByLabel('Your name').fill('Marta from the quay');
    await reader.getByLabel('Your e-mail address').fill('marta@quay.example');
    await reader.getByLabel('Your reply').fill('And who clears the ice at six in the morning?');
    await reader.getByRole('button', { name: 'Send the reply' }).click();
    await reader.getByText('Your reply is with the desk').waitFor();
    await reader.goto(address);
    expect(await reader.content()).not.toContain('who clears the ice');

    const moderator = await openPage();
    await signIn(moderator, crier.address, people.samira);
    await moderator.goto(`${crier.address}/desk/replies`);
    await moderator.getByText('who clears the ice').first().waitFor();
    await moderator
      .getByRole('button', { name: /^Approve/ })
      .first()
      .click();
    await open.locator('[data-new-replies]').click();
    await open.getByText('who clears the ice').first().waitFor();
    await stillThere();
    await reader.goto(address);
    expect(await reader.content()).toContain('who clears the ice');
    expect(await reader.content()).not.toContain('marta@quay.example');
    for (const page of [open, reader, moderator]) await page.context().close();
  });

  test('a correction stands on the page with its notice, and on the corrections page', async () => {
    await writeStory(desk, crier.address, {
      headline: 'Crane lifts 400 tonnes in the harbour',
      body: 'The new crane lifted 400 tonnes at noon.',
    });
    await publish(desk);
    const address = await publishedPath(desk);
    const open = await openPage();
    await open.goto(address);
    await desk.getByLabel('Headline').fill('Crane lifts 40 tonnes in the harbour');
    await writeBody(desk, 'The new crane lifted 40 tonnes at noon.');
    await correct(desk, 'An earlier version said 400 tonnes. It was 40.');
    await open.getByText('corrected while you were reading').first().waitFor();
    await open.goto(address);
    expect(await open.locator('h1').innerText()).toBe('Crane lifts 40 tonnes in the harbour');
    expect(await open.locator('article.story').innerText()).toContain('It was 40.');
    await open.goto(`${crier.address}/corrections`);
    expect(await open.locator('main').innerText()).toContain('It was 40.');
    await open.context().close();
  });

  test('a killed story answers 410 and leaves front page, feeds and search', async () => {
    const headline = 'Lighthouse sold to a stranger';
    await writeStory(desk, crier.address, { headline, body: 'The lighthouse was sold for one coin.' });
    await publish(desk);
    const address = await publishedPath(desk);
    const lists = [
      '/',
      '/city',
      '/feed.rss',
      '/feed.atom',
      '/feed.json',
      '/search?words=lighthouse',
      '/news-sitemap.xml',
    ];
    const text = async (path: string) => await (await fetch(`${crier.address}${path}`)).text();
    const slug = new URL(address).pathname;
    const holds = async (path: string) => (await text(path)).includes(slug);
    await expect
      .poll(async () => await Promise.all(lists.map(holds)), { timeout: 10_000 })
      .toEqual(lists.map(() => true));
    const { front, stillThere } = await openFront();
    await front.locator(`main a[href="${slug}"]`).first().waitFor();
    await kill(desk, 'The sale was a joke for the first of April. We took it for true.');
    const gone = await fetch(address);
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('We took it for true.');
    await expect
      .poll(async () => await Promise.all(lists.map(holds)), { timeout: 10_000 })
      .toEqual(lists.map(() => false));
    await front.locator(`main a[href="${slug}"]`).first().waitFor({ state: 'detached' });
    await stillThere();
    await front.context().close();
  });

  test('of two editors who open one story, the second is told who has it', async () => {
    const story = await writeStory(desk, crier.address, {
      headline: 'Swans return early',
      body: 'They came at dawn.',
    });
    await desk.keyboard.press('Control+S');
    const other = await openPage();
    await signIn(other, crier.address, people.petros);
    await other.goto(story);
    await other.getByText(`${people.theo.name} has been editing this story`).waitFor();
    expect(await other.getByRole('button', { name: 'Publish…' }).count()).toBe(0);
    other.on('dialog', (dialog) => void dialog.accept());
    await other.getByRole('button', { name: 'Take over' }).click();
    await other.getByText('The story is yours.').waitFor();
    await writeBody(other, 'They came at dawn, all nine of them.');
    await publish(other);
    await other.context().close();
  });

  test('a story published just before the process is killed is there after it, with all that follows', async () => {
    const headline = 'Storm warning for the night';
    const device = service.makeDevice();
    await subscribe(crier.address, device.subscription);
    await expect.poll(() => device.visible.length, WAIT).toBe(1); // the welcome
    await writeStory(desk, crier.address, { headline, body: 'Boats stay in. Waves of six metres.' });
    await openPublishPanel(desk, { level: 'flash' });
    const answered = desk.waitForResponse((answer) => answer.url().endsWith('/publication'));
    await desk.getByRole('button', { name: 'Publish now' }).click();
    expect((await answered).status()).toBeLessThan(400);
    await crier.kill('SIGKILL');
    await crier.restart();
    expect(await (await fetch(crier.address)).text()).toContain(headline);
    const found = async () => await (await fetch(`${crier.address}/search?words=metres`)).text();
    await expect.poll(found, WAIT).toContain(headline);
    const alerted = () => device.visible.filter(({ title }) => title === headline).length;
    await expect.poll(alerted, WAIT).toBe(1);
    expect((await fetch(`${crier.address}/healthz`)).status).toBe(200);
  });

  test('a scheduled story goes out by itself', async () => {
    await writeStory(desk, crier.address, {
      headline: 'Market opens at dawn',
      body: 'The fish market opens at dawn.',
    });
    await desk.getByRole('button', { name: 'Publish…' }).click();
    await desk.getByText('Later, by itself').click();
    // To the second, so that the test need not wait for a full minute: the field asks people for minutes.
    const at = desk.getByLabel(/^At \(/);
    await at.evaluate((field) => field.setAttribute('step', '1'));
    await at.fill(inSeconds(12, 'Europe/Athens'));
    await desk.getByRole('button', { name: 'Schedule' }).click();
    await desk.getByText('Scheduled. It goes out by itself.').waitFor();
    const { front, stillThere } = await openFront();
    expect(await front.content()).not.toContain('Market opens at dawn');
    await front.getByText('Market opens at dawn').first().waitFor({ timeout: 90_000 });
    await stillThere();
    await front.context().close();
  });
});

/** What the button on the page does, for a device without a browser. */
async function subscribe(address: string, subscription: FakeDevice['subscription']): Promise<void> {
  const { keyId } = (await (await fetch(`${address}/alerts/key`)).json()) as { keyId: string };
  const follows = [{ kind: 'all', subjectId: '', level: 'routine' }];
  const answer = await fetch(`${address}/alerts/devices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subscription: { ...subscription, keyId }, follows, language: 'en' }),
  });
  expect(answer.status).toBe(201);
}

/** So many seconds from now, as a field for day and time takes it. */
function inSeconds(seconds: number, timeZone: string): string {
  const at = new Date(Date.now() + seconds * 1_000);
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return parts.format(at).replace(' ', 'T');
}
