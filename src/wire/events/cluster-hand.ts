/**
 * Clusters by hand: an editor puts two together or parts one, and can take it back. The machine never moves an item that is
 * in a cluster, so that it undoes nothing of this; what comes later follows the item that it is likest to.
 */

import { listItemsIn, moveBack, moveCluster, moveItems } from '../../intake/cluster-queries.ts';
import { findItemRow } from '../../intake/item-queries.ts';
import { because, refuse } from '../../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../../newsroom.ts';
import { readWords } from '../../store/json-column.ts';
import { holdClusters, putClusters, renumberClusters, touchClusters } from './cluster-queries.ts';
import { findAct, findJoined, listActs, putAct, setUndone } from './hand-queries.ts';

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
    const { sides, items } = await moveCluster(inner, { from: otherId, to: clusterId });
    await renumberClusters(inner, [clusterId], number);
    const actId = await keepAct(inner, by, {
      kind: 'joined',
      clusterId,
      otherId,
      sides,
      items,
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
    const members = await listItemsIn(inner, clusterId);
    const going = members.filter((id) => itemIds.includes(id));
    if (going.length === 0 || going.length < new Set(itemIds).size) refuse('cluster-changed');
    if (going.length === members.length)
      refuse('form-incomplete', { fields: { itemId: because('somethingMustStay') } });
    const otherId = await makeCluster(inner);
    await moveItems(inner, going, { cluster_id: otherId });
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
    const act = await findAct(inner, actId);
    if (!act) refuse('not-found');
    if (act.undone_at !== null) refuse('cluster-changed');
    const [from, to] =
      act.kind === 'joined' ? [act.cluster_id, act.other_id] : [act.other_id, act.cluster_id];
    if (act.kind === 'parted' && (await listItemsIn(inner, to)).length === 0) refuse('cluster-changed');
    const sides = act.kind === 'joined' ? readWords('cluster_acts.sides_json', act.id, act.sides_json) : null;
    if ((await moveBack(inner, { from, to, sides })) === 0) refuse('cluster-changed');
    await renumberClusters(inner, [to], number);
    await setUndone(inner, actId, by.id);
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
  const rows = await listActs(newsroom, clusterId, MOST_ACTS);
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
  const row = await findJoined(newsroom, clusterId);
  return row?.cluster_id ?? null;
}

/** The item's cluster; one of its own if it has none. Refuses with `not-found`. */
async function clusterFor(inner: Newsroom, itemId: string): Promise<string> {
  const item = (await findItemRow(inner, itemId)) ?? refuse('not-found');
  if (item.cluster_id !== null) return item.cluster_id;
  const id = await makeCluster(inner);
  await moveItems(inner, [itemId], { cluster_id: id });
  return id;
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
  await putAct(inner, {
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
  });
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
