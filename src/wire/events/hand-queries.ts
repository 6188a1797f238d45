/** What editors decided of clusters, as the store keeps it. */
import type { Insertable, Selectable } from 'kysely';
import type { Newsroom } from '../../newsroom.ts';
import type { ClusterActsTable } from '../../store/wire-tables.ts';

export function findAct(inner: Newsroom, actId: string): Promise<Selectable<ClusterActsTable> | undefined> {
  return inner.store.selectFrom('cluster_acts').selectAll().where('id', '=', actId).executeTakeFirst();
}

export interface ClusterActRow {
  items: number;
  id: string;
  at: number;
  kind: 'joined' | 'parted';
  cluster_id: string;
  other_id: string;
  sides_json: string;
  by_id: string | null;
  undone_at: number | null;
  undone_by_id: string | null;
  maker_name: string | null;
  undoer_name: string | null;
}

export function listActs(newsroom: Newsroom, clusterId: string, most: number): Promise<ClusterActRow[]> {
  return newsroom.store
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
    .limit(most)
    .execute();
}

export function findJoined(
  newsroom: Newsroom,
  clusterId: string,
): Promise<{ cluster_id: string } | undefined> {
  return newsroom.store
    .selectFrom('cluster_acts')
    .select('cluster_id')
    .where('other_id', '=', clusterId)
    .where('kind', '=', 'joined')
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .executeTakeFirst();
}

export async function putAct(inner: Newsroom, row: Insertable<ClusterActsTable>): Promise<void> {
  await inner.store.insertInto('cluster_acts').values(row).execute();
}

export async function setUndone(inner: Newsroom, actId: string, byId: string | null): Promise<void> {
  await inner.store
    .updateTable('cluster_acts')
    .set({ undone_at: inner.clock.now(), undone_by_id: byId })
    .where('id', '=', actId)
    .execute();
}
