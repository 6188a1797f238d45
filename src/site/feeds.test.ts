import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { all, type Element, first, parse } from '../../tests/support/read-xml.ts';
import { hop, openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { DAY } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import type { PublishedStory } from '../stories/read.ts';

onEachEngine('feeds and maps', (newsroom) => {
  let paper: Paper;
  let story: PublishedStory;
  beforeAll(async () => {
    paper = await openPaper(newsroom());
    await paper.publish({ sectionId: paper.sections.city.id, copy: { headline: 'Own <report> & more' } });
    story = await paper.publish({
      sectionId: paper.sections.sea.id,
      language: 'el',
      copy: {
        headline: 'Η παραλία',
        dek: 'Κλειστή.',
        byline: 'Άννα Κοσμά',
        bodyHtml: safeBody('<p>Ο δήμος &amp; η «παραλία» ]]&gt;.</p>'),
      },
      hops: [
        hop('Radio Thalassa', { act: 'said' }),
        hop('Aegean News Agency', { link: 'https://aegean.example/2?a=1&b=2' }),
      ],
    });
  });
  afterAll(() => paper.close());

  test('RSS carries the source, the way and the whole story', async () => {
    const answer = await paper.get('/feed.rss');
    expect(answer.headers['content-type']).toBe('application/rss+xml; charset=utf-8');
    const items = all(parse(answer.body), 'item');
    expect(items).toHaveLength(2);
    const [item, own] = items as [Element, Element];
    expect(first(item, 'title')?.text).toBe('Η παραλία');
    expect(first(item, 'source')).toBeUndefined(); // of a party that is no source of ours no feed is known
    expect(first(item, 'atom:link')?.attributes).toMatchObject({
      rel: 'via',
      href: 'https://aegean.example/2?a=1&b=2',
    });
    expect(first(item, 'content:encoded')?.text).toContain('<p>Ο δήμος &amp; η «παραλία» ]]&gt;.</p>');
    expect(first(item, 'content:encoded')?.text).toContain('Radio Thalassa — Aegean News Agency');
    expect(item.attributes['xml:lang']).toBe('el');
    expect(Date.parse(first(item, 'pubDate')?.text ?? '')).toBe(story.firstPublishedAt);
    expect(first(own, 'title')?.text).toBe('Own <report> & more');
    expect(first(own, 'source')).toBeUndefined();
  });

  test('Atom carries it in source and via', async () => {
    const answer = await paper.get('/sea/feed.atom');
    const feed = parse(answer.body);
    const [entry] = all(feed, 'entry') as [Element];
    expect(all(feed, 'entry')).toHaveLength(1);
    expect(first(entry, 'id')?.text).toBe(`urn:uuid:${story.editionId}`);
    const links = entry.children.filter((child) => child.name === 'link');
    expect(links.map((link) => link.attributes.rel)).toEqual(['alternate', 'via']);
    expect(first(first(entry, 'source') as Element, 'title')?.text).toBe('Aegean News Agency');
    expect(first(first(entry, 'author') as Element, 'name')?.text).toBe('Άννα Κοσμά');
  });

  test('JSON Feed carries it in external_url, and every hop', async () => {
    const answer = await paper.get('/feed.json');
    expect(answer.headers['content-type']).toBe('application/feed+json; charset=utf-8');
    const feed = answer.json();
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.items[0]).toMatchObject({
      external_url: 'https://aegean.example/2?a=1&b=2',
      language: 'el',
      authors: [{ name: 'Άννα Κοσμά' }],
      _crier: { hops: [{ party: 'Radio Thalassa', act: 'said' }, { party: 'Aegean News Agency' }] },
    });
    expect(feed.items[1].external_url).toBeUndefined();
  });

  test('a page names its own feeds and the paper’s', async () => {
    const { body } = await paper.get('/sea');
    for (const href of ['/feed.rss', '/sea/feed.rss', '/sea/feed.atom', '/sea/feed.json']) {
      expect(body).toContain(`href="${href}"`);
      expect((await paper.get(href)).statusCode).toBe(200);
    }
    expect((await paper.get('/nothing/feed.rss')).statusCode).toBe(404);
  });

  test('a feed that did not change is not sent again', async () => {
    const { headers } = await paper.get('/feed.rss');
    const again = await paper.get('/feed.rss', { 'if-none-match': String(headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('the maps list every story, and the news map those of two days', async () => {
    const index = parse((await paper.get('/sitemap.xml')).body);
    expect(all(index, 'loc').map((loc) => loc.text)).toEqual(['http://localhost:4000/sitemap-2026-11.xml']);
    const month = parse((await paper.get('/sitemap-2026-11.xml')).body);
    expect(all(month, 'loc').map((loc) => loc.text)).toContain(`http://localhost:4000${story.path}`);
    expect((await paper.get('/sitemap-2025-01.xml')).statusCode).toBe(404);
    for (const [path, language, title] of [
      ['/news-sitemap.xml', 'en', 'Own <report> & more'],
      ['/el/news-sitemap.xml', 'el', 'Η παραλία'],
    ] as const) {
      const news = parse((await paper.get(path)).body);
      expect(all(news, 'news:language').map((each) => each.text)).toEqual([language]);
      expect(all(news, 'news:title').map((each) => each.text)).toEqual([title]);
      expect((await paper.get('/robots.txt')).body).toContain(`Sitemap: http://localhost:4000${path}\n`);
    }
    expect((await paper.get('/fr/news-sitemap.xml')).statusCode).toBe(404);
    newsroom().clock.pass(2 * DAY);
    expect(all(parse((await paper.get('/news-sitemap.xml')).body), 'url')).toHaveLength(0);
  });

  test('the paper can be kept on a phone’s first screen', async () => {
    const manifest = (await paper.get('/manifest.webmanifest')).json();
    expect(manifest).toMatchObject({ name: 'The Harbour Post', display: 'standalone', lang: 'en' });
    for (const { src, type } of manifest.icons) {
      const icon = await paper.get(src);
      expect([icon.statusCode, icon.headers['content-type']]).toEqual([200, type]);
    }
    const png = (await paper.get('/icon-192.png')).rawPayload;
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([192, 192]);
    expect((await paper.get('/robots.txt')).body).toContain(
      'Sitemap: http://localhost:4000/news-sitemap.xml',
    );
  });
});
