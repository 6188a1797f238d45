/**
 * Lanes: who waits for a follow-up. Each has places of its own, so that what readers wait for is never behind what only a
 * slow server is waited for, and none keeps another from moving.
 */

import type { Newsroom } from '../newsroom.ts';
import type { Lane } from '../store/closed-sets.ts';
import type { EventName, Events } from './work.ts';

/** Follow-ups under way at once in one process. */
export const lanes = {
  spread: 4, // announcements become follow-ups: a few statements each
  readers: 6, // pages, alerts that are to be written, what is due: milliseconds each
  alerts: 6, // an alert on its way holds its place for as long as a push service may take, a minute
  devices: 4, // what a single device is told, by its push service
  editors: 6, // the desk's own: what is read in, marked, filed
  wire: 4, // other people's servers: feeds, full texts
  engines: 8, // translation: an engine may take a minute a piece, and eight pieces do not slow each other where they wait
} as const satisfies Record<Lane, number>;

/** Where work goes whose verb says nothing, and what an earlier version left under a lane that is no more. */
export const COMMON_LANE = 'editors' satisfies Lane;

export const laneNames = Object.keys(lanes) as Lane[];

/** Follow-up of an event. It may be run again after a crash, so it must bear being repeated. */
export type FollowUp<E extends EventName> = (newsroom: Newsroom, facts: Events[E]) => Promise<unknown>;

/** A follow-up with its lane. */
export interface PlacedWork<E extends EventName> {
  lane: Exclude<Lane, 'spread'>;
  run: FollowUp<E>;
}

/** Which verbs follow which event, by a name that stays the same as long as rows may wait under it. */
export type Timetable = { [E in EventName]?: Record<string, FollowUp<E> | PlacedWork<E>> };

/** The follow-up of that name, in its lane; null when this version has none. */
export function placedVerb(timetable: Timetable, event: string, verb: string): PlacedWork<EventName> | null {
  const found = timetable[event as EventName]?.[verb] as
    | FollowUp<EventName>
    | PlacedWork<EventName>
    | undefined;
  if (found === undefined) return null;
  return typeof found === 'function' ? { lane: COMMON_LANE, run: found } : found;
}
