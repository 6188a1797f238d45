/**
 * Databases and schemas for tests, on the server of CRIER_TEST_POSTGRES_URL or in memory. One that has this Crier's shape is a copy of
 * one that was migrated once: each migration by itself takes seconds of a busy server, and all that migrate in one database wait for
 * each other; in memory it is made again of what it became, without the hundreds of steps on the way there.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import pg from 'pg';
import { openPostgres, openSqlite, type Store } from '../../src/store/engine.ts';
import { migrateStore } from '../../src/store/migrate.ts';

/** Where tests may make a schema; undefined skips those that need one. */
export const postgresUrl = process.env.CRIER_TEST_POSTGRES_URL;

export interface TestDatabase {
  address: string;
  /** Drops it. */
  leave(): Promise<void>;
}

/** Makes a schema in the test database, empty. */
export async function freshSchema(): Promise<TestDatabase> {
  const schema = freshName();
  const client = await connected();
  await client.query(`create schema ${schema}`);
  const url = new URL(postgresUrl ?? '');
  url.searchParams.set('options', `-c search_path=${schema} -c ${WAITS_FOR_NO_DISK}`);
  return { address: url.href, leave: () => endAfter(client, `drop schema ${schema} cascade`) };
}

/** Makes an empty database beside the test database, for what cannot be told of a schema. */
export async function freshDatabase(): Promise<TestDatabase> {
  return madeBy(await connected(), '');
}

/** Makes one that has this Crier's shape, and nothing in it. */
export async function migratedDatabase(): Promise<TestDatabase> {
  const client = await connected();
  const shape = `crier_shape_${shapeMark()}`;
  if (!(await isThere(client, shape))) await makeShape(client, shape);
  return madeBy(client, `template ${shape}`);
}

/** What a commit says is the same; it is lost if the server dies, which only servers of a test's own do (cluster.ts). */
const WAITS_FOR_NO_DISK = 'synchronous_commit=off';

async function madeBy(client: pg.Client, how: string): Promise<TestDatabase> {
  const name = freshName();
  await client.query(`create database ${name} ${how}`);
  await client.query(`alter database ${name} set ${WAITS_FOR_NO_DISK}`);
  return { address: addressOf(name), leave: () => endAfter(client, `drop database ${name} with (force)`) };
}

/** Under a name of its own until it is whole: whoever is second takes the first one's. */
async function makeShape(client: pg.Client, shape: string): Promise<void> {
  const name = freshName();
  await client.query(`create database ${name}`);
  const store = await openPostgres(addressOf(name));
  await migrateStore(store, 'postgres').finally(() => store.destroy());
  await dropOldShapes(client);
  await client.query(`alter database ${name} rename to ${shape}`).catch(async (error: pg.DatabaseError) => {
    if (error.code !== '42P04') throw error; // duplicate_database
    await client.query(`drop database ${name} with (force)`);
  });
}

const TABLES_OF_FTS5 = ['data', 'idx', 'content', 'docsize', 'config']; // which come with their search table

let shapeInMemory: Promise<string[]> | undefined;

/** Opens one in memory that has this Crier's shape, and nothing in it. */
export async function migratedMemory(): Promise<Store> {
  shapeInMemory ??= statementsOfShape();
  const statements = await shapeInMemory;
  const store = openSqlite(':memory:');
  await store.transaction().execute(async (inner) => {
    for (const statement of statements) await sql.raw(statement).execute(inner);
  });
  return store;
}

/** What makes a migrated database: the statements it keeps of itself, and the few rows that migrations leave. */
async function statementsOfShape(): Promise<string[]> {
  const store = openSqlite(':memory:');
  try {
    await migrateStore(store, 'sqlite');
    const { rows: made } = await sql<{ name: string; type: string; sql: string }>`
      select name, type, sql from sqlite_master where sql is not null and name not like 'sqlite~_%' escape '~'
      order by type = 'table' desc, rowid`.execute(store);
    const isVirtual = (text: string) => /^create virtual/i.test(text);
    const brought = made
      .filter((each) => isVirtual(each.sql))
      .flatMap(({ name }) => TABLES_OF_FTS5.map((part) => `${name}_${part}`));
    const own = made.filter(({ name }) => !brought.includes(name));
    const tables = own.filter((each) => each.type === 'table' && !isVirtual(each.sql));
    const filled = await Promise.all(tables.map(({ name }) => rowsOf(store, name)));
    return [...own.map((each) => each.sql), ...filled.flat()];
  } finally {
    await store.destroy();
  }
}

async function rowsOf(store: Store, table: string): Promise<string[]> {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(store);
  return rows.map((row) => {
    const values = Object.values(row).map((value) =>
      typeof value === 'number'
        ? value
        : value === null
          ? 'null'
          : `'${String(value).replaceAll("'", "''")}'`,
    );
    return `insert into "${table}" values (${values.join(', ')})`;
  });
}

const SHAPES_KEPT = 6; // of branches that are worked at side by side

async function dropOldShapes(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like 'crier\\_shape\\_%' order by oid desc offset ${SHAPES_KEPT}`,
  );
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
}

/** Of all that a migration may be made of. */
function shapeMark(): string {
  const folder = fileURLToPath(new URL('../../src/store/', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(migrations\/.*|closed-sets|migrate)(\.ts)?$/.test(path),
  );
  const hash = createHash('sha256');
  for (const path of files.filter((each) => each.endsWith('.ts')).sort())
    hash.update(path).update(readFileSync(join(folder, path)));
  return hash.digest('hex').slice(0, 16);
}

async function isThere(client: pg.Client, name: string): Promise<boolean> {
  return (await client.query('select 1 from pg_database where datname = $1', [name])).rows.length > 0;
}

const freshName = (): string => `crier_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;

async function connected(): Promise<pg.Client> {
  if (!postgresUrl) throw new Error('CRIER_TEST_POSTGRES_URL is not set');
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  return client;
}

function addressOf(name: string): string {
  const url = new URL(postgresUrl ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

async function endAfter(client: pg.Client, statement: string): Promise<void> {
  await client.query(statement).finally(() => client.end());
}
