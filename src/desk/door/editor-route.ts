/**
 * The only way to a route of the desk. A route is registered with the role it needs, or with the words why strangers may
 * use it; who asks, from where, and the form token are looked at here, so that no handler can forget it.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { HOUR } from '../../kit/clock.ts';
import { checkFormToken, formToken } from '../../kit/form-token.ts';
import { refuse } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import { covers, type Role } from '../../staff/roles.ts';
import type { SignedIn, SignIn } from '../../staff/sign-in.ts';
import type { Staff } from '../../staff/staff.ts';

/** What the desk's doors work with. */
export interface Desk {
  newsroom: Newsroom;
  signIn: SignIn;
}

/** One request of someone signed in. */
export interface Visit {
  staff: Staff;
  sessionId: string;
  /** The token for the forms of the page. */
  form: string;
}

export type EditorHandler = (request: FastifyRequest, reply: FastifyReply, visit: Visit) => unknown;
export type StrangerHandler = (request: FastifyRequest, reply: FastifyReply) => unknown;

export interface RouteMore {
  /** Bytes of a body, where an upload may be larger than a form. */
  bodyLimit?: number;
}

/** The role a route needs; 'staff' is everyone who is signed in, whatever their role. */
export type RouteRole = Role | 'staff';

/** Who may use a route: someone whose role covers this one, or anybody, and why. */
export type Access = { role: RouteRole } | { openBecause: string };

export interface DeskRoute {
  method: 'GET' | 'POST';
  path: string;
  access: Access;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set on every route of the desk; what has none did not come through here. */
    deskAccess?: Access;
  }
}

export interface EditorRoutes {
  /** `path` is whole: '/desk/replies'. */
  get(role: RouteRole, path: string, handler: EditorHandler): void;
  post(role: RouteRole, path: string, handler: EditorHandler, more?: RouteMore): void;
  /** Routes before signing in; `why` is read by whoever checks the list. A POST checks a form token of its own. */
  open(why: string): {
    get(path: string, handler: StrangerHandler): void;
    post(path: string, handler: StrangerHandler): void;
  };
  /** Every route registered here, for the test that tries them all as a stranger. */
  readonly registered: readonly DeskRoute[];
}

/** Where somebody chooses a password of their own, whose first one was handed over. */
export const OWN_PASSWORD = '/desk/own-password';
const LONGEST_OPEN_FORM = 64 * 1024; // bytes; the set-up in the widest script is a quarter of it
const FORM_AGE = 12 * HOUR; // a long shift with one page open

/** Registers on `app`, whose prefix may be '/desk' already. */
export function editorRoutes(app: FastifyInstance, desk: Desk): EditorRoutes {
  const registered: DeskRoute[] = [];
  const visits = new WeakMap<FastifyRequest, Visit>();
  const route = (
    method: 'GET' | 'POST',
    path: string,
    access: Access,
    handler: StrangerHandler,
    more?: RouteMore,
  ) => {
    registered.push({ method, path, access });
    app.route({
      method: method as HTTPMethods,
      url: within(app.prefix, path),
      config: { deskAccess: access },
      ...(more?.bodyLimit === undefined ? {} : { bodyLimit: more.bodyLimit }),
      // Before the body is read: a stranger cannot make us parse a large one.
      onRequest: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        if (method === 'POST') mustComeFromHere(request, desk.newsroom.settings.address);
        if ('openBecause' in access) return undefined;
        const someone = await desk.signIn.whoIs(request.headers.cookie);
        if (!someone) return strangerAtTheDesk(request, reply);
        visits.set(request, admitted(desk, someone, access.role, reply));
        if (someone.passwordDue && !whileDue.has(path)) return toOwnPassword(request, reply);
        return undefined;
      },
      preHandler: async (request) => {
        const visit = visits.get(request);
        if (visit && method === 'POST') mustHaveToken(desk, request, visit);
      },
      handler: async (request, reply) => await handler(request, reply),
    });
  };
  const editor = (handler: EditorHandler): StrangerHandler => {
    return (request, reply) => {
      const visit = visits.get(request);
      return visit ? handler(request, reply, visit) : refuse('sign-in-needed');
    };
  };
  return {
    get: (role, path, handler) => route('GET', path, { role }, editor(handler)),
    post: (role, path, handler, more) => route('POST', path, { role }, editor(handler), more),
    open: (why) => ({
      get: (path, handler) => route('GET', path, { openBecause: why }, handler),
      post: (path, handler) =>
        route('POST', path, { openBecause: why }, handler, { bodyLimit: LONGEST_OPEN_FORM }),
    }),
    registered,
  };
}

function within(prefix: string, path: string): string {
  return prefix && path.startsWith(prefix) ? path.slice(prefix.length) || '/' : path;
}

function admitted(desk: Desk, someone: SignedIn, needed: RouteRole, reply: FastifyReply): Visit {
  if (someone.cookies.length > 0) reply.header('set-cookie', someone.cookies);
  if (needed !== 'staff' && !covers(someone.staff.role, needed)) refuse('role-needed');
  const { staff, sessionId } = someone;
  return {
    staff,
    sessionId,
    form: formToken(desk.newsroom.seal, `desk:${sessionId}`, desk.newsroom.clock.now()),
  };
}

/** What somebody may do whose password was handed over: choose their own, or go. */
const whileDue = new Set([OWN_PASSWORD, '/desk/sign-out']);

function toOwnPassword(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return asksForPage(request) ? reply.redirect(OWN_PASSWORD, 303) : refuse('password-due');
}

function asksForPage({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html');
}

/** A page asked for by a person leads to the sign-in and back; anything else is told no. */
function strangerAtTheDesk(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!asksForPage(request)) refuse('sign-in-needed');
  return reply.redirect(`/desk/sign-in?next=${encodeURIComponent(request.url)}`, 303);
}

/** Browsers say where a form was sent from; one that says nothing is left to the form token. */
export function mustComeFromHere(request: FastifyRequest, address: string): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse('other-site');
  const origin = request.headers.origin;
  if (origin === undefined || origin === new URL(address).origin) return;
  // A newsroom reached by another name than its settings say: the browser's own Host cannot be set by another site.
  if (!URL.canParse(origin) || new URL(origin).host !== request.headers.host) refuse('other-site');
}

function mustHaveToken(desk: Desk, request: FastifyRequest, visit: Visit): void {
  const { seal, clock } = desk.newsroom;
  const token = request.headers['x-form'] ?? fieldOf(request.body, '_form');
  checkFormToken(seal, { token, purpose: `desk:${visit.sessionId}`, now: clock.now(), maxAge: FORM_AGE });
}

/** A field of a form that was read, of either kind of form. */
export function fieldOf(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const field: unknown = Object.getOwnPropertyDescriptor(body, name)?.value;
  if (typeof field === 'string') return field;
  // @fastify/multipart hands fields over in a box of their own
  const boxed = typeof field === 'object' && field !== null && 'value' in field ? field.value : undefined;
  return typeof boxed === 'string' ? boxed : undefined;
}

/** Where to go on after signing in: a path of this site, or the desk. */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return '/desk';
  const here = 'http://here.invalid';
  if (!URL.canParse(next, here)) return '/desk';
  const url = new URL(next, here); // also takes out what browsers take out: tabs, line ends
  return url.origin === here && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/desk';
}
