/**
 * Taking in: browsers that asked another house for alerts, where it handed out their subscriptions together with the key they were
 * made with. They follow everything from *urgent* on, and are told of nothing by their coming.
 */
import { randomBytes } from 'node:crypto';
import { Refusal } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import { checkedEndpoint } from '../../push/push-services.ts';
import { checkedKeys } from '../../push/subscription.ts';
import { deviceByEndpoint, insertDevice, replaceFollows } from './device-queries.ts';
import { tokenHash } from './known-device.ts';

export interface ForeignSubscription {
  endpoint: string;
  p256dh: string;
  auth: string;
  language: string;
  timeZone: string | null;
}

/** Keeps one; false where it is here already, or is none that can be sent to. */
export async function takeInSubscription(
  inner: Newsroom,
  given: ForeignSubscription,
  keyId: string,
): Promise<boolean> {
  try {
    const url = checkedEndpoint(given.endpoint, inner.settings.pushServices);
    const { p256dh, auth } = checkedKeys({ p256dh: given.p256dh, auth: given.auth });
    const endpoint_hash = inner.seal.hash('device-endpoint', url.href);
    if (await deviceByEndpoint(inner, endpoint_hash)) return false;
    const id = inner.ids.next();
    const now = inner.clock.now();
    await insertDevice(inner, {
      id,
      endpoint_sealed: inner.seal.close('device-endpoint', url.href),
      endpoint_hash,
      origin: url.origin,
      p256dh,
      auth_sealed: inner.seal.close('device-auth', Buffer.from(auth).toString('base64url')),
      vapid_key_id: keyId,
      // Nobody has it: the browser subscribes anew at its next visit, and has one of its own from then on.
      token_hash: tokenHash(inner, randomBytes(24).toString('base64url')),
      sender_hash: '',
      language: given.language.slice(0, 35),
      welcomed_at: now, // its reader was welcomed there
      strikes: 0,
      gone_at: null,
      gone_why: null,
      last_alert_at: null,
      created_at: now,
      seen_at: now,
      time_zone: given.timeZone,
    });
    await replaceFollows(inner, id, [{ kind: 'all', subjectId: '', level: 'urgent' }]);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return false; // an address or keys that no push service gave out
  }
}
