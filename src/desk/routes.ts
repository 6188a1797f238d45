/** The editors' door: everything at /desk, as a table of contents. */
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { EVENT_STREAM } from '../kit/event-stream.ts';
import { readersNow } from '../readership/readership.ts';
import { covers, type Role } from '../staff/roles.ts';
import { listForDesk } from '../stories/desk-list.ts';
import { type Desk, type EditorRoutes, editorRoutes, type Visit } from './door/editor-route.ts';
import { query, readUploads } from './door/form-fields.ts';
import { openPage, sendPage } from './door/frame.ts';
import { openDeskLive } from './door/live.ts';
import { registerOwnRoutes } from './door/own-routes.ts';
import { registerSetupRoutes } from './door/setup-routes.ts';
import { registerSignInRoutes } from './door/sign-in-routes.ts';
import { registerFrontRoutes } from './front/front-routes.ts';
import { registerLiveRoutes } from './live/live-routes.ts';
import { registerMediaRoutes } from './media/media-routes.ts';
import { registerAuditRoutes } from './paper/audit-routes.ts';
import { registerHouseStyleRoutes } from './paper/house-style-routes.ts';
import { registerMastheadRoutes } from './paper/masthead-routes.ts';
import { registerMovingRoutes } from './paper/moving-routes.ts';
import { registerNamesRoutes } from './paper/names-routes.ts';
import { registerPartnerRoutes } from './paper/partner-routes.ts';
import { registerSpeakerRoutes } from './paper/speaker-routes.ts';
import { registerStaffRoutes } from './paper/staff-routes.ts';
import { registerWorkRoutes } from './paper/work-routes.ts';
import { registerReaderRoutes } from './readers/reader-routes.ts';
import { registerObjectionDeskRoutes } from './replies/objection-routes.ts';
import { registerReplyDeskRoutes } from './replies/reply-routes.ts';
import { registerSearchRoutes } from './search/search-routes.ts';
import { registerSourceListRoutes } from './sources/source-list-routes.ts';
import { registerSourceRoutes } from './sources/source-routes.ts';
import { registerAlertDeskRoutes } from './story/alert-routes.ts';
import { registerFindingRoutes } from './story/finding-routes.tsx';
import { StoriesPage, storyLists } from './story/stories-page.tsx';
import { registerStoryRoutes } from './story/story-routes.ts';
import { registerSuggestionRoutes } from './story/suggestion-routes.tsx';
import { registerPlanRoutes } from './today/plan-routes.ts';
import { registerTodayRoutes } from './today/today-routes.ts';
import { registerEngineRoutes } from './translation/engine-routes.ts';
import { registerTranslationRoutes } from './translation/translation-routes.ts';
import { registerWireRoutes } from './wire/wire-routes.ts';

export function deskDoor(desk: Desk): FastifyPluginAsync {
  return async (app) => {
    readUploads(app);
    const routes = editorRoutes(app, desk);
    routes.get('staff', '/desk', (_request, reply, { staff }) => reply.redirect(firstRoom(staff.role), 303));
    registerSetupRoutes(routes, desk);
    registerSignInRoutes(routes, desk);
    registerLive(app, routes, desk);
    registerTodayRoutes(routes, desk);
    registerPlanRoutes(routes, desk);
    registerWireRoutes(routes, desk);
    registerStories(routes, desk);
    registerStoryRoutes(routes, desk);
    registerFindingRoutes(routes, desk);
    registerSuggestionRoutes(routes, desk);
    registerLiveRoutes(routes, desk);
    registerFrontRoutes(routes, desk);
    registerMediaRoutes(routes, desk);
    registerSpeakerRoutes(routes, desk);
    registerAlertDeskRoutes(routes, desk);
    registerReplyDeskRoutes(routes, desk);
    registerObjectionDeskRoutes(routes, desk);
    registerStaffRoutes(routes, desk);
    registerOwnRoutes(routes, desk);
    registerSourceRoutes(routes, desk);
    registerSourceListRoutes(routes, desk);
    registerMastheadRoutes(routes, desk);
    registerNamesRoutes(routes, desk);
    registerPartnerRoutes(routes, desk);
    registerHouseStyleRoutes(routes, desk);
    registerEngineRoutes(routes, desk);
    registerTranslationRoutes(routes, desk);
    registerWholeHouse(routes, desk);
  };
}

/** What looks over all rooms at once. */
function registerWholeHouse(routes: EditorRoutes, desk: Desk): void {
  registerWorkRoutes(routes, desk);
  registerMovingRoutes(routes, desk);
  registerAuditRoutes(routes, desk);
  registerSearchRoutes(routes, desk);
  registerReaderRoutes(routes, desk);
}

const MOST_STORIES = 200; // on one list; older ones are found by search

function registerStories(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.get('reporter', '/desk/stories', async (request, reply, visit: Visit) => {
    const { frame, when } = await openPage(newsroom, visit);
    const chosen = storyLists.find(({ list }) => list === query(request, 'list')) ?? storyLists[0];
    const stories = await listForDesk(newsroom, { statuses: [...chosen.statuses], limit: MOST_STORIES });
    const readers = await readersNow(
      newsroom,
      chosen.list === 'published' ? stories.map(({ storyId }) => storyId) : [],
    );
    return sendPage(
      reply,
      StoriesPage({ frame, when, list: chosen.list, stories, readers, you: visit.staff.id }),
    );
  });
}

/** The line on which open pages hear; the server ends it before it closes. */
function registerLive(app: FastifyInstance, routes: EditorRoutes, { newsroom }: Desk): void {
  const live = openDeskLive(newsroom);
  app.addHook('preClose', async () => live.close());
  routes.get('staff', '/desk/live', (request, reply) => {
    if (request.method === 'HEAD') return reply.headers(EVENT_STREAM).send(); // no listener
    const headers = reply.getHeaders() as Record<string, string>;
    reply.hijack();
    reply.raw.writeHead(200, { ...headers, ...EVENT_STREAM });
    live.attach(reply.raw);
  });
}

/** Moderators live among the replies, everyone else on the wire. */
function firstRoom(role: Role): string {
  return covers(role, 'reporter') ? '/desk/wire' : '/desk/replies';
}
