/**
 * Questions asked together: a store that takes what is asked of it at the same time to the database in one statement, each
 * question's rows as JSON in a column. Who asks writes as ever, and awaits several questions at once. It reads only: what is
 * no `select`, or holds bytes, is asked of the store itself.
 */
import {
  AliasNode,
  ColumnNode,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  IdentifierNode,
  Kysely,
  type OperationNode,
  PostgresAdapter,
  PostgresQueryCompiler,
  type QueryResult,
  ReferenceNode,
  SelectAllNode,
  SelectQueryNode,
  SqliteAdapter,
  TableNode,
} from 'kysely';
import { bytesColumns, columnNames } from './columns.ts';
import type { Store, StoreEngine } from './engine.ts';
import { NewsroomSqliteCompiler } from './sqlite-compiler.ts';
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
    createQueryCompiler: () => (isSqlite ? new OpenSqliteCompiler() : new OpenPostgresCompiler()),
    createIntrospector() {
      throw new Error('questions asked together look at no schema');
    },
  };
}

async function answerAll(store: Store, engine: StoreEngine, questions: Question[]): Promise<void> {
  const joined: Joined[] = [];
  const alone: Question[] = [];
  for (const question of questions) {
    const text = questions.length > 1 ? asJson(question.query, engine) : null;
    if (text === null) alone.push(question);
    else joined.push({ question, text });
  }
  for (const { query, answer, fail } of alone) {
    const text = placed(query.sql, engine);
    await store.executeQuery<never>(CompiledQuery.raw(text, [...query.parameters])).then(answer, fail);
  }
  for (let at = 0; at < joined.length; at += AT_ONCE)
    await answerJoined(store, engine, joined.slice(at, at + AT_ONCE));
}

const AT_ONCE = 40; // questions in one statement

interface Joined {
  question: Question;
  /** A column's: its rows as JSON. */
  text: string;
}

/** Put together as text: each question is compiled once, when it is asked, and that is most of what one of ours costs. */
async function answerJoined(store: Store, engine: StoreEngine, joined: Joined[]): Promise<void> {
  try {
    const columns = joined.map(({ text }, index) => `${text} as q${index}`);
    const text = placed(`select ${columns.join(', ')}`, engine);
    const values = joined.flatMap(({ question }) => question.query.parameters);
    const { rows } = await store.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values));
    for (const [index, { question }] of joined.entries()) {
      const answer = rows[0]?.[`q${index}`];
      question.answer({ rows: (typeof answer === 'string' ? JSON.parse(answer) : answer) as never[] });
    }
  } catch (error) {
    for (const { question } of joined) question.fail(error);
  }
}

/** What questions come to that are kept and asked again and again; of each there is one for each engine. */
const known = new WeakMap<CompiledQuery['query'], string | null>();

/** The rows of a question as one JSON array, in their order; null for what is asked alone. */
function asJson(question: CompiledQuery, engine: StoreEngine): string | null {
  const before = known.get(question.query);
  if (before !== undefined) return before;
  const text = writeJson(question, engine);
  known.set(question.query, text);
  return text;
}

function writeJson({ query, sql }: CompiledQuery, engine: StoreEngine): string | null {
  if (!SelectQueryNode.is(query)) return null;
  const names = namesIn(query);
  if (!names || (query.selections ?? []).some(({ selection }) => isOfBytes(selection, names))) return null;
  if (engine === 'postgres') return `(select coalesce(json_agg(agg), '[]') from (${sql}) as agg)`;
  const pairs = names.map((name) => `'${name}', agg."${name}"`);
  return `(select json_group_array(json_object(${pairs.join(', ')})) from (${sql}) as agg)`;
}

const PLACE = '\u0001'; // where a value goes, while it is open at which place of all; no text of ours holds it

/** With its values' places: PostgreSQL counts them. */
function placed(text: string, engine: StoreEngine): string {
  const [first = '', ...others] = text.split(PLACE);
  return others.reduce(
    (sql, next, index) => `${sql}${engine === 'postgres' ? `$${index + 1}` : '?'}${next}`,
    first,
  );
}

class OpenPostgresCompiler extends PostgresQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return PLACE;
  }
}

class OpenSqliteCompiler extends NewsroomSqliteCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return PLACE;
  }
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
