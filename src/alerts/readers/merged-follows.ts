/** Who followed a story that goes on in another hears of that one; who wanted no more of it, hears no more of that one either. */
import type { Newsroom } from '../../newsroom.ts';
import { copyStops, followsAfter, putFollows } from './merged-follow-queries.ts';

const AT_ONCE = 500; // follows in one statement

/** Follows `story-merged`. The follows of the merged story stay: taken back, it has them again. */
export async function copyFollows(
  newsroom: Newsroom,
  { storyId, intoId }: { storyId: string; intoId: string },
): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await followsAfter(newsroom, { storyId, after, limit: AT_ONCE });
    await putFollows(
      newsroom,
      rows.map((row) => ({ ...row, id: newsroom.ids.next(), subject_id: intoId })),
    );
    after = rows.at(-1)?.id ?? '';
    if (rows.length < AT_ONCE) break;
  }
  await copyStops(newsroom, { from: storyId, to: intoId });
}
