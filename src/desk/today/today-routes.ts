/** The routes of the day: the page, its list of what wants a hand, and the handovers. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isCalendarDay, localDay } from '../../kit/local-time.ts';
import { Refusal } from '../../kit/refusal.ts';
import { listHandovers, listOpenHandovers, takeHandover, writeHandover } from '../../planning/handover.ts';
import { listPlan } from '../../planning/read-plan.ts';
import { covers } from '../../staff/roles.ts';
import { listStaff } from '../../staff/staff.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { HandoversPage } from './handover-part.tsx';
import { TodayPage } from './today-page.tsx';
import type { Colleague, DayView } from './today-view.ts';
import { listWants } from './wants.ts';

const A_PAGE = 200; // items of the plan at once; a desk of twelve has thirty a day
const MOST_DROPPED = 30;
const A_HISTORY = 30; // handovers at once: a month of nights
const WEEK = 7; // days

const done: Record<string, string> = {
  added: 'It is on the plan.',
  dropped: 'Taken off the plan. It stands below, to be put back.',
  back: 'It is on the plan again.',
  written: 'Handed over. It stands on top until somebody takes it.',
  taken: 'It is yours from here.',
};

export function registerTodayRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('reporter', '/desk/today', (request, reply, visit) =>
    showToday(desk, request, reply, visit, { done: done[query(request, 'done')] }),
  );
  routes.post('reporter', '/desk/today/handovers', async (request, reply, visit) => {
    try {
      await writeHandover(newsroom, { words: field(request, 'words'), by: visit.staff });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return showToday(desk, request, reply.code(refusal.status), visit, { refused: refusal.words });
    }
    return reply.redirect('/desk/today?done=written', 303);
  });
  routes.post('reporter', '/desk/today/handovers/:handoverId/take', async (request, reply, visit) => {
    try {
      await takeHandover(newsroom, { handoverId: param(request, 'handoverId'), by: visit.staff });
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal;
      return showToday(desk, request, reply.code(refusal.status), visit, { refused: refusal.words });
    }
    return reply.redirect('/desk/today?done=taken', 303);
  });
  routes.get('reporter', '/desk/today/handovers', async (request, reply, visit) => {
    const { frame, when } = await openPage(newsroom, visit);
    const before = query(request, 'before') || undefined;
    const all = await listHandovers(newsroom, { before, limit: A_HISTORY + 1 });
    const handovers = all.slice(0, A_HISTORY);
    const next = all.length > A_HISTORY ? (handovers.at(-1)?.id ?? null) : null;
    return sendPage(reply, HandoversPage({ frame, when, handovers, next }));
  });
}

interface ShownBeside {
  done?: string | undefined;
  refused?: string | undefined;
  line?: string;
}

/** The day; `path` is a view to show in place of the one that was asked for. */
export async function showToday(
  { newsroom }: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  beside: ShownBeside,
): Promise<FastifyReply> {
  const { frame, when } = await openPage(newsroom, visit);
  const today = localDay(when.now, when.zone);
  const view = viewIn(request, today);
  const days = view.span === 'week' ? WEEK : 1;
  const assignedId = view.who || undefined;
  const asked = { day: view.day, days, assignedId };
  const [plan, dropped, wants, handovers, colleagues] = await Promise.all([
    listPlan(newsroom, { ...asked, after: view.after || undefined, limit: A_PAGE }),
    listPlan(newsroom, { ...asked, isDropped: true, limit: MOST_DROPPED }),
    listWants(newsroom, { role: visit.staff.role, when }),
    listOpenHandovers(newsroom),
    listColleagues(newsroom),
  ]);
  const page = TodayPage({
    frame,
    when,
    view,
    today,
    items: plan.items,
    next: plan.next,
    chosen: query(request, 'at'),
    dropped: dropped.items,
    wants,
    handovers,
    colleagues,
    you: visit.staff,
    isEditor: covers(visit.staff.role, 'editor'),
    line: beside.line ?? '',
    done: beside.done,
    refused: beside.refused,
  });
  return sendPage(reply, page);
}

/** Those who work here and may be given something to write. */
export async function listColleagues(newsroom: Desk['newsroom']): Promise<Colleague[]> {
  return (await listStaff(newsroom)).filter(
    ({ leftAt, role }) => leftAt === null && covers(role, 'reporter'),
  );
}

/** The view that the address asks for, or that a form came from; what is none of ours is today. */
function viewIn(request: FastifyRequest, today: string): DayView {
  const back = request.method === 'POST' ? new URLSearchParams(backOf(request).split('?')[1] ?? '') : null;
  const word = (name: string) => (back ? (back.get(name) ?? '') : query(request, name));
  const day = word('day');
  const id = (text: string) => (/^[\w-]{1,40}$/.test(text) ? text : '');
  return {
    day: isCalendarDay(day) ? day : today,
    span: word('span') === 'week' ? 'week' : 'day',
    who: id(word('who')),
    after: id(word('after')),
  };
}

/** Where a form came from: a view of the day, whatever was sent. */
export function backOf(request: FastifyRequest): string {
  const back = field(request, 'back');
  return /^\/desk\/today(?:\?[\w=&%.-]*)?$/.test(back) ? back : '/desk/today';
}
