import { request as ask, createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { openPaper } from '../../tests/support/site-cast.ts';
import type { PageName } from '../newsroom.ts';
import type { Page } from './finish-page.ts';
import { openPageCache, type PageCache } from './page-cache.ts';

let newsroom: TestNewsroom;
let cache: PageCache;

beforeAll(async () => {
  newsroom = await openTestNewsroom();
});
afterAll(() => newsroom.close());
beforeEach(() => {
  cache = openPageCache(newsroom, { headers: { 'x-frame-options': 'DENY' }, most: 400_000 });
});
afterEach(() => cache.close());

const page = (body: string, shows: PageName[], more: Partial<Page> = {}): Page => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body,
  shows,
  ...more,
});
const bodyOf = async (key: string, make: () => Promise<Page | null>) =>
  (await cache.finished(key, make))?.plain.body.toString();
const touch = (...touched: PageName[]) => newsroom.bell.ring('pages', { touched });
const long = 'The ferry sails. '.repeat(100);

describe('the page cache keeps', () => {
  test('what is packed in as much memory as it says', async () => {
    const entry = await cache.finished('/', async () => page(long, ['front']));
    for (const { body } of [entry?.gzip, entry?.brotli].flatMap((form) => form ?? []))
      expect((body as Buffer).buffer.byteLength).toBe(body.length);
    expect(entry?.brotli?.body.length).toBeGreaterThan(0);
  });

  test('a page until something on it changes, and no longer', async () => {
    let made = 0;
    const make = async () => page(`${++made}`, ['front', 'story:a']);
    expect(await bodyOf('/', make)).toBe('1');
    expect(await bodyOf('/', make)).toBe('1');
    touch('story:b', 'section:x');
    expect(await bodyOf('/', make)).toBe('1');
    touch('story:a');
    expect(await bodyOf('/', make)).toBe('2');
    touch('everything');
    expect(await bodyOf('/', make)).toBe('3');
  });

  test('a page that is made ahead, so that whoever comes after a change is answered from memory', async () => {
    let made = 0;
    const make = async () => page(`${++made}`, ['front'], { ahead: true });
    await bodyOf('/', make);
    touch('front');
    await expect.poll(() => cache.size().entries).toBe(1);
    expect(await bodyOf('/', make)).toBe('2');
    touch('front');
    touch('front'); // while it is made: made once more, by itself
    await expect.poll(() => cache.size().entries).toBe(1);
    const last = await bodyOf('/', make);
    expect([last, made]).toEqual([String(made), made]);
    expect(made).toBeLessThanOrEqual(4);
    newsroom.clock.pass(11 * 60_000); // nobody came for so long
    touch('front');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([cache.size().entries, made]).toEqual([0, Number(last)]);
  });

  test('a page packed soon for its first reader and well for those after, the same page for all', async () => {
    const words = Array.from(
      { length: 400 },
      (_, at) => `The ferry of ${(at * 7_919) % 1_000} sails to ${(at * 31) % 97}. `,
    );
    const entry = await cache.finished('/packed', async () => page(words.join(''), ['front']));
    const lengths = () => entry?.brotli?.body.length ?? 0;
    const first = lengths();
    expect(lengths()).toBe(first);
    await expect.poll(lengths).toBeLessThan(first);
    const { body, headers } = entry?.brotli ?? { body: Buffer.alloc(0), headers: [] };
    expect(brotliDecompressSync(body).toString()).toBe(words.join(''));
    expect(headers[headers.indexOf('content-length') + 1]).toBe(String(body.length));
    expect(headers[headers.indexOf('etag') + 1]).toBe(entry?.etag);
    const beforeEdge = openPageCache(newsroom, { headers: {}, hasEdge: true });
    const once = await beforeEdge.finished('/packed', async () => page(words.join(''), ['front']));
    expect(once?.brotli?.body.length).toBe(body.length); // a cache in front asks once, and hands that on
    beforeEdge.close();
  });

  test('a page no longer than it says it is fresh', async () => {
    let made = 0;
    const make = async () => page(`${++made}`, [], { until: newsroom.clock.now() + 1_000 });
    await bodyOf('/', make);
    newsroom.clock.pass(999);
    expect(await bodyOf('/', make)).toBe('1');
    newsroom.clock.pass(1);
    expect(await bodyOf('/', make)).toBe('2');
  });

  test('nothing where there is no page', async () => {
    expect(await cache.finished('/nowhere', async () => null)).toBeNull();
    expect(cache.size()).toEqual({ entries: 0, bytes: 0 });
  });

  test('its bytes under its cap, letting go what was asked for longest ago', async () => {
    const body = (seed: number) =>
      Array.from({ length: 5_000 }, (_, at) => ((at * seed) % 7919).toString(36)).join('');
    for (let at = 1; at <= 30; at += 1) {
      await cache.finished(`/${at}`, async () => page(body(at), [`story:${at}`]));
      await cache.finished('/1', async () => page('made again', []));
    }
    expect(cache.size().bytes).toBeLessThanOrEqual(400_000);
    expect(await bodyOf('/1', async () => page('made again', []))).not.toBe('made again');
    expect(await bodyOf('/2', async () => page('made again', []))).toBe('made again');
  });
});

