/** A page as axe-core reads it, for everyone who does not read it as its maker does. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A person at a browser in which axe works: the pages' own policy, which keeps scripts of others out, is set aside here alone. */
export function contextForAxe(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
}

/** Its rules that look at colours, of those it asks by itself. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on the page as it stands, on a phone and at a desk, in light and in the dark, as
 * `path at 390 dark, rule: where`. In the dark nothing but colours differs, so that only their rules are asked again.
 */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axeScript);
  const found: string[] = [];
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const fault of await askAxe(page, colorScheme === 'dark' ? OF_COLOURS : null))
        found.push(`${new URL(page.url()).pathname} at ${width} ${colorScheme}, ${fault}`);
    }
  }
  return found;
}

async function askAxe(page: Page, rules: string[] | null): Promise<string[]> {
  const { violations } = await page.evaluate(
    async (only) =>
      await (globalThis as unknown as { axe: typeof axe }).axe.run(
        document,
        only ? { runOnly: { type: 'rule', values: only } } : {},
      ),
    rules,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
