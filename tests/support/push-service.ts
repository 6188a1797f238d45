/**
 * A push service to test against, on loopback. It speaks Autopush's WebSocket protocol to a real Firefox, and RFC 8030
 * over HTTP to the newsroom: plain, or TLS with HTTP/2 and HTTP/1.1. It is as strict as the real ones (TTL, VAPID,
 * Topic, encoding), keeps what each device would show, and fails the way it is told to.
 *
 *   const service = await PushService.start();                  // plain http, good for Firefox
 *   const service = await PushService.start({ tls: true });     // service.certificate is the CA to believe
 *   settings.pushServices = [service.origin];
 *   firefox prefs: dom.push.serverURL = service.webSocketAddress, and the others in `firefoxPrefs`
 *   await service.helloSeen();            // before pushManager.subscribe(), which hangs otherwise
 *   const device = service.makeDevice();  // a device without a browser: device.subscription, device.visible
 */
import { execFileSync } from 'node:child_process';
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  randomUUID,
  verify,
} from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type WebSocket, WebSocketServer } from 'ws';

export interface PushServiceOptions {
  /** TLS with HTTP/2 and HTTP/1.1 by ALPN, on a certificate of its own. */
  tls?: boolean;
  /** With TLS: offer HTTP/1.1 only. */
  http1Only?: boolean;
  port?: number;
  /** Streams at once on one HTTP/2 connection. */
  streams?: number;
}

/** What the service does instead of taking the message; `delay` in ms may come with an answer, too. */
export interface Fault {
  status?: number;
  retryAfter?: number | string;
  body?: string;
  delay?: number;
  /** Waits for it before it answers. */
  until?: Promise<void>;
  /** Breaks the connection: before the message is taken, or after it was taken but before it is answered. */
  reset?: 'before' | 'after';
  /** Says goodbye to the whole HTTP/2 connection after this answer. */
  goAway?: boolean;
  /** A header to answer with, such as the location of a redirect. */
  headers?: Record<string, string>;
}

export interface Attempt {
  token: string;
  topic: string | undefined;
  /** 1 for the first time this device is sent to, counted over all topics. */
  number: number;
  /** Requests the service has had. */
  total: number;
}

/** One notification as a person would see it. */
export interface Visible {
  title: string;
  body: string;
  navigate: string;
  tag: string;
  revision: number;
}

/** A device without a browser: does what our service worker does, and remembers what a person would have seen. */
export class FakeDevice {
  readonly token = randomBytes(24).toString('base64url');
  readonly auth = randomBytes(16);
  readonly pair: ECDH;
  readonly endpoint: string;
  /** Everything that came up in sight, in order: a first showing or one with a higher revision. */
  readonly visible: Visible[] = [];
  /** How often the same or an older revision came again and was put in place silently. */
  again = 0;
  online = true;
  gone = false;
  readonly #ledger = new Map<string, number>();
  readonly #waiting = new Map<string, string>();

  constructor(origin: string) {
    this.pair = createECDH('prime256v1');
    this.pair.generateKeys();
    this.endpoint = `${origin}/wpush/v2/${this.token}`;
  }

  /** As PushSubscription.toJSON() gives it. */
  get subscription() {
    return {
      endpoint: this.endpoint,
      keys: {
        p256dh: this.pair.getPublicKey().toString('base64url'),
        auth: this.auth.toString('base64url'),
      },
    };
  }

  take(body: Buffer, topic: string | undefined): void {
    const text = openBody(body, this.pair, this.auth);
    if (this.online) this.#show(text);
    else this.#waiting.set(topic ?? randomUUID(), text);
  }

  /** Comes back: what waited is shown, of each topic the last. */
  wake(): void {
    this.online = true;
    for (const text of this.#waiting.values()) this.#show(text);
    this.#waiting.clear();
  }

  #show(text: string): void {
    const { notification } = JSON.parse(text);
    const { revision } = notification.data;
    if (revision <= (this.#ledger.get(notification.tag) ?? 0)) {
      this.again += 1;
      return;
    }
    this.#ledger.set(notification.tag, revision);
    const { title, body, navigate, tag } = notification;
    this.visible.push({ title, body, navigate, tag, revision });
  }
}

interface Ack {
  channelId: string;
  version: string;
  /** 100 delivered, 101 not decrypted, 102 not delivered. */
  code: number;
}

interface Channel {
  id: string;
  token: string;
  stored: { version: string; topic: string | undefined; body: Buffer }[];
}

type Asked = IncomingMessage | Http2ServerRequest;
type Answering = ServerResponse | Http2ServerResponse;

export class PushService {
  readonly origin: string;
  /** For `dom.push.serverURL`; plain services only. */
  readonly webSocketAddress: string;
  /** PEM of the certificate to believe; empty without TLS. */
  readonly certificate: string;
  /** Endpoints that Firefox registered, in order. */
  readonly endpointsSeen: string[] = [];
  /** Acknowledgements of Firefox: code 100 means that the push event ran. */
  readonly acks: Ack[] = [];
  /** Nacks: 301 and 302 are errors in the service worker. */
  readonly nacks: { version: string; code: number }[] = [];
  /** Requests the newsroom made, without the bodies. */
  readonly requests: {
    token: string;
    status: number;
    topic: string | undefined;
    httpVersion: string;
    at: number;
  }[] = [];
  /** Decides what goes wrong. Null: nothing. */
  fault: (attempt: Attempt) => Fault | null = () => null;
  /** Connections taken. */
  connections = 0;

