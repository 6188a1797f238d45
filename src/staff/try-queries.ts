/** What the store is asked about tries, and about places from where someone signed in. */
import type { Newsroom } from '../newsroom.ts';

/** The one row that a key has in the store. */
export interface KeptTry {
  /** When the bucket is full again (the theoretical arrival time of the generic cell rate algorithm); for an account, when the next try may be. */
  at: number;
  failures: number;
}

/** The key's row, held until the transaction ends: of two at once the second sees what the first has taken. */
export async function holdTry(inner: Newsroom, key: string, now: number): Promise<KeptTry> {
  return await inner.store
    .insertInto('sign_in_tries')
    .values({ key, at: now, failures: 0 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({ failures: row.ref('sign_in_tries.failures') })),
    )
    .returning(['at', 'failures'])
    .executeTakeFirstOrThrow();
}

export async function keepTry(inner: Newsroom, key: string, kept: KeptTry): Promise<void> {
  await inner.store.updateTable('sign_in_tries').set(kept).where('key', '=', key).execute();
}

export async function removeTry(newsroom: Newsroom, key: string): Promise<void> {
  await newsroom.store.deleteFrom('sign_in_tries').where('key', '=', key).execute();
}

export async function dropTriesBefore(newsroom: Newsroom, at: number): Promise<void> {
  await newsroom.store.deleteFrom('sign_in_tries').where('at', '<', at).execute();
}

export async function isKnownPlace(newsroom: Newsroom, staffId: string, place: string): Promise<boolean> {
  const row = await newsroom.store
    .selectFrom('staff_places')
    .select('place')
    .where('staff_id', '=', staffId)
    .where('place', '=', place)
    .executeTakeFirst();
  return row !== undefined;
}

/** Someone signed in from there now. */
export async function keepPlace(
  newsroom: Newsroom,
  row: { staffId: string; place: string; at: number },
): Promise<void> {
  await newsroom.store
    .insertInto('staff_places')
    .values({ staff_id: row.staffId, place: row.place, last_at: row.at })
    .onConflict((conflict) => conflict.columns(['staff_id', 'place']).doUpdateSet({ last_at: row.at }))
    .execute();
}

export async function dropPlacesBefore(newsroom: Newsroom, at: number): Promise<void> {
  await newsroom.store.deleteFrom('staff_places').where('last_at', '<', at).execute();
}

/** None of someone's places is known any more: they have a new password, or left. */
export async function dropPlacesOf(inner: Newsroom, staffId: string): Promise<void> {
  await inner.store.deleteFrom('staff_places').where('staff_id', '=', staffId).execute();
}
