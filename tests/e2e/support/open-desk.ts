/** A newsroom of its own that is set up, with someone at its desk in Chromium. */
import type { Browser, Page } from 'playwright-core';
import { listenForFaults, openChromium, openContext } from './chromium.ts';
import { type Crier, type CrierOptions, spawnCrier } from './crier.ts';
import { setUpPaper } from './desk-steps.ts';

export interface DeskAtWork {
  crier: Crier;
  browser: Browser;
  desk: Page;
  /** What went wrong in the page since it was set up. */
  faults: string[];
  close(): Promise<void>;
}

/** `source`: the site of the first one. */
export async function openDesk(options: CrierOptions & { source?: string } = {}): Promise<DeskAtWork> {
  const crier = await spawnCrier(options);
  const browser = await openChromium();
  const desk = await (await openContext(browser)).newPage();
  await setUpPaper(desk, crier.setupLink(), options.source);
  const close = async () => {
    await browser.close();
    await crier.stop();
  };
  return { crier, browser, desk, faults: listenForFaults(desk, crier.address), close };
}

const pictures = process.env.CRIER_TEST_PICTURES; // a folder for pictures of the pages, for whoever looks at them

export async function takePicture(page: Page, name: string, fullPage = false): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage });
}
