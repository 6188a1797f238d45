/** Rules of feeds that validators and readers hold us to, and that a feed which looks right may break. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { all, type Element, first, parse } from '../../tests/support/read-xml.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import type { PublishedStory } from '../stories/read.ts';
import { addSource } from '../wire/sources/sources.ts';

onEachEngine('feeds as readers take them', (newsroom) => {
  let paper: Paper;
  let story: PublishedStory;
  beforeAll(async () => {
    paper = await openPaper(newsroom());
    const agency = { name: 'Island Wire', unasked: true, by };
    const open = await addSource(newsroom(), { ...agency, address: 'https://island.example/feed.xml' });
    const paid = await addSource(newsroom(), { ...agency, address: 'https://paid.example/feed?key=secret' });
    story = await paper.publish({
      sourceId: open.sourceId,
      copy: {
        headline: 'Gales close the strait',
        bodyHtml: safeBody('<p>Gales of force 9 closed the strait. Two boats wait.</p>'),
      },
    });
    await paper.publish({
      sourceId: paid.sourceId,
      copy: {
        headline: 'Fares rise',
        dek: 'By a tenth from May.',
        bodyHtml: safeBody('<p>Fares rise in May.</p>'),
      },
    });
  });
  afterAll(() => paper.close());

  const items = async () => all(parse((await paper.get('/feed.rss')).body), 'item') as [Element, Element];

  test('an item without a dek is described by its first sentence, one with a dek by that', async () => {
    const [fares, gales] = await items();
    expect(first(gales, 'description')?.text).toBe('Gales of force 9 closed the strait.');
    expect(first(fares, 'description')?.text).toBe('By a tenth from May.');
    const names = gales.children.map(({ name }) => name);
    expect(names.indexOf('description')).toBeLessThan(names.indexOf('content:encoded'));
    const entries = all(parse((await paper.get('/feed.atom')).body), 'entry');
    expect(entries.map((entry) => first(entry, 'summary')?.text)).toEqual([
      'By a tenth from May.',
      'Gales of force 9 closed the strait.',
    ]);
  });

  test('the source of an item is the feed it came from; an address with a key in it is told to nobody', async () => {
    const [fares, gales] = await items();
    expect(first(gales, 'source')).toMatchObject({
      text: 'Island Wire',
      attributes: { url: 'https://island.example/feed.xml' },
    });
    expect(first(fares, 'source')).toBeUndefined();
    expect((await paper.get('/feed.rss')).body).not.toContain('secret');
  });

  test('each entry and each feed has one address of its own; editions elsewhere are related', async () => {
    for (const path of ['/feed.rss', '/feed.atom']) {
      const feed = parse((await paper.get(path)).body);
      for (const entry of [...all(feed, 'item'), ...all(feed, 'entry')]) {
        const links = [...all(entry, 'atom:link'), ...all(entry, 'link')];
        const own = links.filter(({ attributes }) => attributes.rel === 'alternate');
        expect(own).toHaveLength(path === '/feed.rss' ? 0 : 1);
      }
    }
  });

  test('an empty feed was made when it was looked at, not in 1970', async () => {
    const now = newsroom().clock.now();
    const channel = parse((await paper.get('/world/feed.rss')).body);
    expect(Date.parse(all(channel, 'lastBuildDate')[0]?.text ?? '')).toBe(Math.floor(now / 1000) * 1000);
    const atom = parse((await paper.get('/world/feed.atom')).body);
    expect(Date.parse(first(atom, 'updated')?.text ?? '')).toBe(now);
  });

  test('feeds and icons may be shown by other sites, and feeds read by their scripts; pages may not', async () => {
    for (const path of [
      '/feed.rss',
      '/feed.atom',
      '/feed.json',
      '/sea/feed.rss',
      '/favicon.svg',
      '/icon-192.png',
    ]) {
      const { headers } = await paper.get(path);
      const isFeed = path.includes('feed');
      expect([path, headers['cross-origin-resource-policy']]).toEqual([path, 'cross-origin']);
      expect([path, headers['access-control-allow-origin']]).toEqual([path, isFeed ? '*' : undefined]);
    }
    expect((await paper.get('/')).headers['cross-origin-resource-policy']).not.toBe('cross-origin');
  });

  test.each([
    '/city/',
    '/feed.rss/',
    '/city/feed.atom/',
    '/search/',
    '/corrections/',
    '/author/nora/',
    '/sitemap.xml/',
    '/city//',
  ])('an address with a slash at its end, %s, leads to the one without', async (path) => {
    const { statusCode, headers } = await paper.get(path);
    expect([statusCode, headers.location]).toEqual([301, path.replace(/\/+$/, '')]);
  });

  test('a story with a slash at its end leads to the story, with what was asked', async () => {
    const { statusCode, headers } = await paper.get(`${story.path}/?utm_source=old`);
    expect([statusCode, headers.location]).toEqual([301, `${story.path}?utm_source=old`]);
    expect((await paper.get(story.path)).statusCode).toBe(200);
    expect((await paper.get('/')).statusCode).toBe(200);
  });

  test('no slash leads to another host', async () => {
    for (const path of ['//elsewhere.example/', '//elsewhere.example//', '///elsewhere.example/']) {
      const { headers } = await paper.get(`http://localhost:4000${path}`);
      expect([path, String(headers.location ?? '/').startsWith('//')]).toEqual([path, false]);
    }
  });
});
