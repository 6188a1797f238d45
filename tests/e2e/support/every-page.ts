/**
 * Pages visited once for all that every page is asked: at phone and desk width nothing runs over the edge, nothing fails, nothing comes
 * from elsewhere, and axe finds nothing that keeps anyone out. With CRIER_TEST_PICTURES, a folder, leaves a picture of each there
 * for someone to look at, in light and dark.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { handInAxe, violationsOn } from './axe.ts';
import { listenForFaults } from './chromium.ts';

const WIDTHS = [390, 1280];
const pictures = process.env.CRIER_TEST_PICTURES;

/** All that is wrong with them, a line each; `pages` by a short name, the path. One that is called `lost` or `no-such` is not there. */
export async function faultsOfAll(
  context: BrowserContext,
  address: string,
  pages: Record<string, string>,
  of = '',
): Promise<string[]> {
  const faults: string[] = [];
  const page = await context.newPage();
  const heard = listenForFaults(page, address);
  for (const [name, path] of Object.entries(pages)) {
    await page.setViewportSize({ width: WIDTHS[0] ?? 0, height: 844 });
    await page.goto(`${address}${path}`);
    await handInAxe(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      heard.push(...(await pastTheEdge(page)));
      await takePictures(page, of + name);
      heard.push(...(await violationsOn(page)));
    }
    faults.push(
      ...heard
        .splice(0)
        .filter((fault) => !(/^(lost|no-such)$/.test(name) && /404/.test(fault)))
        .map((fault) => `${name}: ${fault}`),
    );
  }
  await page.close();
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
