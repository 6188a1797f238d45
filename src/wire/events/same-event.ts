/**
 * Whether two items tell of the same event. Judged against false merges first: two reports of one flood under two rows
 * cost an editor a glance, two floods under one row cost a correction. Pure.
 */
import { DAY, HOUR } from '../../kit/clock.ts';
import { once } from '../../kit/once.ts';
import { baseLanguage } from '../reading/language.ts';
import type { EventMark } from './event-mark.ts';
import { IN_HEADLINE } from './marks.ts';
import { likeness } from './min-hash.ts';

/** Marks as they are compared. A mark is the same object in all items that are compared. */
export interface ComparedMarks {
  readonly all: readonly EventMark[];
  /** Of the mark in that place. */
  weightAt(place: number): number;
}

/** An item as it is compared. */
export interface ComparedItem {
  sourceId: string;
  language: string | null;
  at: number;
  signature: ArrayLike<number> | null;
  marks: ComparedMarks;
}

/**
 * What is known of a mark in the item that is compared with others: its weight there, and how much it says, from 0 for what
 * everyone writes of to 1 for what stood in no other item. Null of a mark that this item has not.
 */
export type EventReason = (mark: EventMark) => { weight: number; says: number } | null;

export interface EventVerdict {
  is: boolean;
  /** For choosing among several; above 1 for copies. */
  score: number;
  why: 'copy' | 'event' | null;
}

export const EVENT_LASTS = 2 * DAY; // between two reports; a story that goes on is carried by what comes between
export const COPY_LASTS = 7 * DAY;

const COPY = 0.5; // of their runs of words
const COPY_IN_ONE_SOURCE = 0.7; // a source's own forms (weather, markets, sport) repeat much of themselves
const NEARLY_COPY = 0.3; // with what an event shares besides
/** What is asked of two items in one language: much in common, or less with headlines that share it. */
const ALIKE = { part: 0.5, sum: 3.2, inHeadlines: 0 };
const ALIKE_BY_HEADLINE = { part: 0.36, sum: 2.9, inHeadlines: 2 };
/** Of one source: what it tells twice under two identities is most often two things with the same people in them. */
const ALIKE_IN_ONE_SOURCE = { part: 0.7, sum: 4, inHeadlines: 3 };
const COLUMN_COMES = 18 * HOUR; // after that, what a source tells in the same words is its column of the next day
/**
 * In two languages names, numbers and what means the same everywhere can be compared: much of what the shorter says, one
 * of it in both headlines. Names tell who and where; without a number or a happening they are the same people's other day.
 */
const ALIKE_ABROAD = { part: 0.42, sum: 2.6, inHeadlines: 1 };
/** Headlines may say it with other words, where most of what the shorter says is shared. */
const MOSTLY_ALIKE_ABROAD = { part: 0.7, sum: 2.6, inHeadlines: 0 };
const LEAST_ABROAD = { names: 1, happenings: 1, together: 3 };
const BARS = [ALIKE, ALIKE_BY_HEADLINE, ALIKE_IN_ONE_SOURCE, ALIKE_ABROAD, MOSTLY_ALIKE_ABROAD];
/** What shared marks must say together before two items can tell of one event, unless they are copies. */
export const LEAST_SHARED = Math.min(...BARS.map(({ sum }) => sum)) / IN_HEADLINE;
const TELLING = 0.45; // a mark that says this much
const BARELY_TELLING = 0.2;
const FADES_AFTER = 12 * HOUR; // what is further apart needs more

const UNSHARED = 0.8; // what a mark of the other item says that the one compared has not: as a rule, much

/** Compares one item with others: what it says by itself is counted once. */
export function comparing(one: ComparedItem, says: EventReason): (other: ComparedItem) => EventVerdict {
  const wholes = {
    here: once(() => wholeOf(one, says, true)),
    abroad: once(() => wholeOf(one, says, false)),
  };
  const weighed = { ...one, wholes, headline: once(() => inHeadline(one)) };
  return (other) => verdictOf(weighed, other, says);
}

/** What an item says by itself, once it is asked for. */
interface Weighed extends ComparedItem {
  wholes: { here: () => number; abroad: () => number };
  headline: () => EventMark[];
}

