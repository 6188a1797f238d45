/**
 * Every page of The Harbour Post at phone and desk width: nothing runs over the edge, nothing fails, nothing comes from
 * elsewhere. With CRIER_TEST_PICTURES, a folder, leaves a picture of each there for someone to look at, in light and dark.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../src/cli/demo/cast.ts';
import { chromiumPath, listenForFaults, openChromium, openContext } from './support/chromium.ts';
import { type Crier, spawnCrier } from './support/crier.ts';
import { findDeskPages, firstPath } from './support/desk-pages.ts';
import { signIn } from './support/desk-steps.ts';

const WIDTHS = [390, 1280];
const pictures = process.env.CRIER_TEST_PICTURES;

describe.skipIf(chromiumPath === '')('every page looks as it should', () => {
  let crier: Crier;
  let browser: Browser;

  beforeAll(async () => {
    crier = await spawnCrier({ verb: 'demo' });
    browser = await openChromium();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await crier?.stop();
  });

  test('public pages', async () => {
    const context = await openContext(browser);
    const faults = await lookAtAll(context, await publicPages(context));
    await context.close();
    expect(faults).toEqual([]);
  });

  test('pages of the desk', async () => {
    const context = await openContext(browser);
    await signIn(await context.newPage(), crier.address, people.theo);
    const faults = await lookAtAll(context, await findDeskPages(context, crier.address), 'desk-');
    await context.close();
    expect(faults).toEqual([]);
  });

  test('pages before the desk', async () => {
    const context = await openContext(browser);
    const faults = await lookAtAll(context, { 'sign-in': '/desk/sign-in' });
    await context.close();
    expect(faults).toEqual([]);
  });

  /** A page of every kind, found as a reader finds it. */
  async function publicPages(context: BrowserContext): Promise<Record<string, string>> {
    const page = await context.newPage();
    await page.goto(crier.address);
    const story = await firstPath(page, '.lead h2 a');
    const arabic = await firstPath(page, 'article[lang="ar"] a, main bdi[lang="ar"] a');
    const section = await firstPath(page, '.strip h2 a');
    const found: Record<string, string> = { front: '/', story, 'story-ar': arabic, section };
    await page.goto(`${crier.address}${story}`);
    const kinds = {
      topic: 'a[href^="/topic/"]',
      source: 'a[href^="/source/"]',
      author: 'a[href^="/author/"]',
    };
    for (const [kind, selector] of Object.entries(kinds)) {
      const path = await page
        .locator(selector)
        .first()
        .getAttribute('href', { timeout: 2_000 })
        .catch(() => null);
      if (path) found[kind] = path;
    }
    await page.goto(`${crier.address}/ar/city`);
    const translated = await firstPath(page, 'main article h2 a');
    await page.goto(`${crier.address}${translated}`);
    const sentence = await firstPath(page, '[data-sentence] .object a');
    await page.close();
    return {
      ...found,
      ...{ 'front-ar': '/ar', 'front-el': '/el', 'section-ar': '/ar/city', 'alerts-ar': '/ar/alerts' },
      ...{ 'story-translated': translated, 'sentence-ar': sentence, 'corrections-ar': '/ar/corrections' },
      search: '/search?words=ferry',
      'search-nothing': '/search?words=zyxwv',
      corrections: '/corrections',
      alerts: '/alerts',
      lost: '/nothing/here',
    };
  }

  async function lookAtAll(
    context: BrowserContext,
    pages: Record<string, string>,
    of = '',
  ): Promise<string[]> {
    const faults: string[] = [];
    for (const [name, path] of Object.entries(pages)) {
      const page = await context.newPage();
      await page.setViewportSize({ width: WIDTHS[0] ?? 0, height: 844 });
      const heard = listenForFaults(page, crier.address);
      await page.goto(`${crier.address}${path}`);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 });
        heard.push(...(await pastTheEdge(page)));
        await takePictures(page, of + name);
      }
      faults.push(
        ...heard
          .filter((fault) => !(/^(lost|no-such)$/.test(name) && /404/.test(fault)))
          .map((fault) => `${name}: ${fault}`),
      );
      await page.close();
    }
    return faults;
  }

  async function takePictures(page: Page, name: string): Promise<void> {
    if (!pictures) return;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const folder = join(pictures, `${page.viewportSize()?.width}-${colorScheme}`);
      mkdirSync(folder, { recursive: true });
      await page.screenshot({
        path: join(folder, `${name}.png`),
        fullPage: true,
        animations: 'disabled',
      });
    }
  }
});

/** What is wider than the window, so that a reader would have to push the page sideways. */
async function pastTheEdge(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const { right, left, width } = element.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    });
    const named = wide.slice(-3).map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return [`${scrollWidth} wide in a window of ${clientWidth}: ${named.join(', ')}`];
  });
}
