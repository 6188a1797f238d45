/** What the store is asked of the readership. */
import { sql } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { ReadershipHoursTable, ReadershipNowTable } from '../store/readership-tables.ts';

const AT_ONCE = 200; // rows of one statement

export async function addHours(inner: Newsroom, rows: ReadershipHoursTable[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await inner.store
      .insertInto('readership_hours')
      .values(rows.slice(at, at + AT_ONCE))
      .onConflict((conflict) =>
        conflict.columns(['hour_at', 'subject', 'language', 'way']).doUpdateSet({
          reads: sql<number>`readership_hours.reads + excluded.reads`,
        }),
      )
      .execute();
}

/** What a process says is now, in place of what it said before. */
export async function putNow(inner: Newsroom, process: string, rows: ReadershipNowTable[]): Promise<void> {
  await inner.store.deleteFrom('readership_now').where('process', '=', process).execute();
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await inner.store
      .insertInto('readership_now')
      .values(rows.slice(at, at + AT_ONCE))
      .execute();
}

export async function deleteOldHours(newsroom: Newsroom, before: number): Promise<void> {
  await newsroom.store.deleteFrom('readership_hours').where('hour_at', '<', before).execute();
}

export async function deleteOldNow(newsroom: Newsroom, before: number): Promise<void> {
  await newsroom.store.deleteFrom('readership_now').where('at', '<', before).execute();
}

export async function storiesOfAlerts(
  newsroom: Newsroom,
  ids: string[],
): Promise<{ id: string; story_id: string; language: string }[]> {
  if (ids.length === 0) return [];
  return newsroom.store
    .selectFrom('alerts')
    .where('id', 'in', ids)
    .select(['id', 'story_id', 'language'])
    .execute();
}

export interface NowRow {
  subject: string;
  minute: number;
  hour: number;
  open: number;
}

/** Of all processes together. */
export async function listNow(
  newsroom: Newsroom,
  { since, subjects, most }: { since: number; subjects?: string[]; most?: number },
): Promise<NowRow[]> {
  let rows = newsroom.store
    .selectFrom('readership_now')
    .where('at', '>=', since)
    .groupBy('subject')
    .select(['subject', ({ fn }) => fn.sum<number>('minute').as('minute')])
    .select([({ fn }) => fn.sum<number>('hour').as('hour'), ({ fn }) => fn.sum<number>('open').as('open')]);
  if (subjects) rows = rows.where('subject', 'in', subjects);
  if (most) rows = rows.orderBy('hour', 'desc').orderBy('subject').limit(most);
  return (await rows.execute()).map(({ subject, ...counts }) => ({
    subject,
    minute: Number(counts.minute),
    hour: Number(counts.hour),
    open: Number(counts.open),
  }));
}

/** Sums of a span of hours by one column, the most read first. */
export async function sumHours(
  newsroom: Newsroom,
  asked: {
    by: 'subject' | 'language' | 'way' | 'hour_at';
    from: number;
    to: number;
    subject?: string;
    most: number;
  },
): Promise<{ name: string; reads: number }[]> {
  let rows = newsroom.store
    .selectFrom('readership_hours')
    .where('hour_at', '>=', asked.from)
    .where('hour_at', '<', asked.to)
    .groupBy(asked.by)
    .select([sql<string | number>`${sql.ref(asked.by)}`.as('name')])
    .select(({ fn }) => fn.sum<number>('reads').as('reads'));
  if (asked.subject !== undefined) rows = rows.where('subject', '=', asked.subject);
  const found = await rows.orderBy('reads', 'desc').orderBy('name').limit(asked.most).execute();
  return found.map(({ name, reads }) => ({ name: String(name), reads: Number(reads) }));
}

/** Reads by way of some pages, for where their readers came from. */
export async function listWays(
  newsroom: Newsroom,
  { from, to, subjects }: { from: number; to: number; subjects: string[] },
): Promise<{ subject: string; way: string; reads: number }[]> {
  if (subjects.length === 0) return [];
  const rows = await newsroom.store
    .selectFrom('readership_hours')
    .where('hour_at', '>=', from)
    .where('hour_at', '<', to)
    .where('subject', 'in', subjects)
    .groupBy(['subject', 'way'])
    .select(['subject', 'way', ({ fn }) => fn.sum<number>('reads').as('reads')])
    .execute();
  return rows.map(({ reads, ...row }) => ({ ...row, reads: Number(reads) }));
}

/** Reads of stories by the section in which they stand today. */
export async function sumSections(
  newsroom: Newsroom,
  { from, to }: { from: number; to: number },
): Promise<{ name: string; reads: number }[]> {
  const rows = await newsroom.store
    .selectFrom('readership_hours')
    .innerJoin('stories', (join) => join.on(sql<boolean>`readership_hours.subject = 'story:' || stories.id`))
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .where('hour_at', '>=', from)
    .where('hour_at', '<', to)
    .groupBy('sections.name')
    .select(['sections.name', ({ fn }) => fn.sum<number>('reads').as('reads')])
    .orderBy('reads', 'desc')
    .execute();
  return rows.map(({ name, reads }) => ({ name: name ?? 'no section', reads: Number(reads) }));
}

export function listHeadlines(
  newsroom: Newsroom,
  storyIds: string[],
): Promise<{ id: string; slug: string; headline: string; language: string }[]> {
  return newsroom.store
    .selectFrom('stories')
    .innerJoin('editions', 'editions.story_id', 'stories.id')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id')
    .where('stories.id', 'in', storyIds)
    .select(['stories.id', 'stories.slug', 'takes.headline', 'editions.language'])
    .orderBy('editions.id', 'desc')
    .execute();
}

/** Alerts that left within a span, with how often each was opened, the newest first. */
export async function listAlertOpens(
  newsroom: Newsroom,
  { from, to, most }: { from: number; to: number; most: number },
): Promise<{ id: string; headline: string; language: string; at: number; opened: number }[]> {
  const rows = await newsroom.store
    .selectFrom('alerts')
    .leftJoin('alert_opens', 'alert_opens.alert_id', 'alerts.id')
    .where('alerts.created_at', '>=', from)
    .where('alerts.created_at', '<', to)
    .select([
      'alerts.id',
      'alerts.headline',
      'alerts.language',
      'alerts.created_at as at',
      'alert_opens.opened',
    ])
    .orderBy('alerts.created_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ opened, ...row }) => ({ ...row, at: Number(row.at), opened: Number(opened ?? 0) }));
}
