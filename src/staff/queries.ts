/** What the store is asked about the staff. */
import type { Role } from '../kit/role.ts';
import type { Newsroom } from '../newsroom.ts';
import type { StaffSessionsTable, StaffTable } from '../store/staff-tables.ts';

const columns = ['id', 'name', 'email', 'slug', 'role', 'bio', 'left_at', 'created_at'] as const;

export type StaffRow = Pick<StaffTable, (typeof columns)[number]>;

export async function staffById(newsroom: Newsroom, id: string): Promise<StaffRow | undefined> {
  return await newsroom.store.selectFrom('staff').select(columns).where('id', '=', id).executeTakeFirst();
}

export async function staffByEmail(newsroom: Newsroom, email: string): Promise<StaffRow | undefined> {
  return await newsroom.store
    .selectFrom('staff')
    .select(columns)
    .where('email', '=', email)
    .executeTakeFirst();
}

export async function staffBySlug(newsroom: Newsroom, slug: string): Promise<StaffRow | undefined> {
  return await newsroom.store.selectFrom('staff').select(columns).where('slug', '=', slug).executeTakeFirst();
}

export async function allStaff(newsroom: Newsroom): Promise<StaffRow[]> {
  return await newsroom.store.selectFrom('staff').select(columns).orderBy('name').orderBy('id').execute();
}

/** Slugs that begin as this one does, to find one that is free. */
export async function slugsLike(newsroom: Newsroom, slug: string): Promise<string[]> {
  const rows = await newsroom.store
    .selectFrom('staff')
    .select('slug')
    .where((where) => where.or([where('slug', '=', slug), where('slug', 'like', `${slug}-%`)]))
    .execute();
  return rows.map((row) => row.slug);
}

export async function insertStaff(
  inner: Newsroom,
  row: {
    id: string;
    name: string;
    email: string;
    slug: string;
    role: Role;
    at: string;
    password_due: 0 | 1;
  },
): Promise<void> {
  await inner.store
    .insertInto('staff')
    .values({
      id: row.id,
      name: row.name,
      email: row.email,
      email_verified: 0,
      image: null,
      slug: row.slug,
      role: row.role,
      bio: '',
      left_at: null,
      password_due: row.password_due,
      created_at: row.at,
      updated_at: row.at,
    })
    .execute();
}

export async function updateStaff(
  inner: Newsroom,
  id: string,
  change: Partial<Pick<StaffTable, 'name' | 'role' | 'bio' | 'left_at'>> & {
    password_due?: 0 | 1;
    updated_at: string;
  },
): Promise<void> {
  await inner.store.updateTable('staff').set(change).where('id', '=', id).execute();
}

/** The library finds a password by this provider, with the person's own id as the account. */
const PROVIDER = 'credential';

export async function passwordHashOf(newsroom: Newsroom, staffId: string): Promise<string | null> {
  const row = await newsroom.store
    .selectFrom('staff_accounts')
    .select('password')
    .where('staff_id', '=', staffId)
    .where('provider_id', '=', PROVIDER)
    .executeTakeFirst();
  return row?.password ?? null;
}

export async function keepPasswordHash(
  inner: Newsroom,
  row: { id: string; staffId: string; hash: string; at: string },
): Promise<void> {
  const changed = await inner.store
    .updateTable('staff_accounts')
    .set({ password: row.hash, updated_at: row.at })
    .where('staff_id', '=', row.staffId)
    .where('provider_id', '=', PROVIDER)
    .executeTakeFirst();
  if (changed.numUpdatedRows > 0n) return;
  await inner.store
    .insertInto('staff_accounts')
    .values({
      id: row.id,
      staff_id: row.staffId,
      account_id: row.staffId,
      provider_id: PROVIDER,
      access_token: null,
      refresh_token: null,
      id_token: null,
      access_token_expires_at: null,
      refresh_token_expires_at: null,
      scope: null,
      password: row.hash,
      created_at: row.at,
      updated_at: row.at,
    })
    .execute();
}

/** Ends the sessions of someone, but for the one given. */
export async function deleteSessions(inner: Newsroom, staffId: string, but: string | null): Promise<void> {
  let sessions = inner.store.deleteFrom('staff_sessions').where('staff_id', '=', staffId);
  if (but !== null) sessions = sessions.where('id', '<>', but);
  await sessions.execute();
}

/** One query: the session of a token with the person behind it, whom leaving shuts out at once. */
export async function sessionWithStaff(newsroom: Newsroom, token: string) {
  return await newsroom.store
    .selectFrom('staff_sessions')
    .innerJoin('staff', 'staff.id', 'staff_sessions.staff_id')
    .select(['staff_sessions.id as session_id', 'staff_sessions.expires_at', 'staff.password_due'])
    .select(['staff_sessions.created_at as session_created_at', 'staff_sessions.updated_at as used_at'])
    .select(['staff.id', 'staff.name', 'staff.email', 'staff.slug', 'staff.role', 'staff.bio'])
    .select(['staff.left_at', 'staff.created_at'])
    .where('staff_sessions.token', '=', token)
    .where('staff.left_at', 'is', null)
    .executeTakeFirst();
}

/** When it ends, when it was last used, and from where it was made. */
export async function touchSession(
  newsroom: Newsroom,
  id: string,
  change: Partial<Pick<StaffSessionsTable, 'expires_at' | 'updated_at' | 'ip_address'>>,
): Promise<void> {
  await newsroom.store.updateTable('staff_sessions').set(change).where('id', '=', id).execute();
}

/** Someone's sessions that have not ended, the last used first. */
export async function sessionsOf(newsroom: Newsroom, staffId: string, now: string) {
  return await newsroom.store
    .selectFrom('staff_sessions')
    .select(['id', 'user_agent', 'ip_address', 'created_at', 'updated_at'])
    .where('staff_id', '=', staffId)
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute();
}

/** False where they have no such session. */
export async function deleteSessionOf(inner: Newsroom, staffId: string, id: string): Promise<boolean> {
  const ended = await inner.store
    .deleteFrom('staff_sessions')
    .where('staff_id', '=', staffId)
    .where('id', '=', id)
    .executeTakeFirst();
  return ended.numDeletedRows > 0n;
}

export async function deleteSession(newsroom: Newsroom, token: string): Promise<void> {
  await newsroom.store.deleteFrom('staff_sessions').where('token', '=', token).execute();
}

export async function deleteExpiredSessions(newsroom: Newsroom, now: string): Promise<void> {
  await newsroom.store.deleteFrom('staff_sessions').where('expires_at', '<=', now).execute();
}

/** Holds the administrators' rows until the transaction ends, so that two cannot leave at once and none remain. */
export async function holdAdministrators(inner: Newsroom): Promise<void> {
  await inner.store
    .updateTable('staff')
    .set((row) => ({ updated_at: row.ref('updated_at') }))
    .where('role', '=', 'administrator')
    .execute();
}
