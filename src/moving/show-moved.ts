/** After a move by a process of its own: what this one remembers of pages is no longer true, and search is to know what came. */
import { setTimeout as pause } from 'node:timers/promises';
import { MINUTE } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import { fileInMorgue } from '../stories/file-in-morgue.ts';
import { isMoveUnderWay } from './moves-queries.ts';

/** For how long search may wait for a move to be done: reading every word of it meanwhile takes the move's time, and that of pages. */
export const FILING_WAITS = 10 * MINUTE;

/** Whether a move is under way that search may still wait for. */
export const mayFilingWait = (newsroom: Newsroom): Promise<boolean> =>
  isMoveUnderWay(newsroom, newsroom.clock.now() - FILING_WAITS);

/** Follows `paper-moved`. */
export async function showMoved(newsroom: Newsroom): Promise<void> {
  await newsroom.transact(async (inner) => {
    inner.bell.ring('pages', { touched: ['everything'] });
    inner.bell.ring('desk', { what: 'moves' });
    inner.bell.ring('desk', { what: 'stories', storyId: null });
  });
}

const AT_ONCE = 5; // stories of one transaction: a page that is asked for meanwhile waits for it

const LONGEST_REST = 100; // ms; what was waited for another process is no work

/** Follows `stories-moved`: as many as came in one transaction, some at a time, with room for readers between. */
export async function fileMoved(newsroom: Newsroom, { storyIds }: { storyIds: string[] }): Promise<void> {
  for (let at = 0; at < storyIds.length; at += AT_ONCE) {
    const begun = performance.now();
    await newsroom.transact(async (inner) => {
      for (const storyId of storyIds.slice(at, at + AT_ONCE)) await fileInMorgue(inner, { storyId });
    });
    await pause(Math.min(performance.now() - begun, LONGEST_REST)); // half of the time is the readers’
  }
}
