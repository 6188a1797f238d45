/** What the runner has in hand, for people: what is being done and by which process, what failed and is tried again, what waits. */

import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import type { Lane } from '../store/closed-sets.ts';
import { BrokenColumn, readableRows, readRecord } from '../store/json-column.ts';
import { processRows } from './process-queries.ts';
import { dropRow, type OpenWorkRow, openRows, waitingByLane } from './queries.ts';

/** A piece of work that is not over. */
export interface OpenWork {
  id: string;
  event: string;
  /** Null while an event has not become follow-ups. */
  verb: string | null;
  lane: string;
  facts: Record<string, unknown>;
  tries: number;
  /** In the words of the last try; null where none failed. */
  failure: string | null;
  since: number;
  /** When it is done, or tried again. */
  runAt: number;
  /** Which process is at it, by place; null where none has said. */
  place: string | null;
}

export interface LaneCount {
  lane: Lane | string;
  /** Due, and not begun. */
  waiting: number;
  /** Since when the first of them is due; null where none is. */
  oldest: number | null;
}

export interface WorkInHand {
  underWay: OpenWork[];
  failing: OpenWork[];
  lanes: LaneCount[];
  /** Announced for an instant to come: schedules, alerts that can be undone, embargoes. */
  later: { count: number; next: number | null };
  /** The processes at work, where there may be several; empty on SQLite. */
  processes: { place: string; since: number }[];
}

const SHOWN = 100; // of a kind; a page of more says nothing that its count does not

/** All of it, as it is now. */
export async function listWork(newsroom: Newsroom): Promise<WorkInHand> {
  const now = newsroom.clock.now();
  const [underWay, failing, waiting, processes] = await Promise.all([
    openRows(newsroom, 'under way', SHOWN),
    openRows(newsroom, 'failing', SHOWN),
    waitingByLane(newsroom),
    processRows(newsroom),
  ]);
  const places = new Map(processes.map(({ id, place }) => [id, place]));
  const shown = (row: OpenWorkRow): OpenWork => ({
    id: row.id,
    event: row.event,
    verb: row.verb,
    lane: row.lane,
    facts: readRecord<Record<string, unknown>>('work.payload_json', row.id, row.payload_json),
    tries: row.attempts,
    failure: row.failure,
    since: row.created_at,
    runAt: row.run_at,
    place: places.get(row.held_by ?? '') ?? null,
  });
  const due = waiting.filter(({ is_due }) => Boolean(is_due));
  const later = waiting.filter(({ is_due }) => !is_due);
  return {
    underWay: readableRows(newsroom.log, underWay, shown),
    failing: readableRows(newsroom.log, failing, shown),
    lanes: due.map((row) => ({
      lane: row.lane,
      waiting: Number(row.count),
      oldest: Math.min(now, row.first),
    })),
    later: {
      count: later.reduce((sum, row) => sum + Number(row.count), 0),
      next: later.length > 0 ? Math.min(...later.map((row) => row.first)) : null,
    },
    processes: processes.map(({ place, began_at }) => ({ place, since: began_at })),
  };
}

/** What cannot be read is no reason not to drop it: that is what it failed of. */
function factsOf(id: string, json: string): Record<string, unknown> | string {
  try {
    return readRecord('work.payload_json', id, json);
  } catch (error) {
    if (error instanceof BrokenColumn) return error.message;
    throw error;
  }
}

/**
 * Work that failed is never tried again. Refuses with `not-found` where it is being done at this moment, was done, or never
 * failed: what follows from an act at the desk is not taken back here.
 */
export async function dropWork(newsroom: Newsroom, asked: { workId: string; by: Actor }): Promise<void> {
  await newsroom.transact(async (inner) => {
    const dropped = await dropRow(inner, asked.workId);
    if (!dropped) refuse('not-found', { because: 'workUnderWay' });
    const { event, verb, payload_json, failure } = dropped;
    await recordAct(inner, {
      by: asked.by,
      act: 'drop work',
      subjectKind: 'work',
      subjectId: asked.workId,
      facts: { event, verb, facts: factsOf(asked.workId, payload_json), failure },
    });
    inner.bell.ring('desk', { what: 'bar' });
  });
}
