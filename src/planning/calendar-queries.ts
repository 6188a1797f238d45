/** What calendars ask the store, and of the plan what came of them. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import type { CalendarsTable, PlanItemsTable } from '../store/planning-tables.ts';
import type { PlanRow } from './plan-queries.ts';

export type CalendarRow = Selectable<CalendarsTable>;

export async function putCalendarRow(inner: Newsroom, row: Insertable<CalendarsTable>): Promise<void> {
  await inner.store.insertInto('calendars').values(row).execute();
}

export async function updateCalendarRow(
  inner: Newsroom,
  calendarId: string,
  change: Updateable<CalendarsTable>,
): Promise<void> {
  await inner.store.updateTable('calendars').set(change).where('id', '=', calendarId).execute();
}

export async function getCalendarRow(newsroom: Newsroom, calendarId: string): Promise<CalendarRow> {
  const row = await newsroom.store
    .selectFrom('calendars')
    .selectAll()
    .where('id', '=', calendarId)
    .executeTakeFirst();
  return row ?? refuse('not-found', { because: 'noSuchCalendar' });
}

/** The row, held until the transaction ends: whoever takes events in from it waits. */
export async function holdCalendarRow(inner: Newsroom, calendarId: string): Promise<boolean> {
  const held = await inner.store
    .updateTable('calendars')
    .set((row) => ({ name: row.ref('name') }))
    .where('id', '=', calendarId)
    .executeTakeFirst();
  return held.numUpdatedRows > 0n;
}

export function findCalendarRow(newsroom: Newsroom, by: { address: string } | { sourceId: string }) {
  const query = newsroom.store.selectFrom('calendars').selectAll();
  return 'address' in by
    ? query.where('address', '=', by.address).where('ended_at', 'is', null).executeTakeFirst()
    : query.where('source_id', '=', by.sourceId).executeTakeFirst();
}

/** Without what each holds, which may be megabytes. */
export function listCalendarRows(newsroom: Newsroom) {
  return newsroom.store
    .selectFrom('calendars')
    .select([
      'id',
      'name',
      'kind',
      'address',
      'source_id',
      'read_at',
      'ok_at',
      'failure_words',
      'failures_in_row',
    ])
    .select(['next_read_at', 'created_at'])
    .where('ended_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Calendars whose hour to be read has come, leased to whoever asks. */
export async function claimDueCalendars(
  newsroom: Newsroom,
  { leaseMs, limit }: { leaseMs: number; limit: number },
): Promise<string[]> {
  const now = newsroom.clock.now();
  const due = newsroom.store
    .selectFrom('calendars')
    .select('id')
    .where('ended_at', 'is', null)
    .where('kind', '<>', 'agency')
    .where('next_read_at', '<=', now)
    .where('lease_until', '<=', now)
    .orderBy('next_read_at')
    .limit(limit);
  const rows = await newsroom.store
    .updateTable('calendars')
    .set({ lease_until: now + leaseMs })
    .where('id', 'in', due)
    .where('lease_until', '<=', now)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** What came of a calendar and is not over before an instant. */
export function listRowsOfCalendar(inner: Newsroom, calendarId: string, from: number): Promise<PlanRow[]> {
  return inner.store
    .selectFrom('plan_items')
    .selectAll()
    .where('calendar_id', '=', calendarId)
    .where('until_at', '>=', from)
    .execute();
}

/** Whether any time of a series stands on the plan: their keys begin with that of the series and a blank. */
export async function hasSeriesRow(inner: Newsroom, calendarId: string, key: string): Promise<boolean> {
  const row = await inner.store
    .selectFrom('plan_items')
    .select('id')
    .where('calendar_id', '=', calendarId)
    .where('event_key', '>', `${key} `)
    .where('event_key', '<', `${key} :`) // what follows the blank is a year
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const AT_ONCE = 200; // in one question: engines have a limit to the values of one

/** By what the calendar calls them. */
export async function listRowsByKey(inner: Newsroom, calendarId: string, keys: string[]): Promise<PlanRow[]> {
  const rows: PlanRow[] = [];
  for (let at = 0; at < keys.length; at += AT_ONCE)
    rows.push(
      ...(await inner.store
        .selectFrom('plan_items')
        .selectAll()
        .where('calendar_id', '=', calendarId)
        .where('event_key', 'in', keys.slice(at, at + AT_ONCE))
        .execute()),
    );
  return rows;
}

export async function putPlanRows(inner: Newsroom, rows: Insertable<PlanItemsTable>[]): Promise<void> {
  const some = 50; // of some twenty values each
  for (let at = 0; at < rows.length; at += some)
    await inner.store
      .insertInto('plan_items')
      .values(rows.slice(at, at + some))
      .execute();
}

export async function deletePlanRows(inner: Newsroom, ids: string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE)
    await inner.store
      .deleteFrom('plan_items')
      .where('id', 'in', ids.slice(at, at + AT_ONCE))
      .execute();
}
