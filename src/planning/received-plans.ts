/** What sources of the wire plan stands on the plan, under the source's name. */
import { DAY, SECOND } from '../kit/clock.ts';
import { ownModule } from '../kit/own-module.ts';
import type { Newsroom } from '../newsroom.ts';
import type { ReceivedPlan } from '../runner/work.ts';
import { getMasthead } from '../stories/masthead.ts';
import type { SeriesQuestion } from './agency-series.ts';
import { DAYS_BACK, windowAt } from './ask-calendar.ts';
import {
  findCalendarRow,
  hasSeriesRow,
  holdCalendarRow,
  listRowsByKey,
  putCalendarRow,
  updateCalendarRow,
} from './calendar-queries.ts';
import { midnightOf, type PlanTime } from './plan.ts';
import type { CalendarEvent } from './read-calendar.ts';
import { takeEvents } from './take-events.ts';

/** Follow-up: what a source of the wire plans stands on the plan under the source's name. Run again, it changes nothing. */
export async function takeReceivedPlans(
  newsroom: Newsroom,
  { sourceId, sourceName, plans }: { sourceId: string; sourceName: string; plans: ReceivedPlan[] },
): Promise<void> {
  const series = await seriesIn(newsroom, plans);
  await newsroom.transact(async (inner) => {
    const calendarId = await calendarOfSource(inner, { sourceId, sourceName });
    await holdCalendarRow(inner, calendarId);
    const over = inner.clock.now() - DAYS_BACK * DAY;
    const known = await keysKnown(inner, calendarId, plans);
    // What is to be written of an event says less of it than the event does.
    const events = plans
      .filter(
        ({ key, recurs, isCoverage, isCancelled }) =>
          recurs === undefined && (!isCoverage || isCancelled || !known.has(key)),
      )
      .map(eventOfPlan)
      .filter(({ time }) => endsAt(time) >= over);
    const told = await seriesTold(inner, calendarId, plans);
    await takeEvents(inner, { calendarId, events: [...events, ...series], whole: null, series: told });
    const now = inner.clock.now();
    await updateCalendarRow(inner, calendarId, { read_at: now, ok_at: now });
  });
}

/** What the plan has already, by its source's key: of what recurs, by that of the series. */
async function keysKnown(inner: Newsroom, calendarId: string, plans: ReceivedPlan[]): Promise<Set<string>> {
  const coverage = plans.filter(({ isCoverage }) => isCoverage).map(({ key }) => key);
  const rows = await listRowsByKey(inner, calendarId, coverage);
  const known = new Set(rows.map(({ event_key }) => event_key ?? ''));
  for (const key of coverage)
    if (!known.has(key) && (await hasSeriesRow(inner, calendarId, key))) known.add(key);
  return known;
}

/** Series of which this says all: what recurs, and what recurred before and does no longer. */
async function seriesTold(
  inner: Newsroom,
  calendarId: string,
  plans: ReceivedPlan[],
): Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  for (const { key, isCoverage, recurs } of plans)
    if (!isCoverage && (recurs || (await hasSeriesRow(inner, calendarId, key)))) told.add(key);
  return told;
}

const DAYS_AHEAD = 366; // nobody sends a series again because a quarter is over, as calendars are read again
const LONGEST_READ = 5 * SECOND;

/** Each time of what recurs, from now to a year ahead. A rule that takes too long is left, and the first time stands. */
async function seriesIn(newsroom: Newsroom, plans: ReceivedPlan[]): Promise<CalendarEvent[]> {
  const recurring = plans.filter(({ recurs }) => recurs !== undefined);
  if (recurring.length === 0) return [];
  const { timeZone: zone } = await getMasthead(newsroom);
  const { from } = windowAt(newsroom.clock.now());
  const argument: SeriesQuestion = {
    plans: recurring,
    zone,
    window: { from, to: from + (DAYS_BACK + DAYS_AHEAD) * DAY },
  };
  const answer = await newsroom.threads.run<CalendarEvent[]>({
    module: ownModule('planning/agency-series'),
    work: 'readAgencySeries',
    argument,
    ms: LONGEST_READ,
  });
  if (answer.ok) return answer.value;
  newsroom.log.warn('what recurs of a source’s plans was not followed', { why: answer.why });
  return recurring.map((plan) => firstTimeOf(plan));
}

/** The first time of what recurs, by the key that it has in its series. */
function firstTimeOf(plan: ReceivedPlan): CalendarEvent {
  const { key } = plan;
  const event = eventOfPlan(plan);
  const at = event.time.day === null ? event.time.startsAt : midnightOf(event.time.day);
  return { ...event, key: `${key} ${new Date(at).toISOString()}`, series: key };
}

async function calendarOfSource(
  inner: Newsroom,
  { sourceId, sourceName }: { sourceId: string; sourceName: string },
): Promise<string> {
  const known = await findCalendarRow(inner, { sourceId });
  if (known) return known.id;
  const id = inner.ids.next();
  const now = inner.clock.now();
  await putCalendarRow(inner, {
    id,
    name: sourceName,
    kind: 'agency',
    address: null,
    source_id: sourceId,
    bytes: null,
    etag: null,
    last_modified: null,
    asked_rest_ms: null,
    next_read_at: now,
    lease_until: 0,
    read_at: null,
    ok_at: null,
    failure_words: null,
    failures_in_row: 0,
    by_id: null,
    created_at: now,
    ended_at: null,
  });
  return id;
}

function eventOfPlan(plan: ReceivedPlan): CalendarEvent {
  const { key, what, place, note, link, isCancelled } = plan;
  const time: PlanTime =
    plan.startsAt === null
      ? { day: plan.day ?? '', lastDay: plan.lastDay }
      : { day: null, startsAt: plan.startsAt, endsAt: plan.endsAt };
  return { key, series: key, what, place, note, link, isCancelled, time };
}

const endsAt = (time: PlanTime): number =>
  time.day === null ? (time.endsAt ?? time.startsAt) : midnightOf(time.lastDay ?? time.day);
