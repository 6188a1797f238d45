/** Blocks that are more than words, at the desk in Chromium and on the reader's page: none is lost on the way. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { safeBody } from '../../src/kit/safe-html.ts';
import { chromiumPath, listenForFaults, openContext } from './support/chromium.ts';
import { publish, writeStory } from './support/desk-steps.ts';
import { type DeskAtWork, openDesk, takePicture } from './support/open-desk.ts';
import { WAIT } from './support/patience.ts';

const TABLE =
  '<table data-block="table"><caption>By port</caption><thead><tr><th scope="col">Port</th><th scope="col">Ships</th></tr></thead><tbody><tr><td>Lind</td><td>1,204</td></tr></tbody></table>';
const BODY = safeBody(
  `<p>The port is open<a href="#fn-1">1</a>.</p>${TABLE}<figure data-block="embed"><a href="https://vimeo.com/1">The launch</a></figure><aside data-block="box"><p>In short.</p></aside><figure data-block="pull"><blockquote>We sail.</blockquote></figure><hr><p>More.</p><ol><li id="fn-1">Since noon.</li></ol>`,
);

describe.skipIf(chromiumPath === '')('blocks of a body', () => {
  let { crier, browser, desk, faults, close } = {} as DeskAtWork;
  let elsewhere: Server;
  let there: string;

  beforeAll(async () => {
    elsewhere = await siteElsewhere();
    const host = `127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    there = `http://${host}`;
    ({ crier, browser, desk, faults, close } = await openDesk({ settings: { CRIER_TRUSTED_HOSTS: host } }));
    await writeStory(desk, crier.address, { headline: 'The harbour stays shut', body: 'x' });
  });
  afterAll(async () => {
    await close();
    elsewhere.close();
  });

  const copy = () => desk.locator('#body [contenteditable="true"]');
  const body = async () => safeBody(await desk.locator('[name="bodyHtml"]').inputValue());

  const paste = (html: string) =>
    copy().evaluate((element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, html);
  const empty = async () => {
    const cleared = async (): Promise<string> => {
      await copy().click();
      await desk.keyboard.press('Control+A');
      await desk.keyboard.press('Delete');
      return body();
    };
    await expect.poll(cleared, WAIT).toBe('');
  };

  test('are pasted, moved, edited in words and taken out, and stay as they are meanwhile', async () => {
    await empty();
    await paste(BODY);
    expect(await body()).toBe(BODY);
    await takePicture(desk, 'body-blocks-editor');
    await copy().getByRole('cell', { name: '1,204' }).click({ clickCount: 3 });
    await desk.keyboard.type('1,205');
    await expect.poll(body, WAIT).toBe(BODY.replace('1,204', '1,205'));
    await desk
      .locator('.frame-in-copy', { has: desk.locator('hr') })
      .getByRole('button', { name: 'Remove' })
      .click();
    await expect.poll(body, WAIT).toBe(BODY.replace('1,204', '1,205').replace('<hr />', ''));
    expect(faults).toEqual([]);
  });

  test('a table is typed cell by cell with keys, grows, is filled from a sheet, and comes back as it was left', async () => {
    await empty();
    await desk.keyboard.type('By port.');
    const table = desk.getByLabel('Table', { exact: true });
    expect(await table.isVisible()).toBe(false);
    await desk.getByLabel('Insert', { exact: true }).selectOption('Table');
    for (const word of ['Port', 'Ships', 'Lost', 'Lind', '1,204', '3', 'Harkness']) {
      await desk.keyboard.type(word);
      await desk.keyboard.press('Tab');
    }
    await desk.keyboard.type('604');
    await desk.keyboard.press('Shift+Enter');
    await desk.keyboard.type('as of noon');
    await desk.keyboard.press('Enter'); // out of the table
    await desk.keyboard.type('So it stands.');
    await copy().locator('caption').click();
    await desk.keyboard.type('Ships by port');
    const rows = (more: string) =>
      `<p>By port.</p><table data-block="table"><caption>Ships by port</caption><thead><tr><th scope="col">Port</th><th scope="col">Ships</th><th scope="col">Lost</th></tr></thead><tbody><tr><td>Lind</td><td>1,204</td><td>3</td></tr>${more}</tbody></table><p>So it stands.</p>`;
    const harkness = '<tr><td>Harkness</td><td>604<br />as of noon</td><td></td></tr>';
    await expect.poll(body, WAIT).toBe(rows(harkness));
    await copy().getByRole('cell', { name: 'Harkness' }).click();
    // A click is told to the editor a moment later than a key that a machine presses.
    await table.locator('option:not([disabled])', { hasText: 'Row above' }).waitFor({ state: 'attached' });
    await desk.keyboard.press('Control+Alt+r');
    await desk.keyboard.press('Enter');
    await paste('<table><tr><td>Piraeus</td><td>88</td></tr><tr><td>Syros</td><td>12</td></tr></table>');
    const sheet = '<tr><td>Piraeus</td><td>88</td><td></td></tr><tr><td>Syros</td><td>12</td><td></td></tr>';
    await expect.poll(body, WAIT).toBe(rows(harkness + sheet));
    await copy().getByRole('cell', { name: 'Piraeus' }).click();
    await paste('<meta charset="utf-8"><tr data-pm-slice="1 1 []"><td>Syros</td><td>12</td></tr>');
    await copy().getByRole('cell', { name: '12' }).last().click();
    await paste('<p>First line</p><p>and the second</p>');
    await expect.poll(body, WAIT).toContain('First line<br />and the second');
    await desk.keyboard.press('Control+Z');
    expect(await body()).toBe(rows(harkness + sheet.replace('Piraeus</td><td>88', 'Syros</td><td>12')));
    await takePicture(desk, 'body-blocks-table');
    await table.selectOption('First column heads rows');
    await table.selectOption('Remove row');
    await expect
      .poll(body, WAIT)
      .toContain('<tr><th scope="row">Harkness</th><td>604<br />as of noon</td><td></td></tr>');
    const left = await body();
    await desk.keyboard.press('Control+S');
    await desk
      .getByText(/^saved \d/)
      .first()
      .waitFor();
    await desk.reload();
    await expect.poll(body, WAIT).toBe(left);
    await copy().getByRole('cell', { name: '604' }).click();
    await table.selectOption('Remove table');
    await expect.poll(body, WAIT).toBe('<p>By port.</p><p>So it stands.</p>');
    expect(faults).toEqual([]);
  });

  test('a post is put in by its address, and its words can be typed over; one that says nothing is typed', async () => {
    await empty();
    await desk.keyboard.type('The launch.');
    const form = desk.getByRole('dialog', { name: 'Post or film from elsewhere' });
    const ask = async (address: string) => {
      await desk.getByLabel('Insert', { exact: true }).selectOption('Post or film from elsewhere');
      await form.getByLabel('Address of the post or film').fill(address);
      await form.getByRole('button', { name: 'Find its words' }).click();
    };
    await ask(`${there}/film`);
    await expect.poll(() => form.getByLabel('Title, or its words').inputValue(), WAIT).toBe('The launch');
    await takePicture(desk, 'body-blocks-post');
    await form.getByLabel('Author').fill('Harbour Films of Lind');
    await form.getByRole('button', { name: 'Use' }).click();
    await expect
      .poll(body, WAIT)
      .toMatch(
        /<figure data-block="embed"><a href="[^"]*\/film" rel="noopener">The launch<\/a><img data-media="[\w-]+" alt="" \/><figcaption><cite>Harbour Films of Lind<\/cite> <small>Seefilme<\/small>/,
      );
    await ask(`${there}/gone`);
    await form.getByText('answers with 404').waitFor();
    await takePicture(desk, 'body-blocks-post-not-read');
    await form.getByLabel('Title, or its words').fill('As it was told');
    await form.getByRole('button', { name: 'Use' }).click();
    await expect.poll(body, WAIT).toContain('/gone" rel="noopener">As it was told</a>');
    expect(faults.splice(0).filter((fault) => !fault.includes('/desk/media/elsewhere'))).toEqual([]);
  });

  test('an address on a line of its own is offered as a still, and stays a link where it is to', async () => {
    await empty();
    const offer = copy().getByRole('group', { name: 'An address on a line of its own' });
    const pasteText = (text: string) =>
      copy().evaluate((element, words) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', words);
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      }, text);
    await pasteText(`${there}/film`);
    await offer.getByRole('button', { name: 'Keep the link' }).waitFor();
    await takePicture(desk, 'body-blocks-address');
    await offer.getByRole('button', { name: 'Show it as a still' }).click();
    await expect
      .poll(body, WAIT)
      .toMatch(/^<figure data-block="embed"><a href="[^"]*\/film" rel="noopener">The launch<\/a><img /);
    expect(await offer.count()).toBe(0);
    await desk.keyboard.press('Control+Z'); // back to the address, of which nobody is asked again
    await expect.poll(body, WAIT).toContain('/film</a></p>');
    expect(await offer.count()).toBe(0);
    await empty();
    await desk.keyboard.type(`${there}/gone`);
    expect(await offer.count()).toBe(0); // it is still being typed
    await desk.keyboard.press('Enter');
    await offer.getByRole('button', { name: 'Show it as a still' }).click();
    await offer.getByText('answers with 404').waitFor();
    await offer.getByRole('button', { name: 'Keep the link' }).click();
    expect(await offer.count()).toBe(0);
    await desk.keyboard.type('And on.');
    await expect
      .poll(body, WAIT)
      .toBe(`<p><a href="${there}/gone" rel="noopener">${there}/gone</a></p><p>And on.</p>`);
    await desk.keyboard.press('Control+S');
    await desk
      .getByText(/^saved \d/)
      .first()
      .waitFor();
    await desk.reload();
    await expect.poll(body, WAIT).toContain('/gone</a></p>');
    expect(await offer.count()).toBe(0);
    expect(faults.splice(0).filter((fault) => !fault.includes('/desk/media/elsewhere'))).toEqual([]);
  });

  test('a box is typed in as it stands, holds what is put into it, and is left by Enter in an empty line', async () => {
    await empty();
    await desk.keyboard.type('Before.');
    await desk.getByLabel('Insert', { exact: true }).selectOption('Box');
    await desk.keyboard.type('In short');
    await desk.keyboard.press('Enter');
    await desk.keyboard.type('Three ports');
    await desk.getByLabel('Insert', { exact: true }).selectOption('Rule');
    await desk.keyboard.type('- Lind'); // below the rule, which stays

    await desk.keyboard.press('Enter');
    await desk.keyboard.type('Harkness');
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Enter'); // out of the list
    await desk.keyboard.type('Since noon');
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Enter'); // out of the box
    await desk.keyboard.type('After.');
    const inner =
      '<h3>In short</h3><p>Three ports</p><hr /><ul><li>Lind</li><li>Harkness</li></ul><p>Since noon</p>';
    await expect.poll(body, WAIT).toBe(`<p>Before.</p><aside data-block="box">${inner}</aside><p>After.</p>`);
    await takePicture(desk, 'body-blocks-box');
    const box = copy().locator('.box-in-copy');
    await box.getByRole('button', { name: 'Up', exact: true }).first().click();
    await expect.poll(body, WAIT).toBe(`<aside data-block="box">${inner}</aside><p>Before.</p><p>After.</p>`);
    await box.getByRole('button', { name: 'Unbox' }).click();
    await expect.poll(body, WAIT).toBe(`${inner}<p>Before.</p><p>After.</p>`);
    expect(faults).toEqual([]);
  });

  test('a picture from elsewhere is taken into the library where it stands', async () => {
    await empty();
    await paste(
      `<p>Before.</p><figure><img src="${there}/quay.png" alt="The quay"><figcaption>At noon</figcaption></figure><p>After.</p>`,
    );
    await expect.poll(body, WAIT).toContain(`<img src="${there}/quay.png"`);
    await desk.getByRole('button', { name: 'Take into the library' }).click();
    await expect
      .poll(body, WAIT)
      .toMatch(
        /<figure><img data-media="[\w-]+" alt="The quay" \/><figcaption>At noon<\/figcaption><\/figure>/,
      );
    expect(await body()).not.toContain('src=');
    expect(faults).toEqual([]);
  });

  test('a picture becomes a gallery, whose pictures are described, credited and put in order', async () => {
    await copy().getByRole('button', { name: 'Edit' }).click();
    const form = desk.getByRole('dialog', { name: 'Pictures' });
    await form.getByLabel('Caption', { exact: true }).fill('At **noon**');
    await form.getByLabel('What it shows').fill('The quay, empty');
    await form.getByRole('button', { name: 'Add pictures' }).click();
    const picker = desk.getByRole('dialog', { name: 'Choose from the library' });
    await picker.locator('.library-pick').first().click();
    await picker.getByRole('button', { name: 'Use' }).click();
    const second = form.locator('li').nth(1);
    await second.getByLabel('Caption', { exact: true }).fill('And at night');
    await second.getByLabel('Credit').fill('Anna Lind');
    await second.getByRole('button', { name: 'Earlier' }).click();
    await form.getByLabel('Caption of the gallery').fill('Two of them');
    await takePicture(desk, 'body-blocks-gallery-form');
    await desk.setViewportSize({ width: 390, height: 844 });
    await takePicture(desk, 'body-blocks-gallery-form-phone');
    await desk.setViewportSize({ width: 1280, height: 900 });
    await form.getByRole('button', { name: 'Use' }).click();
    await expect
      .poll(body, WAIT)
      .toMatch(
        /<figure data-block="gallery"><figure><img data-media="[\w-]+" alt="[^"]*" \/><figcaption>And at night <small>Anna Lind<\/small><\/figcaption><\/figure><figure><img data-media="[\w-]+" alt="The quay, empty" \/><figcaption>At <strong>noon<\/strong><\/figcaption><\/figure><figcaption>Two of them<\/figcaption><\/figure>/,
      );
    await takePicture(desk, 'body-blocks-gallery');
    expect(faults).toEqual([]);
  });

  test('verse is typed line by line, with the spaces that they begin with, and edited again', async () => {
    const had = await body();
    await copy().locator('p').first().click();
    await desk.getByLabel('Insert', { exact: true }).selectOption('Verse');
    const form = desk.getByRole('dialog', { name: 'Verse' });
    await form.getByRole('textbox').fill('  The **sea**\n    comes in,\n\nand goes.');
    await form.getByRole('button', { name: 'Use' }).click();
    const verse = '<pre data-block="verse">  The <strong>sea</strong>\n    comes in,\n\nand goes.</pre>';
    await expect.poll(body, WAIT).toContain(verse);
    await desk
      .locator('.frame-in-copy', { has: desk.locator('pre') })
      .getByRole('button', { name: 'Edit' })
      .click();
    expect(await form.getByRole('textbox').inputValue()).toBe('  The **sea**\n    comes in,\n\nand goes.');
    await form.getByRole('textbox').fill('The sea\n  goes.');
    await takePicture(desk, 'body-blocks-verse-form');
    await form.getByRole('button', { name: 'Use' }).click();
    await expect.poll(body, WAIT).toContain('<pre data-block="verse">The sea\n  goes.</pre>');
    await desk
      .locator('.frame-in-copy', { has: desk.locator('pre') })
      .getByRole('button', { name: 'Remove' })
      .click();
    await expect.poll(body, WAIT).toBe(had);
    expect(faults).toEqual([]);
  });

  test('are all read by a reader, who is sent nowhere', async () => {
    const id = /data-media="([\w-]+)"/.exec(await body())?.[1] ?? '';
    await empty();
    await paste(everyBlock(id));
    await expect.poll(body, WAIT).toContain('data-block="gallery"');
    await desk.getByLabel('Insert', { exact: true }).scrollIntoViewIfNeeded();
    await takePicture(desk, 'body-blocks-every');
    await publish(desk);
    for (const width of [390, 1280])
      for (const dark of [false, true]) {
        const reader = await (await openContext(browser, { width, dark })).newPage();
        const wrong = listenForFaults(reader, crier.address);
        await reader.goto(crier.address);
        await reader.getByRole('link', { name: 'The harbour stays shut' }).first().click();
        await reader.locator('.body section[role="doc-endnotes"]').waitFor();
        for (const dir of ['ltr', 'rtl']) {
          await reader.evaluate((way) => {
            for (const turned of document.querySelectorAll<HTMLElement>('html, [dir]')) turned.dir = way;
            for (const picture of document.querySelectorAll('img')) picture.loading = 'eager';
          }, dir);
          await reader.waitForLoadState('networkidle');
          expect(
            await reader.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
            `${width} px, ${dir}`,
          ).toBe(true);
          await takePicture(reader, `body-read-${width}${dark ? '-dark' : ''}-${dir}`, true);
        }
        expect(wrong).toEqual([]);
        await reader.context().close();
      }
  });

  test('stand over nothing that is beside the story: a gallery leaves room, and of a picture across the page nothing is beside', async () => {
    const id = /data-media="([\w-]+)"/.exec(await body())?.[1] ?? '';
    await writeStory(desk, crier.address, { headline: 'The market opens', body: 'x' });
    await empty();
    const picture = `<figure><img data-media="${id}" alt="The quay"></figure>`;
    await paste(`<p>It opens.</p><figure data-block="gallery">${picture}${picture}</figure><p>At noon.</p>`);
    await expect.poll(body, WAIT).toContain('data-block="gallery"');
    await publish(desk);
    const reader = await (await openContext(browser, { width: 1280 })).newPage();
    for (const [headline, isBeside] of [
      ['The market opens', true],
      ['The harbour stays shut', false],
    ] as const) {
      await reader.goto(crier.address);
      await reader.getByRole('link', { name: headline }).first().click();
      await reader.locator('.body p').first().waitFor();
      await reader.locator('.related').waitFor();
      const found = await reader.evaluate(() => {
        const edges = (element: Element) => element.getBoundingClientRect();
        const [beside, words] = [document.querySelector('.related'), document.querySelector('.body p')];
        if (!beside || !words) return null;
        const column = edges(beside);
        const over = [...document.querySelectorAll('.body figure')]
          .map(edges)
          .filter(
            (one) =>
              one.right > column.left &&
              one.left < column.right &&
              one.bottom > column.top &&
              one.top < column.bottom,
          );
        return { isBeside: column.left >= edges(words).right, over: over.length };
      });
      expect([headline, found]).toEqual([headline, { isBeside, over: 0 }]);
    }
    await reader.context().close();
  });
});

/** A site with a film that it tells of, and a picture. */
async function siteElsewhere(): Promise<Server> {
  const background = { r: 40, g: 110, b: 160 };
  const picture = await sharp({ create: { width: 1280, height: 720, channels: 3, background } })
    .png()
    .toBuffer();
  const film =
    '<meta property="og:title" content="The launch"><meta name="author" content="Harbour Films"><meta property="og:site_name" content="Seefilme"><meta property="og:image" content="/still.png">';
  const server = createServer((request, reply) => {
    const path = request.url ?? '';
    if (path.endsWith('.png')) reply.setHeader('content-type', 'image/png').end(picture);
    else if (path === '/film') reply.setHeader('content-type', 'text/html').end(`<head>${film}</head>`);
    else reply.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

function everyBlock(id: string): string {
  const words =
    'The ferries have stayed in port since Friday, and nobody says when they sail again; the harbour office asks for patience.';
  const picture = (more = '', caption = 'The quay at noon') =>
    `<figure${more}><img data-media="${id}" alt="The quay"><figcaption>${caption} <small>Anna Lind</small></figcaption></figure>`;
  const rows = ['Lind', 'Harkness', 'Piraeus and the islands'].map(
    (port, at) =>
      `<tr><th scope="row">${port}</th><td>${at * 604}</td><td>${at}</td><td>since Friday noon</td></tr>`,
  );
  return [
    `<p>${words}<a href="#fn-1">1</a></p>${picture()}<p>${words}</p>${picture(' data-size="wide"')}<p>${words}</p>`,
    `${picture(' data-size="full"')}<h2>In figures</h2><p>${words}</p>`,
    `<table data-block="table"><caption>Ships by port</caption><thead><tr><th scope="col">Port</th><th scope="col">Ships</th><th scope="col">Lost</th><th scope="col">How long</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
    `<figure data-block="gallery">${picture()}${picture()}${picture()}<figcaption>Three days at the quay</figcaption></figure>`,
    `<blockquote><p>${words}</p></blockquote><figure data-block="pull"><blockquote><p>Nobody says when they sail again.</p></blockquote><figcaption>Dora Lind, harbour office</figcaption></figure>`,
    `<figure data-block="embed"><a href="https://vimeo.com/1">The launch of the new ferry, from the harbour wall</a><img data-media="${id}" alt=""><figcaption><cite>Harbour Films</cite> <small>Vimeo</small></figcaption></figure>`,
    `<figure data-block="embed"><a href="https://t.me/port/7">We are open again.</a><figcaption><cite>The Port</cite> <small>Telegram</small></figcaption></figure>`,
    '<pre data-block="verse">The sea\n  comes in,\n\n    and goes.</pre><pre data-block="code">for port in ports:\n    close(port, until="noon", because="the wind has not gone down since Friday and nobody sails")</pre>',
    `<aside data-block="box"><h3>In short</h3><p>${words}</p><ul><li>Three ports</li><li>Twelve ships</li></ul></aside><hr><p>${words}</p>`,
    '<ol><li id="fn-1">Since Friday noon, as the office says.</li></ol>',
  ].join('');
}
