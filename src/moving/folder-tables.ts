/** Which tables go out with a paper, and which hang on a story: in an order in which each stands after what it names. */
import type { TableName } from '../store/table-rows.ts';

export interface PaperTable {
  table: TableName;
  /** By which its rows are put in order. */
  order: string;
  /** Columns that are not given out: secrets, and what only means something to this house's machine. */
  without: readonly string[];
}

const own = (table: TableName, order = 'id', without: readonly string[] = []): PaperTable => ({
  table,
  order,
  without,
});

/** Of the paper as a whole, one file each. */
export const paperTables: readonly PaperTable[] = [
  own('masthead'),
  own('sections', 'position'),
  own('topics'),
  own('names_elsewhere', 'subject_id'),
  own('staff', 'id', ['email', 'email_verified', 'image', 'password_due']),
  own('sources', 'id', [
    'etag',
    'last_modified',
    'body_hash',
    'lease_until',
    'failure_sample',
    'next_poll_at',
  ]),
  own('speakers'),
  own('series'),
  own('house_rules'),
  own('glossary_terms'),
  own('media', 'id', ['item_id']),
  own('picture_words', 'picture_id'),
];

export interface StoryTable extends PaperTable {
  /** The column that names the story, the edition, the take, the entry or the remark. */
  by: 'id' | 'story_id' | 'edition_id' | 'take_id' | 'entry_id' | 'remark_id';
}

const hung = (
  table: TableName,
  by: StoryTable['by'],
  order = 'id',
  without: readonly string[] = [],
): StoryTable => ({
  table,
  by,
  order,
  without,
});

/** Of one story, in its own file. Items of the wire belong to their sources and stay. */
export const storyTables: readonly StoryTable[] = [
  hung('stories', 'id', 'id', ['item_id']),
  hung('story_topics', 'story_id', 'topic_id'),
  hung('hops', 'story_id', 'position'),
  hung('editions', 'story_id', 'created_at'),
  hung('takes', 'edition_id', 'number'),
  hung('take_media', 'take_id', 'media_id'),
  hung('past_addresses', 'edition_id', 'path'),
  hung('corrections', 'story_id', 'at'),
  hung('statements', 'edition_id'),
  hung('translations', 'edition_id', 'edition_id', ['item_id', 'item_version']),
  hung('sentence_pairs', 'edition_id', 'position'),
  hung('series_parts', 'story_id', 'position'),
  hung('live_stories', 'story_id', 'started_at'),
  hung('entries', 'story_id', 'created_at', ['item_id']),
  hung('entry_takes', 'entry_id', 'number'),
  hung('entry_statements', 'entry_id'),
  hung('entry_media', 'entry_id', 'media_id'),
  hung('entry_pairs', 'entry_id', 'position'),
  hung('replies', 'story_id', 'received_at', ['address_hash', 'sender_hash']),
  hung('objections', 'edition_id', 'received_at', ['sender_hash']),
  hung('pair_answers', 'edition_id', 'at'),
  hung('suggestion_refusals', 'edition_id', 'digest'),
  hung('embargo_releases', 'story_id', 'version'),
  hung('remarks', 'story_id', 'at'),
  hung('mentions', 'remark_id', 'staff_id', ['mail_failure']),
];

/** What the desk made beside its stories: what editors say of fronts, what is planned, what is answered for the paper as a whole. */
export const deskTables: readonly PaperTable[] = [
  own('fronts'),
  own('front_steps', 'number'),
  own('front_stands', 'at'),
  own('banners'),
  own('calendars', 'id', ['etag', 'last_modified', 'lease_until', 'failure_words', 'failures_in_row']),
  own('plan_items'),
  own('handovers'),
  own('advisories'),
  own('finding_answers'),
];

/** What stories are to each other, where things stood in houses before this one, and what these called them. */
export const pastTables: readonly PaperTable[] = [
  own('story_ties', 'from_id'),
  own('mergers', 'story_id'),
  own('old_addresses', 'path'),
  own('moved_things', 'foreign_id'),
];

/** What a folder says of itself, in its first file. */
export const FOLDER_FORMAT = 'crier move-out';
export const FOLDER_VERSION = 1;
export const FOLDER_FILE = 'crier.json';

/** Who asked for letters, in the clear: only where addresses were asked for. */
export const LETTERS_FILE = 'paper/letter-readers.jsonl';
