/** A story that is followed by itself is followed for as long as there is something to hear of it. */
import { DAY } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { deleteEnded, endFollowsOf, nextFollowedStory, restOf } from './wish-queries.ts';

export const QUIET_AFTER = 7 * DAY; // without a word: then a story is over for those who follow it
const SHOWN = 30 * DAY; // on the reader's page, that it ended by itself
const AT_ONCE = 500; // follows in one transaction

/** For the clock: ends the follows of stories that have gone quiet or were withdrawn. Answers how many. */
export async function endQuietFollows(newsroom: Newsroom): Promise<number> {
  const now = newsroom.clock.now();
  const before = now - QUIET_AFTER;
  let ended = 0;
  for (let story = ''; ; ) {
    const storyId = await nextFollowedStory(newsroom, story);
    if (storyId === null) break;
    story = storyId;
    const rest = await restOf(newsroom, { storyId, before });
    // Who followed it lately is told for a week all the same, but nobody is told of what was withdrawn.
    if (rest !== 'live') ended += await endAll(newsroom, storyId, rest === 'quiet' ? before : now + 1);
  }
  await deleteEnded(newsroom, now - SHOWN);
  return ended;
}

async function endAll(newsroom: Newsroom, storyId: string, before: number): Promise<number> {
  let ended = 0;
  for (;;) {
    const some = await newsroom.transact((inner) => endFollowsOf(inner, { storyId, before, limit: AT_ONCE }));
    ended += some;
    if (some < AT_ONCE) return ended;
  }
}
