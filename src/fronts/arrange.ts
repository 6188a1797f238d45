/** What stands where on a front: published stories, hands and the time in; places out. Pure. */
import type { PublishedSummary } from '../stories/read.ts';
import { type Hand, liveHands } from './hands.ts';
import { leadOf, PAIR_FROM, pairOf } from './machine.ts';
import { type FrontPlace, indexOf, PAIR, paperPlaces, sectionPlaces, stripPlaces } from './places.ts';

/** A story where it stands, with what a hand says of it. */
export interface PlacedStory {
  story: PublishedSummary;
  /** Null where nobody has said anything. */
  hand: Hand | null;
  /** Whether the hand holds the place: else the machine chose it. */
  isHeld: boolean;
  /** Lines under it, or further pieces of its package. */
  related: PublishedSummary[];
  /** Of a front of long ago: it was withdrawn since, and nothing of it is shown again. */
  isWithdrawn?: boolean;
}

/** What readers have, and what editors say. */
export interface FrontMaterial {
  /** What the machine chooses from, newest first. */
  stories: readonly PublishedSummary[];
  /** Published stories that hands name, by id. */
  handed: ReadonlyMap<string, PublishedSummary>;
  hands: readonly Hand[];
  /** Pictures that hands put in place of stories' own, by id; of one that may not be shown any more there is none. */
  pictures: ReadonlyMap<string, PublishedSummary['picture']>;
  /** Urgent stories, and since when readers have each. */
  urgent: readonly { storyId: string; at: number }[];
  now: number;
}

/** Places of the paper's front. */
export interface PaperArrangement {
  lead: PlacedStory | null;
  pair: PlacedStory[];
  middle: PlacedStory[];
  strips: { sectionId: string; stories: PlacedStory[] }[];
  /** When it may be otherwise though nothing is published and nobody lays a hand on it. */
  until: number;
}

/** Does a hand stand on its place, and with which story? */
interface Standing {
  hand: Hand;
  story: PublishedSummary;
  related: PublishedSummary[];
  isHeld: boolean;
}

export function arrangePaper(
  material: FrontMaterial & {
    strips: readonly { sectionId: string; stories: readonly PublishedSummary[] }[];
  },
): PaperArrangement {
  const { now, stories } = material;
  const standing = standingOf(material);
  const row = seat(standing, paperPlaces);
  const below = material.strips.map(({ sectionId }) => seat(standing, stripPlaces(sectionId)));
  const used = usedBy([row, ...below]);
  const free = stories.filter(({ storyId }) => !used.has(storyId));
  fillPaper(row, free, standing, now);
  const above = dense(row);
  const shown = new Set(above.map(({ story }) => story.storyId));
  const all = alone(above, shown);
  const under = usedBy([all]);
  const strips = material.strips.map(({ sectionId, stories: own }, index) => {
    const places = below[index] ?? [];
    const fill = own.filter(({ storyId }) => !under.has(storyId) && !used.has(storyId));
    fillRest(places, fill, standing);
    return { sectionId, stories: alone(dense(places), under) };
  });
  const pair = 1 + Math.min(PAIR, Math.max(0, above.length - 1));
  return {
    lead: all[0] ?? null,
    pair: all.slice(1, pair),
    middle: all.slice(pair),
    strips,
    until: handsUntil(material),
  };
}

/** A section's page: what hands hold stands at its place, all else newest first. */
export function arrangeSection(material: FrontMaterial): { stories: PlacedStory[]; until: number } {
  const standing = standingOf(material);
  const row: (PlacedStory | undefined)[] = seat(standing, sectionPlaces);
  const used = usedBy([row]);
  const free = material.stories.filter(({ storyId }) => !used.has(storyId));
  while (row.length < sectionPlaces.length + free.length) row.push(undefined);
  fillRest(row, free, standing);
  const placed = dense(row);
  return {
    stories: alone(placed, new Set(placed.map(({ story }) => story.storyId))),
    until: handsUntil(material),
  };
}

/** The first end of a hand to come. */
function handsUntil({ hands, now }: FrontMaterial): number {
  return Math.min(Number.POSITIVE_INFINITY, ...liveHands(hands, now).map(({ until }) => until));
}

/** Whether something urgent has come since the hand was laid on. The story itself does not drive its own hand away. */
export function isDisplaced(
  { untilUrgent, since, storyId, related }: Hand,
  urgent: FrontMaterial['urgent'],
): boolean {
  const own = [storyId, ...related];
  return untilUrgent && urgent.some((one) => one.at > since && !own.includes(one.storyId));
}

