/**
 * Calendars: addresses that the desk subscribed to, files that it brought, and sources' own plans. An address is read again and
 * again; what is wrong with it is told at the desk, and what came of it before stays.
 */
import { DAY, HOUR, MINUTE } from '../kit/clock.ts';
import { cleanLetters } from '../kit/letters.ts';
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { announce } from '../runner/work.ts';
import { askCalendar, LARGEST_CALENDAR, readCalendarIn, windowAt } from './ask-calendar.ts';
import {
  type CalendarRow,
  claimDueCalendars,
  deletePlanRows,
  findCalendarRow,
  getCalendarRow,
  holdCalendarRow,
  listCalendarRows,
  listRowsOfCalendar,
  putCalendarRow,
  updateCalendarRow,
} from './calendar-queries.ts';
import type { CalendarReading } from './read-calendar.ts';
import { takeEvents } from './take-events.ts';

export interface Calendar {
  id: string;
  name: string;
  kind: 'address' | 'file' | 'agency';
  address: string | null;
  sourceId: string | null;
  readAt: number | null;
  okAt: number | null;
  failureWords: string | null;
  nextReadAt: number;
}

const LONGEST_NAME = 120; // characters
const LEASE = 3 * MINUTE; // the longest fetch and the longest reading, and a breath
const USUAL = 30 * MINUTE; // between two readings of an address
const LEAST = 10 * MINUTE; // whatever it asks for
const MOST = DAY;
const AT_ONCE = 20; // calendars of one claim

/** Those that are read, by name. */
export async function listCalendars(newsroom: Newsroom): Promise<Calendar[]> {
  return (await listCalendarRows(newsroom)).map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    address: row.address,
    sourceId: row.source_id,
    readAt: row.read_at,
    okAt: row.ok_at,
    failureWords: row.failure_words,
    nextReadAt: row.next_read_at,
  }));
}

/**
 * Subscribes to an iCalendar address, which is read at once. Refuses with `calendar-not-read`, in words, what cannot be fetched or
 * is no calendar, and with `form-incomplete` an address that is known already.
 */
export async function subscribeCalendar(
  newsroom: Newsroom,
  { address, name, by }: { address: string; name: string; by: Actor },
): Promise<{ calendarId: string; problems: string[] }> {
  const wanted = address.trim().replace(/^webcals?:\/\//i, 'https://');
  if (await findCalendarRow(newsroom, { address: wanted }))
    refuse('form-incomplete', { because: 'calendarKnown', fields: { address: because('calendarKnown') } });
  const answer = await askCalendar(newsroom, { address: wanted, etag: null, last_modified: null });
  if (!answer.ok) return refuse('calendar-not-read', { words: answer.words });
  if (answer.bytes === null) return refuse('calendar-not-read');
  const { bytes, contentType, etag, lastModified } = answer;
  const reading = await readCalendarIn(newsroom, { bytes, contentType });
  if (!reading.ok) return refuse('calendar-not-read', { words: reading.words });
  const kept = { address: wanted, etag, last_modified: lastModified, bytes };
  return takeNew(newsroom, { kind: 'address', name, by, reading, kept });
}

/** Takes in a calendar file once; what recurs in it is followed into the days to come. Refuses with `calendar-not-read`. */
export async function bringCalendar(
  newsroom: Newsroom,
  { bytes, name, by }: { bytes: Uint8Array; name: string; by: Actor },
): Promise<{ calendarId: string; problems: string[] }> {
  if (bytes.length > LARGEST_CALENDAR) refuse('calendar-not-read', { because: 'calendarTooLarge' });
  const reading = await readCalendarIn(newsroom, { bytes, contentType: null });
  if (!reading.ok) return refuse('calendar-not-read', { words: reading.words });
  const kept = { address: null, etag: null, last_modified: null, bytes };
  return takeNew(newsroom, { kind: 'file', name, by, reading, kept });
}

interface NewCalendar {
  kind: 'address' | 'file';
  name: string;
  by: Actor;
  reading: ReadOk;
  kept: Pick<CalendarRow, 'address' | 'etag' | 'last_modified' | 'bytes'>;
}

type ReadOk = Extract<CalendarReading, { ok: true }>;

async function takeNew(
  newsroom: Newsroom,
  { kind, name, by, reading, kept }: NewCalendar,
): Promise<{ calendarId: string; problems: string[] }> {
  return newsroom.transact(async (inner) => {
    const id = inner.ids.next();
    const now = inner.clock.now();
    const called =
      cleanLetters(name).replace(/\s+/g, ' ').trim() || cleanLetters(reading.name) || nameOf(kept.address);
    await putCalendarRow(inner, {
      id,
      name: called.slice(0, LONGEST_NAME),
      kind,
      ...kept,
      source_id: null,
      asked_rest_ms: reading.restMs,
      next_read_at: now + restOf(kind, reading.restMs),
      lease_until: 0,
      read_at: now,
      ok_at: now,
      failure_words: reading.problems.join(' ') || null,
      failures_in_row: 0,
      by_id: by.id,
      created_at: now,
      ended_at: null,
    });
    await takeEvents(inner, { calendarId: id, events: reading.events, whole: windowAt(now) });
    const facts = { name: called, address: kept.address };
    await recordAct(inner, { by, act: 'subscribe', subjectKind: 'calendar', subjectId: id, facts });
    return { calendarId: id, problems: reading.problems };
  });
}

function nameOf(address: string | null): string {
  return address !== null && URL.canParse(address) ? new URL(address).hostname : 'Calendar';
}

/** Reads no more of it. What nobody has touched of what is to come goes with it; the rest stays on the plan. */
export async function endCalendar(
  newsroom: Newsroom,
  { calendarId, by }: { calendarId: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const row = await getCalendarRow(inner, calendarId);
    if (row.ended_at !== null) return;
    const now = inner.clock.now();
    await updateCalendarRow(inner, calendarId, { ended_at: now, bytes: null });
    const rows = await listRowsOfCalendar(inner, calendarId, now);
    const untouched = rows.filter(
      (item) =>
        item.assigned_id === null && item.story_id === null && item.note === '' && item.own_json === '[]',
    );
    await deletePlanRows(
      inner,
      untouched.map(({ id }) => id),
    );
    await recordAct(inner, {
      by,
      act: 'unsubscribe',
      subjectKind: 'calendar',
      subjectId: calendarId,
      facts: { name: row.name },
    });
    inner.bell.ring('desk', { what: 'plan' });
  });
}

