/** What the contract with a source, and the item's own terms, put between a story and its readers. */
import { because, type Reason } from '../kit/refusal.ts';
import { type Rights, standsUntil } from '../rights/rights.ts';
import { meantLevel } from './filing.ts';
import { type Obstacle, obstacle } from './story.ts';
import type { StoryReading } from './story-reading.ts';

/** `at`: when it is to go out. */
export function contractObstacles({ story, rights, ...of }: StoryReading, at: number): Obstacle[] {
  const { source } = rights;
  if (source === null) return [];
  const obstacles: Obstacle[] = [];
  if (meantLevel(story) && !rights.alert.allowed)
    obstacles.push(obstacle('alert-not-allowed', forbidsAlerts(rights, source), 'fixed'));
  if (!rights.web.allowed)
    obstacles.push(
      obstacle(
        'not-for-the-web',
        because('itemNotForTheWeb', { source, words: rights.words[0] ?? '' }),
        'overridable',
      ),
    );
  if (!rights.translate.allowed && isTranslated(of))
    obstacles.push(
      obstacle('translation-not-allowed', because('translationsNotAllowed', { source }), 'overridable'),
    );
  const ends = standsUntil(rights, story.first_published_at);
  if (ends !== null && ends <= at)
    obstacles.push(obstacle('contract-ended', because('contractEnded', { source }), 'fixed'));
  return [...obstacles, ...itemObstacles(rights, at)];
}

function forbidsAlerts({ alert }: Rights, source: string): Reason {
  return alert.by === 'item'
    ? because('itemForbidsAlerts', { source })
    : because('contractForbidsAlerts', { source });
}

function itemObstacles({ status, embargoUntil, expiresAt }: Rights, at: number): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (status !== null && status !== 'usable')
    obstacles.push(obstacle('item-withdrawn', because('itemWithdrawn', { status }), 'overridable'));
  if (embargoUntil !== null && embargoUntil > at)
    obstacles.push(obstacle('embargo', because('underEmbargo', { until: embargoUntil }), 'fixed'));
  if (expiresAt !== null && expiresAt <= at)
    obstacles.push(obstacle('item-expired', because('itemExpired', { until: expiresAt }), 'fixed'));
  return obstacles;
}

/** Whether an edition is in another language than the item came in. */
function isTranslated({ item, editions }: Pick<StoryReading, 'item' | 'editions'>): boolean {
  const language = item?.language ?? null;
  if (language === null) return false;
  const base = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';
  return editions.some((edition) => base(edition.language) !== base(language));
}
