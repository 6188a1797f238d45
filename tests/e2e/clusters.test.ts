/** One event on the wire, in Chromium: what two agencies tell is put together, parted and taken back by key. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './support/chromium.ts';
import { whenLive } from './support/desk-steps.ts';
import { type DeskAtWork, openDesk, takePicture } from './support/open-desk.ts';
import { WAIT } from './support/patience.ts';
import { openWire, type Wire } from './support/wire.ts';

describe.skipIf(chromiumPath === '')('one event on the wire', () => {
  let { crier, desk, faults, close } = {} as DeskAtWork;
  let wire: Wire;

  beforeAll(async () => {
    wire = await openWire();
    wire.put({ guid: 'gate', title: 'Gate stays shut', text: ['The north gate stays shut until Monday.'] });
    wire.put({ guid: 'lock', title: 'No way into the basin', text: ['Boats wait outside the basin.'] });
    wire.put({ guid: 'lamps', title: 'New lamps for the long pier', text: ['The pier gets forty lamps.'] });
    const settings = { CRIER_TRUSTED_HOSTS: wire.host };
    ({ crier, desk, faults, close } = await openDesk({ settings, source: wire.site }));
  });
  afterAll(async () => {
    await close();
    await wire.close();
  });

  const rows = () => desk.locator('[data-row]');
  const rowOf = (headline: string) => rows().filter({ hasText: headline });
  const chosen = (headline: string) =>
    desk.locator('#copy h2', { hasText: headline }).waitFor({ timeout: WAIT.timeout });

  test('a list that was empty is read from what comes in first; no focus is taken, and a phone goes on showing its list', async () => {
    const wide = await desk.context().newPage();
    const phone = await desk.context().newPage();
    await phone.setViewportSize({ width: 390, height: 844 });
    for (const page of [wide, phone]) {
      await page.goto(`${crier.address}/desk/wire?status=taken`);
      await whenLive(page);
      expect(await page.locator('[data-item]').count()).toBe(0);
    }
    await desk.goto(`${crier.address}/desk/wire`);
    await rowOf('New lamps').click();
    await chosen('New lamps for the long pier');
    await desk.keyboard.press('Enter');
    await desk.waitForURL(/\/desk\/stories\//);
    await wide.locator('#copy h2', { hasText: 'New lamps for the long pier' }).waitFor(WAIT);
    expect(await wide.evaluate(() => document.activeElement === document.body)).toBe(true);
    await phone.locator('[data-item]').waitFor(WAIT);
    expect(await phone.locator('#copy').isVisible()).toBe(false);
    expect(new URL(phone.url()).pathname).toBe('/desk/wire');
    await wide.keyboard.press('Enter'); // it is the chosen one
    await wide.waitForURL(/\/desk\/stories\//);
    await wide.close();
    await phone.close();
  });

  test('is one row when an editor says so, and two again when it is taken back', async () => {
    await desk.goto(`${crier.address}/desk/wire`);
    await expect.poll(() => rows().count(), WAIT).toBe(3);
    await rowOf('Gate stays shut').click();
    await chosen('Gate stays shut');
    await whenLive(desk);
    await desk.keyboard.press('c');
    await desk.getByText('Go to the one that tells of the same event').waitFor();
    await rowOf('No way into the basin').click();
    await chosen('No way into the basin');
    await desk.getByText('Does it tell of the same event as this?').waitFor();
    await takePicture(desk, 'cluster-held');
    await whenLive(desk);
    await desk.keyboard.press('c');
    await desk.getByText('The same event · 2').waitFor();
    expect(await rows().count()).toBe(2);
    await desk.keyboard.press('u');
    await desk.getByText('· taken back by').waitFor();
    expect(await rows().count()).toBe(3);
    expect(faults).toEqual([]);
  });

  test('is parted on its own page by key', async () => {
    await desk.goto(`${crier.address}/desk/wire`);
    await rowOf('Gate stays shut').click();
    await chosen('Gate stays shut');
    await whenLive(desk);
    await desk.keyboard.press('c');
    await desk.getByText('Go to the one that tells of the same event').waitFor();
    await rowOf('No way into the basin').click();
    await desk.getByRole('button', { name: 'Put them together' }).click();
    await desk.getByRole('link', { name: 'side by side' }).click();
    await desk.getByRole('checkbox', { name: 'Gate stays shut' }).check();
    await takePicture(desk, 'cluster-page');
    await desk.keyboard.press('p');
    await desk.getByText('1 item parted from the rest by').waitFor();
    await desk.getByRole('link', { name: 'the other' }).click();
    await desk.getByRole('heading', { name: 'Gate stays shut' }).waitFor();
    await desk.goto(`${crier.address}/desk/wire`);
    expect(await rows().count()).toBe(3);
    expect(faults).toEqual([]);
  });

  test('is picked up once, however often the key is pressed while the answer is on its way', async () => {
    await desk.goto(`${crier.address}/desk/wire`);
    await rowOf('Gate stays shut').click();
    await chosen('Gate stays shut');
    const sent: string[] = [];
    await desk.route(/\/pick-up$/, async (route) => {
      sent.push(route.request().url());
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    for (let press = 0; press < 3; press += 1) await desk.keyboard.press('Enter');
    await desk.waitForURL(/\/desk\/stories\/[\w-]+\?done=picked-up/);
    expect(sent).toHaveLength(1);
    expect(faults).toEqual([]);
  });
});
