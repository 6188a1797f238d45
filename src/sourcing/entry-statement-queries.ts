/** The questions that statements in entries of live stories are asked. Private to this room. */
import type { Selectable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { EntryStatementsTable } from '../store/entry-tables.ts';

/** In the order in which they were added. */
export function selectEntryStatements({ store }: Newsroom, entryIds: readonly string[]) {
  return store
    .selectFrom('entry_statements')
    .innerJoin('speakers', 'speakers.id', 'entry_statements.speaker_id')
    .selectAll('entry_statements')
    .select(['speakers.slug as speaker_slug', 'speakers.name as speaker_name'])
    .select(['speakers.variants_json', 'speakers.in_conflict'])
    .where('entry_statements.entry_id', 'in', [...entryIds])
    .orderBy('entry_statements.id')
    .execute();
}

export type EntryStatementRow = Awaited<ReturnType<typeof selectEntryStatements>>[number];

export async function insertEntryStatement(
  { store }: Newsroom,
  row: Selectable<EntryStatementsTable>,
): Promise<void> {
  await store.insertInto('entry_statements').values(row).execute();
}

export async function updateEntryStatement(
  { store }: Newsroom,
  id: string,
  change: Pick<Selectable<EntryStatementsTable>, 'standing' | 'standing_note'>,
): Promise<void> {
  await store.updateTable('entry_statements').set(change).where('id', '=', id).execute();
}

export function selectEntryStatement({ store }: Newsroom, id: string) {
  return store.selectFrom('entry_statements').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function deleteEntryStatement({ store }: Newsroom, id: string): Promise<void> {
  await store.deleteFrom('entry_statements').where('id', '=', id).execute();
}

/** Everything that one says in entries goes to another. */
export async function moveEntryStatements({ store }: Newsroom, from: string, to: string): Promise<number> {
  const { numUpdatedRows } = await store
    .updateTable('entry_statements')
    .set({ speaker_id: to })
    .where('speaker_id', '=', from)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
