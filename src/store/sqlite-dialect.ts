/**
 * The embedded engine's one connection, for one user at a time, with room for the others. Another process (a move, a backup, the command line) may hold the
 * file's write lock meanwhile: whoever wants to write then waits beside the connection, not on it, so that pages are read on, and by
 * asking again, for SQLite's own waiting would hold the whole process.
 */
import { setTimeout as pause } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { NewsroomSqliteCompiler } from './sqlite-compiler.ts';
import type { SqliteFile } from './sqlite-file.ts';

const PATIENCE = 30_000; // ms that another process may hold the file before a write fails
const SOONEST = 1; // ms until it is asked for the first time again; the time between two transactions of a busy process
const RAREST = 8; // ms between two tries of who has waited for long
const LONGEST_BREATH = 8; // ms of statements until the loop turns
const MOST_PASSED = 20; // statements before a transaction that waits: it is not put off for ever

export class OneConnectionDialect extends SqliteDialect {
  readonly #database: SqliteFile;
  readonly #patience: number;

  constructor(database: SqliteFile, { patience = PATIENCE } = {}) {
    super({ database });
    this.#database = database;
    this.#patience = patience;
  }

  override createQueryCompiler() {
    return new NewsroomSqliteCompiler();
  }

  override createDriver() {
    return new OneConnectionDriver(this.#database, this.#patience);
  }
}

/** Hands out what stands in a row for the one connection: it is taken for a statement, or from `begin` until the transaction ends. */
class OneConnectionDriver extends SqliteDriver {
  readonly #line = new Line();
  readonly #patience: number;
  /** A promise: of several that ask first at once, only one may ask for it, since it is never let go again. */
  #real: Promise<DatabaseConnection> | null = null;

  constructor(database: SqliteFile, patience: number) {
    super({ database });
    this.#patience = patience;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#real ??= super.acquireConnection();
    return new Turn(await this.#real, this.#line, this.#patience);
  }

  override async releaseConnection(): Promise<void> {}

  /**
   * Takes the write lock: one that reads first and writes later would fail at once, however patient, when another process wrote in
   * between.
   */
  override async beginTransaction(turn: DatabaseConnection): Promise<void> {
    await (turn as Turn).begin();
  }

  override async commitTransaction(turn: DatabaseConnection): Promise<void> {
    await super.commitTransaction(turn);
    (turn as Turn).end();
  }

  /** A full disk has rolled back by itself; the complaint about a second rollback would hide why. */
  override async rollbackTransaction(turn: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(turn);
    } catch (error) {
      if (!/no transaction is active/.test((error as Error).message)) throw error;
    } finally {
      (turn as Turn).end();
    }
  }
}

class Turn implements DatabaseConnection {
  readonly #real: DatabaseConnection;
  readonly #line: Line;
  readonly #patience: number;
  /** From `begin` on it is this one's alone. */
  #isOwn = false;

  constructor(real: DatabaseConnection, line: Line, patience: number) {
    this.#real = real;
    this.#line = line;
    this.#patience = patience;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#isOwn ? this.#within<R>(query) : this.#alone<R>(query);
  }

  /** A transaction of many statements breathes too: what needs no connection, as a page in memory, is answered meanwhile. */
  async #within<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    await this.#line.breathe();
    return this.#real.executeQuery<R>(query);
  }

  async #alone<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const answer = await this.#whenFree<R>(query, 'statement');
    this.#line.leave();
    return answer;
  }

  async *streamQuery<R>(query: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<R>> {
    if (this.#isOwn) return yield* this.#real.streamQuery<R>(query, size);
    await this.#line.enter('statement');
    try {
      yield* this.#real.streamQuery<R>(query, size);
    } finally {
      this.#line.leave();
    }
  }

  async begin(): Promise<void> {
    await this.#whenFree(CompiledQuery.raw('begin immediate'), 'transaction');
    this.#isOwn = true;
  }

  end(): void {
    this.#isOwn = false;
    this.#line.leave();
  }

  /** Runs it as soon as the connection is free and no other process holds what it needs; the connection is still had then. */
  async #whenFree<R>(query: CompiledQuery, what: 'statement' | 'transaction'): Promise<QueryResult<R>> {
    const until = performance.now() + this.#patience;
    for (let wait = SOONEST; ; wait = Math.min(wait + SOONEST, RAREST)) {
      await this.#line.enter(what);
      try {
        return await this.#real.executeQuery<R>(query);
      } catch (error) {
        this.#line.leave();
        if (!isBusy(error) || performance.now() > until) throw error;
      }
      await pause(wait);
    }
  }
}

/** SQLite's codes for a file that another process holds; a statement that met one has done nothing. */
const isBusy = (error: unknown): boolean =>
  (error as { code?: string }).code?.startsWith('SQLITE_BUSY') === true;

/**
 * Who waits for the connection. Single statements, of which pages are made, go before transactions that have not begun. The store
 * answers in the same breath as it is asked: after some milliseconds of it the loop turns first, so that others are heard.
 */
class Line {
  #isTaken = false;
  readonly #statements: (() => void)[] = [];
  readonly #transactions: (() => void)[] = [];
  /** How many statements went before the first transaction of those that wait. */
  #passed = 0;
  /** When the store was first asked since the loop has turned. */
  #breath: number | null = null;

  async enter(what: 'statement' | 'transaction'): Promise<void> {
    if (this.#isTaken)
      await new Promise<void>((begin) =>
        (what === 'statement' ? this.#statements : this.#transactions).push(begin),
      );
    else this.#isTaken = true;
    await this.breathe();
  }

  async breathe(): Promise<void> {
    if (this.#isOutOfBreath()) await new Promise<void>((begin) => setImmediate(begin));
  }

  leave(): void {
    const next = this.#next();
    if (next) next();
    else this.#isTaken = false;
  }

  #next(): (() => void) | undefined {
    const isPassed = this.#statements.length > 0 && this.#passed < MOST_PASSED;
    this.#passed = isPassed && this.#transactions.length > 0 ? this.#passed + 1 : 0;
    return isPassed ? this.#statements.shift() : (this.#transactions.shift() ?? this.#statements.shift());
  }

  #isOutOfBreath(): boolean {
    const now = performance.now();
    if (this.#breath === null) {
      this.#breath = now;
      setImmediate(() => {
        this.#breath = null;
      });
    }
    return now - this.#breath > LONGEST_BREATH;
  }
}
