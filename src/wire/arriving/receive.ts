/** Receive: what came is kept as it came, once, and again each time it came differently. */
import { type KnownItem, listKnown, putItems, updateItem } from '../../intake/item-queries.ts';
import { holdSources } from '../../intake/source-queries.ts';
import { DAY } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { type AnyAnnouncement, announceAll } from '../../runner/work.ts';
import type { ItemWords } from '../events/cluster-queries.ts';
import { keyStoredItems } from '../items/key-queries.ts';
import { isFree, releaseOf } from '../items/release.ts';
import { isAsKept } from '../reading/item-hash.ts';
import type { PreparedItem } from '../reading/prepare.ts';
import type { ReadDelivery, ReadItem } from './prepare-delivery.ts';

const AT_ONCE = 16; // items in one transaction, some ten milliseconds: a page that is asked for meanwhile waits for it
const ASKED_AT_ONCE = 400; // identities in one question
const NEWS_AGE = DAY; // older than this is kept, but nobody is told of it as news
const NEWS_COUNT = 30; // of one poll; a source that sends more at once was silent, and readers must not be flooded

export interface ReceivedCounts {
  received: number;
  changed: number;
  /** What is new or changed, oldest first. */
  itemIds: string[];
}

export interface Delivery {
  sourceId: string;
  prepared: ReadDelivery;
  /** The first that ever came of the source: what it had before we knew it is kept, but is no news. */
  isFirst: boolean;
}

/** A delivery with those of its items that are to be kept. */
export interface Arrival extends Delivery {
  /** Oldest first. */
  fresh: ReadItem[];
  /** What was kept of it so far; how many were told of as news. */
  told: ReceivedCounts & { news: number };
}

/** So many items of one arrival as one transaction takes. */
export interface Portion {
  arrival: Arrival;
  items: ReadItem[];
}

export function receivedOf({ told: { received, changed, itemIds } }: Arrival): ReceivedCounts {
  return { received, changed, itemIds };
}

/** What of each delivery is to be kept, as far as can be known without holding its source. */
export async function arrivalsOf(newsroom: Newsroom, deliveries: Delivery[]): Promise<Arrival[]> {
  const asked = deliveries.map(({ sourceId, prepared: { items } }) => ({ sourceId, items }));
  await keyStoredItems(
    newsroom,
    asked.map(({ sourceId }) => sourceId),
  );
  const known = await knownOf(newsroom, asked);
  return deliveries.map((delivery) => {
    const { sourceId, prepared } = delivery;
    const fresh = prepared.items.filter((item) => !isKnown(item, known(sourceId, item)));
    fresh.reverse(); // feeds put the newest first; ids should rise with time
    return { ...delivery, fresh, told: { received: 0, changed: 0, itemIds: [], news: 0 } };
  });
}

/** What arrived in the portions that are kept one after the other, some of several sources. */
export function portionsOf(arrivals: Arrival[]): Portion[][] {
  const all: Portion[][] = [];
  let room = 0;
  for (const arrival of arrivals)
    for (let at = 0; at < arrival.fresh.length; ) {
      if (room === 0) {
        all.push([]);
        room = AT_ONCE;
      }
      const items = arrival.fresh.slice(at, at + room);
      all.at(-1)?.push({ arrival, items });
      at += items.length;
      room -= items.length;
    }
  return all;
}

type KnownBy = (sourceId: string, item: PreparedItem) => KnownItem | undefined;

async function knownOf(
  newsroom: Newsroom,
  asked: { sourceId: string; items: PreparedItem[] }[],
): Promise<KnownBy> {
  const known = new Map<string, KnownItem>();
  const all = asked.flatMap(({ sourceId, items }) => items.map(({ identity }) => ({ sourceId, identity })));
  for (let at = 0; at < all.length; at += ASKED_AT_ONCE)
    for (const item of await listKnown(newsroom, all.slice(at, at + ASKED_AT_ONCE)))
      known.set(`${item.source_id} ${item.identity}`, item);
  return (sourceId, { identity }) => known.get(`${sourceId} ${identity}`);
}

/** One item and what is known of it, as the transaction sees it. */
interface Kept {
  item: ReadItem;
  known: KnownItem | undefined;
  itemId: string;
  arrival: Arrival;
}

/** Keeps a portion of each; gives what was kept as it is to be clustered. Call it in a transaction of its own. */
export async function keepPortions(inner: Newsroom, portions: Portion[]): Promise<ItemWords[]> {
  const sourceIds = [...new Set(portions.map(({ arrival }) => arrival.sourceId))].sort();
  const sources = await holdSources(inner, sourceIds);
  // What is received is followed only for these: they publish what nobody has read, or its page is fetched.
  const followed = new Set(
    sources.filter((one) => one.publish_unread === 1 || one.may_full_text === 1).map(({ id }) => id),
  );
  const known = await knownOf(
    inner,
    portions.map(({ arrival, items }) => ({ sourceId: arrival.sourceId, items })),
  );
  const kept = portions.flatMap(({ arrival, items }) =>
    items.flatMap((item): Kept[] => {
      const before = known(arrival.sourceId, item);
      return isKnown(item, before)
        ? []
        : [{ item, known: before, itemId: before?.id ?? inner.ids.next(), arrival }];
    }),
  );
  const now = inner.clock.now();
  await putItems(
    inner,
    kept.filter((one) => !one.known).map((one) => itemRow(one, now)),
    kept.map((one) => versionRow(inner, one)),
  );
  const said: AnyAnnouncement[] = [];
  for (const one of kept) {
    const { told, isFirst, sourceId } = one.arrival;
    if (one.known) said.push(...(await change(inner, one, one.known)));
    else if (!isFirst && isRecent(one.item, now) && told.news++ < NEWS_COUNT)
      said.push(...newsOf(one, { isFollowed: followed.has(sourceId), now }));
    told.itemIds.push(one.itemId);
    if (one.known) told.changed += 1;
    else told.received += 1;
  }
  await announceAll(inner, said);
  if (kept.length > 0) inner.bell.ring('desk', { what: 'items' });
  return kept.map((one) => wordsOf(one, now));
}

