/** A paper moves in: what comes, under which address and date, and that a second run changes nothing that was changed here. */
import { expect, test } from 'vitest';
import { codesOf, moveTexts } from '../../../tests/support/moving.ts';
import { onEachEngine, type TestNewsroom, THAT_DAY } from '../../../tests/support/newsroom.ts';
import { wxr } from '../../../tests/support/wxr.ts';
import { searchPublished as search } from '../../entries/search-published.ts';
import { textToHtml } from '../../kit/safe-html.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { listForStory } from '../../replies/read-replies.ts';
import { saveTake } from '../../stories/edit.ts';
import { findPublished, type PublishedStory } from '../../stories/read.ts';

async function storyAt(newsroom: TestNewsroom, path: string): Promise<PublishedStory> {
  const [, sectionSlug = '', slug = ''] = path.split('/');
  const found = await findPublished(newsroom, { sectionSlug, slug });
  if (found?.kind !== 'story') throw new Error(`no story at ${path}`);
  return found.story;
}

const drafts = (newsroom: TestNewsroom) =>
  newsroom.store
    .selectFrom('stories')
    .innerJoin('editions', 'editions.story_id', 'stories.id')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .select(['takes.headline', 'stories.status', 'stories.publish_at'])
    .where('stories.status', '<>', 'published')
    .orderBy('takes.headline')
    .execute();

