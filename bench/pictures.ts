/**
 * A picture desk's load: photos of 24 megapixels from upload to all renditions, beside WordPress's own image step with Imagick (Debian's
 * `wordpress`, `php-cli`, `php-imagick`) on the same photos; how much memory the newsroom took at most, and how it answered pages meanwhile.
 * CRIER_BENCH_PHOTOS says how many photos; 50 else.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { people } from '../src/cli/demo/cast.ts';
import { type Crier, spawnCrier } from '../tests/e2e/support/crier.ts';
import { makeReadyPaper } from '../tests/e2e/support/ready-paper.ts';
import { editorAt } from './desk-editor.ts';
import { type Result, resultOf, say } from './result.ts';

const PHOTOS = Number(process.env.CRIER_BENCH_PHOTOS ?? 50);
const DIFFERENT = 5; // drawn; the others are the same with another ending, which makes them other files
const AT_ONCE = 2;
const WORDPRESS = '/usr/share/wordpress';
const TICKS = 100; // a second; what Linux counts a process's time in
const PAGE_EVERY = 100; // ms between two pages that a reader asks for
const MEMORY_EVERY = 50; // ms
const STORIES = 12; // on its front page: the demo holds 300 MB of what it was made with

export async function measurePictures(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-pictures-'));
  try {
    const photos = await draw(folder);
    const theirs = wordpress(folder, photos);
    const ours = await crierWith(photos);
    return [...besideWordPress(ours, theirs), ...alone(ours)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Like photos: large shapes, fine grain, the size of a camera's JPEG. */
async function draw(folder: string): Promise<string[]> {
  say(`${PHOTOS} photos of 24 megapixels, ${DIFFERENT} of them drawn`);
  const noise = (width: number, height: number, sigma: number) =>
    sharp({
      create: {
        width,
        height,
        channels: 3,
        background: '#777',
        noise: { type: 'gaussian', mean: 128, sigma },
      },
    })
      .png()
      .toBuffer();
  const drawn: Buffer[] = [];
  for (let at = 0; at < DIFFERENT; at += 1) {
    const size = { width: 6000, height: 4000 };
    const shapes = await sharp(await noise(60, 40, 70))
      .resize({ ...size, kernel: 'cubic' })
      .png({ compressionLevel: 1 })
      .toBuffer();
    const grain = await sharp(await noise(1500, 1000, 30))
      .resize(size)
      .png({ compressionLevel: 1 })
      .toBuffer();
    drawn.push(
      await sharp(shapes)
        .composite([{ input: grain, blend: 'soft-light' }])
        .jpeg({ quality: 92 })
        .toBuffer(),
    );
  }
  return Array.from({ length: PHOTOS }, (_, at) => {
    const path = join(folder, `photo-${at}.jpg`);
    writeFileSync(
      path,
      Buffer.concat([drawn[at % DIFFERENT] ?? Buffer.alloc(0), Buffer.from(` photo ${at}`)]),
    );
    return path;
  });
}

interface Figures {
  ms: number;
  cpuMs: number;
  peakMb: number;
}

/** Null where it is not on the machine. */
function wordpress(folder: string, photos: string[]): (Figures & { version: string }) | null {
  if (!existsSync(WORDPRESS) || !existsSync('/usr/bin/php')) {
    say('WordPress, php-cli or php-imagick is not on this machine: no peer.');
    return null;
  }
  const script = fileURLToPath(new URL('./wordpress-pictures.php', import.meta.url));
  const few = photos.slice(0, DIFFERENT); // it takes the same for each
  say(`WordPress makes its six sizes of ${few.length}`);
  const told = execFileSync('php', [script, WORDPRESS, folder, ...few], { encoding: 'utf8' });
  const { ms, cpuMs, peakMb } = JSON.parse(told) as Figures;
  const version =
    /wp_version = '([\d.]+)'/.exec(readFileSync(join(WORDPRESS, 'wp-includes/version.php'), 'utf8'))?.[1] ??
    '';
  return { ms: ms / few.length, cpuMs: cpuMs / few.length, peakMb, version };
}

interface OurFigures extends Figures {
  /** With the processes beside it, each page of memory counted once. */
  togetherMb: number;
  pageP95: number;
}

