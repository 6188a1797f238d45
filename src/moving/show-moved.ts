/** After a move by a process of its own: what this one remembers of pages is no longer true. */
import type { Newsroom } from '../newsroom.ts';

/** Follows `paper-moved`. */
export async function showMoved(newsroom: Newsroom): Promise<void> {
  await newsroom.transact(async (inner) => {
    inner.bell.ring('pages', { touched: ['everything'] });
  });
}
