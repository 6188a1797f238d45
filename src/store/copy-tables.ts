/** Stories, their editions and takes, and what was corrected. */
import type { Generated } from 'kysely';
import type { AlertLevel } from '../kit/alert-level.ts';
import type { BodyHtml } from '../kit/safe-html.ts';
import type { StoryKind } from '../kit/story-kind.ts';
import type { Flag } from './closed-sets.ts';

export interface CopyTables {
  stories: StoriesTable;
  story_topics: StoryTopicsTable;
  story_locks: StoryLocksTable;
  editions: EditionsTable;
  takes: TakesTable;
  past_addresses: PastAddressesTable;
  corrections: CorrectionsTable;
  finding_answers: FindingAnswersTable;
}

export interface StoriesTable {
  id: string;
  /** The working name at the desk. */
  slug: string;
  status: 'draft' | 'scheduled' | 'published' | 'merged' | 'killed' | 'spiked';
  section_id: string | null;
  item_id: string | null;
  source_id: string | null;
  alert_level: AlertLevel | null;
  /** Kept when the gate was overridden: who and why, and what stood in the way. */
  override_json: string | null;
  publish_at: number | null;
  first_published_at: number | null;
  published_at: number | null;
  /** What readers are told in place of a killed story. */
  kill_notice: string | null;
  killed_at: number | null;
  replies_open: Flag;
  /** Section, topics, level and replies as they were filed since, see stories/filing.ts; null where nothing waits. */
  waiting_filing_json: Generated<string | null>;
  /** What its schedule was given for, or why it did not go out; see stories/schedule.ts. */
  schedule_json: Generated<string | null>;
  /** 1: let out by its source's contract, and no person has published it since. */
  unread: Generated<Flag>;
  /** 1: its flash may leave, or left, so that readers see the level; see stories/filing.ts. */
  flash_seen: Generated<Flag>;
  /** What it is for its readers, see kit/story-kind.ts. */
  kind: Generated<StoryKind>;
  /** No reader before this instant, see stories/embargo.ts; null for none. */
  embargo_until: Generated<number | null>;
  by_id: string | null;
  created_at: number;
  updated_at: number;
}

export interface StoryTopicsTable {
  story_id: string;
  topic_id: string;
}

export interface StoryLocksTable {
  story_id: string;
  staff_id: string;
  since_at: number;
  until_at: number;
}

/** A story's version in one language. */
export interface EditionsTable {
  id: string;
  story_id: string;
  language: string;
  /** The last part of its address; fixed when first published. */
  slug: string;
  working_take_id: string;
  published_take_id: string | null;
  /** Since when what it was made of is no longer what the source says, and why in words; null while it is. */
  stale_at: number | null;
  stale_why: string | null;
  /** 1: it stays at the desk, as what a translation is made of; readers never get it. */
  is_desk_copy: Generated<number>;
  /** When readers could first see it, and when what they see of it last changed. */
  first_published_at: number | null;
  published_at: number | null;
  created_at: number;
}

/** One saved state of an edition; never changed. */
export interface TakesTable {
  id: string;
  edition_id: string;
  number: number;
  headline: string;
  dek: string;
  byline: string;
  dateline: string;
  body_html: BodyHtml;
  picture_id: string | null;
  by_id: string | null;
  note: string;
  saved_at: number;
}

/** Addresses a story once had, so that no link breaks. */
export interface PastAddressesTable {
  path: string;
  edition_id: string;
}

export interface CorrectionsTable {
  id: string;
  story_id: string;
  edition_id: string;
  kind: 'correction' | 'update' | 'kill';
  notice: string;
  by_id: string | null;
  at: number;
}

/** What an editor answered to a finding: dismissed with a reason, or its suggestion taken. */
export interface FindingAnswersTable {
  id: string;
  check_name: string;
  answer: 'dismissed' | 'taken';
  story_id: string | null;
  /** Whether a dismissal holds in every story. */
  is_paper: number;
  /** The check and the words it spoke of, folded: the same finding again is known by it. */
  words: string;
  reason: string;
  staff_id: string | null;
  at: number;
}
