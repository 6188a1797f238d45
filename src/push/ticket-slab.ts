/**
 * Where tickets lie until they are used: bytes in slabs, some 290 a ticket with its address, so that a million of them are nothing to
 * the garbage collector. A ticket is found by its mark, which a device that healed since has no more. What is taken or cleared
 * is overwritten.
 */
import { KEY_ID, SUM, type Ticket } from './web-push.ts';

/** A ticket with the path of the address that it is good for. */
export interface ReadyTicket extends Ticket {
  path: string;
}

/** Bytes of a mark, random ones. */
export const MARK = 12;

// A slot: the next one of the same bucket, the mark, the point, the key, the path with its length.
const MARK_AT = 4;
const POINT_AT = MARK_AT + MARK;
const IKM_AT = POINT_AT + KEY_ID;
const LENGTH_AT = IKM_AT + SUM;
const PATH_AT = LENGTH_AT + 2;
const UNIT = 16; // bytes in which slots grow: paths of one push service are of one length, those of another of another
const SLAB = 2 ** 19; // bytes
const MOST_BUCKETS = 2 ** 22;
const MOST_UNITS = 127; // an address of 1,900 signs; who has a longer one is encrypted on the spot
const INDEX_BITS = 24; // of a place; above them the slot's units, so that no place is 0

export class TicketSlab {
  /** By bucket the place of its first ticket, 0 for none. */
  #buckets: Int32Array | null = null;
  readonly #most: number;
  #shelves: (Shelf | undefined)[] = [];
  #size = 0;

  /** `most`: tickets that it is made for; more fit, and are found more slowly. */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#size;
  }

  /** The mark stands `at` these bytes. */
  has(bytes: Buffer, at: number): boolean {
    return this.#find(bytes, at) !== 0;
  }

  /** Not where its path is far longer than any service's. */
  put(bytes: Buffer, at: number, { publicKey, ikm, path }: ReadyTicket): void {
    this.#buckets ??= new Int32Array(
      2 ** Math.ceil(Math.log2(Math.min(Math.max(this.#most, 2), MOST_BUCKETS))),
    );
    const units = Math.ceil((PATH_AT + path.length) / UNIT);
    if (units > MOST_UNITS) return;
    this.#shelves[units] ??= new Shelf(units * UNIT);
    const shelf = this.#shelves[units];
    const index = shelf.take();
    const [slab, from] = [shelf.slab(index), shelf.from(index)];
    const bucket = bucketOf(this.#buckets, bytes, at);
    slab.writeInt32LE(this.#buckets[bucket] as number, from);
    bytes.copy(slab, from + MARK_AT, at, at + MARK);
    slab.set(publicKey, from + POINT_AT);
    slab.set(ikm, from + IKM_AT);
    slab.writeUInt16LE(path.length, from + LENGTH_AT);
    slab.write(path, from + PATH_AT, 'latin1');
    this.#buckets[bucket] = (units << INDEX_BITS) | index;
    this.#size += 1;
  }

  /** Moves the ticket of this mark `into` one; false where there is none. */
  take(bytes: Buffer, at: number, into: ReadyTicket): boolean {
    const place = this.#find(bytes, at);
    if (place === 0) return false;
    const [shelf, index] = this.#shelfOf(place);
    const [slab, from] = [shelf.slab(index), shelf.from(index)];
    this.#unlink(bucketOf(this.#buckets as Int32Array, bytes, at), place, slab.readInt32LE(from));
    copy(slab, from + POINT_AT, into.publicKey);
    copy(slab, from + IKM_AT, into.ikm);
    const end = from + PATH_AT + slab.readUInt16LE(from + LENGTH_AT);
    into.path = slab.toString('latin1', from + PATH_AT, end);
    slab.fill(0, from, end);
    shelf.give(index);
    this.#size -= 1;
    return true;
  }

  clear(): void {
    for (const shelf of this.#shelves) shelf?.wipe();
    this.#shelves = [];
    this.#buckets = null;
    this.#size = 0;
  }

  #find(bytes: Buffer, at: number): number {
    if (!this.#buckets) return 0;
    let place = this.#buckets[bucketOf(this.#buckets, bytes, at)] as number;
    while (place !== 0) {
      const [shelf, index] = this.#shelfOf(place);
      const [slab, from] = [shelf.slab(index), shelf.from(index)];
      if (isSame(bytes, at, slab, from + MARK_AT)) return place;
      place = slab.readInt32LE(from);
    }
    return 0;
  }

  /** Takes a place out of its bucket; `next` is what follows it there. */
  #unlink(bucket: number, place: number, next: number): void {
    const buckets = this.#buckets as Int32Array;
    let before = buckets[bucket] as number;
    if (before === place) {
      buckets[bucket] = next;
      return;
    }
    for (;;) {
      const [shelf, index] = this.#shelfOf(before);
      const [slab, from] = [shelf.slab(index), shelf.from(index)];
      const follows = slab.readInt32LE(from);
      if (follows === place) {
        slab.writeInt32LE(next, from);
        return;
      }
      before = follows;
    }
  }

  #shelfOf(place: number): [Shelf, number] {
    return [this.#shelves[place >>> INDEX_BITS] as Shelf, place & (2 ** INDEX_BITS - 1)];
  }
}

/** Slots of one size. */
class Shelf {
  readonly #slot: number;
  readonly #inSlab: number;
  readonly #slabs: Buffer[] = [];
  readonly #free: number[] = [];
  #used = 0;

  constructor(slot: number) {
    this.#slot = slot;
    this.#inSlab = Math.floor(SLAB / slot);
  }

  take(): number {
    const free = this.#free.pop();
    if (free !== undefined) return free;
    if (this.#used === this.#slabs.length * this.#inSlab) this.#slabs.push(Buffer.alloc(SLAB));
    this.#used += 1;
    return this.#used - 1;
  }

  give(index: number): void {
    this.#free.push(index);
  }

  slab(index: number): Buffer {
    return this.#slabs[Math.floor(index / this.#inSlab)] as Buffer;
  }

  from(index: number): number {
    return (index % this.#inSlab) * this.#slot;
  }

  wipe(): void {
    for (const slab of this.#slabs) slab.fill(0);
  }
}

/** Marks are random, so their first bytes are as good as any sum of them. */
function bucketOf(buckets: Int32Array, bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) & (buckets.length - 1);
}

function isSame(one: Buffer, at: number, other: Buffer, from: number): boolean {
  for (let place = 0; place < MARK; place += 1) if (one[at + place] !== other[from + place]) return false;
  return true;
}

/** Short pieces: a loop of ours is done before a call has begun. */
function copy(from: Buffer, at: number, into: Uint8Array): void {
  for (let place = 0; place < into.length; place += 1) into[place] = from[at + place] as number;
}
