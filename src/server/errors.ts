/** The one place where what was thrown becomes an answer: refusals in words, bugs as a number to ask about. */
import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDiskFull } from '../kit/full-disk.ts';
import { Refusal, type RefusalCode } from '../kit/refusal.ts';
import { isStoreAway, type Newsroom } from '../newsroom.ts';
import { findMasthead } from '../stories/masthead.ts';
import { render } from '../views/document.tsx';
import { ErrorPage, type ErrorPageProps } from './error-pages.tsx';

export function answerErrors(app: FastifyInstance, newsroom: Newsroom): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const refusal = asRefusal(error);
    if (refusal) return answerRefusal(newsroom, request, reply, refusal);
    newsroom.log.error('bug', { id: request.id, method: request.method, path: pathOf(request), error });
    return answerBug(newsroom, request, reply);
  });
  app.setNotFoundHandler((request, reply) =>
    answerRefusal(newsroom, request, reply, new Refusal('not-found')),
  );
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
  const page = await errorPage(
    newsroom,
    titles[refusal.code] ?? STATUS_CODES[refusal.status] ?? 'No',
    refusal,
    { back: wayBack(request) },
  );
  return reply.type('text/html; charset=utf-8').send(page);
}

/** Seconds, for Retry-After (RFC 9110 section 10.2.3): a database is back from a restart sooner than a try is forgotten. */
const comeBack: Partial<Record<RefusalCode, number>> = { 'too-many-tries': 60, 'store-away': 5 };

const titles: Partial<Record<RefusalCode, string>> = {
  'not-found': 'There is nothing here',
  'form-expired': 'This form is out of date',
  'disk-full': 'Nothing was saved',
  'role-needed': 'Not for your role',
  'too-many-tries': 'Too many tries',
  'store-away': 'One moment',
};

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
  const words = 'This is our fault, and it was noted.';
  const page = await errorPage(
    newsroom,
    'Something broke here',
    { words, fields: {} },
    {
      reference: request.id,
      back: wayBack(request),
    },
  );
  return reply.type('text/html; charset=utf-8').send(page);
}

/** Whoever works here came from the desk, and goes back to where their role begins. */
function wayBack(request: FastifyRequest): ErrorPageProps['back'] {
  return /^\/desk(\/|$)/.test(pathOf(request)) ? { href: '/desk', words: 'Back to the desk' } : undefined;
}

async function errorPage(
  newsroom: Newsroom,
  title: string,
  { words, fields }: { words: string; fields: Record<string, string> },
  more: Pick<ErrorPageProps, 'reference' | 'back'>,
): Promise<string> {
  // The store may be what broke: the page then goes without the paper's name.
  const masthead = await findMasthead(newsroom).catch(() => null);
  const paper = masthead?.name ?? 'Crier';
  return render(
    ErrorPage({
      language: 'en',
      paper,
      title,
      words,
      fields,
      ...more,
    }),
  );
}
