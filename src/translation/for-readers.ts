/** What readers are told of a translation: from which language, by what, who read it and when, and each sentence's original. */
import type { Newsroom } from '../newsroom.ts';
import { findTranslationRow, listPairRows } from './queries.ts';

export interface ReaderTranslation {
  fromLanguage: string;
  /** What translated; empty where only the desk did. */
  engines: string[];
  /** Null where the take that readers see is not the one that was read last. */
  checked: { name: string; at: number } | null;
  /** Sentence beside sentence; empty where the source's copy is not ours to show, or the pairs have gone on since. */
  sentences: { original: string; translated: string }[];
}

/** Null for an edition that is no translation. `takeId` is the take that readers see. */
export async function findReaderTranslation(
  newsroom: Newsroom,
  { editionId, takeId }: { editionId: string; takeId: string },
): Promise<ReaderTranslation | null> {
  const row = await findTranslationRow(newsroom, editionId);
  if (!row) return null;
  const pairs = await listPairRows(newsroom, editionId);
  const engines = [
    ...new Set(pairs.flatMap(({ engine_name }) => (engine_name === null ? [] : [engine_name]))),
  ];
  const isRead = row.read_take_id === takeId && row.read_at !== null;
  const reader =
    isRead && row.read_by_id
      ? await newsroom.store
          .selectFrom('staff')
          .select('name')
          .where('id', '=', row.read_by_id)
          .executeTakeFirst()
      : undefined;
  const mayShow = row.take_id === takeId && (await mayShowOriginal(newsroom, editionId));
  const both = pairs.filter(
    (pair) => pair.source_text !== '' && pair.target_text !== '' && pair.stale_at === null,
  );
  return {
    fromLanguage: row.original_language,
    engines,
    checked: reader ? { name: reader.name, at: row.read_at ?? 0 } : null,
    sentences: mayShow
      ? both.map((pair) => ({ original: pair.source_text, translated: pair.target_text }))
      : [],
  };
}

/** Our own words, and a source's where its contract gives us the whole text. */
async function mayShowOriginal(newsroom: Newsroom, editionId: string): Promise<boolean> {
  const row = await newsroom.store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .leftJoin('sources', 'sources.id', 'stories.source_id')
    .select(['stories.source_id', 'sources.may_full_text'])
    .where('editions.id', '=', editionId)
    .executeTakeFirst();
  return row !== undefined && (row.source_id === null || row.may_full_text === 1);
}
