/** The loop that does durable work: claims what is due under a lease, runs it, and tries again later what failed. */
import { MINUTE, SECOND } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import type { EventName, Events } from './work.ts';

/** Follow-up of an event. It may be run again after a crash, so it must bear being repeated. */
export type FollowUp<E extends EventName> = (newsroom: Newsroom, facts: Events[E]) => Promise<unknown>;

/** Which verbs follow which event, by a name that stays the same as long as rows may wait under it. */
export type Timetable = { [E in EventName]?: Record<string, FollowUp<E>> };

/** Something done again and again while the process lives; what must not be done twice at once takes its own lease. */
export interface Chime {
  name: string;
  every: number;
  do(newsroom: Newsroom): Promise<unknown>;
}

export interface Loop {
  /** Does everything that is due now and returns when it is done; for tests and for the end of a command. */
  drain(): Promise<void>;
  /** Takes no more work and waits for what is under way. */
  stop(): Promise<void>;
}

const AT_ONCE = 8; // follow-ups under way in one process
const LEASE = MINUTE; // a process that died frees its work after this; at start on SQLite at once
const RENEW = 20 * SECOND;
const LONGEST_WAIT = 2 * SECOND; // between two looks, should a ring be missed
const GIVE_UP_AFTER = 15; // attempts; with the waits below about nine hours

interface Row {
  id: string;
  event: string;
  verb: string | null;
  payload_json: string;
  attempts: number;
}

export function startLoop(newsroom: Newsroom, timetable: Timetable, chimes: Chime[] = []): Loop {
  const under = new Set<Promise<void>>();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let rest = LONGEST_WAIT;

  const look = async (): Promise<void> => {
    while (!stopped && under.size < AT_ONCE) {
      const rows = await claim(newsroom, AT_ONCE - under.size);
      if (rows.length === 0) break;
      for (const row of rows) {
        const run = runRow(newsroom, timetable, row).finally(() => {
          under.delete(run);
          wake();
        });
        under.add(run);
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
  wake();

  return {
    async drain() {
      do {
        wake();
        while (looking || under.size > 0) await Promise.all([looking, ...under]);
      } while (await anyDue(newsroom));
    },
    async stop() {
      stopped = true;
      silence();
      clearTimeout(timer);
      await stopChimes();
      await looking;
      await Promise.all(under);
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

/** Frees what a dead process held. Only where no other process can be at work: on SQLite, at start. */
export async function freeLeases(newsroom: Newsroom): Promise<void> {
  await newsroom.store.updateTable('work').set({ lease_until: 0 }).where('lease_until', '>', 0).execute();
}

function due(newsroom: Newsroom) {
  const now = newsroom.clock.now();
  return newsroom.store
    .selectFrom('work')
    .where('given_up_at', 'is', null)
    .where('run_at', '<=', now)
    .where('lease_until', '<=', now);
}

async function anyDue(newsroom: Newsroom): Promise<boolean> {
  return (await due(newsroom).select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** How long nothing will be due: an alert that leaves in ten seconds leaves in ten, not in twelve. */
async function untilNext(newsroom: Newsroom): Promise<number> {
  const now = newsroom.clock.now();
  const next = await newsroom.store
    .selectFrom('work')
    .select('run_at')
    .where('given_up_at', 'is', null)
    .where('run_at', '>', now)
    .orderBy('run_at')
    .limit(1)
    .executeTakeFirst();
  return Math.min(LONGEST_WAIT, next ? next.run_at - now : LONGEST_WAIT);
}

async function claim(newsroom: Newsroom, most: number): Promise<Row[]> {
  const waiting = await due(newsroom).select('id').orderBy('run_at').orderBy('id').limit(most).execute();
  if (waiting.length === 0) return [];
  const now = newsroom.clock.now();
  return newsroom.store
    .updateTable('work')
    .set((set) => ({ lease_until: now + LEASE, attempts: set('attempts', '+', 1) }))
    .where(
      'id',
      'in',
      waiting.map((row) => row.id),
    )
    .where('lease_until', '<=', now) // another process may have been faster
    .returning(['id', 'event', 'verb', 'payload_json', 'attempts'])
    .execute();
}

async function runRow(newsroom: Newsroom, timetable: Timetable, row: Row): Promise<void> {
  const renewal = setInterval(() => void renew(newsroom, row.id), RENEW);
  try {
    if (row.verb === null) await spread(newsroom, timetable, row);
    else await follow(newsroom, timetable, row, row.verb);
  } catch (error) {
    await putOff(newsroom, row, error).catch((worse: unknown) =>
      newsroom.log.error('work could not be put off', { work: row.id, error: worse }),
    );
  } finally {
    clearInterval(renewal);
  }
}

async function renew(newsroom: Newsroom, id: string): Promise<void> {
  const until = newsroom.clock.now() + LEASE;
  await newsroom.store
    .updateTable('work')
    .set({ lease_until: until })
    .where('id', '=', id)
    .execute()
    .catch((error: unknown) => newsroom.log.warn('lease not renewed', { work: id, error }));
}

/** Turns an event into one row for each verb that follows it, so that each succeeds or is repeated alone. */
async function spread(newsroom: Newsroom, timetable: Timetable, row: Row): Promise<void> {
  const verbs = Object.keys(timetable[row.event as EventName] ?? {});
  const now = newsroom.clock.now();
  const rows = verbs.map((verb) => ({
    id: newsroom.ids.next(),
    event: row.event,
    verb,
    payload_json: row.payload_json,
    unique_key: null,
    run_at: now,
    attempts: 0,
    lease_until: 0,
    failure: null,
    given_up_at: null,
    created_at: now,
  }));
  await newsroom.transact(async (inner) => {
    if (rows.length > 0) await inner.store.insertInto('work').values(rows).execute();
    await inner.store.deleteFrom('work').where('id', '=', row.id).execute();
  });
}

async function follow(newsroom: Newsroom, timetable: Timetable, row: Row, verb: string): Promise<void> {
  const verbs = timetable[row.event as EventName] as Record<string, FollowUp<EventName>> | undefined;
  const run = verbs?.[verb];
  // A verb that this version no longer has: what waited for it is done with.
  if (run) await run(newsroom, JSON.parse(row.payload_json));
  else newsroom.log.warn('work had no verb', { event: row.event, verb });
  await newsroom.store.deleteFrom('work').where('id', '=', row.id).execute();
}

async function putOff(newsroom: Newsroom, row: Row, error: unknown): Promise<void> {
  const now = newsroom.clock.now();
  const over = row.attempts >= GIVE_UP_AFTER;
  newsroom.log.error(over ? 'work given up' : 'work failed', { event: row.event, verb: row.verb, error });
  await newsroom.store
    .updateTable('work')
    .set({
      lease_until: 0,
      run_at: now + Math.min(SECOND * 2 ** (row.attempts - 1), 60 * MINUTE),
      failure: String(error).slice(0, 500),
      given_up_at: over ? now : null,
    })
    .where('id', '=', row.id)
    .execute();
}
