/** The original words of a statement in a translated edition: they stand beside it for good, and a reader may see them. */
import { primaryOf } from '../checks/bilingual/translation.ts';
import { findQuoteMarks } from '../checks/quote-marks.ts';
import { longQuotations } from '../checks/round-trip.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Verbatim } from '../sourcing/statement.ts';
import { findTranslationRow, listPairRows, type PairRow } from './queries.ts';

export interface OriginalWords {
  originalWords?: string;
  originalLanguage?: string;
  verbatim?: Verbatim;
}

/** Nothing where the edition is no translation, or the words stand in no sentence that has an original. */
export async function findOriginalWords(
  newsroom: Newsroom,
  { editionId, words }: { editionId: string; words: string },
): Promise<OriginalWords> {
  const row = await findTranslationRow(newsroom, editionId);
  if (!row) return {};
  const said = bare(words);
  const pairs = (await listPairRows(newsroom, editionId)).filter(
    (pair) => pair.source_text !== '' && pair.target_text !== '' && isIn(said, bare(pair.target_text)),
  );
  if (said === '' || pairs.length === 0) return {};
  const language = primaryOf(row.original_language);
  return {
    originalWords: pairs.map((pair) => originalIn(pair, said, language)).join(' '),
    originalLanguage: row.original_language,
    verbatim: 'translated',
  };
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** The words are a part of the sentence, or run on over it. */
const isIn = (words: string, sentence: string): boolean =>
  sentence !== '' && (sentence.includes(words) || words.includes(sentence));

/** Of a sentence that quotes once, what it quotes; else the whole of it. */
function originalIn({ source_text, target_text }: PairRow, words: string, language: string): string {
  const quotes = longQuotations(findQuoteMarks(source_text, language).pairs, source_text);
  const [only] = quotes;
  const isPart = words.length < bare(target_text).length;
  return only && quotes.length === 1 && isPart ? source_text.slice(only.open, only.closeEnd) : source_text;
}
