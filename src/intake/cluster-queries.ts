/** Which cluster an item stands in, and on which side of it: how items are put together, parted and moved back. */
import { sql } from 'kysely';
import type { Newsroom } from '../newsroom.ts';

/** Where an item stands among clusters. */
export interface Place {
  clusterId: string | null;
  side: string | null;
}

/** Puts these items into a cluster. */
export async function moveItems(
  inner: Newsroom,
  itemIds: string[],
  to: { cluster_id: string; cluster_side?: string | null },
): Promise<void> {
  await inner.store.updateTable('items').set(to).where('id', 'in', itemIds).execute();
}

/**
 * Moves all items of a cluster into another. Each remembers the cluster, or the side of it, that it came with; gives those, and
 * how many items there were.
 */
export async function moveCluster(
  inner: Newsroom,
  { from, to }: { from: string; to: string },
): Promise<{ sides: string[]; items: number }> {
  const side = sql<string>`coalesce(cluster_side, cluster_id)`;
  const sides = await inner.store
    .selectFrom('items')
    .select(side.as('side'))
    .distinct()
    .where('cluster_id', '=', from)
    .execute();
  const { numUpdatedRows } = await inner.store
    .updateTable('items')
    .set({ cluster_side: side, cluster_id: to })
    .where('cluster_id', '=', from)
    .executeTakeFirstOrThrow();
  return { sides: sides.map((each) => each.side), items: Number(numUpdatedRows) };
}

/** Moves back what came from one side, or all where none is named; how many items that were. */
export async function moveBack(
  inner: Newsroom,
  { from, to, sides }: { from: string; to: string; sides: string[] | null },
): Promise<number> {
  const all = inner.store.updateTable('items').set({ cluster_id: to }).where('cluster_id', '=', from);
  const wanted = sides === null ? all : all.where('cluster_side', 'in', sides);
  const { numUpdatedRows } = await wanted.executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function listItemsIn(newsroom: Newsroom, clusterId: string): Promise<string[]> {
  const rows = await newsroom.store
    .selectFrom('items')
    .select('id')
    .where('cluster_id', '=', clusterId)
    .execute();
  return rows.map(({ id }) => id);
}

/** Where items stand now; of those that are no more there is none. */
export async function listPlaces(inner: Newsroom, itemIds: string[]): Promise<(Place & { id: string })[]> {
  if (itemIds.length === 0) return [];
  return inner.store
    .selectFrom('items')
    .select(['id', 'cluster_id as clusterId', 'cluster_side as side'])
    .where('id', 'in', itemIds)
    .execute();
}

/** Puts each item where it belongs, all in one statement. */
export async function movePlaces(inner: Newsroom, places: Map<string, Place>): Promise<void> {
  const rows = [...places].map(
    ([id, { clusterId, side }]) => sql`(${id}, ${clusterId}, cast(${side} as text))`,
  );
  await sql`with place (id, cluster_id, cluster_side) as (values ${sql.join(rows)})
    update items set cluster_id = place.cluster_id, cluster_side = place.cluster_side
    from place where items.id = place.id`.execute(inner.store);
}
