/** The masthead, as the store keeps it. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import { keptQuery } from '../store/kept-query.ts';
import type { MastheadTable } from '../store/paper-tables.ts';

export async function findMastheadRow(newsroom: Newsroom): Promise<Selectable<MastheadTable> | undefined> {
  const [row] = await mastheadRows(newsroom, []);
  return row;
}

const mastheadRows = keptQuery(({ store }) => store.selectFrom('masthead').selectAll());

export async function putMasthead(inner: Newsroom, row: Insertable<MastheadTable>): Promise<void> {
  await inner.store.insertInto('masthead').values(row).execute();
}

export async function updateMasthead(inner: Newsroom, changes: Updateable<MastheadTable>): Promise<void> {
  await inner.store.updateTable('masthead').set(changes).execute();
}
