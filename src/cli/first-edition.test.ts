/**
 * A newsroom that 0.1.0 wrote, by its own verbs, and backed up (tests/fixtures/first-edition): restored and brought to today's
 * shape it reads as it did, its people and devices are known by what they had, and nothing of it is lost.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { crawl } from '../../tests/support/crawl.ts';
import { freshDatabase, postgresUrl } from '../../tests/support/newsroom.ts';
import { openLiveHub } from '../alerts/live/live-hub.ts';
import { readDevice } from '../alerts/readers/device-view.ts';
import { searchPublished as search } from '../entries/search-published.ts';
import { readSettings } from '../kit/settings.ts';
import { type Newsroom, openNewsroom } from '../newsroom.ts';
import { exportReader } from '../replies/reader-data.ts';
import { openServer, type Server } from '../server/server.ts';
import { openSignIn, type SignIn } from '../staff/sign-in.ts';
import type { StoreEngine } from '../store/engine.ts';
import { schemaState } from '../store/migrate.ts';
import { listForDesk } from '../stories/desk-list.ts';
import { people } from './demo/cast.ts';
import { prepareStore } from './prepare-store.ts';
import { restore } from './restore.ts';

const fixtures = new URL('../../tests/fixtures/first-edition/', import.meta.url);
const unpacked = (name: string): Buffer => brotliDecompressSync(readFileSync(new URL(name, fixtures)));

const kept: Record<StoreEngine, { backup: string; token: string }> = {
  sqlite: { backup: 'post.tar.br', token: '90N3zpulCwipII2V0vDGaRAbe1w5-N80' },
  postgres: { backup: 'post-postgres.tar.br', token: 'T9Pq6NCegkXRC-t1puxsXho_9rT2RnxI' },
};

/** What a migration took away, and why nothing is lost with it. */
const changed: Record<string, string> = {
  cluster_bands: 'the table is gone', // marks of events are made anew from the items, in the tables of today
  cluster_marks: 'the table is gone',
  newsroom_facts: '1 rows are gone',
  'newsroom_facts.key': '1 values: clusters', // a lock of the clusters, which holds nothing
  'newsroom_facts.value': '1 values: ',
};

type Rows = Map<string, Record<string, unknown>[]>;

