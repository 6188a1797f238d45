/** A connection of HTTP/2 in every mood of the other side: what it sends is written here byte by byte. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { asBody } from '../../tests/support/push-peers.ts';
import { HeaderDecoder } from './hpack-decoder.ts';
import {
  CODE,
  FLAG,
  FRAME,
  FrameReader,
  frame,
  type Http2Frame,
  numberFrame,
  PREFACE,
  SETTING,
  settingsFrame,
} from './http2-frames.ts';
import { Http2Session } from './http2-session.ts';
import type { StreamAnswer } from './http2-stream.ts';

const common = {
  before: [
    { name: ':method', value: 'POST' },
    { name: ':scheme', value: 'https' },
    { name: ':authority', value: 'push.example' },
  ],
  after: [{ name: 'ttl', value: '60' }],
};
const CREATED = Buffer.concat([Buffer.of(0x08, 3), Buffer.from('201')]); // :status, a literal that is not entered
const status = (code: number, more: Buffer = Buffer.alloc(0)) =>
  Buffer.concat([Buffer.of(0x08, 3), Buffer.from(String(code)), more]);
const retryAfter = (value: string) =>
  Buffer.concat([Buffer.of(0x0f, 0x26, value.length), Buffer.from(value)]); // entry 53
const answered = (stream: number, block = CREATED) =>
  frame(FRAME.headers, FLAG.endHeaders | FLAG.endStream, stream, block);
const settings = (...pairs: [number, number][]) => settingsFrame(pairs);
const goodbye = (last: number, code: number = CODE.none) => {
  const payload = Buffer.alloc(8);
  payload.writeUInt32BE(last, 0);
  payload.writeUInt32BE(code, 4);
  return frame(FRAME.goaway, 0, 0, payload);
};

let now = 0;
let session: Http2Session;
let sent: Buffer[] = [];
let answers: StreamAnswer[] = [];
let over: { why: string; misunderstood: boolean }[] = [];

beforeEach(() => open());

function open(): void {
  sent = [];
  answers = [];
  over = [];
  now = 0;
  session = new Http2Session({
    write(bytes, done) {
      sent.push(Buffer.from(bytes));
      done(); // and is written over
    },
    changed: () => {},
    over: (why, misunderstood) => over.push({ why, misunderstood }),
    now: () => now,
  });
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const send = (body = 'secret', path = '/p/1') =>
  session.send({ common, path, body: asBody(body) }, (answer) => answers.push(answer));

/** Frames that were sent so far; the beginning of the connection is checked and left out. */
async function frames(): Promise<Http2Frame[]> {
  await turn();
  const all = Buffer.concat(sent);
  expect(all.subarray(0, PREFACE.length)).toEqual(PREFACE);
  const found: Http2Frame[] = [];
  new FrameReader().read(all.subarray(PREFACE.length), (each) =>
    found.push({ ...each, number: 0, payload: Buffer.from(each.payload) }),
  );
  return found;
}
const ofType = async (type: number) => (await frames()).filter((each) => each.type === type);
const goodbyeCode = async () => (await ofType(FRAME.goaway))[0]?.payload.readUInt32BE(4);

