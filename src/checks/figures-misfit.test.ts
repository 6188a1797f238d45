import { describe, expect, it } from 'vitest';
import { type CopyPiece, readCopyPieces } from '../../tests/support/copy-pieces.ts';
import type { Checkable } from './check.ts';
import { checkCopy } from './check-copy.ts';
import { figuresMisfit } from './figures-misfit.ts';

const pieces = readCopyPieces('copy-figures');
const slips = pieces.filter(({ defects }) => defects.length > 0);
const found = (copy: Checkable) => checkCopy(copy, { checks: [figuresMisfit] });
const bare = (bodyText: string, more: Partial<Checkable> = {}): Checkable => ({
  ...{ headline: '', dek: '', byline: '', pickedUp: false, credit: '', originalLink: null, hops: [] },
  ...{ bodyText, language: 'en', isBare: true },
  ...more,
});
const said = (text: string, more: Partial<Checkable> = {}) =>
  found(bare(text, more)).map(({ message }) => message);
const named = (list: readonly CopyPiece[]) =>
  list.map((piece): [string, CopyPiece] => [`${piece.language}, ${piece.name}`, piece]);

describe('our own sums', () => {
  it('are told in fourteen languages', () => {
    expect(new Set(pieces.map(({ language }) => language)).size).toBe(14);
  });

  it.each(named(pieces))('%s: what fits, or is no sum, is let pass', (_name, { clean }) => {
    expect(found(clean)).toEqual([]);
  });

  it.each(named(slips))('%s: what does not fit is found at its place', (_name, { broken, defects }) => {
    const [defect = { start: 0, end: 0 }] = defects;
    expect(found(broken).map(({ start, end }) => start < defect.end && end > defect.start)).toEqual([true]);
  });
});

describe('a change beside its two figures', () => {
  it('is said as a desk says it', () => {
    expect(said('Visits rose 25 per cent, from 4,000 to 6,000.')).toEqual([
      '4,000 to 6,000 is 50 per cent more, not 25.',
    ]);
    expect(said('The fleet was halved from 90 to 30 boats.')).toEqual([
      '90 to 30 is 67 per cent less: “halved”?',
    ]);
    expect(said('Sales rose 8 per cent to 600 from 500 million.')).toEqual([
      '500 million to 600 is 20 per cent more, not 8.',
    ]);
  });

  it.each([
    'Sales rose 8 per cent to 600 million euros from 500 million a year earlier.',
    'Sales came to 600 million euros, up 8 per cent from 500 million.',
    'Sales went from 500 million to 600 million euros, a rise of 8 per cent.',
    'An 8 per cent rise from 500 to 600 members was reported.',
    'Output was 86,000 tons, down 17 per cent from 93,000 tons and compared to 59,000 tons a year earlier.',
  ])('is found in whatever order they stand: %s', (text) => {
    expect(said(text)).toHaveLength(1);
  });

  it.each([
    'Organic sales rose 8 per cent to 600 million euros from 500 million.',
    'Doubles from 90 to 140 euros a night, singles from 60.',
    'Sales rose 31 per cent to 154,711, compared with 146,610 in April.',
    'Sales rose 8 per cent from 3 May to 6 June.',
    'The krona rose 5 per cent to 9.50 a euro from 10.',
    'The club doubled from 300 to 560 members.',
    'Membership rose 8 per cent to 600 from 5 offices.',
  ])('is not told where it is of something else: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('is told of shares as what they are, points', () => {
    const [finding] = found(bare('Turnout fell 5 per cent to 45 per cent from 50 per cent.'));
    expect(finding?.severity).toBe('minor');
    expect(finding?.message).toBe('From 50 to 45 per cent are 5 points, which are 10 per cent.');
  });
});

describe('a span that runs backwards', () => {
  it('asks of years and days, and is only noted of shares', () => {
    const severities = (text: string) => found(bare(text)).map(({ severity }) => severity);
    expect(severities('It closed between 2019 and 2016.')).toEqual(['major']);
    expect(severities('It is shut between 12 and 3 June.')).toEqual(['major']);
    expect(severities('Rents go up between 9 and 4 per cent.')).toEqual(['minor']);
  });

  it('is let pass where its ends are two things', () => {
    expect(said('The gap between 9 and 4 per cent is large.')).toEqual([]);
    expect(said('Shares differ between 2019 and 2016 as much as before.')).toEqual([]);
    expect(said('It was moved from 2019 to 2016.')).toEqual([]);
  });
});

