/** The people who work here: who they are, what they may do, and the verbs that take them in and let them go. */
import { z } from 'zod';
import { because, refuse } from '../kit/refusal.ts';
import { slugOf } from '../kit/slug.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { fitsPassword, hashPassword, passwordProblem } from './password.ts';
import {
  allStaff,
  deleteSessions,
  holdAdministrators,
  insertStaff,
  keepPasswordHash,
  passwordHashOf,
  type StaffRow,
  slugsLike,
  staffByEmail,
  staffById,
  staffBySlug,
  updateStaff,
} from './queries.ts';
import { covers, isRole, type Role, roles } from './roles.ts';
import { forgiveTries, takeTry } from './tries.ts';
import { dropPlacesOf } from './try-queries.ts';

/** Someone of the staff, as pages know them. */
export interface Staff {
  id: string;
  name: string;
  /** How they sign in; shown at the desk to administrators only. */
  email: string;
  slug: string;
  role: Role;
  bio: string;
  /** When they left, in milliseconds; null for who works here. */
  leftAt: number | null;
}

const name = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'A name is needed.').max(80, 'A name has 80 characters at most.'));

const email = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email('This is not an e-mail address.').max(254, 'An e-mail address has 254 characters at most.'));

/** What is asked of someone new. The password's own rules need the name, see passwordProblem. */
export const staffForm = z.object({ name, email, role: z.enum(roles, 'Choose a role.') });

/** What someone says of themselves; the bio stands on their author page. */
export const profileForm = z.object({
  name,
  bio: z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().max(600, 'A bio has 600 characters at most.')),
});

/**
 * Takes someone in. Only an administrator, the set-up or the command line does it: there is no sign-up. A password that is
 * `handedOver` is known to somebody else: it has to be changed at the first sign-in.
 */
export async function addStaff(
  newsroom: Newsroom,
  given: { name: string; email: string; password: string; role: Role; by: Actor; handedOver?: boolean },
): Promise<Staff> {
  const person = checked(staffForm, given);
  const wrong = await passwordProblem(given.password, person);
  if (wrong) refuse('form-incomplete', { fields: { password: wrong } });
  const hash = await hashPassword(given.password); // before the transaction: it takes a tenth of a second
  return await newsroom.transact(async (inner) => {
    if (await staffByEmail(inner, person.email))
      refuse('staff-exists', { fields: { email: because('addressOfStaff') } });
    const id = inner.ids.next();
    const at = stamp(inner);
    const password_due = given.handedOver ? 1 : 0;
    await insertStaff(inner, { id, ...person, slug: await freeSlug(inner, person.name), at, password_due });
    await keepPasswordHash(inner, { id: inner.ids.next(), staffId: id, hash, at });
    const facts = { name: person.name, role: person.role };
    await recordAct(inner, { by: given.by, act: 'add', subjectKind: 'staff', subjectId: id, facts });
    return await getStaff(inner, id);
  });
}

/** Everyone, also who left; by name. */
export async function listStaff(newsroom: Newsroom): Promise<Staff[]> {
  return (await allStaff(newsroom)).map(asStaff);
}

export async function getStaff(newsroom: Newsroom, id: string): Promise<Staff> {
  const row = await staffById(newsroom, id);
  return row ? asStaff(row) : refuse('not-found');
}

/** Whether the actor may do what asks for `needed`: the newsroom itself, or who works here in a role that covers it. */
export async function mayActAs(newsroom: Newsroom, by: Actor, needed: Role): Promise<boolean> {
  if (by.id === null) return true;
  const row = await staffById(newsroom, by.id);
  return row !== undefined && row.left_at === null && covers(asStaff(row).role, needed);
}

/** The author page's person; also someone who left, for their stories stay. */
export async function findAuthor(newsroom: Newsroom, slug: string): Promise<Staff | null> {
  const row = await staffBySlug(newsroom, slug);
  return row ? asStaff(row) : null;
}

/** By the address they sign in with; null for nobody and for who left. */
export async function findStaffByEmail(newsroom: Newsroom, address: string): Promise<Staff | null> {
  const row = await staffByEmail(newsroom, address.trim().toLowerCase());
  return row && row.left_at === null ? asStaff(row) : null;
}

/** Gives someone another role. The last administrator keeps theirs, or nobody could give it back. */
export async function changeRole(
  newsroom: Newsroom,
  given: { staffId: string; role: Role; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const staff = await getStaff(inner, given.staffId);
    if (staff.role === given.role) return;
    if (given.role !== 'administrator') await keepAnAdministrator(inner, staff);
    await updateStaff(inner, staff.id, { role: given.role, updated_at: stamp(inner) });
    const facts = { from: staff.role, to: given.role };
    await recordAct(inner, {
      by: given.by,
      act: 'change role',
      subjectKind: 'staff',
      subjectId: staff.id,
      facts,
    });
  });
}

