/** A WordPress site with plugins that is asked: names, languages and trees that its posts do not say themselves. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { movePlaces } from '../../../tests/support/moving.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { findPublished } from '../../stories/read.ts';

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await openTestNewsroom();
});
afterAll(() => newsroom.close());

const LONG = 'The ferry that the islands had waited for since the spring came in on Monday. ';
const coauthor = (slug: string, login: string) => ({
  id: 9,
  slug: `cap-${slug}`,
  name: login,
  taxonomy: 'author',
});
const section = {
  ...{ id: 15, slug: 'ferries', name: 'Ferries', taxonomy: 'category' },
  _links: { up: [{ href: 'https://asked.example/wp-json/wp/v2/categories/13' }] },
};

interface Asked {
  id: number;
  link: string;
  excerpt?: string;
  content?: string;
  authors?: object[];
}

const post = (
  address: string,
  { id, link, excerpt = '', content = `<p>${LONG.repeat(6)}</p>`, authors = [] }: Asked,
) => ({
  ...{ id, status: 'publish', type: 'post', slug: `asked-${id}`, link: `${address}${link}` },
  date_gmt: '2024-04-05T09:00:00',
  title: { rendered: `Asked ${id}` },
  content: { rendered: content, protected: false },
  excerpt: { rendered: `<p>${excerpt}</p>\n` },
  _embedded: {
    author: [{ id: 2, name: 'Rosa Marin', slug: 'rosa-marin' }],
    'wp:term': [[section], [], authors],
  },
});

/** What such a site answers at a path; undefined for nothing. */
function answerAt(address: string, path: URL): object | string | undefined {
  const kind = path.pathname.replace('/wp-json/', '');
  const first = path.searchParams.get('page') === '1';
  if (kind === '') return { name: 'Asked', home: address, namespaces: ['wp/v2', 'coauthors/v1'] };
  if (kind === 'wp/v2/categories')
    return first
      ? [
          { id: 13, slug: 'harbour', name: 'Harbour' },
          { ...section, parent: 13 },
        ]
      : [];
  if (kind === 'coauthors/v1/coauthors')
    return [
      { id: 5, user_nicename: 'rosa-marin', display_name: 'Rosa Marin' },
      {
        id: 6,
        user_nicename: 'guest',
        display_name: 'Ada O’Guest',
        description: { rendered: '<p>Sails.</p>' },
      },
    ];
  if (kind === '/el/2024/gefyra/' || kind === '/uk/2024/london/')
    return `<!DOCTYPE html><html class="x" lang="${kind.startsWith('/el') ? 'el' : 'en-GB'}"><body>`;
  if (kind !== 'wp/v2/posts') return undefined;
  const wrote = [coauthor('rosa-marin', 'rosa.marin'), coauthor('guest', 'guest')];
  return first
    ? [
        ...[null, 5, {}, { id: {} }], // as a broken plugin lets through
        post(address, { id: 1, link: '/2024/by-two/', authors: wrote, excerpt: 'Own words on it.' }),
        post(address, {
          id: 2,
          link: '/2024/short/',
          content: '<p>A short one.</p>',
          excerpt: 'A short one.',
        }),
        post(address, { id: 3, link: '/2024/begins/', excerpt: LONG.trim(), authors: wrote }),
        post(address, { id: 4, link: '/el/2024/gefyra/' }),
        post(address, { id: 5, link: '/el/2024/limani/' }),
        post(address, { id: 6, link: '/uk/2024/london/' }),
      ]
    : [];
}

test('its names, the language below a word of its addresses, its sections and what is nobody’s excerpt', async () => {
  const asked: string[] = [];
  let address = '';
  const server = createServer((request, reply) => {
    asked.push(request.url ?? '');
    const answer = answerAt(address, new URL(request.url ?? '/', address));
    if (answer === undefined) reply.writeHead(404).end();
    else reply.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  address = `http://127.0.0.1:${port}`;
  newsroom.settings.trustedHosts.push(`127.0.0.1:${port}`);
  const report = await movePlaces(newsroom, [address]);
  server.close();
  expect(report.survey.counts.get('posts')).toBe(6);
  const stories = [];
  for (const id of [1, 2, 3, 4, 5, 6]) {
    const found = await findPublished(newsroom, { sectionSlug: 'harbour', slug: `asked-${id}` });
    stories.push(
      found?.kind === 'story' ? [found.story.byline, found.story.dek, found.story.language] : null,
    );
  }
  expect(stories).toEqual([
    ['Rosa Marin and Ada O’Guest', 'Own words on it.', 'en'],
    ['Rosa Marin', '', 'en'],
    ['Rosa Marin and Ada O’Guest', '', 'en'],
    ['Rosa Marin', '', 'el'],
    ['Rosa Marin', '', 'el'],
    ['Rosa Marin', '', 'en'],
  ]);
  const sections = await newsroom.store.selectFrom('sections').select('name').execute();
  expect(sections).toEqual([{ name: 'Harbour' }]);
  expect(asked.filter((path) => /coauthors|gefyra|limani|london/.test(path))).toEqual([
    '/wp-json/coauthors/v1/coauthors?post_id=1',
    '/el/2024/gefyra/',
    '/uk/2024/london/',
  ]);
});
