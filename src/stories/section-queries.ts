/** Sections and topics, as the store keeps them. */
import type { Insertable, Updateable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { SectionsTable, TopicsTable } from '../store/paper-tables.ts';

export function findLastPosition(newsroom: Newsroom): Promise<{ last: number }> {
  return newsroom.store
    .selectFrom('sections')
    .select((row) => row.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
}

export async function putSection(inner: Newsroom, row: Insertable<SectionsTable>): Promise<void> {
  await inner.store.insertInto('sections').values(row).execute();
}

export async function updateSection(
  inner: Newsroom,
  id: string,
  changes: Updateable<SectionsTable>,
): Promise<void> {
  await inner.store.updateTable('sections').set(changes).where('id', '=', id).execute();
}

export async function putTopic(inner: Newsroom, row: Insertable<TopicsTable>): Promise<void> {
  await inner.store
    .insertInto('topics')
    .values(row)
    .onConflict((clash) => clash.column('slug').doNothing())
    .execute();
}

const NAMED = ['id', 'slug', 'name'] as const;

/** In the order of the paper. */
export function listSectionRows({ store }: Newsroom) {
  return store.selectFrom('sections').select(NAMED).orderBy('position').execute();
}

export function listTopicRows({ store }: Newsroom) {
  return store.selectFrom('topics').select(NAMED).orderBy('name').execute();
}

/** Those under which readers had a story; all of them, or of these. */
export function listReadTopicRows({ store }: Newsroom, ids?: string[]) {
  let query = store
    .selectFrom('topics')
    .select(NAMED)
    .where((topic) =>
      topic.exists(
        topic
          .selectFrom('story_topics')
          .innerJoin('stories', 'stories.id', 'story_topics.story_id')
          .select('stories.id')
          .whereRef('story_topics.topic_id', '=', 'topics.id')
          .where('stories.first_published_at', 'is not', null),
      ),
    );
  if (ids) query = query.where('topics.id', 'in', ids);
  return query.orderBy('name').execute();
}

/** The section or topic of an address: one, or none. */
export function findAtSlug({ store }: Newsroom, table: 'sections' | 'topics', slug: string) {
  return store.selectFrom(table).select(NAMED).where('slug', '=', slug).execute();
}
