/** Our client of HTTP/2 with servers that others made, and with Node's own: every request is answered, in number. */
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { asBody, isHere, peers } from '../../tests/support/push-peers.ts';
import { selfSigned } from '../../tests/support/push-service.ts';
import type { PushAnswer } from './answer.ts';
import { openConnection } from './connect.ts';
import { type Connection, commonHeaders } from './connection.ts';

const MANY = 3_000;

interface Told {
  answers: PushAnswer[];
  connections: number;
  kinds: Set<string>;
}

/** Sends so many requests of two tellings in turn, over as many connections as it takes. */
async function sendTo(origin: string, ca: string, { many = MANY, useNode = false } = {}): Promise<Told> {
  const body = Buffer.alloc(700, 7);
  const headers = (topic: string) =>
    commonHeaders(origin, {
      authorization: `vapid t=${'e'.repeat(200)}, k=${'k'.repeat(87)}`,
      ttl: '60',
      urgency: 'high',
      topic,
      'content-length': String(body.length),
    });
  const [one, other] = [headers('one'), headers('other')];
  const told: Told = { answers: [], connections: 0, kinds: new Set() };
  let connection: Connection | null = null;
  let sent = 0;
  let wake = (): void => {};
  const reach = { origin, trusted: true, extraCa: ca, now: () => Date.now(), changed: () => wake() };
  while (told.answers.length < many) {
    if (!connection?.usable()) {
      connection = await openConnection(reach, { useNode });
      told.connections += 1;
      told.kinds.add(String(connection.multiplies));
    }
    while (sent < many && connection.usable() && connection.room() > 0) {
      sent += 1;
      const request = {
        path: `/p/${sent}-${'x'.repeat(60)}`,
        common: sent % 2 ? one : other,
        body: asBody(body),
      };
      connection.send(request, (answer) => {
        if ('failed' in answer && answer.again) sent -= 1;
        else told.answers.push(answer);
        wake();
      });
    }
    await new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, 20);
    });
  }
  connection?.close();
  return told;
}

const statuses = ({ answers }: Told) => [
  ...new Set(answers.map((answer) => ('status' in answer ? answer.status : answer.failed))),
];

describe.each(Object.keys(peers) as (keyof typeof peers)[])('%s', (name) => {
  test.skipIf(!isHere(name))(
    'answers every one of thousands of requests, over connections that it ends as it likes',
    async () => {
      const peer = await peers[name].start();
      const told = await sendTo(peer.origin, peer.ca);
      await peer.end();
      expect(told.answers).toHaveLength(MANY);
      expect(statuses(told)).toEqual([peers[name].answers]);
      expect([...told.kinds]).toEqual(['true']); // HTTP/2
      if (name === 'nginx') expect(told.connections).toBeGreaterThan(2); // it says goodbye after a thousand
    },
  );
});

test.each([
  ['as it comes', {}],
  ['with a window smaller than a body', { initialWindowSize: 100 }],
  ['with no table', { headerTableSize: 0 }],
  ['with one request at a time', { maxConcurrentStreams: 1 }],
])('Node’s own server, %s', async (_how, settings) => {
  const { key, cert: certificate } = selfSigned();
  const server = createSecureServer({ key, cert: certificate, settings });
  let read = 0;
  server.on('stream', (stream) => {
    stream.on('data', (part: Buffer) => {
      read += part.length;
    });
    stream.on('end', () => {
      stream.respond({ ':status': 429, 'retry-after': '7' });
      stream.end('{"reason":"slow down"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const told = await sendTo(origin, certificate, { many: 300 });
  server.close();
  expect(told.answers).toEqual(
    Array.from({ length: 300 }, () => ({ status: 429, retryAfter: '7', body: '{"reason":"slow down"}' })),
  );
  expect(read).toBe(300 * 700);
});

test('Node’s client, which takes over where ours is not understood, is answered the same', async () => {
  const { key, cert: certificate } = selfSigned();
  const server = createSecureServer({ key, cert: certificate }, (_request, response) =>
    response.writeHead(201).end(),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const told = await sendTo(origin, certificate, { many: 200, useNode: true });
  server.close();
  expect(statuses(told)).toEqual([201]);
});
