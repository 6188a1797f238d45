/**
 * The embedded engine as Kysely drives it: Node's own `node:sqlite` where it can do what the store needs, else
 * `better-sqlite3`, which is compiled at installation. Values are made plain here, before either binds them.
 */
import { createRequire } from 'node:module';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Which program reads and writes the file. */
export type SqliteDriverName = 'node' | 'better-sqlite3';

/** What is used of `node:sqlite`; the types of Node 20, for which this is written, do not know it. */
interface NodeSqlite {
  DatabaseSync: new (path: string, options: { readOnly: boolean }) => NodeDatabase;
  StatementSync: { prototype: object };
}

interface NodeDatabase {
  prepare(text: string): NodeStatement;
  close(): void;
}

interface NodeStatement {
  readonly sourceSQL: string;
  columns(): { name: string; type: string | null }[];
  all(...values: PlainValue[]): Record<string, unknown>[];
  run(...values: PlainValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(...values: PlainValue[]): IterableIterator<unknown>;
}

/** One open file. Statements are kept by their text: preparing costs more than most of ours take to run. */
export interface SqliteFile extends SqliteDatabase {
  readonly driver: SqliteDriverName;
  /** Runs one statement that asks for no rows, or whose first value is wanted: a pragma. */
  pragma(text: string): unknown;
}

/** What can be bound. An instant is a number and a yes is 1: a Date or a boolean here is a mistake of ours. */
export type PlainValue = string | number | bigint | null | Uint8Array;

const KEPT_STATEMENTS = 500; // a newsroom has some 450 different ones; a list of ids of changing length makes more

/**
 * Node's own engine where this Node brings one that can search (FTS5 and column names: 22.16 and newer, not 23.0 to 23.10),
 * else better-sqlite3. With neither, it says what to install.
 */
export function openSqliteFile(path: string, { driver = bestDriver(), readonly = false } = {}): SqliteFile {
  return driver === 'node' ? openNode(path, readonly) : openBetter(path, readonly);
}

/** The drivers this machine can use, the one taken by default first. */
export function driversHere(): SqliteDriverName[] {
  const drivers: SqliteDriverName[] = [];
  if (nodeCan()) drivers.push('node');
  if (loadBetter()) drivers.push('better-sqlite3');
  return drivers;
}

function bestDriver(): SqliteDriverName {
  return nodeCan() ? 'node' : 'better-sqlite3';
}

/**
 * Values as both drivers bind them alike. `node:sqlite` takes an object in the first place for named parameters, and slides
 * the others one place to the left without a word; so whatever is no plain value is refused before it comes there.
 */
export function plainValues(values: readonly unknown[]): PlainValue[] {
  return values.map((value, place) => {
    if (value === undefined) return null;
    if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
    if (typeof value === 'number') return value;
    if (value instanceof Uint8Array) return value;
    throw new TypeError(
      `The value in place ${place + 1} of a statement is a ${kindOf(value)}, which no column holds.`,
    );
  });
}

function kindOf(value: unknown): string {
  return typeof value === 'object' ? (value?.constructor?.name ?? 'object') : typeof value;
}

interface PreparedStatement {
  readonly reader: boolean;
  all(values: PlainValue[]): unknown[];
  run(values: PlainValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(values: PlainValue[]): IterableIterator<unknown>;
}

/** A statement as Kysely calls it: the values are made plain on the way in. */
function bound(statement: PreparedStatement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (values) => statement.all(plainValues(values)),
    run: (values) => statement.run(plainValues(values)),
    iterate: (values) => statement.iterate(plainValues(values)),
  };
}

/** Keeps what was prepared; the oldest goes first. What changes tables makes all of them anew. */
class KeptStatements {
  readonly #prepare: (text: string) => SqliteStatement;
  readonly #kept = new Map<string, SqliteStatement>();

  constructor(prepare: (text: string) => PreparedStatement) {
    this.#prepare = (text) => bound(prepare(text));
  }

