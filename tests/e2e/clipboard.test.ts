/** Pasting into the editor, in Chromium, through its own clipboard events: what is kept is what was meant. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { safeBody } from '../../src/kit/safe-html.ts';
import { chromiumPath } from './support/chromium.ts';
import { writeStory } from './support/desk-steps.ts';
import { type DeskAtWork, openDesk, takePicture } from './support/open-desk.ts';
import { WAIT } from './support/patience.ts';

const folder = fileURLToPath(new URL('../fixtures/clipboard/', import.meta.url));
const expected: Record<string, { body: string; said: string; words: string[] }> = JSON.parse(
  readFileSync(`${folder}expected.json`, 'utf8'),
);

describe.skipIf(chromiumPath === '')('the clipboard', () => {
  let { crier, desk, faults, close } = {} as DeskAtWork;
  let address = '';

  beforeAll(async () => {
    ({ crier, desk, faults, close } = await openDesk());
    address = await writeStory(desk, crier.address, { headline: 'The harbour stays shut', body: 'x' });
  });
  afterAll(() => close());

  const copy = () => desk.locator('#body [contenteditable="true"]');
  const notice = () => desk.locator('.paste-notice');
  /** What the form would send, as the newsroom keeps it. */
  const body = async () => safeBody(await desk.locator('[name="bodyHtml"]').inputValue());

  async function empty(page: Page): Promise<void> {
    const cleared = async (): Promise<string> => {
      await copy().click();
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      return body();
    };
    await expect.poll(cleared, WAIT).toBe(''); // a box that closes hands the cursor back a moment later
  }

  /** The editor learns where the cursor is in a task of its own after the key; a hand is slower than that. */
  async function paste(data: { html?: string; text?: string }): Promise<void> {
    await desk.evaluate(() => new Promise((seen) => requestAnimationFrame(() => setTimeout(seen))));
    await copy().evaluate((element, { html, text }) => {
      const clipboardData = new DataTransfer();
      if (html !== undefined) clipboardData.setData('text/html', html);
      if (text !== undefined) clipboardData.setData('text/plain', text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, data);
  }

  test.each(Object.keys(expected))(
    'of %s becomes the copy that was meant',
    async (name) => {
      await empty(desk);
      await paste({ html: readFileSync(`${folder}${name}.html`, 'utf8'), text: 'plain' });
      const { body: wanted = '', said = '', words = [] } = expected[name] ?? {};
      expect(await body()).toBe(wanted);
      if (said === '') expect(await notice().textContent()).toBe('');
      else expect(await notice().textContent()).toContain(said);
      for (const each of words) expect(await notice().textContent()).toContain(each);
      if (name === 'word-windows') await takePicture(desk, 'clipboard-word');
    },
    30_000,
  );

  test('what was left out is put back by a button, and taken away again by one step back', async () => {
    await empty(desk);
    await paste({ html: '<p>Nine were hurt, <del>Twelve were hurt.</del> police said.</p><p>More.</p>' });
    expect(await body()).toBe('<p>Nine were hurt, police said.</p><p>More.</p>');
    await notice().getByRole('button', { name: 'Put back' }).click();
    expect(await body()).toBe('<p>Nine were hurt, police said.</p><p>More.</p><p>Twelve were hurt.</p>');
    expect(await notice().textContent()).toBe('');
    await desk.keyboard.press('Control+Z');
    expect(await body()).toBe('<p>Nine were hurt, police said.</p><p>More.</p>');
  });

  test('F11: of plain text has a paragraph at each empty line, and lines that were wrapped go on', async () => {
    await empty(desk);
    await paste({
      text: 'The city council of Port Lind said on Monday that the\nharbour will stay shut until further notice, after two\nships met in fog.\n\nNobody was hurt, the council said.\n',
    });
    expect(await body()).toBe(
      '<p>The city council of Port Lind said on Monday that the harbour will stay shut until further notice, after two ships met in fog.</p><p>Nobody was hurt, the council said.</p>',
    );
    await empty(desk);
    await paste({ text: 'Lind 2 1\r\nMoss 0 3\r\n\r\n\r\nEnd <b>' });
    expect(await body()).toBe('<p>Lind 2 1<br />Moss 0 3</p><p>End &lt;b&gt;</p>');
    await empty(desk);
    await desk.keyboard.type('ab');
    await desk.keyboard.press('ArrowLeft');
    await paste({ text: ' har\u00adbour\u200b ' });
    expect(await body()).toBe('<p>a harbour b</p>');
  });

  test('of the editor itself goes into the sentence, spaces and all', async () => {
    await empty(desk);
    await desk.keyboard.type('one two three');
    for (let back = 0; back < 6; back += 1) await desk.keyboard.press('ArrowLeft');
    for (let back = 0; back < 4; back += 1) await desk.keyboard.press('Shift+ArrowLeft');
    await desk.locator('[data-who-says]:enabled').waitFor(WAIT); // the editor has seen the selection
    await desk.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    // A browser without a window copies when it is ready: until then the key is pressed again.
    await expect
      .poll(async () => {
        await desk.keyboard.press('Control+C');
        return desk.evaluate(() => navigator.clipboard.readText());
      }, WAIT)
      .toBe(' two');
    await desk.keyboard.press('End');
    await desk.locator('[data-who-says]:disabled').waitFor(WAIT); // nothing is selected any more
    await desk.keyboard.press('Control+V');
    await expect.poll(body, WAIT).toBe('<p>one two three two</p>'); // the browser pastes when it is ready
  });

  test('S10: of five megabytes, of tables in tables, without end, is taken or refused in words', async () => {
    await empty(desk);
    const row = `<tr>${'<td style="mso-style-name:x;padding:0in 5.4pt">a cell</td>'.repeat(8)}</tr>`;
    await paste({ html: `<p>Before.</p><table>${row.repeat(5_000_000 / row.length)}</table>` });
    expect((await body()).startsWith('<p>Before.</p><p>a cell a cell')).toBe(true);
    await empty(desk);
    await paste({ html: `${'<table><tr><td>'.repeat(100_000)}deep` });
    expect(await body()).toBe('<p>deep</p>');
    await empty(desk);
    await desk.keyboard.type('stays');
    await paste({ html: `<p>${'many words '.repeat(200_000)}</p>` });
    expect(await notice().textContent()).toContain('Not pasted: the clipboard holds 2.2 million signs');
    await paste({ text: 'many words '.repeat(200_000) });
    expect(await notice().textContent()).toContain('Not pasted');
    expect(await body()).toBe('<p>stays</p>');
  });

  test('of ten thousand words is pasted, saved and opened again as it was', async () => {
    await empty(desk);
    const text = Array.from(
      { length: 250 },
      (_, at) => `<p>${'The harbour of Port Lind stays shut today '.repeat(5)}${at}.</p>`,
    ).join('');
    await paste({ html: text });
    await desk.keyboard.press('Control+S');
    await desk
      .getByText(/^saved /)
      .first()
      .waitFor(WAIT);
    await desk.goto(address);
    expect(await body()).toBe(text);
  });

  test('F12: the link box takes addresses as people type them, and says which it cannot use', async () => {
    const typed = async (address_: string): Promise<void> => {
      await empty(desk);
      await desk.keyboard.type('words');
      await expect.poll(body, WAIT).toBe('<p>words</p>'); // no link is left of the one before
      await desk.keyboard.press('Control+A');
      await desk.keyboard.press('Control+K');
      await desk.locator('.link-box input').fill(address_);
      await desk.keyboard.press('Enter');
    };
    const kept: [string, string][] = [
      ['/city/old-story', `${crier.address}/city/old-story`],
      ['#notes', `${crier.address}/#notes`],
      ['anna@post.example', 'mailto:anna@post.example'],
      ['mailto:anna@post.example', 'mailto:anna@post.example'],
      ['tel:+30123456', 'tel:+30123456'],
      ['post.example/a', 'https://post.example/a'],
      ['HTTP://Post.example', 'http://post.example/'],
      ['https://www.google.com/url?q=https://city.example/a&sa=D', 'https://city.example/a'],
    ];
    for (const [address_, href] of kept) {
      await typed(address_);
      expect(await copy().locator('a').getAttribute('href'), address_).toBe(href);
      expect(await desk.locator('.link-box').isVisible()).toBe(false);
    }
    for (const address_ of [
      'javascript:alert(1)',
      'mailto:',
      'tel:abc',
      'file:///c:/a.doc',
      'not an address',
      'words',
    ]) {
      await typed(address_);
      expect(await desk.locator('.link-box .wrong').textContent(), address_).not.toBe('');
      expect(await copy().locator('a').count(), address_).toBe(0);
      await desk.keyboard.press('Escape');
    }
    expect(faults).toEqual([]);
  });
});
