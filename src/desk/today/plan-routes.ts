/** The routes of what is planned: one line in, and what each item can be told to do. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isCalendarDay, localDay } from '../../kit/local-time.ts';
import { Refusal } from '../../kit/refusal.ts';
import {
  addPlanLine,
  assignPlanItem,
  changePlanItem,
  draftPlanned,
  dropPlanItem,
  type PlanForm,
  seePlanChanges,
} from '../../planning/change-plan.ts';
import type { PlanTime } from '../../planning/plan.ts';
import { getPlanItem } from '../../planning/read-plan.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { fromLocalInput } from '../views/words.ts';
import { registerCalendarRoutes } from './calendar-routes.ts';
import { PlanItemPage } from './plan-item-page.tsx';
import { backOf, listColleagues, showToday } from './today-routes.ts';

const one = '/desk/today/items/:itemId';

export function registerPlanRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  registerCalendarRoutes(routes, desk);
  routes.post('reporter', '/desk/today/items', (request, reply, visit) =>
    addLine(desk, request, reply, visit),
  );
  routes.get('reporter', one, (request, reply, visit) => showItem(desk, request, reply, visit, {}));
  routes.post('reporter', one, (request, reply, visit) => change(desk, request, reply, visit));
  const acting = (
    act: string,
    said: string,
    verb: (itemId: string, request: FastifyRequest, visit: Visit) => Promise<unknown>,
  ) =>
    routes.post('reporter', `${one}/${act}`, (request, reply, visit) =>
      orShowDay(desk, request, reply, visit, said, () => verb(param(request, 'itemId'), request, visit)),
    );
  acting('assign', '', (itemId, request, { staff }) =>
    assignPlanItem(newsroom, { itemId, staffId: field(request, 'staff') || null, by: staff }),
  );
  acting('drop', 'dropped', (itemId, _, { staff }) => dropPlanItem(newsroom, { itemId, by: staff }));
  acting('back', 'back', (itemId, _, { staff }) => dropPlanItem(newsroom, { itemId, back: true, by: staff }));
  acting('seen', '', (itemId, _, { staff }) => seePlanChanges(newsroom, { itemId, by: staff }));
  routes.post('reporter', `${one}/story`, async (request, reply, visit) => {
    try {
      const { storyId } = await draftPlanned(newsroom, { itemId: param(request, 'itemId'), by: visit.staff });
      return reply.redirect(`/desk/stories/${storyId}`, 303);
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal;
      return showToday(desk, request, reply.code(refusal.status), visit, { refused: refusal.words });
    }
  });
}

async function addLine(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
): Promise<FastifyReply> {
  const { when } = await openPage(desk.newsroom, visit);
  const line = field(request, 'line');
  const day = isCalendarDay(field(request, 'day')) ? field(request, 'day') : localDay(when.now, when.zone);
  try {
    const { itemId } = await addPlanLine(desk.newsroom, { line, day, by: visit.staff });
    return reply.redirect(withAt(backOf(request), itemId, 'added'), 303);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return showToday(desk, request, reply.code(refusal.status), visit, { refused: refusal.words, line });
  }
}

/** Back to the list, on the row that it was about. */
function withAt(back: string, itemId: string, said: string): string {
  const more = new URLSearchParams({ ...(said ? { done: said } : {}), at: itemId }).toString();
  return `${back}${back.includes('?') ? '&' : '?'}${more}#plan-${itemId}`;
}

async function orShowDay(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  said: string,
  act: () => Promise<unknown>,
): Promise<FastifyReply> {
  try {
    await act();
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal;
    return showToday(desk, request, reply.code(refusal.status), visit, { refused: refusal.words });
  }
  return reply.redirect(withAt(backOf(request), param(request, 'itemId'), said), 303);
}

async function showItem(
  { newsroom }: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  told: { refused?: Refusal },
): Promise<FastifyReply> {
  const { frame, when } = await openPage(newsroom, visit);
  const item = await getPlanItem(newsroom, param(request, 'itemId'));
  const colleagues = await listColleagues(newsroom);
  const saved = query(request, 'done') === 'saved';
  return sendPage(
    reply,
    PlanItemPage({ frame, when, item, colleagues, saved, typed: typedIn(request), refused: told.refused }),
  );
}

/** The fields as they were typed, to be shown again with what is wrong. */
function typedIn(request: FastifyRequest): Record<string, string> | null {
  if (request.method !== 'POST') return null;
  const names = ['what', 'place', 'day', 'from', 'lastDay', 'to', 'staff', 'due', 'note'];
  return Object.fromEntries(names.map((name) => [name, field(request, name)]));
}

async function change(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
): Promise<FastifyReply> {
  const itemId = param(request, 'itemId');
  const { when } = await openPage(desk.newsroom, visit);
  try {
    const basedOn = Number(field(request, 'basedOn'));
    await changePlanItem(desk.newsroom, { itemId, basedOn, ...formIn(request, when.zone), by: visit.staff });
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal;
    return showItem(desk, request, reply.code(refusal.status), visit, { refused: refusal });
  }
  return reply.redirect(`/desk/today/items/${itemId}?done=saved`, 303);
}

function formIn(request: FastifyRequest, zone: string): PlanForm {
  return {
    what: field(request, 'what'),
    place: field(request, 'place'),
    time: timeIn(request, zone),
    assignedId: field(request, 'staff') || null,
    dueAt: fromLocalInput(field(request, 'due'), zone),
    note: field(request, 'note'),
  };
}

/** A day, and an hour where one is typed. */
function timeIn(request: FastifyRequest, zone: string): PlanTime {
  const [day, from, lastDay, to] = ['day', 'from', 'lastDay', 'to'].map((name) => field(request, name));
  const startsAt = from ? fromLocalInput(`${day}T${from}`, zone) : null;
  if (startsAt === null) return { day: day ?? '', lastDay: lastDay || null };
  return { day: null, startsAt, endsAt: to ? fromLocalInput(`${lastDay || day}T${to}`, zone) : null };
}
