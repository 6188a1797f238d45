/** The questions that devices and follows are asked. Private to this room. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Newsroom } from '../../newsroom.ts';
import type { DevicesTable } from '../../store/device-tables.ts';
import type { FollowTarget, ReaderFollow } from '../alert-rules.ts';

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
  await newsroom.store.deleteFrom('merged_follows').where('device_id', '=', id).execute();
  await newsroom.store.deleteFrom('devices').where('id', '=', id).execute();
}

/** Devices that came from one address on a day, and how many of them no first alert has reached. */
export async function countBySender(
  newsroom: Newsroom,
  senderHash: string,
): Promise<{ devices: number; unconfirmed: number }> {
  const rows = await newsroom.store
    .selectFrom('devices')
    .select('welcomed_at')
    .where('sender_hash', '=', senderHash)
    .execute();
  return { devices: rows.length, unconfirmed: rows.filter((row) => row.welcomed_at === null).length };
}

export async function followsOf(newsroom: Newsroom, deviceId: string): Promise<ReaderFollow[]> {
  return (await followRows(newsroom, deviceId)).map((row) => ({
    kind: row.kind,
    subjectId: row.subject_id,
    level: row.level as ReaderFollow['level'],
  }));
}

async function followRows(newsroom: Newsroom, deviceId: string) {
  return newsroom.store
    .selectFrom('follows')
    .select(['kind', 'subject_id', 'level', 'created_at'])
    .where('device_id', '=', deviceId)
    .orderBy('id')
    .execute();
}

/** What stays keeps the time since when it is followed. */
export async function replaceFollows(
  newsroom: Newsroom,
  deviceId: string,
  follows: ReaderFollow[],
): Promise<void> {
  const nameOf = (follow: FollowTarget) => `${follow.kind}:${follow.subjectId}`;
  const since = new Map(
    (await followRows(newsroom, deviceId)).map((row) => [
      nameOf({ kind: row.kind, subjectId: row.subject_id }),
      row.created_at,
    ]),
  );
  await newsroom.store.deleteFrom('follows').where('device_id', '=', deviceId).execute();
  if (follows.length === 0) return;
  await newsroom.store
    .insertInto('follows')
    .values(
      follows.map((follow) => ({
        id: newsroom.ids.next(),
        device_id: deviceId,
        kind: follow.kind,
        subject_id: follow.subjectId,
        level: follow.level,
        created_at: since.get(nameOf(follow)) ?? newsroom.clock.now(),
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

const alertColumns = [
  'alerts.id as alertId',
  'alerts.headline',
  'alerts.body',
  'alerts.path',
  'alerts.language',
  'alerts.kind',
  'alerts.level',
  'alerts.created_at as at',
] as const;

const LOOKED_THROUGH = 60; // alerts; a reader of a single topic may have heard few of the last

/** The alerts last sent to a device, newest first, with what became of each. */
export async function alertsSentTo(newsroom: Newsroom, device: Device, limit: number) {
  const last = await newsroom.store
    .selectFrom('alerts')
    .select('id')
    .where('created_at', '>=', device.created_at)
    .orderBy('created_at', 'desc')
    .limit(LOOKED_THROUGH)
    .execute();
  if (last.length === 0) return [];
  return newsroom.store
    .selectFrom('alert_chunks')
    .innerJoin('alerts', 'alerts.id', 'alert_chunks.alert_id')
    .select([...alertColumns, 'alert_chunks.device_ids_json', 'alert_chunks.outcomes'])
    .where(
      'alert_chunks.alert_id',
      'in',
      last.map(({ id }) => id),
    )
    .where('alert_chunks.origin', '=', device.origin)
    .where('alert_chunks.first_device_id', '<=', device.id)
    .where('alert_chunks.last_device_id', '>=', device.id)
    .orderBy('alerts.created_at', 'desc')
    .limit(limit)
    .execute();
}

/** The alerts that quiet hours or a cap kept from a device, newest first: still, or until they were told. */
export async function alertsHeldFor(newsroom: Newsroom, deviceId: string, limit: number) {
  return newsroom.store
    .selectFrom('held_alerts')
    .innerJoin('alerts', 'alerts.id', 'held_alerts.alert_id')
    .select([...alertColumns, 'held_alerts.why', 'held_alerts.until', 'held_alerts.became'])
    .where('held_alerts.device_id', '=', deviceId)
    .orderBy('alerts.created_at', 'desc')
    .limit(limit)
    .execute();
}

/** Which keys devices subscribed with that are not gone. */
export async function listKeysInUse(newsroom: Newsroom): Promise<string[]> {
  const rows = await newsroom.store
    .selectFrom('devices')
    .select('vapid_key_id')
    .where('gone_at', 'is', null)
    .distinct()
    .execute();
  return rows.map((row) => row.vapid_key_id);
}
