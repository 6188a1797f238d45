/** The questions that are asked of readers' wishes, of what they stopped and of what waits for them. Private to this room. */
import { type Insertable, sql } from 'kysely';
import { MINUTE } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { HeldAlertsTable } from '../../store/device-tables.ts';
import { keptByForm, keptQuery } from '../../store/kept-query.ts';
import { findMasthead } from '../../stories/masthead.ts';
import type { Alert } from '../queries.ts';
import { type ReaderRow, TOLD_KEPT } from './reader-settings.ts';
import type { News } from './who-hears.ts';

export type HeldRow = Insertable<HeldAlertsTable>;

/** Ids of devices, both ends within. */
export interface TimeRange {
  first: string;
  last: string;
}

export const readerColumns = [
  'id',
  'language',
  'languages_json',
  'time_zone',
  'quiet_from',
  'quiet_to',
  'breaks',
  'daily_cap',
  'told_minutes',
  'created_at',
] as const;

/** Devices by id, which are in order; `withWishes` leaves out those that asked for nothing but follows. */
export async function readerRows(
  inner: Newsroom,
  { ids, withWishes }: { ids: string[]; withWishes: boolean },
): Promise<Map<string, ReaderRow>> {
  if (withWishes) {
    // Followers mostly stand close together, and then this is a walk along a short index.
    const [first, last, most] = [ids[0] ?? '', ids.at(-1) ?? '', ids.length + 1];
    const between = await wishesWithin(inner, { first, last, most });
    if (between.length <= ids.length) return byId(between);
  }
  const rows = await inner.store.selectFrom('devices').select(readerColumns).where('id', 'in', ids).execute();
  return byId(rows);
}

const wishesWithin = keptByForm(
  ({ store }, { first, last, most }: TimeRange & { most: number }) =>
    store
      .selectFrom('devices')
      .select(readerColumns)
      .where('has_wishes', '=', 1)
      .where('id', '>=', first)
      .where('id', '<=', last)
      .limit(most),
  ['most'],
);

const byId = (rows: readonly ReaderRow[]) => new Map(rows.map((row) => [row.id, row]));

export async function stoppedBy(inner: Newsroom, storyId: string, range: TimeRange): Promise<Set<string>> {
  const rows = await stoppedWithin(inner, [storyId, range.first, range.last]);
  return new Set(rows.map((row) => row.device_id));
}

const stoppedWithin = keptQuery(({ store }, [storyId, first, last]) =>
  store
    .selectFrom('stopped_stories')
    .select('device_id')
    .where('story_id', '=', storyId ?? '')
    .where('device_id', '>=', first ?? '')
    .where('device_id', '<=', last ?? ''),
);

export async function followersOfStory(
  inner: Newsroom,
  storyId: string,
  range: TimeRange,
): Promise<Set<string>> {
  const rows = await inner.store
    .selectFrom('follows')
    .select('device_id')
    .where('kind', '=', 'story')
    .where('subject_id', '=', storyId)
    .where('device_id', '>=', range.first)
    .where('device_id', '<=', range.last)
    .execute();
  return new Set(rows.map((row) => row.device_id));
}

/** Languages of the published editions of a story, the first edition's first. */
export async function editionsOf(inner: Newsroom, storyId: string): Promise<string[]> {
  const rows = await inner.store
    .selectFrom('editions')
    .select('language')
    .where('story_id', '=', storyId)
    .where('published_take_id', 'is not', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.language);
}

const TOGETHER = MINUTE; // editions published in one act are alerted within moments of each other

/**
 * News alerts of the story's other editions that were written before this one, with the editions that there were then.
 * Those of the same act are not earlier: they and this one choose their readers side by side.
 */
export async function earlierTellings(inner: Newsroom, alert: Alert): Promise<News['earlier']> {
  const rows = await inner.store
    .selectFrom('alerts')
    .select(['language', 'created_at as at'])
    .where('story_id', '=', alert.story_id)
    .where('kind', '=', 'news')
    .where('state', 'not in', ['stopped', 'standby']) // nobody was told those
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows
    .filter((row) => row.language !== alert.language && row.at < alert.created_at - TOGETHER)
    .map((row) => ({
      ...row,
      editions: rows.filter((other) => other.at <= row.at + TOGETHER).map((other) => other.language),
    }));
}

export async function timeZoneOfPaper(inner: Newsroom): Promise<string> {
  return (await findMasthead(inner))?.timeZone ?? 'UTC';
}

const AT_ONCE = 1_000; // rows in one statement: SQLite takes 32,766 values

export async function insertHeld(inner: Newsroom, rows: readonly HeldRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await inner.store
      .insertInto('held_alerts')
      .values(rows.slice(at, at + AT_ONCE))
      .onConflict((conflict) => conflict.columns(['device_id', 'alert_id']).doNothing())
      .execute();
}

/** Puts one telling before the others of each device; the oldest fall off. */
export async function markTold(inner: Newsroom, ids: readonly string[], entry: string): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE)
    await inner.store
      .updateTable('devices')
      .set({
        told_minutes: sql<string>`${entry} || substr(told_minutes, 1, ${sql.lit(TOLD_KEPT - entry.length)})`,
      })
      .where('id', 'in', ids.slice(at, at + AT_ONCE))
      .execute();
}
