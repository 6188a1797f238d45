/** What the contract with a source, and the item's own terms, put between a story and its readers. */
import { type Rights, standsUntil } from '../rights/rights.ts';
import { meantLevel } from './filing.ts';
import type { Obstacle } from './story.ts';
import type { StoryReading } from './story-reading.ts';

/** `at`: when it is to go out. */
export function contractObstacles({ story, rights, ...of }: StoryReading, at: number): Obstacle[] {
  const { source } = rights;
  if (source === null) return [];
  const obstacles: Obstacle[] = [];
  if (meantLevel(story) && !rights.alert.allowed)
    obstacles.push(fixed('alert-not-allowed', forbidsAlerts(rights, source)));
  if (!rights.web.allowed)
    obstacles.push({
      code: 'not-for-the-web',
      words: `${source} does not let this item be published on the web: “${rights.words[0] ?? ''}”`,
      overridable: true,
    });
  if (!rights.translate.allowed && isTranslated(of))
    obstacles.push({
      code: 'translation-not-allowed',
      words: `The contract with ${source} does not allow translations.`,
      overridable: true,
    });
  const ends = standsUntil(rights, story.first_published_at);
  if (ends !== null && ends <= at)
    obstacles.push(fixed('contract-ended', `What we may do with this report of ${source} has ended.`));
  return [...obstacles, ...itemObstacles(rights, at)];
}

function forbidsAlerts({ alert }: Rights, source: string): string {
  return alert.by === 'item'
    ? `${source} does not let readers be alerted to this item.`
    : `The contract with ${source} does not allow alerts.`;
}

function itemObstacles({ status, embargoUntil, expiresAt }: Rights, at: number): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (status !== null && status !== 'usable')
    obstacles.push({
      code: 'item-withdrawn',
      words: `The source has ${status} the item.`,
      overridable: true,
    });
  if ((embargoUntil ?? 0) > at) {
    const until = new Date(embargoUntil ?? 0).toISOString();
    obstacles.push(fixed('embargo', `The item is under embargo until ${until}.`));
  }
  if (expiresAt !== null && expiresAt <= at) {
    const since = new Date(expiresAt).toISOString();
    obstacles.push(fixed('item-expired', `The source lets this item be used until ${since} only.`));
  }
  return obstacles;
}

/** Whether an edition is in another language than the item came in. */
function isTranslated({ item, editions }: Pick<StoryReading, 'item' | 'editions'>): boolean {
  const language = item?.language ?? null;
  if (language === null) return false;
  const base = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';
  return editions.some((edition) => base(edition.language) !== base(language));
}

function fixed(code: string, words: string): Obstacle {
  return { code, words, overridable: false };
}
