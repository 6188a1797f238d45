/**
 * A paper with a past: 100,000 published stories. First bytes of pages that are not in memory, and searches, as a reader
 * waits for them, one after the other. `--million` makes it ten times as many, `CRIER_BENCH_STORIES` another number,
 * `CRIER_BENCH_POSTGRES_URL` puts them into an empty PostgreSQL database instead of a file; `CRIER_BENCH_KEPT`, a folder, keeps
 * them for the next run.
 */
import { get } from 'node:http';
import { spawnCrier } from '../tests/e2e/support/crier.ts';
import { type Archive, fillArchive } from './archive-paper.ts';
import { type Result, resultOf, say } from './result.ts';

const ASKED = 300; // of each kind
const STARTS = 5; // the front page is cold once after each start
const WARM = 30; // pages before it: the page is to be cold, not the process
const GOALS = { page: 50, search: 30 }; // ms at the 95th percentile, DESIGN section 9

export async function measureArchive(): Promise<Result[]> {
  const archive = await fillArchive();
  const settings = { CRIER_LOG_LEVEL: 'silent', ...archive.settings };
  const crier = await spawnCrier({ data: archive.data, settings });
  try {
    const fronts: number[] = [];
    for (let start = 1; start <= STARTS; start += 1) {
      await crier.kill('SIGTERM');
      await crier.restart();
      for (const path of archive.paths.slice(0, WARM)) await firstByte(crier.address + path);
      fronts.push(await firstByte(`${crier.address}/`));
    }
    say(`front page, cold: ${fronts.map((ms) => ms.toFixed(0)).join(', ')} ms`);
    const ask = async (paths: string[]) => {
      const taken: number[] = [];
      for (const path of paths) taken.push(await firstByte(crier.address + path));
      return taken;
    };
    return [
      row('story page, cold, p95', await ask(storyPaths(archive)), GOALS.page),
      row('front page, cold, worst of 5 starts', fronts, GOALS.page),
      row('list page, cold, p95', await ask(listPaths(archive)), GOALS.page),
      row('search, p95', await ask(searchPaths(archive)), GOALS.search),
    ];
  } finally {
    await crier.stop();
    archive.remove();
  }
}

function row(name: string, taken: number[], goal: number): Result {
  const sorted = [...taken].sort((one, other) => one - other);
  const value = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
  say(`${name}: median ${sorted[sorted.length >> 1]?.toFixed(1)} ms, p95 ${value.toFixed(1)} ms`);
  return resultOf({
    ...{ name, value, unit: 'ms', better: 'less' },
    ...{ peer: 'the goal', peerVersion: '', peerValue: goal },
  });
}

/** Spread over the whole past, none asked twice. */
function storyPaths({ paths }: Archive): string[] {
  return Array.from({ length: ASKED }, (_, at) => paths[Math.floor((at * paths.length) / ASKED)] ?? '/');
}

function listPaths({ first, last, sections }: Archive): string[] {
  return Array.from({ length: ASKED }, (_, at) => {
    const before = Math.floor(first + ((last - first) * (at + 1)) / ASKED);
    return `/${sections[at % sections.length]}?before=${before}`;
  });
}

/** Common words, rare ones, two together, and the beginnings of words, as readers type. */
function searchPaths({ words }: Archive): string[] {
  return Array.from({ length: ASKED }, (_, at) => {
    const common = words[at % 50] ?? '';
    const rare = words[Math.min(words.length - 1, 200 + at * 37)] ?? '';
    const asked = [common, rare, `${common} ${rare}`, `${words[(at + 7) % 50]} ${common}`, rare.slice(0, 3)];
    return `/search?words=${encodeURIComponent(asked[at % asked.length] ?? '')}`;
  });
}

function firstByte(url: string): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      response.once('data', () => resolve(performance.now() - began));
      response.resume();
    }).on('error', reject);
  });
}
