/** The questions that are asked of stopped stories, and of follows that end by themselves. Private to this room. */
import type { Newsroom } from '../newsroom.ts';
import { storyPath } from '../stories/story.ts';

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

export interface NamedStory {
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
): Promise<NamedStory[]> {
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

/**
 * Follows of stories that nothing was heard of since `before`: neither published anew nor corrected since, nor followed
 * since; and of those that were withdrawn.
 */
export async function quietFollows(newsroom: Newsroom, asked: { before: number; limit: number }) {
  return newsroom.store
    .selectFrom('follows')
    .innerJoin('stories', 'stories.id', 'follows.subject_id')
    .select(['follows.id', 'follows.device_id as deviceId', 'stories.id as storyId', 'stories.status'])
    .where('follows.kind', '=', 'story')
    .where((where) =>
      where.or([
        where('stories.status', '<>', 'published'),
        where.and([
          where('follows.created_at', '<', asked.before),
          where('stories.published_at', '<', asked.before),
          where.not(
            where.exists(
              where
                .selectFrom('corrections')
                .select('corrections.id')
                .whereRef('corrections.story_id', '=', 'stories.id')
                .where('corrections.at', '>=', asked.before),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('follows.id')
    .limit(asked.limit)
    .execute();
}

export async function endFollows(
  inner: Newsroom,
  follows: readonly { id: string; deviceId: string; storyId: string }[],
): Promise<void> {
  if (follows.length === 0) return;
  const ended_at = inner.clock.now();
  await inner.store
    .deleteFrom('follows')
    .where(
      'id',
      'in',
      follows.map(({ id }) => id),
    )
    .execute();
  await inner.store
    .insertInto('ended_follows')
    .values(follows.map(({ deviceId, storyId }) => ({ device_id: deviceId, story_id: storyId, ended_at })))
    .onConflict((conflict) => conflict.columns(['device_id', 'story_id']).doUpdateSet({ ended_at }))
    .execute();
}

/** Forgets what ended by itself before that instant. */
export async function deleteEnded(newsroom: Newsroom, before: number): Promise<void> {
  await newsroom.store.deleteFrom('ended_follows').where('ended_at', '<', before).execute();
}
