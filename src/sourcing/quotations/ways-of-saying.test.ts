import { describe, expect, it } from 'vitest';
import { quietPieces, saidPieces } from '../../../tests/fixtures/said/looked-at.ts';
import { laterPieces } from '../../../tests/fixtures/said/looked-at-later.ts';
import { findQuotations } from '../find-quotations.ts';

const SHOWN = 0.7; // what the desk is shown is at least as sure

const bare = (words: string) => words.replace(/[«»“”„]/gu, '');

function speakersOf(language: string, text: string, words: string): string[] {
  return findQuotations(text, { language })
    .statements.filter(({ said, confidence }) => confidence >= SHOWN && bare(said).includes(bare(words)))
    .map(({ speaker }) => speaker ?? 'nobody');
}

describe('who said what, in nine languages', () => {
  for (const [pattern, pieces] of Object.entries({ ...saidPieces, ...laterPieces })) {
    it(pattern, () => {
      const found = pieces.map(([language, text, words]) => [text, ...speakersOf(language, text, words)]);
      expect(found).toEqual(pieces.map(([, text, , speaker]) => [text, speaker]));
    });
  }

  it('a note to ourselves, a ship’s name and a label are nobody’s words', () => {
    const found = quietPieces.map(([language, text, words]) => [text, ...speakersOf(language, text, words)]);
    expect(found).toEqual(quietPieces.map(([, text]) => [text]));
  });
});
