/** Calendars as they come: series with all that can be done to them, clocks that change, and what is no calendar. */
import { describe, expect, test } from 'vitest';
import { DAY } from '../kit/clock.ts';
import { instantAt } from '../kit/local-time.ts';
import { type CalendarEvent, readCalendar } from './read-calendar.ts';

const ATHENS = 'Europe/Athens';
const WHOLE_YEAR = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };

/** What is said of a calendar with these components. */
function read(lines: string, { window = WHOLE_YEAR, zone = ATHENS, head = '' } = {}) {
  const text = `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Crier//Test//EN\n${head}${lines.trim()}\nEND:VCALENDAR\n`;
  return readCalendar({ bytes: new TextEncoder().encode(text), contentType: 'text/calendar', zone, window });
}

const event = (lines: string, uid = 'a@x') =>
  `BEGIN:VEVENT\nUID:${uid}\nDTSTAMP:20260101T000000Z\nSUMMARY:Meeting\n${lines.trim()}\nEND:VEVENT\n`;

function events(lines: string, more: Parameters<typeof read>[1] = {}): CalendarEvent[] {
  const reading = read(lines, more);
  if (!reading.ok) throw new Error(reading.words);
  return reading.events;
}

/** Each by the clocks of Athens: '03-29 04:00', or its day. */
function times(lines: string, more: Parameters<typeof read>[1] = {}, zone = ATHENS): string[] {
  return events(lines, more).map(({ time, isCancelled }) => {
    const words =
      time.day ??
      new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
        time.startsAt,
      );
    return `${words.slice('2026-'.length)}${isCancelled ? ' off' : ''}`;
  });
}