describe('a request', () => {
  test('goes out with its headers and its body, and is answered by a status', async () => {
    session.receive(settings());
    send('the body');
    const out = (await frames()).filter(({ stream }) => stream === 1);
    expect(out.map(({ type, flags }) => [type, flags])).toEqual([
      [FRAME.headers, FLAG.endHeaders],
      [FRAME.data, FLAG.endStream],
    ]);
    const fields: string[] = [];
    new HeaderDecoder().decode(
      out[0]?.payload ?? Buffer.alloc(0),
      () => true,
      ({ name }) => fields.push(name),
    );
    expect(fields).toEqual([':method', ':scheme', ':authority', ':path', 'ttl']);
    expect(out[1]?.payload.toString()).toBe('the body');
    session.receive(answered(1));
    expect(answers).toEqual([{ status: 201, retryAfter: undefined, body: '' }]);
  });

  test('is answered by a refusal with its words and the time to wait', () => {
    session.receive(settings());
    send();
    session.receive(frame(FRAME.headers, FLAG.endHeaders, 1, status(429, retryAfter('120'))));
    session.receive(frame(FRAME.data, FLAG.endStream, 1, Buffer.from('{"reason":"TooMany"}')));
    expect(answers).toEqual([{ status: 429, retryAfter: '120', body: '{"reason":"TooMany"}' }]);
  });

  test('is answered by what its headers say now, though their bytes are those of an answer before', () => {
    session.receive(settings());
    for (let each = 0; each < 9; each += 1) send();
    const entered = (code: string) => Buffer.concat([Buffer.of(0x48, 3), Buffer.from(code)]); // :status, entered into the table
    const fromNewest = (number: number) => Buffer.of(0x80 | (62 + number));
    const blocks = [
      entered('201'),
      entered('201'),
      fromNewest(0),
      fromNewest(0),
      entered('404'),
      fromNewest(0),
    ];
    blocks.push(entered('404'), fromNewest(1), fromNewest(3));
    for (const [place, block] of blocks.entries()) session.receive(answered(1 + 2 * place, block));
    const codes = answers.map((answer) => 'status' in answer && answer.status);
    expect(codes).toEqual([201, 201, 201, 201, 404, 404, 404, 404, 201]);
  });

  test('is answered once the last of early hints, padding, priorities, trailers and unknown kinds has come', () => {
    session.receive(settings());
    send();
    session.receive(frame(FRAME.headers, FLAG.endHeaders, 1, status(103)));
    const padded = Buffer.concat([Buffer.of(2), Buffer.alloc(5), status(400), Buffer.alloc(2)]);
    session.receive(frame(FRAME.headers, FLAG.endHeaders | FLAG.padded | FLAG.priority, 1, padded));
    session.receive(frame(0xfa, 0xff, 1, Buffer.from('what nobody knows')));
    session.receive(frame(FRAME.priority, 0, 1, Buffer.alloc(5)));
    session.receive(
      frame(FRAME.data, FLAG.padded, 1, Buffer.concat([Buffer.of(3), Buffer.from('why'), Buffer.alloc(3)])),
    );
    expect(answers).toEqual([]);
    session.receive(
      frame(FRAME.headers, FLAG.endHeaders | FLAG.endStream, 1, Buffer.of(0x0f, 0x11, 1, 0x61)),
    );
    expect(answers).toEqual([{ status: 400, retryAfter: undefined, body: 'why' }]);
  });

  test('is answered though every byte comes alone, and headers in three pieces', () => {
    session.receive(settings([SETTING.streams, 3]));
    send();
    send('two', '/p/2');
    const bytes = Buffer.concat([
      frame(FRAME.headers, FLAG.endStream, 3, CREATED.subarray(0, 1)),
      frame(FRAME.continuation, 0, 3, CREATED.subarray(1, 3)),
      frame(FRAME.continuation, FLAG.endHeaders, 3, CREATED.subarray(3)),
      answered(1, status(410)),
    ]);
    for (const byte of bytes) session.receive(Buffer.of(byte));
    expect(answers.map((answer) => 'status' in answer && answer.status)).toEqual([201, 410]);
  });

  test('that was answered before its body was read counts, reset or not', async () => {
    session.receive(settings([SETTING.window, 4]));
    send('longer than four');
    session.receive(answered(1));
    expect(answers).toHaveLength(1);
    expect((await ofType(FRAME.reset)).map(({ payload }) => payload.readUInt32BE(0))).toEqual([CODE.none]);
    session.receive(numberFrame(FRAME.reset, 1, CODE.none)); // nginx does
    session.receive(answered(1)); // an answer after its end
    expect([answers.length, session.usable]).toEqual([1, true]);
  });

  test('that nobody answers is given back, and the other side is told', async () => {
    session.receive(settings());
    send();
    now = 10;
    send();
    session.sweep(5);
    expect(answers).toEqual([{ failed: 'no answer in time', again: false }]);
    expect(await ofType(FRAME.reset)).toMatchObject([{ stream: 1 }]);
    session.receive(answered(1)); // too late
    session.receive(answered(3));
    expect(answers[1]).toMatchObject({ status: 201 });
  });

  test('with an endless answer is ended by us, and others go on', async () => {
    session.receive(settings());
    send();
    session.receive(frame(FRAME.headers, FLAG.endHeaders, 1, status(500)));
    session.receive(frame(FRAME.data, 0, 1, Buffer.alloc(5_000, 0x61)));
    expect(answers).toEqual([{ status: 500, retryAfter: undefined, body: 'a'.repeat(1_024) }]);
    expect(await ofType(FRAME.reset)).toMatchObject([{ stream: 1 }]);
    for (let turns = 0; turns < 20; turns += 1) {
      send();
      session.receive(frame(FRAME.headers, FLAG.endHeaders, 3 + turns * 2, status(500)));
      session.receive(frame(FRAME.data, FLAG.endStream, 3 + turns * 2, Buffer.alloc(5_000, 0x61)));
    }
    expect(answers).toHaveLength(21); // 100 kB came: the connection's window was given back
    expect((await ofType(FRAME.window)).length).toBeGreaterThan(1);
  });
});

