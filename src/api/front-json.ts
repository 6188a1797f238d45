/** A front as the API gives it: what stands where, in the dress that editors gave it. */
import type { z } from 'zod';
import type { PlacedStory } from '../fronts/arrange.ts';
import { listHandsOut } from '../fronts/front.ts';
import { freshUntil } from '../fronts/machine.ts';
import { readPaperFront, readSectionFront } from '../fronts/read-front.ts';
import type { Newsroom } from '../newsroom.ts';
import { listPublished } from '../stories/read.ts';
import { listSections, type Section } from '../stories/sections.ts';
import type * as schemas from './schemas.ts';
import { instantJson, summaryJson } from './story-json.ts';

type FrontJson = z.infer<typeof schemas.frontAnswer>;
type Place = FrontJson['places'][number]['place'];

const LISTED = 20; // of a section's page, as readers have its first

/** As readers have it now; `section` null for the paper's own front. */
export async function frontJson(
  newsroom: Newsroom,
  { language, section }: { language: string; section: Section | null },
): Promise<FrontJson> {
  const front = { language, sectionId: section?.id ?? null };
  const hands = await listHandsOut(newsroom, front);
  const site = newsroom.settings.address;
  if (section) {
    const found = await listPublished(newsroom, { language, sectionId: section.id, limit: LISTED });
    const { stories, until } = await readSectionFront(newsroom, { front, stories: found, hands });
    return answer({ language, section, until, places: placesOf(site, 'list', null, stories) });
  }
  const sections = await listSections(newsroom);
  const paper = await readPaperFront(newsroom, { language, sections, hands });
  const places = [
    ...placesOf(site, 'lead', null, paper.lead ? [paper.lead] : []),
    ...placesOf(site, 'pair', null, paper.pair),
    ...placesOf(site, 'middle', null, paper.middle),
    ...paper.strips.flatMap(({ sectionId, stories }) => {
      const of = sections.find(({ id }) => id === sectionId) ?? null;
      return placesOf(site, 'strip', of, stories);
    }),
  ];
  const until = Math.min(paper.until, freshUntil(paper.pool, newsroom.clock.now()));
  return answer({ language, section, until, places });
}

function answer(given: {
  language: string;
  section: Section | null;
  until: number;
  places: FrontJson['places'];
}): FrontJson {
  const { language, section, until, places } = given;
  return {
    language,
    section: section && { slug: section.slug, name: section.name },
    until: Number.isFinite(until) ? instantJson(until) : null,
    places,
  };
}

function placesOf(
  site: string,
  place: Place,
  strip: Section | null,
  placed: readonly PlacedStory[],
): FrontJson['places'] {
  return placed.map(({ story, hand, isHeld, related }, index) => ({
    place,
    number: index + 1,
    strip: strip && { slug: strip.slug, name: strip.name },
    held: isHeld,
    headline: hand?.headline || story.headline,
    kicker: hand?.kicker ?? '',
    size: hand?.size ?? 'usual',
    package: hand !== null && hand.packageName !== '' && related.length > 0 ? hand.packageName : null,
    story: summaryJson(site, story),
    under: related.map((each) => summaryJson(site, each)),
  }));
}
