/**
 * Shows alerts. A message may come twice: the ledger of revisions keeps the second from being seen as news; and every
 * message shows something, because a browser takes away the permission of those that show nothing.
 */
import { renew, stopStoryHere } from './device-calls.ts';
import { type DeviceSettings, keepShown, shownRevision, storedDevice } from './device-store.ts';
import { isIos } from './install-guide.ts';
import { type PushAction, type PushNotice, pathHere, readNotice } from './push-notice.ts';

declare const self: ServiceWorkerGlobalScope;

/** What a notification carries for the day it is tapped. */
interface Carried {
  path: string;
  revision: number;
  kind: string;
  alert: string;
  story: string;
  actions: PushAction[];
}

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('push', (event) => event.waitUntil(inTurn(() => show(messageOf(event)))));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(tapped(event.action, carriedBy(event.notification)));
});
// Some browsers have made a new subscription themselves, some leave that to us (Firefox, whose event carries null).
self.addEventListener('pushsubscriptionchange', (event) => (event as ExtendableEvent).waitUntil(heal()));

let turn: Promise<void> = Promise.resolve();

/** One message after another: two of the same story must not both find the ledger empty. */
function inTurn(work: () => Promise<void>): Promise<void> {
  const done = turn.then(work);
  turn = done.catch(() => {}); // the browser hears of it by the promise it waits for
  return done;
}

/** The parsed text; or, where the browser has read it itself, its notification. */
function messageOf(event: PushEvent): unknown {
  try {
    return event.data ? event.data.json() : (event as PushEvent & { notification?: unknown }).notification;
  } catch {
    return null; // not JSON: then it is not from us, and something plain is shown
  }
}

async function show(message: unknown): Promise<void> {
  const notice = readNotice(message, self.location.origin);
  if (notice.probe !== '') return answerProbe(notice);
  if (notice.kind === 'remark' && (await isLooking())) return showAndClear(notice);
  // A browser without storage shows twice rather than not at all.
  const had = await shownRevision(notice.tag).catch(() => 0);
  const before = await self.registration.getNotifications({ tag: notice.tag });
  if (notice.revision > had) {
    await put(notice, before, notice.silent || (await isHush(notice)));
    await keepShown(notice.tag, notice.revision).catch(() => {});
    return;
  }
  const [still] = before;
  if (still) {
    // What stands there is as new or newer: it is put in its own place, without a sound.
    const { title, body, lang, dir } = still;
    await put({ ...notice, ...carriedBy(still), title, body, lang, dir }, before, true);
    return;
  }
  await showAndClear(notice);
}

/** Seen already: something must be shown, and it must not stay. */
async function showAndClear(notice: PushNotice): Promise<void> {
  await put(notice, [], true);
  for (const again of await self.registration.getNotifications({ tag: notice.tag })) again.close();
}

/** The same worker, where it tells the staff of remarks. */
const isDesk = (): boolean => new URL(self.registration.scope).pathname.startsWith('/desk');

/** Somebody looks at the desk just now, and has the remark on the page. */
async function isLooking(): Promise<boolean> {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return tabs.some(
    (tab) => tab.visibilityState === 'visible' && new URL(tab.url).pathname.startsWith('/desk'),
  );
}

/** A canary tells that it arrived, and disturbs nobody: shown as every message must be, without a sound, and gone. */
async function answerProbe(notice: PushNotice): Promise<void> {
  await showAndClear(notice);
  await fetch('/alerts/probe', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: notice.probe }),
  }).catch(() => {}); // the newsroom hears nothing, which is what a canary is for
}

/** A correction or a withdrawal is put right at any hour, but in the reader's quiet hours without a sound. */
async function isHush({ kind }: PushNotice): Promise<boolean> {
  if (kind !== 'correction' && kind !== 'kill') return false;
  const device = await storedDevice().catch(() => null); // no storage: no quiet hours to be known
  return isQuietNow(device?.settings?.quiet ?? null);
}

function isQuietNow(quiet: DeviceSettings['quiet']): boolean {
  if (!quiet || quiet.from === quiet.to) return false;
  const now = new Date();
  const minute = now.getHours() * 60 + now.getMinutes();
  const { from, to } = quiet;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

async function put(notice: PushNotice, before: Notification[], silent: boolean): Promise<void> {
  // iOS shows a second one beside the first, whatever the tag (WebKit/Documentation#151).
  const { userAgent, maxTouchPoints = 0 } = self.navigator as WorkerNavigator & { maxTouchPoints?: number };
  if (isIos({ userAgent, maxTouchPoints })) for (const old of before) old.close();
  const { path, revision, kind, alert, story, actions } = notice;
  const carried: Carried = { path, revision, kind, alert, story, actions };
  const options: NotificationOptions & { actions?: { action: string; title: string }[] } = {
    body: notice.body,
    lang: notice.lang,
    dir: notice.dir,
    tag: notice.tag,
    icon: '/icon-192.png',
    silent,
    data: carried,
    actions: actions.map(({ action, title }) => ({ action, title })),
  };
  await self.registration.showNotification(notice.title, options);
}

function carriedBy(notification: Notification): Carried {
  const data = (notification.data ?? {}) as Partial<Carried>;
  const { revision = 1, kind = '', alert = '', story = '', actions = [] } = data;
  return { path: String(data.path ?? '/'), revision, kind, alert, story, actions };
}

/** The notification itself, or a button on it. */
async function tapped(action: string, carried: Carried): Promise<void> {
  const button = carried.actions.find((one) => one.action === action);
  if (action === 'stop' && carried.story !== '') {
    const stopped = await stopStoryHere(carried.story).catch(() => false); // no network: the page offers it
    if (stopped) return;
  }
  if (!button) await countOpened(carried.alert).catch(() => {}); // a count is not worth a fault
  await open(pathHere(button?.path ?? carried.path, self.location.origin));
}

/** Says that one alert was opened by someone: no token, no cookie, nothing of this device. */
async function countOpened(alert: string): Promise<void> {
  if (alert === '') return;
  await fetch('/alerts/opened', {
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ alert }),
  });
}

/** The tab that has the page, else a new one. */
async function open(path: string): Promise<void> {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const wanted = new URL(path, self.location.origin);
  const tab = tabs.find((one) => new URL(one.url).pathname === wanted.pathname);
  if (tab && wanted.search === '') await tab.focus();
  else await self.clients.openWindow(wanted.href);
}

/** The push service gave this browser a new address: the newsroom learns it for the same device. */
async function heal(): Promise<void> {
  if (isDesk()) return; // its next page tells the newsroom, with whoever is signed in
  const device = await storedDevice();
  // Whatever fails, the next visit tries again.
  if (device) await renew(self.registration, device).catch(() => {});
}