describe('a series of a calendar', () => {
  const weekly = 'DTSTART;TZID=Europe/Athens:20260302T090000\nDTEND;TZID=Europe/Athens:20260302T100000\n';

  test('stays at nine o’clock when the clocks change, with its zone’s rules in the file or not', () => {
    const rules = `${weekly}RRULE:FREQ=WEEKLY;COUNT=5`;
    const nine = ['03-02 09:00', '03-09 09:00', '03-16 09:00', '03-23 09:00', '03-30 09:00'];
    expect(times(event(rules))).toEqual(nine);
    // Rules that are cut to winter time, as some programs send them: the name of the zone is what counts.
    const cut =
      'BEGIN:VTIMEZONE\nTZID:Europe/Athens\nBEGIN:STANDARD\nDTSTART:20251026T040000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0200\nEND:STANDARD\nEND:VTIMEZONE\n';
    expect(times(cut + event(rules))).toEqual(nine);
  });

  test('is read by the rules of a zone that only its program knows', () => {
    const zone =
      'BEGIN:VTIMEZONE\nTZID:Harbour Time\nBEGIN:STANDARD\nDTSTART:16010101T040000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0200\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T030000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0300\nEND:DAYLIGHT\nEND:VTIMEZONE\n';
    const rules = 'DTSTART;TZID=Harbour Time:20260323T090000\nRRULE:FREQ=WEEKLY;COUNT=2';
    expect(times(zone + event(rules))).toEqual(['03-23 09:00', '03-30 09:00']);
    const unknown = read(event(rules));
    expect(unknown).toMatchObject({
      ok: true,
      problems: ['It names a time zone that nobody knows: Harbour Time.'],
    });
  });

  test('of a zone whose clocks change by the second only its zone is not known, and it is read at once', () => {
    const zone =
      'BEGIN:VTIMEZONE\nTZID:Mill\nBEGIN:STANDARD\nDTSTART:19700101T000000\nRRULE:FREQ=SECONDLY\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0200\nEND:STANDARD\nEND:VTIMEZONE\n';
    const rules = 'DTSTART;TZID=Mill:20260323T090000\nRRULE:FREQ=WEEKLY;COUNT=2';
    expect(read(zone + event(rules))).toMatchObject({
      ok: true,
      events: [{}, {}],
      problems: ['It names a time zone that nobody knows: Mill.'],
    });
  });

  test('keeps its last date, whose end is said in UTC, also where the evening there is another day', () => {
    const until = 'RRULE:FREQ=WEEKLY;UNTIL=20260316T070000Z'; // 9 o'clock in Athens
    expect(times(event(weekly + until))).toEqual(['03-02 09:00', '03-09 09:00', '03-16 09:00']);
    const late = 'DTSTART;TZID=America/New_York:20260302T210000\nRRULE:FREQ=DAILY;UNTIL=20260305T020000Z';
    expect(times(event(late), {}, 'America/New_York')).toEqual(['03-02 21:00', '03-03 21:00', '03-04 21:00']);
    expect(times(event(`${weekly}RRULE:FREQ=DAILY;UNTIL=20260304`))).toEqual([
      '03-02 09:00',
      '03-03 09:00',
      '03-04 09:00',
    ]);
  });

  test('loses what is struck out, in whichever zone that is written, and only that', () => {
    const rule = `${weekly}RRULE:FREQ=WEEKLY;COUNT=4\n`;
    const rest = ['03-02 09:00', '03-16 09:00', '03-23 09:00'];
    for (const struck of [
      'EXDATE:20260309T070000Z',
      'EXDATE;TZID=Europe/Athens:20260309T090000',
      'EXDATE;VALUE=DATE:20260309',
      'EXDATE;TZID=Europe/Berlin:20260309T080000',
    ])
      expect(times(event(rule + struck))).toEqual(rest);
    expect(times(event(`${rule}EXDATE;TZID=Europe/Athens:20260309T090000,20260323T090000`))).toEqual([
      '03-02 09:00',
      '03-16 09:00',
    ]);
    expect(times(event(`${rule}EXRULE:FREQ=WEEKLY;INTERVAL=2`))).toEqual(['03-09 09:00', '03-23 09:00']);
  });

  test('has what is added, with a length of its own', () => {
    const added = `${weekly}RDATE;TZID=Europe/Athens:20260305T180000\nRDATE;VALUE=PERIOD:20260307T100000Z/PT3H`;
    const all = events(event(added));
    expect(times(event(added))).toEqual(['03-02 09:00', '03-05 18:00', '03-07 12:00']);
    const lengths = all.map(({ time }) =>
      time.day === null && time.endsAt ? (time.endsAt - time.startsAt) / 3_600_000 : null,
    );
    expect(lengths).toEqual([1, 1, 3]);
  });

  test('shows a moved occurrence where it was moved to, and a called-off one as called off', () => {
    const rule = event(`${weekly}RRULE:FREQ=WEEKLY;COUNT=4`);
    const moved = event(
      'RECURRENCE-ID;TZID=Europe/Athens:20260309T090000\nDTSTART;TZID=Europe/Athens:20260311T150000',
    );
    const off = event('RECURRENCE-ID:20260316T070000Z\nDTSTART:20260316T070000Z\nSTATUS:CANCELLED');
    expect(times(rule + moved + off)).toEqual([
      '03-02 09:00',
      '03-11 15:00',
      '03-16 09:00 off',
      '03-23 09:00',
    ]);
    expect(times(moved + off + rule)).toEqual(times(rule + moved + off));
    expect(times(moved)).toEqual(['03-11 15:00']); // its series is not in the file
  });

  test('finds what was moved into the days asked for from far outside, and leaves out what was moved away', () => {
    const march = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 3, 1) };
    const rule = event(`${weekly}RRULE:FREQ=MONTHLY;BYMONTHDAY=2`);
    const into = event(
      'RECURRENCE-ID;TZID=Europe/Athens:20260902T090000\nDTSTART;TZID=Europe/Athens:20260320T090000',
    );
    const away = event(
      'RECURRENCE-ID;TZID=Europe/Athens:20260302T090000\nDTSTART;TZID=Europe/Athens:20260702T090000',
    );
    expect(times(rule + into + away, { window: march })).toEqual(['03-20 09:00']);
  });

  test('is moved from then on, but for what was moved by itself', () => {
    const rule = event(`${weekly}RRULE:FREQ=WEEKLY;COUNT=6`);
    const onwards = event(
      'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Athens:20260316T090000\nDTSTART;TZID=Europe/Athens:20260317T110000\nDTEND;TZID=Europe/Athens:20260317T130000\nLOCATION:Annex',
    );
    const single = event(
      'RECURRENCE-ID;TZID=Europe/Athens:20260330T090000\nDTSTART;TZID=Europe/Athens:20260330T080000',
    );
    expect(times(rule + onwards + single)).toEqual([
      '03-02 09:00',
      '03-09 09:00',
      '03-17 11:00',
      '03-24 11:00', // after the clocks change, too
      '03-30 08:00',
      '04-07 11:00',
    ]);
    expect(events(rule + onwards).map(({ place }) => place)).toEqual([
      '',
      '',
      'Annex',
      'Annex',
      'Annex',
      'Annex',
    ]);
  });

  test('keeps the key of each occurrence, whatever is done to it', () => {
    const rule = event(`${weekly}RRULE:FREQ=WEEKLY;COUNT=2`);
    const moved = event('RECURRENCE-ID:20260309T070000Z\nDTSTART;TZID=Europe/Athens:20260311T150000');
    expect(events(rule + moved).map(({ key }) => key)).toEqual(events(rule).map(({ key }) => key));
  });

  test('counts what clocks skip as so much later, and of an hour that comes twice the first', () => {
    const skipped = event('DTSTART;TZID=Europe/Athens:20260328T033000\nRRULE:FREQ=DAILY;COUNT=3');
    expect(times(skipped)).toEqual(['03-28 03:30', '03-29 04:30', '03-30 03:30']);
    const [, twice] = events(event('DTSTART;TZID=Europe/Athens:20261024T033000\nRRULE:FREQ=DAILY;COUNT=2'));
    expect(twice?.time).toMatchObject({ startsAt: Date.UTC(2026, 9, 25, 0, 30) });
  });

  test('lasts as long by the clock as its end says, and as many days as its length says', () => {
    const over = (lines: string) => {
      const [, second] = events(
        event(`DTSTART;TZID=Europe/Athens:20260327T120000\n${lines}\nRRULE:FREQ=DAILY;COUNT=2`),
      );
      return second?.time.day === null && second.time.endsAt
        ? (second.time.endsAt - second.time.startsAt) / 3_600_000
        : 0;
    };
    expect(over('DTEND;TZID=Europe/Athens:20260328T120000')).toBe(24);
    expect(over('DURATION:P1D')).toBe(23); // from noon to noon of the day on which an hour is skipped
    expect(over('DURATION:PT24H')).toBe(24);
  });

  test('is followed only through the days that are asked for, though it never ends', () => {
    const week = { from: Date.UTC(2026, 5, 1), to: Date.UTC(2026, 5, 8) };
    const endless = event('DTSTART:19700101T080000Z\nRRULE:FREQ=DAILY');
    expect(events(endless, { window: week })).toHaveLength(7);
  });

  test('that was born on 29 February, or is due on the 31st, skips what there is not', () => {
    const years = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2033, 0, 1) };
    const leap = event('DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY;COUNT=3');
    expect(events(leap, { window: years }).map(({ time }) => time.day)).toEqual([
      '2024-02-29',
      '2028-02-29',
      '2032-02-29',
    ]);
    expect(times(event('DTSTART:20260131T100000Z\nRRULE:FREQ=MONTHLY;COUNT=3'))).toEqual([
      '01-31 12:00',
      '03-31 13:00',
      '05-31 13:00',
    ]);
    expect(times(event('DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO'))).toEqual([
      '01-05',
      '12-28',
    ]);
  });

  test('that would be walked for ever is told, shows its first time, and takes nothing else with it', () => {
    for (const rule of [
      'FREQ=SECONDLY',
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=HOURLY;INTERVAL=24;BYHOUR=3',
      'FREQ=DAILY;INTERVAL=999999999',
    ]) {
      const reading = read(
        event(`DTSTART:20260101T080000Z\nRRULE:${rule}`) + event('DTSTART:20260501T080000Z', 'b@x'),
      );
      expect(reading).toMatchObject({
        ok: true,
        problems: [expect.stringContaining('“Meeting” is not followed.')],
      });
      expect(reading.ok && reading.events).toHaveLength(2);
    }
  });
});

