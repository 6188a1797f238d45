/**
 * Taking in: stories that stood in another house come with their dates, their addresses and their notices. Nobody is told of
 * them: no alert, no open page, nothing that is new. The caller rings what pages show and files them in the morgue.
 */
import { type Act, type Actor, type Newsroom, recordActs } from '../newsroom.ts';
import { putTake } from './edit.ts';
import { isHeld } from './embargo.ts';
import { mediaIn } from './media-in.ts';
import { putTakeMedia } from './media-queries.ts';
import { getStoryRow, lastTakeNumber } from './queries.ts';
import { findSection, sameName } from './sections.ts';
import { type Copy, oneLine, reservedSlugs } from './story.ts';
import {
  type EditionPlace,
  type ForeignRows,
  insertForeign,
  insertSection,
  languagesOfStory,
  placesOf,
  showTake,
  slugsInUse,
  slugsOfEditions,
  storyIsOut,
  workOn,
} from './take-in-queries.ts';

export type { EditionPlace };

export interface ForeignEdition {
  storyId: string;
  editionId: string;
  takeId: string;
  /** Null where the story is here already, and this is one more language of it. */
  story: ForeignStory | null;
  /** Where it would stand by itself. */
  sectionId: string | null;
  /** Those of a further language come to those of its story. */
  topicIds: string[];
  language: string;
  /** Free: `addressesInUse` says which are not. */
  slug: string;
  copy: Copy;
  /** Milliseconds; null for what readers never had. */
  firstPublishedAt: number | null;
  publishedAt: number | null;
  /** When it was begun there. */
  createdAt: number;
  corrections: { notice: string; at: number }[];
}

export interface ForeignStory {
  repliesOpen: boolean;
  /** Of the staff; who wrote it. */
  authorId: string | null;
}

/** Writes them, in the transaction of what remembers that they came. Answers which stories waited for an hour of their own, and are out with these. */
export async function takeInEditions(
  inner: Newsroom,
  { editions, by, from }: { editions: ForeignEdition[]; by: Actor; from: string },
): Promise<ReadonlySet<string>> {
  const rows: ForeignRows = { stories: [], editions: [], takes: [], topics: [], corrections: [] };
  const acts: Act[] = [];
  for (const edition of editions) {
    if (edition.story) rows.stories.push(storyRow(inner, edition, edition.story));
    for (const topic_id of edition.topicIds) rows.topics.push({ story_id: edition.storyId, topic_id });
    rows.editions.push(editionRow(edition));
    rows.takes.push(takeRow(edition, by, from));
    for (const { notice, at } of edition.corrections)
      rows.corrections.push({
        id: inner.ids.next(),
        story_id: edition.storyId,
        edition_id: edition.editionId,
        kind: 'correction',
        notice,
        by_id: by.id,
        at,
      });
    acts.push({ by, act: 'move in', subjectKind: 'story', subjectId: edition.storyId, facts: { from } });
  }
  await insertForeign(inner, rows);
  const waited = new Set<string>();
  for (const edition of editions)
    if (edition.story === null && (await showStoryOf(inner, edition))) waited.add(edition.storyId);
  for (const { takeId, copy } of editions) await putTakeMedia(inner, takeId, mediaIn(copy));
  await recordActs(inner, acts);
  inner.bell.ring('desk', { what: 'stories', storyId: null });
  return waited;
}

/**
 * A story that began with a draft is out once an edition of it is; it is as old as its first, and as new as its last. True where it was
 * to go out at an hour of its own, and waits for it no more.
 */
async function showStoryOf(
  inner: Newsroom,
  { storyId, sectionId, firstPublishedAt: first, publishedAt: last }: ForeignEdition,
): Promise<boolean> {
  if (first === null || last === null) return false;
  const story = await getStoryRow(inner, storyId);
  if (isHeld(story, inner.clock.now())) return false;
  await storyIsOut(inner, {
    storyId,
    sectionId: story.section_id ?? sectionId,
    first: Math.min(story.first_published_at ?? first, first),
    last: Math.max(story.published_at ?? last, last),
  });
  return story.status === 'scheduled';
}

function storyRow(
  inner: Newsroom,
  edition: ForeignEdition,
  story: ForeignStory,
): ForeignRows['stories'][number] {
  const { firstPublishedAt, publishedAt } = edition;
  return {
    id: edition.storyId,
    slug: edition.slug,
    status: firstPublishedAt === null ? 'draft' : 'published',
    section_id: edition.sectionId,
    item_id: null,
    source_id: null,
    alert_level: null,
    override_json: null,
    publish_at: null,
    first_published_at: firstPublishedAt,
    published_at: publishedAt,
    kill_notice: null,
    killed_at: null,
    replies_open: story.repliesOpen ? 1 : 0,
    by_id: story.authorId,
    created_at: edition.createdAt,
    updated_at: inner.clock.now(),
  };
}

