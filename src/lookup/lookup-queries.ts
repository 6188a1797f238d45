/** What is asked of the things that are filed, whatever the engine. */
import type { Insertable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { LookupThingsTable } from '../store/lookup-tables.ts';
import type { LookupKind } from './thing.ts';

export async function putThing(inner: Newsroom, row: Insertable<LookupThingsTable>): Promise<void> {
  await inner.store.insertInto('lookup_things').values(row).execute();
}

/** Its number; null where it was not filed. */
export async function deleteThing(inner: Newsroom, thingId: string): Promise<number | null> {
  const row = await inner.store
    .deleteFrom('lookup_things')
    .where('thing_id', '=', thingId)
    .returning('number')
    .executeTakeFirst();
  return row === undefined ? null : Number(row.number);
}

/** The number of the first thing of a kind at or after an instant; null where there is none. */
export async function findNumberFrom(
  newsroom: Newsroom,
  kind: LookupKind,
  from: number,
): Promise<number | null> {
  const row = await newsroom.store
    .selectFrom('lookup_things')
    .where('kind', '=', kind)
    .where('at', '>=', from)
    .select('number')
    .orderBy('at')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : Number(row.number);
}

/** What was filed of some things, by their ids. */
export async function listStamps(newsroom: Newsroom, thingIds: string[]): Promise<Map<string, string>> {
  if (thingIds.length === 0) return new Map();
  const rows = await newsroom.store
    .selectFrom('lookup_things')
    .where('thing_id', 'in', thingIds)
    .select(['thing_id', 'stamp'])
    .execute();
  return new Map(rows.map(({ thing_id, stamp }) => [thing_id, stamp]));
}
