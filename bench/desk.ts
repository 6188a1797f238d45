/**
 * Stories at the desk: how long one takes to open and to save, what a second look brings, and what ten editors cost who save every
 * twenty seconds while ten others have stories open; beside an earlier commit, checked out, built and measured in the same run.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { people } from '../src/cli/demo/cast.ts';
import { type Crier, spawnCrier } from '../tests/e2e/support/crier.ts';
import { type Editor, editorAt } from './desk-editor.ts';
import { checkOut, putAway, root } from './earlier.ts';
import { medianOf, type Result, resultOf, say } from './result.ts';

const BEFORE = '82a4069'; // before a story was read once
const LOOKS = 15;
const WRITERS = 10;
const EVERY = 20_000; // ms between two saves of one editor
const WATCHED = 60_000; // ms
const TICKS = 100; // a second; what Linux counts a process's time in

interface Figures {
  open: number;
  save: number;
  bytes: number;
  lookBytes: number;
  /** Processor seconds in a minute. */
  work: number;
}

export async function measureDesk(): Promise<Result[]> {
  const before = checkOut(BEFORE);
  if (!before) return [];
  try {
    const old = await figuresOf(before);
    const ours = await figuresOf(root);
    return resultsOf(ours, old);
  } finally {
    putAway(before);
  }
}

async function figuresOf(checkout: string): Promise<Figures> {
  const data = mkdtempSync(join(tmpdir(), 'crier-bench-'));
  const stories = storiesIn(checkout, data);
  const crier = await spawnCrier({
    data,
    program: join(checkout, 'dist/main.js'),
    settings: { CRIER_LOG_LEVEL: 'silent' },
  });
  try {
    const editor = await editorAt(crier.address, people.petros);
    const one = await oneEditor(editor, stories[0] ?? '');
    say(`${checkout === root ? 'now' : BEFORE}: ${JSON.stringify(one)}; and now ten editors for a minute`);
    return { ...one, work: await tenEditors(crier, editor, stories) };
  } finally {
    await crier.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Made with the checkout's own source, whose store it is. */
function storiesIn(checkout: string, data: string): string[] {
  const script = join(checkout, 'bench/desk-stories.ts');
  if (checkout !== root) copyFileSync(join(root, 'bench/desk-stories.ts'), script);
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const printed = execFileSync(process.execPath, [tsx, script, data], { cwd: checkout, encoding: 'utf8' });
  return JSON.parse(printed) as string[];
}

async function oneEditor(editor: Editor, storyId: string): Promise<Omit<Figures, 'work'>> {
  const [opened, saved]: [number[], number[]] = [[], []];
  let bytes = 0;
  let lookBytes = 0;
  for (let look = 0; look < LOOKS; look += 1) {
    const [page, openMs] = await timed(() => editor.open(storyId));
    const [, saveMs] = await timed(() => editor.save(page, look));
    opened.push(openMs);
    saved.push(saveMs);
    bytes = page.bytes;
    lookBytes = await editor.lookAgain(page);
  }
  return { open: medianOf(opened), save: medianOf(saved), bytes, lookBytes };
}

async function timed<T>(act: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const done = await act();
  return [done, performance.now() - began];
}

/** Twenty open pages that follow the newsroom's line as their scripts do; ten of them save. */
async function tenEditors(crier: Crier, editor: Editor, stories: string[]): Promise<number> {
  const pages = [];
  for (const storyId of stories) pages.push(await editor.open(storyId));
  const follows = pages.map((page) => editor.follow(page));
  const began = { at: Date.now(), work: workOf(crier.pid) };
  const writers = pages.slice(0, WRITERS).map(async (page, place) => {
    await pause((EVERY / WRITERS) * place);
    for (let turn = 0; Date.now() - began.at < WATCHED - EVERY / WRITERS; turn += 1) {
      await editor.save(page, turn);
      await pause(EVERY);
    }
  });
  await pause(WATCHED);
  const work = ((workOf(crier.pid) - began.work) * 60_000) / (Date.now() - began.at);
  for (const stop of follows) stop();
  await Promise.all(writers);
  return work;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Processor seconds of a process so far, in the program and in the system for it. */
function workOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

function resultsOf(ours: Figures, old: Figures): Result[] {
  const row = (name: string, unit: string, key: keyof Figures, scale = 1) =>
    resultOf({
      ...{ name, unit, value: ours[key] / scale, peerValue: old[key] / scale },
      ...{ peer: 'Crier before', peerVersion: BEFORE, better: 'less' },
    });
  return [
    row('a story opened', 'ms', 'open'),
    row('a story saved', 'ms', 'save'),
    row('its page', 'kB', 'bytes', 1000),
    row('a second look, after a save', 'kB', 'lookBytes', 1000),
    row('ten editors and ten who look', 's/min', 'work'),
  ];
}
