/** What the store is asked and told of things that came from another house. */
import type { Selectable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { LetterReadersTable, MovedThingsTable, OldAddressesTable } from '../store/moving-tables.ts';

export type MovedRow = Selectable<MovedThingsTable>;
export type OldAddressRow = OldAddressesTable;

const AT_ONCE = 500; // of a list in one query: engines bound how many values one may have

/** Those that came before, by their id there. */
export async function movedRows(
  newsroom: Newsroom,
  { origin, kind, ids }: { origin: string; kind: MovedThingsTable['kind']; ids: string[] },
): Promise<Map<string, MovedRow>> {
  const rows = new Map<string, MovedRow>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = await newsroom.store
      .selectFrom('moved_things')
      .selectAll()
      .where('origin', '=', origin)
      .where('kind', '=', kind)
      .where('foreign_id', 'in', ids.slice(at, at + AT_ONCE))
      .execute();
    for (const row of some) rows.set(row.foreign_id, row);
  }
  return rows;
}

/** Remembers that they came; one that came before is remembered as it is now. */
export async function keepMoved(inner: Newsroom, rows: MovedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await inner.store
    .insertInto('moved_things')
    .values(rows)
    .onConflict((clash) =>
      clash.columns(['origin', 'kind', 'foreign_id']).doUpdateSet((row) => ({
        our_id: row.ref('excluded.our_id'),
        guid: row.ref('excluded.guid'),
        taken_hash: row.ref('excluded.taken_hash'),
        written_hash: row.ref('excluded.written_hash'),
        lacks: row.ref('excluded.lacks'),
        moved_at: row.ref('excluded.moved_at'),
      })),
    )
    .execute();
}

/** Remembers what stood where; an address belongs to the last that says so. Each address once. */
export async function keepOldAddresses(inner: Newsroom, rows: OldAddressRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await inner.store
      .insertInto('old_addresses')
      .values(rows.slice(at, at + AT_ONCE))
      .onConflict((clash) =>
        clash.column('path').doUpdateSet((row) => ({
          kind: row.ref('excluded.kind'),
          our_id: row.ref('excluded.our_id'),
          moved_at: row.ref('excluded.moved_at'),
        })),
      )
      .execute();
}

/** Where nothing else stands by these addresses: what is known of one stays. */
export async function keepSpareAddresses(inner: Newsroom, rows: OldAddressRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await inner.store
      .insertInto('old_addresses')
      .values(rows.slice(at, at + AT_ONCE))
      .onConflict((clash) => clash.column('path').doNothing())
      .execute();
}

/** By which feeds of other houses named these editions. */
export async function guidRows(
  newsroom: Newsroom,
  editionIds: string[],
): Promise<{ our_id: string; guid: string | null }[]> {
  if (editionIds.length === 0) return [];
  return newsroom.store
    .selectFrom('moved_things')
    .select(['our_id', 'guid'])
    .where('kind', '=', 'post')
    .where('guid', 'is not', null)
    .where('our_id', 'in', editionIds)
    .execute();
}

/** Those who are kept already stay as they are. */
export async function keepLetterReaders(inner: Newsroom, rows: LetterReadersTable[]): Promise<void> {
  if (rows.length === 0) return;
  await inner.store
    .insertInto('letter_readers')
    .values(rows)
    .onConflict((clash) => clash.column('address_hash').doNothing())
    .execute();
}

/** Everybody who asked for letters, in the order of their hashes. */
export async function listLetterReaders(newsroom: Newsroom): Promise<LetterReadersTable[]> {
  return newsroom.store.selectFrom('letter_readers').selectAll().orderBy('address_hash').execute();
}
