/**
 * Open pages: 10,000 of them held by one process, what each costs in memory, and how long until the last has heard that
 * a story is out; beside bare node:http that holds as many and writes one buffer to each.
 * `CRIER_BENCH_PAGES` makes it another number; each page needs a file descriptor at both ends (ulimit -n).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { spawnCrier } from '../tests/e2e/support/crier.ts';
import { makePaper } from './paper.ts';
import { medianOf, type Result, resultOf, say } from './result.ts';

const PAGES = Number(process.env.CRIER_BENCH_PAGES ?? 10_000);
const STORIES = 7; // told one after the other
const CONNECTING = 60_000; // ms until the first of them
const APART = 3_000; // ms

interface Held {
  /** kB for each page, all of the process counted that was not there before. */
  each: number;
  /** ms from the publication to the last page, of each story. */
  told: number[];
}

export async function measureOpenPages(): Promise<Result[]> {
  const crier = await holdByCrier();
  const bare = await holdBare();
  const unit = 'ms';
  const peer = { peer: 'bare node:http', peerVersion: process.version };
  return [
    resultOf({
      ...{ name: `${PAGES} pages told of a story`, value: medianOf(crier.told), unit, better: 'less' },
      ...{ ...peer, peerValue: medianOf(bare.told) },
    }),
    resultOf({
      ...{ name: 'memory of each', value: crier.each, unit: 'kB', better: 'less' },
      ...{ ...peer, peerValue: bare.each },
    }),
    resultOf({
      ...{ name: `${PAGES} pages told of a story`, value: medianOf(crier.told), unit, better: 'less' },
      ...{ peer: 'the goal', peerVersion: '', peerValue: 250 },
    }),
  ];
}

async function holdByCrier(): Promise<Held> {
  const paper = await makePaper({ scheduled: STORIES, after: CONNECTING, apart: APART });
  // Each page comes from an address of its own, as it would; one address alone may not hold so many.
  const crier = await spawnCrier({
    data: paper.data,
    settings: { CRIER_LOG_LEVEL: 'silent', CRIER_PROXY: 'yes' },
  });
  try {
    return await hold('Crier', crier.port, crier.pid);
  } finally {
    await crier.stop();
    paper.remove();
  }
}

async function holdBare(): Promise<Held> {
  const script = fileURLToPath(new URL('bare-live.mjs', import.meta.url));
  const words = [CONNECTING, APART, STORIES].map(String);
  const child = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const port = await new Promise<string>((resolve) =>
      child.stdout.once('data', (text) => resolve(String(text))),
    );
    return await hold('bare node:http', Number(port), child.pid ?? 0);
  } finally {
    child.kill();
  }
}

async function hold(name: string, port: number, pid: number): Promise<Held> {
  const before = residentOf(pid);
  const script = fileURLToPath(new URL('live-reader.mjs', import.meta.url));
  const reader = spawn(process.execPath, [script, String(port), String(PAGES), String(STORIES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let each = 0;
  const told: number[] = [];
  for await (const line of createInterface({ input: reader.stdout })) {
    const heard = JSON.parse(line) as { open?: number; told?: number };
    if (heard.open !== undefined) each = (residentOf(pid) - before) / heard.open;
    if (heard.told !== undefined) told.push(heard.told);
    say(`${name}: ${line}${heard.open === undefined ? '' : ` ${each.toFixed(1)} kB each`}`);
  }
  await ended(reader);
  if (told.length !== STORIES) throw new Error(`${name} told of ${told.length} stories of ${STORIES}`);
  return { each, told };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** kB. */
function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
