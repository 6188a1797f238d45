/** What the contract with a source, and the item's own terms, put between a story and its readers. */
import { DAY } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import { readItemTerms } from './item-terms.ts';
import { listEditionRows, type StoryRow } from './queries.ts';
import type { Obstacle } from './story.ts';

/** `at`: when it is to go out. */
export async function contractObstacles(
  newsroom: Newsroom,
  story: StoryRow,
  at: number,
): Promise<Obstacle[]> {
  if (!story.source_id) return [];
  const source = await newsroom.store
    .selectFrom('sources')
    .select(['name', 'may_alert', 'may_translate', 'keep_days'])
    .where('id', '=', story.source_id)
    .executeTakeFirst();
  if (!source) return [];
  const item = story.item_id ? await findItem(newsroom, story.item_id) : undefined;
  const obstacles: Obstacle[] = [];
  const own = readItemTerms(item?.terms_json ?? null);
  if (story.alert_level && (source.may_alert === 0 || own.alert === false))
    obstacles.push(fixed('alert-not-allowed', `The contract with ${source.name} does not allow alerts.`));
  const mayTranslate = source.may_translate === 1 && own.translate !== false;
  if (own.online === false)
    obstacles.push({
      code: 'not-for-the-web',
      words: `${source.name} does not let this item be published on the web: “${own.words?.[0] ?? ''}”`,
      overridable: true,
    });
  if (item && !mayTranslate && (await isTranslated(newsroom, story.id, item.language)))
    obstacles.push({
      code: 'translation-not-allowed',
      words: `The contract with ${source.name} does not allow translations.`,
      overridable: true,
    });
  const ended = story.first_published_at !== null && source.keep_days !== null;
  if (ended && (story.first_published_at ?? 0) + (source.keep_days ?? 0) * DAY <= at)
    obstacles.push(fixed('contract-ended', `What we may do with this report of ${source.name} has ended.`));
  return item ? [...obstacles, ...itemObstacles(item, at)] : obstacles;
}

type Item = NonNullable<Awaited<ReturnType<typeof findItem>>>;

async function findItem(newsroom: Newsroom, itemId: string) {
  return newsroom.store
    .selectFrom('items')
    .select(['status', 'embargo_until', 'expires_at', 'language', 'terms_json'])
    .where('id', '=', itemId)
    .executeTakeFirst();
}

function itemObstacles(item: Item, at: number): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (item.status !== 'usable')
    obstacles.push({
      code: 'item-withdrawn',
      words: `The source has ${item.status} the item.`,
      overridable: true,
    });
  if ((item.embargo_until ?? 0) > at) {
    const until = new Date(item.embargo_until ?? 0).toISOString();
    obstacles.push(fixed('embargo', `The item is under embargo until ${until}.`));
  }
  if (item.expires_at !== null && item.expires_at <= at) {
    const since = new Date(item.expires_at).toISOString();
    obstacles.push(fixed('item-expired', `The source lets this item be used until ${since} only.`));
  }
  return obstacles;
}

/** Whether an edition is in another language than the item came in. */
async function isTranslated(newsroom: Newsroom, storyId: string, language: string | null): Promise<boolean> {
  if (language === null) return false;
  const base = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';
  const editions = await listEditionRows(newsroom, storyId);
  return editions.some((edition) => base(edition.language) !== base(language));
}

function fixed(code: string, words: string): Obstacle {
  return { code, words, overridable: false };
}
