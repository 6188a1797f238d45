/** Which item a story was made of: told by stories when one is drafted, spiked or withdrawn. */
import type { Newsroom } from '../newsroom.ts';
import { freeItemsOf, setItemTaken } from './item-queries.ts';

/** The item is the story's: nobody else picks it up. */
export async function takeItem(inner: Newsroom, of: { itemId: string; storyId: string }): Promise<void> {
  await setItemTaken(inner, of.itemId, of.storyId);
  inner.bell.ring('desk', { what: 'items' });
}

/** What the story was made of may be picked up again. */
export async function giveItemsBack(inner: Newsroom, storyId: string): Promise<void> {
  await freeItemsOf(inner, storyId);
}
