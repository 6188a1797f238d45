/**
 * Who may change what of a story, by its state: the one rule that every verb asks. A draft is everyone's. Of a story that
 * is out, copy and filing wait for a publication, so anyone may save them; what readers see at once (who says what, how it
 * came to us) is an editor's. What a schedule lets out by itself is an editor's altogether.
 */
import { refuse } from '../kit/refusal.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import { mayActAs } from '../staff/staff.ts';
import { isOut } from './filing.ts';
import type { StoryRow } from './queries.ts';
import type { StoryStatus } from './story.ts';

/** `waits`: readers see it with the next publication. `shows`: readers see it at once. */
export type ChangeReach = 'waits' | 'shows';

export function asksForEditor(status: StoryStatus, change: ChangeReach): boolean {
  return status === 'scheduled' || (change === 'shows' && isOut(status));
}

/** Whether what an editor decides is this actor's to decide. */
export function decides(newsroom: Newsroom, by: Actor): Promise<boolean> {
  return mayActAs(newsroom, by, 'editor');
}

/** Refuses with `role-needed` what the story's state leaves to editors. Call it in the transaction of the change. */
export async function refuseUnlessMayChange(
  inner: Newsroom,
  { story, change, by }: { story: Pick<StoryRow, 'status'>; change: ChangeReach; by: Actor },
): Promise<void> {
  if (!asksForEditor(story.status, change) || (await decides(inner, by))) return;
  refuse('role-needed', {
    because: story.status === 'scheduled' ? 'scheduledIsForEditors' : 'publishedIsForEditors',
  });
}
