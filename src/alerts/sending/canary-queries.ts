/** The questions that canaries are asked. Private to this room. */
import type { Insertable, Updateable } from 'kysely';
import type { Newsroom } from '../../newsroom.ts';
import type { CanariesTable } from '../../store/alert-tables.ts';

export async function listCanaryRows(newsroom: Newsroom) {
  return newsroom.store
    .selectFrom('canaries')
    .innerJoin('devices', 'devices.id', 'canaries.device_id')
    .selectAll('canaries')
    .select(['devices.origin', 'devices.gone_at'])
    .orderBy('since_at')
    .execute();
}

export type DueCanary = Awaited<ReturnType<typeof dueCanaries>>[number];

/** Those whose time has come and whose device is there, with what the sender needs. */
export async function dueCanaries(newsroom: Newsroom) {
  return newsroom.store
    .selectFrom('canaries')
    .innerJoin('devices', 'devices.id', 'canaries.device_id')
    .select(['device_id', 'name', 'probe_hash', 'missed', 'due_at'])
    .select(['devices.id', 'origin', 'endpoint_sealed', 'auth_sealed', 'p256dh', 'vapid_key_id'])
    .where('due_at', '<=', newsroom.clock.now())
    .where('gone_at', 'is', null)
    .execute();
}

/** False where `ifDueAt` is given and another process was faster. */
export async function setCanary(
  newsroom: Newsroom,
  deviceId: string,
  change: Updateable<CanariesTable>,
  ifDueAt?: number,
): Promise<boolean> {
  const update = newsroom.store.updateTable('canaries').set(change).where('device_id', '=', deviceId);
  const sure = ifDueAt === undefined ? update : update.where('due_at', '=', ifDueAt);
  return (await sure.returning('device_id').executeTakeFirst()) !== undefined;
}

export async function putCanary(
  inner: Newsroom,
  row: Insertable<CanariesTable>,
  again: Updateable<CanariesTable>,
): Promise<void> {
  await inner.store
    .insertInto('canaries')
    .values(row)
    .onConflict((conflict) => conflict.column('device_id').doUpdateSet(again))
    .execute();
}

export function deleteCanary(inner: Newsroom, deviceId: string): Promise<{ device_id: string } | undefined> {
  return inner.store
    .deleteFrom('canaries')
    .where('device_id', '=', deviceId)
    .returning('device_id')
    .executeTakeFirst();
}

export function hearCanary(
  newsroom: Newsroom,
  probeHash: string,
  heard: Updateable<CanariesTable>,
): Promise<{ device_id: string } | undefined> {
  return newsroom.store
    .updateTable('canaries')
    .set(heard)
    .where('probe_hash', '=', probeHash)
    .returning('device_id')
    .executeTakeFirst();
}
