/** Brings a database to the shape this Crier needs. Forward only, each migration in its own transaction. */
import { sql } from 'kysely';
import type { Engine, Store } from './engine.ts';
import { migrations } from './migrations/list.ts';

export interface SchemaState {
  /** How many migrations the database has had. */
  has: number;
  /** How many this Crier knows. */
  needs: number;
}

export async function schemaState(store: Store): Promise<SchemaState> {
  await sql`create table if not exists migrations (number integer primary key, name text not null)`.execute(
    store,
  );
  const { rows } = await sql<{ last: number | null }>`select max(number) as last from migrations`.execute(
    store,
  );
  return { has: Number(rows[0]?.last ?? 0), needs: migrations.length };
}

/** Applies what is missing; returns the names applied. Two processes may call it at once: the second finds nothing to do. */
export async function migrate(store: Store, engine: Engine): Promise<string[]> {
  const applied: string[] = [];
  await schemaState(store);
  for (const [index, migration] of migrations.entries()) {
    const done = await store.transaction().execute(async (inner) => {
      if (engine === 'postgres') await sql`select pg_advisory_xact_lock(7210)`.execute(inner);
      const number = index + 1;
      const had = await sql`select 1 from migrations where number = ${number}`.execute(inner);
      if (had.rows.length > 0) return false;
      for (const statement of migration.statements(engine)) await sql.raw(statement).execute(inner);
      await sql`insert into migrations (number, name) values (${number}, ${migration.name})`.execute(inner);
      return true;
    });
    if (done) applied.push(migration.name);
  }
  return applied;
}
