/** The routes of the wire: the live list, an item as it was received, and picking it up. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../kit/refusal.ts';
import { getItem, getRaw } from '../wire/items.ts';
import { pickUp } from '../wire/pick-up.ts';
import type { Desk, EditorRoutes, Visit } from './editor-route.ts';
import { param, query } from './form-fields.ts';
import { openPage, sendPage } from './frame.ts';
import { WirePage } from './wire-page.tsx';
import type { WireFilter } from './wire-pane.tsx';
import { wireItem, wireList } from './wire-show.ts';

export function registerWireRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('reporter', '/desk/wire', (request, reply, visit) => showWire(desk, request, reply, visit, {}));
  routes.get('reporter', '/desk/wire/:itemId', (request, reply, visit) =>
    showWire(desk, request, reply, visit, { itemId: param(request, 'itemId') }),
  );
  routes.get('reporter', '/desk/wire/:itemId/raw', async (request, reply) => {
    const itemId = param(request, 'itemId');
    const number = Number(query(request, 'version')) || (await getItem(newsroom, itemId)).version;
    const raw = await getRaw(newsroom, { itemId, number });
    // As text to keep, whatever it says it is: a browser must not run what came from outside.
    return reply
      .type(`text/plain; charset=${/^[\w-]+$/.test(raw.encoding) ? raw.encoding : 'utf-8'}`)
      .header('content-disposition', `attachment; filename="item-v${number}.txt"`)
      .send(Buffer.from(raw.bytes));
  });
  routes.post('reporter', '/desk/wire/:itemId/pick-up', async (request, reply, visit) => {
    const itemId = param(request, 'itemId');
    try {
      const { storyId } = await pickUp(newsroom, { itemId, by: visit.staff });
      return reply.redirect(`/desk/stories/${storyId}?done=picked-up`, 303);
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal;
      return await showWire(desk, request, reply.code(refusal.status), visit, {
        itemId,
        refused: refusal.words,
      });
    }
  });
}

/** The list under a filter, and beside it the item asked for, or the newest. */
async function showWire(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  asked: { itemId?: string; refused?: string },
): Promise<FastifyReply> {
  const { frame, when } = await openPage(desk.newsroom, visit);
  const filter = filterIn(request);
  const list = await wireList(desk.newsroom, { filter, selected: null, when });
  const selected = asked.itemId ?? list.rows[0]?.id ?? null;
  const version = Number(query(request, 'version')) || null;
  const page = WirePage({
    frame,
    wire: { ...list, selected },
    item: selected === null ? null : await wireItem(desk.newsroom, selected, version),
    isAsked: asked.itemId !== undefined,
    refused: asked.refused,
  });
  return sendPage(reply, page);
}

function filterIn(request: FastifyRequest): WireFilter {
  return {
    source: query(request, 'source'),
    language: query(request, 'language'),
    status: query(request, 'status'),
  };
}
