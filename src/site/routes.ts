/** The readers' door: every public page, by its address. */
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type Newsroom, readForReaders } from '../newsroom.ts';
import { findSection } from '../stories/sections.ts';
import { makeAlerts, registerAlertRoutes } from './alert-routes.tsx';
import { findFrame, giveOnce, nothing, page, type Site } from './answer.tsx';
import { registerEntryPages } from './entry-pages.tsx';
import {
  type FindFeed,
  feedPage,
  ofAuthor,
  ofPaper,
  ofSection,
  ofSectionIn,
  ofSource,
  ofTopic,
} from './feeds.ts';
import { makeFavicon, makeIcon, makeManifest } from './icon.ts';
import { makeFront } from './make-front.tsx';
import { makeMapIndex, makeMonthMap, makeNewsMap, makeRobots } from './maps.ts';
import { registerObjectionRoutes } from './objection-routes.tsx';
import { answerOldAddress, namesByQuery } from './old-addresses.tsx';
import { registerOldWorkers } from './old-workers.ts';
import { inOneLanguage, makeAuthor, makeSection, makeSource, makeStory, makeTopic } from './pages.tsx';
import { makeCorrections, makeSearch } from './past-pages.tsx';
import { registerProof } from './proof-route.tsx';
import { registerReplyRoutes } from './reply-routes.tsx';
import { makeSeries } from './series-page.tsx';

export type { Site } from './answer.tsx';

const LONGEST_SEARCH = 200; // characters, as the form says

/** Register it at the root, beside the other doors. */
export function siteDoor(given: Site): FastifyPluginAsync {
  const { newsroom } = given;
  const site: Site = {
    ...given,
    stoodThere: (request, reply) => answerOldAddress(newsroom, request, reply),
  };
  return async (app) => {
    app.addHook('onRequest', (request, reply) => withoutLastSlash(newsroom, request, reply));
    page(app, site, '/', makeFront);
    page(app, site, '/corrections', (from, asked) => makeCorrections(from, asked));
    page(app, site, '/:language/corrections', inOneLanguage(makeCorrections, 'corrections'));
    page(app, site, '/:language/alerts', inOneLanguage(makeAlerts, 'alerts'));
    page(app, site, '/topic/:slug', makeTopic);
    page(app, site, '/source/:slug', makeSource);
    page(app, site, '/author/:slug', makeAuthor);
    page(app, site, '/series/:slug', makeSeries);
    registerSearch(app, site);
    registerReplyRoutes(app, site);
    registerObjectionRoutes(app, site);
    registerAlertRoutes(app, site);
    registerOldWorkers(app, site);
    registerProof(app, site);

    page(app, site, '/robots.txt', makeRobots);
    page(app, site, '/sitemap.xml', makeMapIndex);
    page(app, site, '/sitemap-:month.xml', makeMonthMap);
    page(app, site, '/news-sitemap.xml', makeNewsMap);
    page(app, site, '/:language/news-sitemap.xml', makeNewsMap);
    page(app, site, '/manifest.webmanifest', makeManifest);
    page(app, site, '/favicon.svg', makeFavicon);
    page(app, site, '/favicon.ico', makeIcon(32));
    page(app, site, '/apple-touch-icon.png', makeIcon(180));
    page(app, site, '/icon-192.png', makeIcon(192));
    page(app, site, '/icon-512.png', makeIcon(512));
    page(app, site, '/icon-maskable-512.png', makeIcon(512, { full: true }));

    registerFeeds(app, site, '', ofPaper);
    registerFeeds(app, site, '/topic/:slug', ofTopic);
    registerFeeds(app, site, '/source/:slug', ofSource);
    registerFeeds(app, site, '/author/:slug', ofAuthor);
    registerFeeds(app, site, '/:section', ofSection);
    registerFeeds(app, site, '/:language/:section', ofSectionIn);

    page(app, site, '/:section', makeSection);
    registerEntryPages(app, site);
    page(app, site, '/:section/:slug', makeStory);
  };
}

/** An address of ours with a slash at its end, as papers from elsewhere have them, leads to the one without: 301. */
async function withoutLastSlash(
  newsroom: Newsroom,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { url, method } = request;
  if (namesByQuery(url) && (await answerOldAddress(newsroom, request, reply))) return;
  const [path = '', ...query] = url.split('?');
  if (!path.endsWith('/') || path === '/' || (method !== 'GET' && method !== 'HEAD')) return;
  // One slash in front: `//elsewhere.example` would be another host's.
  const bare = `/${path.replace(/^\/+|\/+$/g, '')}`;
  const [, first = '', ...more] = bare.split('/');
  const isOurs = more.length === 0 && (await findSection(newsroom, first)) !== null;
  if (!isOurs && (await answerOldAddress(newsroom, request, reply))) return; // in one step, not two
  await reply.redirect([bare, ...query].join('?'), 301);
}

function registerFeeds(app: FastifyInstance, site: Site, under: string, find: FindFeed): void {
  page(app, site, `${under}/feed.rss`, feedPage('rss', find));
  page(app, site, `${under}/feed.atom`, feedPage('atom', find));
  page(app, site, `${under}/feed.json`, feedPage('json', find));
}

function registerSearch(app: FastifyInstance, site: Site): void {
  const { newsroom } = site;
  app.get('/search', async (request, reply) => {
    const { words, language, from } = request.query as Record<string, unknown>;
    const looked = typeof words === 'string' ? words.trim().slice(0, LONGEST_SEARCH) : '';
    const { found } = await readForReaders(newsroom, async (reading) => {
      const frame = await findFrame(reading);
      if (!frame) return null;
      return makeSearch(
        { ...site, newsroom: reading },
        {
          frame,
          words: looked,
          from: typeof from === 'string' && /^\d{1,4}$/.test(from) ? Number(from) : 0,
          language: frame.fronts.find((front) => front.language === language)?.language ?? null,
        },
      );
    });
    return found ? giveOnce(site, request, reply, found) : nothing(site, request, reply);
  });
}
