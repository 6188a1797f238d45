import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, test } from 'vitest';
import { asBody } from '../../tests/support/push-peers.ts';
import { commonHeaders } from './connection.ts';
import type { Outcome } from './outcome.ts';
import { PushOrigin } from './push-origin.ts';

const LONG = 60_000; // ms: nothing here is to be given up for being slow

/** A service that has let go of every socket that was idle, and whose goodbyes are still on the way. */
async function forgetfulService(together: number) {
  const answered = new Set<Socket>();
  let waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const { socket } = request;
    if (answered.has(socket)) return socket.resetAndDestroy();
    request.resume();
    const answer = () => response.writeHead(201).end(() => answered.add(socket));
    // The first are answered together, so that as many sockets are open.
    waiting.push(answer);
    if (answered.size > 0 || waiting.length >= together) {
      for (const each of waiting) each();
      waiting = [];
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    name: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sockets: () => answered.size,
    end: () => server.closeAllConnections() ?? server.close(),
  };
}

function send(origin: PushOrigin, name: string): Promise<Outcome> {
  const common = commonHeaders(name, { ttl: '60', 'content-length': '4' });
  const make = () => ({ path: '/p', common, body: asBody('body') });
  const deadline = Date.now() + LONG;
  return new Promise((settle) => origin.add([{ make, settle, deadline, tries: 0 }]));
}

test('an alert after a pause arrives at once, however many sockets the service has closed meanwhile', async () => {
  const service = await forgetfulService(20);
  const { name } = service;
  const origin = new PushOrigin({ origin: name, trusted: true, extraCa: undefined, now: Date.now }, LONG);
  await Promise.all(Array.from({ length: 20 }, () => send(origin, name)));
  expect(service.sockets()).toBe(20);
  expect(await Promise.all(Array.from({ length: 3 }, () => send(origin, name)))).toEqual(
    Array.from({ length: 3 }, () => ({ kind: 'accepted' })),
  );
  origin.close();
  service.end();
});
