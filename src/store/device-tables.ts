/** Devices that asked to be told, and what each of them follows. */
import type { Generated } from 'kysely';
import type { AlertLevel } from '../kit/alert-level.ts';
import type { Flag } from './closed-sets.ts';

export interface DeviceTables {
  devices: DevicesTable;
  follows: FollowsTable;
  held_alerts: HeldAlertsTable;
  stopped_stories: StoppedStoriesTable;
  ended_follows: EndedFollowsTable;
  merged_follows: MergedFollowsTable;
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

/** A follow or a stop that a device has of a story because another was merged into that. */
export interface MergedFollowsTable {
  story_id: string;
  into_id: string;
  device_id: string;
  what: 'follow' | 'stop';
}
