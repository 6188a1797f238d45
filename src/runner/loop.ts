/** The loop that does durable work: claims what is due under a lease, runs it, and tries again later what failed. */

import { setTimeout as pause } from 'node:timers/promises';
import { MINUTE, SECOND } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Lane } from '../store/closed-sets.ts';
import { readRecord } from '../store/json-column.ts';
import { announceGivenUp, GIVE_UP_AFTER } from './given-up.ts';
import { laneNames, lanes, placedVerb, type Timetable } from './lanes.ts';
import {
  anyDue,
  claimWork,
  dueLanes,
  endWork,
  freeWork,
  moveFromLostLanes,
  nextDueAt,
  putOffWork,
  renewWork,
  spreadWork,
  type WorkRow,
} from './queries.ts';
import type { EventName } from './work.ts';

export type { Timetable } from './lanes.ts';

/** Something done again and again while the process lives; what must not be done twice at once takes its own lease. */
export interface Chime {
  name: string;
  every: number;
  do(newsroom: Newsroom): Promise<unknown>;
}

export interface Loop {
  /** Does everything that is due now and returns when it is done; for tests and for the end of a command. */
  drain(): Promise<void>;
  /**
   * Takes no more work and waits for what is under way; not longer than `patience`, in milliseconds, where it is given. False
   * where some did not end: it is to be given back, and what becomes of it here is not said any more.
   */
  stop(patience?: number): Promise<boolean>;
}

const LEASE = 15 * SECOND; // a process that died frees its work after this; on SQLite at start, on PostgreSQL within seconds: process-watch.ts
const RENEW = 4 * SECOND; // a living one keeps it: three may fail, or come late from a busy process
const LONGEST_WAIT = 2 * SECOND; // between two looks, should a ring be missed

export function startLoop(newsroom: Newsroom, timetable: Timetable, chimes: Chime[] = []): Loop {
  const under = new Map<Lane, Set<Promise<void>>>(laneNames.map((lane) => [lane, new Set()]));
  const all = () => [...under.values()].flatMap((runs) => [...runs]);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let rest = LONGEST_WAIT;
  const given = { up: false }; // what does not end in time is another's

  const begin = (row: WorkRow, runs: Set<Promise<void>>): void => {
    // What goes back to no request is known by the number of its own row.
    const work = () => runRow(newsroom, timetable, row, given);
    const run = newsroom.trace.under(row.request_id ?? row.id, work).finally(() => {
      runs.delete(run);
      wake();
    });
    runs.add(run);
  };
  const look = async (): Promise<void> => {
    const dueIn = await dueLanes(newsroom);
    for (const [lane, runs] of under) {
      if (!dueIn.has(lane)) continue;
      while (!stopped && runs.size < lanes[lane]) {
        const rows = await claimWork(newsroom, { lane, most: lanes[lane] - runs.size, lease: LEASE });
        // What was given up while this was asked: what it took goes back with all that this process holds.
        if (given.up) return await freeWork(newsroom, newsroom.process);
        if (rows.length === 0) break;
        for (const row of rows) begin(row, runs);
      }
    }
    rest = await untilNext(newsroom);
  };
  const wake = (): void => {
    if (stopped) return;
    if (looking) {
      lookAgain = true;
      return;
    }
    clearTimeout(timer);
    looking = look()
      .catch((error: unknown) => newsroom.log.error('work loop stumbled', { error }))
      .finally(() => {
        looking = null;
        if (stopped) return;
        if (lookAgain) {
          lookAgain = false;
          wake();
        } else {
          timer = setTimeout(wake, rest);
        }
      });
  };
  const silence = newsroom.bell.on('work', wake);
  const stopChimes = startChimes(newsroom, chimes);
  looking = moveFromLostLanes(newsroom)
    .catch((error: unknown) => newsroom.log.error('work of lanes that are no more stays there', { error }))
    .finally(() => {
      looking = null;
      wake();
    });

  return {
    async drain() {
      do {
        wake();
        while (looking || all().length > 0) await Promise.all([looking, ...all()]);
      } while (await anyDue(newsroom));
    },
    async stop(patience) {
      stopped = true;
      silence();
      clearTimeout(timer);
      const ended = (async () => {
        await stopChimes();
        await looking;
        await Promise.all(all());
        return true;
      })();
      if (patience === undefined) return ended;
      const hasEnded = await Promise.race([ended, pause(patience, false, { ref: false })]);
      given.up = !hasEnded;
      return hasEnded;
    },
  };
}

