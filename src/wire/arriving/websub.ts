/**
 * WebSub (W3C, 2018), as a subscriber: a feed that names a hub is subscribed to there, with a secret; the lease is
 * renewed; a poll watches whether the hub keeps its word. What a hub sends is taken only under the right signature.
 */
import { randomBytes } from 'node:crypto';
import { DAY, MINUTE, SECOND } from '../../kit/clock.ts';
import type { FetchedOk } from '../../kit/guarded-fetch.ts';
import { isPublicAddress } from '../../kit/public-address.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { PreparedHead } from '../reading/prepare.ts';
import type { SourceRow } from '../sources/source.ts';
import {
  deleteSubscription,
  findSubscription,
  findSubscriptionByToken,
  putSubscription,
  type SubscriptionRow,
  updateSubscription,
} from '../sources/subscription-queries.ts';
import { acceptDelivery } from './deliveries.ts';
import { hubLinks, linksOfHeader } from './hub-links.ts';
import { isSigned } from './signatures.ts';

export const SECRET = 'websub secret';
const LONGEST_LEASE = 14 * DAY; // whatever a hub promises
const RENEWED_AT = 0.8; // of a lease: the last fifth is room for a hub that is down
const SHORTEST_LEASE = 10 * MINUTE;
const WATCHED = 45 * MINUTE; // between two polls of a source whose hub keeps its word
const MISSES = 3; // polls in a row that found what the hub had not told: its word is worth nothing

/** After a poll: what the feed says of hubs, and whether the hub had told us of what the poll found. */
export async function noticeHub(
  newsroom: Newsroom,
  source: SourceRow,
  {
    got,
    feed,
    found,
    known,
  }: { got: FetchedOk; feed: PreparedHead | null; found: number; known: SubscriptionRow | null },
): Promise<void> {
  if (known && found > 0) await countMiss(newsroom, known);
  if (got.status !== 200 || (!feed && !got.headers.link)) return;
  const links = hubLinks(linksOfHeader(got.headers.link, got.finalUrl), {
    hubs: feed?.hub ? [feed.hub] : [],
    self: feed?.self ?? null,
  });
  const hub = links.hubs[0];
  // A topic is what the publisher calls it, also where we came by another address.
  const topic = links.self ?? source.feed_url;
  if (!hub || !topic || !canBeReached(newsroom, hub)) return;
  if (known?.hub === hub && known.topic === topic && known.state !== 'ending') return;
  const now = newsroom.clock.now();
  await putSubscription(newsroom, {
    source_id: source.id,
    hub,
    topic,
    token: randomBytes(24).toString('base64url'),
    secret_sealed: newsroom.seal.close(SECRET, randomBytes(32).toString('base64url')),
    state: 'asked',
    words: null,
    asked_at: now,
    next_ask_at: now,
  });
}

/** Found by a poll while the hub should have told it. */
async function countMiss(newsroom: Newsroom, known: SubscriptionRow): Promise<void> {
  if (known.state !== 'active') return;
  const misses = known.misses + 1;
  const isLost = misses >= MISSES;
  await updateSubscription(newsroom, known.source_id, {
    misses,
    ...(isLost && {
      words: 'The hub takes subscriptions but does not send: the source is polled as before.',
    }),
  });
}

/** A hub outside cannot reach a newsroom at home; asking it would only make noise. */
function canBeReached(newsroom: Newsroom, hub: string): boolean {
  const { hostname, host } = new URL(newsroom.settings.address);
  const isAtHome =
    /^(localhost|.*\.(local|internal|lan|home))$/.test(hostname) ||
    (/^[\d.]+$|:/.test(host.replace(/:\d+$/, '')) && !isPublicAddress(hostname.replace(/^\[|\]$/g, '')));
  return !isAtHome || newsroom.settings.trustedHosts.includes(new URL(hub).host);
}

/** The time until the next poll: longer while a hub keeps its word. */
export function restWhilePushed(
  known: SubscriptionRow | null,
  { interval, now }: { interval: number; now: number },
): number {
  const isKept = known?.state === 'active' && (known.lease_until ?? 0) > now && known.misses < MISSES;
  return isKept ? Math.max(interval, WATCHED) : interval;
}

