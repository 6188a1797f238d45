/**
 * One newsroom on three processes: the built program three times, on loopback addresses of their own and a PostgreSQL server of
 * a test's own, behind nginx with the file that is handed out (deploy/nginx.conf). `director` is a hand in the same newsroom.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../../src/kit/clock.ts';
import { openKeys } from '../../../src/kit/keys.ts';
import { silentLog } from '../../../src/kit/log.ts';
import { readSettings } from '../../../src/kit/settings.ts';
import { makeNewsroom, type Newsroom } from '../../../src/newsroom.ts';
import { openPostgres } from '../../../src/store/engine.ts';
import { sharedBell } from '../../../src/store/shared-bell.ts';
import { freePort } from '../../support/free-port.ts';
import { type Crier, spawnCrier } from './crier.ts';

const shipped = fileURLToPath(new URL('../../../deploy/nginx.conf', import.meta.url));

export interface Several {
  /** Of nginx, before all of them. */
  front: string;
  /** On 127.0.0.1, 127.0.0.2 and so on. */
  processes: Crier[];
  director: Newsroom;
  stop(): Promise<void>;
}

export interface SeveralOptions {
  database: string;
  many?: number;
  settings?: Record<string, string>;
}

export async function openSeveral({ database, many = 3, settings = {} }: SeveralOptions): Promise<Several> {
  const data = mkdtempSync(join(tmpdir(), 'crier-several-'));
  const port = await freePort();
  const front = `http://127.0.0.1:${port}`;
  const hosts = Array.from({ length: many }, (_, place) => `127.0.0.${place + 1}`);
  const processes: Crier[] = [];
  const shared = { CRIER_DATABASE_URL: database, CRIER_ADDRESS: front, CRIER_PROXY: '1', ...settings };
  for (const host of hosts) processes.push(await spawnCrier({ host, data, settings: shared }));
  const nginx = await startFront(port, processes);
  const director = await openDirector(data, shared);
  return {
    front,
    processes,
    director,
    async stop() {
      await director.close();
      await Promise.all(processes.map((each) => each.stop()));
      await nginx.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function openDirector(data: string, given: Record<string, string>): Promise<Newsroom> {
  const settings = readSettings(data, { CRIER_DATA: data, CRIER_LOG_LEVEL: 'silent', ...given });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  const address = settings.databaseUrl ?? '';
  const store = await openPostgres(address);
  const process = 'director';
  const bell = await sharedBell({ store, address, process, clock: systemClock, log: silentLog });
  const keys = openKeys(join(data, 'keys'));
  const parts = { store, bell, settings, keys, process };
  return makeNewsroom({ ...parts, engine: 'postgres', clock: systemClock, log: silentLog });
}

/** nginx with the shipped file: other names, ports and no TLS, and nothing else changed. */
export async function startFront(
  port: number,
  processes: Pick<Crier, 'address'>[],
): Promise<{ stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-nginx-'));
  chmodSync(folder, 0o755); // its worker is another user where this one is root
  const servers = (how: string) =>
    processes.map(({ address }) => `server ${new URL(address).host} ${how}`).join('\n  ');
  const ours = readFileSync(shipped, 'utf8')
    .replace(/server \{\s*listen 80;[\s\S]*?\n\}\n/, '')
    .replace(/server 127\.0\.0\.1:4000 ([^\n]*)/, (_, how: string) => servers(how))
    .replace(/listen 443 ssl http2;/, `listen 127.0.0.1:${port};`)
    .replace(/ *(listen \[::\]|ssl_)[^\n]*\n/g, '');
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 2048; }
http {
  access_log off;
  ${places.join('\n  ')}
  ${ours}
}
`,
  );
  execFileSync('nginx', ['-p', folder, '-c', file, '-t', '-q']);
  const child: ChildProcess = spawn('nginx', ['-p', folder, '-c', file], { stdio: 'ignore' });
  process.once('exit', () => child.kill('SIGKILL'));
  for (let tries = 0; tries < 250; tries += 1) {
    if (
      await fetch(`http://127.0.0.1:${port}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}