onEachEngine('a WordPress paper that moves in', (open) => {
  test('keeps its dates, sections, topics, authors and words, and is found by search', async () => {
    const newsroom = open();
    const text = wxr(
      [
        {
          id: 11,
          title: 'Ferries &amp; <em>fog</em>',
          slug: 'ferries-and-fog',
          excerpt: 'Nothing sailed before noon.',
          html: 'No ship left.\n\nThe harbour master\nwaited.',
          date: '2014-02-03 07:00:00',
          modified: '2014-02-04 08:00:00',
          author: 'maria',
          categories: [
            ['sea', 'Sea'],
            ['weather', 'Weather'],
            ['fog', 'Fog', 'post_tag'],
          ],
          meta: { newspack_post_subtitle: 'Fog kept the port shut' },
        },
        { id: 12, title: 'Uncategorised', categories: [['uncategorized', 'Uncategorized']] },
      ],
      {
        categories: [
          ['sea', 'Sea', '', 7],
          ['weather', 'Weather', 'sea', 8],
        ],
      },
    );
    const report = await moveTexts(newsroom, [text]);
    expect(codesOf(report)).toEqual([]);
    const story = await storyAt(newsroom, '/sea/ferries-and-fog');
    expect(story).toMatchObject({
      headline: 'Ferries & fog',
      dek: 'Fog kept the port shut',
      byline: 'Maria Leonti',
      language: 'en',
      bodyHtml: '<p>No ship left.</p><p>The harbour master<br />waited.</p>',
      firstPublishedAt: Date.UTC(2014, 1, 3, 7),
      publishedAt: Date.UTC(2014, 1, 4, 8),
      author: { name: 'Maria Leonti', slug: 'maria' },
    });
    expect(story.topics.map(({ name }) => name)).toEqual(['Fog', 'Weather']);
    expect((await storyAt(newsroom, '/news/story-12')).section).toBeNull();
    const hits = await search(newsroom, { words: 'harbour master', limit: 5 });
    expect(hits.map(({ editionId }) => editionId)).toEqual([story.editionId]);
  });

  test('tells nobody: no alert, no open page, nothing that the desk has to answer', async () => {
    const { store } = open();
    const rows = await store.selectFrom('work').select('event').execute();
    expect([...new Set(rows.map(({ event }) => event))]).toEqual(['paper-moved']);
    expect(await store.selectFrom('alerts').select('id').execute()).toEqual([]);
    expect(await store.selectFrom('live_events').select('id').execute()).toEqual([]);
  });

  test('comes once, however often it is run, and in a rehearsal not at all', async () => {
    const newsroom = open();
    const text = wxr([{ id: 31, title: 'Once' }]);
    const count = async () => (await newsroom.store.selectFrom('takes').select('id').execute()).length;
    const before = await count();
    const rehearsal = await moveTexts(newsroom, [text], { isReal: false });
    expect(rehearsal.counts.get('would be taken in')).toBe(1);
    expect(await count()).toBe(before);
    await moveTexts(newsroom, [text, text]);
    await moveTexts(newsroom, [text]);
    expect(await count()).toBe(before + 1);
  });

  test('takes what changed there, and leaves what was changed here', async () => {
    const newsroom = open();
    const items = [
      { id: 41, title: 'Quay', slug: 'quay' },
      { id: 42, title: 'Pier', slug: 'pier' },
    ];
    await moveTexts(newsroom, [wxr(items)]);
    const pier = await storyAt(newsroom, '/news/pier');
    await saveTake(newsroom, {
      editionId: pier.editionId,
      basedOn: pier.takeId,
      by: theNewsroomItself,
      copy: {
        headline: 'Pier, by us',
        dek: '',
        byline: '',
        dateline: '',
        bodyHtml: textToHtml('Ours.'),
        pictureId: null,
      },
    });
    const changed = items.map((item) => ({
      ...item,
      title: `${item.title} again`,
      modified: '2020-01-01 00:00:00',
    }));
    const report = await moveTexts(newsroom, [wxr(changed)]);
    expect(codesOf(report)).toEqual(['changed-on-both-sides']);
    expect(await storyAt(newsroom, '/news/quay')).toMatchObject({
      headline: 'Quay again',
      firstPublishedAt: Date.UTC(2019, 4, 4, 9, 30),
      publishedAt: Date.UTC(2020, 0, 1),
    });
    expect((await storyAt(newsroom, '/news/pier')).headline).toBe('Pier');
    const doubts = await newsroom.store.selectFrom('move_doubts').select('our_id').execute();
    expect(doubts).toContainEqual({ our_id: pier.storyId });
  });

  test('brings what readers did not see as drafts, what waits as scheduled, and leaves what was thrown away', async () => {
    const newsroom = open();
    const ahead = new Date(THAT_DAY + 86_400_000).toISOString().slice(0, 19).replace('T', ' ');
    const report = await moveTexts(newsroom, [
      wxr([
        {
          id: 51,
          title: 'A draft',
          status: 'draft',
          date: '0000-00-00 00:00:00',
          local: '2019-01-01 12:00:00',
        },
        { id: 52, title: 'B private', status: 'private' },
        { id: 53, title: 'C secret', password: 'enter' },
        { id: 54, title: 'D ahead', status: 'future', date: ahead },
        { id: 55, title: 'E thrown away', status: 'trash' },
        { id: 56, title: 'F menu', type: 'nav_menu_item' },
      ]),
    ]);
    expect(codesOf(report)).toEqual(['private', 'protected']);
    expect(await drafts(newsroom)).toEqual([
      { headline: 'A draft', status: 'draft', publish_at: null },
      { headline: 'B private', status: 'draft', publish_at: null },
      { headline: 'C secret', status: 'draft', publish_at: null },
      { headline: 'D ahead', status: 'scheduled', publish_at: THAT_DAY + 86_400_000 },
    ]);
  });

  test('reads a time of day without a zone in the paper’s own', async () => {
    const newsroom = open();
    await moveTexts(newsroom, [
      wxr([
        { id: 61, slug: 'summer', date: '0000-00-00 00:00:00', local: '2013-07-01 12:00:00' },
        { id: 62, slug: 'winter', date: '0000-00-00 00:00:00', local: '2013-01-01 12:00:00' },
      ]),
    ]);
    const times = [];
    for (const slug of ['summer', 'winter'])
      times.push((await storyAt(newsroom, `/news/${slug}`)).firstPublishedAt);
    expect(times).toEqual([Date.UTC(2013, 6, 1, 9), Date.UTC(2013, 0, 1, 10)]);
  });

  test('brings replies that were shown, in their threads, with addresses sealed', async () => {
    const newsroom = open();
    const text = wxr([
      {
        id: 71,
        slug: 'with-replies',
        comments: [
          { id: 2, parent: 1, text: 'An answer', author: 'Bela', date: '2019-05-06 10:00:00' },
          { id: 1, text: 'A <b>first</b>\n\nword', author: 'Anna' },
          { id: 3, text: 'spam', approved: 'spam' },
          { id: 4, text: 'held', approved: '0' },
          { id: 5, text: 'ping', type: 'pingback' },
          { id: 6, parent: 7, text: 'round' },
          { id: 7, parent: 6, text: 'and round' },
        ],
      },
    ]);
    await moveTexts(newsroom, [text]);
    await moveTexts(newsroom, [text]);
    const { storyId } = await storyAt(newsroom, '/news/with-replies');
    const replies = await listForStory(newsroom, storyId);
    expect(replies.map(({ name, body, answers }) => [name, body, answers.map((each) => each.body)])).toEqual([
      ['Anna', 'A first\n\nword', ['An answer']],
      ['Anna', expect.stringContaining('round'), [expect.stringContaining('round')]],
    ]);
    const rows = await newsroom.store
      .selectFrom('replies')
      .select(['address_sealed', 'received_at'])
      .where('story_id', '=', storyId)
      .orderBy('received_at')
      .execute();
    expect(rows).toHaveLength(4);
    expect(newsroom.seal.open('reply-address', rows[0]!.address_sealed!)).toBe('anna@reader.example');
    expect(rows.at(-1)?.received_at).toBe(Date.UTC(2019, 4, 6, 10));
  });

  test('has posts of one group as editions of one story', async () => {
    const newsroom = open();
    const group = (id: string, language: string): [string, string, string][] => [
      [language, language, 'language'],
      [id, id, 'post_translations'],
    ];
    await moveTexts(newsroom, [
      wxr([
        { id: 81, title: 'The bridge', slug: 'the-bridge', categories: group('pll_1', 'en') },
        {
          id: 82,
          title: 'Η γέφυρα',
          slug: '%ce%b7-%ce%b3%ce%ad%cf%86%cf%85%cf%81%ce%b1',
          categories: group('pll_1', 'el'),
        },
        {
          id: 83,
          title: 'Die Brücke',
          slug: 'die-bruecke',
          meta: { _wpml_import_translation_group: '5', _wpml_import_language_code: 'de' },
        },
        {
          id: 84,
          title: 'Le pont',
          slug: 'le-pont',
          meta: { _wpml_import_translation_group: '5', _wpml_import_language_code: 'fr' },
        },
      ]),
    ]);
    const bridge = await storyAt(newsroom, '/news/the-bridge');
    expect(bridge.editions.map(({ language, path }) => [language, path])).toEqual([['el', '/news/i-gefyra']]);
    const bruecke = await storyAt(newsroom, '/news/die-bruecke');
    expect(bruecke.editions.map(({ language }) => language)).toEqual(['fr']);
  });

  test('has its links to itself lead to where things stand here', async () => {
    const newsroom = open();
    await moveTexts(newsroom, [
      wxr([
        {
          id: 91,
          slug: 'from',
          html: '<p><a href="http://www.old.example/2019/05/to/?utm_source=x">a</a> <a href="/?p=92">b</a> <a href="https://elsewhere.example/x">c</a></p>',
        },
        { id: 92, slug: 'to', categories: [['sea', 'Sea']] },
      ]),
    ]);
    const { bodyHtml } = await storyAt(newsroom, '/news/from');
    const here = `${newsroom.settings.address}/sea/to`;
    expect([...bodyHtml.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      here,
      here,
      'https://elsewhere.example/x',
    ]);
  });
});
