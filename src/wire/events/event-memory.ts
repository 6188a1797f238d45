/**
 * The marks of these days, in memory: which items share marks with another is asked for each that comes, and the store
 * would take longer over it than over all the rest. The store holds the truth: the memory follows it by the number of the
 * clustering that last touched an item, see cluster.ts, and is bounded.
 */
import { MINUTE } from '../../kit/clock.ts';
import { openTurns } from '../../kit/turns.ts';
import type { MarkedItem } from './cluster-queries.ts';
import { bandsOf } from './min-hash.ts';
import { COPY_LASTS, EVENT_LASTS, type EventReason, saysOf } from './same-event.ts';

const COUNTED_FOR = 2 * EVENT_LASTS; // how long a word is remembered for how common it is
const LATEST = 60; // items of one mark looked at; a mark of more says nothing
const COUNTED_MOST = 2_000; // items in that time; beyond it, how many there are changes nothing
const LOOKED_AT = 30; // of those that share most
const MOST_MEETING = 40; // copies of one item; more are one form sent again and again
const UNSHARED = 0.8; // what a mark of the other item says that this one has not: as a rule, much
const MOST = 40_000; // items, at 2 to 3 kB each; of a wire that sends more in a week the earliest go first
const TENTHS = 10; // weights are kept in tenths

interface Mark {
  mark: string;
  /** The latest of those that have it, the latest last. */
  items: Remembered[];
}

interface Remembered extends Omit<MarkedItem, 'marks' | 'signature'> {
  signature: Uint32Array | null;
  marks: Mark[];
  weights: Uint8Array;
  isForgotten: boolean;
}

/** What is asked of an item that came: whom it may tell the same as, and how much each mark says beside the other events. */
export interface Candidates {
  candidates: MarkedItem[];
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
  #bands = new Map<number, Remembered[]>();

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
    this.#bands = new Map();
  }

  /** Remembers an item as it is now. */
  learn(item: MarkedItem): void {
    this.#drop(item.itemId);
    const { marks, signature, ...plain } = item;
    const kept: Remembered = {
      ...plain,
      signature: signature && Uint32Array.from(signature),
      marks: [...marks.keys()].map((mark) => this.#markOf(mark)),
      weights: Uint8Array.from(marks.values(), (weight) => Math.round(weight * TENTHS)),
      isForgotten: false,
    };
    this.#items.set(kept.itemId, kept);
    this.#inOrder.push(kept);
    for (const { items } of kept.marks) putLate(items, kept);
    for (const key of bandsIn(kept)) {
      const met = this.#bands.get(key);
      if (met) met.push(kept);
      else this.#bands.set(key, [kept]);
    }
  }

  /** The item has come to a cluster. */
  place(itemId: string, { clusterId, side }: Pick<MarkedItem, 'clusterId' | 'side'>): void {
    const item = this.#items.get(itemId);
    if (item) Object.assign(item, { clusterId, side });
  }

  /** Forgets what is too old to be compared, and the earliest of too many. */
  prune(now: number): void {
    let gone = 0;
    for (const item of this.#inOrder) {
      const isOld = item.at < now - COPY_LASTS - MINUTE;
      if (!item.isForgotten && !isOld && this.#items.size <= this.#most) break;
      this.#drop(item.itemId, item);
      gone += 1;
    }
    if (gone > 0) this.#inOrder.splice(0, gone);
  }

  /** Items that share most with it, and those that may be copies. */
  candidatesFor(item: MarkedItem): Candidates {
    const since = item.at - COUNTED_FOR;
    const all = this.#countSince(since);
    const said = new Map<string, number>();
    const shares = new Map<Remembered, number>();
    for (const mark of item.marks.keys()) {
      const sharing = (this.#marks.get(mark)?.items ?? []).filter(
        (other) => other.at > since && other.itemId !== item.itemId,
      );
      const events = new Set(sharing.map(({ itemId, clusterId }) => clusterId ?? itemId));
      const says = saysOf(events.size, all);
      said.set(mark, says);
      for (const other of sharing) shares.set(other, (shares.get(other) ?? 0) + says);
    }
    const most = [...shares].sort((one, other) => other[1] - one[1]).slice(0, LOOKED_AT);
    const found = new Set([...most.map(([other]) => other), ...this.#meeting(item)]);
    return { candidates: [...found].map(asMarked), says: (mark) => said.get(mark) ?? UNSHARED };
  }

  #meeting(item: MarkedItem): Set<Remembered> {
    const found = new Set<Remembered>();
    for (const key of item.signature ? bandsOf(item.signature) : [])
      for (const other of this.#bands.get(key) ?? [])
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

  #markOf(mark: string): Mark {
    const known = this.#marks.get(mark) ?? { mark, items: [] };
    this.#marks.set(mark, known);
    return known;
  }

  #drop(itemId: string, item: Remembered | undefined = this.#items.get(itemId)): void {
    if (!item || item.isForgotten) return;
    item.isForgotten = true;
    this.#items.delete(itemId);
    for (const mark of item.marks) {
      remove(mark.items, item);
      if (mark.items.length === 0) this.#marks.delete(mark.mark);
    }
    for (const key of bandsIn(item)) {
      const met = this.#bands.get(key);
      if (met) remove(met, item);
      if (met?.length === 0) this.#bands.delete(key);
    }
  }
}

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

function asMarked({ isForgotten, weights, marks, ...item }: Remembered): MarkedItem {
  return { ...item, marks: new Map(marks.map(({ mark }, at) => [mark, (weights[at] ?? 0) / TENTHS])) };
}
