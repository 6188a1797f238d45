/** Opens the database: SQLite in the data folder, or PostgreSQL where an address is given. */
import { Kysely, PostgresDialect } from 'kysely';
import { OneConnectionDialect } from './sqlite-dialect.ts';
import { openSqliteFile, type SqliteDriverName } from './sqlite-file.ts';
import type { Tables } from './tables.ts';

export type StoreEngine = 'sqlite' | 'postgres';
export type Store = Kysely<Tables>;

const OPENING_MS = 5_000; // another process may open the same file at this moment, and make it what it is to be
const CONNECTIONS = 10; // of one process: its pages wait microseconds for one, a server of 100 serves eight such processes
const CONNECT_MS = 10_000; // then whoever waits for a connection is told that the store is away
const CACHE_KIB = 32_000; // pages kept in memory: the indexes of about 100,000 stories

/** `file` is a path, or ':memory:' for a store that ends with the process. */
export function openSqlite(
  file: string,
  options: { driver?: SqliteDriverName; patience?: number } = {},
): Store {
  const database = openSqliteFile(file, options);
  database.pragma(`busy_timeout = ${OPENING_MS}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL'); // an answer is sent after the commit, so the commit must be on the disk
  database.pragma('foreign_keys = ON');
  database.pragma(`cache_size = -${CACHE_KIB}`);
  database.pragma('busy_timeout = 0'); // from here on who meets another process asks again: see the dialect
  return new Kysely<Tables>({ dialect: new OneConnectionDialect(database, options) });
}

/** Its driver is loaded only here: a newsroom on SQLite starts without it. */
export async function openPostgres(
  address: string,
  { connectMs = CONNECT_MS }: { connectMs?: number } = {},
): Promise<Store> {
  const { default: pg } = await import('pg');
  pg.types.setTypeParser(pg.types.builtins.INT8, Number); // instants: milliseconds fit a double until the year 287,396
  const pool = new pg.Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
  });
  // A connection that the server closes is replaced at its next use, and whoever was using it is told by its query. The
  // event beside that says nothing new, but without a listener it would end the process: the pool hears those of idle
  // connections only, so each one has a listener of its own, for life.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