describe('while a page is being made', () => {
  test('all who ask wait for the one that is made', async () => {
    let made = 0;
    const make = async () => {
      made += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return page('once', ['front']);
    };
    const all = await Promise.all(Array.from({ length: 50 }, () => bodyOf('/', make)));
    expect(new Set(all)).toEqual(new Set(['once']));
    expect(made).toBe(1);
  });

  test('a change of what it shows keeps it from being kept, and who asks later gets the new one', async () => {
    let state = 'old';
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const first = bodyOf('/', async () => {
      const read = state;
      await held;
      return page(read, ['front']);
    });
    state = 'new';
    touch('front');
    const second = bodyOf('/', async () => page(state, ['front']));
    expect(await second).toBe('new');
    goOn();
    expect(await first).toBe('old');
    expect(await bodyOf('/', async () => page('made again', ['front']))).toBe('new');
  });

  test('a failure is told to all who wait, and the next one tries again', async () => {
    const fail = async () => {
      throw new Error('the store is away');
    };
    const both = await Promise.allSettled([cache.finished('/', fail), cache.finished('/', fail)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await bodyOf('/', async () => page('here', []))).toBe('here');
  });
});

describe('answers from memory', () => {
  const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const server = createServer((request, response) => {
      if (!cache.answerFromCache(request, response)) response.writeHead(599).end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>(
      (resolve, reject) => {
        ask({ port, path, headers, method, host: '127.0.0.1', agent: false }, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(parts),
            }),
          );
        })
          .on('error', reject)
          .end();
      },
    );
    await new Promise((resolve) => server.close(resolve));
    return answer;
  };

  test('carry the same text plain, gzipped and in brotli, with the security headers in each', async () => {
    await cache.finished('/a', async () => page(long, ['front']));
    const plain = await get('/a');
    const gzip = await get('/a', { 'accept-encoding': 'gzip, deflate' });
    const brotli = await get('/a', { 'accept-encoding': 'gzip, deflate, br' });
    const unwilling = await get('/a', { 'accept-encoding': 'br;q=0, gzip;q=0.5' });
    expect(plain.body.toString()).toBe(long);
    expect(gunzipSync(gzip.body).toString()).toBe(long);
    expect(brotliDecompressSync(brotli.body).toString()).toBe(long);
    expect(unwilling.headers['content-encoding']).toBe('gzip');
    for (const { headers } of [plain, gzip, brotli]) {
      expect(headers).toMatchObject({
        'x-frame-options': 'DENY',
        vary: 'accept-encoding',
        etag: plain.headers.etag,
      });
    }
  });

  test('are 304 for who has them, by mark or by date', async () => {
    await cache.finished('/a', async () => page(long, ['front']));
    const { etag = '', 'last-modified': changed = '' } = (await get('/a')).headers;
    for (const known of [
      { 'if-none-match': etag },
      { 'if-none-match': `"x", ${etag}` },
      { 'if-none-match': etag.replace('W/', '') }, // what proxies make of it that pack or unpack
      { 'if-none-match': `W/"x" , ${etag.replace('W/', '')}` },
      { 'if-none-match': ' * ' },
      { 'if-modified-since': changed },
    ]) {
      const again = await get('/a', known);
      expect([again.status, again.body.length]).toEqual([304, 0]);
      expect(again.headers['x-frame-options']).toBe('DENY');
    }
    expect((await get('/a', { 'if-none-match': '"other"', 'if-modified-since': changed })).status).toBe(200);
    const longer = `W/"x${etag.slice(3)}`;
    expect((await get('/a', { 'if-none-match': longer })).status).toBe(200);
  });

  test('to HEAD have no body and the length of one', async () => {
    await cache.finished('/a', async () => page(long, ['front']));
    const head = await get('/a', {}, 'HEAD');
    expect([head.body.length, head.headers['content-length']]).toEqual([0, String(long.length)]);
  });

  test('are for GET and HEAD of a page that is there, and leave all else to the router', async () => {
    await cache.finished('/a', async () => page(long, ['front']));
    expect((await get('/a', {}, 'POST')).status).toBe(599);
    expect((await get('/b')).status).toBe(599);
    expect((await get('/a?session=1')).status).toBe(599);
  });
});

