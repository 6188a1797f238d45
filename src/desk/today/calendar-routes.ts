/** The routes of calendars: the list, and how one is subscribed to, brought, read again and given up. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kit/refusal.ts';
import {
  bringCalendar,
  endCalendar,
  listCalendars,
  readCalendarAgain,
  subscribeCalendar,
} from '../../planning/calendars.ts';
import { covers } from '../../staff/roles.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query, upload } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { CalendarsPage } from './calendars-page.tsx';

const all = '/desk/today/calendars';

const done: Record<string, string> = {
  added: 'It was read, and what it announces stands on the plan.',
  partly:
    'It was read, and what it announces stands on the plan; what could not be read of it is said below.',
  again: 'It is being read now.',
  ended: 'It is read no more. What somebody had taken up stays on the plan.',
};

export function registerCalendarRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('reporter', all, (request, reply, visit) =>
    showCalendars(desk, request, reply, visit, { done: done[query(request, 'done')] }),
  );
  routes.post('editor', all, (request, reply, visit) =>
    adding(desk, request, reply, visit, () =>
      subscribeCalendar(newsroom, {
        address: field(request, 'address'),
        name: field(request, 'name'),
        by: visit.staff,
      }),
    ),
  );
  routes.post('editor', `${all}/file`, (request, reply, visit) =>
    adding(desk, request, reply, visit, () => {
      const file = upload(request, 'file');
      const name = field(request, 'fileName') || (file?.name ?? '').replace(/\.ics$/i, '');
      return bringCalendar(newsroom, { bytes: file?.bytes ?? new Uint8Array(), name, by: visit.staff });
    }),
  );
  routes.post('editor', `${all}/:calendarId/again`, async (request, reply) => {
    await readCalendarAgain(newsroom, { calendarId: param(request, 'calendarId') });
    return reply.redirect(`${all}?done=again`, 303);
  });
  routes.post('editor', `${all}/:calendarId/end`, async (request, reply, { staff }) => {
    await endCalendar(newsroom, { calendarId: param(request, 'calendarId'), by: staff });
    return reply.redirect(`${all}?done=ended`, 303);
  });
}

async function adding(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  add: () => Promise<{ problems: string[] }>,
): Promise<FastifyReply> {
  try {
    const { problems } = await add();
    return reply.redirect(`${all}?done=${problems.length > 0 ? 'partly' : 'added'}`, 303);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const refused = Object.values(refusal.fields)[0] ?? refusal.words;
    return showCalendars(desk, request, reply.code(refusal.status), visit, { refused });
  }
}

async function showCalendars(
  { newsroom }: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  told: { done?: string | undefined; refused?: string },
): Promise<FastifyReply> {
  const { frame, when } = await openPage(newsroom, visit);
  const page = CalendarsPage({
    frame,
    when,
    calendars: await listCalendars(newsroom),
    isEditor: covers(visit.staff.role, 'editor'),
    typed: { address: field(request, 'address'), name: field(request, 'name') },
    done: told.done,
    refused: told.refused,
  });
  return sendPage(reply, page);
}
