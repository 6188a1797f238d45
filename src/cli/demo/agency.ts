/** One agency of the local wires: the items it has now, and what it sends next. */
import { MINUTE } from '../../kit/clock.ts';
import { type SourceKey, sources } from './cast.ts';
import { pickFor, type WirePool } from './wire-items/wire-item.ts';

/** An item as an agency has it now. */
export interface SentItem {
  number: number;
  headline: string;
  text: string;
  sentAt: number;
  changedAt: number;
  /** What its headline will become, once. */
  later: string | undefined;
}

const KEPT = 30; // items in a feed, as agencies do
const BACKLOG = 5; // items that were there before we came
const CHANGE_TURN = 4; // every fourth turn of an agency changes an item instead of sending one

export class Agency {
  readonly key: SourceKey;
  /** Newest first. */
  readonly items: SentItem[] = [];
  /** Rises with every change; the feed's ETag. */
  version = 0;
  changedAt: number;
  readonly #pool: WirePool;

  /** With a few items from before `now`; with none, if its copy is published unread: that is for what is new. */
  constructor(key: SourceKey, pool: WirePool, now: number) {
    this.key = key;
    this.#pool = pool;
    this.changedAt = now;
    if ('unread' in sources[key]) return;
    for (let back = BACKLOG; back > 0; back -= 1) this.send(now - back * 23 * MINUTE - key.length * MINUTE);
  }

  send(at: number): void {
    const number = (this.items[0]?.number ?? 0) + 1;
    const [headline, text, later] = this.#pool.written[number - 1] ?? this.#pool.composed(pickFor(number));
    this.items.unshift({ number, headline, text, later, sentAt: at, changedAt: at });
    this.items.length = Math.min(this.items.length, KEPT);
    this.#changed(at);
  }

  get isToChange(): boolean {
    return this.version % CHANGE_TURN === CHANGE_TURN - 1;
  }

  /** Changes the oldest of the newer items about which the agency has learnt more; false when there is none. */
  change(at: number): boolean {
    const item = this.items.slice(0, BACKLOG * 2).findLast(({ later }) => later !== undefined);
    if (item?.later === undefined) return false;
    Object.assign(item, { headline: item.later, later: undefined, changedAt: at });
    this.#changed(at);
    return true;
  }

  #changed(at: number): void {
    this.version += 1;
    this.changedAt = at;
  }
}
