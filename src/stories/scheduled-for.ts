/** What a story's schedule remembers, and why one did not go out: kept with the story, read without the rest. */
import type { FilingParts } from './filing.ts';
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

/** Of a schedule that was given before stories had kinds: they were news. */
const WITHOUT_KIND: Pick<FilingParts, 'kind'> = { kind: 'news' };

/** What a story's `schedule_json` holds. */
export type ScheduleState = { given: GivenFor } | { missed: MissedPublication };

/** Whether the schedule lets this edition out. One from before schedules remembered lets out all that is ready. */
export function isScheduled(story: Pick<StoryRow, 'status' | 'schedule_json'>, editionId: string): boolean {
  const given = givenFor(story);
  return story.status === 'scheduled' && (given === null || editionId in given.editions);
}

/** Why the story did not go out at the hour that it was given; null where it was not so, or it was scheduled anew. */
export function missedOf(story: Pick<StoryRow, 'status' | 'schedule_json'>): MissedPublication | null {
  if (story.status !== 'draft' || !story.schedule_json) return null;
  const kept = JSON.parse(story.schedule_json) as ScheduleState;
  return 'missed' in kept ? kept.missed : null;
}

export function givenFor({ schedule_json }: Pick<StoryRow, 'schedule_json'>): GivenFor | null {
  if (!schedule_json) return null;
  const kept = JSON.parse(schedule_json) as ScheduleState;
  if (!('given' in kept)) return null;
  return { ...kept.given, filed: { ...WITHOUT_KIND, ...kept.given.filed } };
}
