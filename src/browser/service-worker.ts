/**
 * Shows alerts. A message may come twice: the ledger of revisions keeps the second from being seen as news; and every
 * message shows something, because a browser takes away the permission of those that show nothing.
 */
import { keepDevice, keepShown, readDevice, shownRevision } from './device-store.ts';
import { type PushNotice, pathHere, readNotice } from './push-notice.ts';
import { subscribeHere } from './push-subscription.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('push', (event) => event.waitUntil(inTurn(() => show(messageOf(event)))));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(pathHere(String(event.notification.data?.path ?? '/'), self.location.origin)));
});
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
  // A browser without storage shows twice rather than not at all.
  const had = await shownRevision(notice.tag).catch(() => 0);
  const before = await self.registration.getNotifications({ tag: notice.tag });
  if (notice.revision > had) {
    await put(notice, before, notice.silent);
    await keepShown(notice.tag, notice.revision).catch(() => {});
    return;
  }
  const [still] = before;
  if (still) {
    // What stands there is as new or newer: it is put in its own place, without a sound.
    const { title, body, lang, dir, data } = still;
    await put({ ...notice, title, body, lang, dir, path: String(data?.path ?? '/') }, before, true);
    return;
  }
  // Seen and cleared away: something must be shown, and it must not stay.
  await put(notice, [], true);
  for (const again of await self.registration.getNotifications({ tag: notice.tag })) again.close();
}

async function put(notice: PushNotice, before: Notification[], silent: boolean): Promise<void> {
  // iOS shows a second one beside the first, whatever the tag (WebKit/Documentation#151).
  if (isIos()) for (const old of before) old.close();
  await self.registration.showNotification(notice.title, {
    body: notice.body,
    lang: notice.lang,
    dir: notice.dir,
    tag: notice.tag,
    icon: '/icon-192.png',
    silent,
    data: { path: notice.path, revision: notice.revision },
  });
}

function isIos(): boolean {
  const { userAgent, maxTouchPoints } = self.navigator as WorkerNavigator & { maxTouchPoints?: number };
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && (maxTouchPoints ?? 0) > 1);
}

/** The tab that has the page, else a new one. */
async function open(path: string): Promise<void> {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const wanted = new URL(path, self.location.origin);
  const tab = tabs.find((one) => new URL(one.url).pathname === wanted.pathname);
  if (tab) await tab.focus();
  else await self.clients.openWindow(wanted.href);
}

/** The push service gave this browser a new address: the newsroom learns it for the same device. */
async function heal(): Promise<void> {
  const device = await readDevice();
  if (!device) return;
  const { subscription, keyId } = await subscribeHere(self.registration);
  const answer = await fetch('/alerts/device/subscription', {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-device': device.token },
    body: JSON.stringify({ subscription: { ...subscription.toJSON(), keyId } }),
  });
  if (!answer.ok) return; // the next visit tries again
  const { token } = (await answer.json()) as { token: string };
  await keepDevice({ token, keyId });
}
