/** Whom we receive from, and how: what was asked, what was sent, and where we stand with hubs. */
import type { Generated } from 'kysely';
import type { AlertLevel } from '../kit/alert-level.ts';
import type { Flag, PollVerdict, SourceFailure } from './closed-sets.ts';

export interface SourceTables {
  sources: SourcesTable;
  polls: PollsTable;
  subscriptions: SubscriptionsTable;
  deliveries: DeliveriesTable;
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
