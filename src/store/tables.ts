/**
 * Every table, once, for both engines. Portable types only: ids are UUIDv7 text, instants are integer milliseconds
 * ending in `_at`, yes and no are 1 and 0, structures are JSON in a column ending in `_json`, secrets are sealed bytes.
 * Four staff tables belong to the sign-in library and keep its conventions: instants there are ISO 8601 text.
 */
import type { Generated } from 'kysely';
import type { AlertLevel } from '../kit/alert-level.ts';
import type { Role } from '../kit/role.ts';
import type { BodyHtml } from '../kit/safe-html.ts';
import type { StoryKind } from '../kit/story-kind.ts';
import type { ItemStatus, LiveKind, PollVerdict, SourceFailure, SubjectKind } from './closed-sets.ts';
import type { EdgeTables } from './edge-tables.ts';
import type { EntryTables } from './entry-tables.ts';
import type { FrontsTables } from './fronts-tables.ts';
import type { LookupTables } from './lookup-tables.ts';
import type { MediaTables } from './media-tables.ts';
import type { MorgueTables } from './morgue-tables.ts';
import type { MovingTables } from './moving-tables.ts';
import type { NamesTables } from './names-tables.ts';
import type { PlanningTables } from './planning-tables.ts';
import type { ReadershipTables } from './readership-tables.ts';
import type { RemarkTables } from './remark-tables.ts';
import type { RunnerTables } from './runner-tables.ts';
import type { StoryTables } from './story-tables.ts';
import type { TranslationTables } from './translation-tables.ts';

export type Flag = 0 | 1;

export interface Tables
  extends FrontsTables,
    TranslationTables,
    MorgueTables,
    MovingTables,
    NamesTables,
    RunnerTables,
    PlanningTables,
    RemarkTables,
    EdgeTables,
    EntryTables,
    MediaTables,
    LookupTables,
    ReadershipTables,
    StoryTables {
  newsroom_facts: NewsroomFactsTable;
  masthead: MastheadTable;
  sections: SectionsTable;
  topics: TopicsTable;
  staff: StaffTable;
  staff_sessions: StaffSessionsTable;
  staff_accounts: StaffAccountsTable;
  staff_verifications: StaffVerificationsTable;
  sign_in_tries: SignInTriesTable;
  staff_places: StaffPlacesTable;
  audit: AuditTable;
  sources: SourcesTable;
  items: ItemsTable;
  item_versions: ItemVersionsTable;
  clusters: ClustersTable;
  item_marks: ItemMarksTable;
  cluster_acts: ClusterActsTable;
  wire_notices: WireNoticesTable;
  polls: PollsTable;
  subscriptions: SubscriptionsTable;
  deliveries: DeliveriesTable;
  stories: StoriesTable;
  story_topics: StoryTopicsTable;
  story_locks: StoryLocksTable;
  editions: EditionsTable;
  takes: TakesTable;
  past_addresses: PastAddressesTable;
  corrections: CorrectionsTable;
  hops: HopsTable;
  speakers: SpeakersTable;
  statements: StatementsTable;
  suggestion_refusals: SuggestionRefusalsTable;
  alerts: AlertsTable;
  alert_chunks: AlertChunksTable;
  push_origins: PushOriginsTable;
  canaries: CanariesTable;
  alert_texts: AlertTextsTable;
  alert_consents: AlertConsentsTable;
  alert_gate: AlertGateTable;
  devices: DevicesTable;
  follows: FollowsTable;
  merged_follows: MergedFollowsTable;
  held_alerts: HeldAlertsTable;
  stopped_stories: StoppedStoriesTable;
  ended_follows: EndedFollowsTable;
  alert_opens: AlertOpensTable;
  live_events: LiveEventsTable;
  finding_answers: FindingAnswersTable;
  house_rules: HouseRulesTable;
  replies: RepliesTable;
  objections: ObjectionsTable;
}

/** The paper itself: one row, made at set-up. */
export interface MastheadTable {
  id: 'masthead';
  name: string;
  tagline: string;
  language: string;
  time_zone: string;
  contact: string;
  created_at: number;
}

export interface SectionsTable {
  id: string;
  slug: string;
  name: string;
  position: number;
}

export interface TopicsTable {
  id: string;
  slug: string;
  name: string;
}

