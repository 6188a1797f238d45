/** Where a reply or an objection was sent from is counted for a day, as a keyed hash of a shortened address; then it is forgotten. */
import { DAY } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import { forgetSendersBefore } from './queries.ts';

const COUNTED_FOR = 2 * DAY; // the screen looks back one day; the second is for a clock that is set back

/** Forgets the senders of what is older than that. */
export async function forgetSenders(newsroom: Newsroom): Promise<void> {
  for (const table of ['replies', 'objections'] as const)
    await forgetSendersBefore(newsroom, table, newsroom.clock.now() - COUNTED_FOR);
}
