/** What is asked and told of follows when a story goes on in another. */
import type { Selectable } from 'kysely';
import type { Newsroom } from '../../newsroom.ts';
import type { FollowsTable, MergedFollowsTable } from '../../store/device-tables.ts';

interface Merger {
  storyId: string;
  intoId: string;
}

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

/** A device that follows it already goes on at its own level. The answer is those that did not. */
export async function putFollows({ store }: Newsroom, rows: FollowsTable[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const put = await store
    .insertInto('follows')
    .values(rows)
    .onConflict((known) => known.columns(['kind', 'subject_id', 'device_id']).doNothing())
    .returning('device_id')
    .execute();
  return put.map(({ device_id }) => device_id);
}

/** The answer is the devices that did not stop the other story before. */
export async function copyStops({ store }: Newsroom, { storyId, intoId }: Merger): Promise<string[]> {
  const rows = await store
    .selectFrom('stopped_stories')
    .selectAll()
    .where('story_id', '=', storyId)
    .execute();
  const put: string[] = [];
  for (const row of rows) {
    const made = await store
      .insertInto('stopped_stories')
      .values({ ...row, story_id: intoId })
      .onConflict((known) => known.doNothing())
      .returning('device_id')
      .executeTakeFirst();
    if (made) put.push(made.device_id);
  }
  return put;
}

export async function keepMerged(
  { store }: Newsroom,
  { storyId, intoId }: Merger,
  { what, devices }: { what: MergedFollowsTable['what']; devices: readonly string[] },
): Promise<void> {
  if (devices.length === 0) return;
  const rows = devices.map((device_id) => ({ story_id: storyId, into_id: intoId, device_id, what }));
  await store
    .insertInto('merged_follows')
    .values(rows)
    .onConflict((known) => known.doNothing())
    .execute();
}

/** What came by the merger goes, and what was kept of that. */
export async function dropMerged({ store }: Newsroom, { storyId, intoId }: Merger): Promise<void> {
  const came = (what: MergedFollowsTable['what']) =>
    store
      .selectFrom('merged_follows')
      .select('device_id')
      .where('story_id', '=', storyId)
      .where('into_id', '=', intoId)
      .where('what', '=', what);
  await store
    .deleteFrom('follows')
    .where('kind', '=', 'story')
    .where('subject_id', '=', intoId)
    .where('device_id', 'in', came('follow'))
    .execute();
  await store
    .deleteFrom('stopped_stories')
    .where('story_id', '=', intoId)
    .where('device_id', 'in', came('stop'))
    .execute();
  await store
    .deleteFrom('merged_follows')
    .where('story_id', '=', storyId)
    .where('into_id', '=', intoId)
    .execute();
}

/** The device asked for these itself since: they are its own. */
export async function forgetMerged(
  { store }: Newsroom,
  { deviceId, stories }: { deviceId: string; stories: readonly string[] },
): Promise<void> {
  if (stories.length === 0) return;
  await store
    .deleteFrom('merged_follows')
    .where('device_id', '=', deviceId)
    .where('into_id', 'in', [...stories])
    .execute();
}
