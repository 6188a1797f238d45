/** Exports in which plugins and themes keep what readers saw beside the post: first categories, names, lines, recordings, words. */
import { expect, test } from 'vitest';
import { codesOf, moveTexts } from '../../../tests/support/moving.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { type WxrItem, wxr } from '../../../tests/support/wxr.ts';
import { findPublished } from '../../stories/read.ts';

onEachEngine('what stands beside a post', (newsroom) => {
  const storyAt = async (path: string) => {
    const [, sectionSlug = '', slug = ''] = path.split('/');
    const found = await findPublished(newsroom(), { sectionSlug, slug });
    if (found?.kind !== 'story') throw new Error(`no story at ${path}`);
    return found.story;
  };

  test('the category that a plugin says is first is the section, whichever plugin it is', async () => {
    const categories: [string, string][] = [
      ['yachts', 'Yachts'],
      ['money', 'Money'],
    ];
    const keys = [
      'rank_math_primary_category',
      '_seopress_robots_primary_cat',
      '_primary_term_category',
      'epc_primary_category',
    ];
    const items = keys.map((key, at): WxrItem => ({ id: at + 1, categories, meta: { [key]: '32' } }));
    const hidden: Record<string, string>[] = [
      { rank_math_robots: 'a:1:{i:0;s:7:"noindex";}' },
      { _seopress_robots_index: 'yes' },
      { _genesis_noindex: '1' },
    ];
    const asked = hidden.map((meta, at): WxrItem => ({ id: at + 11, categories, meta }));
    const report = await moveTexts(newsroom(), [
      wxr([...items, ...asked], {
        address: 'https://first.example',
        categories: [
          ['yachts', 'Yachts', '', 31],
          ['money', 'Money', '', 32],
        ],
      }),
    ]);
    for (const { id } of items) expect((await storyAt(`/money/story-${id}`)).headline).toBe(`Story ${id}`);
    expect(report.doubts.map(({ foreignId, words }) => [foreignId, words])).toEqual(
      ['11', '12', '13'].map((id) => [id, 'Search engines were asked to leave its page there out.']),
    );
  });

  test('guests of Molongui, of a taxonomy of bylines and of a field are named, and not who typed it', async () => {
    const items: WxrItem[] = [
      {
        id: 21,
        meta: { _molongui_main_author: 'guest-30', _molongui_author: 'user-2' },
      },
      {
        id: 22,
        categories: [
          ['lee-tan', 'Lee Tan', 'byline'],
          ['ana', 'Ana Ruiz', 'byline'],
        ],
      },
      { id: 23, meta: { sfly_guest_author_names: 'Gus Tauthor' } },
      { id: 24, meta: { byline: 'Kim Sole', _byline: 'field_5f' } },
      { id: 30, type: 'guest_author', slug: 'moli', title: 'Moli Guest', html: 'Writes on <em>fog</em>.' },
    ];
    const report = await moveTexts(newsroom(), [wxr(items, { address: 'https://guests.example' })]);
    expect(codesOf(report)).toEqual([]);
    const bylines = [];
    for (const id of [21, 22, 23, 24]) bylines.push((await storyAt(`/news/story-${id}`)).byline);
    expect(bylines).toEqual([
      'Moli Guest and Maria Leonti',
      'Lee Tan and Ana Ruiz',
      'Gus Tauthor',
      'Kim Sole',
    ]);
  });

  test('a line below the headline, an episode’s recording, a table and a series come', async () => {
    const theme = 'a:1:{s:11:"td_subtitle";s:11:"In the fog.";}';
    const enclosure = 'https://cdn.example/ep1.mp3\n1234\naudio/mpeg\na:1:{s:8:"duration";s:5:"20:00";}';
    const linked = 'Hear <a href="https://cdn.example/ep1.mp3">it</a>.';
    const items: WxrItem[] = [
      { id: 41, meta: { subtitle: 'A standfirst', _subtitle: 'field_1' }, excerpt: 'An excerpt' },
      { id: 42, meta: { td_post_theme_settings: theme } },
      { id: 43, meta: { enclosure }, html: '<p>Notes.</p>' },
      { id: 44, meta: { enclosure }, html: linked },
      { id: 45, html: 'See:\n\n[table id=7 /]', categories: [['fog', 'The fog files', 'series']] },
      {
        id: 46,
        type: 'tablepress_table',
        html: '[["Pier","Boats"],["A","2"]]',
        meta: { _tablepress_export_table_id: '7', _tablepress_table_options: '{"table_head":true}' },
      },
    ];
    await moveTexts(newsroom(), [wxr(items, { address: 'https://beside.example' })]);
    const dek = async (id: number) => (await storyAt(`/news/story-${id}`)).dek;
    expect([await dek(41), await dek(42)]).toEqual(['A standfirst', 'In the fog.']);
    const body = async (id: number) => (await storyAt(`/news/story-${id}`)).bodyHtml;
    expect(await body(43)).toMatch(
      /^<figure\b.*https:\/\/cdn\.example\/ep1\.mp3.*<\/figure><p>Notes\.<\/p>$/,
    );
    expect(await body(44)).toMatch(/^<p>Hear .*<\/p>$/);
    expect(await body(45)).toContain('<th scope="col">Pier</th>');
    expect((await storyAt('/news/story-45')).topics.map(({ name }) => name)).toEqual(['The fog files']);
  });

  test('a post that is empty itself has the words of its fields, and one that has none at all is listed', async () => {
    const built = [
      {
        elType: 'section',
        elements: [
          { elType: 'widget', widgetType: 'heading', settings: { title: 'On the quay' } },
          { elType: 'widget', widgetType: 'text-editor', settings: { editor: '<p>Built.</p>' } },
        ],
      },
    ];
    const items: WxrItem[] = [
      { id: 51, html: '', meta: { _elementor_data: JSON.stringify(built) } },
      {
        id: 52,
        html: '',
        meta: { intro: 'In short words.', _intro: 'field_1', style: 'wide', _style: 'field_2' },
      },
      { id: 53, html: '' },
      { id: 54, html: '', status: 'draft' },
    ];
    const report = await moveTexts(newsroom(), [wxr(items, { address: 'https://fields.example' })]);
    expect((await storyAt('/news/story-51')).bodyHtml).toBe('<h2>On the quay</h2><p>Built.</p>');
    expect((await storyAt('/news/story-52')).bodyHtml).toBe('<p>In short words.</p>');
    expect(report.doubts.map(({ foreignId, code }) => [foreignId, code]).toSorted()).toEqual([
      ['51', 'read-it-over'],
      ['52', 'read-it-over'],
      ['53', 'no-words'],
    ]);
  });

  test('items of other kinds are named with an address, and come as stories where they are asked for', async () => {
    const item = (id: number): WxrItem => ({
      id,
      type: 'opinion',
      link: `https://kinds.example/opinion/story-${id}/`,
      categories: [['letters', 'Letters', 'opinion_category']],
      comments: id === 61 ? [{ id: 1, text: 'Quite so' }] : [],
    });
    const order: WxrItem = { id: 63, type: 'shop_order', status: 'wc-completed', html: '' };
    const file = wxr([item(61), item(62), order], { address: 'https://kinds.example' });
    const told = await moveTexts(newsroom(), [file]);
    expect(told.doubts).toMatchObject([
      {
        code: 'kind-left-out',
        foreignId: 'kind opinion',
        address: 'https://kinds.example/opinion/story-61/',
      },
    ]);
    expect(told.doubts[0]?.words).toContain('2 left out');
    expect(told.survey.counts.get('of kind “shop_order”')).toBe(1);
    for (const isApart of [true, false]) {
      const taken = await moveTexts(newsroom(), [file], { kinds: ['opinion'], isApart });
      expect([codesOf(taken), taken.counts.get(isApart ? 'taken in' : 'the same')]).toEqual([[], 2]);
    }
    const story = await storyAt('/letters/story-61');
    expect(story.headline).toBe('Story 61');
  });
});
