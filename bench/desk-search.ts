/**
 * The desk's search with 1,000,000 wire items and 100,000 stories behind it, on both stores, beside what WordPress asks its database:
 * `like '%word%'`. Every question is asked as an administrator asks it, of every kind at once, with what is shown of each line.
 * CRIER_BENCH_ITEMS and CRIER_BENCH_STORIES make other numbers, CRIER_BENCH_ENGINE one engine of the two. PostgreSQL is measured where
 * CRIER_TEST_POSTGRES_URL leads to one. CRIER_BENCH_KEPT, a folder, keeps what was filled for the next run: SQLite there, PostgreSQL in a schema of its own. What is filled in is not made safe against a loss of power: that took most of the time.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { systemClock } from '../src/kit/clock.ts';
import { makeKeys } from '../src/kit/keys.ts';
import { silentLog } from '../src/kit/log.ts';
import { readSettings } from '../src/kit/settings.ts';
import { lookUp } from '../src/lookup/lookup.ts';
import type { LookupKind, LookupThing } from '../src/lookup/thing.ts';
import { idWord, wordsOfThing } from '../src/lookup/thing-words.ts';
import { makeNewsroom, type Newsroom } from '../src/newsroom.ts';
import { localBell } from '../src/store/bell.ts';
import { openPostgres, openSqlite } from '../src/store/engine.ts';
import { migrateStore } from '../src/store/migrate.ts';
import { freshSchema, postgresUrl } from '../tests/support/newsroom.ts';
import { type Result, resultOf } from './result.ts';

const ITEMS = Number(process.env.CRIER_BENCH_ITEMS ?? 1_000_000);
const STORIES = Number(process.env.CRIER_BENCH_STORIES ?? 100_000);
const SOURCES = 200;
const AT_ONCE = 1_000; // rows in a transaction
const ROUNDS = 15;
const VOCABULARY = 60_000;
const HOUR = 3_600_000;

/** Pseudo-random and the same in each run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const syllables = 'ba de fi go hu ka le mi no pu ra se ti vo wu sta pre con tri mal der ing por ten'.split(
  ' ',
);

/** The first are in most texts, the last in a handful: Zipf, as in any language. */
function vocabulary(): string[] {
  const roll = dice(7);
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    const count = 1 + Math.floor(roll() * 3) + (words.size > 200 ? 1 : 0);
    words.add(Array.from({ length: count }, () => syllables[Math.floor(roll() * syllables.length)]).join(''));
  }
  return [...words];
}

const words = vocabulary();
const PICKS = 2 ** 18; // of which each text draws its words: an exponent for each took a quarter of the fill
const picks = Array.from(
  { length: PICKS },
  (_, at) => words[Math.floor(VOCABULARY ** ((at + 0.5) / PICKS)) - 1] ?? 'ba',
);
const someWord = (roll: () => number) => picks[Math.floor(roll() * PICKS)] ?? 'ba';

interface Text {
  title: string;
  text: string;
}

function textOf(roll: () => number, length: number): Text {
  const some = (count: number) => Array.from({ length: count }, () => someWord(roll)).join(' ');
  return { title: some(8), text: some(length) };
}

/** A word is cut and stemmed once, whatever number of texts have it. */
function cutter() {
  const kept = new Map<string, Map<string, string[]>>();
  const of = (kind: LookupKind, place: 'title' | 'text' | 'by') => {
    const key = `${kind} ${place}`;
    const cuts = kept.get(key) ?? new Map<string, string[]>();
    kept.set(key, cuts);
    return (typed: string): string[] => {
      const had = cuts.get(typed);
      if (had) return had;
      const cut = wordsOfThing({ ...emptyThing(kind), [place]: place === 'by' ? [typed] : typed });
      cuts.set(typed, cut);
      return cut;
    };
  };
  const fieldsOf = new Map<string, string[]>();
  return (kind: LookupKind, { title, text }: Text, by: string, fields: string[]): string[] => {
    const key = `${kind} ${fields.join(' ')}`;
    const met = fieldsOf.get(key) ?? wordsOfThing({ ...emptyThing(kind), fields });
    fieldsOf.set(key, met);
    const all = new Set([...met, ...of(kind, 'by')(by)]);
    const [inTitle, inText] = [of(kind, 'title'), of(kind, 'text')];
    for (const word of title.split(' ')) for (const each of inTitle(word)) all.add(each);
    for (const word of text.split(' ')) for (const each of inText(word)) all.add(each);
    return [...all];
  };
}

