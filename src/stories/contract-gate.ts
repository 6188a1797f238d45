/** What the contract with a source, and the item's own terms, put between a story and its readers. */
import type { Newsroom } from '../newsroom.ts';
import { getRights } from '../rights/get-rights.ts';
import { type Rights, standsUntil } from '../rights/rights.ts';
import { meantLevel } from './filing.ts';
import { listEditionRows, type StoryRow } from './queries.ts';
import type { Obstacle } from './story.ts';

/** `at`: when it is to go out. */
export async function contractObstacles(
  newsroom: Newsroom,
  story: StoryRow,
  at: number,
): Promise<Obstacle[]> {
  const rights = await getRights(newsroom, { storyId: story.id });
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
  if (!rights.translate.allowed && (await isTranslated(newsroom, story)))
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
async function isTranslated(newsroom: Newsroom, story: StoryRow): Promise<boolean> {
  if (story.item_id === null) return false;
  const item = await newsroom.store
    .selectFrom('items')
    .select('language')
    .where('id', '=', story.item_id)
    .executeTakeFirst();
  const language = item?.language ?? null;
  if (language === null) return false;
  const base = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';
  const editions = await listEditionRows(newsroom, story.id);
  return editions.some((edition) => base(edition.language) !== base(language));
}

function fixed(code: string, words: string): Obstacle {
  return { code, words, overridable: false };
}
