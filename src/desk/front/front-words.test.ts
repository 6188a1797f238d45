/** Ends of hands by the paper's clock, on days on which that clock changes. */
import { expect, test } from 'vitest';
import { HOUR } from '../../kit/clock.ts';
import { holdEnd } from './front-words.ts';

const at = (iso: string) => Date.parse(iso);

test.each([
  // Santiago’s clocks go from 24:00 to 01:00: the day begins an hour late, and “midnight” is that instant.
  ['midnight', 'America/Santiago', '2026-09-06T03:30:00Z', '2026-09-06T04:00:00Z'],
  ['midnight', 'America/Santiago', '2026-09-06T02:30:00Z', '2026-09-06T04:00:00Z'],
  // Havana’s go from 01:00 back to 00:00: the first of the two midnights, and after it the next day’s.
  ['midnight', 'America/Havana', '2026-11-01T03:00:00Z', '2026-11-01T04:00:00Z'],
  ['midnight', 'America/Havana', '2026-11-01T04:15:00Z', '2026-11-02T05:00:00Z'],
  ['midnight', 'America/Havana', '2026-11-01T05:15:00Z', '2026-11-02T05:00:00Z'],
  // Cairo’s go from 24:00 back to 23:00: 23:30 comes twice, and midnight once.
  ['midnight', 'Africa/Cairo', '2026-10-29T20:30:00Z', '2026-10-29T22:00:00Z'],
  ['midnight', 'Africa/Cairo', '2026-10-29T21:30:00Z', '2026-10-29T22:00:00Z'],
  ['evening', 'Europe/Athens', '2026-10-24T16:00:00Z', '2026-10-25T16:00:00Z'],
  ['morning', 'Europe/Athens', '2026-03-28T21:30:00Z', '2026-03-29T03:00:00Z'],
  ['evening', 'Europe/Athens', '2026-11-19T10:00:00Z', '2026-11-19T16:00:00Z'],
])('until the %s in %s, at %s, is %s', (choice, zone, now, end) => {
  const found = holdEnd(choice, { now: at(now), zone });
  expect(new Date(found ?? 0).toISOString()).toBe(new Date(at(end)).toISOString());
});

test('an end of so many hours is of hours, whatever clocks do meanwhile', () => {
  const now = at('2026-10-25T00:30:00Z');
  expect(holdEnd('2h', { now, zone: 'Europe/Athens' })).toBe(now + 2 * HOUR);
  expect(holdEnd('own', { now, zone: 'Europe/Athens' })).toBeNull();
  expect(holdEnd('nonsense', { now, zone: 'Europe/Athens' })).toBeNull();
});
