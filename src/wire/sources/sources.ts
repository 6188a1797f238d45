/** Add, change, pause and resume a source, and look at the list of them. */

import {
  countFailingRows,
  findSourceRowBy,
  getSourceRow,
  listSourceRows,
  putSource,
  updateSource,
} from '../../intake/source-queries.ts';
import { SECOND } from '../../kit/clock.ts';
import { because, Refusal, refuse } from '../../kit/refusal.ts';
import { slugOf } from '../../kit/slug.ts';
import { type Actor, type Newsroom, recordAct } from '../../newsroom.ts';
import { announce } from '../../runner/work.ts';
import { type Discovery, discoverFeeds } from './discover.ts';
import type { FoundFeed } from './look-for-feeds.ts';
import { type Contract, type Source, type SourceRow, sourceOf } from './source.ts';
import { endSubscription } from './subscription-queries.ts';

export interface NewSource extends Partial<Contract> {
  /** Of a feed or of a site. Null for a source that is only quoted. */
  address: string | null;
  name?: string;
  language?: string | null;
  /** Takes the address as that of a feed without asking it first. */
  unasked?: boolean;
  by: Actor;
}

/**
 * Adds a source. Of a site, takes the first feed that it names and gives back the others, should another be meant.
 * Refuses with `feed-not-found`, `address-refused` or `source-exists`.
 */
export async function addSource(
  newsroom: Newsroom,
  asked: NewSource,
): Promise<{ sourceId: string; others: FoundFeed[] }> {
  const [feed, ...others] = await feedsFor(newsroom, asked);
  const href = feed?.href ?? null;
  const sourceId = await newsroom.transact(async (inner) => {
    if (href && (await findSourceRowBy(inner, 'feed_url', href))) refuse('source-exists');
    const name =
      asked.name?.trim() || feed?.title || (href ? new URL(href).hostname.replace(/^www\./, '') : '');
    if (name === '') refuse('form-incomplete', { fields: { name: because('sourceWithoutName') } });
    const id = inner.ids.next();
    await putSource(inner, await rowOf(inner, { id, name, feed: feed ?? null, asked }));
    await recordAct(inner, {
      by: asked.by,
      act: 'add source',
      subjectKind: 'source',
      subjectId: id,
      facts: { name, feed: href },
    });
    if (href) await announce(inner, { event: 'source-added', facts: { sourceId: id } });
    inner.bell.ring('desk', { what: 'sources' });
    return id;
  });
  return { sourceId, others };
}

async function feedsFor(newsroom: Newsroom, asked: NewSource): Promise<FoundFeed[]> {
  if (asked.address === null) return [];
  if (asked.unasked) return [{ href: new URL(asked.address).href, title: '', language: null, siteUrl: null }];
  const discovery = await discoverFeeds(newsroom, { address: asked.address });
  return discovery.ok ? discovery.feeds : refuseAddress(discovery);
}

function refuseAddress(discovery: Discovery & { ok: false }): never {
  const isInside = discovery.why === 'refused-address';
  throw new Refusal(isInside ? 'address-refused' : 'feed-not-found', {
    words: discovery.words,
    fields: { address: discovery.words },
  });
}

async function rowOf(
  inner: Newsroom,
  { id, name, feed, asked }: { id: string; name: string; feed: FoundFeed | null; asked: NewSource },
) {
  return {
    id,
    slug: await freeSlug(inner, name),
    name,
    feed_url: feed?.href ?? null,
    feed_host: feed ? new URL(feed.href).host : null,
    moved_to: null,
    site_url: feed?.siteUrl ?? null,
    language: asked.language ?? feed?.language ?? null,
    credit: asked.credit?.trim() || name,
    may_alert: flag(asked.mayAlert ?? false),
    may_translate: flag(asked.mayTranslate ?? false),
    publish_unread: flag(asked.publishUnread ?? false),
    ...contractRow(asked),
    section_id: asked.sectionId ?? null,
    alert_level: asked.alertLevel ?? null,
    interval_ms: inner.settings.feedSeconds * SECOND,
    next_poll_at: inner.clock.now(),
    lease_until: 0,
    failures_in_row: 0,
    created_at: inner.clock.now(),
  };
}

/** The further terms of a contract; what is not given stays. */
function contractRow(terms: Partial<Contract>) {
  const { mayUseCloud, mayFullText, takesGenerated, indexPolicy, keepDays, autoKill, isWire } = terms;
  if (keepDays !== undefined && keepDays !== null && !(Number.isInteger(keepDays) && keepDays > 0))
    refuse('form-incomplete', { fields: { keepDays: because('daysNotWhole') } });
  return {
    ...(mayUseCloud !== undefined && { may_use_cloud: flag(mayUseCloud) }),
    ...(mayFullText !== undefined && { may_full_text: flag(mayFullText) }),
    ...(takesGenerated !== undefined && { takes_generated: flag(takesGenerated) }),
    ...(indexPolicy !== undefined && { index_policy: indexPolicy }),
    ...(keepDays !== undefined && { keep_days: keepDays }),
    ...(autoKill !== undefined && { auto_kill: flag(autoKill) }),
    ...(isWire !== undefined && { is_wire: flag(isWire) }),
  };
}

