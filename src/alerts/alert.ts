/**
 * The verbs of an alert: written once for a story's edition when it is published, corrected or killed, whoever did it and
 * however often they are told; and stopped. Between writing and leaving is standby.ts, sending is fan-out.ts.
 */
import { SECOND } from '../kit/clock.ts';
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import type { StoryFacts } from '../runner/work.ts';
import { publishLevel, showFlash } from '../stories/filing.ts';
import { getPublished, type PublishedStory } from '../stories/read.ts';
import { rightsOfStory } from '../stories/rights-of-story.ts';
import { type AlertLevel, isAlertLevel } from '../stories/story.ts';
import { type Asker, checkNeeded } from './alert-check.ts';
import {
  type AlertKind,
  alertKey,
  deliveryOf,
  type FollowTarget,
  type ToldBy,
  targetsOf,
} from './alert-rules.ts';
import { spoken } from './alert-text.ts';
import { alertWords } from './alert-words.ts';
import { askerOf, findConsent, ownTexts } from './compose.ts';
import {
  type Alert,
  alertById,
  alertByKey,
  cameFromWire,
  correctionNotice,
  insertAlert,
  lastRevision,
  publishedFacts,
  setAlert,
} from './queries.ts';
import { announceLeaving, isUnchecked } from './standby.ts';
import { holdGate } from './stop.ts';

/** Follows `story-published`: tells those who follow it, once, if the story has an alert level and its source allows it. */
export async function writeAlert(newsroom: Newsroom, facts: StoryFacts): Promise<string | null> {
  const level = facts.alertLevel;
  if (!isAlertLevel(level)) return null;
  const story = await getPublished(newsroom, facts.editionId);
  if (!story) return null; // killed before it was told
  const { alert } = await rightsOfStory(newsroom, facts.storyId);
  if (!alert.allowed) {
    newsroom.log.info('alert not written', {
      story: facts.storyId,
      why: `the ${alert.by} does not allow alerts`,
    });
    return null;
  }
  return writeNews(newsroom, facts, { story, level });
}

async function writeNews(
  newsroom: Newsroom,
  facts: StoryFacts,
  { story, level }: { story: PublishedStory; level: AlertLevel },
): Promise<string | null> {
  const own = (await ownTexts(newsroom, [facts.editionId])).get(facts.editionId);
  return writeTelling(newsroom, {
    facts,
    kind: 'news',
    level,
    ...spoken(own, story, story.source),
    path: story.path,
    language: story.language,
    targets: targetsOf(story),
    asker: await askerOf(newsroom, facts.storyId),
  });
}

/**
 * Tells readers of a story that is out already: one that had no alert yet, or whose alert was taken back before it left.
 * The level is the one that the desk chose, which readers see from now on. Refuses with `alert-told` what was told, `story-state-wrong` what is not out.
 */
export async function tellReaders(newsroom: Newsroom, asked: { storyId: string; by: Actor }): Promise<void> {
  await newsroom.transact(async (inner) => {
    await holdGate(inner); // before any row of an alert, see stop.ts
    await refuseIfForbidden(inner, asked.storyId);
    await recordAct(inner, {
      by: asked.by,
      act: 'tell readers',
      subjectKind: 'story',
      subjectId: asked.storyId,
    });
    await publishLevel(inner, asked.storyId);
    let told = 0;
    for (const facts of await publishedFacts(inner, asked.storyId)) {
      if (!isAlertLevel(facts.alertLevel))
        refuse('form-incomplete', { fields: { alertLevel: because('levelMissing') } });
      const old = await newsAlert(inner, facts);
      // What never left gives up its key: the alert that takes its place is a new one, with the words of now.
      if (old && wasNeverTold(old))
        await setAlert(inner, old.id, { unique_key: `${old.unique_key}:undone:${old.id}` });
      if (await writeAlert(inner, facts)) told += 1;
    }
    if (told === 0) refuse('alert-told');
  });
}

async function refuseIfForbidden(inner: Newsroom, storyId: string): Promise<void> {
  const { alert } = await rightsOfStory(inner, storyId);
  const who = alert.by === 'item' ? 'The item itself' : 'The contract with the source';
  if (!alert.allowed) refuse('story-state-wrong', { because: because('alertsNotAllowed', { who }) });
}

/** Follows `story-corrected`: everyone who was alerted hears it; nobody else does. */
export async function writeCorrectionAlert(
  newsroom: Newsroom,
  facts: StoryFacts & { correctionId: string },
): Promise<string | null> {
  const news = await newsAlert(newsroom, facts);
  const story = news && (await getPublished(newsroom, facts.editionId));
  if (!story) return null;
  // Nobody heard it yet: what leaves is right from the start, and whoever agreed to other words is asked again.
  if (
    news.state === 'standby' &&
    (await rewriteAlert(newsroom, news.id, spoken(undefined, story, story.source)))
  )
    return null;
  if (wasNeverTold((await newsAlert(newsroom, facts)) ?? news)) return null;
  return writeTelling(newsroom, {
    facts,
    kind: 'correction',
    level: news.level,
    headline: alertWords(story.language).correction(story.headline),
    body: (await correctionNotice(newsroom, facts.correctionId)) || story.dek,
    path: story.path,
    language: story.language,
    targets: [],
  });
}

