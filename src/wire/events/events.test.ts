/** Labelled items of our own in eight languages, near misses among them: nothing is joined that does not belong together. */
import { describe, expect, it } from 'vitest';
import { keptShut } from '../../../tests/fixtures/events/kept-shut.ts';
import { lookedAt } from '../../../tests/fixtures/events/looked-at.ts';
import { writtenAfter } from '../../../tests/fixtures/events/written-after.ts';
import { ordinaryDays, scoreClusters } from '../../../tests/support/labelled-items.ts';

describe.each([
  ['looked at while the rules were written', lookedAt, 0.95],
  ['kept shut until then', keptShut, 0.95],
  ['written after', writtenAfter, 0.85],
])('events %s', (_part, items, least) => {
  it.each([
    ['alone', items],
    ['beside ordinary days and a fire in four languages', [...ordinaryDays(), ...items]],
  ])('are joined across languages, and nothing else is, %s', async (_where, sent) => {
    const { lines, pairs, found } = await scoreClusters(sent);
    expect(lines.filter((line) => line.startsWith('wrong'))).toEqual([]);
    expect([found / pairs >= least, ...lines]).toEqual([true, ...lines]);
  });
});
