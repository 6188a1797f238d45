/** The routes of moves: an editor sees how far one is, and settles what is doubtful of it, one by one, old page beside new. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../../kit/refusal.ts';
import {
  type DoubtName,
  doubtKindIn,
  findDoubt,
  listDoubts,
  listMoves,
  settleDoubt,
  settleDoubts,
} from '../../moving/desk-view.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { DoubtPage, doubtHref, listHref } from './doubt-page.tsx';
import { showHere, showThere } from './doubt-sides.ts';
import { MovingPage } from './moving-page.tsx';

export function registerMovingRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('editor', '/desk/moving', async (request, reply, visit) => {
    const { frame, when } = await openPage(newsroom, visit);
    const code = query(request, 'kind') || null;
    const [runs, { doubts, counts }] = await Promise.all([listMoves(newsroom), listDoubts(newsroom, code)]);
    const done = query(request, 'done') === '' ? undefined : 'Settled.';
    return sendPage(reply, MovingPage({ frame, when, runs, doubts, counts, code, done }));
  });
  routes.get('editor', '/desk/moving/doubt', (request, reply, visit) =>
    showDoubt(desk, request, reply, visit),
  );
  routes.post('editor', '/desk/moving/settle', async (request, reply, { staff }) => {
    const which = doubtNamed((name) => field(request, name));
    const kind = field(request, 'kind') || null;
    const next = field(request, 'on') === '' ? null : (await findDoubt(newsroom, which, kind))?.next;
    await settleDoubt(newsroom, { ...which, by: staff });
    return reply.redirect(withDone(next ? doubtHref(next, kind) : listHref(kind)), 303);
  });
  routes.post('editor', '/desk/moving/settle-all', async (request, reply, { staff }) => {
    await settleDoubts(newsroom, { code: field(request, 'code'), by: staff });
    return reply.redirect(withDone(listHref(null)), 303);
  });
}

const withDone = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}done=1`;

const doubtNamed = (said: (name: string) => string): DoubtName => ({
  origin: said('origin'),
  kind: doubtKindIn(said('of')) ?? refuse('not-found', { because: 'settledAlready' }),
  foreignId: said('foreignId'),
  code: said('code'),
});

async function showDoubt({ newsroom }: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const kind = query(request, 'kind') || null;
  const which = doubtNamed((name) => query(request, name));
  const open = (await findDoubt(newsroom, which, kind)) ?? refuse('not-found', { because: 'settledAlready' });
  const [{ frame, when }, { counts }, there, here] = await Promise.all([
    openPage(newsroom, visit),
    listDoubts(newsroom, kind),
    showThere(newsroom, open),
    showHere(newsroom, open),
  ]);
  const total = counts.reduce(
    (sum, { code, count }) => sum + (kind === null || kind === code ? count : 0),
    0,
  );
  const done = query(request, 'done') === '' ? undefined : 'Settled. This is the next.';
  return sendPage(reply, DoubtPage({ frame, when, open, total, kind, there, here, done }));
}
