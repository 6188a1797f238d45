/**
 * Clusters by hand: an editor puts two together or parts one, and can take it back. The machine never moves an item that is
 * in a cluster, so that it undoes nothing of this; what comes later follows the item that it is likest to.
 */
import { sql } from 'kysely';
import { refuse } from '../../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../../newsroom.ts';
import { findItemRow } from '../items/queries.ts';
import { holdClusters, putClusters, renumberClusters, touchClusters } from './cluster-queries.ts';

/** Says that two items, and all that stand with each, tell of one event. Gives the cluster, and the act if it changed anything. */
export async function putTogether(
  newsroom: Newsroom,
  { itemId, withItemId, by }: { itemId: string; withItemId: string; by: Actor },
): Promise<{ clusterId: string; actId: string | null }> {
  return newsroom.transact(async (inner) => {
    const number = await holdClusters(inner);
    const clusterId = await clusterFor(inner, withItemId);
    const otherId = await clusterFor(inner, itemId);
    if (otherId === clusterId) return { clusterId, actId: null };
    const side = sql<string>`coalesce(cluster_side, cluster_id)`;
    const sides = await inner.store
      .selectFrom('items')
      .select(side.as('side'))
      .distinct()
      .where('cluster_id', '=', otherId)
      .execute();
    const moved = await inner.store
      .updateTable('items')
      .set({ cluster_side: side, cluster_id: clusterId })
      .where('cluster_id', '=', otherId)
      .executeTakeFirstOrThrow();
    await renumberClusters(inner, [clusterId], number);
    const actId = await keepAct(inner, by, {
      kind: 'joined',
      clusterId,
      otherId,
      sides: sides.map((each) => each.side),
      items: Number(moved.numUpdatedRows),
    });
    return { clusterId, actId };
  });
}

/** Says that some items of a cluster tell of something else, together. Refuses all of them, and none. */
export async function part(
  newsroom: Newsroom,
  { clusterId, itemIds, by }: { clusterId: string; itemIds: string[]; by: Actor },
): Promise<{ clusterId: string; actId: string }> {
  return newsroom.transact(async (inner) => {
    const number = await holdClusters(inner);
    const members = await inner.store
      .selectFrom('items')
      .select('id')
      .where('cluster_id', '=', clusterId)
      .execute();
    const going = members.flatMap(({ id }) => (itemIds.includes(id) ? [id] : []));
    if (going.length === 0 || going.length < new Set(itemIds).size) refuse('cluster-changed');
    if (going.length === members.length)
      refuse('form-incomplete', { fields: { itemId: 'Something has to stay: tick fewer.' } });
    const otherId = await makeCluster(inner);
    await inner.store.updateTable('items').set({ cluster_id: otherId }).where('id', 'in', going).execute();
    await renumberClusters(inner, [otherId], number);
    const act = { kind: 'parted', clusterId, otherId, sides: [], items: going.length } as const;
    return { clusterId: otherId, actId: await keepAct(inner, by, act) };
  });
}

/** Takes an act back, with what has come to its items since. Refuses where others have moved them meanwhile. */
export async function undoByHand(
  newsroom: Newsroom,
  { actId, by }: { actId: string; by: Actor },
): Promise<{ clusterId: string }> {
  return newsroom.transact(async (inner) => {
    const number = await holdClusters(inner);
    const act = await inner.store
      .selectFrom('cluster_acts')
      .selectAll()
      .where('id', '=', actId)
      .executeTakeFirst();
    if (!act) refuse('not-found');
    if (act.undone_at !== null) refuse('cluster-changed');
    const [from, to] =
      act.kind === 'joined' ? [act.cluster_id, act.other_id] : [act.other_id, act.cluster_id];
    if (act.kind === 'parted' && (await countItems(inner, to)) === 0) refuse('cluster-changed');
    const moved = await inner.store
      .updateTable('items')
      .set({ cluster_id: to })
      .where('cluster_id', '=', from)
      .$if(act.kind === 'joined', (update) =>
        update.where('cluster_side', 'in', JSON.parse(act.sides_json) as string[]),
      )
      .executeTakeFirst();
    if (Number(moved.numUpdatedRows) === 0) refuse('cluster-changed');
    await renumberClusters(inner, [to], number);
    await inner.store
      .updateTable('cluster_acts')
      .set({ undone_at: inner.clock.now(), undone_by_id: by.id })
      .where('id', '=', actId)
      .execute();
    await record(inner, by, `undo: ${act.kind} clusters`, {
      clusterId: act.cluster_id,
      otherId: act.other_id,
    });
    return { clusterId: act.cluster_id };
  });
}

