import { expect, it } from 'vitest';
import { chainLine } from './hops.ts';
import { wayInCopy } from './way-in-copy.ts';

const way = (text: string, more: { language?: string; credit?: string } = {}) =>
  chainLine(wayInCopy({ text, language: 'en', ...more }));

it('a story’s way is read where it begins', () => {
  const lede = 'The pumps failed, the mayor said, as carried by Coast Agency, citing Radio Thalassa.';
  expect(way(lede)).toBe('Radio Thalassa — Coast Agency');
  expect(way(`One.\n\nTwo.\n\n${lede}`)).toBe('');
});

it('a credit line of several parties is a way, one of a single party is not', () => {
  expect(way('The pumps failed.', { credit: 'Radio Thalassa / Coast Agency' })).toBe(
    'Radio Thalassa — Coast Agency',
  );
  expect(way('The pumps failed.', { credit: 'Coast Agency' })).toBe('');
  expect(way('Насосы не проверяли, пишет «Порт» со ссылкой на Радио Таласса.', { language: 'ru' })).toBe(
    'Радио Таласса',
  );
});
