import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine, openTestNewsroom } from '../../tests/support/newsroom.ts';
import { hop, openPaper, openSite, type Paper } from '../../tests/support/site-cast.ts';
import { HOUR, SECOND } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { addStaff } from '../staff/staff.ts';
import { correctStory } from '../stories/correct.ts';
import { saveTake } from '../stories/edit.ts';
import { fileStory } from '../stories/file.ts';
import { killStory } from '../stories/kill.ts';
import { publishStory } from '../stories/publish.ts';
import { addStatement } from '../stories/statements.ts';

/** The words of a page as a reader has them: no markup, one space. */
const textOf = (html: string) =>
  html
    .replace(/<(script|template|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replace(/\s+/g, ' ');

onEachEngine('public pages', (newsroom) => {
  let paper: Paper;
  let path = '';
  beforeAll(async () => {
    paper = await openPaper(newsroom());
    const { sea, city } = paper.sections;
    await paper.publish({ sectionId: city.id, copy: { headline: 'Council keeps the night ferry' } });
    const greek = {
      headline: 'Ο δήμος κλείνει την παραλία',
      bodyHtml: safeBody('<p>Ο δήμος έκλεισε την παραλία.</p>'),
    };
    await paper.publish({
      sectionId: sea.id,
      language: 'el',
      copy: greek,
      hops: [hop('Aegean News Agency', { link: 'https://aegean.example/2' })],
    });
    const story = await paper.publish({
      sectionId: sea.id,
      topicNames: ['Oil spill'],
      copy: {
        headline: 'Tanker’s crew knew of the leak',
        dek: 'Logs are said to show it.',
        byline: 'Maria Leontis',
        dateline: 'Cape Lyra',
        bodyHtml: safeBody('<p>“We have the page,” Eleni Doukas said.</p><p>The beach is closed.</p>'),
      },
      hops: [
        hop('Radio Thalassa', { act: 'said', language: 'el' }),
        hop('Aegean News Agency', { act: 'translated', language: 'el', link: 'https://aegean.example/oil' }),
      ],
    });
    path = story.path;
    await addStatement(newsroom(), {
      editionId: story.editionId,
      speakerName: 'Eleni Doukas',
      speakerRole: 'Head of the inquiry',
      form: 'direct',
      words: '“We have the page,”',
      occasion: 'to Radio Thalassa',
      standing: 'unverified',
      hops: [hop('Radio Thalassa'), hop('Aegean News Agency')],
      by,
    });
  });
  afterAll(() => paper.close());

  test('the front page leads with the newest story and says where each comes from', async () => {
    const { body, statusCode } = await paper.get('/');
    expect(statusCode).toBe(200);
    const text = textOf(body);
    expect(text).toContain('Tanker’s crew knew of the leak');
    expect(text).toContain('Radio Thalassa — Aegean News Agency from Greek');
    expect(text).toContain('Our own report');
    expect(body.match(/<h1/g)).toHaveLength(1);
    expect(body.indexOf('Tanker’s crew')).toBeLessThan(body.indexOf('Council keeps'));
  });

  test('an item in another language says so, in markup and in words', async () => {
    const { body } = await paper.get('/');
    expect(body).toMatch(/<article class="item ?" lang="el"><h3><a href="[^"]+">Ο δήμος/);
    expect(textOf(body)).toContain('Ελληνικά');
  });

  test('a story shows its way to us, its time in the paper’s zone, and its original', async () => {
    const { body } = await paper.get(path);
    const text = textOf(body);
    expect(text).toContain('Radio Thalassa said, Greek');
    expect(text).toContain('Translated from Greek.');
    expect(text).toContain('By Maria Leontis');
    expect(text).toContain('19 November 2026, 14:21');
    expect(body).toContain('href="https://aegean.example/oil"');
    expect(body).toMatch(/<p><span class="dateline">Cape Lyra<\/span>/);
  });

  test('a statement is marked in the text and explained beside it, without script', async () => {
    const { body } = await paper.get(path);
    expect(body).toMatch(
      /<span class="said" data-statement="1">“We have the page,”<\/span><sup><a href="#statement-1">/,
    );
    expect(body).toContain('id="statement-1"');
    const text = textOf(body);
    expect(text).toContain('Eleni Doukas: who said this, and how we know');
    expect(text).toContain(
      'Heard through Radio Thalassa — Aegean News Agency. This could not be independently verified.',
    );
  });

  test('a section, a topic and the search list the story', async () => {
    for (const list of ['/sea', '/topic/oil-spill', '/search?words=doukas', '/news']) {
      const { body, statusCode } = await paper.get(list);
      expect([list, statusCode]).toEqual([list, 200]);
      expect(body).toContain(`href="${path}"`);
    }
    expect((await paper.get('/city')).body).not.toContain(`href="${path}"`);
  });

  test('a search for nothing that is there says so, and shows what was typed as text', async () => {
    const { body } = await paper.get(`/search?words=${encodeURIComponent('"><script>x</script>')}`);
    expect(body).not.toContain('<script>x');
    expect(textOf(body)).toContain('Nothing was found for “"><script>x</script>”.');
  });

  test('an address that is none is 404 in the paper’s own dress', async () => {
    for (const nowhere of ['/nowhere', '/sea/nothing', '/topic/none', '/source/none', '/author/none']) {
      const { statusCode, body } = await paper.get(nowhere);
      expect([nowhere, statusCode]).toEqual([nowhere, 404]);
      expect(textOf(body)).toContain('There is nothing at this address');
    }
  });

  test('in a byline of two the author’s name alone leads to the author’s page', async () => {
    const given = {
      name: 'Maria Leontis',
      email: 'maria@post.example',
      password: 'the harbour at night',
      by,
    };
    const maria = await addStaff(newsroom(), { ...given, role: 'editor' });
    const byline = 'Maria Leontis and Aegean News Agency';
    const { path } = await paper.publish({ by: maria, copy: { headline: 'Two names', byline } });
    const page = (await paper.get(path)).body;
    expect(page).toContain(`<a href="/author/${maria.slug}" rel="author">Maria Leontis</a> and Aegean`);
    const other = await paper.publish({ by: maria, copy: { headline: 'Not hers', byline: 'Nadia Holm' } });
    expect((await paper.get(other.path)).body).not.toContain('rel="author"');
  });

  test('a list goes on by its cursor, and later pages are not for search engines', async () => {
    for (let count = 0; count < 21; count += 1) {
      await paper.publish({ sectionId: paper.sections.world.id, copy: { headline: `Report ${count}` } });
    }
    const first = (await paper.get('/world')).body;
    expect(first.match(/<article/g)).toHaveLength(20);
    const older = /href="(\/world\?before=[\w-]+)"/.exec(first)?.[1] ?? '';
    const second = (await paper.get(older)).body;
    expect(second).toContain('Report 0');
    expect(second.match(/<article/g)).toHaveLength(1);
    expect(second).toContain('<meta name="robots" content="noindex, follow"/>');
    expect(first).not.toContain('noindex');
  });

  test('a correction stands on the story, in Now and in the log at once', async () => {
    const story = await paper.publish({
      sectionId: paper.sections.sea.id,
      copy: { headline: 'Pilots were out' },
    });
    await paper.get('/');
    await paper.get(story.path);
    await paper.get('/corrections');
    newsroom().clock.pass(HOUR);
    const copy = { ...blank, headline: 'Pilots were in', bodyHtml: safeBody('<p>They were in.</p>') };
    await saveTake(newsroom(), { editionId: story.editionId, copy, basedOn: story.takeId, by });
    await correctStory(newsroom(), { storyId: story.storyId, notice: 'The pilots were in.', by });
    for (const page of ['/', story.path, '/corrections']) {
      expect(textOf((await paper.get(page)).body)).toContain('The pilots were in.');
    }
    expect((await paper.get(story.path)).body).toContain('Pilots were in');
    expect(textOf((await paper.get(story.path)).body)).toMatch(/updated \d\d:\d\d/);
    const sameMinute = { published_at: story.firstPublishedAt + SECOND };
    await newsroom()
      .store.updateTable('editions')
      .set(sameMinute)
      .where('id', '=', story.editionId)
      .execute();
    newsroom().bell.ring('pages', { touched: [`story:${story.storyId}`] });
    expect(textOf((await paper.get(story.path)).body)).not.toContain('updated');
  });

  test('a killed story answers 410, says why, and is gone from every page without its headline', async () => {
    const story = await paper.publish({
      sectionId: paper.sections.sea.id,
      copy: { headline: 'Slander of the day' },
    });
    expect((await paper.get('/')).body).toContain('Slander');
    await killStory(newsroom(), { storyId: story.storyId, notice: 'It was not so.', by });
    const gone = await paper.get(story.path);
    expect(gone.statusCode).toBe(410);
    expect(textOf(gone.body)).toContain('It was not so.');
    for (const page of [story.path, '/', '/sea', '/corrections', '/feed.rss', '/search?words=slander']) {
      expect((await paper.get(page)).body).not.toContain('Slander of the day');
    }
  });

  test('a story that moved to another section is forwarded, and back', async () => {
    const { sea, city } = paper.sections;
    const story = await paper.publish({ sectionId: sea.id, copy: { headline: 'Mole repaired' } });
    const file = async (sectionId: string, now: number) => {
      await fileStory(newsroom(), {
        storyId: story.storyId,
        slug: 'mole',
        sectionId,
        topicNames: [],
        alertLevel: null,
        repliesOpen: true,
        by,
      });
      expect((await paper.get(story.path)).statusCode).toBe(now); // it waits for a publication
      await publishStory(newsroom(), { storyId: story.storyId, by });
    };
    await file(city.id, 200);
    const moved = await paper.get(story.path);
    expect([moved.statusCode, moved.headers.location]).toEqual([301, '/city/mole-repaired']);
    await file(sea.id, 301);
    expect((await paper.get(story.path)).statusCode).toBe(200);
  });

  test('hostile text stays text, in the page, its head and its data', async () => {
    const headline = '</script><script>alert(1)</script> "quoted" & <b>bold</b> \u202eabc';
    const story = await paper.publish({
      copy: { headline, dek: '"><img src=x onerror=alert(1)>', byline: 'O\'Neill "x"' },
    });
    const { body } = await paper.get(story.path);
    expect(body).not.toContain('<script>alert');
    expect(body).not.toContain('<img src=x');
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)?.[1] ?? '';
    expect(JSON.parse(data).headline).toContain('</script><script>alert(1)</script>');
  });

  test('the data block says what it is based on, what was corrected and who is quoted', async () => {
    const { body } = await paper.get(path);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)?.[1] ?? '{}');
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      datePublished: '2026-11-19T14:21:00+02:00',
      inLanguage: 'en',
      dateline: 'Cape Lyra',
      articleSection: 'Sea',
    });
    expect(data.isBasedOn[0]).toMatchObject({
      url: 'https://aegean.example/oil',
      publisher: { name: 'Aegean News Agency' },
    });
    expect(data.hasPart[0]).toMatchObject({ '@type': 'Quotation', text: '“We have the page,”' });
  });
});

