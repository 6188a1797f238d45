/**
 * A front of some sixty places with 100,000 stories behind it, and 10,000 open pages: how long from an editor's *put out* until the
 * last open page has been told, and until the front that readers are given is the new one. Beside nchan with one nginx worker,
 * which is told by a publisher and tells as many. `CRIER_BENCH_PAGES` and `CRIER_BENCH_STORIES` make it other numbers.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { people } from '../src/cli/demo/cast.ts';
import { readSettings } from '../src/kit/settings.ts';
import { theNewsroomItself as by, openNewsroom } from '../src/newsroom.ts';
import { addStaff } from '../src/staff/staff.ts';
import { setFact } from '../src/store/facts.ts';
import { listPublished } from '../src/stories/read.ts';
import { type Crier, spawnCrier } from '../tests/e2e/support/crier.ts';
import { fillArchive } from './archive-paper.ts';
import { signedInAt } from './desk-editor.ts';
import { startNchan } from './nginx.ts';
import { medianOf, type Result, resultOf, say } from './result.ts';

const PAGES = Number(process.env.CRIER_BENCH_PAGES ?? 10_000);
const TURNS = 9; // times the front is put out
const APART = 1_500; // ms between two
// Thirteen strips of four, under nine places: 61 on one front.
const SECTIONS = 'City Sea World Work Letters Sport Weather Books Food Port Courts Schools Science'.split(
  ' ',
);
const TOO_LONG = 60_000; // ms for all pages to be open, or to be told
const GOAL = 150; // ms; issue 17

interface Turn {
  /** ms from the editor's request to the last open page. */
  told: number;
  /** ms from there until readers are given the new front. */
  shown: number;
}

export async function measureFront(): Promise<Result[]> {
  const ours = await byCrier();
  const theirs = await byNchan();
  const told = medianOf(ours.map((turn) => turn.told));
  const shown = medianOf(ours.map((turn) => turn.shown));
  const longest = Math.max(...ours.flatMap((turn) => [turn.told, turn.shown]));
  const nchan = { peer: 'nchan, one worker', peerVersion: theirs.version, peerValue: medianOf(theirs.told) };
  const goal = { peer: 'the goal', peerVersion: '', peerValue: GOAL };
  const ms = { unit: 'ms', better: 'less' } as const;
  return [
    resultOf({ name: `put out to the last of ${PAGES} open pages`, value: told, ...ms, ...nchan }),
    resultOf({ name: `put out to the last of ${PAGES} open pages`, value: told, ...ms, ...goal }),
    resultOf({ name: 'put out to the new front for readers', value: shown, ...ms, ...goal }),
    resultOf({ name: `the slowest of ${TURNS}, of both`, value: longest, ...ms, ...goal }),
  ];
}

async function byCrier(): Promise<Turn[]> {
  const archive = await fillArchive(SECTIONS, { isSearched: false });
  const settings = readSettings(archive.data, { CRIER_DATA: archive.data, ...archive.settings });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  const newsroom = await openNewsroom(settings);
  await addStaff(newsroom, { ...people.maria, by });
  // A newsroom at rest: its desk's search has read what came before, which else goes on for an hour beside this.
  for (const what of ['items', 'stories']) await setFact(newsroom.store, `lookup ${what} before`, 'done');
  const stories = await listPublished(newsroom, { language: 'en', limit: TURNS + 1 });
  await newsroom.close();
  const crier = await spawnCrier({
    data: archive.data,
    settings: { ...archive.settings, CRIER_LOG_LEVEL: 'silent', CRIER_PROXY: 'yes' },
  });
  const readers = await openReaders(crier.port, '/live', 'event: front');
  const turns: Turn[] = [];
  try {
    const desk = await deskOf(crier);
    for (const story of stories.slice(1)) {
      await desk.lay(story.storyId);
      await pause(APART);
      const begun = Date.now();
      const out = desk.putOut();
      const shown = untilShown(crier.address, story.path).then((at) => at - begun);
      const told = (await readers.next()) - begun;
      await out;
      turns.push({ told, shown: await shown });
      say(`Crier: ${JSON.stringify(turns.at(-1))}`);
    }
  } finally {
    readers.end();
    await crier.stop();
    archive.remove();
  }
  return turns;
}

/** An editor's browser: lays a hand on a story, then puts the front out. */
async function deskOf({ address }: Crier) {
  const cookie = await signedInAt(address, people.maria);
  const page = async () => (await fetch(`${address}/desk/front`, { headers: { cookie } })).text();
  const fieldOf = (html: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  let form = { _form: '', basedOn: '' };
  const look = async () => {
    const html = await page();
    form = { _form: fieldOf(html, '_form'), basedOn: fieldOf(html, 'basedOn') };
  };
  const send = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams({ ...form, language: 'en', ...fields });
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body,
    });
    if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
  };
  return {
    async lay(storyId: string) {
      await look();
      await send('/desk/front/hands', { act: `first|-|${storyId}` });
      await look();
    },
    putOut: () => send('/desk/front/out', {}),
  };
}

/** The instant at which a reader is given a front that leads with this story. */
async function untilShown(address: string, path: string): Promise<number> {
  for (;;) {
    const html = await (await fetch(`${address}/`)).text();
    const [lead = ''] = /class="item lead[\s\S]*?<\/h2>/.exec(html) ?? [];
    if (lead.includes(`href="${path}"`)) return Date.now();
    await pause(2);
  }
}

async function byNchan(): Promise<{ version: string; told: number[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-bench-'));
  const nchan = await startNchan(folder);
  const readers = await openReaders(nchan.port, '/hear', 'event: front');
  const told: number[] = [];
  try {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await pause(APART);
      const begun = Date.now();
      const body = JSON.stringify({ path: '/', turn });
      const answer = await fetch(`http://127.0.0.1:${nchan.port}/tell`, { method: 'POST', body });
      if (!answer.ok) throw new Error(`nchan: ${answer.status}`);
      told.push((await readers.next()) - begun);
      say(`nchan: ${told.at(-1)} ms`);
    }
  } finally {
    readers.end();
    await nchan.end();
    rmSync(folder, { recursive: true, force: true });
  }
  return { version: nchan.name, told };
}

/** Open pages in a process of their own; `next` is the instant at which the last has heard of the next turn. */
async function openReaders(port: number, path: string, wanted: string) {
  const script = fileURLToPath(new URL('day-readers.mjs', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script, String(port), String(PAGES), path, wanted], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('the readers say nothing');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const late = setTimeout(() => child.kill(), TOO_LONG); // then the lines end, and that is said
    const { value, done } = await lines.next();
    clearTimeout(late);
    if (done) throw new Error('a page was let go, or was not told in time');
    return Number(value);
  };
  await next(); // all are open
  return { next, end: () => void child.kill() };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
