/** The way back to a story's page when something was done to it: to where the hand was, and what was done in words. */
import type { FastifyReply } from 'fastify';

/** What the page says after an act, by the word in its address. */
export const storyDoneWords: Record<string, string> = {
  'picked-up': 'Picked up. Its source and its original link came along.',
  saved: 'Saved.',
  published: 'Published.',
  scheduled: 'Scheduled. It goes out by itself.',
  released: 'Partners have it. It goes out by itself when the embargo ends.',
  unscheduled: 'It does not go out by itself any more.',
  corrected: 'The correction is published, and on its way to everyone who had the story.',
  killed: 'Killed. It has left every page and list.',
  tied: 'Tied. Readers see it on both pages.',
  untied: 'Untied.',
  series: 'Its place in the series is saved.',
  merged: 'Merged. Its addresses lead to the other story.',
  parted: 'Parted. It stands where it stood.',
  restored: 'Restored as a new take.',
  yours: 'The story is yours.',
  steps: 'The steps are saved.',
  unsaid: 'The statement is taken away.',
  refused: 'It is not suggested again.',
  dismissed: 'Dismissed. The reason is kept.',
  remarked: 'Kept among the desk’s remarks.',
  statement: 'The statement is kept.',
  picture: 'The picture is in.',
  'no-picture': 'The picture is taken away.',
  told: 'The alert is written. It can be undone until it leaves.',
  agreed: 'Agreed. The flash is on its way.',
  'agreed-draft': 'Agreed: the flash may leave as it reads now.',
  undone: 'The alert is undone: it did not leave. The story stays published.',
  stopped: 'The alert is stopped. What had not gone out stays here.',
};

/** A part beside the copy by which the page is opened again: on a phone its pane is the one that is shown. */
export type PartBeside =
  | 'findings'
  | 'steps'
  | 'statements'
  | 'suggestions'
  | 'remarks'
  | 'ties'
  | 'story-picture'
  | 'alert'
  | `said-${string}`;

export function backTo(reply: FastifyReply, storyId: string, done: string): FastifyReply {
  return reply.redirect(`/desk/stories/${storyId}?done=${done}`, 303);
}

export function backToPart(
  reply: FastifyReply,
  storyId: string,
  { done, part, look }: { done: string; part: PartBeside; look?: boolean },
): FastifyReply {
  return reply.redirect(
    `/desk/stories/${storyId}?done=${done}${look ? '&look=1' : ''}&pane=beside#${part}`,
    303,
  );
}
