/** What everyone of the staff does for themselves besides their profile: a password of their own, and their sessions. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kit/refusal.ts';
import { endSession } from '../../staff/sessions.ts';
import { changePassword } from '../../staff/staff.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { type Desk, type EditorRoutes, OWN_PASSWORD, type Visit } from './editor-route.ts';
import { field, param } from './form-fields.ts';
import { sendPage } from './frame.ts';
import { OwnPasswordPage } from './own-password-page.tsx';

export function registerOwnRoutes(routes: EditorRoutes, desk: Desk): void {
  routes.get('staff', OWN_PASSWORD, (_request, reply, visit) => show(desk, reply, visit, {}));
  routes.post('staff', OWN_PASSWORD, async (request, reply, visit) => {
    try {
      await changeOwnPassword(desk, request, visit);
      return reply.redirect('/desk', 303);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const refused = Object.keys(refusal.fields).length > 0 ? undefined : refusal.words;
      return await show(desk, reply.code(refusal.status), visit, { wrong: refusal.fields, refused });
    }
  });
  routes.post('staff', '/desk/staff/me/sessions/:id/end', async (request, reply, visit) => {
    await endSession(desk.newsroom, { sessionId: param(request, 'id'), by: visit.staff });
    return reply.redirect('/desk/staff?done=session#sessions', 303);
  });
}

/** As the form has it; both places where it stands send the same fields. */
export async function changeOwnPassword(
  { newsroom }: Desk,
  request: FastifyRequest,
  { staff, sessionId }: Visit,
): Promise<void> {
  const passwords = { password: field(request, 'password'), newPassword: field(request, 'newPassword') };
  await changePassword(newsroom, { staffId: staff.id, sessionId, ...passwords, ip: request.ip });
}

async function show(
  { newsroom }: Desk,
  reply: FastifyReply,
  { staff, form }: Visit,
  more: { wrong?: Record<string, string>; refused?: string | undefined },
): Promise<FastifyReply> {
  const paper = (await findMasthead(newsroom))?.name ?? 'Crier';
  const { name, email } = staff;
  return sendPage(reply, OwnPasswordPage({ paper, name, email, form, wrong: {}, ...more }));
}