export interface HubAsks {
  mode: string | undefined;
  topic: string | undefined;
  challenge: string | undefined;
  leaseSeconds: number;
  reason: string | undefined;
}

/** The hub verifies what we asked (5.3), or denies it (5.2): the challenge to answer with, or null for a no. */
export async function answerHub(newsroom: Newsroom, token: string, asks: HubAsks): Promise<string | null> {
  const known = await findSubscriptionByToken(newsroom, token);
  if (!known || asks.topic !== known.topic) return null;
  if (asks.mode === 'denied') return await takeDenial(newsroom, known, asks.reason);
  if (asks.mode === 'unsubscribe') return await takeEnd(newsroom, known, asks.challenge);
  if (asks.mode !== 'subscribe' || known.state === 'ending' || !asks.challenge) return null;
  const now = newsroom.clock.now();
  const promised = asks.leaseSeconds > 0 ? asks.leaseSeconds * SECOND : LONGEST_LEASE;
  const lease = Math.min(LONGEST_LEASE, Math.max(SHORTEST_LEASE, promised));
  await updateSubscription(newsroom, known.source_id, {
    state: 'active',
    words: null,
    attempts: 0,
    misses: 0,
    lease_until: now + lease,
    next_ask_at: now + Math.round(lease * RENEWED_AT),
  });
  newsroom.bell.ring('desk', { what: 'sources' });
  return asks.challenge;
}

async function takeDenial(newsroom: Newsroom, known: SubscriptionRow, reason = ''): Promise<string> {
  const words = `The hub denies the subscription${reason ? `: ${reason.slice(0, 200)}` : '.'}`;
  const next_ask_at = newsroom.clock.now() + DAY;
  await updateSubscription(newsroom, known.source_id, { state: 'denied', words, next_ask_at });
  newsroom.bell.ring('desk', { what: 'sources' });
  return '';
}

/** Only what we asked for is confirmed: someone else may want our subscriptions to end. */
async function takeEnd(newsroom: Newsroom, known: SubscriptionRow, challenge = ''): Promise<string | null> {
  if (known.state !== 'ending') return null;
  await deleteSubscription(newsroom, known.source_id);
  return challenge;
}

export interface Push {
  token: string;
  signature: string | undefined;
  contentType: string | null;
  bytes: Uint8Array;
}

/** Looked at before the bytes are read: whether there is a subscription that a hub may send to. */
export async function isPushExpected(newsroom: Newsroom, token: string): Promise<boolean> {
  const known = await findSubscriptionByToken(newsroom, token);
  return known !== undefined && known !== null && known.state !== 'ending';
}

/**
 * What a hub sends. `unknown` for a subscription that is none; `ignored` without the right signature, which the hub is
 * not told (8.1); `taken` after it was kept.
 */
export async function takePush(newsroom: Newsroom, push: Push): Promise<'taken' | 'ignored' | 'unknown'> {
  const known = await findSubscriptionByToken(newsroom, push.token);
  if (!known || known.state === 'ending') return 'unknown';
  const secret = newsroom.seal.open(SECRET, known.secret_sealed);
  if (!isSigned(push.signature, secret, push.bytes)) {
    newsroom.log.warn('hub sent without the right signature', { source: known.source_id });
    const words = 'The hub sends without the right signature; what it sends is ignored.';
    await updateSubscription(newsroom, known.source_id, { words });
    return 'ignored';
  }
  const { contentType, bytes } = push;
  await acceptDelivery(newsroom, { sourceId: known.source_id, via: 'websub', contentType, bytes });
  await updateSubscription(newsroom, known.source_id, {
    delivered_at: newsroom.clock.now(),
    deliveries: known.deliveries + 1,
    misses: 0,
    words: null,
  });
  return 'taken';
}

/** Our standing with a source's hub, for its page; null where it has none. */
export async function findHubState(
  newsroom: Newsroom,
  sourceId: string,
): Promise<{ hub: string; state: string; words: string | null; leaseUntil: number | null } | null> {
  const known = await findSubscription(newsroom, sourceId);
  return known && { hub: known.hub, state: known.state, words: known.words, leaseUntil: known.lease_until };
}
