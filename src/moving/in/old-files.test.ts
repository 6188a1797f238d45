/** Exports as they are met: by other hands, of old versions, with groups and names that do not add up. */
import { expect, test } from 'vitest';
import { codesOf, moveTexts } from '../../../tests/support/moving.ts';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { wxr } from '../../../tests/support/wxr.ts';
import { countName } from '../count-words.ts';

/** What came from one house: each test has a house of its own. */
const written = (newsroom: TestNewsroom, house: string) =>
  newsroom.store
    .selectFrom('moved_things')
    .innerJoin('editions', 'editions.id', 'moved_things.our_id')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .select(['takes.headline', 'takes.body_html', 'editions.language', 'editions.story_id', 'editions.id'])
    .select(['sections.name as section', 'editions.first_published_at'])
    .where('moved_things.origin', '=', `wordpress:${house}.example`)
    .where('moved_things.kind', '=', 'post')
    .orderBy('takes.headline')
    .execute();

const at = (house: string) => ({ address: `https://${house}.example` });

onEachEngine('an export that does not add up', (open) => {
  test('with two posts of one group in one language, side by side, brings both and says so', async () => {
    const newsroom = open();
    const inGroup = (id: number, language: string) => ({
      id,
      categories: [
        [language, language, 'language'],
        ['pll_1', 'pll_1', 'post_translations'],
      ] as [string, string, string][],
    });
    const report = await moveTexts(newsroom, [
      wxr([inGroup(1, 'en'), inGroup(2, 'el'), inGroup(3, 'en')], at('group')),
    ]);
    expect(codesOf(report)).toEqual(['two-of-a-language']);
    const [first, second, third] = await written(newsroom, 'group');
    expect(second?.story_id).toBe(first?.story_id);
    expect(third?.story_id).not.toBe(first?.story_id);
  });

  test('whose posts and comments have no numbers loses none of them, and brings none twice', async () => {
    const newsroom = open();
    const text = wxr(
      [1, 2].map((id) => ({
        id,
        comments: [
          { id: 1, text: 'First.' },
          { id: 2, text: 'Second.' },
        ],
      })),
      at('numberless'),
    )
      .replace(/<wp:post_id>.*?<\/wp:post_id>/g, '')
      .replace(/<guid.*?<\/guid>/g, '')
      .replace(/<wp:comment_id>.*?<\/wp:comment_id>/g, '');
    expect(codesOf(await moveTexts(newsroom, [text]))).toEqual([]);
    const again = await moveTexts(newsroom, [text]);
    expect(again.counts.get('the same')).toBe(2);
    const editions = await written(newsroom, 'numberless');
    expect(editions).toHaveLength(2);
    const ids = editions.map(({ id }) => id);
    const replies = newsroom.store.selectFrom('replies').select('id').where('edition_id', 'in', ids);
    expect(await replies.execute()).toHaveLength(4);
  });

  test('has one section of a category that it writes with per cent signs and as it reads', async () => {
    const newsroom = open();
    const posts = ['%D0%B3%D0%BE%D1%80%D0%BE%D0%B4', '%d0%b3%d0%be%d1%80%d0%be%d0%b4', 'город'];
    await moveTexts(newsroom, [
      wxr(
        posts.map((slug, at) => ({ id: at + 1, categories: [[slug, 'Город']] })),
        { categories: [['%d0%b3%d0%be%d1%80%d0%be%d0%b4', 'Город']], ...at('gorod') },
      ),
    ]);
    expect(new Set((await written(newsroom, 'gorod')).map(({ section }) => section))).toEqual(
      new Set(['Город']),
    );
    expect(
      await newsroom.store.selectFrom('sections').select('id').where('name', '=', 'Город').execute(),
    ).toHaveLength(1);
  });

  test('of WordPress 2, which names the category above by its name, has that one as the section', async () => {
    const newsroom = open();
    const categories: [string, string, string?][] = [
      ['city-news', 'City News'],
      ['town', 'Town', 'City News'],
    ];
    await moveTexts(newsroom, [
      wxr([{ id: 1, categories: [['town', 'Town']] }], { version: '1.0', categories, ...at('two') }),
    ]);
    expect(await written(newsroom, 'two')).toMatchObject([{ section: 'City News' }]);
  });

  test('of a site in formal German is German, and a post without a date has that of its last change', async () => {
    const newsroom = open();
    const none = '0000-00-00 00:00:00';
    const link = 'https://formal.example/?p=1';
    const post = { id: 1, date: none, local: none, modified: '2015-06-07 08:00:00', link };
    const report = await moveTexts(newsroom, [wxr([post], { language: 'de-DE-formal', ...at('formal') })]);
    expect(codesOf(report)).toEqual(['no-date']);
    const [story] = await written(newsroom, 'formal');
    expect(story?.language).toBe('de');
    expect(Number(story?.first_published_at)).toBe(Date.UTC(2015, 5, 7, 8));
  });

  test('with pieces of which nothing says when readers had them has none of them look new, and each is said once', async () => {
    const newsroom = open();
    const { address } = at('undated');
    const none = { date: '0000-00-00 00:00:00', local: '', modified: '' };
    const undated = [
      { id: 1, title: 'Blog', type: 'page', html: '', link: `${address}/blog`, ...none },
      { id: 2, title: 'By month', link: `${address}/2016/02/by-month`, ...none },
      { id: 3, title: 'Dated', link: `${address}/dated`, html: '<p><a href="/blog">Blog</a></p>' },
    ];
    const report = await moveTexts(newsroom, [wxr(undated, { address })]);
    expect(codesOf(report)).toEqual(['no-date', 'no-date']);
    const when = async () =>
      (await written(newsroom, 'undated')).map((row) => [row.headline, row.first_published_at]);
    expect(await when()).toEqual([
      ['Blog', null],
      ['By month', Date.UTC(2016, 1, 1, 10)],
      ['Dated', Date.UTC(2019, 4, 4, 9, 30)],
    ]);
    const [, , dated] = await written(newsroom, 'undated');
    expect(dated?.body_html).toContain(`href="${address}/blog"`);
  });

  test('keeps pictures of galleries that are lists, with their captions, as they were until WordPress 5.9', async () => {
    const newsroom = open();
    const item = (name: string) =>
      `<li class="blocks-gallery-item"><figure><img src="https://old.example/${name}.jpg" alt="${name}"/><figcaption>At ${name}</figcaption></figure></li>`;
    const lists = `<ul class="wp-block-gallery columns-2">${item('quay')}${item('mole')}</ul>`;
    const inFigure = `<figure class="wp-block-gallery"><ul class="blocks-gallery-grid">${item('pier')}${item('dock')}</ul></figure>`;
    const html = `<!-- wp:gallery -->${lists}<!-- /wp:gallery --><!-- wp:gallery -->${inFigure}<!-- /wp:gallery -->`;
    const report = await moveTexts(newsroom, [wxr([{ id: 1, title: 'Galleries', html }], at('lists'))]);
    expect(codesOf(report)).toEqual([]);
    expect(report.counts.get('pictures left for later')).toBe(4);
    const body = (await written(newsroom, 'lists'))[0]?.body_html ?? '';
    for (const name of ['quay', 'mole', 'pier', 'dock'])
      expect(body).toContain(`alt="${name}" /><figcaption>At ${name}</figcaption>`);
    expect(body.match(/data-block="gallery"/g)).toHaveLength(2);
  });

  test('reads a caption with quotation marks, the short forms of films, signs of comparison, and pages within a post', async () => {
    const newsroom = open();
    const html = [
      '[caption id="a" caption="The &quot;old&quot; quay"]<img src="https://old.example/q.jpg" alt="Quay" />[/caption]',
      '[youtube=https://www.youtube.com/watch?v=abc&w=3]',
      '3 < 5',
      'and 7 > 2',
      'One<!--nextpage-->Two',
    ].join('\n\n');
    await moveTexts(newsroom, [wxr([{ id: 1, title: 'Classic', html }], at('classic'))]);
    expect((await written(newsroom, 'classic'))[0]?.body_html).toBe(
      '<figure><img src="https://old.example/q.jpg" alt="Quay" /><figcaption>The "old" quay</figcaption></figure>' +
        '<figure data-block="embed"><a href="https://www.youtube.com/watch?v=abc&amp;w=3" rel="noopener">https://www.youtube.com/watch?v=abc&amp;w=3</a><figcaption><small>YouTube</small></figcaption></figure>' +
        '<p>3 &lt; 5</p><p>and 7 &gt; 2</p><p>One</p><p>Two</p>',
    );
  });

  test('does not promise replies under drafts in a rehearsal', async () => {
    const newsroom = open();
    const comments = [{ id: 1, text: 'Early.' }];
    const text = wxr(
      [
        { id: 1, comments },
        { id: 2, status: 'draft', comments: [{ id: 2, text: 'Late.' }] },
      ],
      at('rehearsed'),
    );
    const report = await moveTexts(newsroom, [text], { isReal: false });
    expect(report.counts.get('replies would be taken in')).toBe(1);
  });
});

test('one of a kind is said in the singular', () => {
  expect(countName('held replies', 1)).toBe('held reply');
  expect(countName('other files that stay there', 1)).toBe('other file that stays there');
  expect(countName('pictures in the library', 1)).toBe('picture in the library');
  expect(countName('stories that are here already', 1)).toBe('story that is here already');
  expect(countName('taken in', 1)).toBe('taken in');
  expect(countName('posts', 2)).toBe('posts');
});
