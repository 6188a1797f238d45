/** Calendars as Outlook, old telephones and websites of councils write them, where that is not what the format says. */
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readCalendar } from './read-calendar.ts';
import { zoneOfWindows } from './windows-zones.ts';

const window = { from: Date.UTC(2026, 10, 29), to: Date.UTC(2027, 2, 3) };
const whole = (lines: string) => `BEGIN:VCALENDAR\nVERSION:2.0\n${lines.trim()}\nEND:VCALENDAR\n`;
const event = (lines: string, uid = 'a') => `BEGIN:VEVENT\nUID:${uid}\n${lines.trim()}\nEND:VEVENT\n`;

function read(bytes: Uint8Array, contentType = 'text/calendar') {
  const reading = readCalendar({ bytes, contentType, zone: 'Europe/Athens', window });
  if (!reading.ok) throw new Error(reading.words);
  return reading;
}
const of = (lines: string) => read(Buffer.from(whole(lines)));

/** '12-02 07:30' in UTC, or the days. */
const times = (lines: string): string[] =>
  of(lines).events.map(({ time }) =>
    time.day === null
      ? new Date(time.startsAt).toISOString().slice(5, 16).replace('T', ' ')
      : [time.day, time.lastDay].filter(Boolean).join(' to ').replaceAll('2026-', ''),
  );

describe('a calendar of Outlook', () => {
  test('goes by the clocks that Windows has a name for, though it brings no rules', () => {
    const at = (zone: string) => times(event(`DTSTART;TZID=${zone}:20261202T093000`))[0];
    expect(at('GTB Standard Time')).toBe('12-02 07:30');
    expect(at('"Eastern Standard Time"')).toBe('12-02 14:30');
    expect(at('"(UTC+02:00) Athens, Bucharest"')).toBe('12-02 07:30');
    expect(at('"(UTC-05:00) Eastern Time (US & Canada)"')).toBe('12-02 14:30');
    expect(at('"(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi"')).toBe('12-02 04:00');
    expect(at('"tzone://Microsoft/Utc"')).toBe('12-02 09:30');
    expect(at('GMT+0530')).toBe('12-02 04:00');
    expect(of(event('DTSTART;TZID=Customized Time Zone:20261202T093000')).problems).toEqual([
      'It names a time zone that nobody knows: Customized Time Zone.',
    ]);
  });

  test('names no zone of Windows that the platform does not know', () => {
    for (const name of [
      'E. South America',
      'Egypt',
      'Middle East',
      'India',
      'Line Islands',
      'Yukon',
      'Qyzylorda',
    ])
      expect(
        () => new Intl.DateTimeFormat('en', { timeZone: zoneOfWindows(`${name} Standard Time`) ?? 'none' }),
      ).not.toThrow();
    expect(zoneOfWindows('Pacific Standard Time (Mexico)')).toBe('America/Tijuana');
    expect(zoneOfWindows('Harbour Standard Time')).toBeNull();
  });

  test('has whole days where it writes midnights and says that they are days', () => {
    const day = 'DTSTART;TZID=W. Europe Standard Time:20261203T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\n';
    expect(times(event(`${day}DTEND;TZID=W. Europe Standard Time:20261204T000000`))).toEqual(['12-03']);
    expect(times(event(`${day}DTEND;TZID=W. Europe Standard Time:20261206T000000`))).toEqual([
      '12-03 to 12-05',
    ]);
  });

  test('moves and strikes out an occurrence by the midnight of its day', () => {
    const series =
      'DTSTART;TZID=Europe/Berlin:20261124T090000\nRRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;TZID=Europe/Berlin:20261208T000000';
    const moved =
      'RECURRENCE-ID;TZID=Europe/Berlin:20261215T000000\nDTSTART;TZID=Europe/Berlin:20261216T140000';
    expect(times(event(series) + event(moved))).toEqual(['12-01 08:00', '12-16 13:00', '12-22 08:00']);
    const byDay = 'RECURRENCE-ID;VALUE=DATE:20261215\nDTSTART;TZID=Europe/Berlin:20261216T140000';
    expect(times(event(series) + event(byDay))).toEqual(['12-01 08:00', '12-16 13:00', '12-22 08:00']);
  });

  test('does not lose the evening in New York whose midnight in UTC is struck out of another series', () => {
    const daily =
      'DTSTART;TZID=America/New_York:20261201T200000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20261203T000000Z';
    expect(times(event(daily))).toEqual(['12-02 01:00', '12-03 01:00', '12-04 01:00']);
  });
});