describe('windows', () => {
  const bodies = async () =>
    Buffer.concat((await ofType(FRAME.data)).map(({ payload }) => payload)).toString();

  test('of nothing hold a body back until they grow, one for one', async () => {
    session.receive(settings([SETTING.window, 0]));
    send('abcdef');
    expect([await bodies(), session.room]).toEqual(['', 0]);
    session.receive(numberFrame(FRAME.window, 1, 2));
    expect(await bodies()).toBe('ab');
    session.receive(settings([SETTING.window, 1])); // every open request's grows by one
    expect(await bodies()).toBe('abc');
    session.receive(settings([SETTING.window, 0])); // and shrinks below nothing
    session.receive(numberFrame(FRAME.window, 1, 1));
    expect(await bodies()).toBe('abc');
    session.receive(numberFrame(FRAME.window, 1, 100));
    expect([await bodies(), session.room]).toEqual(['abcdef', 99]);
  });

  test('of the connection are shared by its requests, in their order', async () => {
    session.receive(settings());
    for (let place = 0; place < 17; place += 1) send(String.fromCharCode(97 + place).repeat(4_000));
    expect((await bodies()).length).toBe(65_535);
    expect(session.room).toBe(0);
    session.receive(numberFrame(FRAME.window, 0, 3_000));
    expect((await bodies()).length).toBe(68_000);
    expect(session.room).toBe(100 - 17);
  });

  test.each([
    ['too large by a setting', () => settings([SETTING.window, 0x8000_0000]), CODE.flowControl],
    ['of the connection grown too large', () => numberFrame(FRAME.window, 0, 0x7fff_ffff), CODE.flowControl],
    ['of the connection grown by nothing', () => numberFrame(FRAME.window, 0, 0), CODE.protocol],
  ])('%s end the connection', async (_what, bytes, code) => {
    session.receive(settings());
    send();
    session.receive(bytes());
    expect(answers).toMatchObject([{ again: true }]);
    expect([await goodbyeCode(), session.usable, over[0]?.misunderstood]).toEqual([code, false, true]);
  });

  test('of one request grown by nothing, or too large, end that request alone', () => {
    session.receive(settings());
    send();
    send();
    session.receive(numberFrame(FRAME.window, 1, 0));
    session.receive(numberFrame(FRAME.window, 3, 0x7fff_ffff));
    expect(answers).toMatchObject([{ again: true }, { again: true }]);
    expect(session.usable).toBe(true);
  });
});

describe('settings', () => {
  test('are answered, a thousand of them too; the last number of streams counts', async () => {
    const many = Array.from({ length: 1_000 }, (_, at): [number, number] => [SETTING.streams, at + 1]);
    session.receive(settings(...many));
    expect(session.room).toBe(1_000);
    for (let at = 0; at < 1_000; at += 1) session.receive(settings([SETTING.tableSize, at % 2 ? 0 : 4_096]));
    expect((await ofType(FRAME.settings)).filter(({ flags }) => flags === FLAG.ack)).toHaveLength(1_001);
    send();
    session.receive(answered(1));
    expect(answers).toMatchObject([{ status: 201 }]);
  });

  test('in a flood, with nothing else, end the connection', async () => {
    for (let at = 0; at <= 10_000; at += 1) session.receive(settings());
    expect([await goodbyeCode(), session.usable]).toEqual([CODE.calm, false]);
  });

  test.each([
    ['do not come first', () => answered(1), CODE.protocol],
    [
      'are an answer of HTTP/1.1',
      () => Buffer.from('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'),
      CODE.frameSize,
    ],
    ['are cut off', () => frame(FRAME.settings, 0, 0, Buffer.alloc(5)), CODE.frameSize],
    [
      'come for a request',
      () => Buffer.concat([settings(), frame(FRAME.settings, 0, 1, Buffer.alloc(0))]),
      CODE.protocol,
    ],
    [
      'are agreed to with a content',
      () => Buffer.concat([settings(), frame(FRAME.settings, FLAG.ack, 0, Buffer.alloc(6))]),
      CODE.frameSize,
    ],
    ['allow frames that are too small', () => settings([SETTING.frameSize, 100]), CODE.protocol],
  ])('that %s end the connection, and what was under way is tried elsewhere', async (_what, bytes, code) => {
    send();
    session.receive(bytes());
    expect(answers).toMatchObject([{ again: true }]);
    expect([await goodbyeCode(), over.length, over[0]?.misunderstood]).toEqual([code, 1, true]);
  });
});

