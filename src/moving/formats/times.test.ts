/** Instants as other houses write them, and what only looks like one. */
import { expect, test } from 'vitest';
import { utcTime, whenOf } from './times.ts';

test('a time of UTC is one, at the ends of days and years too', () => {
  expect(utcTime('2020-02-29 23:59:59')).toBe(Date.UTC(2020, 1, 29, 23, 59, 59));
  expect(utcTime(' 1899-12-31T00:00 ')).toBe(Date.UTC(1899, 11, 31));
});

test.each([
  '0000-00-00 00:00:00',
  '0001-01-01 00:00:00',
  '2020-02-31 10:00:00',
  '2019-02-29 10:00:00',
  '2020-13-01 10:00:00',
  '2020-00-10 10:00:00',
  '2020-01-01 25:00:00',
  '2020-01-01 10:61:00',
  'yesterday',
])('%s is none, and what else says it stands in', (text) => {
  expect(utcTime(text)).toBeNull();
  expect(whenOf(text, '2020-01-01 10:00:00', '')).toEqual({ local: '2020-01-01 10:00:00' });
  expect(whenOf(text, text, '')).toBeNull();
});
