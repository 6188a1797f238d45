/** What the store is asked of saved searches, and of what rang for them. */
import type { Newsroom } from '../newsroom.ts';
import type { SavedSearchesTable, SearchRingsTable } from '../store/lookup-tables.ts';

export async function putSaved(inner: Newsroom, row: SavedSearchesTable): Promise<void> {
  await inner.store.insertInto('saved_searches').values(row).execute();
}

export async function deleteSaved(inner: Newsroom, id: string, staffId: string): Promise<boolean> {
  const { numDeletedRows } = await inner.store
    .deleteFrom('saved_searches')
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function updateRings(
  inner: Newsroom,
  id: string,
  { staffId, rings }: { staffId: string; rings: 0 | 1 },
): Promise<boolean> {
  const { numUpdatedRows } = await inner.store
    .updateTable('saved_searches')
    .set({ rings })
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export function listSavedOf(newsroom: Newsroom, staffId: string): Promise<SavedSearchesTable[]> {
  return newsroom.store
    .selectFrom('saved_searches')
    .selectAll()
    .where('staff_id', '=', staffId)
    .orderBy('id')
    .execute();
}

/** Those that ring, of everybody who works here, with their role. */
export function listRinging(newsroom: Newsroom) {
  return newsroom.store
    .selectFrom('saved_searches')
    .innerJoin('staff', 'staff.id', 'saved_searches.staff_id')
    .where('saved_searches.rings', '=', 1)
    .where('staff.left_at', 'is', null)
    .select(['saved_searches.id', 'saved_searches.words', 'saved_searches.staff_id', 'staff.role'])
    .orderBy('saved_searches.id')
    .execute();
}

/** True where any was new. */
export async function putRings(inner: Newsroom, rows: SearchRingsTable[]): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await inner.store
    .insertInto('search_rings')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['search_id', 'thing_id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** What rang for somebody and was not looked at, the newest first; a thing once, whatever number of searches it fits. */
export function listUnseenRings(newsroom: Newsroom, staffId: string, most: number) {
  return newsroom.store
    .selectFrom('search_rings')
    .innerJoin('saved_searches', 'saved_searches.id', 'search_rings.search_id')
    .where('search_rings.staff_id', '=', staffId)
    .where('search_rings.seen_at', 'is', null)
    .select(['search_rings.search_id', 'search_rings.thing_id', 'search_rings.kind', 'search_rings.at'])
    .select('saved_searches.words')
    .orderBy('search_rings.at', 'desc')
    .limit(most)
    .execute();
}

export async function seeRings(
  inner: Newsroom,
  { staffId, searchId, at }: { staffId: string; searchId: string | null; at: number },
): Promise<void> {
  let rings = inner.store
    .updateTable('search_rings')
    .set({ seen_at: at })
    .where('staff_id', '=', staffId)
    .where('seen_at', 'is', null);
  if (searchId !== null) rings = rings.where('search_id', '=', searchId);
  await rings.execute();
}

export async function deleteOldRings(newsroom: Newsroom, before: number): Promise<void> {
  await newsroom.store.deleteFrom('search_rings').where('at', '<', before).execute();
}
