/**
 * What stood on a front at any past minute. Each arrangement is kept as it was made out, when it is another than the last; what
 * the clock alone changes is kept when its time has come.
 */
import { createHash } from 'node:crypto';
import { DAY } from '../kit/clock.ts';
import { listMediaOf } from '../media/media.ts';
import type { Newsroom } from '../newsroom.ts';
import type { StoryFacts } from '../runner/work.ts';
import { readRecords } from '../store/json-column.ts';
import { listPaperLanguages } from '../stories/languages.ts';
import {
  listPastSummaries,
  listPublished,
  type PastSummary,
  type PublishedSummary,
} from '../stories/read.ts';
import { listSections } from '../stories/sections.ts';
import type { PlacedStory } from './arrange.ts';
import { listHandsOut, newFrontRow } from './front.ts';
import { type Hand, type HandPicture, type HandSize, plainHand } from './hands.ts';
import { freshUntil } from './machine.ts';
import {
  deleteStands,
  deleteSteps,
  ensureFrontRow,
  findFrontRow,
  findStandBeside,
  findStandRow,
  listDueFronts,
  listPublishedTakes,
  noteStand,
  putStand,
} from './queries.ts';
import { type FrontName, frontId, readPaperFront, readSectionFront } from './read-front.ts';

export const STANDS_KEPT = 90 * DAY; // a quarter: complaints to press councils are taken for about as long
const LISTED = 20; // stories of a section's page, as readers have its first

/** One place of a past front, in few bytes: the take says the rest, and is never changed. */
interface StandLine {
  /** 'lead', 'pair', 'middle', 'list', 'strip:' and the id of a section. */
  p: string;
  /** Take. */
  t: string;
  /** Headline, kicker and package of the front alone, and what stood under it; left away where there is none. */
  h?: string;
  k?: string;
  g?: string;
  r?: string[];
  /** Size, picture or none, and the picture of the hand; left away where the place decided. */
  s?: HandSize;
  i?: HandPicture;
  m?: string;
}

/** Follows whatever changes what stands on fronts: of one story, the fronts of its languages, and of its section there. */
export async function keepStandsOfStory(newsroom: Newsroom, { storyId }: StoryFacts): Promise<void> {
  const editions = await listPublished(newsroom, { storyIds: [storyId], limit: 50 });
  // Of a story that was killed it is not known where it stood: all fronts are looked at.
  const languages =
    editions.length > 0 ? editions.map(({ language }) => language) : await listPaperLanguages(newsroom);
  const sections =
    editions.length > 0 ? editions.flatMap(({ section }) => section?.id ?? []) : await allSections(newsroom);
  for (const language of new Set(languages)) {
    await keepStand(newsroom, { language, sectionId: null });
    for (const sectionId of new Set(sections)) await keepStand(newsroom, { language, sectionId });
  }
}

const allSections = async (newsroom: Newsroom) => (await listSections(newsroom)).map(({ id }) => id);

/** For the clock: fronts on which a hand has ended, or a level is no longer fresh. */
export async function keepDueStands(newsroom: Newsroom): Promise<void> {
  for (const row of await listDueFronts(newsroom, newsroom.clock.now())) {
    await keepStand(newsroom, { language: row.language, sectionId: row.section_id });
    newsroom.bell.ring('desk', { what: 'fronts' }); // a hand has ended: pages of the desk show it
  }
}

/** Keeps what stands on a front now, if it is other than what was kept last. */
export async function keepStand(newsroom: Newsroom, front: FrontName): Promise<void> {
  const id = frontId(front);
  const { lines, until } = await standOf(newsroom, front);
  const json = JSON.stringify(lines);
  const hash = createHash('sha256').update(json).digest('base64url').slice(0, 22);
  const dueAt = Number.isFinite(until) ? until : null;
  await newsroom.transact(async (inner) => {
    const row = await findFrontRow(inner, id);
    if (row?.stood_hash === hash && row.due_at === dueAt) return;
    if (!row) await ensureFrontRow(inner, newFrontRow(front));
    if (row?.stood_hash !== hash) await putStand(inner, { frontId: id, at: inner.clock.now(), json });
    await noteStand(inner, { frontId: id, hash, dueAt });
  });
}

async function standOf(newsroom: Newsroom, front: FrontName): Promise<{ lines: StandLine[]; until: number }> {
  const { language, sectionId } = front;
  const hands = await listHandsOut(newsroom, front);
  const now = newsroom.clock.now();
  if (sectionId !== null) {
    const stories = await listPublished(newsroom, { language, sectionId, limit: LISTED });
    const { stories: placed, until } = await readSectionFront(newsroom, { front, stories, hands });
    return { lines: await linesOf(newsroom, [['list', placed]]), until };
  }
  const sections = await listSections(newsroom);
  const paper = await readPaperFront(newsroom, { language, sections, hands });
  const rows: [string, PlacedStory[]][] = [
    ['lead', paper.lead ? [paper.lead] : []],
    ['pair', paper.pair],
    ['middle', paper.middle],
    ...paper.strips.map(({ sectionId: of, stories }): [string, PlacedStory[]] => [`strip:${of}`, stories]),
  ];
  return { lines: await linesOf(newsroom, rows), until: Math.min(paper.until, freshUntil(paper.pool, now)) };
}

