/**
 * Promise: a story under embargo reaches no reader before its instant, by no door. The routes are enumerated from the router, and
 * each is asked with every name that the story has: a new door is tested by itself. The same questions are asked when the embargo is
 * over, so that a probe which can find nothing is noticed.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ninjs, releases } from '../../src/api/schemas.ts';
import { timetable } from '../../src/cli/timetable.ts';
import { HOUR, MINUTE } from '../../src/kit/clock.ts';
import { safeBody } from '../../src/kit/safe-html.ts';
import { theNewsroomItself as by } from '../../src/newsroom.ts';
import { advisePartners } from '../../src/partners/advisories.ts';
import { addPartner, endPartner, listPartners } from '../../src/partners/partners.ts';
import { openSender } from '../../src/push/sender.ts';
import { startLoop } from '../../src/runner/loop.ts';
import { addStaff } from '../../src/staff/staff.ts';
import { getForDesk } from '../../src/stories/desk-read.ts';
import { draftStory } from '../../src/stories/draft.ts';
import { releaseUnderEmbargo, setEmbargo } from '../../src/stories/hold-story.ts';
import { publishStory } from '../../src/stories/publish.ts';
import { addSection } from '../../src/stories/sections.ts';
import { addSource } from '../../src/wire/sources/sources.ts';
import { setUpHarbourPost } from '../support/harbour-post.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

/** In the headline, the body, the slug, the topic and nothing else of this paper. */
const SECRET = 'quillfeather';

let opened: TestServer;
let key: string;
let until: number;
let names: Record<string, string[]>;
let embargoed: { storyId: string; editionId: string };

beforeAll(async () => {
  opened = await openTestServer();
  const { newsroom } = opened;
  await setUpHarbourPost(newsroom);
  const section = await addSection(newsroom, { name: 'Sea' });
  const { sourceId } = await addSource(newsroom, { address: null, name: 'Coast Agency', by });
  await newsroom.store.updateTable('sources').set({ may_alert: 1 }).where('id', '=', sourceId).execute();
  const editor = await addStaff(newsroom, {
    ...{ name: 'Maria Leontis', email: 'maria@post.example', password: 'the harbour at night' },
    ...{ role: 'editor', by },
  });
  const begin = async (headline: string, topic: string) => {
    const bodyHtml = safeBody(`<p>${headline}, said nobody until noon.</p>`);
    const copy = {
      headline,
      dek: headline,
      byline: 'Maria Leontis',
      dateline: '',
      bodyHtml,
      pictureId: null,
    };
    const hops = [
      {
        party: 'Coast Agency',
        sourceId,
        act: 'reported',
        language: 'en',
        link: 'https://coast.example/1',
        at: null,
      } as const,
    ];
    const filed = { sectionId: section.id, topicNames: [topic], alertLevel: 'urgent' as const };
    return draftStory(newsroom, { copy, language: 'en', hops: [...hops], sourceId, ...filed, by: editor });
  };
  const plain = await begin('The ferry sails', 'Ferries');
  await publishStory(newsroom, { storyId: plain.storyId, by: editor });
  embargoed = await begin(`The ${SECRET} report`, SECRET);
  until = newsroom.clock.now() + HOUR;
  await setEmbargo(newsroom, { storyId: embargoed.storyId, until, by: editor });
  await releaseUnderEmbargo(newsroom, { storyId: embargoed.storyId, by: editor });
  key = (await addPartner(newsroom, { name: 'Hill Radio', by })).key;
  await follow();
  const { storyId, editionId } = embargoed;
  names = {
    section: ['sea', 'news', 'en'],
    language: ['en'],
    slug: [`the-${SECRET}-report`, SECRET, editionId, 'sea', 'coast-agency', editor.slug],
    id: [editionId, storyId, `${editionId}.ninjs.json`],
    storyId: [storyId],
    story: [storyId],
    editionId: [editionId],
    pairId: [editionId],
    token: [storyId],
    month: ['2026-11'],
    page: ['1'],
    '*': [`${editionId}.jpg`, 'x'],
  };
});
afterAll(() => opened.close());

/** What follows is done, as the clock of the newsroom has it. */
async function follow(): Promise<void> {
  const { newsroom } = opened;
  const loop = startLoop(newsroom, timetable({ sender: openSender(newsroom), pageAnswers: async () => 200 }));
  await loop.drain();
  await loop.stop();
}

/** Every address that a route can have with these names. */
function addressesOf(path: string): string[] {
  const [, name] = /[:](\w+)|(?<=\/)\*/.exec(path) ? [0, /:(\w+)/.exec(path)?.[1] ?? '*'] : [];
  if (name === undefined) return [path];
  const values = names[name];
  if (!values) throw new Error(`${path}: say in this test what stands for “${name}”`);
  return values.flatMap((value) => addressesOf(path.replace(name === '*' ? '*' : `:${name}`, value)));
}

const OURS = /^\/(?:desk|api\/partners|assets)(?:\/|$)/; // behind a key, or files of the program
const asking = (path: string) =>
  path === '/api/stories' ? ['', '?kind=news', `?topic=${SECRET}`] : ['', `?q=${SECRET}&words=${SECRET}`];

