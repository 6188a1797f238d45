/** Receive: what came is kept as it came, once, and again each time it came differently. */
import { setImmediate } from 'node:timers/promises';
import { DAY } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { announce } from '../../runner/work.ts';
import { keyStoredItems } from '../items/key-queries.ts';
import { type KnownItem, listKnown, putItems, updateItem } from '../items/queries.ts';
import { isFree, releaseOf } from '../items/release.ts';
import type { FeedFormat } from '../parse/feed.ts';
import { isAsKept } from '../reading/item-hash.ts';
import type { Prepared, PreparedItem } from '../reading/prepare.ts';
import { holdSource } from '../sources/source-queries.ts';

const AT_ONCE = 20; // items in one transaction: a feed of thousands must not hold the store
const ASKED_AT_ONCE = 400; // identities in one question
const NEWS_AGE = DAY; // older than this is kept, but nobody is told of it as news
const NEWS_COUNT = 30; // of one poll; a source that sends more at once was silent, and readers must not be flooded

export interface Received {
  received: number;
  changed: number;
  /** What is new or changed, oldest first. */
  itemIds: string[];
}

export interface Delivery {
  sourceId: string;
  prepared: Prepared;
  /** The first that ever came of the source: what it had before we knew it is kept, but is no news. */
  isFirst: boolean;
}

/**
 * Keeps what is new or changed, and announces it in the same transactions. A source may deliver in several ways at
 * once, to several processes: each transaction holds the source, so that nothing is kept twice.
 */
export async function receive(newsroom: Newsroom, delivery: Delivery): Promise<Received> {
  const { items } = delivery.prepared;
  await keyStoredItems(newsroom, delivery.sourceId);
  const known = await knownItems(newsroom, delivery.sourceId, items);
  const fresh = items.filter((item) => !isKnown(item, known.get(item.identity)));
  fresh.reverse(); // feeds put the newest first; ids should rise with time
  const told: Received & { news: number } = { received: 0, changed: 0, itemIds: [], news: 0 };
  for (let at = 0; at < fresh.length; at += AT_ONCE) {
    await keep(newsroom, { ...delivery, items: fresh.slice(at, at + AT_ONCE), told });
    await setImmediate();
  }
  const { received, changed, itemIds } = told;
  return { received, changed, itemIds };
}

async function knownItems(
  newsroom: Newsroom,
  sourceId: string,
  items: PreparedItem[],
): Promise<Map<string, KnownItem>> {
  const known = new Map<string, KnownItem>();
  const identities = items.map(({ identity }) => identity);
  for (let at = 0; at < identities.length; at += ASKED_AT_ONCE)
    for (const item of await listKnown(newsroom, sourceId, identities.slice(at, at + ASKED_AT_ONCE)))
      known.set(item.identity, item);
  return known;
}

interface Batch extends Delivery {
  items: PreparedItem[];
  told: Received & { news: number };
}

/** One item and what is known of it, as the transaction sees it. */
interface Kept {
  item: PreparedItem;
  known: KnownItem | undefined;
  itemId: string;
}

async function keep(newsroom: Newsroom, { sourceId, prepared, isFirst, items, told }: Batch): Promise<void> {
  await newsroom.transact(async (inner) => {
    await holdSource(inner, sourceId);
    const known = await knownItems(inner, sourceId, items);
    const kept = items.flatMap((item): Kept[] => {
      const before = known.get(item.identity);
      return isKnown(item, before) ? [] : [{ item, known: before, itemId: before?.id ?? inner.ids.next() }];
    });
    const now = inner.clock.now();
    await putItems(
      inner,
      kept.filter((one) => !one.known).map((one) => itemRow(one, { sourceId, now })),
      kept.map((one) => versionRow(inner, one, prepared.feed.format)),
    );
    for (const one of kept) {
      if (one.known) await change(inner, one, one.known);
      else if (!isFirst && isRecent(one.item, now) && told.news++ < NEWS_COUNT) await tellOfNews(inner, one);
    }
    told.itemIds.push(...kept.map(({ itemId }) => itemId));
    told.changed += kept.filter((one) => one.known).length;
    told.received += kept.filter((one) => !one.known).length;
    if (kept.length > 0) inner.bell.ring('desk', { what: 'items' });
  });
}

function isRecent(item: PreparedItem, now: number): boolean {
  return (item.updated ?? item.published ?? now) > now - NEWS_AGE;
}

function isKnown(item: PreparedItem, known: KnownItem | undefined): boolean {
  return known !== undefined && isAsKept(item, known);
}

/** What is under embargo or dated ahead is news twice: for the desk now, and when it may go out. */
async function tellOfNews(inner: Newsroom, { item, itemId }: Kept): Promise<void> {
  await announce(inner, { event: 'item-received', facts: { itemId } });
  await tellOfRelease(inner, item, itemId);
}

async function tellOfRelease(inner: Newsroom, item: PreparedItem, itemId: string): Promise<void> {
  const runAt = releaseOf(item, inner.clock.now());
  if (runAt !== null) await announce(inner, { event: 'item-released', facts: { itemId }, runAt });
}

async function change(inner: Newsroom, one: Kept, known: KnownItem): Promise<void> {
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
  await announce(inner, { event: 'item-changed', facts: { itemId, version } });
  const before = { status: known.status, embargo: known.embargo_until, published: known.published_at };
  if (!isFree(before, now) && isFree(item, now))
    await announce(inner, { event: 'item-released', facts: { itemId } });
  else if (item.embargo !== known.embargo_until || item.published !== known.published_at)
    await tellOfRelease(inner, item, itemId);
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

function itemRow({ item, itemId }: Kept, { sourceId, now }: { sourceId: string; now: number }) {
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

function versionRow(inner: Newsroom, one: Kept, format: FeedFormat) {
  const { item } = one;
  return {
    id: inner.ids.next(),
    item_id: one.itemId,
    number: versionOf(one),
    raw: item.raw.bytes,
    raw_type: format,
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
