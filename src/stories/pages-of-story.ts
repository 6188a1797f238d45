/** The pages that show a story, for rooms above that change something of what it shows. */
import type { Newsroom, PageName } from '../newsroom.ts';
import { getStoryRow, touchedBy } from './queries.ts';

/** Names of everything whose pages show it, by its id: what a bell rings that empties them from the caches. */
export async function pagesOfStory(newsroom: Newsroom, storyId: string): Promise<PageName[]> {
  return touchedBy(newsroom, await getStoryRow(newsroom, storyId));
}