/** Stops an alert: what has not gone out stays here. */
export async function stopAlert(newsroom: Newsroom, asked: { alertId: string; by: Actor }): Promise<void> {
  await newsroom.transact(async (inner) => {
    const alert = (await alertById(inner, asked.alertId)) ?? refuse('not-found');
    if (alert.state === 'sent' || alert.state === 'stopped') return;
    await setAlert(inner, alert.id, { state: 'stopped', stopped_why: 'stopped at the desk' });
    await recordAct(inner, { by: asked.by, act: 'stop', subjectKind: 'alert', subjectId: alert.id });
    inner.bell.ring('desk', { what: 'alerts' });
  });
}

interface Writing {
  facts: StoryFacts & { correctionId?: string };
  kind: AlertKind;
  level: AlertLevel;
  headline: string;
  body: string;
  path: string;
  language: string;
  targets: FollowTarget[];
  /** Of a correction or a kill: it goes to whoever was told one of these; to whoever was told the news where none is named. */
  ofAlerts?: string[];
  /** In place of the one that its story, edition and kind make. */
  key?: string;
  /** Who had it published; null for the newsroom itself. */
  asker?: Asker | null;
}

/** Writes one alert, once for its key; null where it was written before. */
export async function writeTelling(newsroom: Newsroom, writing: Writing): Promise<string | null> {
  const { facts, kind, targets, asker = null, ofAlerts = [], key: given, ...told } = writing;
  const { storyId, editionId, correctionId } = facts;
  const toldBy = ofAlerts.map((subjectId): ToldBy => ({ kind: 'alert', subjectId }));
  const key = given ?? alertKey({ storyId, editionId, kind, ...(correctionId ? { correctionId } : {}) });
  return newsroom.transact(async (inner) => {
    const isOpen = await holdGate(inner);
    const now = inner.clock.now();
    const held = await holding(inner, writing);
    const alert: Alert = {
      id: inner.ids.next(),
      unique_key: key,
      story_id: storyId,
      edition_id: editionId,
      kind,
      ...told,
      revision: (await lastRevision(inner, editionId)) + 1,
      targets_json: JSON.stringify([...targets, ...toldBy]),
      state: 'standby',
      chunked_to: null,
      created_at: now,
      expires_at: now + deliveryOf(told.level).lifetime,
      sent_at: null,
      by_id: asker?.id ?? null,
      left_at: null,
      stopped_why: null,
      figures_json: null,
      ...held,
    };
    if (isOpen && !isUnchecked(alert) && held.leaves_at <= now)
      Object.assign(alert, { state: 'waiting', left_at: now });
    if (!(await insertAlert(inner, alert))) return null; // it was told already
    if (!isUnchecked(alert)) {
      if (alert.level === 'flash') await showFlash(inner, storyId);
      await announceLeaving(inner, alert.id, held.leaves_at);
    } else inner.bell.ring('desk', { what: 'bar' });
    inner.bell.ring('desk', { what: 'alerts' });
    return alert.id;
  });
}

/**
 * What keeps an alert here for now. Only news waits to be undone, and only where a person sent it: a correction and a
 * kill put right what readers have, and a wire's copy was let through by its contract.
 */
async function holding(inner: Newsroom, writing: Writing) {
  const { facts, level, asker = null } = writing;
  const now = inner.clock.now();
  const none = { leaves_at: now, check_needed: null, confirmed_by_id: null };
  if (writing.kind !== 'news' && writing.kind !== 'moment') return none;
  const unread = !asker && (await cameFromWire(inner, facts.storyId));
  const check = checkNeeded({ level, asker, unread, setting: inner.settings.flashCheck });
  const text = { headline: writing.headline, body: writing.body };
  const consent =
    check &&
    (await findConsent(inner, {
      editionId: facts.editionId,
      level,
      text,
      check,
      askerId: asker?.id ?? null,
    }));
  return {
    leaves_at: asker ? now + inner.settings.alertUndoSeconds * SECOND : now,
    check_needed: check,
    confirmed_by_id: consent,
  };
}

/** Puts these words into an alert that has not left; false when it has. */
export async function rewriteAlert(
  newsroom: Newsroom,
  alertId: string,
  text: { headline: string; body: string },
): Promise<boolean> {
  return newsroom.transact(async (inner) => {
    await holdGate(inner);
    const alert = await alertById(inner, alertId);
    if (alert?.state !== 'standby') return false;
    const isSame = alert.headline === text.headline && alert.body === text.body;
    await setAlert(inner, alertId, { ...text, confirmed_by_id: isSame ? alert.confirmed_by_id : null });
    inner.bell.ring('desk', { what: 'alerts' });
    return true;
  });
}

/** An alert that was stopped before any of it left: there is nobody to put right. */
export function wasNeverTold(alert: Alert): boolean {
  return alert.state === 'stopped' && alert.left_at === null;
}

/** The alert of an edition's publication. */
export async function newsAlert(
  newsroom: Newsroom,
  { storyId, editionId }: Pick<StoryFacts, 'storyId' | 'editionId'>,
): Promise<Alert | undefined> {
  return alertByKey(newsroom, alertKey({ storyId, editionId, kind: 'news' }));
}
