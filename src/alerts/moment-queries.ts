/** The questions that told key moments are asked. Private to this room. */
import type { Newsroom } from '../newsroom.ts';
import type { ToldMomentsTable } from '../store/entry-tables.ts';
import type { Alert } from './queries.ts';

/** True if it was not there yet. */
export async function insertMoment({ store }: Newsroom, row: ToldMomentsTable): Promise<boolean> {
  const put = await store
    .insertInto('told_moments')
    .values(row)
    .onConflict((conflict) => conflict.column('entry_id').doNothing())
    .returning('entry_id')
    .executeTakeFirst();
  return put !== undefined;
}

export function findMoment({ store }: Newsroom, entryId: string): Promise<ToldMomentsTable | undefined> {
  return store.selectFrom('told_moments').selectAll().where('entry_id', '=', entryId).executeTakeFirst();
}

export function listWaitingMoments({ store }: Newsroom, editionId: string): Promise<ToldMomentsTable[]> {
  return store
    .selectFrom('told_moments')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('alert_id', 'is', null)
    .where('left_out', 'is', null)
    .orderBy('at')
    .execute();
}

export function listMomentsOfAlert({ store }: Newsroom, alertId: string): Promise<ToldMomentsTable[]> {
  return store.selectFrom('told_moments').selectAll().where('alert_id', '=', alertId).execute();
}

/** Those of these entries, each with the alert that tells it where there is one. */
export async function listMomentFates({ store }: Newsroom, entryIds: readonly string[]) {
  if (entryIds.length === 0) return [];
  return store
    .selectFrom('told_moments')
    .leftJoin('alerts', 'alerts.id', 'told_moments.alert_id')
    .select(['told_moments.entry_id', 'told_moments.left_out', 'alerts.state', 'alerts.left_at'])
    .select(['alerts.sent_at', 'alerts.stopped_why'])
    .where('told_moments.entry_id', 'in', entryIds)
    .execute();
}

export async function setMoment(
  { store }: Newsroom,
  entryId: string,
  change: Partial<Pick<ToldMomentsTable, 'alert_id' | 'left_out'>>,
): Promise<void> {
  await store.updateTable('told_moments').set(change).where('entry_id', '=', entryId).execute();
}

/** When the last alert of key moments of an edition was written; null for never. */
export async function lastMomentAt({ store }: Newsroom, editionId: string): Promise<number | null> {
  const row = await store
    .selectFrom('alerts')
    .select((alert) => alert.fn.max('created_at').as('at'))
    .where('edition_id', '=', editionId)
    .where('kind', '=', 'moment')
    .executeTakeFirst();
  return row?.at ? Number(row.at) : null;
}

/** Every alert of key moments of an edition, oldest first. */
export function listMomentAlerts({ store }: Newsroom, editionId: string): Promise<Alert[]> {
  return store
    .selectFrom('alerts')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('kind', '=', 'moment')
    .orderBy('created_at')
    .execute();
}

/** Languages of the editions whose key moments are told, the story's own first. */
export async function momentLanguages({ store }: Newsroom, storyId: string): Promise<string[]> {
  const rows = await store
    .selectFrom('editions')
    .select('language')
    .where('story_id', '=', storyId)
    .where('id', 'in', (from) =>
      from.selectFrom('told_moments').select('edition_id').where('story_id', '=', storyId),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ language }) => language);
}
