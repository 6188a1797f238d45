/** What is asked of the screens of the desk. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { DeskScreensTable } from '../store/remark-tables.ts';

export type ScreenRow = Selectable<DeskScreensTable>;

/** In place of what was known of the same browser, whoever was signed in there. */
export async function putScreen({ store }: Newsroom, row: Insertable<DeskScreensTable>): Promise<void> {
  const { id: _id, created_at: _at, ...now } = row;
  await store
    .insertInto('desk_screens')
    .values(row)
    .onConflict((conflict) => conflict.column('endpoint_hash').doUpdateSet(now))
    .execute();
}

export async function setScreen(
  { store }: Newsroom,
  screenId: string,
  change: Updateable<DeskScreensTable>,
): Promise<void> {
  await store.updateTable('desk_screens').set(change).where('id', '=', screenId).execute();
}

/** True where it was that person's. */
export async function deleteScreen(
  { store }: Newsroom,
  { screenId, staffId }: { screenId: string; staffId: string },
): Promise<boolean> {
  const done = await store
    .deleteFrom('desk_screens')
    .where('id', '=', screenId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}

/** Those on which nobody is signed in any more. */
export async function deleteEndedScreens({ store }: Newsroom, now: string): Promise<void> {
  await store
    .deleteFrom('desk_screens')
    .where('session_id', 'not in', (inside) =>
      inside.selectFrom('staff_sessions').select('staff_sessions.id').where('expires_at', '>', now),
    )
    .execute();
}

/** Of one person, the newest first, with what the browser says of itself. */
export function listScreenRows({ store }: Newsroom, staffId: string, now: string) {
  return store
    .selectFrom('desk_screens')
    .innerJoin('staff_sessions', 'staff_sessions.id', 'desk_screens.session_id')
    .selectAll('desk_screens')
    .select('staff_sessions.user_agent as userAgent')
    .where('desk_screens.staff_id', '=', staffId)
    .where('staff_sessions.expires_at', '>', now)
    .orderBy('desk_screens.created_at', 'desc')
    .execute();
}

/** The screens of whoever a remark calls, has not looked yet, and works here still; only where they are signed in. */
export function listScreensToTell({ store }: Newsroom, remarkId: string, now: string): Promise<ScreenRow[]> {
  return store
    .selectFrom('mentions')
    .innerJoin('staff', 'staff.id', 'mentions.staff_id')
    .innerJoin('desk_screens', 'desk_screens.staff_id', 'mentions.staff_id')
    .innerJoin('staff_sessions', 'staff_sessions.id', 'desk_screens.session_id')
    .selectAll('desk_screens')
    .where('mentions.remark_id', '=', remarkId)
    .where('mentions.seen_at', 'is', null)
    .where('staff.left_at', 'is', null)
    .where('staff_sessions.expires_at', '>', now)
    .whereRef('staff_sessions.staff_id', '=', 'desk_screens.staff_id')
    .execute();
}
