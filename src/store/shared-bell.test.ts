/** The bell of two processes on one database: what it tells with a commit, and what a process does that no longer hears it. */
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CutLine, openCutLine } from '../../tests/support/cut-line.ts';
import {
  migratedDatabase,
  openTestNewsroom,
  postgresUrl,
  type TestNewsroom,
} from '../../tests/support/newsroom.ts';
import { everyRing, type Ring } from './bell.ts';
import { TRUST } from './shared-bell.ts';

const PATIENCE = { timeout: 60_000, interval: 20 }; // how long a test waits before it is called failed
const BEAT = 100; // ms between two proofs that it hears, in place of two seconds
const named = (address: string, name: string) => {
  const url = new URL(address);
  url.searchParams.set('application_name', name);
  return url.href;
};

describe.skipIf(!postgresUrl)('the bell of several processes', () => {
  let schema: { address: string; leave(): Promise<void> };
  let line: CutLine;
  let here: TestNewsroom;
  let there: TestNewsroom;
  let admin: pg.Client;
  let name: string;
  let heard: Ring[];

  beforeAll(async () => {
    schema = await migratedDatabase();
  });
  afterAll(() => schema.leave());
  beforeEach(async () => {
    name = `crier-bell-${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
    line = await openCutLine(named(schema.address, name));
    here = await openTestNewsroom({ engine: 'postgres', beside: schema });
    there = await openTestNewsroom({
      engine: 'postgres',
      beside: { ...schema, bell: line.address, beat: BEAT },
    });
    admin = new pg.Client({ connectionString: postgresUrl });
    await admin.connect();
    heard = [];
    for (const signal of ['work', 'live', 'alert-likely', 'pages', 'desk', 'partners'] as const)
      there.bell.on(signal, (says) => heard.push({ signal, says } as Ring));
  });
  afterEach(async () => {
    await here.close();
    await there.close();
    await line.close();
    await admin.end();
  });

  /** Connections of the second process's bell, by the server's own count. */
  const bells = async (): Promise<number[]> => {
    const asked = 'select pid from pg_stat_activity where application_name = $1';
    return (await admin.query(asked, [name])).rows.map(({ pid }) => pid);
  };
  const pages = () => heard.filter(({ signal }) => signal === 'pages').map(({ says }) => says);
  const everyTime = () =>
    heard.filter((ring) => ring.signal === 'pages' && ring.says.touched[0] === 'everything');

  test('a ring is heard by the other process with the commit that it tells of', async () => {
    await here.transact(async (inner) => {
      inner.bell.ring('pages', { touched: ['story:first'] });
      await here.store.selectFrom('masthead').select('id').execute();
      expect(pages()).toEqual([]);
    });
    await vi.waitFor(() => expect(pages()).toEqual([{ touched: ['story:first'] }]), PATIENCE);
  });

  test('what was not kept is not rung', async () => {
    const failing = here.transact(async (inner) => {
      inner.bell.ring('pages', { touched: ['story:never'] });
      throw new Error('half-way');
    });
    await expect(failing).rejects.toThrow('half-way');
    here.bell.ring('pages', { touched: ['story:after'] });
    await vi.waitFor(() => expect(pages()).toEqual([{ touched: ['story:after'] }]), PATIENCE);
  });

  test('a ring longer than a notice may be says that everything is to be looked at', async () => {
    const touched = Array.from({ length: 400 }, (_, number) => `story:${number}-${'x'.repeat(20)}` as const);
    await here.transact(async (inner) => inner.bell.ring('pages', { touched }));
    await vi.waitFor(() => expect(heard).toEqual(everyRing), PATIENCE);
  });

  test('each process does not hear its own ring a second time', async () => {
    const own: unknown[] = [];
    here.bell.on('pages', (says) => own.push(says));
    await here.transact(async (inner) => inner.bell.ring('pages', { touched: ['front'] }));
    await vi.waitFor(() => expect(pages()).toHaveLength(1), PATIENCE);
    expect(own).toEqual([{ touched: ['front'] }]);
  });

  test('after a lost connection everyone who holds something looks again: desk and tickets too', async () => {
    line.cut();
    await here.transact(async (inner) => inner.bell.ring('pages', { touched: ['story:missed'] }));
    expect(pages()).toEqual([]);
    line.mend();
    await vi.waitFor(() => expect(heard).toEqual(everyRing), PATIENCE);
    expect(new Set(heard.map(({ signal }) => signal))).toEqual(
      new Set(['work', 'live', 'alert-likely', 'pages', 'desk', 'partners']),
    );
  });

  test('five losses leave one connection', async () => {
    for (let loss = 1; loss <= 5; loss += 1) {
      const [pid] = await bells();
      await admin.query('select pg_terminate_backend($1)', [pid]);
      await vi.waitFor(() => expect(everyTime()).toHaveLength(loss), PATIENCE);
      expect(await bells()).toHaveLength(1);
    }
    expect(line.opened()).toBe(6); // not one too many in between
  });

  test('a line that went silent, which no error tells of, is given up for a new one', async () => {
    await vi.waitFor(() => expect(there.bell.trusts(there.clock.now())).toBe(true), PATIENCE);
    line.silence();
    await vi.waitFor(() => expect(line.opened()).toBeGreaterThan(1), PATIENCE); // it hung up by itself
    line.mend();
    await vi.waitFor(() => expect(everyTime().length).toBeGreaterThan(0), PATIENCE);
    await here.transact(async (inner) => inner.bell.ring('pages', { touched: ['story:now'] }));
    await vi.waitFor(() => expect(pages()).toContainEqual({ touched: ['story:now'] }), PATIENCE);
    expect(await bells()).toHaveLength(1);
  });

  test('memory is trusted while the bell is heard, and for a bounded time after', async () => {
    const old = there.clock.now();
    there.clock.pass(60 * 60_000);
    await vi.waitFor(() => expect(there.bell.trusts(old)).toBe(true), PATIENCE);
    line.cut();
    there.clock.pass(TRUST - 1);
    expect(there.bell.trusts(old)).toBe(true);
    there.clock.pass(1);
    expect(there.bell.trusts(old)).toBe(false);
    expect(there.bell.trusts(there.clock.now())).toBe(true); // just read: that is how long it may stay
  });

  test('a clock that is set back does not make old knowledge young', async () => {
    await vi.waitFor(() => expect(there.bell.trusts(there.clock.now() - 3_600_000)).toBe(true), PATIENCE);
    line.cut();
    there.clock.pass(-24 * 3_600_000);
    expect(there.bell.trusts(there.clock.now() - 3_600_000)).toBe(false);
  });

  test('it closes while its line is cut, and while its line is silent', async () => {
    line.cut();
    await there.bell.close();
    line.mend();
    there = await openTestNewsroom({
      engine: 'postgres',
      beside: { ...schema, bell: line.address, beat: BEAT },
    });
    line.silence();
    await there.bell.close();
    line.cut();
    await vi.waitFor(async () => expect(await bells()).toEqual([]), PATIENCE);
  });
});
