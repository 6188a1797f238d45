/** Which editions of a story readers see: for maps, where each names the others. */
import type { Newsroom } from '../newsroom.ts';
import { findHeadlineOf, listPublishedEditions } from './edition-queries.ts';
import { storyPath } from './story.ts';

/** All editions that readers see of these stories, by story. */
export async function listEditionsOf(
  newsroom: Newsroom,
  storyIds: string[],
): Promise<Map<string, { language: string; path: string }[]>> {
  const editions = new Map<string, { language: string; path: string }[]>();
  for (let at = 0; at < storyIds.length; at += AT_ONCE) {
    const rows = await listPublishedEditions(newsroom, storyIds.slice(at, at + AT_ONCE));
    for (const { story_id, language, slug, section_slug } of rows) {
      const had = editions.get(story_id) ?? [];
      editions.set(story_id, [...had, { language, path: storyPath(section_slug, slug) }]);
    }
  }
  return editions;
}

const AT_ONCE = 500; // of a list in one query: engines bound how many values one may have

/** The headline by which the desk knows a story: of the edition, else of the story's first; null where there is none. */
export async function findHeadline(
  newsroom: Newsroom,
  of: { storyId: string | null; editionId: string | null },
): Promise<{ storyId: string; headline: string; language: string } | null> {
  if (of.storyId === null && of.editionId === null) return null;
  const found = await findHeadlineOf(newsroom, of);
  return found ? { storyId: found.story_id, headline: found.headline, language: found.language } : null;
}
