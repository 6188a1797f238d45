/** A page as axe-core reads it, for everyone who does not read it as its maker does. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A person at a browser in which `violationsOn` works: the pages' own policy, which keeps scripts of others out, is set aside here alone. */
export function contextForAxe(
  browser: Browser,
  options: { width: number; colorScheme: 'light' | 'dark' },
): Promise<BrowserContext> {
  const { width, colorScheme } = options;
  return browser.newContext({
    viewport: { width, height: 844 },
    colorScheme,
    bypassCSP: true,
    reducedMotion: 'reduce',
  });
}

/** What axe finds on the page as it stands, as `path rule: where`. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axeScript);
  const { violations } = await page.evaluate(
    async () => await (globalThis as unknown as { axe: typeof axe }).axe.run(document),
  );
  const { pathname } = new URL(page.url());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${pathname} ${id}: ${target.join(' ')}`),
  );
}
