/** The rights of an item on the wire; those of a story are read beside it, in stories/rights-of-story.ts. */
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { findRightsOfItem } from './queries.ts';
import type { Rights } from './rights.ts';
import { rightsIn } from './rights-row.ts';

/** What may be done with an item; one that does not exist is refused with `not-found`. */
export async function getRights(newsroom: Newsroom, { itemId }: { itemId: string }): Promise<Rights> {
  return rightsIn(
    (await findRightsOfItem(newsroom, itemId)) ?? refuse('not-found', { because: 'noSuchItem' }),
  );
}
