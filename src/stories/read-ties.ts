/** The ties of a story as readers see them: of the others those that are out, each in the language of the page where it has one. */
import type { Newsroom } from '../newsroom.ts';
import { listPublished, type PublishedSummary } from './read.ts';
import { findSeriesAt, findSeriesOf, listPartIds, listTieRows, type SeriesRow } from './tie-queries.ts';

const MOST = 200; // editions of tied stories, or of the parts of a series

export interface ReadersTies {
  related: PublishedSummary[];
  /** Stories before and after this one, by the desk's word. */
  updates: PublishedSummary[];
  updatedBy: PublishedSummary[];
  corrects: PublishedSummary[];
  correctedBy: PublishedSummary[];
  series: SeriesPlace | null;
}

export interface SeriesPlace {
  id: string;
  slug: string;
  name: string;
  /** From 1 on, among the parts that readers have. */
  number: number;
  of: number;
  before: PublishedSummary | null;
  after: PublishedSummary | null;
}

export async function readTies(
  newsroom: Newsroom,
  { storyId, language }: { storyId: string; language: string },
): Promise<ReadersTies> {
  const rows = await listTieRows(newsroom, storyId);
  const series = await findSeriesOf(newsroom, storyId);
  const partIds = series ? await listPartIds(newsroom, series.id) : [];
  const ids = [...rows.flatMap(({ from_id, to_id }) => [from_id, to_id]), ...partIds];
  const known = await inTheirOrder(newsroom, [...new Set(ids)], language);
  const find = (id: string): PublishedSummary[] => known.filter((story) => story.storyId === id);
  const from = (kind: string) =>
    rows.filter((row) => row.from_id === storyId && row.kind === kind).flatMap(({ to_id }) => find(to_id));
  const to = (kind: string) =>
    rows.filter((row) => row.to_id === storyId && row.kind === kind).flatMap(({ from_id }) => find(from_id));
  return {
    related: from('related'),
    updates: from('updates'),
    updatedBy: to('updates'),
    corrects: from('corrects'),
    correctedBy: to('corrects'),
    series: series ? placeOf(series, partIds.flatMap(find), storyId) : null,
  };
}

function placeOf(series: SeriesRow, parts: PublishedSummary[], storyId: string): SeriesPlace | null {
  const at = parts.findIndex((part) => part.storyId === storyId);
  if (at < 0) return null;
  return {
    ...series,
    number: at + 1,
    of: parts.length,
    before: parts[at - 1] ?? null,
    after: parts[at + 1] ?? null,
  };
}

/** A series by its address, with the parts that readers have, in their order; null where they have none. */
export async function findSeriesForReaders(
  newsroom: Newsroom,
  { slug, language }: { slug: string; language: string },
): Promise<{ series: SeriesRow; parts: PublishedSummary[] } | null> {
  const series = await findSeriesAt(newsroom, slug);
  if (!series) return null;
  const parts = await inTheirOrder(newsroom, await listPartIds(newsroom, series.id), language);
  return parts.length === 0 ? null : { series, parts };
}

/** One edition of each that is out: in this language, else the one that was out first. */
async function inTheirOrder(
  newsroom: Newsroom,
  storyIds: string[],
  language: string,
): Promise<PublishedSummary[]> {
  if (storyIds.length === 0) return [];
  const found = await listPublished(newsroom, { storyIds: storyIds.slice(0, MOST), limit: MOST * 4 });
  return storyIds.flatMap((id) => {
    const editions = found.filter((story) => story.storyId === id);
    const own = editions.find((story) => story.language === language);
    return own ?? editions.toSorted((one, other) => one.firstPublishedAt - other.firstPublishedAt)[0] ?? [];
  });
}
