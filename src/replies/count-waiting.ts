/** What the desk's bar counts: all that readers wrote and nobody has decided on. */
import type { Newsroom } from '../newsroom.ts';
import { countObjected } from './read-objections.ts';
import { countHeld } from './read-replies.ts';

export async function countWaiting(newsroom: Newsroom): Promise<number> {
  const [held, objected] = await Promise.all([countHeld(newsroom), countObjected(newsroom)]);
  return held + objected;
}
