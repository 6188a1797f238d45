/** Writing down what was counted: by the hour for good, and what is now for a moment. Several processes add up. */
import { DAY, HOUR } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import type { ReadershipHoursTable, ReadershipNowTable } from '../store/readership-tables.ts';
import { freshCounts, latelyOf, type ReadCounts } from './counts.ts';
import { addHours, deleteOldHours, deleteOldNow, putNow, storiesOfAlerts } from './queries.ts';

const KEPT = 400 * DAY; // of hours: a year, and the weeks to compare it with
export const NOW_LASTS = 45_000; // ms after which what a process said is no longer now: it has gone

/** For the clock, and when a process ends: writes what was counted since. What a process killed outright had not written is lost. */
export async function flushReads(newsroom: Newsroom): Promise<void> {
  const counts = newsroom.memory.of(freshCounts);
  const now = newsroom.clock.now();
  const hours = await takeHours(newsroom, counts, now);
  const lately = nowOf(newsroom.process, counts, now);
  try {
    await newsroom.transact(async (inner) => {
      await addHours(inner, hours);
      await putNow(inner, newsroom.process, lately);
    });
  } catch (error) {
    putBack(counts, hours);
    throw error;
  }
}

/** For the clock: forgets what is older than is kept. */
export async function pruneReads(newsroom: Newsroom): Promise<void> {
  const now = newsroom.clock.now();
  await deleteOldHours(newsroom, now - KEPT);
  await deleteOldNow(newsroom, now - HOUR);
}

/** What was counted since the last writing. Who opened an alert came from there, and not from nowhere. */
async function takeHours(
  newsroom: Newsroom,
  counts: ReadCounts,
  now: number,
): Promise<ReadershipHoursTable[]> {
  const opened = new Map(counts.alerts);
  counts.alerts.clear();
  const stories = await storiesOfAlerts(newsroom, [...opened.keys()]);
  for (const { id, story_id, language } of stories)
    moveToAlert(counts, `story:${story_id} ${language}`, opened.get(id) ?? 0);
  const hour_at = Math.floor(now / HOUR) * HOUR;
  const rows: ReadershipHoursTable[] = [];
  for (const { page, ways } of counts.pages.values()) {
    for (const [way, reads] of ways) rows.push({ hour_at, ...pageOf(page), way, reads });
    ways.clear();
  }
  return rows;
}

const pageOf = ({ subject, language }: { subject: string; language: string }) => ({ subject, language });

/** A page that an alert opens has no address that it came from. */
function moveToAlert({ pages }: ReadCounts, key: string, opened: number): void {
  const ways = pages.get(key)?.ways;
  const moved = Math.min(opened, ways?.get('direct') ?? 0);
  if (!ways || moved === 0) return;
  const left = (ways.get('direct') ?? 0) - moved;
  if (left === 0) ways.delete('direct');
  else ways.set('direct', left);
  ways.set('alert', (ways.get('alert') ?? 0) + moved);
}

/** The store did not take it: it is written with the next, in the hour of that. */
function putBack({ pages }: ReadCounts, rows: ReadershipHoursTable[]): void {
  for (const { subject, language, way, reads } of rows) {
    const ways = pages.get(`${subject} ${language}`)?.ways;
    ways?.set(way, (ways.get(way) ?? 0) + reads);
  }
}

/** What is now of each page; one that nobody read for an hour is forgotten. */
function nowOf(process: string, counts: ReadCounts, now: number): ReadershipNowTable[] {
  const rows = new Map<string, ReadershipNowTable>();
  const rowOf = (subject: string) => {
    const row = rows.get(subject) ?? { process, subject, minute: 0, hour: 0, open: 0, at: now };
    rows.set(subject, row);
    return row;
  };
  for (const [key, reads] of counts.pages) {
    const { minute, hour } = latelyOf(reads, now);
    if (hour === 0 && reads.ways.size === 0) {
      counts.pages.delete(key);
      continue;
    }
    const row = rowOf(reads.page.subject);
    row.minute += minute;
    row.hour += hour;
  }
  for (const [storyId, open] of counts.openPages()) rowOf(`story:${storyId}`).open += open;
  return [...rows.values()];
}
