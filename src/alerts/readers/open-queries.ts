/** What is asked of the store about alerts that readers opened. */
import { sql } from 'kysely';
import type { Newsroom } from '../../newsroom.ts';

export function listKnownAlerts(inner: Newsroom, ids: string[]): Promise<{ id: string }[]> {
  return inner.store.selectFrom('alerts').select('id').where('id', 'in', ids).execute();
}

export async function addOpens(inner: Newsroom, id: string, opened: number): Promise<void> {
  await inner.store
    .insertInto('alert_opens')
    .values({ alert_id: id, opened })
    .onConflict((conflict) =>
      conflict.column('alert_id').doUpdateSet({ opened: sql<number>`alert_opens.opened + ${opened}` }),
    )
    .execute();
}

export function listOpens(
  newsroom: Newsroom,
  alertIds: readonly string[],
): Promise<{ alert_id: string; opened: number }[]> {
  return newsroom.store
    .selectFrom('alert_opens')
    .select(['alert_id', 'opened'])
    .where('alert_id', 'in', alertIds)
    .execute();
}
