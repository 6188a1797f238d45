import { expect, it } from 'vitest';
import { remember, rememberAsked } from './remember.ts';

it('is made once for a word, and again when too many others came between', () => {
  const made: string[] = [];
  const loud = remember((word) => {
    made.push(word);
    return word.toUpperCase();
  }, 2);
  expect(['a', 'a', 'b', 'c', 'a'].map(loud)).toEqual(['A', 'A', 'B', 'C', 'A']);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});

it('is made once for all that was asked, and the one asked for longest ago is let go', () => {
  const made: string[] = [];
  const joined = rememberAsked((asked: { words: string[] }) => {
    made.push(asked.words.join(' '));
    return made.length;
  }, 2);
  const ask = (...words: string[]) => joined({ words });
  expect([ask('a', 'b'), ask('c'), ask('a', 'b'), ask('d'), ask('a', 'b'), ask('c')]).toEqual([
    1, 2, 1, 3, 1, 4,
  ]);
});
