/** Alerts: what they say, who agreed, how far they are out, and what open pages are told. */
import type { Generated } from 'kysely';
import type { AlertLevel } from '../kit/alert-level.ts';
import type { Role } from '../kit/role.ts';
import type { LiveKind } from './closed-sets.ts';

export interface AlertTables {
  alerts: AlertsTable;
  alert_texts: AlertTextsTable;
  alert_consents: AlertConsentsTable;
  alert_gate: AlertGateTable;
  alert_chunks: AlertChunksTable;
  push_origins: PushOriginsTable;
  canaries: CanariesTable;
  alert_opens: AlertOpensTable;
  live_events: LiveEventsTable;
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
