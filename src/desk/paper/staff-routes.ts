/** The routes of the staff room: administrators keep the list, everyone keeps their own profile and password. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refuse } from '../../kit/refusal.ts';
import { makePassword } from '../../staff/password.ts';
import { isRole } from '../../staff/roles.ts';
import { listSessions } from '../../staff/sessions.ts';
import {
  addStaff,
  changeProfile,
  changeRole,
  getStaff,
  letGo,
  listStaff,
  resetPassword,
  type Staff,
  takeBack,
} from '../../staff/staff.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { changeOwnPassword } from '../door/own-routes.ts';
import { letterToStaff } from '../replies/letters.ts';
import { type HandedOver, StaffPage, type StaffPageProps } from './staff-page.tsx';

const done: Record<string, string> = {
  role: 'The role was changed.',
  left: 'They have left, and are signed out.',
  profile: 'Saved.',
  session: 'That session has ended.',
  password: 'Your password was changed. You are signed out everywhere else.',
};

export function registerStaffRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('staff', '/desk/staff', (request, reply, visit) =>
    showStaff(desk, reply, visit, { done: done[query(request, 'done')] }),
  );
  registerOwn(routes, desk);
  routes.post('administrator', '/desk/staff', (request, reply, visit) =>
    orShowAgain(desk, request, reply, visit, 'add', async () => {
      const password = makePassword();
      const role = field(request, 'role');
      if (!isRole(role)) refuse('form-incomplete', { fields: { role: 'Choose a role.' } });
      const asked = { name: field(request, 'name'), email: field(request, 'email'), password, role };
      return handedOver(await addStaff(newsroom, { ...asked, by: visit.staff, handedOver: true }), password);
    }),
  );
  routes.post('administrator', '/desk/staff/:id/role', (request, reply, visit) =>
    orShowAgain(desk, request, reply, visit, 'role', async () => {
      const role = field(request, 'role');
      if (!isRole(role)) refuse('form-incomplete');
      await changeRole(newsroom, { staffId: param(request, 'id'), role, by: visit.staff });
      return 'role';
    }),
  );
  routes.post('administrator', '/desk/staff/:id/leave', (request, reply, visit) =>
    orShowAgain(desk, request, reply, visit, 'leave', async () => {
      await letGo(newsroom, { staffId: param(request, 'id'), by: visit.staff });
      return 'left';
    }),
  );
  routes.post('administrator', '/desk/staff/:id/return', (request, reply, visit) =>
    orShowAgain(desk, request, reply, visit, 'return', async () => {
      const password = makePassword();
      const staffId = param(request, 'id');
      await takeBack(newsroom, { staffId, password, by: visit.staff });
      return handedOver(await getStaff(newsroom, staffId), password);
    }),
  );
  routes.post('administrator', '/desk/staff/:id/password', (request, reply, visit) =>
    orShowAgain(desk, request, reply, visit, 'reset', async () => {
      const password = makePassword();
      const staffId = param(request, 'id');
      await resetPassword(newsroom, { staffId, password, by: visit.staff });
      return handedOver(await getStaff(newsroom, staffId), password);
    }),
  );
}

function registerOwn(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.post('staff', '/desk/staff/me/profile', (request, reply, visit) =>
    orShowAgain(desk, request, reply, visit, 'profile', async () => {
      const profile = { name: field(request, 'name'), bio: field(request, 'bio') };
      await changeProfile(newsroom, { staffId: visit.staff.id, ...profile, by: visit.staff });
      return 'profile';
    }),
  );
  routes.post('staff', '/desk/staff/me/password', (request, reply, visit) =>
    orShowAgain(desk, request, reply, visit, 'password', async () => {
      await changeOwnPassword(desk, request, visit);
      return 'password';
    }),
  );
}

function handedOver({ name, email }: Staff, password: string): HandedOver {
  return { name, email, password };
}

/** Acts; then goes back to the list, or shows it at once where a password has to be handed over or something is wrong. */
async function orShowAgain(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  form: string,
  act: () => Promise<string | HandedOver>,
): Promise<FastifyReply> {
  try {
    const did = await act();
    if (typeof did === 'string') return reply.redirect(`/desk/staff?done=${did}`, 303);
    return await showStaff(desk, reply, visit, { handOver: did });
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.code === 'not-found') throw refusal;
    const shown = ['name', 'email', 'role', 'bio'].map((name) => [name, field(request, name)]);
    const typed: Record<string, string> = { form, ...Object.fromEntries(shown) };
    const refused = { words: refusal.words, fields: refusal.fields };
    return await showStaff(desk, reply.code(refusal.status), visit, { refused, typed });
  }
}

async function showStaff(
  { newsroom }: Desk,
  reply: FastifyReply,
  visit: Visit,
  more: Pick<StaffPageProps, 'done' | 'handOver' | 'refused' | 'typed'>,
): Promise<FastifyReply> {
  const { frame, when, language } = await openPage(newsroom, visit);
  const staff = await listStaff(newsroom);
  const { address } = newsroom.settings;
  const letter =
    more.handOver && letterToStaff({ ...more.handOver, paper: frame.paper ?? '', language, address });
  const sessions = await listSessions(newsroom, { staffId: visit.staff.id, sessionId: visit.sessionId });
  return sendPage(reply, StaffPage({ frame, when, staff, me: visit.staff, sessions, letter, ...more }));
}
