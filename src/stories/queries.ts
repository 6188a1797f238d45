/** The questions that the verbs of stories ask the store. */

import type { Insertable, Selectable, Updateable } from 'kysely';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom, PageName } from '../newsroom.ts';
import type { CorrectionsTable, EditionsTable, StoriesTable, TakesTable } from '../store/copy-tables.ts';
import { keptQuery } from '../store/kept-query.ts';
import { withNames } from './names-elsewhere.ts';
import type { Topic } from './sections.ts';
import { findSeriesOf, listTiedIds } from './tie-queries.ts';

export type StoryRow = Selectable<StoriesTable>;
export type EditionRow = Selectable<EditionsTable>;
export type TakeRow = Selectable<TakesTable>;

export async function getStoryRow(newsroom: Newsroom, storyId: string): Promise<StoryRow> {
  const [row] = await storyRows(newsroom, [storyId]);
  return row ?? refuse('not-found', { because: 'noSuchStory' });
}

const storyRows = keptQuery(({ store }, [storyId = '']) =>
  store.selectFrom('stories').selectAll().where('id', '=', storyId),
);

/**
 * The story, held until the transaction ends: whoever changes the same story waits. An update does that on both engines.
 */
export async function holdStory(inner: Newsroom, storyId: string): Promise<StoryRow> {
  const row = await inner.store
    .updateTable('stories')
    .set({ updated_at: inner.clock.now() })
    .where('id', '=', storyId)
    .returningAll()
    .executeTakeFirst();
  return row ?? refuse('not-found', { because: 'noSuchStory' });
}

/** The same by one of its editions. */
export async function holdStoryOf(inner: Newsroom, editionId: string): Promise<StoryRow> {
  const row = await inner.store
    .updateTable('stories')
    .set({ updated_at: inner.clock.now() })
    .where('id', '=', (story) =>
      story.selectFrom('editions').select('story_id').where('editions.id', '=', editionId),
    )
    .returningAll()
    .executeTakeFirst();
  return row ?? refuse('not-found', { because: 'noSuchEdition' });
}

/** The take that an edition is worked on from. */
export async function getWorkingTake(newsroom: Newsroom, editionId: string): Promise<TakeRow> {
  const [row] = await workingTakeRows(newsroom, [editionId]);
  return row ?? refuse('not-found', { because: 'noSuchTake' });
}

const workingTakeRows = keptQuery(({ store }, [editionId = '']) =>
  store
    .selectFrom('takes')
    .innerJoin('editions', 'editions.working_take_id', 'takes.id')
    .selectAll('takes')
    .where('editions.id', '=', editionId),
);

export async function getEditionRow(newsroom: Newsroom, editionId: string): Promise<EditionRow> {
  const [row] = await editionRows(newsroom, [editionId]);
  return row ?? refuse('not-found', { because: 'noSuchEdition' });
}

const editionRows = keptQuery(({ store }, [editionId = '']) =>
  store.selectFrom('editions').selectAll().where('id', '=', editionId),
);

export async function listEditionRows(newsroom: Newsroom, storyId: string): Promise<EditionRow[]> {
  return editionRowsOfStory(newsroom, [storyId]);
}

const editionRowsOfStory = keptQuery(({ store }, [storyId = '']) =>
  store
    .selectFrom('editions')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('created_at')
    .orderBy('id'),
);

export async function getTakeRow(newsroom: Newsroom, takeId: string): Promise<TakeRow> {
  const row = await newsroom.store
    .selectFrom('takes')
    .selectAll()
    .where('id', '=', takeId)
    .executeTakeFirst();
  return row ?? refuse('not-found', { because: 'noSuchTake' });
}

export async function lastTakeNumber(newsroom: Newsroom, editionId: string): Promise<number> {
  const { last } = await newsroom.store
    .selectFrom('takes')
    .select((take) => take.fn.max('number').as('last'))
    .where('edition_id', '=', editionId)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}

export async function listHopRows(newsroom: Newsroom, storyIds: string[]) {
  return storyIds.length === 0 ? [] : hopRows(newsroom, storyIds);
}

const hopRows = keptQuery(({ store }, storyIds) =>
  store
    .selectFrom('hops')
    .selectAll()
    .where('story_id', 'in', storyIds)
    .orderBy('story_id')
    .orderBy('position'),
);