describe('years', () => {
  it('of a life are left to age-misfit in an obituary', () => {
    const text = 'Anna Holm (1950–2021), 83, taught here.';
    expect(said(text)).toEqual(['By the days of birth and death it was 70 or 71 years, not 83.']);
    expect(said(text, { kind: 'obituary' })).toEqual([]);
  });

  it('that are compared in brackets are no life', () => {
    expect(said('Umsatz (2020–2019) in Millionen', { language: 'de' })).toEqual([]);
    expect(said('Anna Holm (2021–1950) taught here.')).toHaveLength(1);
  });

  it('ago are counted from the day of publication, or from the year that is told of', () => {
    const publishedAt = Date.parse('2026-11-20T12:00:00Z');
    const ago = 'it was founded 25 years ago, in 1990.';
    expect(said(`The dairy says ${ago}`, { publishedAt })).toEqual(['1990 was 36 years ago, not 25.']);
    expect(said(`In 2015 the dairy said ${ago}`, { publishedAt })).toEqual([]);
    expect(said(`The dairy says ${ago}`)).toEqual([]);
  });
});

describe('people', () => {
  it.each([
    'The storm left 5 dead and 12 injured, 8 women and 9 men.',
    'They took 12 people off the ferry, 7 women and 3 men, and two children.',
    'Of 12 people, 7 women and 4 men were hurt.',
  ])('are not added up where there are others: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('who voted are added up where all of them did', () => {
    const text = 'The plan was passed by 23 votes to 14. All 40 members voted';
    expect(said(`${text}.`)).toEqual(['23 and 14 make 37, not 40.']);
    expect(said(`${text}, and three abstained.`)).toEqual([]);
    expect(said(`${text}, and nobody abstained.`)).toHaveLength(1);
  });
});

describe('a table', () => {
  const told = (...rows: string[][]) => {
    const cells = rows.map((row) => row.map((text) => ({ text, start: 0 })));
    return said('', { tables: [{ rows: cells }] });
  };
  const villages = [
    ['Skala', '40', '12 %'],
    ['Pyli', '30', '40 %'],
    ['Aris', '20', '48 %'],
  ];

  it('with a total has rows that make it', () => {
    expect(told(...villages, ['Total', '80', '90 %'])).toEqual(['The rows above make 90, not 80.']);
    expect(told(...villages, ['Total', '90', '100 %'])).toEqual([]);
  });

  it('may list only some of the whole, unless it says what the others are', () => {
    expect(told(...villages, ['Total', '200', ''])).toEqual([]);
    expect(told(...villages, ['Others', '25', ''], ['Total', '200', ''])).toHaveLength(1);
  });

  it.each([
    ['a mean', [...villages, ['Overall', '30', '']]],
    ['the sum of some in a row of its own', [...villages, ['Coast', '70', ''], ['Total', '90', '']]],
    ['parts of a row', [...villages, ['of which boats', '15', ''], ['Total', '90', '']]],
    ['two totals', [...villages, ['Total', '80', ''], ['Overall', '60', '']]],
    ['a gap', [...villages, ['Dale', '–', ''], ['Total', '80', '']]],
    ['two rows and no more', [...villages.slice(0, 2), ['Total', '60', '']]],
  ])('with %s is no sum', (_what, rows) => {
    expect(told(...rows)).toEqual([]);
  });
});

describe('hostile copy', () => {
  it.each([
    ['shares without end', 'rose 5% '.repeat(20_000)],
    ['sums without end', 'rose 5 per cent from 4 to 6, '.repeat(6_000)],
    ['letters between', `rose 5 per cent, from 4 to 6 ${'a'.repeat(190_000)} doubled`],
    ['people without end', '12 people, 7 women and 5 men '.repeat(6_000)],
    ['spans without end', 'between 12 June and 3 June '.repeat(7_000)],
  ])('%s is answered', (_what, text) => {
    expect(Array.isArray(found(bare(text)))).toBe(true);
  });
});
