/** What is put off while a paper moves in, and for how long. */
import { expect, test } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { MINUTE } from '../kit/clock.ts';
import { beginMove, changeMove } from './moves-queries.ts';
import { mayFilingWait } from './show-moved.ts';

onEachEngine('the desk’s search', (open) => {
  test('waits for a move that is under way, for ten minutes at most, and for none that ended or died', async () => {
    const newsroom = open();
    const now = newsroom.clock.now();
    const move = (id: string, begun_at: number, lease_until: number) => ({
      ...{ id, origin: `wordpress:${id}.example`, what: 'export.xml', state: 'moving' as const },
      ...{ stage: 'taking in' as const, done: 1, total: 20_000, counts_json: '{}', words: '' },
      ...{ begun_at, lease_until, ended_at: null },
    });
    expect(await mayFilingWait(newsroom)).toBe(false);
    await beginMove(newsroom, move('long', now - 11 * MINUTE, now + MINUTE), true);
    await beginMove(newsroom, move('dead', now - 5 * MINUTE, now - MINUTE), true);
    expect(await mayFilingWait(newsroom)).toBe(false);
    await beginMove(newsroom, move('post', now - 9 * MINUTE, now + MINUTE), true);
    expect(await mayFilingWait(newsroom)).toBe(true);
    await changeMove(newsroom, 'post', { state: 'moved', ended_at: now });
    expect(await mayFilingWait(newsroom)).toBe(false);
  });
});
