/** Taking what a reader says is wrong about a sentence: screened like a reply, and held for the desk to weigh. */

import { DAY, HOUR, MINUTE } from '../kit/clock.ts';
import { checkFormToken, formToken } from '../kit/form-token.ts';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { holdEditionRow } from '../stories/hold-rows.ts';
import { bannedWordsOf } from './banned-words.ts';
import { type ObjectedSentence, type ObjectionForm, readObjection } from './objection.ts';
import { insertObjection, objectionTimes, sameObjection } from './objection-queries.ts';
import { objectionChecks, type ScreenInput, screen } from './screen.ts';
import { hashSender } from './take-reply.ts';

/** What a reader sends with the form, and from where. */
export interface SentObjection {
  /** As the reader had it; the door has looked that it stands there. */
  sentence: ObjectedSentence;
  reason: string;
  better: string;
  token: unknown;
  /** Only counted, by its neighbourhood and for a day; never kept. */
  ip: string;
  /** A field that people do not see. */
  honeypot: string;
}

const TOKEN_AGE = 12 * HOUR; // the page with the form is made for each reader anew; it may stay open for an evening
const DOUBLE_POST = 10 * MINUTE;

const purposeOf = (editionId: string) => `objection:${editionId}`;

export function objectionToken(newsroom: Newsroom, editionId: string): string {
  return formToken(newsroom.seal, purposeOf(editionId), newsroom.clock.now());
}

/**
 * Keeps the objection, held. Sent twice within ten minutes it is kept once. Refuses with words beside fields
 * (`form-incomplete`), `form-expired` or `too-many-tries`.
 */
export async function takeObjection(newsroom: Newsroom, sent: SentObjection): Promise<void> {
  const { editionId, pairId } = sent.sentence;
  const now = newsroom.clock.now();
  const { seal } = newsroom;
  checkFormToken(seal, { token: sent.token, purpose: purposeOf(editionId), now, maxAge: TOKEN_AGE });
  const read = readObjection(sent);
  if ('faults' in read) refuse('form-incomplete', { fields: read.faults });
  const { objection } = read;
  const senderHash = hashSender(newsroom, sent.ip);
  await newsroom.transact(async (inner) => {
    if (!(await holdEditionRow(inner, editionId))) refuse('not-found');
    const like = { pair_id: pairId, sender_hash: senderHash, ...objection };
    if (await sameObjection(inner, { ...like, since: now - DOUBLE_POST })) return;
    const findings = screen(await look(inner, { objection, sent, senderHash }), objectionChecks);
    if (findings.some(({ step }) => step === 'refuse')) refuse('too-many-tries');
    await keep(inner, { objection, sent, senderHash, findings });
  });
}

interface Looked {
  objection: ObjectionForm;
  sent: SentObjection;
  senderHash: string;
}

/** Of who sends it nothing is known but the neighbourhood, so what the screen asks of an address has no answer here. */
async function look(inner: Newsroom, { objection, sent, senderHash }: Looked): Promise<ScreenInput> {
  const now = inner.clock.now();
  return {
    now,
    name: '',
    text: `${objection.reason}\n${objection.better}`,
    honeypot: sent.honeypot,
    storyOpen: true,
    fromAddress: [],
    recent: [],
    approved: 0,
    rejected: 0,
    fromSender: await objectionTimes(inner, 'sender_hash', senderHash, now - DAY),
    toStory: await objectionTimes(inner, 'edition_id', sent.sentence.editionId, now - DAY),
    bannedWords: await bannedWordsOf(inner),
  };
}

async function keep(
  inner: Newsroom,
  { objection, sent, senderHash, findings }: Looked & { findings: ReturnType<typeof screen> },
): Promise<void> {
  const { editionId, pairId, original, translated, engine } = sent.sentence;
  const rejected = findings.find(({ step }) => step === 'reject');
  const [id, now] = [inner.ids.next(), inner.clock.now()];
  await insertObjection(inner, {
    id,
    edition_id: editionId,
    pair_id: pairId,
    original,
    translated,
    engine,
    ...objection,
    state: rejected ? 'set aside' : 'held',
    screen_json: JSON.stringify(findings),
    sender_hash: senderHash,
    received_at: now,
    decided_at: rejected ? now : null,
    decided_by_id: null,
    decided_why: rejected?.words ?? '',
    correction_id: null,
  });
  inner.bell.ring('desk', { what: 'replies' });
}
