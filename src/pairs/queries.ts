/** Translations and their pairs of sentences, as the store keeps them: what the room of translation writes, and stories below it ask. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type {
  PairAnswersTable,
  SecondVersionsTable,
  SentencePairsTable,
  TranslationsTable,
} from '../store/translation-tables.ts';

/** The edition waits for no engine, once no sentence of it is open. */
export async function endTranslating(inner: Newsroom, editionId: string): Promise<void> {
  await inner.store
    .updateTable('translations')
    .set({ state: 'ready', failure_words: null })
    .where('edition_id', '=', editionId)
    .where('state', '!=', 'ready')
    .where(({ not, exists, selectFrom }) => {
      const pairs = selectFrom('sentence_pairs').select('id').where('edition_id', '=', editionId);
      return not(exists(pairs.where('state', '=', 'untranslated')));
    })
    .execute();
}

export async function updatePair(
  inner: Newsroom,
  pairId: string,
  changes: Updateable<SentencePairsTable>,
): Promise<void> {
  await inner.store.updateTable('sentence_pairs').set(changes).where('id', '=', pairId).execute();
}

export async function deleteSecond(inner: Newsroom, pairId: string): Promise<void> {
  await inner.store.deleteFrom('second_versions').where('pair_id', '=', pairId).execute();
}

export async function putPair(inner: Newsroom, row: Insertable<SentencePairsTable>): Promise<void> {
  await inner.store.insertInto('sentence_pairs').values(row).execute();
}

export async function deletePair(inner: Newsroom, pairId: string): Promise<void> {
  await inner.store.deleteFrom('sentence_pairs').where('id', '=', pairId).execute();
}

export async function updateTranslation(
  inner: Newsroom,
  editionId: string,
  changes: Updateable<TranslationsTable>,
): Promise<void> {
  await inner.store.updateTable('translations').set(changes).where('edition_id', '=', editionId).execute();
}

export async function answerPair(
  inner: Newsroom,
  pairId: string,
  answer: Updateable<SentencePairsTable>,
): Promise<void> {
  await inner.store
    .updateTable('sentence_pairs')
    .set(answer)
    .where('id', '=', pairId)
    .where('state', '=', 'untranslated') // an editor may have written it meanwhile
    .execute();
}

export function listPairAnswers(
  newsroom: Newsroom,
  editionId: string,
): Promise<Selectable<PairAnswersTable>[]> {
  return newsroom.store.selectFrom('pair_answers').selectAll().where('edition_id', '=', editionId).execute();
}

export async function putPairAnswer(inner: Newsroom, row: Insertable<PairAnswersTable>): Promise<void> {
  await inner.store.insertInto('pair_answers').values(row).execute();
}

export async function setWordsOfReady(
  newsroom: Newsroom,
  editionId: string,
  words: string | null,
): Promise<void> {
  await newsroom.store
    .updateTable('translations')
    .set({ failure_words: words })
    .where('edition_id', '=', editionId)
    .where('state', '=', 'ready') // else it says why sentences are open
    .execute();
}

export function findSecond(
  inner: Newsroom,
  pairId: string,
): Promise<Selectable<SecondVersionsTable> | undefined> {
  return inner.store
    .selectFrom('second_versions')
    .selectAll()
    .where('pair_id', '=', pairId)
    .executeTakeFirst();
}

export function findTargetText(
  inner: Newsroom,
  pairId: string,
): Promise<{ target_text: string } | undefined> {
  return inner.store
    .selectFrom('sentence_pairs')
    .select('target_text')
    .where('id', '=', pairId)
    .executeTakeFirst();
}

export async function putSecond(
  inner: Newsroom,
  row: Insertable<SecondVersionsTable>,
  again: Updateable<SecondVersionsTable>,
): Promise<void> {
  await inner.store
    .insertInto('second_versions')
    .values(row)
    .onConflict((clash) => clash.column('pair_id').doUpdateSet(again))
    .execute();
}

export function listOfItem(newsroom: Newsroom, itemId: string): Promise<Selectable<TranslationsTable>[]> {
  return newsroom.store.selectFrom('translations').selectAll().where('item_id', '=', itemId).execute();
}

export function listOfOriginal(
  newsroom: Newsroom,
  editionId: string,
): Promise<Selectable<TranslationsTable>[]> {
  return newsroom.store
    .selectFrom('translations')
    .selectAll()
    .where('original_edition_id', '=', editionId)
    .execute();
}

export async function makeRoomAt(inner: Newsroom, editionId: string, position: number): Promise<void> {
  await inner.store
    .updateTable('sentence_pairs')
    .set((each) => ({ position: each('position', '+', 1) }))
    .where('edition_id', '=', editionId)
    .where('position', '>=', position)
    .execute();
}

export async function putTranslationRow(inner: Newsroom, row: Insertable<TranslationsTable>): Promise<void> {
  await inner.store.insertInto('translations').values(row).execute();
}

export async function putPairRows(inner: Newsroom, rows: Insertable<SentencePairsTable>[]): Promise<void> {
  await inner.store.insertInto('sentence_pairs').values(rows).execute();
}
