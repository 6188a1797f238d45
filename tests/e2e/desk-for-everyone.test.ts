/**
 * Every page of the desk, in both schemes and at both widths: nothing runs over the edge, nothing fails, nothing comes from elsewhere,
 * and axe-core finds nothing that keeps anyone out. On a phone the rooms stay in reach and nothing is too small for a finger (44 px);
 * in forced colours the room one is in is told by a line that the others lack.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../src/cli/demo/cast.ts';
import { chromiumPath, openChromium, openContext } from './support/chromium.ts';
import { type Crier, spawnCrier } from './support/crier.ts';
import { findDeskPages } from './support/desk-pages.ts';
import { signIn } from './support/desk-steps.ts';
import { faultsOfAll } from './support/every-page.ts';

const MINUTE = 60_000;
const LEAST_TARGET = 24; // CSS pixels either way; WCAG 2.5.8
const LEAST_FOR_FINGERS = 44; // CSS pixels either way; WCAG 2.5.5

describe.skipIf(chromiumPath === '')('the desk for everyone', () => {
  let crier: Crier;
  let browser: Browser;
  let pages: Record<string, string>;
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;

  beforeAll(async () => {
    crier = await spawnCrier({ verb: 'demo' });
    browser = await openChromium();
    const context = await openContext(browser);
    await signIn(await context.newPage(), crier.address, people.theo);
    pages = await findDeskPages(context, crier.address);
    signedIn = await context.storageState();
    await context.close();
  }, 2 * MINUTE);

  afterAll(async () => {
    await browser?.close();
    await crier?.stop();
  });

  test(
    'keeps nobody out, fails nobody and runs over no edge, on a phone and at a desk, in light and in the dark',
    async () => {
      const stranger = await openContext(browser);
      const faults = await faultsOfAll(stranger, crier.address, { 'sign-in': '/desk/sign-in' });
      await stranger.close();
      const context = await openContext(browser);
      await context.addCookies(signedIn.cookies);
      faults.push(...(await faultsOfAll(context, crier.address, pages, 'desk-')));
      await context.close();
      expect(faults).toEqual([]);
    },
    5 * MINUTE,
  );

  test(
    'whatever is pressed on a phone is large enough for a finger, on every page',
    async () => {
      const context = await openContext(browser, { width: 390, touch: true });
      await context.addCookies(signedIn.cookies);
      const page = await context.newPage();
      const small: string[] = [];
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(`${crier.address}${path}`);
        for (const what of await tooSmall(page)) small.push(`${name}: ${what}`);
      }
      await context.close();
      expect(small).toEqual([]);
    },
    2 * MINUTE,
  );

  test('a story on a phone names each thing once: its rooms are behind the name of whoever works there', async () => {
    const context = await openContext(browser, { width: 390 });
    await context.addCookies(signedIn.cookies);
    const page = await context.newPage();
    await page.goto(`${crier.address}${pages.draft}`);
    const rooms = page.getByRole('navigation', { name: 'Desk' });
    expect(await rooms.isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'The Harbour Post' }).isVisible()).toBe(true);
    const menu = page.locator('.me summary');
    const box = await menu.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(LEAST_TARGET);
    const state = page.locator('.bar-end .state'); // whether what is written is saved is read whole beside every button
    expect(await state.innerText()).toMatch(/take \d+, \d/);
    expect(await state.evaluate((shown) => shown.scrollWidth <= shown.clientWidth)).toBe(true);
    await menu.click();
    await rooms.getByRole('link', { name: 'Sources' }).click();
    await page.waitForURL(/\/desk\/sources$/);
    await context.close();
  });

  test('on a phone the paper, the search and whoever works there stand in one line, and the whole name in the menu', async () => {
    const context = await openContext(browser, { width: 390 });
    const page = await context.newPage();
    await signIn(page, crier.address, people.petros); // somebody calls him, so that the mark stands there too
    await page.goto(`${crier.address}/desk/today`);
    const middles = await page
      .locator('.desk-bar :is(.paper, .called, .to-search, .me)')
      .evaluateAll((parts) =>
        parts.map((part) => {
          const { top, bottom } = part.getBoundingClientRect();
          return (top + bottom) / 2;
        }),
      );
    expect(middles).toHaveLength(4);
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(6);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `at ${width}`).toBe(0);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    const paper = page.locator('.desk-bar .paper');
    expect(await paper.evaluate((name) => name.scrollWidth <= name.clientWidth)).toBe(true);
    await page.locator('.me summary').click();
    expect(await page.locator('.me-menu').innerText()).toContain(people.petros.name);
    await context.close();
  });

  test('what stands under the head of a column stands at its edge, and a line that is filled later at that of its headline', async () => {
    const context = await openContext(browser);
    await context.addCookies(signedIn.cookies);
    const page = await context.newPage();
    await page.goto(`${crier.address}/desk/today`);
    // Both in one look: the list is renewed while it is open.
    const apart = await page.evaluate(() => {
      const left = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().left;
      return (left('#plan tbody td select') ?? 0) - (left('#plan thead th:nth-child(3)') ?? Number.NaN);
    });
    expect(Math.abs(apart)).toBeLessThan(1);
    await page.goto(`${crier.address}/desk/front?language=ar`);
    const inside = await page.evaluate(() => {
      const right = (part: Element | null | undefined) => part?.getBoundingClientRect().right ?? Number.NaN;
      const place = document.querySelector('.places .place');
      const filled = [...(place?.querySelectorAll('.meta-line span:not(:empty)') ?? [])];
      return right(place?.querySelector('.headline')) - Math.max(...filled.map(right));
    });
    expect(Math.abs(inside)).toBeLessThan(1);
    await context.close();
  });

  test('the verdicts on a reply stand in one line, on a phone too', async () => {
    const context = await openContext(browser, { width: 390 });
    await context.addCookies(signedIn.cookies);
    const page = await context.newPage();
    await page.goto(`${crier.address}/desk/replies`);
    const tops = await page
      .locator('.verdict .actions > *')
      .evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().top)));
    expect(tops).toHaveLength(3);
    expect(new Set(tops).size).toBe(1);
    await context.close();
  });

  test('in forced colours only the room one is in has a line under it', async () => {
    const context = await browser.newContext({
      forcedColors: 'active',
      viewport: { width: 1280, height: 844 },
    });
    await context.addCookies(signedIn.cookies);
    const page = await context.newPage();
    await page.goto(`${crier.address}/desk/stories`);
    const lineOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((link) => getComputedStyle(link).borderBlockEndColor);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await lineOf('.desk-bar nav a:not([aria-current])')).toBe(ground);
    expect(await lineOf('.desk-bar nav a[aria-current]')).not.toBe(ground);
    await context.close();
  });
});

/** Buttons, choices and folds that are lower or narrower than a finger needs; a box to tick is as large as its words. */
async function tooSmall(page: Page): Promise<string[]> {
  return await page.locator('main :is(button, .btn, select, summary, label.check)').evaluateAll(
    (all, least) =>
      all
        .filter((each) => each.checkVisibility() && !each.closest('.unseen'))
        .filter((each) => {
          const { width, height } = each.getBoundingClientRect();
          return width > 0 && Math.min(width, height) < least;
        })
        .map((each) => {
          const { width, height } = each.getBoundingClientRect();
          const words = (each.textContent ?? '').trim().slice(0, 24);
          return `${each.localName}.${each.className} “${words}” ${Math.round(width)}×${Math.round(height)}`;
        }),
    LEAST_FOR_FINGERS - 0.5, // what a scaled page rounds
  );
}