async function linesOf(newsroom: Newsroom, rows: [string, PlacedStory[]][]): Promise<StandLine[]> {
  const placed = rows.flatMap(([, stories]) => stories);
  const editionIds = placed
    .flatMap(({ story, related }) => [story, ...related])
    .map(({ editionId }) => editionId);
  const takes = editionIds.length === 0 ? [] : await listPublishedTakes(newsroom, editionIds);
  const takeOf = new Map(takes.map(({ id, takeId }) => [id, takeId ?? '']));
  const take = ({ editionId }: PlacedStory['story']) => takeOf.get(editionId) ?? '';
  return rows.flatMap(([place, stories]) =>
    stories.map(({ story, hand, related }) => ({
      p: place,
      t: take(story),
      ...(hand?.headline ? { h: hand.headline } : {}),
      ...(hand?.kicker ? { k: hand.kicker } : {}),
      ...(hand?.packageName && related.length > 0 ? { g: hand.packageName } : {}),
      ...(related.length > 0 ? { r: related.map(take) } : {}),
      ...(hand && hand.size !== 'usual' ? { s: hand.size } : {}),
      ...(hand && hand.picture !== 'usual' ? { i: hand.picture } : {}),
      ...(hand?.pictureId ? { m: hand.pictureId } : {}),
    })),
  );
}

/** What stood on a front at an instant; null before the first that is kept. */
export async function findStand(
  newsroom: Newsroom,
  { front, at }: { front: FrontName; at: number },
): Promise<FrontStand | null> {
  const id = frontId(front);
  const row = await findStandRow(newsroom, { frontId: id, at });
  if (!row) return null;
  const from = Number(row.at);
  const lines = readRecords<StandLine>('front_stands.stood_json', `${id} ${from}`, row.stood_json);
  const takeIds = [...new Set(lines.flatMap(({ t, r = [] }) => [t, ...r]))];
  const takes = await listPastSummaries(newsroom, takeIds);
  const pictures = await listMediaOf(
    newsroom,
    lines.flatMap(({ m }) => m ?? []),
    front.language,
  );
  const places = lines.flatMap((line) => placeOf(line, { takes, pictures, from }) ?? []);
  const to = await findStandBeside(newsroom, { frontId: id, at: from, side: 'after' });
  const before = await findStandBeside(newsroom, { frontId: id, at: from, side: 'before' });
  return { from, to, before, places };
}

/** A place of a past front, as readers saw it; of what was withdrawn since only that, and for the desk which story it was. */
export interface StandPlace extends PlacedStory {
  /** 'lead', 'pair', 'middle', 'list', 'strip:' and the id of a section. */
  area: string;
}

export interface FrontStand {
  /** Since when it stood, and until when; null for still. */
  from: number;
  to: number | null;
  /** When what stood there before began. */
  before: number | null;
  places: StandPlace[];
}

/**
 * One place as it stood. Of a story that was withdrawn since neither its words nor those that a hand gave it are handed on, nor its
 * picture: what was withdrawn is not told again, whoever looks back.
 */
function placeOf(
  line: StandLine,
  known: {
    takes: ReadonlyMap<string, PastSummary>;
    pictures: ReadonlyMap<string, PublishedSummary['picture']>;
    from: number;
  },
): StandPlace | null {
  const take = known.takes.get(line.t);
  if (!take) return null;
  const others = (line.r ?? []).flatMap((each) => known.takes.get(each) ?? []);
  const related = others.filter(({ isWithdrawn }) => !isWithdrawn).map(({ story }) => story);
  const { story, isWithdrawn } = take;
  if (isWithdrawn) {
    const words = { headline: '', dek: '', byline: '', path: '', picture: null, alertLevel: null };
    return { area: line.p, story: { ...story, ...words }, hand: null, isHeld: false, related, isWithdrawn };
  }
  const hand: Hand = {
    ...plainHand(story.storyId, { now: known.from, byName: '', place: null }),
    headline: line.h ?? '',
    kicker: line.k ?? '',
    packageName: line.g ?? '',
    size: line.s ?? 'usual',
    picture: line.i ?? 'usual',
    pictureId: line.m ?? null,
    related: related.map(({ storyId }) => storyId),
  };
  const picture = known.pictures.get(line.m ?? '') ?? story.picture;
  return { area: line.p, story: { ...story, picture }, hand, isHeld: false, related };
}

/** For the clock: forgets what stood long ago, and the hands of that time. */
export async function pruneStands(newsroom: Newsroom): Promise<void> {
  const before = newsroom.clock.now() - STANDS_KEPT;
  await newsroom.transact(async (inner) => {
    await deleteStands(inner, before);
    await deleteSteps(inner, before);
  });
}
