/** The tables of live stories: their entries, every state of each, who says what in them, and the key moments that are told. */
import type { BodyHtml } from '../kit/safe-html.ts';

export interface EntryTables {
  live_stories: LiveStoriesTable;
  entries: EntriesTable;
  entry_takes: EntryTakesTable;
  entry_statements: EntryStatementsTable;
  entry_media: EntryMediaTable;
  told_moments: ToldMomentsTable;
}

/** A story that has entries: from its first until it is ended. */
export interface LiveStoriesTable {
  story_id: string;
  started_at: number;
  ended_at: number | null;
  ended_by_id: string | null;
}

export interface EntriesTable {
  id: string;
  story_id: string;
  edition_id: string;
  /** Made where it was written: sent twice, it is one. */
  client_id: string;
  /** Its place among those that are out, from 1; null while it waits. It never changes, and none is used twice. */
  number: number | null;
  /** 'waits' for an editor, 'out' before readers, 'withdrawn' with a notice that stays, 'dropped' before anyone read it. */
  state: 'waits' | 'out' | 'withdrawn' | 'dropped';
  is_key: 0 | 1;
  is_pinned: 0 | 1;
  /** Its newest state, in entry_takes. */
  take_id: string;
  /** The entry of another edition that it is a translation of. */
  original_id: string | null;
  item_id: string | null;
  source_id: string | null;
  hops_json: string;
  withdrawn_notice: string | null;
  withdrawn_at: number | null;
  by_id: string | null;
  /** Of a translation: who of the desk read it as readers have it, and when. */
  read_by_id: string | null;
  read_at: number | null;
  /** When readers could first see it; when it was written while it waits. */
  at: number;
  /** When what readers see of it last changed. */
  changed_at: number;
  created_at: number;
}

/** A state of an entry. They are never changed. */
export interface EntryTakesTable {
  id: string;
  entry_id: string;
  number: number;
  headline: string;
  byline: string;
  body_html: BodyHtml;
  picture_id: string | null;
  /** What was wrong in the state before, as readers are told; empty where nothing was. */
  notice: string;
  /** Why it went out although a check stopped it; empty where none did. */
  override: string;
  by_id: string | null;
  at: number;
}

export interface EntryStatementsTable {
  id: string;
  entry_id: string;
  speaker_id: string;
  speaker_role: string;
  form: 'direct' | 'mixed' | 'indirect';
  /** As they stand in the entry. */
  words: string;
  occasion: string;
  hops_json: string;
  standing: 'unverified' | 'confirmed' | 'disputed' | 'denied' | 'retracted';
  standing_note: string;
  by_id: string | null;
  created_at: number;
}

/** Which media the newest state of an entry shows. */
export interface EntryMediaTable {
  entry_id: string;
  media_id: string;
}

/** Key moments that readers are to be told: each once, with the alert that told it. */
export interface ToldMomentsTable {
  entry_id: string;
  story_id: string;
  edition_id: string;
  at: number;
  /** Null while it waits to be told with others. */
  alert_id: string | null;
  /** In place of an alert: why there will be none. */
  left_out: string | null;
}
