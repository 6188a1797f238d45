/** Outcomes on their way from a sender thread: nearly all are a yes and a time, so only the others travel as objects. */
import type { Outcome } from './outcome.ts';

export interface PackedOutcomes {
  /** For each recipient the milliseconds to its yes; NONE where there was another answer. */
  ms: Uint32Array<ArrayBuffer>;
  others: [place: number, outcome: Outcome][];
}

const NONE = 0xffff_ffff;

export function packOutcomes(outcomes: readonly Outcome[]): PackedOutcomes {
  const ms = new Uint32Array(outcomes.length).fill(NONE);
  const others: PackedOutcomes['others'] = [];
  for (const [place, outcome] of outcomes.entries()) {
    if (outcome.kind === 'accepted') ms[place] = Math.min(outcome.ms ?? 0, NONE - 1);
    else others.push([place, outcome]);
  }
  return { ms, others };
}

export function openOutcomes({ ms, others }: PackedOutcomes): Outcome[] {
  const outcomes = Array.from(ms, (took): Outcome => ({ kind: 'accepted', ms: took }));
  for (const [place, outcome] of others) outcomes[place] = outcome;
  return outcomes;
}
