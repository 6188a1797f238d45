/**
 * The embargo of a story of ours: no reader has it before its instant. The one rule. Every way to readers is a publication, every
 * publication passes the gate, and the gate asks here; every door of readers shows what was published and nothing else.
 */
import { because } from '../kit/refusal.ts';
import { isOut } from './filing.ts';
import type { StoryRow } from './queries.ts';
import { type Obstacle, obstacle } from './story.ts';

type HeldStory = Pick<StoryRow, 'status' | 'embargo_until'>;

/**
 * Whether readers may not have it yet at an instant. Of what is out nothing is held any more: a clock that is put back does not
 * take from readers what they have, nor keep its correction from them.
 */
export function isHeld({ status, embargo_until }: HeldStory, at: number): boolean {
  return embargo_until !== null && embargo_until > at && !isOut(status);
}

/** `at`: when it is to go out. Nobody may override it: an embargo is changed, not passed over. */
export function embargoObstacles(story: HeldStory, at: number): Obstacle[] {
  const until = story.embargo_until ?? 0;
  return isHeld(story, at) ? [obstacle('held-until', because('heldUntil', { until }), 'fixed')] : [];
}
