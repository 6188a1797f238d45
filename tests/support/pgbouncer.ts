/** pgbouncer from Debian's packages before a PostgreSQL server, in one of its modes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

const PROGRAM = '/usr/sbin/pgbouncer';
export const hasPgbouncer = existsSync(PROGRAM);

export interface Pooler {
  /** The given address, by way of the pooler. */
  address: string;
  stop(): Promise<void>;
}

export async function startPgbouncer(
  to: string,
  { mode, roundRobin = false }: { mode: 'session' | 'transaction' | 'statement'; roundRobin?: boolean },
): Promise<Pooler> {
  const target = new URL(to);
  const folder = mkdtempSync(join(tmpdir(), 'crier-pgbouncer-'));
  chmodSync(folder, 0o777); // it refuses to run as root, and is nobody then
  const port = await freePort();
  const user = target.username;
  writeFileSync(join(folder, 'users.txt'), `"${user}" ""\n`);
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]
* = host=${target.hostname} port=${target.port || 5432} user=${user}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
auth_file = ${folder}/users.txt
pool_mode = ${mode}
server_round_robin = ${roundRobin ? 1 : 0}
ignore_startup_parameters = extra_float_digits,options
logfile = ${folder}/log
pidfile = ${folder}/pid
`,
  );
  const words = process.getuid?.() === 0 ? ['-q', '-u', 'nobody'] : ['-q'];
  const child: ChildProcess = spawn(PROGRAM, [...words, join(folder, 'pgbouncer.ini')], { stdio: 'ignore' });
  process.once('exit', () => child.kill('SIGKILL'));
  const address = new URL(to);
  address.hostname = '127.0.0.1';
  address.port = String(port);
  for (let tries = 0; tries < 200; tries += 1) {
    const client = new pg.Client({ connectionString: address.href });
    client.on('error', () => {}); // not there yet
    const answers = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (answers) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return {
    address: address.href,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        child.kill('SIGKILL');
      }),
  };
}
