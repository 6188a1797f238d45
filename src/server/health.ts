/**
 * Whether the store can be relied on: it answers, every table can be read, and, on SQLite, its pages fit together. The last
 * takes seconds of a large file, so it is looked at in a thread, now and then; a supervisor is told of it at its next question.
 */

import { join } from 'node:path';
import { sql } from 'kysely';
import { HOUR, MINUTE } from '../kit/clock.ts';
import { ownModule } from '../kit/own-module.ts';
import { type Newsroom, tablesOf } from '../newsroom.ts';

const TABLES_EVERY = MINUTE; // sixty small questions, some milliseconds
const PAGES_EVERY = 6 * HOUR;
const PAGES_FIRST = 5 * MINUTE; // after the start, which has other things to do
const LONGEST_LOOK = 10 * MINUTE; // of a file of some hundred gigabytes

export type Health = { status: 200 | 503; store: 'answers' | 'does not answer' | 'damaged' };

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
      if (!(await answers(newsroom))) return { status: 503, store: 'does not answer' };
      const isWhole = (await lookAtTables()) && pagesFit;
      return isWhole ? { status: 200, store: 'answers' } : { status: 503, store: 'damaged' };
    },
    close: () => timers.forEach((timer) => void clearTimeout(timer)),
  };
}

async function answers(newsroom: Newsroom): Promise<boolean> {
  return await sql`select 1`.execute(newsroom.store).then(
    () => true,
    () => false, // whatever the reason: the log has it where it came up
  );
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
