/**
 * Where the workers of push vendors stood in another house. Browsers ask there once more, and get one that takes itself away; one
 * through which a reader asked for alerts stays until the first visit to a page of ours, which subscribes anew and ends it.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { nothing, type Site } from './answer.tsx';

/** OneSignal, its older and its WordPress ways; Firebase; Webpushr; PushAlert; WonderPush; Perfecty; the names that many took. */
const PATHS = [
  '/OneSignalSDKWorker.js',
  '/OneSignalSDKUpdaterWorker.js',
  '/OneSignalSDK.sw.js',
  '/push/onesignal/OneSignalSDKWorker.js',
  '/firebase-messaging-sw.js',
  '/webpushr-sw.js',
  '/pushalert-sw.js',
  '/wonderpush-worker-loader.min.js',
  '/push-worker.js',
  '/sw.js',
];

/** Plug-ins of WordPress keep theirs below their own folders, some behind PHP. */
const IN_PLUGIN = /\/[\w.-]*(?:worker|[-_.]sw)[\w.-]*\.js(?:\.php)?$/i;

const WORKER = `// The worker of another house: it takes itself away.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const asked = await self.registration.pushManager?.getSubscription();
    if (!asked) await self.registration.unregister();
  })());
});
`;

export function registerOldWorkers(app: FastifyInstance, site: Site): void {
  const give = (reply: FastifyReply) =>
    reply
      .headers({ 'cache-control': 'no-cache', 'service-worker-allowed': '/' })
      .type('text/javascript; charset=utf-8')
      .send(WORKER);
  for (const path of PATHS) app.get(path, (_request, reply) => give(reply));
  app.get('/wp-content/plugins/*', (request, reply) =>
    IN_PLUGIN.test((request.raw.url ?? '').split('?')[0] ?? '') ? give(reply) : nothing(site, request, reply),
  );
}
