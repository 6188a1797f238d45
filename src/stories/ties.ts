/**
 * What an editor says one story is to another: related, an update of it, its correction; and the series that it is a part of. Readers
 * see it at once, on both; a story that readers do not have stands on nobody's page.
 */
import { because, refuse } from '../kit/refusal.ts';
import { slugOf } from '../kit/slug.ts';
import { type Actor, type Newsroom, type PageName, recordAct } from '../newsroom.ts';
import { getStoryMeant } from './find-story.ts';
import { refuseIfLocked } from './lock.ts';
import { refuseUnlessMayChange } from './may-change.ts';
import { holdStory, type StoryRow } from './queries.ts';
import { sameName } from './sections.ts';
import { oneLine } from './story.ts';
import {
  deletePart,
  deleteTieRow,
  findSeriesAt,
  findSeriesOf,
  listNamesOf,
  listPartIds,
  listSeriesRows,
  listTiedIds,
  listTieRows,
  putParts,
  putSeriesRow,
  putTieRow,
  type SeriesRow,
  type TieRow,
} from './tie-queries.ts';

export type TieKind = TieRow['kind'];
export const tieKinds: readonly TieKind[] = ['related', 'updates', 'corrects'];

const MOST_RELATED = 12; // chosen by hand; a reader looks through fewer
const LONGEST_NAME = 100; // characters of a series

/**
 * Ties the story to another. Tied as related again, it comes last. Refuses with `form-incomplete` (`tiedTo`) what is no story, the
 * story itself, one that was withdrawn or put away, and two stories that would update each other.
 */
export async function tieStory(
  newsroom: Newsroom,
  asked: { storyId: string; kind: TieKind; to: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const { kind, by } = asked;
    const story = await holdForTies(inner, asked.storyId, by);
    const other = await getStoryMeant(inner, asked.to, 'tiedTo');
    const no = (name: 'tieToItself' | 'tieToGone' | 'tieBothWays' | 'tiesTooMany') =>
      refuse('form-incomplete', { fields: { tiedTo: because(name) } });
    if (other.id === story.id) no('tieToItself');
    if (other.status === 'killed' || other.status === 'spiked' || other.status === 'merged') no('tieToGone');
    const ties = await listTieRows(inner, story.id);
    if (kind !== 'related' && ties.some((tie) => tie.kind === kind && tie.from_id === other.id))
      no('tieBothWays');
    const own = ties.filter((tie) => tie.from_id === story.id && tie.kind === kind);
    if (own.length >= MOST_RELATED && !own.some((tie) => tie.to_id === other.id)) no('tiesTooMany');
    const position = Math.max(0, ...own.map((tie) => tie.position)) + 1;
    await putTieRow(inner, { from_id: story.id, kind, to_id: other.id, position });
    const facts = { kind, to: other.id };
    await recordAct(inner, { by, act: 'tie', subjectKind: 'story', subjectId: story.id, facts });
    await ringTied(inner, story, [other.id]);
  });
}

export async function untieStory(
  newsroom: Newsroom,
  asked: { storyId: string; kind: TieKind; toId: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const { kind, toId, by } = asked;
    const story = await holdForTies(inner, asked.storyId, by);
    if (!(await deleteTieRow(inner, { fromId: story.id, kind, toId }))) return;
    const facts = { kind, to: toId };
    await recordAct(inner, { by, act: 'untie', subjectKind: 'story', subjectId: story.id, facts });
    await ringTied(inner, story, [toId]);
  });
}

/** Moves a tie before the one above it. */
export async function raiseTie(
  newsroom: Newsroom,
  asked: { storyId: string; kind: TieKind; toId: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const story = await holdForTies(inner, asked.storyId, asked.by);
    const ids = (await listTieRows(inner, story.id))
      .filter((tie) => tie.from_id === story.id && tie.kind === asked.kind)
      .map((tie) => tie.to_id);
    const at = ids.indexOf(asked.toId);
    if (at < 1) return;
    ids.splice(at - 1, 0, ...ids.splice(at, 1));
    for (const [index, to_id] of ids.entries())
      await putTieRow(inner, { from_id: story.id, kind: asked.kind, to_id, position: index + 1 });
    await ringTied(inner, story, []);
  });
}

/**
 * Makes the story a part of the series of that name, which is made where it is new: at this place, or as the last; an empty name takes
 * it out. Refuses with `form-incomplete` (`series`) a name without a letter.
 */
