/** How many read what: what counts as a read, from where, added up over processes, and nothing of a person kept. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { HOUR, MINUTE } from '../kit/clock.ts';
import { makeNewsroom } from '../newsroom.ts';
import type { PublishedStory } from '../stories/read.ts';
import { countRead, freshCounts, makeReadPage, openReadCounter, watchOpenPages } from './counts.ts';
import { flushReads, pruneReads } from './flush.ts';
import { readHeaders, readWayOf } from './read-way.ts';
import { readersNow, reportReaders } from './readership.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const browser = (more: Record<string, string> = {}) => ({
  'user-agent': FIREFOX,
  accept: 'text/html,application/xhtml+xml',
  ...more,
});

onEachEngine('the readership', (newsroom) => {
  let paper: Paper;
  let story: PublishedStory;
  beforeAll(async () => {
    paper = await openPaper(newsroom());
    story = await paper.publish({ copy: { headline: 'Ferries sail' } });
  });
  afterAll(() => paper.close());
  const today = () => ({ from: newsroom().clock.now() - 2 * HOUR, to: newsroom().clock.now() + HOUR });

  test('counts pages that are read, from where, and leaves out what is no reading', async () => {
    const read = (headers: Record<string, string>) => paper.get(story.path, headers);
    await read(browser());
    await read(browser({ referer: 'https://www.google.com/' }));
    await read(browser({ referer: `${newsroom().settings.address}/` }));
    await read(browser({ referer: 'https://news.neighbour.example/a/b?who=me' }));
    const { headers } = await read(browser());
    const same = await read(browser({ 'if-none-match': String(headers.etag) }));
    expect(same.statusCode).toBe(304);
    // None of these is somebody reading.
    await read({
      ...browser(),
      'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    });
    await read({ 'user-agent': '' });
    await read(browser({ 'sec-purpose': 'prefetch;prerender' }));
    await read(browser({ 'sec-fetch-dest': 'empty' }));
    await read({ 'user-agent': FIREFOX, accept: 'text/html' });
    await paper.app.inject({ method: 'HEAD', url: story.path, headers: browser() });
    await paper.get('/no/such-story', browser());
    await flushReads(newsroom());
    const report = await reportReaders(newsroom(), today());
    expect(report.pages).toMatchObject([{ storyId: story.storyId, headline: 'Ferries sail', reads: 6 }]);
    const ways = Object.fromEntries(report.ways.map(({ way, reads }) => [way, reads]));
    expect(ways).toEqual({ direct: 3, search: 1, front: 1, 'site:news.neighbour.example': 1 });
    expect(report.languages).toEqual([{ name: 'en', reads: 6 }]);
    expect((await readersNow(newsroom(), [story.storyId])).get(story.storyId)).toMatchObject({
      minute: 6,
      hour: 6,
    });
  });

  test('adds up what several processes counted, and forgets what one that has gone said of now', async () => {
    const before = (await readersNow(newsroom(), [story.storyId])).get(story.storyId)?.hour ?? 0;
    const other = makeNewsroom({ ...newsroom(), process: 'another' });
    const count = openReadCounter(other);
    const raw = Object.entries(browser()).flat();
    for (let time = 0; time < 3; time += 1) count(makeReadPage(`story:${story.storyId}`, 'en'), raw);
    watchOpenPages(other, () => new Map([[story.storyId, 4]]));
    await flushReads(other);
    await flushReads(other); // what was written is not written again
    const now = (await readersNow(newsroom(), [story.storyId])).get(story.storyId);
    expect(now).toMatchObject({ hour: before + 3, open: 4 });
    expect((await reportReaders(newsroom(), today())).total).toBe(9);
    newsroom().clock.pass(2 * MINUTE);
    expect((await readersNow(newsroom(), [story.storyId])).size).toBe(0);
    await flushReads(newsroom());
    expect((await readersNow(newsroom(), [story.storyId])).get(story.storyId)).toMatchObject({ minute: 0 });
  });

  test('keeps nothing but hours, pages, languages and ways', async () => {
    const rows = await newsroom().store.selectFrom('readership_hours').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    const kept = JSON.stringify(rows);
    for (const word of ['Firefox', 'who=me', '127.0.0.1', '/a/b']) expect(kept).not.toContain(word);
    newsroom().clock.pass(401 * 24 * HOUR);
    await pruneReads(newsroom());
    expect(await newsroom().store.selectFrom('readership_hours').selectAll().execute()).toEqual([]);
  });
});

describe('where a read came from', () => {
  const here = new Set(['post.example']);
  test.each([
    ['', 'direct'],
    ['https://post.example', 'front'],
    ['https://post.example/el', 'front'],
    ['https://post.example/city/ferries-sail?x', 'story'],
    ['https://post.example/topic/port', 'front'],
    ['https://post.example/search?words=me', 'own search'],
    ['https://www.google.co.uk/', 'search'],
    ['https://duckduckgo.com/', 'search'],
    ['https://evilgoogle.com.example/', 'site:evilgoogle.com.example'],
    ['https://feedly.com/i/x', 'feed'],
    ['https://M.Neighbour.example:8080/secret', 'site:neighbour.example'],
    ['android-app://com.google.android.googlequicksearchbox/', 'search'],
    ['https://<script>', 'site:others'],
    ['https://x', 'site:others'],
    ['data:text/html,x', 'direct'],
  ])('%j is %s', (referer, way) => expect(readWayOf(referer, here)).toBe(way));

  test('is kept by name for so many sites within an hour, and the others are one', () => {
    const counts = freshCounts();
    const page = makeReadPage('front', 'en');
    for (let site = 0; site < 500; site += 1)
      countRead(counts, { page, way: `site:s${site}.example`, now: 1_000 });
    const ways = counts.pages.get('front en')?.ways ?? new Map();
    expect(ways.size).toBe(51);
    expect(ways.get('site:others')).toBe(450);
  });

  test('is asked of nobody who says they are a robot', () => {
    for (const agent of [
      'curl/8.5',
      'Feedbin feed-id:1',
      'python-requests/2',
      'HeadlessChrome/130',
      'GPTBot/1.2',
    ])
      expect(readHeaders(['User-Agent', agent])).toBeNull();
    expect(readHeaders(['User-Agent', FIREFOX, 'Referer', 'https://a.example/'])).toEqual({
      agent: FIREFOX,
      referer: 'https://a.example/',
    });
  });
});
