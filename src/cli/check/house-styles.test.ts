import { describe, expect, it } from 'vitest';
import { readSoundPairs, readStyledPieces } from '../../../tests/support/house-styles.ts';
import { checkPair } from '../../checks/bilingual/check-translation.ts';
import { checkText } from './run-check.ts';

const SHOWN = 0.7; // what the desk is shown is at least as sure
const publishedAt = Date.UTC(2026, 10, 18);

const pieces = await Promise.all(
  readStyledPieces('looked-at').map(async (piece) => {
    const asked = { language: piece.language, publishedAt, source: null };
    const checked = await checkText(piece.text, 'piece.txt', asked);
    return { ...piece, answer: checked?.answer };
  }),
);

describe('clean copy in the house style of whatever paper', () => {
  it.each(pieces.map((piece) => [piece.name, piece] as const))(
    '%s: nothing is told of',
    (_name, { answer }) => {
      expect(answer?.findings.map(({ check, text }) => `${check}: ${text}`)).toEqual([]);
    },
  );

  it('names nobody as the speaker of what somebody else says', () => {
    const wrong = pieces.flatMap(({ name, text, said, answer }) =>
      said.flatMap(({ speaker, words }) => {
        const at = text.indexOf(words);
        expect(at, `${name}: ${words}`).toBeGreaterThan(0);
        const shown = answer?.statements.filter(
          ({ content, confidence }) =>
            confidence >= SHOWN && content.some(({ start, end }) => start <= at && at < end),
        );
        return (shown ?? [])
          .map((statement) => statement.speaker)
          .filter((found) => found !== null && !found.includes(speaker) && !speaker.includes(found))
          .map((found) => `${name}: ${found} for ${speaker}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each(readSoundPairs('looked-at').map((pair) => [pair.name, pair] as const))(
    'in translation, %s: nothing is told of',
    (_name, { source, target, from, to }) => {
      expect(checkPair({ source, target, from, to }).map(({ message }) => message)).toEqual([]);
    },
  );
});
