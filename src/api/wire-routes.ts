/** Where hubs and sources send: answered after what came was kept. Bodies are bytes, whatever type they say they are. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { expectHook, takeHook } from '../wire/arriving/hook.ts';
import { answerHub, isPushExpected, takePush } from '../wire/arriving/websub.ts';

const LARGEST = 15_000_000; // bytes, as of a feed that is polled
const MOST_AT_ONCE = 6; // bodies under way: 90 MB of memory at most, whoever sends them
const COME_BACK = '5'; // seconds; hubs and sources send again

export function wireDoor({ newsroom }: { newsroom: Newsroom }) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST }, (_request, body, done) => {
      done(null, body);
    });
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    const bodies = takesTurns(app);

    app.get<{ Params: { token: string } }>('/api/wire/hubs/:token', async (request, reply) => {
      const asked = request.query as Record<string, string | undefined>;
      const challenge = await answerHub(newsroom, request.params.token, {
        mode: asked['hub.mode'],
        topic: asked['hub.topic'],
        challenge: asked['hub.challenge'],
        leaseSeconds: Number(asked['hub.lease_seconds']) || 0,
        reason: asked['hub.reason'],
      });
      return challenge === null
        ? refuse('not-found')
        : reply.type('text/plain; charset=utf-8').send(challenge);
    });

    // Who is not known is told so before a byte of the body is kept.
    const isHub = async (request: FastifyRequest, reply: FastifyReply) => {
      const { token } = request.params as { token: string };
      const isExpected = await isPushExpected(newsroom, token);
      return isExpected ? bodies(request, reply) : reply.header('connection', 'close').code(410).send();
    };
    app.post<{ Params: { token: string } }>(
      '/api/wire/hubs/:token',
      { onRequest: isHub },
      async (request, reply) => {
        const outcome = await takePush(newsroom, {
          token: request.params.token,
          signature: headerOf(request, 'x-hub-signature'),
          ...sentIn(request),
        });
        // A wrong signature is ignored and not told (WebSub, 8.1); an end of interest is told with 410 (7).
        return reply.code(outcome === 'unknown' ? 410 : 202).send();
      },
    );

    const isSource = async (request: FastifyRequest, reply: FastifyReply) => {
      reply.header('connection', 'close');
      await expectHook(newsroom, hookIn(request));
      reply.removeHeader('connection');
      return bodies(request, reply);
    };
    app.post('/api/wire/sources/:slug', { onRequest: isSource }, async (request, reply) => {
      const { deliveryId } = await takeHook(newsroom, { ...hookIn(request), ...sentIn(request) });
      return reply.code(202).send({ delivery: deliveryId });
    });
  };
}

/** Lets a few bodies at a time be read; who comes when there is no room is told when to come again. */
function takesTurns(app: FastifyInstance) {
  const underWay = new WeakSet<FastifyRequest>();
  let count = 0;
  const leave = (request: FastifyRequest) => {
    if (underWay.delete(request)) count -= 1;
  };
  app.addHook('onResponse', async (request) => leave(request));
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined => {
    if (count >= MOST_AT_ONCE)
      return reply.header('connection', 'close').header('retry-after', COME_BACK).code(503).send();
    count += 1;
    underWay.add(request);
    request.raw.once('close', () => leave(request)); // a sender that went away in the midst gets no answer
    return undefined;
  };
}

function hookIn(request: FastifyRequest) {
  return {
    slug: (request.params as { slug: string }).slug,
    signature: headerOf(request, 'x-crier-signature'),
    seconds: headerOf(request, 'x-crier-timestamp'),
  };
}

function sentIn(request: FastifyRequest): { bytes: Uint8Array; contentType: string | null } {
  const bytes = request.body instanceof Buffer ? request.body : Buffer.of();
  return { bytes, contentType: headerOf(request, 'content-type') ?? null };
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
