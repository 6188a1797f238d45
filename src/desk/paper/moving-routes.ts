/** The routes of moves: an editor sees how far one is, and settles what is doubtful of it, one by one. */
import { listDoubts, listMoves, settleDoubt } from '../../moving/desk-view.ts';
import type { Desk, EditorRoutes } from '../door/editor-route.ts';
import { field, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { MovingPage } from './moving-page.tsx';

export function registerMovingRoutes(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.get('editor', '/desk/moving', async (request, reply, visit) => {
    const { frame, when } = await openPage(newsroom, visit);
    const code = query(request, 'kind') || null;
    const [runs, { doubts, counts }] = await Promise.all([listMoves(newsroom), listDoubts(newsroom, code)]);
    const done = query(request, 'done') === '' ? undefined : 'Settled.';
    return sendPage(reply, MovingPage({ frame, when, runs, doubts, counts, code, done }));
  });
  routes.post('editor', '/desk/moving/settle', async (request, reply, { staff }) => {
    await settleDoubt(newsroom, {
      origin: field(request, 'origin'),
      kind: field(request, 'of'),
      foreignId: field(request, 'foreignId'),
      code: field(request, 'code'),
      by: staff,
    });
    const kind = field(request, 'kind');
    const back = kind === '' ? '' : `kind=${encodeURIComponent(kind)}&`;
    return reply.redirect(`/desk/moving?${back}done=1`, 303);
  });
}