/** Answers that say the secret word, or where the story is. */
async function leaks(): Promise<string[]> {
  const { app, newsroom } = opened;
  const found: string[] = [];
  const doors = opened.routes.filter(({ path }) => !OURS.test(path) && path !== '/live');
  expect(doors.length).toBeGreaterThan(60);
  for (const { method, path } of doors)
    for (const address of addressesOf(path))
      for (const query of method === 'GET' ? asking(path) : ['']) {
        const asked = address + query;
        const answer = await app.inject({
          ...{ method: method as 'GET', url: asked },
          headers: {
            accept: 'text/html, application/json',
            'content-type': 'application/x-www-form-urlencoded',
          },
          ...(method === 'GET' ? {} : { payload: 'text=Is+it+true%3F&name=A' }),
        });
        // What was asked is not told by being said back.
        const said = `${answer.body} ${String(answer.headers.location ?? '')}`
          .replaceAll(asked, '')
          .replaceAll(encodeURIComponent(asked), '');
        const own = asked.includes(SECRET) ? said.replaceAll(SECRET, '') : said;
        if (own.includes(SECRET) || (answer.statusCode < 300 && asked.includes(`the-${SECRET}`)))
          found.push(`${method} ${asked}: ${answer.statusCode}`);
      }
  for (const table of ['live_events', 'alerts', 'morgue'] as const) {
    const rows = await newsroom.store.selectFrom(table).selectAll().execute();
    if (JSON.stringify(rows).includes(SECRET)) found.push(`table ${table}`);
  }
  return found;
}

const partners = (path = '/api/partners/stories', bearer = key) =>
  opened.app.inject({ url: path, headers: { authorization: `Bearer ${bearer}` } });

describe('a story under embargo', () => {
  test('is behind no door before its instant, and behind the doors of readers after it', async () => {
    expect(await leaks()).toEqual([]);
    opened.newsroom.clock.pass(until - opened.newsroom.clock.now() - 1);
    await follow();
    expect(await leaks()).toEqual([]);
  }, 120_000);

  test('is with partners, with the embargo on it, and with nobody who has no key', async () => {
    const { stories } = releases.parse((await partners()).json());
    const embargoedUntil = new Date(until).toISOString();
    expect(stories).toMatchObject([
      { id: embargoed.editionId, state: 'embargoed', embargoedUntil, url: null },
    ]);
    const answer = await partners(`/api/partners/stories/${embargoed.editionId}.ninjs.json`);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(ninjs.parse(answer.json())).toMatchObject({ embargoedUntil, pubStatus: 'usable' });
    expect(answer.body).toContain(SECRET);
    for (const path of ['/api/partners/stories', `/api/partners/stories/${embargoed.editionId}.ninjs.json`])
      for (const wrong of ['', 'crier_', `crier_${'x'.repeat(43)}`, `${key}x`]) {
        const refused = await partners(path, wrong);
        expect([path, wrong, refused.statusCode]).toEqual([path, wrong, 401]);
        expect(refused.body).not.toContain(SECRET);
      }
    expect((await opened.app.inject({ url: '/api/partners/stories' })).statusCode).toBe(401);
  });

  test('is told to a partner who waits as soon as something is other than before, and costs one who asks again nothing', async () => {
    const first = await partners();
    const ask = (prefer: Record<string, string>) =>
      opened.app.inject({
        url: '/api/partners/stories',
        headers: { authorization: `Bearer ${key}`, 'if-none-match': String(first.headers.etag), ...prefer },
      });
    const again = await ask({});
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const waits = ask({ prefer: 'respond-async, wait=25' });
    const told = { headline: 'A second report comes at noon', words: '', expectedAt: null };
    await advisePartners(opened.newsroom, { ...told, by });
    const answer = await waits;
    expect([answer.statusCode, answer.headers['preference-applied']]).toEqual([200, 'wait=25']);
    expect(answer.body).toContain('A second report comes at noon');
    expect((await ask({ prefer: 'wait=0' })).statusCode).toBe(200);
  });

  test('is told to nobody whose key ended while they waited', async () => {
    const other = await addPartner(opened.newsroom, { name: 'Sea Radio', by });
    const waits = opened.app.inject({
      url: '/api/partners/stories',
      headers: {
        authorization: `Bearer ${other.key}`,
        'if-none-match': String((await partners()).headers.etag),
        prefer: 'wait=25',
      },
    });
    const seen = async () =>
      (await listPartners(opened.newsroom)).some(
        ({ id, seen_at }) => id === other.partnerId && seen_at !== null,
      );
    await expect.poll(seen).toBe(true);
    await endPartner(opened.newsroom, { partnerId: other.partnerId, by });
    expect((await waits).statusCode).toBe(401);
  });

  test('goes out by itself at its instant, and the same probes then find it', async () => {
    opened.newsroom.clock.pass(MINUTE);
    await follow();
    expect((await getForDesk(opened.newsroom, embargoed.storyId)).status).toBe('published');
    const found = (await leaks()).join('\n');
    for (const door of [
      'GET /:',
      'GET /sea',
      'GET /feed.rss:',
      'GET /news-sitemap.xml',
      'GET /sitemap-2026-11.xml',
    ])
      expect(found).toContain(door.replace(/:$/, ''));
    for (const door of [
      `GET /api/stories/${embargoed.editionId}`,
      'GET /source/coast-agency',
      'GET /alerts',
      'table',
    ])
      expect(found).toContain(door);
    const { stories } = (await partners()).json() as { stories: object[] };
    expect(stories).toMatchObject([
      { state: 'out', embargoedUntil: null, url: expect.stringContaining(SECRET) },
    ]);
  }, 120_000);
});
