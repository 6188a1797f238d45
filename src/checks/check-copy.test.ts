import { describe, expect, it } from 'vitest';
import type { Checkable } from './check.ts';
import { checkCopy, checks } from './check-copy.ts';

const clean: Checkable = {
  headline: 'Council votes to keep the night ferry for a year',
  dek: '',
  byline: 'Maria Leontis',
  bodyText: 'Eleven to eight.',
  pickedUp: false,
  credit: '',
  originalLink: null,
  hops: [],
};
const pickedUp: Checkable = {
  ...clean,
  pickedUp: true,
  credit: 'Island Wire',
  originalLink: 'https://wire.example/olives',
  hops: [{ party: 'Island Wire', act: 'reported', link: 'https://wire.example/olives' }],
};

const found = (copy: Checkable) => checkCopy(copy).map(({ check, severity }) => `${severity} ${check}`);

describe('a weekday beside a date without a year', () => {
  const publishedAt = Date.UTC(2026, 11, 1);
  const told = (bodyText: string, language: string) =>
    checkCopy({ ...clean, headline: '', bodyText, publishedAt, language })
      .filter(({ check }) => check === 'weekday-misfit')
      .map(({ message }) => message);

  it.each([
    ['a year long past that it speaks of', 'The mill of 1894 opens on Thursday, 2 December.', 'en', '2026'],
    [
      'the same in German',
      'In dem 1894 gegründeten Betrieb geht es am Donnerstag, 2. Dezember, weiter.',
      'de',
      '2026',
    ],
    [
      'a year ahead, in which it is nearest',
      'Κλειστή από την Τρίτη 4 Ιανουαρίου έως τον Απρίλιο.',
      'el',
      '2027',
    ],
  ])('is told where it fits neither this year nor %s', (_what, text, language, year) => {
    expect(told(text, language)).toMatchObject([expect.stringContaining(`in ${year}`)]);
  });

  it.each([
    ['this year', 'The mill of 1894 opens on Wednesday, 2 December.', 'en'],
    ['a year that the copy speaks of', 'In 2021 the mill burnt down, on Thursday, 2 December.', 'en'],
    ['the last year, where words tell of another', 'Last year it opened on Tuesday, 2 December.', 'en'],
    ['the year ahead', 'Κλειστή από τη Δευτέρα 4 Ιανουαρίου έως τον Απρίλιο.', 'el'],
  ])('is silent where it fits %s', (_what, text, language) => {
    expect(told(text, language)).toEqual([]);
  });
});

describe('checks', () => {
  it('say nothing of clean copy', () => {
    expect(checkCopy(clean)).toEqual([]);
    expect(checkCopy(pickedUp)).toEqual([]);
  });

  it.each<[string, Partial<Checkable>, string[]]>([
    ['no headline', { headline: '' }, ['critical no-headline']],
    ['a headline of invisible marks', { headline: ' \u200b\u00a0\ufeff\u3164' }, ['critical no-headline']],
    ['no text', { bodyText: '\n\n ' }, ['critical no-body']],
    ['no byline', { byline: '' }, ['major no-byline']],
    ['no credit', { credit: ' ' }, ['critical no-credit']],
    ['no link to the original', { originalLink: null }, ['critical no-link']],
    ['a link that leads nowhere', { originalLink: 'see the wire' }, ['critical no-link']],
    ['a link that is no web address', { originalLink: 'javascript:alert(1)' }, ['critical no-link']],
  ])('catch %s', (_what, change, expected) => {
    expect(found({ ...pickedUp, ...change })).toEqual(expected);
  });

  it('ask for credit and link only where a story came from a source', () => {
    expect(found({ ...pickedUp, pickedUp: false, credit: '', originalLink: null })).toEqual([]);
  });

  it('say the worst first', () => {
    expect(found({ ...pickedUp, byline: '', bodyText: '', originalLink: null })).toEqual([
      'critical no-link',
      'critical no-body',
      'major no-byline',
    ]);
  });

  it('accept copy in any script, even one sign of it', () => {
    for (const headline of ['Ω', 'ش', '港', 'й', '7', '?']) expect(found({ ...clean, headline })).toEqual([]);
  });

  it('have names of their own', () => {
    expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
  });
});