export async function listStoryTopics(newsroom: Newsroom, storyId: string): Promise<Topic[]> {
  return withNames<Topic>(newsroom, 'topic', await topicRows(newsroom, [storyId]));
}

const topicRows = keptQuery(({ store }, [storyId = '']) =>
  store
    .selectFrom('story_topics')
    .innerJoin('topics', 'topics.id', 'story_topics.topic_id')
    .select(['topics.id', 'topics.slug', 'topics.name'])
    .where('story_topics.story_id', '=', storyId)
    .orderBy('topics.name'),
);

/** Names of everything whose pages show the story: what its publication, correction or kill empties from the cache. */
export async function touchedBy(newsroom: Newsroom, story: StoryRow): Promise<PageName[]> {
  const topics = await listStoryTopics(newsroom, story.id);
  const sources = await listHopRows(newsroom, [story.id]);
  const author = story.by_id
    ? await newsroom.store.selectFrom('staff').select('slug').where('id', '=', story.by_id).executeTakeFirst()
    : undefined;
  const tied = await listTiedIds(newsroom, story.id);
  const series = await findSeriesOf(newsroom, story.id);
  return [
    `story:${story.id}`,
    ...tied.map((id) => `story:${id}` as const),
    ...(series ? [`series:${series.id}` as const] : []),
    'front',
    ...(story.section_id ? [`section:${story.section_id}` as const] : []),
    ...topics.map((topic) => `topic:${topic.id}` as const),
    ...[...new Set([story.source_id, ...sources.map((hop) => hop.source_id)])].flatMap((id) =>
      id ? [`source:${id}` as const] : [],
    ),
    ...(author ? [`author:${author.slug}` as const] : []),
  ];
}

/** Changes columns of one story. */
export async function updateStory(
  inner: Newsroom,
  storyId: string,
  changes: Updateable<StoriesTable>,
): Promise<void> {
  await inner.store.updateTable('stories').set(changes).where('id', '=', storyId).execute();
}

/** Changes columns of one edition. */
export async function updateEdition(
  inner: Newsroom,
  editionId: string,
  changes: Updateable<EditionsTable>,
): Promise<void> {
  await inner.store.updateTable('editions').set(changes).where('id', '=', editionId).execute();
}

export async function putCorrection(inner: Newsroom, row: Insertable<CorrectionsTable>): Promise<void> {
  await inner.store.insertInto('corrections').values(row).execute();
}

/** Which of these editions are translations. */
export function listTranslated(inner: Newsroom, editionIds: string[]): Promise<{ edition_id: string }[]> {
  return inner.store
    .selectFrom('translations')
    .select('edition_id')
    .where('edition_id', 'in', editionIds)
    .execute();
}

export async function putStory(inner: Newsroom, row: Insertable<StoriesTable>): Promise<void> {
  await inner.store.insertInto('stories').values(row).execute();
}

export function findStoryOfItem(inner: Newsroom, itemId: string): Promise<{ id: string } | undefined> {
  return inner.store
    .selectFrom('stories')
    .select('id')
    .where('item_id', '=', itemId)
    .where('status', '<>', 'spiked')
    .executeTakeFirst();
}

export async function putEdition(inner: Newsroom, row: Insertable<EditionsTable>): Promise<void> {
  await inner.store.insertInto('editions').values(row).execute();
}

export async function putTakeRow(inner: Newsroom, row: Insertable<TakesTable>): Promise<void> {
  await inner.store.insertInto('takes').values(row).execute();
}

export function findEditionAt(inner: Newsroom, slug: string): Promise<{ id: string } | undefined> {
  return inner.store.selectFrom('editions').select('id').where('slug', '=', slug).executeTakeFirst();
}

export async function setStale(inner: Newsroom, storyId: string, why: string): Promise<void> {
  await inner.store
    .updateTable('editions')
    .set({ stale_at: inner.clock.now(), stale_why: why })
    .where('story_id', '=', storyId)
    .where('stale_at', 'is', null)
    .execute();
}

export async function setFresh(inner: Newsroom, storyId: string): Promise<void> {
  await inner.store
    .updateTable('editions')
    .set({ stale_at: null, stale_why: null })
    .where('story_id', '=', storyId)
    .execute();
}
