/** A MariaDB of this run alone: from the machine's packages, on loopback, in a folder that goes with it, with Debian's defaults. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../tests/support/free-port.ts';

export interface PrivateMariadb {
  /** As WordPress names it. */
  host: string;
  sql(text: string): void;
  end(): Promise<void>;
}

const PATIENCE = 60_000; // ms until it answers; the machine may be busy
const LOOK = 250; // ms between two looks

export async function startMariadb(folder: string): Promise<PrivateMariadb> {
  const data = join(folder, 'mariadb');
  mkdirSync(data);
  const port = await freePort();
  const user = userInfo().username;
  const made = ['--no-defaults', `--datadir=${data}`, `--user=${user}`];
  const rights = ['--auth-root-authentication-method=normal', '--skip-test-db'];
  execFileSync('mariadb-install-db', [...made, ...rights], { stdio: ['ignore', 'ignore', 'pipe'] });
  const listens = [`--socket=${join(data, 'sock')}`, `--port=${port}`, '--bind-address=127.0.0.1'];
  const server = spawn('mariadbd', [...made, ...listens, `--pid-file=${join(data, 'pid')}`], {
    stdio: 'ignore',
  });
  let isOver = false;
  const ended = new Promise<void>((done) => {
    server.once('exit', () => {
      isOver = true;
      done();
    });
  });
  const ask = (text: string) =>
    spawnSync('mariadb', ['--no-defaults', '-h127.0.0.1', `-P${port}`, '-uroot', '-e', text], {
      encoding: 'utf8',
    });
  const begun = performance.now();
  while (ask('select 1').status !== 0) {
    if (isOver || performance.now() - begun > PATIENCE) throw new Error('MariaDB did not start');
    await pause(LOOK);
  }
  return {
    host: `127.0.0.1:${port}`,
    sql(text) {
      const { status, stderr } = ask(text);
      if (status !== 0) throw new Error(stderr);
    },
    async end() {
      server.kill();
      await ended;
    },
  };
}
