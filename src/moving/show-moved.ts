/** After a move by a process of its own: what this one remembers of pages is no longer true, and search is to know what came. */
import { setImmediate } from 'node:timers/promises';
import type { Newsroom } from '../newsroom.ts';
import { fileInMorgue } from '../stories/file-in-morgue.ts';

/** Follows `paper-moved`. */
export async function showMoved(newsroom: Newsroom): Promise<void> {
  await newsroom.transact(async (inner) => {
    inner.bell.ring('pages', { touched: ['everything'] });
    inner.bell.ring('desk', { what: 'moves' });
    inner.bell.ring('desk', { what: 'stories', storyId: null });
  });
}

/** Follows `stories-moved`: as many as came in one transaction, one after the other, with room for readers between. */
export async function fileMoved(newsroom: Newsroom, { storyIds }: { storyIds: string[] }): Promise<void> {
  for (const storyId of storyIds) {
    await fileInMorgue(newsroom, { storyId });
    await setImmediate();
  }
}
