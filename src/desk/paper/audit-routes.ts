/** The routes of the audit: chiefs and administrators read it, as a page and as a file. */
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { type AuditFilter, eachAuditLine, listActsDone, readAudit, storyTyped } from '../../audit/audit.ts';
import { DAY } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { listStaff } from '../../staff/staff.ts';
import { cursorText, readCursor } from '../../stories/cursor.ts';
import type { Desk, EditorRoutes } from '../door/editor-route.ts';
import { query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { fromLocalInput, localInput } from '../views/words.ts';
import { csvOfAudit } from './audit-csv.ts';
import { type AuditChoice, AuditPage, type AuditPageProps } from './audit-page.tsx';

const A_PAGE = 50; // lines
const LONGEST = 300; // characters of what is typed: an address

export function registerAuditRoutes(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.get('chief', '/desk/audit', async (request, reply, visit) => {
    const { frame, when } = await openPage(newsroom, visit);
    const choice = choiceIn(request);
    const { filter, wrong } = await filterOf(newsroom, choice, when.zone);
    const before = readCursor(query(request, 'before'));
    const [{ lines, next }, acts, people] = await Promise.all([
      Object.keys(wrong).length > 0
        ? { lines: [], next: null }
        : readAudit(newsroom, before ? { ...filter, after: before } : filter, A_PAGE),
      listActsDone(newsroom),
      listStaff(newsroom),
    ]);
    const here = addressOf('/desk/audit', choice);
    return sendPage(
      reply,
      AuditPage({
        frame,
        when,
        choice,
        acts,
        lines,
        wrong,
        people: people.map(({ id, name, leftAt }) => ({ id, name, hasLeft: leftAt !== null })),
        older: next && addressOf('/desk/audit', choice, cursorText(next)),
        first: before && here,
        csv: addressOf('/desk/audit.csv', choice),
      }),
    );
  });
  routes.get('chief', '/desk/audit.csv', async (request, reply, visit) => {
    const { when } = await openPage(newsroom, visit);
    const choice = choiceIn(request);
    const { filter, wrong } = await filterOf(newsroom, choice, when.zone);
    if (Object.keys(wrong).length > 0) return reply.redirect(addressOf('/desk/audit', choice), 303); // it says what
    const day = localInput(when.now, when.zone).slice(0, 10);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="audit-${day}.csv"`)
      .send(Readable.from(csvOfAudit(eachAuditLine(newsroom, filter), when.zone)));
  });
}

function choiceIn(request: FastifyRequest): AuditChoice {
  const typed = (name: string) => query(request, name).replaceAll('\0', '').trim().slice(0, LONGEST);
  return {
    by: typed('by'),
    act: typed('act'),
    story: typed('story'),
    from: typed('from'),
    to: typed('to'),
  };
}

/** What was chosen as the store is asked, and in words what of it cannot be. */
async function filterOf(
  newsroom: Newsroom,
  { by, act, story, from, to }: AuditChoice,
  zone: string,
): Promise<{ filter: AuditFilter; wrong: AuditPageProps['wrong'] }> {
  const wrong: AuditPageProps['wrong'] = {};
  const first = from === '' ? undefined : fromLocalInput(`${from}T00:00`, zone);
  const last = to === '' ? undefined : dayAfter(to, zone);
  const storyId = story === '' ? undefined : await storyTyped(newsroom, story);
  if (first === null) wrong.from = 'The first day is none that the calendar has.';
  if (last === null) wrong.to = 'The last day is none that the calendar has.';
  if (storyId === null) wrong.story = 'No story stands at that address.';
  const filter: AuditFilter = {};
  if (by !== '') filter.byId = by === 'crier' ? null : by;
  if (act !== '') filter.act = act;
  if (storyId) filter.storyId = storyId;
  if (typeof first === 'number') filter.from = first;
  if (typeof last === 'number') filter.to = last;
  return { filter, wrong };
}

/** The first instant of the day after: a day may be 23 or 25 hours long. */
function dayAfter(day: string, zone: string): number | null {
  const noon = Date.parse(`${day}T12:00:00Z`);
  if (fromLocalInput(`${day}T00:00`, zone) === null) return null;
  return fromLocalInput(`${new Date(noon + DAY).toISOString().slice(0, 10)}T00:00`, zone);
}

function addressOf(path: string, choice: AuditChoice, before?: string): string {
  const chosen = Object.entries(choice).filter(([, value]) => value !== '');
  const asked = new URLSearchParams(before === undefined ? chosen : [...chosen, ['before', before]]);
  return asked.size === 0 ? path : `${path}?${asked}`;
}
