/** What is asked of the things that are filed, whatever the engine. */
import type { Insertable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { LookupThingsTable } from '../store/lookup-tables.ts';
import type { LookupBounds } from './index-engine.ts';
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

/**
 * Between which numbers things of a kind are that are asked for, the newest of the kind included; null where there are none. Asked once
 * for all that is then asked of the kind: most kinds are empty, or end far below the newest of another.
 */
export async function findBounds(
  newsroom: Newsroom,
  kind: LookupKind,
  { from, to, below }: { from?: number | undefined; to?: number | undefined; below?: number | undefined },
): Promise<LookupBounds | null> {
  const newest = await findNewest(newsroom, kind);
  if (newest === null) return null;
  const low = from === undefined ? 0 : await findNumberFrom(newsroom, kind, from);
  if (low === null) return null;
  const high = to === undefined ? null : await findNumberFrom(newsroom, kind, to);
  const top = newest + 1;
  return { low, below: Math.min(high ?? top, below ?? top, top) };
}

/**
 * Asked as a range of one kind, and in the order of its own index: PostgreSQL would go back through the numbers of all kinds until it
 * met one, which of a kind that is old or has nothing are all there are.
 */
async function findNewest(newsroom: Newsroom, kind: LookupKind): Promise<number | null> {
  const row = await newsroom.store
    .selectFrom('lookup_things')
    .where('kind', '>=', kind)
    .where('kind', '<=', kind)
    .select('number')
    .orderBy('kind', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : Number(row.number);
}

/** The number of the first thing of a kind at or after an instant; null where there is none. */
async function findNumberFrom(newsroom: Newsroom, kind: LookupKind, from: number): Promise<number | null> {
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
