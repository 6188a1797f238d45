/** `/proof`: a front with the hands that are not out yet, as readers will see it, for whoever was given the address. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readFrontState } from '../fronts/front.ts';
import { readProof } from '../fronts/proof.ts';
import { findFrame, frameIn, giveOnce, nothing, type Site } from './answer.tsx';
import { frontIn } from './make-front.tsx';
import type { Page } from './page-cache.ts';
import { sectionPage } from './pages.tsx';

export function registerProof(app: FastifyInstance, site: Site): void {
  app.get('/proof', async (request, reply) => {
    const front = readProof(site.newsroom, request.query as Record<string, unknown>);
    const own = front && (await findFrame(site.newsroom));
    if (!own) return nothing(site, request, reply);
    const { language, sectionId } = front;
    const frame = frameIn(own, language);
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

/** Kept by nobody, found by no search engine; the desk shows it in a frame. */
function unlisted(made: Page, reply: FastifyReply): Page {
  const policy = reply.getHeader('content-security-policy');
  return {
    ...made,
    headers: {
      ...made.headers,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'x-frame-options': 'SAMEORIGIN',
      ...(typeof policy === 'string'
        ? { 'content-security-policy': policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'") }
        : {}),
    },
  };
}
