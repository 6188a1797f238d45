/**
 * `/proof`: a front with the hands that are not out yet, as readers will see it, or as it stood at a past instant, for whoever was given
 * the address.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readFrontState } from '../fronts/front.ts';
import { readProof } from '../fronts/proof.ts';
import { findFrame, frameIn, giveOnce, nothing, type Site } from './answer.tsx';
import type { Page } from './finish-page.ts';
import { frontIn } from './make-front.tsx';
import { pastFront } from './make-past-front.tsx';
import { sectionPage } from './pages.tsx';

export function registerProof(app: FastifyInstance, site: Site): void {
  app.get('/proof', async (request, reply) => {
    const asked = readProof(site.newsroom, request.query as Record<string, unknown>);
    const own = asked && (await findFrame(site.newsroom));
    if (!own) return nothing(site, request, reply);
    const { front, stood } = asked;
    const { language, sectionId } = front;
    const frame = frameIn(own, language);
    if (stood !== null) {
      const past = await pastFront(site, { ...frame, isStill: true }, { front, at: stood });
      return past
        ? giveOnce(site, request, reply, unlisted(past, reply, STILL))
        : nothing(site, request, reply);
    }
    const { draft } = await readFrontState(site.newsroom, front);
    const section = frame.sections.find(({ id }) => id === sectionId) ?? null;
    const isOwn = language === own.masthead.language;
    const made = section
      ? await sectionPage(
          site,
          { frame, params: {}, before: null },
          { section, language: isOwn ? null : language, draft },
        )
      : await frontIn(site, frame, language, draft);
    return giveOnce(site, request, reply, unlisted(made, reply));
  });
}

const STILL = 'sandbox allow-same-origin'; // no script: it would make of the past what stands today

/** Kept by nobody, found by no search engine; the desk shows it in a frame. */
function unlisted(made: Page, reply: FastifyReply, more = ''): Page {
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  const own = [policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"), more]
    .filter(Boolean)
    .join('; ');
  return {
    ...made,
    headers: {
      ...made.headers,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'x-frame-options': 'SAMEORIGIN',
      ...(own === '' ? {} : { 'content-security-policy': own }),
    },
  };
}
