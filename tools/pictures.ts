/**
 * Makes the pictures of the README from a fresh Harbour Post: `npx tsx tools/pictures.ts`, after `npm run build`.
 * Needs Chromium. Small enough to live in the repository.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { people } from '../src/cli/demo/cast.ts';
import { flagship } from '../src/cli/demo/stories/all-stories.ts';
import { market } from '../src/cli/demo/stories/city.ts';
import { openChromium, openContext } from '../tests/e2e/support/chromium.ts';
import { spawnCrier } from '../tests/e2e/support/crier.ts';
import { signIn } from '../tests/e2e/support/desk-steps.ts';

const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url));
const MOST = 1_500_000; // bytes of all together: a clone should not wait for them
const ALERTED = 25_000; // ms until no alert of before stands over a page
const SETTLE = 1_500; // ms for pictures and live parts

const chromium = ['chromium', 'chromium-browser', 'google-chrome']
  .flatMap((name) => (process.env.PATH ?? '').split(':').map((place) => join(place, name)))
  .find((path) => existsSync(path));
if (!chromium) throw new Error('Chromium is not installed. On Debian: apt-get install chromium');

mkdirSync(folder, { recursive: true });
const crier = await spawnCrier({ verb: 'demo' });
await new Promise((resolve) => setTimeout(resolve, ALERTED)); // what the demo was published with is told to open pages first
const browser = await openChromium(chromium);
try {
  await takePublic(browser, crier.address);
  await takeArabic(browser, crier.address);
  await takeDesk(browser, crier.address);
} finally {
  await browser.close();
  await crier.stop();
}
const bytes = ['front', 'story', 'desk', 'phone', 'arabic', 'columns'].map(
  (name) => statSync(join(folder, `${name}.png`)).size,
);
const sum = bytes.reduce((all, one) => all + one, 0);
process.stdout.write(`${folder}: ${bytes.join(' + ')} = ${sum} bytes\n`);
if (sum > MOST) throw new Error(`more than ${MOST} bytes`);

async function takePublic(from: Browser, address: string): Promise<void> {
  const wide = await (await openContext(from, { width: 1280 })).newPage();
  await wide.goto(address);
  await keep(wide, 'front', 960);
  await wide.locator('.lead h2 a').first().click();
  await keep(wide, 'story', 960);
  const phone = await (await openContext(from, { width: 390, sharpness: 2, dark: true })).newPage();
  await phone.goto(wide.url());
  await keep(phone, 'phone', 844);
}

/** A translated edition, right to left, with the original of a sentence that was tapped. */
async function takeArabic(from: Browser, address: string): Promise<void> {
  const phone = await (await openContext(from, { width: 390, sharpness: 2 })).newPage();
  await phone.goto(`${address}${await arabicPath(address)}`);
  await phone.setViewportSize({ width: 390, height: 844 });
  const sentence = phone.locator('.run p').nth(2);
  await sentence.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await sentence.boundingBox();
  await phone.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 50);
  await keep(phone, 'arabic', 844);
}

/** The story of the demo that is translated into Arabic. */
async function arabicPath(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/stories?language=ar`);
  const { stories } = (await answer.json()) as { stories: { url: string; headline: string }[] };
  const found = stories.find(({ headline }) => market.translation?.sentences.includes(headline));
  if (!found) throw new Error('the demo has no Arabic edition');
  return new URL(found.url).pathname;
}

async function takeDesk(from: Browser, address: string): Promise<void> {
  const desk = await (await openContext(from, { width: 1440 })).newPage();
  await signIn(desk, address, people.maria);
  await desk.goto(`${address}/desk/stories?list=published`);
  await desk.locator('td a.headline', { hasText: flagship.headline }).first().click();
  await keep(desk, 'desk', 900);
  await desk.goto(`${address}/desk/replies/objections`);
  await desk.locator('.objection .btn').first().click();
  await keep(desk, 'columns', 900);
}

/** What is in sight, with few colours: paper and ink need no more. */
async function keep(page: Page, name: string, height: number): Promise<void> {
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height });
  await page.waitForTimeout(SETTLE);
  const png = await page.screenshot({ animations: 'disabled' });
  await sharp(png)
    .png({ palette: true, quality: 90, effort: 10, compressionLevel: 9 })
    .toFile(join(folder, `${name}.png`));
}
