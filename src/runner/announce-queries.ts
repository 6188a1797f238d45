/** How announcements are written, found while they are under way, and taken back. */
import type { Insertable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { WorkTable } from '../store/runner-tables.ts';

export async function putWork(inner: Newsroom, rows: Insertable<WorkTable>[]): Promise<void> {
  await inner.store
    .insertInto('work')
    .values(rows)
    .onConflict((conflict) => conflict.column('unique_key').doNothing())
    .execute();
}

export function findUnderWay(
  inner: Newsroom,
  event: string,
  payload: string,
  now: number,
): Promise<{ id: string } | undefined> {
  return inner.store
    .selectFrom('work')
    .select('id')
    .where('event', '=', event)
    .where('payload_json', '=', payload)
    .where('given_up_at', 'is', null)
    .where((row) => row.or([row('run_at', '<=', now), row('lease_until', '>', now)]))
    .executeTakeFirst();
}

/** Whether there was something that nobody has begun. */
export async function deleteWaiting(inner: Newsroom, key: string): Promise<boolean> {
  const { numDeletedRows } = await inner.store
    .deleteFrom('work')
    .where('unique_key', '=', key)
    .where('lease_until', '<=', inner.clock.now())
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