  readonly #devices = new Map<string, FakeDevice>();
  readonly #channels = new Map<string, Channel>();
  readonly #attempts = new Map<string, number>();
  readonly #believed = new Set<string>();
  readonly #sockets = new Set<Socket>();
  readonly #waiters: { met: () => boolean; go: () => void }[] = [];
  #browser: WebSocket | null = null;
  #uaid = '';
  #hellos = 0;
  #stopServer: () => Promise<void> = async () => {};

  private constructor(origin: string, certificate: string) {
    this.origin = origin;
    this.webSocketAddress = origin.replace(/^http/, 'ws').concat('/');
    this.certificate = certificate;
  }

  static async start(options: PushServiceOptions = {}): Promise<PushService> {
    const pair = options.tls ? selfSigned() : null;
    let service: PushService | null = null;
    const handle = (request: Asked, response: Answering) => void service?.handle(request, response);
    const server = serverFor(options, pair, handle);
    await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const made = new PushService(`${pair ? 'https' : 'http'}://127.0.0.1:${port}`, pair?.cert ?? '');
    service = made;
    server.on(pair ? 'secureConnection' : 'connection', (socket: Socket) => {
      made.connections += 1;
      made.#sockets.add(socket);
      socket.on('close', () => made.#sockets.delete(socket));
      socket.on('error', () => {}); // a newsroom that was killed breaks its connections
    });
    const webSockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'push-notification' });
    server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) =>
      webSockets.handleUpgrade(request, socket, head, (browser) => made.#meet(browser)),
    );
    made.#stopServer = () =>
      new Promise<void>((resolve) => {
        webSockets.close();
        for (const socket of made.#sockets) socket.destroy();
        server.close(() => resolve());
      });
    return made;
  }

  async stop(): Promise<void> {
    await this.#stopServer();
  }

  /** Preferences with which stock Firefox uses this service and shows notifications without asking. */
  get firefoxPrefs(): Record<string, string | number | boolean> {
    return {
      'dom.push.serverURL': this.webSocketAddress,
      'dom.push.connection.enabled': true, // WebDriver and BiDi switch it off
      'dom.push.testing.allowInsecureServerURL': true,
      'dom.push.retryBaseInterval': 200,
      'permissions.default.desktop-notification': 1,
      'alerts.useSystemBackend': false,
    };
  }

  makeDevice(): FakeDevice {
    const device = new FakeDevice(this.origin);
    this.#devices.set(device.token, device);
    return device;
  }

  /** Resolves when a Firefox has said hello; only then may a page subscribe. */
  helloSeen(timeout = 30_000): Promise<void> {
    return this.#until(() => this.#hellos > 0, 'Firefox said no hello', timeout);
  }

  /** Resolves when so many endpoints were registered by Firefox. */
  endpointSeen(count = 1, timeout = 30_000): Promise<void> {
    return this.#until(() => this.endpointsSeen.length >= count, 'Firefox registered no endpoint', timeout);
  }

  /** Resolves when Firefox has acknowledged so many messages as delivered to the service worker. */
  delivered(count = 1, timeout = 30_000): Promise<void> {
    const met = () => this.acks.filter((ack) => ack.code === 100).length >= count;
    return this.#until(met, `Firefox acknowledged fewer than ${count} messages`, timeout);
  }

  /** Breaks Firefox's connection, so that it comes back and fetches what waited. */
  dropBrowser(): void {
    this.#browser?.terminate();
  }

  /** Makes Firefox lose its subscriptions and fire `pushsubscriptionchange`: says hello with another id. */
  forgetBrowser(): void {
    this.#uaid = '';
    this.#channels.clear();
    this.dropBrowser();
  }

