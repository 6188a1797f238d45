/** Files as they are: bundles, styles and fonts under names that never change meaning, the service worker, media. */
import { mkdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { edgeHeaders } from '../edge/edge.ts';
import { shownElsewhere } from '../kit/cross-origin.ts';
import { refuse } from '../kit/refusal.ts';
import { mediaFolder, openMediaFiles, ownerOf } from '../media/media-files.ts';
import type { MediaFiles } from '../media/media-store.ts';
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
    if (newsroom.settings.purgeUrl !== undefined) sayKeys(media, newsroom);
    const files = openMediaFiles(newsroom);
    if (files.open) {
      media.get('/media/*', (request, reply) => sendStored(files, request, reply));
      return;
    }
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

/** A cache in front takes out what has ended. */
function sayKeys(media: FastifyInstance, { clock }: Newsroom): void {
  media.addHook('onSend', async ({ url }, reply) => {
    const owner = ownerOf(url.replace(/^\/media\//, '').replace(/\?.*/s, ''));
    if (owner === null || reply.statusCode >= 300) return;
    reply.headers(edgeHeaders({ shows: [`media:${owner}`], until: Number.POSITIVE_INFINITY }, clock.now()));
  });
}

/** From a store elsewhere, through the newsroom: pages ask nobody but us, and what has ended is gone. */
async function sendStored(
  files: MediaFiles,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const name = (request.params as Record<string, string>)['*'] ?? '';
  const found = ownerOf(name) === null ? null : await files.open?.(name, request.headers.range);
  if (!found) return refuse('not-found');
  const caching = { 'cache-control': 'public, max-age=31536000, immutable' };
  reply.code(found.status).headers({ ...found.headers, ...caching });
  return reply.send(found.body ? Readable.fromWeb(found.body as WebStream) : null);
}
