/** What to read after a story: more of its event, its topics and its section, and the one that comes next. */
import type { Newsroom } from '../newsroom.ts';
import { listPublished, type PublishedStory, type PublishedSummary } from '../stories/read.ts';
import { listStoriesOfEvent } from '../wire/events/clusters.ts';

export interface After {
  related: PublishedSummary[];
  /** The one below it in its section, else in the paper; null where there is no further story. */
  next: PublishedSummary | null;
}

const RELATED = 4; // with the next one no more than a reader looks through
const LOOKED_AT = 12; // newest of each topic and section

/**
 * In the language of the story's own edition, each story once, never the story itself. Nearest first: those that agencies
 * tell of the same event, then those of its topics (of more topics first), of its section, of the paper; newest first among equals.
 * What nobody at the desk has read keeps to *Now* and its section.
 */
export async function findAfter(newsroom: Newsroom, story: PublishedStory): Promise<After> {
  const { language, section } = story;
  const event = await listStoriesOfEvent(newsroom, story.storyId);
  const near: PublishedSummary[][] = [];
  if (event.length > 0)
    near.push(await listPublished(newsroom, { storyIds: event, language, limit: LOOKED_AT }));
  near.push(await ofTopics(newsroom, story));
  if (section)
    near.push(
      await listPublished(newsroom, { sectionId: section.id, language, isRead: true, limit: LOOKED_AT }),
    );
  near.push(await listPublished(newsroom, { language, isRead: true, limit: LOOKED_AT }));
  const others = eachOnce(near.flat()).filter(({ storyId }) => storyId !== story.storyId);
  const related = others.slice(0, RELATED);
  return { related, next: await findNext(newsroom, story, related) };
}

/** Those that share most topics first. */
async function ofTopics(
  newsroom: Newsroom,
  { topics, language }: PublishedStory,
): Promise<PublishedSummary[]> {
  const lists: PublishedSummary[] = [];
  for (const { id } of topics)
    lists.push(...(await listPublished(newsroom, { topicId: id, language, isRead: true, limit: LOOKED_AT })));
  const shared = new Map<string, number>();
  for (const { storyId } of lists) shared.set(storyId, (shared.get(storyId) ?? 0) + 1);
  return eachOnce(lists).sort(
    (one, other) =>
      (shared.get(other.storyId) ?? 0) - (shared.get(one.storyId) ?? 0) ||
      other.firstPublishedAt - one.firstPublishedAt,
  );
}

async function findNext(
  newsroom: Newsroom,
  story: PublishedStory,
  related: PublishedSummary[],
): Promise<PublishedSummary | null> {
  const { language, section, editionId } = story;
  const before = { at: story.firstPublishedAt, id: editionId };
  const shown = new Set([story.storyId, ...related.map(({ storyId }) => storyId)]);
  for (const where of [section ? { sectionId: section.id } : null, {}]) {
    if (!where) continue;
    const older = await listPublished(newsroom, {
      ...where,
      language,
      before,
      isRead: true,
      limit: LOOKED_AT,
    });
    const next = older.find(({ storyId }) => !shown.has(storyId));
    if (next) return next;
  }
  return null;
}

function eachOnce(stories: PublishedSummary[]): PublishedSummary[] {
  return [...new Map(stories.map((story) => [story.storyId, story])).values()];
}
