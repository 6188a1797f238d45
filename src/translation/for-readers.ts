/** What readers are told of a translation: from which language, by what, who read it and when, and each sentence's original. */
import type { BodyHtml } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import { readersSee } from '../stories/readers-text.ts';
import { findName, findOriginalTerms, listEditionsMadeOf, listEngineKinds } from './original-queries.ts';
import { findTranslationRow, listPairRows, type PairRow } from './queries.ts';

export interface ReaderTranslation {
  editionId: string;
  fromLanguage: string;
  /** What translated; empty where only the desk did. */
  engines: { name: string; version: string | null }[];
  /** Null where the take that readers see is not the one that was read last. */
  checked: { name: string; at: number } | null;
  /** What kind of engine had a hand in what readers see: one that was trained on texts, one of rules, or none. */
  made: 'trained' | 'rules' | 'desk';
  /** The edition of ours that it was made of; null where an item was. */
  originalEditionId: string | null;
  /** What stands in the edition as readers see it, in its order. */
  sentences: ReaderSentence[];
}

export interface ReaderSentence {
  pairId: string;
  /** Null where the source's copy is not ours to show. */
  original: string | null;
  translated: string;
  /** What translated it; null for the desk's own words. */
  engine: string | null;
}

/** The edition as readers see it. */
interface Seen {
  editionId: string;
  takeId: string;
  headline: string;
  dek: string;
  bodyHtml: BodyHtml;
}

/** Null for an edition that is no translation. */
export async function findReaderTranslation(
  newsroom: Newsroom,
  seen: Seen,
): Promise<ReaderTranslation | null> {
  const { editionId, takeId } = seen;
  const row = await findTranslationRow(newsroom, editionId);
  if (!row) return null;
  const pairs = await listPairRows(newsroom, editionId);
  const isRead = row.read_take_id === takeId && row.read_at !== null;
  const reader = isRead && row.read_by_id ? await findName(newsroom, row.read_by_id) : undefined;
  const mayShow = await mayShowOriginal(newsroom, editionId, row.original_edition_id);
  return {
    editionId,
    fromLanguage: row.original_language,
    engines: enginesOf(pairs),
    made: await howMade(newsroom, pairs),
    checked: reader ? { name: reader.name, at: row.read_at ?? 0 } : null,
    originalEditionId: row.original_edition_id,
    sentences: standing(pairs, seen).map((pair) => ({
      pairId: pair.id,
      original: mayShow ? pair.source_text : null,
      translated: pair.target_text,
      engine: pair.engine_name,
    })),
  };
}

/** Each once, in the order in which they first helped. */
function enginesOf(pairs: PairRow[]): ReaderTranslation['engines'] {
  const engines = new Map<string, { name: string; version: string | null }>();
  for (const { engine_name: name, version } of pairs) {
    if (name !== null) engines.set(`${name} ${version}`, { name, version });
  }
  return [...engines.values()];
}

/** An engine that was taken out of the list since counts as a trained one: that is the more that a reader may want to know. */
async function howMade(newsroom: Newsroom, pairs: PairRow[]): Promise<ReaderTranslation['made']> {
  const names = enginesOf(pairs).map(({ name }) => name);
  if (names.length === 0) return 'desk';
  const rows = await listEngineKinds(newsroom, names);
  const isOfRules = (name: string) =>
    rows.some((row) => row.name === name) &&
    rows.every((row) => row.name !== name || row.kind === RULE_BASED);
  return names.every(isOfRules) ? 'rules' : 'trained';
}

const RULE_BASED = 'apertium';

/** The editions that were made of this one; the caller knows which of them readers see. */
export async function listTranslationsOf(newsroom: Newsroom, editionId: string): Promise<string[]> {
  const rows = await listEditionsMadeOf(newsroom, editionId);
  return rows.map((row) => row.edition_id);
}

/** Pairs of which readers see the translation: at the desk they may have gone on, and their original may have changed. */
function standing(pairs: PairRow[], seen: Seen): PairRow[] {
  const isSeen = readersSee(seen);
  return pairs.filter(
    (pair) =>
      pair.source_text !== '' &&
      pair.target_text !== '' &&
      pair.stale_at === null &&
      isSeen(pair.target_text),
  );
}

/** Our own words, a source's where its contract gives us the whole text, and what readers can read here anyway. */
async function mayShowOriginal(
  newsroom: Newsroom,
  editionId: string,
  originalId: string | null,
): Promise<boolean> {
  const row = await findOriginalTerms(newsroom, editionId, originalId);
  if (!row) return false;
  return row.source_id === null || row.may_full_text === 1 || row.original_out !== null;
}