describe('what a stranger asks for', () => {
  test('in other spellings of an address, or at places that no list gave out, is answered and not kept', async () => {
    const room = await openTestNewsroom();
    const paper = await openPaper(room);
    for (let at = 0; at < 25; at += 1)
      await paper.publish({ sectionId: paper.sections.city.id, copy: { headline: `Ferry number ${at}` } });
    const first = (await paper.get('/city')).body;
    const kept = paper.pageCache.size().entries;
    for (const spelling of ['/%63ity', '/c%69ty', '/%63%69%74%79', '/city?x=1']) {
      expect((await paper.get(spelling)).body, spelling).toBe(first);
      expect(paper.pageCache.size().entries, spelling).toBe(kept);
    }
    for (let at = 0; at < 50; at += 1)
      expect((await paper.get(`/city?before=${room.clock.now() - at}`)).statusCode).toBe(200);
    expect(paper.pageCache.size().entries).toBe(kept);
    const older = /href="(\/city\?before=[\w-]+)"/.exec(first)?.[1] ?? '';
    expect((await paper.get(older)).body).toContain('Ferry number 0');
    expect(paper.pageCache.size().entries).toBe(kept + 1);
    await paper.close();
    await room.close();
  });
});

describe('publication', () => {
  test('empties the pages that show the story and leaves the others', async () => {
    const room = await openTestNewsroom();
    const paper = await openPaper(room);
    const one = await paper.publish({ sectionId: paper.sections.city.id, copy: { headline: 'One' } });
    const all = [
      '/',
      '/city',
      '/sea',
      one.path,
      '/feed.rss',
      '/city/feed.atom',
      '/sea/feed.json',
      '/news-sitemap.xml',
    ];
    for (const path of all) await paper.get(path);
    const made: string[] = [];
    const { finished } = paper.pageCache;
    paper.pageCache.finished = (key, make) =>
      finished(key, async () => {
        made.push(key);
        return make();
      });
    await paper.publish({ sectionId: paper.sections.sea.id, copy: { headline: 'Two' } });
    for (const path of all) await paper.get(path);
    expect((await paper.get('/')).body).toContain('Two'); // which is made ahead, whoever asks
    const asked = made.filter((key) => key !== '/');
    expect(asked).toEqual(['/sea', '/feed.rss', '/sea/feed.json', '/news-sitemap.xml']);
    await paper.close();
    await room.close();
  });

  test('a query that a page does not know makes no page of its own', async () => {
    const room = await openTestNewsroom();
    const paper = await openPaper(room);
    await paper.get('/');
    const { entries } = paper.pageCache.size();
    for (const query of ['?utm_source=x', '?fbclid=1', '?before=x', '?a=1&b=2']) {
      expect((await paper.get(`/${query}`)).statusCode).toBe(200);
    }
    expect(paper.pageCache.size().entries).toBe(entries);
    await paper.close();
    await room.close();
  });
});
