/** Taking in: replies that readers wrote in another house and that were shown there, with their times. Nobody is told of them. */
import type { Newsroom } from '../newsroom.ts';
import { insertReplies } from './queries.ts';
import { cleanText, LONGEST_REPLY } from './reply.ts';
import { hashAddress } from './take-reply.ts';

export interface ForeignReply {
  id: string;
  storyId: string;
  editionId: string;
  answersId: string | null;
  name: string;
  email: string | null;
  /** Plain words. */
  text: string;
  at: number;
}

/** Writes them, approved. Words beyond what a reply may have are cut, and said to be. */
export async function takeInReplies(inner: Newsroom, replies: ForeignReply[]): Promise<void> {
  const rows = replies.map((reply) => ({
    id: reply.id,
    story_id: reply.storyId,
    edition_id: reply.editionId,
    answers_id: reply.answersId,
    name: reply.name,
    address_sealed: reply.email === null ? null : inner.seal.close('reply-address', reply.email),
    address_hash: reply.email === null ? null : hashAddress(inner, reply.email),
    body: shortened(cleanText(reply.text)),
    language: null,
    state: 'approved' as const,
    screen_json: '[]',
    staff_id: null,
    sender_hash: '',
    received_at: reply.at,
    decided_at: reply.at,
    decided_by_id: null,
    decided_why: '',
  }));
  if (rows.length > 0) await insertReplies(inner, rows);
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_REPLY ? text : `${letters.slice(0, LONGEST_REPLY - 2).join('')} …`;
}
