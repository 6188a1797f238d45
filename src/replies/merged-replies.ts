/** Replies to a story that goes on in another stand there, under the edition that they were written for; and go back with it. */
import type { Newsroom } from '../newsroom.ts';
import { moveReplyRows } from './queries.ts';

/** Follows `story-merged`. */
export async function moveReplies(
  newsroom: Newsroom,
  { storyId, intoId }: { storyId: string; intoId: string },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    await moveReplyRows(inner, { from: storyId, to: intoId });
    inner.bell.ring('pages', { touched: [`story:${intoId}`] });
    inner.bell.ring('desk', { what: 'replies' });
  });
}

/** Follows `story-parted`: what was written under it since, and before, is its own again. */
export async function moveRepliesBack(
  newsroom: Newsroom,
  { storyId, intoId }: { storyId: string; intoId: string },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    await moveReplyRows(inner, { from: intoId, to: storyId, writtenUnder: storyId });
    inner.bell.ring('pages', { touched: [`story:${storyId}`, `story:${intoId}`] });
    inner.bell.ring('desk', { what: 'replies' });
  });
}
