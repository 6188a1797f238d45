/**
 * Alerts: Crier's whole way, from devices in its store to their record, beside the web-push package on its default agent
 * and on one tuned to keep connections. All to the same TLS push services on loopback: an nginx that answers 201 at once,
 * and a stand-in that answers after 20 ms. They take turns; the medians are compared. `--large` adds alerts to 200,000 and to
 * 1,000,000 devices, `--little` one in little memory, `--profile` writes where the processor's time goes.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { payloadOf } from '../src/alerts/payload.ts';
import { selfSigned } from '../tests/support/push-service.ts';
import { measureLittle } from './alerts-little.ts';
import { type Service, startNginx } from './nginx.ts';
import { type Measured, medianOf, type Result, resultOf, say } from './result.ts';

const ROUNDS = Number(process.env.CRIER_BENCH_ROUNDS ?? 5);
const DEVICES = Number(process.env.CRIER_BENCH_DEVICES ?? 20_000);
const LARGE = [200_000, 1_000_000]; // tickets are made for the first 200,000, as the setting has it
const THEIRS = 1_500; // alerts of each run of web-push, about two seconds
const DELAY = 20; // ms, of the stand-in
const MB = 1_000_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2);

interface Run {
  devices: number;
  seconds: number;
  /** Microseconds of processor time for an alert, all threads. */
  cpu: number;
  /** Resident bytes at the most. */
  peak: number;
}

/** What Crier says of a run besides. */
interface OurRun extends Run {
  /** Tickets at hand when it began. */
  ready: number;
  rest: number;
  time: { half: number; ninety: number; ninetyNine: number };
}