describe('a goodbye', () => {
  test('gives back what was not begun, and lets the rest end', async () => {
    session.receive(settings());
    send();
    send();
    session.receive(goodbye(1));
    expect(answers).toMatchObject([{ failed: 'the service said goodbye', again: true }]);
    expect([session.usable, session.room, over.length]).toEqual([false, 0, 0]);
    session.receive(answered(1));
    expect(answers[1]).toMatchObject({ status: 201 });
    expect(over).toEqual([{ why: 'the service said goodbye', misunderstood: false }]);
  });

  test('at once leaves nothing behind', () => {
    session.receive(Buffer.concat([settings(), goodbye(0)]));
    expect([session.usable, over.length]).toEqual([false, 1]);
  });

  test('that blames us says so', () => {
    session.receive(settings());
    send();
    session.receive(goodbye(0, CODE.compression));
    expect(over).toMatchObject([{ misunderstood: true }]);
    expect(answers).toMatchObject([{ again: true }]);
  });
});

describe('the other side breaks the rules', () => {
  test.each([
    [
      'headers are interrupted',
      () => [frame(FRAME.headers, 0, 1, CREATED), frame(FRAME.ping, 0, 0, Buffer.alloc(8))],
      CODE.protocol,
    ],
    [
      'headers go on that had not begun',
      () => [frame(FRAME.continuation, FLAG.endHeaders, 1, CREATED)],
      CODE.protocol,
    ],
    [
      'headers go on for another request',
      () => [frame(FRAME.headers, 0, 1, CREATED), frame(FRAME.continuation, 4, 3, CREATED)],
      CODE.protocol,
    ],
    [
      'headers of 300 kB',
      () => [
        frame(FRAME.headers, 0, 1, CREATED),
        ...Array.from({ length: 20 }, () => frame(FRAME.continuation, 0, 1, Buffer.alloc(16_000))),
      ],
      CODE.calm,
    ],
    [
      'headers in two thousand pieces of nothing',
      () => [
        frame(FRAME.headers, 0, 1, CREATED),
        ...Array.from({ length: 2_000 }, () => frame(FRAME.continuation, 0, 1, Buffer.alloc(0))),
      ],
      CODE.calm,
    ],
    ['headers that cannot be followed', () => [answered(1, Buffer.from([0xff, 0x7f]))], CODE.compression],
    ['a frame beyond 16 kB', () => [frame(FRAME.data, 0, 1, Buffer.alloc(16_385))], CODE.frameSize],
    ['a push', () => [frame(FRAME.promise, FLAG.endHeaders, 1, Buffer.alloc(4))], CODE.protocol],
    ['a request that was never made', () => [answered(99)], CODE.protocol],
    ['a request of its own', () => [frame(FRAME.data, 0, 2, Buffer.alloc(1))], CODE.protocol],
    [
      'a reset of the connection as if it were a request',
      () => [numberFrame(FRAME.reset, 0, 0)],
      CODE.protocol,
    ],
    ['a reset that is cut off', () => [frame(FRAME.reset, 0, 1, Buffer.alloc(3))], CODE.frameSize],
    ['padding beyond the end', () => [frame(FRAME.data, FLAG.padded, 1, Buffer.of(9, 1))], CODE.protocol],
    ['a ping of seven bytes', () => [frame(FRAME.ping, 0, 0, Buffer.alloc(7))], CODE.frameSize],
    ['a goodbye that is cut off', () => [frame(FRAME.goaway, 0, 0, Buffer.alloc(7))], CODE.frameSize],
  ])('%s', async (_what, bytes, code) => {
    session.receive(settings());
    send();
    for (const each of bytes()) session.receive(each);
    expect([await goodbyeCode(), session.usable, over.length]).toEqual([code, false, 1]);
    expect(answers).toMatchObject([{ again: true }]);
  });

  test.each([
    ['an answer without a status', () => answered(1, Buffer.alloc(0))],
    ['a status that is none', () => answered(1, Buffer.concat([Buffer.of(0x08, 3), Buffer.from('2xx')]))],
    ['an interim answer that ends', () => answered(1, status(103))],
    ['a body before the headers', () => frame(FRAME.data, FLAG.endStream, 1, Buffer.from('x'))],
    ['a second status', () => Buffer.concat([frame(FRAME.headers, 4, 1, CREATED), answered(1)])],
  ])('%s ends that request alone', async (_what, bytes) => {
    session.receive(settings());
    send();
    send();
    session.receive(bytes());
    expect(answers).toMatchObject([{ again: true }]);
    session.receive(answered(3));
    expect([answers[1], session.usable]).toMatchObject([{ status: 201 }, true]);
  });

  test('headers of 100 kB that mean nothing to us are followed and passed over', () => {
    session.receive(settings());
    send();
    const field = Buffer.concat([Buffer.of(0x00, 1, 0x78, 0x7f, 0xa1, 0x1e), Buffer.alloc(4_000, 0x61)]); // x: aaa…
    const block = Buffer.concat([CREATED, ...Array.from({ length: 25 }, () => field)]);
    const pieces: Buffer[] = [];
    for (let at = 0; at < block.length; at += 16_000) {
      const isLast = at + 16_000 >= block.length;
      const flags = (isLast ? FLAG.endHeaders : 0) | (at === 0 ? FLAG.endStream : 0);
      pieces.push(
        frame(at === 0 ? FRAME.headers : FRAME.continuation, flags, 1, block.subarray(at, at + 16_000)),
      );
    }
    for (const piece of pieces) session.receive(piece);
    expect(answers).toMatchObject([{ status: 201 }]);
  });

  test('more of a body than it was let', async () => {
    session.receive(settings());
    send();
    session.receive(answered(1)); // what comes for an ended request still counts
    for (let at = 0; at < 2; at += 1) session.receive(frame(FRAME.data, 0, 1, Buffer.alloc(16_384)));
    expect(session.usable).toBe(true);
    expect(await ofType(FRAME.window)).toHaveLength(1);
  });
});