describe('an event of a calendar', () => {
  test('of whole days ends before the day that its end names', () => {
    const [one, more, none] = events(
      event('DTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20260502', '1') +
        event('DTSTART;VALUE=DATE:20260502\nDTEND;VALUE=DATE:20260505', '2') +
        event('DTSTART;VALUE=DATE:20260506', '3'),
    );
    expect([one?.time, more?.time, none?.time]).toEqual([
      { day: '2026-05-01', lastDay: null },
      { day: '2026-05-02', lastDay: '2026-05-04' },
      { day: '2026-05-06', lastDay: null },
    ]);
  });

  test('whose time names no zone is at that time on the paper’s clocks, or on the calendar’s own', () => {
    const floating = event('DTSTART:20260501T090000');
    const at = (zone: string, head = '') => events(floating, { zone, head })[0]?.time;
    expect(at(ATHENS)).toMatchObject({ startsAt: instantAt('2026-05-01T09:00', ATHENS) });
    expect(at('America/Lima')).toMatchObject({ startsAt: instantAt('2026-05-01T09:00', 'America/Lima') });
    expect(at(ATHENS, 'X-WR-TIMEZONE:Asia/Tokyo\n')).toMatchObject({
      startsAt: instantAt('2026-05-01T09:00', 'Asia/Tokyo'),
    });
  });

  test('that is there twice is taken as its newest', () => {
    const older = event('SEQUENCE:3\nDTSTART:20260501T090000Z');
    const newest = event('SEQUENCE:4\nDTSTART:20260502T090000Z');
    expect(times(newest + older)).toEqual(['05-02 12:00']);
    expect(times(older + newest)).toEqual(['05-02 12:00']);
    expect(times(event('SEQUENCE:4\nDTSTART:20260502T090000Z\nSTATUS:CANCELLED') + older)).toEqual([
      '05-02 12:00 off',
    ]);
  });

  test('is called off with its calendar, or with its series', () => {
    expect(times(event('DTSTART:20260501T090000Z'), { head: 'METHOD:CANCEL\n' })).toEqual([
      '05-01 12:00 off',
    ]);
    expect(times(event('DTSTART:20260501T090000Z\nRRULE:FREQ=DAILY;COUNT=2\nSTATUS:CANCELLED'))).toEqual([
      '05-01 12:00 off',
      '05-02 12:00 off',
    ]);
  });

  test('has its words without folds and signs of the format, and no longer than a line', () => {
    const [one] = events(
      'BEGIN:VEVENT\nUID:w\nDTSTART:20260501T090000Z\nSUMMARY:Council\\, budget\\; vo\n te\\nand more\nLOCATION:City Hall\nDESCRIPTION:Line one\\nLine two\nURL:javascript:alert(1)\nBEGIN:VALARM\nTRIGGER:-PT15M\nEND:VALARM\nEND:VEVENT\n',
    );
    expect(one).toMatchObject({
      what: 'Council, budget; vote and more',
      place: 'City Hall',
      note: 'Line one\nLine two',
      link: null,
    });
  });
});

