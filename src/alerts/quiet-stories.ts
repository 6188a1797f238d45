/** A story that is followed by itself is followed for as long as there is something to hear of it. */
import { DAY } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import { deleteEnded, endFollows, quietFollows } from './wish-queries.ts';

export const QUIET_AFTER = 7 * DAY; // without a word: then a story is over for those who follow it
const SHOWN = 30 * DAY; // on the reader's page, that it ended by itself
const AT_ONCE = 500; // follows in one transaction

/** For the clock: ends the follows of stories that have gone quiet or were withdrawn. Answers how many. */
export async function endQuietFollows(newsroom: Newsroom): Promise<number> {
  const now = newsroom.clock.now();
  let ended = 0;
  for (;;) {
    const follows = await newsroom.transact(async (inner) => {
      const quiet = await quietFollows(inner, { before: now - QUIET_AFTER, limit: AT_ONCE });
      await endFollows(inner, quiet);
      return quiet.length;
    });
    ended += follows;
    if (follows < AT_ONCE) break;
  }
  await deleteEnded(newsroom, now - SHOWN);
  return ended;
}