/** Has an address read again now. */
export async function readCalendarAgain(
  newsroom: Newsroom,
  { calendarId }: { calendarId: string },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    await getCalendarRow(inner, calendarId);
    await updateCalendarRow(inner, calendarId, { next_read_at: inner.clock.now() });
    await announce(inner, { event: 'calendar-due', facts: { calendarId }, key: `calendar ${calendarId}` });
  });
}

/** By the clock: those that are due are read, each as work of its own. */
export async function readDueCalendars(newsroom: Newsroom): Promise<void> {
  await newsroom.transact(async (inner) => {
    for (const calendarId of await claimDueCalendars(inner, { leaseMs: LEASE, limit: AT_ONCE }))
      await announce(inner, { event: 'calendar-due', facts: { calendarId }, key: `calendar ${calendarId}` });
  });
}

/** Follow-up: reads a calendar and takes in what it says. Run again, it does the same once more. */
export async function readDueCalendar(
  newsroom: Newsroom,
  { calendarId }: { calendarId: string },
): Promise<void> {
  const row = await getCalendarRow(newsroom, calendarId);
  if (row.ended_at !== null || row.kind === 'agency') return;
  const answer =
    row.address === null
      ? { ok: true as const, bytes: null, contentType: null, etag: null, lastModified: null }
      : await askCalendar(newsroom, {
          address: row.address,
          etag: row.etag,
          last_modified: row.last_modified,
        });
  if (!answer.ok) return keepFailure(newsroom, row, answer.words);
  const bytes = answer.bytes ?? row.bytes;
  if (bytes === null)
    return keepFailure(newsroom, row, 'It says that nothing changed since we never read it.');
  const reading = await readCalendarIn(newsroom, { bytes, contentType: answer.contentType });
  if (!reading.ok) return keepFailure(newsroom, row, reading.words);
  await newsroom.transact(async (inner) => {
    if (!(await holdCalendarRow(inner, calendarId))) return;
    const now = inner.clock.now();
    await takeEvents(inner, { calendarId, events: reading.events, whole: windowAt(now) });
    const isNew = answer.bytes !== null;
    await updateCalendarRow(inner, calendarId, {
      ...(isNew ? { bytes, etag: answer.etag, last_modified: answer.lastModified } : {}),
      asked_rest_ms: reading.restMs,
      next_read_at: now + restOf(row.kind, reading.restMs),
      lease_until: 0,
      read_at: now,
      ok_at: now,
      failure_words: reading.problems.join(' ') || null,
      failures_in_row: 0,
    });
  });
}

async function keepFailure(newsroom: Newsroom, row: CalendarRow, words: string): Promise<void> {
  await newsroom.transact(async (inner) => {
    const now = inner.clock.now();
    const failures = row.failures_in_row + 1;
    await updateCalendarRow(inner, row.id, {
      failure_words: words,
      failures_in_row: failures,
      read_at: now,
      lease_until: 0,
      next_read_at: now + Math.min(USUAL * 2 ** Math.min(failures - 1, MOST_DOUBLINGS), 12 * HOUR),
    });
    if (row.failure_words !== words) inner.bell.ring('desk', { what: 'plan' });
  });
}

const MOST_DOUBLINGS = 5;

function restOf(kind: CalendarRow['kind'], asked: number | null): number {
  if (kind === 'file') return DAY; // nothing changes in it but the days that are near
  return Math.min(MOST, Math.max(LEAST, asked ?? USUAL));
}
