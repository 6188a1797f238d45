/** The one join behind every list and page of published stories. */

import { type Expression, sql } from 'kysely';
import type { StoryKind } from '../kit/story-kind.ts';
import { type Picture, pictureOf } from '../media/picture.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Store } from '../store/engine.ts';
import { keptByForm, keptQuery } from '../store/kept-query.ts';
import type { Cursor } from '../stories/cursor.ts';
import { hasFew, type NarrowingFilter } from './few-queries.ts';
import { listNearPlaces } from './near-queries.ts';
import type { Section } from './sections.ts';

/**
 * Editions with the take that readers see, or with this one, which partners have. The caller adds which stories and in what
 * order.
 */
export function publishedRows({ store }: Pick<Newsroom, 'store'>, takeId?: string) {
  if (takeId !== undefined) return makeRows(store, takeId);
  const rows = began.get(store) ?? makeRows(store);
  began.set(store, rows);
  return rows;
}

/** The beginning of these queries, of each store: putting it together costs more than running most of them. */
const began = new WeakMap<Store, ReturnType<typeof makeRows>>();

function makeRows(store: Store, takeId?: string) {
  return editionsIn(store)
    .innerJoin('takes', (join) =>
      takeId === undefined
        ? join.onRef('takes.id', '=', 'editions.published_take_id')
        : join.onRef('takes.edition_id', '=', 'editions.id').on('takes.id', '=', takeId),
    )
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .leftJoin('sources', 'sources.id', 'stories.source_id')
    .leftJoin('media', (join) =>
      join.onRef('media.id', '=', 'takes.picture_id').on('media.gone_at', 'is', null),
    )
    .leftJoin('staff', 'staff.id', 'stories.by_id')
    .leftJoin('names_elsewhere', (join) =>
      join
        .on('names_elsewhere.kind', '=', 'section')
        .onRef('names_elsewhere.subject_id', '=', 'stories.section_id')
        .onRef('names_elsewhere.language', '=', 'editions.language'),
    )
    .leftJoin('picture_words', (join) =>
      join
        .onRef('picture_words.picture_id', '=', 'takes.picture_id')
        .onRef('picture_words.language', '=', 'editions.language'),
    )
    .select(['names_elsewhere.name as section_named', 'picture_words.language as picture_language'])
    .select(['picture_words.alt as picture_said', 'picture_words.caption as picture_captioned'])
    .select(['stories.id as story_id', 'stories.status', 'stories.alert_level', 'stories.replies_open'])
    .select(['stories.unread', 'stories.flash_seen', 'stories.kind'])
    .select(['stories.first_published_at as story_first_at', 'stories.kill_notice', 'stories.killed_at'])
    .select(['editions.first_published_at', 'editions.published_at'])
    .select(['editions.id as edition_id', 'editions.language', 'editions.slug'])
    .select(['takes.id as take_id', 'takes.number as take_number', 'takes.headline', 'takes.dek'])
    .select(['takes.byline', 'takes.dateline'])
    .select(['sections.id as section_id', 'sections.slug as section_slug', 'sections.name as section_name'])
    .select(['sources.id as source_id', 'sources.slug as source_slug', 'sources.name as source_name'])
    .select(['sources.credit as source_credit', 'sources.feed_url as source_feed', 'sources.index_policy'])
    .select(['media.id as picture_id', 'media.alt as picture_alt', 'media.caption as picture_caption'])
    .select([
      'media.credit as picture_credit',
      'media.width as picture_width',
      'media.height as picture_height',
      'media.version as picture_version',
      'media.cuts_json as picture_cuts',
      'media.is_decorative as picture_decorative',
      'media.is_moving as picture_moving',
    ])
    .select(['media.creator as picture_creator', 'media.copyright as picture_copyright'])
    .select(['media.usage_terms as picture_terms', 'media.web_statement as picture_statement'])
    .select(['media.licensor as picture_licensor', 'media.source_type as picture_made'])
    .select(['staff.id as author_id', 'staff.slug as author_slug', 'staff.name as author_name'])
    .select((row) =>
      row
        .selectFrom('corrections')
        .whereRef('corrections.edition_id', '=', 'editions.id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('correction_count'),
    );
}

/** With the body, which lists do without. */
export function publishedRowsWithBody(newsroom: Pick<Newsroom, 'store'>, takeId?: string) {
  return publishedRows(newsroom, takeId).select('takes.body_html');
}

export type WholeRow = Awaited<ReturnType<ReturnType<typeof publishedRowsWithBody>['execute']>>[number];
export type PublishedRow = Awaited<ReturnType<ReturnType<typeof publishedRows>['execute']>>[number];

/** What stands at an address, or did: of each edition there is one. */
export const listRowsAt = keptQuery((at, [slug = '']) =>
  publishedRowsWithBody(at)
    .where('editions.slug', '=', slug)
    .where('stories.status', 'in', ['published', 'merged', 'killed']),
);

/** These editions, published or not, in no order: SQLite, asked for what is published too, would go through all that is. */
export const listRowsOfEditions = keptQuery((at, editionIds) =>
  publishedRows(at).where('editions.id', 'in', editionIds),
);

/** The picture of the take that readers see. */
export function pictureIn(row: PublishedRow): Picture | null {
  if (row.picture_id === null) return null;
  return pictureOf({
    id: row.picture_id,
    alt: row.picture_said ?? row.picture_alt ?? '',
    caption: row.picture_captioned ?? row.picture_caption ?? '',
    ...(row.picture_language === null ? {} : { language: row.picture_language }),
    credit: row.picture_credit ?? '',
    width: row.picture_width ?? 0,
    height: row.picture_height ?? 0,
    version: row.picture_version ?? 0,
    cuts_json: row.picture_cuts ?? '{}',
    is_decorative: row.picture_decorative ?? 0,
    is_moving: row.picture_moving ?? 0,
    creator: row.picture_creator ?? '',
    copyright: row.picture_copyright ?? '',
    usage_terms: row.picture_terms ?? '',
    web_statement: row.picture_statement ?? '',
    licensor: row.picture_licensor ?? '',
    source_type: row.picture_made ?? '',
  });
}

/** The section that readers find it in, by the name it has in the edition's language. */
export function sectionIn(row: PublishedRow): Section | null {
  const { section_id: id, section_slug: slug, section_name: name, section_named: named } = row;
  if (id === null || slug === null || name === null) return null;
  return named === null ? { id, slug, name } : { id, slug, name: named, language: row.language };
}

export function findKilled(
  newsroom: Newsroom,
  editionId: string,
): Promise<{ kill_notice: string | null } | undefined> {
  return newsroom.store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .select('stories.kill_notice')
    .where('editions.id', '=', editionId)
    .where('stories.status', '=', 'killed')
    .executeTakeFirst();
}

export interface CorrectionsOfRow {
  id: string;
  at: number;
  kind: 'correction' | 'update' | 'kill';
  notice: string;
}

export function listCorrectionsOf(newsroom: Newsroom, editionId: string): Promise<CorrectionsOfRow[]> {
  return newsroom.store
    .selectFrom('corrections')
    .select(['id', 'kind', 'notice', 'at'])
    .where('edition_id', '=', editionId)
    .orderBy('at')
    .execute();
}

export interface PublishedFilter extends NarrowingFilter {
  language?: string;
  kind?: StoryKind;
  /** Only what a person of the paper has published. */
  isRead?: boolean;
  /** Where the page before this one ended. */
  before?: Cursor;
  limit: number;
}

const listedBy = ({ language }: PublishedFilter) =>
  language ? ('editions.first_published_at' as const) : ('stories.first_published_at' as const);

/** With how the list is gone through: by its own stories where it has few. */
type Chosen = PublishedFilter & { isFew: boolean };

/** Newest first, by when readers could first see the story, or that language of it; editions of one instant by their ids. */
export async function listPublishedRows(newsroom: Newsroom, filter: PublishedFilter) {
  const chosen = { ...filter, isFew: await hasFew(newsroom, filter) };
  return publishedRows(newsroom)
    .where((row) => {
      const ids = chosenIn(newsroom.store, chosen).select('editions.id');
      return newsroom.engine === 'postgres'
        ? isOneOf(row.ref('editions.id'), ids)
        : row('editions.id', 'in', ids);
    })
    .orderBy(listedBy(filter), 'desc')
    .orderBy('editions.id', 'desc')
    .execute();
}

/**
 * PostgreSQL takes an `in` behind more than eight joins for the last of them, and joins all that was ever published first (join_collapse_limit):
 * nine seconds of a million stories. As an array it is asked for once, before.
 */
const isOneOf = (column: Expression<string>, ids: Expression<unknown>) =>
  sql<boolean>`${column} = any(array(${ids}))`;

/** Where a story stands: what is asked of many, of which few are shown. */
export interface PublishedPlace {
  storyId: string;
  editionId: string;
  firstPublishedAt: number;
}

/** The places of the same stories, in the same order. */
export async function listPublishedPlaces(
  newsroom: Newsroom,
  filter: PublishedFilter,
): Promise<PublishedPlace[]> {
  const rows =
    (await listNearPlaces(newsroom, filter)) ??
    (await placeRows(newsroom, { ...filter, isFew: await hasFew(newsroom, filter) }));
  return rows.map(({ story_id, id, first_published_at }) => ({
    storyId: story_id,
    editionId: id,
    firstPublishedAt: first_published_at ?? 0,
  }));
}

const placeRows = keptByForm(
  ({ store }, filter: Chosen) =>
    chosenIn(store, filter).select(['stories.id as story_id', 'editions.id', 'editions.first_published_at']),
  ['limit'],
);

const editionsIn = (store: Store) =>
  store.selectFrom('stories').innerJoin('editions', 'editions.story_id', 'stories.id');

/**
 * What is published, in a language or in all. By ids, and of few, that is hidden from SQLite: it takes an equality on any index for ten
 * rows, and goes through all there is.
 */
function publishedIn(store: Store, { storyIds, editionIds, language, isFew }: Chosen) {
  const rows = editionsIn(store).where('editions.published_take_id', 'is not', null);
  if (storyIds === undefined && editionIds === undefined && !isFew) {
    const published = rows.where('stories.status', '=', 'published');
    return language ? published.where('editions.language', '=', language) : published;
  }
  const published = rows.where(sql<boolean>`coalesce(stories.status, '') = 'published'`);
  return language ? published.where(sql<boolean>`coalesce(editions.language, '') = ${language}`) : published;
}

/** The editions that a filter chooses, with nothing read of them yet. */
function chosenIn(store: Store, filter: Chosen) {
  const { storyIds, editionIds } = filter;
  let query = publishedIn(store, filter);
  if (filter.sectionId) query = query.where('stories.section_id', '=', filter.sectionId);
  if (filter.sourceId) query = query.where('stories.source_id', '=', filter.sourceId);
  if (filter.authorId) query = query.where('stories.by_id', '=', filter.authorId);
  if (storyIds) query = query.where('stories.id', 'in', storyIds);
  if (editionIds) query = query.where('editions.id', 'in', editionIds);
  if (filter.kind) query = query.where('stories.kind', '=', filter.kind);
  if (filter.isRead) query = query.where('stories.unread', '=', 0);
  if (filter.before) {
    const { at, id } = filter.before;
    // The first of the two says nothing that the other does not, and has an index begin there: without it all that is newer is read.
    query = query
      .where(listedBy(filter), '<=', at)
      .where((row) =>
        row.or([
          row(listedBy(filter), '<', at),
          row.and([row(listedBy(filter), '=', at), row('editions.id', '<', id)]),
        ]),
      );
  }
  if (filter.topicId) {
    const topicId = filter.topicId;
    query = query.where('stories.id', 'in', (from) =>
      from.selectFrom('story_topics').select('story_id').where('topic_id', '=', topicId),
    );
  }
  return query.orderBy(listedBy(filter), 'desc').orderBy('editions.id', 'desc').limit(filter.limit);
}

/** The same story in other languages. */
export const listSiblingRows = keptByForm(
  ({ store }, { storyId, editionId }: { storyId: string; editionId: string }) =>
    editionsIn(store)
      .innerJoin('takes', 'takes.id', 'editions.published_take_id')
      .leftJoin('sections', 'sections.id', 'stories.section_id')
      .select(['editions.id as edition_id', 'editions.language', 'editions.slug', 'takes.headline'])
      .select('sections.slug as section_slug')
      .where('stories.id', '=', storyId)
      .where('editions.id', '<>', editionId),
);
