/**
 * After an upgrade that reads words by other rules: what was filed before is filed anew, the newest first, a few at a time.
 * Meanwhile it is found by its whole words. What is done is gone from `morgue_before`, so this may stop at any point and go on.
 */
import { setImmediate } from 'node:timers/promises';
import type { Newsroom } from '../newsroom.ts';
import { fullTextOf } from './morgue.ts';

const AT_ONCE = 100; // editions each time the clock asks: a second of work or less

/** Returns how many editions were filed anew, each story by `file`: 0 once all are. */
export async function refileMorgue(
  newsroom: Newsroom,
  file: (newsroom: Newsroom, story: { storyId: string }) => Promise<void>,
): Promise<number> {
  const fullText = fullTextOf(newsroom);
  const waiting = await fullText.listBefore(newsroom, AT_ONCE);
  const done = new Set<string>();
  for (const { editionId, storyId } of waiting) {
    if (!done.has(storyId)) await file(newsroom, { storyId });
    done.add(storyId);
    // Of a story that is published no more nothing is filed, and what was is not kept either.
    await fullText.forgetBefore(newsroom, editionId);
    await setImmediate(); // readers first
  }
  return waiting.length;
}
