/**
 * A story with every block, written and corrected without script, as it is typed; then read: nothing moves while its pictures come, and a
 * film is asked for when it is tapped and no sooner.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../src/cli/demo/cast.ts';
import { chromiumPath, listenForFaults, openContext } from './support/chromium.ts';
import { signIn } from './support/desk-steps.ts';
import { type DeskAtWork, openDesk, takePicture } from './support/open-desk.ts';
import { WAIT } from './support/patience.ts';

const FFMPEG = '/usr/bin/ffmpeg'; // Debian: ffmpeg
const docs = readFileSync(new URL('../../docs/body.md', import.meta.url), 'utf8');
const example = /```text\n([\s\S]*?)\n```/.exec(docs)?.[1] ?? '';

describe.skipIf(chromiumPath === '' || !existsSync(FFMPEG))('every block without script', () => {
  let { crier, browser, desk, close } = {} as DeskAtWork;
  let plain: Page;
  let typed: string;
  let path: string;
  const folder = mkdtempSync(join(tmpdir(), 'crier-plain-'));

  beforeAll(async () => {
    ({ crier, browser, desk, close } = await openDesk());
    plain = await (await openContext(browser, { plain: true })).newPage();
    await signIn(plain, crier.address, people.theo);
    const ids = await inLibrary(await files(folder));
    typed = example
      .replaceAll('quay-1', ids['quay.png'] ?? '')
      .replaceAll('ferry-2', ids['ferry.png'] ?? '')
      .replaceAll('still-5', ids['ferry.png'] ?? '')
      .replaceAll('film-3', ids['film.webm'] ?? '')
      .replaceAll('sound-4', ids['sound.mp3'] ?? '');
  });
  afterAll(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Sent by the library's plain form; ids by name. */
  async function inLibrary(paths: string[]): Promise<Record<string, string>> {
    await plain.goto(`${crier.address}/desk/media`);
    await plain.locator('input[type="file"]').setInputFiles(paths);
    await plain.getByRole('button', { name: 'Add', exact: true }).click();
    await desk.goto(`${crier.address}/desk/media`);
    const asked = await desk.request.get(`${crier.address}/desk/media.json`, {
      headers: { accept: 'application/json' },
    });
    const { media } = (await asked.json()) as { media: { id: string; name: string }[] };
    return Object.fromEntries(media.map(({ id, name }) => [name, id]));
  }

  test('is typed, kept as it was typed, published and corrected', async () => {
    await plain.goto(`${crier.address}/desk/stories/new`);
    await plain.getByLabel('Headline').fill('The port is open');
    await plain.getByRole('button', { name: 'Begin' }).click();
    await plain.getByLabel('Dek').fill('Ships sail again.');
    await plain.getByLabel(/^Body/).fill(typed);
    await plain.getByLabel('Section').selectOption({ label: 'City' });
    await plain.getByRole('button', { name: 'Save a take' }).click();
    await plain.getByText('Saved.').waitFor();
    expect(await plain.getByLabel(/^Body/).inputValue()).toBe(typed);
    await plain.getByRole('button', { name: 'Publish…' }).click();
    await plain.getByRole('button', { name: 'Publish now' }).click();
    await plain.getByText('Published.', { exact: true }).waitFor();
    await plain.getByLabel(/^Body/).fill(typed.replace('1,204', '1,206'));
    await plain.getByRole('button', { name: 'Save a take' }).click();
    await plain.getByText('Saved.').waitFor();
    await plain.getByRole('button', { name: 'Correct…' }).last().click();
    // Short of a line's end with any day before it: a stand-in for our letters is as wide as they are but for a pixel.
    await plain.getByLabel('What was wrong, and what is right').fill('Ships: 1,206.');
    await plain.getByRole('button', { name: 'Publish the correction' }).click();
    await plain.getByText('The correction is published').waitFor();
    await plain.goto(crier.address);
    await plain.getByRole('link', { name: 'The port is open' }).first().click();
    path = plain.url();
    expect(await plain.locator('.body table').innerText()).toContain('1,206');
    for (const block of [
      '[data-block="gallery"]',
      'video',
      'audio',
      '[data-block="embed"]',
      'aside',
      '[role="doc-endnotes"]',
    ])
      expect(await plain.locator(`.body ${block}`).count(), block).toBe(1);
    await takePicture(plain, 'body-plain-read', true);
  });

  test('nothing moves while it is read, and the film is asked for when it is tapped', async () => {
    const reader = await (await openContext(browser, { width: 390 })).newPage();
    const faults = listenForFaults(reader, crier.address);
    const asked: string[] = [];
    reader.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await reader.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      interface Shift extends PerformanceEntry {
        sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
      }
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as Shift[])
          for (const { node, previousRect: was, currentRect: is } of entry.sources) {
            // A word that moves along its line when its letters come moves nothing else.
            if (was.y === is.y && was.height === is.height) continue;
            shifts.push(`${node?.nodeName}: ${was.y} to ${is.y}, ${was.height} to ${is.height} high`);
          }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await reader.goto(path);
    const film = reader.locator('.body video');
    await film.scrollIntoViewIfNeeded();
    await reader.locator('.body [role="doc-endnotes"]').scrollIntoViewIfNeeded();
    await reader.waitForLoadState('networkidle');
    expect(await reader.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
    expect(asked.filter((each) => /-file\./.test(each))).toEqual([]);
    await film.scrollIntoViewIfNeeded();
    await film.click();
    const at = () => film.evaluate((element) => (element as HTMLVideoElement).currentTime);
    if ((await at()) === 0) await film.press('Space'); // where a tap only shows the controls
    await expect.poll(at, WAIT).toBeGreaterThan(0);
    expect(asked.filter((each) => /-file\.webm$/.test(each)).length).toBeGreaterThan(0);
    expect(asked.filter((each) => /-file\.mp3$/.test(each))).toEqual([]);
    expect(faults).toEqual([]);
    await reader.context().close();
  });
});

async function files(folder: string): Promise<string[]> {
  const at = (name: string) => join(folder, name);
  for (const [name, background] of [
    ['quay.png', '#357'],
    ['ferry.png', '#753'],
  ] as const)
    writeFileSync(
      at(name),
      await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
        .png()
        .toBuffer(),
    );
  const make = (...words: string[]) => execFileSync(FFMPEG, ['-v', 'error', '-y', ...words]);
  make('-f', 'lavfi', '-i', 'testsrc=duration=4:size=320x240:rate=10', '-c:v', 'libvpx', at('film.webm'));
  make('-f', 'lavfi', '-i', 'sine=frequency=440:duration=2', at('sound.mp3'));
  return ['quay.png', 'ferry.png', 'film.webm', 'sound.mp3'].map(at);
}
