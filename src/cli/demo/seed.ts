/** Fills an empty newsroom with The Harbour Post, by the newsroom's own verbs and at the times when things happened. */

import { type Clock, MINUTE } from '../../kit/clock.ts';
import { setPictureWords } from '../../media/media-words.ts';
import { takePicture } from '../../media/take-picture.ts';
import { type Actor, makeNewsroom, type Newsroom, theNewsroomItself } from '../../newsroom.ts';
import { addVariant, ensureSpeaker } from '../../sourcing/speakers.ts';
import { addStaff, changeProfile } from '../../staff/staff.ts';
import { setUpMasthead } from '../../stories/masthead.ts';
import { keepNames } from '../../stories/names-elsewhere.ts';
import { addSection } from '../../stories/sections.ts';
import { addEngine } from '../../translation/engines.ts';
import { addSource } from '../../wire/sources/sources.ts';
import {
  type CastSource,
  harbourPost,
  people,
  type SectionName,
  type SourceKey,
  type StaffKey,
  sections,
  sectionsElsewhere,
  sources,
  variants,
} from './cast.ts';
import { planDemoDay } from './demo-day.ts';
import { layDemoHands } from './demo-hands.ts';
import {
  DRAWING_CREDIT,
  type DrawingName,
  drawings,
  drawPicture,
  makePaper,
  wordsElsewhere,
} from './drawings.ts';
import { type DemoPaper, type Happening, happeningsOf } from './happenings.ts';
import { liveHappenings } from './live.ts';
import { allStories } from './stories/all-stories.ts';
import { translatorPairs } from './translator.ts';

export interface SeedOptions {
  /** Where the local wires listen; without them the sources are only quoted. */
  wires?: string;
  /** Where a translation engine answers that speaks LibreTranslate's interface; without it none is set up. */
  translator?: string;
  /** Without pictures for speed; with them by default. */
  pictures?: boolean;
}

/** What stands after seeding, by the cast's keys. */
export interface HarbourPost {
  staff: Record<StaffKey, Actor & { id: string }>;
  sections: Record<SectionName, string>;
  sources: Record<SourceKey, string>;
  stories: Record<string, { storyId: string; editionId: string }>;
}

const FOUNDED = 30 * 24 * 60 * MINUTE; // before now: when staff and sources came

/** Seeds a newsroom that is not set up yet. Nothing is later than its clock; what has its hour stays scheduled. */
export async function seedHarbourPost(newsroom: Newsroom, options: SeedOptions = {}): Promise<HarbourPost> {
  const now = newsroom.clock.now();
  const clock = new SetClock(now - FOUNDED);
  const past = makeNewsroom({ ...newsroom, clock });
  await setUpMasthead(past, { ...harbourPost, by: theNewsroomItself });
  const staff = await takeInStaff(past);
  const sectionIds = await makeSections(past);
  const made: DemoPaper = {
    newsroom: past,
    now,
    staff,
    sections: sectionIds,
    stories: {},
    sources: await makeSources(past, { staff, sections: sectionIds, wires: options.wires }),
    pictures: options.pictures === false ? {} : await makePictures(past, staff.petros),
    siteOf: (source) => sourceSite(source, options.wires),
  };
  await nameSpeakers(past, staff.maria);
  if (options.translator !== undefined) await addTranslator(past, options.translator, staff.theo);
  // All at once: a disk is asked to keep it one time, not for every word that somebody wrote.
  await past.transact(async (inner) => {
    const within = { ...made, newsroom: inner };
    const happenings = [
      ...allStories.flatMap((story) => happeningsOf(story, within)),
      ...liveHappenings(within),
    ];
    for (const { at, happens } of inOrder(happenings)) {
      clock.set(at);
      await happens();
    }
    clock.set(now);
    await layDemoHands(within);
    await planDemoDay(within, clock);
  });
  return { staff, sections: sectionIds, sources: made.sources, stories: made.stories };
}

