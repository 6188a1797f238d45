/** Why a story was published although something stood in the way, as it is kept with it. */
import { z } from 'zod';
import { readShape } from '../store/json-column.ts';
import type { StoryRow } from './queries.ts';

const override = z.object({ reason: z.string(), obstacles: z.array(z.string()) });

/** The reason, and the codes of the obstacles that it was given for; null where none was. */
export function overrideOf(
  story: Pick<StoryRow, 'id' | 'override_json'>,
): { reason: string; obstacles: string[] } | null {
  return story.override_json
    ? readShape('stories.override_json', story.id, story.override_json, override)
    : null;
}
