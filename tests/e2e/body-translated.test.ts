/**
 * A story of pictures, a gallery, a table, a still from elsewhere, a box and a footnote, in Chromium: translated in two columns, every
 * caption and cell a sentence of its own, published in both languages, corrected in both, and one of its pictures killed. What readers have
 * is looked at after each.
 */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EngineServer, libreServer } from '../support/engine-servers.ts';
import { chromiumPath, listenForFaults, openContext } from './support/chromium.ts';
import { correct, publish, writeStory } from './support/desk-steps.ts';
import { type DeskAtWork, openDesk, takePicture } from './support/open-desk.ts';
import { WAIT } from './support/patience.ts';

/** English as it is written, and German as the engine says it. */
const words = new Map([
  ['The harbour stays shut', 'Der Hafen bleibt geschlossen'],
  ['What is known so far, and from whom.', 'Was bisher bekannt ist, und von wem.'],
  ['The ferries have stayed in port since Friday.', 'Die Fähren liegen seit Freitag im Hafen.'],
  ['The quay at noon.', 'Der Kai am Mittag.'],
  ['An empty quay', 'Ein leerer Kai'],
  ['Ships by port', 'Schiffe nach Häfen'],
  ['Port', 'Hafen'],
  ['Ships', 'Schiffe'],
  ['The island', 'Die Insel'],
  ['The ferry at its berth.', 'Die Fähre an ihrem Platz.'],
  ['A white ferry', 'Eine weiße Fähre'],
  ['Two mornings at the quay.', 'Zwei Morgen am Kai.'],
  ['The launch of the ferry', 'Der Stapellauf der Fähre'],
  ['In short', 'Kurz gesagt'],
  ['Nobody says when they sail again.', 'Niemand sagt, wann sie wieder fahren.'],
  ['The harbour office confirms it.', 'Das Hafenamt bestätigt es.'],
  ['The quay in the evening.', 'Der Kai am Abend.'],
]);

/** A sentence that carries the mark of a note. */
function within(sentence: string): string {
  const [english = '', german = ''] = [...words].find(([said]) => sentence.startsWith(said)) ?? [];
  return sentence.replace(english, german);
}

