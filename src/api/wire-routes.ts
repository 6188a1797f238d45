/** Where hubs and sources send: answered after what came was kept. Bodies are bytes, whatever type they say they are. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { takeHook } from '../wire/hook.ts';
import { answerHub, takePush } from '../wire/websub.ts';

const LARGEST = 15_000_000; // bytes, as of a feed that is polled

export function wireDoor({ newsroom }: { newsroom: Newsroom }) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST }, (_request, body, done) => {
      done(null, body);
    });
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

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

    app.post<{ Params: { token: string } }>('/api/wire/hubs/:token', async (request, reply) => {
      const outcome = await takePush(newsroom, {
        token: request.params.token,
        signature: headerOf(request, 'x-hub-signature'),
        ...sentIn(request),
      });
      // A wrong signature is ignored and not told (WebSub, 8.1); an end of interest is told with 410 (7).
      return reply.code(outcome === 'unknown' ? 410 : 202).send();
    });

    app.post<{ Params: { slug: string } }>('/api/wire/sources/:slug', async (request, reply) => {
      const { deliveryId } = await takeHook(newsroom, {
        slug: request.params.slug,
        signature: headerOf(request, 'x-crier-signature'),
        seconds: headerOf(request, 'x-crier-timestamp'),
        ...sentIn(request),
      });
      return reply.code(202).send({ delivery: deliveryId });
    });
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
