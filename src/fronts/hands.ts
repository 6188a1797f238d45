/**
 * Hands on a front: what editors have said about stories there. A hand ends, always; what no hand says the machine decides.
 * Pure: changes of a list of hands, each a new list.
 */
import { DAY, HOUR } from '../kit/clock.ts';
import { type FrontPlace, indexOf, placesInRow } from './places.ts';

export const handSizes = ['usual', 'bigger', 'smaller'] as const;
export type HandSize = (typeof handSizes)[number];

/** As the place has it, or with a picture, or without one. */
export const handPictures = ['usual', 'with', 'without'] as const;
export type HandPicture = (typeof handPictures)[number];

/** What is said of one story on one front. */
export interface Hand {
  storyId: string;
  /** Null leaves the place to the machine: the hand only dresses the story. */
  place: FrontPlace | null;
  /** The instant at which the hand ends. */
  until: number;
  /** The place is given up as soon as something urgent is published. */
  untilUrgent: boolean;
  /** On the front alone; empty for the story's own. */
  headline: string;
  /** The story's own headline when that of the front was written. */
  headlineThen: string;
  /** A word or two over the headline. */
  kicker: string;
  size: HandSize;
  picture: HandPicture;
  /** A picture of the library in place of the story's own; null, or left away by older hands, for that. */
  pictureId?: string | null;
  /** Stories under it, by id; of a package its further pieces. */
  related: string[];
  /** The name of the event, where this and the related are one package; empty where they are not. */
  packageName: string;
  /** The place that it gave up for something urgent, for whoever wants to put it back. */
  gaveUp?: FrontPlace | null;
  since: number;
  byName: string;
}

export const USUAL_HOLD = 6 * HOUR; // what a hand gets that nobody gave an end: half a day's shift
export const LONGEST_HOLD = 7 * DAY; // what stands longer belongs on a page of its own
export const MOST_HANDS = 60; // on one front: it has no more places
export const MOST_RELATED = 6; // lines under one story
export const LONGEST_FRONT_HEADLINE = 160; // characters: three lines of the lead
export const LONGEST_KICKER = 40; // characters: one line of a phone
export const LONGEST_PACKAGE = 60; // characters

/** A hand that says nothing yet but where. */
export function plainHand(
  storyId: string,
  { now, byName, place }: { now: number; byName: string; place: FrontPlace | null },
): Hand {
  return {
    storyId,
    place,
    until: now + USUAL_HOLD,
    untilUrgent: false,
    headline: '',
    headlineThen: '',
    kicker: '',
    size: 'usual',
    picture: 'usual',
    related: [],
    packageName: '',
    since: now,
    byName,
  };
}

/** Puts a hand in place of what was said of its story. Who held its place moves on by one, and so on. */
export function withHand(hands: readonly Hand[], hand: Hand): Hand[] {
  const others = hands.filter(({ storyId }) => storyId !== hand.storyId);
  return [...(hand.place ? makeRoom(others, hand.place) : others), hand];
}

/** Those from this place on each move by one, up to the first place that no hand holds; off the end they keep only their dress. */
function makeRoom(hands: readonly Hand[], place: FrontPlace): Hand[] {
  const row = placesInRow(place);
  const moved = new Map<Hand, FrontPlace | null>();
  for (let index = indexOf(row, place); index >= 0 && index < row.length; index += 1) {
    const holder = hands.find((hand) => hand.place && indexOf(row, hand.place) === index);
    if (!holder) break;
    moved.set(holder, row[index + 1] ?? null);
  }
  return hands.map((hand) => {
    const next = moved.get(hand);
    return next === undefined ? hand : { ...hand, place: next };
  });
}

export function withoutHand(hands: readonly Hand[], storyId: string): Hand[] {
  return hands.filter((hand) => hand.storyId !== storyId);
}

/** Moves a story one place up or down its row; a hand that is there takes its place. Null where the row ends. */
export function withStep(hands: readonly Hand[], hand: Hand, step: -1 | 1): Hand[] | null {
  if (!hand.place) return null;
  const row = placesInRow(hand.place);
  const next = row[indexOf(row, hand.place) + step];
  if (!next) return null;
  const others = hands.filter(({ storyId }) => storyId !== hand.storyId);
  const there = others.find(({ place }) => place && indexOf([next], place) === 0);
  const rest = others.map((other) => (other === there ? { ...other, place: hand.place } : other));
  return [...rest, { ...hand, place: next }];
}

/** Those whose time is not over. */
export const liveHands = (hands: readonly Hand[], now: number): Hand[] =>
  hands.filter(({ until }) => until > now);

/** The pictures of the library that the hands put in place of stories' own. */
export function picturesOf(hands: readonly (Hand | null)[]): string[] {
  return [...new Set(hands.flatMap((hand) => hand?.pictureId ?? []))];
}

/** The hands that name a package of which a story is a piece. */
export function packagesOf(hands: readonly Hand[], storyId: string): Hand[] {
  return hands.filter((hand) => hand.packageName !== '' && storiesOf([hand]).includes(storyId));
}

/** Every story that the hands name. */
export function storiesOf(hands: readonly Hand[]): string[] {
  return [...new Set(hands.flatMap(({ storyId, related }) => [storyId, ...related]))];
}
