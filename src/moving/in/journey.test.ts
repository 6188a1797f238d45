/**
 * The journey of a paper: a hundred posts move in, readers find front, story, replies, old addresses and feed as they should be; the
 * whole moves out and in again. And what strange files, stopped runs and two at once come to.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf, moveTexts } from '../../../tests/support/moving.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { openTestServer, type TestServer } from '../../../tests/support/server.ts';
import { type WxrItem, wxr } from '../../../tests/support/wxr.ts';
import { checkAddresses } from '../../cli/move/check-addresses.ts';
import { publishedNinjs } from '../../cli/move-out.ts';
import { moveOut } from '../out/move-out.ts';
import { takeFolder } from './take-folder.ts';

const SECTIONS = ['city', 'sea', 'world', 'sport'];
const items = Array.from({ length: 100 }, (_, at): WxrItem => {
  const id = at + 1;
  const month = String((at % 12) + 1).padStart(2, '0');
  return {
    id,
    title: `Report ${id} from the harbour`,
    slug: `report-${id}`,
    link: `https://old.example/2019/${month}/report-${id}/`,
    date: `2019-${month}-${String((at % 27) + 1).padStart(2, '0')} 08:00:00`,
    html: `The ${id}th report.\n\nSee <a href="/2019/01/report-1/">the first</a>.`,
    categories: [
      [SECTIONS[at % 4] ?? '', SECTIONS[at % 4]?.toUpperCase() ?? ''],
      ['ferries', 'Ferries', 'post_tag'],
    ],
    comments:
      at === 0
        ? [
            { id: 1, text: 'Well said' },
            { id: 2, parent: 1, author: 'Bela', text: 'Indeed' },
          ]
        : [],
  };
});
const paper = wxr(items);

let opened: TestServer;
beforeAll(async () => {
  opened = await openTestServer({});
  await moveTexts(opened.newsroom, [paper]);
});
afterAll(() => opened.close());

const bodyOf = async (url: string): Promise<string> => {
  const { statusCode, body } = await opened.server.app.inject({ url });
  if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}`);
  return body;
};

describe('a paper of a hundred posts', () => {
  test('stands on its front, in its sections, with its replies, and its links lead within it', async () => {
    expect(await bodyOf('/')).toContain('Report 96 from the harbour');
    expect(await bodyOf('/sea')).toContain('from the harbour');
    const story = await bodyOf('/city/report-1');
    for (const words of ['Maria Leonti', 'Well said', 'Indeed', 'datetime="2019-01-01'])
      expect(story).toContain(words);
    expect(await bodyOf('/sea/report-2')).toContain(`${opened.newsroom.settings.address}/city/report-1`);
    expect(await bodyOf('/topic/ferries')).toContain('Report 96');
    expect(await bodyOf('/search?words=50th')).toContain('Report 50 from the harbour');
  });

  test('keeps the names that feeds had for its stories', async () => {
    for (const path of ['/feed.rss', '/feed.atom', '/feed.json'])
      expect(await bodyOf(path)).toContain('https://old.example/?p=96');
    expect(await bodyOf('/feed.rss')).toContain('<guid isPermaLink="false">https://old.example/?p=96</guid>');
  });

  test('answers every address of its old map in one step, and says which it does not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'crier-map-'));
    const map = join(folder, 'sitemap.xml');
    const urls = [
      ...items.map(({ link }) => link),
      'https://old.example/category/sea/',
      'https://old.example/lost/',
    ];
    writeFileSync(
      map,
      `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((url) => `<url><loc>${url}</loc></url>`).join('')}</urlset>`,
    );
    const found = await checkAddresses(opened.newsroom, map);
    expect(found).toMatchObject({ moved: 101, withdrawn: 0 });
    expect(found.wrong.map(({ address }) => address)).toEqual(['https://old.example/lost/']);
    rmSync(folder, { recursive: true });
  });

  test('moves out and in again, and is the same to readers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'crier-journey-'));
    const out = join(folder, 'paper');
    const ninjs = (id: string) => publishedNinjs(opened.newsroom, id);
    await moveOut(opened.newsroom, { folder: out, withAddresses: false, ninjs });
    const back = await openTestServer({});
    await takeFolder(back.newsroom, { folder: out, isReal: true });
    const plain = (body: string) => body.replace(/name="_form" value="[^"]*"/g, '');
    for (const url of ['/city/report-1', '/feed.rss', '/sea'])
      expect(plain((await back.server.app.inject({ url })).body)).toBe(plain(await bodyOf(url)));
    expect((await back.server.app.inject({ url: '/2019/01/report-1/' })).headers.location).toBe(
      '/city/report-1',
    );
    await back.close();
    rmSync(folder, { recursive: true });
  });
});

describe('what strange files come to', () => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openTestNewsroom();
  });
  afterAll(() => newsroom.close());
  const count = async () => (await newsroom.store.selectFrom('editions').select('id').execute()).length;

  test('a file that is cut off brings what stands before, and the whole one the rest, nothing twice', async () => {
    const half = paper.slice(0, paper.indexOf('Report 60 from'));
    const report = await moveTexts(newsroom, [half]);
    expect(report.survey.broken[0]?.words).toContain('cut off');
    expect(await count()).toBe(59);
    await moveTexts(newsroom, [paper]);
    expect(await count()).toBe(100);
  });

  test('a run that is stopped goes on in the next, and two at once are one', async () => {
    const more = wxr(Array.from({ length: 120 }, (_, at) => ({ id: 1_000 + at, slug: `more-${at}` })));
    const before = await count();
    const ending = new AbortController();
    const stopped = await moveTexts(newsroom, [more], {
      signal: ending.signal,
      hear: ({ stage, done }) => {
        if (stage === 'taking in' && done >= 60) ending.abort();
      },
    });
    expect(stopped.stopped).toContain('Run it again');
    expect((await count()) - before).toBeLessThan(120);
    const both = await Promise.allSettled([moveTexts(newsroom, [more]), moveTexts(newsroom, [more])]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await count()) - before).toBe(120);
  });

  test('control letters, split sections, lies of PHP, circles of categories and scripts in titles do no harm', async () => {
    const text = wxr(
      [
        {
          id: 2_000,
          slug: 'strange',
          title: '<script>alert(1)</script>Bold \u0007title & co ]]> end',
          html: 'One \u0000\u000btwo ]]> three <img src=x onerror=alert(1)><script>alert(2)</script>',
          categories: [['snake', 'Snake']],
          meta: { odd: 'a:2:{s:999999999:"x";}', _thumbnail_id: '-1' },
        },
      ],
      {
        categories: [
          ['snake', 'Snake', 'tail'],
          ['tail', 'Tail', 'snake'],
        ],
        terms:
          '<wp:term><wp:term_taxonomy>post_translations</wp:term_taxonomy><wp:term_slug>x</wp:term_slug><wp:term_description><![CDATA[a:1:{s:2:"en";O:8:"stdClass":0:{}}]]></wp:term_description></wp:term>',
        authors: [
          { login: 'maria', name: 'Maria Leonti', email: 'maria@old.example' },
          { login: 'maria', name: 'Another Maria', email: 'other@old.example' },
        ],
      },
    );
    const report = await moveTexts(newsroom, [text]);
    expect(codesOf(report)).toContain('two-authors');
    const take = await newsroom.store
      .selectFrom('takes')
      .innerJoin('editions', 'editions.working_take_id', 'takes.id')
      .select(['takes.headline', 'takes.body_html'])
      .where('editions.slug', '=', 'strange')
      .executeTakeFirstOrThrow();
    expect(take.headline).toContain('Bold title & co ]]> end');
    expect(take.body_html).toContain('One two ]]');
    expect(`${take.headline}${take.body_html}`).not.toMatch(/<script|onerror=/);
  });

  test('a field longer than a book is cut, said, and takes no more memory than that', async () => {
    const long = wxr([{ id: 3_000, slug: 'book', html: `<p>${'Words and words. '.repeat(900_000)}</p>` }]);
    const report = await moveTexts(newsroom, [long]);
    const words = report.doubts.map((doubt) => doubt.words).join(' ');
    expect(words).toContain('longer than ten million letters');
  });
});
