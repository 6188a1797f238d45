import { expect, it } from 'vitest';
import { tagWords } from '../sourcing/quotations/tagged.ts';
import { notEnglish } from './bilingual/english-words.ts';

it('a word that the tagger has read before is no English for that', () => {
  const text = 'The blorvatch said that it was warm.';
  expect(tagWords(text, { start: 0, end: text.length }).map(({ pos }) => pos)).toContain('VERB');
  expect([...notEnglish(['blorvatch', 'warm'])]).toEqual(['blorvatch']);
});
