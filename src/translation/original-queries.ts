/** What a translation asks of the editions, takes and people around it. */
import type { Selectable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { Flag } from '../store/closed-sets.ts';
import type { TakesTable } from '../store/copy-tables.ts';

export function listEngineKinds(
  newsroom: Newsroom,
  names: string[],
): Promise<{ name: string; kind: string }[]> {
  return newsroom.store.selectFrom('engines').select(['name', 'kind']).where('name', 'in', names).execute();
}

export function listEditionsMadeOf(newsroom: Newsroom, editionId: string): Promise<{ edition_id: string }[]> {
  return newsroom.store
    .selectFrom('translations')
    .select('edition_id')
    .where('original_edition_id', '=', editionId)
    .orderBy('created_at')
    .execute();
}

export interface OriginalTermsRow {
  source_id: string | null;
  may_full_text: Flag | null;
  original_out: string | null;
}

export function findOriginalTerms(
  newsroom: Newsroom,
  editionId: string,
  originalId: string | null,
): Promise<OriginalTermsRow | undefined> {
  return newsroom.store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .leftJoin('sources', 'sources.id', 'stories.source_id')
    .leftJoin('editions as originals', (join) => join.on('originals.id', '=', originalId ?? ''))
    .select(['stories.source_id', 'sources.may_full_text', 'originals.published_take_id as original_out'])
    .where('editions.id', '=', editionId)
    .executeTakeFirst();
}

export async function findName(newsroom: Newsroom, staffId: string): Promise<{ name: string } | undefined> {
  return newsroom.store.selectFrom('staff').select('name').where('id', '=', staffId).executeTakeFirst();
}

export function listCopyLines(
  newsroom: Newsroom,
  editionIds: string[],
): Promise<{ id: string; byline: string; dateline: string }[]> {
  return newsroom.store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .select(['editions.id', 'takes.byline', 'takes.dateline'])
    .where('editions.id', 'in', editionIds)
    .execute();
}

export interface EditionOfStoryRow {
  story_id: string;
  language: string;
  working_take_id: string;
  item_id: string | null;
  source_id: string | null;
}

export function findEditionOf(newsroom: Newsroom, editionId: string): Promise<EditionOfStoryRow | undefined> {
  return newsroom.store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .select(['editions.story_id', 'editions.language', 'editions.working_take_id'])
    .select(['stories.source_id', 'stories.item_id'])
    .where('editions.id', '=', editionId)
    .executeTakeFirst();
}

export interface EditionAndSlugRow {
  story_id: string;
  language: string;
  working_take_id: string;
  slug: string;
}

export function getEditionAndSlug(newsroom: Newsroom, editionId: string): Promise<EditionAndSlugRow> {
  return newsroom.store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .select(['editions.story_id', 'editions.language', 'editions.working_take_id', 'stories.slug'])
    .where('editions.id', '=', editionId)
    .executeTakeFirstOrThrow();
}

export function findReader(
  newsroom: Newsroom,
  staffId: string | null,
): Promise<{ name: string } | undefined> {
  return newsroom.store.selectFrom('staff').select('name').where('id', '=', staffId).executeTakeFirst();
}

export function listHopLanguages(
  newsroom: Newsroom,
  storyId: string,
): Promise<{ language: string | null }[]> {
  return newsroom.store
    .selectFrom('hops')
    .select('language')
    .where('story_id', '=', storyId)
    .orderBy('position')
    .execute();
}

export function findItemVersion(
  newsroom: Newsroom,
  itemId: string,
): Promise<{ version: number } | undefined> {
  return newsroom.store.selectFrom('items').select('version').where('id', '=', itemId).executeTakeFirst();
}

export function findTake(newsroom: Newsroom, takeId: string): Promise<Selectable<TakesTable> | undefined> {
  return newsroom.store.selectFrom('takes').selectAll().where('id', '=', takeId).executeTakeFirst();
}

export function getLanguage(inner: Newsroom, editionId: string): Promise<{ language: string }> {
  return inner.store
    .selectFrom('editions')
    .select('language')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
}

export function getWorkingTakeId(inner: Newsroom, editionId: string): Promise<{ working_take_id: string }> {
  return inner.store
    .selectFrom('editions')
    .select('working_take_id')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
}

export function getStoryBegun(inner: Newsroom, editionId: string): Promise<{ created_at: number }> {
  return inner.store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .select('stories.created_at')
    .where('editions.id', '=', editionId)
    .executeTakeFirstOrThrow();
}

export function findVersionBefore(
  inner: Newsroom,
  itemId: string,
  before: number,
): Promise<{ number: number }> {
  return inner.store
    .selectFrom('item_versions')
    .select((row) => row.fn.max('number').as('number'))
    .where('item_id', '=', itemId)
    .where('received_at', '<=', before)
    .executeTakeFirstOrThrow();
}

export function getWay(
  newsroom: Newsroom,
  editionId: string,
): Promise<{ story_id: string; language: string }> {
  return newsroom.store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .select(['editions.language', 'editions.story_id'])
    .where('editions.id', '=', editionId)
    .executeTakeFirstOrThrow();
}
