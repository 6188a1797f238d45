/**
 * From a Greek wire to readers in two languages, in Chromium: an item picked up, translated by an engine that makes five
 * mistakes, each shown and settled, published in two editions with an alert in each; then the wire changes its mind, and the
 * correction reaches both devices.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EngineServer, libreServer } from '../support/engine-servers.ts';
import { type FakeDevice, PushService } from '../support/push-service.ts';
import { chromiumPath, listenForFaults, openChromium, openContext } from './support/chromium.ts';
import { type Crier, spawnCrier } from './support/crier.ts';
import { correct, publish, setUpPaper, whenLive } from './support/desk-steps.ts';
import { askForAll } from './support/device.ts';
import { WAIT } from './support/patience.ts';
import { openWire, type Wire } from './support/wire.ts';

/** Greek, what the engine says, and what is right. */
const lines = [
  ['Φωτιά στο μηχανοστάσιο του «Αρίων»', 'Fire in the engine room of the “Arion”', null],
  [
    'Φωτιά ξέσπασε τα ξημερώματα στο μηχανοστάσιο του «Αρίων», τέσσερα μίλια ανοιχτά του Κάβου Λύρα.',
    'A fire broke out at dawn in the engine room of the “Arion”, fourteen miles off Cape Lyra.',
    'A fire broke out at dawn in the engine room of the “Arion”, four miles off Cape Lyra.',
  ],
  [
    'Και οι 214 επιβάτες αποβιβάστηκαν σώοι, ανακοίνωσε το λιμεναρχείο.',
    'All 214 passengers were taken off safe, the λιμεναρχείο announced.',
    'All 214 passengers were taken off safe, the port authority announced.',
  ],
  [
    '«Η φωτιά έσβησε σε 40 λεπτά», είπε ο πλοίαρχος Νίκος Σταμάτης.',
    'The fire was out in 40 minutes, said the captain, Nikos Stamatis.',
    '“The fire was out in 40 minutes,” said the captain, Nikos Stamatis.',
  ],
  [
    'Το πλοίο ρυμουλκήθηκε, είπε ο λιμενάρχης Παύλος Δέλιος.',
    'The ship was towed, said the harbour master, Pavlos Marangos.',
    'The ship was towed, said the harbour master, Pavlos Delios.',
  ],
  [
    'Διαρροή καυσίμων δεν υπάρχει, πρόσθεσε.',
    'There is a leak of fuel, he added.',
    'There is no leak of fuel, he added.',
  ],
] as const;
const mistakes = ['fourteen', 'λιμεναρχείο', 'quotation marks', 'Δέλιος', 'δεν'];
const later = {
  greek: 'Και οι 217 επιβάτες αποβιβάστηκαν σώοι, ανακοίνωσε το λιμεναρχείο.',
  english: 'All 217 passengers were taken off safe, the port authority announced.',
};

/** What came up on a device, without its welcome. */
const told = ({ visible }: FakeDevice) => visible.slice(1);

