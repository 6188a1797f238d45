/** The web server put together: headers, forms, errors, files and the three doors. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import type { LiveHub } from '../alerts/live/live-hub.ts';
import { partnerDoor } from '../api/partner-routes.ts';
import { apiDoor } from '../api/routes.ts';
import { wireDoor } from '../api/wire-routes.ts';
import { deskDoor } from '../desk/routes.ts';
import type { Newsroom } from '../newsroom.ts';
import { watchOpenPages } from '../readership/counts.ts';
import { openPageCache, type PageCache } from '../site/page-cache.ts';
import { siteDoor } from '../site/routes.ts';
import type { SignIn } from '../staff/sign-in.ts';
import { answerErrors } from './errors.ts';
import { securityHeaders } from './headers.ts';
import { watchHealth } from './health.ts';
import { serveFiles } from './static-files.ts';

// Letters of one part of an address, percent signs and all: the last parts of other houses are whole headlines, in any script. Fastify's
// own 100 answered 414 to them.
const LONGEST_PART = 4_000;
const LONGEST_FORM = 2 * 1024 * 1024; // bytes; a story of 100,000 words is half of it
const LARGEST_UPLOAD = 65 * 1024 * 1024; // bytes; just above what media/picture-file.ts takes, so that it says so in words
const MOST_FILES = 20; // of one form; what they may hold together is the route's to say
const SLOWEST_REQUEST = 30_000; // ms to send a whole request; slower is not a reader
const LONGEST_GOODBYE = 2_000; // ms for what is being answered when the server closes; a shutdown as a whole takes five
const KEEP_ALIVE = 65_000; // ms; above the 60 s of common reverse proxies, so that they close first

export interface ServerParts {
  newsroom: Newsroom;
  signIn: SignIn;
  liveHub: LiveHub;
}

export interface Route {
  method: string;
  path: string;
}

export interface Server {
  app: FastifyInstance;
  pageCache: PageCache;
  /** Every route registered, for docs and promises. */
  routes: Route[];
  /** Listens; the answer is the address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

export async function openServer({ newsroom, signIn, liveHub }: ServerParts): Promise<Server> {
  const headers = securityHeaders(newsroom.settings.address);
  const pageCache = openPageCache(newsroom, { headers, hasEdge: newsroom.settings.purgeUrl !== undefined });
  watchOpenPages(newsroom, () => liveHub.storiesOpen());
  const closing = { now: false };
  const app = makeApp(newsroom, pageCache, closing);
  const routes: Route[] = [];
  app.addHook('onRoute', (route) => {
    if (route.method === 'GET') route.method = ['GET', 'HEAD']; // one route for both: Node leaves out the body
    for (const method of [route.method].flat()) routes.push({ method, path: route.url });
  });
  await app.register(formbody, { bodyLimit: LONGEST_FORM });
  await app.register(multipart, {
    limits: { fileSize: LARGEST_UPLOAD, files: MOST_FILES, fields: 50, fieldSize: LONGEST_FORM },
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers);
    // What only reads leaves no trace: following it through every promise would cost each page something.
    if (request.method === 'GET' || request.method === 'HEAD') return done();
    newsroom.trace.under(request.id, done);
  });
  countAnswers(app, newsroom);
  answerErrors(app, newsroom);
  const health = watchHealth(newsroom);
  app.get('/healthz', (_request, reply) =>
    health.answer().then((found) => reply.status(found.status).send(found)),
  );
  // For whoever asks: as whom they come through the proxies. `crier doctor` asks it.
  app.get('/healthz/you', (request, reply) =>
    reply.header('cache-control', 'no-store').send({ address: request.ip }),
  );
  await serveFiles(app, newsroom);
  await app.register(apiDoor({ newsroom }));
  await app.register(partnerDoor({ newsroom }));
  await app.register(wireDoor({ newsroom }));
  await app.register(deskDoor({ newsroom, signIn }), { prefix: '/desk' });
  await app.register(siteDoor({ newsroom, pageCache, liveHub }));
  await app.ready();
  return {
    app,
    pageCache,
    routes,
    listen: () => app.listen({ host: newsroom.settings.host, port: newsroom.settings.port }),
    async close() {
      closing.now = true;
      const cut = setTimeout(() => app.server.closeAllConnections(), LONGEST_GOODBYE);
      await app.close();
      clearTimeout(cut);
      health.close();
      pageCache.close();
    },
  };
}

/** A line a request at debug, without what readers typed; and its count. */
function countAnswers(app: FastifyInstance, { log, meter }: Newsroom): void {
  app.addHook('onResponse', (request, reply, done) => {
    const ms = Math.round(reply.elapsedTime);
    const { method, id } = request;
    const path = request.routeOptions.url ?? 'none';
    log.debug('answered', { request: id, method, path, status: reply.statusCode, ms });
    meter.answered({ door: doorOf(path), status: reply.statusCode, seconds: ms / 1_000 });
    done();
  });
}

function doorOf(path: string): 'site' | 'desk' | 'api' | 'other' {
  if (path === '/healthz' || path === 'none') return 'other';
  if (path.startsWith('/desk')) return 'desk';
  return path.startsWith('/api') ? 'api' : 'site';
}

function makeApp(newsroom: Newsroom, pageCache: PageCache, closing: { now: boolean }): FastifyInstance {
  const app = Fastify({
    logger: false,
    trustProxy: trusted(newsroom.settings.proxies),
    bodyLimit: LONGEST_FORM,
    exposeHeadRoutes: false, // each GET answers HEAD as it is, see above
    // The readers' door forwards slashes at the end, see site/routes.ts.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: LONGEST_PART },
    genReqId: () => randomBytes(6).toString('base64url'),
    forceCloseConnections: 'idle',
    return503OnClosing: false, // who has a connection gets the answer, and then loses the connection
    // Pages that are in the cache are answered before anything else is done for them.
    serverFactory: (handle) =>
      createServer({ requestTimeout: SLOWEST_REQUEST, keepAliveTimeout: KEEP_ALIVE }, (request, response) =>
        answerOrHandle({ pageCache, closing, handle }, request, response),
      ),
  });
  return app;
}

/**
 * Whose word about where a request came from is taken. Hops are counted from our own connection on, that is from the right of
 * X-Forwarded-For: what stands left of the proxies the client wrote itself. (A bare number means *nobody* to Fastify 5.)
 */
function trusted(proxies: number | string[]): string[] | ((address: string, hop: number) => boolean) {
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : proxies;
}

interface Answering {
  pageCache: PageCache;
  closing: { now: boolean };
  handle: (request: IncomingMessage, response: ServerResponse) => void;
}

function answerOrHandle(
  { pageCache, closing, handle }: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (closing.now) response.shouldKeepAlive = false; // a proxy that always has something to ask would keep it open for good
  if (!pageCache.answerFromCache(request, response)) handle(request, response);
}
