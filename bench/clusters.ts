/**
 * How well items of one event are put together, on our own labelled items in eight languages beside the demo's ordinary
 * days: of the pairs that were joined how many belong together, and of those that do how many were joined. Some were
 * looked at while the rules were written, some kept shut, some written when they stood.
 */
import { keptShut } from '../tests/fixtures/events/kept-shut.ts';
import { lookedAt } from '../tests/fixtures/events/looked-at.ts';
import { writtenAfter } from '../tests/fixtures/events/written-after.ts';
import { ordinaryDays, scoreClusters } from '../tests/support/labelled-items.ts';
import { type Result, resultOf, say } from './result.ts';

/** What names, numbers and words of one language alone had reached. */
const before = {
  'looked at': { precision: 100, recall: 42.6 },
  'kept shut': { precision: 80, recall: 32.7 },
  'written after': { precision: 100, recall: 30 },
};

export async function measureClusters(): Promise<Result[]> {
  const parts = [
    ['looked at', lookedAt],
    ['kept shut', keptShut],
    ['written after', writtenAfter],
  ] as const;
  const results: Result[] = [];
  for (const [part, items] of parts) {
    const { pairs, found, wrong, abroad, lines } = await scoreClusters([...ordinaryDays(), ...items]);
    for (const line of lines) say(line);
    say(`${part}: ${pairs} pairs, ${abroad.pairs} of them in two languages; ${found} found, ${wrong} wrong`);
    const peer = {
      peer: 'without what means the same in every language (measured once)',
      peerVersion: '',
      unit: '%',
      better: 'more' as const,
    };
    const { precision, recall } = before[part];
    const right = found + wrong === 0 ? 0 : (100 * found) / (found + wrong);
    results.push(
      resultOf({ ...peer, name: `${part}: precision`, value: right, peerValue: precision }),
      resultOf({ ...peer, name: `${part}: recall`, value: (100 * found) / pairs, peerValue: recall }),
    );
  }
  return results;
}
