/** Taking a reply: read, screened, and held until a moderator has read it too. */

import { DAY, HOUR, MINUTE } from '../kit/clock.ts';
import { checkFormToken, formToken } from '../kit/form-token.ts';
import { NEIGHBOURHOOD, networkOf } from '../kit/network.ts';
import { refuse } from '../kit/refusal.ts';
import { type Newsroom, recordAct, theNewsroomItself } from '../newsroom.ts';
import { holdStoryRow } from '../stories/hold-rows.ts';
import { findMergedInto } from '../stories/merge.ts';
import { bannedWordsOf } from './banned-words.ts';
import { historyOf, insertReply, recentReplies, sameReply, storyForReply, timesOf } from './queries.ts';
import { type ReplyForm, type ReplyState, readReply } from './reply.ts';
import { type ScreenFinding, type ScreenInput, screen } from './screen.ts';

/** What a reader sends with the form, and from where. */
export interface SentReply {
  storyId: string;
  name: string;
  address: string;
  text: string;
  token: unknown;
  /** Only counted, by its neighbourhood and for a day; never kept. */
  ip: string;
  /** A field that people do not see. */
  honeypot: string;
}

const TOKEN_AGE = 36 * HOUR; // pages are cached and shared, so a reader may get a form that was made yesterday
const DOUBLE_POST = 10 * MINUTE;

const purposeOf = (storyId: string) => `reply:${storyId}`;

/** The token for the form under a story. It is the same for everyone who gets the page. */
export function replyToken(newsroom: Newsroom, storyId: string): string {
  return formToken(newsroom.seal, purposeOf(storyId), newsroom.clock.now());
}

/**
 * Keeps the reply, held. Sent twice within ten minutes it is kept once. Refuses with words beside fields
 * (`form-incomplete`), `form-expired`, `replies-closed` or `too-many-tries`.
 */
export async function takeReply(
  newsroom: Newsroom,
  sent: SentReply,
): Promise<{ replyId: string; state: ReplyState }> {
  const { seal, clock } = newsroom;
  const now = clock.now();
  // Before anything is read: who has no form of ours costs a hash.
  checkFormToken(seal, { token: sent.token, purpose: purposeOf(sent.storyId), now, maxAge: TOKEN_AGE });
  const read = readReply(sent);
  if ('faults' in read) refuse('form-incomplete', { fields: read.faults });
  const { reply } = read;
  const addressHash = hashAddress(newsroom, reply.address);
  return await newsroom.transact(async (inner) => {
    // A page that was open when its story was merged sends to where it goes on.
    const storyId = (await findMergedInto(inner, sent.storyId)) ?? sent.storyId;
    await holdStoryRow(inner, storyId);
    const story = (await storyForReply(inner, storyId)) ?? refuse('not-found');
    if (story.status === 'killed') refuse('story-killed');
    const double = { storyId: story.id, addressHash, body: reply.text, since: now - DOUBLE_POST };
    const had = await sameReply(inner, double);
    if (had) return { replyId: had, state: 'held' };
    const senderHash = hashSender(inner, sent.ip);
    const open = story.status === 'published' && story.replies_open === 1;
    const seen = await look(inner, { reply, sent, senderHash, addressHash, open });
    const findings = screen(seen);
    refuseIfFound(findings);
    return await keep(inner, { reply, findings, senderHash, addressHash, story });
  });
}

/** By which replies of one address are found again. */
export function hashAddress(newsroom: Newsroom, address: string): string {
  return newsroom.seal.hash('reply-address', address);
}

/** Another key every day, so that nobody can follow a neighbourhood through the table. */
export function hashSender(newsroom: Newsroom, ip: string): string {
  const day = Math.floor(newsroom.clock.now() / DAY);
  return newsroom.seal.hash('reply-sender', `${day}|${networkOf(ip, NEIGHBOURHOOD)}`);
}

interface Looked {
  reply: ReplyForm;
  sent: SentReply;
  senderHash: string;
  addressHash: string;
  open: boolean;
}

async function look(
  inner: Newsroom,
  { reply, sent, senderHash, addressHash, open }: Looked,
): Promise<ScreenInput> {
  const now = inner.clock.now();
  const yesterday = now - DAY;
  const past = (await historyOf(inner, [addressHash])).get(addressHash);
  const recent = await recentReplies(inner, yesterday);
  return {
    now,
    name: reply.name,
    text: reply.text,
    storyOpen: open,
    honeypot: sent.honeypot,
    fromSender: await timesOf(inner, 'sender_hash', senderHash, yesterday),
    fromAddress: await timesOf(inner, 'address_hash', addressHash, yesterday),
    toStory: await timesOf(inner, 'story_id', sent.storyId, yesterday),
    recent: recent.map((row) => ({ text: row.body, sameAddress: row.address_hash === addressHash })),
    approved: past?.approved ?? 0,
    rejected: past?.rejected ?? 0,
    bannedWords: await bannedWordsOf(inner),
  };
}

function refuseIfFound(findings: ScreenFinding[]): void {
  const refused = findings.find((finding) => finding.step === 'refuse');
  if (refused) refuse(refused.check === 'story-open' ? 'replies-closed' : 'too-many-tries');
}

interface Kept {
  reply: ReplyForm;
  findings: ScreenFinding[];
  senderHash: string;
  addressHash: string;
  story: { id: string; edition_id: string };
}

async function keep(inner: Newsroom, { reply, findings, senderHash, addressHash, story }: Kept) {
  const id = inner.ids.next();
  const now = inner.clock.now();
  const rejected = findings.find((finding) => finding.step === 'reject');
  const state: ReplyState = rejected ? 'rejected' : 'held';
  await insertReply(inner, {
    id,
    story_id: story.id,
    edition_id: story.edition_id,
    answers_id: null,
    name: reply.name,
    address_sealed: inner.seal.close('reply-address', reply.address),
    address_hash: addressHash,
    body: reply.text,
    language: null,
    state,
    screen_json: JSON.stringify(findings),
    staff_id: null,
    sender_hash: senderHash,
    received_at: now,
    decided_at: rejected ? now : null,
    decided_by_id: null,
    decided_why: rejected?.words ?? '',
  });
  const by = theNewsroomItself;
  if (rejected) {
    const facts = { why: rejected.check, storyId: story.id };
    await recordAct(inner, { by, act: 'reject', subjectKind: 'reply', subjectId: id, facts });
  }
  inner.bell.ring('desk', { what: 'replies' });
  return { replyId: id, state };
}
