/**
 * Every public page, at both widths, in both schemes and directions: nothing runs over the edge, nothing fails, nothing comes from
 * elsewhere, and axe-core finds nothing that keeps anyone out; and in forced colours the page one is on is told by more than weight.
 */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookAt } from '../../bench/sight.ts';
import { chromiumPath, openChromium, openContext } from './support/chromium.ts';
import { type Crier, spawnCrier } from './support/crier.ts';
import { firstPath } from './support/desk-pages.ts';
import { faultsOfAll } from './support/every-page.ts';

const MINUTE = 60_000;

describe.skipIf(chromiumPath === '')('pages for everyone', () => {
  let crier: Crier;
  let browser: Browser;
  let pages: Record<string, string>;
  let story: string;

  beforeAll(async () => {
    crier = await spawnCrier({ verb: 'demo' });
    browser = await openChromium();
    pages = await onePageOfEachKind();
    story = pages.story ?? '';
  }, 2 * MINUTE);

  afterAll(async () => {
    await browser?.close();
    await crier?.stop();
  });

  /** Found as a reader finds it. */
  async function onePageOfEachKind(): Promise<Record<string, string>> {
    const context = await openContext(browser);
    const page = await context.newPage();
    const first = async (on: string, selector: string) => {
      await page.goto(crier.address + on);
      return await firstPath(page, selector);
    };
    const lead = await first('/', '.lead h2 a');
    const translated = await first('/ar/city', 'main article h2 a');
    const found = {
      ...{ front: '/', 'front-ar': '/ar', 'front-el': '/el', story: lead, 'story-translated': translated },
      'story-ar': await first('/', 'article[lang="ar"] a, main bdi[lang="ar"] a'),
      section: await first('/', '.strip h2 a'),
      topic: await first(lead, 'a[href^="/topic/"]'),
      author: await first(lead, 'a[href^="/author/"]'),
      source: '/source/aegean-news-agency', // stories of the cast link to the source's own
      'sentence-ar': await first(translated, '[data-sentence] .object a'),
      ...{ 'section-ar': '/ar/city', corrections: '/corrections', 'corrections-ar': '/ar/corrections' },
      ...{ alerts: '/alerts', 'alerts-ar': '/ar/alerts' },
      ...{ search: '/search?words=ferry', 'search-nothing': '/search?words=zyxwv', lost: '/nothing/here' },
    };
    await context.close();
    return found;
  }

  async function inContext<T>(
    options: Parameters<Browser['newContext']>[0],
    work: (context: BrowserContext) => Promise<T>,
  ): Promise<T> {
    const context = await browser.newContext(options);
    try {
      return await work(context);
    } finally {
      await context.close();
    }
  }

  test(
    'nothing keeps anyone out, fails or runs over the edge, on a phone and at a desk, in light and in the dark',
    async () => {
      const context = await openContext(browser);
      const faults = await faultsOfAll(context, crier.address, pages);
      await context.close();
      expect(faults).toEqual([]);
    },
    3 * MINUTE,
  );

  test('in forced colours the section one is in has a line', async () => {
    const line = await inContext(
      { forcedColors: 'active', viewport: { width: 1280, height: 844 } },
      async (context) => {
        const page = await context.newPage();
        await page.goto(`${crier.address}/sea`);
        const lineOf = (selector: string) =>
          page
            .locator(selector)
            .first()
            .evaluate((link) => getComputedStyle(link).textDecorationLine);
        return [await lineOf('.sections a[aria-current]'), await lineOf('.sections a:not([aria-current])')];
      },
    );
    expect(line).toEqual(['underline', 'none']);
  });

  test('an English story loads Latin letters alone, whatever languages it names', async () => {
    const fonts = await inContext({ viewport: { width: 1280, height: 844 } }, async (context) => {
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.resourceType() === 'font') asked.push(new URL(request.url()).pathname);
      });
      await page.goto(crier.address + story);
      await page.evaluate(() => document.fonts.ready);
      return asked;
    });
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((path) => /greek|cyrillic|arabic/.test(path))).toEqual([]);
  });

  test(
    'over a slow line nothing jumps when the paper’s own letters arrive, or what a script brings',
    async () => {
      for (const path of ['/', '/ar', '/ar/city', '/ar/alerts', story]) {
        const { shift } = await lookAt(browser, crier.address + path, 'slow 3G');
        expect([path, shift < 0.02]).toEqual([path, true]);
      }
    },
    2 * MINUTE,
  );

  test('the two boxes of the reply form stand in one line and are of one height', async () => {
    const boxes = await inContext({ viewport: { width: 1280, height: 844 } }, async (context) => {
      const page = await context.newPage();
      await page.goto(crier.address + story);
      return [
        await page.locator('#reply-name').boundingBox(),
        await page.locator('#reply-address').boundingBox(),
      ];
    });
    const [name, address] = boxes;
    expect(address).toMatchObject({ y: name?.y, height: name?.height });
  });
});