/** Someone who works here. Written by the sign-in library, but for slug, role and bio. */
export interface StaffTable {
  id: string;
  name: string;
  email: string;
  email_verified: Flag;
  image: string | null;
  slug: string;
  role: Role;
  bio: string;
  left_at: number | null;
  /** 1: somebody else has seen their password; they choose their own before anything else. */
  password_due: Generated<Flag>;
  created_at: string;
  updated_at: string;
}

/** Instants and counts by which a password is not tried for ever; keys are hashes. */
export interface SignInTriesTable {
  key: string;
  at: number;
  failures: number;
}

/** Places from where someone signed in, hashed. */
export interface StaffPlacesTable {
  staff_id: string;
  place: string;
  last_at: number;
}

export interface StaffSessionsTable {
  id: string;
  staff_id: string;
  token: string;
  expires_at: string;
  /** The beginning of the address it was made from, as a person reads it. */
  ip_address: string | null;
  user_agent: string | null;
  created_at: string;
  updated_at: string;
}

export interface StaffAccountsTable {
  id: string;
  staff_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: string | null;
  refresh_token_expires_at: string | null;
  scope: string | null;
  password: string | null;
  created_at: string;
  updated_at: string;
}

export interface StaffVerificationsTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: string;
  created_at: string;
  updated_at: string;
}

/** Who did what, and when. Only ever added to. */
export interface AuditTable {
  id: string;
  at: number;
  by_id: string | null;
  act: string;
  subject_kind: SubjectKind;
  subject_id: string;
  facts_json: string;
}

/** An agency or outlet we receive from or quote. The contract is here as columns, so that lists can be made by it. */
export interface SourcesTable {
  id: string;
  slug: string;
  name: string;
  /** Null for one that is only quoted and never polled. */
  feed_url: string | null;
  /** Host and port of the feed: a host is asked one thing at a time, and a wait it asks for holds for all of it. */
  feed_host: string | null;
  /** Where the feed says it has moved for good, and how often in a row it said so. */
  moved_to: string | null;
  moved_times: Generated<number>;
  site_url: string | null;
  language: string | null;
  /** The credit line that the contract asks for, as it must stand on the page. */
  credit: string;
  may_alert: Flag;
  may_translate: Flag;
  /** 'never', or publish what arrives in the paper's own language without an editor. */
  publish_unread: Flag;
  /** Where unread copy goes, and at which level readers hear of it; null for none. */
  section_id: string | null;
  alert_level: AlertLevel | null;
  etag: string | null;
  last_modified: string | null;
  body_hash: string | null;
  interval_ms: number;
  next_poll_at: number;
  lease_until: number;
  held_by: Generated<string | null>;
  last_polled_at: number | null;
  last_ok_at: number | null;
  last_item_at: number | null;
  /** Outside failure: its word, the same in a sentence, and how often in a row. */
  failure: SourceFailure | null;
  failure_words: string | null;
  failures_in_row: number;
  paused_at: number | null;
  /** The contract, further: an engine outside the house; the whole text from the page. */
  may_use_cloud: Generated<Flag>;
  may_full_text: Generated<Flag>;
  index_policy: Generated<'index' | 'noindex' | 'canonical'>;
  /** Copy that its agency marks as made by trained software may be published unread too. */
  takes_generated: Generated<Flag>;
  /** How many days what we made of its items may stand; null for ever. */
  keep_days: number | null;
  /** What it withdraws is killed here by itself. */
  auto_kill: Generated<Flag>;
  /** Asked as often as it sends, whatever rest its feed asks for. */
  is_wire: Generated<Flag>;
  /** When its items come: see wire/sources/arrivals.ts. */
  arrivals_json: string | null;
  /** How long its feed asks to be left alone. */
  asked_rest_ms: number | null;
  /** When the failure was met, and the part of the answer that showed it. */
  failed_at: number | null;
  failure_sample: string | null;
  /** With what it signs what it sends to our door; null where it may not. */
  hook_secret_sealed: Uint8Array | null;
  created_at: number;
}

