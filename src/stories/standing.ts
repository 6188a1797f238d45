/** How far stories have come, for lists of work that have many of them: what is there, and what is still in their way. */
import { SECOND } from '../kit/clock.ts';
import { asking, type Newsroom } from '../newsroom.ts';
import { gateOf } from './gate.ts';
import { staleEditionRows, standingRows } from './standing-queries.ts';
import type { StoryStatus } from './story.ts';

export interface StoryStanding {
  storyId: string;
  slug: string;
  status: StoryStatus;
  headline: string;
  language: string;
  hasWords: boolean;
  hasPicture: boolean;
  /** Whether its way to us is named. */
  hasSource: boolean;
  /** Whether it is said where it is read. */
  isFiled: boolean;
  /** What the gate has against it; null where it was not asked. */
  inTheWay: number | null;
  publishAt: number | null;
  publishedAt: number | null;
}

const EMPTY_BODY = 20; // characters of an empty paragraph's markup, and less than of any sentence's
const MOST_ASKED = 40; // gates at once: each reads all of its story, and looks through its copy

/** How far each story has come, by its id; what is no story is not in it. The gate is asked of drafts that are filed. */
export async function standingsOf(
  newsroom: Newsroom,
  storyIds: readonly string[],
): Promise<Map<string, StoryStanding>> {
  const standings = new Map<string, StoryStanding>();
  if (storyIds.length === 0) return standings;
  let room = MOST_ASKED;
  for (const row of await standingRows(newsroom, storyIds)) {
    if (standings.has(row.storyId)) continue;
    const hasWords = row.bodyLength > EMPTY_BODY && row.headline.trim() !== '';
    const isFiled = row.section_id !== null;
    const isAsked = row.status === 'draft' && hasWords && isFiled && room-- > 0;
    standings.set(row.storyId, {
      storyId: row.storyId,
      slug: row.slug,
      status: row.status,
      headline: row.headline,
      language: row.language,
      hasWords,
      hasPicture: row.picture_id !== null,
      hasSource: Boolean(row.hasHops),
      isFiled,
      inTheWay: isAsked ? await inTheWay(newsroom, row) : null,
      publishAt: row.publish_at,
      publishedAt: row.published_at,
    });
  }
  return standings;
}

const openGates = (): Map<string, { count: number; at: number }> => new Map();
const MOST_GATES = 500;
const TRUE_FOR = 30 * SECOND; // what a gate says depends on contracts and house style too, which change without the story

/** How many things are in its way: as counted a moment ago, where the story has not changed since. */
async function inTheWay(
  newsroom: Newsroom,
  { storyId, takeId, updated_at }: { storyId: string; takeId: string; updated_at: number },
): Promise<number> {
  const gates = newsroom.memory.of(openGates);
  const key = `${storyId} ${takeId} ${updated_at}`;
  const now = newsroom.clock.now();
  const known = gates.get(key);
  if (known && now - known.at < TRUE_FOR) return known.count;
  const { length: count } = await gateOf(asking(newsroom), storyId);
  if (gates.size >= MOST_GATES) gates.clear();
  gates.set(key, { count, at: now });
  return count;
}

/** An edition that says something else than its source or original by now. */
export interface StaleEdition {
  editionId: string;
  storyId: string;
  slug: string;
  language: string;
  headline: string;
  since: number;
  /** How many sentences; null where the source has changed and it is not known which. */
  sentences: number | null;
}

/** The longest stale first. */
export async function listStaleEditions(
  newsroom: Newsroom,
  { limit }: { limit: number },
): Promise<StaleEdition[]> {
  const { sources, sentences } = await staleEditionRows(newsroom, limit);
  const counted = new Set(sentences.map(({ editionId }) => editionId));
  const all = [
    ...sentences.map(
      (row): StaleEdition => ({ ...row, since: Number(row.since), sentences: Number(row.sentences) }),
    ),
    ...sources
      .filter(({ editionId }) => !counted.has(editionId))
      .map(({ why: _, ...row }): StaleEdition => ({ ...row, since: row.since ?? 0, sentences: null })),
  ];
  return all.sort((one, other) => one.since - other.since).slice(0, limit);
}
