/**
 * A live story beside the morning of a desk: open pages that slept, readers who want key moments alone, an item of the wire that
 * becomes an entry by one key, a remark that calls a colleague, and a phone that dies without net. In Chromium.
 */
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../src/cli/demo/cast.ts';
import { addEntry } from '../../src/entries/add-entry.ts';
import { safeBody } from '../../src/kit/safe-html.ts';
import { theNewsroomItself as by } from '../../src/newsroom.ts';
import { getPublished } from '../../src/stories/read.ts';
import { addSource } from '../../src/wire/sources/sources.ts';
import { chromiumPath, listenForFaults, openChromium, openContext } from './support/chromium.ts';
import { type Crier, spawnCrier } from './support/crier.ts';
import { chooseItem, markPage, signIn, whenHearing, whenLive } from './support/desk-steps.ts';
import { takePicture } from './support/open-desk.ts';
import { WAIT } from './support/patience.ts';
import { pressWhile } from './support/press.ts';
import { makeReadyPaper } from './support/ready-paper.ts';
import { openWire, type Wire } from './support/wire.ts';

const PHONE = 390;
const BEFORE = 20; // entries that there are: more than a screen

describe.skipIf(chromiumPath === '')('a live story in browsers', () => {
  let crier: Crier;
  let wire: Wire;
  let browser: Browser;
  let theo: Page;
  let petros: Page;
  let phone: Page;
  let reader: Page;
  let keys: Page;
  let faults: string[];
  let data = '';
  let storyId = '';
  let plainId = '';
  let path = '';
  let quay: { name: string; mimeType: string; buffer: Buffer };

  beforeAll(async () => {
    const background = { r: 40, g: 60, b: 90 };
    const drawn = sharp({ create: { width: 900, height: 600, channels: 3, background } });
    quay = { name: 'quay.jpg', mimeType: 'image/jpeg', buffer: await drawn.jpeg().toBuffer() };
    wire = await openWire();
    wire.put({
      guid: 'tugs',
      title: 'Two tugs leave the port',
      text: [
        'Two tugs left the port at noon, their captain said on Monday.',
        'More of them will follow in the evening.',
      ],
    });
    wire.put({
      guid: 'pilots',
      title: 'Three pilots wait ashore',
      text: ['Three pilots wait ashore for the wind to fall.', 'They have been there since the morning.'],
    });
    data = await makeReadyPaper(async (paper) => {
      const live = await paper.write({ headline: 'The strike, hour by hour', more: { kind: 'live' } });
      storyId = live.storyId;
      plainId = (await paper.write({ headline: 'The minister speaks', body: 'He spoke for an hour.' }))
        .storyId;
      for (let at = 1; at <= BEFORE; at += 1) {
        const words = `At berth ${at} the crew has gone ashore, and the wheat waits in the hold until they are back.`;
        const copy = { headline: '', byline: '', bodyHtml: safeBody(`<p>${words}</p>`), pictureId: null };
        await addEntry(paper.newsroom, { storyId, clientId: `before-${at}-0000`, copy, isKey: at === 3, by });
      }
      await addSource(paper.newsroom, { address: wire.feed, unasked: true, by });
      path = (await getPublished(paper.newsroom, live.editionId))?.path ?? '';
    });
    crier = await spawnCrier({
      data,
      settings: { CRIER_TRUSTED_HOSTS: wire.host, CRIER_ALERT_UNDO_SECONDS: '0' },
    });
    browser = await openChromium();
    theo = await openPage();
    petros = await openPage();
    phone = await openPage(PHONE);
    reader = await openPage(PHONE);
    keys = await openPage();
    await signIn(theo, crier.address, people.theo);
    await signIn(petros, crier.address, people.petros);
    await signIn(phone, crier.address, people.petros);
    await phone.goto(`${crier.address}/desk/live/${storyId}`);
    faults = listenForFaults(keys, crier.address);
    await keys.goto(`${crier.address}${path}/entries/key`);
    await reader.goto(`${crier.address}${path}`);
  });

  afterAll(async () => {
    await browser?.close();
    await crier?.stop();
    await wire?.close();
    rmSync(data, { recursive: true, force: true });
  });

  async function openPage(width = 1280): Promise<Page> {
    return await (await openContext(browser, { width })).newPage();
  }

  const send = async (words: string, isKey = false) => {
    await phone.locator('#entry-text').fill(words);
    if (isKey) await phone.getByLabel('Key moment').check();
    await phone.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => phone.locator('#entry-text').inputValue(), WAIT).toBe('');
    await phone.locator('[data-entry-state]', { hasText: 'Readers have it' }).waitFor(WAIT);
  };
  const inList = (page: Page, words: string) => page.locator('[data-entries]').getByText(words);
  const offered = (page: Page) => page.locator('[data-new-entries]').innerText(WAIT);
  /** Where on the screen the entry stands that is read. */
  const readAt = (number: number) =>
    reader.evaluate(
      (at) => document.querySelector(`#entry-${at}`)?.getBoundingClientRect().top ?? Number.NaN,
      number,
    );

  test('a page that is frozen in a pocket offers what it missed when it wakes, and moves nothing', async () => {
    const still = await markPage(reader);
    await reader.locator(`#entry-${BEFORE - 8}`).scrollIntoViewIfNeeded();
    await reader.evaluate((at) => document.querySelector(`#entry-${at}`)?.scrollIntoView(), BEFORE - 8);
    const before = await readAt(BEFORE - 8);
    const sleep = await asleep(reader.context(), reader);
    for (const berth of [21, 22, 23]) await send(`Berth ${berth} is empty now.`);
    await sleep.end();
    await expect.poll(() => offered(reader), WAIT).toBe('3 new entries');
    expect(Math.abs((await readAt(BEFORE - 8)) - before)).toBeLessThan(2);
    await takePicture(reader, 'live-missed');
    await reader.locator('[data-new-entries]').click();
    await inList(reader, 'Berth 23 is empty now.').waitFor();
    expect(await reader.locator('[data-entries] > [data-entry]').count()).toBe(BEFORE + 3);
    await still();
  });

  test('a page whose net was gone hears what came meanwhile, each once', async () => {
    const still = await markPage(reader);
    await reader.evaluate((at) => document.querySelector(`#entry-${at}`)?.scrollIntoView(), BEFORE - 8);
    await reader.context().setOffline(true);
    for (const berth of [24, 25, 26]) await send(`Berth ${berth} is empty too.`);
    await reader.context().setOffline(false);
    await expect.poll(() => reader.locator('[data-new-entries]').count(), WAIT).toBe(1);
    await expect.poll(() => offered(reader), WAIT).toBe('3 new entries');
    await reader.locator('[data-new-entries]').click();
    for (const berth of [24, 25, 26])
      await expect.poll(() => inList(reader, `Berth ${berth} is empty too.`).count(), WAIT).toBe(1);
    await still();
  });

  test('who reads key moments alone gets each as it comes, and nothing else', async () => {
    const still = await markPage(keys);
    await send('The harbour master has left.', true);
    await inList(keys, 'The harbour master has left.').waitFor(WAIT);
    expect(await inList(keys, 'is empty').count()).toBe(0);
    expect(await keys.locator('[data-entries] > [data-entry]').count()).toBe(2);
    await takePicture(keys, 'live-key-page');
    await still();
  });

  test('whoever presses a link while an entry comes in above it has clicked it all the same', async () => {
    await reader.evaluate(() => scrollTo(0, 0));
    const newest = reader.locator('[data-entries] > [data-entry]').first();
    const id = await newest.getAttribute('id');
    await pressWhile(reader, newest.locator(`a[href$="#${id}"]`).first(), () =>
      send('Berth 27 is empty as well.'),
    );
    await expect.poll(() => reader.url(), WAIT).toContain(`#${id}`);
    await reader.goto(`${crier.address}${path}`);
  });

  test('an item of the wire becomes an entry by one key, with its credit, and is not twice', async () => {
    await theo.goto(`${crier.address}/desk/wire`);
    await whenLive(theo);
    await theo.getByText('Two tugs leave the port').first().waitFor(WAIT);
    await chooseItem(theo, 'Two tugs leave the port');
    await theo.keyboard.press('e');
    await theo.waitForURL(new RegExp(`/desk/live/${storyId}`));
    await theo.locator('#live-entries', { hasText: 'Two tugs left the port at noon' }).waitFor();
    await theo.goto(`${crier.address}/desk/wire`);
    await chooseItem(theo, 'Two tugs leave the port');
    await theo.keyboard.press('e');
    await theo.waitForURL(new RegExp(`/desk/live/${storyId}`));
    const plain = await openContext(browser, { plain: true, width: PHONE });
    const page = await plain.newPage();
    await page.goto(`${crier.address}${path}`);
    expect(await page.getByText('Two tugs left the port at noon').count()).toBe(1);
    expect(
      await page.locator('.entry', { hasText: 'Two tugs left' }).locator('.entry-credit').innerText(),
    ).toContain(wire.host.split(':')[0]);
    await plain.close();
  });

  test('every act on an entry has its key, and what unfolds is written into at once', async () => {
    await phone.keyboard.press('Escape'); // out of the field
    const [words] = await phone.locator('.entry-line .entry-words').allInnerTexts();
    const first = phone.locator('.entry-line', { hasText: words ?? '' }).first();
    await phone.keyboard.press('j');
    await phone.keyboard.press('m');
    await first.getByText('key moment', { exact: true }).waitFor();
    await whenHearing(phone);
    await phone.keyboard.press('p'); // the page was opened at it, wherever the focus is by now
    await first.getByText('pinned', { exact: true }).waitFor();
    await whenHearing(phone);
    await phone.evaluate(() => (document.activeElement as HTMLElement).blur()); // as before the browser has put it there
    await phone.keyboard.press('c');
    await phone.keyboard.type('x'); // goes into a field, and pins or corrects nothing by itself
    expect(await phone.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('headline');
    await phone.keyboard.press('Escape');
    await phone.reload();
    await phone.keyboard.press('i');
    expect(await phone.evaluate(() => document.activeElement?.id)).toBe('entry-text');
  });

  test('a picture is seen before it leaves, asked for its words first, and can be taken out again', async () => {
    const before = await phone.locator('.entry-line').count();
    await phone.locator('[data-entry-picture]').setInputFiles(quay);
    await phone.locator('[data-entry-alt] img').waitFor();
    await phone.locator('#entry-text').fill('The quay as it is now.');
    await phone.getByRole('button', { name: 'Send', exact: true }).click();
    await phone.locator('[data-entry-state]', { hasText: 'Say what the picture shows' }).waitFor();
    expect(await phone.evaluate(() => document.activeElement?.id)).toBe('entry-alt');
    expect(await phone.locator('[data-unsent]').isVisible()).toBe(false);
    await takePicture(phone, 'live-picture');
    await phone.getByRole('button', { name: 'Take the picture out' }).click();
    expect(await phone.locator('[data-entry-alt]').isVisible()).toBe(false);
    await phone.getByRole('button', { name: 'Send', exact: true }).click();
    await phone.locator('[data-entry-state]', { hasText: 'Readers have it' }).waitFor(WAIT);
    await phone.reload();
    expect(await phone.locator('.entry-line').count()).toBe(before + 1);
    const sent = phone.locator('.entry-line', { hasText: 'The quay as it is now.' });
    expect(await sent.locator('img').count()).toBe(0);
  });

  test('an entry that is refused says that a picture goes with it, and has it again when it is changed', async () => {
    await phone.locator('[data-entry-picture]').setInputFiles(quay);
    await phone.getByLabel('What the picture shows').fill('A quay in the rain');
    await phone.locator('#entry-text').fill('The quay is shut.');
    await phone.locator('details.more > summary').first().click();
    await phone.locator('#speakerName').fill('Eleni Vasilaki');
    await phone.locator('#saidWords').fill('words that do not stand above');
    await phone.getByRole('button', { name: 'Send', exact: true }).click();
    const refused = phone.locator('[data-unsent-list] li');
    await refused.getByText('With a picture: A quay in the rain').waitFor(WAIT);
    await refused.locator('img').waitFor();
    await takePicture(phone, 'live-refused');
    await refused.getByRole('button', { name: 'Change it' }).click();
    await phone.locator('[data-entry-alt] img').waitFor();
    expect(await phone.locator('#entry-alt').inputValue()).toBe('A quay in the rain');
    await phone.locator('#speakerName').fill('');
    await phone.locator('#saidWords').fill('');
    await phone.getByRole('button', { name: 'Send', exact: true }).click();
    await phone.locator('[data-entry-state]', { hasText: 'Readers have it' }).waitFor(WAIT);
    await phone.reload();
    const sent = phone.locator('.entry-line', { hasText: 'The quay is shut.' });
    expect(await sent.locator('img').getAttribute('alt')).toBe('A quay in the rain');
  });

  test('a key that is pressed before the chosen item is there waits for it, and takes no other', async () => {
    await theo.goto(`${crier.address}/desk/wire`);
    await chooseItem(theo, 'Two tugs leave the port');
    const other = theo.locator('[data-item]', { hasText: 'Three pilots wait ashore' }).first();
    const itemId = (await other.getAttribute('data-item')) ?? '';
    const address = new URL((await other.getAttribute('href')) ?? '', theo.url()).href;
    await theo.route(address, async (route) => {
      await pause(500);
      await route.continue();
    });
    await other.click();
    const asked = theo.waitForRequest((request) => request.method() === 'POST');
    await theo.keyboard.press('e');
    expect((await asked).url()).toContain(`/desk/wire/${itemId}/entry`);
    await theo.waitForURL(new RegExp(`/desk/live/${storyId}`));
    await theo.locator('#live-entries', { hasText: 'Three pilots wait ashore for the wind' }).waitFor();
    await theo.unroute(address);
  });

  test('a remark calls a colleague wherever they are at the desk, and is settled by them', async () => {
    await petros.goto(`${crier.address}/desk/front`);
    await theo.goto(`${crier.address}/desk/stories/${plainId}`);
    await theo.locator('#remark-words').fill('@petros who was the minister speaking to?');
    await theo.locator('#remark-words').press('Control+Enter'); // not the publication of the story
    await theo.locator('.remark', { hasText: 'who was the minister speaking to?' }).waitFor();
    expect(await theo.locator('#publish').isVisible()).toBe(false);
    await petros.locator('#called a').waitFor(WAIT);
    await petros.locator('#called a').click();
    await petros.getByText('who was the minister speaking to?').first().waitFor();
    await petros.goto(`${crier.address}/desk/stories/${plainId}`);
    await petros.getByRole('button', { name: 'Settled', exact: true }).click();
    await petros.getByText('Settled (1)').waitFor();
    await expect.poll(() => theo.getByText('Settled (1)').count(), WAIT).toBe(1);
    await reader.goto(`${crier.address}${path}`);
    expect(await reader.content()).not.toContain('who was the minister');
  });

  test('what is written without net outlives the page, and is sent once when there is one', async () => {
    const context = phone.context();
    await phone.locator('#entry-text').fill('The last ferry turned back.');
    await context.setOffline(true);
    await phone.getByRole('button', { name: 'Send', exact: true }).click();
    await phone.locator('[data-unsent]', { hasText: 'The last ferry turned back.' }).waitFor();
    await phone.locator('#entry-text').fill('Half a sentence, typed w');
    await takePicture(phone, 'live-no-net');
    await phone.close(); // the phone dies
    await context.setOffline(false);
    phone = await context.newPage();
    await phone.goto(`${crier.address}/desk/live/${storyId}`);
    expect(await phone.locator('#entry-text').inputValue()).toBe('Half a sentence, typed w');
    await phone.locator('#live-entries', { hasText: 'The last ferry turned back.' }).waitFor(WAIT);
    await expect.poll(() => phone.locator('[data-unsent]').isVisible(), WAIT).toBe(false);
    await phone.reload();
    await phone.locator('#live-entries', { hasText: 'The last ferry turned back.' }).waitFor(WAIT);
    expect(await phone.locator('.entry-line', { hasText: 'The last ferry turned back.' }).count()).toBe(1);
  });

  test('an entry that is sent by two taps, or a key that is held, stands once', async () => {
    await phone.locator('#entry-text').fill('The tugs go out again.');
    await phone.getByRole('button', { name: 'Send', exact: true }).dblclick();
    await inList(reader, 'The tugs go out again.').first().waitFor();
    await phone.locator('#entry-text').fill('The tugs come back.');
    for (let at = 0; at < 3; at += 1) await phone.keyboard.press('Control+Enter');
    await inList(reader, 'The tugs come back.').first().waitFor();
    await send('That was all.');
    await inList(reader, 'That was all.').first().waitFor();
    for (const words of ['The tugs go out again.', 'The tugs come back.'])
      expect(await inList(reader, words).count()).toBe(1);
  });

  test('an entry whose answer is lost on the way is sent again, and stands once', async () => {
    let lost = 0;
    await phone.route('**/entries', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch(); // the newsroom has it
      await route.abort('connectionreset');
    });
    await phone.locator('#entry-text').fill('The answer to this was lost.');
    await phone.getByRole('button', { name: 'Send', exact: true }).click();
    await phone.locator('[data-entry-state]', { hasText: 'No net.' }).waitFor(WAIT);
    await phone.locator('[data-entry-state]', { hasText: 'Readers have it' }).waitFor(WAIT);
    await phone.unrouteAll({ behavior: 'ignoreErrors' });
    await phone.reload();
    expect(await phone.locator('.entry-line', { hasText: 'The answer to this was lost.' }).count()).toBe(1);
    expect(lost).toBe(1);
  });

  test('what is corrected is so on top too, where it is pinned, on pages that are open', async () => {
    const still = await markPage(reader);
    await send('The third crane is out.');
    const line = phone.locator('.entry-line', { hasText: 'The third crane is out.' });
    await line.getByRole('button', { name: 'Pin' }).click();
    const top = reader.locator('[data-live="pinned"]');
    await top.getByText('The third crane is out.').waitFor(WAIT);
    await line.getByText('Correct', { exact: true }).click();
    await line.locator('[name="text"]').fill('The second crane is out.');
    await line.getByLabel('What was wrong, and what is right').fill('It is the second.');
    await line.getByRole('button', { name: 'Put it right' }).click();
    await top.getByText('The second crane is out.').waitFor(WAIT);
    expect(await top.getByText('The third crane').count()).toBe(0);
    await phone
      .locator('.entry-line', { hasText: 'second crane' })
      .getByRole('button', { name: 'Take down' })
      .click();
    await expect.poll(() => top.getByText('The second crane is out.').count(), WAIT).toBe(0);
    await still();
  });

  test('open pages say that it has ended, and offer no alerts of it any more, until it goes on', async () => {
    const state = () => reader.locator('.live-state').innerText();
    const offers = () => reader.locator('#follow input[value^="story:"]').count();
    await reader.goto(`${crier.address}${path}`);
    const still = await markPage(reader);
    expect([await state(), await offers()]).toEqual([expect.stringContaining('Live since'), 1]);
    await phone.goto(`${crier.address}/desk/live/${storyId}`);
    await phone.locator('summary', { hasText: 'End the live story' }).click();
    phone.once('dialog', (asked) => void asked.accept());
    await phone.getByRole('button', { name: 'End it' }).click();
    await phone.getByRole('button', { name: 'Go on with it' }).waitFor();
    await expect.poll(state, WAIT).toContain('Ended');
    await expect.poll(offers, WAIT).toBe(0);
    await phone.getByRole('button', { name: 'Go on with it' }).click();
    await expect.poll(state, WAIT).toContain('Live since');
    expect(await offers()).toBe(1);
    await still();
  });

  test('nothing of it went wrong in the reader’s page', () => {
    expect(faults).toEqual([]);
  });
});

/** As a phone in a pocket: the page is hidden, then stopped, until it ends. */
async function asleep(context: BrowserContext, page: Page): Promise<{ end(): Promise<void> }> {
  const devtools = await context.newCDPSession(page);
  const hide = (state: string) =>
    page.evaluate((said) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => said });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await hide('hidden');
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  return {
    async end() {
      await devtools.send('Page.setWebLifecycleState', { state: 'active' });
      await hide('visible');
      await devtools.detach();
    },
  };
}
