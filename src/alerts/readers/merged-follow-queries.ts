/** What is asked and told of follows when a story goes on in another. */
import type { Selectable } from 'kysely';
import type { Newsroom } from '../../newsroom.ts';
import type { FollowsTable } from '../../store/tables.ts';

export function followsAfter(
  { store }: Newsroom,
  { storyId, after, limit }: { storyId: string; after: string; limit: number },
): Promise<Selectable<FollowsTable>[]> {
  return store
    .selectFrom('follows')
    .selectAll()
    .where('kind', '=', 'story')
    .where('subject_id', '=', storyId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** A device that follows it already goes on at its own level. */
export async function putFollows({ store }: Newsroom, rows: FollowsTable[]): Promise<void> {
  if (rows.length === 0) return;
  await store
    .insertInto('follows')
    .values(rows)
    .onConflict((known) => known.columns(['kind', 'subject_id', 'device_id']).doNothing())
    .execute();
}

export async function copyStops(
  { store }: Newsroom,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const rows = await store.selectFrom('stopped_stories').selectAll().where('story_id', '=', from).execute();
  for (const row of rows)
    await store
      .insertInto('stopped_stories')
      .values({ ...row, story_id: to })
      .onConflict((known) => known.doNothing())
      .execute();
}