/** The hands that count now, the later of two on one story, with the stories that readers have. */
function standingOf({ hands, handed, pictures, urgent, now }: FrontMaterial): Standing[] {
  const newest = liveHands(hands, now).toSorted((one, other) => other.since - one.since);
  const taken = new Set<string>();
  const found: Standing[] = [];
  for (const hand of newest) {
    const published = [hand.storyId, ...hand.related].flatMap((id) => handed.get(id) ?? []);
    const pieces = hand.packageName === '' && !handed.has(hand.storyId) ? [] : published;
    const [story, ...related] = pieces.filter(({ storyId }) => !taken.has(storyId));
    if (!story || (hand.packageName === '' && story.storyId !== hand.storyId)) continue;
    taken.add(story.storyId);
    const isHeld = hand.place !== null && !isDisplaced(hand, urgent);
    const picture = story.storyId === hand.storyId ? pictures.get(hand.pictureId ?? '') : undefined;
    found.push({
      hand,
      story: picture ? { ...story, picture } : story,
      related: oncePer(related),
      isHeld,
    });
  }
  // What a hand holds stands under no other; a line that two want stands under the one that has a place.
  const lines = new Set(found.flatMap(({ isHeld, story }) => (isHeld ? [story.storyId] : [])));
  for (const one of found.toSorted((a, b) => Number(b.isHeld) - Number(a.isHeld))) {
    one.related = one.related.filter(({ storyId }) => !lines.has(storyId));
    for (const { storyId } of one.related) lines.add(storyId);
  }
  return found;
}

function oncePer(stories: PublishedSummary[]): PublishedSummary[] {
  return stories.filter(({ storyId }, at) => stories.findIndex((other) => other.storyId === storyId) === at);
}

/** Each on its place; where two want one the later has it, and the other the next that is free, or one before it. */
function seat(standing: readonly Standing[], row: readonly FrontPlace[]): (PlacedStory | undefined)[] {
  const seats: (PlacedStory | undefined)[] = row.map(() => undefined);
  const rest: { at: number; one: Standing }[] = [];
  for (const one of standing) {
    const at = one.isHeld && one.hand.place ? indexOf(row, one.hand.place) : -1;
    if (at < 0) continue;
    if (seats[at]) rest.push({ at, one });
    else seats[at] = placed(one);
  }
  for (const { at, one } of rest) {
    const after = seats.findIndex((taken, index) => index > at && !taken);
    const free = after >= 0 ? after : seats.lastIndexOf(undefined);
    if (free >= 0) seats[free] = placed(one);
  }
  return seats;
}

const placed = ({ story, hand, isHeld, related }: Standing): PlacedStory => ({
  story,
  hand,
  isHeld,
  related,
});

/** As the machine places it, in the dress that a hand gave it. */
function dressed(story: PublishedSummary, standing: readonly Standing[]): PlacedStory {
  const own = standing.find((one) => one.story.storyId === story.storyId);
  return own ? { ...placed(own), isHeld: false } : { story, hand: null, isHeld: false, related: [] };
}

/** What the hands have put on places, and what stands under it. */
function usedBy(rows: readonly (PlacedStory | undefined)[][]): Set<string> {
  const all = rows.flat().flatMap((one) => (one ? [one.story, ...one.related] : []));
  return new Set(all.map(({ storyId }) => storyId));
}

function fillPaper(
  row: (PlacedStory | undefined)[],
  stories: readonly PublishedSummary[],
  standing: readonly Standing[],
  now: number,
): void {
  let free = [...stories];
  const take = (at: number, story: PublishedSummary | undefined) => {
    if (!story) return;
    free = free.filter((other) => other !== story);
    row[at] = dressed(story, standing);
  };
  if (!row[0]) take(0, leadOf(free, now));
  const given = row.slice(1, 3).flatMap((one) => (one ? { hasPicture: showsPicture(one) } : []));
  const pair = pairOf(free.slice(0, PAIR_FROM), given);
  for (const at of [1, 2]) if (!row[at]) take(at, pair.shift());
  fillRest(row, free, standing);
}

/** The free places of a row, from the first on. */
function fillRest(
  row: (PlacedStory | undefined)[],
  stories: readonly PublishedSummary[],
  standing: readonly Standing[],
): void {
  const free = [...stories];
  for (const [at, taken] of row.entries()) {
    const next = taken ? undefined : free.shift();
    if (next) row[at] = dressed(next, standing);
  }
}

/** Whether a story is shown with a picture where pictures stand. */
export const showsPicture = ({ story, hand }: Pick<PlacedStory, 'story' | 'hand'>): boolean =>
  story.picture !== null && hand?.picture !== 'without';

/** Without holes: where too little is published what follows moves up. */
const dense = (row: readonly (PlacedStory | undefined)[]): PlacedStory[] => row.flatMap((one) => one ?? []);

/** Lines under a story leave out what has a place of its own. */
function alone(row: readonly PlacedStory[], shown: ReadonlySet<string>): PlacedStory[] {
  return row.map((one) => ({
    ...one,
    related: one.related.filter(({ storyId }) => !shown.has(storyId)),
  }));
}
