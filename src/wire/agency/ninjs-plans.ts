/**
 * What a ninjs object says of things to come: events and planning of version 3, and as Superdesk sends its own. None of it is news.
 */
import { isZone, wallTime } from '../../kit/local-time.ts';
import type { ReceivedPlan } from '../../runner/work.ts';
import { readDate } from '../parse/dates.ts';
import { anyOf, isObject, type Json, jsonLine, list } from './json.ts';
import { ninjsTitle } from './ninjs-copy.ts';
import { plannedTime, planWords, recurrenceSaid } from './planned-time.ts';

/** The plans in an object; null of one that is news. */
export function ninjsPlansOf(json: Json): ReceivedPlan[] | null {
  const kind = jsonLine(json.type).toLowerCase();
  if (kind !== 'event' && kind !== 'planning') return null;
  const times = kind === 'event' ? eventTimes(json) : planningTimes(json);
  const time = plannedTime(times);
  if (!time) return [];
  const event = eventOf(json);
  return [
    planWords({
      key: event || jsonLine(anyOf(json, 'uri', 'guid', '_id', 'itemid', 'event_id')) || ninjsTitle(json),
      what: ninjsTitle(json) || jsonLine(anyOf(json, 'name', 'slugline')),
      place: placeOf(json),
      note: noteOf(json),
      link: jsonLine(list(json.links).map((one) => (isObject(one) ? one.href : one))[0]),
      isCoverage: kind === 'planning' && event !== '',
      isCancelled: isOff(json),
      time,
      recurs: kind === 'event' ? recurrenceIn(json, times.start) : null,
    }),
  ];
}

/** The event that a planning item is about: since Superdesk 3 one of several, of which one is its own. */
function eventOf(json: Json): string {
  const own = list(json.related_events)
    .filter(isObject)
    .find(({ link_type }) => link_type === undefined || link_type === 'primary');
  return jsonLine(anyOf(json, 'event_item', 'eventItem')) || jsonLine(own?._id);
}

function isOff(json: Json): boolean {
  const details = isObject(json.eventDetails) ? json.eventDetails : {};
  const said = [
    anyOf(json, 'pubStatus', 'pubstatus'),
    json.state,
    anyOf(details, 'eventStatus', 'eventstatus'),
  ];
  return /cancel|killed|spiked|withheld|postponed|rescheduled/i.test(said.map(jsonLine).join(' '));
}

function eventTimes(json: Json) {
  const details = isObject(json.eventDetails) ? json.eventDetails : json;
  const dates = isObject(details.dates) ? details.dates : {};
  const side = (name: string) =>
    jsonLine(anyOf(dates, `${name}Date`, `expected${name[0]?.toUpperCase()}${name.slice(1)}Date`, name));
  const sides = { start: side('start'), end: dates.no_end_time === true ? '' : side('end') };
  return {
    ...(wholeDays(sides, dates) ?? sides),
    duration: jsonLine(anyOf(dates, 'duration', 'expectedDuration')),
  };
}

/**
 * Whole days, as Superdesk has them: said to be, or from midnight to a minute before the next on the clocks of their zone. A day that it
 * writes as an instant is the day that those clocks show; one at midnight of UTC is its own.
 */
function wholeDays({ start, end }: { start: string; end: string }, dates: Json) {
  const isSaid = dates.all_day === true;
  const zone = jsonLine(dates.tz);
  const on = (text: string): string => {
    const at = readDate(text);
    if (at === null || !isZone(zone) || /T(?:00:00|23:59)/.test(text)) return text.slice(0, WALL_MINUTE);
    return wallTime(at, zone).slice(0, WALL_MINUTE);
  };
  const [first, last] = [on(start), on(end)];
  const isWhole = isZone(zone) && first.endsWith('T00:00') && last.endsWith('T23:59');
  if (!isSaid && !isWhole) return null;
  return { start: first.slice(0, DAY), end: last.slice(0, DAY) };
}

const WALL_MINUTE = 'yyyy-mm-ddThh:mm'.length;
const DAY = 'yyyy-mm-dd'.length;

/**
 * `recurrence` of version 3. What Superdesk sends of a series is not read as one: it sends each of its events by itself, with a
 * `recurring_rule` in all of them.
 */
function recurrenceIn(json: Json, start: string) {
  const details = isObject(json.eventDetails) ? json.eventDetails : {};
  const dates = isObject(details.dates) ? details.dates : {};
  const said = isObject(dates.recurrence) ? dates.recurrence : {};
  const rules = list(said.recurrenceRules).filter(isObject);
  return recurrenceSaid({
    start,
    rules: rules.map(({ frequency, interval, until, count }) => ({
      freq: jsonLine(frequency),
      interval: jsonLine(interval),
      until: jsonLine(until),
      count: jsonLine(count),
    })),
    exceptRules: [],
    dates: list(said.recurrenceDates).map(jsonLine),
    struck: [],
  });
}

/** The first time at which something is to come, else the day. */
function planningTimes(json: Json) {
  const coverages = list(anyOf(json, 'coverages', 'plannedCoverage')).filter(isObject);
  const scheduled = coverages
    .flatMap((one) => [one, isObject(one.planning) ? one.planning : {}])
    .map((one) => jsonLine(anyOf(one, 'scheduled', 'scheduledDate', 'expectedDelivery', 'startDate')))
    .filter(Boolean)
    .sort();
  const own = eventTimes(json);
  return { start: scheduled[0] ?? (own.start || jsonLine(json.planning_date)), end: '', duration: '' };
}

/** 'LITEXPO, Vilnius'. */
function placeOf(json: Json): string {
  const [first] = list(anyOf(json, 'places', 'place', 'location'));
  if (!isObject(first)) return jsonLine(first);
  const address = [
    first.address,
    ...list(first.contactInfo).map((one) => (isObject(one) ? one.address : null)),
  ].find(isObject);
  const town = address ? jsonLine(anyOf(address, 'locality', 'city')) : '';
  return [jsonLine(first.name), town].filter(Boolean).join(', ');
}

function noteOf(json: Json): string {
  const texts = [...list(json.descriptions), ...list(json.bodies)].filter(isObject);
  const plain =
    texts.find((one) => /plain/i.test(jsonLine(anyOf(one, 'contentType', 'contenttype')))) ?? texts[0];
  const own = plain ? jsonLine(plain.value) : '';
  const words = own || jsonLine(anyOf(json, 'description_text', 'definition_short', 'definition_long'));
  const note = jsonLine(anyOf(json, 'edNote', 'ednote'));
  return [words.replace(/<[^>]*>/g, ' '), note].filter(Boolean).join('\n');
}
