/** What search is told of stories: what readers have of them, and the words round what it found. */
import type { Newsroom } from '../newsroom.ts';

/** Null for a story that readers never had. */
export async function firstPublishedAt({ store }: Newsroom, storyId: string): Promise<number | null> {
  const row = await store
    .selectFrom('stories')
    .select('first_published_at')
    .where('id', '=', storyId)
    .executeTakeFirst();
  return row?.first_published_at ?? null;
}

/** A story's editions as readers have them; none of one that is not published. */
export async function publishedTexts({ store }: Newsroom, storyId: string) {
  return store
    .selectFrom('stories')
    .innerJoin('editions', 'editions.story_id', 'stories.id')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id')
    .where('stories.id', '=', storyId)
    .where('stories.status', '=', 'published')
    .select(['editions.id', 'editions.language', 'headline', 'dek', 'body_html'])
    .execute();
}

export async function publishedBodies({ store }: Newsroom, editionIds: readonly string[]) {
  if (editionIds.length === 0) return [];
  return store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id')
    .where('editions.id', 'in', [...editionIds])
    .select(['editions.id', 'editions.language', 'takes.body_html'])
    .execute();
}
