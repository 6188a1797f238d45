/** What handovers ask the store. */
import type { Insertable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { HandoversTable } from '../store/planning-tables.ts';

export async function putHandoverRow(inner: Newsroom, row: Insertable<HandoversTable>): Promise<void> {
  await inner.store.insertInto('handovers').values(row).execute();
}

/** True where it was open until now. */
export async function setHandoverTaken(
  inner: Newsroom,
  handoverId: string,
  taken: { taken_by_id: string | null; taken_at: number },
): Promise<boolean> {
  const done = await inner.store
    .updateTable('handovers')
    .set(taken)
    .where('id', '=', handoverId)
    .where('taken_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export function findHandoverRow(newsroom: Newsroom, handoverId: string) {
  return handovers(newsroom).where('handovers.id', '=', handoverId).executeTakeFirst();
}

/** Newest first, before one where that is given. */
export function listHandoverRows(
  newsroom: Newsroom,
  { isOpen, before, limit }: { isOpen: boolean; before?: string | undefined; limit: number },
) {
  let query = handovers(newsroom).orderBy('handovers.id', 'desc').limit(limit);
  if (isOpen) query = query.where('handovers.taken_at', 'is', null);
  if (before) query = query.where('handovers.id', '<', before);
  return query.execute();
}

const handovers = (newsroom: Newsroom) =>
  newsroom.store
    .selectFrom('handovers')
    .innerJoin('staff', 'staff.id', 'handovers.by_id')
    .leftJoin('staff as taker', 'taker.id', 'handovers.taken_by_id')
    .select(['handovers.id', 'handovers.words', 'handovers.at', 'handovers.taken_at as takenAt'])
    .select(['handovers.by_id as byId', 'staff.name as byName', 'taker.name as takenByName']);
