/**
 * A morning of a desk of four, in Chromium: planned, assigned, written, put first, a banner over all pages, and a live story told
 * from a phone in the street. Readers have three pages open, one of them in Firefox, and one reads on a phone without script.
 */
import type { Browser, Page } from 'playwright-core';
import type { Browser as Firefox, Page as FirefoxPage } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../src/cli/demo/cast.ts';
import { type FakeDevice, PushService } from '../support/push-service.ts';
import { chromiumPath, listenForFaults, openChromium, openContext } from './support/chromium.ts';
import { type Crier, spawnCrier } from './support/crier.ts';
import {
  addColleague,
  markPage,
  pressTogether,
  publish,
  setUpPaper,
  signIn,
  writeBody,
} from './support/desk-steps.ts';
import { askFor } from './support/device.ts';
import { firefoxPath, openFirefox } from './support/firefox.ts';
import { takePicture } from './support/open-desk.ts';
import { WAIT } from './support/patience.ts';

const PHONE = 390;
const ENTRIES = 12;

describe.skipIf(chromiumPath === '' || firefoxPath === '')('a morning of a desk of four', () => {
  let crier: Crier;
  let service: PushService;
  let browser: Browser;
  let firefox: Firefox;
  /** Theo plans and makes the front; Petros writes; Anton is in the street with a phone. */
  let theo: Page;
  let petros: Page;
  let anton: Page;
  /** Readers: two with a front open, one in Firefox, one without script on a phone. */
  let front: Page;
  let plain: Page;
  let inFirefox: FirefoxPage;
  let device: FakeDevice;
  let stillThere: () => Promise<void>;
  let faults: string[];
  let storyPath = '';
  let livePath = '';
  let liveId = '';

  beforeAll(async () => {
    service = await PushService.start();
    crier = await spawnCrier({
      settings: { CRIER_PUSH_SERVICES: service.origin, CRIER_ALERT_UNDO_SECONDS: '0' },
    });
    browser = await openChromium();
    firefox = await openFirefox(service);
    theo = await openPage();
    await setUpPaper(theo, crier.setupLink());
    await addColleague(theo, crier.address, people.petros, 'editor');
    await addColleague(theo, crier.address, people.anton, 'editor');
    petros = await openPage();
    await signIn(petros, crier.address, people.petros);
    front = await openPage();
    faults = listenForFaults(front, crier.address);
    await front.goto(crier.address);
    stillThere = await markPage(front);
    plain = await openPage({ plain: true, width: PHONE });
  });

  afterAll(async () => {
    await firefox?.close();
    await browser?.close();
    await crier?.stop();
    await service?.stop();
  });

  async function openPage(options: { plain?: boolean; width?: number } = {}): Promise<Page> {
    return await (await openContext(browser, options)).newPage();
  }

  test('what is planned stands on the page of whoever has it open, and becomes a story by one key', async () => {
    await petros.goto(`${crier.address}/desk/today`);
    await pressTogether(theo, 'g', 'd');
    await theo.waitForURL(/\/desk\/today/);
    await theo.keyboard.press('i');
    await theo.keyboard.type('23:30 Storm reaches the harbour @petros (Long pier)');
    await theo.keyboard.press('Enter');
    await theo.getByRole('link', { name: 'Storm reaches the harbour' }).waitFor();
    const row = petros.locator('#plan [data-row]', { hasText: 'Storm reaches the harbour' });
    await row.waitFor(WAIT);
    expect(await row.locator('select[name="staff"] option:checked').innerText()).toBe(people.petros.name);
    await takePicture(petros, 'day-today');
    await petros.keyboard.press('j');
    await petros.keyboard.press('s');
    await petros.waitForURL(/\/desk\/stories\/[\w-]{20,}/);
  });

  test('what was made of the plan is written and published, and the plan says so by itself', async () => {
    await theo.goto(`${crier.address}/desk/today`);
    await petros.locator('#headline').fill('Storm keeps the boats in harbour');
    await petros.getByLabel('Dek').fill('Waves of six metres are expected off the long pier.');
    await writeBody(petros, 'The boats stay in tonight. Waves of six metres are expected off the long pier.');
    await petros.getByLabel('Section').selectOption({ label: 'Sea' });
    await publish(petros);
    const link = petros.locator('#copy .meta-line a[href^="/"]').first();
    storyPath = (await link.getAttribute('href')) ?? '';
    await theo.locator('#plan .tag', { hasText: 'published' }).waitFor(WAIT);
    await expect.poll(() => front.locator(`a[href="${storyPath}"]`).count(), WAIT).toBeGreaterThan(0);
  });

  test('a story is put first by a key, with a kicker, and open fronts show it so', async () => {
    await theo.goto(`${crier.address}/desk/front`);
    const row = theo.locator('[data-row]', { hasText: 'Storm keeps the boats in harbour' }).first();
    await row.locator('a').first().focus();
    await theo.keyboard.press('e');
    await theo.locator('#kicker').fill('Storm');
    await theo
      .locator('.hand-form')
      .getByRole('button', { name: /Lay the hand on|Change/ })
      .click();
    await theo.getByText('Not out yet').waitFor();
    await takePicture(theo, 'day-front');
    await theo.keyboard.press('P');
    await theo.getByText('Out. Readers see it so.').waitFor();
    await expect.poll(() => front.locator('.lead').innerText(), WAIT).toMatch(/storm/i);
    await expect.poll(() => front.locator('.lead .kicker').count(), WAIT).toBe(1);
    await stillThere();
  });

  test('a banner stands over every page that is open, and over those without script', async () => {
    await theo.keyboard.press('b');
    await theo.keyboard.type('The harbour is closed until the morning');
    await theo.keyboard.press('Enter');
    await front.getByText('The harbour is closed until the morning').waitFor(WAIT);
    await stillThere();
    await plain.goto(`${crier.address}${storyPath}`);
    expect(await plain.getByText('The harbour is closed until the morning').count()).toBe(1);
    await takePicture(plain, 'day-banner-phone');
  });

  test('a live story is begun, and readers have it open', async () => {
    await theo.goto(`${crier.address}/desk/stories/new`);
    await theo.getByLabel('Headline').fill('The storm, hour by hour');
    await theo.getByLabel('Kind').selectOption('live');
    await theo.getByRole('button', { name: 'Begin' }).click();
    await theo.waitForURL(/\/desk\/stories\/[\w-]{20,}/);
    liveId = /stories\/([\w-]+)/.exec(theo.url())?.[1] ?? '';
    await theo.getByLabel('Dek').fill('What is known from the harbour, as it happens.');
    await writeBody(theo, 'The storm is expected at the long pier before midnight.');
    await theo.getByLabel('Section').selectOption({ label: 'Sea' });
    await publish(theo);
    livePath = (await theo.locator('#copy .meta-line a[href^="/"]').first().getAttribute('href')) ?? '';
    device = service.makeDevice();
    await askFor(crier.address, device.subscription, { kind: 'story', subjectId: liveId, level: 'routine' });
    await expect.poll(() => device.visible.length, WAIT).toBe(1); // the welcome
    await front.goto(`${crier.address}${livePath}`);
    stillThere = await markPage(front);
    inFirefox = await firefox.newPage();
    await inFirefox.goto(`${crier.address}${livePath}`);
    anton = await openPage({ width: PHONE });
    await signIn(anton, crier.address, people.anton);
    await anton.goto(`${crier.address}/desk/live/${liveId}`);
  });

  const send = async (words: string) => {
    await anton.locator('#entry-text').fill(words);
    await anton.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => anton.locator('#entry-text').inputValue(), WAIT).toBe('');
  };

  test('twelve entries from a phone are on every open page, once, and on the page without script', async () => {
    for (let number = 1; number < ENTRIES; number += 1)
      await send(`Boat ${number} of the fleet is tied up at the north quay.`);
    await anton.getByLabel('Key moment').check();
    await send('The harbour is closed to all ships.');
    await takePicture(anton, 'day-phone');
    const entries = () => front.locator('[data-entries] [data-entry]').count();
    const held = async () => (await front.locator('[data-new-entries]').count()) > 0;
    await expect
      .poll(async () => {
        if (await held()) await front.locator('[data-new-entries]').click();
        return entries();
      }, WAIT)
      .toBe(ENTRIES);
    await expect
      .poll(() => inFirefox.$$eval('[data-entries] [data-entry]', (all) => all.length), WAIT)
      .toBeGreaterThan(0);
    await stillThere();
    await plain.goto(`${crier.address}${livePath}`);
    expect(await plain.getByText('of the fleet is tied up at the north quay').count()).toBe(ENTRIES - 1);
    await takePicture(plain, 'day-live-phone');
    await takePicture(front, 'day-live');
  });

  test('only the key moment was told, and it leads to its entry', async () => {
    const told = () => device.visible.filter(({ title }) => title.includes('closed to all ships'));
    await expect.poll(() => told().length, WAIT).toBe(1);
    expect(device.visible.length).toBe(2);
    await front.locator('[data-key] a', { hasText: 'closed to all ships' }).waitFor(WAIT);
  });

  test('what was written without the net is kept, and sent once when it is there again', async () => {
    await anton.context().setOffline(true);
    await anton.locator('#entry-text').fill('The ferry from the mainland turned back.');
    await anton.getByRole('button', { name: 'Send', exact: true }).click();
    await anton.locator('[data-unsent]', { hasText: 'The ferry from the mainland turned back.' }).waitFor();
    await anton.context().setOffline(false);
    await plain.waitForTimeout(200);
    await expect
      .poll(async () => {
        await plain.goto(`${crier.address}${livePath}`);
        return plain.getByText('The ferry from the mainland turned back.').count();
      }, WAIT)
      .toBe(1);
  });

  test('it ends, and stays readable with its summary on top', async () => {
    await theo.goto(`${crier.address}/desk/live/${liveId}`);
    await theo.getByText('End the live story…').click();
    await theo
      .getByLabel('Summary', { exact: true })
      .fill('The storm passed in the night; no boat was lost.');
    theo.once('dialog', (dialog) => void dialog.accept());
    await theo.getByRole('button', { name: 'End it' }).click();
    const confirmed = theo.locator('dialog[open] button', { hasText: /End|Yes/ }).first();
    if (await confirmed.isVisible().catch(() => false)) await confirmed.click();
    await theo.getByText('Ended. It stays readable').waitFor();
    await plain.goto(`${crier.address}${livePath}`);
    await plain.getByText('The storm passed in the night; no boat was lost.').first().waitFor();
    expect(await plain.getByText('The harbour is closed to all ships.').count()).toBeGreaterThan(0);
  });

  test('nothing of it went wrong in the reader’s page', () => {
    expect(faults).toEqual([]);
  });
});
