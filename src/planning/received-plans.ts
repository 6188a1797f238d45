/** What sources of the wire plan stands on the plan, under the source's name. */
import { DAY } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import type { ReceivedPlan } from '../runner/work.ts';
import { DAYS_BACK } from './ask-calendar.ts';
import {
  findCalendarRow,
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
  await newsroom.transact(async (inner) => {
    const calendarId = await calendarOfSource(inner, { sourceId, sourceName });
    await holdCalendarRow(inner, calendarId);
    const over = inner.clock.now() - DAYS_BACK * DAY;
    const known = new Set(
      (
        await listRowsByKey(
          inner,
          calendarId,
          plans.map(({ key }) => key),
        )
      ).map(({ event_key }) => event_key),
    );
    // What is to be written of an event says less of it than the event does.
    const events = plans
      .filter(({ key, isCoverage, isCancelled }) => !isCoverage || isCancelled || !known.has(key))
      .map(eventOfPlan)
      .filter(({ time }) => endsAt(time) >= over);
    await takeEvents(inner, { calendarId, events, whole: null });
    const now = inner.clock.now();
    await updateCalendarRow(inner, calendarId, { read_at: now, ok_at: now });
  });
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