export async function placeInSeries(
  newsroom: Newsroom,
  asked: { storyId: string; name: string; place: number | null; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const story = await holdForTies(inner, asked.storyId, asked.by);
    const before = await findSeriesOf(inner, story.id);
    const beside = await listTiedIds(inner, story.id);
    await deletePart(inner, story.id);
    const series = oneLine(asked.name) === '' ? null : await ensureSeries(inner, oneLine(asked.name));
    if (series) {
      const ids = (await listPartIds(inner, series.id)).filter((id) => id !== story.id);
      const place = asked.place === null || !(asked.place >= 1) ? ids.length : Math.floor(asked.place) - 1;
      ids.splice(place, 0, story.id);
      await putParts(inner, series.id, ids);
    }
    const facts = { from: before?.name ?? null, to: series?.name ?? null };
    const act = { by: asked.by, act: 'place in series', facts };
    await recordAct(inner, { ...act, subjectKind: 'story', subjectId: story.id });
    const pages = [before, series].flatMap((each) => (each ? [`series:${each.id}` as const] : []));
    await ringTied(inner, story, beside, pages);
  });
}

async function ensureSeries(inner: Newsroom, name: string): Promise<SeriesRow> {
  if (!/[\p{L}\p{N}]/u.test(name))
    refuse('form-incomplete', { fields: { series: because('seriesNameMissing') } });
  if (name.length > LONGEST_NAME)
    refuse('form-incomplete', { fields: { series: because('tooLong', { most: LONGEST_NAME }) } });
  const known = (await listSeriesRows(inner)).find((each) => sameName(each.name, name));
  if (known) return known;
  const base = slugOf(name) || 'series';
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    const id = inner.ids.next();
    await putSeriesRow(inner, { id, slug, name, created_at: inner.clock.now() });
    const made = await findSeriesAt(inner, slug);
    if (made?.id === id) return made;
  }
}

async function holdForTies(inner: Newsroom, storyId: string, by: Actor): Promise<StoryRow> {
  const story = await holdStory(inner, storyId);
  await refuseIfLocked(inner, story.id, by);
  await refuseUnlessMayChange(inner, { story, change: 'shows', by });
  return story;
}

async function ringTied(
  inner: Newsroom,
  story: StoryRow,
  others: string[],
  pages: PageName[] = [],
): Promise<void> {
  const ids = [story.id, ...others, ...(await listTiedIds(inner, story.id))];
  inner.bell.ring('pages', { touched: [...pages, ...new Set(ids.map((id) => `story:${id}` as const))] });
  inner.bell.ring('desk', { what: 'stories', storyId: story.id });
}

/** A tied story as the desk knows it. */
export interface TiedStory {
  storyId: string;
  kind: TieKind;
  headline: string;
  language: string;
  status: StoryRow['status'];
}

export interface DeskTies {
  /** From the story, in their order. */
  ties: TiedStory[];
  /** To it: what updates, corrects or names it. */
  tiedBy: TiedStory[];
  series: { name: string; slug: string; place: number; of: number } | null;
  /** Of the paper, for whoever chooses one. */
  seriesNames: string[];
}

/** All of it for the desk, whatever state the stories are in. */
export async function tiesForDesk(newsroom: Newsroom, storyId: string): Promise<DeskTies> {
  const [rows, series, all] = await Promise.all([
    listTieRows(newsroom, storyId),
    findSeriesOf(newsroom, storyId),
    listSeriesRows(newsroom),
  ]);
  const ids = [...new Set(rows.map(({ from_id, to_id }) => (from_id === storyId ? to_id : from_id)))];
  const names = ids.length === 0 ? [] : await listNamesOf(newsroom, ids);
  const tied = (id: string, kind: TieKind): TiedStory[] => {
    const named = names.find((each) => each.id === id);
    if (!named) return [];
    const { headline, slug, language, status } = named;
    return [{ storyId: id, kind, headline: headline || slug, language, status }];
  };
  const parts = series ? await listPartIds(newsroom, series.id) : [];
  return {
    ties: rows.filter(({ from_id }) => from_id === storyId).flatMap(({ to_id, kind }) => tied(to_id, kind)),
    tiedBy: rows.filter(({ to_id }) => to_id === storyId).flatMap(({ from_id, kind }) => tied(from_id, kind)),
    series: series
      ? { name: series.name, slug: series.slug, place: parts.indexOf(storyId) + 1, of: parts.length }
      : null,
    seriesNames: all.map(({ name }) => name),
  };
}
