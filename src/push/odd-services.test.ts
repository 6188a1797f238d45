/** Push services that keep to the rules and go to their ends: each is sent to, over a real socket, and every errand is settled once. */
import type { AddressInfo } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { expect, test } from 'vitest';
import { asBody } from '../../tests/support/push-peers.ts';
import { selfSigned } from '../../tests/support/push-service.ts';
import { commonHeaders } from './connection.ts';
import {
  CODE,
  FLAG,
  FRAME,
  FrameReader,
  frame,
  numberFrame,
  PREFACE,
  SETTING,
  settingsFrame,
} from './http2-frames.ts';
import type { Outcome } from './outcome.ts';
import { PushOrigin } from './push-origin.ts';

const MANY = 20;
const LONG = 10_000; // ms, where an answer is to come, however busy the machine is
const { key, cert } = selfSigned();

const CREATED = Buffer.concat([Buffer.of(0x08, 3), Buffer.from('201')]); // :status, a literal that is not entered
const created = (stream: number) => frame(FRAME.headers, FLAG.endHeaders | FLAG.endStream, stream, CREATED);

/** An answer whose headers are of 100 kB. */
function createdAtLength(stream: number): Buffer {
  const field = Buffer.concat([Buffer.of(0x00, 1, 0x78, 0x7f, 0xa1, 0x1e), Buffer.alloc(4_000, 0x61)]); // x: aaa…
  const block = Buffer.concat([CREATED, ...Array.from({ length: 25 }, () => field)]);
  const pieces: Buffer[] = [];
  for (let at = 0; at < block.length; at += 16_000) {
    const isLast = at + 16_000 >= block.length;
    const flags = (isLast ? FLAG.endHeaders : 0) | (at === 0 ? FLAG.endStream : 0);
    const type = at === 0 ? FRAME.headers : FRAME.continuation;
    pieces.push(frame(type, flags, stream, block.subarray(at, at + 16_000)));
  }
  return Buffer.concat(pieces);
}

interface Ways {
  first: Buffer;
  /** What it says when the headers of a request have come. */
  headers?: (stream: number) => Buffer;
  /** What it says when all of a request has come. */
  whole: (stream: number, nth: number) => Buffer;
  /** Bytes that leave in one piece. */
  piece?: number;
}

interface Heard {
  requests: number;
  bodies: string[];
}

function speak(socket: TLSSocket, { first, headers, whole, piece }: Ways, heard: Heard): void {
  const reader = new FrameReader();
  let skipped = 0;
  const say = (bytes: Buffer): void => {
    const step = piece ?? bytes.length;
    for (let at = 0; at < bytes.length; at += step) socket.write(bytes.subarray(at, at + step));
  };
  say(first);
  socket.on('error', () => {}); // the sender is done
  socket.on('data', (bytes: Buffer) => {
    const skip = Math.min(PREFACE.length - skipped, bytes.length);
    skipped += skip;
    reader.read(bytes.subarray(skip), (each) => {
      if (each.type === FRAME.headers && headers) say(headers(each.stream));
      if (each.type !== FRAME.data) return;
      heard.bodies.push(each.payload.toString());
      if ((each.flags & FLAG.endStream) === 0) return;
      heard.requests += 1;
      say(whole(each.stream, heard.requests));
    });
  });
}

test.each<[string, Ways]>([
  [
    'lets no byte of a body come until it has seen the headers',
    {
      first: settingsFrame([[SETTING.window, 0]]),
      headers: (stream) => numberFrame(FRAME.window, stream, 4),
      whole: created,
    },
  ],
  ['has no room in its table', { first: settingsFrame([[SETTING.tableSize, 0]]), whole: created }],
  [
    'has a thousand settings',
    {
      first: settingsFrame(Array.from({ length: 1_000 }, () => [SETTING.streams, 50] as const)),
      whole: created,
    },
  ],
  ['answers with headers of 100 kB', { first: settingsFrame([]), whole: createdAtLength }],
  ['says everything one byte at a time', { first: settingsFrame([]), whole: created, piece: 1 }],
])('a service that %s is told all, and each is settled once', async (_what, ways) => {
  const { outcomes, settled, heard } = await sendTo(ways);
  expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'accepted'));
  expect(settled).toBe(MANY);
  expect(heard.requests).toBe(MANY);
  expect(new Set(heard.bodies)).toEqual(new Set(['body']));
});

test('a service that answers a request after it has reset it is asked that once more, and each is settled once', async () => {
  const { outcomes, settled, heard } = await sendTo({
    first: settingsFrame([]),
    whole: (stream, nth) =>
      nth === 1
        ? Buffer.concat([numberFrame(FRAME.reset, stream, CODE.refused), created(stream)])
        : created(stream),
  });
  expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'accepted'));
  expect(settled).toBe(MANY);
  expect(heard.requests).toBe(MANY + 1);
});

async function sendTo(ways: Ways) {
  const heard: Heard = { requests: 0, bodies: [] };
  const sockets = new Set<TLSSocket>();
  const server = createServer({ key, cert, ALPNProtocols: ['h2'] }, (socket) => {
    sockets.add(socket);
    speak(socket, ways, heard);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const name = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const reach = { origin: name, trusted: true, extraCa: cert, now: () => Date.now() };
  const origin = new PushOrigin(reach, LONG);
  const common = commonHeaders(name, { ttl: '60', 'content-length': '4' });
  const sweeper = setInterval(() => origin.sweep(), 50);
  let settled = 0;
  const outcomes = await Promise.all(
    Array.from(
      { length: MANY },
      (_, at) =>
        new Promise<Outcome>((resolve) => {
          const settle = (outcome: Outcome): void => {
            settled += 1;
            resolve(outcome);
          };
          const make = () => ({ path: `/p/${at}`, common, body: asBody('body') });
          origin.add([{ make, settle, deadline: Date.now() + LONG, tries: 0 }]);
        }),
    ),
  );
  clearInterval(sweeper);
  origin.close();
  for (const socket of sockets) socket.destroy();
  server.close();
  return { outcomes, settled, heard };
}
