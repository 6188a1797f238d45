/** The masthead, as the store keeps it. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { MastheadTable } from '../store/paper-tables.ts';

export function findMastheadRow(newsroom: Newsroom): Promise<Selectable<MastheadTable> | undefined> {
  return newsroom.store.selectFrom('masthead').selectAll().executeTakeFirst();
}

export async function putMasthead(inner: Newsroom, row: Insertable<MastheadTable>): Promise<void> {
  await inner.store.insertInto('masthead').values(row).execute();
}

export async function updateMasthead(inner: Newsroom, changes: Updateable<MastheadTable>): Promise<void> {
  await inner.store.updateTable('masthead').set(changes).execute();
}
