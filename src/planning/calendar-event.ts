/** One event of a calendar, as it is written: its times in its own zone, and which occurrence of which series it speaks of. */
import ICAL from 'ical.js';
import { DAY, HOUR, MINUTE, SECOND } from '../kit/clock.ts';
import { cleanLetters } from '../kit/letters.ts';
import { dayAfter, isCalendarDay } from '../kit/local-time.ts';
import { htmlToText } from '../kit/safe-html.ts';
import {
  type JCalComponent,
  type JCalProperty,
  parameterOf,
  propertiesOf,
  propertyOf,
  propertyText,
} from './calendar-text.ts';
import type { CalendarZone, CalendarZones } from './calendar-zones.ts';
import { LONGEST_NOTE, LONGEST_PLACE, LONGEST_WHAT, midnightOf } from './plan.ts';

/** A time as a calendar says it: a day, or what clocks of a zone show. */
export type SaidTime =
  | { isDay: true; day: string }
  | { isDay: false; wall: string; at: number; zone: CalendarZone };

/** How long something lasts: days by the calendar, and hours by the clock. */
export interface Lasting {
  days: number;
  ms: number;
}

export interface SaidEvent {
  uid: string;
  what: string;
  place: string;
  /** As it is written, perhaps in HTML: see `noteOf`. */
  note: string;
  link: string | null;
  isCancelled: boolean;
  starts: SaidTime;
  lasts: Lasting | null;
  /** The occurrence that it stands for; null for a series itself, or what happens once. */
  standsFor: SaidTime | null;
  /** It stands for all that follow, too. */
  isFromThenOn: boolean;
  rules: unknown[];
  exceptRules: unknown[];
  more: { starts: SaidTime; lasts: Lasting | null }[];
  struck: SaidTime[];
  /** By which it is newer than another of its kind. */
  rank: [sequence: number, stamp: string];
}

/** Null where it says no time that there is. */
export function readSaidEvent(component: JCalComponent, zones: CalendarZones): SaidEvent | null {
  const start = propertyOf(component, 'dtstart');
  const said = start ? timeIn(start, start[3], zones) : null;
  if (!start || !said) return null;
  const isWhole = isWholeDay(component, said);
  const starts = isWhole ? dayOf(said) : said;
  const recurrence = propertiesOf(component, 'recurrence-id').find(([, , , value]) => value !== '');
  const standsFor = recurrence ? timeIn(recurrence, recurrence[3], zones) : null;
  if (recurrence && !standsFor) return null;
  const what = line(propertyText(component, 'summary'), LONGEST_WHAT);
  const place = line(propertyText(component, 'location'), LONGEST_PLACE);
  const link = propertyText(component, 'url').trim();
  return {
    uid: propertyText(component, 'uid').trim(),
    what: what || place || firstLine(propertyText(component, 'description')) || 'Without a name',
    place,
    note: propertyText(component, 'description'),
    link: /^https?:\/\//i.test(link) ? link.slice(0, LONGEST_LINK) : null,
    isCancelled: propertyText(component, 'status').toUpperCase() === 'CANCELLED',
    starts,
    lasts: lastingOf(component, said, isWhole, zones),
    standsFor,
    isFromThenOn:
      recurrence !== undefined && parameterOf(recurrence, 'range').toUpperCase() === 'THISANDFUTURE',
    rules: propertiesOf(component, 'rrule').map(([, , , rule]) => rule),
    exceptRules: propertiesOf(component, 'exrule').map(([, , , rule]) => rule),
    more: propertiesOf(component, 'rdate').flatMap((property) => moreIn(property, zones)),
    struck: propertiesOf(component, 'exdate').flatMap((property) =>
      property.slice(3).flatMap((value) => timeIn(property, value, zones) ?? []),
    ),
    rank: [
      Number(propertyText(component, 'sequence')) || 0,
      propertyText(component, 'last-modified') || propertyText(component, 'dtstamp'),
    ],
  };
}

/** Outlook writes whole days from midnight to midnight, and says so beside it. */
function isWholeDay(component: JCalComponent, starts: SaidTime): boolean {
  return (
    propertyText(component, 'x-microsoft-cdo-alldayevent').toUpperCase() === 'TRUE' && isMidnight(starts)
  );
}

export const isMidnight = (time: SaidTime): boolean => !time.isDay && time.wall.endsWith('T00:00:00');

const dayOf = (time: SaidTime): SaidTime =>
  time.isDay ? time : { isDay: true, day: time.wall.slice(0, 'yyyy-mm-dd'.length) };

const HTML = /<\/?(?:p|br|div|span|ul|ol|li|a|b|i|strong|em|h[1-6]|table|html|body)(?:\s[^<>]*)?\/?>/i;