function wordsOf(one: Kept, now: number): ItemWords {
  const { item, known, itemId, arrival } = one;
  return {
    id: itemId,
    source_id: arrival.sourceId,
    version: versionOf(one),
    text: item.text,
    marks: item.marks,
    marked: null,
    headline: item.headline,
    summary: item.summary,
    language: item.language,
    published_at: item.published,
    received_at: known?.received_at ?? now,
    cluster_id: known?.cluster_id ?? null,
    cluster_side: known?.cluster_side ?? null,
  };
}

function isRecent(item: PreparedItem, now: number): boolean {
  return (item.updated ?? item.published ?? now) > now - NEWS_AGE;
}

function isKnown(item: PreparedItem, known: KnownItem | undefined): boolean {
  return known !== undefined && isAsKept(item, known);
}

/** What is under embargo or dated ahead is news twice: for the desk now, and when it may go out. */
function newsOf(
  { item, itemId }: Kept,
  { isFollowed, now }: { isFollowed: boolean; now: number },
): AnyAnnouncement[] {
  const received = { event: 'item-received', facts: { itemId } } as const;
  return [...(isFollowed ? [received] : []), ...releaseNews(item, itemId, now)];
}

function releaseNews(item: PreparedItem, itemId: string, now: number): AnyAnnouncement[] {
  const runAt = releaseOf(item, now);
  return runAt === null ? [] : [{ event: 'item-released', facts: { itemId }, runAt }];
}

async function change(inner: Newsroom, one: Kept, known: KnownItem): Promise<AnyAnnouncement[]> {
  const { item, itemId } = one;
  const version = versionOf(one);
  const now = inner.clock.now();
  const isOtherHeadline = headlineKey(item.headline) !== headlineKey(known.headline);
  await updateItem(inner, itemId, {
    ...current(item),
    version,
    changed_at: now,
    ...(isOtherHeadline && { headline_changed_at: now }),
  });
  const changed = { event: 'item-changed', facts: { itemId, version } } as const;
  const before = { status: known.status, embargo: known.embargo_until, published: known.published_at };
  if (!isFree(before, now) && isFree(item, now))
    return [changed, { event: 'item-released', facts: { itemId } }];
  const isMoved = item.embargo !== known.embargo_until || item.published !== known.published_at;
  return [changed, ...(isMoved ? releaseNews(item, itemId, now) : [])];
}

/** Other quotation marks, spaces or capitals are not another headline. */
function headlineKey(headline: string): string {
  return headline
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function versionOf({ known }: Kept): number {
  return (known?.version ?? 0) + 1;
}

function current(item: PreparedItem) {
  return {
    link: item.link,
    status: item.status,
    headline: item.headline,
    summary: item.summary,
    language: item.language,
    published_at: item.published,
    embargo_until: item.embargo,
    expires_at: item.expires,
    terms_json: item.terms && JSON.stringify(item.terms),
    urgency: item.urgency,
    link_key: item.keys.link,
    words_key: item.keys.words,
  };
}

function itemRow({ item, itemId, arrival: { sourceId } }: Kept, now: number) {
  return {
    id: itemId,
    source_id: sourceId,
    identity: item.identity,
    ...current(item),
    version: 1,
    cluster_id: null,
    story_id: null,
    received_at: now,
    changed_at: now,
  };
}

function versionRow(inner: Newsroom, one: Kept) {
  const { item } = one;
  return {
    id: inner.ids.next(),
    item_id: one.itemId,
    number: versionOf(one),
    raw: item.raw.bytes,
    raw_type: one.arrival.prepared.feed.format,
    encoding: item.raw.encoding,
    headline: item.headline,
    summary: item.summary,
    html: item.html,
    left_out_json: item.leftOut.length > 0 ? JSON.stringify(item.leftOut) : null,
    text: item.text,
    byline: item.byline,
    credit: item.credit,
    link: item.link,
    declared_language: item.declared,
    language: item.detected,
    published_at: item.published,
    updated_at: item.updated,
    media_json: JSON.stringify(item.media),
    hops_json: JSON.stringify(item.hops),
    facts_json: item.facts && JSON.stringify(item.facts),
    status: item.status,
    embargo_until: item.embargo,
    hash: item.hash,
    received_at: inner.clock.now(),
  };
}
