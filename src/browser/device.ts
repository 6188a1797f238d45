/** This browser as a device of the newsroom: subscribes, heals, changes what it follows, ends it. */
import { type DeviceMemory, forgetDevice, keepDevice, readDevice } from './device-store.ts';
import { subscribeHere } from './push-subscription.ts';

export interface Follow {
  kind: string;
  subjectId: string;
  level: string;
}

export interface DeviceShown {
  follows: (Follow & { name: string; path: string | null })[];
  welcomed: boolean;
  goneWhy: string | null;
  sent: { headline: string; body: string; path: string; at: number }[];
}

/** Why alerts cannot be had here; null when they can. */
export function whatPrevents(): 'install' | 'unsupported' | 'denied' | null {
  const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (!able) return isIosTab() ? 'install' : 'unsupported';
  return Notification.permission === 'denied' ? 'denied' : null;
}

/** On iOS push is there for pages on the Home Screen only. */
function isIosTab(): boolean {
  const ios =
    /iPhone|iPad|iPod/.test(navigator.userAgent) ||
    (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
  return ios && !matchMedia('(display-mode: standalone)').matches;
}

/** Asks the reader, subscribes, and tells the newsroom what to follow. Call it in the handler of a click. */
export async function turnOn(follows: Follow[]): Promise<'on' | 'denied'> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return 'denied';
  const registration = await register();
  const { subscription, keyId } = await subscribeHere(registration);
  const before = await readDevice();
  const language = document.documentElement.lang || 'en';
  const body = { subscription: { ...subscription.toJSON(), keyId }, follows, language };
  const answer = await call<{ token: string }>('POST', '/alerts/devices', before, body);
  if (!answer) throw new Error('the newsroom did not take the subscription');
  await keepDevice({ token: answer.token, keyId });
  return 'on';
}

/** Once a visit: whatever the browser did to its subscription since, the newsroom has the one that works. */
export async function healOnVisit(): Promise<void> {
  const device = await readDevice();
  if (!device || Notification.permission !== 'granted' || sessionStorage.getItem('alerts-healed')) return;
  sessionStorage.setItem('alerts-healed', 'yes');
  const { subscription, keyId } = await subscribeHere(await register());
  const body = { subscription: { ...subscription.toJSON(), keyId } };
  const answer = await call<{ token: string }>('PUT', '/alerts/device/subscription', device, body);
  if (answer) await keepDevice({ token: answer.token, keyId });
}

/** What the newsroom knows of this device; null when it knows none. */
export async function loadDevice(): Promise<DeviceShown | null> {
  const device = await readDevice();
  return device ? call<DeviceShown>('GET', '/alerts/device', device) : null;
}

export async function saveFollows(follows: Follow[]): Promise<boolean> {
  const device = await readDevice();
  const answer = device && (await call('PUT', '/alerts/device/follows', device, { follows }));
  return Boolean(answer);
}

/** Ends it at both ends. */
export async function turnOff(): Promise<void> {
  const device = await readDevice();
  if (device) await call('DELETE', '/alerts/device', device);
  await forgetDevice();
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

async function register(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register('/service-worker.js');
  return navigator.serviceWorker.ready;
}

/** Null when the newsroom does not know the device any more: then the browser forgets it too. */
async function call<T>(
  method: string,
  path: string,
  device: DeviceMemory | null,
  body?: unknown,
): Promise<T | null> {
  const answer = await fetch(path, {
    method,
    headers: {
      ...(device ? { 'x-device': device.token } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (answer.status === 404) {
    await forgetDevice();
    return null;
  }
  if (!answer.ok) throw new Error(`the newsroom answered ${answer.status}`);
  return answer.status === 204 ? ({} as T) : ((await answer.json()) as T);
}

/** The chips and boxes that are ticked in a form. */
export function tickedIn(form: HTMLFormElement): Follow[] {
  return new FormData(form).getAll('follow').map((value) => {
    const [kind = '', subjectId = '', level = ''] = String(value).split(':');
    return { kind, subjectId, level };
  });
}
