/** How many alerts are on their way, for who watches the newsroom from outside. */
import type { Newsroom } from '../newsroom.ts';
import { countUnderWayRows } from './queries.ts';

export async function countUnderWay(newsroom: Newsroom): Promise<number> {
  return countUnderWayRows(newsroom);
}
