/**
 * “This is wrong”, in Chromium: a reader of the Arabic edition taps a sentence, reads its original and objects to it; the
 * desk corrects it in the two columns, and the correction settles what the reader said. And the same without script.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../src/cli/demo/cast.ts';
import { market } from '../../src/cli/demo/stories/city.ts';
import { chromiumPath, listenForFaults, openChromium, openContext } from './support/chromium.ts';
import { type Crier, spawnCrier } from './support/crier.ts';
import { correct, signIn } from './support/desk-steps.ts';
import { WAIT } from './support/patience.ts';

const pictures = process.env.CRIER_TEST_PICTURES; // a folder for pictures of the pages, for whoever looks at them
const said = market.translation?.objections?.[0] ?? { about: '', reason: '', better: '' };
const FISH = 'ينتقل باعة السمك، وهم يحتاجون إلى ماء ومصرف، إلى ساحة الجمارك.';
const ORIGINAL = 'The fishmongers, who need water and a drain, move to the customs yard.';

describe.skipIf(chromiumPath === '')('a reader’s objection', () => {
  let crier: Crier;
  let browser: Browser;
  let phone: Page;
  let path = '';
  let faults: string[];

  beforeAll(async () => {
    crier = await spawnCrier({ verb: 'demo' });
    browser = await openChromium();
    const answer = await fetch(`${crier.address}/api/stories?language=ar`);
    const { stories } = (await answer.json()) as { stories: { url: string; headline: string }[] };
    const edition = stories.find(({ headline }) => market.translation?.sentences.includes(headline));
    path = new URL(edition?.url ?? '').pathname;
    phone = await (await openContext(browser, { width: 390 })).newPage();
    faults = listenForFaults(phone, crier.address);
  });
  afterAll(async () => {
    await browser?.close();
    await crier?.stop();
  });

  const open = async (page: Page) => page.goto(`${crier.address}${path}`);

  /** Where the first letters of some words stand on the screen. */
  async function tap(page: Page, words: string): Promise<void> {
    const place = await page.evaluate(
      (asked) => {
        const walker = document.createTreeWalker(
          document.querySelector('.body') as Node,
          NodeFilter.SHOW_TEXT,
        );
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.nodeValue?.indexOf(asked) ?? -1;
          if (at < 0) continue;
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + 3);
          node.parentElement?.scrollIntoView({ block: 'center' });
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }
        return null;
      },
      words.slice(0, 12),
    );
    if (!place) throw new Error(`“${words}” is not in the body`);
    await page.mouse.click(place.x, place.y);
  }

  test('shows the original of the sentence that is tapped, and of no other', async () => {
    await open(phone);
    expect(await phone.locator('html').getAttribute('dir')).toBe('rtl');
    await tap(phone, FISH);
    const panel = phone.locator('[data-original]');
    await panel.waitFor();
    expect(await panel.locator('blockquote').innerText()).toBe(ORIGINAL);
    expect(await panel.locator('blockquote').getAttribute('dir')).toBe('ltr');
    expect(await phone.evaluate(() => [...(CSS.highlights.get('sentence') ?? [])].join(' '))).toBe(FISH);
    await tap(phone, said.about);
    expect(await panel.locator('blockquote').innerText()).toContain('the lead in the valleys');
    expect(await panel.count()).toBe(1);
    await phone.keyboard.press('Escape');
    expect(await panel.count()).toBe(0);
  });

  test('is sent from there, and the reader is thanked in their language', async () => {
    await tap(phone, FISH);
    await phone.locator('[data-original] a').click();
    await phone.getByLabel('ما الخطأ', { exact: true }).fill('المصرف هنا بنك! المقصود فتحة تصريف.');
    await phone.getByRole('button', { name: 'أرسله إلى التحرير' }).click();
    await phone.getByText('شكرًا. ينظر التحرير في الأمر.').waitFor();
    if (pictures) await phone.screenshot({ path: `${pictures}/objection-sent.png` });
    expect(faults).toEqual([]);
  });

  test('can be sent without script, from the list under the headline', async () => {
    const plain: BrowserContext = await openContext(browser, { width: 390, plain: true });
    const page = await plain.newPage();
    await open(page);
    expect(await page.locator('.tap').isVisible()).toBe(false);
    await page.locator('.translated summary').click();
    await page.locator('[data-sentence]', { hasText: ORIGINAL }).locator('.object a').click();
    await page.getByLabel('ما الخطأ', { exact: true }).fill('كلمة غير مفهومة هنا.');
    await page.getByRole('button', { name: 'أرسله إلى التحرير' }).click();
    expect(await page.locator('h1').innerText()).toContain('شكرًا');
    await plain.close();
  });

  test('gathers at its sentence, is corrected in the two columns, and is settled by the correction', async () => {
    const desk = await (await openContext(browser)).newPage();
    await signIn(desk, crier.address, people.maria);
    await desk.goto(`${crier.address}/desk/replies/objections`);
    const one = desk.locator('.objection', { hasText: ORIGINAL });
    expect(await one.locator('.readers-words li').count()).toBe(2);
    await one.getByRole('link', { name: 'Correct it in the two columns' }).click();
    const row = desk.locator('.pair', { hasText: ORIGINAL });
    await row.getByText('2 readers say that this is wrong.').waitFor();
    await row.locator('textarea').fill(FISH.replace('ومصرف', 'وفتحة تصريف'));
    await row.getByRole('button', { name: 'Save', exact: true }).click();
    await desk.getByText('not read yet').first().waitFor();
    await desk.getByRole('button', { name: 'I have read it against the original' }).click();
    await desk.getByText('Read. It may go out.').waitFor();
    await desk.getByRole('link', { name: 'The story' }).click();
    await correct(desk, 'كُتب هنا «مصرف»، والصواب فتحة تصريف.');
    await desk.goto(`${crier.address}/desk/replies/objections`);
    await expect.poll(() => one.count(), WAIT).toBe(0);
    await desk.locator('#weighed').getByRole('link', { name: 'by a correction' }).waitFor();
    if (pictures) await desk.screenshot({ path: `${pictures}/objections.png`, fullPage: true });
    await open(phone);
    await phone.locator('.body').getByText('وفتحة تصريف').waitFor();
    await phone.locator('.changes').getByText('والصواب فتحة تصريف').waitFor();
  });
});
