/** Addresses that the paper had in another house: where nothing of ours stands, they lead to what stood there. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findOldAddress, type OldAnswer } from '../moving/addresses/find-old.ts';
import type { Newsroom } from '../newsroom.ts';
import { findPublished } from '../stories/read.ts';
import { render } from '../views/document.tsx';
import { findFrame, frameIn, HTML } from './answer.tsx';
import type { Frame } from './frame.tsx';
import { GonePage, KilledPage } from './notice-pages.tsx';

const KEPT = 'public, max-age=3600'; // an hour: a story may change its section, and be killed

/** Null for what never was an address there, and for what asks for something else than a page. */
export async function answerOldAddress(
  newsroom: Newsroom,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | null> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  const asked = request.raw.url ?? '';
  const answer = await findOldAddress(newsroom, asked);
  if (!answer || answer.path === asked) return null;
  if (answer.status === 301) return reply.header('cache-control', KEPT).redirect(answer.path, 301);
  const frame = await findFrame(newsroom);
  if (!frame) return null;
  reply.status(410).header('cache-control', 'no-store').type(HTML);
  return reply.send(await goneBody(newsroom, frame, answer));
}

/** With the notice that stands at the story's own address, where it was withdrawn here. */
async function goneBody(newsroom: Newsroom, frame: Frame, { path }: OldAnswer): Promise<string> {
  const [, sectionSlug = '', slug = ''] = (path ?? '').split('/');
  const found = path === null ? null : await findPublished(newsroom, { sectionSlug, slug });
  if (found?.kind !== 'killed' || path === null) return render(<GonePage frame={frame} />);
  return render(<KilledPage frame={frameIn(frame, found.language)} killed={found} path={path} />);
}

/** `/?p=123`: a query that names something of another house, on the path of our front page. */
export const namesByQuery = (url: string): boolean =>
  /^\/(?:index\.php)?\?(?:[^#]*&)?(?:p|page_id|attachment_id|cat|author|tag|m|feed|s)=/.test(url);
