/** Receive: what came is kept as it came, once, and again each time it came differently. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { withoutControls } from '../kit/body-blocks.ts';
import { DAY } from '../kit/clock.ts';
import { htmlToText, safeBody } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import { announce } from '../runner/work.ts';
import { canonicalLink, identitiesOf } from './identity.ts';
import { languageOf } from './language.ts';
import type { FeedFormat, ParsedItem } from './parse/feed.ts';
import type { FeedReading } from './parse/read-feed.ts';
import { type KnownItem, listKnown, putItems, updateItem } from './queries.ts';

const AT_ONCE = 50; // items in one transaction: a feed of thousands must not hold the store
const ASKED_AT_ONCE = 400; // identities in one question
const BREATH = 20; // items made safe before others may run
const NEWS_AGE = DAY; // older than this is kept, but nobody is told of it as news
const NEWS_COUNT = 30; // of one poll; a source that sends more at once was silent, and readers must not be flooded
const HEADLINE = 160; // characters of one made from the text
const SUMMARY = 2_000; // characters kept of a summary
const MADE_SUMMARY = 300; // characters of one made from the text

export interface Received {
  received: number;
  changed: number;
}

export interface Delivery {
  sourceId: string;
  reading: FeedReading;
  /** What the editor says the source writes in; a feed may say otherwise for itself and for each item. */
  language: string | null;
  /** The first that ever came of the source: what it had before we knew it is kept, but is no news. */
  isFirst: boolean;
}

/** Keeps what is new or changed, and announces it in the same transactions. Nothing else may receive for the source. */
export async function receive(newsroom: Newsroom, delivery: Delivery): Promise<Received> {
  const fresh = await freshItems(newsroom, delivery);
  fresh.reverse(); // feeds put the newest first; ids should rise with time
  for (let at = 0; at < fresh.length; at += AT_ONCE)
    await keep(newsroom, delivery, fresh.slice(at, at + AT_ONCE));
  const changed = fresh.filter((one) => one.known).length;
  return { received: fresh.length - changed, changed };
}

/** One item as it will be kept. */
interface Fresh {
  identity: string;
  known: KnownItem | undefined;
  isNews: boolean;
  link: string | null;
  headline: string;
  summary: string;
  html: string;
  text: string;
  hash: string;
  raw: { bytes: Uint8Array; encoding: string };
  declared: string | null;
  detected: string | null;
  language: string | null;
  item: ParsedItem;
}

async function freshItems(newsroom: Newsroom, delivery: Delivery): Promise<Fresh[]> {
  const { feed, decoded } = delivery.reading;
  const identities = identitiesOf(feed.items);
  const known = await knownItems(newsroom, delivery.sourceId, [...new Set(identities)]);
  const fresh: Fresh[] = [];
  const seen = new Set<string>();
  let news = 0;
  for (const [index, item] of feed.items.entries()) {
    const identity = identities[index] ?? '';
    if (seen.has(identity)) continue;
    seen.add(identity);
    if (index % BREATH === BREATH - 1) await setImmediate();
    const words = wordsOf(item);
    const before = known.get(identity);
    if (before?.hash === words.hash) continue;
    const isNews = !delivery.isFirst && !before && isRecent(item, newsroom.clock.now()) && news < NEWS_COUNT;
    if (isNews) news += 1;
    const declared = item.language ?? feed.language ?? delivery.language;
    const said = `${words.headline}\n${words.text || words.summary}`;
    const raw = decoded.bytesOf(item.slice.start, item.slice.end);
    fresh.push({
      ...words,
      ...(await languageOf(said, declared)),
      identity,
      known: before,
      isNews,
      raw,
      declared,
      item,
    });
  }
  return fresh;
}

