/**
 * Open pages: 10,000 and 18,000 of them held by one process, what each costs in memory, and how long until the last has heard that
 * a story is out; beside bare node:http that holds as many and writes one buffer to each.
 * `CRIER_BENCH_PAGES` makes it one other number; each page needs a file descriptor at both ends (ulimit -n).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { spawnCrier } from '../tests/e2e/support/crier.ts';
import { makePaper } from './paper.ts';
import { medianOf, type Result, resultOf, say } from './result.ts';
import { workOf } from './work.ts';

const SIZES = (process.env.CRIER_BENCH_PAGES ?? '10000,18000').split(',').map(Number);
const STORIES = 7; // told one after the other
const CONNECTING = 6; // ms for each page until the first of them
const APART = 3_000; // ms

interface Held {
  /** kB for each page, all of the process counted that was not there before. */
  each: number;
  /** ms from the publication to the last page, of each story. */
  told: number[];
  /** ms of the processor for each story, all that it takes to publish it included. */
  work: number[];
  /** The same of the one process that reads all the pages: what it takes longer than, no server can be seen to be quicker than. */
  reading: number[];
}

export async function measureOpenPages(): Promise<Result[]> {
  const results: Result[] = [];
  for (const pages of SIZES) results.push(...(await measure(pages)));
  return results;
}

async function measure(pages: number): Promise<Result[]> {
  const crier = await holdByCrier(pages);
  const bare = await holdBare(pages);
  const name = `${pages} pages told of a story`;
  const peer = { peer: 'bare node:http', peerVersion: process.version, better: 'less' as const };
  const told = { unit: 'ms', value: medianOf(crier.told) };
  return [
    resultOf({ ...peer, ...told, name, peerValue: medianOf(bare.told) }),
    resultOf({ ...peer, ...told, name, peer: 'the goal', peerVersion: '', peerValue: 250 }),
    resultOf({
      ...{ ...peer, name: 'processor time of that', unit: 'ms' },
      ...{ value: medianOf(crier.work), peerValue: medianOf(bare.work) },
    }),
    resultOf({
      ...{ ...peer, name: 'processor time of those who read it, all in one process', unit: 'ms' },
      ...{ value: medianOf(crier.reading), peerValue: medianOf(bare.reading) },
    }),
    resultOf({
      ...{ ...peer, name: 'memory of each', unit: 'kB' },
      ...{ value: crier.each, peerValue: bare.each },
    }),
  ];
}

async function holdByCrier(pages: number): Promise<Held> {
  const paper = await makePaper({ scheduled: STORIES, after: CONNECTING * pages, apart: APART });
  // Each page comes from an address of its own, as it would; one address alone may not hold so many.
  const crier = await spawnCrier({
    data: paper.data,
    settings: { CRIER_LOG_LEVEL: 'silent', CRIER_PROXY: 'yes' },
  });
  try {
    return await hold('Crier', crier, pages);
  } finally {
    await crier.stop();
    paper.remove();
  }
}

async function holdBare(pages: number): Promise<Held> {
  const script = fileURLToPath(new URL('bare-live.mjs', import.meta.url));
  const words = [CONNECTING * pages, APART, STORIES].map(String);
  const child = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const port = await new Promise<string>((resolve) =>
      child.stdout.once('data', (text) => resolve(String(text))),
    );
    return await hold('bare node:http', { port: Number(port), pid: child.pid ?? 0 }, pages);
  } finally {
    child.kill();
  }
}

async function hold(
  name: string,
  { port, pid }: { port: number; pid: number },
  pages: number,
): Promise<Held> {
  const before = residentOf(pid);
  const script = fileURLToPath(new URL('live-reader.mjs', import.meta.url));
  const reader = spawn(process.execPath, [script, String(port), String(pages), String(STORIES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let each = 0;
  const told: number[] = [];
  const work: number[] = [];
  const reading: number[] = [];
  let worked = 0;
  let read = 0;
  for await (const line of createInterface({ input: reader.stdout })) {
    const heard = JSON.parse(line) as { open?: number; told?: number };
    if (heard.open !== undefined) each = (residentOf(pid) - before) / heard.open;
    const until = workOf(pid);
    const readUntil = reader.exitCode === null ? workOf(reader.pid ?? 0) : read;
    if (heard.told !== undefined) {
      told.push(heard.told);
      work.push(until - worked);
      reading.push(readUntil - read);
    }
    worked = until;
    read = readUntil;
    say(`${name}: ${line}${heard.open === undefined ? '' : ` ${each.toFixed(1)} kB each`}`);
  }
  await ended(reader);
  if (told.length !== STORIES) throw new Error(`${name} told of ${told.length} stories of ${STORIES}`);
  return { each, told, work, reading };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** kB. */
function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
