/** The marks of one item in little room: names that all items share, and a byte for each weight. */
import type { ComparedMarks } from './same-event.ts';

const TENTHS = 10; // weights are kept in tenths

export class KeptMarks<Mark extends { mark: string }> implements ComparedMarks {
  readonly all: readonly Mark[];
  readonly #weights: Uint8Array;

  /** `keep` gives the one that is kept for a name. */
  constructor(marks: ComparedMarks, keep: (mark: string) => Mark) {
    const all: Mark[] = [];
    const weights: number[] = [];
    marks.forEach((weight, mark) => {
      all.push(keep(mark));
      weights.push(Math.round(weight * TENTHS));
    });
    this.all = all;
    this.#weights = Uint8Array.from(weights);
  }

  get(mark: string): number | undefined {
    const at = this.all.findIndex((each) => each.mark === mark);
    return at === -1 ? undefined : (this.#weights[at] ?? 0) / TENTHS;
  }

  forEach(visit: (weight: number, mark: string) => void): void {
    for (let at = 0; at < this.all.length; at += 1)
      visit((this.#weights[at] ?? 0) / TENTHS, this.all[at]?.mark ?? '');
  }
}
