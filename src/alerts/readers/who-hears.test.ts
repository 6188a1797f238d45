import { describe, expect, it, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../kit/clock.ts';
import { openWallClocks, quietUntil } from './quiet-hours.ts';
import { type News, type Reader, whoHears } from './who-hears.ts';

const NOON = Date.UTC(2026, 10, 19, 12); // 14:00 in Athens

const reader = (wishes: Partial<Reader> = {}): Reader => ({
  languages: [],
  language: 'en',
  quiet: null,
  timeZone: null,
  breaks: 'flash',
  cap: null,
  told: [],
  since: NOON - 30 * DAY,
  stopped: false,
  followsStory: false,
  ...wishes,
});

const news = (facts: Partial<News> = {}): News => ({
  level: 'urgent',
  language: 'en',
  now: NOON,
  editions: ['en'],
  earlier: [],
  timeZone: 'Europe/Athens',
  ...facts,
});

const hears = (facts: Partial<News>, wishes: Partial<Reader>) => whoHears(news(facts))(reader(wishes));

describe('who hears an alert', () => {
  it('is everyone who asked for nothing else, at once', () => {
    expect(hears({}, {})).toEqual({ when: 'now', counts: false });
  });

  it('is nobody who stopped the story', () => {
    expect(hears({ level: 'flash' }, { stopped: true })).toEqual({ when: 'never', why: 'stopped' });
  });

  describe('by language, where a story has several editions', () => {
    const both = ['el', 'en'];

    it('each reader hears once, in the first of their languages that there is', () => {
      const wishes = { languages: ['en', 'el'] };
      expect(hears({ language: 'en', editions: both }, wishes).when).toBe('now');
      expect(hears({ language: 'el', editions: both }, wishes)).toEqual({
        when: 'never',
        why: 'other-edition',
      });
    });

    it('in the second choice where the first has no edition', () => {
      expect(hears({ language: 'el', editions: ['el'] }, { languages: ['de', 'el'] }).when).toBe('now');
    });

    it('not at all where no edition is theirs, unless they take any, or follow this very story', () => {
      const greek = { language: 'el', editions: ['el'] };
      expect(hears(greek, { languages: ['de'] })).toEqual({ when: 'never', why: 'language' });
      expect(hears(greek, { languages: ['de', '*'] }).when).toBe('now');
      expect(hears(greek, { languages: ['de'], followsStory: true }).when).toBe('now');
    });

    it('who chose nothing hears in the language they asked in, else in the story’s own', () => {
      expect(hears({ language: 'en', editions: both }, { language: 'en' }).when).toBe('now');
      expect(hears({ language: 'el', editions: both }, { language: 'en' }).when).toBe('never');
      expect(hears({ language: 'el', editions: both }, { language: 'de' }).when).toBe('now');
      expect(hears({ language: 'en', editions: both }, { language: 'de' }).when).toBe('never');
    });

    it('an edition that comes later is news only to those who heard none', () => {
      const later = { language: 'en', editions: both };
      const earlier = [{ language: 'el', at: NOON - HOUR, editions: ['el'] }];
      const heard = { when: 'never', why: 'heard' };
      expect(hears({ ...later, earlier }, { languages: ['en', 'el'] })).toEqual(heard);
      expect(hears({ ...later, earlier }, {})).toEqual(heard);
      expect(hears({ ...later, earlier }, { languages: ['en'] }).when).toBe('now');
      expect(hears({ ...later, earlier }, { languages: ['en', 'el'], since: NOON - MINUTE }).when).toBe(
        'now',
      );
    });

    it('a language is the same wherever it is spoken, but not in another script', () => {
      expect(hears({ language: 'en-GB', editions: ['en-GB'] }, { languages: ['en-US'] }).when).toBe('now');
      expect(hears({ language: 'zh-TW', editions: ['zh-TW'] }, { languages: ['zh-Hant'] }).when).toBe('now');
      expect(hears({ language: 'zh-TW', editions: ['zh-TW'] }, { languages: ['zh-CN'] }).when).toBe('never');
      expect(hears({ language: 'x!', editions: ['x!'] }, { languages: ['x!'] }).when).toBe('now');
    });
  });

  describe('in quiet hours', () => {
    const night = { from: 22 * 60, to: 7 * 60 };
    const late = Date.UTC(2026, 10, 19, 21, 30); // 23:30 in Athens

    it('waits until they end on the reader’s own clock, else on the paper’s', () => {
      const asked = { quiet: night };
      const untilSeven = { when: 'later', why: 'quiet', until: Date.UTC(2026, 10, 20, 5) };
      expect(hears({ now: late }, asked)).toEqual(untilSeven);
      expect(hears({ now: late }, { ...asked, timeZone: 'Europe/Athens' })).toEqual(untilSeven);
      expect(hears({ now: late }, { ...asked, timeZone: 'America/New_York' }).when).toBe('now');
      expect(hears({ now: late }, { ...asked, timeZone: 'Asia/Kathmandu' })).toMatchObject({
        until: Date.UTC(2026, 10, 20, 1, 15),
      });
    });

    it('comes all the same from the level that breaks them', () => {
      expect(hears({ now: late, level: 'flash' }, { quiet: night }).when).toBe('now');
      expect(hears({ now: late, level: 'bulletin' }, { quiet: night }).when).toBe('later');
      expect(hears({ now: late, level: 'bulletin' }, { quiet: night, breaks: 'urgent' }).when).toBe('now');
      expect(hears({ now: late, level: 'flash' }, { quiet: night, breaks: 'nothing' }).when).toBe('later');
    });
  });

  describe('with a cap', () => {
    const hour = (many: number) => NOON - many * HOUR;

    it('counts any 24 hours, not the calendar’s day', () => {
      expect(hears({}, { cap: 2, told: [hour(25), hour(3)] })).toEqual({ when: 'now', counts: true });
      expect(hears({}, { cap: 2, told: [hour(23), hour(3)] })).toMatchObject({ when: 'later', why: 'cap' });
    });

    it('waits for room, or for six in the evening where that is sooner', () => {
      expect(hears({}, { cap: 2, told: [hour(23), hour(3)] })).toMatchObject({ until: NOON + HOUR });
      expect(hears({}, { cap: 1, told: [hour(3)] })).toMatchObject({ until: Date.UTC(2026, 10, 19, 16) });
    });

    it('does not end in the reader’s quiet hours', () => {
      const early = { from: 17 * 60, to: 8 * 60 };
      expect(hears({}, { cap: 1, told: [hour(3)], quiet: early })).toMatchObject({
        until: Date.UTC(2026, 10, 20, 6),
      });
    });

    it('lets through what breaks quiet hours, and counts it', () => {
      expect(hears({ level: 'flash' }, { cap: 1, told: [hour(1)] })).toEqual({ when: 'now', counts: true });
    });
  });
});

describe('seven in the morning', () => {
  const until = (zone: string, from: string, now: string, to = 7 * 60) =>
    new Date(
      quietUntil(openWallClocks(), {
        hours: { from: Number(from) * 60, to },
        zone,
        now: Date.parse(now),
      }) ?? 0,
    ).toISOString();

  test.each([
    // Athens, clocks back on 25 October 2026 and forward on 28 March 2027
    ['Europe/Athens', '2026-10-24T20:00Z', '2026-10-25T05:00:00.000Z'],
    ['Europe/Athens', '2027-03-27T21:00Z', '2027-03-28T04:00:00.000Z'],
    ['Europe/Athens', '2026-07-01T22:30Z', '2026-07-02T04:00:00.000Z'],
    // New York, clocks back on 1 November 2026 and forward on 14 March 2027
    ['America/New_York', '2026-11-01T03:00Z', '2026-11-01T12:00:00.000Z'],
    ['America/New_York', '2027-03-14T04:30Z', '2027-03-14T11:00:00.000Z'],
    // half an hour of summer time, and a zone of three quarters of an hour
    ['Australia/Lord_Howe', '2026-10-03T12:00Z', '2026-10-03T20:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-19T17:00Z', '2026-11-20T01:15:00.000Z'],
    ['Nowhere/Land', '2026-11-19T23:00Z', '2026-11-20T07:00:00.000Z'],
  ])('is seven in %s on the night of %s', (zone, now, end) => {
    expect(until(zone, '22', now)).toBe(end);
  });

  it('on a morning that leaves out half past three, quiet until then ends when the clock has jumped', () => {
    expect(until('Europe/Athens', '22', '2027-03-27T23:00Z', 3 * 60 + 30)).toBe('2027-03-28T01:00:00.000Z');
  });

  it('is right on every night of two years, in every zone there is', () => {
    const zones = Intl.supportedValuesOf('timeZone').filter((_, place) => place % 23 === 0);
    const wrong: string[] = [];
    for (const zone of zones) {
      const clocks = openWallClocks();
      for (let day = Date.UTC(2026, 0, 1, 5); day < Date.UTC(2027, 11, 31); day += 7 * DAY + 61 * MINUTE) {
        const end = clocks.next(zone, 7 * 60, day);
        const shown = clocks.minuteOfDay(zone, end);
        if (shown !== 7 * 60 || end <= day || end > day + 25 * HOUR) wrong.push(`${zone} ${new Date(day)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
