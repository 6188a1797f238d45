/** What is read of each kind to file it, and which of it is not filed as it stands now. */
import { sql } from 'kysely';
import type { BodyHtml } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';

/** Where a sweep stands: an instant, and the id of the last of that instant. */
export interface SweepPlace {
  at: number;
  id: string;
}

/** Items that changed from an instant on and are filed otherwise or not at all, the longest ago first. */
export function listChangedItems(newsroom: Newsroom, since: number, most: number): Promise<SweepPlace[]> {
  return newsroom.store
    .selectFrom('items')
    .leftJoin('lookup_things', 'lookup_things.thing_id', 'items.id')
    .where('items.changed_at', '>=', since)
    .where(({ or, eb }) =>
      or([
        eb('lookup_things.stamp', 'is', null),
        eb('lookup_things.stamp', '<>', sql<string>`cast(items.changed_at as text)`),
      ]),
    )
    .select(['items.id', 'items.changed_at as at'])
    .orderBy('items.changed_at')
    .limit(most)
    .execute();
}

/** The same of editions, by when their story was last touched. */
export function listChangedEditions(newsroom: Newsroom, since: number, most: number): Promise<SweepPlace[]> {
  return newsroom.store
    .selectFrom('stories')
    .innerJoin('editions', 'editions.story_id', 'stories.id')
    .leftJoin('lookup_things', 'lookup_things.thing_id', 'editions.id')
    .where('stories.updated_at', '>=', since)
    .where(({ or, eb }) =>
      or([
        eb('lookup_things.stamp', 'is', null),
        eb('lookup_things.stamp', '<>', sql<string>`cast(stories.updated_at as text)`),
      ]),
    )
    .select(['editions.id', 'stories.updated_at as at'])
    .orderBy('stories.updated_at')
    .limit(most)
    .execute();
}

/** Items before a place, the newest first. */
export function listItemsBefore(
  newsroom: Newsroom,
  { at, id }: SweepPlace,
  most: number,
): Promise<SweepPlace[]> {
  return newsroom.store
    .selectFrom('items')
    .where(sql<boolean>`(received_at, id) < (${at}, ${id})`)
    .select(['id', 'received_at as at'])
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

/** Stories before a place, the last touched first. */
export function listStoriesBefore(
  newsroom: Newsroom,
  { at, id }: SweepPlace,
  most: number,
): Promise<SweepPlace[]> {
  return newsroom.store
    .selectFrom('stories')
    .where(sql<boolean>`(updated_at, id) < (${at}, ${id})`)
    .select(['id', 'updated_at as at'])
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

export async function listEditionIdsOf(newsroom: Newsroom, storyIds: string[]): Promise<string[]> {
  const rows = await newsroom.store
    .selectFrom('editions')
    .where('story_id', 'in', storyIds)
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}

export function listItemTexts(newsroom: Newsroom, ids: string[]) {
  return newsroom.store
    .selectFrom('items')
    .leftJoin('item_versions', (join) =>
      join
        .onRef('item_versions.item_id', '=', 'items.id')
        .onRef('item_versions.number', '=', 'items.version'),
    )
    .where('items.id', 'in', ids)
    .select(['items.id', 'items.headline', 'items.summary', 'items.language', 'items.received_at'])
    .select(['items.changed_at', 'items.status', 'items.story_id', 'items.source_id'])
    .select(['item_versions.text', 'item_versions.byline'])
    .execute();
}

export interface EditionText {
  id: string;
  slug: string;
  status: string;
  language: string;
  headline: string;
  dek: string;
  body_html: BodyHtml;
  byline: string;
  by_name: string | null;
  take_by_name: string | null;
  section_id: string | null;
  source_id: string | null;
  item_id: string | null;
  is_desk_copy: number;
  updated_at: number;
}

export function listEditionTexts(newsroom: Newsroom, ids: string[]): Promise<EditionText[]> {
  return newsroom.store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .leftJoin('staff as writer', 'writer.id', 'stories.by_id')
    .leftJoin('staff as taker', 'taker.id', 'takes.by_id')
    .where('editions.id', 'in', ids)
    .select(['editions.id', 'editions.language', 'editions.is_desk_copy', 'stories.slug', 'stories.status'])
    .select(['takes.headline', 'takes.dek', 'takes.body_html', 'takes.byline'])
    .select(['writer.name as by_name', 'taker.name as take_by_name'])
    .select(['stories.section_id', 'stories.source_id', 'stories.item_id', 'stories.updated_at'])
    .execute();
}

export function listMediaAfter(newsroom: Newsroom, after: string, most: number) {
  return newsroom.store
    .selectFrom('media')
    .where('id', '>', after)
    .where('gone_at', 'is', null)
    .select(['id', 'kind', 'name', 'headline', 'caption', 'alt', 'credit', 'creator', 'persons', 'place'])
    .select(['source_id', 'created_at', 'ended_why'])
    .orderBy('id')
    .limit(most)
    .execute();
}

export function listSpeakersAfter(newsroom: Newsroom, after: string, most: number) {
  return newsroom.store
    .selectFrom('speakers')
    .where('id', '>', after)
    .select(['id', 'slug', 'name', 'variants_json', 'roles_json'])
    .orderBy('id')
    .limit(most)
    .execute();
}

export function listSourcesAfter(newsroom: Newsroom, after: string, most: number) {
  return newsroom.store
    .selectFrom('sources')
    .where('id', '>', after)
    .select(['id', 'slug', 'name', 'feed_host', 'site_url', 'language', 'created_at'])
    .orderBy('id')
    .limit(most)
    .execute();
}

export function listPeopleAfter(newsroom: Newsroom, after: string, most: number) {
  return newsroom.store
    .selectFrom('staff')
    .where('id', '>', after)
    .select(['id', 'slug', 'name', 'role', 'bio', 'left_at', 'created_at'])
    .orderBy('id')
    .limit(most)
    .execute();
}
