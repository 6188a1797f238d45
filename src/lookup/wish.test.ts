import { expect, test } from 'vitest';
import { besideBeginnings, type Wish } from './wish.ts';

const [quay, strike, field]: Wish[] = [{ word: 'cquay' }, { word: 'cstrike' }, { word: 'flel' }];
const begun: Wish = { any: [{ word: 'charb' }, { begins: 'charb' }] };

test('what stands beside a beginning is asked alone; where there is nothing else, or no beginning, there is nothing to ask', () => {
  if (!quay || !strike || !field) throw new Error('no words');
  expect(besideBeginnings({ all: [quay, begun, field] })).toEqual({ all: [quay, field] });
  expect(besideBeginnings({ all: [{ any: [quay, { all: [strike, begun] }] }, field] })).toEqual({
    all: [field],
  });
  expect(besideBeginnings({ all: [begun] })).toBeNull();
  expect(besideBeginnings({ all: [quay, strike] })).toBeNull();
  expect(besideBeginnings(begun)).toBeNull();
});