function editionRow(edition: ForeignEdition): ForeignRows['editions'][number] {
  const isOut = edition.firstPublishedAt !== null;
  return {
    id: edition.editionId,
    story_id: edition.storyId,
    language: edition.language,
    slug: edition.slug,
    working_take_id: edition.takeId,
    published_take_id: isOut ? edition.takeId : null,
    first_published_at: edition.firstPublishedAt,
    published_at: edition.publishedAt,
    created_at: edition.createdAt,
  };
}

function takeRow(
  { copy, ...edition }: ForeignEdition,
  by: Actor,
  from: string,
): ForeignRows['takes'][number] {
  return {
    id: edition.takeId,
    edition_id: edition.editionId,
    number: 1,
    headline: oneLine(copy.headline),
    dek: oneLine(copy.dek),
    byline: oneLine(copy.byline),
    dateline: oneLine(copy.dateline),
    body_html: copy.bodyHtml,
    picture_id: copy.pictureId,
    by_id: by.id,
    note: `from ${from}`,
    saved_at: edition.publishedAt ?? edition.createdAt,
  };
}

/** Where editions that came stand by now, by their ids. */
export async function editionPlaces(newsroom: Newsroom, ids: string[]): Promise<Map<string, EditionPlace>> {
  const rows = ids.length === 0 ? [] : await placesOf(newsroom, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.edition_id, row]));
}

/** Last parts of the addresses that readers have editions at, by the editions' ids. */
export async function publicSlugs(newsroom: Newsroom, ids: string[]): Promise<Map<string, string>> {
  const rows = ids.length === 0 ? [] : await slugsOfEditions(newsroom, [...new Set(ids)]);
  return new Map(rows.filter(({ isOut }) => isOut).map(({ id, slug }) => [id, slug]));
}

/** Of these last parts of addresses, those that are no longer free. */
export const addressesInUse = (newsroom: Newsroom, slugs: string[]): Promise<Set<string>> =>
  slugsInUse(newsroom, slugs);

/** Languages in which a story has an edition. */
export const languagesHere = (inner: Newsroom, storyId: string): Promise<string[]> =>
  languagesOfStory(inner, storyId);

/** What changed there becomes a take here; what readers have changes with it, at the instant it changed there. */
export async function takeInChange(
  inner: Newsroom,
  given: {
    place: EditionPlace;
    copy: Copy;
    /** Null for what readers do not have there either. */
    published: { first: number; at: number; slug: string | null } | null;
    by: Actor;
    from: string;
  },
): Promise<{ takeId: string }> {
  const { place, copy, by } = given;
  const takeId = inner.ids.next();
  const number = (await lastTakeNumber(inner, place.edition_id)) + 1;
  await putTake(inner, { takeId, editionId: place.edition_id, number, copy, by, note: `from ${given.from}` });
  // What came from elsewhere shows itself no sooner than a story of ours.
  const story = await getStoryRow(inner, place.story_id);
  const published = isHeld(story, inner.clock.now()) ? null : given.published;
  if (published)
    await showTake(inner, { editionId: place.edition_id, storyId: place.story_id, takeId, ...published });
  else await workOn(inner, place.edition_id, takeId);
  await recordActs(inner, [
    { by, act: 'move in', subjectKind: 'story', subjectId: place.story_id, facts: { from: given.from } },
  ]);
  inner.bell.ring('desk', { what: 'stories', storyId: place.story_id });
  return { takeId };
}

/** Where the section of that name is, or would be: with the address it had where that is free here. */
export async function findSectionPlace(
  newsroom: Newsroom,
  { slug, name }: { slug: string; name: string },
): Promise<{ id: string | null; slug: string }> {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? slug : `${slug}-${number}`;
    if (reservedSlugs.has(tried)) continue; // a door of ours
    const had = await findSection(newsroom, tried);
    if (!had) return { id: null, slug: tried };
    if (sameName(had.name, name)) return had;
  }
}

/** The section that stands there, made where it is new. */
export async function takeInSection(
  inner: Newsroom,
  { slug, name }: { slug: string; name: string },
): Promise<{ id: string; slug: string }> {
  const place = await findSectionPlace(inner, { slug, name });
  if (place.id !== null) return { id: place.id, slug: place.slug };
  const section = { id: inner.ids.next(), slug: place.slug, name };
  await insertSection(inner, section);
  return section;
}
