/**
 * The verbs of an alert: written once for a story's edition when it is published, corrected or killed, whoever did it and
 * however often they are told; and stopped. Sending is fan-out.ts.
 */

import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { announce, type StoryFacts } from '../runner/work.ts';
import { getPublished, type PublishedStory } from '../stories/read.ts';
import { type AlertLevel, isAlertLevel, storyPath } from '../stories/story.ts';
import { type AlertKind, alertKey, deliveryOf, type FollowTarget } from './alert-rules.ts';
import { alertWords } from './alert-words.ts';
import { whereRead } from './live-queries.ts';
import {
  type Alert,
  alertById,
  alertByKey,
  correctionNotice,
  insertAlert,
  lastRevision,
  setAlert,
  sourceForbids,
} from './queries.ts';

/** Follows `story-published`: tells those who follow it, once, if the story has an alert level and its source allows it. */
export async function writeAlert(newsroom: Newsroom, facts: StoryFacts): Promise<string | null> {
  const level = facts.alertLevel;
  if (!isAlertLevel(level)) return null;
  const story = await getPublished(newsroom, facts.editionId);
  if (!story) return null; // killed before it was told
  if (await sourceForbids(newsroom, facts.storyId)) {
    newsroom.log.info('alert not written', { story: facts.storyId, why: 'the source does not allow alerts' });
    return null;
  }
  const credit = story.source ? ` (${story.source.credit || story.source.name})` : '';
  return write(newsroom, {
    facts,
    kind: 'news',
    level,
    headline: story.headline,
    body: `${story.dek}${credit}`.trim(),
    path: story.path,
    language: story.language,
    targets: targetsOf(story),
  });
}

/** Follows `story-corrected`: everyone who was alerted hears it; nobody else does. */
export async function writeCorrectionAlert(
  newsroom: Newsroom,
  facts: StoryFacts & { correctionId: string },
): Promise<string | null> {
  const news = await newsAlert(newsroom, facts);
  const story = news && (await getPublished(newsroom, facts.editionId));
  if (!story) return null;
  return write(newsroom, {
    facts,
    kind: 'correction',
    level: news.level as AlertLevel,
    headline: alertWords(story.language).correction(story.headline),
    body: (await correctionNotice(newsroom, facts.correctionId)) || story.dek,
    path: story.path,
    language: story.language,
    targets: [],
  });
}

/** Follows `story-killed`: everyone who was alerted reads in its place that it was withdrawn, without its headline. */
export async function writeKillAlert(
  newsroom: Newsroom,
  facts: StoryFacts & { correctionId: string },
): Promise<string | null> {
  const news = await newsAlert(newsroom, facts);
  const read = news && (await whereRead(newsroom, facts.editionId));
  if (!read) return null;
  const words = alertWords(read.language);
  return write(newsroom, {
    facts,
    kind: 'kill',
    level: news.level as AlertLevel,
    headline: words.withdrawn,
    body: read.killNotice || words.withdrawnBody,
    path: storyPath(read.section, read.slug),
    language: read.language,
    targets: [],
  });
}

/** Stops an alert: what has not gone out stays here. */
export async function stopAlert(newsroom: Newsroom, asked: { alertId: string; by: Actor }): Promise<void> {
  await newsroom.transact(async (inner) => {
    const alert = (await alertById(inner, asked.alertId)) ?? refuse('not-found');
    if (alert.state === 'sent' || alert.state === 'stopped') return;
    await setAlert(inner, alert.id, { state: 'stopped' });
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
}

async function write(newsroom: Newsroom, writing: Writing): Promise<string | null> {
  const { facts, kind, targets, ...told } = writing;
  const { storyId, editionId, correctionId } = facts;
  const key = alertKey({ storyId, editionId, kind, ...(correctionId ? { correctionId } : {}) });
  return newsroom.transact(async (inner) => {
    const now = inner.clock.now();
    const alert: Alert = {
      id: inner.ids.next(),
      unique_key: key,
      story_id: storyId,
      edition_id: editionId,
      kind,
      ...told,
      revision: (await lastRevision(inner, editionId)) + 1,
      targets_json: JSON.stringify(targets),
      state: 'waiting',
      chunked_to: null,
      created_at: now,
      expires_at: now + deliveryOf(told.level).lifetime,
      sent_at: null,
    };
    if (!(await insertAlert(inner, alert))) return null; // it was told already
    await announce(inner, { event: 'alert-written', facts: { alertId: alert.id }, key: `alert:${alert.id}` });
    inner.bell.ring('desk', { what: 'alerts' });
    return alert.id;
  });
}

async function newsAlert(newsroom: Newsroom, { storyId, editionId }: StoryFacts): Promise<Alert | undefined> {
  return alertByKey(newsroom, alertKey({ storyId, editionId, kind: 'news' }));
}

function targetsOf(story: PublishedStory): FollowTarget[] {
  const targets: FollowTarget[] = [{ kind: 'all', subjectId: '' }];
  if (story.section) targets.push({ kind: 'section', subjectId: story.section.id });
  for (const topic of story.topics) targets.push({ kind: 'topic', subjectId: topic.id });
  if (story.source) targets.push({ kind: 'source', subjectId: story.source.id });
  targets.push({ kind: 'story', subjectId: story.storyId });
  return targets;
}