describe.skipIf(chromiumPath === '')('a story of blocks in two languages', () => {
  let { crier, browser, desk, faults, close } = {} as DeskAtWork;
  let engine: EngineServer;
  let story = '';
  let columns = '';
  let [quay, ferry] = ['', ''];

  beforeAll(async () => {
    engine = await libreServer((sentence) => words.get(sentence) ?? within(sentence));
    ({ crier, browser, desk, faults, close } = await openDesk());
    await desk.goto(`${crier.address}/desk/translation`);
    await desk.getByLabel('Name', { exact: true }).fill('House');
    await desk.getByLabel('Kind').selectOption('libretranslate');
    await desk.locator('#address').fill(engine.address);
    await desk.getByLabel(/It runs in the house/).check();
    await desk.getByRole('button', { name: 'Add', exact: true }).first().click();
    await desk.locator('table.list', { hasText: 'House' }).first().waitFor();
    story = await writeStory(desk, crier.address, { headline: 'The harbour stays shut', body: 'x' });
    [quay, ferry] = [await sent('#346', 'quay.png'), await sent('#753', 'ferry.png')];
  });
  afterAll(async () => {
    await close?.();
    await engine?.close();
  });

  /** Into the library, as the picker sends it. */
  async function sent(background: string, name: string): Promise<string> {
    const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
      .png()
      .toBuffer();
    return desk.evaluate(
      async ({ base64, called }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const form = new FormData();
        form.append('picture', new File([bytes], called, { type: 'image/png' }));
        const token = document.querySelector<HTMLMetaElement>('meta[name="desk-form"]')?.content ?? '';
        const headers = { accept: 'application/json', 'x-form': token };
        const answer = await fetch('/desk/media.json', { method: 'POST', headers, body: form });
        return ((await answer.json()) as { media: { id: string } }).media.id;
      },
      { base64: picture.toString('base64'), called: name },
    );
  }

  const bodyHtml = () => {
    const figure = (id: string, alt: string, caption: string) =>
      `<figure><img data-media="${id}" alt="${alt}"><figcaption>${caption} <small>Anna Lind</small></figcaption></figure>`;
    return [
      `<p>The ferries have stayed in port since Friday.<a href="#fn-1">1</a></p>${figure(quay, 'An empty quay', 'The quay at noon.')}`,
      '<table data-block="table"><caption>Ships by port</caption><thead><tr><th scope="col">Port</th><th scope="col">Ships</th></tr></thead><tbody><tr><td>The island</td><td>1204</td></tr></tbody></table>',
      `<figure data-block="gallery">${figure(ferry, 'A white ferry', 'The ferry at its berth.')}${figure(quay, 'An empty quay', '')}<figcaption>Two mornings at the quay.</figcaption></figure>`,
      `<figure data-block="embed"><a href="https://vimeo.com/1">The launch of the ferry</a><img data-media="${ferry}" alt=""><figcaption><cite>Harbour Films</cite> <small>Vimeo</small></figcaption></figure>`,
      '<aside data-block="box"><h3>In short</h3><p>Nobody says when they sail again.</p></aside>',
      '<ol><li id="fn-1">The harbour office confirms it.</li></ol>',
    ].join('');
  };

  const copy = () => desk.locator('#body [contenteditable="true"]');
  const sayRead = async () => {
    await desk.goto(columns);
    await desk.getByRole('button', { name: 'I have read it against the original' }).click();
    await desk.getByText('Read. It may go out.').waitFor();
  };

  /** Each language as a reader has it now; nobody else is asked for anything. */
  async function read(see: (page: Page, language: 'en' | 'de') => Promise<void>): Promise<void> {
    const page = await (await openContext(browser, { width: 390 })).newPage();
    const wrong = listenForFaults(page, crier.address);
    for (const language of ['en', 'de'] as const) {
      await page.goto(`${crier.address}${language === 'en' ? '' : '/de'}`);
      await page.locator('main h2 a, main h3 a, main a.headline').first().click();
      await page.locator('article.story').waitFor();
      expect(await page.locator('article.story').getAttribute('lang')).toBe(language);
      await see(page, language);
    }
    expect(wrong).toEqual([]);
    await page.context().close();
  }

  const linesOf = async (page: Page) => ({
    captions: (await page.locator('.body figcaption').allInnerTexts()).map((text) =>
      text.replace(/\s+/g, ' '),
    ),
    alts: await page
      .locator('.body :not([data-block="embed"]) > picture img')
      .evaluateAll((all) => all.map((image) => image.getAttribute('alt'))),
    cells: await page.locator('.body :is(caption, th, td)').allInnerTexts(),
    box: await page.locator('.body aside').innerText(),
    still: await page.locator('.body [data-block="embed"] a').innerText(),
    note: await page.locator('.body [role="doc-endnotes"] li').innerText(),
  });
  const said = (english: string, language: 'en' | 'de') =>
    language === 'en' ? english : (words.get(english) ?? english);

  test('is translated sentence by sentence, captions, alternative texts, cells and notes among them', async () => {
    await copy().click();
    await desk.keyboard.press('Control+A');
    await copy().evaluate((element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, bodyHtml());
    await desk.keyboard.press('Control+S');
    await desk
      .getByText(/^saved \d/)
      .first()
      .waitFor();
    await desk.goto(`${story}/translation`);
    await desk.getByLabel('Into').selectOption('de');
    await desk.getByRole('button', { name: 'Translate', exact: true }).click();
    await desk.waitForURL(/\/translation\/[\w-]{20,}/);
    columns = desk.url().split('?', 1)[0] ?? '';
    const typed = () =>
      desk
        .locator('.pair textarea')
        .evaluateAll((all) => all.map((area) => (area as HTMLTextAreaElement).value));
    await expect.poll(typed, WAIT).toContain('Das Hafenamt bestätigt es.');
    const given = await typed();
    for (const german of [...words.values()].slice(0, -1))
      expect(
        given.some((line) => line.includes(german)),
        `${german} in ${given.join(' | ')}`,
      ).toBe(true);
    await takePicture(desk, 'body-translated-columns', true);
    await desk.setViewportSize({ width: 390, height: 844 });
    await takePicture(desk, 'body-translated-columns-phone', true);
    await desk.setViewportSize({ width: 1280, height: 900 });
  });

  test('goes out in both languages, its blocks in each as they stand', async () => {
    await sayRead();
    await desk.goto(story);
    await publish(desk);
    await read(async (page, language) => {
      const lines = await linesOf(page);
      const word = (english: string) => said(english, language);
      expect(lines.captions).toEqual([
        `${word('The quay at noon.')} Anna Lind`,
        `${word('The ferry at its berth.')} Anna Lind`,
        'Anna Lind',
        word('Two mornings at the quay.'),
        expect.stringContaining('Harbour Films'),
      ]);
      expect(lines.alts).toEqual(['An empty quay', 'A white ferry', 'An empty quay'].map(word));
      expect(lines.cells).toEqual([...['Ships by port', 'Port', 'Ships', 'The island'].map(word), '1204']);
      expect(lines.box).toContain(word('Nobody says when they sail again.'));
      expect(lines.still).toBe(word('The launch of the ferry'));
      expect(lines.note).toContain(word('The harbour office confirms it.'));
      await takePicture(page, `body-translated-${language}`, true);
    });
  });

  test('is corrected in both: the sentence that changed is stale, and a number goes along by itself', async () => {
    // A picture above it that comes late moves it: until what was meant is what was chosen.
    const chooseCell = async () => {
      await copy().getByRole('cell', { name: '1204' }).click({ clickCount: 3 });
      return desk.evaluate(() => String(getSelection()));
    };
    await expect.poll(chooseCell, WAIT).toBe('1204');
    await desk.keyboard.type('1206');
    await copy()
      .locator('.frame-in-copy', { hasText: 'The quay at noon.' })
      .first()
      .getByRole('button', { name: 'Edit' })
      .click();
    const form = desk.getByRole('dialog', { name: 'Pictures' });
    await form.getByLabel('Caption', { exact: true }).fill('The quay in the evening.');
    await form.getByRole('button', { name: 'Use' }).click();
    await desk.keyboard.press('Control+S');
    await desk
      .getByText(/^saved \d/)
      .first()
      .waitFor();
    await correct(desk, 'We had the picture at noon, and 1204 ships; it is evening, and 1206.');
    await desk.goto(columns);
    const stale = desk.locator('.pair.stale');
    await expect.poll(() => stale.count(), WAIT).toBe(1);
    await takePicture(desk, 'body-translated-stale', true);
    await stale.locator('textarea').fill('Der Kai am Abend.');
    await stale.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => stale.count(), WAIT).toBe(0);
    await sayRead();
    await desk.goto(story);
    await correct(desk, 'The German edition had the picture at noon too.');
    await read(async (page, language) => {
      const lines = await linesOf(page);
      expect(lines.captions[0]).toBe(`${said('The quay in the evening.', language)} Anna Lind`);
      expect(lines.cells.at(-1)).toBe('1206');
    });
  });

  test('one picture is killed: it is gone from both pages and from the gallery, and everything else stands', async () => {
    const files: string[] = [];
    await read(async (page) => {
      const shown = await page
        .locator('.body img')
        .evaluateAll((all) =>
          all.map((image) => (image as HTMLImageElement).currentSrc || (image as HTMLImageElement).src),
        );
      files.push(...shown.filter((address) => address.includes(quay)));
    });
    expect(files.length).toBeGreaterThan(1);
    await desk.goto(`${crier.address}/desk/media/${quay}`);
    desk.once('dialog', (dialog) => void dialog.accept());
    await desk.getByRole('button', { name: 'Kill' }).click();
    await desk.getByText('Killed. It has left every page').waitFor();
    for (const file of files) expect((await fetch(file)).status, file).toBe(404);
    await read(async (page, language) => {
      expect(await page.content()).not.toContain(quay);
      const lines = await linesOf(page);
      expect(lines.alts).toEqual([said('A white ferry', language)]);
      // What was said of the picture, and of both of them.
      expect(lines.captions[0]).toBe(
        `${said('The ferry at its berth.', language)} ${said('Two mornings at the quay.', language)} Anna Lind`,
      );
      expect(lines.cells.at(-1)).toBe('1206');
      expect(lines.note).toContain(said('The harbour office confirms it.', language));
      await takePicture(page, `body-translated-killed-${language}`, true);
    });
    expect(faults).toEqual([]);
  });
});
