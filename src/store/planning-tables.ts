/** The tables of the desk's day: what is planned, the calendars it comes from, and what one shift leaves for the next. */
import type { Generated } from 'kysely';

export interface PlanningTables {
  calendars: CalendarsTable;
  plan_items: PlanItemsTable;
  handovers: HandoversTable;
}

/** Where plan items come from besides the desk: an address that is read again, a file that was brought, a source's own plans. */
export interface CalendarsTable {
  id: string;
  name: string;
  kind: 'address' | 'file' | 'agency';
  /** As it was typed; null for a file and for a source. */
  address: string | null;
  /** The source whose plans they are. */
  source_id: string | null;
  /** As it came last, so that what recurs can be followed into the days to come. */
  bytes: Uint8Array | null;
  etag: string | null;
  last_modified: string | null;
  /** How long it asks to be left alone, in milliseconds. */
  asked_rest_ms: number | null;
  next_read_at: number;
  lease_until: number;
  /** When it was last asked, and last read in order. */
  read_at: number | null;
  ok_at: number | null;
  /** What is wrong with it, for the desk; null while nothing is. */
  failure_words: string | null;
  failures_in_row: number;
  by_id: string | null;
  created_at: number;
  /** When the desk gave it up; what came of it stays. */
  ended_at: number | null;
}

/** One thing that is planned. */
export interface PlanItemsTable {
  id: string;
  what: string;
  place: string;
  /** The day it is on, of what has no hour: '2026-11-19'; and its last day. */
  day: string | null;
  last_day: string | null;
  /** When it begins and ends: instants; of a day without an hour the midnight of UTC, which no zone moves. */
  order_at: number;
  until_at: number;
  assigned_id: string | null;
  due_at: number | null;
  note: string;
  story_id: string | null;
  /** When it was taken off the plan. */
  dropped_at: number | null;
  calendar_id: string | null;
  /** Which event of the calendar it is; null of what was typed. */
  event_key: string | null;
  /** What the calendar says now. */
  said_json: string | null;
  /** Which of what, place and when an editor wrote: the calendar changes them no more. */
  own_json: Generated<string>;
  /** What the calendar has changed and nobody has seen. */
  changes_json: Generated<string>;
  /** When its calendar called it off, or had it no more. */
  cancelled_at: number | null;
  by_id: string | null;
  created_at: number;
  updated_at: number;
}

/** What whoever leaves writes for whoever comes. */
export interface HandoversTable {
  id: string;
  words: string;
  by_id: string;
  at: number;
  taken_by_id: string | null;
  taken_at: number | null;
}
