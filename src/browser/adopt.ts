/**
 * A reader who asked another house for alerts, on the address that is ours now: its worker is still here, with a subscription that
 * nobody can send to. Permission stands, so the first visit subscribes anew, without asking, and ends the old worker. Whoever ended
 * their alerts has no such subscription, and is left alone.
 */
import { subscribeAndFollow } from './device-calls.ts';
import { storedDevice } from './device-store.ts';

const OURS = '/service-worker.js';

const isOurs = ({ active, waiting, installing }: ServiceWorkerRegistration): boolean => {
  const worker = active ?? waiting ?? installing;
  return worker === null || new URL(worker.scriptURL).pathname === OURS;
};

/** True where somebody was taken over. */
export async function adoptOnVisit(register: () => Promise<ServiceWorkerRegistration>): Promise<boolean> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return false;
  if (Notification.permission !== 'granted' || (await storedDevice())) return false;
  const others = (await navigator.serviceWorker.getRegistrations()).filter((each) => !isOurs(each));
  const asked: PushSubscription[] = [];
  for (const other of others) {
    const had = await other.pushManager.getSubscription();
    if (had) asked.push(had);
  }
  if (asked.length === 0) return false;
  for (const had of asked) await had.unsubscribe();
  const language = document.documentElement.lang || 'en';
  await subscribeAndFollow(await register(), {
    follows: [{ kind: 'all', subjectId: '', level: 'urgent' }],
    language,
    settings: undefined,
  });
  // Ours has taken the place of one for the whole site; those of other places are ended.
  for (const other of await navigator.serviceWorker.getRegistrations())
    if (!isOurs(other)) await other.unregister();
  return true;
}
