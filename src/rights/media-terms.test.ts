/** A picture's own terms: a plain no and a plain day are read in the words of agencies, and nothing else is taken for one. */
import { expect, test } from 'vitest';
import { DAY } from '../kit/clock.ts';
import { mediaTermsOf } from './media-terms.ts';

const GIVEN = Date.UTC(2026, 10, 19, 12);
const day = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date) + DAY;

test.each([
  ['Web only, until 31 December 2026', { until: day(2026, 12, 31) }],
  ['Expires: 2026-12-01', { until: day(2026, 12, 1) }],
  ['EDITORIAL USE ONLY, expires December 1, 2026', { until: day(2026, 12, 1) }],
  ['Nutzung bis zum 3. März 2027', { until: day(2027, 3, 3) }],
  ['Verwendung nur bis 03.03.2027', { until: day(2027, 3, 3) }],
  ['Utilisable jusqu’au 1er janvier 2027', { until: day(2027, 1, 1) }],
  ['Uso hasta el 5 de enero de 2027', { until: day(2027, 1, 5) }],
  ['For use within 14 days of transmission', { until: GIVEN + 14 * DAY }],
  ['PRINT ONLY', { online: false }],
  ['Not for web use. NO ARCHIVE.', { online: false }],
  ['No cropping, no overlays', { cuts: false }],
  ['Do not crop', { cuts: false }],
])('%s', (line, terms) => {
  const { words, ...read } = mediaTermsOf([line], GIVEN);
  expect(read).toEqual(terms);
  expect(words).toEqual([line]);
});

test.each([
  'Editorial use only',
  'Web only',
  'No sales, no resale',
  'Use until further notice',
  'until 31 February 2027',
  'Photographer must be credited',
  '',
])('%s forbids nothing that we could do', (line) => {
  expect(mediaTermsOf([line], GIVEN)).toEqual({});
});

test('the first day of several ends it', () => {
  const lines = ['until 31 December 2026', 'until 1 December 2026', 'no web'];
  expect(mediaTermsOf(lines, GIVEN)).toMatchObject({ until: day(2026, 12, 1), online: false });
});