  of(text: string): SqliteStatement {
    const known = this.#kept.get(text);
    if (known) return known;
    const made = this.#prepare(text);
    if (/^\s*(?:create|alter|drop|vacuum|pragma|attach|detach)\b/i.test(text)) {
      this.#kept.clear();
      return made;
    }
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= KEPT_STATEMENTS && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(text, made);
    return made;
  }
}

function openNode(path: string, readonly: boolean): SqliteFile {
  const { DatabaseSync } = nodeSqlite() ?? missing();
  const database = new DatabaseSync(path, { readOnly: readonly });
  const statements = new KeptStatements((text) => told(() => nodeStatement(database.prepare(text), text)));
  return {
    driver: 'node',
    prepare: (text) => statements.of(text),
    pragma: (text) => firstValue(told(() => database.prepare(`pragma ${text}`).all())),
    close: () => database.close(),
  };
}

/** `prepare` of node:sqlite drops whatever stands behind the first statement; here that is refused, as the other driver does. */
function nodeStatement(statement: NodeStatement, text: string): PreparedStatement {
  if (text.slice(statement.sourceSQL.length).trim() !== '')
    throw new RangeError('The text holds more than one statement.');
  const columns = statement.columns();
  const bytes = columns
    .filter((column) => column.type === null || /^blob$/i.test(column.type))
    .map((column) => column.name);
  return {
    reader: columns.length > 0,
    all: (values) => told(() => withBuffers(statement.all(...values), bytes)),
    run: (values) => told(() => statement.run(...values)),
    iterate: (values) => statement.iterate(...values),
  };
}

/** Bytes come as Buffers from the other driver and from PostgreSQL, and so from here: a view of the same memory. */
function withBuffers(rows: Record<string, unknown>[], names: string[]): Record<string, unknown>[] {
  if (names.length === 0) return rows;
  for (const row of rows) {
    for (const name of names) {
      const value = row[name];
      if (value instanceof Uint8Array)
        row[name] = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
  }
  return rows;
}

/** SQLite's result codes that something decides by, as better-sqlite3 names them; the first byte is the primary code. */
const CODES: Record<number, string> = {
  5: 'SQLITE_BUSY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
};

function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { errcode } = error as { errcode?: number };
    const code = errcode === undefined ? undefined : CODES[errcode & 0xff];
    throw code ? Object.assign(error as Error, { code }) : error;
  }
}

function openBetter(path: string, readonly: boolean): SqliteFile {
  const Database = loadBetter() ?? missing();
  const database = new Database(path, { readonly });
  const statements = new KeptStatements((text) => database.prepare(text) as unknown as PreparedStatement);
  return {
    driver: 'better-sqlite3',
    prepare: (text) => statements.of(text),
    pragma: (text) => database.pragma(text, { simple: true }),
    close: () => void database.close(),
  };
}

const firstValue = (rows: Record<string, unknown>[]): unknown => Object.values(rows[0] ?? {})[0];

function missing(): never {
  throw new Error(
    'This Node brings no SQLite that can search, and better-sqlite3 could not be loaded. Use Node 22.16 or newer, or run npm ci again with a compiler at hand.',
  );
}

/** Node's module, without the note that it is new, which would stand above everything that is printed. */
function nodeSqlite(): NodeSqlite | undefined {
  const emit = process.emitWarning;
  process.emitWarning = () => {};
  try {
    const built = process as { getBuiltinModule?: (name: string) => unknown };
    return built.getBuiltinModule?.('node:sqlite') as NodeSqlite | undefined;
  } finally {
    process.emitWarning = emit;
  }
}

function nodeCan(): boolean {
  const module = nodeSqlite();
  if (!module || !('columns' in module.StatementSync.prototype)) return false;
  const probe = new module.DatabaseSync(':memory:', { readOnly: false });
  const [row] = probe.prepare("select sqlite_compileoption_used('ENABLE_FTS5') as used").all();
  probe.close();
  return row?.used === 1;
}

/** Its compiled half is loaded by the first file that it opens: an empty one, so that what is wrong with it shows here. */
function loadBetter(): typeof import('better-sqlite3') | undefined {
  try {
    const Database = createRequire(import.meta.url)('better-sqlite3') as typeof import('better-sqlite3');
    new Database(':memory:').close();
    return Database;
  } catch {
    return undefined; // not installed, or built for another Node: whoever opens a file is told
  }
}
