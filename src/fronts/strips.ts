/** What may stand in the strips of the paper's front: of each section the newest, and no more than a strip can show. */
import type { Newsroom } from '../newsroom.ts';
import { oneEach } from '../stories/one-each.ts';
import { listPublished, listPublishedByEdition, type PublishedSummary } from '../stories/read.ts';
import type { Section } from '../stories/sections.ts';
import { paperPlaces, STRIP } from './places.ts';
import { listNewest, listNewestOfSection, type NewestRow } from './queries.ts';

/** Stories of one section, newest first. */
export interface StripStories {
  sectionId: string;
  stories: PublishedSummary[];
}

const SEEN = 500; // newest of the paper, among which the sections that anything happens in are found at once

/**
 * The strips of a language. `known` are the stories that may stand above, whole: of each section those of them that are newer than
 * the last that its strip can show are among its own.
 */
export async function listStrips(
  newsroom: Newsroom,
  asked: {
    language: string;
    sections: readonly Pick<Section, 'id'>[];
    known: readonly PublishedSummary[];
    /** How many of the newest are looked at first. */
    seen?: number;
  },
): Promise<StripStories[]> {
  const { language, sections, known, seen: most = SEEN } = asked;
  const above = new Set(known.map(({ storyId }) => storyId));
  const newest = await listNewest(newsroom, { language, limit: most });
  const strips: { sectionId: string; rows: NewestRow[] }[] = [];
  for (const { id: sectionId } of sections) {
    const seen = stripOf(
      newest.filter((row) => row.sectionId === sectionId),
      above,
    );
    // Where little happened in it lately, its own are looked through; where all were seen, there are no more.
    const isWhole = newest.length < most || countFree(seen, above) === STRIP;
    const asked = { language, sectionId, limit: STRIP + above.size };
    strips.push({
      sectionId,
      rows: isWhole ? seen : stripOf(await listNewestOfSection(newsroom, asked), above),
    });
  }
  const whole = new Map(known.map((story) => [story.editionId, story]));
  const missing = strips.flatMap(({ rows }) => rows.map(({ editionId }) => editionId));
  const more = await listPublishedByEdition(
    newsroom,
    missing.filter((id) => !whole.has(id)),
  );
  for (const story of more) whole.set(story.editionId, { ...story, listedAt: story.firstPublishedAt });
  return strips.map(({ sectionId, rows }) => ({
    sectionId,
    stories: rows.flatMap(({ editionId }) => whole.get(editionId) ?? []),
  }));
}

/** The strips of a paper that has no word in its language: of what there is in others. */
export async function listStripsOfOthers(
  newsroom: Newsroom,
  asked: { language: string; sections: readonly Pick<Section, 'id'>[]; hands: number },
): Promise<StripStories[]> {
  const limit = STRIP + paperPlaces.length + asked.hands;
  const strips: StripStories[] = [];
  for (const { id: sectionId } of asked.sections) {
    const stories = oneEach(await listPublished(newsroom, { sectionId, limit }), asked.language);
    strips.push({ sectionId, stories });
  }
  return strips;
}

const countFree = (rows: readonly NewestRow[], above: ReadonlySet<string>): number =>
  rows.filter(({ storyId }) => !above.has(storyId)).length;

/** As far down as the last for which a strip has room, were all that may stand above taken from it. */
function stripOf(rows: readonly NewestRow[], above: ReadonlySet<string>): NewestRow[] {
  let free = 0;
  const end = rows.findIndex(({ storyId }) => {
    if (!above.has(storyId)) free += 1;
    return free === STRIP;
  });
  return end < 0 ? [...rows] : rows.slice(0, end + 1);
}
