/** The routes of objections: what waits, and one sentence of it set aside. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kit/refusal.ts';
import { listObjected, listWeighed } from '../../replies/read-objections.ts';
import { setObjectionAside } from '../../replies/weigh.ts';
import { covers } from '../../staff/roles.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { ObjectionsPage } from './objections-page.tsx';
import { countReplies } from './reply-routes.ts';

const MOST_WAITING = 200; // objections on the page; the oldest come first, and the rest follow as these are weighed
const MOST_WEIGHED = 30;

export function registerObjectionDeskRoutes(routes: EditorRoutes, desk: Desk): void {
  const path = '/desk/replies/objections';
  routes.get('moderator', path, (request, reply, visit) =>
    show(desk, reply, visit, { done: query(request, 'done') ? 'Set aside.' : undefined }),
  );
  routes.post('moderator', path, async (request, reply, visit) => {
    try {
      await setObjectionAside(desk.newsroom, { ...sentenceIn(request), by: visit.staff });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal; // a bug is the server's to tell
      const refused = Object.values(refusal.fields)[0] ?? refusal.words;
      return show(desk, reply.code(refusal.status), visit, { refused });
    }
    return reply.redirect(`${path}?done=aside`, 303);
  });
}

function sentenceIn(request: FastifyRequest) {
  return {
    editionId: field(request, 'edition'),
    pairId: field(request, 'pair'),
    why: field(request, 'why'),
  };
}

async function show(
  { newsroom }: Desk,
  reply: FastifyReply,
  visit: Visit,
  more: { done?: string | undefined; refused?: string },
): Promise<FastifyReply> {
  const { frame, when } = await openPage(newsroom, visit);
  const page = ObjectionsPage({
    frame,
    when,
    counts: await countReplies(newsroom),
    waiting: await listObjected(newsroom, { limit: MOST_WAITING }),
    weighed: await listWeighed(newsroom, { limit: MOST_WEIGHED }),
    mayCorrect: covers(visit.staff.role, 'reporter'),
    done: more.done,
    refused: more.refused,
  });
  return sendPage(reply, page);
}
