/** What the store is asked and told of stories that partners have before readers. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import { keptQuery } from '../store/kept-query.ts';
import type { EmbargoReleasesTable } from '../store/story-tables.ts';

export type ReleaseRow = Selectable<EmbargoReleasesTable>;

export async function findReleaseRow(newsroom: Newsroom, storyId: string): Promise<ReleaseRow | undefined> {
  return (await releaseRows(newsroom, [storyId]))[0];
}

const releaseRows = keptQuery(({ store }, [storyId = '']) =>
  store.selectFrom('embargo_releases').selectAll().where('story_id', '=', storyId),
);

/** Those that run, and those that ended since; the soonest embargo first. */
export function listReleaseRows(
  newsroom: Newsroom,
  { endedSince, limit }: { endedSince: number; limit: number },
): Promise<ReleaseRow[]> {
  return newsroom.store
    .selectFrom('embargo_releases')
    .selectAll()
    .where((row) => row.or([row('ended_at', 'is', null), row('ended_at', '>', endedSince)]))
    .orderBy('until_at')
    .orderBy('story_id')
    .limit(limit)
    .execute();
}

/** Puts it in the place of an earlier one of the same story. */
export async function putReleaseRow(inner: Newsroom, row: Insertable<EmbargoReleasesTable>): Promise<void> {
  const { story_id: _, ...rest } = row;
  await inner.store
    .insertInto('embargo_releases')
    .values(row)
    .onConflict((conflict) => conflict.column('story_id').doUpdateSet(rest))
    .execute();
}

export async function changeRelease(
  inner: Newsroom,
  storyId: string,
  changes: Updateable<EmbargoReleasesTable>,
): Promise<void> {
  await inner.store.updateTable('embargo_releases').set(changes).where('story_id', '=', storyId).execute();
}