/** Someone leaves: their sessions end in the same moment, their name stays on their stories. */
export async function letGo(newsroom: Newsroom, given: { staffId: string; by: Actor }): Promise<void> {
  await newsroom.transact(async (inner) => {
    const staff = await getStaff(inner, given.staffId);
    if (staff.leftAt !== null) return;
    await keepAnAdministrator(inner, staff);
    await updateStaff(inner, staff.id, { left_at: inner.clock.now(), updated_at: stamp(inner) });
    await deleteSessions(inner, staff.id, null);
    await dropPlacesOf(inner, staff.id);
    await recordAct(inner, { by: given.by, act: 'leave', subjectKind: 'staff', subjectId: staff.id });
  });
}

/** Someone who left comes back, with the role they had and a new password that is handed over. */
export async function takeBack(
  newsroom: Newsroom,
  given: { staffId: string; password: string; by: Actor },
): Promise<void> {
  const hash = await hashPassword(given.password);
  await newsroom.transact(async (inner) => {
    const staff = await getStaff(inner, given.staffId);
    const at = stamp(inner);
    await updateStaff(inner, staff.id, { left_at: null, password_due: 1, updated_at: at });
    await keepPasswordHash(inner, { id: inner.ids.next(), staffId: staff.id, hash, at });
    await recordAct(inner, { by: given.by, act: 'return', subjectKind: 'staff', subjectId: staff.id });
  });
}

export async function changeProfile(
  newsroom: Newsroom,
  given: { staffId: string; name: string; bio: string; by: Actor },
): Promise<void> {
  const profile = checked(profileForm, given);
  await newsroom.transact(async (inner) => {
    const staff = await getStaff(inner, given.staffId);
    await updateStaff(inner, staff.id, { ...profile, updated_at: stamp(inner) });
    await recordAct(inner, {
      by: given.by,
      act: 'change profile',
      subjectKind: 'staff',
      subjectId: staff.id,
    });
    inner.bell.ring('pages', { touched: [`author:${staff.slug}`] });
  });
}

/**
 * Someone changes their own password; every other session of theirs ends. The present one is counted like a sign-in: an
 * open desk that somebody finds is no place to guess it.
 */
export async function changePassword(
  newsroom: Newsroom,
  given: { staffId: string; sessionId: string; password: string; newPassword: string; ip: string },
): Promise<void> {
  const staff = await getStaff(newsroom, given.staffId);
  const trying = { account: staff.email, ip: given.ip, staffId: staff.id };
  await takeTry(newsroom, trying);
  const had = await passwordHashOf(newsroom, staff.id);
  if (!had || !(await fitsPassword(given.password, had)))
    refuse('form-incomplete', { fields: { password: because('presentPasswordWrong') } });
  await forgiveTries(newsroom, trying);
  const wrong = await passwordProblem(given.newPassword, staff);
  const same = given.newPassword === given.password ? because('passwordAsBefore') : null;
  if (wrong ?? same) refuse('form-incomplete', { fields: { newPassword: wrong ?? same ?? '' } });
  await setPassword(newsroom, {
    staff,
    password: given.newPassword,
    keep: given.sessionId,
    due: 0,
    by: staff,
  });
}

/** An administrator gives someone a new password, to hand over; all their sessions end, and no place is known any more. */
export async function resetPassword(
  newsroom: Newsroom,
  given: { staffId: string; password: string; by: Actor },
): Promise<void> {
  const staff = await getStaff(newsroom, given.staffId);
  await setPassword(newsroom, { staff, password: given.password, keep: null, due: 1, by: given.by });
}

async function setPassword(
  newsroom: Newsroom,
  given: { staff: Staff; password: string; keep: string | null; due: 0 | 1; by: Actor },
): Promise<void> {
  const hash = await hashPassword(given.password);
  await newsroom.transact(async (inner) => {
    const id = given.staff.id;
    const at = stamp(inner);
    await keepPasswordHash(inner, { id: inner.ids.next(), staffId: id, hash, at });
    await updateStaff(inner, id, { password_due: given.due, updated_at: at });
    await deleteSessions(inner, id, given.keep);
    if (given.keep === null) await dropPlacesOf(inner, id);
    await recordAct(inner, { by: given.by, act: 'change password', subjectKind: 'staff', subjectId: id });
  });
}

/** Refuses to let the one remaining administrator go or step down. */
async function keepAnAdministrator(inner: Newsroom, staff: Staff): Promise<void> {
  if (staff.role !== 'administrator') return;
  await holdAdministrators(inner);
  const others = (await listStaff(inner)).filter(
    (other) => other.role === 'administrator' && other.leftAt === null && other.id !== staff.id,
  );
  if (others.length === 0) refuse('last-administrator');
}

async function freeSlug(inner: Newsroom, of: string): Promise<string> {
  const slug = slugOf(of) || 'staff';
  const taken = new Set(await slugsLike(inner, slug));
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

/** The form's values, or a refusal with words beside each field that is not as it should be. */
function checked<T>(form: z.ZodType<T>, given: unknown): T {
  const read = form.safeParse(given);
  if (read.success) return read.data;
  const fields = Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), issue.message]));
  return refuse('form-incomplete', { fields });
}

/** The sign-in library's instants are text. */
function stamp(inner: Newsroom): string {
  return new Date(inner.clock.now()).toISOString();
}

export function asStaff(row: StaffRow): Staff {
  const { id, name, email, slug, bio } = row;
  return { id, name, email, slug, role: isRole(row.role) ? row.role : 'reporter', bio, leftAt: row.left_at };
}
