/**
 * Promise: a newsroom outlives its database's connections. The built program as a process of its own, on PostgreSQL, while
 * readers ask and the server ends every connection again and again: it answers on, holds one bell, and ends when it is told.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Crier, spawnCrier } from '../e2e/support/crier.ts';
import { migratedDatabase, postgresUrl } from '../support/newsroom.ts';

const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const LOSSES = 6;

describe.skipIf(!postgresUrl || !existsSync(program))(
  'a newsroom whose database ends its connections',
  () => {
    let crier: Crier;
    let admin: pg.Client;
    let schema: { address: string; leave(): Promise<void> };
    const name = `crier-promise-${process.pid}`;

    beforeAll(async () => {
      schema = await migratedDatabase();
      admin = new pg.Client({ connectionString: postgresUrl });
      await admin.connect();
      const address = new URL(schema.address);
      address.searchParams.set('application_name', name);
      crier = await spawnCrier({ settings: { CRIER_DATABASE_URL: address.href } });
    }, 120_000);
    afterAll(async () => {
      await crier?.stop();
      await admin?.end();
      await schema?.leave();
    });

    const bells = async () =>
      (
        await admin.query(
          `select 1 from pg_stat_activity where application_name = $1 and query like '%pg_notify%' and wait_event = 'ClientRead'`,
          [name],
        )
      ).rowCount;

    it('goes on, answers 200 or 503 and nothing else, and holds one bell', async () => {
      const seen = new Set<number>();
      let over = false;
      const readers = Array.from({ length: 4 }, async () => {
        while (!over) seen.add((await fetch(`${crier.address}/healthz`)).status);
      });
      for (let loss = 0; loss < LOSSES; loss += 1) {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await admin.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
          [name],
        );
      }
      over = true;
      await Promise.all(readers);
      expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([]);
      expect(() => process.kill(crier.pid, 0)).not.toThrow();
      await expect
        .poll(async () => (await fetch(`${crier.address}/healthz`)).status, { timeout: 60_000 })
        .toBe(200);
      await expect.poll(bells, { timeout: 60_000 }).toBe(1);
    });

    it('ends when it is told to, after all of that', async () => {
      await crier.kill('SIGTERM');
      expect(() => process.kill(crier.pid, 0)).toThrow();
    });
  },
);
