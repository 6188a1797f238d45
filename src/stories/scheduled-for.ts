/** What a story's schedule remembers, and why one did not go out: kept with the story, read without the rest. */
import { z } from 'zod';
import { readShape } from '../store/json-column.ts';
import { type FilingParts, filingParts } from './filing.ts';
import type { StoryRow } from './queries.ts';

/** What readers would see, in few bytes; a change and its way back are no change. */
export interface GivenFor {
  /** Digests of copy and of who says what, by edition: those and no others go out. */
  editions: Record<string, { copy: string; said: string }>;
  steps: string;
  filed: FilingParts;
}

/** A publication that did not happen, for the desk. */
export interface MissedPublication {
  /** When it was to go out. */
  at: number;
  words: string;
}

/** What a story's `schedule_json` holds. */
export type ScheduleState = { given: GivenFor } | { missed: MissedPublication };

/** Whether the schedule lets this edition out. One from before schedules remembered lets out all that is ready. */
export function isScheduled(
  story: Pick<StoryRow, 'id' | 'status' | 'schedule_json'>,
  editionId: string,
): boolean {
  const given = givenFor(story);
  return story.status === 'scheduled' && (given === null || editionId in given.editions);
}

/** Why the story did not go out at the hour that it was given; null where it was not so, or it was scheduled anew. */
export function missedOf(story: Pick<StoryRow, 'id' | 'status' | 'schedule_json'>): MissedPublication | null {
  if (story.status !== 'draft' || !story.schedule_json) return null;
  const kept = stateOf(story.id, story.schedule_json);
  return 'missed' in kept ? kept.missed : null;
}

export function givenFor({ id, schedule_json }: Pick<StoryRow, 'id' | 'schedule_json'>): GivenFor | null {
  if (!schedule_json) return null;
  const kept = stateOf(id, schedule_json);
  return 'given' in kept ? kept.given : null;
}

const digests = z.object({ copy: z.string(), said: z.string() });
const state: z.ZodType<ScheduleState> = z.union([
  z.object({
    given: z.object({ editions: z.record(z.string(), digests), steps: z.string(), filed: filingParts }),
  }),
  z.object({ missed: z.object({ at: z.number(), words: z.string() }) }),
]);

const stateOf = (id: string, json: string): ScheduleState =>
  readShape('stories.schedule_json', id, json, state);
