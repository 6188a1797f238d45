/**
 * A paper of 20,000 posts with 5,000 comments moved in from one WordPress export, beside WordPress taking the same file: its own
 * `wp_insert_post` and `wp_insert_comment` in a loop, on a MariaDB of this run, from Debian's packages. Readers ask a newsroom at
 * work in the same folder meanwhile. Then a file of a gigabyte in posts of 85 kB, and one of
 * a quarter in usual ones, for what memory is had.
 * `CRIER_BENCH_POSTS` and `CRIER_BENCH_LARGE` (megabytes; 0 for none) make it other numbers.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readSettings } from '../src/kit/settings.ts';
import { theNewsroomItself as by, openNewsroom } from '../src/newsroom.ts';
import { migrateStore } from '../src/store/migrate.ts';
import { setUpMasthead } from '../src/stories/masthead.ts';
import { spawnCrier } from '../tests/e2e/support/crier.ts';
import { type WxrItem, wxr } from '../tests/support/wxr.ts';
import { startMariadb } from './private-mariadb.ts';
import { type Result, resultOf, say } from './result.ts';

const POSTS = Number(process.env.CRIER_BENCH_POSTS ?? 20_000);
const COMMENT_EVERY = 4; // posts: 5,000 comments to 20,000
const WORDS_EACH = 300; // a story of a small paper
const WORDS_LONG = 14_000; // a report of 85 kB, as few papers have any
const BYTES_A_WORD = 6.1; // with its space, of the words that are made up here
const WORDPRESS = process.env.CRIER_BENCH_WORDPRESS ?? '/usr/share/wordpress';
const DATABASE = 'crier_bench_wordpress';
const LARGE = Number(process.env.CRIER_BENCH_LARGE ?? 1_000); // megabytes
const MEMORY = 300; // MB, whatever the file's size
const PAGE = 100; // ms at p95

const promised = { peer: 'the promise', peerVersion: '', better: 'less' } as const;

export async function measureMoveIn(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-move-bench-'));
  try {
    return [...(await besideWordpress(folder)), ...(await ofAnySize(folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function besideWordpress(folder: string): Promise<Result[]> {
  const file = join(folder, 'export.xml');
  await writeExport(file, POSTS, WORDS_EACH);
  say(`${POSTS} posts, ${megabytes(file)} MB`);
  const ours = await moveOurs(folder, file);
  const rate = POSTS / ours.seconds;
  say(`Crier: ${Math.round(rate)} posts a second, ${ours.memory} MB, p95 ${ours.p95.toFixed(1)} ms`);
  const theirs = await moveTheirs(folder, file);
  say(`WordPress: ${Math.round(POSTS / theirs.seconds)} posts a second, ${theirs.memory} MB`);
  const peer = { peer: 'WordPress', peerVersion: theirs.version };
  const theirRate = POSTS / theirs.seconds;
  return [
    resultOf({
      ...peer,
      name: 'posts moved in',
      unit: 'a second',
      better: 'more',
      value: rate,
      peerValue: theirRate,
    }),
    resultOf({
      ...peer,
      name: 'memory at most',
      unit: 'MB',
      better: 'less',
      value: ours.memory,
      peerValue: theirs.memory,
    }),
    resultOf({ ...promised, name: 'memory at most', unit: 'MB', value: ours.memory, peerValue: MEMORY }),
    resultOf({ ...promised, name: 'a page meanwhile, p95', unit: 'ms', value: ours.p95, peerValue: PAGE }),
  ];
}

/** In posts of usual length, and in such of 85 kB. */
async function ofAnySize(folder: string): Promise<Result[]> {
  const results: Result[] = [];
  if (LARGE === 0) return results;
  for (const [what, words, part] of [
    ['usual', WORDS_EACH, 1 / 4], // as many posts as a paper of a generation has
    ['long', WORDS_LONG, 1],
  ] as const) {
    const file = join(folder, `${what}.xml`);
    await writeExport(file, Math.ceil((LARGE * part * 1e6) / (words * BYTES_A_WORD)), words);
    const size = megabytes(file);
    const moved = await moveOurs(folder, file);
    say(`${size} MB of ${what} posts: ${Math.round(moved.seconds)} s, ${moved.memory} MB`);
    rmSync(file);
    const name = `memory, ${size} MB of ${what} posts`;
    results.push(resultOf({ ...promised, name, unit: 'MB', value: moved.memory, peerValue: MEMORY }));
  }
  return results;
}

const megabytes = (file: string): number => Math.round(statSync(file).size / 1e6);

