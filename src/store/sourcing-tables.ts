/** How a story came to us, and who says what in it. */
import type { Generated } from 'kysely';

export interface SourcingTables {
  hops: HopsTable;
  speakers: SpeakersTable;
  statements: StatementsTable;
  suggestion_refusals: SuggestionRefusalsTable;
}

/** One step of a story's way to us. */
export interface HopsTable {
  id: string;
  story_id: string;
  position: number;
  party: string;
  source_id: string | null;
  act: 'said' | 'reported' | 'translated' | 'aggregated' | 'published';
  language: string | null;
  link: string | null;
  at: number | null;
}

export interface SpeakersTable {
  id: string;
  slug: string;
  name: string;
  variants_json: string;
  roles_json: string;
  /** 1: a party to a conflict, whose word alone is never enough. */
  in_conflict: Generated<0 | 1>;
}

/** Who said what: found again in an edition by its words and the words before them, so that an edit does not lose it. */
export interface StatementsTable {
  id: string;
  edition_id: string;
  speaker_id: string;
  /** Who the speaker was when saying it. */
  speaker_role: string;
  form: 'direct' | 'mixed' | 'indirect';
  words: string;
  words_before: string;
  original_words: string | null;
  original_language: string | null;
  /** Whether the words inside the quotation marks are those that were said, or a translation of them. */
  verbatim: Generated<'original' | 'translated' | 'unknown'>;
  /** Where and when it was said, in the desk's words. */
  occasion: string;
  hops_json: string;
  standing: 'unverified' | 'confirmed' | 'disputed' | 'denied' | 'retracted';
  standing_note: string;
  /** What those say whom it accuses, or that they were asked. */
  answer: Generated<string>;
  confirmed_by_id: string | null;
  confirmed_at: number | null;
  created_at: number;
}

/** A suggested statement that an editor said is none. */
export interface SuggestionRefusalsTable {
  edition_id: string;
  digest: string;
  by_id: string | null;
  at: number;
}
