import { expect, it } from 'vitest';
import { remember } from './remember.ts';

it('is made once for a word, and again when too many others came between', () => {
  const made: string[] = [];
  const loud = remember((word) => {
    made.push(word);
    return word.toUpperCase();
  }, 2);
  expect(['a', 'a', 'b', 'c', 'a'].map(loud)).toEqual(['A', 'A', 'B', 'C', 'A']);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
