/**
 * What a calendar says becomes the plan: new things are ideas, changed ones follow, and what nobody has touched goes when it goes
 * there. What an editor wrote is never written over, and what was given to somebody never vanishes: the change stands beside it.
 */
import type { Newsroom } from '../newsroom.ts';
import { readRecord, readRecords, readWords } from '../store/json-column.ts';
import { deletePlanRows, listRowsByKey, listRowsOfCalendar, putPlanRows } from './calendar-queries.ts';
import { orderOf, type PlanChange, type PlanPart, type PlanTime } from './plan.ts';
import { type PlanRow, updatePlanRow } from './plan-queries.ts';
import type { CalendarEvent } from './read-calendar.ts';

/** What a calendar said last of a plan item. */
export interface CalendarWords {
  what: string;
  place: string;
  note: string;
  link: string | null;
  time: PlanTime;
  isCancelled: boolean;
  series: string;
}

export interface TakingEvents {
  calendarId: string;
  events: CalendarEvent[];
  /** The days that were read whole: what is in them and not among the events is there no more. Null where only some was sent. */
  whole: { from: number; to: number } | null;
  /** Series of which all times to come are among the events: others of theirs are there no more. */
  series?: ReadonlySet<string>;
}

/** Call it in a transaction that holds the calendar. Tells how many plan items are new, changed and gone. */
export async function takeEvents(
  inner: Newsroom,
  taking: TakingEvents,
): Promise<{ added: number; changed: number; gone: number }> {
  const { calendarId, events, whole, series = new Set() } = taking;
  const rows = await knownRows(inner, taking);
  const byKey = new Map(rows.map((row) => [row.event_key ?? '', row]));
  const present = new Set(events.map(({ key }) => key));
  const orphans = rows.filter((row) => !present.has(row.event_key ?? '') && isTouched(row));
  const added: CalendarEvent[] = [];
  const met = new Set<string>();
  let changed = 0;
  for (const event of events) {
    const row = byKey.get(event.key) ?? adopted(orphans, event);
    if (!row) added.push(event);
    else if (!met.has(row.id)) {
      met.add(row.id);
      changed += (await follow(inner, row, event)) ? 1 : 0;
    }
  }
  const now = inner.clock.now();
  await putPlanRows(
    inner,
    firstOfEach(added).map((event) => newRow(inner, calendarId, event)),
  );
  const gone = rows.filter(
    (row) =>
      !met.has(row.id) &&
      (whole ? isWithin(row, whole, now) : row.until_at >= now && series.has(saidIn(row)?.series ?? '')),
  );
  await deletePlanRows(
    inner,
    gone.filter((row) => !isTouched(row)).map(({ id }) => id),
  );
  const missed = gone.filter((row) => isTouched(row) && row.cancelled_at === null);
  for (const row of missed) {
    const changes = withChange(changesOf(row), { part: 'gone', was: null, now: null, at: now });
    await updatePlanRow(inner, row.id, {
      cancelled_at: now,
      changes_json: JSON.stringify(changes),
      updated_at: Math.max(now, row.updated_at + 1),
    });
  }
  if (added.length + changed + gone.length > 0) inner.bell.ring('desk', { what: 'plan' });
  return { added: added.length, changed, gone: gone.length };
}

/** All that could be meant: by their keys, and of a calendar that was read whole all that is still to come. */
async function knownRows(inner: Newsroom, taking: TakingEvents): Promise<PlanRow[]> {
  const { calendarId, events, whole, series } = taking;
  const byKey = await listRowsByKey(inner, calendarId, [...new Set(events.map(({ key }) => key))]);
  if (!whole && !series?.size) return byKey;
  const seen = new Set(byKey.map(({ id }) => id));
  const rest = await listRowsOfCalendar(inner, calendarId, whole?.from ?? inner.clock.now());
  return [...byKey, ...rest.filter(({ id }) => !seen.has(id))];
}

function firstOfEach(events: CalendarEvent[]): CalendarEvent[] {
  return [...new Map(events.toReversed().map((event) => [event.key, event])).values()].toReversed();
}

/** Whether somebody did something with it, so that it may not vanish. */
function isTouched(row: PlanRow): boolean {
  return (
    row.assigned_id !== null ||
    row.story_id !== null ||
    row.note !== '' ||
    row.due_at !== null ||
    row.dropped_at !== null ||
    row.own_json !== '[]'
  );
}

const isWithin = (row: PlanRow, whole: { from: number; to: number }, now: number): boolean =>
  row.order_at < whole.to && row.until_at >= Math.max(whole.from, now - DAY_BACK);

