/** The webhook: a source's own program sends to our door, signed with a secret of its own (docs/webhook.md). */
import { randomBytes } from 'node:crypto';
import { findSourceRowBy, getSourceRow, updateSource } from '../../intake/source-queries.ts';
import { refuse } from '../../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../../newsroom.ts';
import { acceptDelivery } from './deliveries.ts';
import { type HookHeaders, isHookSigned, mayBeHookSigned } from './signatures.ts';

const SECRET = 'webhook secret';

/** Makes a secret for the source, in place of the one it had. It is shown now, and never again. */
export async function makeHookSecret(
  newsroom: Newsroom,
  { sourceId, by }: { sourceId: string; by: Actor },
): Promise<{ secret: string }> {
  const secret = randomBytes(32).toString('base64url');
  await newsroom.transact(async (inner) => {
    await getSourceRow(inner, sourceId);
    await updateSource(inner, sourceId, { hook_secret_sealed: inner.seal.close(SECRET, secret) });
    await recordAct(inner, { by, act: 'make webhook secret', subjectKind: 'source', subjectId: sourceId });
    inner.bell.ring('desk', { what: 'sources' });
  });
  return { secret };
}

export interface HookDelivery extends HookHeaders {
  slug: string;
  contentType: string | null;
  bytes: Uint8Array;
}

/** Looked at before the bytes are read: refuses with `signature-wrong` what no bytes could make right. */
export async function expectHook(newsroom: Newsroom, coming: HookHeaders & { slug: string }): Promise<void> {
  if (!mayBeHookSigned(coming, newsroom.clock.now())) refuse('signature-wrong');
  const source = await findSourceRowBy(newsroom, 'slug', coming.slug);
  if (!source?.hook_secret_sealed || source.paused_at !== null) refuse('signature-wrong');
}

/**
 * Keeps what was sent. An unknown source, one without a secret, a wrong signature and an old one refuse alike, with
 * `signature-wrong`: who guesses learns nothing. Sent twice, it is kept once.
 */
export async function takeHook(newsroom: Newsroom, sent: HookDelivery): Promise<{ deliveryId: string }> {
  const source = await findSourceRowBy(newsroom, 'slug', sent.slug);
  if (!source?.hook_secret_sealed || source.paused_at !== null) return refuse('signature-wrong');
  const secret = newsroom.seal.open(SECRET, source.hook_secret_sealed);
  const { bytes, contentType } = sent;
  if (!isHookSigned(sent, { secret, bytes, now: newsroom.clock.now() })) return refuse('signature-wrong');
  return acceptDelivery(newsroom, { sourceId: source.id, via: 'webhook', contentType, bytes });
}

export async function hasHookSecret(newsroom: Newsroom, sourceId: string): Promise<boolean> {
  return (await getSourceRow(newsroom, sourceId)).hook_secret_sealed !== null;
}
