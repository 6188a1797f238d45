/**
 * Questions asked together: a store that takes what is asked of it at the same time to the database in one statement, each
 * question's rows as JSON in a column. Who asks writes as ever, and awaits several questions at once. It reads only: what is
 * no `select`, or holds bytes, is asked of the store itself.
 */
import {
  AliasNode,
  ColumnNode,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  IdentifierNode,
  Kysely,
  type OperationNode,
  PostgresAdapter,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
  ReferenceNode,
  type RootOperationNode,
  SelectAllNode,
  SelectQueryNode,
  SqliteAdapter,
  SqliteQueryCompiler,
  sql,
  TableNode,
} from 'kysely';
import { bytesColumns, columnNames } from './columns.ts';
import type { Store, StoreEngine } from './engine.ts';
import type { Tables } from './tables.ts';

interface Question {
  query: CompiledQuery;
  answer(result: QueryResult<never>): void;
  fail(error: unknown): void;
}

/** A view of the store in which questions wait for each other until the work at hand has asked all it can. */
export function gatheringStore(store: Store, engine: StoreEngine): Store {
  let waiting: Question[] = [];
  const flush = () => {
    const together = waiting;
    waiting = [];
    void answerAll(store, engine, together);
  };
  const connection: DatabaseConnection = {
    executeQuery: (query) =>
      new Promise((answer, fail) => {
        if (waiting.length === 0) queueMicrotask(() => process.nextTick(flush)); // after all that runs now
        waiting.push({ query, answer, fail } as Question);
      }),
    streamQuery() {
      throw new Error('questions asked together are not streamed');
    },
  };
  return new Kysely<Tables>({ dialect: gatheringDialect(connection, engine) });
}

function gatheringDialect(connection: DatabaseConnection, engine: StoreEngine): Dialect {
  const isSqlite = engine === 'sqlite';
  const none = async () => {};
  const noTransaction = async () => {
    throw new Error('questions asked together are no transaction');
  };
  const driver: Driver = {
    init: none,
    destroy: none,
    acquireConnection: async () => connection,
    releaseConnection: none,
    beginTransaction: noTransaction,
    commitTransaction: noTransaction,
    rollbackTransaction: noTransaction,
  };
  return {
    createDriver: () => driver,
    createAdapter: () => (isSqlite ? new SqliteAdapter() : new PostgresAdapter()),
    createQueryCompiler: () => (isSqlite ? new SqliteQueryCompiler() : new PostgresQueryCompiler()),
    createIntrospector() {
      throw new Error('questions asked together look at no schema');
    },
  };
}

async function answerAll(store: Store, engine: StoreEngine, questions: Question[]): Promise<void> {
  const joined: { question: Question; rows: RawBuilder<unknown> }[] = [];
  const alone: Question[] = [];
  for (const question of questions) {
    const rows = questions.length > 1 ? asJson(question.query.query, engine) : null;
    if (rows) joined.push({ question, rows });
    else alone.push(question);
  }
  for (const question of alone)
    await store.executeQuery<never>(question.query).then(question.answer, question.fail);
  for (let at = 0; at < joined.length; at += AT_ONCE)
    await answerJoined(store, joined.slice(at, at + AT_ONCE));
}

const AT_ONCE = 40; // questions in one statement

async function answerJoined(
  store: Store,
  joined: { question: Question; rows: RawBuilder<unknown> }[],
): Promise<void> {
  try {
    const columns = joined.map(({ rows }, index) => rows.as(`q${index}`));
    const row = (await store.selectNoFrom(columns).executeTakeFirstOrThrow()) as Record<string, unknown>;
    for (const [index, { question }] of joined.entries()) {
      const answer = row[`q${index}`];
      question.answer({ rows: (typeof answer === 'string' ? JSON.parse(answer) : answer) as never[] });
    }
  } catch (error) {
    for (const { question } of joined) question.fail(error);
  }
}

/** The rows of a question as one JSON array, in their order; null for what is asked alone. */
function asJson(node: RootOperationNode, engine: StoreEngine): RawBuilder<unknown> | null {
  if (!SelectQueryNode.is(node)) return null;
  const question = { toOperationNode: () => node };
  const names = namesIn(node);
  if (!names || (node.selections ?? []).some(({ selection }) => isOfBytes(selection, names))) return null;
  if (engine === 'postgres') return sql`(select coalesce(json_agg(agg), '[]') from ${question} as agg)`;
  const pairs = names.flatMap((name) => [sql.lit(name), sql.ref(`agg.${name}`)]);
  return sql`(select json_group_array(json_object(${sql.join(pairs)})) from ${question} as agg)`;
}

/** What the columns of a question are called; null where it asks for all of a table whose are not listed. */
function namesIn({ selections = [], from, joins = [] }: SelectQueryNode): string[] | null {
  const [only] = from?.froms ?? [];
  const table = from?.froms.length === 1 && joins.length === 0 && only ? tableOf(only) : null;
  const names = selections.map(({ selection }) => namesOf(selection, table));
  return names.length > 0 && names.every((each) => each !== null) ? names.flat() : null;
}

function namesOf(node: OperationNode, table: string | null): readonly string[] | null {
  if (SelectAllNode.is(node)) return listed(table);
  if (AliasNode.is(node)) return IdentifierNode.is(node.alias) ? [node.alias.name] : null;
  if (ColumnNode.is(node)) return [node.column.name];
  if (!ReferenceNode.is(node)) return null;
  return namesOf(node.column, node.table ? tableOf(node.table) : table);
}

/** Whether it asks for bytes, which JSON cannot hold: by the name of the column, whatever the answer calls it. */
function isOfBytes(node: OperationNode, names: readonly string[]): boolean {
  if (SelectAllNode.is(node)) return names.some((name) => bytesColumns.has(name));
  if (AliasNode.is(node)) return isOfBytes(node.node, []);
  if (ReferenceNode.is(node)) return isOfBytes(node.column, names);
  return ColumnNode.is(node) && bytesColumns.has(node.column.name);
}

const tableOf = (node: OperationNode): string | null =>
  TableNode.is(node) ? node.table.identifier.name : null;

function listed(table: string | null): readonly string[] | null {
  return columnNames[table as keyof typeof columnNames] ?? null;
}
