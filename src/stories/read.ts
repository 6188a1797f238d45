/** What readers may see: published stories, as pages, feeds, alerts and programs show them. */
import type { StoryKind } from '../kit/story-kind.ts';
import type { Picture } from '../media/picture.ts';
import type { Newsroom } from '../newsroom.ts';
import { type IndexPolicy, indexPolicyOf } from '../rights/index-policy.ts';
import { listPublishedRows, type PublishedFilter } from '../stories/read-queries.ts';
import type { CorrectionKind } from './corrections.ts';
import { seenLevel } from './filing.ts';
import { findMergedPlace } from './merge.ts';
import { inTongue } from './names-elsewhere.ts';
import { listHopRows, listStoryTopics } from './queries.ts';
import {
  findKilled,
  listCorrectionsOf,
  listRowsAt,
  listRowsOfEditions,
  listSiblingRows,
  type PublishedRow,
  pictureIn,
  publishedRows,
  publishedRowsWithBody,
  sectionIn,
  type WholeRow,
} from './read-queries.ts';
import { type ReadersBody, readersBody } from './readers-body.ts';
import type { Section, Topic } from './sections.ts';
import { type StoryHop, storyPath } from './story.ts';

export { listPublishedPlaces, type PublishedFilter, type PublishedPlace } from './read-queries.ts';

export interface PublishedSummary {
  editionId: string;
  storyId: string;
  language: string;
  /** On this site, beginning with a slash. */
  path: string;
  headline: string;
  dek: string;
  byline: string;
  section: Section | null;
  /** `feed`: its address where that may be told, see publicAddress. */
  source: { id: string; slug: string; name: string; credit: string; feed: string | null } | null;
  /** Who it came through, first first; empty for our own report. */
  hopParties: string[];
  /** The language it was first told in, where a hop says so and it is another. */
  fromLanguage: string | null;
  picture: Picture | null;
  alertLevel: string | null;
  kind: StoryKind;
  /** Let out by its source's contract: no person of the paper has published it. */
  unread: boolean;
  /** What the contract with its source has search engines told. */
  indexPolicy: IndexPolicy;
  firstPublishedAt: number;
  /** The instant by which lists are ordered: of the story's first edition, in one language of the edition itself. */
  listedAt: number;
  /** When what readers see last changed. */
  publishedAt: number;
  corrected: boolean;
}

export interface PublishedStory extends PublishedSummary, ReadersBody {
  dateline: string;
  topics: Topic[];
  hops: StoryHop[];
  originalLink: string | null;
  author: { id: string; slug: string; name: string } | null;
  corrections: { id: string; kind: CorrectionKind; notice: string; at: number }[];
  repliesOpen: boolean;
  takeId: string;
  takeNumber: number;
  /** The same story in other languages. */
  editions: { editionId: string; language: string; path: string; headline: string }[];
}

export type AtAddress =
  | { kind: 'story'; story: PublishedStory }
  | { kind: 'moved'; path: string }
  | { kind: 'killed'; storyId: string; headline: string; notice: string; at: number; language: string };

/** What stands at an address: a story, a story that moved, one that was killed, or nothing. */
export async function findPublished(
  newsroom: Newsroom,
  address: { sectionSlug: string; slug: string },
): Promise<AtAddress | null> {
  const [row] = await listRowsAt(newsroom, [address.slug]);
  if (!row) return null;
  if (row.status === 'merged') {
    const goesOn = await findMergedPlace(newsroom, { storyId: row.story_id, language: row.language });
    return goesOn && { kind: 'moved', path: goesOn.path };
  }
  const path = storyPath(row.section_slug, row.slug);
  if (row.status === 'killed') {
    const { story_id: storyId, headline, kill_notice, killed_at, language } = row;
    return { kind: 'killed', storyId, headline, notice: kill_notice ?? '', at: killed_at ?? 0, language };
  }
  if (path !== storyPath(address.sectionSlug, address.slug)) return { kind: 'moved', path };
  return { kind: 'story', story: await whole(newsroom, row) };
}

export async function getPublished(newsroom: Newsroom, editionId: string): Promise<PublishedStory | null> {
  const row = await publishedRowsWithBody(newsroom)
    .where('editions.id', '=', editionId)
    .where('stories.status', '=', 'published')
    .executeTakeFirst();
  return row ? whole(newsroom, row) : null;
}

/**
 * A take as its page would show it, whether readers have it or not: for partners, who have it before. Its address is none yet; what
 * of the story waits for its first publication stands as it is filed.
 */
export async function getTakeWhole(newsroom: Newsroom, takeId: string): Promise<PublishedStory | null> {
  const row = await publishedRowsWithBody(newsroom, takeId).executeTakeFirst();
  return row ? whole(newsroom, row) : null;
}

/** What readers are told in place of an edition that was withdrawn; null for one that was not. */
export async function findKillNotice(newsroom: Newsroom, editionId: string): Promise<string | null> {
  const row = await findKilled(newsroom, editionId);
  return row ? (row.kill_notice ?? '') : null;
}

/**
 * Newest first, by when readers could first see the story; in a list of one language, by when they could in that
 * language. Editions of one instant stand by their ids, so that no page loses one.
 */
