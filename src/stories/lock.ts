/** The lock: one editor at a time writes in a story. A lease that the open page renews; a closed laptop frees it. */

import { MINUTE, SECOND } from '../kit/clock.ts';
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, asking, type Newsroom, recordAct } from '../newsroom.ts';
import { extendLock } from '../stories/lock-queries.ts';
import { deleteLock, findLease, findLockRow, putLock } from './lock-queries.ts';
import { getStoryRow } from './queries.ts';

const LEASE = 2 * MINUTE; // the editor page renews every 30 seconds; three may be missed on a train
const FRESH = 20 * SECOND; // after a renewal, in which another would be a write for nothing: the page's own comes later

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
  const lease = await findLease(newsroom, storyId);
  if (lease?.staff_id === staffId) {
    const isFresh = lease.until_at > newsroom.clock.now() + LEASE - FRESH;
    const mine = isFresh ? lease : await extendLock(newsroom, { storyId, staffId }, LEASE);
    if (mine) return { held: true, holder: { id: staffId, name: by.name }, sinceAt: mine.since_at };
  }
  return newsroom.transact(async (inner) => {
    const ask = asking(inner);
    const [before] = await Promise.all([findLock(ask, storyId, by), getStoryRow(ask, storyId)]);
    if (before.holder && !before.held && !asked.anyway) return before;
    const now = inner.clock.now();
    const since_at = before.held && before.sinceAt !== null ? before.sinceAt : now;
    const lease = { staff_id: staffId, since_at, until_at: now + LEASE };
    await putLock(inner, storyId, lease);
    if (before.holder && !before.held) {
      const facts = { from: before.holder.id };
      await recordAct(inner, { by, act: 'take over', subjectKind: 'story', subjectId: storyId, facts });
    }
    if (!before.held) inner.bell.ring('desk', { what: 'locks' });
    return { held: true, holder: { id: staffId, name: by.name }, sinceAt: since_at };
  });
}

export async function releaseLock(newsroom: Newsroom, asked: { storyId: string; by: Actor }): Promise<void> {
  await deleteLock(newsroom, asked.storyId, asked.by.id ?? '');
  newsroom.bell.ring('desk', { what: 'locks' });
}

/** Who holds the story now. `held` is about `by`. */
export async function findLock(newsroom: Newsroom, storyId: string, by?: Actor): Promise<LockState> {
  const row = await findLockRow(newsroom, storyId);
  if (!row) return { held: false, holder: null, sinceAt: null };
  return { held: row.id === by?.id, holder: { id: row.id, name: row.name }, sinceAt: row.since_at };
}

/** Refuses with `story-locked` when somebody else is writing. The newsroom itself keeps its schedule all the same. */
export async function refuseIfLocked(newsroom: Newsroom, storyId: string, by: Actor): Promise<void> {
  if (by.id === null) return;
  const { holder, held } = await findLock(newsroom, storyId, by);
  if (holder && !held) refuse('story-locked', { because: because('heldBy', { name: holder.name }) });
}
