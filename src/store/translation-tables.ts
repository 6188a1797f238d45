/** Tables of translation: engines, what they cost, the glossary, and the sentence pairs that are kept for good. */
import type { Generated } from 'kysely';
import type { SafeHtml } from '../kit/safe-html.ts';
import type { EngineKind } from './closed-sets.ts';

/** One engine that the newsroom may ask. */
export interface EnginesTable {
  id: string;
  kind: EngineKind;
  name: string;
  address: string;
  key_sealed: Uint8Array | null;
  model: string | null;
  /** Whether copy that is sent there stays in the building. */
  is_inside: number;
  /** The order in which engines are asked. */
  position: number;
  /** 'el>en es>en', or empty for every pair. */
  pairs: Generated<string>;
  /** What a million characters cost, in millionths of its currency. */
  price_micros: Generated<number>;
  /** ISO 4217; empty where nobody said. */
  currency: Generated<string>;
  /** Characters that may be sent in a month; null for no ceiling. */
  monthly_characters: number | null;
  paused_at: number | null;
  failure: string | null;
  failure_words: string | null;
  failed_at: number | null;
  /** Until when it asked to be left alone. */
  rest_until: Generated<number>;
  created_at: number;
}

export interface EngineUsageTable {
  engine_id: string;
  /** 'YYYY-MM', UTC. */
  month: string;
  characters: number;
  requests: number;
  cost_micros: number;
}

/** What an engine answered for a sentence among its neighbours; may be emptied at any time. */
export interface TranslationCacheTable {
  key: string;
  text: string;
  score: number | null;
  engine_name: string;
  version: string | null;
  unknown_json: Generated<string>;
  at: number;
}

export interface GlossaryTermsTable {
  id: string;
  from_language: string;
  to_language: string;
  term: string;
  /** The same as the term where it stays as it is. */
  translation: string;
  note: string;
  staff_id: string | null;
  at: number;
}

/** An edition that translates: of what, and who has read it. */
export interface TranslationsTable {
  edition_id: string;
  original_language: string;
  /** The item and its version, or the edition and its take, that it is a translation of. */
  item_id: string | null;
  item_version: number | null;
  original_edition_id: string | null;
  original_take_id: string | null;
  /** 'translating' while an engine is asked, 'failed' when none answered, else 'ready'. */
  state: 'translating' | 'ready' | 'failed';
  failure_words: string | null;
  /** The take that the pairs were last written to. */
  take_id: string;
  read_by_id: string | null;
  read_at: number | null;
  /** What was read: a later take must be read again. */
  read_take_id: string | null;
  read_overrides_json: Generated<string>;
  created_at: number;
}

export interface SentencePairsTable {
  id: string;
  edition_id: string;
  position: number;
  /** Which paragraph of the edition it stands in, and what that is: 'headline', 'dek', 'p', 'h2', 'ul', … */
  block: number;
  block_kind: string;
  source_html: SafeHtml;
  source_text: string;
  /** The sentence and its two languages, to find it again. */
  source_key: string;
  target_html: SafeHtml;
  target_text: string;
  state: 'untranslated' | 'machine' | 'memory' | 'edited' | 'dropped' | 'added';
  /** Why it was dropped or added. */
  reason: string;
  engine_name: string | null;
  version: string | null;
  score: number | null;
  /** 1 when links or emphasis of the original did not come back from the engine. */
  marks_lost: Generated<number>;
  /** Words that the engine said it did not know. */
  unknown_json: Generated<string>;
  /** Since when the original says something else, and what; an empty text: it was taken out. */
  stale_at: number | null;
  stale_html: SafeHtml | null;
  by_id: string | null;
  updated_at: number;
}

/** What an editor said of a finding between original and translation. */
export interface PairAnswersTable {
  id: string;
  edition_id: string;
  pair_id: string;
  finding: string;
  words: string;
  reason: string;
  staff_id: string | null;
  at: number;
}

/** What a second engine said of a sentence, until an editor has chosen. */
export interface SecondVersionsTable {
  pair_id: string;
  edition_id: string;
  target_html: SafeHtml;
  target_text: string;
  engine_name: string;
  version: string | null;
  score: number | null;
  marks_lost: Generated<number>;
  unknown_json: Generated<string>;
  at: number;
}

/** What a reader's eye, or a translation back, said of a sentence: it holds while both sides read as they did. */
export interface PairReadingsTable {
  pair_id: string;
  way: 'eye' | 'back';
  edition_id: string;
  source_text: string;
  target_text: string;
  /** Spans with a reason, or the sentence translated back and whether it denies the same. */
  answer_json: string;
  /** The engine's name, and its model's where it says so. */
  engine_name: string;
  version: string | null;
  at: number;
}

/** A sentence of an entry of a live story beside what it is a translation of, see translation/entry-pairs.ts. */
export interface EntryPairsTable {
  entry_id: string;
  /** 1 for what an engine offers for an entry that readers have, until a person writes the entry anew. */
  is_offered: 0 | 1;
  position: number;
  source_text: string;
  target_text: string;
  state: 'untranslated' | 'machine' | 'memory' | 'edited';
  /** What translated it; of an edited one what stood there before. Null for the desk's own words. */
  engine_name: string | null;
  version: string | null;
}

export interface TranslationTables {
  engines: EnginesTable;
  engine_usage: EngineUsageTable;
  translation_cache: TranslationCacheTable;
  glossary_terms: GlossaryTermsTable;
  translations: TranslationsTable;
  sentence_pairs: SentencePairsTable;
  pair_answers: PairAnswersTable;
  entry_pairs: EntryPairsTable;
  second_versions: SecondVersionsTable;
  pair_readings: PairReadingsTable;
}
