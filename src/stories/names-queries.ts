/** What sections and topics are called in other languages, as the store keeps it. */
import type { Insertable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { NamesElsewhereTable } from '../store/names-tables.ts';

export async function deleteName(
  inner: Newsroom,
  kind: NamesElsewhereTable['kind'],
  id: string,
  language: string,
): Promise<void> {
  await inner.store
    .deleteFrom('names_elsewhere')
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .where('language', '=', language)
    .execute();
}

export async function putName(inner: Newsroom, row: Insertable<NamesElsewhereTable>): Promise<void> {
  await inner.store.insertInto('names_elsewhere').values(row).execute();
}

/** Of all things of a kind, or of the one that is named. */
export async function listNamesElsewhere(
  newsroom: Newsroom,
  kind: NamesElsewhereTable['kind'],
  subjectId: string | null = null,
) {
  const asked = newsroom.store
    .selectFrom('names_elsewhere')
    .select(['subject_id', 'language', 'name'])
    .where('kind', '=', kind);
  return (subjectId === null ? asked : asked.where('subject_id', '=', subjectId)).execute();
}