const emptyThing = (kind: LookupKind): LookupThing => ({
  kind,
  id: '',
  at: 0,
  stamp: '',
  language: 'en',
  title: '',
  text: '',
  by: [],
  fields: [],
});

interface Filed {
  number: number;
  kind: LookupKind;
  id: string;
  at: number;
  words: string[];
}

const FIRST = 2 ** 40;

async function fill(newsroom: Newsroom): Promise<void> {
  const { store, engine } = newsroom;
  const roll = dice(11);
  const cut = cutter();
  const now = Date.now();
  await sql`insert into masthead (id, name, tagline, language, time_zone, contact, created_at)
    values ('masthead', 'P', '', 'en', 'UTC', '', 0)`.execute(store);
  const sources = Array.from({ length: SOURCES }, (_, at) => ({
    id: newsroom.ids.next(),
    name: `Agency ${words[at + 300]}`,
  }));
  for (const { id, name } of sources)
    await sql`insert into sources (id, slug, name, credit, may_alert, may_translate, publish_unread, interval_ms,
      next_poll_at, lease_until, failures_in_row, created_at)
      values (${id}, ${idWord(id)}, ${name}, '', 0, 0, 0, 1, 0, 0, 0, 0)`.execute(store);
  await hurry(newsroom);
  for (let from = 0; from < ITEMS; from += AT_ONCE) {
    const rows = Array.from({ length: AT_ONCE }, (_, at) => {
      const source = sources[Math.floor(roll() ** 2 * SOURCES)] ?? sources[0];
      return {
        id: newsroom.ids.next(),
        source: source?.id ?? '',
        at: now - (ITEMS - from - at) * 2_000,
        ...textOf(roll, 80),
      };
    });
    await store.transaction().execute(async (inner) => {
      if (engine === 'postgres') await sql`set local synchronous_commit = off`.execute(inner);
      await inner
        .insertInto('items')
        .values(
          rows.map((row) => ({
            ...{ id: row.id, source_id: row.source, identity: row.id, version: 1, status: 'usable' },
            ...{ headline: row.title, summary: row.text.slice(0, 120), language: 'en', link: null },
            ...{ published_at: row.at, embargo_until: null, urgency: null, cluster_id: null, story_id: null },
            ...{ terms_json: null, expires_at: null, headline_changed_at: null, full_text_at: null },
            ...{ received_at: row.at, changed_at: row.at },
          })),
        )
        .execute();
      const filed = rows.map(
        (row, at): Filed => ({
          number: FIRST + from + at,
          kind: 'item',
          id: row.id,
          at: row.at,
          words: cut('item', row, row.title.split(' ')[0] ?? '', [
            `s${idWord(row.source)}`,
            'len',
            'twaiting',
          ]),
        }),
      );
      await file({ ...newsroom, store: inner }, filed);
    });
    if (from % 50_000 === 0) process.stderr.write(`${engine}: ${from} items\n`);
  }
  for (let from = 0; from < STORIES; from += AT_ONCE) {
    const rows = Array.from({ length: AT_ONCE }, (_, at) => ({
      id: newsroom.ids.next(),
      edition: newsroom.ids.next(),
      take: newsroom.ids.next(),
      status: (from + at) % 50 === 0 ? ('draft' as const) : ('published' as const),
      at: now - (STORIES - from - at) * 20_000,
      ...textOf(roll, 200),
    }));
    await store.transaction().execute(async (inner) => {
      const inside = { ...newsroom, store: inner };
      await inner
        .insertInto('stories')
        .values(
          rows.map(({ id, status, at }) => ({
            ...{ id, slug: id, status, section_id: null, item_id: null, source_id: null, alert_level: null },
            ...{ override_json: null, publish_at: null, first_published_at: at, published_at: at },
            ...{ kill_notice: null, killed_at: null, replies_open: 1 as const, by_id: null },
            ...{ created_at: at, updated_at: at },
          })),
        )
        .execute();
      await inner
        .insertInto('editions')
        .values(
          rows.map(({ id, edition, take, at }) => ({
            ...{ id: edition, story_id: id, language: 'en', slug: edition, working_take_id: take },
            ...{ published_take_id: take, stale_at: null, stale_why: null, created_at: at },
            ...{ first_published_at: at, published_at: at },
          })),
        )
        .execute();
      await inner
        .insertInto('takes')
        .values(
          rows.map(({ edition, take, title, text, at }) => ({
            ...{ id: take, edition_id: edition, number: 1, headline: title, dek: '', byline: 'A. Writer' },
            ...{
              dateline: '',
              body_html: `<p>${text}</p>` as never,
              picture_id: null,
              by_id: null,
              note: '',
            },
            ...{ saved_at: at },
          })),
        )
        .execute();
      await file(
        inside,
        rows.map((row, at): Filed => {
          const kind = row.status === 'draft' ? 'draft' : 'published';
          const filed = cut(kind, row, `writer ${row.title.split(' ')[1]}`, [`t${row.status}`, 'len']);
          return { number: FIRST + ITEMS + from + at, kind, id: row.edition, at: row.at, words: filed };
        }),
      );
    });
  }
  await settle(newsroom);
}

