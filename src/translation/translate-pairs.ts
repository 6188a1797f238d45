/** Some pairs of an edition given to the engines: the whole original stands around them, and the contract decides where they go. */
import type { Newsroom } from '../newsroom.ts';
import { rightsOfStory } from '../stories/rights-of-story.ts';
import { getWay } from './original-queries.ts';
import { getTranslationRow, listPairRows, type PairRow } from './queries.ts';
import { htmlToRuns } from './sentence-units.ts';
import { type TranslatedSentence, translateSentences } from './translate.ts';

export interface PairsRequest {
  editionId: string;
  which: (pair: PairRow) => boolean;
  /** Only this engine, and not what is remembered. */
  engineId?: string;
}

/** What came for each pair by its id, and what to tell the desk; each is translated as the original stands now. */
export async function translatePairs(
  newsroom: Newsroom,
  { editionId, which, engineId }: PairsRequest,
): Promise<{ answers: Map<string, TranslatedSentence>; words: string | null }> {
  const pairs = await listPairRows(newsroom, editionId);
  const places = pairs.flatMap((pair, at) => (which(pair) ? [{ id: pair.id, at }] : []));
  const { sentences, words } = await translateSentences(newsroom, {
    ...(await wayOf(newsroom, editionId)),
    sentences: pairs.map((pair) => htmlToRuns(pair.stale_html ?? pair.source_html)),
    only: new Set(places.map(({ at }) => at)),
    ...(engineId && { engineId }),
  });
  return { answers: new Map(places.map(({ id, at }) => [id, sentences[at] as TranslatedSentence])), words };
}

/** From which language into which, and whether the copy may leave the house. */
export async function wayOf(
  newsroom: Newsroom,
  editionId: string,
): Promise<{ from: string; to: string; mayLeave: boolean }> {
  const translation = await getTranslationRow(newsroom, editionId);
  const edition = await getWay(newsroom, editionId);
  return {
    from: translation.original_language,
    to: edition.language,
    mayLeave: (await rightsOfStory(newsroom, edition.story_id)).cloud.allowed,
  };
}
