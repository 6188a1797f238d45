/** A post from elsewhere, asked of servers that are right, lie, are slow, huge, or lead inside. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { wordsOfRuns } from '../kit/body-shape.ts';
import { safeBlocks, safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { askElsewhere } from './ask-elsewhere.ts';
import { getMedia } from './library.ts';
import { oembedRequest } from './oembed-servers.ts';
import { readOembed, readPageWords } from './read-elsewhere.ts';

const page = (head: string) =>
  `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>x<svg><title>Icon</title></svg></body></html>`;
const html = (body: string | Buffer, type = 'text/html'): RequestListener => {
  return (_, reply) => reply.setHeader('content-type', type).end(body);
};

onEachEngine('a post from elsewhere', (open) => {
  let server: Server;
  let host: string;
  let asked: string[] = [];
  let picture: Buffer;
  const oembedOf = (path: string) =>
    `<link rel="alternate" type="application/json+oembed" href="/oembed?url=${encodeURIComponent(path)}">`;
  const answers: Record<string, RequestListener> = {
    '/film': html(page(`<title>Film – The Site</title>${oembedOf('/film')}`)),
    '/oembed?url=%2Ffilm': html(
      JSON.stringify({
        version: '1.0',
        type: 'video',
        title: 'The ferry&#8217;s launch \u202e & <b>more</b>',
        author_name: 'Harbour Films',
        provider_name: 'Seefilme',
        thumbnail_url: '/still.png',
        html: '<iframe src="https://evil.example/"></iframe><script>alert(1)</script>',
      }),
      'application/json',
    ),
    '/graph': html(
      page(`<meta property="og:title" content="Sail &amp; steam"><meta property="og:site_name" content="Port Log">
        <meta property="og:image" content="still.png"><meta name="author" content="M. Lind">`),
    ),
    '/cyrillic': html(
      Buffer.concat([
        Buffer.from('<html><head><title>'),
        Buffer.from([0xcf, 0xee, 0xf0, 0xf2]), // «Порт» in windows-1251
        Buffer.from('</title></head></html>'),
      ]),
      'text/html; charset=windows-1251',
    ),
    '/inside': (_, reply) => reply.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
    '/picture-inside': html(page('<title>A post</title><meta property="og:image" content="/inside">')),
    '/picture-lies': html(page('<title>A post</title><meta property="og:image" content="/lies.jpg">')),
    '/picture-script': html(
      page('<title>A post</title><meta property="og:image" content="javascript:alert(1)">'),
    ),
    '/lies.jpg': html('<html>Sign in</html>', 'image/jpeg'),
    '/oembed-lies': html(
      page('<title>A post</title><link rel="alternate" type="application/json+oembed" href="/lies.jpg">'),
    ),
    '/is-picture': (_, reply) => reply.setHeader('content-type', 'text/html').end(picture),
    '/still.png': (_, reply) => reply.setHeader('content-type', 'image/png').end(picture),
    '/empty': html(''),
    '/gone': (_, reply) => reply.writeHead(404).end('gone'),
    '/silent': () => {},
    '/drip': (_, reply) => {
      const drip = setInterval(() => reply.write('<p>'), 20);
      reply.on('close', () => clearInterval(drip));
    },
    '/huge': (_, reply) => {
      const pour = (): void => {
        while (!reply.destroyed && reply.write(Buffer.alloc(65_536, 120)));
      };
      reply.on('drain', pour);
      pour();
    },
  };

  beforeAll(async () => {
    const background = { r: 20, g: 90, b: 160 };
    picture = await sharp({ create: { width: 640, height: 360, channels: 3, background } })
      .png()
      .toBuffer();
    server = createServer((request, reply) => {
      asked.push(request.url ?? '');
      (answers[request.url ?? ''] ?? answers['/gone'])?.(request, reply);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const ask = (path: string, ms = 5_000) => {
    const newsroom = { ...open(), settings: { ...open().settings, trustedHosts: [host] } };
    return askElsewhere(newsroom, { address: `http://${host}${path}`, ms, by });
  };
  const refusal = (path: string, ms?: number) =>
    ask(path, ms).then(
      () => null,
      ({ code, words }) => ({ code, words }),
    );

  it('is known by what its oEmbed server says, whose still is in the library and whose HTML is nowhere', async () => {
    const { block, withoutStill } = await ask('/film');
    expect({ ...block, title: wordsOfRuns(block.title) }).toMatchObject({
      href: `http://${host}/film`,
      title: 'The ferry’s launch & <b>more</b>',
      author: 'Harbour Films',
      site: 'Seefilme',
    });
    expect(withoutStill).toBeNull();
    expect(await getMedia(open(), block.still ?? '')).toMatchObject({
      width: 640,
      credit: 'Harbour Films / Seefilme',
    });
    const body = safeBlocks([block]);
    expect(body).not.toMatch(/iframe|script|evil/);
    expect(safeBody(body)).toBe(body);
  });

  it('is known by its page alone, where that says enough; nobody is asked twice', async () => {
    const { block } = await ask('/graph');
    expect([wordsOfRuns(block.title), block.author, block.site]).toEqual([
      'Sail & steam',
      'M. Lind',
      'Port Log',
    ]);
    expect(block.still).not.toBeNull();
    expect(asked).toEqual(['/graph', '/still.png']);
  });

  it('is read in the letters in which it is written', async () => {
    expect(wordsOfRuns((await ask('/cyrillic')).block.title)).toBe('Порт');
  });

  it.each([
    ['a picture that leads inside', '/picture-inside', 'not on the public internet'],
    ['a picture that is a page', '/picture-lies', 'not a picture'],
  ])('with %s comes without it, and says so', async (_, path, words) => {
    const { block, withoutStill } = await ask(path);
    expect([wordsOfRuns(block.title), block.still]).toEqual(['A post', null]);
    expect(withoutStill).toContain(words);
  });

  it('whose picture is a script, or whose oEmbed lies, is what its page says', async () => {
    for (const path of ['/picture-script', '/oembed-lies']) {
      const { block } = await ask(path);
      expect([wordsOfRuns(block.title), block.still]).toEqual(['A post', null]);
    }
  });

  it.each([
    ['that leads inside', '/inside', 'not on the public internet'],
    ['that is a picture and says it is a page', '/is-picture', 'no page'],
    ['that says nothing', '/empty', 'Nothing is said there'],
    ['that is gone', '/gone', 'answers with 404'],
    ['that never ends', '/huge', 'larger than 5 MB'],
    ['that never answers', '/silent', 'took too long', 300],
    ['that drips', '/drip', 'took too long', 300],
  ])('%s is refused in words, and can be typed', async (_, path, words, ms?: number) => {
    expect(await refusal(path, ms)).toEqual({
      code: 'embed-not-read',
      words: expect.stringMatching(new RegExp(`${words}.* can be typed`)),
    });
  });

  it('has an address of the web', async () => {
    for (const address of ['', 'javascript:alert(1)', 'file:///etc/passwd', 'name@post.example', 'a b'])
      await expect(askElsewhere(open(), { address, by })).rejects.toMatchObject({ code: 'form-incomplete' });
    await expect(askElsewhere(open(), { address: 'http://127.0.0.1:1/', by })).rejects.toMatchObject({
      code: 'embed-not-read',
    });
  });
});

describe('what is said elsewhere', () => {
  const answer = (text: string, contentType: string | null = 'text/html') => {
    return { bytes: Buffer.from(text), contentType, address: 'https://site.example/a/' };
  };

  it('of a post without a title is its first quoted words, as text', () => {
    const said = readOembed(
      answer(
        JSON.stringify({
          author_name: 'Port of Lind',
          html: '<blockquote><p lang="en">We are <a href="x">open</a>.<br>All day</p>&mdash; Port</blockquote><script src="x"></script>',
        }),
      ),
    );
    expect(said).toMatchObject({ title: 'We are open. All day', author: 'Port of Lind', picture: null });
  });

  it('is nothing where the answer is none of an oEmbed server', () => {
    for (const text of ['', '[]', 'null', '"x"', '{"error":"no"}', '<html>', '{"title":7}', '{"title":'])
      expect(readOembed(answer(text))).toBeNull();
    expect(readPageWords(answer('GIF89a', 'image/gif'))).toBeNull();
  });

  it('is cut to a line, and turns no direction of what stands after it', () => {
    const said = readPageWords(answer(`<title>a\u202e\n\tb\u0000</title>`.replace('\u0000', '\u0007')));
    expect(said?.title).toBe('a b');
    expect([...(readPageWords(answer(`<title>${'語'.repeat(900)}</title>`))?.title ?? '')]).toHaveLength(300);
  });

  it('of Telegram is the post and whose it is', () => {
    const post =
      '<meta property="og:title" content="The Port"><meta property="og:description" content="Open.">';
    const said = readPageWords({ ...answer(post), address: 'https://t.me/port/7' });
    expect(said).toMatchObject({ title: 'Open.', author: 'The Port' });
  });

  it('is asked of the servers that are known', () => {
    expect(oembedRequest('https://www.youtube.com/watch?v=abc&t=1')).toBe(
      'https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Dabc%26t%3D1',
    );
    expect(oembedRequest('https://notyoutube.com/x')).toBeNull();
    expect(oembedRequest('no address')).toBeNull();
  });
});