function flag(isSo: boolean): 0 | 1 {
  return isSo ? 1 : 0;
}

async function freeSlug(inner: Newsroom, name: string): Promise<string> {
  const wanted = slugOf(name) || 'source';
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!(await findSourceRowBy(inner, 'slug', slug))) return slug;
  }
}

export interface SourceChange extends Partial<Contract> {
  sourceId: string;
  name?: string;
  language?: string | null;
  /** The address of the feed itself. */
  feedUrl?: string;
  by: Actor;
}

/** Changes what is known of a source or its contract; what is not given stays. A new address is polled at once. */
export async function changeSource(newsroom: Newsroom, change: SourceChange): Promise<void> {
  await newsroom.transact(async (inner) => {
    const row = await getSourceRow(inner, change.sourceId);
    const { credit, name } = change;
    const set = {
      ...(name?.trim() && { name: name.trim() }),
      ...(change.language !== undefined && { language: change.language }),
      ...(credit?.trim() && { credit: credit.trim() }),
      ...(change.mayAlert !== undefined && { may_alert: flag(change.mayAlert) }),
      ...(change.mayTranslate !== undefined && { may_translate: flag(change.mayTranslate) }),
      ...(change.publishUnread !== undefined && { publish_unread: flag(change.publishUnread) }),
      ...contractRow(change),
      ...(change.sectionId !== undefined && { section_id: change.sectionId }),
      ...(change.alertLevel !== undefined && { alert_level: change.alertLevel }),
      ...(await newAddress(inner, row, change.feedUrl)),
    };
    if (Object.keys(set).length === 0) return;
    await updateSource(inner, row.id, set);
    const facts = Object.fromEntries(
      Object.entries(change).filter(([key]) => key !== 'by' && key !== 'sourceId'),
    );
    await recordAct(inner, {
      by: change.by,
      act: 'change source',
      subjectKind: 'source',
      subjectId: row.id,
      facts,
    });
    inner.bell.ring('desk', { what: 'sources' });
    inner.bell.ring('pages', { touched: [`source:${row.id}`] });
  });
}

async function newAddress(inner: Newsroom, row: SourceRow, feedUrl: string | undefined) {
  if (feedUrl === undefined || feedUrl === row.feed_url) return {};
  if (!URL.canParse(feedUrl) || !/^https?:$/.test(new URL(feedUrl).protocol))
    refuse('feed-not-found', { fields: { feedUrl: because('notAFeedAddress') } });
  const { href, host } = new URL(feedUrl);
  const other = await findSourceRowBy(inner, 'feed_url', href);
  if (other && other.id !== row.id) refuse('source-exists');
  return {
    feed_url: href,
    feed_host: host,
    moved_to: null,
    moved_times: 0,
    etag: null,
    last_modified: null,
    body_hash: null,
    failure: null,
    failure_words: null,
    failures_in_row: 0,
    next_poll_at: inner.clock.now(),
  };
}

/** Nothing is asked of the source until it is resumed. */
export async function pauseSource(newsroom: Newsroom, asked: { sourceId: string; by: Actor }): Promise<void> {
  const now = newsroom.clock.now();
  await setState(newsroom, asked, 'pause source', { paused_at: now });
  await endSubscription(newsroom, asked.sourceId);
}

/** Polls the source again, from now, with a clean sheet. */
export async function resumeSource(
  newsroom: Newsroom,
  asked: { sourceId: string; by: Actor },
): Promise<void> {
  const next_poll_at = newsroom.clock.now();
  const clean = { failure: null, failure_words: null, failures_in_row: 0 };
  await setState(newsroom, asked, 'resume source', { paused_at: null, next_poll_at, ...clean });
}

async function setState(
  newsroom: Newsroom,
  { sourceId, by }: { sourceId: string; by: Actor },
  act: string,
  state: Parameters<typeof updateSource>[2],
): Promise<void> {
  await newsroom.transact(async (inner) => {
    await getSourceRow(inner, sourceId);
    await updateSource(inner, sourceId, state);
    await recordAct(inner, { by, act, subjectKind: 'source', subjectId: sourceId });
    inner.bell.ring('desk', { what: 'sources' });
  });
}

/** By name. */
export async function listSources(newsroom: Newsroom): Promise<Source[]> {
  return (await listSourceRows(newsroom)).map(sourceOf);
}

/** Refuses with `not-found`. */
export async function getSource(newsroom: Newsroom, sourceId: string): Promise<Source> {
  return sourceOf(await getSourceRow(newsroom, sourceId));
}

export async function findSourceBySlug(newsroom: Newsroom, slug: string): Promise<Source | null> {
  const row = await findSourceRowBy(newsroom, 'slug', slug);
  return row && sourceOf(row);
}

/** Sources that are polled and whose last poll failed. */
export async function countFailingSources(newsroom: Newsroom): Promise<number> {
  return countFailingRows(newsroom);
}
