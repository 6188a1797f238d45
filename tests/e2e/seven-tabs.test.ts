/**
 * Seven tabs over HTTP/1.1, in Chromium: a browser opens six connections to a host, and a line that every tab kept for itself
 * would leave none for the seventh page, nor for saving.
 */

import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tellStoryPublished } from '../../src/alerts/live/live.ts';
import type { DeskNews } from '../../src/browser/desk-live.ts';
import { people } from '../../src/cli/demo/cast.ts';
import { safeBody } from '../../src/kit/safe-html.ts';
import { theNewsroomItself as by } from '../../src/newsroom.ts';
import { draftStory } from '../../src/stories/draft.ts';
import { setUpMasthead } from '../../src/stories/masthead.ts';
import { publishStory } from '../../src/stories/publish.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { chromiumPath, listenForFaults, openChromium, openContext } from './support/chromium.ts';
import { signIn, whenLive, writeStory } from './support/desk-steps.ts';
import { type DeskAtWork, openDesk } from './support/open-desk.ts';
import { WAIT } from './support/patience.ts';

const TABS = 7;
const eventually = <T>(look: () => T) => expect.poll(look, WAIT);

/** Lines that are open now, by what the tabs asked for and what ended. */
class Lines {
  readonly #open = new Set<unknown>();
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
  watch(page: Page): void {
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === this.path) this.#open.add(request);
    });
    for (const end of ['requestfinished', 'requestfailed'] as const)
      page.on(end as 'requestfinished', (request) => void this.#open.delete(request));
  }
  get open(): number {
    return this.#open.size;
  }
}

/** As when another tab is chosen: Chromium without a window keeps all of them in sight. */
async function show(page: Page, state: 'visible' | 'hidden'): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