/** Until all is in: nothing is kept safe against a loss of power, and PostgreSQL makes its index of words at the end. */
async function hurry({ store, engine }: Newsroom): Promise<void> {
  if (engine === 'sqlite') {
    await sql`pragma synchronous = off`.execute(store);
    await sql`pragma cache_size = -400000`.execute(store);
    // More is gathered before a piece of the index is written: fewer pieces are merged with others afterwards.
    await sql`insert into lookup (lookup, rank) values ('hashsize', 67108864)`.execute(store);
    return;
  }
  await sql`drop index lookup_words`.execute(store);
  for (const table of ['lookup', 'lookup_things'])
    await sql`alter table ${sql.table(table)} set unlogged`.execute(store);
}

/** As it runs: what is asked is asked with the memory that a newsroom gives it. */
async function settle({ store, engine }: Newsroom): Promise<void> {
  if (engine === 'sqlite') {
    await sql`insert into lookup (lookup, rank) values ('hashsize', 1048576)`.execute(store);
    await sql`pragma cache_size = -32000`.execute(store);
    return;
  }
  process.stderr.write('postgres: index\n');
  await store.connection().execute(async (one) => {
    await sql`set maintenance_work_mem = '512MB'`.execute(one);
    await sql`create index lookup_words on lookup using gin (words) with (gin_pending_list_limit = 512)`.execute(
      one,
    );
  });
  await sql`analyze`.execute(store);
}

/** As lookup/lookup-*.ts file one thing, for many at once. */
async function file({ store, engine }: Newsroom, things: Filed[]): Promise<void> {
  await store
    .insertInto('lookup_things')
    .values(things.map(({ number, kind, id, at }) => ({ number, kind, thing_id: id, at, stamp: String(at) })))
    .execute();
  if (engine === 'sqlite') {
    for (const { number, words: filed } of things)
      await sql`insert into lookup (rowid, words) values (cast(${number} as integer), ${filed.join(' ')})`.execute(
        store,
      );
    return;
  }
  const rows = things.map(({ number, words: filed }) => {
    const all = [...filed, `s${Math.floor(number / 2 ** 13)}`, `l${Math.floor(number / 2 ** 17)}`];
    return sql`(${number}::bigint, array_to_tsvector(string_to_array(${all.join(' ')}, ' ')))`;
  });
  await sql`insert into lookup (number, words) values ${sql.join(rows)}`.execute(store);
}

const rank = (at: number) => words[at] ?? 'ba';

/** What editors type: common and rare words, several, beginnings, fields, and words that are nowhere together. */
const asked = (): string[] => [
  ...[rank(3), rank(50), rank(400), rank(5_000), rank(59_000), 'nothingofthekind'],
  ...[`${rank(2)} ${rank(5)}`, `${rank(40)} ${rank(90)}`, `${rank(900)} ${rank(1_100)}`],
  ...[`${rank(30_000)} ${rank(40_000)}`, `${rank(700)} ${rank(9_000)} ${rank(12)}`],
  ...[rank(500).slice(0, 2), rank(800).slice(0, 3), rank(900).slice(0, 4), rank(5_000).slice(0, 5)],
  ...[
    `${rank(20)} ${rank(300).slice(0, 3)}`,
    `source:${rank(301)} ${rank(60)}`,
    `source:${rank(480)} ${rank(2_000)}`,
  ],
  ...[`by:${rank(9)} ${rank(100)}`, `state:draft ${rank(30)}`, 'state:draft', 'kind:wire', 'in:english'],
  ...[
    `from:7d ${rank(200)}`,
    `to:${new Date(Date.now() - 20 * 24 * HOUR).toISOString().slice(0, 10)} ${rank(200)}`,
  ],
  ...[`kind:published ${rank(4)} ${rank(6_000)}`, `in:greek ${rank(4)}`, '東京'],
];

interface Times {
  all: number[];
  byQuestion: Map<string, number[]>;
}

