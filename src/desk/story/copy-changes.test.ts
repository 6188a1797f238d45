/** The words that a publication changes, with enough around them to know the place. */
import { expect, it } from 'vitest';
import { diffWords } from '../views/word-diff.ts';
import { nearChanges } from './copy-changes.ts';

const shown = (before: string, after: string) =>
  nearChanges(diffWords(before, after))
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'gone' ? `[-${text.trim()}]` : `[+${text.trim()}]`,
    )
    .join('');

const long = 'The harbour authority will close the northern basin for three weeks from Monday.';

it('a changed number stands among the words beside it', () => {
  expect(shown(`${long} It is 120 boats. ${long}`, `${long} It is 102 boats. ${long}`)).toBe(
    '… for three weeks from Monday. It is [-120][+102]boats. The harbour authority will close …',
  );
});

it('a short text is shown whole, and one that reads the same not at all', () => {
  expect(shown('It is 120 boats.', 'It is 102 boats.')).toBe('It is [-120][+102]boats.');
  expect(shown(long, long)).toBe('');
});

it('between two changes far apart both ends are kept', () => {
  expect(shown(`One ${long} ${long} two`, `Three ${long} ${long} four`)).toBe(
    '[-One][+Three]The harbour authority will close the … basin for three weeks from Monday. [-two][+four]',
  );
});