function verdictOf(one: Weighed, other: ComparedItem, says: EventReason): EventVerdict {
  const apart = Math.abs(one.at - other.at);
  const copied = one.signature && other.signature ? likeness(one.signature, other.signature) : 0;
  const isOneSource = one.sourceId === other.sourceId;
  if (isOneSource && !mayRepeat(one, other)) return { is: false, score: 0, why: null };
  if (apart <= COPY_LASTS && copied >= (isOneSource ? COPY_IN_ONE_SOURCE : COPY))
    return { is: true, score: 1 + copied, why: 'copy' };
  if (apart > (isOneSource ? COLUMN_COMES : EVENT_LASTS)) return { is: false, score: 0, why: null };
  const shared = compare(one, other, says);
  const late = 1 + 0.25 * Math.max(0, (apart - FADES_AFTER) / EVENT_LASTS);
  const part = (shared.part / late) * (copied >= NEARLY_COPY ? 1.5 : 1);
  const meets = (bar: typeof ALIKE): boolean =>
    part >= bar.part && shared.sum >= bar.sum && shared.inHeadlines >= bar.inHeadlines;
  const isAlikeAbroad = (): boolean =>
    (meets(ALIKE_ABROAD) || meets(MOSTLY_ALIKE_ABROAD)) &&
    shared.names >= LEAST_ABROAD.names &&
    shared.happenings >= LEAST_ABROAD.happenings &&
    shared.names + shared.happenings >= LEAST_ABROAD.together;
  const isAlike = (): boolean => meets(ALIKE) || meets(ALIKE_BY_HEADLINE);
  const is = isOneSource ? meets(ALIKE_IN_ONE_SOURCE) : shared.isAbroad ? isAlikeAbroad() : isAlike();
  return { is, score: Math.min(1, part), why: is ? 'event' : null };
}

/**
 * A source repeats its own forms and furniture day after day: results, prices, warnings. Only what shares words of the
 * headline, and no number of it against another, is the same told twice.
 */
function mayRepeat(one: Weighed, other: ComparedItem): boolean {
  const [ours, theirs] = [one.headline(), inHeadline(other)];
  if (!ours.some((mark) => theirs.includes(mark))) return false;
  const numbers = (marks: EventMark[], but: EventMark[]): boolean =>
    marks.some((mark) => mark.kind.is === 'number' && !but.includes(mark));
  return !(numbers(ours, theirs) && numbers(theirs, ours));
}

function inHeadline({ marks }: ComparedItem): EventMark[] {
  return marks.all.filter((_mark, place) => marks.weightAt(place) > 1);
}

interface Shared {
  /** What they share, of all that both say, or in two languages the shorter; what that is together. */
  part: number;
  sum: number;
  /** How many telling names they share; how many telling numbers and happenings. */
  names: number;
  happenings: number;
  /** How many of the shared marks stand in both headlines. */
  inHeadlines: number;
  isAbroad: boolean;
}

/** A word counts in its own language, a kind of happening between two. */
function counts(mark: EventMark, isHere: boolean): boolean {
  return mark.kind.is !== (isHere ? 'kind' : 'word');
}

function compare(one: Weighed, other: ComparedItem, says: EventReason): Shared {
  const isAbroad =
    one.language !== other.language && baseLanguage(one.language) !== baseLanguage(other.language);
  let sum = 0;
  let names = 0;
  let happenings = 0;
  let inHeadlines = 0;
  const { all } = other.marks;
  for (let place = 0; place < all.length; place += 1) {
    const mark = all[place];
    const known = mark && counts(mark, !isAbroad) ? says(mark) : null;
    if (!mark || !known) continue;
    const theirs = other.marks.weightAt(place);
    sum += known.says * mark.kind.tells * Math.sqrt(known.weight * theirs);
    if (known.weight > 1 && theirs > 1 && known.says >= BARELY_TELLING) inHeadlines += 1;
    if (known.says < TELLING) continue;
    if (mark.kind.is === 'name') names += 1;
    else if (mark.kind.isHappening) happenings += 1;
  }
  const own = isAbroad ? one.wholes.abroad() : one.wholes.here();
  const wholes = [own, wholeOf(other, says, !isAbroad)] as const;
  // In some languages every word may be a name, so that what is said there has no measure.
  const whole = isAbroad ? Math.min(...wholes) : Math.sqrt(wholes[0] * wholes[1]);
  return { part: whole === 0 ? 0 : sum / whole, sum, names, happenings, inHeadlines, isAbroad };
}

/** All that an item says; a long text is not held against a short one beyond its first marks. */
const COUNTED = 32;

function wholeOf({ marks }: ComparedItem, says: EventReason, isHere: boolean): number {
  let whole = 0;
  let counted = 0;
  for (let place = 0; place < marks.all.length && counted < COUNTED; place += 1) {
    const mark = marks.all[place];
    if (!mark || !counts(mark, isHere)) continue;
    counted += 1;
    whole += (says(mark)?.says ?? UNSHARED) * mark.kind.tells * marks.weightAt(place);
  }
  return whole;
}

export const COMMON = 60; // events in which a mark may stand before it says nothing at all
const LEAST_COMMON = 10; // the same on a quiet wire, where a few reports of one event that were not joined yet are a good part

/** How much a mark says that stands in so many other events of so many there are. */
export function saysOf(events: number, all: number): number {
  const most = Math.max(LEAST_COMMON, Math.min(COMMON, all / 3));
  return Math.max(0, 1 - Math.log(1 + events) / Math.log(1 + most));
}
