/** One look at a page with nothing kept from before: bytes, requests, when something is there, and how far it jumps. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { medianOf } from './result.ts';

/** Times in ms since the page was asked for. */
export interface Sight {
  /** As sent, heads included. */
  bytes: number;
  requests: number;
  firstPaint: number;
  largestPaint: number;
  load: number;
  /** Cumulative layout shift. */
  shift: number;
}

export type Line = 'usual' | 'slow 3G';

const SLOW = { latency: 400, throughput: 400_000 / 8 }; // ms; bytes a second
const LOOKS = 3;
const SETTLE = 2_000; // ms after load: fonts that came last have been painted then

export async function medianSight(browser: Browser, url: string, line: Line): Promise<Sight> {
  const sights: Sight[] = [];
  for (let at = 0; at < LOOKS; at += 1) sights.push(await lookAt(browser, url, line));
  const median = (key: keyof Sight) => medianOf(sights.map((sight) => sight[key]));
  return {
    ...{ bytes: median('bytes'), requests: median('requests'), load: median('load'), shift: median('shift') },
    ...{ firstPaint: median('firstPaint'), largestPaint: median('largestPaint') },
  };
}

/** A phone with a fresh profile. */
export async function lookAt(browser: Browser, url: string, line: Line): Promise<Sight> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const counted = await countOn(session);
    if (line === 'slow 3G') await slowDown(session);
    await page.addInitScript(watchShifts);
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(SETTLE);
    return { ...counted(), ...(await timesOf(page)) };
  } finally {
    await context.close();
  }
}

/** The stream of open pages is not counted: it has no end. */
async function countOn(session: CDPSession): Promise<() => Pick<Sight, 'bytes' | 'requests'>> {
  await session.send('Network.enable');
  let [bytes, requests] = [0, 0];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  return () => ({ bytes, requests });
}

async function slowDown(session: CDPSession): Promise<void> {
  const { latency, throughput } = SLOW;
  const both = { downloadThroughput: throughput, uploadThroughput: throughput };
  await session.send('Network.emulateNetworkConditions', { offline: false, latency, ...both });
}

interface Watched {
  shift: number;
  largest: number;
}

function watchShifts(): void {
  const watched: Watched = { shift: 0, largest: 0 };
  (globalThis as unknown as { watched: Watched }).watched = watched;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.largest = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

async function timesOf(page: Page): Promise<Omit<Sight, 'bytes' | 'requests'>> {
  return await page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: Watched };
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const [firstPaint] = performance.getEntriesByName('first-contentful-paint');
    return {
      firstPaint: firstPaint?.startTime ?? Number.POSITIVE_INFINITY,
      largestPaint: watched.largest,
      load: navigation?.loadEventStart ?? Number.POSITIVE_INFINITY,
      shift: watched.shift,
    };
  });
}
