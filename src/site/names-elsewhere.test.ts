import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { saidFirst } from '../media/media-words.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { keepNames } from '../stories/names-elsewhere.ts';
import { keepPictureWords } from '../stories/picture-words.ts';
import type { PublishedStory } from '../stories/read.ts';
import { listSections, listTopics } from '../stories/sections.ts';

onEachEngine('a reader of an edition in another language', (newsroom) => {
  let paper: Paper;
  let arabic: PublishedStory;
  let english: PublishedStory;
  beforeAll(async () => {
    paper = await openPaper(newsroom());
    const pictureId = newsroom().ids.next();
    await newsroom()
      .store.insertInto('media')
      .values({
        id: pictureId,
        file: pictureId,
        kind: 'picture',
        width: 800,
        height: 600,
        by_id: '',
        alt: 'A crane',
        caption: 'The crane at dawn.',
        credit: 'Ada Lind',
        created_at: 0,
      })
      .execute();
    await saidFirst(newsroom(), { pictureId, language: 'en' });
    const sectionId = paper.sections.sea.id;
    english = await paper.publish({ sectionId, copy: { headline: 'The quay opens', pictureId } });
    arabic = await paper.publish({ sectionId, language: 'ar', copy: { headline: 'الرصيف يفتح', pictureId } });
    await fileUnder(arabic, 'Market hall');
  });
  afterAll(() => paper.close());

  async function fileUnder(story: PublishedStory, topic: string): Promise<void> {
    const { store, ids } = newsroom();
    const id = ids.next();
    await store.insertInto('topics').values({ id, slug: 'market-hall', name: topic }).execute();
    await store.insertInto('story_topics').values({ story_id: story.storyId, topic_id: id }).execute();
    newsroom().bell.ring('pages', { touched: ['everything'] });
  }

  const page = async (path: string) => (await paper.get(path)).body;

  test('sees the paper’s own names, said to be in its language, where nobody has given others', async () => {
    const body = await page(arabic.path);
    expect(body).toContain('<bdi lang="en" dir="ltr">Sea</bdi>');
    expect(body).toContain('<bdi lang="en" dir="ltr">Market hall</bdi>');
    expect(body).toMatch(/<figcaption><bdi lang="en" dir="ltr">The crane at dawn\./);
  });

  test('sees sections and topics by their names there, in bar, chips, heads, feeds and data', async () => {
    const [topic] = await listTopics(newsroom());
    await keepNames(newsroom(), {
      language: 'ar',
      names: [
        { kind: 'section', id: paper.sections.sea.id, name: '  البحر ' },
        { kind: 'topic', id: topic?.id ?? '', name: 'السوق' },
      ],
      by,
    });
    const body = await page(arabic.path);
    for (const said of [
      '<bdi>البحر</bdi>',
      '<bdi>السوق</bdi>',
      'property="article:section" content="البحر"',
      'property="article:tag" content="السوق"',
      '"articleSection":"البحر"',
      'title="البحر — The Harbour Post, RSS"',
    ])
      expect(body, said).toContain(said);
    expect(body).not.toContain('>Sea<');
    expect(await page('/ar/sea')).toContain('<h1>البحر</h1>');
    expect(await page('/ar/sea/feed.rss')).toContain('<title>البحر — The Harbour Post</title>');
    expect(await page('/ar/feed.rss')).toContain('<category>البحر</category>');
    expect(await page('/ar/alerts')).toContain('السوق');
    expect(await page(english.path)).toContain('<bdi>Sea</bdi>');
  });

  test('reads the caption, and hears what the picture shows, in the language of the edition', async () => {
    const words = { alt: 'رافعة', caption: 'الرافعة عند الفجر.', by };
    await keepPictureWords(newsroom(), { editionId: arabic.editionId, ...words });
    const body = await page(arabic.path);
    expect(body).toMatch(/<figcaption><bdi>الرافعة عند الفجر\. <bdi>Ada Lind<\/bdi>/);
    expect(body).toContain('alt="رافعة"');
    expect(body).toContain('property="og:image:alt" content="رافعة"');
    expect(await page('/ar/feed.rss')).toContain('<media:description>الرافعة عند الفجر.</media:description>');
    expect(await page(english.path)).toContain('The crane at dawn.');
    await expect(
      keepPictureWords(newsroom(), { editionId: arabic.editionId, alt: ' ', caption: '', by }),
    ).rejects.toMatchObject({ code: 'form-incomplete' });
  });

  test('sees the paper’s own name again once the other is taken back', async () => {
    const names = [{ kind: 'section' as const, id: paper.sections.sea.id, name: '' }];
    await keepNames(newsroom(), { language: 'ar', names, by });
    expect((await listSections(newsroom())).find(({ slug }) => slug === 'sea')?.names).toBeUndefined();
    expect(await page(arabic.path)).toContain('<bdi lang="en" dir="ltr">Sea</bdi>');
    expect((await sql`select 1 from names_elsewhere`.execute(newsroom().store)).rows).toHaveLength(1);
  });
});
