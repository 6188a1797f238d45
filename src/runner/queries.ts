/** Rows of durable work: what is due, who holds it, and what was given up. */

import type { Newsroom } from '../newsroom.ts';
import type { Lane } from '../store/closed-sets.ts';
import { COMMON_LANE, laneNames } from './lanes.ts';

export interface WorkRow {
  id: string;
  event: string;
  verb: string | null;
  payload_json: string;
  attempts: number;
  lane: string;
  request_id: string | null;
}

function due(newsroom: Newsroom) {
  const now = newsroom.clock.now();
  return newsroom.store
    .selectFrom('work')
    .where('given_up_at', 'is', null)
    .where('run_at', '<=', now)
    .where('lease_until', '<=', now);
}

export async function anyDue(newsroom: Newsroom): Promise<boolean> {
  return (await due(newsroom).select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** The instant at which the next work will be due; null when nothing waits for one. */
export async function nextDueAt(newsroom: Newsroom): Promise<number | null> {
  const next = await newsroom.store
    .selectFrom('work')
    .select('run_at')
    .where('given_up_at', 'is', null)
    .where('run_at', '>', newsroom.clock.now())
    .orderBy('run_at')
    .limit(1)
    .executeTakeFirst();
  return next?.run_at ?? null;
}

/** The lanes in which something is due: one question, where most have nothing. */
export async function dueLanes(newsroom: Newsroom): Promise<Set<string>> {
  const rows = await due(newsroom).select('lane').distinct().execute();
  return new Set(rows.map(({ lane }) => lane));
}

/** Takes what is due in a lane, oldest first, under a lease of that many milliseconds. */
export async function claimWork(
  newsroom: Newsroom,
  { lane, most, lease }: { lane: Lane; most: number; lease: number },
): Promise<WorkRow[]> {
  const next = due(newsroom)
    .select('id')
    .where('lane', '=', lane)
    .orderBy('run_at')
    .orderBy('id')
    .limit(most);
  // What another process is claiming at this moment is passed by, not waited for.
  const free = newsroom.engine === 'postgres' ? next.forUpdate().skipLocked() : next;
  const now = newsroom.clock.now();
  const held_by = newsroom.process;
  return newsroom.store
    .with('next', () => free)
    .updateTable('work')
    .set((set) => ({ lease_until: now + lease, held_by, attempts: set('attempts', '+', 1) }))
    .where('id', 'in', (taken) => taken.selectFrom('next').select('next.id'))
    .returning(['id', 'event', 'verb', 'payload_json', 'attempts', 'lane', 'request_id'])
    .execute();
}

/** For as long as it is this process's: what was given to another is left to it. */
export async function renewWork(newsroom: Newsroom, id: string, until: number): Promise<void> {
  await newsroom.store
    .updateTable('work')
    .set({ lease_until: until })
    .where('id', '=', id)
    .where('held_by', '=', newsroom.process)
    .execute();
}

/** Gives back what a process held that is gone; whatever is held, where none can be at work: at start, on SQLite. */
export async function freeWork(newsroom: Newsroom, processId: string | null): Promise<void> {
  const held = newsroom.store.updateTable('work').set({ lease_until: 0 }).where('lease_until', '>', 0);
  await (processId === null ? held : held.where('held_by', '=', processId)).execute();
}

/** Work of a lane that this version does not have. */
export async function moveFromLostLanes(newsroom: Newsroom): Promise<void> {
  await newsroom.store
    .updateTable('work')
    .set({ lane: COMMON_LANE })
    .where('lane', 'not in', laneNames)
    .execute();
}

/** One row for each follow-up, in place of the announcement; none where another process has done it meanwhile. */
export async function spreadWork(
  inner: Newsroom,
  row: WorkRow,
  followUps: { verb: string; lane: Lane }[],
): Promise<void> {
  if (!(await endWork(inner, row.id))) return;
  const now = inner.clock.now();
  const rows = followUps.map(({ verb, lane }) => ({
    id: inner.ids.next(),
    event: row.event,
    verb,
    lane,
    payload_json: row.payload_json,
    request_id: row.request_id,
    unique_key: null,
    run_at: now,
    attempts: 0,
    lease_until: 0,
    failure: null,
    given_up_at: null,
    created_at: now,
  }));
  if (rows.length > 0) await inner.store.insertInto('work').values(rows).execute();
}

/** False where it is no longer this process's: it was taken for gone, and another does it. */
export async function endWork(newsroom: Newsroom, id: string): Promise<boolean> {
  const ended = await newsroom.store
    .deleteFrom('work')
    .where('id', '=', id)
    .where('held_by', '=', newsroom.process)
    .executeTakeFirst();
  return ended.numDeletedRows > 0n;
}

/** Puts it off to an instant, or gives it up: then it stands at the desk until someone has it tried again. */
export async function putOffWork(
  inner: Newsroom,
  id: string,
  { failure, runAt, givenUpAt }: { failure: string; runAt: number; givenUpAt: number | null },
): Promise<void> {
  await inner.store
    .updateTable('work')
    .set({ lease_until: 0, run_at: runAt, failure, given_up_at: givenUpAt })
    .where('id', '=', id)
    .where('held_by', '=', inner.process)
    .execute();
}

export async function givenUpRows(newsroom: Newsroom, limit: number) {
  return newsroom.store
    .selectFrom('work')
    .select(['id', 'event', 'verb', 'payload_json', 'attempts', 'failure', 'given_up_at', 'created_at'])
    .where('given_up_at', 'is not', null)
    .orderBy('given_up_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function countGivenUpRows(newsroom: Newsroom): Promise<number> {
  const { count } = await newsroom.store
    .selectFrom('work')
    .select((row) => row.fn.countAll().as('count'))
    .where('given_up_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Makes work that failed due now, as if for the first time: one piece, given up or waiting for its next try, or all that was
 * given up. Answers how many there were.
 */
export async function reviveRows(inner: Newsroom, id: string | null): Promise<number> {
  const now = inner.clock.now();
  const all = inner.store
    .updateTable('work')
    .set({ given_up_at: null, failure: null, attempts: 0, lease_until: 0, run_at: now });
  const which =
    id === null
      ? all.where('given_up_at', 'is not', null)
      : all.where('id', '=', id).where('failure', 'is not', null).where('lease_until', '<=', now);
  const { numUpdatedRows } = await which.executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

const openColumns = [
  'id',
  'event',
  'verb',
  'lane',
  'payload_json',
  'attempts',
  'failure',
  'created_at',
  'run_at',
  'held_by',
] as const;

export type OpenWorkRow = Awaited<ReturnType<typeof openRows>>[number];

/** Work under a lease, or that failed and waits for another try. */
export async function openRows(newsroom: Newsroom, what: 'under way' | 'failing', limit: number) {
  const now = newsroom.clock.now();
  const open = newsroom.store.selectFrom('work').select(openColumns).where('given_up_at', 'is', null);
  const which =
    what === 'under way'
      ? open.where('lease_until', '>', now).orderBy('created_at')
      : open.where('lease_until', '<=', now).where('failure', 'is not', null).orderBy('run_at');
  return which.orderBy('id').limit(limit).execute();
}

/** How much of each lane nobody has begun, what is due apart from what is not yet; what failed before is not among it. */
export async function waitingByLane(newsroom: Newsroom) {
  const now = newsroom.clock.now();
  return newsroom.store
    .selectFrom('work')
    .select((row) => [
      'lane',
      row('run_at', '<=', now).as('is_due'),
      row.fn.countAll<number>().as('count'),
      row.fn.min('run_at').as('first'),
    ])
    .where('given_up_at', 'is', null)
    .where('failure', 'is', null)
    .where('lease_until', '<=', now)
    .groupBy(['lane', 'is_due'])
    .orderBy('lane')
    .execute();
}

/** Takes failed work away that nobody is at. */
export async function dropRow(inner: Newsroom, id: string) {
  return inner.store
    .deleteFrom('work')
    .where('id', '=', id)
    .where('failure', 'is not', null)
    .where('lease_until', '<=', inner.clock.now())
    .returning(['event', 'verb', 'payload_json', 'failure'])
    .executeTakeFirst();
}
