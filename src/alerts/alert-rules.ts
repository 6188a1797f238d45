/**
 * The noun: one telling of one edition. What may be told, to whom, for how long, and what stands in it; rules only, the
 * verbs are in alert.ts and fan-out.ts.
 */
import { DAY, HOUR } from '../kit/clock.ts';
import { type AlertLevel, alertLevels } from '../stories/story.ts';

/** A `moment` tells key moments of a live story to those who follow it. */
export type AlertKind = 'news' | 'moment' | 'correction' | 'kill';

export const followKinds = ['all', 'section', 'topic', 'source', 'story'] as const;
export type FollowKind = (typeof followKinds)[number];

/** What an alert reaches: everyone who follows one of these. */
export interface FollowTarget {
  kind: FollowKind;
  /** Empty for all. */
  subjectId: string;
}

/** What a correction or a kill goes by: whoever was told one of these alerts. Empty for whoever was told the story. */
export interface ToldBy {
  kind: 'alert';
  subjectId: string;
}

/** A follow as a device asked for it: hears this level and those above it. */
export interface ReaderFollow extends FollowTarget {
  level: AlertLevel;
}

/** How long a push service keeps trying, and how soon it must wake a phone (RFC 8030 sections 5.2 and 5.3). */
export interface AlertDelivery {
  lifetime: number;
  urgency: 'very-low' | 'low' | 'normal' | 'high';
}

const deliveries: Record<AlertLevel, AlertDelivery> = {
  flash: { lifetime: 4 * HOUR, urgency: 'high' }, // later than this the page says it better
  bulletin: { lifetime: 8 * HOUR, urgency: 'high' },
  urgent: { lifetime: 12 * HOUR, urgency: 'high' },
  routine: { lifetime: DAY, urgency: 'normal' }, // may wait until the phone is looked at
};

export function deliveryOf(level: AlertLevel): AlertDelivery {
  return deliveries[level];
}

/** The levels of follow that hear an alert of this level: its own and those below it. */
export function heardBy(level: AlertLevel): AlertLevel[] {
  return alertLevels.slice(0, alertLevels.indexOf(level) + 1);
}

/** In which order chunks are sent: 0 for the most pressing level. */
export function rankOf(level: AlertLevel): number {
  return alertLevels.length - 1 - alertLevels.indexOf(level);
}

/** What makes an alert the same alert, whoever asks for it and however often. */
export function alertKey(alert: {
  storyId: string;
  editionId: string;
  kind: AlertKind;
  correctionId?: string;
}): string {
  const key = `${alert.storyId}:${alert.editionId}:${alert.kind}`;
  return alert.correctionId ? `${key}:${alert.correctionId}` : key;
}

/** Notifications with the same tag take each other's place on a device: one for each edition of a story. */
export function tagOf(editionId: string): string {
  return `story-${editionId}`;
}

/** Whom news of a story reaches: who follows everything, its section, a topic, its source, or itself. */
export function targetsOf(story: {
  storyId: string;
  section: { id: string } | null;
  topics: readonly { id: string }[];
  source: { id: string } | null;
}): FollowTarget[] {
  const targets: FollowTarget[] = [{ kind: 'all', subjectId: '' }];
  if (story.section) targets.push({ kind: 'section', subjectId: story.section.id });
  for (const topic of story.topics) targets.push({ kind: 'topic', subjectId: topic.id });
  if (story.source) targets.push({ kind: 'source', subjectId: story.source.id });
  targets.push({ kind: 'story', subjectId: story.storyId });
  return targets;
}
