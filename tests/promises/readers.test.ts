/**
 * Promises to readers, over every public answer of a full paper: nothing is loaded from elsewhere, reading needs no
 * script, and the address given with a reply is nowhere.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedHarbourPost } from '../../src/cli/demo/seed.ts';
import { timetable } from '../../src/cli/timetable.ts';
import { theNewsroomItself } from '../../src/newsroom.ts';
import { openSender } from '../../src/push/sender.ts';
import { approveReply } from '../../src/replies/moderate.ts';
import { startLoop } from '../../src/runner/loop.ts';
import { listPublished } from '../../src/stories/read.ts';
import { type Answer, crawl } from '../support/crawl.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

const ADDRESS = 'nobody.must.see.this@reader.example';

let opened: TestServer;
let answers: Map<string, Answer>;
let pages: Answer[];

beforeAll(async () => {
  opened = await openTestServer();
  const { newsroom, app } = opened;
  await seedHarbourPost(newsroom);
  await leaveReply();
  const loop = startLoop(newsroom, timetable({ sender: openSender(newsroom), pageAnswers: async () => 200 }));
  await loop.drain();
  await loop.stop();
  const start = [
    '/',
    '/search?q=ferry',
    '/sitemap.xml',
    '/news-sitemap.xml',
    '/robots.txt',
    '/manifest.webmanifest',
    '/api/stories',
    '/nothing/here',
  ];
  answers = await crawl(app, start, newsroom.settings.address);
  pages = [...answers.values()].filter((answer) => answer.type.includes('html'));
}, 120_000);
afterAll(() => opened.close());

/** One approved, one held, both with the address. */
async function leaveReply(): Promise<void> {
  const { newsroom, app } = opened;
  const [story] = await listPublished(newsroom, { limit: 1 });
  const page = await app.inject({ url: story?.path ?? '' });
  const action = /<form[^>]+action="([^"]*repl[^"]*)"/.exec(page.body)?.[1] ?? '';
  const token = /name="_form" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  newsroom.clock.pass(60_000);
  for (const text of ['Was the port told on Tuesday too?', 'And who told the pilots?']) {
    const fields = new URLSearchParams({ _form: token, name: 'A Reader', address: ADDRESS, text });
    const sent = await app.inject({
      method: 'POST',
      url: action,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: fields.toString(),
    });
    expect(sent.statusCode, sent.body).toBeLessThan(400);
  }
  const held = await newsroom.store
    .selectFrom('replies')
    .select('id')
    .where('address_hash', 'is not', null)
    .orderBy('id', 'desc')
    .execute();
  const [first] = held;
  await approveReply(newsroom, { replyId: first?.id ?? '', by: theNewsroomItself });
}

describe('readers are promised', () => {
  test('a paper worth looking at: dozens of pages, and no dead link', () => {
    expect(pages.length).toBeGreaterThan(30);
    const dead = [...answers.values()].filter(
      ({ status, path }) => status >= 400 && path !== '/nothing/here',
    );
    expect(
      dead.filter(({ status }) => status !== 410).map(({ path, status }) => `${status} ${path}`),
    ).toEqual([]);
  });

  test('nothing loaded from anywhere else, and a policy that would refuse it', () => {
    const loads = new Set(['script', 'img', 'source', 'iframe', 'video', 'audio', 'embed', 'object', 'form']);
    const loading = new Set([
      'stylesheet',
      'icon',
      'manifest',
      'preload',
      'apple-touch-icon',
      'modulepreload',
      'preconnect',
      'dns-prefetch',
    ]);
    const foreign = pages.flatMap((page) =>
      page.elements
        .filter(
          ({ name, attributes }) => loads.has(name) || (name === 'link' && loading.has(attributes.rel ?? '')),
        )
        .flatMap(({ name, attributes: { src, srcset, href, action } }) =>
          [src, href, action, ...(srcset ?? '').split(',').map((each) => each.trim().split(' ')[0])]
            .filter(
              (link) =>
                link &&
                URL.parse(link, opened.newsroom.settings.address)?.origin !==
                  opened.newsroom.settings.address,
            )
            .map((link) => `${page.path}: ${name} ${link}`),
        ),
    );
    expect(foreign).toEqual([]);
    for (const page of pages)
      expect(page.headers['content-security-policy'], page.path).toMatch(/default-src 'none'/);
  });

  test('no script or style inside a page', () => {
    const inside = pages.flatMap((page) =>
      page.elements
        .filter(
          ({ name, attributes, text }) =>
            name === 'style' ||
            'style' in attributes ||
            Object.keys(attributes).some((each) => each.startsWith('on')) ||
            (name === 'script' && attributes.type !== 'application/ld+json' && text.trim() !== ''),
        )
        .map(({ name }) => `${page.path}: ${name}`),
    );
    expect(inside).toEqual([]);
  });

  test('every story can be read and answered without script', async () => {
    for (const story of await listPublished(opened.newsroom, { limit: 100 })) {
      const page = answers.get(story.path);
      const text = page?.elements.find(({ name }) => name === 'main')?.text ?? '';
      expect(text, story.path).toContain(story.headline);
      expect(text.length, story.path).toBeGreaterThan(400);
    }
    // The boxes that ask for alerts are hidden until a script that can do so shows them.
    const forms = pages.flatMap((page) => page.elements.filter(({ name }) => name === 'form'));
    expect(
      forms
        .filter(
          ({ attributes }) =>
            !attributes.action && !('data-follow-form' in attributes) && !('data-alerts-form' in attributes),
        )
        .map(({ attributes }) => attributes),
    ).toEqual([]);
  });

  test('no cookie is set for reading', () => {
    expect(
      [...answers.values()].filter(({ headers }) => headers['set-cookie']).map(({ path }) => path),
    ).toEqual([]);
  });

  test('the address given with a reply in no public answer', () => {
    const shown = [...answers.values()].filter(
      ({ body }) => body.includes(ADDRESS) || body.includes('nobody.must'),
    );
    expect(shown.map(({ path }) => path)).toEqual([]);
    const withReply = pages.filter(({ body }) => body.includes('And who told the pilots?'));
    expect(withReply.length, 'the approved reply is on a page').toBeGreaterThan(0);
  });

  test('the address in no table as it was typed', async () => {
    const { store } = opened.newsroom;
    for (const table of ['replies', 'audit', 'work', 'live_events', 'newsroom_facts'] as const) {
      const rows = await store.selectFrom(table).selectAll().execute();
      const text = rows.map((row) =>
        Object.values(row)
          .map((each) => (each instanceof Uint8Array ? Buffer.from(each).toString('latin1') : String(each)))
          .join(' '),
      );
      expect(text.join('\n'), table).not.toContain(ADDRESS);
    }
  });
});
