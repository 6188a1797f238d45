/**
 * Whether the store can be relied on: it answers, every table can be read, and, on SQLite, its pages fit together. The last
 * takes seconds of a large file, so it is looked at in a thread, now and then; a supervisor is told of it at its next question.
 */

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { HOUR, MINUTE, SECOND } from '../kit/clock.ts';
import { ownModule } from '../kit/own-module.ts';
import { type Newsroom, type ReplicaStanding, tablesOf } from '../newsroom.ts';

const LONGEST_ANSWER = 2 * SECOND; // a supervisor asks with a patience of its own, mostly of five
const TABLES_EVERY = MINUTE; // sixty small questions, some milliseconds
const PAGES_EVERY = 6 * HOUR;
const PAGES_FIRST = 5 * MINUTE; // after the start, which has other things to do
const LONGEST_LOOK = 10 * MINUTE; // of a file of some hundred gigabytes

export interface Health {
  status: 200 | 503;
  store: 'answers' | 'does not answer' | 'damaged';
  /** Of several processes: whether this one hears what the others change. While it does not, pages are made anew. */
  bell?: 'heard' | 'not heard';
  /** How the replica stands, where there is one. Pages do not wait for it: the first server makes what it cannot. */
  replica?: ReplicaStanding;
  /** While the store does not answer: seconds since this process last knew of everything. Readers are shown what it holds. */
  behind?: number;
}

export interface HealthWatch {
  answer(): Promise<Health>;
  /** Looks at the pages now. */
  lookAtPages(): Promise<void>;
  close(): void;
}

export function watchHealth(newsroom: Newsroom): HealthWatch {
  const { clock, log } = newsroom;
  let pagesFit = true;
  let tables = { at: Number.NEGATIVE_INFINITY, readable: true };

  const lookAtPages = async (): Promise<void> => {
    if (newsroom.engine !== 'sqlite') return; // PostgreSQL checks its own
    const fit = await pagesFitIn(newsroom);
    if (!fit && pagesFit) log.error('the database is damaged: put back a backup');
    pagesFit = fit;
  };
  const lookAtTables = async (): Promise<boolean> => {
    if (clock.now() - tables.at < TABLES_EVERY) return tables.readable;
    const unread = await firstUnreadable(newsroom);
    if (unread !== null && tables.readable) log.error('a table cannot be read', { table: unread });
    tables = { at: clock.now(), readable: unread === null };
    return tables.readable;
  };
  const look = () =>
    void lookAtPages().catch((error: unknown) => log.warn('the database was not looked at', { error }));
  const timers = [setTimeout(look, PAGES_FIRST).unref(), setInterval(look, PAGES_EVERY).unref()];
  return {
    lookAtPages,
    async answer() {
      if (!(await answers(newsroom)))
        return { status: 503, store: 'does not answer', ...bellOf(newsroom, true) };
      const isWhole = (await lookAtTables()) && pagesFit;
      if (!isWhole) return { status: 503, store: 'damaged' };
      const { replica } = newsroom;
      const standing = replica ? { replica: await replica.look() } : {};
      return { status: 200, store: 'answers', ...bellOf(newsroom, false), ...standing };
    },
    close: () => timers.forEach((timer) => void clearTimeout(timer)),
  };
}

async function answers(newsroom: Newsroom): Promise<boolean> {
  const asked = sql`select 1`.execute(newsroom.store).then(
    () => true,
    () => false, // whatever the reason: the log has it where it came up
  );
  return Promise.race([asked, pause(LONGEST_ANSWER, false, { ref: false })]);
}

function bellOf({ bell, clock, engine }: Newsroom, isAway: boolean): Pick<Health, 'bell' | 'behind'> {
  if (engine === 'sqlite') return {};
  const now = clock.now();
  const heardUpTo = bell.heardUpTo();
  const behind = Number.isFinite(heardUpTo) ? Math.max(0, Math.round((now - heardUpTo) / SECOND)) : 0;
  return { bell: bell.trusts(heardUpTo) ? 'heard' : 'not heard', ...(isAway ? { behind } : {}) };
}

/** A row of each; null when all can be read. */
async function firstUnreadable({ store, engine }: Newsroom): Promise<string | null> {
  for (const table of tablesOf(engine)) {
    const isRead = await sql`select * from ${sql.table(table)} limit 1`.execute(store).then(
      () => true,
      () => false, // a page that is none, a table that is gone
    );
    if (!isRead) return table;
  }
  return null;
}

async function pagesFitIn({ settings, threads }: Newsroom): Promise<boolean> {
  const answer = await threads.run<boolean>({
    module: ownModule('store/backup'),
    work: 'isReadable',
    argument: join(settings.data, 'crier.sqlite'),
    ms: LONGEST_LOOK,
  });
  return answer.ok ? answer.value : answer.why !== 'broken'; // a look that was ended says nothing
}
