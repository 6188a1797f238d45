/** Of several editions of a story, the one to show. */
import type { PublishedSummary } from './read.ts';

/** One edition of each story, this language first; the newest first otherwise. */
export function oneEach<Story extends PublishedSummary>(
  stories: readonly Story[],
  language: string,
): Story[] {
  const best = new Map<string, Story>();
  for (const story of stories) {
    const had = best.get(story.storyId);
    if (!had || (had.language !== language && story.language === language)) best.set(story.storyId, story);
  }
  return [...best.values()];
}
