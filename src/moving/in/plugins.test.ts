/** Exports of houses with Co-Authors Plus, Newspack, Yoast and Polylang, with the fields and terms that those write. */
import { expect, test } from 'vitest';
import { codesOf, moveTexts } from '../../../tests/support/moving.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { type WxrItem, wxr } from '../../../tests/support/wxr.ts';
import { listCorrections } from '../../stories/corrections.ts';
import { listNamesElsewhere } from '../../stories/names-queries.ts';
import { findPublished } from '../../stories/read.ts';
import { findOldAddress } from '../addresses/find-old.ts';

const term = (taxonomy: string, id: number, [slug, name]: [string, string], says = ''): string =>
  `<wp:term><wp:term_id>${id}</wp:term_id><wp:term_taxonomy><![CDATA[${taxonomy}]]></wp:term_taxonomy><wp:term_slug><![CDATA[${slug}]]></wp:term_slug><wp:term_parent><![CDATA[]]></wp:term_parent><wp:term_name><![CDATA[${name}]]></wp:term_name><wp:term_description><![CDATA[${says}]]></wp:term_description></wp:term>`;

onEachEngine('a house with plugins', (newsroom) => {
  const storyAt = async (path: string) => {
    const [, sectionSlug = '', slug = ''] = path.split('/');
    const found = await findPublished(newsroom(), { sectionSlug, slug });
    if (found?.kind !== 'story') throw new Error(`no story at ${path}`);
    return found.story;
  };
  const staff = () => newsroom().store.selectFrom('staff').select(['name', 'email', 'slug']).execute();
  const ledTo = async (address: string) => (await findOldAddress(newsroom(), address))?.path;

  test('who wrote stands in the byline by name: logins with dots, guests of any script, who is nobody’s first', async () => {
    const by = (...pairs: [string, string][]): [string, string, string][] =>
      pairs.map(([nicename, login]) => [`cap-${nicename}`, login, 'author']);
    const items: WxrItem[] = [
      {
        id: 1,
        slug: 'by-three',
        author: 'rosa.marin',
        categories: by(
          ['ada-guest', 'ada-guest'],
          ['rosa-marin', 'rosa.marin'],
          ['only-second', 'only.second'],
        ),
      },
      {
        id: 2,
        slug: 'by-guests',
        author: 'rosa.marin',
        categories: by(['%ce%b5%ce%bb%ce%ad%ce%bd%ce%b7', 'ελένη'], ['iannis-guest', 'iannis-guest']),
      },
      { id: 3, slug: 'by-one', author: 'rosa.marin' },
      { id: 4, slug: 'by-address', author: 'omar@plugins.example' },
      {
        id: 10,
        type: 'guest-author',
        slug: 'cap-ada-guest',
        meta: { 'cap-user_login': 'ada-guest', 'cap-display_name': 'Ada O’Guest', 'cap-linked_account': '' },
      },
      {
        id: 11,
        type: 'guest-author',
        slug: 'cap-%ce%b5%ce%bb%ce%ad%ce%bd%ce%b7',
        meta: { 'cap-user_login': 'ελένη', 'cap-display_name': 'Ελένη Μαύρου' },
      },
      {
        id: 12,
        type: 'guest-author',
        slug: 'cap-iannis-guest',
        meta: {
          'cap-user_login': 'iannis-guest',
          'cap-display_name': 'Iannis (Guest)',
          'cap-linked_account': 'iannis',
        },
      },
    ];
    const terms = [
      term('author', 20, ['cap-ada-guest', 'ada-guest'], 'Ada O’Guest   ada-guest 10 '),
      term(
        'author',
        21,
        ['cap-rosa-marin', 'rosa.marin'],
        'Rosa Marin Rosa Marin rosa.marin 2 rosa@plugins.example',
      ),
      term(
        'author',
        22,
        ['cap-only-second', 'only.second'],
        'Olga Never-First Olga N only.second 7 olga@plugins.example',
      ),
    ].join('\n');
    const authors = [
      { login: 'rosa.marin', name: 'Rosa Marin', email: 'rosa@plugins.example', id: 2 },
      { login: 'omar@plugins.example', name: 'Omar Said', email: 'omar@plugins.example', id: 3 },
      { login: 'iannis', name: 'Iannis K.', email: 'iannis@plugins.example', id: 4 },
    ];
    const report = await moveTexts(newsroom(), [
      wxr(items, { address: 'https://plugins.example', terms, authors }),
    ]);
    expect(codesOf(report)).toEqual([]);
    const bylines = [];
    for (const slug of ['by-three', 'by-guests', 'by-one', 'by-address'])
      bylines.push((await storyAt(`/news/${slug}`)).byline);
    expect(bylines).toEqual([
      'Ada O’Guest, Rosa Marin, and Olga Never-First',
      'Ελένη Μαύρου and Iannis (Guest)',
      'Rosa Marin',
      'Omar Said',
    ]);
    const people = await staff();
    expect(people.filter(({ name }) => name === 'Rosa Marin')).toHaveLength(1);
    expect(people.map(({ name }) => name).join()).not.toMatch(/%|rosa-marin|only\.second/);
    for (const nicename of ['rosa-marin', 'omarplugins-example', '%CE%B5%CE%BB%CE%AD%CE%BD%CE%B7'])
      expect(await ledTo(`/author/${nicename}/`)).toMatch(/^\/author\/[a-z-]+$/);
  });

  test('Newspack’s byline, summary, credit and notices come; a notice that nobody was shown does not', async () => {
    const notice = (id: number, text: string, more: Partial<WxrItem> = {}): WxrItem => ({
      id,
      type: 'newspack_correction',
      title: 'Correction for Nine o’clock',
      html: text,
      meta: { 'newspack_correction-post-id': '101', newspack_corrections_type: 'correction' },
      date: '2024-05-06 06:30:00',
      local: '2024-05-06 09:30:00',
      ...more,
    });
    const items: WxrItem[] = [
      {
        id: 101,
        slug: 'nine-o-clock',
        html: '<!-- wp:paragraph -->\n<p>It sails at ten.</p>\n<!-- /wp:paragraph -->',
        excerpt: 'An excerpt.',
        meta: {
          newspack_post_subtitle: 'The <em>first</em> boat',
          newspack_article_summary_title: 'In short',
          newspack_article_summary: 'It sails.\n\nIt comes back.',
          _newspack_byline_active: '1',
          _newspack_byline: 'By [Author id=5]Nine Writers[/Author], with <b>Eric</b> Doe<script>x()</script>',
        },
      },
      notice(102, 'It was nine, not ten.\n\nBoth ways.'),
      // Its hour was changed in the plugin, which leaves the one of UTC as it was.
      notice(103, 'It was the old quay.', { local: '2024-05-09 12:00:00' }),
      notice(104, 'Taken back before anybody read it.', { status: 'trash' }),
      notice(105, 'Not yet.', { status: 'draft' }),
    ];
    const report = await moveTexts(newsroom(), [wxr(items, { address: 'https://newspack.example' })]);
    const story = await storyAt('/news/nine-o-clock');
    expect(story).toMatchObject({
      dek: 'The first boat',
      byline: 'Nine Writers, with Eric Doe',
      bodyHtml: '<h2>In short</h2><p>It sails.</p><p>It comes back.</p><p>It sails at ten.</p>',
    });
    const notices = await listCorrections(newsroom(), { limit: 10 });
    expect(notices.map(({ notice, at }) => [notice, at]).toSorted()).toEqual([
      ['It was nine, not ten. Both ways.', Date.UTC(2024, 4, 6, 6, 30)],
      ['It was the old quay.', Date.UTC(2024, 4, 9, 9)],
    ]);
    expect(report.survey.counts.get('of kind “correction that nobody was shown”')).toBe(2);
  });

  test('what Yoast puts into a page stays out of the copy, and what it told search engines is said', async () => {
    const html = `<!-- wp:yoast-seo/breadcrumbs /-->
<!-- wp:yoast-seo/table-of-contents -->
<div class="wp-block-yoast-seo-table-of-contents yoast-table-of-contents"><h2>Table of contents</h2><ul><li><a href="#h-one">One</a></li></ul></div>
<!-- /wp:yoast-seo/table-of-contents -->
<!-- wp:group --><div class="wp-block-group"><!-- wp:yoast-seo/estimated-reading-time -->
<p class="yoast-reading-time__wrapper">Estimated reading time: 1 minute</p>
<!-- /wp:yoast-seo/estimated-reading-time --><!-- wp:paragraph --><p>Kept.</p><!-- /wp:paragraph --></div><!-- /wp:group -->
<!-- wp:yoast/faq-block --><div class="schema-faq"><strong>When?</strong> <p>At nine.</p></div><!-- /wp:yoast/faq-block -->`;
    const meta = {
      _yoast_wpseo_primary_category: '32',
      _yoast_wpseo_canonical: 'https://agency.example/first/',
      '_yoast_wpseo_meta-robots-noindex': '1',
    };
    const categories: [string, string][] = [
      ['yachts', 'Yachts'],
      ['money', 'Money'],
    ];
    const report = await moveTexts(newsroom(), [
      wxr([{ id: 201, slug: 'said-to-search', html, meta, categories }], {
        address: 'https://yoast.example',
        categories: [
          ['yachts', 'Yachts', '', 31],
          ['money', 'Money', '', 32],
        ],
      }),
    ]);
    expect((await storyAt('/money/said-to-search')).bodyHtml).toBe(
      '<p>Kept.</p><p><strong>When?</strong></p><p>At nine.</p>',
    );
    const [said = ''] = report.doubts.map(({ words }) => words);
    for (const word of ['https://agency.example/first/', 'Search engines', 'table-of-contents'])
      expect(said).toContain(word);
  });

  test('Polylang’s pairs: editions of one story, in one section that has its name in each language', async () => {
    const locale = (tag: string) =>
      `a:3:{s:6:"locale";s:${tag.length}:"${tag}";s:3:"rtl";i:0;s:9:"flag_code";s:2:"gb";}`;
    const terms = [
      term('language', 2, ['en', 'English'], locale('en_US')),
      term('language', 3, ['gr', 'Ελληνικά'], locale('el')),
      term('term_translations', 40, ['pll_1', 'pll_1'], 'a:2:{s:2:"gr";i:51;s:2:"en";i:52;}'),
      term('term_translations', 41, ['pll_2', 'pll_2'], 'a:2:{s:2:"gr";i:53;s:2:"en";i:54;}'),
      term('post_translations', 42, ['pll_3', 'pll_3'], 'a:2:{s:2:"gr";i:302;s:2:"en";i:301;}'),
      term('post_tag', 53, ['gefyres', 'Γέφυρες']),
      term('post_tag', 54, ['bridges', 'Bridges']),
    ].join('\n');
    const inGreek: [string, string, string?][] = [
      ['nisia', 'Νησιά'],
      ['gefyres', 'Γέφυρες', 'post_tag'],
      ['gr', 'Ελληνικά', 'language'],
    ];
    const pair: [string, string, string] = ['pll_3', 'pll_3', 'post_translations'];
    const draft: [string, string, string] = ['fr', 'Français', 'language'];
    const items: WxrItem[] = [
      // What is no translation yet stands first in the file, and holds back none of the others.
      { id: 300, slug: 'le-pont', title: 'Le pont', status: 'draft', categories: [draft, pair] },
      {
        id: 302,
        slug: 'i-gefyra',
        title: 'Η γέφυρα',
        date: '2019-05-03 09:30:00',
        categories: [...inGreek, pair],
      },
      {
        id: 301,
        slug: 'the-bridge',
        title: 'The bridge',
        categories: [
          ['islands', 'Islands'],
          ['bridges', 'Bridges', 'post_tag'],
          ['en', 'English', 'language'],
          pair,
        ],
      },
      { id: 303, slug: 'mono', title: 'Μόνο', categories: inGreek },
    ];
    const address = 'https://polylang.example';
    const categories: [string, string, string, number][] = [
      ['nisia', 'Νησιά', '', 51],
      ['islands', 'Islands', '', 52],
    ];
    await moveTexts(newsroom(), [wxr(items, { address, terms, categories })]);
    const english = await storyAt('/islands/the-bridge');
    const greek = await storyAt('/islands/i-gefyra');
    expect([english.language, greek.language]).toEqual(['en', 'el']);
    expect(greek.storyId).toBe(english.storyId);
    const [row] = await newsroom()
      .store.selectFrom('stories')
      .selectAll()
      .where('id', '=', english.storyId)
      .execute();
    expect([row?.status, row?.first_published_at]).toEqual(['published', Date.UTC(2019, 4, 3, 9, 30)]);
    expect((await storyAt('/islands/mono')).language).toBe('el');
    expect(english.topics.map(({ name }) => name)).toEqual(['Bridges']);
    const named = [
      ...(await listNamesElsewhere(newsroom(), 'section')),
      ...(await listNamesElsewhere(newsroom(), 'topic')),
    ];
    expect(named.map(({ language, name }) => [language, name])).toEqual([
      ['el', 'Νησιά'],
      ['el', 'Γέφυρες'],
    ]);
    for (const old of ['/gr/category/nisia/', '/category/islands/', '/?cat=51'])
      expect(await ledTo(old)).toBe('/islands');
    expect(await ledTo('/gr/tag/gefyres/')).toBe('/topic/bridges');
  });

  test('a story that was to go out later is out with an edition that comes after, and that is said', async () => {
    const pair: [string, string, string] = ['pll_9', 'pll_9', 'post_translations'];
    const of = (tag: string): [string, string, string][] => [[tag, tag, 'language'], pair];
    const ahead = new Date(newsroom().clock.now() + 86_400_000).toISOString().slice(0, 19).replace('T', ' ');
    const waits: WxrItem = { id: 401, title: 'Later', status: 'future', date: ahead, categories: of('en') };
    const address = 'https://later.example';
    await moveTexts(newsroom(), [wxr([waits], { address })]);
    const scheduled = () =>
      newsroom().store.selectFrom('stories').select('id').where('status', '=', 'scheduled').execute();
    const [story] = await scheduled();
    const report = await moveTexts(newsroom(), [
      wxr([waits, { id: 402, slug: 'plus-tot', title: 'Plus tôt', categories: of('fr') }], { address }),
    ]);
    expect(await scheduled()).toEqual([]);
    expect(report.doubts).toMatchObject([{ code: 'not-scheduled', postId: '402', storyId: story?.id }]);
  });
});
