/**
 * Start to first answer, memory at rest and installed size, beside bare Node and beside Ghost; `--beside FOLDER` starts an
 * older checkout, built by itself, in turns with this one.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnCrier } from '../tests/e2e/support/crier.ts';
import { freePort } from '../tests/support/free-port.ts';
import { makePaper } from './paper.ts';
import { medianOf, type Result, resultOf, say } from './result.ts';
import { workOf } from './work.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const STARTS = 5;
const REST = 5_000; // ms until what is only needed at the start has been let go
const MB = 1_000_000;

// Measured once on the same kind of machine, 2 cores, Node 20.20: `npm i ghost@6.65` and its process after start.
const ghost = { peer: 'Ghost (measured elsewhere)', peerVersion: '6.65', installed: 549, resident: 550 };

export async function measureStart(): Promise<Result[]> {
  const paper = await makePaper();
  try {
    const starts: number[] = [];
    const residents: number[] = [];
    const bare: number[] = [];
    const olders: Started[] = [];
    const work: number[] = [];
    for (let at = 1; at <= STARTS; at += 1) {
      bare.push(await startBare());
      if (older) olders.push(await startOlder(older));
      const crier = await spawnCrier({ data: paper.data, settings: { CRIER_LOG_LEVEL: 'silent' } });
      work.push(workOf(crier.pid));
      starts.push(crier.startedIn);
      await new Promise((resolve) => setTimeout(resolve, REST));
      residents.push(residentOf(crier.pid));
      await crier.stop();
      say(`start ${at}: ${starts.at(-1)?.toFixed(0)} ms, ${residents.at(-1)?.toFixed(0)} MB`);
    }
    return [
      resultOf({
        ...{ name: 'start to first answer', value: medianOf(starts), unit: 'ms', better: 'less' },
        ...{ peer: 'node:http, an empty server', peerVersion: process.version, peerValue: medianOf(bare) },
      }),
      ...(olders.length > 0 ? besideOlder({ starts, work }, olders) : []),
      resultOf({
        ...{ name: 'resident at rest', value: medianOf(residents), unit: 'MB', better: 'less' },
        ...{ peer: ghost.peer, peerVersion: ghost.peerVersion, peerValue: ghost.resident },
      }),
      resultOf({
        ...{ name: 'installed', value: installed(), unit: 'MB', better: 'less' },
        ...{ peer: ghost.peer, peerVersion: ghost.peerVersion, peerValue: ghost.installed },
      }),
    ];
  } finally {
    paper.remove();
  }
}

const flag = process.argv.indexOf('--beside');
const older = flag === -1 ? undefined : process.argv[flag + 1];

/** On a folder of its own: an older Crier does not open a database of this one. */
async function startOlder(checkout: string): Promise<Started> {
  const program = join(checkout, 'dist/main.js');
  const crier = await spawnCrier({ program, settings: { CRIER_LOG_LEVEL: 'silent' } });
  const work = workOf(crier.pid);
  await crier.stop();
  return { start: crier.startedIn, work };
}

interface Started {
  /** ms until the first answer. */
  start: number;
  /** ms of the processor until then. */
  work: number;
}

function besideOlder(own: { starts: number[]; work: number[] }, olders: Started[]): Result[] {
  const peer = {
    ...{ peer: `the checkout in ${basename(older ?? '')}`, peerVersion: '' },
    ...{ unit: 'ms', better: 'less' as const },
  };
  const [start, work] = [olders.map((each) => each.start), olders.map((each) => each.work)];
  return [
    resultOf({
      ...{ ...peer, name: 'start to first answer' },
      ...{ value: medianOf(own.starts), peerValue: medianOf(start) },
    }),
    resultOf({
      ...{ ...peer, name: 'processor time until then' },
      ...{ value: medianOf(own.work), peerValue: medianOf(work) },
    }),
  ];
}

/** The floor: what any program in Node needs until it answers. */
async function startBare(): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const code = `require('node:http').createServer((q, s) => s.end('yes')).listen(${port}, '127.0.0.1')`;
  const child = spawn(process.execPath, ['-e', code], { stdio: 'ignore' });
  try {
    for (;;) {
      const answered = await fetch(`http://127.0.0.1:${port}/`).then(
        (answer) => answer.text().then(() => true),
        () => false,
      );
      if (answered) return performance.now() - began;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  } finally {
    child.kill();
  }
}

/** VmRSS, in MB: all threads of the process, and everything shared that it touched. */
function residentOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]);
  return (kilobytes * 1024) / MB;
}

/** What `npm ci --omit=dev` leaves on the disk, read off the lock, and what is built; in MB. */
function installed(): number {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  const kept = Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path]) => join(root, path))
    .filter((path) => existsSync(path)); // those for other systems are not here
  // A package inside another one is counted with it.
  const outer = kept.filter((path) => !kept.some((other) => path.startsWith(`${other}/`)));
  const du = execFileSync('du', ['-sk', '--total', ...outer, join(root, 'dist')], { encoding: 'utf8' });
  return (Number(/^(\d+)\s+total$/m.exec(du)?.[1]) * 1024) / MB;
}