async function knownItems(
  newsroom: Newsroom,
  sourceId: string,
  identities: string[],
): Promise<Map<string, KnownItem>> {
  const known = new Map<string, KnownItem>();
  for (let at = 0; at < identities.length; at += ASKED_AT_ONCE)
    for (const item of await listKnown(newsroom, sourceId, identities.slice(at, at + ASKED_AT_ONCE)))
      known.set(item.identity, item);
  return known;
}

/** What a person reads of it. Its hash is of that alone, so that a date or a counting pixel makes no version. */
function wordsOf(item: ParsedItem) {
  const html = safeBody(item.html, item.base);
  const text = htmlToText(html);
  const summary =
    item.summary === '' ? firstWords(text, MADE_SUMMARY) : firstWords(htmlToText(item.summary), SUMMARY);
  const headline =
    withoutControls(item.title) || firstWords(text || summary, HEADLINE) || 'Without a headline';
  const link = item.link === null ? null : canonicalLink(item.link);
  const said = [headline, summary, text, link, item.status, item.embargo, item.urgency];
  const hash = createHash('sha256').update(JSON.stringify(said)).digest('base64url');
  return { headline, summary, html, text, link, hash };
}

function firstWords(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …`;
}

function isRecent(item: ParsedItem, now: number): boolean {
  return (item.updated ?? item.published ?? now) > now - NEWS_AGE;
}

async function keep(newsroom: Newsroom, delivery: Delivery, fresh: Fresh[]): Promise<void> {
  const { sourceId, reading } = delivery;
  await newsroom.transact(async (inner) => {
    const kept = fresh.map((one) => ({ one, itemId: one.known?.id ?? inner.ids.next() }));
    const added = kept.filter(({ one }) => !one.known);
    await putItems(
      inner,
      added.map(({ one, itemId }) => itemRow(one, { itemId, sourceId, now: inner.clock.now() })),
      kept.map(({ one, itemId }) => versionRow(inner, one, { itemId, format: reading.feed.format })),
    );
    for (const { one, itemId } of kept) {
      if (one.known) await change(inner, one, itemId);
      else if (one.isNews) await announce(inner, { event: 'item-received', facts: { itemId } });
    }
    inner.bell.ring('desk', { what: 'items' });
  });
}

async function change(inner: Newsroom, one: Fresh, itemId: string): Promise<void> {
  const version = versionOf(one);
  await updateItem(inner, itemId, { ...current(one), version, changed_at: inner.clock.now() });
  await announce(inner, { event: 'item-changed', facts: { itemId, version } });
}

function versionOf(one: Fresh): number {
  return (one.known?.version ?? 0) + 1;
}

function current({ item, ...one }: Fresh) {
  return {
    link: one.link,
    status: item.status,
    headline: one.headline,
    summary: one.summary,
    language: one.language,
    published_at: item.published,
    embargo_until: item.embargo,
    urgency: item.urgency,
  };
}

function itemRow(one: Fresh, { itemId, sourceId, now }: { itemId: string; sourceId: string; now: number }) {
  return {
    id: itemId,
    source_id: sourceId,
    identity: one.identity,
    ...current(one),
    version: 1,
    cluster_id: null,
    story_id: null,
    received_at: now,
    changed_at: now,
  };
}

function versionRow(inner: Newsroom, one: Fresh, { itemId, format }: { itemId: string; format: FeedFormat }) {
  const { item } = one;
  return {
    id: inner.ids.next(),
    item_id: itemId,
    number: versionOf(one),
    raw: one.raw.bytes,
    raw_type: format,
    encoding: one.raw.encoding,
    headline: one.headline,
    summary: one.summary,
    html: one.html,
    text: one.text,
    byline: item.authors.join(', '),
    credit: item.rights,
    link: one.link,
    declared_language: one.declared,
    language: one.detected,
    published_at: item.published,
    updated_at: item.updated,
    media_json: JSON.stringify(item.media),
    hops_json: JSON.stringify(item.hops),
    hash: one.hash,
    received_at: inner.clock.now(),
  };
}
