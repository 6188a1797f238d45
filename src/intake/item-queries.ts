/** The questions about items that the verbs of the wire ask the store. */
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import type { ItemsTable, ItemVersionsTable } from '../store/wire-tables.ts';

export type ItemRow = Selectable<ItemsTable>;
export type VersionRow = Selectable<ItemVersionsTable>;

export interface KnownItem {
  id: string;
  identity: string;
  version: number;
  hash: string;
  headline: string;
  link: string | null;
  status: string;
  embargo_until: number | null;
  published_at: number | null;
  received_at: number;
  source_id: string;
  cluster_id: string | null;
  cluster_side: string | null;
}

/** What is known of items, by what their sources call them. */
export async function listKnown(
  inner: Newsroom,
  asked: { sourceId: string; identity: string }[],
): Promise<KnownItem[]> {
  if (asked.length === 0) return [];
  const rows = asked.map(({ sourceId, identity }) => sql`(${sourceId}, ${identity})`);
  return inner.store
    .selectFrom('items')
    .innerJoin('item_versions', (join) =>
      join
        .onRef('item_versions.item_id', '=', 'items.id')
        .onRef('item_versions.number', '=', 'items.version'),
    )
    .select(['items.id', 'items.identity', 'items.version', 'item_versions.hash', 'items.headline'])
    .select(['items.status', 'items.embargo_until', 'items.published_at', 'items.link'])
    .select(['items.source_id', 'items.received_at', 'items.cluster_id', 'items.cluster_side'])
    .where(sql<boolean>`(items.source_id, items.identity) in (values ${sql.join(rows)})`)
    .execute();
}

export async function putItems(
  inner: Newsroom,
  items: Insertable<ItemsTable>[],
  versions: Insertable<ItemVersionsTable>[],
): Promise<void> {
  if (items.length > 0) await inner.store.insertInto('items').values(items).execute();
  if (versions.length > 0) await inner.store.insertInto('item_versions').values(versions).execute();
}

export async function updateItem(
  inner: Newsroom,
  itemId: string,
  change: Updateable<ItemsTable>,
): Promise<void> {
  await inner.store.updateTable('items').set(change).where('id', '=', itemId).execute();
}

/** How an item stands at the desk. */
export const itemStandings = ['waiting', 'taken', 'withdrawn'] as const;
export type ItemStanding = (typeof itemStandings)[number];

export interface ItemFilter {
  sourceId?: string;
  /** Not picked up; picked up; withheld or withdrawn by the source. */
  standing?: ItemStanding;
  language?: string;
  /** Received before or after this item. */
  before?: string;
  after?: string;
  limit: number;
}

export interface ItemAndSource extends ItemRow {
  source_name: string;
  source_slug: string;
  source_credit: string;
}

/** Newest first. */
export async function listItemRows(newsroom: Newsroom, filter: ItemFilter): Promise<ItemAndSource[]> {
  let query = newsroom.store
    .selectFrom('items')
    .innerJoin('sources', 'sources.id', 'items.source_id')
    .selectAll('items')
    .select(['sources.name as source_name', 'sources.slug as source_slug', 'sources.credit as source_credit'])
    .orderBy('items.received_at', 'desc')
    .orderBy('items.id', 'desc')
    .limit(filter.limit);
  if (filter.sourceId) query = query.where('items.source_id', '=', filter.sourceId);
  if (filter.standing === 'withdrawn') query = query.where('items.status', '<>', 'usable');
  if (filter.standing === 'waiting')
    query = query.where('items.status', '=', 'usable').where('items.story_id', 'is', null);
  if (filter.standing === 'taken') query = query.where('items.story_id', 'is not', null);
  if (filter.language) query = query.where('items.language', '=', filter.language);
  for (const [side, sign] of [
    ['before', '<'],
    ['after', '>'],
  ] as const) {
    const mark = filter[side] ? await findItemRow(newsroom, filter[side]) : null;
    if (!mark) continue;
    query = query.where(({ or, and, eb }) =>
      or([
        eb('items.received_at', sign, mark.received_at),
        and([eb('items.received_at', '=', mark.received_at), eb('items.id', sign, mark.id)]),
      ]),
    );
  }
  return query.execute();
}

export async function findItemRow(newsroom: Newsroom, itemId: string): Promise<ItemRow | null> {
  const row = await newsroom.store
    .selectFrom('items')
    .selectAll()
    .where('id', '=', itemId)
    .executeTakeFirst();
  return row ?? null;
}

/** Newest first. */
export async function listVersionRows(newsroom: Newsroom, itemId: string): Promise<VersionRow[]> {
  return newsroom.store
    .selectFrom('item_versions')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('number', 'desc')
    .execute();
}

export async function getVersionRow(newsroom: Newsroom, itemId: string, number: number): Promise<VersionRow> {
  const row = await newsroom.store
    .selectFrom('item_versions')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? refuse('not-found', { because: 'noSuchVersion' });
}

/** The languages that items came in. */
export async function listItemLanguages(newsroom: Newsroom): Promise<string[]> {
  const rows = await newsroom.store
    .selectFrom('items')
    .select('language')
    .distinct()
    .where('language', 'is not', null)
    .execute();
  return rows.flatMap((row) => row.language ?? []).sort();
}

export async function setItemTaken(inner: Newsroom, itemId: string, storyId: string): Promise<void> {
  await inner.store.updateTable('items').set({ story_id: storyId }).where('id', '=', itemId).execute();
}

export async function freeItemsOf(inner: Newsroom, storyId: string): Promise<void> {
  await inner.store.updateTable('items').set({ story_id: null }).where('story_id', '=', storyId).execute();
}
