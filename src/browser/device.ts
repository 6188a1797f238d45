/** This browser as a device of the newsroom, as pages use it: turns alerts on, heals, changes, ends. */
import { adoptOnVisit } from './adopt.ts';
import {
  call,
  type Follow,
  hearStoryHere,
  renew,
  stopStoryHere,
  subscribeAndFollow,
  timeZoneHere,
} from './device-calls.ts';
import { type DeviceSettings, forgetDevice, keepDevice, storedDevice } from './device-store.ts';
import { installGuide } from './install-guide.ts';

export type { Follow } from './device-calls.ts';
export { CallRefusal } from './device-calls.ts';

export interface NamedStory {
  storyId: string;
  headline: string;
  path: string;
}

export interface AlertEntry {
  alertId: string;
  headline: string;
  body: string;
  path: string;
  language: string;
  kind: string;
  level: string;
  at: number;
  state: string;
  until: number | null;
  why: 'quiet' | 'cap' | null;
}

export interface DeviceState {
  follows: (Follow & { name: string; path: string | null })[];
  settings: DeviceSettings;
  welcomed: boolean;
  goneWhy: string | null;
  stopped: NamedStory[];
  ended: NamedStory[];
  sent: AlertEntry[];
}

/** Why alerts cannot be had here; null when they can. */
export function whatPrevents(): ReturnType<typeof installGuide> | 'unsupported' | 'denied' {
  const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (able) return Notification.permission === 'denied' ? 'denied' : null;
  const standalone = matchMedia('(display-mode: standalone)').matches;
  return installGuide({ ...looks(), standalone }) ?? 'unsupported';
}

const looks = () => ({ userAgent: navigator.userAgent, maxTouchPoints: navigator.maxTouchPoints });

/** Asks the reader, subscribes, and tells the newsroom what to follow. Call it in the handler of a click. */
export async function turnOn(follows: Follow[], settings?: DeviceSettings): Promise<'on' | 'denied'> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return 'denied';
  const language = document.documentElement.lang || 'en';
  const asked = { follows, language, settings: settings ?? (await firstSettings()) };
  await subscribeAndFollow(await register(), asked);
  return 'on';
}

/** A new device tells its time zone from the first, so that quiet hours need one choice less. */
async function firstSettings(): Promise<DeviceSettings | undefined> {
  if (await storedDevice()) return undefined;
  return { languages: [], timeZone: timeZoneHere(), quiet: null, breaks: 'flash', cap: null };
}

/** What every visit begins with where alerts are possible. A visit must not fail because healing did: it is tried again on the next. */
export async function healIfPossible(): Promise<void> {
  if (whatPrevents() === null) await healOnVisit().catch(() => {});
}

/** Once a visit: whatever the browser did to its subscription since, the newsroom has the one that works. */
async function healOnVisit(): Promise<void> {
  if (await adoptOnVisit(register)) return;
  const device = await storedDevice();
  if (!device || Notification.permission !== 'granted' || sessionStorage.getItem('alerts-healed')) return;
  sessionStorage.setItem('alerts-healed', 'yes');
  await renew(await register(), device);
}

/** What the newsroom knows of this device; null when it knows none. */
export async function loadDevice(): Promise<DeviceState | null> {
  const device = await storedDevice();
  if (!device) return null;
  const shown = await call<DeviceState>('GET', '/alerts/device', device);
  if (!shown) await forgetDevice();
  else {
    const { follows, settings } = shown;
    await keepDevice({ ...device, follows, settings, stopped: shown.stopped.map(({ storyId }) => storyId) });
  }
  return shown;
}

export async function saveFollows(follows: Follow[]): Promise<boolean> {
  return save('/alerts/device/follows', { follows });
}

export async function saveSettings(settings: DeviceSettings): Promise<boolean> {
  return save('/alerts/device/settings', settings);
}

/** False when the newsroom does not know this device. */
async function save(path: string, body: unknown): Promise<boolean> {
  const device = await storedDevice();
  if (!device) return false;
  const kept = await call<object>('PUT', path, device, body);
  if (kept) await keepDevice({ ...device, ...kept });
  return kept !== null;
}

export const stopStory = stopStoryHere;
export const hearStory = hearStoryHere;

/** Ends it at both ends. */
export async function turnOff(): Promise<void> {
  const device = await storedDevice();
  if (device) await call('DELETE', '/alerts/device', device);
  await forgetDevice();
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

async function register(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register('/service-worker.js');
  return navigator.serviceWorker.ready;
}

/** The chips that are ticked in a form. */
export function tickedIn(form: HTMLFormElement): Follow[] {
  return new FormData(form).getAll('follow').map((value) => {
    const [kind = '', subjectId = '', level = ''] = String(value).split(':');
    return { kind, subjectId, level };
  });
}
