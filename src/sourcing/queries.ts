/** The database of speakers; private to this folder. */
import type { Selectable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { Tables } from '../store/tables.ts';

export type SpeakerRow = Selectable<Tables['speakers']>;

export function selectSpeakers({ store }: Newsroom): Promise<SpeakerRow[]> {
  return store.selectFrom('speakers').selectAll().orderBy('name').execute();
}

export function selectSpeakerBySlug({ store }: Newsroom, slug: string): Promise<SpeakerRow | undefined> {
  return store.selectFrom('speakers').selectAll().where('slug', '=', slug).executeTakeFirst();
}

export function selectSpeakerById({ store }: Newsroom, id: string): Promise<SpeakerRow | undefined> {
  return store.selectFrom('speakers').selectAll().where('id', '=', id).executeTakeFirst();
}

/** False when the address was taken meanwhile. */
export async function insertSpeaker({ store }: Newsroom, row: SpeakerRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await store
    .insertInto('speakers')
    .values(row)
    .onConflict((clash) => clash.column('slug').doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

export async function updateSpeaker(
  { store }: Newsroom,
  id: string,
  change: Partial<Omit<SpeakerRow, 'id' | 'slug'>>,
): Promise<void> {
  await store.updateTable('speakers').set(change).where('id', '=', id).execute();
}

export async function deleteSpeaker({ store }: Newsroom, id: string): Promise<void> {
  await store.deleteFrom('speakers').where('id', '=', id).execute();
}