async function crierWith(photos: string[]): Promise<OurFigures> {
  const data = await makeReadyPaper(async ({ write }) => {
    for (let at = 1; at <= STORIES; at += 1)
      await write({ headline: `Ferry ${at} waits for the wind to fall` });
  });
  const crier = await spawnCrier({ data, settings: { CRIER_LOG_LEVEL: 'silent' } });
  try {
    const editor = await editorAt(crier.address, people.petros);
    say(`Crier takes ${photos.length}, ${AT_ONCE} at once`);
    const rest = watch(crier);
    const cpu = processorMsOf(crier.pid);
    const began = performance.now();
    const waiting = [...photos];
    const work = async () => {
      for (let path = waiting.shift(); path; path = waiting.shift())
        await editor.sendPicture(new Uint8Array(readFileSync(path)));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const ms = (performance.now() - began) / photos.length;
    const cpuMs = (processorMsOf(crier.pid) - cpu) / photos.length;
    return { ms, cpuMs, ...(await rest()) };
  } finally {
    await crier.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** A reader who asks for the front page, and a look at the memory, until told to stop. */
function watch(crier: Crier) {
  const pages: number[] = [];
  let [peakMb, togetherMb] = [0, 0];
  const reader = setInterval(() => {
    const asked = performance.now();
    void fetch(crier.address, { headers: { 'cache-control': 'no-cache' } })
      .then((answer) => answer.arrayBuffer())
      .then(() => pages.push(performance.now() - asked));
  }, PAGE_EVERY);
  const memory = setInterval(() => {
    const resident = /VmRSS:\s+(\d+) kB/.exec(told(crier.pid, 'status'))?.[1];
    peakMb = Math.max(peakMb, Number(resident) / 1024);
    const all = [crier.pid, ...helpersOf(crier.pid)].reduce((sum, pid) => sum + shareMb(pid), 0);
    togetherMb = Math.max(togetherMb, all);
  }, MEMORY_EVERY);
  return async () => {
    clearInterval(reader);
    clearInterval(memory);
    const sorted = pages.toSorted((one, other) => one - other);
    return { peakMb, togetherMb, pageP95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
  };
}

/** Of a process that may have ended meanwhile: then nothing. */
function told(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}

/** The processes that it has started and that are at work. */
function helpersOf(pid: number): number[] {
  const isIts = (each: string) => told(Number(each), 'stat').split(') ')[1]?.split(' ')[1] === String(pid);
  return readdirSync('/proc')
    .filter((each) => /^\d+$/.test(each) && isIts(each))
    .map(Number);
}

/** What it has in memory; what it shares with others by its part of it. */
function shareMb(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(told(pid, 'smaps_rollup'))?.[1] ?? 0) / 1024;
}

/** Of it and of those that it started, gone ones too. */
function processorMsOf(pid: number): number {
  const msOf = (of: number, from: number, to: number): number => {
    const fields = told(of, 'stat').split(') ')[1]?.split(' ').slice(from, to) ?? [];
    return (fields.reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS) * 1000;
  };
  const helpers = helpersOf(pid).reduce((sum, helper) => sum + msOf(helper, 11, 13), 0);
  return msOf(pid, 11, 15) + helpers;
}

function besideWordPress(ours: OurFigures, theirs: (Figures & { version: string }) | null): Result[] {
  if (!theirs) return [];
  const peer = {
    peer: 'WordPress, Imagick, six JPEG sizes',
    peerVersion: theirs.version,
    better: 'less' as const,
  };
  return [
    resultOf({
      name: 'a photo, upload to all 23 renditions',
      value: ours.ms,
      unit: 'ms',
      peerValue: theirs.ms,
      ...peer,
    }),
    resultOf({
      name: 'processor time of a photo',
      value: ours.cpuMs,
      unit: 'ms',
      peerValue: theirs.cpuMs,
      ...peer,
    }),
    resultOf({
      name: 'memory at most, processes together',
      value: ours.togetherMb,
      unit: 'MB',
      peerValue: theirs.peakMb,
      ...peer,
    }),
  ];
}

function alone(ours: OurFigures): Result[] {
  const target = { peer: 'target', peerVersion: '', better: 'less' as const };
  return [
    ...[
      { name: 'memory at most, of the process that answers pages', value: ours.peakMb },
      { name: 'memory at most, processes together', value: ours.togetherMb },
    ].map((measured) => resultOf({ ...measured, unit: 'MB', peerValue: 300, ...target })),
    resultOf({
      name: 'the front page meanwhile, p95',
      value: ours.pageP95,
      unit: 'ms',
      peerValue: 50,
      ...target,
    }),
  ];
}
