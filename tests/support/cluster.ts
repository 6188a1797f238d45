/**
 * A PostgreSQL server of a test's own, in a temporary folder and on a port of its own: to be restarted, killed, followed by a
 * standby that is promoted. The programs are those of Debian's packages. It waits for no disk: what dies is the server, not the machine.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

const HOME = '/usr/lib/postgresql';

/** Where the programs of the newest version are; empty where none is installed. */
export const postgresPrograms = existsSync(HOME)
  ? (readdirSync(HOME)
      .filter((version) => existsSync(join(HOME, version, 'bin/initdb')))
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(HOME, version, 'bin'))[0] ?? '')
  : '';

export interface Cluster {
  readonly port: number;
  /** Of the database `post`. */
  readonly address: string;
  ask<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** 'immediate' is a crash: nothing is written back, connections break. */
  restart(how: 'fast' | 'immediate'): void;
  /** Crashes, and stays down. */
  crash(): void;
  /** A second server that follows this one, every commit waited for. */
  addStandby(): Promise<Cluster>;
  /** Of a standby: becomes the first server. */
  promote(): void;
  stop(): void;
}

export async function openCluster(): Promise<Cluster> {
  const folder = ownFolder();
  const data = join(folder, 'data');
  as(['initdb', '-D', data, '-U', 'post', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8']);
  const cluster = await startedIn(folder, data);
  const client = new pg.Client({ connectionString: cluster.address.replace(/post$/, 'postgres') });
  await client.connect();
  await client.query('create database post');
  await client.end();
  return cluster;
}

const TRIES = 3; // a port that was free a moment ago may be somebody's by now

/** Starts the server on a port of its own, and says which; `control` is pg_ctl for it. */
async function startOnPort(
  folder: string,
  data: string,
): Promise<{ port: number; control: (...words: string[]) => void }> {
  execFileSync('sh', [
    '-c',
    `grep -q test.conf "$0" || echo "include 'test.conf'" >> "$0"`,
    join(data, 'postgresql.conf'),
  ]);
  const control = (...words: string[]) => as(['pg_ctl', '-D', data, '-w', '-s', ...words]);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const settings = join(data, 'test.conf');
    writeFileSync(
      settings,
      `listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = ''
max_connections = 200
shared_buffers = 32MB
wal_level = replica
max_wal_senders = 4
hot_standby = on
log_min_messages = fatal
fsync = off
`,
    );
    chmodSync(settings, 0o644); // who reads it is the server's user
    try {
      control('-l', join(folder, 'log'), 'start');
      return { port, control };
    } catch (error) {
      if (attempt === TRIES) throw error;
    }
  }
}

async function startedIn(folder: string, data: string): Promise<Cluster> {
  const { port, control } = await startOnPort(folder, data);
  const log = join(folder, 'log');
  const address = `postgres://post@127.0.0.1:${port}/post`;
  const ask = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => {
    const client = new pg.Client({ connectionString: address });
    client.on('error', () => {}); // the server is made to end
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    port,
    address,
    ask,
    restart: (how) => control('-l', log, '-m', how, 'restart'),
    crash: () => control('-m', 'immediate', 'stop'),
    promote: () => control('promote'),
    async addStandby() {
      const beside = ownFolder();
      const copy = join(beside, 'data');
      as(['pg_basebackup', '-d', address, '-D', copy, '-R', '-X', 'stream', '-c', 'fast', '--no-sync']);
      const standby = await startedIn(beside, copy);
      await ask(`alter system set synchronous_standby_names = '*'`);
      await ask('select pg_reload_conf()');
      return standby;
    },
    stop() {
      spawnSync(...asWords(['pg_ctl', '-D', data, '-s', '-m', 'immediate', 'stop'])); // down already: nothing to do
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root: then it is the user that Debian made for it. */
function asWords([program = '', ...words]: string[]): [string, string[]] {
  const path = join(postgresPrograms, program);
  if (process.getuid?.() !== 0) return [path, words];
  return ['runuser', ['-u', 'postgres', '--', path, ...words]];
}

function as(words: string[]): void {
  const [program, rest] = asWords(words);
  execFileSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' });
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'crier-cluster-'));
  if (process.getuid?.() !== 0) return folder;
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })),
  );
  chownSync(folder, uid ?? 0, gid ?? 0);
  chmodSync(folder, 0o755);
  return folder;
}
