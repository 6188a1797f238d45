/**
 * This screen at the desk: it is told of remarks while no desk page is open in it, by a push subscription of the desk's own. Allowed
 * by a button, never asked on load; said again on the first page of a session, because a push service may have given a new address.
 */
import { subscribeHere } from './push-subscription.ts';

const SCOPE = '/desk/'; // readers' alerts of the same browser have a subscription of their own

const can = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

export async function deskWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  const found = await navigator.serviceWorker.getRegistration(SCOPE).catch(() => undefined);
  return found && new URL(found.scope).pathname === SCOPE ? found : null;
}

export function helpScreen(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-tell-screen]');
  void currentSubscription().then((subscription) => {
    if (subscription) void sayAgain();
    else if (button && 'Notification' in window) button.hidden = false;
  });
  button?.addEventListener('click', () => {
    void turnOn().then((said) => {
      if (said === 'on') location.reload();
      else say(said);
    });
  });
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement && target.dataset.endScreen === 'this') void turnOffHere();
  });
}

async function currentSubscription(): Promise<PushSubscription | null> {
  if (!can() || Notification.permission !== 'granted') return null;
  return (await (await deskWorker())?.pushManager.getSubscription()) ?? null;
}

function say(what: 'denied' | 'open'): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-screen-says]'))
    line.hidden = line.dataset.screenSays !== what;
}

async function turnOn(): Promise<'on' | 'denied' | 'open'> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  if (!can()) return 'open';
  try {
    await tell(await activeWorker());
    return 'on';
  } catch {
    return 'open'; // no push service to be had: pages that are open go on telling
  }
}

/** A worker that was just put in is waited for: before it works nobody can subscribe. */
async function activeWorker(): Promise<ServiceWorkerRegistration> {
  const registration = await navigator.serviceWorker.register('/service-worker.js', { scope: SCOPE });
  const coming = registration.installing ?? registration.waiting;
  if (!registration.active && coming)
    await new Promise<void>((done) => {
      coming.addEventListener('statechange', () => {
        if (coming.state === 'activated' || coming.state === 'redundant') done();
      });
      if (coming.state === 'activated') done();
    });
  return registration;
}

async function tell(registration: ServiceWorkerRegistration): Promise<void> {
  const { subscription, keyId } = await subscribeHere(registration);
  const { endpoint = '', keys = {} } = subscription.toJSON();
  const token = document.querySelector<HTMLInputElement>('input[name="_form"]')?.value ?? '';
  const body = new URLSearchParams({
    _form: token,
    endpoint,
    keyId,
    p256dh: keys.p256dh ?? '',
    auth: keys.auth ?? '',
  });
  const answer = await fetch('/desk/screens', { method: 'POST', body });
  if (!answer.ok) throw new Error(String(answer.status));
}

const SAID = 'crier-screen-said'; // in this tab's session: once is enough

async function sayAgain(): Promise<void> {
  if (sessionStorage.getItem(SAID)) return;
  const registration = await deskWorker();
  if (!registration || !document.querySelector('input[name="_form"]')) return;
  sessionStorage.setItem(SAID, 'yes');
  await tell(registration).catch(() => sessionStorage.removeItem(SAID)); // the next page tries again
}

async function turnOffHere(): Promise<void> {
  await (await currentSubscription())?.unsubscribe();
}
