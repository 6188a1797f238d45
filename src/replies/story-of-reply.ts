/** The story a reply is for: where it stands, and whether it takes replies. */
import type { Newsroom } from '../newsroom.ts';
import { findMergedInto } from '../stories/merge.ts';
import { storyPath } from '../stories/story.ts';
import { replyById, storyForReply } from './queries.ts';
import type { ReplyState } from './reply.ts';

export interface RepliedStory {
  id: string;
  headline: string;
  language: string;
  path: string;
}

/** Null for a story that readers cannot see. */
export async function findRepliedStory(newsroom: Newsroom, storyId: string): Promise<RepliedStory | null> {
  const row = await storyForReply(newsroom, (await findMergedInto(newsroom, storyId)) ?? storyId);
  if (row?.status !== 'published') return null;
  const { id, headline, language } = row;
  return { id, headline, language, path: storyPath(row.section_slug, row.slug) };
}

/** Whose story it stands under and what was decided; null once it is gone. */
export async function findReplyState(
  newsroom: Newsroom,
  replyId: string,
): Promise<{ storyId: string; state: ReplyState } | null> {
  const row = await replyById(newsroom, replyId);
  return row ? { storyId: row.story_id, state: row.state } : null;
}