export interface ClusterAct {
  id: string;
  kind: 'joined' | 'parted';
  items: number;
  at: number;
  byName: string;
  /** The cluster that the page does not show. */
  otherId: string;
  undoneAt: number | null;
  undoneByName: string | null;
}

/** What was decided of a cluster by hand, the latest first. */
export async function listClusterActs(newsroom: Newsroom, clusterId: string): Promise<ClusterAct[]> {
  const rows = await newsroom.store
    .selectFrom('cluster_acts')
    .leftJoin('staff as maker', 'maker.id', 'cluster_acts.by_id')
    .leftJoin('staff as undoer', 'undoer.id', 'cluster_acts.undone_by_id')
    .selectAll('cluster_acts')
    .select(['maker.name as maker_name', 'undoer.name as undoer_name'])
    .where(({ or, eb }) =>
      or([eb('cluster_acts.cluster_id', '=', clusterId), eb('cluster_acts.other_id', '=', clusterId)]),
    )
    .orderBy('cluster_acts.at', 'desc')
    .orderBy('cluster_acts.id', 'desc')
    .limit(MOST_ACTS)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    items: row.items,
    at: row.at,
    byName: row.maker_name ?? 'Crier',
    otherId: row.cluster_id === clusterId ? row.other_id : row.cluster_id,
    undoneAt: row.undone_at,
    undoneByName: row.undoer_name,
  }));
}

const MOST_ACTS = 20; // shown of one cluster; more than anybody does to one event

/** Where the items of a cluster went that was put together with another; null for one that was not. */
export async function findWhereItWent(newsroom: Newsroom, clusterId: string): Promise<string | null> {
  const row = await newsroom.store
    .selectFrom('cluster_acts')
    .select('cluster_id')
    .where('other_id', '=', clusterId)
    .where('kind', '=', 'joined')
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .executeTakeFirst();
  return row?.cluster_id ?? null;
}

/** The item's cluster; one of its own if it has none. Refuses with `not-found`. */
async function clusterFor(inner: Newsroom, itemId: string): Promise<string> {
  const item = (await findItemRow(inner, itemId)) ?? refuse('not-found');
  if (item.cluster_id !== null) return item.cluster_id;
  const id = await makeCluster(inner);
  await inner.store.updateTable('items').set({ cluster_id: id }).where('id', '=', itemId).execute();
  return id;
}

async function countItems(inner: Newsroom, clusterId: string): Promise<number> {
  const { count } = await inner.store
    .selectFrom('items')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('cluster_id', '=', clusterId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

interface NewAct {
  kind: 'joined' | 'parted';
  clusterId: string;
  otherId: string;
  sides: readonly string[];
  items: number;
}

async function keepAct(inner: Newsroom, by: Actor, act: NewAct): Promise<string> {
  const id = inner.ids.next();
  await inner.store
    .insertInto('cluster_acts')
    .values({
      id,
      kind: act.kind,
      cluster_id: act.clusterId,
      other_id: act.otherId,
      items: act.items,
      sides_json: JSON.stringify(act.sides),
      at: inner.clock.now(),
      by_id: by.id,
      undone_at: null,
      undone_by_id: null,
    })
    .execute();
  await record(inner, by, act.kind === 'joined' ? 'put clusters together' : 'part cluster', act);
  return id;
}

async function record(
  inner: Newsroom,
  by: Actor,
  act: string,
  facts: { clusterId: string; otherId: string },
): Promise<void> {
  await recordAct(inner, {
    by,
    act,
    subjectKind: 'cluster',
    subjectId: facts.clusterId,
    facts: { ...facts },
  });
  await touchClusters(inner, [facts.clusterId, facts.otherId]);
  inner.bell.ring('desk', { what: 'items' });
}

async function makeCluster(inner: Newsroom): Promise<string> {
  const id = inner.ids.next();
  await putClusters(inner, [id]);
  return id;
}
