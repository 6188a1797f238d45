import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fetching, guardedFetch } from './guarded-fetch.ts';
import { isPublicAddress } from './public-address.ts';

const BOMB = gzipSync(Buffer.alloc(40_000_000));
let server: Server;
let here: string;
let requests: { url: string; headers: NodeJS.Dict<string | string[]> }[] = [];

const answers: Record<string, RequestListener> = {
  '/plain': (_, reply) => reply.setHeader('etag', '"a').end('hello'),
  '/gzip': (_, reply) => reply.setHeader('content-encoding', 'gzip').end(gzipSync('hello')),
  '/gzip-cut': (_, reply) =>
    reply
      .setHeader('content-encoding', 'gzip')
      .end(gzipSync(Buffer.from('hello '.repeat(5_000))).subarray(0, -9)),
  '/br': (_, reply) => reply.setHeader('content-encoding', 'br').end(brotliCompressSync('hello')),
  '/deflate': (_, reply) => reply.setHeader('content-encoding', 'deflate').end(deflateSync('hello')),
  '/deflate-raw': (_, reply) => reply.setHeader('content-encoding', 'deflate').end(deflateRawSync('hello')),
  '/not-gzip': (_, reply) => reply.setHeader('content-encoding', 'gzip').end('hello'),
  '/odd': (_, reply) => reply.setHeader('content-encoding', 'sdch').end('hello'),
  '/bomb': (_, reply) => reply.setHeader('content-encoding', 'gzip').end(BOMB),
  '/bomb-bomb': (_, reply) => reply.setHeader('content-encoding', 'gzip, gzip').end(gzipSync(BOMB)),
  '/says-huge': (_, reply) => reply.setHeader('content-length', '900000000').write('x'),
  '/drip': (_, reply) => {
    const drip = setInterval(() => reply.write('x'), 20);
    reply.on('close', () => clearInterval(drip));
  },
  '/endless': (_, reply) => {
    const pour = (): void => {
      while (!reply.destroyed && reply.write(Buffer.alloc(65_536, 120)));
    };
    reply.on('drain', pour);
    pour();
  },
  '/silent': () => {},
  '/moved': (_, reply) => reply.writeHead(301, { location: '/moved-again' }).end(),
  '/moved-again': (_, reply) => reply.writeHead(308, { location: '/for-now' }).end(),
  '/for-now': (_, reply) => reply.writeHead(302, { location: '/plain' }).end(),
  '/round': (_, reply) => reply.writeHead(302, { location: '/round' }).end(),
  '/to-metadata': (_, reply) => reply.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/to-loopback': (_, reply) => reply.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  '/to-loopback-6': (_, reply) => reply.writeHead(302, { location: 'http://[::1]:1/' }).end(),
  '/to-decimal': (_, reply) => reply.writeHead(302, { location: 'http://2130706433:1/' }).end(),
  '/to-file': (_, reply) => reply.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-secret': (_, reply) => reply.writeHead(302, { location: 'http://a:b@post.example/' }).end(),
  '/hang-up': (request) => request.socket.destroy(),
  '/gone': (_, reply) => reply.writeHead(410).end(),
};

