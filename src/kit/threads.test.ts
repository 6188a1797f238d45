/** The pool of threads: answers, limits in time and memory, and what is left after them. */
import { afterAll, describe, expect, it } from 'vitest';
import { openThreads } from './threads.ts';

const module = new URL('../../tests/support/thread-jobs.mjs', import.meta.url);

describe('a pool of threads', () => {
  const threads = openThreads({ most: 1, heapMb: 64 });
  afterAll(() => threads.close());
  const run = (work: string, argument: unknown, ms = 20_000) => threads.run({ module, work, argument, ms });

  it('answers each job in turn', async () => {
    const answers = await Promise.all([1, 2, 3].map((number) => run('twice', number)));
    expect(answers).toEqual([2, 4, 6].map((value) => ({ ok: true, value })));
  });

  it('ends a job that never ends, and goes on with the next', async () => {
    const [hung, next] = await Promise.all([run('hang', null, 300), run('twice', 4)]);
    expect(hung).toMatchObject({ ok: false, why: 'too-long' });
    expect(next).toEqual({ ok: true, value: 8 });
  });

  it('ends a job that takes all memory, and goes on with the next', async () => {
    expect(await run('hoard', null)).toMatchObject({ ok: false, why: 'too-much' });
    expect(await run('twice', 5)).toEqual({ ok: true, value: 10 });
  });

  it('hands over what is short ahead of time, and begins it anew where what stood before it never ends', async () => {
    const short = (work: string, argument: unknown, ms = 20_000) =>
      threads.run({ module, work, argument, ms, isShort: true });
    const others = Array.from({ length: 12 }, (_, number) => short('twice', number));
    expect(await Promise.all(others)).toEqual(
      Array.from({ length: 12 }, (_, number) => ({ ok: true, value: 2 * number })),
    );
    const [hung, ...behind] = await Promise.all([
      short('hang', null, 300),
      short('twice', 3),
      short('fail', 'no such luck'),
      run('twice', 4),
    ]);
    expect(hung).toMatchObject({ ok: false, why: 'too-long' });
    expect(behind).toEqual([
      { ok: true, value: 6 },
      { ok: false, why: 'broken', words: 'Error: no such luck' },
      { ok: true, value: 8 },
    ]);
  });

  it('tells what was thrown, and the thread lives on', async () => {
    expect(await run('fail', 'no such luck')).toMatchObject({
      ok: false,
      why: 'broken',
      words: 'Error: no such luck',
    });
    expect(await run('twice', 1)).toEqual({ ok: true, value: 2 });
  });
});