  async handle(request: Asked, response: Answering): Promise<void> {
    const token = /^\/wpush\/v2\/([\w-]+)$/.exec(request.url ?? '')?.[1];
    const body = await readBody(request).catch(() => null);
    if (!body) return;
    const header = (name: string) => request.headers[name] as string | undefined;
    if (!token) return answer(response, 404, { errno: 102 });
    const number = (this.#attempts.get(token) ?? 0) + 1;
    this.#attempts.set(token, number);
    const topic = header('topic');
    const attempt = { token, topic, number, total: this.requests.length + 1 };
    const fault = this.fault(attempt);
    const note = (status: number) =>
      this.requests.push({ token, status, topic, httpVersion: request.httpVersion, at: performance.now() });
    await fault?.until;
    if (fault?.delay) await new Promise((resolve) => setTimeout(resolve, fault.delay));
    if (fault?.reset === 'before') {
      note(0);
      return breakOff(request);
    }
    if (fault?.status) {
      note(fault.status);
      if (fault.goAway) sayGoodbye(request);
      const retryAfter = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      return answer(
        response,
        fault.status,
        { error: fault.body ?? 'as told' },
        { ...retryAfter, ...fault.headers },
      );
    }
    const wrong = this.#wrongIn(header, body);
    if (wrong) {
      note(wrong.status);
      return answer(response, wrong.status, { errno: wrong.errno, error: wrong.error });
    }
    const known = this.#deliver(token, topic, body);
    note(fault?.reset === 'after' ? 0 : known);
    if (fault?.reset === 'after') return breakOff(request);
    if (fault?.goAway) sayGoodbye(request);
    const version = randomUUID();
    return known === 201
      ? answer(response, 201, null, { location: `${this.origin}/m/${version}`, ttl: header('ttl') ?? '0' })
      : answer(response, known, { errno: known === 410 ? 106 : 102 });
  }

  #deliver(token: string, topic: string | undefined, body: Buffer): number {
    const device = this.#devices.get(token);
    if (device?.gone) return 410;
    if (device) {
      device.take(body, topic);
      return 201;
    }
    const channel = this.#channels.get(token);
    if (!channel) return 404;
    if (topic) channel.stored = channel.stored.filter((one) => one.topic !== topic);
    channel.stored.push({ version: randomUUID(), topic, body });
    this.#flush(channel);
    return 201;
  }

  /** What a real service would refuse: RFC 8030 section 5, RFC 8291 section 4, RFC 8292 section 4.2. */
  #wrongIn(header: (name: string) => string | undefined, body: Buffer) {
    if (!/^\d+$/.test(header('ttl') ?? '')) return { status: 400, errno: 111, error: 'TTL is missing' };
    const topic = header('topic');
    if (topic !== undefined && !/^[\w-]{1,32}$/.test(topic))
      return { status: 400, errno: 113, error: 'bad topic' };
    if (header('content-encoding') !== 'aes128gcm' || header('crypto-key') || header('encryption'))
      return { status: 400, errno: 110, error: 'bad encoding' };
    if (!/^(very-low|low|normal|high)$/.test(header('urgency') ?? 'normal'))
      return { status: 400, errno: 110, error: 'bad urgency' };
    if (body.length > 4_096) return { status: 413, errno: 104, error: 'too large' };
    const proof = header('authorization') ?? '';
    if (this.#believed.has(proof)) return null;
    const doubt = doubtAbout(proof, this.origin);
    if (doubt) return { status: 401, errno: 109, error: doubt };
    this.#believed.add(proof);
    return null;
  }

