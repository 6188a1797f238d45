/** What a source withdraws takes its pictures along: they leave every page at once. */

import { findItemRow } from '../../intake/item-queries.ts';
import type { Newsroom } from '../../newsroom.ts';
import { endMediaOfItem } from '../../usage/end-media.ts';
import { isPictureItem } from '../items/item-pictures.ts';

/** Follows `item-changed`. A picture that is itself the item is killed for good; those of a text may come again with another. */
export async function endItemPictures(newsroom: Newsroom, { itemId }: { itemId: string }): Promise<void> {
  const item = await findItemRow(newsroom, itemId);
  if (!item || item.status === 'usable') return;
  const isKill = item.status === 'canceled' && (await isPictureItem(newsroom, itemId));
  await endMediaOfItem(newsroom, { itemId, why: isKill ? 'killed' : 'withdrawn' });
}
