/**
 * A killed story's alerts: whoever was alerted of it, or of a story that went on in it, reads in that place that it was withdrawn,
 * without its headline.
 */
import type { Newsroom } from '../newsroom.ts';
import type { StoryFacts } from '../runner/work.ts';
import { listMergedEditions } from '../stories/merge.ts';
import { storyPath } from '../stories/story.ts';
import { newsAlert, wasNeverTold, writeTelling } from './alert.ts';
import { alertWords } from './alert-words.ts';
import { whereRead } from './live-queries.ts';
import { listMomentAlerts } from './moment-queries.ts';
import { type Alert, alertById } from './queries.ts';
import { stopStandby } from './standby.ts';

type Kill = StoryFacts & { correctionId: string };

/** Follows `story-killed`. The id of the edition's own alert; null where nobody was told of that. */
export async function writeKillAlert(newsroom: Newsroom, facts: Kill): Promise<string | null> {
  const killed = await whereRead(newsroom, facts.editionId);
  if (!killed) return null;
  const written = await tellWithdrawn(newsroom, facts, killed.killNotice);
  for (const { language, ...merged } of await listMergedEditions(newsroom, facts)) {
    const notice = language === killed.language ? killed.killNotice : null;
    await tellWithdrawn(newsroom, { ...facts, ...merged }, notice);
  }
  return written;
}

async function tellWithdrawn(newsroom: Newsroom, facts: Kill, notice: string | null): Promise<string | null> {
  const news = await newsAlert(newsroom, facts);
  const moments = await listMomentAlerts(newsroom, facts.editionId);
  const read = (news || moments.length > 0) && (await whereRead(newsroom, facts.editionId));
  if (!read) return null;
  const told = await stopWhatWaits(newsroom, news ? [news, ...moments] : moments);
  const [first] = told;
  if (!first) return null;
  const words = alertWords(read.language);
  return writeTelling(newsroom, {
    facts,
    kind: 'kill',
    level: first.level,
    headline: words.withdrawn,
    body: notice || words.withdrawnBody,
    path: storyPath(read.section, read.slug),
    language: read.language,
    targets: [],
    ofAlerts: moments.length === 0 ? [] : told.map(({ id }) => id),
  });
}

/** Those of which somebody heard. */
async function stopWhatWaits(newsroom: Newsroom, alerts: Pick<Alert, 'id'>[]): Promise<Alert[]> {
  const told: Alert[] = [];
  for (const { id } of alerts) {
    const isStopped = await stopStandby(newsroom, id, 'the story was withdrawn before it left');
    const alert = isStopped ? undefined : await alertById(newsroom, id);
    if (alert && !wasNeverTold(alert)) told.push(alert);
  }
  return told;
}
