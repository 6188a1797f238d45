/** The one place where what was thrown becomes an answer: refusals in words, bugs as a number to ask about. */
import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDiskFull } from '../kit/full-disk.ts';
import { languagesWanted } from '../kit/language-tag.ts';
import { Refusal, type RefusalCode } from '../kit/refusal.ts';
import { enPages as en } from '../language/en/pages.ts';
import { isStoreAway, type Newsroom } from '../newsroom.ts';
import { findFrame, languageAt } from '../site/answer.tsx';
import type { Frame } from '../site/frame.tsx';
import { answerOldAddress } from '../site/old-addresses.tsx';
import { render } from '../views/document.tsx';
import type { Words } from '../views/words/catalog.ts';
import { hasWords, wordsFor } from '../views/words/words.ts';
import { ErrorPage, type ErrorPageProps } from './error-pages.tsx';
import { saidOf } from './said-of-refusal.ts';

export function answerErrors(app: FastifyInstance, newsroom: Newsroom): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const refusal = asRefusal(error);
    if (refusal) return answerRefusal(newsroom, request, reply, refusal);
    newsroom.log.error('bug', { id: request.id, method: request.method, path: pathOf(request), error });
    return answerBug(newsroom, request, reply);
  });
  app.setNotFoundHandler(async (request, reply) => {
    const stood = wantsJson(request) ? null : await answerOldAddress(newsroom, request, reply);
    return stood ?? answerRefusal(newsroom, request, reply, new Refusal('not-found'));
  });
}

/** What the web framework, the disk or the database refuse, in our words; null for a bug. */
function asRefusal(error: FastifyError & { code?: string }): Refusal | null {
  if (error instanceof Refusal) return error;
  if (isDiskFull(error)) return new Refusal('disk-full');
  if (isStoreAway(error)) return new Refusal('store-away');
  if (error.statusCode === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE') return new Refusal('too-large');
  if (error.statusCode === 429) return new Refusal('too-many-tries');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Refusal('form-incomplete', { words: 'This request could not be read.' });
  }
  return null;
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '';
}

/** Programs get application/problem+json (RFC 9457), people a page. */
function wantsJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  const sent = request.headers['content-type'] ?? '';
  if (pathOf(request).startsWith('/api/')) return true;
  return accept.includes('json') || (sent.includes('application/json') && !accept.includes('text/html'));
}

async function answerRefusal(
  newsroom: Newsroom,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): Promise<FastifyReply> {
  reply.status(refusal.status).header('cache-control', 'no-store');
  const wait = comeBack[refusal.code];
  if (wait !== undefined) reply.header('retry-after', String(wait));
  if (wantsJson(request))
    return sendProblem(reply, refusal.code, refusal.words, refusal.status, refusal.fields);
  return sendPage(newsroom, request, reply, (words) => saidOf(refusal, words));
}

/** Seconds, for Retry-After (RFC 9110 section 10.2.3): a database is back from a restart sooner than a try is forgotten. */
const comeBack: Partial<Record<RefusalCode, number>> = { 'too-many-tries': 60, 'store-away': 5 };

function sendProblem(
  reply: FastifyReply,
  code: string,
  detail: string,
  status: number,
  fields: Record<string, string> = {},
): FastifyReply {
  const problem = {
    type: `urn:crier:refusal:${code}`,
    title: STATUS_CODES[status],
    status,
    code,
    detail,
    fields,
  };
  return reply.type('application/problem+json').send(JSON.stringify(problem));
}

async function answerBug(
  newsroom: Newsroom,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.status(500).header('cache-control', 'no-store');
  if (wantsJson(request)) return sendProblem(reply, 'bug', `Reference ${request.id}`, 500);
  return sendPage(newsroom, request, reply, (words) => ({
    title: words?.trouble.broke ?? 'Something broke here',
    words: words?.trouble.ours ?? 'This is our fault, and it was noted.',
    reference: { number: request.id, words: words?.trouble.number ?? en.trouble.number },
  }));
}

/** Readers meet it in their words, whoever works at the desk in those of the desk: then there are none of a catalog. */
async function sendPage(
  newsroom: Newsroom,
  request: FastifyRequest,
  reply: FastifyReply,
  say: (words: Words | null) => Pick<ErrorPageProps, 'title' | 'words' | 'fields' | 'reference'>,
): Promise<FastifyReply> {
  // The store may be what broke: the page then goes without the paper's name and languages.
  const frame = await findFrame(newsroom).catch(() => null);
  const isDesk = /^\/desk(\/|$)/.test(pathOf(request));
  const language = isDesk ? 'en' : readersLanguage(request, frame);
  const page = ErrorPage({
    language,
    paper: frame?.masthead.name ?? 'Crier',
    back: isDesk ? { href: '/desk', words: 'Back to the desk' } : undefined,
    ...say(isDesk ? null : wordsFor(language)),
  });
  return reply.type('text/html; charset=utf-8').send(render(page));
}

/** What the address begins with, else what the browser asks for, else the paper's own; always one that has a catalog. */
function readersLanguage(request: FastifyRequest, frame: Frame | null): string {
  const atAddress = frame && languageAt(frame, pathOf(request).split('/')[1]);
  const wanted = [
    ...(atAddress ? [atAddress] : []),
    ...languagesWanted(request.headers['accept-language']),
    ...(frame ? [frame.masthead.language] : []),
  ];
  return wanted.find(hasWords) ?? 'en';
}
