import { describe, expect, it } from 'vitest';
import { readDate } from './dates.ts';

const NOON = '2026-11-19T12:00:00.000Z';

describe('a date', () => {
  it.each([
    'Thu, 19 Nov 2026 12:00:00 GMT',
    'Thu, 19 Nov 2026 12:00:00 +0000',
    'Thu, 19 Nov 26 14:00:00 +0200',
    'Thu, 19 Nov 2026 14:00 +02:00',
    'Thu 19 November 2026 14:00:00 EET',
    'Thu, 19 Nov 2026 07:00:00 EST',
    'Thu, 19 Nov 2026 04:00:00 -800',
    'Thu, 19 Nov 2026 13:00:00 CET',
    'Thu, 19 Nov 2026 21:00:00 JST',
    'Thu, 19 Nov 2026 14:00:00 GMT+2',
    'Thursday, November 19, 2026, 2:00 pm +0200',
    'Nov 19, 2026 12:00 PM',
    'Thu Nov 19 12:00:00 UTC 2026',
    'Thu Nov 19 13:00:00 CET 2026',
    '19 Nov 2026 12:00:00',
    '  Thu,  19   Nov 2026\n12:00:00  Z ',
    '2026-11-19T12:00:00Z',
    '2026-11-19T12:00Z',
    '2026-11-19 12:00:00',
    '2026-11-19 14:00:00 +0200',
    '2026-11-19T12:00:00.123456789Z'.replace('.123456789', ''),
    '2026-11-19T14:00:00,0+02',
    '20261119T120000Z',
    '19/11/2026 12:00',
    '11/19/2026 12:00 PM',
    '19.11.2026 12:00:00',
    'Πεμ, 19 Νοε 2026 14:00:00 EET',
    'чт, 19 ноя 2026 15:00:00 MSK',
    'jeu., 19 nov. 2026 13:00:00 +0100',
    'Do, 19 Nov 2026 13:00:00 MEZ',
  ])('is read of %s', (text) => {
    expect(new Date(readDate(text) ?? Number.NaN).toISOString()).toBe(NOON);
  });

  it.each([
    ['2026-11-19', '2026-11-19T00:00:00.000Z'],
    ['2026-11', '2026-11-01T00:00:00.000Z'],
    ['19 Nov 2026', '2026-11-19T00:00:00.000Z'],
    ['Mon, 3 Avr 2006 12:00:00 GMT', '2006-04-03T12:00:00.000Z'],
    ['Wed, 31 Dec 97 23:59:60 GMT', '1998-01-01T00:00:00.000Z'],
    ['3 May 2026 00:00:00 GMT', '2026-05-03T00:00:00.000Z'],
    ['3 Märch 2026 00:00:00 GMT', '2026-03-03T00:00:00.000Z'],
  ])('is read of %s as %s', (text, wanted) => {
    expect(new Date(readDate(text) ?? Number.NaN).toISOString()).toBe(wanted);
  });

  it.each([
    '',
    'yesterday',
    '2026-13-40',
    '32/32/2026',
    'Thu',
    '12:00',
    '{}',
    '9'.repeat(200),
    '-',
    'Nov',
    '0000-00-00',
  ])('is none in %j', (text) => {
    expect(readDate(text)).toBeNull();
  });
});