describe.skipIf(chromiumPath === '')('a story in two languages', () => {
  let crier: Crier;
  let browser: Browser;
  let wire: Wire;
  let engine: EngineServer;
  let service: PushService;
  let greek: FakeDevice;
  let english: FakeDevice;
  let desk: Page;
  let columns = '';
  let story = '';
  let faults: string[];

  beforeAll(async () => {
    service = await PushService.start();
    wire = await openWire();
    const [headline, ...text] = lines.map(([line]) => line);
    wire.put({ guid: 'arion', title: headline ?? '', text });
    const said = new Map<string, string>(lines.map(([line, english]) => [line, english]));
    engine = await libreServer((sentence) => said.get(sentence) ?? sentence);
    crier = await spawnCrier({
      settings: {
        CRIER_TRUSTED_HOSTS: wire.host,
        CRIER_PUSH_SERVICES: service.origin,
        CRIER_FEED_SECONDS: '1',
        CRIER_ALERT_UNDO_SECONDS: '0',
      },
    });
    browser = await openChromium();
    desk = await (await openContext(browser)).newPage();
    await setUpPaper(desk, crier.setupLink(), wire.site);
    await makeReady();
    [greek, english] = [service.makeDevice(), service.makeDevice()];
    await askForAll(crier.address, greek.subscription, ['el', 'en']);
    await askForAll(crier.address, english.subscription, ['en']);
    faults = listenForFaults(desk, crier.address);
  });
  afterAll(async () => {
    await browser?.close();
    await crier?.stop();
    await engine?.close();
    await wire?.close();
    await service?.stop();
  });

  /** An engine in the house, and a source whose contract lets us translate and alert. */
  async function makeReady(): Promise<void> {
    await desk.goto(`${crier.address}/desk/translation`);
    await desk.getByLabel('Name', { exact: true }).fill('House');
    await desk.getByLabel('Kind').selectOption('libretranslate');
    await desk.locator('#address').fill(engine.address);
    await desk.getByLabel(/It runs in the house/).check();
    await desk.getByRole('button', { name: 'Add', exact: true }).first().click();
    await desk.locator('table.list', { hasText: 'House' }).first().waitFor();
    await desk.goto(`${crier.address}/desk/sources`);
    await desk.locator('main a[href^="/desk/sources/0"]').first().click();
    await desk.getByLabel('translate its copy').check();
    await desk.locator('input[name="mayAlert"]').check();
    await desk.locator('input[name="mayFullText"]').check();
    await desk.getByRole('button', { name: 'Save' }).first().click();
    await desk.waitForURL(/done=/);
  }

  const row = (at: number) => desk.locator('.pair').nth(at);
  const findings = () => desk.locator('[data-finding]').allInnerTexts();

  async function write(at: number, words: string): Promise<void> {
    await row(at).locator('textarea').fill(words);
    await row(at).getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => row(at).innerText(), WAIT).toContain('the desk');
  }

  async function sayRead(): Promise<void> {
    await desk.goto(columns);
    await desk.getByRole('button', { name: 'I have read it against the original' }).click();
    await desk.getByText('Read. It may go out.').waitFor();
  }

  test('five mistakes of the engine are shown, each at its sentence, and gone when they are put right', async () => {
    await desk.goto(`${crier.address}/desk/wire`);
    await desk.getByText('«Αρίων»').first().waitFor(); // it may have come after the page, where nothing is chosen
    await desk.reload();
    await desk.getByLabel('In which language').waitFor();
    await whenLive(desk);
    await desk.route(/\/desk\/wire\?/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await desk.getByText('«Αρίων»').first().click();
    await desk.keyboard.press('Enter'); // before what was chosen is there
    await desk.keyboard.press('Enter'); // nothing seemed to happen
    await desk.waitForURL(/\/translation\/[\w-]+/);
    columns = desk.url().split('?', 1)[0] ?? '';
    story = columns.split('/translation/', 1)[0] ?? '';
    await expect.poll(() => row(5).locator('textarea').inputValue(), WAIT).toBe(lines[5][1]);
    const shown = await findings();
    expect(shown).toHaveLength(mistakes.length);
    for (const [at, mistake] of mistakes.entries())
      expect(
        await row(at + 1)
          .locator('[data-finding]')
          .innerText(),
        mistake,
      ).toContain(mistake);
    for (const [at, [, , right]] of lines.entries()) if (right) await write(at, right);
    await expect.poll(findings, WAIT).toEqual([]);
  });

  test('goes out in both languages once it is read, and each device hears once, in its own', async () => {
    await desk.goto(`${story}/translation`);
    await desk.getByRole('button', { name: 'Let it out with the others' }).click();
    await desk.getByText('Let it out').first().waitFor({ state: 'detached' });
    await sayRead();
    await desk.goto(story);
    await publish(desk, { level: 'urgent' });
    await expect.poll(() => told(greek).map(({ title }) => title), WAIT).toEqual([lines[0][0]]);
    await expect.poll(() => told(english).map(({ title }) => title), WAIT).toEqual([lines[0][1]]);
  });

  test('is read in each language, with a way to the other and the original a tap away', async () => {
    const reader = await (await openContext(browser, { width: 390 })).newPage();
    const readerFaults = listenForFaults(reader, crier.address);
    await reader.goto(told(english)[0]?.navigate ?? '');
    await reader.getByText('Translated from Greek').waitFor();
    await reader.locator('article p', { hasText: 'There is no leak of fuel' }).click();
    expect(await reader.locator('.original-of blockquote').innerText()).toBe(lines[5][0]);
    const other = await reader.locator('link[rel="alternate"][hreflang="el"]').first().getAttribute('href');
    await reader.goto(other ?? '');
    await reader.getByRole('heading', { level: 1, name: lines[0][0] }).waitFor();
    expect(await reader.locator('html').getAttribute('lang')).toBe('el');
    expect(readerFaults).toEqual([]);
    await reader.context().close();
  });

  test('when the wire changes its mind, that sentence is stale and no other, and both devices hear of the correction', async () => {
    const [headline, ...text] = lines.map(([line]) => (line === lines[2][0] ? later.greek : line));
    wire.put({ guid: 'arion', title: headline ?? '', text });
    await desk.goto(columns);
    await desk.locator('.pair.stale').first().waitFor();
    expect(await desk.locator('.pair.stale').allInnerTexts()).toHaveLength(1);
    expect(await row(2).innerText()).toContain('217');
    await write(2, later.english);
    await expect.poll(() => desk.locator('.pair.stale').count(), WAIT).toBe(0);
    await sayRead();
    await desk.goto(story);
    const body = desk.locator('#body [contenteditable="true"]');
    await body.waitFor();
    const copy = (await body.innerText()).replace(lines[2][0], later.greek);
    await body.click();
    await desk.keyboard.press('Control+A');
    await desk.keyboard.type(copy);
    await correct(desk, 'An earlier version said that there were 214 passengers. There were 217.');
    const notices = (device: FakeDevice) => told(device).at(-1)?.body ?? '';
    await expect.poll(() => notices(english), WAIT).toContain('There were 217.');
    await expect.poll(() => notices(greek), WAIT).toContain('There were 217.');
    for (const device of [greek, english]) {
      expect(told(device)).toHaveLength(2);
      expect(new Set(told(device).map(({ tag }) => tag)).size, 'in the place of the alert').toBe(1);
    }
    expect(faults).toEqual([]);
  });
});
