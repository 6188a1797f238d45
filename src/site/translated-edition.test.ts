import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { all, first, parse } from '../../tests/support/read-xml.ts';
import { hop, openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { type Translated, translatedStory } from '../../tests/support/translated-cast.ts';
import { fileInMorgue } from '../stories/file-in-morgue.ts';
import { getPublished, type PublishedStory } from '../stories/read.ts';

onEachEngine('a translated edition says so to programs', (newsroom) => {
  let paper: Paper;
  let told: Translated;
  let english: PublishedStory;
  let greek: PublishedStory;
  const site = () => newsroom().settings.address;
  beforeAll(async () => {
    paper = await openPaper(newsroom());
    told = await translatedStory(newsroom());
    english = (await getPublished(newsroom(), told.editionId)) as PublishedStory;
    greek = (await getPublished(newsroom(), told.greekId)) as PublishedStory;
    await fileInMorgue(newsroom(), { storyId: told.storyId });
  });
  afterAll(async () => await paper.close());

  const jsonLd = async (path: string) => {
    const { body } = await paper.get(path);
    const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? [];
    return JSON.parse(json) as Record<string, unknown>;
  };

  test('in JSON-LD: of what, by what, read by whom; and the original says what was made of it', async () => {
    expect(await jsonLd(english.path)).toMatchObject({
      inLanguage: 'en',
      digitalSourceType: expect.stringContaining('CompositeWithTrained'),
      translationOfWork: { '@type': 'NewsArticle', url: `${site()}${greek.path}`, inLanguage: 'el' },
      translator: [{ '@type': 'SoftwareApplication', name: 'House', softwareVersion: '1.6' }],
      editor: { '@type': 'Person', name: 'Eleni Marku' },
      author: [{ '@type': 'Person', name: 'Μαρία Λεοντή' }],
    });
    const original = await jsonLd(greek.path);
    expect(original).toMatchObject({
      workTranslation: [{ url: `${site()}${english.path}`, inLanguage: 'en' }],
    });
    for (const name of ['translationOfWork', 'translator', 'editor', 'digitalSourceType'])
      expect(original).not.toHaveProperty(name);
  });

  test('in JSON-LD, a byline of two is two people, and only the one with a page has an address', async () => {
    const by = { id: told.reader.id, name: told.reader.name };
    const story = await paper.publish({ copy: { byline: 'Eleni Marku and Omar Haddad' }, by });
    expect((await jsonLd(story.path)).author).toEqual([
      { '@type': 'Person', name: 'Eleni Marku', url: `${site()}/author/eleni-marku` },
      { '@type': 'Person', name: 'Omar Haddad' },
    ]);
  });

  test('in JSON-LD, an agency in the byline is a body', async () => {
    const story = await paper.publish({
      copy: { byline: 'Eleni Marku and Aegean News Agency' },
      hops: [hop('Aegean News Agency')],
    });
    expect((await jsonLd(story.path)).author).toMatchObject([
      { '@type': 'Person', name: 'Eleni Marku' },
      { '@type': 'Organization', name: 'Aegean News Agency' },
    ]);
  });

  test('in feeds: the other edition, who translated, and a sentence for people', async () => {
    const said = 'Translated from Greek. Translated by House. Checked by Eleni Marku, ';
    const [entry] = all(parse((await paper.get('/feed.atom')).body), 'entry').filter(
      (each) => first(each, 'id')?.text === `urn:uuid:${english.editionId}`,
    );
    const links = all(entry!, 'link').map(({ attributes }) => [attributes.hreflang, attributes.href]);
    expect(links).toEqual([
      ['en', `${site()}${english.path}`],
      ['el', `${site()}${greek.path}`],
    ]);
    const contributors = all(entry!, 'contributor').map((each) => first(each, 'name')?.text);
    expect(contributors).toEqual(['House 1.6', 'Eleni Marku']);
    expect(first(entry!, 'content')?.text).toContain(said);
    const rss = parse((await paper.get('/feed.rss')).body);
    expect(all(rss, 'dc:contributor').map(({ text }) => text)).toEqual(['House 1.6', 'Eleni Marku']);
    const feed = (await paper.get('/feed.json')).json();
    expect(feed.items.map((item: { _crier: object }) => item._crier)).toContainEqual(
      expect.objectContaining({
        translation: expect.objectContaining({ from: 'el', of: `${site()}${greek.path}`, made: 'trained' }),
        editions: [{ language: 'el', url: `${site()}${greek.path}` }],
      }),
    );
  });

  test('in the feeds themselves: each names the same feed in the other languages', async () => {
    // In RSS they are related: to some readers the first `alternate` is the paper's own address.
    const others = (body: string, name: string) =>
      all(parse(body), name)
        .filter(({ attributes }) => attributes.rel === (name === 'link' ? 'alternate' : 'related'))
        .filter(({ attributes }) => attributes.type !== 'text/html')
        .map(({ attributes }) => [attributes.hreflang, attributes.href]);
    expect(others((await paper.get('/feed.rss')).body, 'atom:link')).toEqual([
      ['el', `${site()}/el/feed.rss`],
    ]);
    expect(others((await paper.get('/el/feed.atom')).body, 'link')).toEqual([['en', `${site()}/feed.atom`]]);
    await paper.publish({ sectionId: paper.sections.sea.id, copy: { headline: 'At sea' } });
    expect(others((await paper.get('/sea/feed.rss')).body, 'atom:link')).toEqual([
      ['el', `${site()}/el/sea/feed.rss`],
    ]);
    expect(others((await paper.get('/el/sea/feed.atom')).body, 'link')).toEqual([
      ['en', `${site()}/sea/feed.atom`],
    ]);
  });

  test('in maps: each edition names all, and the one for everyone else', async () => {
    const alternates = [
      ['el', `${site()}${greek.path}`],
      ['en', `${site()}${english.path}`],
      ['x-default', `${site()}${english.path}`],
    ];
    for (const map of ['/news-sitemap.xml', '/el/news-sitemap.xml', '/sitemap-2026-11.xml']) {
      const urls = all(parse((await paper.get(map)).body), 'url').filter((url) =>
        [english.path, greek.path].includes((first(url, 'loc')?.text ?? '').replace(site(), '')),
      );
      expect(urls.length, map).toBeGreaterThan(0);
      for (const url of urls)
        expect(
          all(url, 'xhtml:link').map(({ attributes }) => [attributes.hreflang, attributes.href]),
        ).toEqual(alternates);
    }
  });
});
