/** The moderators' verbs: approve, reject, take a verdict back, answer. Each leaves a line that is never changed. */
import { because, type RefusalCode, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { announce } from '../runner/work.ts';
import { changeState, insertReply, replyById } from './queries.ts';
import { cleanText, LONGEST_REPLY, type ReplyState } from './reply.ts';

export interface ModeratorVerdict {
  replyId: string;
  by: Actor;
  /** What the moderator saw it as; refuses with `reply-decided` when another has decided since. */
  was?: ReplyState;
}

/** Shows the reply under its story. Approving what is approved changes nothing. */
export async function approveReply(newsroom: Newsroom, given: ModeratorVerdict): Promise<void> {
  await decide(newsroom, { ...given, state: 'approved', act: 'approve', why: '' });
}

/** Keeps the reply off the page; `why` is for the desk. */
export async function rejectReply(
  newsroom: Newsroom,
  given: ModeratorVerdict & { why: string },
): Promise<void> {
  await decide(newsroom, { ...given, state: 'rejected', act: 'reject' });
}

/** Takes the verdict back: the reply is held again, and off the page until somebody decides anew. */
export async function undoVerdict(newsroom: Newsroom, given: ModeratorVerdict): Promise<void> {
  await decide(newsroom, { ...given, state: 'held', act: 'undo verdict', why: '' });
}

interface Decision extends ModeratorVerdict {
  state: ReplyState;
  act: string;
  why: string;
}

const LONGEST_WHY = 500; // characters of a reason

async function decide(newsroom: Newsroom, { replyId, was, state, act, why, by }: Decision): Promise<void> {
  await newsroom.transact(async (inner) => {
    const reply = (await replyById(inner, replyId)) ?? refuse('not-found');
    if (reply.state === state) return;
    if (was !== undefined && reply.state !== was) refuse('reply-decided');
    const decided = state !== 'held';
    const changed = await changeState(inner, replyId, reply.state, {
      state,
      decided_at: decided ? inner.clock.now() : null,
      decided_by_id: decided ? by.id : null,
      decided_why: why.slice(0, LONGEST_WHY),
    });
    if (!changed) refuse('reply-decided');
    const facts = { storyId: reply.story_id, from: reply.state, why: why.slice(0, LONGEST_WHY) };
    await recordAct(inner, { by, act, subjectKind: 'reply', subjectId: replyId, facts });
    await tell(inner, { replyId, storyId: reply.story_id, shows: [reply.state, state].includes('approved') });
  });
}

/** The desk answers a reply that is on the page; the answer stands under it with the desk's badge. */
export async function answerReply(
  newsroom: Newsroom,
  given: { replyId: string; text: string; by: Actor & { id: string } },
): Promise<{ replyId: string }> {
  const text = cleanText(given.text);
  if (text === '' || [...text].length > LONGEST_REPLY) {
    refuse('form-incomplete', { fields: { text: because('answerLength', { most: LONGEST_REPLY }) } });
  }
  return await newsroom.transact(async (inner) => {
    const reply = (await replyById(inner, given.replyId)) ?? refuse('not-found');
    if (reply.state !== 'approved' || reply.answers_id !== null)
      refuse(NOT_SHOWN, { because: 'replyNotOnPage' });
    const id = inner.ids.next();
    const now = inner.clock.now();
    await insertReply(inner, {
      id,
      story_id: reply.story_id,
      edition_id: reply.edition_id,
      answers_id: reply.id,
      name: given.by.name,
      address_sealed: null,
      address_hash: null,
      body: text,
      language: null,
      state: 'approved',
      screen_json: '[]',
      staff_id: given.by.id,
      sender_hash: '',
      received_at: now,
      decided_at: now,
      decided_by_id: given.by.id,
      decided_why: '',
    });
    const facts = { storyId: reply.story_id, answers: reply.id };
    await recordAct(inner, { by: given.by, act: 'answer', subjectKind: 'reply', subjectId: id, facts });
    await tell(inner, { replyId: id, storyId: reply.story_id, shows: true });
    return { replyId: id };
  });
}

const NOT_SHOWN: RefusalCode = 'reply-refused';
/** Whoever follows hears of the verdict; pages that show the story's replies are made anew. */
async function tell(
  inner: Newsroom,
  { replyId, storyId, shows }: { replyId: string; storyId: string; shows: boolean },
) {
  await announce(inner, { event: 'reply-decided', facts: { replyId } });
  if (shows) inner.bell.ring('pages', { touched: [`story:${storyId}`] });
  inner.bell.ring('desk', { what: 'replies' });
}
