/**
 * Rows of tables as they stand, in and out, whatever columns this Crier's tables have: what a move of a whole paper is made of. A
 * column that another Crier has and this one has not is left away; one that only this one has gets what is its default.
 */
import { sql } from 'kysely';
import { bytesColumns } from './columns.ts';
import type { Store } from './engine.ts';
import type { Tables } from './tables.ts';

export type TableName = keyof Tables & string;
export type PlainRow = Record<string, unknown>;

const AT_ONCE = 400; // of a list in one query: engines bound how many values one may have

/** All rows of a table, or those whose column has one of some values; in the order of a column. Bytes are left away. */
export async function readRows(
  store: Store,
  asked: { table: TableName; order: string; where?: { column: string; values: readonly string[] } },
): Promise<PlainRow[]> {
  const { table, order, where } = asked;
  if (!where)
    return plain(
      (await sql<PlainRow>`select * from ${sql.table(table)} order by ${sql.ref(order)}`.execute(store)).rows,
    );
  const found: PlainRow[] = [];
  for (let at = 0; at < where.values.length; at += AT_ONCE) {
    const some = where.values.slice(at, at + AT_ONCE);
    const { rows } = await sql<PlainRow>`select * from ${sql.table(table)}
      where ${sql.ref(where.column)} in (${sql.join(some)}) order by ${sql.ref(order)}`.execute(store);
    found.push(...plain(rows));
  }
  return found;
}

function plain(rows: PlainRow[]): PlainRow[] {
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !bytesColumns.has(name))),
  );
}

/** Ids of a table after another, a page at a time. */
export async function idsAfter(
  store: Store,
  table: TableName,
  after: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where id > ${after}
    order by id limit ${limit}`.execute(store);
  return rows.map(({ id }) => id);
}

/** Adds rows; what is there under the same key stays as it is. Give the columns that `columnsOf` knows, and no others. */
export async function addRows(inner: Store, table: TableName, rows: readonly PlainRow[]): Promise<void> {
  for (const row of rows) {
    const entries = Object.entries(row);
    await sql`insert into ${sql.table(table)} (${sql.join(entries.map(([name]) => sql.ref(name)))})
      values (${sql.join(entries.map(([, value]) => value))}) on conflict do nothing`.execute(inner);
  }
}

/** The columns of each table, as this database has them. */
export async function columnsOf(store: Store): Promise<Map<string, Set<string>>> {
  const tables = await store.introspection.getTables();
  const here = tables.some(({ schema }) => schema) ? await ownSchema(store) : undefined;
  return new Map(
    tables
      .filter(({ schema }) => schema === here)
      .map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))]),
  );
}

/** A PostgreSQL database may hold other papers beside this one. */
async function ownSchema(store: Store): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(store);
  return rows[0]?.name;
}
