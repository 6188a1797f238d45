/** Who followed a story that goes on in another hears of that one; who wanted no more of it, hears no more of that one either. */
import type { Newsroom } from '../../newsroom.ts';
import { copyStops, dropMerged, followsAfter, keepMerged, putFollows } from './merged-follow-queries.ts';

const AT_ONCE = 500; // follows in one statement

interface MergedStories {
  storyId: string;
  intoId: string;
}

/** Follows `story-merged`. The follows of the merged story stay: taken back, it has them again. */
export async function copyFollows(newsroom: Newsroom, merger: MergedStories): Promise<void> {
  const { storyId, intoId } = merger;
  for (let after = ''; ; ) {
    const rows = await followsAfter(newsroom, { storyId, after, limit: AT_ONCE });
    await newsroom.transact(async (inner) => {
      const copies = rows.map((row) => ({ ...row, id: inner.ids.next(), subject_id: intoId }));
      const devices = await putFollows(inner, copies);
      await keepMerged(inner, merger, { what: 'follow', devices });
    });
    after = rows.at(-1)?.id ?? '';
    if (rows.length < AT_ONCE) break;
  }
  await newsroom.transact(async (inner) => {
    const devices = await copyStops(inner, merger);
    await keepMerged(inner, merger, { what: 'stop', devices });
  });
}

/** Follows `story-parted`: who came along by the merger follows the other no more; who asked for it, before or since, goes on. */
export async function takeFollowsBack(newsroom: Newsroom, merger: MergedStories): Promise<void> {
  await newsroom.transact((inner) => dropMerged(inner, merger));
}
