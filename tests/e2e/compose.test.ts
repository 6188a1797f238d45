/** An alert in the desk's hands, in Chromium: composed and seen before it is sent, counted, agreed to, undone, followed. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../src/cli/demo/cast.ts';
import { type FakeDevice, PushService } from '../support/push-service.ts';
import { chromiumPath, listenForFaults, openChromium, openContext } from './support/chromium.ts';
import { type Crier, spawnCrier } from './support/crier.ts';
import { addColleague, publish, setUpPaper, signIn, writeStory } from './support/desk-steps.ts';
import { askForAll } from './support/device.ts';
import { WAIT } from './support/patience.ts';

const DEVICES = 3;
const UNDO = 6; // seconds; a click within them is one on a busy machine too

describe.skipIf(chromiumPath === '')('an alert in the desk’s hands', () => {
  let crier: Crier;
  let service: PushService;
  let browser: Browser;
  let devices: FakeDevice[];
  /** Theo, the administrator. */
  let desk: Page;
  let faults: string[];

  beforeAll(async () => {
    service = await PushService.start();
    crier = await spawnCrier({
      settings: { CRIER_PUSH_SERVICES: service.origin, CRIER_ALERT_UNDO_SECONDS: String(UNDO) },
    });
    browser = await openChromium();
    desk = await openPage();
    await setUpPaper(desk, crier.setupLink());
    faults = listenForFaults(desk, crier.address);
    await addColleague(desk, crier.address, people.petros, 'editor');
    devices = Array.from({ length: DEVICES }, () => service.makeDevice());
    for (const device of devices) await askForAll(crier.address, device.subscription);
  });

  afterAll(async () => {
    await browser?.close();
    await crier?.stop();
    await service?.stop();
  });

  async function openPage(options: { plain?: boolean } = {}): Promise<Page> {
    return await (await openContext(browser, options)).newPage();
  }

  const told = (headline: string) =>
    devices.filter(({ visible }) => visible.some(({ title }) => title === headline)).length;
  const panel = () => desk.locator('#alert');
  const write = (headline: string) =>
    writeStory(desk, crier.address, { headline, body: 'The boats stay in tonight. Waves of six metres.' });

  test('it is seen as devices show it while it is typed, with who would hear it', async () => {
    await expect.poll(() => devices.every(({ visible }) => visible.length === 1), WAIT).toBe(true); // the welcome
    await write('Storm keeps the boats in harbour');
    const shown = panel().locator('.notification .title').first();
    await panel().getByLabel('Tell readers').selectOption('urgent');
    expect(await shown.innerText()).toBe('Storm keeps the boats in harbour');
    await panel().getByText('3 devices would hear it now').waitFor();
    const own = panel().getByLabel('First line of the alert');
    await own.fill('Storm: every boat on the island stays in tonight');
    await expect.poll(() => shown.innerText(), WAIT).toBe('Storm: every boat on the island stays in tonight');
    expect(await panel().locator('[data-cuts="headline"]').innerText()).toContain(
      'cut on Android (45), macOS (35)',
    );
    await own.fill('Storm: boats stay in');
    await expect
      .poll(() => panel().locator('[data-cuts="headline"]').innerText())
      .toContain('whole on every device');
  });

  test('it leaves after its seconds, with the words that were composed, and its progress is live', async () => {
    await publish(desk);
    await panel()
      .getByText(/Leaves in \d s/)
      .waitFor();
    expect(told('Storm: boats stay in')).toBe(0);
    await panel()
      .getByText(/sent in/)
      .waitFor(WAIT);
    expect(told('Storm: boats stay in')).toBe(DEVICES);
    expect(await panel().locator('.figures').innerText()).toMatch(/devices\s+3\s+accepted\s+3/);
    expect(await panel().locator('.figures').innerText()).toMatch(/99 % in\s+\d/);
  });

  test('it is undone in its seconds, stays undone, and can be sent after all', async () => {
    await write('Ferry to Lyra is late');
    await publish(desk, { level: 'urgent' });
    await panel().getByRole('button', { name: 'Undo the alert' }).click();
    await desk.getByText('The alert is undone: it did not leave.').waitFor();
    await panel().getByText('undone before it left').waitFor();
    await desk.waitForTimeout((UNDO + 1) * 1000); // longer than it would have waited
    expect(told('Ferry to Lyra is late')).toBe(0);
    await panel().getByRole('button', { name: 'Tell readers now' }).click();
    await desk.getByText('The alert is written.').waitFor();
    await expect.poll(() => told('Ferry to Lyra is late'), WAIT).toBe(DEVICES);
  });

  test('a flash asks for its word; an editor’s waits for someone who may send one', async () => {
    await write('Fire on the north quay');
    await desk.getByRole('button', { name: 'Publish…' }).click();
    await desk.getByLabel('Tell readers').selectOption('flash');
    await desk.getByRole('button', { name: 'Publish now' }).click();
    await desk.getByText('Type the word flash').first().waitFor();
    await publish(desk, { level: 'flash' });
    await expect.poll(() => told('Fire on the north quay'), WAIT).toBe(DEVICES);

    const editor = await openPage();
    await signIn(editor, crier.address, people.petros);
    const story = await writeStory(editor, crier.address, {
      headline: 'Fire reaches the fuel store',
      body: 'Everyone within a kilometre is asked to leave.',
    });
    await editor.getByLabel('Tell readers').selectOption('flash');
    await editor.getByRole('button', { name: 'Publish…' }).click();
    await editor.getByRole('button', { name: 'Publish now' }).click();
    await editor.getByText('Published.', { exact: true }).waitFor();
    await desk.goto(`${crier.address}/desk/alerts`);
    await desk.getByText('A flash goes out when a chief or an administrator agrees').waitFor();
    expect(told('Fire reaches the fuel store')).toBe(0);
    await desk.getByLabel('Type flash to send it to everyone').fill('flash');
    await desk.getByRole('button', { name: 'Send the flash' }).click();
    await desk.getByText('Agreed. The flash is on its way.').waitFor();
    await expect.poll(() => told('Fire reaches the fuel store'), WAIT).toBe(DEVICES);
    expect(story).toContain('/desk/stories/');
    await editor.context().close();
  });

  test('without script it is composed, undone and stopped too', async () => {
    const plain = await openPage({ plain: true });
    await signIn(plain, crier.address, people.theo);
    await plain.goto(`${crier.address}/desk/stories/new`);
    await plain.getByLabel('Headline').fill('Bridge closed for the night');
    await plain.getByRole('button', { name: 'Begin' }).click();
    await plain.getByLabel('Dek').fill('Cars go round by the mill.');
    await plain.getByLabel(/^Body/).fill('The bridge is closed from ten. Cars go round by the mill.');
    await plain.getByLabel('Section').selectOption({ label: 'City' });
    await plain.getByLabel('Tell readers').selectOption('routine');
    await plain.getByText('Its words, and how devices show them').click();
    await plain.getByLabel('First line of the alert').fill('Bridge closed tonight');
    await plain.getByRole('button', { name: 'Save a take' }).click();
    await plain.getByText('Saved.').waitFor();
    expect(await plain.locator('.notification .title').first().innerText()).toBe('Bridge closed tonight');
    await plain.getByRole('link', { name: 'Who would hear it' }).click();
    await plain.getByText('3 devices would hear it now').waitFor();
    await plain.getByRole('link', { name: 'The story' }).click();
    await plain.getByRole('button', { name: 'Publish…' }).click();
    await plain.getByRole('button', { name: 'Publish now' }).click();
    await plain.getByText('Published.', { exact: true }).waitFor();
    await plain.getByRole('button', { name: 'Undo the alert' }).click();
    await plain.getByText('The alert is undone').waitFor();
    await plain.context().close();
  });

  test('a stop for everything stands on every page of the desk until it is lifted', async () => {
    const editor = await openPage();
    await signIn(editor, crier.address, people.petros);
    await editor.goto(`${crier.address}/desk/wire`);
    await desk.goto(`${crier.address}/desk/alerts`);
    desk.on('dialog', (dialog) => void dialog.accept());
    await desk.locator('.page-head').getByRole('button', { name: 'Stop all alerts' }).click();
    await desk.getByText('Everything is stopped.').waitFor();
    await editor.getByText('No alert leaves.').waitFor();
    await write('Lights out in the old town');
    await publish(desk, { level: 'urgent' });
    await panel().getByText('It leaves when alerts may go again.').waitFor();
    await desk.waitForTimeout((UNDO + 1) * 1000);
    expect(told('Lights out in the old town')).toBe(0);
    await desk.getByRole('button', { name: 'Let alerts go again' }).click();
    await desk.getByText('Alerts go again.').waitFor();
    await expect.poll(() => told('Lights out in the old town'), WAIT).toBe(DEVICES);
    await editor.getByText('No alert leaves.').waitFor({ state: 'detached' });
    await editor.context().close();
  });

  test('no page did what a page must not do', () => {
    expect(faults.filter((fault) => !/\b422\b/.test(fault))).toEqual([]); // the word that was not typed
  });
});
