import { describe, expect, it, test } from 'vitest';
import { MINUTE } from '../kit/clock.ts';
import { dayAndTimeOf, dayOf, isoWithOffset, languageName, sameDay, timeOf } from './when.ts';

const athens = { language: 'en', timeZone: 'Europe/Athens' };
const NOON = Date.UTC(2026, 10, 19, 12, 9);

test('an instant is told in the paper’s zone and language', () => {
  expect(dayAndTimeOf(athens, NOON)).toMatch(/^Thursday,? 19 November 2026, 14:09$/);
  expect(dayAndTimeOf({ language: 'el', timeZone: 'Europe/Athens' }, NOON)).toContain(
    'Νοεμβρίου 2026, 14:09',
  );
  expect(timeOf({ language: 'ar', timeZone: 'Asia/Beirut' }, NOON)).toContain('14:09');
});

test('days are the paper’s days', () => {
  const late = Date.UTC(2026, 10, 19, 22, 30);
  expect(sameDay(athens, NOON, late)).toBe(false);
  expect(sameDay({ ...athens, timeZone: 'UTC' }, NOON, late)).toBe(true);
});

test('structured data has the offset of that day, summer or winter, east or west', () => {
  expect(isoWithOffset('Europe/Athens', NOON)).toBe('2026-11-19T14:09:00+02:00');
  expect(isoWithOffset('Europe/Athens', Date.UTC(2026, 6, 1, 12))).toBe('2026-07-01T15:00:00+03:00');
  expect(isoWithOffset('America/St_Johns', NOON)).toBe('2026-11-19T08:39:00-03:30');
  expect(isoWithOffset('UTC', NOON)).toBe('2026-11-19T12:09:00+00:00');
});

test('a language is named, and a tag that is none is shown as it came', () => {
  expect(languageName('el', 'en')).toBe('Greek');
  expect(languageName('not a tag', 'en')).toBe('not a tag');
});

describe('what is remembered of instants', () => {
  const zones = [
    'Europe/Athens',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  ];
  const years = [Date.UTC(1960, 5, 1), Date.UTC(2011, 11, 1), Date.UTC(2026, 2, 1), Date.UTC(2026, 9, 1)];
  const instants = years.flatMap((from) =>
    Array.from({ length: 900 }, (_, step) => from + step * (47 * MINUTE + 311)),
  );

  it.each(zones)(
    'says of every instant what Intl says of it, where the clock is put forward too: %s',
    (timeZone) => {
      const place = { language: 'en', timeZone };
      const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone, numberingSystem: 'latn' });
      const time = new Intl.DateTimeFormat('en-GB', {
        timeStyle: 'short',
        timeZone,
        numberingSystem: 'latn',
      });
      const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
      for (const at of instants) {
        expect(dayOf(place, at).replace(',', '')).toBe(day.format(at).replace(',', ''));
        expect(timeOf(place, at)).toBe(time.format(at));
        const told = isoWithOffset(timeZone, at);
        const name = offset.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
        if (at >= Date.UTC(1973, 0, 1)) {
          expect(told.slice(19)).toBe(name.replace('GMT', '') || '+00:00');
          expect(Date.parse(told)).toBe(Math.floor(at / 1_000) * 1_000);
        }
      }
    },
  );
});
