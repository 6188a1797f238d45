/**
 * The marks of these days, in memory: which items share marks with another is asked for each that comes, and the store
 * would take longer over it than over all the rest. The store holds the truth: the memory follows it by the number of the
 * clustering that last touched an item, see cluster.ts, and is bounded.
 */
import { MINUTE } from '../../kit/clock.ts';
import { openTurns } from '../../kit/turns.ts';
import type { MarkedItem } from './cluster-queries.ts';
import { type EventMark, kindOfMark } from './event-mark.ts';
import { FewByKey } from './few-by-key.ts';
import { KeptMarks, keptSignature } from './kept-marks.ts';
import { bandsOf } from './min-hash.ts';
import {
  COMMON,
  COPY_LASTS,
  type ComparedItem,
  EVENT_LASTS,
  type EventReason,
  LEAST_SHARED,
  saysOf,
} from './same-event.ts';

const COUNTED_FOR = 2 * EVENT_LASTS; // how long a word is remembered for how common it is
const LATEST = 60; // items of one mark looked at; a mark of more says nothing
const COUNTED_MOST = 3 * COMMON; // items in that time; beyond it, how many there are changes nothing (saysOf)
const LOOKED_AT = 30; // of those that share most
const MOST_MEETING = 40; // copies of one item; more are one form sent again and again
const MOST = 40_000; // items, at 2 to 3 kB each; of a wire that sends more in a week the earliest go first

interface Mark extends EventMark {
  /** The latest of those that have it, the latest last. */
  items: Remembered[];
  /** The question in which it was last asked for, and in which place of what was asked. */
  asked: number;
  place: number;
}

/** An item as it stands in memory. */
export interface RememberedItem extends ComparedItem {
  itemId: string;
  clusterId: string | null;
  side: string | null;
}

interface Remembered extends RememberedItem {
  marks: KeptMarks<Mark>;
  isForgotten: boolean;
  /** The cluster that it stands in with others; null alone. */
  event: EventMembers | null;
  /** The question in which it was last met, and what it shares there with the item that is asked for. */
  met: number;
  shares: number;
}

interface EventMembers {
  /** In the order in which they were learnt. */
  members: Remembered[];
  met: number;
}

/** What is asked of an item that came: whom it may tell the same as, itself as they are, and how much each of its marks says. */
export interface Candidates {
  candidates: RememberedItem[];
  asked: ComparedItem;
  /** Until the next is asked for. */
  says: EventReason;
}

export class EventMemory {
  readonly #most: number;
  /** One clustering at a time in this process: what is remembered of one that fails must be forgotten before the next. */
  readonly turns = openTurns();
  /** The last row that was read of the store. */
  upTo = { clustering: -1, itemId: '' };
  #items = new Map<string, Remembered>();
  #inOrder: Remembered[] = [];
  #marks = new Map<string, Mark>();
  #bands = new FewByKey<Remembered>();
  #events = new Map<string, EventMembers>();
  #asked = 0;
  #counted = 0;

  constructor(most = MOST) {
    this.#most = most;
  }

  get size(): number {
    return this.#items.size;
  }

  /** All of it: the store is read anew. */
  forget(): void {
    this.upTo = { clustering: -1, itemId: '' };
    this.#items = new Map();
    this.#inOrder = [];
    this.#marks = new Map();
    this.#bands = new FewByKey();
    this.#events = new Map();
  }

