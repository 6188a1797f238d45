/** A run of devices sent together, and the compact record of what became of each: one character a device. */
import { DAY, MINUTE, SECOND } from '../kit/clock.ts';
import type { Outcome } from '../push/outcome.ts';

export type OutcomeWord = Outcome['kind'] | 'waiting';

const letters: Record<OutcomeWord, string> = {
  waiting: '.',
  accepted: 'a',
  gone: 'g',
  throttled: 't',
  quarantined: 'q',
  stale: 's',
  distrusted: 'd',
  retry: 'r',
  dropped: 'x',
};
const words = Object.fromEntries(Object.entries(letters).map(([word, letter]) => [letter, word])) as Record<
  string,
  OutcomeWord
>;

export function encodeOutcomes(outcomes: readonly OutcomeWord[]): string {
  return outcomes.map((word) => letters[word]).join('');
}

export function decodeOutcomes(text: string): OutcomeWord[] {
  return Array.from(text, (letter) => words[letter] ?? 'waiting');
}

/** Whether the device is to be tried again for this alert. */
export function isOpen(word: OutcomeWord): boolean {
  return word === 'waiting' || word === 'throttled' || word === 'distrusted' || word === 'retry';
}

const LONGEST_WAIT = 5 * MINUTE; // between two tries of what simply failed
export const STRIKES = 5; // days in a row with refusals, after which a device is left alone until its browser visits
const IN_NUMBER = 0.2; // of a chunk: single devices with a wrong key are far fewer
const FEW = 10; // in smaller chunks a share says nothing, so all must be refused …
const FEWEST = 3; // … and there must be so many: two that are refused may both have a wrong key

/**
 * A refusal (400, 401, 403) of some devices is about those devices; of a fifth of a chunk it is about us: then no device
 * gets a strike, all are kept, and the service is paused (paused-origins.ts).
 */
export function judgeRefusals(outcomes: readonly Outcome[]): Outcome[] {
  const many = outcomes.filter(isRefusal).length;
  const inNumber =
    outcomes.length < FEW ? many >= FEWEST && many === outcomes.length : many >= outcomes.length * IN_NUMBER;
  if (!inNumber) return outcomes.map((outcome) => (outcome.kind === 'distrusted' ? again(outcome) : outcome));
  return outcomes.map((outcome) => (isRefusal(outcome) ? { ...outcome, kind: 'distrusted' } : outcome));
}

type Refusal = Extract<Outcome, { kind: 'quarantined' | 'distrusted' }>;

function isRefusal(outcome: Outcome): outcome is Refusal {
  if (outcome.kind === 'distrusted') return true;
  return outcome.kind === 'quarantined' && [400, 401, 403].includes(outcome.status);
}

/** Held back by a thread that saw many refusals in a row, of other chunks: this chunk has not said so yet. */
function again({ status, why }: Refusal): Outcome {
  return { kind: 'retry', why: `others were refused (${status}): ${why}` };
}

/** In how many milliseconds the open ones are tried again; null when none is open. `attempts` counts the tries made. */
export function waitBefore(
  outcomes: readonly Outcome[],
  attempts: number,
  chance = Math.random(),
): number | null {
  const waits = outcomes.flatMap((outcome) => {
    if (outcome.kind === 'throttled') return [Math.min(outcome.wait, DAY)];
    if (outcome.kind === 'distrusted') return [0]; // its service is paused
    if (outcome.kind !== 'retry') return [];
    const step = Math.min(SECOND * 2 ** (attempts - 1), LONGEST_WAIT);
    return [step * (0.5 + chance)];
  });
  return waits.length === 0 ? null : Math.ceil(Math.min(...waits));
}

export interface Tally {
  devices: number;
  accepted: number;
  gone: number;
  waiting: number;
  failed: number;
  dropped: number;
}

export function emptyTally(): Tally {
  return { devices: 0, accepted: 0, gone: 0, waiting: 0, failed: 0, dropped: 0 };
}

/** Counts a chunk's record into a tally. */
export function count(tally: Tally, outcomes: string): void {
  for (const word of decodeOutcomes(outcomes)) {
    tally.devices += 1;
    if (word === 'quarantined' || word === 'stale') tally.failed += 1;
    else if (isOpen(word)) tally.waiting += 1;
    else tally[word as 'accepted' | 'gone' | 'dropped'] += 1;
  }
}
