/** A picture desk's day, in Chromium: ten photos dropped at once, read, one cut by its eye, placed, published, and killed. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './support/chromium.ts';
import { type DeskAtWork, openDesk, takePicture } from './support/open-desk.ts';
import { WAIT } from './support/patience.ts';

/** A photo of a dark quay with a light ship at its right edge, with what an agency writes into its file. */
async function photo(number: number): Promise<string> {
  const ship = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#f4f0e0' } })
    .png()
    .toBuffer();
  const background = { r: 20 + number * 20, g: 60, b: 120 };
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">Ship ${number} leaves the port of Piraeus</rdf:li></rdf:Alt></dc:description><photoshop:Credit>Anna Lind/ANA</photoshop:Credit></rdf:Description></rdf:RDF></x:xmpmeta>`;
  const bytes = await sharp({ create: { width: 1600, height: 900, channels: 3, background } })
    .composite([{ input: ship, left: 1350, top: 350 }])
    .withXmp(xmp)
    .jpeg()
    .toBuffer();
  return bytes.toString('base64');
}

describe.skipIf(chromiumPath === '')('a picture desk', () => {
  let { crier, desk, faults, close } = {} as DeskAtWork;
  beforeAll(async () => {
    ({ crier, desk, faults, close } = await openDesk());
  });
  afterAll(() => close());

  const path = () => new URL(desk.url()).pathname;

  test('drops ten photos at once, and finds one by its caption', async () => {
    await desk.goto(`${crier.address}/desk/media`);
    const photos = await Promise.all(Array.from({ length: 10 }, (_, number) => photo(number)));
    const carried = await desk.evaluateHandle((all) => {
      const transfer = new DataTransfer();
      for (const [number, base64] of all.entries()) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], `IMG_${number}.jpg`, { type: 'image/jpeg' }));
      }
      return transfer;
    }, photos);
    await desk.dispatchEvent('form[data-media-drop]', 'dragover', { dataTransfer: carried });
    await desk.dispatchEvent('form[data-media-drop]', 'drop', { dataTransfer: carried });
    await expect.poll(() => desk.locator('[data-media-lines] a').count(), WAIT).toBe(10);
    await expect.poll(() => desk.locator('#library > li').count(), WAIT).toBe(10);
    expect(await desk.locator('#library').innerText()).toContain('Ship 7 leaves the port of Piraeus');
    await takePicture(desk, 'library');
    await desk.setViewportSize({ width: 390, height: 844 });
    await takePicture(desk, 'library-phone');
    await desk.emulateMedia({ colorScheme: 'dark' });
    await takePicture(desk, 'library-phone-dark');
    await desk.setViewportSize({ width: 1280, height: 900 });
    await desk.emulateMedia({ colorScheme: 'light' });
    await desk.fill('input[name="q"]', 'ship 7 piraeus');
    await desk.press('input[name="q"]', 'Enter');
    await expect.poll(() => desk.locator('#library > li').count(), WAIT).toBe(1);
  }, 180_000);

  test('cuts it by its eye, describes it, places it, publishes it; killed, it has left every page', async () => {
    await desk.locator('#library a.library-picture').click();
    await desk.locator('input.eye').waitFor();
    await takePicture(desk, 'media-page');
    await desk.locator('input.eye').click({ position: { x: 290, y: 90 } });
    await desk.getByText('Cut anew.').waitFor();
    const square = (await desk.locator('.cuts li').first().locator('img').getAttribute('src')) ?? '';
    const cut = await sharp(Buffer.from(await (await fetch(crier.address + square)).arrayBuffer()))
      .resize(9, 9, { kernel: 'nearest' })
      .raw()
      .toBuffer();
    expect(cut.some((value, at) => at % 3 === 0 && value > 200)).toBe(true); // the ship is in the square
    const mediaPage = desk.url();
    await desk.fill('textarea[name="alt"]', 'A white ship at a dark quay');
    await desk.locator('form.media-words button[type="submit"]').click();
    await desk.getByText('Kept.').waitFor();
    await desk.setViewportSize({ width: 390, height: 844 });
    await takePicture(desk, 'media-page-phone');
    await desk.setViewportSize({ width: 1280, height: 900 });

    await desk.goto(`${crier.address}/desk/stories/new`);
    await desk.fill('input[name="headline"]', 'A ship leaves the port');
    await desk.locator('main form button[type="submit"]').first().click();
    await desk.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}/);
    const storyId = path().split('/')[3] ?? '';
    await desk.goto(`${crier.address}/desk/stories/${storyId}`);
    await desk.locator('details', { hasText: 'Add a picture' }).first().locator('summary').click();
    await desk.route('**/desk/media.json?*', (route) => route.abort(), { times: 1 }); // it is asked again
    await desk.getByRole('link', { name: 'From the library' }).click();
    await desk.getByText('The library cannot be reached').waitFor();
    await desk.locator('dialog.media-picker .library-pick').first().waitFor();
    await desk.locator('dialog.media-picker input[type="search"]').fill('ship 7 piraeus');
    await expect.poll(() => desk.locator('dialog.media-picker .library-pick').count(), WAIT).toBe(1);
    await takePicture(desk, 'picker');
    await desk.locator('dialog.media-picker .library-pick').click();
    await desk.locator('dialog.media-picker').getByRole('button', { name: 'Use' }).click();
    await desk.waitForURL(/done=picture/);
    const image = desk.locator('.picture-now img');
    await image.waitFor({ state: 'attached' });
    expect(await image.getAttribute('alt')).toBe('A white ship at a dark quay');
    await desk.goto(mediaPage);
    await desk.getByText('A ship leaves the port').waitFor();
    const shown = (await desk.locator('.media-whole img').getAttribute('src')) ?? '';
    expect((await fetch(crier.address + shown)).status).toBe(200);
    desk.once('dialog', (dialog) => void dialog.accept());
    await desk.getByRole('button', { name: 'Kill' }).click();
    await desk.getByText('Killed. It has left every page').waitFor();
    await takePicture(desk, 'media-killed');
    expect((await fetch(crier.address + shown)).status).toBe(404);
    await desk.goto(`${crier.address}/desk/stories/${storyId}`);
    expect(await desk.locator('.picture-now').count()).toBe(0);
    expect(faults.filter((fault) => !fault.includes('/desk/media.json?q=&'))).toEqual([]); // the one that was cut
  }, 180_000);
});