test('a ping is answered with its own bytes, and ours is heard', async () => {
  session.receive(settings());
  session.receive(frame(FRAME.ping, 0, 0, Buffer.from('12345678')));
  let heard = 0;
  session.ping(() => {
    heard += 1;
  });
  const pings = await ofType(FRAME.ping);
  expect(pings.map(({ flags, payload }) => [flags, payload.toString()])).toEqual([
    [FLAG.ack, '12345678'],
    [0, '\0'.repeat(8)],
  ]);
  session.receive(frame(FRAME.ping, FLAG.ack, 0, Buffer.alloc(8)));
  session.receive(frame(FRAME.ping, FLAG.ack, 0, Buffer.alloc(8)));
  expect(heard).toBe(1);
});

test('whatever comes, in whatever pieces, every request is answered exactly once and nothing is thrown', () => {
  const kinds = fc.oneof(
    fc
      .record({
        type: fc.integer({ min: 0, max: 11 }),
        flags: fc.integer({ min: 0, max: 255 }),
        stream: fc.integer({ min: 0, max: 12 }),
        payload: fc.uint8Array({ maxLength: 40 }),
      })
      .map(({ type, flags, stream, payload }) => frame(type, flags, stream, payload)),
    fc.constantFrom(
      answered(1),
      answered(3),
      answered(5, status(404)),
      settings([SETTING.window, 3]),
      goodbye(3),
    ),
    fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
  );
  void fc.assert(
    fc.property(fc.array(kinds, { maxLength: 12 }), fc.integer({ min: 1, max: 50 }), (pieces, cut) => {
      open();
      session.receive(settings());
      for (let at = 0; at < 5; at += 1) send('body', `/p/${at}`);
      const bytes = Buffer.concat(pieces);
      for (let at = 0; at < bytes.length; at += cut) session.receive(bytes.subarray(at, at + cut));
      session.end('the socket closed');
      expect([answers.length, over.length, session.underWay]).toEqual([5, 1, 0]);
    }),
    { numRuns: 3_000 },
  );
});
