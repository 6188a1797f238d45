/** The questions about subscriptions at hubs that the wire asks the store. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Newsroom } from '../../newsroom.ts';
import type { SubscriptionsTable } from '../../store/source-tables.ts';

export type SubscriptionRow = Selectable<SubscriptionsTable>;

export async function findSubscription(
  newsroom: Newsroom,
  sourceId: string,
): Promise<SubscriptionRow | null> {
  const row = await newsroom.store
    .selectFrom('subscriptions')
    .selectAll()
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
  return row ?? null;
}

export async function listSubscriptions(newsroom: Newsroom, sourceIds: string[]): Promise<SubscriptionRow[]> {
  return newsroom.store.selectFrom('subscriptions').selectAll().where('source_id', 'in', sourceIds).execute();
}

export async function findSubscriptionByToken(
  newsroom: Newsroom,
  token: string,
): Promise<SubscriptionRow | null> {
  const row = await newsroom.store
    .selectFrom('subscriptions')
    .selectAll()
    .where('token', '=', token)
    .executeTakeFirst();
  return row ?? null;
}

/** In place of the one that the source had. */
export async function putSubscription(
  newsroom: Newsroom,
  row: Insertable<SubscriptionsTable>,
): Promise<void> {
  await newsroom.transact(async (inner) => {
    await inner.store.deleteFrom('subscriptions').where('source_id', '=', row.source_id).execute();
    await inner.store.insertInto('subscriptions').values(row).execute();
  });
}

export async function updateSubscription(
  newsroom: Newsroom,
  sourceId: string,
  change: Updateable<SubscriptionsTable>,
): Promise<void> {
  await newsroom.store.updateTable('subscriptions').set(change).where('source_id', '=', sourceId).execute();
}

/** Those whose hub is to be asked now, for this process alone until `until`. */
export async function claimAsking(
  newsroom: Newsroom,
  until: number,
  most: number,
): Promise<SubscriptionRow[]> {
  const now = newsroom.clock.now();
  const due = await newsroom.store
    .selectFrom('subscriptions')
    .select('source_id')
    .where('next_ask_at', '<=', now)
    .orderBy('next_ask_at')
    .limit(most)
    .execute();
  if (due.length === 0) return [];
  return newsroom.store
    .updateTable('subscriptions')
    .set({ next_ask_at: until })
    .where(
      'source_id',
      'in',
      due.map(({ source_id }) => source_id),
    )
    .where('next_ask_at', '<=', now) // another process may have been faster
    .returningAll()
    .execute();
}

/** Whether a feed that a hub sent is the one subscribed to, as far as it says which it is. */
export async function isOfTopic(newsroom: Newsroom, sourceId: string, self: string | null): Promise<boolean> {
  const known = await findSubscription(newsroom, sourceId);
  const plain = (address: string): string => address.replace(/^https?:/, '').replace(/\/$/, '');
  return self === null || !known || plain(self) === plain(known.topic);
}

/** The subscription ends: the source is paused, or its feed is another. */
export async function endSubscription(inner: Newsroom, sourceId: string): Promise<void> {
  const next_ask_at = inner.clock.now();
  await updateSubscription(inner, sourceId, { state: 'ending', attempts: 0, next_ask_at });
}

export async function deleteSubscription(newsroom: Newsroom, sourceId: string): Promise<void> {
  await newsroom.store.deleteFrom('subscriptions').where('source_id', '=', sourceId).execute();
}
