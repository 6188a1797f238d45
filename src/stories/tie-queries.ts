/** What the store is asked and told of stories' ties, series and mergers. */
import type { Insertable, Selectable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import { keptQuery } from '../store/kept-query.ts';
import type { MergersTable, SeriesTable, StoryTiesTable } from '../store/story-tables.ts';

export type TieRow = Selectable<StoryTiesTable>;
export type SeriesRow = Pick<Selectable<SeriesTable>, 'id' | 'slug' | 'name'>;

/** Of the story, from it and to it, in the order of the desk. */
export function listTieRows(newsroom: Newsroom, storyId: string): Promise<TieRow[]> {
  return tieRows(newsroom, [storyId]);
}

const tieRows = keptQuery(({ store }, [storyId = '']) =>
  store
    .selectFrom('story_ties')
    .selectAll()
    .where((tie) => tie.or([tie('from_id', '=', storyId), tie('to_id', '=', storyId)]))
    .orderBy('position')
    .orderBy('to_id'),
);

export async function putTieRow(inner: Newsroom, row: Insertable<StoryTiesTable>): Promise<void> {
  await inner.store
    .insertInto('story_ties')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['from_id', 'kind', 'to_id']).doUpdateSet({ position: row.position }),
    )
    .execute();
}

export async function deleteTieRow(
  inner: Newsroom,
  { fromId, kind, toId }: { fromId: string; kind: TieRow['kind']; toId: string },
): Promise<boolean> {
  const { numDeletedRows } = await inner.store
    .deleteFrom('story_ties')
    .where('from_id', '=', fromId)
    .where('kind', '=', kind)
    .where('to_id', '=', toId)
    .executeTakeFirst();
  return Number(numDeletedRows) > 0;
}

export async function isTiedAs(newsroom: Newsroom, fromId: string, kind: TieRow['kind']): Promise<boolean> {
  return (await tiedAs(newsroom, [fromId, kind])).length > 0;
}

const tiedAs = keptQuery(({ store }, [fromId = '', kind = '']) =>
  store
    .selectFrom('story_ties')
    .select('to_id')
    .where('from_id', '=', fromId)
    .where('kind', '=', kind as TieRow['kind']),
);

/** Other stories on whose pages this one stands: those tied to it either way, and the parts of its series. */
export async function listTiedIds({ store }: Newsroom, storyId: string): Promise<string[]> {
  const rows = await store
    .selectFrom('story_ties')
    .select(['from_id', 'to_id'])
    .where((tie) => tie.or([tie('from_id', '=', storyId), tie('to_id', '=', storyId)]))
    .execute();
  const parts = await store
    .selectFrom('series_parts as own')
    .innerJoin('series_parts as other', 'other.series_id', 'own.series_id')
    .select('other.story_id')
    .where('own.story_id', '=', storyId)
    .execute();
  const ids = [
    ...rows.flatMap(({ from_id, to_id }) => [from_id, to_id]),
    ...parts.map((part) => part.story_id),
  ];
  return [...new Set(ids)].filter((id) => id !== storyId);
}

const SERIES = ['series.id', 'series.slug', 'series.name'] as const;

export async function findSeriesOf(newsroom: Newsroom, storyId: string): Promise<SeriesRow | undefined> {
  return (await seriesRowsOf(newsroom, [storyId]))[0];
}

const seriesRowsOf = keptQuery(({ store }, [storyId = '']) =>
  store
    .selectFrom('series')
    .innerJoin('series_parts', 'series_parts.series_id', 'series.id')
    .select(SERIES)
    .where('series_parts.story_id', '=', storyId),
);

export function findSeriesAt({ store }: Newsroom, slug: string): Promise<SeriesRow | undefined> {
  return store.selectFrom('series').select(SERIES).where('slug', '=', slug).executeTakeFirst();
}

export function listSeriesRows({ store }: Newsroom): Promise<SeriesRow[]> {
  return store.selectFrom('series').select(SERIES).orderBy('name').execute();
}

