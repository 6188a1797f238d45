/** The marks of one item in little room: objects that all items share, and a byte for each weight. */
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