/** One thing received. The columns repeat its current version, so that the wire page is one query. */
export interface ItemsTable {
  id: string;
  source_id: string;
  /** Identity within the source: its id, or its link, as wire/reading/identity.ts makes it. Never a title or a date. */
  identity: string;
  /** Its link without its guise, and its headline and text as a hash; null until wire/items/key-queries.ts has seen it. */
  link_key: Generated<string | null>;
  words_key: Generated<string | null>;
  link: string | null;
  version: number;
  status: ItemStatus;
  headline: string;
  summary: string;
  language: string | null;
  published_at: number | null;
  embargo_until: number | null;
  urgency: number | null;
  cluster_id: string | null;
  story_id: string | null;
  /** What it forbids for itself, see rights/item-terms.ts. */
  terms_json: string | null;
  /** When its source wants it gone. */
  expires_at: number | null;
  /** When its headline last became another: that is news. */
  headline_changed_at: number | null;
  /** When its whole text was fetched from its page. */
  full_text_at: number | null;
  /** The cluster it was in before an editor put two together: what comes later follows its side back. */
  cluster_side: Generated<string | null>;
  received_at: number;
  changed_at: number;
}

/** An item as it came, each time it came differently. */
export interface ItemVersionsTable {
  id: string;
  item_id: string;
  number: number;
  /** The item's own part of what was received, in the bytes that came. */
  raw: Uint8Array;
  raw_type: string;
  encoding: string;
  headline: string;
  summary: string;
  html: BodyHtml;
  text: string;
  byline: string;
  credit: string;
  link: string | null;
  declared_language: string | null;
  language: string | null;
  published_at: number | null;
  updated_at: number | null;
  media_json: string;
  hops_json: string;
  /** What only agencies say (wire/parse/facts.ts); null where nothing was said. */
  facts_json: Generated<string | null>;
  /** What of its text is no copy: kit/left-out.ts; null where there is none. */
  left_out_json: Generated<string | null>;
  status: Generated<ItemStatus>;
  embargo_until: number | null;
  hash: string;
  received_at: number;
}

export interface ClustersTable {
  id: string;
  /** When an item last came to it. */
  changed_at: number | null;
  headline: string | null;
  created_at: number;
}

/** What an editor decided of clusters. `joined`: the other's items came to this one; `parted`: some of this one's went to it. */
export interface ClusterActsTable {
  id: string;
  kind: 'joined' | 'parted';
  cluster_id: string;
  other_id: string;
  /** Of two put together, the sides that came: undone, their items go back with all that came to them since. */
  sides_json: string;
  items: number;
  at: number;
  by_id: string | null;
  undone_at: number | null;
  undone_by_id: string | null;
}

/** What an item is told from others by: MinHash over its words, and its names, numbers and rarer words. */
export interface ItemMarksTable {
  item_id: string;
  version: number;
  signature_json: string;
  marks_json: string;
  at: number;
  /** The number of the clustering that last changed it, or where it stands: what others have not heard of is above theirs. */
  clustering: number;
}

/** What a source did to an item that a story was made of; the desk is told until someone settles it. */
export interface WireNoticesTable {
  id: string;
  item_id: string;
  story_id: string;
  kind: 'changed' | 'headline' | 'withdrawn' | 'withheld' | 'embargoed' | 'expired' | 'back';
  version: number;
  words: string;
  at: number;
  /** Whether the contract had the story killed. */
  killed: Flag;
  settled_at: number | null;
  settled_by_id: string | null;
}

/** The last times a source was asked or sent something, for its page. */
export interface PollsTable {
  id: string;
  source_id: string;
  at: number;
  via: 'poll' | 'websub' | 'webhook' | 'folder' | 'replay';
  verdict: PollVerdict;
  words: string | null;
  received: number;
  changed: number;
  bytes: number;
  ms: number;
}

/** Our standing with the hub of a source (WebSub). */
export interface SubscriptionsTable {
  source_id: string;
  hub: string;
  topic: string;
  /** The last part of our address for it: nobody else knows it. */
  token: string;
  secret_sealed: Uint8Array;
  state: 'asked' | 'active' | 'denied' | 'ending' | 'failed';
  words: string | null;
  asked_at: number;
  lease_until: number | null;
  delivered_at: number | null;
  deliveries: Generated<number>;
  /** Items that a poll found and the hub had not told of, in a row. */
  misses: Generated<number>;
  attempts: Generated<number>;
  next_ask_at: number | null;
}