export async function measureAlerts(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-alerts-'));
  const dist = await built(folder);
  const pair = selfSigned();
  writeFileSync(join(folder, 'key.pem'), pair.key);
  writeFileSync(join(folder, 'cert.pem'), pair.cert);
  const services: Service[] = [];
  try {
    services.push(await startNginx(folder, pair.cert), await startStandIn(folder));
    const results: Result[] = [];
    for (const service of services)
      results.push(...(await race(service, { dist, folder, ca: pair.cert, large: services[0] === service })));
    return results;
  } finally {
    await Promise.all(services.map((service) => service.end()));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Address of what is measured: these sources, built as ever; or the folder of an older commit, built by itself. */
async function built(folder: string): Promise<string> {
  const older = process.env.CRIER_BENCH_DIST;
  if (older) return `${pathToFileURL(older).href}/`;
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules')); // what is compiled is found from there
  const tool = pathToFileURL(join(root, 'tools/build-server.mjs')).href;
  const { buildServer } = (await import(tool)) as {
    buildServer(order: { root: string; out: string; more: string[] }): Promise<void>;
  };
  const out = join(folder, 'dist');
  await buildServer({ root, out, more: ['bench/alerts-parts.ts'] });
  return pathToFileURL(join(out, 'alerts-parts.js')).href;
}

interface Place {
  dist: string;
  folder: string;
  ca: string;
  /** Whether `--large` is for this service. */
  large: boolean;
}

async function race(service: Service, place: Place): Promise<Result[]> {
  const data = mkdtempSync(join(place.folder, 'data-'));
  const profile = words.includes('--profile') ? ['--cpu-prof', '--cpu-prof-dir=profile'] : [];
  const sending = (flags: string[] = []) =>
    talkTo([
      ...profile,
      ...flags,
      '--expose-gc',
      file('alerts-process.mjs'),
      place.dist,
      data,
      service.origin,
      place.ca,
    ]);
  const ours = sending();
  const theirs = talkTo([file('web-push-process.mjs'), service.origin, place.ca, payload]);
  let runs: Runs;
  try {
    await ours.ask({ command: 'seed', many: DEVICES });
    runs = await takeTurns(ours, theirs);
  } finally {
    await Promise.all([ours.end(), theirs.end()]);
  }
  const results = resultsOf(service, runs);
  const tell = async (many: number, flags: string[] = []): Promise<OurRun> => {
    say(`${many.toLocaleString('en')} devices: written, and told …`);
    await inOneOf(sending, { command: 'seed', many });
    const run = (await inOneOf(() => sending(flags), { command: 'alert', tickets: true })) as OurRun;
    say(JSON.stringify(run));
    return run;
  };
  if (place.large && words.includes('--little')) results.push(...(await measureLittle(service, tell)));
  if (!place.large || !words.includes('--large')) return results;
  const large: OurRun[] = [];
  for (const many of LARGE) large.push(await tell(many));
  for (const run of large) results.push(...largeOf(service, run, runs.usual));
  return [...results, ...flatness(service, large)];
}

/** In a process of its own: what one holds that wrote down a million devices says nothing of one that tells them. */
async function inOneOf(open: () => Talk, command: object): Promise<unknown> {
  const talk = open();
  try {
    return await talk.ask(command);
  } finally {
    await talk.end();
  }
}

interface Runs {
  tickets: OurRun[];
  fresh: OurRun[];
  usual: Run[];
  tuned: Run[];
}

async function takeTurns(ours: Talk, theirs: Talk): Promise<Runs> {
  const runs: Runs = { tickets: [], fresh: [], usual: [], tuned: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = {
      tickets: (await ours.ask({ command: 'alert', tickets: true })) as OurRun,
      fresh: (await ours.ask({ command: 'alert', tickets: false })) as OurRun,
      usual: (await theirs.ask({ many: THEIRS, agent: 'usual' })) as Run,
      tuned: (await theirs.ask({ many: THEIRS, agent: 'tuned' })) as Run,
    };
    say(
      Object.entries(one)
        .map(([name, run]) => `${name} ${Math.round(perSecond(run))}/s ${Math.round(run.cpu)} µs`)
        .join(', '),
    );
    if (round === 0) continue; // warms all of them up
    runs.tickets.push(one.tickets);
    runs.fresh.push(one.fresh);
    runs.usual.push(one.usual);
    runs.tuned.push(one.tuned);
  }
  return runs;
}

const perSecond = (run: Run): number => run.devices / run.seconds;
const middle = <R extends Run>(runs: R[], of: (run: R) => number): number => medianOf(runs.map(of));

function resultsOf(service: Service, runs: Runs): Result[] {
  const results: Result[] = [];
  const peers = { usual: 'web-push, default agent', tuned: 'web-push, keep-alive agent' };
  const ways = { tickets: 'tickets made before', fresh: 'nothing made before' };
  for (const [way, how] of Object.entries(ways) as ['tickets' | 'fresh', string][])
    for (const [other, peer] of Object.entries(peers) as ['usual' | 'tuned', string][]) {
      const versus = (measured: Pick<Measured, 'name' | 'unit' | 'better'>, of: (run: Run) => number) =>
        resultOf({
          ...measured,
          name: `${measured.name}, ${how}, ${service.name}`,
          value: middle(runs[way], of),
          peer,
          peerVersion: webPushVersion(),
          peerValue: middle(runs[other], of),
        });
      results.push(
        versus({ name: 'alerts', unit: 'a second', better: 'more' }, perSecond),
        versus({ name: 'processor time of an alert', unit: 'µs', better: 'less' }, (run) => run.cpu),
        versus(
          { name: `last of ${DEVICES.toLocaleString('en')} devices`, unit: 's', better: 'less' },
          (run) => DEVICES / perSecond(run),
        ),
        versus({ name: 'resident at the most', unit: 'MB', better: 'less' }, (run) => run.peak / MB),
      );
    }
  return results;
}

/** One alert to many more: their time is what their rate comes to, which they could not keep up in one process. */
function largeOf(service: Service, run: OurRun, usual: Run[]): Result[] {
  const peer = { peer: 'web-push, default agent, at its rate', peerVersion: webPushVersion() };
  const name = `of ${run.devices.toLocaleString('en')} devices, ${run.ready.toLocaleString('en')} tickets made before, ${service.name}`;
  const peerValue = run.devices / middle(usual, perSecond);
  const times: [string, number, number][] = [
    ['half', run.time.half / 1_000, peerValue / 2],
    ['99 in 100', run.time.ninetyNine / 1_000, peerValue * 0.99],
    ['last', run.seconds, peerValue],
  ];
  return [
    ...times.map(([which, value, theirs]) =>
      resultOf({ name: `${which} ${name}`, value, unit: 's', ...peer, peerValue: theirs, better: 'less' }),
    ),
    resultOf({
      ...{ name: `resident at the most, ${name}`, value: run.peak / MB, unit: 'MB', better: 'less' },
      ...{ peer: 'Crier before that alert, tickets held', peerVersion: '', peerValue: run.rest / MB },
    }),
  ];
}

/** What memory grows by from the first to the last of them. */
function flatness(service: Service, runs: OurRun[]): Result[] {
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return [];
  return [
    resultOf({
      name: `resident at the most, of ${last.devices.toLocaleString('en')} devices, ${service.name}`,
      value: last.peak / MB,
      unit: 'MB',
      better: 'less',
      peer: `Crier, of ${first.devices.toLocaleString('en')}`,
      peerVersion: '',
      peerValue: first.peak / MB,
    }),
  ];
}

function webPushVersion(): string {
  const path = join(root, 'node_modules/web-push/package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

interface Talk {
  ask(command: object): Promise<unknown>;
  end(): Promise<void>;
}

/** A program of ours that answers a line with a line. */
function talkTo(program: string[]): Talk {
  const child = spawn(process.execPath, program, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    async ask(command) {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`${program.find((word) => word.endsWith('.mjs'))} ended`);
      return JSON.parse(String(value));
    },
    end() {
      child.stdin.end();
      return ended;
    },
  };
}

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

async function startStandIn(folder: string): Promise<Service> {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    [file('push-stand-in.mjs'), join(folder, 'key.pem'), join(folder, 'cert.pem'), String(DELAY)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  return {
    name: `a stand-in of ${DELAY} ms`,
    origin: `https://127.0.0.1:${value}`,
    asked: () => Promise.reject(new Error('the stand-in does not count')),
    end: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.stdin.end();
      }),
  };
}

const payload = payloadOf({
  title: 'Night ferry to Lyra turns back in the storm',
  body: 'Forty passengers are safe in the harbour; the company says the next crossing is at noon tomorrow.',
  navigate: 'https://post.example/sea/night-ferry-to-lyra-turns-back-in-the-storm',
  language: 'en',
  direction: 'ltr',
  tag: 'story-01a2081d-4c31-7067-bda3-947506dbcdb7',
  revision: 1,
  alert: '01a2081d-4c31-7067-bda3-947506dbcdb8',
  story: '01a2081d-4c31-7067-bda3-947506dbcdb9',
  kind: 'news',
});
