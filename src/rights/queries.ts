/** Rights as they stand in the store: the contract of a source, and what an item says of itself. */
import type { Newsroom } from '../newsroom.ts';
import { type RightsRow, rightsColumns } from './rights-row.ts';

export async function findRightsOfItem(newsroom: Newsroom, itemId: string): Promise<RightsRow | undefined> {
  return newsroom.store
    .selectFrom('items')
    .innerJoin('sources', 'sources.id', 'items.source_id')
    .select(rightsColumns)
    .where('items.id', '=', itemId)
    .executeTakeFirst();
}
