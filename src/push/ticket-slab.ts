/**
 * Where tickets lie until they are used: slabs of bytes, not objects, about 500 bytes a ticket with its address. What is
 * taken or cleared is overwritten.
 */
import type { Ticket } from './web-push.ts';

/** A ticket with the address it is good for. */
export interface ReadyTicket extends Ticket {
  endpoint: string;
}

const POINT = 65;
const IKM = 32;
/** Bytes of a mark: what tells two subscriptions of one device apart. */
export const MARK = 12;
const SLOT = POINT + IKM + MARK;
const SLAB = 4_096; // slots in one

export class TicketSlab {
  readonly #places = new Map<string, number>();
  #slabs: Buffer[] = [];
  #endpoints: string[] = [];
  #free: number[] = [];

  get size(): number {
    return this.#places.size;
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  put(id: string, mark: Uint8Array, { publicKey, ikm, endpoint }: ReadyTicket): void {
    const place = this.#free.pop() ?? this.#places.size; // none free: the places in use are all there are
    const bytes = this.#slot(place);
    bytes.set(publicKey, 0);
    bytes.set(ikm, POINT);
    bytes.set(mark, POINT + IKM);
    this.#endpoints[place] = endpoint;
    this.#places.set(id, place);
  }

  /** The ticket, once; null where there is none, or the mark is another: then it is gone as well. */
  take(id: string, mark: Uint8Array): ReadyTicket | null {
    const place = this.#places.get(id);
    if (place === undefined) return null;
    const slot = this.#slot(place);
    const bytes = Buffer.from(slot);
    const endpoint = this.#endpoints[place] ?? '';
    slot.fill(0);
    this.#endpoints[place] = '';
    this.#places.delete(id);
    this.#free.push(place);
    if (!bytes.subarray(POINT + IKM).equals(mark)) return null;
    return { publicKey: bytes.subarray(0, POINT), ikm: bytes.subarray(POINT, POINT + IKM), endpoint };
  }

  clear(): void {
    for (const slab of this.#slabs) slab.fill(0);
    this.#places.clear();
    [this.#slabs, this.#endpoints, this.#free] = [[], [], []];
  }

  #slot(place: number): Buffer {
    const slab = Math.floor(place / SLAB);
    this.#slabs[slab] ??= Buffer.allocUnsafeSlow(SLAB * SLOT);
    const at = (place % SLAB) * SLOT;
    return this.#slabs[slab].subarray(at, at + SLOT);
  }
}
