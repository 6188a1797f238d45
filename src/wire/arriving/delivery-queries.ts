/** What was sent to the newsroom and is not taken in yet, or failed, as the store keeps it. */

import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Newsroom } from '../../newsroom.ts';
import type { DeliveriesTable } from '../../store/source-tables.ts';

export function putDelivery(
  inner: Newsroom,
  row: Insertable<DeliveriesTable>,
  again: Updateable<DeliveriesTable>,
): Promise<{ id: string }> {
  return inner.store
    .insertInto('deliveries')
    .values(row)
    .onConflict((conflict) => conflict.columns(['source_id', 'hash']).doUpdateSet(again))
    .returning('id')
    .executeTakeFirstOrThrow();
}

export function findDelivery(
  newsroom: Newsroom,
  deliveryId: string,
): Promise<Selectable<DeliveriesTable> | undefined> {
  return newsroom.store.selectFrom('deliveries').selectAll().where('id', '=', deliveryId).executeTakeFirst();
}

export async function deleteDelivery(newsroom: Newsroom, deliveryId: string): Promise<void> {
  await newsroom.store.deleteFrom('deliveries').where('id', '=', deliveryId).execute();
}

export async function setFailed(
  newsroom: Newsroom,
  deliveryId: string,
  failed: Updateable<DeliveriesTable>,
): Promise<void> {
  await newsroom.store.updateTable('deliveries').set(failed).where('id', '=', deliveryId).execute();
}

export interface FailedRow {
  words: string | null;
  id: string;
  via: 'websub' | 'webhook' | 'folder';
  at: number;
}

export function listFailed(newsroom: Newsroom, sourceId: string, most: number): Promise<FailedRow[]> {
  return newsroom.store
    .selectFrom('deliveries')
    .select(['id', 'via', 'received_at as at', 'words'])
    .where('source_id', '=', sourceId)
    .where('done_at', 'is not', null)
    .orderBy('received_at', 'desc')
    .limit(most)
    .execute();
}
