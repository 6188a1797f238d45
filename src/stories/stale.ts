/** Stale: what an edition was made of is no longer what its source says. The desk sees it until it has dealt with it. */
import type { Newsroom } from '../newsroom.ts';

/** Marks every edition of the story; the first reason stays. Call it in the transaction of what makes it so. */
export async function markStale(inner: Newsroom, asked: { storyId: string; why: string }): Promise<void> {
  await inner.store
    .updateTable('editions')
    .set({ stale_at: inner.clock.now(), stale_why: asked.why })
    .where('story_id', '=', asked.storyId)
    .where('stale_at', 'is', null)
    .execute();
  inner.bell.ring('desk', { what: 'stories', storyId: asked.storyId });
}

/** The desk has dealt with it. */
export async function clearStale(inner: Newsroom, asked: { storyId: string }): Promise<void> {
  await inner.store
    .updateTable('editions')
    .set({ stale_at: null, stale_why: null })
    .where('story_id', '=', asked.storyId)
    .execute();
  inner.bell.ring('desk', { what: 'stories', storyId: asked.storyId });
}
