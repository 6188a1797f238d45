import { describe, expect, it } from 'vitest';
import { type CopyPiece, readCopyPieces } from '../../tests/support/copy-pieces.ts';
import type { Checkable } from './check.ts';
import { checkCopy } from './check-copy.ts';
import { Passages } from './passages.ts';

const pieces = (['copy', 'copy-kinds', 'copy-shut'] as const).flatMap((set) => readCopyPieces(set));
const languages = [...new Set(pieces.map(({ language }) => language))];
const ofLanguage = (language: string) => pieces.filter((piece) => piece.language === language);
const anew = (copy: Checkable) => checkCopy(copy, { isAnew: true });

function expectSame(copy: Checkable): void {
  const expected = anew(copy);
  expect(checkCopy(copy)).toEqual(expected); // some of its passages are known by now, and some are not
  expect(checkCopy(copy)).toEqual(expected);
}

/** What pieces have at the edges of paragraphs, and what patterns look for there. */
const edges =
  '( [ * ) ] « » “ ” " ‘ — – : ; . .. , ! ? … TK TODO TK: CHECK Tuesday 14 a An the . and; 1. — # **'.split(
    ' ',
  );
const gaps = ['\n\n', '\n\n\n', '\n', ' \n\n', '\n\n ', '\n \n', '\r\n\r\n'];

describe('copy whose passages are remembered', () => {
  it.each(languages)('is told of as copy that is gone through anew: %s', (language) => {
    const own = ofLanguage(language);
    expect(own.length).toBeGreaterThan(0);
    for (const { clean, broken } of own) for (const copy of [clean, broken]) expectSame(copy);
  });

  it.each(languages)('is told of so in whatever order its passages stand: %s', (language) => {
    const own = ofLanguage(language);
    for (const [at, { broken }] of own.entries()) {
      const other = (own[(at + 1) % own.length] as CopyPiece).broken;
      const passages = `${broken.bodyText}\n\n${other.bodyText}`.split('\n\n');
      const inAnother = at % 2 === 0 ? passages.toReversed() : [...passages.slice(1), passages[0]];
      expectSame({ ...broken, bodyText: inAnother.join('\n\n') });
    }
  });

  it.each(languages)('is told of so whatever stands at the edges of its passages: %s', (language) => {
    const own = ofLanguage(language);
    for (const [at, { broken }] of own.entries()) {
      const passages = `${broken.bodyText}\n\n${(own.at(at - 1) as CopyPiece).clean.bodyText}`.split('\n\n');
      const text = passages
        .map((passage, place) => {
          const [lead, tail] = [
            edges[(at * 7 + place * 5) % edges.length],
            edges[(at * 11 + place * 3) % edges.length],
          ];
          const gap = gaps[(at + place) % gaps.length];
          return `${place % 2 === 0 ? `${lead}${at % 2 === 0 ? ' ' : ''}` : ''}${passage}${place % 3 === 0 ? ` ${tail}` : ''}${gap}`;
        })
        .join('');
      expectSame({ ...broken, bodyText: text });
    }
  });
});

describe('passages', () => {
  it.each(['', '\n', '\n\n', 'a', '\n\na\n\n', 'a\n\nb', 'a\n\n\nb\n', '\na\n\n\n\nbb\n\nc'])(
    'give what the whole text gives: %j',
    (text) => {
      for (const pattern of [/\S+/gu, /[^\n]/gu, /(?<=^|\n)\S(?=\n|$)/gu, /\S\n?$/gu, /^\S/gu]) {
        const whole = [...text.matchAll(pattern)].map(({ index, 0: words }) => [index, words]);
        const found = new Passages(text).matches(pattern).map(({ index, 0: words }) => [index, words]);
        expect(found).toEqual(whole);
      }
    },
  );
});