const DAY_BACK = 24 * 60 * 60_000; // what is over stays as it was

/** A series that was moved as a whole comes by new keys: what somebody has of it is the one of the same day, or nothing. */
function adopted(orphans: PlanRow[], event: CalendarEvent): PlanRow | undefined {
  if (orphans.length === 0) return undefined;
  const dayOf = (at: number) => Math.floor(at / DAY_BACK);
  const { order_at } = orderOf(event.time);
  const at = orphans.findIndex(
    (row) => saidIn(row)?.series === event.series && dayOf(row.order_at) === dayOf(order_at),
  );
  return at === -1 ? undefined : orphans.splice(at, 1)[0];
}

function saidIn(row: PlanRow): CalendarWords | null {
  return row.said_json === null
    ? null
    : readRecord<CalendarWords>('plan_items.said_json', row.id, row.said_json);
}

const changesOf = (row: PlanRow): PlanChange[] =>
  readRecords<PlanChange>('plan_items.changes_json', row.id, row.changes_json);

function wordsOf({ key: _, ...words }: CalendarEvent): CalendarWords {
  return words;
}

function newRow(inner: Newsroom, calendarId: string, event: CalendarEvent) {
  const now = inner.clock.now();
  const { time } = event;
  return {
    id: inner.ids.next(),
    what: event.what,
    place: event.place,
    day: time.day,
    last_day: time.day === null ? null : time.lastDay,
    ...orderOf(time),
    assigned_id: null,
    due_at: null,
    note: '',
    story_id: null,
    dropped_at: null,
    calendar_id: calendarId,
    event_key: event.key,
    said_json: JSON.stringify(wordsOf(event)),
    cancelled_at: event.isCancelled ? now : null,
    by_id: null,
    created_at: now,
    updated_at: now,
  };
}

/** One item follows what is said of it now; true where anything is another than before. */
async function follow(inner: Newsroom, row: PlanRow, event: CalendarEvent): Promise<boolean> {
  const before = saidIn(row);
  const said = JSON.stringify(wordsOf(event));
  const wasOff = row.cancelled_at !== null;
  if (row.said_json === said && row.event_key === event.key && wasOff === event.isCancelled) return false;
  const now = inner.clock.now();
  const own = new Set(readWords('plan_items.own_json', row.id, row.own_json));
  const isFree = (part: PlanPart) => !own.has(part);
  const { time } = event;
  let changes = changesOf(row);
  for (const change of changesBetween(before, event, now)) changes = withChange(changes, change);
  if (event.isCancelled !== wasOff)
    changes = withChange(changes, {
      part: event.isCancelled ? 'cancelled' : 'back',
      was: null,
      now: null,
      at: now,
    });
  await updatePlanRow(inner, row.id, {
    event_key: event.key,
    said_json: said,
    cancelled_at: event.isCancelled ? (row.cancelled_at ?? now) : null,
    changes_json: JSON.stringify(changes),
    ...(isFree('what') ? { what: event.what } : {}),
    ...(isFree('place') ? { place: event.place } : {}),
    ...(isFree('when')
      ? { day: time.day, last_day: time.day === null ? null : time.lastDay, ...orderOf(time) }
      : {}),
    updated_at: Math.max(now, row.updated_at + 1),
  });
  return true;
}

function changesBetween(before: CalendarWords | null, event: CalendarEvent, at: number): PlanChange[] {
  if (before === null) return [];
  const changes: [PlanPart, PlanChange['was'], PlanChange['now']][] = [
    ['when', before.time, event.time],
    ['what', before.what, event.what],
    ['place', before.place, event.place],
  ];
  return changes
    .filter(([, one, other]) => !isSame(one, other))
    .map(([part, one, other]) => ({ part, was: one, now: other, at }));
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const off = new Set<PlanChange['part']>(['cancelled', 'gone', 'back']);

/** With one more: of a part that changed twice unseen, from what it was at first; what came to be as it was is no change. */
function withChange(changes: PlanChange[], change: PlanChange): PlanChange[] {
  if (off.has(change.part)) {
    const rest = changes.filter(({ part }) => !off.has(part));
    const isUndone = change.part === 'back' && rest.length < changes.length;
    return isUndone ? rest : [...rest, change];
  }
  const first = changes.find(({ part }) => part === change.part);
  const rest = changes.filter(({ part }) => part !== change.part);
  const was = first ? first.was : change.was;
  return isSame(was, change.now) ? rest : [...rest, { ...change, was }];
}
