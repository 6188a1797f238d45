/** The questions that devices and follows are asked. Private to this room. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { DevicesTable } from '../store/tables.ts';
import type { Follow, FollowTarget } from './alert-rules.ts';

export type Device = Selectable<DevicesTable>;
export type NewDevice = Insertable<DevicesTable>;

export async function deviceByToken(newsroom: Newsroom, tokenHash: string): Promise<Device | undefined> {
  return newsroom.store
    .selectFrom('devices')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

export async function deviceByEndpoint(
  newsroom: Newsroom,
  endpointHash: string,
): Promise<Device | undefined> {
  return newsroom.store
    .selectFrom('devices')
    .selectAll()
    .where('endpoint_hash', '=', endpointHash)
    .executeTakeFirst();
}

export async function deviceById(newsroom: Newsroom, id: string): Promise<Device | undefined> {
  return newsroom.store.selectFrom('devices').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertDevice(newsroom: Newsroom, device: NewDevice): Promise<void> {
  await newsroom.store.insertInto('devices').values(device).execute();
}

export async function updateDevice(
  newsroom: Newsroom,
  id: string,
  change: Updateable<DevicesTable>,
): Promise<void> {
  await newsroom.store.updateTable('devices').set(change).where('id', '=', id).execute();
}

/** Takes the device and what it followed out of the store. */
export async function deleteDevice(newsroom: Newsroom, id: string): Promise<void> {
  await newsroom.store.deleteFrom('follows').where('device_id', '=', id).execute();
  await newsroom.store.deleteFrom('devices').where('id', '=', id).execute();
}

export async function countBySender(newsroom: Newsroom, senderHash: string): Promise<number> {
  const row = await newsroom.store
    .selectFrom('devices')
    .select((count) => count.fn.countAll<number>().as('devices'))
    .where('sender_hash', '=', senderHash)
    .executeTakeFirstOrThrow();
  return Number(row.devices);
}

export async function followsOf(newsroom: Newsroom, deviceId: string): Promise<Follow[]> {
  const rows = await newsroom.store
    .selectFrom('follows')
    .select(['kind', 'subject_id', 'level'])
    .where('device_id', '=', deviceId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    subjectId: row.subject_id,
    level: row.level as Follow['level'],
  }));
}

export async function replaceFollows(newsroom: Newsroom, deviceId: string, follows: Follow[]): Promise<void> {
  await newsroom.store.deleteFrom('follows').where('device_id', '=', deviceId).execute();
  if (follows.length === 0) return;
  const created_at = newsroom.clock.now();
  await newsroom.store
    .insertInto('follows')
    .values(
      follows.map((follow) => ({
        id: newsroom.ids.next(),
        device_id: deviceId,
        kind: follow.kind,
        subject_id: follow.subjectId,
        level: follow.level,
        created_at,
      })),
    )
    .execute();
}

/** A name for each thing followed, by `kind:id`; what is not there (or a story not published) has none. */
export async function namesOf(
  newsroom: Newsroom,
  targets: readonly FollowTarget[],
): Promise<Map<string, { name: string; path: string | null }>> {
  const names = new Map<string, { name: string; path: string | null }>([['all:', { name: '', path: null }]]);
  const ids = (kind: string) =>
    targets.filter((target) => target.kind === kind).map((target) => target.subjectId);
  for (const kind of ['section', 'topic', 'source'] as const) {
    if (ids(kind).length === 0) continue;
    const rows = await newsroom.store
      .selectFrom(`${kind}s`)
      .select(['id', 'name', 'slug'])
      .where('id', 'in', ids(kind))
      .execute();
    for (const row of rows) names.set(`${kind}:${row.id}`, { name: row.name, path: null });
  }
  if (ids('story').length === 0) return names;
  const stories = await newsroom.store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .select(['stories.id', 'takes.headline', 'editions.slug', 'sections.slug as section'])
    .where('stories.id', 'in', ids('story'))
    .where('stories.status', '=', 'published')
    .execute();
  for (const row of stories)
    names.set(`story:${row.id}`, { name: row.headline, path: `/${row.section ?? 'news'}/${row.slug}` });
  return names;
}

/** The alerts last sent to a device, newest first, with what became of each. */
export async function alertsSentTo(newsroom: Newsroom, device: Device, limit: number) {
  return newsroom.store
    .selectFrom('alert_chunks')
    .innerJoin('alerts', 'alerts.id', 'alert_chunks.alert_id')
    .select([
      'alerts.id',
      'alerts.headline',
      'alerts.body',
      'alerts.path',
      'alerts.kind',
      'alerts.level',
      'alerts.created_at',
      'alert_chunks.device_ids_json',
      'alert_chunks.outcomes',
    ])
    .where('alert_chunks.origin', '=', device.origin)
    .where('alert_chunks.first_device_id', '<=', device.id)
    .where('alert_chunks.last_device_id', '>=', device.id)
    .where('alerts.created_at', '>=', device.created_at)
    .orderBy('alerts.created_at', 'desc')
    .limit(limit)
    .execute();
}
