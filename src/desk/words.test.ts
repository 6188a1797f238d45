import { describe, expect, it } from 'vitest';
import { ago, clockTime, counted, dayAndTime, fromLocalInput, languageName, localInput } from './words.ts';

const athens = { now: Date.UTC(2026, 10, 19, 12), zone: 'Europe/Athens' };

describe('the words of the desk', () => {
  it('says times in the paper’s zone, and the day where it is another', () => {
    expect(clockTime(athens.now, athens)).toBe('14:00');
    expect(dayAndTime(Date.UTC(2026, 10, 18, 22, 30), athens)).toBe('00:30');
    expect(dayAndTime(Date.UTC(2026, 10, 18, 21, 30), athens)).toBe('18 Nov 23:30');
    expect(dayAndTime(Date.UTC(2025, 0, 2, 8), athens)).toBe('2 Jan 2025 10:00');
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
    expect([languageName('el'), languageName('ar'), languageName('not a tag')]).toEqual([
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
});
