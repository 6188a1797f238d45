/** Taking in: replies that readers wrote in another house and that were shown there, with their times. Nobody is told of them. */
import type { Newsroom } from '../newsroom.ts';
import { insertReplies, sealedAddresses } from './queries.ts';
import { cleanText, LONGEST_REPLY, normalAddress } from './reply.ts';
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
    ...sealReplyAddress(inner, reply.email),
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

/** The addresses that some replies were written with, in the clear: for whoever moves the paper and was asked for them. */
export async function addressesOfReplies(newsroom: Newsroom, ids: string[]): Promise<Map<string, string>> {
  const rows = await sealedAddresses(newsroom, ids);
  return new Map(
    rows.flatMap(({ id, address_sealed }) =>
      address_sealed === null ? [] : [[id, newsroom.seal.open('reply-address', address_sealed)]],
    ),
  );
}

/** An address as the table keeps it. */
export function sealReplyAddress(
  inner: Newsroom,
  address: unknown,
): { address_sealed: Uint8Array | null; address_hash: string | null } {
  if (typeof address !== 'string' || address === '') return { address_sealed: null, address_hash: null };
  const plain = normalAddress(address);
  return {
    address_sealed: inner.seal.close('reply-address', plain),
    address_hash: hashAddress(inner, plain),
  };
}
