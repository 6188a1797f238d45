/** Files as they are: bundles, styles and fonts under names that never change meaning, the service worker, media. */
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Newsroom } from '../newsroom.ts';
import { mediaFolder } from '../stories/media.ts';
import { browserFolder } from '../views/assets.ts';

const FOR_EVER = '365d';

export async function serveFiles(app: FastifyInstance, newsroom: Newsroom): Promise<void> {
  const folder = mediaFolder(newsroom);
  await mkdir(folder, { recursive: true });
  const shared = { index: false as const, immutable: true, maxAge: FOR_EVER, decorateReply: false };
  await app.register(fastifyStatic, { ...shared, root: browserFolder, prefix: '/assets/' });
  await app.register(fastifyStatic, { ...shared, root: folder, prefix: '/media/' });

  const serviceWorker = readFileSync(`${browserFolder}service-worker.js`);
  app.get('/service-worker.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(serviceWorker),
  );
}
