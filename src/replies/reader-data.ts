/**
 * What is kept of one reader, by the keyed hash of their address: given out (GDPR 15), erased (GDPR 17), and addresses that
 * are no longer needed forgotten (GDPR 5(1)(e)). Why it is so: docs/decisions/2026-11-29-readers-data.md.
 */

import { DAY } from '../kit/clock.ts';
import { type Newsroom, recordAct, theNewsroomItself } from '../newsroom.ts';
import { readRecords } from '../store/json-column.ts';
import { deleteReplies, forgetAddressesBefore, repliesOfAddress } from './reader-queries.ts';
import { normalAddress } from './reply.ts';
import { hashAddress } from './take-reply.ts';

/** A reply as its writer is given it: what they sent, and what became of it. */
export interface OwnReply {
  storyId: string;
  headline: string;
  name: string;
  /** Null once it is no longer kept. */
  address: string | null;
  text: string;
  state: 'held' | 'approved' | 'rejected';
  receivedAt: string;
  decidedAt: string | null;
  /** What the desk wrote beside its verdict. */
  decidedWhy: string;
  /** What the screen noticed. */
  findings: unknown;
}

/** All that is found by this address, oldest first. Objections come without a name or an address: nobody's can be found. */
export async function exportReader(newsroom: Newsroom, asked: { address: string }): Promise<OwnReply[]> {
  const hash = hashAddress(newsroom, normalAddress(asked.address));
  return (await repliesOfAddress(newsroom, hash)).map((row) => ({
    storyId: row.story_id,
    headline: row.headline ?? '',
    name: row.name,
    address: row.address_sealed === null ? null : newsroom.seal.open('reply-address', row.address_sealed),
    text: row.body,
    state: row.state,
    receivedAt: new Date(row.received_at).toISOString(),
    decidedAt: row.decided_at === null ? null : new Date(row.decided_at).toISOString(),
    decidedWhy: row.decided_why,
    findings: readRecords('replies.screen_json', row.id, row.screen_json),
  }));
}

/**
 * Removes the replies of this address, published ones too, with the desk's answers under them; pages are made anew. The
 * audit keeps that it was done, without whose. The answer is how many replies there were.
 */
export async function eraseReader(newsroom: Newsroom, asked: { address: string }): Promise<number> {
  const hash = hashAddress(newsroom, normalAddress(asked.address));
  return await newsroom.transact(async (inner) => {
    const rows = await repliesOfAddress(inner, hash);
    await deleteReplies(
      inner,
      rows.map((row) => row.id),
    );
    for (const { id, story_id } of rows) {
      const facts = { storyId: story_id };
      await recordAct(inner, {
        by: theNewsroomItself,
        act: 'erase',
        subjectKind: 'reply',
        subjectId: id,
        facts,
      });
      inner.bell.ring('pages', { touched: [`story:${story_id}`] });
    }
    if (rows.length > 0) inner.bell.ring('desk', { what: 'replies' });
    return rows.length;
  });
}

/** Forgets the addresses of replies that were decided longer ago than the setting says. */
export async function forgetAddresses(newsroom: Newsroom): Promise<void> {
  const before = newsroom.clock.now() - newsroom.settings.readerDays * DAY;
  await forgetAddressesBefore(newsroom, before);
}
