/**
 * A scratch pad on disk for what does not fit into memory and is needed once: things of a kind under a key. It belongs to this
 * process, is gone when it is closed or the process ends, and is on no disk that the newsroom keeps.
 */
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';

export interface Spool {
  /** Keeps a thing; one of the same kind and key is replaced. */
  put(kind: string, key: string, thing: unknown): void;
  get<T>(kind: string, key: string): T | null;
  has(kind: string, key: string): boolean;
  /** Adds a thing to a list under that key. */
  add(kind: string, key: string, thing: unknown): void;
  /** The list in the order in which it was added. */
  list<T>(kind: string, key: string): T[];
  /** Everything of a kind, in the order of its coming. */
  each<T>(kind: string): Iterable<{ key: string; thing: T }>;
  count(kind: string): number;
  /** From here on other threads may read what was put until now, and nothing more is to be put here: see `laidOver`. */
  settle(): void;
  close(): void;
}

const TABLES = ['singles', 'things'] as const;

/**
 * An empty name is a file of SQLite's own in the system's folder for such, without a name that anybody could open. One with a path can
 * be read by another thread, which opens it with `openSharedNotes`.
 */
export function openSpool(path = ''): Spool {
  const file = openSqliteFile(path);
  for (const text of ['journal_mode = off', 'synchronous = off', 'cache_size = -8000', 'temp_store = file'])
    file.pragma(text);
  file
    .prepare(
      'create table things (place integer primary key, kind text not null, key text not null, thing text not null)',
    )
    .run([]);
  file.prepare('create index things_key on things (kind, key)').run([]);
  file
    .prepare(
      'create table singles (place integer primary key, kind text not null, key text not null, thing text not null)',
    )
    .run([]);
  file.prepare('create unique index singles_key on singles (kind, key)').run([]);
  // By which a kind is walked through in its order: the other indexes would have it sorted anew for every page.
  for (const table of TABLES) file.prepare(`create index ${table}_kind on ${table} (kind)`).run([]);
  // One transaction for all: a beginning and an end of each statement takes seven times what it does.
  file.prepare('begin').run([]);
  return spoolOf(file);
}

/** A scratch pad of another thread, once that has settled it; to read from. It may have lost its name by then. */
export function openSharedNotes(path: string): Spool {
  const file = openSqliteFile(path);
  file.pragma('cache_size = -8000');
  const spool = spoolOf(file);
  // Nobody writes there once it is settled: one transaction for all that is read takes the file's lock once and not each time.
  file.prepare('begin').run([]);
  return spool;
}

/** What is put goes to the upper one; what is read is what stands there, else what stands below. A kind belongs to one of them. */
export function laidOver(upper: Spool, lower: Spool): Spool {
  return {
    put: upper.put,
    add: upper.add,
    get: <T>(kind: string, key: string) => upper.get<T>(kind, key) ?? lower.get<T>(kind, key),
    has: (kind, key) => upper.has(kind, key) || lower.has(kind, key),
    list: <T>(kind: string, key: string) => [...lower.list<T>(kind, key), ...upper.list<T>(kind, key)],
    *each<T>(kind: string) {
      yield* lower.each<T>(kind);
      yield* upper.each<T>(kind);
    },
    count: (kind) => lower.count(kind) + upper.count(kind),
    settle: () => upper.settle(),
    close() {
      upper.close();
      lower.close();
    },
  };
}

function spoolOf(file: SqliteFile): Spool {
  const list = file.prepare('select thing from things where kind = ? and key = ? order by place');
  const insert = file.prepare('insert into things (kind, key, thing) values (?, ?, ?)');
  const select = file.prepare('select thing from singles where kind = ? and key = ?');
  const replace = file.prepare(
    'insert into singles (kind, key, thing) values (?, ?, ?) on conflict (kind, key) do update set thing = excluded.thing',
  );
  const counts = TABLES.map((table) => file.prepare(`select count(*) as count from ${table} where kind = ?`));
  const pages = TABLES.map((table) =>
    file.prepare(
      `select place, key, thing from ${table} where kind = ? and place > ? order by place limit 500`,
    ),
  );
  const one = (kind: string, key: string) => select.all([kind, key])[0] as { thing: string } | undefined;
  return {
    put: (kind, key, thing) => void replace.run([kind, key, JSON.stringify(thing)]),
    get<T>(kind: string, key: string) {
      const row = one(kind, key);
      return row ? (JSON.parse(row.thing) as T) : null;
    },
    has: (kind, key) => one(kind, key) !== undefined,
    add: (kind, key, thing) => void insert.run([kind, key, JSON.stringify(thing)]),
    list: <T>(kind: string, key: string) =>
      (list.all([kind, key]) as { thing: string }[]).map((row) => JSON.parse(row.thing) as T),
    *each<T>(kind: string) {
      for (const page of pages)
        for (let after = 0; ; ) {
          const found = page.all([kind, after]) as { place: number; key: string; thing: string }[];
          for (const row of found) yield { key: row.key, thing: JSON.parse(row.thing) as T };
          const last = found.at(-1);
          if (!last) break;
          after = last.place;
        }
    },
    count: (kind) =>
      counts.reduce((sum, each) => sum + Number((each.all([kind])[0] as { count: number }).count), 0),
    settle() {
      file.prepare('commit').run([]);
      file.prepare('begin').run([]);
    },
    close: () => file.close(),
  };
}
