import { describe, expect, it } from 'vitest';
import {
  ago,
  bothEnds,
  clockTime,
  counted,
  dayAndTime,
  englishName,
  fromLocalInput,
  localInput,
} from './words.ts';

const athens = { now: Date.UTC(2026, 10, 19, 12), zone: 'Europe/Athens' };

describe('the words of the desk', () => {
  it('says times in the paper’s zone, and the day where it is another', () => {
    expect(clockTime(athens.now, athens)).toBe('14:00');
    expect(dayAndTime(Date.UTC(2026, 10, 18, 22, 30), athens)).toBe('00:30');
    expect(dayAndTime(Date.UTC(2026, 10, 18, 21, 30), athens)).toBe('18 Nov 23:30');
    expect(dayAndTime(Date.UTC(2025, 0, 2, 8), athens)).toBe('2 Jan 2025 10:00');
  });

  it('says both ends of a time, to the second where they would read alike', () => {
    const at = Date.UTC(2026, 10, 19, 11, 1, 7);
    expect(bothEnds(at, at + 34_000, athens)).toEqual(['13:01:07', '13:01:41']);
    expect(bothEnds(at - 24 * 3_600_000, at - 24 * 3_600_000 + 999, athens)).toEqual([
      '18 Nov 13:01:07',
      '18 Nov 13:01:07',
    ]);
    expect(bothEnds(at, at + 60_000, athens)).toEqual(['13:01', '13:02']);
  });

  it('says how long ago something was', () => {
    const minutesAgo = (minutes: number) => ago(athens.now - minutes * 60_000, athens);
    expect([minutesAgo(0), minutesAgo(1), minutesAgo(59), minutesAgo(61), minutesAgo(49 * 60)]).toEqual([
      'just now',
      '1 minute ago',
      '59 minutes ago',
      '1 hour ago',
      '2 days ago',
    ]);
  });

  it('counts', () => {
    expect([counted(0, 'take'), counted(1, 'take'), counted(1200, 'reply', 'replies')]).toEqual([
      'no takes',
      '1 take',
      '1,200 replies',
    ]);
  });

  it('names languages, and leaves what is none', () => {
    expect([englishName('el'), englishName('ar'), englishName('not a tag')]).toEqual([
      'Greek',
      'Arabic',
      'not a tag',
    ]);
  });

  it('reads a time that was typed in the paper’s zone, also round a change of the clocks', () => {
    for (const at of [
      athens.now,
      Date.UTC(2026, 6, 1, 5, 7),
      Date.UTC(2026, 9, 25, 3),
      Date.UTC(2026, 2, 29, 2),
    ]) {
      expect(fromLocalInput(localInput(at, athens.zone), athens.zone)).toBe(at);
    }
    expect(fromLocalInput('2026-11-19T16:30', 'Europe/Athens')).toBe(Date.UTC(2026, 10, 19, 14, 30));
    expect(fromLocalInput('tomorrow', 'Europe/Athens')).toBeNull();
    expect(localInput(null, 'UTC')).toBe('');
  });

  it.each([
    ['America/New_York', '2027-03-14T02:30', '2027-03-14T03:30'],
    ['America/New_York', '2027-03-14T02:00', '2027-03-14T03:00'],
    ['America/Havana', '2027-03-14T00:00', '2027-03-14T01:00'],
    ['America/St_Johns', '2027-03-14T02:15', '2027-03-14T03:15'],
    ['Europe/Athens', '2027-03-28T03:30', '2027-03-28T04:30'],
    ['Europe/London', '2027-03-28T01:59', '2027-03-28T02:59'],
    ['Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-04T02:40'], // half an hour is skipped
    ['Africa/Cairo', '2027-04-30T00:00', '2027-04-30T01:00'],
    ['Asia/Beirut', '2027-03-28T00:30', '2027-03-28T01:30'],
    ['America/Santiago', '2026-09-06T00:15', '2026-09-06T01:15'],
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-31T12:00'], // a day that the islands never had
  ])('in %s, what is typed into the gap of the clocks is never early: %s is %s', (zone, typed, local) => {
    expect(localInput(fromLocalInput(typed, zone), zone)).toBe(local);
  });

  it.each([
    ['America/New_York', '2027-11-07T01:30', Date.UTC(2027, 10, 7, 5, 30)],
    ['Europe/Athens', '2026-10-25T03:30', Date.UTC(2026, 9, 25, 0, 30)],
    ['Australia/Lord_Howe', '2027-04-04T01:45', Date.UTC(2027, 3, 3, 14, 45)],
  ])('in %s, of an hour that comes twice (%s) the first is taken', (zone, typed, at) => {
    expect(fromLocalInput(typed, zone)).toBe(at);
  });

  it('does not take a day that no calendar has for another', () => {
    for (const typed of ['2026-02-30T10:00', '2026-02-29T10:00', '2026-04-31T00:00', '2026-13-01T00:00'])
      expect(fromLocalInput(typed, 'Europe/Athens')).toBeNull();
    expect(fromLocalInput('2028-02-29T10:00', 'UTC')).toBe(Date.UTC(2028, 1, 29, 10));
    // A field of a browser takes each of these, and a calendar of somebody’s may hold them.
    for (const far of ['9999-12-31T23:59', '9999-12-31T00:00', '0000-01-01T00:00', '0001-01-01T00:00'])
      for (const zone of ['Europe/Athens', 'Pacific/Kiritimati', 'America/New_York'])
        expect(fromLocalInput(far, zone)).toBeNull();
  });
});
