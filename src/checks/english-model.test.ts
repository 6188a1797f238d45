import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { readCopyPieces } from '../../tests/support/copy-pieces.ts';
import { tagWords } from '../sourcing/quotations/tagged.ts';
import { notEnglish } from './bilingual/english-words.ts';
import { englishModel } from './english-model.ts';

it('a word that the tagger has read before is no English for that', () => {
  const text = 'The blorvatch said that it was warm.';
  expect(tagWords(text, { start: 0, end: text.length }).map(({ pos }) => pos)).toContain('VERB');
  expect([...notEnglish(['blorvatch', 'warm'])]).toEqual(['blorvatch']);
});

it('reads as the whole model of the package does', () => {
  const load = createRequire(import.meta.url);
  const whole = load('wink-nlp')(load('wink-eng-lite-web-model'), ['pos']);
  const { its, readDoc } = englishModel();
  for (const text of readCopyPieces('copy-shut').map(({ clean }) => clean.bodyText)) {
    const tokens = whole.readDoc(text).tokens();
    const ours = readDoc(text).tokens();
    expect(ours.out(its.value)).toEqual(tokens.out(whole.its.value));
    expect(ours.out(its.pos)).toEqual(tokens.out(whole.its.pos));
  }
});
