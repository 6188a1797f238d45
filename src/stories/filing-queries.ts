/** Where a story is filed, as the store is told: its way to us and its topics. */

import type { Insertable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { StoryTopicsTable } from '../store/copy-tables.ts';
import type { HopsTable } from '../store/sourcing-tables.ts';
import type { StoryRow } from './queries.ts';

export async function deleteHops(inner: Newsroom, storyId: string): Promise<void> {
  await inner.store.deleteFrom('hops').where('story_id', '=', storyId).execute();
}

export async function putHopRows(inner: Newsroom, rows: Insertable<HopsTable>[]): Promise<void> {
  await inner.store.insertInto('hops').values(rows).execute();
}

/** Marks that a flash went out; of two who do, one gets the story. */
export function seeFlash(inner: Newsroom, storyId: string): Promise<StoryRow | undefined> {
  return inner.store
    .updateTable('stories')
    .set({ flash_seen: 1 })
    .where('id', '=', storyId)
    .where('flash_seen', '=', 0)
    .returningAll()
    .executeTakeFirst();
}

export async function deleteTopics(inner: Newsroom, storyId: string): Promise<void> {
  await inner.store.deleteFrom('story_topics').where('story_id', '=', storyId).execute();
}

export async function putTopicRows(inner: Newsroom, rows: Insertable<StoryTopicsTable>[]): Promise<void> {
  await inner.store.insertInto('story_topics').values(rows).execute();
}
