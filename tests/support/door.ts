/** A desk or site door for a test, without the rest of the server; and someone of the staff who is signed in at it. */
import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { type Desk, type EditorRoutes, editorRoutes } from '../../src/desk/door/editor-route.ts';
import { theNewsroomItself } from '../../src/newsroom.ts';
import { answerErrors } from '../../src/server/errors.ts';
import type { Role } from '../../src/staff/roles.ts';
import { openSignIn } from '../../src/staff/sign-in.ts';
import { addStaff, type Staff } from '../../src/staff/staff.ts';
import { withoutScript } from './copy-form.ts';
import type { TestNewsroom } from './newsroom.ts';

export const PASSWORD = 'the harbour at night';
const PAGE = { accept: 'text/html', host: 'localhost:4000' };

/** An app with forms and refusals as the server has them. */
export async function openDoor(
  newsroom: TestNewsroom,
  register: (app: FastifyInstance) => unknown,
  prefix = '',
): Promise<FastifyInstance> {
  const app = Fastify({ logger: false, routerOptions: { ignoreTrailingSlash: true } });
  await app.register(formbody);
  answerErrors(app, newsroom);
  await app.register(
    async (door) => {
      await register(door);
    },
    { prefix },
  );
  await app.ready();
  return app;
}

/** The desk's door with these routes. */
export async function openDeskDoor(
  newsroom: TestNewsroom,
  register: (routes: EditorRoutes, desk: Desk) => void,
): Promise<DeskDoor> {
  const desk: Desk = { newsroom, signIn: openSignIn(newsroom) };
  let routes: EditorRoutes | undefined;
  const app = await openDoor(
    newsroom,
    (door) => {
      routes = editorRoutes(door, desk);
      register(routes, desk);
    },
    '/desk',
  );
  if (!routes) throw new Error('the door registered nothing');
  return { app, desk, routes, signedIn: (role) => signedIn(app, desk, role) };
}

export interface DeskDoor {
  app: FastifyInstance;
  desk: Desk;
  routes: EditorRoutes;
  /** Someone new with this role, signed in. */
  signedIn(role: Role): Promise<Visitor>;
}

/** Someone at the desk with a browser that runs no script, and goes where such a page sends it. */
export interface Visitor {
  staff: Staff;
  cookie: string;
  get(path: string): Promise<LightMyRequestResponse>;
  /** Sends a form with the token of the page at `from`, which has to show one. */
  send(path: string, fields: Fields, from: string): Promise<LightMyRequestResponse>;
  post(path: string, fields: Fields): Promise<LightMyRequestResponse>;
}

let made = 0;

/** Someone new with this role, signed in. */
export async function signedIn(
  app: FastifyInstance,
  desk: Desk,
  role: Role,
  name?: string,
): Promise<Visitor> {
  made += 1;
  const email = `${role}${made}@post.example`;
  const by = theNewsroomItself;
  const staff = await addStaff(desk.newsroom, {
    name: name ?? `Cast ${made}`,
    email,
    password: PASSWORD,
    role,
    by,
  });
  const { cookies } = await desk.signIn.signIn({ email, password: PASSWORD, ip: '192.0.2.1' });
  const cookie = cookieHeaderOf(cookies);
  const get = getWithoutScript(app, { ...PAGE, cookie });
  const post = (url: string, fields: Fields) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...PAGE, ...formHeaders, cookie },
      payload: encoded(fields),
    });
  return {
    staff,
    cookie,
    get,
    post,
    send: async (path, fields, from) => post(path, { _form: tokenIn((await get(from)).body), ...fields }),
  };
}

/** Asks as a browser that runs no script, and goes where the head of a page sends it. */
export function getWithoutScript(app: FastifyInstance, headers: Record<string, string>) {
  return async (url: string): Promise<LightMyRequestResponse> => {
    const page = await app.inject({ url, headers });
    const elsewhere = withoutScript(page.body);
    return elsewhere === null ? page : await app.inject({ url: elsewhere, headers });
  };
}

/** Set-Cookie values as a browser sends them back. */
export function cookieHeaderOf(cookies: string[]): string {
  return cookies.map((value) => value.split(';')[0]).join('; ');
}

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' };

/** What a form sends; a field that stands in it several times has a list. */
export type Fields = Record<string, string | readonly string[]>;

export function encoded(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
  return new URLSearchParams(pairs as string[][]).toString();
}

/** The form token that a page carries. */
export function tokenIn(html: string): string {
  const found = /name="_form" value="([^"]+)"/.exec(html)?.[1];
  if (!found) throw new Error(`no form token on the page: ${html.slice(0, 300)}`);
  return found;
}
