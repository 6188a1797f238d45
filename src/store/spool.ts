/**
 * A scratch pad on disk for what does not fit into memory and is needed once: things of a kind under a key. It belongs to this
 * process, is gone when it is closed or the process ends, and is on no disk that the newsroom keeps.
 */
import { openSqliteFile } from './sqlite-file.ts';

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
  close(): void;
}

/** An empty name is a file of SQLite's own in the system's folder for such, without a name that anybody could open. */
export function openSpool(): Spool {
  const file = openSqliteFile('');
  for (const text of ['journal_mode = off', 'synchronous = off', 'cache_size = -16000', 'temp_store = file'])
    file.pragma(text);
  file
    .prepare(
      'create table things (place integer primary key, kind text not null, key text not null, thing text not null)',
    )
    .run([]);
  file.prepare('create index things_key on things (kind, key)').run([]);
  const select = file.prepare('select thing from things where kind = ? and key = ? order by place');
  const remove = file.prepare('delete from things where kind = ? and key = ?');
  const insert = file.prepare('insert into things (kind, key, thing) values (?, ?, ?)');
  const count = file.prepare('select count(*) as count from things where kind = ?');
  const some = file.prepare(
    'select place, key, thing from things where kind = ? and place > ? order by place limit 500',
  );
  const rows = (kind: string, key: string) => select.all([kind, key]) as { thing: string }[];
  return {
    put(kind, key, thing) {
      remove.run([kind, key]);
      insert.run([kind, key, JSON.stringify(thing)]);
    },
    get<T>(kind: string, key: string) {
      const [row] = rows(kind, key);
      return row ? (JSON.parse(row.thing) as T) : null;
    },
    has: (kind, key) => rows(kind, key).length > 0,
    add: (kind, key, thing) => void insert.run([kind, key, JSON.stringify(thing)]),
    list: <T>(kind: string, key: string) => rows(kind, key).map((row) => JSON.parse(row.thing) as T),
    *each<T>(kind: string) {
      for (let after = 0; ; ) {
        const found = some.all([kind, after]) as { place: number; key: string; thing: string }[];
        for (const row of found) yield { key: row.key, thing: JSON.parse(row.thing) as T };
        const last = found.at(-1);
        if (!last) return;
        after = last.place;
      }
    },
    count: (kind) => Number((count.all([kind])[0] as { count: number }).count),
    close: () => file.close(),
  };
}
