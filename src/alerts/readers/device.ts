/** The noun: one browser that asked to be told, and the rules for what it may hand us. */
import { ECDH } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '../../kit/refusal.ts';
import { alertLevels } from '../../stories/story.ts';
import { followKinds, type ReaderFollow } from '../alert-rules.ts';

export const MOST_FOLLOWS = 100; // of one device; nobody reads more, and each is a row to match

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

export const followsForm = z
  .array(
    z.object({
      kind: z.enum(followKinds),
      subjectId: z.string().max(64).default(''),
      level: z.enum(alertLevels).default('routine'),
    }),
  )
  .max(MOST_FOLLOWS);

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

/** Follows as they are kept: each thing once, at the lowest level asked for; 'all' has no subject. */
export function tidyFollows(asked: readonly ReaderFollow[]): ReaderFollow[] {
  const kept = new Map<string, ReaderFollow>();
  for (const follow of asked) {
    const subjectId = follow.kind === 'all' ? '' : follow.subjectId;
    if (follow.kind !== 'all' && subjectId === '') refuse('form-incomplete');
    const name = `${follow.kind}:${subjectId}`;
    const had = kept.get(name);
    const lower = !had || alertLevels.indexOf(follow.level) < alertLevels.indexOf(had.level);
    if (lower) kept.set(name, { kind: follow.kind, subjectId, level: follow.level });
  }
  if (kept.size > MOST_FOLLOWS) refuse('form-incomplete', { because: 'tooManyFollows' });
  return [...kept.values()];
}
