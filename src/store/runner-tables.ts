/** The tables of the runner: durable work, and the processes that do it. */

import type { Generated } from 'kysely';
import type { Lane } from './closed-sets.ts';

export interface RunnerTables {
  work: WorkTable;
  processes: ProcessesTable;
}

/** Durable work. `verb` is null while the row is still an event that nobody has been told of. */
export interface WorkTable {
  id: string;
  /** One of runner/work.ts; a row of an edition before may hold one that there is no more, which the loop says in the log. */
  event: string;
  verb: string | null;
  /** Who waits for it: runner/lanes.ts. */
  lane: Lane;
  payload_json: string;
  /** One row a key, for work that must not be queued twice; null where twice is meant. */
  unique_key: string | null;
  run_at: number;
  attempts: number;
  lease_until: number;
  /** The process that holds it while the lease lasts. */
  held_by: Generated<string | null>;
  /** The request that it comes of, by its number in the log; null where the clock began it. */
  request_id: Generated<string | null>;
  failure: string | null;
  given_up_at: number | null;
  created_at: number;
}

/** The processes at work on one PostgreSQL database. One that is gone is taken out by whoever finds it gone. */
export interface ProcessesTable {
  id: string;
  /** Of the advisory lock that its bell holds for as long as its connection lives. */
  lock_key: number;
  /** Rises every second while it can write. */
  beats: number;
  /** Where it runs, for people: host and process number. */
  place: string;
  began_at: number;
}