export async function listPublished(
  newsroom: Newsroom,
  filter: PublishedFilter,
): Promise<PublishedSummary[]> {
  const rows = await listPublishedRows(newsroom, filter);
  const listed = await summaries(newsroom, rows);
  return filter.language ? listed.map((each) => ({ ...each, listedAt: each.firstPublishedAt })) : listed;
}

/** Summaries of these editions, in the order given; those no longer published are left out. */
export async function listPublishedByEdition(
  newsroom: Newsroom,
  editionIds: string[],
): Promise<PublishedSummary[]> {
  if (editionIds.length === 0) return [];
  const rows = await listRowsOfEditions(newsroom, editionIds);
  const order = new Map(editionIds.map((id, index) => [id, index]));
  const found = await summaries(
    newsroom,
    rows.filter(({ status }) => status === 'published'),
  );
  return found.sort((one, other) => (order.get(one.editionId) ?? 0) - (order.get(other.editionId) ?? 0));
}

/** A take as lists show it, whether readers still have it or not, and what became of its story. */
export interface PastSummary {
  story: PublishedSummary;
  /** Nothing of it may be shown any more: it was withdrawn, or is no longer before readers in its language. */
  isWithdrawn: boolean;
}

/** By the take: what readers were shown of an edition at some time. */
export async function listPastSummaries(
  newsroom: Newsroom,
  takeIds: string[],
): Promise<ReadonlyMap<string, PastSummary>> {
  const found = await Promise.all(
    takeIds.map((takeId) => publishedRows(newsroom, takeId).executeTakeFirst()),
  );
  const rows = found.filter((row) => row !== undefined);
  const listed = await summaries(newsroom, rows);
  return new Map(
    rows.flatMap(({ take_id, status, published_at }, index): [string, PastSummary][] => {
      const story = listed[index];
      const isShown = (status === 'published' || status === 'merged') && published_at !== null;
      return story ? [[take_id, { story, isWithdrawn: !isShown }]] : [];
    }),
  );
}

async function summaries(newsroom: Newsroom, rows: PublishedRow[]): Promise<PublishedSummary[]> {
  const storyIds = rows.map((row) => row.story_id);
  const hops = await listHopRows(newsroom, storyIds);
  return rows.map((row) =>
    summaryOf(
      row,
      hops.filter((hop) => hop.story_id === row.story_id),
    ),
  );
}

function summaryOf(row: PublishedRow, hops: { party: string; language: string | null }[]): PublishedSummary {
  const first = hops.find((hop) => hop.language !== null)?.language ?? null;
  return {
    editionId: row.edition_id,
    storyId: row.story_id,
    language: row.language,
    path: storyPath(row.section_slug, row.slug),
    headline: row.headline,
    dek: row.dek,
    byline: row.byline,
    section: sectionIn(row),
    source: row.source_id
      ? {
          id: row.source_id,
          slug: row.source_slug ?? '',
          name: row.source_name ?? '',
          credit: row.source_credit ?? '',
          feed: publicAddress(row.source_feed),
        }
      : null,
    hopParties: hops.map((hop) => hop.party),
    fromLanguage: first !== null && first !== row.language ? first : null,
    picture: pictureIn(row),
    alertLevel: seenLevel(row),
    kind: row.kind,
    unread: row.unread === 1,
    indexPolicy: indexPolicyOf(row.index_policy),
    firstPublishedAt: row.first_published_at ?? 0,
    listedAt: row.story_first_at ?? 0,
    publishedAt: row.published_at ?? 0,
    corrected: Number(row.correction_count) > 0,
  };
}

/** An address that anyone may know: one with a password or a query may be the key to what a paper pays for. */
function publicAddress(address: string | null): string | null {
  if (address === null) return null;
  const { username, password, search } = new URL(address);
  return username + password + search === '' ? address : null;
}

async function whole(newsroom: Newsroom, row: WholeRow): Promise<PublishedStory> {
  const hopRows = await listHopRows(newsroom, [row.story_id]);
  const isCorrected = Number(row.correction_count) > 0;
  const corrections = isCorrected ? await listCorrectionsOf(newsroom, row.edition_id) : [];
  const hops = hopRows.map((hop) => ({
    id: hop.id,
    party: hop.party,
    sourceId: hop.source_id,
    act: hop.act,
    language: hop.language,
    link: hop.link,
    at: hop.at,
  }));
  return {
    ...summaryOf(row, hopRows),
    ...(await readersBody(newsroom, row.body_html, row.language)),
    dateline: row.dateline,
    topics: (await listStoryTopics(newsroom, row.story_id)).map((topic) => inTongue(topic, row.language)),
    hops,
    originalLink: hops.findLast((hop) => hop.link !== null)?.link ?? null,
    author: row.author_id
      ? { id: row.author_id, slug: row.author_slug ?? '', name: row.author_name ?? '' }
      : null,
    corrections,
    repliesOpen: row.replies_open === 1,
    takeId: row.take_id,
    takeNumber: row.take_number,
    editions: await siblings(newsroom, row),
  };
}

async function siblings(newsroom: Newsroom, row: PublishedRow): Promise<PublishedStory['editions']> {
  const others = await listSiblingRows(newsroom, { storyId: row.story_id, editionId: row.edition_id });
  return others.map((other) => ({
    editionId: other.edition_id,
    language: other.language,
    path: storyPath(other.section_slug, other.slug),
    headline: other.headline,
  }));
}
