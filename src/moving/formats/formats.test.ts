/** Ghost, WordPress by its REST interface, Disqus, Coral and lists: what each brings, and what is refused in words. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf, movePlaces, moveTexts } from '../../../tests/support/moving.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { wxr } from '../../../tests/support/wxr.ts';
import { listForStory } from '../../replies/read-replies.ts';
import { findPublished, type PublishedStory } from '../../stories/read.ts';
import { ghostText } from './ghost-editors.ts';
import { openSources } from './which.ts';

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await openTestNewsroom();
});
afterAll(() => newsroom.close());

async function storyAt(path: string): Promise<PublishedStory> {
  const [, sectionSlug = '', slug = ''] = path.split('/');
  const found = await findPublished(newsroom, { sectionSlug, slug });
  if (found?.kind !== 'story') throw new Error(`no story at ${path}`);
  return found.story;
}

const ghost = (posts: object[], more: object = {}) =>
  JSON.stringify({
    db: [
      {
        meta: { exported_on: 1_600_000_000_000, version: '5.0.0' },
        data: {
          posts,
          users: [
            { id: 'u1', slug: 'nikos', name: 'Nikos Papas', email: 'nikos@old.example', bio: 'Writes.' },
          ],
          tags: [
            { id: 't1', slug: 'harbour', name: 'Harbour' },
            { id: 't2', slug: 'hash-own', name: '#own', visibility: 'internal' },
            { id: 't3', slug: 'ships', name: 'Ships' },
          ],
          posts_tags: [
            { post_id: 'p1', tag_id: 't3', sort_order: 2 },
            { post_id: 'p1', tag_id: 't1', sort_order: 0 },
            { post_id: 'p1', tag_id: 't2', sort_order: 1 },
          ],
          posts_authors: [{ post_id: 'p1', author_id: 'u1', sort_order: 0 }],
          settings: [{ key: 'title', value: 'The Old Quay' }],
          ...more,
        },
      },
    ],
  });

describe('a Ghost export', () => {
  test('brings posts with their tags, authors and words, and keeps who wanted letters sealed', async () => {
    const text = ghost(
      [
        {
          id: 'p1',
          slug: 'a-ship-came',
          title: 'A ship came',
          html: '<p>It was <a href="__GHOST_URL__/second/">late</a>.</p>',
          status: 'published',
          published_at: '2021-03-01T08:00:00.000Z',
          updated_at: '2021-03-02T08:00:00.000Z',
          custom_excerpt: 'Late, and safe.',
          canonical_url: 'https://agency.example/ship',
          visibility: 'public',
          comment_id: 'c1',
        },
        {
          id: 'p2',
          slug: 'second',
          title: 'Second',
          html: '<p>Two.</p>',
          status: 'published',
          published_at: '2021-01-01T00:00:00Z',
        },
        {
          id: 'p3',
          slug: 'mail',
          title: 'Mail',
          html: '<p>Three.</p>',
          status: 'sent',
          published_at: '2021-01-01T00:00:00Z',
        },
      ],
      {
        members: [
          { email: 'Reader@Post.example', name: 'Rea', subscribed: true, created_at: '2020-01-01T00:00:00Z' },
          { email: 'no@post.example', subscribed: false },
        ],
      },
    );
    const report = await moveTexts(newsroom, [text], { from: 'https://quay.example' });
    expect(report.from).toBe('Ghost at quay.example');
    const story = await storyAt('/harbour/a-ship-came');
    expect(story).toMatchObject({
      dek: 'Late, and safe.',
      byline: 'Nikos Papas',
      firstPublishedAt: Date.UTC(2021, 2, 1, 8),
      bodyHtml: `<p>It was <a href="${newsroom.settings.address}/news/second" rel="noopener">late</a>.</p>`,
    });
    expect(story.topics.map(({ name }) => name)).toEqual(['Ships']);
    expect(codesOf(report)).toEqual(['read-it-over', 'read-it-over']);
    const letters = await newsroom.store.selectFrom('letter_readers').selectAll().execute();
    expect(letters).toHaveLength(1);
    expect(newsroom.seal.open('letter-address', letters[0]!.address_sealed)).toBe('reader@post.example');
    expect(JSON.stringify(letters)).not.toContain('post.example');
  });

  test('lays nothing open that members alone read', async () => {
    const post = (id: string, visibility: string, status = 'published') => ({
      ...{ id, slug: `post-${id}`, title: `Post ${id}`, html: '<p>Paid for.</p>', status, visibility },
      published_at: '2021-01-01T00:00:00Z',
    });
    const posts = [
      post('m1', 'paid'),
      post('m2', 'members'),
      post('m3', 'tiers', 'scheduled'),
      post('m4', 'paid', 'draft'),
    ];
    const report = await moveTexts(newsroom, [ghost([...posts, post('m5', 'public')])], {
      from: 'https://members.example',
    });
    const rows = await newsroom.store
      .selectFrom('stories')
      .select(['slug', 'status'])
      .where('slug', 'like', 'post-m%')
      .orderBy('slug')
      .execute();
    expect(rows.map(({ status }) => status)).toEqual(['draft', 'draft', 'draft', 'draft', 'published']);
    const words = JSON.stringify(report.doubts);
    for (const readers of ['paying members', 'members', 'members of some tiers'])
      expect(words).toContain(`It was for ${readers} only there: a draft here`);
  });

  test.each([
    [
      'the new editor',
      null,
      {
        root: {
          type: 'root',
          children: [
            { type: 'heading', tag: 'h2', children: [{ type: 'extended-text', text: 'Fog', format: 0 }] },
            {
              type: 'paragraph',
              children: [
                { type: 'text', text: 'Thick', format: 3 },
                { type: 'linebreak' },
                {
                  type: 'link',
                  url: 'https://x.example/a?b=1&c=2',
                  children: [{ type: 'text', text: '<more>', format: 0 }],
                },
              ],
            },
            {
              type: 'list',
              listType: 'number',
              start: 3,
              children: [{ type: 'listitem', children: [{ type: 'text', text: 'three' }] }],
            },
            { type: 'image', src: 'https://x.example/p.jpg', alt: 'A "ship"', caption: 'In port' },
            { type: 'paywall' },
            { type: 'mystery' },
          ],
        },
      },
      '<h2>Fog</h2><p><em><strong>Thick</strong></em><br><a href="https://x.example/a?b=1&amp;c=2">&lt;more&gt;</a></p><ol start="3"><li>three</li></ol><figure><img src="https://x.example/p.jpg" alt="A &quot;ship&quot;"><figcaption>In port</figcaption></figure><p>[mystery]</p>',
      ['mystery'],
    ],
    [
      'the old editor',
      {
        version: '0.3.1',
        atoms: [['soft-return', '', {}]],
        cards: [
          ['embed', { url: 'https://film.example/1' }],
          ['odd', {}],
        ],
        markups: [['strong'], ['a', ['href', 'https://x.example']]],
        sections: [
          [
            1,
            'p',
            [
              [0, [], 0, 'One '],
              [0, [0, 1], 1, 'two'],
              [1, [], 1, 0],
              [0, [], 0, 'three'],
            ],
          ],
          [10, 0],
          [10, 1],
          [3, 'ul', [[[0, [], 0, 'item']]]],
        ],
      },
      null,
      '<p>One <strong><a href="https://x.example">two</a><br></strong>three</p>\n\n<p><a href="https://film.example/1">https://film.example/1</a></p>\n\n<p>[odd]</p><ul><li>item</li></ul>',
      ['odd'],
    ],
  ])('of which only %s knows the text is read from there', (_name, mobiledoc, lexical, html, unknown) => {
    const read = ghostText(mobiledoc && JSON.stringify(mobiledoc), lexical && JSON.stringify(lexical));
    expect(read).toEqual({ html, unknown });
  });
});

describe('replies of elsewhere', () => {
  test('come from Disqus by the addresses of their pages, in threads', async () => {
    await moveTexts(newsroom, [wxr([{ id: 900, slug: 'talked-about' }])]);
    const disqus = `<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="1"><forum>old</forum></category>
<thread dsq:id="10"><id>x</id><forum>old</forum><link>http://old.example/2019/05/talked-about/?utm=1</link><title>T</title></thread>
<post dsq:id="101"><id></id><message><![CDATA[<p>First &amp; foremost</p>]]></message><createdAt>2019-06-01T10:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Zoe</name><email>zoe@r.example</email></author><thread dsq:id="10"/></post>
<post dsq:id="102"><message>Answer</message><createdAt>2019-06-01T11:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><username>yan</username></author><thread dsq:id="10"/><parent dsq:id="101"/></post>
<post dsq:id="103"><message>Spam</message><createdAt>2019-06-01T11:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>true</isSpam><author><name>S</name></author><thread dsq:id="10"/></post>
</disqus>`;
    const report = await moveTexts(newsroom, [disqus]);
    await moveTexts(newsroom, [disqus]);
    expect(report.survey.counts.get('spam')).toBe(1);
    const { storyId } = await storyAt('/news/talked-about');
    const replies = await listForStory(newsroom, storyId);
    expect(replies.map(({ name, body, answers }) => [name, body, answers.map((one) => one.name)])).toEqual([
      ['Zoe', 'First & foremost', ['yan']],
    ]);
  });

  test('come from Coral’s collections, whichever file comes first', async () => {
    await moveTexts(newsroom, [wxr([{ id: 901, slug: 'coral-reef' }])]);
    const comments = [
      {
        id: 'c1',
        storyID: 's1',
        authorID: 'u1',
        status: 'APPROVED',
        createdAt: { $date: '2020-02-01T10:00:00Z' },
        revisions: [{ body: 'old' }, { body: 'Good <b>piece</b>' }],
      },
      {
        id: 'c2',
        storyID: 's1',
        authorID: 'u1',
        parentID: 'c1',
        status: 'REJECTED',
        createdAt: '2020-02-01T10:00:00Z',
        revisions: [{ body: 'rude' }],
      },
    ];
    const lines = comments.map((one) => JSON.stringify(one)).join('\n');
    const stories = JSON.stringify([
      { id: 's1', url: 'https://old.example/2019/05/coral-reef/', metadata: { title: 'x' } },
    ]);
    const users = JSON.stringify([{ id: 'u1', username: 'Iris', email: 'iris@r.example' }]);
    await moveTexts(newsroom, [lines, users, stories]);
    const { storyId } = await storyAt('/news/coral-reef');
    expect((await listForStory(newsroom, storyId)).map(({ name, body }) => [name, body])).toEqual([
      ['Iris', 'Good piece'],
    ]);
  });
});

describe('a WordPress site that is asked', () => {
  const post = (id: number) => ({
    id,
    date: '2018-04-05T12:00:00',
    date_gmt: '2018-04-05T09:00:00',
    modified_gmt: '2018-04-05T09:00:00',
    slug: `rest-${id}`,
    status: 'publish',
    type: 'post',
    link: `https://rest.example/rest-${id}/`,
    guid: { rendered: `https://rest.example/?p=${id}` },
    title: { rendered: `Rest &#8217; ${id}` },
    content: { rendered: '<p>Words</p>', protected: false },
    excerpt: { rendered: '<p>Cut from the text [&hellip;]</p>' },
    _embedded: {
      author: [{ id: 3, name: 'Rita', slug: 'rita' }],
      'wp:term': [[{ id: 4, name: 'Ports', slug: 'ports', taxonomy: 'category' }], []],
    },
  });

  async function site(answer: (path: URL, reply: ServerResponse, asked: number) => void) {
    let asked = 0;
    const server = createServer((request, reply) => {
      asked += 1;
      answer(new URL(request.url ?? '/', 'http://x'), reply, asked);
    }).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const { port } = server.address() as AddressInfo;
    newsroom.settings.trustedHosts.push(`127.0.0.1:${port}`);
    return { address: `http://127.0.0.1:${port}`, end: () => server.close(), asked: () => asked };
  }
  const json = (reply: ServerResponse, value: unknown, status = 200, headers = {}) =>
    reply.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  const root = (reply: ServerResponse) =>
    json(reply, { name: 'Rest', home: 'https://rest.example', namespaces: ['wp/v2'] });

  test('gives its posts page by page, is left alone when it is busy, and is asked once', async () => {
    const { address, end, asked } = await site((path, reply, number) => {
      if (path.pathname === '/wp-json/') root(reply);
      else if (number % 3 === 0) json(reply, {}, 503);
      else if (/\/(?:users|media|tags|categories)$/.test(path.pathname))
        json(reply, { code: 'rest_forbidden' }, 401);
      else if (path.pathname.endsWith('/posts')) {
        const page = Number(path.searchParams.get('page'));
        json(
          reply,
          page === 1
            ? [post(1), post(2)]
            : page === 2
              ? [post(3)]
              : { code: 'rest_post_invalid_page_number' },
          page > 2 ? 400 : 200,
        );
      } else json(reply, []);
    });
    const report = await movePlaces(newsroom, [address]);
    const before = asked();
    expect(report.counts.get('taken in')).toBe(3);
    expect(before).toBeLessThan(30);
    expect(await storyAt('/ports/rest-3')).toMatchObject({ headline: 'Rest ’ 3', byline: 'Rita', dek: '' });
    end();
  });

  test('that lies about its pages, or closes the door half-way, is said and does not go on for ever', async () => {
    const liar = await site((path, reply) => {
      if (path.pathname === '/wp-json/') root(reply);
      else
        json(reply, path.pathname.endsWith('/posts') ? [post(1)] : [], 200, { 'x-wp-totalpages': '99999' });
    });
    expect((await movePlaces(newsroom, [liar.address])).survey.broken).toEqual([]);
    liar.end();
    const closing = await site((path, reply) => {
      if (path.pathname === '/wp-json/') root(reply);
      else if (path.pathname.endsWith('/posts') && path.searchParams.get('page') === '1')
        json(reply, [post(7)]);
      else if (path.pathname.endsWith('/posts')) json(reply, {}, 403);
      else json(reply, []);
    });
    const report = await movePlaces(newsroom, [closing.address]);
    closing.end();
    expect(report.survey.broken.map(({ words }) => words)).toEqual([
      expect.stringContaining('may not be asked (403)'),
    ]);
    expect(await storyAt('/ports/rest-7')).toBeTruthy();
    const page = await site((_path, reply) =>
      reply.writeHead(200, { 'content-type': 'text/html' }).end('<html>Hello'),
    );
    const none = await movePlaces(newsroom, [page.address]);
    page.end();
    expect(none.survey.broken[0]?.words).toContain('No WordPress was found there');
  });
});

describe('what is given', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crier-given-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const saidOf = async (name: string, bytes: string | Uint8Array): Promise<string> => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const { problems } = await openSources([path], { settings: newsroom.settings, from: null });
    return problems.map(({ words }) => words).join(' ');
  };

  test.each([
    ['an empty file', '', 'It is empty.'],
    ['a page', '<!DOCTYPE html><html><body>Log in', 'This is a web page'],
    ['a feed', '<rss version="2.0"><channel><item/></channel></rss>', 'This is a feed'],
    ['a dump', '-- MySQL dump\nCREATE TABLE wp_posts', 'This is a dump of a database'],
    ['an archive', 'PK\u0003\u0004xxxx', 'This is a zip archive'],
    ['anything else', 'Dear editor,', 'Nothing in it is known'],
  ])('is refused in words where it is %s', async (name, text, words) => {
    expect(await saidOf(name, text)).toContain(words);
  });

  test('may be packed, and a packed file that is cut off is said', async () => {
    const packed = gzipSync(
      wxr([{ id: 950, slug: 'packed', html: `<p>${'Long words. '.repeat(20_000)}</p>` }]),
    );
    expect((await moveTexts(newsroom, [packed])).counts.get('taken in')).toBe(1);
    const report = await moveTexts(newsroom, [packed.subarray(0, packed.length - 20)]);
    expect(report.survey.broken[0]?.words).toContain('cut off');
  });
});

const CORPORA = '../shared/corpora/exports';
const real = (() => {
  try {
    return readdirSync(CORPORA);
  } catch {
    return []; // the corpora are not on this machine
  }
})();

describe.skipIf(real.length === 0)(
  'real exports of the corpora (skipped where those are not at hand)',
  () => {
    test.each([
      ['wordpress-theme-test-data/themeunittestdata.wordpress.xml', 79],
      ['tryghost-migrate/wp-xml/sample.xml', 4],
      ['tryghost-migrate/ghost.json', 3],
      ['tryghost-migrate/ghost-posts.json', 1],
      ['tryghost-migrate/wp-api/single-post.json', 1],
      ['tryghost-migrate/wp-api/co-authors-post.json', 1],
      ['../agencies/superdesk-core/tests/io/fixtures/wordpress_wxr.xml', 3],
      ['../agencies/superdesk-core/tests/io/fixtures/wordpress_wxr_funke.xml', 1],
    ])('%s comes whole, and a second time nothing does', async (path, count) => {
      const fresh = await openTestNewsroom();
      try {
        const places = [join(CORPORA, path)];
        expect((await movePlaces(fresh, places)).counts.get('taken in')).toBe(count);
        const again = await movePlaces(fresh, places);
        expect([
          again.counts.get('taken in'),
          again.counts.get('changed'),
          again.counts.get('the same'),
        ]).toEqual([undefined, undefined, count]);
      } finally {
        await fresh.close();
      }
    });
  },
);
