/** Crier behind pgbouncer: it says at start what it needs, and does its work once it has it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, postgresUrl } from '../support/newsroom.ts';
import { hasPgbouncer, type Pooler, startPgbouncer } from '../support/pgbouncer.ts';
import { spawnCrier } from './support/crier.ts';

const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

describe.skipIf(!postgresUrl || !hasPgbouncer)('behind a pooler in transaction mode', () => {
  let database: { address: string; leave(): Promise<void> };
  let pooler: Pooler;
  let data: string;
  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'crier-pooler-'));
    database = await freshDatabase();
    pooler = await startPgbouncer(database.address, { mode: 'transaction' });
  });
  afterEach(async () => {
    await pooler.stop();
    await database.leave();
    rmSync(data, { recursive: true, force: true });
  });

  test('Crier does not start without a way for its bell, and says which', () => {
    const env = {
      PATH: process.env.PATH,
      CRIER_DATA: data,
      CRIER_PORT: '0',
      CRIER_DATABASE_URL: pooler.address,
    };
    const { status, stderr } = spawnSync(process.execPath, [program, 'serve'], {
      env,
      cwd: data,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('CRIER_DATABASE_URL leads to a pooler');
    expect(stderr).toContain('Set CRIER_BELL_URL to the PostgreSQL server itself');
  });

  test('Crier starts and answers with a way for its bell beside it', async () => {
    const settings = { CRIER_DATABASE_URL: pooler.address, CRIER_BELL_URL: database.address };
    const crier = await spawnCrier({ data, settings });
    const health = await fetch(`${crier.address}/healthz`);
    expect(await health.json()).toMatchObject({ store: 'answers', bell: 'heard' });
    await crier.stop();
  });

  test('Crier says in words that its database cannot be reached', () => {
    const away = new URL(pooler.address);
    away.port = '1';
    const env = { PATH: process.env.PATH, CRIER_DATA: data, CRIER_PORT: '0', CRIER_DATABASE_URL: away.href };
    const { status, stderr } = spawnSync(process.execPath, [program, 'serve'], {
      env,
      cwd: data,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The database of CRIER_DATABASE_URL cannot be reached: .*ECONNREFUSED/);
  });
});