describe.skipIf(chromiumPath === '')('seven tabs of the paper', () => {
  let served: TestServer;
  let address: string;
  let browser: Browser;
  let context: BrowserContext;
  let tabs: Page[];
  let faults: string[];

  beforeAll(async () => {
    served = await openTestServer();
    const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'UTC', contact: '' };
    await setUpMasthead(served.newsroom, { ...paper, by });
    await publish('The first ferry');
    await served.app.listen({ host: '127.0.0.1', port: 0 });
    address = `http://localhost:${(served.app.server.address() as AddressInfo).port}`;
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  beforeEach(async () => {
    context = await openContext(browser);
    tabs = [];
    faults = [];
  });
  afterEach(async () => {
    await context.close();
    await eventually(() => served.liveHub.count()).toBe(0);
  });

  async function publish(headline: string): Promise<{ path: string }> {
    const { newsroom } = served;
    newsroom.clock.pass(60_000);
    const copy = {
      headline,
      dek: '',
      byline: '',
      dateline: '',
      bodyHtml: safeBody('<p>It sails.</p>'),
      pictureId: null,
    };
    const { storyId, editionId } = await draftStory(newsroom, { copy, language: 'en', hops: [], by });
    await publishStory(newsroom, { storyId, by, override: 'The test is about something else.' });
    const { published_take_id: takeId, slug } = await newsroom.store
      .selectFrom('editions')
      .select(['published_take_id', 'slug'])
      .where('id', '=', editionId)
      .executeTakeFirstOrThrow();
    await tellStoryPublished(newsroom, {
      storyId,
      editionId,
      takeId: takeId ?? '',
      alertLevel: null,
      first: true,
    });
    return { path: `/news/${slug}` };
  }
  async function openTab(path = '/'): Promise<Page> {
    const page = await context.newPage();
    faults.push(...listenForFaults(page, address));
    await page.goto(`${address}${path}`, { waitUntil: 'load' });
    tabs.push(page);
    return page;
  }
  const openTabs = async () => {
    for (let tab = 0; tab < TABS; tab += 1) await openTab();
  };
  const haveRead = (headline: string) =>
    Promise.all(tabs.map(async (tab) => (await tab.getByText(headline).count()) > 0));
  const all = () => tabs.map(() => true);

  test('all load, with one line between them, and each hears what happens', async () => {
    await openTabs();
    await eventually(() => served.liveHub.count()).toBe(1);
    await publish('A second ferry');
    await eventually(() => haveRead('A second ferry')).toEqual(all());
    expect(served.liveHub.count()).toBe(1);
    expect(faults).toEqual([]);
  });

  test('another tab takes the line over when the one that kept it is closed', async () => {
    await openTabs();
    await eventually(() => served.liveHub.count()).toBe(1);
    for (let closed = 0; closed < TABS - 1; closed += 1) {
      await tabs.shift()?.close();
      await eventually(() => served.liveHub.count()).toBe(1);
      const headline = `Ferry number ${closed + 10}`;
      await publish(headline);
      await eventually(() => haveRead(headline)).toEqual(all());
    }
  });

  test('none is kept while no tab is in sight, and what was missed is caught up with', async () => {
    const { path } = await publish('A ferry that is read');
    await openTab();
    const story = await openTab(path);
    await eventually(() => served.liveHub.count()).toBe(1);
    await publish('A ferry that all hear of');
    await eventually(async () => (await haveRead('A ferry that all hear of'))[0]).toBe(true);
    for (const tab of tabs) await show(tab, 'hidden');
    await eventually(() => served.liveHub.count()).toBe(0);
    await publish('A ferry by night');
    await show(tabs[0]!, 'visible');
    await eventually(async () => (await haveRead('A ferry by night'))[0]).toBe(true);
    // The story slept through it, and comes back beside a tab that knows it already.
    await show(story, 'visible');
    await eventually(() => served.liveHub.count()).toBe(1);
    expect(faults).toEqual([]);
  });
});

describe.skipIf(chromiumPath === '')('seven tabs of the desk', () => {
  let at: DeskAtWork;
  beforeAll(async () => {
    at = await openDesk();
  });
  afterAll(() => at?.close());

  test('share one line, and what is typed in the eighth is saved', async () => {
    const lines = new Lines('/desk/live');
    const context = at.desk.context();
    for (let tab = 0; tab < TABS; tab += 1) {
      const page = await context.newPage();
      lines.watch(page);
      await page.goto(`${at.crier.address}/desk/stories`, { waitUntil: 'load' });
    }
    await at.desk.close(); // it may have kept the line since it was set up
    await eventually(() => lines.open).toBe(1);
    const page = await context.newPage();
    lines.watch(page);
    await page.goto(`${at.crier.address}/desk/stories/new`, { waitUntil: 'load' });
    await page.getByLabel('Headline').fill('The eighth tab');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.waitForURL(/\/desk\/stories\/[\w-]{20,}/);
    await page.getByLabel('Dek').fill('And what is typed there is saved.');
    await page.keyboard.press('Control+KeyS'); // by itself it would be in twenty seconds
    await eventually(() => page.locator('[data-save-state]').textContent()).toMatch(/^saved /);
    await eventually(() => lines.open).toBe(1);
  });

  test('a change to one story is fetched where that story is open, and by no page of another', async () => {
    const context = await openContext(at.browser);
    const writer = await context.newPage();
    await signIn(writer, at.crier.address, people.theo);
    const body = 'The quay is open again. The harbour master said so.';
    const write = async (headline: string) => {
      const address = await writeStory(writer, at.crier.address, { headline, body });
      await writer.keyboard.press('Control+KeyS');
      await eventually(() => writer.locator('[data-save-state]').textContent()).toMatch(/^saved /);
      return address;
    };
    const addresses = [await write('The other ferry'), await write('The ferry that is written')];
    const [elsewhere, beside] = await Promise.all(addresses.map((address) => listen(context, address)));
    await writer.getByLabel('Headline').fill('The ferry that is written anew, by whoever has it');
    await writer.keyboard.press('Control+KeyS');
    const { pathname } = new URL(addresses[1] ?? '');
    const isTold = (news: DeskNews) => news.stories?.includes(pathname.split('/').at(-1) ?? '') === true;
    await eventually(async () => (await beside?.heard())?.some(isTold)).toBe(true);
    await eventually(() => beside?.fetched).toContain(`${pathname}/parts`);
    await eventually(async () => (await elsewhere?.heard())?.some(isTold)).toBe(true);
    expect(elsewhere?.fetched).toEqual([]);
    expect(beside?.fetched.filter((path) => path !== `${pathname}/parts`)).toEqual([]);
    await context.close();
  });
});

/** A story's page that somebody looks at while others write: what it hears from now on, and what it asks for. */
async function listen(context: BrowserContext, address: string) {
  const page = await context.newPage();
  await page.goto(`${address}?look=1`, { waitUntil: 'load' });
  await whenLive(page);
  await page.waitForLoadState('networkidle'); // the line that opens looks at everything once
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    document.addEventListener('crier:changed', (event) => heard.push((event as CustomEvent).detail));
  });
  const fetched: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.endsWith('/lock')) fetched.push(pathname); // a lock is renewed by the clock
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: DeskNews[] }).heard);
  return { fetched, heard };
}
