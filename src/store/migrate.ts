/**
 * Brings a database to the shape this Crier needs. Forward only, each migration in its own transaction, known by its name:
 * two branches that each bring one do not collide.
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

export async function schemaState(store: Store): Promise<SchemaState> {
  await sql`create table if not exists migrations (number integer primary key, name text not null)`.execute(
    store,
  );
  const { rows } = await sql<{ name: string }>`select name from migrations order by number`.execute(store);
  const had = rows.map((row) => row.name);
  const known = migrations.map((migration) => migration.name);
  return {
    had,
    missing: known.filter((name) => !had.includes(name)),
    unknown: had.filter((name) => !known.includes(name)),
  };
}

/** Applies what is missing; returns the names applied. Two processes may call it at once: the second finds nothing to do. */
export async function migrateStore(store: Store, engine: StoreEngine): Promise<string[]> {
  const applied: string[] = [];
  await schemaState(store);
  for (const migration of migrations) {
    const done = await store.transaction().execute(async (inner) => {
      if (engine === 'postgres') await sql`select pg_advisory_xact_lock(7210)`.execute(inner);
      const had = await sql`select 1 from migrations where name = ${migration.name}`.execute(inner);
      if (had.rows.length > 0) return false;
      for (const statement of migration.statements(engine)) await sql.raw(statement).execute(inner);
      await sql`insert into migrations (number, name)
        select coalesce(max(number), 0) + 1, ${migration.name} from migrations`.execute(inner);
      return true;
    });
    if (done) applied.push(migration.name);
  }
  return applied;
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
