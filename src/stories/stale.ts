/** Stale: what an edition was made of is no longer what its source says. The desk sees it until it has dealt with it. */
import type { Newsroom } from '../newsroom.ts';
import { setFresh, setStale } from './queries.ts';

/** Marks every edition of the story; the first reason stays. Call it in the transaction of what makes it so. */
export async function markStale(inner: Newsroom, asked: { storyId: string; why: string }): Promise<void> {
  await setStale(inner, asked.storyId, asked.why);
  inner.bell.ring('desk', { what: 'stories', storyId: asked.storyId });
}

/** The desk has dealt with it. */
export async function clearStale(inner: Newsroom, asked: { storyId: string }): Promise<void> {
  await setFresh(inner, asked.storyId);
  inner.bell.ring('desk', { what: 'stories', storyId: asked.storyId });
}
