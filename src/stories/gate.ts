/** The gate: what stands between a story and its readers, in words. */
import { checkCopy } from '../checks/check-copy.ts';
import { htmlToText } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import { getStoryRow, getTakeRow, listEditionRows, listHopRows, type StoryRow } from './queries.ts';
import { mayPublish, type Obstacle } from './story.ts';

/** Everything that keeps the story from being published now; empty when it is ready. */
export async function gateOf(newsroom: Newsroom, storyId: string): Promise<Obstacle[]> {
  const story = await getStoryRow(newsroom, storyId);
  const obstacles: Obstacle[] = [];
  if (!mayPublish(story.status)) obstacles.push(fixed('story-state', `The story is ${story.status}.`));
  obstacles.push(...(await contractObstacles(newsroom, story)));
  for (const edition of await listEditionRows(newsroom, storyId)) {
    obstacles.push(...(await copyObstacles(newsroom, story, edition.working_take_id)));
  }
  return obstacles;
}

function fixed(code: string, words: string): Obstacle {
  return { code, words, overridable: false };
}

async function contractObstacles(newsroom: Newsroom, story: StoryRow): Promise<Obstacle[]> {
  const obstacles: Obstacle[] = [];
  if (story.source_id && story.alert_level) {
    const source = await newsroom.store
      .selectFrom('sources')
      .select(['name', 'may_alert'])
      .where('id', '=', story.source_id)
      .executeTakeFirst();
    if (source?.may_alert === 0) {
      obstacles.push(fixed('alert-not-allowed', `The contract with ${source.name} does not allow alerts.`));
    }
  }
  if (story.item_id) {
    const item = await newsroom.store
      .selectFrom('items')
      .select(['status', 'embargo_until'])
      .where('id', '=', story.item_id)
      .executeTakeFirst();
    if (item && item.status !== 'usable') {
      obstacles.push({
        code: 'item-withdrawn',
        words: `The source has ${item.status} the item.`,
        overridable: true,
      });
    }
    if ((item?.embargo_until ?? 0) > newsroom.clock.now()) {
      const until = new Date(item?.embargo_until ?? 0).toISOString();
      obstacles.push(fixed('embargo', `The item is under embargo until ${until}.`));
    }
  }
  return obstacles;
}

const NOT_OVERRIDABLE = new Set(['no-headline', 'no-body']);

async function copyObstacles(newsroom: Newsroom, story: StoryRow, takeId: string): Promise<Obstacle[]> {
  const take = await getTakeRow(newsroom, takeId);
  const source = story.source_id
    ? await newsroom.store
        .selectFrom('sources')
        .select('credit')
        .where('id', '=', story.source_id)
        .executeTakeFirst()
    : undefined;
  const hops = await listHopRows(newsroom, [story.id]);
  const fromSource = hops.find((hop) => hop.source_id === story.source_id && hop.source_id !== null);
  const findings = checkCopy({
    headline: take.headline,
    dek: take.dek,
    byline: take.byline,
    bodyText: htmlToText(take.body_html),
    pickedUp: story.source_id !== null,
    credit: fromSource ? (source?.credit ?? '') : '',
    originalLink: fromSource?.link ?? null,
    hops: hops.map((hop) => ({ party: hop.party, act: hop.act, link: hop.link })),
  });
  return findings
    .filter((finding) => finding.severity === 'critical')
    .map(({ check, message }) => ({ code: check, words: message, overridable: !NOT_OVERRIDABLE.has(check) }));
}
