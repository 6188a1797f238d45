/** Stock Firefox without a window, whose push service is the stand-in on loopback; and what it shows a person. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { PushService } from '../../support/push-service.ts';
import { WAIT } from './patience.ts';

/** Empty where none is installed; `npm test` looks for it. */
export const firefoxPath = process.env.CRIER_TEST_FIREFOX ?? '';

/** What a person sees on the screen. */
export interface Shown {
  title: string;
  body: string;
  tag: string;
}

const TO_START = 90_000; // milliseconds: with a fresh profile, on a machine that is busy with other things, half a minute

/** Firefox with a fresh profile, which answers "may this site notify you?" with yes. */
export async function openFirefox(service: PushService): Promise<Browser> {
  return await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath,
    headless: true,
    timeout: TO_START,
    extraPrefsFirefox: {
      ...service.firefoxPrefs,
      'datareporting.policy.dataSubmissionEnabled': false,
      'app.normandy.enabled': false,
      'services.settings.server': 'http://127.0.0.1:9/', // nothing leaves this machine
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
}

/** The notifications of the site that this page is on. */
export async function notificationsOf(page: Page): Promise<Shown[]> {
  return await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const shown = (await registration?.getNotifications()) ?? [];
    return shown.map(({ title, body, tag }) => ({ title, body, tag }));
  });
}

/** Waits until what is shown is as it should be; the answer is what is shown, and when that was seen. */
export async function untilShown(
  page: Page,
  asItShould: (shown: Shown[]) => boolean,
  patience = WAIT.timeout,
): Promise<{ shown: Shown[]; at: number }> {
  const until = performance.now() + patience;
  let shown: Shown[] = [];
  while (performance.now() < until) {
    shown = await notificationsOf(page);
    if (asItShould(shown)) return { shown, at: performance.now() };
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Firefox shows ${JSON.stringify(shown)}, and nothing else within ${patience} ms`);
}
