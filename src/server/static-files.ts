/** Files as they are: bundles, styles and fonts under names that never change meaning, the service worker, media. */
import { mkdir } from 'node:fs/promises';
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { shownElsewhere } from '../kit/cross-origin.ts';
import { mediaFolder, ownerOf } from '../media/media-files.ts';
import type { Newsroom } from '../newsroom.ts';
import { browserFolder } from '../views/assets.ts';

const FOR_EVER = '365d';
const PACKED = /\.(js|css)(\.(br|gz))?$/; // tools/build.mjs lays the packed forms beside these

const shared: Pick<FastifyStaticOptions, 'index' | 'immutable' | 'maxAge'> = {
  index: false,
  immutable: true,
  maxAge: FOR_EVER,
};

export async function serveFiles(app: FastifyInstance, newsroom: Newsroom): Promise<void> {
  const folder = mediaFolder(newsroom);
  await mkdir(folder, { recursive: true });
  await app.register(fastifyStatic, {
    ...shared,
    root: browserFolder,
    prefix: '/assets/',
    preCompressed: true,
    setHeaders(response, path) {
      if (PACKED.test(path)) response.setHeader('vary', 'accept-encoding');
    },
  });
  await app.register(async (media) => {
    media.addHook('onRequest', async (_request, reply) => void reply.headers(shownElsewhere));
    await media.register(fastifyStatic, {
      ...shared,
      root: folder,
      prefix: '/media/',
      decorateReply: false,
      allowedPath: (path) => ownerOf(path.replace(/^\//, '')) !== null, // originals never leave the house
    });
  });

  app.get('/service-worker.js', (_request, reply) =>
    // Its address stays while it changes: browsers ask about it each time.
    reply.header('cache-control', 'no-cache').sendFile('service-worker.js', { cacheControl: false }),
  );
}
