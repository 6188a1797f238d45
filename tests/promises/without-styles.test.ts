/**
 * Promises to who reads a page without its styles: in a text browser, a reader view, copied, read aloud, as a snippet of a
 * search engine. Over every public page of a full paper.
 */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedHarbourPost } from '../../src/cli/demo/seed.ts';
import { timetable } from '../../src/cli/timetable.ts';
import { openSender } from '../../src/push/sender.ts';
import { startLoop } from '../../src/runner/loop.ts';
import { type Answer, crawl } from '../support/crawl.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { runTogether } from '../support/text-browser.ts';

let opened: TestServer;
let pages: { path: string; document: Document }[];

beforeAll(async () => {
  opened = await openTestServer();
  const { newsroom, app } = opened;
  await seedHarbourPost(newsroom);
  const loop = startLoop(newsroom, timetable({ sender: openSender(newsroom), pageAnswers: async () => 200 }));
  await loop.drain();
  await loop.stop();
  const answers = await crawl(
    app,
    ['/', '/alerts', '/ar/alerts', '/search?words=ferry', '/nothing/here'],
    newsroom.settings.address,
  );
  pages = [...answers.values()].filter(({ type }) => type.includes('html')).map(read);
}, 120_000);
afterAll(() => opened.close());

const read = ({ path, body }: Answer) => ({
  path,
  document: parseHTML(body).document as unknown as Document,
});

/** What is wrong on any page, with the page; each fault once. */
function faultsOf(look: (document: Document) => string[]): string[] {
  return [
    ...new Set(pages.flatMap(({ path, document }) => look(document).map((fault) => `${path}: ${fault}`))),
  ];
}

test('pages of every kind are looked at', () => {
  const paths = pages.map(({ path }) => path);
  for (const kind of [/^\/$/, /^\/ar$/, /^\/topic\//, /^\/author\//, /^\/corrections$/, /^\/sentences\//])
    expect(
      paths.some((path) => kind.test(path)),
      String(kind),
    ).toBe(true);
});

test('no two words run together where only a style would part them', () => {
  expect(faultsOf(runTogether)).toEqual([]);
});

test('a dateline is parted from the story by a dash that is there', () => {
  const texts = pages.flatMap(({ document }) =>
    [...document.querySelectorAll('.dateline')].map((dateline) => dateline.parentElement?.textContent ?? ''),
  );
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect(text).toMatch(/^[^—]+ — \S/);
});

test('an article and a section have a heading', () => {
  const without = (document: Document) =>
    [...document.querySelectorAll('article, section')]
      .filter((part) => !part.querySelector('h1, h2, h3, h4, h5, h6'))
      .map((part) => `<${part.localName} class="${part.className}">`);
  expect(faultsOf(without)).toEqual([]);
});

test('no two landmarks of a page have the same name', () => {
  const twice = (document: Document) => {
    const names = [...document.querySelectorAll('nav, aside, section, form')].map(
      (mark) => mark.getAttribute('aria-label') ?? mark.getAttribute('aria-labelledby') ?? '',
    );
    return names.filter((name, at) => name !== '' && names.indexOf(name) !== at);
  };
  expect(faultsOf(twice)).toEqual([]);
});

describe('the text browser of these tests', () => {
  test.each([
    ['<p><span>Bulletin</span><time>22:09</time></p>', ['Bulletin|22:09']],
    ['<nav><a>Search</a><a>Alerts</a></nav>', ['Search|Alerts']],
    ['<p><span class="dateline">Lyra Harbour</span>The crew</p>', ['Lyra Harbour|The crew']],
    ['<p>Radio Thalassa</p><p>Greek</p>', []],
    ['<li><a>One</a> <a>two</a></li>', []],
    ['<p>“We have the page.”<sup><a>1</a></sup> She said so.</p>', []],
    ['<p>un<em>believ</em>able</p>', []],
    ['<p><bdi>Ана</bdi><small>Greek</small></p>', ['Ана|Greek']],
  ])('of %s sees %j', (html, faults) => {
    expect(
      runTogether(parseHTML(`<html><body>${html}</body></html>`).document as unknown as Document),
    ).toEqual(faults);
  });
});
