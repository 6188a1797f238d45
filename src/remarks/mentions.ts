/** Mentions: who is called by a remark, until they have looked; told at the desk, and by mail where mail is set up. */
import { DAY } from '../kit/clock.ts';
import { sendMail } from '../mail/mail.ts';
import type { Newsroom } from '../newsroom.ts';
import { getMasthead } from '../stories/masthead.ts';
import {
  countUnseenRows,
  getRemarkRow,
  listMailFailures,
  listMentionRows,
  listToMail,
  setMailed,
  setSeenRows,
} from './remark-queries.ts';

export interface CallingRemark {
  id: string;
  words: string;
  /** The sentence it stands at; empty of one about the whole story, and of an answer. */
  sentence: string;
  at: number;
  byName: string;
  storyId: string;
  slug: string;
  seenAt: number | null;
  settledAt: number | null;
}

const MOST_COUNTED = 100; // beyond, a number tells no more than that there are many

/** How many remarks call someone that they have not looked at. */
export function countMentions(newsroom: Newsroom, staffId: string): Promise<number> {
  return countUnseenRows(newsroom, staffId, MOST_COUNTED);
}

/** Those that call someone, newest first; with `before`, those before that one. */
export function listMentions(
  newsroom: Newsroom,
  asked: { staffId: string; isUnseen: boolean; before?: string; limit: number },
): Promise<CallingRemark[]> {
  return listMentionRows(newsroom, asked);
}

/** Someone has looked at what calls them in a story, or at all of it. */
export async function seeMentions(
  newsroom: Newsroom,
  { staffId, of }: { staffId: string; of: { storyId: string } | 'all' },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    if (await setSeenRows(inner, staffId, of)) inner.bell.ring('desk', { what: 'remarks' });
  });
}

/**
 * Follow-up of a remark: mail to each whom it calls and who has not looked yet. One that was sent is sent no more, however often
 * this is run; a server that cannot be reached is tried again by the runner, one that says no for good is told at the desk.
 */
export async function mailMentions(newsroom: Newsroom, { remarkId }: { remarkId: string }): Promise<void> {
  if (newsroom.settings.smtpUrl === undefined) return;
  const people = await listToMail(newsroom, remarkId);
  if (people.length === 0) return;
  const remark = await getRemarkRow(newsroom, remarkId);
  const { name: paper, language } = await getMasthead(newsroom);
  const address = `${newsroom.settings.address}/desk/stories/${remark.story_id}#remarks`;
  const quoted = remark.sentence === '' ? [] : [`> ${remark.sentence}`, ''];
  const text = [`${remark.byName}:`, '', ...quoted, remark.words, '', address].join('\n');
  let waits: string | null = null;
  for (const { staffId, name, email } of people) {
    const sent = await sendMail(newsroom, {
      to: { name, address: email },
      subject: `${remark.byName} calls you at ${paper}`,
      text,
      key: `${remarkId}.${staffId}`,
      language,
    });
    const now = newsroom.clock.now();
    if (sent.ok) await setMailed(newsroom, { remarkId, staffId }, { mailed_at: now, mail_failure: null });
    else if (sent.isForGood)
      await setMailed(newsroom, { remarkId, staffId }, { mailed_at: now, mail_failure: sent.words });
    else waits = sent.words;
  }
  // The runner tries again, later each time, and shows at the desk what it gave up with these words.
  if (waits !== null) throw new Error(waits);
}

export interface MailFailure {
  remarkId: string;
  storyId: string;
  /** To whom it was. */
  name: string;
  words: string;
  at: number;
}

/** Mail of the last days that a server refused for good. */
export async function listRefusedMail(
  newsroom: Newsroom,
  { limit }: { limit: number },
): Promise<MailFailure[]> {
  const rows = await listMailFailures(newsroom, newsroom.clock.now() - 3 * DAY, limit);
  return rows.map(({ words, ...row }) => ({ ...row, words: words ?? '' }));
}
