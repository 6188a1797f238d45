/** What partners have: stories under embargo as they were released, and for a week what became of them. */
import { DAY } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Statement } from '../sourcing/statement.ts';
import { findStoryOfEdition } from './edition-queries.ts';
import { takesOfRelease } from './hold-story.ts';
import { getPublished, getTakeWhole, type PublishedStory } from './read.ts';
import { findReleaseRow, listReleaseRows, type ReleaseRow } from './release-queries.ts';
import { listStatements } from './statements.ts';

const TOLD_FOR = 7 * DAY; // after it ended
const MOST = 200;

/** One edition of a story that was released. */
export interface ReleasedEdition {
  editionId: string;
  storyId: string;
  version: number;
  releasedAt: number;
  /** Under embargo until this instant; null where the embargo is over. */
  embargoedUntil: number | null;
  state: 'embargoed' | 'lifted' | 'out' | 'withdrawn';
  /** What partners are told of its end. */
  why: string;
  /** Where readers find it; null while they do not. */
  path: string | null;
  /** Null where it is not to be used: what was withdrawn is not said again. */
  copy: PublishedStory | null;
}

/** The soonest embargo first, then what ended. */
export async function listReleased(newsroom: Newsroom): Promise<ReleasedEdition[]> {
  const since = newsroom.clock.now() - TOLD_FOR;
  const rows = await listReleaseRows(newsroom, { endedSince: since, limit: MOST });
  const all: ReleasedEdition[] = [];
  for (const row of rows)
    for (const [editionId, takeId] of Object.entries(takesOfRelease(row)))
      all.push(await releasedOf(newsroom, row, { editionId, takeId }));
  return all;
}

/** The same of one edition, with who says what in it; null for one that no partner has. */
export async function findReleased(
  newsroom: Newsroom,
  editionId: string,
): Promise<(ReleasedEdition & { statements: Statement[] }) | null> {
  const story = await findStoryOfEdition(newsroom, editionId);
  const row = story && (await findReleaseRow(newsroom, story.story_id));
  const takeId = row && takesOfRelease(row)[editionId];
  if (!row || takeId === undefined) return null;
  if (row.ended_at !== null && row.ended_at <= newsroom.clock.now() - TOLD_FOR) return null;
  const released = await releasedOf(newsroom, row, { editionId, takeId });
  return { ...released, statements: released.copy ? await listStatements(newsroom, editionId) : [] };
}

async function releasedOf(
  newsroom: Newsroom,
  row: ReleaseRow,
  { editionId, takeId }: { editionId: string; takeId: string },
): Promise<ReleasedEdition> {
  const state = row.became ?? 'embargoed';
  // Once it is out partners have what readers have, corrections and all.
  const published = state === 'out' ? await getPublished(newsroom, editionId) : null;
  const copy = state === 'withdrawn' ? null : (published ?? (await getTakeWhole(newsroom, takeId)));
  return {
    editionId,
    storyId: row.story_id,
    version: row.version,
    releasedAt: row.released_at,
    embargoedUntil: state === 'embargoed' ? row.until_at : null,
    state,
    why: row.why,
    path: published?.path ?? null,
    copy,
  };
}
