/** Debian's Chromium without a window, with a fresh profile; and an ear for everything that goes wrong in a page. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { WAIT } from './patience.ts';

/** Empty where none is installed; `npm test` looks for it. */
export const chromiumPath = process.env.CRIER_TEST_CHROMIUM ?? '';

export async function openChromium(executablePath = chromiumPath): Promise<Browser> {
  return await chromium.launch({
    executablePath,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface ContextOptions {
  /** Without script, as some read. */
  plain?: boolean;
  width?: number;
  dark?: boolean;
  /** Fingers and no mouse. */
  touch?: boolean;
  /** Pixels of the picture to one of the page. */
  sharpness?: number;
}

/** A person at a browser: own cookies, own size. */
export async function openContext(browser: Browser, options: ContextOptions = {}): Promise<BrowserContext> {
  const width = options.width ?? 1280;
  const context = await browser.newContext({
    javaScriptEnabled: !options.plain,
    viewport: { width, height: width < 500 ? 844 : 900 },
    deviceScaleFactor: options.sharpness ?? 1,
    colorScheme: options.dark ? 'dark' : 'light',
    hasTouch: options.touch ?? false,
    isMobile: options.touch ?? false,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  context.setDefaultTimeout(WAIT.timeout);
  return context;
}

/**
 * Everything a page must not do, gathered from now on: errors on the console (a broken Content-Security-Policy is one),
 * uncaught errors, requests that fail or go to another host.
 */
export function listenForFaults(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text()))
      faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url))
      faults.push(`another host: ${url}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // Leaving a page ends its open line to the newsroom.
    if (why !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest();
    if (response.status() >= 400 && !isPage) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}
