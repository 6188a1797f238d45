/** The routes of the wire: the live list, an item as it was received, and picking it up. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kit/refusal.ts';
import { replayItem } from '../../wire/arriving/replay.ts';
import { part, putTogether } from '../../wire/events/cluster-hand.ts';
import { takeItemPicture } from '../../wire/items/item-pictures.ts';
import { getItem, getRaw } from '../../wire/items/items.ts';
import { listNotices, settleNotice } from '../../wire/notices/notices.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, fieldList, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { registerClusterRoutes } from './cluster-routes.ts';
import { makeItemEntry } from './item-entry.ts';
import { pickUpInto } from './pick-up-into.ts';
import { NoticesPage } from './wire-notices.tsx';
import { WirePage } from './wire-page.tsx';
import type { WireFilter } from './wire-pane.tsx';
import { registerWirePictures } from './wire-picture-routes.ts';
import { wireItem, wireList } from './wire-show.ts';

export function registerWireRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('reporter', '/desk/wire', (request, reply, visit) => showWire(desk, request, reply, visit, {}));
  registerClusterRoutes(routes, desk);
  registerChangeRoutes(routes, desk);
  registerWirePictures(routes, desk);
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
  routes.post('reporter', '/desk/wire/:itemId/pick-up', (request, reply, visit) =>
    acting(desk, request, reply, visit, async (itemId) => {
      const back = fieldList(request, 'back').map(Number);
      const page = await pickUpInto(newsroom, {
        itemId,
        into: field(request, 'into'),
        back,
        withPictures: field(request, 'pictures') === 'yes',
        by: visit.staff,
      });
      return `${page}?done=picked-up`;
    }),
  );
  routes.post('reporter', '/desk/wire/:itemId/entry', (request, reply, visit) =>
    acting(desk, request, reply, visit, (itemId) =>
      makeItemEntry(newsroom, { itemId, storyId: field(request, 'story'), by: visit.staff }),
    ),
  );
  routes.post('reporter', '/desk/wire/:itemId/pictures/:number', (request, reply, visit) =>
    acting(desk, request, reply, visit, async (itemId) => {
      const number = Number(param(request, 'number'));
      const { pictureId } = await takeItemPicture(newsroom, { itemId, number, by: visit.staff });
      return `/desk/media/${pictureId}`;
    }),
  );
  routes.post('reporter', '/desk/wire/:itemId/together', (request, reply, visit) =>
    acting(desk, request, reply, visit, async (itemId) => {
      await putTogether(newsroom, { itemId, withItemId: field(request, 'with'), by: visit.staff });
      return `/desk/wire/${itemId}`;
    }),
  );
  routes.post('reporter', '/desk/wire/:itemId/stand-alone', (request, reply, visit) =>
    acting(desk, request, reply, visit, async (itemId) => {
      const { clusterId } = await getItem(newsroom, itemId);
      await part(newsroom, { clusterId: clusterId ?? '', itemIds: [itemId], by: visit.staff });
      return `/desk/wire/${itemId}`;
    }),
  );
}

/** Does it and goes where it says; what is refused stands above the item. */
async function acting(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  act: (itemId: string) => Promise<string>,
): Promise<FastifyReply> {
  const itemId = param(request, 'itemId');
  try {
    return reply.redirect(await act(itemId), 303);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal;
    const refused = refusal.words;
    return await showWire(desk, request, reply.code(refusal.status), visit, { itemId, refused });
  }
}

/** What sources changed after pick-up, and reading an item again. */
function registerChangeRoutes(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.post('editor', '/desk/wire/:itemId/replay', async (request, reply) => {
    const itemId = param(request, 'itemId');
    const { changed, words } = await replayItem(newsroom, { itemId });
    const said = words ?? (changed ? 'changed' : 'same');
    return reply.redirect(`/desk/wire/${itemId}?replayed=${encodeURIComponent(said)}`, 303);
  });
  routes.get('reporter', '/desk/wire/changed', async (_request, reply, visit) => {
    const { frame, when } = await openPage(newsroom, visit);
    const notices = await listNotices(newsroom, { limit: MOST_NOTICES });
    return sendPage(reply, NoticesPage({ frame, when, notices }));
  });
  routes.post('editor', '/desk/wire/changed/:noticeId/settle', async (request, reply, visit) => {
    await settleNotice(newsroom, { noticeId: param(request, 'noticeId'), by: visit.staff });
    const back = field(request, 'back');
    // Only to pages of the desk: a form may be sent from anywhere.
    return reply.redirect(/^\/desk\/[\w/-]+$/.test(back) ? back : '/desk/wire/changed', 303);
  });
}

const MOST_NOTICES = 200; // on the desk's list; the oldest of so many is no longer news

/** The list under a filter, and beside it the item asked for, or the newest. */
async function showWire(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  asked: { itemId?: string; refused?: string },
): Promise<FastifyReply> {
  const { frame, when, language } = await openPage(desk.newsroom, visit);
  const filter = filterIn(request);
  const list = await wireList(desk.newsroom, { filter, selected: null, when });
  const selected = asked.itemId ?? list.rows[0]?.id ?? null;
  const version = Number(query(request, 'version')) || null;
  const page = WirePage({
    frame,
    wire: { ...list, selected },
    item:
      selected === null
        ? null
        : await wireItem(desk.newsroom, selected, { version, language, heldId: filter.with }),
    isAsked: asked.itemId !== undefined,
    refused: asked.refused,
    replayed: replayedWords(query(request, 'replayed')),
  });
  return sendPage(reply, page);
}

function filterIn(request: FastifyRequest): WireFilter {
  return {
    source: query(request, 'source'),
    language: query(request, 'language'),
    status: query(request, 'status'),
    with: query(request, 'with'),
  };
}

function replayedWords(word: string): string | undefined {
  if (word === 'changed') return 'Read again: there is a new version.';
  if (word === 'same') return 'Read again: it says the same.';
  return word === '' ? undefined : 'Read again: it could not be read alone, and nothing was changed.';
}
