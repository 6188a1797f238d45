/** Replies as they are read: by everyone under a story, and by moderators at the desk. */

import type { Newsroom } from '../newsroom.ts';
import { readableRows, readRecords } from '../store/json-column.ts';
import { storyPath } from '../stories/story.ts';
import { approvedRows, countApproved, countByState, deskRows, historyOf } from './queries.ts';
import type { ReplyState, ShownReply } from './reply.ts';
import type { ScreenFinding } from './screen.ts';

/** The approved replies to a story, oldest first, each with the desk's answers. What is here may be shown to anyone. */
export async function listForStory(newsroom: Newsroom, storyId: string): Promise<ShownReply[]> {
  const rows = await approvedRows(newsroom, [storyId]);
  const shown = rows.map((row) => ({
    answersId: row.answers_id,
    reply: {
      id: row.id,
      name: row.name,
      body: row.body,
      receivedAt: row.received_at,
      byDesk: row.staff_id !== null,
      answers: [] as ShownReply[],
    },
  }));
  const byId = new Map(shown.map(({ reply }) => [reply.id, reply]));
  for (const { answersId, reply } of shown) {
    if (answersId !== null) byId.get(answersId)?.answers.push(reply); // an answer to what is gone from the page is gone too
  }
  return shown.filter(({ answersId }) => answersId === null).map(({ reply }) => reply);
}

/** How many replies stand under a story, by its id; none has no line. */
export type RepliesByStory = ReadonlyMap<string, number>;

export async function countRepliesUnder(
  newsroom: Newsroom,
  storyIds: readonly string[],
): Promise<RepliesByStory> {
  if (storyIds.length === 0) return new Map();
  const rows = await countApproved(newsroom, [...new Set(storyIds)]);
  return new Map(rows.map(({ story_id, count }) => [story_id, Number(count)]));
}

/** A reply as a moderator sees it. */
export interface DeskReply {
  id: string;
  storyId: string;
  headline: string;
  language: string;
  path: string;
  name: string;
  /** Unsealed for the moderators' page and for nothing else; null for the desk's own. */
  address: string | null;
  body: string;
  state: ReplyState;
  findings: ScreenFinding[];
  /** What became of earlier replies from the address. */
  history: { approved: number; rejected: number };
  receivedAt: number;
  decidedAt: number | null;
  decidedBy: string | null;
  decidedWhy: string;
}

/** What waits, longest first; with `after`, only what came after that reply. Ids are in the order of coming. */
export async function listHeld(
  newsroom: Newsroom,
  { limit, after = '' }: { limit: number; after?: string },
): Promise<DeskReply[]> {
  const rows = await deskRows(newsroom)
    .where('replies.state', '=', 'held')
    .where('replies.id', '>', after)
    .orderBy('replies.id')
    .limit(limit)
    .execute();
  return await asDeskReplies(newsroom, rows);
}

/** The last verdicts, newest first, to take one back. The desk's own answers are among them. */
export async function listDecided(newsroom: Newsroom, { limit }: { limit: number }): Promise<DeskReply[]> {
  const rows = await deskRows(newsroom)
    .where('replies.state', '<>', 'held')
    .where('replies.decided_at', 'is not', null)
    .orderBy('replies.decided_at', 'desc')
    .orderBy('replies.id', 'desc')
    .limit(limit)
    .execute();
  return await asDeskReplies(newsroom, rows);
}

export async function countHeld(newsroom: Newsroom): Promise<number> {
  return await countByState(newsroom, 'held');
}

type DeskRow = Awaited<ReturnType<ReturnType<typeof deskRows>['execute']>>[number];

async function asDeskReplies(newsroom: Newsroom, rows: DeskRow[]): Promise<DeskReply[]> {
  const hashes = rows.map((row) => row.address_hash).filter((hash) => hash !== null);
  const history = await historyOf(newsroom, [...new Set(hashes)]);
  return readableRows(newsroom.log, rows, (row) => ({
    id: row.id,
    storyId: row.story_id,
    headline: row.headline,
    language: row.language,
    path: storyPath(row.section_slug, row.slug),
    name: row.name,
    address: row.address_sealed && newsroom.seal.open('reply-address', row.address_sealed),
    body: row.body,
    state: row.state,
    findings: readRecords<ScreenFinding>('replies.screen_json', row.id, row.screen_json),
    history: history.get(row.address_hash ?? '') ?? { approved: 0, rejected: 0 },
    receivedAt: row.received_at,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    decidedWhy: row.decided_why,
  }));
}
