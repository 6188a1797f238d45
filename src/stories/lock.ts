/** The lock: one editor at a time writes in a story. A lease that the open page renews; a closed laptop frees it. */
import { MINUTE } from '../kit/clock.ts';
import { refuse } from '../kit/refusal.ts';
import { type Actor, asking, type Newsroom, recordAct } from '../newsroom.ts';
import { getStoryRow } from './queries.ts';

const LEASE = 2 * MINUTE; // the editor page renews every 30 seconds; three may be missed on a train

export interface LockState {
  /** True when the one who asked holds it. */
  held: boolean;
  holder: { id: string; name: string } | null;
  sinceAt: number | null;
}

/**
 * Takes the lock, or renews it. When another editor holds it nothing changes, unless `anyway`: then it is taken over,
 * which the audit keeps, and the other is told at the next save. Refuses with `not-found` a story that there is not.
 */
export async function takeLock(
  newsroom: Newsroom,
  asked: { storyId: string; by: Actor; anyway?: boolean },
): Promise<LockState> {
  const { storyId, by } = asked;
  if (by.id === null) return findLock(newsroom, storyId);
  const staffId = by.id;
  const renewed = await renewLock(newsroom, { storyId, staffId });
  if (renewed) return { held: true, holder: { id: staffId, name: by.name }, sinceAt: renewed.since_at };
  return newsroom.transact(async (inner) => {
    const ask = asking(inner);
    const [before] = await Promise.all([findLock(ask, storyId, by), getStoryRow(ask, storyId)]);
    if (before.holder && !before.held && !asked.anyway) return before;
    const now = inner.clock.now();
    const since_at = before.held && before.sinceAt !== null ? before.sinceAt : now;
    const lease = { staff_id: staffId, since_at, until_at: now + LEASE };
    await inner.store
      .insertInto('story_locks')
      .values({ story_id: storyId, ...lease })
      .onConflict((clash) => clash.column('story_id').doUpdateSet(lease))
      .execute();
    if (before.holder && !before.held) {
      const facts = { from: before.holder.id };
      await recordAct(inner, { by, act: 'take over', subjectKind: 'story', subjectId: storyId, facts });
    }
    if (!before.held) inner.bell.ring('desk', { what: 'locks' });
    return { held: true, holder: { id: staffId, name: by.name }, sinceAt: since_at };
  });
}

/** Null where it is not held by whoever asks. */
function renewLock({ store, clock }: Newsroom, of: { storyId: string; staffId: string }) {
  const now = clock.now();
  return store
    .updateTable('story_locks')
    .set({ until_at: now + LEASE })
    .where('story_id', '=', of.storyId)
    .where('staff_id', '=', of.staffId)
    .where('until_at', '>', now)
    .returning('since_at')
    .executeTakeFirst();
}

export async function releaseLock(newsroom: Newsroom, asked: { storyId: string; by: Actor }): Promise<void> {
  await newsroom.store
    .deleteFrom('story_locks')
    .where('story_id', '=', asked.storyId)
    .where('staff_id', '=', asked.by.id ?? '')
    .execute();
  newsroom.bell.ring('desk', { what: 'locks' });
}

/** Who holds the story now. `held` is about `by`. */
export async function findLock(newsroom: Newsroom, storyId: string, by?: Actor): Promise<LockState> {
  const row = await newsroom.store
    .selectFrom('story_locks')
    .innerJoin('staff', 'staff.id', 'story_locks.staff_id')
    .select(['staff.id', 'staff.name', 'story_locks.since_at'])
    .where('story_id', '=', storyId)
    .where('until_at', '>', newsroom.clock.now())
    .executeTakeFirst();
  if (!row) return { held: false, holder: null, sinceAt: null };
  return { held: row.id === by?.id, holder: { id: row.id, name: row.name }, sinceAt: row.since_at };
}

/** Refuses with `story-locked` when somebody else is writing. The newsroom itself keeps its schedule all the same. */
export async function refuseIfLocked(newsroom: Newsroom, storyId: string, by: Actor): Promise<void> {
  if (by.id === null) return;
  const { holder, held } = await findLock(newsroom, storyId, by);
  if (holder && !held) refuse('story-locked', { words: `${holder.name} is editing this story.` });
}
