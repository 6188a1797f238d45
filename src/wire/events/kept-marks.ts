/** The marks of one item in little room, objects that all items share and a byte for each weight; and its signature. */
import type { EventMark } from './event-mark.ts';
import type { EventMarks } from './marks.ts';
import type { ComparedMarks } from './same-event.ts';

const TENTHS = 10; // weights are kept in tenths

export class KeptMarks<Mark extends EventMark> implements ComparedMarks {
  readonly all: readonly Mark[];
  readonly #weights: Uint8Array;

  /** `keep` gives the one that is kept for a name. */
  constructor(marks: EventMarks, keep: (name: string) => Mark) {
    this.all = Array.from(marks.keys(), keep);
    this.#weights = Uint8Array.from(marks.values(), (weight) => Math.round(weight * TENTHS));
  }

  weightAt(place: number): number {
    return (this.#weights[place] ?? 0) / TENTHS;
  }
}

const IN_A_PIECE = 64; // signatures

let piece = new ArrayBuffer(0);
let taken = 0; // bytes of it

/**
 * A signature: many lie in one piece of memory, since each in a piece of its own takes twice the room. A piece is given back when the last
 * of them is.
 */
export function keptSignature(signature: ArrayLike<number>): Uint32Array {
  const size = signature.length * Uint32Array.BYTES_PER_ELEMENT;
  if (taken + size > piece.byteLength) {
    piece = new ArrayBuffer(IN_A_PIECE * size);
    taken = 0;
  }
  const kept = new Uint32Array(piece, taken, signature.length);
  taken += size;
  kept.set(signature);
  return kept;
}
