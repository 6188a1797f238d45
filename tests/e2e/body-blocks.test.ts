/** Blocks that are more than words, at the desk in Chromium and on the reader's page: none is lost on the way. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { safeBody } from '../../src/kit/safe-html.ts';
import { chromiumPath } from './support/chromium.ts';
import { writeStory } from './support/desk-steps.ts';
import { type DeskAtWork, openDesk, takePicture } from './support/open-desk.ts';

const WAIT = { timeout: 15_000 }; // a busy machine, not a slow page
const TABLE =
  '<table data-block="table"><caption>By port</caption><thead><tr><th scope="col">Port</th><th scope="col">Ships</th></tr></thead><tbody><tr><td>Lind</td><td>1,204</td></tr></tbody></table>';
const BODY = safeBody(
  `<p>The port is open<a href="#fn-1">1</a>.</p>${TABLE}<figure data-block="embed"><a href="https://vimeo.com/1">The launch</a></figure><aside data-block="box"><p>In short.</p></aside><figure data-block="pull"><blockquote>We sail.</blockquote></figure><hr><p>More.</p><ol><li id="fn-1">Since noon.</li></ol>`,
);

describe.skipIf(chromiumPath === '')('blocks of a body', () => {
  let { crier, desk, faults, close } = {} as DeskAtWork;

  beforeAll(async () => {
    ({ crier, desk, faults, close } = await openDesk());
    await writeStory(desk, crier.address, { headline: 'The harbour stays shut', body: 'x' });
  }, 120_000);
  afterAll(() => close());

  const copy = () => desk.locator('#body [contenteditable="true"]');
  const body = async () => safeBody(await desk.locator('[name="bodyHtml"]').inputValue());

  test('are pasted, moved, edited in words and taken out, and stay as they are meanwhile', async () => {
    const cleared = async (): Promise<string> => {
      await copy().click();
      await desk.keyboard.press('Control+A');
      await desk.keyboard.press('Delete');
      return body();
    };
    await expect.poll(cleared, WAIT).toBe('');
    await copy().evaluate((element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, BODY);
    expect(await body()).toBe(BODY);
    await takePicture(desk, 'body-blocks-editor');
    const table = desk.locator('.frame-in-copy', { has: desk.locator('table') });
    await table.getByRole('button', { name: 'Edit' }).click();
    const words = desk.locator('.frame-form textarea');
    await words.fill((await words.inputValue()).replace('1,204', '1,205'));
    await desk.getByRole('button', { name: 'Use' }).click();
    await expect.poll(body, WAIT).toBe(BODY.replace('1,204', '1,205'));
    await desk
      .locator('.frame-in-copy', { has: desk.locator('hr') })
      .getByRole('button', { name: 'Remove' })
      .click();
    await expect.poll(body, WAIT).toBe(BODY.replace('1,204', '1,205').replace('<hr />', ''));
    expect(faults).toEqual([]);
  }, 60_000);
});
