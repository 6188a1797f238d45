/** One connection to a push service: HTTP/2 where it can, else HTTP/1.1 with sockets kept open. Runs in the sender's worker. */
import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { type ClientHttp2Stream, constants, connect as http2Connect, sensitiveHeaders } from 'node:http2';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { isIP } from 'node:net';
import { type TLSSocket, connect as tlsConnect } from 'node:tls';
import { MINUTE, SECOND } from '../kit/clock.ts';
import { isPublicAddress } from '../kit/public-address.ts';
import type { Answer } from './sender-answer.ts';
import { publicLookup, REFUSED } from './sender-guard.ts';

export interface Request {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

export interface Connection {
  /** How many more requests it takes now. */
  room(): number;
  /** False once it takes no more: the service said goodbye, or it broke. */
  usable(): boolean;
  send(request: Request, answer: (answer: Answer) => void): void;
  /** Ends requests that began before this instant; called every second. */
  sweep(before: number): void;
  close(): void;
  /** Whether another one beside it makes more room. */
  readonly multiplies: boolean;
}

export interface Reach {
  origin: string;
  /** Listed by the operator: may be inside the network, and plain http. */
  trusted: boolean;
  /** A further certificate to believe, for trusted origins only; tests bring their own service. */
  extraCa: string | undefined;
  now: () => number;
  /** Called when the connection has room again, or is over. */
  changed: () => void;
}

const CONNECT_TIMEOUT = 10 * SECOND;
const PING_EVERY = 20 * SECOND; // a dead peer is found before the next alert needs it
const PING_TIMEOUT = 5 * SECOND;
const IDLE = 5 * MINUTE; // without a request; then the connection is given back
const STREAMS = 100; // until the peer has said how many
const SOCKETS = 50; // of HTTP/1.1 to one service, from one worker
const BODY_KEPT = 1_024; // bytes of an answer that we look at

/** Connects, and agrees on the protocol with the service (ALPN). */
export async function openConnection(reach: Reach): Promise<Connection> {
  const url = new URL(reach.origin);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!reach.trusted && (url.protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host))))
    throw Object.assign(new Error('not on the public internet'), { code: REFUSED });
  if (url.protocol === 'http:') return http1Connection(reach, url);
  const socket = await openTls(reach, url, host);
  if (socket.alpnProtocol === 'h2') return http2Connection(reach, socket);
  socket.destroy();
  return http1Connection(reach, url);
}

function openTls(reach: Reach, url: URL, host: string): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = tlsConnect({
      ...tlsOptions(reach),
      host,
      port: Number(url.port || 443),
      ...(isIP(host) ? {} : { servername: host }),
      ALPNProtocols: ['h2', 'http/1.1'],
    });
    socket.setNoDelay(true);
    const timer = setTimeout(() => socket.destroy(new Error('connecting took too long')), CONNECT_TIMEOUT);
    socket.once('secureConnect', () => {
      clearTimeout(timer);
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

function tlsOptions(reach: Reach) {
  if (!reach.trusted) return { lookup: publicLookup };
  return reach.extraCa === undefined ? {} : { ca: reach.extraCa };
}

interface UnderWay {
  since: number;
  cancel: () => void;
}

function http2Connection(reach: Reach, socket: TLSSocket): Connection {
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
    multiplies: true,
    room: () => (leaving ? 0 : streams - underWay.size),
    usable: () => !leaving && !session.closed && !session.destroyed,
    send(request, answer) {
      lastUsed = reach.now();
      const stream = session.request({
        ':method': 'POST',
        ':path': request.path,
        ...request.headers,
        // The path is the reader's secret, and no two are the same: it has no place in the compression table.
        [sensitiveHeaders]: [':path'],
      });
      const one: UnderWay = { since: lastUsed, cancel: () => stream.close(constants.NGHTTP2_CANCEL) };
      underWay.add(one);
      readStream(stream, (said) => {
        underWay.delete(one);
        answer(said);
      });
      stream.end(request.body);
    },
    sweep: (before) => sweep(underWay, before),
    close() {
      clearInterval(pulse);
      session.destroy();
    },
  };
}

/** Answers once, when the stream is over. */
function readStream(stream: ClientHttp2Stream, answer: (answer: Answer) => void): void {
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
    failed = wordsOf(error);
  });
  stream.on('close', () => {
    if (status > 0) return answer({ status, retryAfter, body });
    // NGHTTP2_CANCEL is our own sweep: it waited long enough and is not tried again at once.
    const timedOut = stream.rstCode === constants.NGHTTP2_CANCEL;
    return answer({ failed: timedOut ? 'no answer in time' : failed, again: !timedOut });
  });
}

function http1Connection(reach: Reach, url: URL): Connection {
  const secure = url.protocol === 'https:';
  const options = {
    keepAlive: true,
    maxSockets: SOCKETS,
    timeout: IDLE,
    ...(secure ? tlsOptions(reach) : {}),
  };
  const agent = secure ? new TlsAgent(options) : new PlainAgent(options);
  const underWay = new Set<UnderWay>();
  let open = true;
  return {
    multiplies: false, // it is a pool of sockets already
    room: () => SOCKETS - underWay.size,
    usable: () => open,
    send(request, answer) {
      const target = { agent, method: 'POST', headers: request.headers, path: request.path };
      const place = { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port || (secure ? 443 : 80) };
      const sent = (secure ? tlsRequest : plainRequest)({ ...target, ...place });
      let timedOut = false;
      const one: UnderWay = {
        since: reach.now(),
        cancel: () => {
          timedOut = true;
          sent.destroy(new Error('no answer in time'));
        },
      };
      underWay.add(one);
      const settle = (said: Answer) => {
        if (!underWay.delete(one)) return;
        answer(said);
      };
      sent.on('response', (response) => {
        let body = '';
        const done = () =>
          settle({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], body });
        response.on('data', (part: Buffer) => {
          if (body.length < BODY_KEPT) body += part.toString('latin1');
          else response.destroy();
        });
        response.on('error', () => {}); // 'close' follows
        response.on('close', done); // not 'end': only now is the socket free for the next
      });
      sent.on('error', (error) => settle({ failed: wordsOf(error), again: !timedOut }));
      sent.end(request.body);
    },
    sweep: (before) => sweep(underWay, before),
    close() {
      open = false;
      agent.destroy();
    },
  };
}

function sweep(underWay: Set<UnderWay>, before: number): void {
  for (const one of underWay) {
    if (one.since >= before) break; // a set keeps the order in which they began
    one.cancel();
  }
}

/** What went wrong, in words for the desk; never an address. */
export function wordsOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const known: Record<string, string> = {
    [REFUSED]: 'the address is not on the public internet',
    ECONNREFUSED: 'nobody answers there',
    ECONNRESET: 'the connection was reset',
    ENOTFOUND: 'the name is not known',
    EAI_AGAIN: 'the name could not be looked up',
    ETIMEDOUT: 'connecting took too long',
  };
  return known[code] ?? (code ? `the connection failed (${code})` : 'the connection failed');
}
