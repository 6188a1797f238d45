/** A run of devices sent together, and the compact record of what became of each: one character a device. */
import { DAY, MINUTE, SECOND } from '../kit/clock.ts';

/** What a push service answered for one device; outside failures are values. */
export type Outcome =
  /** `ms`: how long it took from being handed to the sender to the service's yes. */
  | { kind: 'accepted'; ms?: number }
  /** 404 or 410: the browser has let go of this subscription. */
  | { kind: 'gone'; status: number }
  /** Told to wait (429, 406, 503 with a time): nothing is wrong, not now. */
  | { kind: 'throttled'; status: number; wait: number }
  /** The service will not have this one message or this one device (400, 403, and what we do not know). */
  | { kind: 'quarantined'; status: number; why: string }
  /** 401, or 403 in number: our signature is not believed. Nothing is wrong with the device. */
  | { kind: 'distrusted'; status: number; why: string }
  /** No answer, or one that says nothing about the device (5xx, resets, time-outs). */
  | { kind: 'retry'; why: string }
  /** Not sent: the device left, or the alert was stopped or too old. */
  | { kind: 'dropped'; why?: string };

export type OutcomeWord = Outcome['kind'] | 'waiting';

const letters: Record<OutcomeWord, string> = {
  waiting: '.',
  accepted: 'a',
  gone: 'g',
  throttled: 't',
  quarantined: 'q',
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
const PAUSE = 10 * MINUTE; // of an origin that does not believe our signature: a person has to look
export const STRIKES = 5; // refusals in a row (400, 403), after which a device is left alone until its browser visits
const IN_NUMBER = 0.2; // of a chunk: single devices with a wrong key are far fewer
const FEW = 10; // in smaller chunks a share says nothing

/**
 * 403 for some devices is about those devices; 403 for a fifth of a chunk, like any 401, is about us: then no device gets
 * a strike and the whole is tried again later.
 */
export function judgeRefusals(outcomes: readonly Outcome[]): Outcome[] {
  const refused = outcomes.filter((outcome) => outcome.kind === 'quarantined' && outcome.status === 403);
  if (outcomes.length < FEW || refused.length < outcomes.length * IN_NUMBER) return [...outcomes];
  return outcomes.map((outcome) =>
    outcome.kind === 'quarantined' && outcome.status === 403
      ? { kind: 'distrusted', status: 403, why: outcome.why }
      : outcome,
  );
}

/** In how many milliseconds the open ones are tried again; null when none is open. `attempts` counts the tries made. */
export function waitBefore(
  outcomes: readonly Outcome[],
  attempts: number,
  chance = Math.random(),
): number | null {
  const waits = outcomes.flatMap((outcome) => {
    if (outcome.kind === 'throttled') return [Math.min(outcome.wait, DAY)];
    if (outcome.kind === 'distrusted') return [PAUSE];
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
    if (word === 'quarantined') tally.failed += 1;
    else if (isOpen(word)) tally.waiting += 1;
    else tally[word as 'accepted' | 'gone' | 'dropped'] += 1;
  }
}
