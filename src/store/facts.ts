/** Facts of a newsroom that have no table of their own: a value for a key, and each key is one verb's. */
import { sql } from 'kysely';
import type { Store } from './engine.ts';

export async function findFact(store: Store, key: string): Promise<string | null> {
  const row = await store
    .selectFrom('newsroom_facts')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value ?? null;
}

export async function setFact(store: Store, key: string, value: string): Promise<void> {
  await store
    .insertInto('newsroom_facts')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

/** Keeps the value unless there is one, and gives the one that is kept: of two at once, both are given the same. */
export async function settleFact(store: Store, key: string, value: string): Promise<string> {
  await store
    .insertInto('newsroom_facts')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return (await findFact(store, key)) ?? value;
}

/** Whether it was there: of two who spend it, one is told so. */
export async function spendFact(store: Store, key: string): Promise<boolean> {
  const spent = await store.deleteFrom('newsroom_facts').where('key', '=', key).executeTakeFirst();
  return spent.numDeletedRows > 0n;
}

/** A number that rises by one; the row is held until the transaction ends, so whoever asks next waits. */
export async function holdCount(store: Store, key: string): Promise<number> {
  const { value } = await store
    .insertInto('newsroom_facts')
    .values({ key, value: '1' })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        value: sql<string>`cast(cast(newsroom_facts.value as bigint) + 1 as text)`,
      }),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return Number(value);
}

/** Sets it where it is not there or stands lower, by its letters; false where another was faster. */
export async function raiseFact(store: Store, key: string, value: string): Promise<boolean> {
  const raised = await store
    .insertInto('newsroom_facts')
    .values({ key, value })
    .onConflict((clash) =>
      clash.column('key').doUpdateSet({ value }).where('newsroom_facts.value', '<', value),
    )
    .returning('key')
    .executeTakeFirst();
  return raised !== undefined;
}
