/**
 * Durable work. A verb that changes the world announces, in its own transaction, what happened; the timetable (in cli/)
 * says which verbs follow. Each follow-up is a row of its own, done at least once: follow-up verbs bear being repeated.
 */
import type { Newsroom } from '../newsroom.ts';
import { deleteWaiting, findUnderWay, putWork } from './announce-queries.ts';

/** What can happen, and the facts told with it. */
export interface Events {
  'source-added': { sourceId: string };
  'item-received': { itemId: string };
  'item-changed': { itemId: string; version: number };
  /** Its embargo has ended, or its source lets it out. */
  'item-released': { itemId: string };
  'wire-delivered': { deliveryId: string };
  'publication-due': { storyId: string };
  /** An edition is to be translated, or its open sentences are. */
  'translation-asked': { editionId: string };
  /** A second engine is to say what it makes of the sentences that the checks doubt. */
  'second-versions-asked': { editionId: string };
  'translation-filled': { editionId: string };
  'story-published': StoryFacts;
  'story-corrected': StoryFacts & { correctionId: string };
  'story-killed': StoryFacts & { correctionId: string };
  /** What readers see of an entry of a live story is other than before. */
  'entry-changed': EntryFacts;
  /** A live story has ended, or goes on again. */
  'live-turned': { storyId: string };
  /** What of a live story was told before there was this translation: those numbered after are to be translated too. */
  'older-entries-asked': { editionId: string; after: number };
  /** Key moments that came close together are to be told in one. */
  'moments-due': { storyId: string; editionId: string };
  /** A remark calls somebody. */
  'remark-made': { remarkId: string };
  /** Whoever a remark calls has had time to look at the desk. */
  'remark-waits': { remarkId: string };
  /** A calendar is to be read. */
  'calendar-due': { calendarId: string };
  /** A source of the wire sent what it plans. */
  'plans-received': { sourceId: string; sourceName: string; plans: ReceivedPlan[] };
  /** A story goes on in another, and no longer. */
  'story-merged': { storyId: string; intoId: string };
  'story-parted': { storyId: string; intoId: string };
  'alert-written': { alertId: string };
  'reply-decided': { replyId: string };
  /** Stories and replies came from another house, by a process of its own. */
  'paper-moved': { moveId: string };
  /** Some of those stories, which search is to know. */
  'stories-moved': { storyIds: string[] };
  /** Of one language, and of a section where it is one's; `path` is where readers have it. */
  'front-put-out': { language: string; sectionId: string | null };
  'banner-changed': { language: string };
  'device-followed': { deviceId: string };
  'canary-marked': { deviceId: string };
  /** Some work failed at every try, perhaps more of it since. */
  'work-given-up': Record<string, never>;
}

export interface StoryFacts {
  storyId: string;
  editionId: string;
  takeId: string;
  /** At which level readers are told; null for not at all. */
  alertLevel: string | null;
  /** True the first time the story is published. */
  first: boolean;
}

export interface EntryFacts {
  storyId: string;
  editionId: string;
  entryId: string;
  what: 'added' | 'corrected' | 'withdrawn' | 'marked';
  /** Which mark was set or taken away; none where who says what in it is told otherwise. */
  mark?: 'key' | 'pin';
}

/** What a source plans: told whole, for the wire keeps no plans. */
export interface ReceivedPlan {
  /** What its source calls it. */
  key: string;
  what: string;
  place: string;
  note: string;
  link: string | null;
  /** The day of what has no hour, as '2026-11-19', and its last day; else the instants. */
  day: string | null;
  lastDay: string | null;
  startsAt: number | null;
  endsAt: number | null;
  /** It is what the source will send of an event that has the same key, and says less of it. */
  isCoverage: boolean;
  isCancelled: boolean;
  /** How it recurs, as its source says it; left away for what happens once. */
  recurs?: PlanRecurrence;
}

/** As it is written: times with their own offset from UTC, rules by the names of their parts in small letters (RFC 5545 3.3.10). */
export interface PlanRecurrence {
  start: string;
  rules: Record<string, string>[];
  exceptRules: Record<string, string>[];
  /** Times besides those of the rules, and times that are struck out. */
  dates: string[];
  struck: string[];
}

export type EventName = keyof Events;

export interface Announcement<E extends EventName> {
  event: E;
  facts: Events[E];
  /** Not before this instant. */
  runAt?: number;
  /** Announced once for this key while it waits; announcing again changes nothing. */
  key?: string;
}

/** Any announcement, where several are made at once. */
export type AnyAnnouncement = { [E in EventName]: Announcement<E> }[EventName];

/** Writes the announcement; call it inside the transaction that makes it true. */
export async function announce<E extends EventName>(inner: Newsroom, said: Announcement<E>): Promise<void> {
  await announceAll(inner, [said as AnyAnnouncement]);
}

/** Writes several, in their order. */
export async function announceAll(inner: Newsroom, all: AnyAnnouncement[]): Promise<void> {
  if (all.length === 0) return;
  const now = inner.clock.now();
  const rows = all.map((said) => ({
    id: inner.ids.next(),
    event: said.event,
    verb: null,
    lane: 'spread' as const,
    payload_json: JSON.stringify(said.facts),
    unique_key: said.key ?? null,
    run_at: said.runAt ?? now,
    attempts: 0,
    lease_until: 0,
    failure: null,
    given_up_at: null,
    created_at: now,
    request_id: inner.trace.id(),
  }));
  await putWork(inner, rows);
  inner.bell.ring('work', null);
}

/** Whether what follows these facts is due or being done; what failed and waits for another try is not. */
export async function isUnderWay<E extends EventName>(
  inner: Newsroom,
  { event, facts }: { event: E; facts: Events[E] },
): Promise<boolean> {
  const now = inner.clock.now();
  const found = await findUnderWay(inner, event, JSON.stringify(facts), now);
  return found !== undefined;
}

/** Takes back what was announced under a key and not yet begun; true if there was something. */
export function withdraw(inner: Newsroom, key: string): Promise<boolean> {
  return deleteWaiting(inner, key);
}
