/** A newsroom as a newcomer starts it: the built program as a process of its own, on a free port, with a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../support/free-port.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const built = join(root, 'dist/main.js');

const PATIENCE = 90_000; // ms for a first answer; the demo sets a paper up first, and the machine may be busy
const GREETING = 5_000; // ms; it follows the first answer within a few
const GRACE = 10_000; // ms between asking a process to end and making it

export interface CrierOptions {
  /** 'serve', or 'demo' for The Harbour Post. */
  verb?: 'serve' | 'demo';
  /** The built program of another checkout. */
  program?: string;
  /** Settings by name; address, port and data folder are chosen here. */
  settings?: Record<string, string>;
  /** Where it listens; localhost else. */
  host?: string;
  /** A data folder that was prepared; it is left in place at the end. */
  data?: string;
}

export interface Crier {
  readonly address: string;
  readonly port: number;
  readonly data: string;
  /** Process id of the present process. */
  readonly pid: number;
  /** All it has printed, on both channels. */
  readonly log: string;
  /** ms from starting the process to its first answer. */
  readonly startedIn: number;
  /** The link under which the newest process can be set up. */
  setupLink(): string;
  /** Ends the process with a signal, and waits until it is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** The same newsroom in a new process; the old one must be gone. */
  restart(): Promise<void>;
  /** Ends it in order and removes its folder. */
  stop(): Promise<void>;
}

const living = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** Starts it and waits for its first answer. */
export async function spawnCrier(options: CrierOptions = {}): Promise<Crier> {
  const program = options.program ?? built;
  if (!existsSync(program)) throw new Error(`${program} is not built: run npm run build`);
  const port = await freePort();
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'crier-e2e-'));
  const address = `http://${options.host ?? 'localhost'}:${port}`;
  const settings = {
    CRIER_ADDRESS: address,
    CRIER_PORT: String(port),
    ...(options.host ? { CRIER_HOST: options.host } : {}),
    CRIER_DATA: data,
    ...options.settings,
  };
  let log = '';
  let startedIn = 0;
  let child: ChildProcess;
  const start = async () => {
    const began = performance.now();
    child = run([program, options.verb ?? 'serve'], settings, (text) => {
      log += text;
    });
    await firstAnswer(`${address}/healthz`, child, () => log);
    startedIn = performance.now() - began;
    await greeted(() => log);
  };
  await start();
  return {
    address,
    port,
    data,
    get pid() {
      return child.pid ?? 0;
    },
    get log() {
      return log;
    },
    get startedIn() {
      return startedIn;
    },
    setupLink() {
      const links = log.match(/http:\/\/\S+\/desk\/setup\?token=[\w-]+/g) ?? [];
      const newest = links.at(-1);
      if (!newest) throw new Error(`no set-up link was printed:\n${log}`);
      return newest;
    },
    kill: (signal) => end(child, signal),
    restart: start,
    async stop() {
      await end(child, 'SIGTERM');
      if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}

/** It may answer a moment before it says where: what is asked of its words next is there. */
async function greeted(log: () => string): Promise<void> {
  const until = performance.now() + GREETING;
  while (!log().includes('/desk') && performance.now() < until)
    await new Promise((done) => setTimeout(done, 5));
}

function run(args: string[], settings: Record<string, string>, hear: (text: string) => void): ChildProcess {
  const clean = Object.entries(process.env).filter(([name]) => !name.startsWith('CRIER_'));
  const child = spawn(process.execPath, args, {
    cwd: settings.CRIER_DATA ?? tmpdir(), // away from a crier.env in the checkout
    env: { ...Object.fromEntries(clean), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  living.add(child);
  child.once('exit', () => living.delete(child));
  for (const channel of [child.stdout, child.stderr]) channel?.setEncoding('utf8').on('data', hear);
  return child;
}

async function firstAnswer(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`Crier ended with ${child.exitCode}:\n${log()}`);
    const answered = await fetch(url).then(
      (answer) => answer.arrayBuffer().then(() => true),
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  child.kill('SIGKILL');
  throw new Error(`Crier gave no answer within ${PATIENCE} ms:\n${log()}`);
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), GRACE);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.kill(signal);
  });
}
