/** Outcomes on their way from a sender thread: nearly all are a yes and a time, so only the others travel as objects. */
import type { Outcome } from './outcome.ts';

export interface PackedOutcomes {
  /** For each recipient the milliseconds to its yes; NONE where there was another answer. */
  ms: Uint32Array<ArrayBuffer>;
  others: [place: number, outcome: Outcome][];
}

const NONE = 0xffff_ffff;

/** Outcomes as they come in, each once. */
export class OutcomePack {
  readonly packed: PackedOutcomes;
  #open: number;

  constructor(many: number) {
    this.packed = { ms: new Uint32Array(many).fill(NONE), others: [] };
    this.#open = many;
  }

  get isWhole(): boolean {
    return this.#open === 0;
  }

  /** `ms`: how long a yes took. */
  put(place: number, outcome: Outcome, ms: number): void {
    if (outcome.kind === 'accepted') this.packed.ms[place] = Math.min(ms, NONE - 1);
    else this.packed.others.push([place, outcome]);
    this.#open -= 1;
  }
}

export function openOutcomes({ ms, others }: PackedOutcomes): Outcome[] {
  const accepted = new Map<number, Outcome>(); // many answer within the same few milliseconds
  const outcomes = Array.from(ms, (took): Outcome => {
    const known = accepted.get(took);
    if (known) return known;
    const made: Outcome = { kind: 'accepted', ms: took };
    accepted.set(took, made);
    return made;
  });
  for (const [place, outcome] of others) outcomes[place] = outcome;
  return outcomes;
}
