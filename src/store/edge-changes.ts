/** Rows of what changed on public pages, for whatever keeps copies of them in front of us: see edge/tell-edge.ts. */
import type { PageName, Ring } from './bell.ts';
import type { Flag } from './closed-sets.ts';
import type { Store, StoreEngine } from './engine.ts';
import { readWords } from './json-column.ts';

export interface EdgeChange {
  id: string;
  names: PageName[];
  /** Told once: it is told again for what was on its way then. */
  isTold: boolean;
}

/** Puts what the rings of a transaction say of public pages into it. */
export async function keepEdgeChanges(
  inner: Store,
  { rings, id, at }: { rings: readonly Ring[]; id: string; at: number },
): Promise<void> {
  const names = new Set(rings.flatMap((ring) => (ring.signal === 'pages' ? ring.says.touched : [])));
  if (names.size === 0) return;
  const row = { id, names_json: JSON.stringify([...names]), at, due_at: at, told: 0 as Flag };
  await inner.insertInto('edge_changes').values(row).execute();
}

/** Takes what is due, the oldest first; nobody else is given it before `until`. */
export async function claimEdgeChanges(
  { store, engine }: { store: Store; engine: StoreEngine },
  { now, until, most }: { now: number; until: number; most: number },
): Promise<EdgeChange[]> {
  const next = store
    .selectFrom('edge_changes')
    .select('id')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(most);
  const rows = await store
    .updateTable('edge_changes')
    .set({ due_at: until })
    .where('id', 'in', engine === 'postgres' ? next.forUpdate().skipLocked() : next)
    .returning(['id', 'names_json', 'told'])
    .execute();
  return rows.map(({ id, names_json, told }) => ({
    id,
    names: readWords('edge_changes.names_json', id, names_json) as PageName[],
    isTold: told === 1,
  }));
}

/** They are told again from then on. */
export async function postponeEdgeChanges(
  store: Store,
  { ids, due, told }: { ids: string[]; due: number; told: boolean },
): Promise<void> {
  if (ids.length === 0) return;
  const toldToo = told ? { told: 1 as Flag } : {};
  await store
    .updateTable('edge_changes')
    .set({ due_at: due, ...toldToo })
    .where('id', 'in', ids)
    .execute();
}

export async function dropEdgeChanges(store: Store, ids: string[]): Promise<void> {
  if (ids.length > 0) await store.deleteFrom('edge_changes').where('id', 'in', ids).execute();
}

/** What is older than anything that the edge may still hold. */
export async function pruneEdgeChanges(store: Store, before: number): Promise<void> {
  await store.deleteFrom('edge_changes').where('at', '<', before).execute();
}

/** What was not told yet: how many, and since when the first. */
export async function untoldEdgeChanges(store: Store): Promise<{ count: number; oldest: number | null }> {
  const row = await store
    .selectFrom('edge_changes')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('at').as('oldest')])
    .where('told', '=', 0)
    .executeTakeFirst();
  return { count: Number(row?.count ?? 0), oldest: row?.oldest ?? null };
}
