/** The way through the set-up. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kit/refusal.ts';
import type { Actor, Newsroom } from '../../newsroom.ts';
import { render } from '../../views/document.tsx';
import { addSource as addToWire } from '../../wire/sources/sources.ts';
import { likelyTimeZone } from '../views/time-zones.ts';
import { type Desk, type EditorRoutes, fieldOf } from './editor-route.ts';
import { languageChoices, likelyLanguage } from './paper-choices.ts';
import { checkSetupToken, readSetup, setUpNewsroom } from './setup.ts';
import { SetUpDonePage, type SetupForm, SetupPage } from './setup-page.tsx';

/** Adds the first source; the wire's own verb, except in tests. */
export type AddSource = (newsroom: Newsroom, given: { address: string; by: Actor }) => Promise<unknown>;

const FIRST_SECTIONS = 'City, Region, World, Culture, Sport';

export function registerSetupRoutes(
  routes: EditorRoutes,
  desk: Desk,
  addSource: AddSource = addToWire,
): void {
  const open = routes.open('the set-up link is the key, and there is no staff yet');
  open.get('/desk/setup', async (request, reply) => {
    const token = String((request.query as { token?: unknown }).token ?? '');
    await checkSetupToken(desk.newsroom, token);
    return sendForm(reply, token, proposed(request), {});
  });
  open.post('/desk/setup', async (request, reply) => await takeSetup(desk, addSource, request, reply));
}

async function takeSetup(desk: Desk, addSource: AddSource, request: FastifyRequest, reply: FastifyReply) {
  const { newsroom } = desk;
  const token = fieldOf(request.body, 'token') ?? '';
  await checkSetupToken(newsroom, token);
  const typed = typedIn(request);
  const password = fieldOf(request.body, 'password') ?? '';
  try {
    const setup = await readSetup({ ...typed, password });
    const staff = await setUpNewsroom(newsroom, { token, setup });
    const { cookies } = await desk.signIn.signIn({
      email: staff.email,
      password,
      ip: request.ip,
      userAgent: request.headers['user-agent'],
    });
    newsroom.log.info('newsroom set up', { by: staff.id });
    reply.header('set-cookie', cookies);
    const why = setup.source && (await failureOf(newsroom, addSource, setup.source, staff));
    if (!why) return reply.redirect('/desk', 303);
    return sendHtml(reply, SetUpDonePage({ paper: setup.paper, source: setup.source, why }));
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.code !== 'form-incomplete') throw refusal;
    return sendForm(reply.code(refusal.status), token, typed, refusal.fields);
  }
}

/** Why the first source was not added, in words; null when it was. */
async function failureOf(
  newsroom: Newsroom,
  addSource: AddSource,
  address: string,
  by: Actor,
): Promise<string | null> {
  try {
    await addSource(newsroom, { address, by: { id: by.id, name: by.name } });
    return null;
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.words; // shown: the set-up itself is done
    throw refusal;
  }
}

function proposed(request: FastifyRequest): SetupForm {
  const nothing = { paper: '', contact: '', name: '', email: '', source: '' };
  const language = likelyLanguage(request.headers['accept-language']);
  return { ...nothing, language, timeZone: likelyTimeZone(), sections: FIRST_SECTIONS };
}

function typedIn(request: FastifyRequest): SetupForm {
  const field = (name: string) => fieldOf(request.body, name) ?? '';
  return {
    paper: field('paper'),
    language: field('language'),
    timeZone: field('timeZone'),
    contact: field('contact'),
    sections: field('sections'),
    name: field('name'),
    email: field('email'),
    source: field('source'),
  };
}

function sendForm(
  reply: FastifyReply,
  token: string,
  typed: SetupForm,
  wrong: Record<string, string>,
): FastifyReply {
  const refused =
    Object.keys(wrong).length > 0 ? 'Not yet: something in the form needs another look.' : undefined;
  const choices = { languages: languageChoices() };
  return sendHtml(reply, SetupPage({ token, typed, wrong, refused, ...choices }));
}

function sendHtml(reply: FastifyReply, page: ReturnType<typeof SetupPage>): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(render(page));
}
