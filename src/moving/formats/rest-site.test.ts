/** Sites that are asked by their address and answer badly: only errors, a closed door, a page for JSON, pages without end. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { setUp } from '../../../tests/support/moving.ts';
import { openTestNewsroom } from '../../../tests/support/newsroom.ts';
import { reportWords } from '../../cli/move/report-words.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { moveIn } from '../in/move.ts';
import { restSource } from './rest.ts';

/** What the site answers to a path and a page. */
type Answers = (path: string, page: number) => { status: number; body: unknown };

let site: Server;
let address = '';
let asked: string[] = [];
let answers: Answers = () => ({ status: 500, body: '' });
beforeAll(async () => {
  site = createServer((request, reply) => {
    const url = new URL(request.url ?? '', 'http://site');
    asked.push(url.pathname);
    const { status, body } = answers(url.pathname, Number(url.searchParams.get('page') ?? 1));
    reply.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise((done) => site.once('listening', done));
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(() => site.close());
beforeEach(() => {
  asked = [];
});

async function reportOf(isReal: boolean, more: { mostPages?: number; kinds?: string[] } = {}) {
  const newsroom = await openTestNewsroom();
  try {
    await setUp(newsroom);
    const settings = { trustedHosts: [address.replace('http://', '')], address: 'https://paper.example' };
    const order = {
      by: theNewsroomItself,
      uploads: null,
      fetchesPictures: false,
      sections: null,
      from: null,
    };
    const sources = [restSource(address, { settings, wait: 1, ...more })];
    const report = await moveIn(newsroom, { ...order, sources, isReal });
    const words = reportWords(report, true);
    report.close();
    return words;
  } finally {
    await newsroom.close();
  }
}

test.each([
  [500, 'It answers 500.'],
  [403, 'It may not be asked (403): somebody closed this door.'],
  [200, 'It answers with something else than JSON.'],
])(
  'a site that answers %i to everything is refused in a few questions, and nobody is told that it came',
  async (status, why) => {
    answers = () => ({ status, body: '<!doctype html><title>Just a moment…</title>' });
    const words = await reportOf(true);
    expect(words.split('\n')[0]).toBe('Nothing could be read, and nothing was moved in:');
    expect(words).toContain(
      `No WordPress was found there that can be asked. ${why} Export it instead (Tools, Export), and give the file.`,
    );
    expect(words.trimEnd().endsWith('There is nothing to move.')).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(6);
    expect((await reportOf(false)).split('\n')[0]).toBe('Nothing could be read:');
  },
);

const found = { name: 'Site', home: 'https://site.example', namespaces: ['wp/v2'] };
const post = (id: number, type = 'post') => ({
  id,
  type,
  status: 'publish',
  slug: `story-${id}`,
  link: `https://site.example/story-${id}/`,
  guid: { rendered: `https://site.example/?p=${id}` },
  date_gmt: '2024-01-02T08:00:00',
  title: { rendered: `Story ${id}` },
  content: { rendered: '<p>Words.</p>' },
  excerpt: { rendered: '' },
});

test('a site whose pages never end is asked for so many, what came is taken, and it is said', async () => {
  answers = (path, page) => {
    if (path === '/wp-json/') return { status: 200, body: found };
    return { status: 200, body: path.endsWith('/posts') ? [post(page)] : [] };
  };
  const words = await reportOf(true, { mostPages: 4 });
  expect(words).toContain('posts: It goes on and on; what came until here was taken.');
  expect(words).toMatch(/\n *4 taken in\n/);
  expect(asked.filter((path) => path.endsWith('/posts'))).toHaveLength(4);
});

test('a site that breaks off brings what it gave before, and kinds that were asked for come too', async () => {
  answers = (path, page) => {
    if (path === '/wp-json/') return { status: 200, body: found };
    if (path.endsWith('/news'))
      return page === 1 ? { status: 200, body: [post(7, 'news')] } : { status: 502, body: '' };
    return { status: 200, body: path.endsWith('/posts') && page === 1 ? [post(1)] : [] };
  };
  const words = await reportOf(true, { kinds: ['news'] });
  expect(words).toMatch(/\n *2 taken in\n/);
  expect(words).toContain('news, page 2: It answers 502.');
});

test('what a site does not give out, or says is for members, is no story that everybody reads', async () => {
  const shut = (id: number, more: object) => ({ ...post(id), ...more });
  const rendered = (html: string) => ({ content: { rendered: html } });
  answers = (path, page) => {
    if (path === '/wp-json/') return { status: 200, body: found };
    const posts = [
      shut(1, rendered('<div class="pmpro_content_message">Join to read on.</div>')),
      shut(
        2,
        rendered(
          '<p>Free.</p><div class="woocommerce"><div class="wc-memberships-restriction-message">Join.</div></div>',
        ),
      ),
      shut(3, { meta: { _jetpack_newsletter_access: 'subscribers' } }),
      shut(4, { meta: { _jetpack_newsletter_access: '' } }),
    ];
    return { status: 200, body: path.endsWith('/posts') && page === 1 ? posts : [] };
  };
  const words = await reportOf(true);
  expect(words.match(/It was for members only there: a draft here/g)).toHaveLength(3);
  expect(words.match(/the site does not give them out/g)).toHaveLength(2);
});
