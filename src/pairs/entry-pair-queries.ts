/** The pairs of entries of live stories, as the store keeps them, for the room of translation, which writes them. */
import type { Insertable, Selectable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { EntryPairsTable } from '../store/translation-tables.ts';

export type KeptEntryPair = Selectable<EntryPairsTable>;

/** What stands in an entry and what an engine offered for it since, the offer first. */
export function listPairsAndOffer({ store }: Newsroom, entryId: string): Promise<KeptEntryPair[]> {
  return store
    .selectFrom('entry_pairs')
    .selectAll()
    .where('entry_id', '=', entryId)
    .orderBy('is_offered', 'desc')
    .orderBy('position')
    .execute();
}

/** In place of what is kept; pairs of what stands take the offer with them, which was made for what stood before. */
export async function putEntryPairs(
  { store }: Newsroom,
  { entryId, isOffered }: { entryId: string; isOffered: boolean },
  pairs: readonly Omit<Insertable<EntryPairsTable>, 'entry_id' | 'is_offered' | 'position'>[],
): Promise<void> {
  const old = store.deleteFrom('entry_pairs').where('entry_id', '=', entryId);
  await (isOffered ? old.where('is_offered', '=', 1) : old).execute();
  if (pairs.length === 0) return;
  const is_offered = isOffered ? (1 as const) : (0 as const);
  const rows = pairs.map((pair, position) => ({ ...pair, entry_id: entryId, is_offered, position }));
  await store.insertInto('entry_pairs').values(rows).execute();
}
