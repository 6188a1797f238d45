/** A page as axe-core reads it, for everyone who does not read it as its maker does. The page's own policy stays in force: it is handed in by the browser's tools. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Its rules that look at colours, of those it asks by itself. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** Once for a page that was loaded. */
export async function handInAxe(page: Page): Promise<void> {
  await page.evaluate(axeScript);
}

/**
 * What axe finds on the page as it stands, in light and in the dark, as `path at 390 dark, rule: where`; at the end the page is light
 * again. In the dark nothing but colours differs, so that only their rules are asked again.
 */
export async function violationsOn(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const fault of await askAxe(page, colorScheme === 'dark' ? OF_COLOURS : null))
      found.push(`${new URL(page.url()).pathname} at ${page.viewportSize()?.width} ${colorScheme}, ${fault}`);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
  return found;
}

/** Only what it finds leaves the page: what passes is some thousand pieces of markup, with a path to each. */
async function askAxe(page: Page, rules: string[] | null): Promise<string[]> {
  return await page.evaluate(async (only) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      ...(only ? { runOnly: { type: 'rule', values: only } } : {}),
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  }, rules);
}
