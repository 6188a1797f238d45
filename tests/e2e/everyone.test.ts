/**
 * Every public page, as axe-core reads it: nothing keeps anyone out, in both schemes, at both widths, in both directions;
 * and in forced colours the page one is on is told by more than weight.
 */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookAt } from '../../bench/sight.ts';
import { contextForAxe, violationsOn } from './support/axe.ts';
import { chromiumPath, openChromium, openContext } from './support/chromium.ts';
import { type Crier, spawnCrier } from './support/crier.ts';

const MINUTE = 60_000;

describe.skipIf(chromiumPath === '')('pages for everyone', () => {
  let crier: Crier;
  let browser: Browser;
  let paths: string[];

  beforeAll(async () => {
    crier = await spawnCrier({ verb: 'demo' });
    browser = await openChromium();
    paths = await onePageOfEachKind();
  }, 2 * MINUTE);

  afterAll(async () => {
    await browser?.close();
    await crier?.stop();
  });

  async function onePageOfEachKind(): Promise<string[]> {
    const context = await openContext(browser, { width: 1280 });
    const page = await context.newPage();
    const first = async (on: string, selector: string) => {
      await page.goto(crier.address + on);
      return (await page.locator(selector).first().getAttribute('href')) ?? '';
    };
    const story = await first('/', '.lead h2 a');
    const translated = await first('/ar/city', 'main article h2 a');
    const found = [
      ...['/', '/ar', '/el', story, translated],
      ...[await first('/', '.strip h2 a'), await first(story, 'a[href^="/topic/"]')],
      ...[await first(story, 'a[href^="/author/"]'), await first(translated, '[data-sentence] .object a')],
      ...['/ar/city', '/corrections', '/ar/corrections', '/alerts', '/ar/alerts'],
      ...['/search?words=ferry', '/search?words=zyxwv', '/nothing/here'],
    ];
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
    'nothing keeps anyone out, on a phone and at a desk, in light and in the dark',
    async () => {
      const context = await contextForAxe(browser);
      const page = await context.newPage();
      const found: string[] = [];
      for (const path of paths) {
        await page.goto(crier.address + path);
        found.push(...(await violationsOn(page)));
      }
      await context.close();
      expect(found).toEqual([]);
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
      await page.goto(crier.address + paths[3]);
      await page.evaluate(() => document.fonts.ready);
      return asked;
    });
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((path) => /greek|cyrillic|arabic/.test(path))).toEqual([]);
  });

  test(
    'over a slow line nothing jumps when the paper’s own letters arrive',
    async () => {
      for (const path of ['/', '/ar', paths[3] ?? '']) {
        const { shift } = await lookAt(browser, crier.address + path, 'slow 3G');
        expect([path, shift < 0.02]).toEqual([path, true]);
      }
    },
    2 * MINUTE,
  );

  test('the two boxes of the reply form stand in one line and are of one height', async () => {
    const boxes = await inContext({ viewport: { width: 1280, height: 844 } }, async (context) => {
      const page = await context.newPage();
      await page.goto(crier.address + paths[3]);
      return [
        await page.locator('#reply-name').boundingBox(),
        await page.locator('#reply-address').boundingBox(),
      ];
    });
    const [name, address] = boxes;
    expect(address).toMatchObject({ y: name?.y, height: name?.height });
  });
});