describe('a calendar of a website', () => {
  test('says its times in other forms, and its rules in small letters', () => {
    expect(times(event('DTSTART;TZID=Europe/Athens:2026-12-02T15:00:00'))).toEqual(['12-02 13:00']);
    expect(times(event('DTSTART:2026-12-02 15:00'))).toEqual(['12-02 13:00']);
    expect(times(event('DTSTART;VALUE=DATE:2026-12-02'))).toEqual(['12-02']);
    expect(times(event('DTSTART:20261202T150000-0500'))).toEqual(['12-02 20:00']);
    expect(times(event('DTSTART:20261202T150000Z\nRECURRENCE-ID:\nDTEND:'))).toEqual(['12-02 15:00']);
    expect(times(event('DTSTART:20261202T150000Z\nRRULE:freq=weekly;count=2;'))).toEqual([
      '12-02 15:00',
      '12-09 15:00',
    ]);
  });

  test('stands once, and says why, where its rule is by the moon, ends on no date or names what there is not', () => {
    const told = (rule: string) => {
      const reading = of(event(`DTSTART:20261202T150000Z\nSUMMARY:Fast\nRRULE:${rule}`));
      expect(reading.events).toHaveLength(1);
      return reading.problems;
    };
    expect(told('FREQ=MONTHLY;RSCALE=HEBREW;BYMONTHDAY=1')).toEqual([
      '“Fast” is not followed. Its rule has a part that is not followed.',
    ]);
    expect(told('FREQ=WEEKLY;UNTIL=20261301T000000Z')).toEqual([
      '“Fast” is not followed. Its last date is no date.',
    ]);
    expect(told('FREQ=WEEKLY;BYDAY=XX')).toEqual([
      '1 of its events recur by a rule that cannot be read; they stand once.',
    ]);
  });

  test('has its HTML as words, and its words only', () => {
    const [one] = of(
      event('DTSTART:20261202T150000Z\nDESCRIPTION:<p>The <b>budget</b></p><ul><li>roads</li></ul>'),
    ).events;
    expect(one?.note).not.toContain('<');
    expect(one?.note).toMatch(/^The .*budget[\s\S]*roads/);
    const [other] = of(
      event('DTSTART:20261202T150000Z\nDESCRIPTION:a < b and <https://post.example/>'),
    ).events;
    expect(other?.note).toBe('a < b and <https://post.example/>');
  });

  test('is called by the first line of what it says where it has no name', () => {
    const named = (lines: string) => of(event(`DTSTART:20261202T150000Z\n${lines}`)).events[0]?.what;
    expect(named('SUMMARY:\nDESCRIPTION:<p>Works on the mole</p>\\nFrom nine')).toBe('Works on the mole');
    expect(named('LOCATION:The mole\nDESCRIPTION:Works')).toBe('The mole');
    expect(named('DESCRIPTION: ')).toBe('Without a name');
  });

  test('is read in the letters it is written in, though it does not say which', () => {
    const said = (words: string, encoding: string) =>
      read(iconv.encode(whole(event(`DTSTART:20261202T150000Z\nSUMMARY:${words}`)), encoding)).events[0]
        ?.what;
    expect(said('Заседание городского совета', 'windows-1251')).toBe('Заседание городского совета');
    expect(said('Δημοτικό συμβούλιο', 'iso-8859-7')).toBe('Δημοτικό συμβούλιο');
    expect(said('Séance à l’hôtel de ville', 'windows-1252')).toBe('Séance à l’hôtel de ville');
    expect(said('مجلس المدينة', 'utf-16le')).toBe('مجلس المدينة');
  });

  test('is put together where a line was folded within a letter', () => {
    const bytes = Buffer.from(whole(event('DTSTART:20261202T150000Z\nSUMMARY:Λιμάνι')));
    const cut = bytes.indexOf('ιμάνι') + 1; // the second byte of two
    const folded = Buffer.concat([bytes.subarray(0, cut), Buffer.from('\r\n '), bytes.subarray(cut)]);
    expect(read(folded).events[0]?.what).toBe('Λιμάνι');
  });

  test('of vCalendar 1.0 has its words, which are written out byte by byte', () => {
    const old = event(
      'DTSTART:20261202T183000\nSUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:S=C3=A9ance du conseil =\nmunicipal',
    );
    const reading = of(old);
    expect(reading.problems).toEqual([]);
    expect(reading.events[0]?.what).toBe('Séance du conseil municipal');
  });
});
