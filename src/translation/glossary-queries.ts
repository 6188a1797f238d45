/** Statements of the glossary. */
import type { Selectable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { GlossaryTermsTable } from '../store/translation-tables.ts';

type TermRow = Selectable<GlossaryTermsTable>;

/** A term, over the one of the same pair that is there. */
export async function upsertTerm({ store }: Newsroom, row: TermRow): Promise<void> {
  const { translation, note, staff_id, at } = row;
  await store
    .insertInto('glossary_terms')
    .values(row)
    .onConflict((clash) =>
      clash
        .columns(['from_language', 'to_language', 'term'])
        .doUpdateSet({ translation, note, staff_id, at }),
    )
    .execute();
}

/** What was taken out; undefined where it was gone before. */
export function deleteTerm({ store }: Newsroom, id: string): Promise<TermRow | undefined> {
  return store.deleteFrom('glossary_terms').where('id', '=', id).returningAll().executeTakeFirst();
}

export function selectTerms({ store }: Newsroom, pair: { from: string; to: string }) {
  return store
    .selectFrom('glossary_terms')
    .select(['id', 'term', 'translation', 'note'])
    .where('from_language', '=', pair.from)
    .where('to_language', '=', pair.to)
    .orderBy('term')
    .execute();
}