/** What stands for a name where there is none: the first line of what is said of it. */
function firstLine(description: string): string {
  const words = description.slice(0, LONGEST_HTML).replace(/<[^>]*>/g, ' ');
  return line(/\S[^\n]*/.exec(words)?.[0] ?? '', LONGEST_WHAT);
}

/** Websites write HTML where the format has plain words (3.8.1.5). */
export function noteOf(description: string): string {
  const words = HTML.test(description) ? htmlToText(description.slice(0, LONGEST_HTML)) : description;
  return cleanLetters(words).trim().slice(0, LONGEST_NOTE);
}

const LONGEST_HTML = 100_000; // characters; more than a page of words in any dress

const LONGEST_LINK = 2_000; // characters, as browsers take them

function line(text: string, most: number): string {
  const words = cleanLetters(text).replace(/\s+/g, ' ').trim();
  return words.length <= most ? words : `${words.slice(0, most - 2).trimEnd()} …`;
}

/** One value of a property of times; some programs say DATE of what has an hour, or the reverse: its shape decides. */
function timeIn(property: JCalProperty, value: unknown, zones: CalendarZones): SaidTime | null {
  if (typeof value !== 'string') return null;
  const [day = '', clock = ''] = value.split('T');
  if (!isCalendarDay(day)) return null;
  if (!/^\d\d:\d\d/.test(clock)) return { isDay: true, day };
  const isUtc = clock.endsWith('Z');
  const zone = isUtc ? zones.utc : zones.named(parameterOf(property, 'tzid'));
  // A minute may have a sixtieth second (3.3.12), which no clock of ours shows; some programs leave seconds out.
  const [hour, minute, second] = clock.replace('Z', '').split(':');
  const wall = `${day}T${hour}:${minute}:${second === '60' ? '59' : second || '00'}`;
  const at = zone.instant(wall);
  return at === null ? null : { isDay: false, wall, at, zone };
}

function moreIn(property: JCalProperty, zones: CalendarZones): SaidEvent['more'] {
  return property.slice(3).flatMap((value) => {
    const [begins, ends] = Array.isArray(value) ? (value as unknown[]) : [value, null];
    const starts = timeIn(property, begins, zones);
    if (!starts) return [];
    const end = timeIn(property, ends, zones);
    return { starts, lasts: end ? between(starts, end) : durationIn(ends) };
  });
}

/** From the end, or from how long it is said to last; null for what says neither. */
function lastingOf(
  component: JCalComponent,
  starts: SaidTime,
  isWhole: boolean,
  zones: CalendarZones,
): Lasting | null {
  const end = propertyOf(component, 'dtend');
  const ends = end ? timeIn(end, end[3], zones) : null;
  if (ends && isWhole) return between(dayOf(starts), dayOf(ends));
  return ends ? between(starts, ends) : durationIn(propertyText(component, 'duration'));
}

function between(starts: SaidTime, ends: SaidTime): Lasting | null {
  if (starts.isDay !== ends.isDay) return null;
  const ms = starts.isDay
    ? midnightOf((ends as { day: string }).day) - midnightOf(starts.day)
    : (ends as { at: number }).at - starts.at;
  if (ms < 0) return null; // it ends before it begins: when it begins is the better half
  return starts.isDay ? { days: Math.round(ms / DAY), ms: 0 } : { days: 0, ms };
}

const LONGEST_LASTING = 400; // days; what lasts longer is no event, and an hour of it tells nothing

function durationIn(value: unknown): Lasting | null {
  if (typeof value !== 'string' || !ICAL.Duration.isValueString(value)) return null;
  try {
    const { weeks, days, hours, minutes, seconds, isNegative } = ICAL.Duration.fromString(value);
    const all = { days: weeks * 7 + days, ms: hours * HOUR + minutes * MINUTE + seconds * SECOND };
    return isNegative || all.days > LONGEST_LASTING ? null : all;
  } catch {
    return null; // no length that can be read: it has none
  }
}

/** When something ends that begins then: days by the calendar of its zone, then hours by the clock (3.3.6). */
export function endOf(starts: SaidTime, lasts: Lasting | null): SaidTime | null {
  if (lasts === null) return null;
  if (starts.isDay) {
    const last = dayAfter(starts.day, Math.max(0, lasts.days + Math.ceil(lasts.ms / DAY) - 1));
    return last === starts.day ? null : { isDay: true, day: last };
  }
  const { zone } = starts;
  const [day = '', clock = ''] = starts.wall.split('T');
  const from =
    lasts.days === 0 ? starts.at : (zone.instant(`${dayAfter(day, lasts.days)}T${clock}`) ?? starts.at);
  const at = from + lasts.ms;
  return at === starts.at ? null : { isDay: false, wall: zone.wall(at), at, zone };
}

/** A number by which occurrences of a series are told apart, and put in order. */
export const idOf = (time: SaidTime): number => (time.isDay ? midnightOf(time.day) : time.at);
