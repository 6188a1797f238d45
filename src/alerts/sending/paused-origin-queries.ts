/** What is asked of the store about push services that are left alone for a while. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Newsroom } from '../../newsroom.ts';
import type { PushOriginsTable } from '../../store/alert-tables.ts';
import { keptQuery } from '../../store/kept-query.ts';

export function listPausedRows(newsroom: Newsroom): Promise<Selectable<PushOriginsTable>[]> {
  return newsroom.store.selectFrom('push_origins').selectAll().orderBy('paused_at').execute();
}

export async function putPaused(
  inner: Newsroom,
  row: Insertable<PushOriginsTable>,
  answered: Updateable<PushOriginsTable>,
): Promise<void> {
  await inner.store
    .insertInto('push_origins')
    .values(row)
    .onConflict((conflict) => conflict.column('origin').doUpdateSet(answered))
    .execute();
}

export function deletePaused(inner: Newsroom, origin: string): Promise<{ origin: string }[]> {
  return deleteOrigin(inner, [origin]);
}

const deleteOrigin = keptQuery(({ store }, [origin]) =>
  store
    .deleteFrom('push_origins')
    .where('origin', '=', origin ?? '')
    .returning('origin'),
);

export async function hastenChunks(inner: Newsroom, origin: string): Promise<void> {
  await inner.store
    .updateTable('alert_chunks')
    .set({ run_at: inner.clock.now() })
    .where('origin', '=', origin)
    .where('done_at', 'is', null)
    .execute();
}

export async function findPaused(
  newsroom: Newsroom,
  origin: string,
): Promise<Selectable<PushOriginsTable> | undefined> {
  const [paused] = await pausedAt(newsroom, [origin]);
  return paused;
}

const pausedAt = keptQuery(({ store }, [origin]) =>
  store
    .selectFrom('push_origins')
    .selectAll()
    .where('origin', '=', origin ?? ''),
);

/** Whoever moves its time first is the one that tries a device. */
export function claimFeeler(
  newsroom: Newsroom,
  { origin, feel_at }: { origin: string; feel_at: number },
  next: Updateable<PushOriginsTable>,
): Promise<{ origin: string } | undefined> {
  return newsroom.store
    .updateTable('push_origins')
    .set(next)
    .where('origin', '=', origin)
    .where('feel_at', '=', feel_at)
    .returning('origin')
    .executeTakeFirst();
}