  /** Remembers an item as it is now. */
  learn(item: MarkedItem): void {
    this.drop(item.itemId);
    const kept = rememberedOf(item, (mark) => this.#markOf(mark));
    this.#items.set(kept.itemId, kept);
    this.#inOrder.push(kept);
    for (const { items } of kept.marks.all) putLate(items, kept);
    for (const key of bandsIn(kept)) this.#bands.put(key, kept);
    this.#enter(kept);
  }

  /** The item has come to a cluster, or out of one. */
  place(itemId: string, { clusterId, side }: Pick<MarkedItem, 'clusterId' | 'side'>): void {
    const item = this.#items.get(itemId);
    if (!item) return;
    this.#leave(item);
    item.clusterId = clusterId;
    item.side = side;
    this.#enter(item);
  }

  /** The items of a cluster that were learnt last, of one side of it where an editor put two together. */
  latestOf({ clusterId, side }: Pick<MarkedItem, 'clusterId' | 'side'>, most: number): RememberedItem[] {
    const members = this.#events.get(clusterId ?? '')?.members ?? NONE;
    const latest: Remembered[] = [];
    for (let at = members.length - 1; at >= 0 && latest.length < most; at -= 1) {
      const member = members[at];
      if (member?.side === side) latest.unshift(member);
    }
    return latest;
  }

  /** Forgets what is too old to be compared, and the earliest of too many. */
  prune(now: number): void {
    let gone = 0;
    for (const item of this.#inOrder) {
      const isOld = item.at < now - COPY_LASTS - MINUTE;
      if (!item.isForgotten && !isOld && this.#items.size <= this.#most) break;
      this.drop(item.itemId, item);
      gone += 1;
    }
    if (gone > 0) this.#inOrder.splice(0, gone);
  }

  /** Items that share most with it, as far as they can tell of the same, and those that may be copies. */
  candidatesFor(item: MarkedItem): Candidates {
    const since = item.at - COUNTED_FOR;
    const all = this.#countSince(since);
    const sharing: Remembered[] = [];
    this.#asked += 1;
    const question = this.#asked;
    const own = this.#items.get(item.itemId);
    const marks = own?.marks ?? new KeptMarks(item.marks, (name) => this.#marks.get(name) ?? markOf(name));
    const known = marks.all.map((mark, place) => {
      mark.asked = question;
      mark.place = place;
      const says = saysOf(this.#countEvents(mark.items, since, own), all);
      if (says > 0) this.#meet(mark.items, { since, own, question, says, sharing });
      return { says, weight: marks.weightAt(place) };
    });
    const most = sharing
      .filter(({ shares }) => shares >= LEAST_SHARED)
      .sort((one, other) => other.shares - one.shares)
      .slice(0, LOOKED_AT);
    return {
      candidates: [...new Set([...most, ...this.#meeting(item)])],
      asked: { ...item, marks },
      says: (mark) => ((mark as Mark).asked === question ? (known[(mark as Mark).place] ?? null) : null),
    };
  }

  /** Adds to each what it shares with the item that is asked for. */
  #meet(others: Remembered[], { since, own, question, says, sharing }: Meeting): void {
    for (const other of others) {
      if (other.at <= since || other === own) continue;
      if (other.met !== question) {
        other.met = question;
        other.shares = 0;
        sharing.push(other);
      }
      other.shares += says;
    }
  }

  /** In how many events those of late stand, without the one that is asked for: those of a cluster are one. */
  #countEvents(items: Remembered[], since: number, own: Remembered | undefined): number {
    this.#counted += 1;
    let count = 0;
    for (const item of items) {
      const { event } = item;
      if (item.at <= since || item === own) continue;
      if (event === null) count += 1;
      else if (event.met !== this.#counted) {
        event.met = this.#counted;
        count += 1;
      }
    }
    return count;
  }

  #meeting(item: MarkedItem): Set<Remembered> {
    const found = new Set<Remembered>();
    for (const key of item.signature ? bandsOf(item.signature) : [])
      for (const other of this.#bands.at(key))
        if (other.itemId !== item.itemId && other.at > item.at - COPY_LASTS && found.size < MOST_MEETING)
          found.add(other);
    return found;
  }

  #countSince(since: number): number {
    let count = 0;
    for (let at = this.#inOrder.length - 1; at >= 0 && count < COUNTED_MOST; at -= 1) {
      const item = this.#inOrder[at];
      if (item && !item.isForgotten && item.at > since) count += 1;
    }
    return count;
  }

  #markOf(name: string): Mark {
    const known = this.#marks.get(name);
    if (known) return known;
    const mark = markOf(name);
    this.#marks.set(name, mark);
    return mark;
  }

  #enter(item: Remembered): void {
    if (item.clusterId === null) return;
    item.event = this.#events.get(item.clusterId) ?? { members: [], met: 0 };
    item.event.members.push(item);
    this.#events.set(item.clusterId, item.event);
  }

  #leave(item: Remembered): void {
    if (item.event === null || item.clusterId === null) return;
    remove(item.event.members, item);
    if (item.event.members.length === 0) this.#events.delete(item.clusterId);
    item.event = null;
  }

  /** Forgets an item. */
  drop(itemId: string, item: Remembered | undefined = this.#items.get(itemId)): void {
    if (!item || item.isForgotten) return;
    item.isForgotten = true;
    this.#items.delete(itemId);
    this.#leave(item);
    for (const mark of item.marks.all) {
      remove(mark.items, item);
      if (mark.items.length === 0) this.#marks.delete(mark.name);
    }
    for (const key of bandsIn(item)) this.#bands.remove(key, item);
  }
}

const NONE: Remembered[] = [];

/** Field by field: an object that is spread from another takes three times the room. */
const rememberedOf = (item: MarkedItem, keep: (name: string) => Mark): Remembered => ({
  itemId: item.itemId,
  sourceId: item.sourceId,
  language: item.language,
  at: item.at,
  clusterId: item.clusterId,
  side: item.side,
  signature: item.signature && keptSignature(item.signature),
  marks: new KeptMarks(item.marks, keep),
  isForgotten: false,
  event: null,
  met: 0,
  shares: 0,
});

interface Meeting {
  since: number;
  own: Remembered | undefined;
  question: number;
  says: number;
  sharing: Remembered[];
}

const markOf = (name: string): Mark => ({ name, kind: kindOfMark(name), items: [], asked: 0, place: 0 });

export const openEventMemory = (): EventMemory => new EventMemory();

/** In the order of their time; the earliest of too many goes. */
function putLate(items: Remembered[], item: Remembered): void {
  let at = items.length;
  while (at > 0 && (items[at - 1]?.at ?? 0) > item.at) at -= 1;
  items.splice(at, 0, item);
  if (items.length > LATEST) items.shift();
}

function remove(items: Remembered[], item: Remembered): void {
  const at = items.indexOf(item);
  if (at >= 0) items.splice(at, 1);
}

function bandsIn({ signature }: Remembered): number[] {
  return signature ? [...new Set(bandsOf(signature))] : [];
}
