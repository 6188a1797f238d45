/**
 * Hands on a front, clicked: dragged, undone, put out, refused on a stale page and done all the same, given up for something urgent
 * and put back, in another picture; and what stood there before. In Chromium.
 */
import { rmSync } from 'node:fs';
import type { Browser, Page, Route } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../src/cli/demo/cast.ts';
import { takePicture as keepPicture } from '../../src/media/take-picture.ts';
import { theNewsroomItself as by } from '../../src/newsroom.ts';
import { chromiumPath, listenForFaults, openChromium, openContext } from './support/chromium.ts';
import { type Crier, spawnCrier } from './support/crier.ts';
import { pressTogether, publish, signIn, whenLive } from './support/desk-steps.ts';
import { dragOnto } from './support/drag.ts';
import { takePicture } from './support/open-desk.ts';
import { WAIT } from './support/patience.ts';
import { pressWhile } from './support/press.ts';
import { makeReadyPaper } from './support/ready-paper.ts';

describe.skipIf(chromiumPath === '')('hands on a front, in a browser', () => {
  let crier: Crier;
  let browser: Browser;
  let theo: Page;
  let petros: Page;
  let reader: Page;
  let faults: string[];
  let data = '';
  let picture = '';
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    data = await makeReadyPaper(async (paper) => {
      for (const key of ['Wheat', 'Tugs', 'Cranes', 'Sails', 'Nets'])
        ids[key] = (await paper.write({ headline: `${key} at the quay` })).storyId;
      const older = { headline: 'Census at the dunes', body: 'The aardvarks were counted by night.' };
      ids.Census = (await paper.write(older)).storyId;
      for (let at = 0; at < 3; at += 1) await paper.write({ headline: `Berth ${at} is free` });
      ids.Quake = (
        await paper.write({ headline: 'Quake off the cape', more: { alertLevel: 'urgent' }, isDraft: true })
      ).storyId;
      const background = { r: 40, g: 60, b: 90 };
      const bytes = await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
        .jpeg()
        .toBuffer();
      const words = { alt: 'A quay at dawn', caption: 'The quay at dawn', credit: 'Ada Lind' };
      picture = (await keepPicture(paper.newsroom, { bytes, ...words, by })).pictureId;
    });
    crier = await spawnCrier({ data, settings: { CRIER_ALERT_UNDO_SECONDS: '0' } });
    browser = await openChromium();
    theo = await openPage();
    petros = await openPage();
    reader = await openPage();
    await signIn(theo, crier.address, people.theo);
    await signIn(petros, crier.address, people.petros);
    await theo.goto(`${crier.address}/desk/front`);
    faults = listenForFaults(theo, crier.address);
    await whenLive(theo);
  });

  afterAll(async () => {
    await browser?.close();
    await crier?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  async function openPage(): Promise<Page> {
    return await (await openContext(browser)).newPage();
  }

  const row = (page: Page, key: string) => page.locator(`#row-${ids[key]}`);
  const placeOf = (page: Page, key: string) => row(page, key).locator('.where').innerText();
  const choose = async (page: Page, key: string) => row(page, key).locator('a.headline').focus();
  const leadOf = async () => {
    await reader.goto(crier.address);
    return reader.locator('.lead h2').innerText();
  };

  test('a story that is dragged to a place stands there, and one key takes it back', async () => {
    const before = await theo.locator('.places .at-lead .headline').first().innerText();
    const place = theo.locator('.places:not(.pool) > .place').first();
    await dragOnto(theo, theo.locator(`#pool-${ids.Wheat}`), place);
    await theo.getByText('Not out yet').waitFor();
    await expect.poll(() => placeOf(theo, 'Wheat'), WAIT).toBe('Lead');
    await theo.keyboard.press('z');
    await theo.getByText('Readers see it so.').waitFor();
    expect(await theo.locator('.places .at-lead .headline').first().innerText()).toBe(before);
  });

  test('keys put a story first, move it, hold it, and put it out; a letter after g leads to another room', async () => {
    await choose(theo, 'Tugs');
    await theo.keyboard.press('f');
    await expect.poll(() => placeOf(theo, 'Tugs'), WAIT).toBe('Lead');
    await theo.keyboard.press('J');
    await expect.poll(() => placeOf(theo, 'Tugs'), WAIT).toBe('Pair 1');
    await theo.keyboard.press('K');
    await expect.poll(() => placeOf(theo, 'Tugs'), WAIT).toBe('Lead');
    await theo.keyboard.press('h');
    await row(theo, 'Tugs').getByText('18:00').waitFor();
    await theo.keyboard.press('P');
    await theo.getByText('Out. Readers see it so.').waitFor();
    expect(await leadOf()).toBe('Tugs at the quay');
    await choose(theo, 'Tugs');
    await pressTogether(theo, 'g', 'e');
    await theo.waitForURL(/\/desk\/readers/);
    await theo.goBack();
    await whenLive(theo);
  });

  test('a hand is opened by a click with no ring around it, and by its key where one writes', async () => {
    const focused = () =>
      theo.evaluate(() => {
        const at = document.activeElement;
        return at === document.body ? 'nowhere' : `${at?.localName} ${at?.id}`;
      });
    await row(theo, 'Tugs').locator('a.headline').click();
    await theo.locator('#hand-form').waitFor();
    await whenLive(theo);
    expect(await focused()).toBe('nowhere');
    await theo.goto(`${crier.address}/desk/front`);
    await whenLive(theo);
    await choose(theo, 'Tugs');
    await theo.keyboard.press('e');
    await theo.waitForURL(/story=/);
    await expect.poll(focused, WAIT).toBe('textarea headline');
    await theo.goto(`${crier.address}/desk/front`);
    await whenLive(theo);
  });

  test('what is done on a page from before is refused with who did what, and can be done all the same', async () => {
    await petros.route('**/desk/live', (route) => route.abort()); // it hears of nothing
    await petros.goto(`${crier.address}/desk/front`);
    await choose(theo, 'Cranes');
    await theo.keyboard.press('f');
    await expect.poll(() => placeOf(theo, 'Cranes'), WAIT).toBe('Lead');
    await choose(petros, 'Sails');
    await petros.keyboard.press('f');
    await petros.getByRole('heading', { name: 'Changed meanwhile' }).waitFor();
    await petros.getByText('Theo Marsh laid a hand on “Cranes at the quay”').first().waitFor();
    await petros.getByText('Put first: “Sails at the quay”').waitFor();
    await takePicture(petros, 'hands-changed');
    await petros.locator('.desk-foot', { hasText: 'do it all the same' }).waitFor(); // its own keys, not those of the front
    await petros.keyboard.press('y');
    await petros.waitForURL(/\/desk\/front\?/);
    expect(await placeOf(petros, 'Sails')).toBe('Lead');
    expect(await placeOf(petros, 'Cranes')).toBe('Pair 1');
    await expect.poll(() => placeOf(theo, 'Sails'), WAIT).toBe('Lead'); // the other sees the hand
    await theo.keyboard.press('P');
    await theo.getByText('Out. Readers see it so.').waitFor();
    expect(await leadOf()).toBe('Sails at the quay');
  });

  test('what stood there is looked at change by change, and what was put out is taken back', async () => {
    await theo.goto(`${crier.address}/desk/front`); // which offers the minute it is now
    await whenLive(theo);
    await theo.getByRole('button', { name: 'Look', exact: true }).click();
    await theo.waitForURL(/\/desk\/front\/past/);
    await expect
      .poll(() => theo.locator('.past .headline').first().innerText(), WAIT)
      .toBe('Sails at the quay');
    await takePicture(theo, 'hands-past');
    await theo.getByRole('link', { name: 'Before' }).click();
    await expect
      .poll(() => theo.locator('.past .headline').first().innerText(), WAIT)
      .toBe('Tugs at the quay');
    await theo.getByRole('link', { name: 'After' }).click();
    await expect
      .poll(() => theo.locator('.past .headline').first().innerText(), WAIT)
      .toBe('Sails at the quay');
    await theo.getByRole('link', { name: 'As it stands now' }).click();
    await whenLive(theo);
    await theo.keyboard.press('Z');
    await theo.getByText('Taken back').waitFor();
    expect(await leadOf()).toBe('Tugs at the quay');
  });

  test('any published story is found for the pool, and stands in another picture of the library', async () => {
    const search = theo.getByLabel('Published stories with these words');
    await search.fill('aardvarks');
    await search.press('Enter');
    const found = theo.locator(`#pool-${ids.Census}`);
    await found.waitFor(WAIT);
    await expect.poll(() => theo.locator('#front-pool > li').count(), WAIT).toBe(1);
    await found.locator('a.headline').click();
    await theo.getByLabel('Place', { exact: true }).selectOption({ label: 'Lead' });
    await theo.getByRole('button', { name: 'From the library…' }).click();
    await theo.locator('dialog.media-picker li').first().click();
    await theo.locator('dialog.media-picker').getByRole('button', { name: 'Use' }).click();
    await takePicture(theo, 'hands-picture');
    await theo
      .locator('.hand-form')
      .getByRole('button', { name: /Lay the hand on|Change/ })
      .click();
    await row(theo, 'Census').getByText('another picture').waitFor();
    await theo.keyboard.press('P');
    await theo.getByText('Out. Readers see it so.').waitFor();
    expect(await leadOf()).toBe('Census at the dunes');
    expect(await reader.locator(`.lead img[src*="${picture}"]`).count()).toBe(1);
  });

  test('a story held until something urgent gives its place up, and a key puts it back', async () => {
    await theo.goto(`${crier.address}/desk/front`);
    await whenLive(theo);
    await choose(theo, 'Census');
    await theo.keyboard.press('u');
    await row(theo, 'Census').getByText('or something urgent').waitFor();
    await theo.keyboard.press('P');
    await theo.getByText('Out. Readers see it so.').waitFor();
    await petros.goto(`${crier.address}/desk/stories/${ids.Quake}`);
    await publish(petros, { level: 'urgent' });
    const gaveUp = theo.locator('.place', { hasText: 'gave up Lead' });
    await gaveUp.waitFor(WAIT);
    await takePicture(theo, 'hands-gave-up');
    expect(await leadOf()).toBe('Quake off the cape');
    await gaveUp.locator('a.headline').focus();
    await theo.keyboard.press('r');
    await expect.poll(() => placeOf(theo, 'Census'), WAIT).toBe('Lead');
    await theo.keyboard.press('P');
    await theo.getByText('Out. Readers see it so.').waitFor();
    expect(await leadOf()).toBe('Census at the dunes');
  });

  test('the keys stay on their row when somebody else’s change renews the list', async () => {
    await theo.goto(`${crier.address}/desk/front`);
    await whenLive(theo);
    for (let at = 0; at < 4; at += 1) await theo.keyboard.press('j');
    const on = () => theo.locator('.place.on').getAttribute('id');
    const focused = () => theo.evaluate(() => document.activeElement?.closest('[data-row]')?.id);
    const row = await on();
    await petros.goto(`${crier.address}/desk/front`);
    await petros.locator(`#pool-${ids.Nets} a.headline`).focus();
    await petros.keyboard.press('f');
    await expect.poll(() => placeOf(theo, 'Nets'), WAIT).toBe('Lead');
    expect([await on(), await focused()]).toEqual([row, row]);
    const next = await theo.locator(`#${row} + .place`).getAttribute('id');
    await theo.keyboard.press('j');
    expect([await on(), await focused()]).toEqual([next, next]);
    await petros.keyboard.press('z');
    await theo.getByText('Readers see it so.').waitFor(WAIT);
    expect(await on()).toBe(next);
  });

  test('an open page shows by itself that a hand has ended', async () => {
    // As a page that was fetched before the end, which is a second from now.
    const before = async (route: Route) => {
      const answer = await route.fetch();
      const body = (await answer.text())
        .replace(/data-page="front"[^>]*>/, `data-page="front" data-until="${Date.now() + 1000}">`)
        .replaceAll('Census at the dunes', 'Counted at the dunes');
      await route.fulfill({ response: answer, body });
    };
    await reader.route(`${crier.address}/`, before, { times: 1 });
    await reader.goto(crier.address);
    expect(await reader.locator('.lead h2').innerText()).toBe('Counted at the dunes');
    await expect.poll(() => reader.locator('.lead h2').innerText(), WAIT).toBe('Census at the dunes');
  });

  test('what is gone to stands under the head of its pane, not behind it; a time that is typed is the end that is chosen', async () => {
    await theo.goto(`${crier.address}/desk/front`);
    await whenLive(theo);
    const shown = (at: string, under: string) =>
      theo.evaluate(
        ([at, under]) =>
          document.querySelector(at!)!.getBoundingClientRect().top >=
          document.querySelector(under!)!.getBoundingClientRect().bottom,
        [at, under],
      );
    for (let at = 0; at < 7; at += 1) await theo.keyboard.press('j');
    for (let at = 0; at < 5; at += 1) await theo.keyboard.press('k');
    expect(await shown('.place.on', '.front-head')).toBe(true);
    await theo.keyboard.press('e');
    await theo.waitForURL(/story=/);
    await theo.waitForFunction(() => document.activeElement?.id === 'headline');
    expect(await shown('#headline', '.pane.hand .pane-head')).toBe(true);
    await theo.locator('[name="until"]').first().fill('2026-12-24T18:00');
    expect(await theo.locator('#hold').inputValue()).toBe('own');
  });

  test('whoever presses a link while the front is renewed has clicked it all the same', async () => {
    await theo.goto(`${crier.address}/desk/front`);
    await whenLive(theo);
    const link = row(theo, 'Tugs').locator('a.headline');
    await pressWhile(theo, link, async () => {
      const renewed = theo.waitForResponse((answer) => answer.request().method() === 'POST');
      await theo.keyboard.press('h');
      await (await renewed).finished();
    });
    await expect.poll(() => theo.url(), WAIT).toContain('story=');
  });

  test('one Escape closes the box of search, whatever is typed in it', async () => {
    await whenLive(theo);
    await theo.keyboard.press('/');
    const field = theo.locator('#search-box input[name="q"]');
    await field.fill('Tugs');
    await theo.locator('#search-box [data-found]').first().waitFor(WAIT);
    await theo.keyboard.press('Escape');
    await expect.poll(() => field.isVisible(), WAIT).toBe(false);
    await theo.keyboard.press('/');
    expect(await field.inputValue()).toBe('Tugs');
    await theo.keyboard.press('Escape');
  });

  test('whoever presses what the desk has found while it looks again has opened it', async () => {
    await whenLive(theo); // the page that was opened last
    await theo.keyboard.press('/');
    const field = theo.locator('#search-box input[name="q"]');
    await field.fill('Tugs');
    const found = theo.locator('#search-box [data-found]').first();
    await found.waitFor(WAIT);
    await pressWhile(theo, found, async () => {
      const renewed = theo.waitForResponse(/\/desk\/search\/found/);
      await field.evaluate((typed: HTMLInputElement) => {
        typed.value = 'Tugs at';
        typed.dispatchEvent(new Event('input'));
      });
      await (await renewed).finished();
    });
    await expect.poll(() => theo.url(), WAIT).toContain('/desk/stories/');
  });

  test('nothing of it went wrong in the desk’s page', () => {
    expect(faults).toEqual([]);
  });
});
