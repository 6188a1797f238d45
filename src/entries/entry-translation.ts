/** What is told of a translated entry: from which language, by what, who read it and when, and each sentence beside its original. */
import { readersSee } from '../stories/readers-text.ts';
import type { EntryPairRow, ShownRow } from './entry-read-queries.ts';

export interface EntryTranslation {
  fromLanguage: string;
  /** When readers could first see the original; null while it waits. */
  originalAt: number | null;
  /** What translated it; empty where only the desk did. */
  engines: { name: string; version: string | null }[];
  /** Who read it as it stands, before readers had it; null while it waits. */
  checked: { name: string; at: number } | null;
  /** What stands in it, in its order. */
  sentences: EntrySentence[];
}

export interface EntrySentence {
  original: string;
  translated: string;
  /** Null for the desk's own words. */
  engine: string | null;
  state: EntryPairRow['state'];
}

/** Null for an entry that is no translation. */
export function translationOf(row: ShownRow, pairs: readonly EntryPairRow[]): EntryTranslation | null {
  const { original_language: fromLanguage, original_entry_at: originalAt, original_number } = row;
  if (row.original_id === null || fromLanguage === null) return null;
  const isSeen = readersSee({ headline: row.headline, dek: '', bodyHtml: row.body_html });
  const standing = pairs.filter(({ target_text }) => target_text !== '' && isSeen(target_text));
  return {
    fromLanguage,
    originalAt: original_number === null ? null : originalAt,
    engines: enginesOf(standing),
    checked: row.read_at === null ? null : { name: row.read_by_name ?? '', at: row.read_at },
    sentences: standing.map(({ source_text, target_text, engine_name, state }) => {
      return { original: source_text, translated: target_text, engine: engine_name, state };
    }),
  };
}

/** Each once, in the order in which they first helped. */
function enginesOf(pairs: readonly EntryPairRow[]): EntryTranslation['engines'] {
  const engines = new Map<string, { name: string; version: string | null }>();
  for (const { engine_name: name, version } of pairs)
    if (name !== null) engines.set(`${name} ${version}`, { name, version });
  return [...engines.values()];
}
