/** What the contract and the item allow that a story was made under; the rule itself is in rights/rights.ts. */
import type { Newsroom } from '../newsroom.ts';
import type { Rights } from '../rights/rights.ts';
import { rightsIn } from '../rights/rights-row.ts';
import { rightsRowOf } from './story-reading-queries.ts';

/** A story that no contract stands behind may everything, and so may one that does not exist: there is nothing of anybody's in it. */
export async function rightsOfStory(newsroom: Newsroom, storyId: string): Promise<Rights> {
  return rightsIn(await rightsRowOf(newsroom, storyId));
}
