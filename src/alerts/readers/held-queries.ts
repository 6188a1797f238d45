/** The questions that are asked of alerts that wait for a device. Private to this room. */
import type { Newsroom } from '../../newsroom.ts';
import type { HeldAlertsTable } from '../../store/device-tables.ts';
import { storyPath } from '../../stories/story.ts';
import { readerColumns } from './reader-queries.ts';

export type Became = 'told' | 'gathered' | 'expired' | 'withdrawn' | 'failed';

export interface HeldFor {
  deviceId: string;
  alertId: string;
  why: 'quiet' | 'cap';
  attempts: number;
}

/**
 * Takes what is due of some devices, all of a device together, under a lease; `rows` are looked at, the longest due first,
 * so that a night's half a million cost no more than what is taken. Whoever comes second to a device finds its rows taken.
 */
export async function claimHeld(inner: Newsroom, asked: { rows: number; lease: number }): Promise<HeldFor[]> {
  const now = inner.clock.now();
  const due = await inner.store
    .selectFrom('held_alerts')
    .select('device_id')
    .where('done_at', 'is', null)
    .where('until', '<=', now)
    .where('lease_until', '<=', now)
    .orderBy('until')
    .limit(asked.rows)
    .execute();
  if (due.length === 0) return [];
  const rows = await inner.store
    .updateTable('held_alerts')
    .set((row) => ({
      lease_until: now + asked.lease,
      held_by: inner.process,
      attempts: row('attempts', '+', 1),
    }))
    .where('device_id', 'in', [...new Set(due.map((row) => row.device_id))])
    .where('done_at', 'is', null)
    .where('until', '<=', now)
    .where('lease_until', '<=', now)
    .returning(['device_id as deviceId', 'alert_id as alertId', 'why', 'attempts'])
    .execute();
  return rows.sort(
    (one, other) => compare(one.deviceId, other.deviceId) || compare(one.alertId, other.alertId),
  );
}

/** Gives back what a process held that is gone; what any held, where none is named. */
export async function freeHeldRows(inner: Newsroom, processId: string | null): Promise<void> {
  const held = inner.store
    .updateTable('held_alerts')
    .set({ lease_until: 0 })
    .where('done_at', 'is', null)
    .where('lease_until', '>', 0);
  await (processId === null ? held : held.where('held_by', '=', processId)).execute();
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** The alerts that wait, each with its edition as it is read now: corrected words, the last revision told. */
export async function waitedAlerts(newsroom: Newsroom, ids: string[]) {
  if (ids.length === 0) return [];
  const rows = await newsroom.store
    .selectFrom('alerts')
    .innerJoin('stories', 'stories.id', 'alerts.story_id')
    .innerJoin('editions', 'editions.id', 'alerts.edition_id')
    .leftJoin('takes', 'takes.id', 'editions.published_take_id')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .select([
      'alerts.id',
      'alerts.story_id as storyId',
      'alerts.edition_id as editionId',
      'alerts.kind',
      'alerts.path as pathThen',
      'alerts.level',
      'alerts.language',
      'alerts.headline',
      'alerts.body',
      'alerts.state',
      'alerts.created_at as at',
      'stories.status',
      'takes.headline as headlineNow',
      'takes.dek as dekNow',
      'editions.slug',
      'sections.slug as section',
    ])
    .select((row) =>
      row
        .selectFrom('alerts as later')
        .select((most) => most.fn.max('later.revision').as('revision'))
        .whereRef('later.edition_id', '=', 'alerts.edition_id')
        .as('revision'),
    )
    .where('alerts.id', 'in', ids)
    .execute();
  return rows.map(({ slug, section, pathThen, ...row }) => ({
    ...row,
    revision: Number(row.revision ?? 1),
    path: row.kind === 'moment' ? pathThen : storyPath(section, slug), // an entry stays on its page
  }));
}

export async function devicesThatWaited(newsroom: Newsroom, ids: string[]) {
  if (ids.length === 0) return [];
  return newsroom.store
    .selectFrom('devices')
    .select([
      ...readerColumns,
      'origin',
      'strikes',
      'endpoint_sealed',
      'auth_sealed',
      'p256dh',
      'vapid_key_id',
      'gone_at',
    ])
    .where('id', 'in', ids)
    .execute();
}

/** Stories of these that these devices want to hear no more of, as `device story`. */
export async function stoppedPairs(
  newsroom: Newsroom,
  asked: { deviceIds: string[]; storyIds: string[] },
): Promise<Set<string>> {
  if (asked.deviceIds.length === 0 || asked.storyIds.length === 0) return new Set();
  const rows = await newsroom.store
    .selectFrom('stopped_stories')
    .select(['device_id', 'story_id'])
    .where('story_id', 'in', asked.storyIds)
    .where('device_id', 'in', asked.deviceIds)
    .execute();
  return new Set(rows.map((row) => `${row.device_id} ${row.story_id}`));
}

export type HeldChange = Partial<Pick<HeldAlertsTable, 'why' | 'until'>> & {
  done_at?: number;
  became?: Became;
  lease_until?: number;
};

/** The same change for an alert that waited for several devices. */
export async function setHeld(
  inner: Newsroom,
  of: { alertId: string; deviceIds: string[] },
  change: HeldChange,
): Promise<void> {
  if (of.deviceIds.length === 0) return;
  await inner.store
    .updateTable('held_alerts')
    .set(change)
    .where('alert_id', '=', of.alertId)
    .where('device_id', 'in', of.deviceIds)
    .where('done_at', 'is', null)
    .execute();
}

/** What waits for a device is looked at again at once: its reader said something else. */
export async function wakeHeldAlerts(inner: Newsroom, deviceId: string): Promise<void> {
  await inner.store
    .updateTable('held_alerts')
    .set({ until: inner.clock.now() })
    .where('device_id', '=', deviceId)
    .where('done_at', 'is', null)
    .execute();
}

/** Takes out what was done before that instant. */
export async function deleteDoneHeld(newsroom: Newsroom, before: number): Promise<void> {
  await newsroom.store.deleteFrom('held_alerts').where('done_at', '<', before).execute();
}
