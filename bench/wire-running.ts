/**
 * The wire running: items a second through the whole way to a stored, clustered item, and what a reader's page takes meanwhile,
 * beside an earlier commit, checked out, built and measured in the same run, in turns. With `--fill`, 100,000 items besides, on
 * SQLite and, where CRIER_TEST_POSTGRES_URL names a server, on PostgreSQL.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { once } from '../src/kit/once.ts';
import { newPlace, postgresUrl } from '../tests/support/place.ts';
import { checkOut, putAway, root } from './earlier.ts';
import { medianOf, type Result, resultOf, say } from './result.ts';

const BEFORE = '82a4069';
const SOURCES = Number(process.env.CRIER_BENCH_SOURCES ?? 1_500);
const ITEMS = 2; // in each feed
const ROUNDS = Number(process.env.CRIER_BENCH_ROUNDS ?? 3);
const EVERY = 300; // seconds between two polls of a source, as the setting has it
const FILL = { sources: Number(process.env.CRIER_BENCH_FILL ?? 2_000), items: 50 };
const SMALL_FILL = { sources: 60, items: 50 }; // what the earlier one is given of it: it would take half an hour
const PAGE = 20; // ms, the goal for a page meanwhile

export async function measureRunning(): Promise<Result[]> {
  const before = checkOut(BEFORE);
  try {
    const now: Round[] = [];
    const then: Round[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      now.push(await roundOf(root, { sources: SOURCES, items: ITEMS }));
      if (before) then.push(await roundOf(before, { sources: SOURCES, items: ITEMS }));
      say(
        `round ${round} of ${ROUNDS}: ${perSecond(now.at(-1))} items a second, then ${perSecond(then.at(-1))}`,
      );
    }
    const fill = process.argv.includes('--fill') ? await measureFill(before) : [];
    return [...resultsOf(now, then), ...fill];
  } finally {
    if (before) putAway(before);
  }
}

/** What was measured while something was done. */
export interface Probed {
  seconds: number;
  /** Seconds of processor time of the process with its threads. */
  work: number;
  /** Milliseconds that the page took at the 95th percentile. */
  p95: number;
}

export interface Round {
  calm: Probed;
  fresh: Probed;
  same: Probed;
  /** Megabytes resident at the most. */
  resident: number;
  /** Items that stand in a cluster with others: all are marked, or the round fails; one may stand alone, by the order in which they came. */
  clustered: number;
}

interface Size {
  sources: number;
  items: number;
  databaseUrl?: string;
}

async function roundOf(checkout: string, { sources, items, databaseUrl = '' }: Size): Promise<Round> {
  const paper = await paperIn(checkout, databaseUrl);
  try {
    const size = [String(sources), String(items), databaseUrl];
    const asked = [
      join(root, 'bench/wire-round.mjs'),
      await builtOf(checkout),
      JSON.stringify(paper),
      ...size,
    ];
    const { stdout } = await promisify(execFile)(process.execPath, asked, { cwd: checkout });
    return JSON.parse(stdout) as Round;
  } finally {
    rmSync(paper.data, { recursive: true, force: true });
  }
}

/** The Harbour Post as that checkout makes it. */
async function paperIn(checkout: string, databaseUrl: string): Promise<{ data: string; path: string }> {
  const script = `import(${JSON.stringify(pathToFileURL(join(checkout, 'bench/paper.ts')).href)})
    .then(({ makePaper }) => makePaper()).then((paper) => console.log(JSON.stringify(paper)))`;
  const asked = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, asked, {
    cwd: checkout,
    env: { ...process.env, CRIER_DATABASE_URL: databaseUrl },
  });
  return JSON.parse(stdout) as { data: string; path: string };
}

/** What was built of it. */
const builtOf = async (checkout: string): Promise<string> =>
  checkout === root ? await buildVerbs() : join(checkout, 'dist');

/** As the newsroom itself is built. */
const buildVerbs = once(async (): Promise<string> => {
  const tool = pathToFileURL(join(root, 'tools/build-server.mjs')).href;
  const { buildServer } = (await import(tool)) as {
    buildServer(order: { root: string; out: string; more: string[] }): Promise<void>;
  };
  const out = join(root, 'node_modules/.cache/crier-bench-wire');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await buildServer({ root, out, more: ['bench/wire-verbs.ts'] });
  symlinkSync(join(root, 'dist/browser'), join(out, 'browser')); // pages name what browsers load
  return out;
});

const perSecond = (round: Round | undefined): number | null =>
  round ? Math.round((SOURCES * ITEMS) / round.fresh.seconds) : null;

