/** Push services that are none: whatever they do, every errand is settled, nobody waits for ever, and connections are few. */
import { constants, createSecureServer, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { expect, test } from 'vitest';
import { asBody } from '../../tests/support/push-peers.ts';
import { selfSigned } from '../../tests/support/push-service.ts';
import { commonHeaders } from './connection.ts';
import { CODE, FLAG, FRAME, frame, goodbye, SETTING, settingsFrame } from './http2-frames.ts';
import type { Outcome } from './outcome.ts';
import { PushOrigin } from './push-origin.ts';

const { key, cert } = selfSigned();
const PATIENCE = 200; // ms
const LONG = 10_000; // ms, where an answer is to come, however busy the machine is

/** Sends so many errands to an address; answers what became of each. */
async function sendTo(
  port: number,
  { many = 20, patience = PATIENCE, ca = cert, hear = (_outcome: Outcome): void => {} } = {},
): Promise<Outcome[]> {
  const name = `https://127.0.0.1:${port}`;
  const origin = new PushOrigin(
    { origin: name, trusted: true, extraCa: ca, now: () => Date.now() },
    patience,
  );
  const sweeper = setInterval(() => origin.sweep(), 50);
  const common = commonHeaders(name, { ttl: '60', 'content-length': '4' });
  const deadline = Date.now() + Math.max(2_000, patience);
  const outcomes = await Promise.all(
    Array.from({ length: many }, (_, at) => {
      const make = () => ({ path: `/p/${at}`, common, body: asBody('body') });
      return new Promise<Outcome>((resolve) => {
        const settle = (outcome: Outcome): void => {
          hear(outcome);
          resolve(outcome);
        };
        origin.add([{ make, settle, deadline, tries: 0 }]);
      });
    }),
  );
  clearInterval(sweeper);
  origin.close();
  return outcomes;
}

async function rawService(speak: (socket: TLSSocket, heard: () => Buffer) => void) {
  let connections = 0;
  const sockets = new Set<TLSSocket>();
  const server = createServer({ key, cert, ALPNProtocols: ['h2'] }, (socket) => {
    connections += 1;
    sockets.add(socket);
    let heard = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      heard = Buffer.concat([heard, bytes]);
    });
    socket.on('error', () => {}); // it was thrown out
    speak(socket, () => heard);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    end() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const created = (stream: number) =>
  frame(
    FRAME.headers,
    FLAG.endHeaders | FLAG.endStream,
    stream,
    Buffer.concat([Buffer.of(0x08, 3), Buffer.from('201')]),
  );
const thousandSettings = settingsFrame(Array.from({ length: 1_000 }, () => [SETTING.streams, 50] as const));

test.each<[string, (socket: TLSSocket) => void]>([
  ['says goodbye at once', (socket) => socket.write(Buffer.concat([settingsFrame([]), goodbye(CODE.none)]))],
  ['closes at once', (socket) => socket.destroy()],
  ['says nothing', () => {}],
  ['says only settings', (socket) => socket.write(settingsFrame([]))],
  ['takes no request at a time', (socket) => socket.write(settingsFrame([[SETTING.streams, 0]]))],
  ['opens no window', (socket) => socket.write(settingsFrame([[SETTING.window, 0]]))],
  ['speaks HTTP/1.1', (socket) => socket.write('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n')],
  [
    'sends frames out of order',
    (socket) =>
      socket.write(
        Buffer.concat([
          settingsFrame([]),
          frame(FRAME.continuation, FLAG.endHeaders, 1, Buffer.alloc(3)),
          created(1),
        ]),
      ),
  ],
  ['sends noise', (socket) => socket.write(Buffer.alloc(50_000, 0xa5))],
  ['blames us', (socket) => socket.write(Buffer.concat([settingsFrame([]), goodbye(CODE.protocol)]))],
])('a service that %s holds nothing up: all is tried again later', async (_what, speak) => {
  const service = await rawService(speak);
  const outcomes = await sendTo(service.port);
  service.end();
  expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'retry'));
  expect(service.connections()).toBeLessThan(25);
});

test('a service that sends a thousand settings, one byte at a time, is answered and used', async () => {
  const service = await rawService((socket, heard) => {
    const bytes = Buffer.concat([thousandSettings, settingsFrame([[SETTING.tableSize, 0]])]);
    for (let at = 0; at < bytes.length; at += 97) socket.write(bytes.subarray(at, at + 97));
    for (const byte of settingsFrame([])) socket.write(Buffer.of(byte));
    let answered = 0;
    const look = setInterval(() => {
      if (socket.destroyed) clearInterval(look);
      else if (heard().length > 250 && answered < 5)
        for (; answered < 5; answered += 1) socket.write(created(1 + answered * 2));
    }, 10);
  });
  const outcomes = await sendTo(service.port, { many: 5, patience: LONG });
  service.end();
  expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'accepted'));
});

test('a service that does not understand our client is spoken to by Node’s', async () => {
  const sessions: ServerHttp2Session[] = [];
  const server = createSecureServer({ key, cert }, (_request, response) => response.writeHead(201).end());
  server.on('session', (session) => {
    sessions.push(session);
    if (sessions.length <= 2) session.goaway(constants.NGHTTP2_PROTOCOL_ERROR);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const outcomes = await sendTo((server.address() as AddressInfo).port, { patience: LONG });
  server.close();
  expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'accepted'));
  expect(sessions.length).toBeGreaterThan(2);
  expect(sessions.at(-1)?.remoteSettings).toMatchObject({ enablePush: false });
});

test('a service that leaves most requests without an answer is sent the others meanwhile', async () => {
  const SILENT = 55; // of the first 64: so many are under way before anything is known of a service
  let asked = 0;
  const server = createSecureServer({ key, cert }, (_request, response) => {
    asked += 1;
    if (asked > SILENT) response.writeHead(201).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const kinds: string[] = [];
  await sendTo((server.address() as AddressInfo).port, {
    many: 120,
    patience: 3_000,
    hear: ({ kind }) => void kinds.push(kind),
  });
  server.close();
  expect(kinds.slice(0, 120 - SILENT)).toEqual(Array.from({ length: 120 - SILENT }, () => 'accepted'));
});

test.each([
  ['that we believe too is sent the rest', true],
  ['that nobody vouches for is sent nothing more, and no device is blamed', false],
])('a service that comes back with another certificate, %s', async (_what, isBelieved) => {
  const other = selfSigned();
  let connections = 0;
  const server = createSecureServer({ key, cert }, ({ stream }, response) => {
    response.writeHead(201).end();
    if (connections > 1 || stream.id !== 1) return;
    server.setSecureContext(other); // for who connects from now on
    stream.session?.goaway(constants.NGHTTP2_NO_ERROR, stream.id);
  });
  server.on('session', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const ca = isBelieved ? `${cert}\n${other.cert}` : cert;
  const outcomes = await sendTo((server.address() as AddressInfo).port, { patience: LONG, ca });
  server.close();
  const rest = isBelieved ? 'accepted' : 'retry';
  expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map((_, at) => (at === 0 ? 'accepted' : rest)));
  expect(connections).toBe(isBelieved ? 2 : 1);
});
