/** A piece that is kept does not keep the text that it was cut from. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { readPageOf } from '../readership/counts.ts';
import { ownText } from './own-text.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const EACH = 1_000_000; // letters
const MANY = 100;
const FEW = 3; // V8 keeps what a pattern was last asked of
const story = '0190f2d4-5a3b-7c1d-8e2f-3a4b5c6d7e8f';

/** Bytes that stay when `MANY` large texts are gone, of each of which something is kept. */
function kept<T>(keep: (large: string) => T): number {
  collect();
  const before = process.memoryUsage().heapUsed;
  const all = Array.from({ length: MANY }, (_, at) =>
    keep(`<html lang="en"><article data-page="story" data-story="${story}"> ${String(at).repeat(EACH / 2)}`),
  );
  collect();
  const after = process.memoryUsage().heapUsed;
  expect(all).toHaveLength(MANY);
  return after - before;
}

it('a piece of each of many large texts is kept without them', () => {
  expect(kept((large) => ownText(large.slice(30, 90)))).toBeLessThan(FEW * EACH);
});

it('what is known of a page, for counting its reads, does not keep the page', () => {
  expect(kept((large) => readPageOf('text/html', 200, large))).toBeLessThan(FEW * EACH);
});
