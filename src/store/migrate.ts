/**
 * Brings a database to the shape this Crier needs. Forward only, all that is missing in one transaction, each known by its
 * name: two branches that each bring one do not collide.
 */
import { sql } from 'kysely';
import type { Store, StoreEngine } from './engine.ts';
import { migrations } from './migrations/list.ts';

export interface SchemaState {
  /** Names of the migrations the database has had, in the order it had them. */
  had: string[];
  /** Names that this Crier knows and the database has not had. */
  missing: string[];
  /** Names that the database has had and this Crier does not know: it was written by a newer one. */
  unknown: string[];
}

/** Only looks: an empty database stays empty, so that a dump can still be loaded into it. */
export async function schemaState(store: Store, engine: StoreEngine): Promise<SchemaState> {
  const had = (await hasMigrations(store, engine)) ? await namesHad(store) : [];
  const known = migrations.map((migration) => migration.name);
  return {
    had,
    missing: known.filter((name) => !had.includes(name)),
    unknown: had.filter((name) => !known.includes(name)),
  };
}

async function hasMigrations(store: Store, engine: StoreEngine): Promise<boolean> {
  const look =
    engine === 'postgres'
      ? sql<{ found: unknown }>`select to_regclass('migrations') as found`
      : sql<{ found: unknown }>`select name as found from sqlite_master where name = 'migrations'`;
  const { rows } = await look.execute(store);
  return rows.some(({ found }) => found !== null);
}

async function namesHad(store: Store): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migrations order by number`.execute(store);
  return rows.map(({ name }) => name);
}

/**
 * Applies what is missing, all of it or nothing; returns the names applied. Two processes may call it at once: the second finds
 * nothing to do. `before` is run in the same transaction when something is missing, while nobody can enter, and throws where it
 * must not be.
 */
export async function migrateStore(
  store: Store,
  engine: StoreEngine,
  before?: (inner: Store) => Promise<void>,
): Promise<string[]> {
  return store.transaction().execute(async (inner) => {
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${SHAPE_LOCK})`.execute(inner);
    // After the lock: PostgreSQL lets two who make the same table at once not both pass, `if not exists` or not.
    await sql`create table if not exists migrations (number integer primary key, name text not null)`.execute(
      inner,
    );
    const { missing } = await schemaState(inner, engine);
    if (missing.length > 0) await before?.(inner);
    for (const { name, statements } of migrations) {
      if (!missing.includes(name)) continue;
      for (const statement of statements(engine)) await sql.raw(statement).execute(inner);
      await sql`insert into migrations (number, name)
        select coalesce(max(number), 0) + 1, ${name} from migrations`.execute(inner);
    }
    return missing;
  });
}

const SHAPE_LOCK = 7210; // PostgreSQL: held alone by who migrates, shared by who enters

/**
 * On PostgreSQL, for who is about to say that it is at work: until its transaction ends nobody migrates. What a newer Crier has
 * applied until then, `outgrownBy` tells.
 */
export async function holdShape(inner: Store): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${SHAPE_LOCK})`.execute(inner);
}

/** The newest migration that this Crier does not know, null where it knows all; for who is at work on the database. */
export async function outgrownBy(store: Store): Promise<string | null> {
  const had = await namesHad(store);
  return had.findLast((name) => !migrations.some((known) => known.name === name)) ?? null;
}

/** The tables that the migrations leave, in the order in which they were made. */
export function tablesOf(engine: StoreEngine): string[] {
  const tables = new Set<string>();
  for (const statement of migrations.flatMap((migration) => migration.statements(engine))) {
    const [, made] = /^create (?:virtual )?table (?:if not exists )?(\w+)/i.exec(statement) ?? [];
    const [, dropped] = /^drop table (?:if exists )?(\w+)/i.exec(statement) ?? [];
    const [, from, to] = /^alter table (\w+) rename to (\w+)/i.exec(statement) ?? [];
    for (const gone of [dropped, from]) if (gone) tables.delete(gone);
    for (const here of [made, to]) if (here) tables.add(here);
  }
  return [...tables];
}