/** An export of made-up words, a post after the other. */
async function writeExport(path: string, posts: number, words: number): Promise<void> {
  const random = seeded(1848);
  const vocabulary = Array.from({ length: 8_000 }, (_, at) => wordOf(at));
  const text = (count: number) =>
    Array.from({ length: count }, () => vocabulary[Math.floor(random() ** 3 * vocabulary.length)]).join(' ');
  const [head = '', tail = ''] = wxr([], {
    categories: SECTIONS.map((name, at) => [name, name, '', at + 1]),
  }).split('\n\n\n');
  const out = createWriteStream(path);
  out.write(head);
  for (let id = 1; id <= posts; id += 1) {
    const item: WxrItem = {
      id,
      title: text(7),
      slug: `story-${id}`,
      html: Array.from({ length: 5 }, () => text(words / 5)).join('\n\n'),
      date: new Date(Date.UTC(2012, 0, 1) + id * 5_400_000).toISOString().slice(0, 19).replace('T', ' '),
      categories: [
        [SECTIONS[id % SECTIONS.length] ?? '', SECTIONS[id % SECTIONS.length] ?? ''],
        [`tag-${id % 400}`, `Tag ${id % 400}`, 'post_tag'],
      ],
      comments: id % COMMENT_EVERY === 0 ? [{ id, text: text(40) }] : [],
    };
    const one = wxr([item]);
    const xml = one.slice(one.indexOf('<item>'), one.indexOf('</item>') + '</item>\n'.length);
    if (!out.write(xml)) await once(out, 'drain');
  }
  out.end(tail.trim() === '' ? '</channel>\n</rss>\n' : tail);
  await once(out, 'finish');
}

const SECTIONS = ['city', 'sea', 'world', 'work', 'sport'];

const wordOf = (at: number): string => {
  const parts = ['ma', 'ri', 'to', 'ne', 'sa', 'lo', 'ke', 'vi', 'pu', 'dan', 'gor', 'hel'];
  let left = at + 13;
  let word = '';
  while (left > 0) {
    word += parts[left % parts.length];
    left = Math.floor(left / parts.length);
  }
  return word;
};

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

interface Moved {
  seconds: number;
  memory: number;
  p95: number;
}

/** The verb in a process of its own, while a newsroom at work on the same folder answers readers. */
async function moveOurs(folder: string, file: string): Promise<Moved> {
  const data = mkdtempSync(join(folder, 'data-'));
  await prepare(data);
  const built = join(import.meta.dirname, '../dist/main.js');
  if (!existsSync(built)) throw new Error('Build first: npm run build.');
  const crier = await spawnCrier({ data, settings: { CRIER_LOG_LEVEL: 'silent' } });
  const begun = performance.now();
  const moving = spawn(process.execPath, [built, 'move-in', file, '--go', '--no-pictures'], {
    cwd: folder,
    env: ownEnvironment({ CRIER_DATA: data, CRIER_ADDRESS: crier.address }),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let status: number | null = null;
  moving.once('exit', (code) => {
    status = code ?? 1;
  });
  let memory = 0;
  const times: number[] = [];
  for (let number = 1; status === null; number += 1) {
    memory = Math.max(memory, peakOf(moving.pid));
    // Cached pages say nothing: another story each time, as far as it is there.
    const asked = performance.now();
    const path = number % 3 === 0 ? '/sea' : `/sea/story-${number * 5 + 1}`;
    await (await fetch(crier.address + path)).arrayBuffer();
    times.push(performance.now() - asked);
    await pause(15);
  }
  const seconds = (performance.now() - begun) / 1_000;
  const front = await (await fetch(`${crier.address}/sea`)).text();
  await crier.stop();
  rmSync(data, { recursive: true, force: true });
  if (status !== 0) throw new Error(`move-in ended with ${status}`);
  if (!/\/sea\/story-\d/.test(front)) throw new Error('nothing came');
  times.sort((one, other) => one - other);
  return { seconds, memory, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}

async function prepare(data: string): Promise<void> {
  const settings = readSettings(data, { CRIER_DATA: data, CRIER_LOG_LEVEL: 'silent' });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  const newsroom = await openNewsroom(settings);
  await migrateStore(newsroom.store, newsroom.engine);
  const masthead = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'Europe/Athens' };
  await setUpMasthead(newsroom, { ...masthead, contact: 'desk@harbour.example', by });
  await newsroom.close();
}

/** Crier refuses a setting that it does not know: those of the bench and of tests are none of its. */
function ownEnvironment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('CRIER_'));
  return { ...Object.fromEntries(others), ...settings };
}

/** Megabytes that a process had at most (VmHWM); 0 once it is gone. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1_024);
  } catch {
    return 0; // it has just ended
  }
}

async function moveTheirs(
  folder: string,
  file: string,
): Promise<{ seconds: number; memory: number; version: string }> {
  const mariadb = await startMariadb(folder);
  try {
    mariadb.sql(`create database ${DATABASE} character set utf8mb4`);
    const script = join(import.meta.dirname, 'wordpress-import.php');
    const words = ['-d', 'memory_limit=2G', script, file, DATABASE, mariadb.host, WORDPRESS];
    const ran = spawnSync('php', words, { encoding: 'utf8', maxBuffer: 10_000_000 });
    const answer = ran.stdout.slice(ran.stdout.lastIndexOf('{"seconds"'));
    if (ran.status !== 0 || !answer.startsWith('{'))
      throw new Error(`WordPress: ${ran.stdout} ${ran.stderr}`);
    return JSON.parse(answer);
  } finally {
    await mariadb.end();
  }
}