function resultsOf(now: Round[], then: Round[]): Result[] {
  const middle = (rounds: Round[], of: (round: Round) => number): number => medianOf(rounds.map(of));
  const all = SOURCES * ITEMS;
  const earlier = (name: string, of: (round: Round) => number, unit: string, better: 'more' | 'less') =>
    then.length === 0
      ? []
      : [
          resultOf({
            name,
            value: middle(now, of),
            unit,
            peer: `commit ${BEFORE}`,
            peerVersion: '',
            peerValue: middle(then, of),
            better,
          }),
        ];
  const undisturbed = { peer: 'the same page, nothing polled', peerVersion: '', better: 'less' as const };
  const calm = middle(now, ({ calm }) => calm.p95);
  return [
    ...earlier('items read, kept and clustered', ({ fresh }) => all / fresh.seconds, 'a second', 'more'),
    ...earlier('processor time of an item', ({ fresh }) => (fresh.work / all) * 1_000, 'ms', 'less'),
    ...earlier('polls, nothing new', ({ same }) => SOURCES / same.seconds, 'a second', 'more'),
    ...earlier('processor time of such a poll', ({ same }) => (same.work / SOURCES) * 1_000, 'ms', 'less'),
    ...earlier('a story page meanwhile, p95', ({ fresh }) => fresh.p95, 'ms', 'less'),
    resultOf({
      name: `polls of ${SOURCES} sources, all new`,
      value: middle(now, ({ fresh }) => SOURCES / fresh.seconds),
      unit: 'a second',
      peer: `needed by 5,000 sources at one poll every ${EVERY} s`,
      peerVersion: '',
      peerValue: 5_000 / EVERY,
      better: 'more',
    }),
    resultOf({
      ...undisturbed,
      name: 'a story page meanwhile, p95',
      value: middle(now, ({ fresh }) => fresh.p95),
      unit: 'ms',
      peerValue: calm,
    }),
    resultOf({
      ...undisturbed,
      name: 'and with nothing new, p95',
      value: middle(now, ({ same }) => same.p95),
      unit: 'ms',
      peerValue: calm,
    }),
  ];
}

/** A wire that fills: feeds of fifty items each, all of them new. */
async function measureFill(before: string | null): Promise<Result[]> {
  const results: Result[] = [];
  say(`${FILL.sources * FILL.items} items on SQLite …`);
  const sqlite = await roundOf(root, FILL);
  say(`${JSON.stringify(sqlite)}`);
  const small = before ? await roundOf(before, SMALL_FILL) : null;
  if (small) results.push(...besideSmall(sqlite, small));
  results.push(...fillOf('SQLite', sqlite));
  if (!postgresUrl) return results;
  say('and on PostgreSQL …');
  const place = await newPlace('postgres');
  try {
    results.push(...fillOf('PostgreSQL', await roundOf(root, { ...FILL, databaseUrl: place.databaseUrl })));
  } finally {
    await place.leave();
  }
  return results;
}

function besideSmall(ours: Round, small: Round): Result[] {
  const all = FILL.sources * FILL.items;
  const few = SMALL_FILL.sources * SMALL_FILL.items;
  const peer = { peer: `commit ${BEFORE}, ${few.toLocaleString('en')} of them`, peerVersion: '' };
  return [
    resultOf({
      ...peer,
      name: `${all.toLocaleString('en')} items of ${FILL.items} in a feed`,
      value: all / ours.fresh.seconds,
      unit: 'a second',
      peerValue: few / small.fresh.seconds,
      better: 'more',
    }),
    resultOf({
      ...peer,
      name: 'processor time of one of them',
      value: (ours.fresh.work / all) * 1_000,
      unit: 'ms',
      peerValue: (small.fresh.work / few) * 1_000,
      better: 'less',
    }),
  ];
}

function fillOf(engine: string, { fresh, calm, resident }: Round): Result[] {
  const all = FILL.sources * FILL.items;
  return [
    resultOf({
      name: `${engine}: a page while ${all.toLocaleString('en')} items arrive, p95`,
      value: fresh.p95,
      unit: 'ms',
      peer: `the goal; ${calm.p95.toFixed(1)} ms while nothing is polled`,
      peerVersion: '',
      peerValue: PAGE,
      better: 'less',
    }),
    resultOf({
      name: `${engine}: the last of them is in its cluster after`,
      value: fresh.seconds,
      unit: 's',
      peer: 'half an hour, as it took',
      peerVersion: '',
      peerValue: 1_800,
      better: 'less',
    }),
    resultOf({
      name: `${engine}: resident at the most`,
      value: resident,
      unit: 'MB',
      peer: 'goal',
      peerVersion: '',
      peerValue: 500,
      better: 'less',
    }),
  ];
}
