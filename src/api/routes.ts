/** The programs' door: published stories as JSON, with the way they came to us. Read only, no key. */
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { getMasthead } from '../stories/masthead.ts';
import { getPublished, listPublished } from '../stories/read.ts';
import { ninjsOf } from './ninjs.ts';
import { storyJson, summaryJson } from './story-json.ts';

const listing = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  before: z.iso.datetime({ offset: true }).optional(),
  language: z.string().max(35).optional(),
});

/** Register it at the root: its paths begin with /api. */
export function apiDoor({ newsroom }: { newsroom: Newsroom }): FastifyPluginAsync {
  const site = newsroom.settings.address;
  return async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=30');
    });

    app.get('/api/stories', async (request, reply) => {
      const asked = listing.safeParse(request.query);
      if (!asked.success) refuse('form-incomplete', { words: z.prettifyError(asked.error) });
      const { limit, before, language } = asked.data;
      const stories = await listPublished(newsroom, {
        limit,
        ...(before === undefined ? {} : { before: Date.parse(before) }),
        ...(language === undefined ? {} : { language }),
      });
      const last = stories.length === limit ? stories.at(-1) : undefined;
      const next =
        last && `${site}/api/stories?limit=${limit}&before=${new Date(last.firstPublishedAt).toISOString()}`;
      return reply.send({
        stories: stories.map((story) => summaryJson(site, story)),
        ...(next ? { next } : {}),
      });
    });

    app.get('/api/*', () => refuse('not-found'));

    app.get<{ Params: { id: string } }>('/api/stories/:id', async ({ params: { id } }, reply) => {
      const isNinjs = id.endsWith('.ninjs.json');
      const story = (await getPublished(newsroom, id.replace(/\.ninjs\.json$/, ''))) ?? refuse('not-found');
      return reply.send(isNinjs ? ninjsOf(site, await getMasthead(newsroom), story) : storyJson(site, story));
    });
  };
}