const blank = { dek: '', byline: '', dateline: '', pictureId: null };

describe('a paper that is not set up', () => {
  test('answers every page with 503 and plain words, and opens when it is', async () => {
    const newsroom = await openTestNewsroom();
    const site = await openSite(newsroom);
    for (const path of ['/', '/sea', '/feed.rss', '/search']) {
      const answer = await site.app.inject({ url: path });
      expect([path, answer.statusCode]).toEqual([path, 503]);
      expect(answer.body).toContain('This paper is not open yet');
      expect(answer.headers['retry-after']).toBe('30');
    }
    const paper = await openPaper(newsroom);
    expect((await site.app.inject({ url: '/' })).statusCode).toBe(200);
    await paper.close();
    await site.close();
    await newsroom.close();
  });
});

describe('a paper in Arabic', () => {
  test('is written from right to left, and its stories in the direction and with the furniture of their language', async () => {
    const newsroom = await openTestNewsroom();
    const paper = await openPaper(newsroom);
    await newsroom.store.updateTable('masthead').set({ language: 'ar' }).execute();
    const story = await paper.publish({ copy: { headline: 'In English' } });
    expect((await paper.get('/')).body).toMatch(/<html lang="ar" dir="rtl"/);
    const { body } = await paper.get(story.path);
    expect(body).toMatch(/<html lang="en" dir="ltr"/);
    expect(body).toMatch(/<article class="story" lang="en" dir="ltr"/);
    await paper.close();
    await newsroom.close();
  });
});