beforeAll(async () => {
  server = createServer((request, reply) => {
    requests.push({ url: request.url ?? '', headers: request.headers });
    (answers[request.url ?? ''] ?? (() => reply.writeHead(404).end()))(request, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  here = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function get(path: string, more: Partial<Fetching> = {}) {
  return guardedFetch({
    address: `http://${here}${path}`,
    trustedHosts: [here],
    newsroomAddress: 'https://post.example',
    ...more,
  });
}

describe('a guarded fetch', () => {
  it.each(['/plain', '/gzip', '/br', '/deflate', '/deflate-raw'])('reads %s', async (path) => {
    const got = await get(path);
    expect(got).toMatchObject({ ok: true, status: 200, finalUrl: `http://${here}${path}` });
    expect(got.ok && Buffer.from(got.bytes).toString()).toBe('hello');
  });

  it('says who asks, and sends validators as they were given', async () => {
    requests = [];
    await get('/plain', { headers: { 'if-none-match': '"a', 'if-modified-since': 'yesterday-ish' } });
    expect(requests[0]?.headers).toMatchObject({
      'user-agent': expect.stringContaining('https://post.example'),
      'if-none-match': '"a',
      'if-modified-since': 'yesterday-ish',
    });
  });

  it('gives what arrived of an answer that was cut off', async () => {
    const got = await get('/gzip-cut');
    expect(got.ok && Buffer.from(got.bytes).toString()).toMatch(/^hello hello/);
  });

  it('follows redirects and tells where the address has moved for good', async () => {
    expect(await get('/moved')).toMatchObject({
      ok: true,
      finalUrl: `http://${here}/plain`,
      permanentlyMovedTo: `http://${here}/for-now`,
    });
    expect(await get('/for-now')).not.toHaveProperty('permanentlyMovedTo');
  });

  it('passes on a refusal of the server as an answer', async () => {
    expect(await get('/gone')).toMatchObject({ ok: true, status: 410 });
  });

  const brief = { totalMs: 300, firstByteMs: 200 };
  it.each<[string, string, string, Partial<Fetching>?]>([
    ['a bomb', '/bomb', 'too-large'],
    ['a bomb in a bomb', '/bomb-bomb', 'too-large'],
    ['an endless body', '/endless', 'too-large'],
    ['a body that says it is huge', '/says-huge', 'too-large'],
    ['a slow drip', '/drip', 'timed-out', { limits: brief }],
    ['silence', '/silent', 'timed-out', { limits: brief }],
    ['redirects in a circle', '/round', 'too-many-redirects'],
    ['a redirect to the metadata service', '/to-metadata', 'refused-address'],
    ['a redirect to another port here', '/to-loopback', 'refused-address'],
    ['a redirect to the v6 loopback', '/to-loopback-6', 'refused-address'],
    ['a redirect to a loopback in decimal', '/to-decimal', 'refused-address'],
    ['a redirect to a file', '/to-file', 'bad-address'],
    ['a redirect with a password', '/to-secret', 'bad-address'],
    ['a body that is not what it says', '/not-gzip', 'broken-answer'],
    ['an encoding nobody knows', '/odd', 'broken-answer'],
    ['a server that hangs up', '/hang-up', 'broken-answer'],
  ])('ends %s with a reason', async (_, path, why, more = {}) => {
    const begun = performance.now();
    expect(await get(path, more)).toMatchObject({
      ok: false,
      why,
      words: expect.stringMatching(/^[A-Z].*\.$/),
    });
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it.each([
    ['http://127.0.0.1/', 'refused-address'],
    ['http://localhost/', 'refused-address'],
    ['http://0x7f.1/', 'refused-address'],
    ['http://[::ffff:127.0.0.1]/', 'refused-address'],
    ['http://[fd00::1]/', 'refused-address'],
    ['http://10.1.2.3/', 'refused-address'],
    ['http://100.64.0.1/', 'refused-address'],
    ['http://nowhere.invalid/', 'name-unknown'],
    ['ftp://post.example/', 'bad-address'],
    ['not an address', 'bad-address'],
  ])('refuses %s', async (address, why) => {
    expect(await get('', { address, trustedHosts: [] })).toMatchObject({ ok: false, why });
  });

  it('refuses a name that resolves inside, also when only the second answer does', async () => {
    const inside = [{ address: '192.168.1.1', family: 4 }];
    const address = 'http://rebound.example/';
    expect(await get('', { address, resolve: async () => inside })).toMatchObject({ why: 'refused-address' });
    let asked = 0;
    const turning = async () => (asked++ === 0 ? [{ address: '203.0.114.1', family: 4 }] : inside);
    await get('', { address, resolve: turning, limits: { connectMs: 50, totalMs: 100 } });
    expect(await get('', { address, resolve: turning })).toMatchObject({ why: 'refused-address' });
  });

  it('connects to a trusted name only on its own port', async () => {
    const port = here.split(':')[1];
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const address = `http://wire.example:${port}/plain`;
    expect(await get('', { address, resolve, trustedHosts: [`wire.example:${port}`] })).toMatchObject({
      ok: true,
    });
    expect(await get('', { address, resolve, trustedHosts: ['wire.example:1'] })).toMatchObject({
      why: 'refused-address',
    });
  });
});

describe('a public address', () => {
  it.each(['8.8.8.8', '2001:4860:4860::8888', '64:ff9b::808:808', '2001:4860::5efe:8.8.8.8'])(
    '%s is one',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '2001:db8::1',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::7f00:1',
    '::127.0.0.1',
    '::10.0.0.1',
    '::8.8.8.8',
    '::ffff:0:10.0.0.1',
    '2002:a00:1::1',
    '2001:0:53aa:64c:0:0:f5ff:fffe',
    '2600:1::5efe:10.0.0.1',
    '2600:1::200:5efe:169.254.169.254',
    'fec0::1',
    '100::1',
    '3fff::1',
    '4000::1',
    '5f00::1',
    'post.example',
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
