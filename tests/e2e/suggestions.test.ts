/** Who said what, in Chromium: suggested while someone writes, answered by key, told to readers, and warned of when cut. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openContext } from './support/chromium.ts';
import { publish, writeBody, writeStory } from './support/desk-steps.ts';
import { type DeskAtWork, openDesk, takePicture } from './support/open-desk.ts';
import { WAIT } from './support/patience.ts';
import { pressWhile } from './support/press.ts';

const claim = 'The pumps had not been looked at since winter';
const body = `${claim}, Eleni Ralli said on Wednesday 18 November 2026. “Nobody was asked,” Stavros Mantas, the harbour master, told Radio Thalassa. The council said that the north gate stays open.`;

describe.skipIf(chromiumPath === '')('suggested statements', () => {
  let { crier, browser, desk, faults, close } = {} as DeskAtWork;
  let reader: Page;

  beforeAll(async () => {
    ({ crier, browser, desk, faults, close } = await openDesk());
    reader = await (await openContext(browser)).newPage();
  });
  afterAll(() => close());

  const suggested = () => desk.locator('#suggestions .suggestion');
  const stated = () => desk.locator('#statements .said-line');

  test('come with their speakers while someone writes, are confirmed by a press that outlasts a renewal of the list, and confirmed and refused by key', async () => {
    await writeStory(desk, crier.address, { headline: 'Pumps failed in the north basin', body });
    await expect
      .poll(() => suggested().locator('b').allTextContents(), WAIT)
      .toEqual(['Eleni Ralli', 'Stavros Mantas', 'the council']);
    await takePicture(desk, 'suggestions');
    const confirm = suggested().first().locator('[data-confirm] [type="submit"]:not([data-refuse])');
    await pressWhile(desk, confirm, async () => {
      const renewed = desk.waitForResponse(/\/suggestions$/);
      // What somebody typed just before reaches the list while the button is held down.
      await desk.locator('#body [contenteditable="true"] p').evaluate((copy) => copy.append(' It is open.'));
      await (await renewed).finished();
    });
    await expect.poll(() => suggested().count(), WAIT).toBe(2);
    await desk.keyboard.press('F9');
    await expect.poll(() => suggested().count(), WAIT).toBe(1);
    await desk.keyboard.press('Shift+F9');
    await expect.poll(() => suggested().count(), WAIT).toBe(0);
    await desk.reload();
    expect(await stated().locator('b').allTextContents()).toEqual(['Eleni Ralli', 'Stavros Mantas']);
    expect(await suggested().count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('are told to readers when they are confirmed, with whom they were heard from', async () => {
    await publish(desk);
    await reader.goto(crier.address);
    await reader.getByRole('link', { name: 'Pumps failed in the north basin' }).first().click();
    await reader.locator('[data-statement]').first().waitFor();
    expect(await reader.locator('[data-statement]').allTextContents()).toEqual([
      claim,
      '“Nobody was asked,”',
    ]);
    const notes = (await reader.locator('[id^="statement-"]').allTextContents()).join(' ');
    expect(notes).toContain('Eleni Ralli');
    expect(notes).toMatch(/Stavros Mantas.*Radio Thalassa/su);
    expect(notes).not.toContain('council');
    await takePicture(reader, 'suggestions-read');
  });

  test('warn when the attribution is cut and the claim stays', async () => {
    await writeBody(desk, body.replace(', Eleni Ralli said', ', it was learnt'));
    const warning = desk.locator('#findings .finding[data-check="attribution-lost"]');
    await warning.waitFor(WAIT);
    expect(await warning.textContent()).toContain('Eleni Ralli said this, and the copy no longer says so.');
    await takePicture(desk, 'suggestions-cut');
    expect(faults).toEqual([]);
  });

  test('on a phone the pane of what was done is shown, with the words of it and the statement in sight', async () => {
    await desk.setViewportSize({ width: 390, height: 844 });
    await desk.locator('.tab-beside').check();
    const statement = stated().nth(1);
    await statement.locator('summary').click();
    await statement.getByLabel('Standing').selectOption('disputed');
    await statement.getByRole('button', { name: 'Save' }).click();
    await desk.waitForURL(/done=statement/);
    const inSight = (place: ReturnType<typeof stated>) =>
      expect.poll(() => place.evaluate((at) => at.getBoundingClientRect().top), WAIT);
    await desk.getByText('The statement is kept.').waitFor();
    await inSight(desk.getByText('The statement is kept.')).toBeLessThan(500);
    await inSight(statement).toBeLessThan(500);
    expect(await statement.innerText()).toContain('disputed');
    await desk.locator('.tab-copy').check();
    await desk.evaluate(() => {
      location.hash = '#remarks';
    });
    await desk.locator('#remarks').waitFor();
    expect(faults).toEqual([]);
  });
});
