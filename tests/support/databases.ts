/**
 * Databases and schemas for tests, on the server of CRIER_TEST_POSTGRES_URL. One that has this Crier's shape is a copy of one that was
 * migrated once: each migration by itself takes seconds of a busy server, and all that migrate in one database wait for each other.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openPostgres } from '../../src/store/engine.ts';
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
  url.searchParams.set('options', `-c search_path=${schema}`);
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

async function madeBy(client: pg.Client, how: string): Promise<TestDatabase> {
  const name = freshName();
  await client.query(`create database ${name} ${how}`);
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
