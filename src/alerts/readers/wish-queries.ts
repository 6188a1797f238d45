/** The questions that are asked of stopped stories, and of follows that end by themselves. Private to this room. */
import type { Newsroom } from '../../newsroom.ts';
import { storyPath } from '../../stories/story.ts';

export async function isStory(newsroom: Newsroom, id: string): Promise<boolean> {
  const row = await newsroom.store.selectFrom('stories').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

export async function dropStoryFollow(inner: Newsroom, deviceId: string, storyId: string): Promise<void> {
  await inner.store
    .deleteFrom('follows')
    .where('device_id', '=', deviceId)
    .where('kind', '=', 'story')
    .where('subject_id', '=', storyId)
    .execute();
}

export async function insertStopped(inner: Newsroom, deviceId: string, storyId: string): Promise<void> {
  await inner.store
    .insertInto('stopped_stories')
    .values({ device_id: deviceId, story_id: storyId, stopped_at: inner.clock.now() })
    .onConflict((conflict) => conflict.columns(['story_id', 'device_id']).doNothing())
    .execute();
}

export async function removeStopped(inner: Newsroom, deviceId: string, storyId: string): Promise<void> {
  await inner.store
    .deleteFrom('stopped_stories')
    .where('device_id', '=', deviceId)
    .where('story_id', '=', storyId)
    .execute();
}

/** Stories followed that a device stopped itself are heard again by following them: the later word counts. */
export async function removeStoppedThatAreFollowed(
  inner: Newsroom,
  deviceId: string,
  storyIds: string[],
): Promise<void> {
  if (storyIds.length === 0) return;
  await inner.store
    .deleteFrom('stopped_stories')
    .where('device_id', '=', deviceId)
    .where('story_id', 'in', storyIds)
    .execute();
  await inner.store
    .deleteFrom('ended_follows')
    .where('device_id', '=', deviceId)
    .where('story_id', 'in', storyIds)
    .execute();
}

export interface FollowableStory {
  storyId: string;
  headline: string;
  path: string;
  at: number;
}

/** The stories a device stopped, the last first. */
export async function stoppedStories(newsroom: Newsroom, deviceId: string, limit: number) {
  const rows = await newsroom.store
    .selectFrom('stopped_stories')
    .select(['story_id as storyId', 'stopped_at as at'])
    .where('device_id', '=', deviceId)
    .orderBy('stopped_at', 'desc')
    .limit(limit)
    .execute();
  return named(newsroom, rows);
}

/** The stories whose follow ended by itself, the last first. */
export async function endedStories(newsroom: Newsroom, deviceId: string, limit: number) {
  const rows = await newsroom.store
    .selectFrom('ended_follows')
    .select(['story_id as storyId', 'ended_at as at'])
    .where('device_id', '=', deviceId)
    .orderBy('ended_at', 'desc')
    .limit(limit)
    .execute();
  return named(newsroom, rows);
}

async function named(
  newsroom: Newsroom,
  rows: readonly { storyId: string; at: number }[],
): Promise<FollowableStory[]> {
  if (rows.length === 0) return [];
  const stories = await newsroom.store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .select(['stories.id', 'takes.headline', 'editions.slug', 'sections.slug as section'])
    .where(
      'stories.id',
      'in',
      rows.map((row) => row.storyId),
    )
    .where('stories.status', '=', 'published')
    .orderBy('editions.created_at', 'desc') // the story's own edition is the last to be set below
    .execute();
  const found = new Map(stories.map((story) => [story.id, story]));
  return rows.flatMap(({ storyId, at }) => {
    const story = found.get(storyId);
    return story
      ? [{ storyId, at, headline: story.headline, path: storyPath(story.section, story.slug) }]
      : [];
  });
}

/** The next story, by id, that anyone follows by itself; null at the end. A step along the index, however many follow it. */
export async function nextFollowedStory(newsroom: Newsroom, after: string): Promise<string | null> {
  const row = await newsroom.store
    .selectFrom('follows')
    .select((most) => most.fn.min('subject_id').as('id'))
    .where('kind', '=', 'story')
    .where('subject_id', '>', after)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Whether a story was withdrawn; if not, whether it was neither published anew nor corrected since `before`. */
export async function restOf(
  newsroom: Newsroom,
  { storyId, before }: { storyId: string; before: number },
): Promise<'withdrawn' | 'quiet' | 'live'> {
  const story = await newsroom.store
    .selectFrom('stories')
    .select(['status', 'published_at'])
    .where('id', '=', storyId)
    .executeTakeFirst();
  if (story?.status !== 'published') return 'withdrawn';
  if ((story.published_at ?? 0) >= before) return 'live';
  const said = await newsroom.store
    .selectFrom('corrections')
    .select('id')
    .where('story_id', '=', storyId)
    .where('at', '>=', before)
    .executeTakeFirst();
  return said ? 'live' : 'quiet';
}

/** Ends up to `limit` follows of a story that are older than `before`; answers how many. */
export async function endFollowsOf(
  inner: Newsroom,
  { storyId, before, limit }: { storyId: string; before: number; limit: number },
): Promise<number> {
  const follows = await inner.store
    .selectFrom('follows')
    .select(['id', 'device_id'])
    .where('kind', '=', 'story')
    .where('subject_id', '=', storyId)
    .where('created_at', '<', before)
    .limit(limit)
    .execute();
  if (follows.length === 0) return 0;
  const ended_at = inner.clock.now();
  const ids = follows.map(({ id }) => id);
  await inner.store.deleteFrom('follows').where('id', 'in', ids).execute();
  await inner.store
    .insertInto('ended_follows')
    .values(follows.map(({ device_id }) => ({ device_id, story_id: storyId, ended_at })))
    .onConflict((conflict) => conflict.columns(['device_id', 'story_id']).doUpdateSet({ ended_at }))
    .execute();
  return follows.length;
}

/** Forgets what ended by itself before that instant. */
export async function deleteEnded(newsroom: Newsroom, before: number): Promise<void> {
  await newsroom.store.deleteFrom('ended_follows').where('ended_at', '<', before).execute();
}
