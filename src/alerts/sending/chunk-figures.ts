/**
 * What a chunk's record holds besides one letter a device: how long acceptance took, and why the others were not told,
 * both counted, so that a record stays a few hundred bytes however many devices there are. `readFigures` adds them up.
 */

import type { Newsroom } from '../../newsroom.ts';
import type { Outcome } from '../../push/outcome.ts';
import { readRecord } from '../../store/json-column.ts';
import { count, emptyTally, type Tally } from '../chunk.ts';
import { chunkRecords } from '../readers/read-queries.ts';

/** Devices counted under a word. */
type Counts = Record<string, number>;

/** As kept in `alert_chunks.figures_json`. */
export interface ChunkFigures {
  /** Accepted devices by milliseconds from the alert's leaving to its push service's yes, to two digits: '1200'. */
  after?: Counts;
  /** Why devices went, failed or were dropped, in words for the desk. */
  gone?: Counts;
  failed?: Counts;
  dropped?: Counts;
  /** Why devices wait; of the last try only. */
  waiting?: Counts;
}

/** Adds a try to a chunk's figures. `began`: milliseconds from the alert's leaving to the beginning of this try. */
export function addTry(figures: ChunkFigures, outcomes: Iterable<Outcome>, began: number): ChunkFigures {
  const counted = new Map<keyof ChunkFigures, Map<string, number>>();
  const count = (field: keyof ChunkFigures, word: string, devices: number): void => {
    const counts =
      counted.get(field) ?? new Map(field === 'waiting' ? [] : Object.entries(figures[field] ?? {}));
    counts.set(word, (counts.get(word) ?? 0) + devices);
    counted.set(field, counts);
  };
  const took = new Map<number, number>(); // many answer within the same few milliseconds
  for (const outcome of outcomes) {
    if (outcome.kind === 'accepted') took.set(outcome.ms ?? 0, (took.get(outcome.ms ?? 0) ?? 0) + 1);
    else count(...placeOf(outcome), 1);
  }
  for (const [ms, devices] of took) count('after', String(twoDigits(Math.max(0, began) + ms)), devices);
  const next: ChunkFigures = { ...figures, waiting: {} };
  for (const [field, counts] of counted) next[field] = Object.fromEntries(counts);
  return next;
}

function placeOf(outcome: Exclude<Outcome, { kind: 'accepted' }>): [keyof ChunkFigures, string] {
  switch (outcome.kind) {
    case 'gone':
      return ['gone', `answered ${outcome.status}`];
    case 'quarantined':
      return ['failed', outcome.status === 0 ? outcome.why : `answered ${outcome.status}: ${outcome.why}`];
    case 'stale':
      return [
        'failed',
        `subscribed with another key (${outcome.status}); asked to subscribe anew when it visits`,
      ];
    case 'dropped':
      return ['dropped', outcome.why ?? 'not sent'];
    case 'throttled':
      return ['waiting', `told to wait (${outcome.status})`];
    case 'distrusted':
      return ['waiting', `our signature was refused (${outcome.status}): ${outcome.why}`];
    case 'retry':
      return ['waiting', outcome.why];
  }
}

/** A time to two digits, rounded up: what is told is never quicker than what was. */
function twoDigits(ms: number): number {
  if (ms < 100) return Math.ceil(ms);
  const step = 10 ** (Math.floor(Math.log10(ms)) - 1);
  return Math.ceil(ms / step) * step;
}

export interface FailureReason {
  what: 'waiting' | 'gone' | 'failed' | 'dropped';
  why: string;
  devices: number;
}

export interface OriginFigures {
  tally: Tally;
  /** Most devices first. */
  reasons: FailureReason[];
  /**
   * Milliseconds from the alert's leaving until half, nine in ten and 99 in a hundred of the devices that can be reached
   * had it at their push service; null while they have not. Devices that were gone, refused or dropped do not count.
   */
  time: { half: number | null; ninety: number | null; ninetyNine: number | null };
}

export interface AlertFigures {
  all: OriginFigures;
  /** By push service, most devices first. */
  byOrigin: ({ origin: string } & OriginFigures)[];
}

/** For the desk: what has become of an alert so far, in all and for each push service. */
export async function readFigures(newsroom: Newsroom, asked: { alertId: string }): Promise<AlertFigures> {
  const all = emptySum();
  const origins = new Map<string, Sum>();
  for (const chunk of await chunkRecords(newsroom, asked.alertId)) {
    const sum = origins.get(chunk.origin) ?? emptySum();
    origins.set(chunk.origin, sum);
    const figures = readRecord<ChunkFigures>('alert_chunks.figures_json', chunk.id, chunk.figures_json);
    for (const into of [all, sum]) add(into, chunk.outcomes, figures);
  }
  return {
    all: figuresOf(all),
    byOrigin: [...origins]
      .map(([origin, sum]) => ({ origin, ...figuresOf(sum) }))
      .sort((one, other) => other.tally.devices - one.tally.devices),
  };
}

interface Sum {
  tally: Tally;
  figures: Required<ChunkFigures>;
}

const emptySum = (): Sum => ({
  tally: emptyTally(),
  figures: { after: {}, gone: {}, failed: {}, dropped: {}, waiting: {} },
});

function add(into: Sum, outcomes: string, figures: ChunkFigures): void {
  count(into.tally, outcomes);
  for (const field of Object.keys(into.figures) as (keyof ChunkFigures)[])
    for (const [word, devices] of Object.entries(figures[field] ?? {}))
      into.figures[field][word] = (into.figures[field][word] ?? 0) + devices;
}

function figuresOf({ tally, figures }: Sum): OriginFigures {
  const reasons = (['waiting', 'gone', 'failed', 'dropped'] as const).flatMap((what) =>
    Object.entries(figures[what]).map(([why, devices]) => ({ what, why, devices })),
  );
  const times = Object.entries(figures.after)
    .map(([ms, devices]) => ({ ms: Number(ms), devices }))
    .sort((one, other) => one.ms - other.ms);
  const reached = tally.accepted + tally.waiting;
  const until = (share: number) => timeOf(times, Math.ceil(reached * share));
  return {
    tally,
    reasons: reasons.sort((one, other) => other.devices - one.devices),
    time: { half: until(0.5), ninety: until(0.9), ninetyNine: until(0.99) },
  };
}

function timeOf(times: { ms: number; devices: number }[], wanted: number): number | null {
  let had = 0;
  for (const { ms, devices } of times) {
    had += devices;
    if (had >= wanted) return ms;
  }
  return null;
}
