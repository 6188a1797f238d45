/** The gate: what stands between a story and its readers, in words. */
import { checkCopy } from '../checks/check-copy.ts';
import { htmlToText } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import { contractObstacles } from './contract-gate.ts';
import { getStoryRow, getTakeRow, listEditionRows, listHopRows, type StoryRow } from './queries.ts';
import { mayPublish, type Obstacle } from './story.ts';

/** Everything that keeps the story from being published, now or at an instant to come; empty when it is ready. */
export async function gateOf(
  newsroom: Newsroom,
  storyId: string,
  at: number = newsroom.clock.now(),
): Promise<Obstacle[]> {
  const story = await getStoryRow(newsroom, storyId);
  const obstacles: Obstacle[] = [];
  if (!mayPublish(story.status)) obstacles.push(fixed('story-state', `The story is ${story.status}.`));
  obstacles.push(...(await contractObstacles(newsroom, story, at)));
  for (const edition of await listEditionRows(newsroom, storyId)) {
    obstacles.push(...(await copyObstacles(newsroom, story, edition.working_take_id)));
  }
  return obstacles;
}

function fixed(code: string, words: string): Obstacle {
  return { code, words, overridable: false };
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
