/** The questions that the verbs of translation ask the store. */
import type { Selectable } from 'kysely';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { keptQuery } from '../store/kept-query.ts';
import type {
  EnginesTable,
  SecondVersionsTable,
  SentencePairsTable,
  TranslationsTable,
} from '../store/translation-tables.ts';

export type EngineRow = Selectable<EnginesTable>;
export type PairRow = Selectable<SentencePairsTable>;
export type SecondVersionRow = Selectable<SecondVersionsTable>;
export type TranslationRow = Selectable<TranslationsTable>;

/** Tells open desk pages that an edition's story has changed. */
export async function ringStoryOf(inner: Newsroom, editionId: string): Promise<void> {
  const { story_id: storyId } = await inner.store
    .selectFrom('editions')
    .select('story_id')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  inner.bell.ring('desk', { what: 'stories', storyId });
}

export async function listEngineRows(newsroom: Newsroom): Promise<EngineRow[]> {
  return newsroom.store.selectFrom('engines').selectAll().orderBy('position').orderBy('id').execute();
}

export async function findTranslationRow(
  newsroom: Newsroom,
  editionId: string,
): Promise<TranslationRow | null> {
  return (await translationRowsOf(newsroom, [editionId]))[0] ?? null;
}

const translationRowsOf = keptQuery(({ store }, [editionId = '']) =>
  store.selectFrom('translations').selectAll().where('edition_id', '=', editionId),
);

export async function getTranslationRow(newsroom: Newsroom, editionId: string): Promise<TranslationRow> {
  return (
    (await findTranslationRow(newsroom, editionId)) ?? refuse('not-found', { because: 'notATranslation' })
  );
}

/** The copy that the desk works on, with the language of its edition. */
export function getTakeAndLanguage(newsroom: Newsroom, editionId: string) {
  return newsroom.store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .selectAll('takes')
    .select('editions.language')
    .where('editions.id', '=', editionId)
    .executeTakeFirstOrThrow();
}

export async function listPairRows(newsroom: Newsroom, editionId: string): Promise<PairRow[]> {
  return newsroom.store
    .selectFrom('sentence_pairs')
    .selectAll()
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function listSecondVersionRows(
  newsroom: Newsroom,
  editionId: string,
): Promise<SecondVersionRow[]> {
  return newsroom.store
    .selectFrom('second_versions')
    .selectAll()
    .where('edition_id', '=', editionId)
    .execute();
}

export async function getPairRow(newsroom: Newsroom, editionId: string, pairId: string): Promise<PairRow> {
  const row = await newsroom.store
    .selectFrom('sentence_pairs')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('id', '=', pairId)
    .executeTakeFirst();
  return row ?? refuse('not-found', { because: 'noSuchSentence' });
}
