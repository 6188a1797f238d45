/**
 * What a reader on a phone waits for: bytes and requests of front and story at first sight, with nothing kept from
 * before, and how both come over slow 3G; beside the same of an earlier commit, checked out beside this one and built.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openChromium } from '../tests/e2e/support/chromium.ts';
import { spawnCrier } from '../tests/e2e/support/crier.ts';
import { checkOut, putAway, root } from './earlier.ts';
import { type Result, resultOf, say } from './result.ts';
import { medianSight, type Sight } from './sight.ts';

const BEFORE = '82a4069'; // before pages were made light
const PAGES = ['front', 'story', 'Arabic front'] as const;

type Page = (typeof PAGES)[number];
type Sights = Record<Page, { usual: Sight; slow: Sight }>;

/** Nothing where there is no Chromium, or the earlier commit cannot be had. */
export async function measureFirstSight(): Promise<Result[]> {
  const chromium = chromiumHere();
  if (!chromium) {
    say('Chromium is not installed, and first sight is left out. On Debian: apt-get install chromium');
    return [];
  }
  const before = checkOut(BEFORE);
  if (!before) return [];
  const browser = await openChromium(chromium);
  try {
    const [old, ours] = [await sightsOf(browser, before), await sightsOf(browser, root)];
    return PAGES.flatMap((page) => resultsOf(page, ours[page], old[page]));
  } finally {
    await browser.close();
    putAway(before);
  }
}

function chromiumHere(): string | undefined {
  const known = [process.env.CRIER_TEST_CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'];
  return known.find((path) => path !== '' && existsSync(path));
}

/** The demo of a checkout, looked at. */
async function sightsOf(browser: Browser, checkout: string): Promise<Sights> {
  const crier = await spawnCrier({
    verb: 'demo',
    program: join(checkout, 'dist/main.js'),
    settings: { CRIER_LOG_LEVEL: 'silent' },
  });
  try {
    const paths: Record<Page, string> = {
      front: '/',
      story: await leadOf(crier.address),
      'Arabic front': '/ar',
    };
    const sights = {} as Sights;
    for (const page of PAGES) {
      const url = `${crier.address}${paths[page]}`;
      await fetch(url); // made once, as for any reader but the first
      sights[page] = {
        usual: await medianSight(browser, url, 'usual'),
        slow: await medianSight(browser, url, 'slow 3G'),
      };
    }
    return sights;
  } finally {
    await crier.stop();
  }
}

async function leadOf(address: string): Promise<string> {
  const front = await (await fetch(address)).text();
  const [, path] = /class="item lead[^"]*"[^>]*>.*?<h2><a href="([^"]+)"/s.exec(front) ?? [];
  if (!path) throw new Error('the demo has no lead');
  return path;
}

function resultsOf(page: Page, ours: Sights[Page], old: Sights[Page]): Result[] {
  const peer = { peer: 'Crier before', peerVersion: BEFORE, better: 'less' as const };
  const row = (name: string, unit: string, of: (sights: Sights[Page]) => number) =>
    resultOf({ name: `${page}, ${name}`, value: of(ours), unit, peerValue: of(old), ...peer });
  return [
    row('at first sight', 'KB', ({ usual }) => usual.bytes / 1000),
    row('at first sight', 'requests', ({ usual }) => usual.requests),
    row('first paint on slow 3G', 'ms', ({ slow }) => slow.firstPaint),
    row('largest paint on slow 3G', 'ms', ({ slow }) => slow.largestPaint),
    row('load on slow 3G', 'ms', ({ slow }) => slow.load),
    // Of two pages that stand still neither is ahead.
    row('layout shift on slow 3G', '/1000', ({ slow }) => 1 + Math.round(1000 * slow.shift)),
  ];
}
