/** A newsroom for a test: a real store, a clock that stands still until moved, no log. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Clock } from '../../src/kit/clock.ts';
import { makeKeys } from '../../src/kit/keys.ts';
import { silentLog } from '../../src/kit/log.ts';
import { readSettings, type Settings } from '../../src/kit/settings.ts';
import { makeNewsroom, type Newsroom } from '../../src/newsroom.ts';
import { type Bell, localBell } from '../../src/store/bell.ts';
import { openPostgres, type Store, type StoreEngine } from '../../src/store/engine.ts';
import { migrateStore } from '../../src/store/migrate.ts';
import { sharedBell } from '../../src/store/shared-bell.ts';
import { migratedDatabase, migratedMemory, postgresUrl } from './databases.ts';

export { freshDatabase, freshSchema, migratedDatabase, postgresUrl } from './databases.ts';

/** 19 November 2026, 14:00 in Athens: the day the cast's stories happen. */
export const THAT_DAY = Date.UTC(2026, 10, 19, 12);

export class StandingClock implements Clock {
  #now: number;
  constructor(now = THAT_DAY) {
    this.#now = now;
  }
  now(): number {
    return this.#now;
  }
  pass(ms: number): void {
    this.#now += ms;
  }
}

export interface TestNewsroom extends Newsroom {
  readonly clock: StandingClock;
}

export interface TestParts {
  engine?: StoreEngine;
  settings?: Partial<Settings>;
  clock?: Clock;
  /**
   * On PostgreSQL: a database that is there already, with another process at work on it, the way its bell takes, and how long
   * that rests between two proofs that it hears.
   */
  beside?: { address: string; bell?: string; beat?: number };
}

/** Opens a fresh, migrated newsroom; `close()` removes all it made. */
export async function openTestNewsroom(parts: TestParts = {}): Promise<TestNewsroom> {
  const engine = parts.engine ?? 'sqlite';
  const data = mkdtempSync(join(tmpdir(), 'crier-test-'));
  const settings = { ...defaults(data), ...parts.settings };
  const clock = parts.clock ?? new StandingClock();
  const place = engine === 'sqlite' ? await placeInMemory() : await openPlace(clock, parts.beside);
  const newsroom = makeNewsroom({
    store: place.store,
    engine,
    bell: place.bell,
    clock,
    log: silentLog,
    settings,
    keys: makeKeys(),
    process: place.process,
  });
  const closeParts = newsroom.close;
  const close = async () => {
    await closeParts();
    await place.leave();
    rmSync(data, { recursive: true, force: true });
  };
  return Object.assign(newsroom, { close }) as TestNewsroom;
}

function defaults(data: string): Settings {
  const settings = readSettings(data, { CRIER_DATA: data, CRIER_LOG_LEVEL: 'silent' });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  return settings;
}

interface Place {
  store: Store;
  bell: Bell;
  process: string;
  /** Removes all that was made. */
  leave(): Promise<void>;
}

const placeInMemory = async (): Promise<Place> => ({
  store: await migratedMemory(),
  bell: localBell(),
  process: randomUUID(),
  leave: async () => {},
});

/** A database of its own, dropped at the end, unless one is given; with the bell of a process of its own. */
async function openPlace(clock: Clock, beside: TestParts['beside']): Promise<Place> {
  const { address, leave } = beside ? { ...beside, leave: async () => {} } : await migratedDatabase();
  const store = await openPostgres(address);
  await migrateStore(store, 'postgres'); // what is given may be empty
  const process = randomUUID();
  const parts = { store, process, clock, log: silentLog, beat: beside?.beat };
  const bell = await sharedBell({ ...parts, address: beside?.bell ?? address });
  return { store, bell, process, leave };
}

/**
 * Runs the same tests on SQLite and on PostgreSQL, each with a newsroom opened once for the group. Without a server at
 * CRIER_TEST_POSTGRES_URL the second group is skipped, and the test command says so.
 */
export function onEachEngine(name: string, tests: (newsroom: () => TestNewsroom) => void): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    describe.skipIf(engine === 'postgres' && !postgresUrl)(`${name} (${engine})`, () => {
      let newsroom: TestNewsroom | undefined;
      beforeAll(async () => {
        newsroom = await openTestNewsroom({ engine });
      });
      afterAll(() => newsroom?.close());
      tests(() => {
        if (!newsroom) throw new Error('the newsroom is not open yet');
        return newsroom;
      });
    });
  }
}
