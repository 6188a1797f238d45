/** The noun: what a story, its editions, takes and hops are, and the rules that need no database. */
import type { FindingReason } from '../checks/finding-reason.ts';
import { cleanLetters } from '../kit/letters.ts';
import { type Reason, sayReason } from '../kit/refusal.ts';
import type { BodyHtml } from '../kit/safe-html.ts';
import type { HopAct } from '../sourcing/hops.ts';
import type { Tables } from '../store/tables.ts';

export type StoryStatus = Tables['stories']['status'];

/** Rising. A follower of a level hears it and those above it. */
export { type AlertLevel, alertLevels, isAlertLevel } from '../kit/alert-level.ts';

/** The parts of an edition that an editor writes; a take is one saved state of them. */
export interface Copy {
  headline: string;
  dek: string;
  byline: string;
  dateline: string;
  bodyHtml: BodyHtml;
  pictureId: string | null;
}

/** One step of a story's way to us, in the order it happened. Null is unknown, and shown as such. */
export interface HopDraft {
  party: string;
  sourceId: string | null;
  act: HopAct;
  language: string | null;
  link: string | null;
  at: number | null;
}

export interface StoryHop extends HopDraft {
  id: string;
}

/** What stands in the way of publication. */
export interface Obstacle {
  code: string;
  /** In English; `reason` says it in other words. */
  words: string;
  /** Null for what a check found: then `finding` says it. */
  reason: Reason | null;
  finding?: FindingReason;
  /** Whether an editor may publish all the same, with a reason that is kept. */
  overridable: boolean;
}

/** `fixed`: nobody may publish all the same. */
export function obstacle(code: string, reason: Reason, kind: 'fixed' | 'overridable'): Obstacle {
  return { code, words: sayReason(reason), reason, overridable: kind === 'overridable' };
}

const publishable: readonly StoryStatus[] = ['draft', 'scheduled', 'published'];

export const mayPublish = (status: StoryStatus): boolean => publishable.includes(status);
export const mayCorrect = (status: StoryStatus): boolean => status === 'published';
export const mayKill = (status: StoryStatus): boolean => status === 'published';
export const maySpike = (status: StoryStatus): boolean => status === 'draft' || status === 'scheduled';

/** Where a story without a section is read. */
export const NO_SECTION = 'news';

/** First parts of an address that are not sections. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  ...[
    'alerts',
    'api',
    'assets',
    'author',
    'corrections',
    'desk',
    'feed',
    'health',
    'live',
    'media',
    'metrics',
    'morgue',
    'proof',
  ],
  ...[
    'replies',
    'search',
    'section',
    'sentences',
    'series',
    'source',
    'speaker',
    'story',
    'topic',
    NO_SECTION,
  ],
]);

export function storyPath(sectionSlug: string | null, slug: string): string {
  return `/${sectionSlug ?? NO_SECTION}/${slug}`;
}

export function sameCopy(one: Copy, other: Copy): boolean {
  return (
    one.headline === other.headline &&
    one.dek === other.dek &&
    one.byline === other.byline &&
    one.dateline === other.dateline &&
    one.bodyHtml === other.bodyHtml &&
    one.pictureId === other.pictureId
  );
}

/** Text of a one-line field: composed, without invisible letters, breaks and doubled spaces. */
export function oneLine(text: string): string {
  return cleanLetters(text).replace(/\s+/g, ' ').trim();
}
