import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { HOUR, MINUTE } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { changeMasthead, getMasthead } from '../stories/masthead.ts';
import { publishStory } from '../stories/publish.ts';
import type { PublishedStory } from '../stories/read.ts';

onEachEngine('a paper in several languages', (newsroom) => {
  let paper: Paper;
  let ferry: PublishedStory;
  beforeAll(async () => {
    paper = await openPaper(newsroom());
    const { sea, city } = paper.sections;
    ferry = await paper.publish({ sectionId: sea.id, copy: { headline: 'The night ferry sails' } });
    await paper.publish({
      sectionId: city.id,
      language: 'el',
      copy: { headline: 'Κλείνει η παραλία', bodyHtml: safeBody('<p>Ο δήμος έκλεισε την παραλία.</p>') },
    });
    newsroom().clock.pass(3 * HOUR);
    await addEdition(ferry.storyId, { language: 'el', headline: 'Ξεκινά το νυχτερινό πλοίο' });
  });
  afterAll(async () => await paper.close());

  /** The story told in another language, and published with it. */
  async function addEdition(storyId: string, { language, headline }: { language: string; headline: string }) {
    const { store, ids, clock } = newsroom();
    const [editionId, takeId] = [ids.next(), ids.next()];
    const edition = { id: editionId, story_id: storyId, language, slug: editionId, created_at: clock.now() };
    await store
      .insertInto('editions')
      .values({ ...edition, working_take_id: takeId, published_take_id: null })
      .execute();
    const copy = {
      headline,
      dek: '',
      byline: '',
      dateline: '',
      body_html: safeBody('<p>Από την Παρασκευή.</p>'),
    };
    await store
      .insertInto('takes')
      .values({
        id: takeId,
        edition_id: editionId,
        number: 1,
        ...copy,
        picture_id: null,
        by_id: null,
        note: '',
        saved_at: clock.now(),
      })
      .execute();
    await publishStory(newsroom(), { storyId, by, override: 'a test' });
  }

  const page = async (path: string) => {
    const answer = await paper.get(path);
    expect(answer.statusCode, path).toBe(200);
    return answer.body;
  };

  test('has a front in each, with the stories of that language alone, the newest in it first', async () => {
    const greek = await page('/el');
    expect(greek).toContain('Ξεκινά το νυχτερινό πλοίο');
    expect(greek.split('id="elsewhere"')[0]).not.toContain('The night ferry sails');
    expect(greek.indexOf('Ξεκινά το νυχτερινό πλοίο')).toBeLessThan(greek.indexOf('Κλείνει η παραλία'));
    expect((await paper.get('/fr')).statusCode).toBe(404);
  });

  test('holds one language on each front, and names what others tell of their own in one strip', async () => {
    const [above, strip] = (await page('/')).split('id="elsewhere"');
    expect(above).toContain('The night ferry sails');
    expect(above).not.toContain('Κλείνει η παραλία');
    expect(strip).toContain('In other languages');
    expect(strip).toMatch(/<article[^>]* lang="el"[^>]*>.*Κλείνει η παραλία/s);
    expect(`${above}${strip}`).not.toContain('Ξεκινά το νυχτερινό πλοίο');
  });

  test('shows what there is on the front of a paper that has nothing in its own language yet', async () => {
    const masthead = await getMasthead(newsroom());
    await changeMasthead(newsroom(), { ...masthead, language: 'de', by });
    const [above, strip] = (await page('/')).split('id="elsewhere"');
    await changeMasthead(newsroom(), { ...masthead, by });
    expect(above).toContain('Κλείνει η παραλία');
    expect(strip).toBeUndefined();
  });

  test('tells cards its country, and names the feeds of a section by the section', async () => {
    const english = await page(ferry.path);
    expect(english).toContain('property="og:locale" content="en_US"');
    expect(english).toContain('property="og:locale:alternate" content="el_GR"');
    expect(english).toContain('title="Sea — The Harbour Post, RSS" href="/sea/feed.rss"');
  });

  test('has sections and feeds in each language', async () => {
    expect(await page('/el/sea')).toContain('Ξεκινά το νυχτερινό πλοίο');
    expect(await page('/el/sea')).not.toContain('Κλείνει η παραλία');
    for (const path of ['/el/feed.rss', '/el/feed.atom', '/el/feed.json', '/el/sea/feed.rss']) {
      const feed = await page(path);
      expect(feed, path).toContain('Ξεκινά το νυχτερινό πλοίο');
      expect(feed, path).not.toContain('The night ferry sails');
    }
    const nothing = await paper.get('/el/nothing');
    expect([nothing.statusCode, nothing.body]).toEqual([404, expect.stringContaining('<html lang="el"')]);
    expect((await paper.get('/fr/sea/feed.rss')).statusCode).toBe(404);
  });

  test('searches in one language when asked', async () => {
    const { store } = newsroom();
    expect(await store.selectFrom('morgue').select('edition_id').execute()).not.toEqual([]);
    const all = await page(`/search?words=${encodeURIComponent('παραλία')}`);
    expect(all).toContain('Κλείνει η παραλία');
    const greek = await page(`/search?language=el&words=${encodeURIComponent('παραλία')}`);
    expect(greek).toContain('Κλείνει η παραλία');
    const english = await page(`/search?language=en&words=${encodeURIComponent('παραλία')}`);
    expect(english).not.toContain('Κλείνει η παραλία');
  });

  test('says on each page where the others are, to readers and to search engines, and which is for everyone else', async () => {
    const english = await page(ferry.path);
    const [, greekPath] = /<a href="([^"]+)" lang="el" hreflang="el" rel="alternate">/.exec(english) ?? [];
    expect(greekPath).toBeDefined();
    const address = newsroom().settings.address;
    for (const path of [ferry.path, greekPath ?? '']) {
      const head = await page(path);
      expect(head).toContain(`<link rel="alternate" hreflang="en" href="${address}${ferry.path}"`);
      expect(head).toContain(`<link rel="alternate" hreflang="el" href="${address}${greekPath}"`);
      expect(head).toContain(`<link rel="alternate" hreflang="x-default" href="${address}${ferry.path}"`);
    }
    for (const path of ['/', '/el']) {
      expect(await page(path)).toContain(`<link rel="alternate" hreflang="el" href="${address}/el"`);
      expect(await page(path)).toContain(`<link rel="alternate" hreflang="x-default" href="${address}/"`);
    }
  });

  test('has its alerts and its corrections in each, with the furniture of that language', async () => {
    const { body } = await paper.get('/el');
    for (const path of ['/el/alerts', '/el/corrections']) expect(body).toContain(`href="${path}"`);
    expect(await page('/el/alerts')).toContain('Ειδοποιήσεις σε αυτή τη συσκευή');
    expect(await page('/el/corrections')).toContain('<html lang="el"');
    expect((await paper.get('/fr/alerts')).statusCode).toBe(404);
    const story = await paper.publish({ sectionId: paper.sections.sea.id, copy: { headline: 'Alerts' } });
    expect(story.path).toBe('/sea/alerts');
    expect(await page('/sea/alerts')).toContain('<h1>Alerts</h1>');
  });

  test('says how many replies are new in each form in which a language counts', async () => {
    const arabic = await paper.publish({ language: 'ar', copy: { headline: 'خبر من الميناء' } });
    const body = await page(arabic.path);
    for (const [form, said] of [
      ['one', 'رد جديد واحد'],
      ['two', 'ردان جديدان'],
      ['few', '{count} ردود جديدة'],
      ['many', '{count} ردًا جديدًا'],
      ['other', '{count} رد جديد'],
    ])
      expect(body).toContain(`<template data-say="replies-${form}">${said}</template>`);
  });

  test('shows a language that is new at the foot of pages that were in memory', async () => {
    expect(await page(ferry.path)).not.toContain('href="/es"');
    newsroom().clock.pass(MINUTE);
    await paper.publish({ language: 'es', copy: { headline: 'El faro busca farero' } });
    expect(await page(ferry.path)).toContain('href="/es"');
  });
});
