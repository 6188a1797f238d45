import { expect, it } from 'vitest';
import { eachOnce } from './once.ts';

it('a part of a table is made when it is asked for, once, and no other with it', () => {
  const made: string[] = [];
  const table = eachOnce({ en: 'the', de: 'der' }, (word, language) => {
    made.push(language);
    return new RegExp(word, 'u');
  });
  expect(Object.keys(table)).toEqual(['en', 'de']);
  expect(made).toEqual([]);
  expect([table.de?.test('der Hafen'), table.de?.test('the port')]).toEqual([true, false]);
  expect(made).toEqual(['de']);
});

it('a word that every object knows is in no table', () => {
  expect(eachOnce({ en: 'the' }, (word) => word).constructor).toBeUndefined();
});
