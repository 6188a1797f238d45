/** Helpers: what their processes answer, what is left when one is stuck or dies, and what they are not told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, type Helpers, openHelpers } from './side-process.ts';

const module = new URL('../../tests/support/side-jobs.ts', import.meta.url);
const LONG = 60_000;

describe('a helper', () => {
  let helpers: Helpers;
  beforeAll(() => {
    process.env.CRIER_SECRET_OF_THIS_TEST = 'not for decoders';
    helpers = openHelpers(module, { most: 1 });
  });
  afterAll(async () => {
    delete process.env.CRIER_SECRET_OF_THIS_TEST;
    await helpers.close();
  });
  const ask = (work: string, { argument, ...rest }: Partial<Ask> & { argument?: unknown } = {}) =>
    helpers.hire((helper) => helper.ask({ question: { work, argument }, ms: LONG, ...rest }));

  it('gets every byte, of a file larger than a pipe holds and of an empty one', async () => {
    const large = new Uint8Array(5_000_001).fill(7);
    expect(await ask('length', { bytes: large })).toMatchObject({
      ok: true,
      value: { length: 5_000_001, last: 7 },
    });
    expect(await ask('length')).toMatchObject({ ok: true, value: { length: 0 } });
  });

  it('knows no setting of the newsroom', async () => {
    const { value } = (await ask('environment')) as { value: { names: string[] } };
    expect(value.names.toSorted()).toEqual(
      expect.arrayContaining(['MALLOC_ARENA_MAX', 'MALLOC_MMAP_THRESHOLD_', 'TMPDIR', 'UV_THREADPOOL_SIZE']),
    );
    expect(value.names.filter((name) => /CRIER|SECRET|PATH/.test(name))).toEqual([]);
  });

  it('that is stuck is ended, that dies is told of, and the next question is answered', async () => {
    expect(await ask('hang', { ms: 200 })).toMatchObject({ ok: false, why: 'too-long' });
    expect(await ask('length', { bytes: new Uint8Array(3) })).toMatchObject({ value: { length: 3 } });
    expect(await ask('crash')).toMatchObject({ ok: false, why: 'broken' });
    expect(await ask('fail', { argument: 'no such luck' })).toMatchObject({
      ok: false,
      why: 'broken',
      words: 'Error: no such luck',
    });
    expect(await ask('length')).toMatchObject({ ok: true });
  });

  it('refuses in the words it has', async () => {
    await expect(ask('no')).rejects.toMatchObject({
      code: 'too-large',
      words: 'Far too large.',
      fields: { picture: 'Smaller, please.' },
    });
  });

  it('hands over what it makes piece by piece; one that cannot be kept ends it, and says why', async () => {
    const kept: [string, number][] = [];
    const keep = async (name: string, bytes: Uint8Array) => void kept.push([name, bytes.length]);
    expect(await ask('parts', { argument: 3, keep })).toEqual({ ok: true, value: 'all' });
    expect(kept).toEqual([
      ['part 0', 0],
      ['part 1', 1],
      ['part 2', 2],
    ]);
    const full = async () => {
      throw new Error('ENOSPC');
    };
    await expect(ask('parts', { argument: 3, keep: full })).rejects.toThrow('ENOSPC');
    expect(await ask('parts', { argument: 1, keep })).toEqual({ ok: true, value: 'all' });
  });
});

describe('helpers', () => {
  it('work for as many at once as they are, and one stays for whoever comes next', async () => {
    const helpers = openHelpers(module, { most: 2 });
    const pids: number[] = [];
    let [atOnce, most] = [0, 0];
    const work = () =>
      helpers.hire(async (helper) => {
        most = Math.max(most, ++atOnce);
        const question = { work: 'length', argument: null };
        const answer = await helper.ask<{ pid: number }>({ question, ms: LONG });
        atOnce -= 1;
        if (answer.ok) pids.push(answer.value.pid);
      });
    await Promise.all([work(), work(), work(), work(), work()]);
    expect([most, pids.length, new Set(pids).size]).toEqual([2, 5, 2]);
    await helpers.close();
    const late = helpers.hire((helper) =>
      helper.ask({ question: { work: 'length', argument: null }, ms: LONG }),
    );
    expect(await late).toMatchObject({ ok: false, why: 'closed' });
  });
});
