/** The lock under which an editor works on a story, as the store keeps it. */
import type { Newsroom } from '../newsroom.ts';

export async function putLock(
  inner: Newsroom,
  storyId: string,
  lease: { staff_id: string; since_at: number; until_at: number },
): Promise<void> {
  await inner.store
    .insertInto('story_locks')
    .values({ story_id: storyId, ...lease })
    .onConflict((clash) => clash.column('story_id').doUpdateSet(lease))
    .execute();
}

export async function deleteLock(newsroom: Newsroom, storyId: string, staffId: string): Promise<void> {
  await newsroom.store
    .deleteFrom('story_locks')
    .where('story_id', '=', storyId)
    .where('staff_id', '=', staffId)
    .execute();
}

export function findLockRow(
  newsroom: Newsroom,
  storyId: string,
): Promise<{ id: string; name: string; since_at: number } | undefined> {
  return newsroom.store
    .selectFrom('story_locks')
    .innerJoin('staff', 'staff.id', 'story_locks.staff_id')
    .select(['staff.id', 'staff.name', 'story_locks.since_at'])
    .where('story_id', '=', storyId)
    .where('until_at', '>', newsroom.clock.now())
    .executeTakeFirst();
}

/** As it was written, whether it has run out or not. */
export function findLease({ store }: Newsroom, storyId: string) {
  return store
    .selectFrom('story_locks')
    .select(['staff_id', 'since_at', 'until_at'])
    .where('story_id', '=', storyId)
    .executeTakeFirst();
}

/** By so many ms from now; undefined where it is not held by this person. */
export function extendLock(
  { store, clock }: Newsroom,
  of: { storyId: string; staffId: string },
  lease: number,
): Promise<{ since_at: number } | undefined> {
  const now = clock.now();
  return store
    .updateTable('story_locks')
    .set({ until_at: now + lease })
    .where('story_id', '=', of.storyId)
    .where('staff_id', '=', of.staffId)
    .where('until_at', '>', now)
    .returning('since_at')
    .executeTakeFirst();
}

/** Holds the row until the transaction ends, and changes nothing in it; false where there is none. */
export async function holdEditionRow(inner: Newsroom, editionId: string): Promise<boolean> {
  const { numUpdatedRows } = await inner.store
    .updateTable('editions')
    .set((row) => ({ slug: row.ref('slug') }))
    .where('id', '=', editionId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function holdStoryRow(inner: Newsroom, storyId: string): Promise<boolean> {
  const { numUpdatedRows } = await inner.store
    .updateTable('stories')
    .set((row) => ({ replies_open: row.ref('replies_open') }))
    .where('id', '=', storyId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