describe.each(['sqlite', 'postgres'] as const)('a newsroom of 0.1.0 on %s', (engine) => {
  const skips = engine === 'postgres' && !postgresUrl;
  let folder: string;
  let database: { address: string; leave(): Promise<void> } | undefined;
  let newsroom: Newsroom;
  let server: Server;
  let signIn: SignIn;
  let before: Rows;

  beforeAll(async () => {
    if (skips) return;
    folder = mkdtempSync(join(tmpdir(), 'crier-first-'));
    vi.stubEnv('CRIER_DATA', join(folder, 'data'));
    vi.stubEnv('CRIER_LOG_LEVEL', 'silent');
    if (engine === 'postgres') {
      database = await freshDatabase();
      vi.stubEnv('CRIER_DATABASE_URL', database.address);
    }
  });
  afterAll(async () => {
    await server?.close();
    await newsroom?.close();
    await database?.leave();
    vi.unstubAllEnvs();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test.skipIf(skips)('is restored by today’s crier restore', async () => {
    const file = join(folder, 'post.tar');
    writeFileSync(file, unpacked(kept[engine].backup));
    const told: string[] = [];
    for (const way of ['stdout', 'stderr'] as const)
      vi.spyOn(process[way], 'write').mockImplementation((words) => told.push(String(words)) > 0);
    if (database) {
      expect(await restore.run([file])).toBe(1);
      expect(told.pop()).toMatch(/no database in it, as backups of 0\.1\.0 on PostgreSQL: load the dump/);
      await load(database.address, unpacked('post.sql.br').toString());
    }
    const status = await restore.run([file]);
    vi.restoreAllMocks();
    expect({ status, told }).toEqual({ status: 0, told: [expect.stringMatching(/^Restored \d parts/)] });
  });

  test.skipIf(skips)('is brought to today’s shape, and no row of it is lost or reads otherwise', async () => {
    const settings = readSettings(folder);
    if ('problems' in settings) throw new Error(settings.problems.join());
    newsroom = await openNewsroom(settings);
    const { had, missing } = await schemaState(newsroom.store, engine);
    expect([had.length, missing.length > 10]).toEqual([14, true]);
    before = await rowsOf(newsroom);
    expect(await prepareStore(newsroom, { mayMigrate: true })).toEqual({ applied: missing, complaint: null });
    const now = await rowsOf(newsroom);
    expect(differences(before, now)).toEqual(changed);
  });

  test.skipIf(skips)(
    'answers every page that readers can reach, and its pictures',
    async () => {
      const { address } = newsroom.settings;
      signIn = openSignIn(newsroom);
      server = await openServer({ newsroom, signIn, liveHub: openLiveHub(newsroom) });
      const answers = await crawl(server.app, ['/', '/search?q=lamp', '/sitemap.xml'], address);
      const wrong = [...answers.values()].filter(({ status }) => status !== 200);
      expect(wrong.map(({ path, status }) => `${path} ${status}`)).toEqual([]);
      expect(answers.size).toBeGreaterThan(60);
      expect([...answers.keys()].filter((path) => path.startsWith('/media/')).length).toBeGreaterThan(0);
      const killed = await server.app.inject('/news/killed-by-the-first-edition');
      expect([killed.statusCode, killed.body.includes('It was not so.')]).toEqual([410, true]);
    },
    LONG,
  );

  test.skipIf(skips)(
    'lets its administrator in with the password of then, and every page of the desk opens',
    async () => {
      const { email, password } = people.theo;
      const { cookies } = await signIn.signIn({ email, password, ip: '192.0.2.1' });
      const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
      const wrong: string[] = [];
      const seen = new Set<string>(['/desk']);
      const kinds = new Map<string, number>(); // of each, how many are looked at
      for (const path of seen) {
        const answer = await server.app.inject({ url: path, headers: { cookie, accept: 'text/html' } });
        if (answer.statusCode >= 400) wrong.push(`${path} ${answer.statusCode}`);
        const onward = answer.headers.location ? [String(answer.headers.location)] : linksIn(answer.body);
        const wanted = [...new Set(onward)].filter(
          (link) => !seen.has(link) && (kinds.get(kindOf(link)) ?? 0) < OF_A_KIND,
        );
        for (const link of wanted) {
          seen.add(link);
          kinds.set(kindOf(link), (kinds.get(kindOf(link)) ?? 0) + 1);
        }
      }
      expect(wrong).toEqual([]);
      expect(seen.size).toBeGreaterThan(60);
    },
    LONG,
  );

  test.skipIf(skips)(
    'knows its stories in each state, its device by its token and its readers by their addresses',
    async () => {
      const stories = await listForDesk(newsroom, { limit: 100 });
      const statusOf = (headline: string) => stories.find((story) => story.headline === headline)?.status;
      expect(
        ['The lamp burns', 'Killed', 'Spiked', 'Scheduled', 'Open at the desk'].map((name) =>
          statusOf(
            name.includes('lamp')
              ? name
              : `${name}${name.includes('desk') ? ' of' : ' by'} the first edition`,
          ),
        ),
      ).toEqual(['published', 'killed', 'spiked', 'scheduled', 'draft']);
      const device = await readDevice(newsroom, kept[engine].token);
      expect(device.follows.map(({ kind, level }) => `${kind} ${level}`).sort()).toEqual([
        'all routine',
        'section urgent',
      ]);
      expect(device.stopped).toHaveLength(1);
      expect(device.sent.length).toBeGreaterThan(0);
      const [reply] = before.get('replies') ?? [];
      const address = `${String(reply?.name).toLowerCase().replace(/\W+/g, '-')}@post.example`;
      expect((await exportReader(newsroom, { address })).map((own) => own.address)).toContain(address);
      expect((await search(newsroom, { words: 'lamp', limit: 5 })).length).toBeGreaterThan(0);
    },
  );
});

const LONG = 120_000; // ms; a hundred pages, each made for the first time
const OF_A_KIND = 2; // pages of the desk that differ only in what they are of: a story, a source, a speaker

const kindOf = (path: string): string => path.replace(/[\w-]{30,}/g, '*').replace(/=[^&]*/g, '=*');

const linksIn = (html: string): string[] =>
  [...html.matchAll(/href="(\/desk[^"#]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));

/** What psql would do with it. */
async function load(address: string, dump: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const statements = dump.replace(/^\\.*$/gm, ''); // what is for psql alone
  await client.query(statements).finally(() => client.end());
}

/** Every row of every table, but of the tables in which SQLite keeps its search. */
async function rowsOf({ store, engine }: Newsroom): Promise<Rows> {
  const { rows: tables } = await (engine === 'sqlite'
    ? sql<{ name: string }>`select name from sqlite_master where type = 'table'`
    : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`
  ).execute(store);
  const all: Rows = new Map();
  for (const { name } of tables.filter((table) => !/^(?:sqlite_|morgue)/.test(table.name)))
    all.set(name, (await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(store)).rows);
  return all;
}

/** What of the rows before is not there now: by table, or by column where there is one of the same name. */
function differences(before: Rows, now: Rows): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [table, rows] of before) {
    const left = now.get(table);
    if (!left) found[table] = 'the table is gone';
    else
      for (const column of Object.keys(rows[0] ?? {})) {
        if (!(column in (left[0] ?? {}))) found[`${table}.${column}`] = 'the column is gone';
        else {
          const [then, today] = [rows, left].map((all) => all.map((row) => String(row[column])).sort());
          const missing = then?.filter((value) => !today?.includes(value)) ?? [];
          if (missing.length > 0) found[`${table}.${column}`] = `${missing.length} values: ${missing[0]}`;
        }
      }
    if (left && left.length < rows.length) found[table] = `${rows.length - left.length} rows are gone`;
  }
  return found;
}
