/**
 * Screens of the desk: browsers that are told of a remark that calls someone while no desk page is open in them, by Web Push, sealed
 * as every message is. A screen is its session's: where nobody is signed in any more, nothing of the desk is shown.
 */
import { HOUR, SECOND } from '../kit/clock.ts';
import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { payloadLine, topicOf } from '../push/message-text.ts';
import type { Outcome } from '../push/outcome.ts';
import { recipientOf, type Sender, type Telling } from '../push/sender.ts';
import { checkedSubscription, type SubscriptionForm, sealedSubscription } from '../push/subscription.ts';
import { contactOf } from '../push/vapid.ts';
import { deviceInWords } from '../staff/sessions.ts';
import { getMasthead } from '../stories/masthead.ts';
import { getRemarkRow } from './remark-queries.ts';
import {
  deleteEndedScreens,
  deleteScreen,
  listScreenRows,
  listScreensToTell,
  putScreen,
  type ScreenRow,
  setScreen,
} from './screen-queries.ts';

export interface DeskScreen {
  id: string;
  /** 'Firefox on Windows'; empty where it says nothing that is known. */
  device: string;
  /** The one that asks. */
  isThis: boolean;
  toldAt: number | null;
  /** What its push service says against it. */
  failure: string | null;
}

const MOST_SCREENS = 10; // of one person: a desk, a laptop, a phone, and some that were forgotten

/** Keeps a browser's subscription for whoever is signed in there. Refuses as a reader's device is. */
export async function addScreen(
  newsroom: Newsroom,
  asked: { subscription: SubscriptionForm; sessionId: string; by: Actor & { id: string } },
): Promise<void> {
  const given = checkedSubscription(newsroom, asked.subscription);
  await newsroom.transact(async (inner) => {
    const now = inner.clock.now();
    await deleteEndedScreens(inner, new Date(now).toISOString());
    await putScreen(inner, {
      id: inner.ids.next(),
      staff_id: asked.by.id,
      session_id: asked.sessionId,
      ...sealedSubscription(inner, given),
      told_remark_id: null,
      told_at: null,
      failure: null,
      created_at: now,
    });
    const all = await listScreenRows(inner, asked.by.id, new Date(now).toISOString());
    for (const { id } of all.slice(MOST_SCREENS))
      await deleteScreen(inner, { screenId: id, staffId: asked.by.id });
  });
}

/** Ends one of one's own. Refuses with `not-found` any other. */
export async function endScreen(
  newsroom: Newsroom,
  { screenId, by }: { screenId: string; by: Actor & { id: string } },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    if (!(await deleteScreen(inner, { screenId, staffId: by.id }))) refuse('not-found');
    await recordAct(inner, { by, act: 'end screen', subjectKind: 'staff', subjectId: by.id });
  });
}

export async function listScreens(
  newsroom: Newsroom,
  { staffId, sessionId }: { staffId: string; sessionId: string },
): Promise<DeskScreen[]> {
  const rows = await listScreenRows(newsroom, staffId, new Date(newsroom.clock.now()).toISOString());
  return rows.map(({ id, userAgent, session_id, told_at, failure }) => ({
    id,
    device: deviceInWords(userAgent ?? ''),
    isThis: session_id === sessionId,
    toldAt: told_at,
    failure,
  }));
}

/**
 * Follow-up of a remark: tells the screens of whoever it calls and who has not looked yet. What a push service took is not sent again;
 * one that cannot be reached now is tried again by the runner, one that knows the browser no more loses it.
 */
export async function tellScreens(
  newsroom: Newsroom,
  { remarkId }: { remarkId: string },
  { sender }: { sender: Sender },
): Promise<void> {
  const now = new Date(newsroom.clock.now()).toISOString();
  const screens = await listScreensToTell(newsroom, remarkId, now);
  const open = screens.filter(({ told_remark_id }) => told_remark_id !== remarkId);
  if (open.length === 0) return;
  const outcomes = await sender.send(await tellingOf(newsroom, remarkId), open.map(recipientOf));
  const waits: string[] = [];
  for (const [at, screen] of open.entries()) {
    const outcome = outcomes[at] ?? { kind: 'retry', why: 'the sender stopped' };
    const why = await learn(newsroom, { screen, outcome, remarkId });
    if (why !== null) waits.push(why);
  }
  if (waits.length > 0) throw new Error(waits.join(' '));
}

/** Why it is to be tried again; null where it is not. */
async function learn(
  newsroom: Newsroom,
  { screen, outcome, remarkId }: { screen: ScreenRow; outcome: Outcome; remarkId: string },
): Promise<string | null> {
  const { id: screenId, staff_id: staffId, origin } = screen;
  if (outcome.kind === 'accepted')
    await setScreen(newsroom, screenId, {
      told_remark_id: remarkId,
      told_at: newsroom.clock.now(),
      failure: null,
    });
  else if (outcome.kind === 'gone' || outcome.kind === 'stale')
    await deleteScreen(newsroom, { screenId, staffId });
  else if (outcome.kind === 'retry') return `${origin}: ${outcome.why}.`;
  else if (outcome.kind === 'throttled') return `${origin} wants to be asked later.`;
  else await setScreen(newsroom, screenId, { failure: 'why' in outcome ? outcome.why : outcome.kind });
  return null;
}

const LIFETIME = 12 * HOUR; // who opens the laptop the next morning still wants to know
const TITLE = 200; // bytes
const WORDS = 900; // bytes; the rest is read at the desk

async function tellingOf(newsroom: Newsroom, remarkId: string): Promise<Telling> {
  const { settings, seal } = newsroom;
  const remark = await getRemarkRow(newsroom, remarkId);
  const { contact } = await getMasthead(newsroom);
  return {
    payload: JSON.stringify({
      web_push: 8030,
      notification: {
        title: payloadLine(remark.byName, TITLE),
        body: payloadLine(remark.words, WORDS),
        navigate: `${settings.address}/desk/stories/${remark.story_id}#remarks`,
        dir: 'auto',
        tag: `remark-${remarkId}`,
        data: { kind: 'remark', revision: 1 },
      },
      mutable: true,
    }),
    topic: topicOf(seal.hash, `remark ${remarkId}`),
    ttl: LIFETIME / SECOND,
    urgency: 'high',
    contact: contactOf(settings.contact, contact, settings.address),
  };
}