export async function putSeriesRow(inner: Newsroom, row: Insertable<SeriesTable>): Promise<void> {
  await inner.store
    .insertInto('series')
    .values(row)
    .onConflict((clash) => clash.column('slug').doNothing())
    .execute();
}

/** Its stories, in their order. */
export async function listPartIds({ store }: Newsroom, seriesId: string): Promise<string[]> {
  const rows = await store
    .selectFrom('series_parts')
    .select('story_id')
    .where('series_id', '=', seriesId)
    .orderBy('position')
    .orderBy('story_id')
    .execute();
  return rows.map(({ story_id }) => story_id);
}

export async function deletePart(inner: Newsroom, storyId: string): Promise<void> {
  await inner.store.deleteFrom('series_parts').where('story_id', '=', storyId).execute();
}

/** Puts the parts into this order, from 1 on. */
export async function putParts(inner: Newsroom, seriesId: string, storyIds: string[]): Promise<void> {
  for (const [at, story_id] of storyIds.entries())
    await inner.store
      .insertInto('series_parts')
      .values({ story_id, series_id: seriesId, position: at + 1 })
      .onConflict((clash) => clash.column('story_id').doUpdateSet({ series_id: seriesId, position: at + 1 }))
      .execute();
}

export function findStoryIdAt({ store }: Newsroom, slug: string): Promise<{ story_id: string } | undefined> {
  return store.selectFrom('editions').select('story_id').where('slug', '=', slug).executeTakeFirst();
}

/** Of those with one of these working names; two of them where it is not one story's alone. */
export function listStoryIdsNamed({ store }: Newsroom, names: string[]): Promise<{ id: string }[]> {
  return store
    .selectFrom('stories')
    .select('id')
    .where('slug', 'in', names)
    .where('status', 'not in', ['spiked', 'killed'])
    .limit(2)
    .execute();
}

/** What the desk calls these stories: the headline of the first edition. */
export function listNamesOf({ store }: Newsroom, storyIds: string[]) {
  return store
    .selectFrom('stories')
    .innerJoin('editions', 'editions.story_id', 'stories.id')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .select(['stories.id', 'stories.slug', 'stories.status', 'takes.headline', 'editions.language'])
    .where('stories.id', 'in', storyIds)
    .where('editions.is_desk_copy', '=', 0)
    .orderBy('editions.created_at')
    .orderBy('editions.id')
    .execute();
}

export async function putMerger(inner: Newsroom, row: Insertable<MergersTable>): Promise<void> {
  await inner.store.insertInto('mergers').values(row).execute();
}

export async function deleteMerger(inner: Newsroom, storyId: string): Promise<void> {
  await inner.store.deleteFrom('mergers').where('story_id', '=', storyId).execute();
}

export async function findMerger(
  newsroom: Newsroom,
  storyId: string,
): Promise<Selectable<MergersTable> | undefined> {
  return (await mergerRows(newsroom, [storyId]))[0];
}

const mergerRows = keptQuery(({ store }, [storyId = '']) =>
  store.selectFrom('mergers').selectAll().where('story_id', '=', storyId),
);

/** Stories that were merged into one of these. */
export async function listMergedIds({ store }: Newsroom, intoIds: string[]): Promise<string[]> {
  const rows = await store.selectFrom('mergers').select('story_id').where('into_id', 'in', intoIds).execute();
  return rows.map(({ story_id }) => story_id);
}

/** Editions that readers have or had, with where they stand; the first first. */
export function listPlacesOf({ store }: Newsroom, storyId: string) {
  return store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .select(['editions.id', 'editions.language', 'editions.slug', 'sections.slug as section_slug'])
    .select('stories.status')
    .where('editions.story_id', '=', storyId)
    .where('editions.published_take_id', 'is not', null)
    .orderBy('editions.created_at')
    .orderBy('editions.id')
    .execute();
}

export function findMergedEditionRow(
  { store }: Newsroom,
  editionId: string,
): Promise<{ story_id: string; language: string } | undefined> {
  return store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .select(['editions.story_id', 'editions.language'])
    .where('editions.id', '=', editionId)
    .where('stories.status', '=', 'merged')
    .executeTakeFirst();
}