async function measure(newsroom: Newsroom): Promise<{ ours: Times; likes: number[] }> {
  const ours: Times = { all: [], byQuestion: new Map() };
  const likes: number[] = [];
  const days = {
    startOf: (day: string) => Date.parse(`${day}T00:00:00Z`),
    today: new Date().toISOString().slice(0, 10),
  };
  for (let round = -1; round < ROUNDS; round += 1)
    for (const typed of asked()) {
      const began = performance.now();
      await lookUp(newsroom, { typed, role: 'administrator', days, limit: 8 });
      const ms = performance.now() - began;
      if (round < 0) continue; // what is read from the disk the first time
      ours.all.push(ms);
      ours.byQuestion.set(typed, [...(ours.byQuestion.get(typed) ?? []), ms]);
    }
  for (const typed of [rank(50), rank(5_000), rank(59_000)]) {
    const pattern = `%${typed}%`;
    const began = performance.now();
    await sql`select id, headline from items where headline like ${pattern} or summary like ${pattern}
      order by received_at desc limit 8`.execute(newsroom.store);
    likes.push(performance.now() - began);
  }
  return { ours, likes };
}

const part = (numbers: number[], share: number) =>
  numbers.toSorted((one, other) => one - other)[
    Math.min(numbers.length - 1, Math.floor(numbers.length * share))
  ] ?? 0;

/** The one whose address a run kept; one to be kept, which holds no connection open; or one that goes with the run. */
async function schemaFor(mark: string | null): Promise<Awaited<ReturnType<typeof freshSchema>>> {
  if (mark === null) return freshSchema();
  const leave = async () => undefined;
  if (existsSync(mark)) return { address: readFileSync(mark, 'utf8'), leave };
  const name = `crier_bench_${process.pid}`;
  const store = await openPostgres(postgresUrl ?? '');
  await sql`create schema ${sql.ref(name)}`.execute(store);
  await store.destroy();
  const url = new URL(postgresUrl ?? '');
  url.searchParams.set('options', `-c search_path=${name} -c synchronous_commit=off`);
  return { address: url.href, leave };
}

export async function measureDeskSearch(): Promise<Result[]> {
  const results: Result[] = [];
  for (const engine of ['sqlite', 'postgres'] as const) {
    if (engine === 'postgres' && !postgresUrl) continue;
    if ((process.env.CRIER_BENCH_ENGINE ?? engine) !== engine) continue;
    const kept = process.env.CRIER_BENCH_KEPT;
    const folder = kept ?? mkdtempSync(join(tmpdir(), 'crier-bench-'));
    mkdirSync(folder, { recursive: true });
    const mark = join(folder, engine === 'sqlite' ? 'crier.sqlite' : 'postgres.schema');
    const isFilled = existsSync(mark);
    const schema = engine === 'postgres' ? await schemaFor(kept ? mark : null) : null;
    const store = schema ? await openPostgres(schema.address) : openSqlite(join(folder, 'crier.sqlite'));
    const settings = readSettings(folder, { CRIER_DATA: folder, CRIER_LOG_LEVEL: 'silent' });
    if ('problems' in settings) throw new Error(settings.problems.join(' '));
    const parts = { store, engine, settings, clock: systemClock, log: silentLog, keys: makeKeys() };
    const newsroom = makeNewsroom({ ...parts, bell: localBell() });
    try {
      await migrateStore(store, engine);
      const began = performance.now();
      if (!isFilled) await fill(newsroom);
      if (kept && schema) writeFileSync(mark, schema.address);
      process.stderr.write(`${engine}: filled in ${Math.round((performance.now() - began) / 1_000)} s\n`);
      const { ours, likes } = await measure(newsroom);
      for (const [typed, times] of ours.byQuestion)
        process.stderr.write(
          `${engine}: ${typed}: ${part(times, 0.5).toFixed(1)} ms, 95 of 100 in ${part(times, 0.95).toFixed(1)} ms\n`,
        );
      const peer = {
        unit: 'ms',
        peer: "like '%word%', as WordPress asks",
        peerVersion: engine,
        better: 'less' as const,
      };
      const peerValue = part(likes, 0.5);
      results.push(
        resultOf({
          name: `desk search, ${engine}, the middle question`,
          value: part(ours.all, 0.5),
          peerValue,
          ...peer,
        }),
        resultOf({
          name: `desk search, ${engine}, 95 of 100`,
          value: part(ours.all, 0.95),
          peerValue,
          ...peer,
        }),
        resultOf({
          name: `desk search, ${engine}, the slowest`,
          value: Math.max(...ours.all),
          peerValue,
          ...peer,
        }),
      );
    } finally {
      await newsroom.close();
      if (!kept) await schema?.leave();
      if (!kept) rmSync(folder, { recursive: true, force: true });
    }
  }
  return results;
}
