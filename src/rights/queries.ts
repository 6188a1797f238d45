/** Rights as they stand in the store: the contract of a source, and what an item says of itself. */
import type { Newsroom } from '../newsroom.ts';

const CONTRACT = [
  'sources.name',
  'sources.may_alert',
  'sources.may_translate',
  'sources.may_use_cloud',
  'sources.may_full_text',
  'sources.publish_unread',
  'sources.takes_generated',
  'sources.index_policy',
  'sources.keep_days',
] as const;

const ITEM = [
  'items.id as item_id',
  'items.status',
  'items.embargo_until',
  'items.expires_at',
  'items.terms_json',
] as const;

/** The contract and the item that a story was made under; null for a story of our own. */
export async function findRightsOfStory(newsroom: Newsroom, storyId: string) {
  return newsroom.store
    .selectFrom('stories')
    .innerJoin('sources', 'sources.id', 'stories.source_id')
    .leftJoin('items', 'items.id', 'stories.item_id')
    .select([...CONTRACT, ...ITEM])
    .where('stories.id', '=', storyId)
    .executeTakeFirst();
}

export async function findRightsOfItem(newsroom: Newsroom, itemId: string) {
  return newsroom.store
    .selectFrom('items')
    .innerJoin('sources', 'sources.id', 'items.source_id')
    .select([...CONTRACT, ...ITEM])
    .where('items.id', '=', itemId)
    .executeTakeFirst();
}

export type RightsRow = NonNullable<Awaited<ReturnType<typeof findRightsOfStory>>>;
