/** What a kind of story asks for, and what it is not asked for. */
import { describe, expect, it } from 'vitest';
import type { Checkable } from './check.ts';
import { checkCopy } from './check-copy.ts';

const copy = (more: Partial<Checkable>): Checkable => ({
  ...{
    headline: 'The ferry should stay',
    dek: '',
    byline: 'Ada Lind',
    bodyText: 'The night ferry should stay.',
  },
  ...{ pickedUp: false, credit: '', originalLink: null, hops: [], language: 'en' },
  ...more,
});
const found = (more: Partial<Checkable>) => checkCopy(copy(more)).map(({ check }) => check);

describe('an opinion', () => {
  it('is signed by somebody, and by no agency', () => {
    expect(found({ kind: 'opinion' })).toEqual([]);
    expect(found({ kind: 'opinion', byline: ' ' })).toEqual(['no-author']);
    const hops = [{ party: 'Coast Agency', act: 'reported', link: null }];
    expect(found({ kind: 'opinion', byline: 'coast agency', hops })).toEqual(['no-author']);
    expect(found({ byline: '' })).toEqual(['no-byline']);
  });

  it('accuses in its writer’s name; news says whose claim it is', () => {
    const bodyText = 'The mayor denies it. The company bribed him and forged the tender.';
    expect(found({ bodyText })).toContain('contested-claim');
    expect(found({ bodyText, kind: 'opinion' })).toEqual([]);
  });
});

describe('letters', () => {
  it.each([
    '— Ada Lind, Skala',
    'Ada Lind\nSkala',
    'Dr. A. Lind, Rosewall 3',
    'Άννα Λιντ, Σκάλα',
    'آدا ليند، سكالا',
  ])('end with a name and a place: %s', (signature) => {
    const bodyText = `Sir, the lamp on the north quay is out again.\n\n${signature}`;
    expect(found({ kind: 'letters', byline: '', bodyText })).toEqual([]);
  });

  it.each([
    'Who pays for the lamp?',
    'The lamp is out, again and again.',
    'Yours, in the dark, until somebody comes and mends it, which will be when I am gone',
  ])('are told when they do not: %s', (last) => {
    const bodyText = `Sir, the lamp on the north quay is out again.\n\n${last}`;
    expect(found({ kind: 'letters', byline: '', bodyText })).toContain('no-signature');
  });
});

it('a correction names what it corrects, where anybody knows', () => {
  const bodyText = 'We said that 400 tonnes were landed. It was 40 tonnes.';
  expect(found({ kind: 'correction', byline: '', bodyText, correctsStory: false })).toEqual([
    'no-corrected-story',
  ]);
  expect(found({ kind: 'correction', byline: '', bodyText, correctsStory: true })).toEqual([]);
});

describe('an obituary', () => {
  const told = (headline: string, bodyText: string, language = 'en') =>
    checkCopy(copy({ kind: 'obituary', headline, bodyText, language }))
      .filter(({ check }) => check === 'age-misfit')
      .map(({ text, suggestion }) => [text, suggestion]);

  it('is of one age where both days are known, and of two where the years are', () => {
    expect(told('', 'Ada Lind (12 March 1931 – 2 November 2026) died aged 94.')).toEqual([['94', '95']]);
    expect(told('', 'Ada Lind (12 March 1931 – 2 March 2026) died aged 94.')).toEqual([]);
    expect(told('', 'Ada Lind (1931–2026) died aged 93.')).toEqual([['93', undefined]]);
    expect(told('', 'Ada Lind (1931–2026) died aged 94. Her father died aged 30.')).toEqual([]);
  });

  it('is not asked about ages of others further down, nor about years that are no life', () => {
    expect(told('', 'Ada Lind (1931–2026) kept the light.\n\nHer husband died aged 40.')).toEqual([]);
    expect(told('', 'Ada Lind was mayor (in office 1980–1990). She died aged 91.')).toEqual([]);
    expect(told('', 'The war (1940–1945) took her brother, aged 19.')).toEqual([]);
  });

  it('is asked in the languages we read dates in, and nothing else is', () => {
    expect(told('', 'Anna Amvros (1930–2026) est morte à l’âge de 59 ans.', 'fr')).toEqual([
      ['59', undefined],
    ]);
    expect(told('', 'Anna Amvros (1930–2026) murió a los 59 años.', 'es')).toEqual([['59', undefined]]);
    expect(told('', 'Анна Ланіна (1930–2026) померла у віці 59 років.', 'uk')).toEqual([['59', undefined]]);
    expect(checkCopy(copy({ bodyText: 'Ada Lind (1931–2026) died aged 30.' }))).toEqual([]);
  });
});
