import { expect, it } from 'vitest';
import { isInLettersOf } from './language-tag.ts';

it.each([
  ['Άννα Ρεΐζη', 'el', true],
  ['Anna Reizi', 'el', false],
  ['Anna Reizi', 'en-GB', true],
  ['Анна', 'uk', true],
  ['Анна', 'sr-Latn', false],
  ['ليلى منصور', 'ar', true],
  ['東京', 'ja', true],
  ['新华社', 'zh-Hans', true],
  ['Anna', 'und', true],
])('knows whether %s is in the letters of %s', (text, tag, is) => {
  expect(isInLettersOf(text, tag)).toBe(is);
});
