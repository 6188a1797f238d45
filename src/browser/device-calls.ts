/** What this browser says to the newsroom about its device; for pages and for the service worker. */
import {
  type DeviceMemory,
  type DeviceSettings,
  forgetDevice,
  keepDevice,
  storedDevice,
} from './device-store.ts';
import { subscribeHere } from './push-subscription.ts';

export interface Follow {
  kind: string;
  subjectId: string;
  level: string;
}

/** The newsroom refused: `code` is one of its refusals. */
export class CallRefusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the newsroom refused: ${code}`);
    this.code = code;
  }
}

/** Null when the newsroom does not know the device; throws `CallRefusal` or, without an answer, what fetch throws. */
export async function call<T>(
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
  if (answer.status === 404) return null;
  if (!answer.ok) throw new CallRefusal(await codeOf(answer));
  return answer.status === 204 ? ({} as T) : ((await answer.json()) as T);
}

async function codeOf(answer: Response): Promise<string> {
  const said: unknown = await answer.json().catch(() => null); // a proxy's page, say
  const code = typeof said === 'object' && said !== null && 'code' in said ? said.code : null;
  return typeof code === 'string' ? code : String(answer.status);
}

/** Subscribes, or mends the subscription there is, and tells the newsroom what to follow besides. */
export async function subscribeAndFollow(
  registration: ServiceWorkerRegistration,
  asked: { follows: Follow[]; language: string; settings?: DeviceSettings | undefined },
): Promise<void> {
  const { subscription, keyId } = await subscribeHere(registration);
  const before = await storedDevice();
  const { language, settings } = asked;
  const answer = await call<{ token: string; follows: Follow[] }>('POST', '/alerts/devices', before, {
    subscription: { ...subscription.toJSON(), keyId },
    follows: asked.follows,
    language,
    ...(settings ? { settings } : {}),
  });
  if (!answer) throw new CallRefusal('not-found');
  const kept = settings ?? before?.settings;
  await keepDevice({ ...before, ...answer, keyId, language, ...(kept ? { settings: kept } : {}) });
}

/**
 * Tells the newsroom the subscription that works now, for the same device. Where it does not know the device any more,
 * as after its books were restored from a copy, the device is taken in anew with what it followed.
 */
export async function renew(
  registration: ServiceWorkerRegistration,
  device: DeviceMemory,
  mayAgain = true,
): Promise<void> {
  const { subscription, keyId } = await subscribeHere(registration);
  const answer = await call<{ token: string; follows: Follow[]; stale: boolean }>(
    'PUT',
    '/alerts/device/subscription',
    device,
    { subscription: { ...subscription.toJSON(), keyId }, timeZone: timeZoneHere() },
  );
  if (answer) {
    const { stale, ...known } = answer;
    await keepDevice({ ...device, ...known, keyId });
    // Its push service no longer takes our key for it: a new subscription, once, with the key of today.
    if (stale && mayAgain && (await subscription.unsubscribe()))
      await renew(registration, { ...device, ...known }, false);
    return;
  }
  await forgetDevice();
  const { follows = [], language = 'en', settings } = device;
  if (follows.length > 0) await subscribeAndFollow(registration, { follows, language, settings });
}

/** IANA name of this device's clock. */
export function timeZoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** No more of a story on this device. */
export async function stopStoryHere(storyId: string): Promise<boolean> {
  const device = await storedDevice();
  const path = `/alerts/device/stopped/${encodeURIComponent(storyId)}`;
  if (!device || !(await call('PUT', path, device))) return false;
  const follows = (device.follows ?? []).filter((one) => one.kind !== 'story' || one.subjectId !== storyId);
  await keepDevice({ ...device, follows, stopped: [...new Set([...(device.stopped ?? []), storyId])] });
  return true;
}

/** Takes `stopStoryHere` back. */
export async function hearStoryHere(storyId: string): Promise<boolean> {
  const device = await storedDevice();
  const path = `/alerts/device/stopped/${encodeURIComponent(storyId)}`;
  if (!device || !(await call('DELETE', path, device))) return false;
  await keepDevice({ ...device, stopped: (device.stopped ?? []).filter((one) => one !== storyId) });
  return true;
}