describe('what is no calendar', () => {
  const of = (text: string) =>
    readCalendar({
      bytes: new TextEncoder().encode(text),
      contentType: null,
      zone: ATHENS,
      window: WHOLE_YEAR,
    });

  test('is refused in words', () => {
    expect(of('<!doctype html><html><body>Sign in</body></html>')).toMatchObject({
      ok: false,
      words: expect.stringContaining('This is a web page'),
    });
    expect(of('')).toEqual({ ok: false, words: 'It is empty.' });
    expect(of('{"error": 1}')).toEqual({ ok: false, words: 'This is not a calendar.' });
    expect(of('BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260501T09')).toMatchObject({
      ok: false,
      words: expect.stringContaining('It is cut off'),
    });
  });

  test('takes away no more than itself where one event is broken', () => {
    const reading = read(
      event('DTSTART:20260501T090000Z\nRRULE:FREQ=FOO', '1') +
        event('DTSTART:20261301T090000Z', '2') +
        event('DTSTART:20260502T090000Z\nno token here', '3'),
    );
    expect(reading).toMatchObject({
      ok: true,
      events: [{ series: '1' }, { series: '3' }],
      problems: [
        '1 of its events recur by a rule that cannot be read; they stand once.',
        '1 of its lines say nothing that a calendar has.',
        '1 of its events have no time that there is.',
      ],
    });
  });

  test('holds the reader for no longer than a moment, whatever is in it', () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      event(`DTSTART:19700101T080000Z\nRRULE:FREQ=DAILY`, `${at}`),
    ).join('');
    const reading = read(many, {
      window: { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 1) + 30 * DAY },
    });
    expect(reading).toMatchObject({ ok: true });
    expect(reading.ok && reading.events.length).toBe(3_000);
  });
});