  #meet(browser: WebSocket): void {
    this.#browser = browser;
    browser.on('error', () => {});
    browser.on('message', (data, isBinary) => {
      if (!isBinary) this.#hear(browser, JSON.parse(String(data)));
    });
  }

  #hear(browser: WebSocket, said: Record<string, unknown>): unknown {
    const reply = (message: unknown) => browser.send(JSON.stringify(message));
    const channelID = String(said.channelID ?? '');
    switch (said.messageType) {
      case undefined:
        return reply({}); // a ping
      case 'hello': {
        const same = typeof said.uaid === 'string' && said.uaid === this.#uaid;
        if (!same) this.#uaid = randomBytes(16).toString('hex');
        reply({ messageType: 'hello', uaid: this.#uaid, status: 200, use_webpush: true, broadcasts: {} });
        this.#hellos += 1;
        for (const channel of this.#channels.values()) this.#flush(channel);
        return this.#wakeWaiters();
      }
      case 'register': {
        const token = randomBytes(24).toString('base64url');
        this.#channels.set(token, { id: channelID, token, stored: [] });
        const pushEndpoint = `${this.origin}/wpush/v2/${token}`;
        reply({ messageType: 'register', channelID, status: 200, pushEndpoint });
        this.endpointsSeen.push(pushEndpoint);
        return this.#wakeWaiters();
      }
      case 'unregister':
        for (const [token, channel] of this.#channels)
          if (channel.id === channelID) this.#channels.delete(token);
        return reply({ messageType: 'unregister', channelID, status: 200 });
      case 'ack':
        return this.#acknowledge(said.updates as { channelID: string; version: string; code: number }[]);
      case 'nack':
        this.nacks.push({ version: String(said.version), code: Number(said.code) });
        return this.#wakeWaiters();
      default:
        return undefined;
    }
  }

  #acknowledge(updates: { channelID: string; version: string; code: number }[]): void {
    for (const { channelID, version, code } of updates) {
      this.acks.push({ channelId: channelID, version, code });
      for (const channel of this.#channels.values())
        channel.stored = channel.stored.filter((one) => one.version !== version);
    }
    this.#wakeWaiters();
  }

  #flush(channel: Channel): void {
    if (this.#browser?.readyState !== 1) return;
    for (const { version, body } of channel.stored) {
      const message = {
        messageType: 'notification',
        channelID: channel.id,
        version,
        data: body.toString('base64url'),
        headers: { encoding: 'aes128gcm' },
      };
      this.#browser.send(JSON.stringify(message));
    }
  }

  #until(met: () => boolean, otherwise: string, timeout: number): Promise<void> {
    if (met()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${otherwise} within ${timeout} ms`)), timeout);
      this.#waiters.push({
        met,
        go: () => {
          clearTimeout(timer);
          resolve();
        },
      });
    });
  }

  #wakeWaiters(): void {
    for (const [index, waiter] of [...this.#waiters.entries()].reverse()) {
      if (!waiter.met()) continue;
      this.#waiters.splice(index, 1);
      waiter.go();
    }
  }
}

function serverFor(
  options: PushServiceOptions,
  pair: { key: string; cert: string } | null,
  handle: (request: Asked, response: Answering) => void,
) {
  if (!pair) return createServer(handle);
  if (options.http1Only) return createTlsServer(pair, handle);
  const settings = { maxConcurrentStreams: options.streams ?? 100 };
  return createSecureServer({ ...pair, allowHTTP1: true, settings }, handle);
}

/** A certificate for localhost and 127.0.0.1, made by openssl; good for two days. */
export function selfSigned(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'crier-cert-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const ask = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost';
  const names = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', cert];
  execFileSync('openssl', [...ask.split(' '), ...names], { stdio: 'ignore' });
  const pair = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true });
  return pair;
}

/** Decrypts a message the way a browser does; throws when it is not one for these keys. */
export function openBody(body: Buffer, pair: ECDH, auth: Buffer): string {
  if (body.readUInt32BE(16) < 18 || body[20] !== 65) throw new Error('not an aes128gcm header of Web Push');
  const salt = body.subarray(0, 16);
  const theirs = body.subarray(21, 86);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), theirs]);
  const ikm = Buffer.from(hkdfSync('sha256', pair.computeSecret(theirs), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12));
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(body.subarray(-16));
  const record = Buffer.concat([decipher.update(body.subarray(86, -16)), decipher.final()]);
  return record.subarray(0, record.lastIndexOf(2)).toString('utf8');
}

function doubtAbout(header: string, origin: string): string | null {
  const [, token = '', key = ''] = /^vapid t=([^,\s]+),\s*k=([\w-]+)$/.exec(header) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65) return 'no VAPID key';
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const publicKey = createPublicKey({
    key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' },
    format: 'jwk',
  });
  const bytes = Buffer.from(signature, 'base64url');
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    bytes,
  );
  if (!signed) return 'the VAPID signature is wrong';
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  if (aud !== origin) return 'aud is another origin';
  const left = exp - Date.now() / 1_000;
  if (!(left > 0 && left <= 24 * 3_600)) return 'exp is past or too far away';
  if (sub !== undefined && !/^(mailto:|https:)/.test(sub)) return 'sub is neither mailto: nor https:';
  return null;
}

function answer(
  response: Answering,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  if (response.destroyed || response.headersSent) return;
  const type = body === null ? {} : { 'content-type': 'application/json' };
  (response as ServerResponse).writeHead(status, { ...type, ...headers });
  response.end(body === null ? '' : JSON.stringify(body));
}

function breakOff(request: Asked): void {
  if ('stream' in request) request.stream.session?.destroy();
  else request.socket.destroy();
}

function sayGoodbye(request: Asked): void {
  if ('stream' in request) request.stream.session?.close();
  else request.socket.end();
}

async function readBody(request: Asked): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
