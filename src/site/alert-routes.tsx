/** The readers' side of alerts: the page, the programs' side of the button on it, and the stream that open pages hear. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { followsForm } from '../alerts/readers/device.ts';
import { readDevice } from '../alerts/readers/device-view.ts';
import { changeFollows, healDevice, subscribe, unsubscribe } from '../alerts/readers/devices.ts';
import { openOpens } from '../alerts/readers/opens.ts';
import { settingsForm } from '../alerts/readers/reader-settings.ts';
import { listSourcesRead } from '../alerts/readers/what-to-follow.ts';
import { changeSettings, hearStoryAgain, stopStoryFor } from '../alerts/readers/wishes.ts';
import { hearProbe } from '../alerts/sending/canary.ts';
import { EVENT_STREAM } from '../kit/event-stream.ts';
import { refuse } from '../kit/refusal.ts';
import { subscriptionForm } from '../push/subscription.ts';
import { countAlertOpen } from '../readership/counts.ts';
import { listPublishedLanguages } from '../stories/languages.ts';
import { inTongue } from '../stories/names-elsewhere.ts';
import { listReadTopics } from '../stories/sections.ts';
import { render } from '../views/document.tsx';
import { sortedIn } from '../views/lists.ts';
import { AlertsPage } from './alerts-page.tsx';
import { HTML, type PageRequest, page, type Site } from './answer.tsx';
import type { Page } from './finish-page.ts';

const LARGEST = 32 * 1024; // bytes; a subscription and a hundred follows are a third of it
const TOKEN = 'x-device'; // the header with which a browser speaks for its device; never in an address, which is logged

const subscribing = z.object({
  subscription: subscriptionForm,
  follows: followsForm,
  language: z.string().min(2).max(35),
  settings: settingsForm.optional(),
});
const healing = z.object({ subscription: subscriptionForm, timeZone: z.string().max(64).optional() });
const changing = z.object({ follows: followsForm });
const probed = z.object({ token: z.string().min(20).max(64) });
const opening = z.object({ alert: z.string().min(1).max(64) });

/** Registers `/alerts…` and `/live`; open pages are let go when the server closes. */
export function registerAlertRoutes(app: FastifyInstance, site: Site): void {
  const { newsroom, liveHub } = site;
  const options = { bodyLimit: LARGEST, onRequest: mustComeFromOurPage(newsroom.settings.address) };
  page(app, site, '/alerts', makeAlerts);

  app.get('/alerts/key', (_request, reply) => {
    const [key] = newsroom.keys.vapid;
    if (!key) return refuse('not-found');
    return reply.header('cache-control', 'no-cache').send({ keyId: key.id, publicKey: key.publicKey });
  });
  app.post('/alerts/devices', options, async (request, reply) => {
    const asked = read(subscribing, request.body);
    const token = tokenOf(request);
    const made = await subscribe(newsroom, { ...asked, token, from: request.ip });
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ token: made.token, follows: made.follows });
  });
  app.post('/alerts/probe', options, async (request, reply) => {
    await hearProbe(newsroom, read(probed, request.body));
    return reply.code(204).send();
  });
  app.get('/alerts/device', options, async (request, reply) =>
    reply.header('cache-control', 'no-store').send(await readDevice(newsroom, mustHaveToken(request))),
  );
  app.put('/alerts/device/subscription', options, async (request, reply) => {
    const asked = read(healing, request.body);
    const mended = await healDevice(newsroom, { ...asked, token: mustHaveToken(request) });
    return reply.header('cache-control', 'no-store').send(mended);
  });
  app.put('/alerts/device/follows', options, async (request, reply) => {
    const { follows } = read(changing, request.body);
    const kept = await changeFollows(newsroom, { token: mustHaveToken(request), follows });
    return reply.header('cache-control', 'no-store').send({ follows: kept });
  });
  app.put('/alerts/device/settings', options, async (request, reply) => {
    const settings = read(settingsForm, request.body);
    const kept = await changeSettings(newsroom, { token: mustHaveToken(request), settings });
    return reply.header('cache-control', 'no-store').send({ settings: kept });
  });
  app.put('/alerts/device/stopped/:story', options, async (request, reply) => {
    await stopStoryFor(newsroom, { token: mustHaveToken(request), storyId: storyIn(request) });
    return reply.code(204).send();
  });
  app.delete('/alerts/device/stopped/:story', options, async (request, reply) => {
    await hearStoryAgain(newsroom, { token: mustHaveToken(request), storyId: storyIn(request) });
    return reply.code(204).send();
  });
  app.delete('/alerts/device', options, async (request, reply) => {
    await unsubscribe(newsroom, { token: mustHaveToken(request) });
    return reply.code(204).send();
  });

  const opens = openOpens(newsroom);
  app.post('/alerts/opened', options, async (request, reply) => {
    const { alert } = read(opening, request.body);
    if (opens.add(alert, request.ip)) countAlertOpen(newsroom, alert);
    return reply.code(204).send();
  });
  app.addHook('onClose', () => opens.close());

  app.get('/live', (request, reply) => listen(site, request, reply));
  app.addHook('preClose', async () => liveHub.close());
}

export async function makeAlerts({ newsroom }: Site, { frame }: PageRequest): Promise<Page> {
  const { language } = frame.place;
  const topics = sortedIn(
    language,
    (await listReadTopics(newsroom)).map((topic) => inTongue(topic, language)),
  );
  const sources = sortedIn(language, await listSourcesRead(newsroom));
  const languages = await listPublishedLanguages(newsroom);
  const body = render(<AlertsPage frame={frame} {...{ topics, sources, languages }} />);
  return { status: 200, type: HTML, body, shows: ['masthead', 'front'] };
}

async function listen(
  { liveHub }: Site,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!liveHub.hasRoom(request.ip)) {
    return reply.code(503).header('retry-after', '30').header('cache-control', 'no-store').send();
  }
  // Who asks for its head alone is no listener, and would wait for an end that never comes.
  if (request.method === 'HEAD') return reply.headers(EVENT_STREAM).send();
  const { story, after } = request.query as { story?: unknown; after?: unknown };
  const resumed = request.headers['last-event-id'];
  reply.hijack();
  await liveHub.attach(request.raw, reply.raw, {
    stories: [story].flat().filter((id): id is string => typeof id === 'string'),
    after: typeof resumed === 'string' ? resumed : typeof after === 'string' ? after : undefined,
    from: request.ip,
  });
  return reply;
}

/** Another site's page cannot act for a reader: browsers say where a request comes from. */
function mustComeFromOurPage(address: string) {
  return async (request: FastifyRequest): Promise<void> => {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin') refuse('other-site');
    const { origin, host } = request.headers;
    if (origin === undefined || origin === new URL(address).origin) return;
    if (!URL.canParse(origin) || new URL(origin).host !== host) refuse('other-site');
  };
}

function read<S extends z.ZodType>(shape: S, body: unknown): z.output<S> {
  const parsed = shape.safeParse(body);
  return parsed.success ? parsed.data : refuse('form-incomplete');
}

function tokenOf(request: FastifyRequest): string | undefined {
  const token = request.headers[TOKEN];
  return typeof token === 'string' && token.length <= 100 && token !== '' ? token : undefined;
}

function storyIn(request: FastifyRequest): string {
  return (request.params as { story: string }).story;
}

function mustHaveToken(request: FastifyRequest): string {
  return tokenOf(request) ?? refuse('device-unknown');
}