function startChimes(newsroom: Newsroom, chimes: Chime[]): () => Promise<void> {
  const running = new Set<Promise<unknown>>();
  const timers = chimes.map((chime) => {
    let busy = false;
    return setInterval(() => {
      if (busy) return;
      busy = true;
      const run = chime
        .do(newsroom)
        .catch((error: unknown) => newsroom.log.error('chime failed', { chime: chime.name, error }))
        .finally(() => {
          busy = false;
          running.delete(run);
        });
      running.add(run);
    }, chime.every);
  });
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(running);
  };
}

/** Gives back what a process held that is gone; what any held where none is named: on SQLite, at start. */
export async function freeLeases(newsroom: Newsroom, processId: string | null = null): Promise<void> {
  await freeWork(newsroom, processId);
}

/** How long nothing will be due: an alert that leaves in ten seconds leaves in ten, not in twelve. */
async function untilNext(newsroom: Newsroom): Promise<number> {
  const next = await nextDueAt(newsroom);
  return Math.min(LONGEST_WAIT, next === null ? LONGEST_WAIT : Math.max(0, next - newsroom.clock.now()));
}

async function runRow(
  newsroom: Newsroom,
  timetable: Timetable,
  row: WorkRow,
  given: { up: boolean },
): Promise<void> {
  const began = performance.now();
  const ended = (outcome: 'done' | 'failed' | 'given up') =>
    newsroom.meter.worked({
      lane: row.lane,
      verb: row.verb ?? 'spread',
      outcome,
      seconds: (performance.now() - began) / SECOND,
    });
  const renewal = setInterval(() => void renew(newsroom, row.id), RENEW);
  try {
    if (row.verb === null) await spread(newsroom, timetable, row);
    else await follow(newsroom, timetable, row, row.verb);
    ended('done');
  } catch (error) {
    ended(row.attempts >= GIVE_UP_AFTER ? 'given up' : 'failed');
    if (given.up) return; // the newsroom is closed, and it is done elsewhere
    await putOff(newsroom, row, error).catch((worse: unknown) =>
      newsroom.log.error('work could not be put off', { work: row.id, error: worse }),
    );
  } finally {
    clearInterval(renewal);
  }
}

async function renew(newsroom: Newsroom, id: string): Promise<void> {
  await renewWork(newsroom, id, newsroom.clock.now() + LEASE).catch((error: unknown) =>
    newsroom.log.warn('lease not renewed', { work: id, error }),
  );
}

/** Turns an event into one row for each verb that follows it, so that each succeeds or is repeated alone. */
async function spread(newsroom: Newsroom, timetable: Timetable, row: WorkRow): Promise<void> {
  const followUps = Object.keys(timetable[row.event as EventName] ?? {}).flatMap((verb) => {
    const placed = placedVerb(timetable, row.event, verb);
    return placed ? [{ verb, lane: placed.lane }] : [];
  });
  await newsroom.transact(async (inner) => {
    await spreadWork(inner, row, followUps);
    if (followUps.length > 0) inner.bell.ring('work', null);
  });
}

async function follow(newsroom: Newsroom, timetable: Timetable, row: WorkRow, verb: string): Promise<void> {
  const placed = placedVerb(timetable, row.event, verb);
  // A verb that this version no longer has: what waited for it is done with.
  if (placed) await placed.run(newsroom, readRecord('work.payload_json', row.id, row.payload_json));
  else newsroom.log.warn('work had no verb', { event: row.event, verb });
  await endWork(newsroom, row.id);
}

async function putOff(newsroom: Newsroom, row: WorkRow, error: unknown): Promise<void> {
  const now = newsroom.clock.now();
  const over = row.attempts >= GIVE_UP_AFTER;
  const { id, event, verb, attempts } = row;
  newsroom.log.error(over ? 'work given up' : 'work failed', { work: id, event, verb, attempts, error });
  await newsroom.transact(async (inner) => {
    await putOffWork(inner, id, {
      failure: String(error).slice(0, 500),
      runAt: now + Math.min(SECOND * 2 ** (attempts - 1), 60 * MINUTE),
      givenUpAt: over ? now : null,
    });
    if (!over) return;
    inner.bell.ring('desk', { what: 'bar' }); // someone has to look at it
    await announceGivenUp(inner, event);
  });
}
