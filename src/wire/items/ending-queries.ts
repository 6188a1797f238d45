/** Items whose hour comes: an embargo that ends, a use that does. Both are found by an index of their own. */
import { DAY } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';

export interface Hours {
  from: number;
  to: number;
  limit: number;
}

/** The soonest first. */
export function listEmbargoRows({ store }: Newsroom, { from, to, limit }: Hours) {
  return store
    .selectFrom('items')
    .innerJoin('sources', 'sources.id', 'items.source_id')
    .select(['items.id', 'items.headline', 'items.language', 'items.story_id as storyId'])
    .select(['items.embargo_until as at', 'sources.name as sourceName'])
    .where('items.embargo_until', '>', from)
    .where('items.embargo_until', '<=', to)
    .where('items.status', '=', 'usable')
    .orderBy('items.embargo_until')
    .limit(limit)
    .execute();
}

/** Stories that live and whose item may be used no longer then, by the item's own word. */
export function listExpiringRows(newsroom: Newsroom, { from, to, limit }: Hours) {
  return living(newsroom)
    .select('items.expires_at as at')
    .where('items.expires_at', '>', from)
    .where('items.expires_at', '<=', to)
    .orderBy('items.expires_at')
    .limit(limit)
    .execute();
}

/** The same by the days of a contract. */
export async function listEndingContracts(newsroom: Newsroom, { from, to, limit }: Hours) {
  const ending = await newsroom.store
    .selectFrom('sources')
    .select(['id', 'keep_days'])
    .where('keep_days', 'is not', null)
    .execute();
  const all = await Promise.all(
    ending.map(async ({ id, keep_days }) => {
      const days = (keep_days ?? 0) * DAY;
      const rows = await living(newsroom)
        .select('stories.first_published_at as began')
        .where('stories.source_id', '=', id)
        .where('stories.first_published_at', '>', from - days)
        .where('stories.first_published_at', '<=', to - days)
        .orderBy('stories.first_published_at')
        .limit(limit)
        .execute();
      return rows.map(({ began, ...row }) => ({ ...row, at: (began ?? 0) + days }));
    }),
  );
  return all.flat();
}

function living({ store }: Newsroom) {
  return store
    .selectFrom('items')
    .innerJoin('stories', 'stories.item_id', 'items.id')
    .innerJoin('sources', 'sources.id', 'items.source_id')
    .select(['items.id', 'items.headline', 'items.language', 'stories.id as storyId'])
    .select('sources.name as sourceName')
    .where('stories.status', 'in', ['draft', 'scheduled', 'published']);
}
