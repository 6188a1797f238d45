/**
 * The two columns with a piece of 5,000 words: how long the newsroom needs to open it, to keep a sentence and to look again;
 * and, in Chromium, how long an editor waits from a key to the lit line, and for how long the page ever stands still.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { people, harbourPost as thePaper } from '../src/cli/demo/cast.ts';
import { readSettings } from '../src/kit/settings.ts';
import { theNewsroomItself as by, openNewsroom } from '../src/newsroom.ts';
import { addStaff } from '../src/staff/staff.ts';
import { migrateStore } from '../src/store/migrate.ts';
import { draftStory } from '../src/stories/draft.ts';
import { setUpMasthead } from '../src/stories/masthead.ts';
import { addEngine } from '../src/translation/engines.ts';
import { openChromium, openContext } from '../tests/e2e/support/chromium.ts';
import { spawnCrier } from '../tests/e2e/support/crier.ts';
import { signIn } from '../tests/e2e/support/desk-steps.ts';
import { libreServer } from '../tests/support/engine-servers.ts';
import { longPiece, type Piece } from './columns-piece.ts';
import { medianOf, type Result, resultOf, say } from './result.ts';

const GOALS = { key: 50, open: 500, keep: 200 }; // ms; the first is the issue's, the others are what feels like at once
const KEYS = 180; // presses from sentence to sentence
const KEPT = 20; // sentences written and kept
const OPENED = 9;

export async function measureColumns(): Promise<Result[]> {
  const piece = longPiece();
  say(`${piece.words} words, ${piece.sentences} sentences`);
  const engine = await libreServer((text) => piece.english.get(text) ?? text);
  const { data, storyId } = await prepared(piece, engine.address);
  const crier = await spawnCrier({ data, settings: { CRIER_LOG_LEVEL: 'silent' } });
  const chromium = process.env.CRIER_TEST_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await openChromium(chromium);
  try {
    const page = await (await openContext(browser)).newPage();
    page.setDefaultTimeout(120_000);
    await signIn(page, crier.address, people.petros);
    return await measured(page, `${crier.address}/desk/stories/${storyId}/translation`);
  } finally {
    await browser.close();
    await crier.stop();
    await engine.close();
    rmSync(data, { recursive: true, force: true });
  }
}

async function prepared(piece: Piece, address: string): Promise<{ data: string; storyId: string }> {
  const data = mkdtempSync(join(tmpdir(), 'crier-bench-'));
  const settings = readSettings(data, { CRIER_DATA: data, CRIER_LOG_LEVEL: 'silent' });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  const newsroom = await openNewsroom(settings);
  await migrateStore(newsroom.store, newsroom.engine);
  await setUpMasthead(newsroom, { ...thePaper, by });
  await addStaff(newsroom, { ...people.petros, by });
  const draft = { kind: 'libretranslate', name: 'House', address, key: null, model: null, isInside: true };
  await addEngine(newsroom, {
    draft: { ...draft, pairs: '', priceMicros: 0, monthlyCharacters: null },
    by,
  });
  const { headline, bodyHtml } = piece;
  const copy = { headline, bodyHtml, dek: '', byline: '', dateline: '', pictureId: null };
  const { storyId } = await draftStory(newsroom, { copy, language: 'es', hops: [], by });
  await newsroom.close();
  return { data, storyId };
}

async function measured(page: Page, editions: string): Promise<Result[]> {
  await page.goto(editions);
  await page.getByLabel('Into').selectOption('en');
  let began = performance.now();
  await page.getByRole('button', { name: 'Translate' }).click();
  await page.locator('.pairs .pair').first().waitFor();
  const both = performance.now() - began;
  await page.locator('.gate', { hasNotText: 'open' }).waitFor();
  const filled = performance.now() - began;
  say(
    `both columns ${both.toFixed(0)} ms after the press, all sentences translated after ${filled.toFixed(0)} ms`,
  );
  const opened: number[] = [];
  for (let at = 0; at < OPENED; at += 1) {
    began = performance.now();
    const answer = await page.request.get(page.url());
    await answer.body();
    opened.push(performance.now() - began);
    if (at === 0) say(`the page has ${((await answer.body()).length / 1000).toFixed(0)} KB`);
  }
  await page.reload();
  const stood = await standsStill(page);
  const { lit, work } = await pressKeys(page, 'Alt+ArrowDown', KEYS);
  const kept = await keepSentences(page);
  const longest = await stood();
  return [
    row('opened by the newsroom, median', medianOf(opened), GOALS.open),
    row('all sentences translated, engine on loopback', filled, 10_000),
    row('a key’s own work in the page, p95', p95(work), GOALS.key),
    row('key to the lit line, median', medianOf(lit), GOALS.key),
    row('key to the lit line, p95', p95(lit), GOALS.key),
    row('a sentence kept and checked again, median', medianOf(kept), GOALS.keep),
    row('a sentence kept and checked again, p95', p95(kept), GOALS.keep),
    row('longest that the page stood still', longest, GOALS.key),
  ];
}

/** From the key to the frame in which the next line is lit, on the page's own clock; and the work that the page did for it. */
async function pressKeys(page: Page, key: string, times: number): Promise<{ lit: number[]; work: number[] }> {
  await page.locator('.pair textarea').first().focus();
  await page.evaluate(() => {
    const [taken, work]: [number[], number[]] = [[], []];
    let began = 0;
    Object.assign(window, { taken, work });
    document.addEventListener(
      'keydown',
      ({ timeStamp, altKey, key: pressed }) => {
        began = performance.now();
        if (altKey && pressed === 'ArrowDown')
          requestAnimationFrame(() => {
            const done = new MessageChannel();
            done.port1.onmessage = () => taken.push(performance.now() - timeStamp);
            done.port2.postMessage(null); // runs when the frame has been drawn
          });
      },
      { capture: true },
    );
    // After the page's own listener: what it did, with the layout that it asks for, whatever else the machine does.
    window.addEventListener('keydown', () => {
      document.body.getBoundingClientRect();
      work.push(performance.now() - began);
    });
  });
  for (let at = 0; at < times; at += 1) {
    await page.keyboard.press(key);
    // Nobody presses again before the line is seen to have moved: presses that wait for one frame together say nothing.
    await page.waitForFunction((all) => (window as unknown as { taken: number[] }).taken.length > all, at);
  }
  return page.evaluate(() => {
    const { taken, work } = window as unknown as { taken: number[]; work: number[] };
    return { lit: taken, work };
  });
}

/** From Ctrl Enter to the row with what the checks say now. */
async function keepSentences(page: Page): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; at < KEPT; at += 1) {
    const row = page.locator('.pair').nth(at * 10 + 1);
    const stamp = await row.getAttribute('data-stamp');
    const id = await row.getAttribute('id');
    await row.locator('textarea').focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' Now.');
    const began = performance.now();
    await page.keyboard.press('Control+Enter');
    await page.waitForFunction(
      ([row_, was]) => document.getElementById(row_ ?? '')?.dataset.stamp !== was,
      [id, stamp],
    );
    taken.push(performance.now() - began);
  }
  return taken;
}

/** Long tasks from now on; the function gives the longest. */
async function standsStill(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  return async () => {
    const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
    return Math.max(1, ...tasks); // what is shorter than 50 ms is not told
  };
}

function p95(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.ceil(numbers.length * 0.95) - 1] ?? Number.NaN;
}

function row(name: string, value: number, goal: number): Result {
  return resultOf({
    ...{ name, value, unit: 'ms', better: 'less' },
    ...{ peer: 'the goal', peerVersion: '', peerValue: goal },
  });
}