/** What was sent to us, kept before it is answered; read by the runner. */
export interface DeliveriesTable {
  id: string;
  source_id: string;
  via: 'websub' | 'webhook' | 'folder';
  /** A file's name; empty for the others. */
  name: string;
  content_type: string | null;
  bytes: Uint8Array;
  hash: string;
  received_at: number;
  done_at: number | null;
  words: string | null;
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

/** One telling of one edition. */
export interface AlertsTable {
  id: string;
  /** story, edition and kind (and the correction's id): one alert for each, whoever asks. */
  unique_key: string;
  story_id: string;
  edition_id: string;
  kind: 'news' | 'moment' | 'correction' | 'kill';
  level: AlertLevel;
  revision: number;
  headline: string;
  body: string;
  /** Path of the story on this site. */
  path: string;
  language: string;
  /** What kinds of follow it reaches: JSON of FollowTarget[]. */
  targets_json: string;
  /** 'standby' has not left: it waits to be undone, looked at or let go. 'waiting' is being cut into chunks. */
  state: 'standby' | 'waiting' | 'sending' | 'sent' | 'stopped';
  chunked_to: string | null;
  created_at: number;
  expires_at: number;
  sent_at: number | null;
  /** Who published what it tells; null for the newsroom itself. */
  by_id: string | null;
  /** Not before this instant; until then it can be undone. */
  leaves_at: number | null;
  left_at: number | null;
  /** What must happen before it leaves, see alerts/alert-check.ts; null for nothing. */
  check_needed: 'word' | 'editor' | 'chief' | null;
  confirmed_by_id: string | null;
  /** In words, where it was stopped. */
  stopped_why: string | null;
  /** What became of it, once that can change no more: alerts/sending/progress.ts. */
  figures_json: string | null;
}

/** The desk's own words for the alert of an edition; an empty one is what the edition says itself. */
export interface AlertTextsTable {
  edition_id: string;
  headline: string;
  body: string;
  by_id: string | null;
  changed_at: number;
}

/** Someone looked at an alert before it was published, and agreed to these words at this level. */
export interface AlertConsentsTable {
  edition_id: string;
  digest: string;
  by_id: string;
  role: Role;
  at: number;
}

/** One row: whether any alert may leave. Whoever lets one go, or stops them all, holds it. */
export interface AlertGateTable {
  id: 'alerts';
  closed_at: number | null;
  closed_by_id: string | null;
}

/** A run of devices in key order, sent under a lease; its outcome counted. */
export interface AlertChunksTable {
  id: string;
  alert_id: string;
  /** The push service that all devices of the chunk use, so that a slow one holds up no other. */
  origin: string;
  first_device_id: string;
  last_device_id: string;
  device_ids_json: string;
  /** One character a device: see alerts/chunk.ts. */
  outcomes: string;
  lease_until: number;
  held_by: Generated<string | null>;
  attempts: number;
  run_at: number;
  done_at: number | null;
  /** Times and reasons, counted: see alerts/sending/chunk-figures.ts. */
  figures_json: Generated<string>;
  /** 0 for a flash, 3 for routine: what is pressing is sent first. */
  rank: Generated<number>;
}

/** A push service that does not believe our signature, from the first 401 or 403 in number until it does again. */
export interface PushOriginsTable {
  origin: string;
  paused_at: number;
  status: number;
  /** The service's own words. */
  why: string;
  /** When one device is tried next, to see whether the service believes us again. */
  feel_at: number;
  feelers: number;
}

/** A device of the newsroom's own that is probed on a timetable. */
export interface CanariesTable {
  device_id: string;
  /** The desk's word for it: 'newsroom phone'. */
  name: string;
  by_id: string | null;
  since_at: number;
  /** Keyed hash of the one-use token in the probe that is under way; null once it was heard. */
  probe_hash: string | null;
  probed_at: number | null;
  /** When it is probed next. */
  due_at: number;
  /** Why the last probe could not be sent; null where its push service took it. */
  failure: string | null;
  heard_at: number | null;
  /** Probes in a row that were not heard of. */
  missed: Generated<number>;
}

/** One browser that asked. The endpoint is a bearer secret: sealed, looked up by keyed hash. */
export interface DevicesTable {
  id: string;
  endpoint_sealed: Uint8Array;
  endpoint_hash: string;
  origin: string;
  p256dh: Uint8Array;
  auth_sealed: Uint8Array;
  /** Which of our VAPID keys it subscribed with. */
  vapid_key_id: string;
  /** Keyed hash of the token with which this browser may change what it follows. */
  token_hash: string;
  /** Keyed hash of the sender's address and the day, for counting only. */
  sender_hash: string;
  language: string;
  welcomed_at: number | null;
  strikes: number;
  /** When the last strike was: one a day at most. */
  struck_at: Generated<number | null>;
  /** Since when its service refuses the key that it subscribed with: it has to subscribe anew at its next visit. */
  stale_at: Generated<number | null>;
  gone_at: number | null;
  gone_why: string | null;
  last_alert_at: number | null;
  created_at: number;
  seen_at: number;
  /** Languages it wants to hear in, the first most: JSON of string[], see alerts/readers/who-hears.ts. */
  languages_json: Generated<string>;
  /** IANA name, as its browser says. */
  time_zone: Generated<string | null>;
  /** Quiet hours: minutes of the day; both or neither. */
  quiet_from: Generated<number | null>;
  quiet_to: Generated<number | null>;
  /** The level that breaks quiet hours and the cap, or 'nothing'. */
  breaks: Generated<AlertLevel | 'nothing'>;
  /** Alerts within any 24 hours; null is as many as there are. */
  daily_cap: Generated<number | null>;
  /** When it was told, newest first: minutes since 1970, eight digits each. Kept only where there is a cap. */
  told_minutes: Generated<string>;
  /** 1 where any of these differs from what a new device has: the others need not be read to be told. */
  has_wishes: Generated<Flag>;
}

/** A follow or a stop that a device has of a story because another was merged into that. */
export interface MergedFollowsTable {
  story_id: string;
  into_id: string;
  device_id: string;
  what: 'follow' | 'stop';
}

export interface FollowsTable {
  id: string;
  device_id: string;
  kind: 'all' | 'section' | 'topic' | 'source' | 'story';
  /** Empty for all. */
  subject_id: string;
  /** Hears this level and those above it. */
  level: AlertLevel;
  created_at: number;
}

/** An alert that quiet hours or the cap keep from a device, until it is told, gathered with others, or too old. */
export interface HeldAlertsTable {
  device_id: string;
  alert_id: string;
  why: 'quiet' | 'cap';
  until: number;
  held_at: number;
  lease_until: Generated<number>;
  held_by: Generated<string | null>;
  attempts: Generated<number>;
  done_at: Generated<number | null>;
  became: Generated<'told' | 'gathered' | 'expired' | 'withdrawn' | 'failed' | null>;
}

/** A story that a reader wants to hear no more of, whatever else is followed. */
export interface StoppedStoriesTable {
  story_id: string;
  device_id: string;
  stopped_at: number;
}

/** Follows of a story that ended by themselves, because the story had gone quiet. */
export interface EndedFollowsTable {
  device_id: string;
  story_id: string;
  ended_at: number;
}

/** How often an alert was opened: a count, and nothing else. */
export interface AlertOpensTable {
  alert_id: string;
  opened: number;
}

/** What open pages are told, in order; a page that slept resumes after the last id it saw. */
export interface LiveEventsTable {
  id: Generated<number>;
  /** 'all', or 'story:' and its id. */
  channel: string;
  kind: LiveKind;
  payload_json: string;
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

/** One line of the paper's house style. */
export interface HouseRulesTable {
  id: string;
  avoid: string;
  /** What is written instead; empty where it is only avoided. */
  write_as: string;
  /** Base language; empty for all. */
  language: string;
  is_exact: number;
  staff_id: string | null;
  at: number;
}

export interface RepliesTable {
  id: string;
  story_id: string;
  edition_id: string;
  answers_id: string | null;
  name: string;
  address_sealed: Uint8Array | null;
  address_hash: string | null;
  body: string;
  language: string | null;
  state: 'held' | 'approved' | 'rejected';
  /** What the screen noticed, for the moderator. */
  screen_json: string;
  staff_id: string | null;
  sender_hash: string;
  received_at: number;
  decided_at: number | null;
  decided_by_id: string | null;
  decided_why: string;
}

/** What a reader says is wrong about a sentence of a translation. Of the reader nothing is asked. */
export interface ObjectionsTable {
  id: string;
  edition_id: string;
  /** The sentence and its two sides as the reader had them; the pair may have gone on since. */
  pair_id: string;
  original: string;
  translated: string;
  /** What had translated it; null for the desk's own words. */
  engine: string | null;
  reason: string;
  /** What it should say; empty where the reader does not know. */
  better: string;
  state: 'held' | 'set aside' | 'settled';
  screen_json: string;
  /** Counted by for a day, then empty. */
  sender_hash: string;
  received_at: number;
  decided_at: number | null;
  decided_by_id: string | null;
  decided_why: string;
  /** The correction that settled it; null where the sentence was changed without one. */
  correction_id: string | null;
}

/** Small facts the newsroom must remember about itself. */
export interface NewsroomFactsTable {
  key: string;
  value: string;
}
