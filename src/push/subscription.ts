/** A browser's push subscription as it hands it over, looked at with distrust, and as it is kept: sealed, and found by a keyed hash. */
import { ECDH } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { checkedEndpoint } from './push-services.ts';

const LONGEST_KEY = 200; // characters of base64url; both keys are far shorter

/** A browser's PushSubscription as its `toJSON` gives it, and the VAPID key it was made with. */
export const subscriptionForm = z.object({
  endpoint: z.string().min(1).max(2_000),
  keys: z.object({
    p256dh: z.string().max(LONGEST_KEY),
    auth: z.string().max(LONGEST_KEY),
  }),
  keyId: z.string().min(1).max(64),
});
export type SubscriptionForm = z.output<typeof subscriptionForm>;

/** The keys as bytes; refuses with `push-keys-wrong` a point off the curve or a secret of another length. */
export function checkedKeys(given: SubscriptionForm['keys']): { p256dh: Uint8Array; auth: Uint8Array } {
  const p256dh = Buffer.from(given.p256dh, 'base64url');
  const auth = Buffer.from(given.auth, 'base64url');
  if (auth.length !== 16 || p256dh.length !== 65 || p256dh[0] !== 4) refuse('push-keys-wrong');
  try {
    ECDH.convertKey(p256dh, 'prime256v1');
  } catch {
    refuse('push-keys-wrong'); // OpenSSL throws for a point that is not on the curve (RFC 8291 section 7), and only then
  }
  return { p256dh, auth };
}

export interface CheckedSubscription {
  endpoint: string;
  endpointHash: string;
  origin: string;
  p256dh: Uint8Array;
  auth: Uint8Array;
  keyId: string;
}

/** Refuses with `push-service-unknown` and `push-keys-wrong`. */
export function checkedSubscription(newsroom: Newsroom, given: SubscriptionForm): CheckedSubscription {
  const url = checkedEndpoint(given.endpoint, newsroom.settings.pushServices);
  const keys = checkedKeys(given.keys);
  if (!newsroom.keys.vapid.some((key) => key.id === given.keyId)) refuse('push-keys-wrong');
  const endpointHash = newsroom.seal.hash('device-endpoint', url.href);
  return { endpoint: url.href, endpointHash, origin: url.origin, ...keys, keyId: given.keyId };
}

/** The columns in which it is kept. */
export function sealedSubscription({ seal }: Newsroom, given: CheckedSubscription) {
  return {
    endpoint_sealed: seal.close('device-endpoint', given.endpoint),
    endpoint_hash: given.endpointHash,
    origin: given.origin,
    p256dh: given.p256dh,
    auth_sealed: seal.close('device-auth', Buffer.from(given.auth).toString('base64url')),
    vapid_key_id: given.keyId,
  };
}
