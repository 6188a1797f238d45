/** Signing in and out. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DAY } from '../../kit/clock.ts';
import { checkFormToken, formToken } from '../../kit/form-token.ts';
import { Refusal } from '../../kit/refusal.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { render } from '../../views/document.tsx';
import { type Desk, type EditorRoutes, fieldOf, safeNext } from './editor-route.ts';
import { NotSetUpPage, SignInPage } from './sign-in-page.tsx';

const PURPOSE = 'sign-in';

export function registerSignInRoutes(routes: EditorRoutes, desk: Desk): void {
  const open = routes.open('whoever signs in is a stranger until then');
  open.get('/desk/sign-in', async (request, reply) => {
    const next = safeNext((request.query as { next?: unknown }).next);
    if (await desk.signIn.whoIs(request.headers.cookie)) return reply.redirect(next, 303);
    return await signInPage(desk, reply, { next, email: '' });
  });
  open.post('/desk/sign-in', async (request, reply) => await takeSignIn(desk, request, reply));
  routes.post('staff', '/desk/sign-out', async (request, reply) => {
    const cookies = await desk.signIn.signOut(request.headers.cookie);
    return reply.header('set-cookie', cookies).redirect('/desk/sign-in', 303);
  });
}

async function takeSignIn(desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const email = fieldOf(request.body, 'email') ?? '';
  const next = safeNext(fieldOf(request.body, 'next'));
  const { seal, clock } = desk.newsroom;
  try {
    const token = fieldOf(request.body, '_form');
    checkFormToken(seal, { token, purpose: PURPOSE, now: clock.now(), maxAge: DAY });
    const { cookies } = await desk.signIn.signIn({
      email,
      password: fieldOf(request.body, 'password') ?? '',
      ip: request.ip,
      userAgent: request.headers['user-agent'],
    });
    return reply.header('set-cookie', cookies).redirect(next, 303);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    reply.code(refusal.status); // shown again with the address and the words
    return await signInPage(desk, reply, { next, email, refused: refusal.words });
  }
}

async function signInPage(
  desk: Desk,
  reply: FastifyReply,
  shown: { next: string; email: string; refused?: string },
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const masthead = await findMasthead(newsroom);
  const form = formToken(newsroom.seal, PURPOSE, newsroom.clock.now());
  const page = masthead ? SignInPage({ paper: masthead.name, form, ...shown }) : NotSetUpPage();
  return reply.type('text/html; charset=utf-8').send(render(page));
}
