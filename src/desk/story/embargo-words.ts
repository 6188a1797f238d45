/** What the desk says of a story's embargo. */
import type { DeskStory } from '../../stories/desk-read.ts';
import { dayAndTime, type PageTime } from '../views/words.ts';

/** Whether no reader may have it yet. */
export const isUnderEmbargo = (
  { embargoUntil }: Pick<DeskStory, 'embargoUntil'>,
  { now }: PageTime,
): boolean => embargoUntil !== null && embargoUntil > now;

/** For the foot, after what is in the way and what is scheduled. */
export function embargoWords(
  story: Pick<DeskStory, 'embargoUntil' | 'release' | 'status'>,
  when: PageTime,
): string {
  if (!isUnderEmbargo(story, when)) return '';
  const until = dayAndTime(story.embargoUntil ?? 0, when);
  const partners = story.release ? 'partners have it' : 'partners do not have it';
  return `Under embargo until ${until}; ${partners}.`;
}
