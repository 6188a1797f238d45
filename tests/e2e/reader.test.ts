/**
 * Alerts in the reader's hands, in Chromium: the page of every choice, the quiet bar, and the service worker itself,
 * which gets its messages from the browser's tools (Chromium reaches no push service here; Firefox does, see alert.test.ts).
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, BrowserContext, CDPSession, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PayloadNotice, payloadOf } from '../../src/alerts/payload.ts';
import { FakeDevice } from '../support/push-service.ts';
import { chromiumPath, listenForFaults, openChromium, openContext } from './support/chromium.ts';
import { type Crier, spawnCrier } from './support/crier.ts';
import { WAIT } from './support/patience.ts';

interface Shown {
  title: string;
  silent: boolean;
  actions: string[];
}

/** What comes by itself, soon. */
const eventually = <T>(look: () => T) => expect.poll(look, WAIT);

describe.skipIf(chromiumPath === '')('alerts in the reader’s hands', () => {
  let crier: Crier;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    crier = await spawnCrier({ verb: 'demo' });
    browser = await openChromium();
    context = await openContext(browser, { width: 390 });
    await context.grantPermissions(['notifications'], { origin: crier.address });
    page = await context.newPage();
    faults = listenForFaults(page, crier.address);
  });

  afterAll(async () => {
    await browser?.close();
    await crier?.stop();
  });

  const ask = async <T>(method: string, path: string, token: string, body?: object): Promise<T> => {
    const answer = await fetch(`${crier.address}${path}`, {
      method,
      headers: {
        ...(token ? { 'x-device': token } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.status === 204 ? ({} as T) : ((await answer.json()) as T);
  };
  interface Known {
    follows: { kind: string; subjectId: string; level: string }[];
    settings: { quiet: unknown; cap: number | null; timeZone: string | null; languages: string[] };
    stopped: { storyId: string }[];
  }
  let token = '';
  const known = () => ask<Known>('GET', '/alerts/device', token);

  /** The device that a push service would have made, given to the page as its own. */
  async function becomeDevice(): Promise<void> {
    const { keyId } = await ask<{ keyId: string }>('GET', '/alerts/key', '');
    const device = new FakeDevice('https://updates.push.services.mozilla.com');
    const made = await ask<{ token: string }>('POST', '/alerts/devices', '', {
      subscription: { ...device.subscription, keyId },
      follows: [{ kind: 'all', subjectId: '', level: 'urgent' }],
      language: 'en',
    });
    token = made.token;
    await page.evaluate(
      async (me) => {
        sessionStorage.setItem('alerts-healed', 'yes'); // there is no push service to heal with
        const opening = indexedDB.open('crier', 1);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('device');
          opening.result.createObjectStore('shown');
        };
        await new Promise((resolve) => {
          opening.onsuccess = resolve;
        });
        const writing = opening.result.transaction('device', 'readwrite');
        writing.objectStore('device').put(me, 'me');
        await new Promise((resolve) => {
          writing.oncomplete = resolve;
        });
        opening.result.close();
      },
      { token: made.token, keyId },
    );
  }

  test('before alerts are on the page offers every choice, and asks for nothing by itself', async () => {
    await page.goto(`${crier.address}/alerts`);
    await page.getByText('Alerts are off on this device.').waitFor();
    await page.getByLabel('Keep quiet every day').check();
    expect(await page.getByLabel('From').inputValue()).toBe('22:00');
    expect(await page.getByText('Europe/London').isVisible()).toBe(true);
    expect(await page.getByText('On an iPhone or iPad').isVisible()).toBe(false);
    expect(await page.getByText('End all alerts on this device').isVisible()).toBe(false);
  });

  test('once they are on, each change is saved at once, and read back on the next visit', async () => {
    await becomeDevice();
    await page.reload();
    await page.getByText('The first one is on its way').waitFor();
    await page.getByLabel('City: which alerts').selectOption('bulletin');
    await page.getByText('Saved.').waitFor();
    await page.getByLabel('Keep quiet every day').check();
    await page.getByLabel('From').fill('21:30');
    await page.getByLabel('At most').selectOption('3');
    const settings = () => known().then((device) => device.settings);
    await eventually(settings).toMatchObject({
      quiet: { from: 21 * 60 + 30, to: 7 * 60 },
      cap: 3,
      timeZone: 'Europe/London',
    });
    expect((await known()).follows.map(({ kind, level }) => [kind, level])).toEqual([
      ['all', 'urgent'],
      ['section', 'bulletin'],
    ]);
    await page.reload();
    await eventually(() => page.getByLabel('City: which alerts').inputValue()).toBe('bulletin');
    expect(await page.getByLabel('From').inputValue()).toBe('21:30');
    expect(await page.getByLabel('At most').inputValue()).toBe('3');
  });

  test('a time that is cleared is asked for, and holds nothing up once there is no quiet', async () => {
    const from = page.getByLabel('From');
    const quiet = () => known().then((device) => device.settings.quiet);
    await from.fill('');
    expect(await from.evaluate((input: HTMLInputElement) => input.matches(':focus:invalid'))).toBe(true);
    expect(await quiet()).toMatchObject({ from: 21 * 60 + 30 });
    await page.getByLabel('Keep quiet every day').uncheck();
    await eventually(quiet).toBeNull();
    await page.getByLabel('Keep quiet every day').check();
    expect(await from.inputValue()).toBe('22:00');
    await from.fill('21:30');
    await eventually(quiet).toMatchObject({ from: 21 * 60 + 30, to: 7 * 60 });
  });

  test('a story that is stopped is not ticked to be followed with others, until it is heard again', async () => {
    await page.goto(crier.address);
    const path = await page.locator('.lead h2 a').first().getAttribute('href');
    await page.goto(`${crier.address}${path}`);
    const story = page.locator('#follow').getByLabel('This story', { exact: true });
    const [stop, hear] = ['Stop this story', 'Hear of it again'].map((name) =>
      page.getByRole('button', { name }),
    );
    await stop?.click();
    await hear?.waitFor();
    expect(await story.isChecked()).toBe(false);
    await hear?.click();
    await stop?.waitFor();
    expect(await story.isChecked()).toBe(true);
  });

  describe('the service worker', () => {
    let worker: Worker;
    let tools: CDPSession;
    let registrationId = '';
    let storyId = '';
    let path = '';

    beforeAll(async () => {
      tools = await context.newCDPSession(page);
      tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        registrationId = registrations.at(-1)?.registrationId ?? registrationId;
      });
      await tools.send('ServiceWorker.enable');
      const registered = context.waitForEvent('serviceworker');
      await page.evaluate(() => navigator.serviceWorker.register('/service-worker.js'));
      worker = await registered;
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      await page.goto(crier.address);
      path = (await page.locator('.lead h2 a').first().getAttribute('href')) ?? '';
      await page.goto(`${crier.address}${path}`);
      storyId = (await page.locator('[data-follow]').getAttribute('data-follow')) ?? '';
    });

    const deliver = async (change: Partial<PayloadNotice> = {}) => {
      const data = payloadOf({
        title: 'Ferry turns back',
        body: 'No one was hurt.',
        navigate: `${crier.address}${path}`,
        language: 'en',
        direction: 'ltr',
        tag: 'story-e1',
        revision: 1,
        alert: 'a1',
        story: storyId,
        kind: 'news',
        ...change,
      });
      await tools.send('ServiceWorker.deliverPushMessage', { origin: crier.address, registrationId, data });
    };
    // In the worker, as text: these are its own globals, not those of a page.
    const shown = () =>
      worker.evaluate<Shown[]>(`self.registration.getNotifications().then((all) => all.map((one) => ({
        title: one.title, silent: one.silent ?? false, actions: (one.actions ?? []).map((action) => action.title),
      })))`);
    const tap = (action: string) =>
      worker.evaluate(`self.registration.getNotifications().then(([notification]) => {
        self.dispatchEvent(new NotificationEvent('notificationclick', { notification, action: '${action}' }));
      })`);

    test('shows an alert once, with its buttons; again and late it changes nothing, a correction does', async () => {
      await deliver();
      const first = {
        title: 'Ferry turns back',
        silent: false,
        actions: ['Stop this story', 'Change alerts'],
      };
      await eventually(shown).toEqual([first]);
      await deliver();
      await eventually(shown).toEqual([{ ...first, silent: true }]);
      await deliver({ revision: 2, title: 'Correction: ferry is late' });
      await eventually(shown).toMatchObject([{ title: 'Correction: ferry is late' }]);
      await deliver({ revision: 1 });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect((await shown()).map(({ title }) => title)).toEqual(['Correction: ferry is late']);
    });

    test('puts a correction right in quiet hours too, but without a sound', async () => {
      const minute = await page.evaluate(() => new Date().getHours() * 60 + new Date().getMinutes());
      const clock = (minutes: number) => {
        const [hours, rest] = [Math.floor(((minutes + 1_440) % 1_440) / 60), (minutes + 1_440) % 60];
        return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
      };
      const beside = await context.newPage();
      await beside.goto(`${crier.address}/alerts`);
      await beside.getByLabel('From').fill(clock(minute - 60));
      await beside.getByLabel('until').fill(clock(minute + 60));
      await beside.getByText('Saved.').waitFor();
      await expect
        .poll(async () => (await known()).settings.quiet)
        .toMatchObject({ to: (minute + 60) % 1_440 });
      await beside.close();
      await deliver({ revision: 3, kind: 'correction', title: 'Correction: ferry is in' });
      await eventually(shown).toMatchObject([{ title: 'Correction: ferry is in', silent: true }]);
      await deliver({ revision: 4, title: 'Ferry is in' });
      await eventually(shown).toMatchObject([{ title: 'Ferry is in', silent: false }]);
    });

    test('ends the story from the notification, and the story’s page knows', async () => {
      await tap('stop');
      await eventually(async () => (await known()).stopped.map((one) => one.storyId)).toEqual([storyId]);
      await eventually(shown).toEqual([]);
      await page.reload();
      await page.getByText('You hear no more of this story on this device.').waitFor();
      await page.getByRole('button', { name: 'Hear of it again' }).click();
      await eventually(async () => (await known()).stopped).toEqual([]);
    });

    test('says something plain for a message that is none, and never opens another site', async () => {
      await tools.send('ServiceWorker.deliverPushMessage', {
        origin: crier.address,
        registrationId,
        data: '{"notification":{"navigate":"https://elsewhere.example/"}}',
      });
      await eventually(shown).toMatchObject([{ title: 'News' }]);
      const leadsTo = await worker.evaluate<string>(
        'self.registration.getNotifications().then(([notification]) => notification.data.path)',
      );
      expect(leadsTo).toBe('/');
    });
  });

  test('everything is ended with one button, and nothing of the device is kept', async () => {
    await page.goto(`${crier.address}/alerts`);
    await page.getByRole('button', { name: 'End all alerts on this device' }).click();
    await page.getByText('Nothing of this device is kept.').waitFor();
    await expect(known()).rejects.toThrow('404');
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  });

  test('without script the page says what cannot be done, and what there is instead', async () => {
    const plain = await (await openContext(browser, { plain: true })).newPage();
    await plain.goto(`${crier.address}/alerts`);
    expect(await plain.content()).toContain('only a script can ask the browser');
    expect(await plain.locator('form').count()).toBe(1);
    expect(await plain.locator('form').isVisible()).toBe(false);
  });

  test('are dated in figures where the browser has no months of the page’s language', async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('../../src/browser/device-time.ts', import.meta.url))],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'device',
    });
    const blank = await context.newPage();
    const said = (language: string, day: number): Promise<string> =>
      blank.evaluate(
        ([script, at, now, tag]) =>
          new Function(`${script}; return device.deviceTime(${at}, '${tag}', ${now})`)(),
        [outputFiles[0]?.text, Date.UTC(2026, 2, day, 20, 15), Date.UTC(2026, 2, 29, 9), language] as const,
      );
    for (const language of ['bs', 'mk', 'kk', 'is']) {
      expect(await said(language, 28)).toBe('28.3., 20:15');
      expect(await said(language, 29)).toBe('21:15');
    }
    expect(await said('el', 28)).toBe('28 Μαρ, 08:15 μ.μ.');
    expect(await said('en-GB', 28)).toBe('28 Mar, 20:15');
    await blank.close();
  });
});