/** Where a source has its site. */
export function sourceSite(source: SourceKey, wires: string | undefined): string {
  const { site } = sources[source];
  return wires === undefined ? `https://${site}.example` : `${wires}/${site}`;
}

class SetClock implements Clock {
  #now: number;
  constructor(now: number) {
    this.#now = now;
  }
  now(): number {
    return this.#now;
  }
  set(now: number): void {
    this.#now = now;
  }
}

function inOrder(happenings: Happening[]): Happening[] {
  return happenings.sort((one, other) => one.at - other.at);
}

async function takeInStaff(past: Newsroom): Promise<HarbourPost['staff']> {
  const taken = await Promise.all(
    Object.entries(people).map(async ([key, person]) => {
      const { id, name } = await addStaff(past, { ...person, by: theNewsroomItself });
      await changeProfile(past, { staffId: id, name, bio: person.bio, by: theNewsroomItself });
      return [key, { id, name }];
    }),
  );
  return Object.fromEntries(taken) as HarbourPost['staff'];
}

async function makeSections(past: Newsroom): Promise<HarbourPost['sections']> {
  const made: [SectionName, string][] = [];
  for (const name of sections) made.push([name, (await addSection(past, { name })).id]);
  for (const [language, names] of Object.entries(sectionsElsewhere)) {
    const given = made.map(([name, id]) => ({ kind: 'section' as const, id, name: names[name] }));
    await keepNames(past, { language, names: given, by: theNewsroomItself });
  }
  return Object.fromEntries(made) as HarbourPost['sections'];
}

async function makeSources(
  past: Newsroom,
  made: Pick<HarbourPost, 'staff' | 'sections'> & { wires: string | undefined },
): Promise<HarbourPost['sources']> {
  const added: [string, string][] = [];
  for (const [key, source] of Object.entries(sources) as [SourceKey, CastSource][]) {
    const { name, credit, language, mayAlert, mayTranslate, unread } = source;
    const address = made.wires === undefined ? null : `${sourceSite(key, made.wires)}/feed`;
    const { sourceId } = await addSource(past, {
      address,
      unasked: true,
      name,
      credit,
      language,
      mayAlert,
      mayTranslate,
      publishUnread: unread !== undefined,
      sectionId: unread ? made.sections[unread.section] : null,
      alertLevel: unread?.alertLevel ?? null,
      by: made.staff.maria,
    });
    added.push([key, sourceId]);
  }
  return Object.fromEntries(added) as HarbourPost['sources'];
}

async function makePictures(past: Newsroom, by: Actor): Promise<DemoPaper['pictures']> {
  const used = new Set(allStories.flatMap(({ drawing }) => drawing ?? []));
  const grain = await makePaper();
  const taken = [...used].map(async (name: DrawingName) => {
    const { alt, caption } = drawings[name];
    const bytes = await drawPicture(name, grain);
    const { pictureId } = await takePicture(past, { bytes, alt, caption, credit: DRAWING_CREDIT, by });
    for (const [language, words] of wordsElsewhere(name))
      await setPictureWords(past, { pictureId, language, ...words });
    return [name, pictureId];
  });
  return Object.fromEntries(await Promise.all(taken)) as DemoPaper['pictures'];
}

async function addTranslator(past: Newsroom, address: string, by: Actor): Promise<void> {
  const draft = {
    kind: 'libretranslate',
    name: 'Phrase book',
    address,
    key: null,
    model: null,
    isInside: true,
    pairs: translatorPairs,
    priceMicros: 0,
    monthlyCharacters: null,
  };
  await addEngine(past, { draft, by });
}

async function nameSpeakers(past: Newsroom, by: Actor): Promise<void> {
  for (const [name, others] of Object.entries(variants)) {
    const { id } = await ensureSpeaker(past, { name });
    for (const variant of others) await addVariant(past, { speakerId: id, variant, by });
  }
}
