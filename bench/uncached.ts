/**
 * Story pages that are not in memory: the processor time of making one, beside an earlier commit, checked out, built and asked in
 * the same run, in turns. Both serve the same paper, made by the earlier one: 900 words a story in four sections.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { openSqliteFile } from '../src/store/sqlite-file.ts';
import { type Crier, spawnCrier } from '../tests/e2e/support/crier.ts';
import { checkOut, putAway, root } from './earlier.ts';
import { PARAGRAPHS, paragraph } from './paper.ts';
import { medianOf, type Result, resultOf, say } from './result.ts';
import { workOf } from './work.ts';

const BEFORE = '82a4069';
const ROUNDS = 5;
const EACH = 120; // pages of a round: enough for clock ticks of a hundredth of a second
const WARM = 300; // pages before the first: what is measured is the page, not the compiler
const STORIES = WARM + ROUNDS * EACH;

interface Server {
  crier: Crier;
  work: number[];
  waited: number[];
}

export async function measureUncached(): Promise<Result[]> {
  const before = checkOut(BEFORE);
  const paper = await paperOf(before ?? root);
  const servers: Server[] = [];
  try {
    for (const checkout of before ? [root, before] : [root]) servers.push(await serve(checkout, paper.data));
    for (const server of servers) await atRest(server.crier.pid);
    for (const server of servers) await askAll(server, paper.paths.slice(0, WARM));
    for (let round = 0; round < ROUNDS; round += 1)
      for (const server of servers) {
        const from = WARM + round * EACH;
        const { work, waited } = await askAll(server, paper.paths.slice(from, from + EACH));
        server.work.push(work / EACH);
        server.waited.push(waited / EACH);
      }
    return resultsOf(servers);
  } finally {
    for (const { crier } of servers) {
      await crier.stop();
      rmSync(crier.data, { recursive: true, force: true });
    }
    rmSync(paper.data, { recursive: true, force: true });
    if (before) putAway(before);
  }
}

/** On a copy of its own. */
async function serve(checkout: string, made: string): Promise<Server> {
  const data = mkdtempSync(join(tmpdir(), 'crier-uncached-'));
  cpSync(made, data, { recursive: true });
  const program = join(checkout, 'dist/main.js');
  const crier = await spawnCrier({ program, data, settings: { CRIER_LOG_LEVEL: 'silent' } });
  return { crier, work: [], waited: [] };
}

/** A paper with a past, as that checkout makes it, its stories as long as those of the other benches. */
async function paperOf(checkout: string): Promise<{ data: string; paths: string[] }> {
  const script = `import(${JSON.stringify(pathToFileURL(join(checkout, 'bench/archive-paper.ts')).href)})
    .then(({ fillArchive }) => fillArchive()).then(({ data, paths }) => console.log(JSON.stringify({ data, paths })))`;
  const asked = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const env = { ...process.env, CRIER_BENCH_STORIES: String(STORIES), CRIER_BENCH_POSTGRES_URL: '' };
  const { stdout } = await promisify(execFile)(process.execPath, asked, { cwd: checkout, env });
  const paper = JSON.parse(stdout) as { data: string; paths: string[] };
  const file = openSqliteFile(join(paper.data, 'crier.sqlite'));
  const takes = file.prepare('select id from takes').all([]) as { id: string }[];
  for (const [at, { id }] of takes.entries()) {
    const body = Array.from({ length: PARAGRAPHS }, (_, place) => paragraph(at + place)).join('');
    file.prepare('update takes set body_html = ? where id = ?').run([body, id]);
  }
  // That commit's own bench left out when each edition could first be read, by which lists of one language are ordered.
  file
    .prepare(
      `update editions set first_published_at = (select first_published_at from stories where id = editions.story_id),
       published_at = (select published_at from stories where id = editions.story_id)`,
    )
    .run([]);
  file.close();
  return paper;
}

/** One after the other, as readers of old stories come; milliseconds of the processor, all threads, and of the clock. */
async function askAll({ crier }: Server, paths: string[]): Promise<{ work: number; waited: number }> {
  const began = { work: workOf(crier.pid), at: performance.now() };
  for (const path of paths) await ask(crier.address + path);
  return { work: workOf(crier.pid) - began.work, waited: performance.now() - began.at };
}

function ask(url: string): Promise<void> {
  const headers = { 'accept-encoding': 'gzip, deflate, br, zstd' };
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      response.on('error', reject).on('end', resolve).resume();
    }).on('error', reject);
  });
}

/** Until it has filed what it found in its folder, which is work of the start and of no page. */
async function atRest(pid: number): Promise<void> {
  const until = performance.now() + LONGEST_START;
  for (let before = 0; performance.now() < until; ) {
    const now = workOf(pid);
    if (now - before <= REST.work) return;
    before = now;
    await pause(REST.for);
  }
  throw new Error('a newsroom did not come to rest');
}

const REST = { work: 60, for: 3_000 }; // ms of the processor, in so many of the clock
const LONGEST_START = 240_000; // ms

function resultsOf([now, then]: Server[]): Result[] {
  if (!now) return [];
  for (const { work, waited } of then ? [now, then] : [now])
    say(
      `${work.map((ms) => ms.toFixed(2)).join(', ')} ms of the processor, ${waited.map((ms) => ms.toFixed(2)).join(', ')} ms waited`,
    );
  if (!then) return [];
  const peer = { unit: 'ms', better: 'less' as const, peer: `commit ${BEFORE}`, peerVersion: '' };
  return [
    resultOf({
      ...{ ...peer, name: 'processor time of a story page made anew' },
      ...{ value: medianOf(now.work), peerValue: medianOf(then.work) },
    }),
    resultOf({
      ...{ ...peer, name: 'its reader waits' },
      ...{ value: medianOf(now.waited), peerValue: medianOf(then.waited) },
    }),
  ];
}
