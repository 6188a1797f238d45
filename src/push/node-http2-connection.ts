/** HTTP/2 by Node's own client: slower than ours, and for services that ours does not get on with. */
import { type ClientHttp2Stream, constants, connect as http2Connect, sensitiveHeaders } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import type { PushAnswer } from './answer.ts';
import {
  BODY_KEPT,
  bytesOf,
  type Connection,
  failureText,
  IDLE,
  PING_EVERY,
  PING_TIMEOUT,
  type Reach,
  sweep,
  type UnderWay,
} from './connection.ts';

const STREAMS = 100; // until the peer has said how many

export function nodeHttp2Connection(reach: Reach, socket: TLSSocket): Connection {
  const session = http2Connect(reach.origin, {
    createConnection: () => socket,
    settings: { enablePush: false },
  });
  const underWay = new Set<UnderWay>();
  let streams = STREAMS;
  let leaving = false;
  let lastUsed = reach.now();
  const learn = () => {
    streams = session.remoteSettings?.maxConcurrentStreams ?? STREAMS;
    reach.changed();
  };
  const over = () => {
    leaving = true;
    clearInterval(pulse);
    reach.changed();
  };
  session.on('remoteSettings', learn);
  session.on('goaway', over); // what the peer has begun it finishes; new requests go elsewhere
  session.on('error', over); // each stream under way hears of it itself
  session.on('close', over);
  const pulse = setInterval(() => {
    if (underWay.size === 0 && reach.now() - lastUsed > IDLE) return session.close();
    const late = setTimeout(() => session.destroy(new Error('no answer to a ping')), PING_TIMEOUT);
    if (!session.destroyed && !session.closed) session.ping(() => clearTimeout(late));
    else clearTimeout(late);
  }, PING_EVERY);

  return {
    misunderstood: false,
    multiplies: true,
    room: () => (leaving ? 0 : streams - underWay.size),
    usable: () => !leaving && !session.closed && !session.destroyed,
    send(request, answer) {
      lastUsed = reach.now();
      const stream = session.request({
        ':method': 'POST',
        ':path': request.path,
        ...request.common.headers,
        // The path is the reader's secret, and no two are the same: it has no place in the compression table.
        [sensitiveHeaders]: [':path'],
      });
      // Where nghttp2 has given up on the other side without a word, `close` waits for ever: the next sweep does not.
      const cancel = () => (stream.closed ? stream.destroy() : stream.close(constants.NGHTTP2_CANCEL));
      const one: UnderWay = { since: lastUsed, cancel: () => void cancel() };
      underWay.add(one);
      readStream(stream, (said) => {
        underWay.delete(one);
        answer(said);
        reach.changed();
      });
      stream.end(bytesOf(request.body));
    },
    sweep: (before) => sweep(underWay, before),
    close() {
      clearInterval(pulse);
      session.destroy();
    },
  };
}

/** Answers once, when the stream is over. */
function readStream(stream: ClientHttp2Stream, answer: (answer: PushAnswer) => void): void {
  let status = 0;
  let retryAfter: string | undefined;
  let body = '';
  let failed = 'the connection was closed';
  stream.on('response', (headers) => {
    status = headers[':status'] ?? 0;
    if (status < 300) return stream.resume();
    const told = headers['retry-after'];
    retryAfter = typeof told === 'string' ? told : undefined;
    stream.on('data', (part: Buffer) => {
      if (body.length < BODY_KEPT) body += part.toString('latin1');
      else stream.close(constants.NGHTTP2_CANCEL); // nothing an answer can say needs more
    });
  });
  stream.on('error', (error) => {
    failed = failureText(error);
  });
  stream.on('close', () => {
    if (status > 0) return answer({ status, retryAfter, body });
    // NGHTTP2_CANCEL is our own sweep: it waited long enough and is not tried again at once.
    const timedOut = stream.rstCode === constants.NGHTTP2_CANCEL;
    return answer({ failed: timedOut ? 'no answer in time' : failed, again: !timedOut });
  });
}
