/** Exports that do not say in which language their posts are: by their addresses, by Bogo's field, one after the other in a post. */
import { expect, test } from 'vitest';
import { moveTexts } from '../../../tests/support/moving.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { type WxrItem, wxr } from '../../../tests/support/wxr.ts';
import { findOldAddress } from '../addresses/find-old.ts';

onEachEngine('languages that an export does not name', (newsroom) => {
  const editions = async () => {
    const rows = await newsroom()
      .store.selectFrom('editions')
      .innerJoin('takes', 'takes.id', 'editions.working_take_id')
      .select(['editions.story_id', 'editions.language', 'takes.headline', 'takes.body_html', 'takes.dek'])
      .execute();
    return new Map(rows.map((row) => [row.headline, row]));
  };

  test('stand in the address, where the words bear it out; a section may be called as a language is', async () => {
    const at = (id: number, path: string, title: string, html: string): WxrItem => ({
      id,
      title,
      html,
      link: `https://wpml.example${path}`,
    });
    const items = [
      at(1, '/el/limani/', 'Το λιμάνι', '<p>Το λιμάνι ανοίγει ξανά την Κυριακή.</p>'),
      at(
        2,
        '/hafen/?lang=de',
        'Der Hafen',
        '<p>Der Hafen öffnet am Sonntag wieder für alle Schiffe der Stadt.</p>',
      ),
      at(
        3,
        '/it/laptop/',
        'A new laptop',
        '<p>The town hall buys new laptops for everybody who works there.</p>',
      ),
      at(4, '/el/kort/', '2024', ''),
      { ...at(5, '/minato/', '港', '<p>港が開く。</p>'), meta: { _locale: 'ja', _original_post: '9' } },
    ];
    await moveTexts(newsroom(), [wxr(items, { address: 'https://wpml.example' })]);
    const found = await editions();
    const languages = ['Το λιμάνι', 'Der Hafen', 'A new laptop', '2024', '港'].map(
      (headline) => found.get(headline)?.language,
    );
    expect(languages).toEqual(['el', 'de', 'en', 'el', 'ja']);
  });

  test('stand one after the other in a post of qTranslate, which becomes editions of one story', async () => {
    const items: WxrItem[] = [
      {
        id: 11,
        slug: 'quay',
        link: 'https://q.example/quay/',
        title: '[:en]The quay[:el]Η προβλήτα[:]',
        html: '[:en]<p>Wide.</p>[:el]<p>Φαρδιά.</p>[:]',
        excerpt: '[:en]A dek[:el]Περίληψη[:]',
        categories: [['town', '[:en]City[:el]Πόλη[:]']],
      },
      { id: 12, title: '<!--:en-->Old<!--:--><!--:el-->Παλιό<!--:-->', html: 'In both.' },
      { id: 13, title: '[:en]Alone[:el]Μόνο[:]', html: '[:en]<p>Only here.</p>[:]' },
    ];
    for (const key of ['taken in', 'the same']) {
      const { counts } = await moveTexts(newsroom(), [wxr(items, { address: 'https://q.example' })]);
      expect(counts.get(key)).toBe(5);
    }
    const found = await editions();
    const english = found.get('The quay');
    const greek = found.get('Η προβλήτα');
    expect(greek).toMatchObject({
      language: 'el',
      story_id: english?.story_id,
      dek: 'Περίληψη',
      body_html: '<p>Φαρδιά.</p>',
    });
    expect(english).toMatchObject({ language: 'en', dek: 'A dek', body_html: '<p>Wide.</p>' });
    expect(found.get('Παλιό')?.story_id).toBe(found.get('Old')?.story_id);
    expect([found.has('Alone'), found.has('Μόνο')]).toEqual([true, false]);
    expect((await findOldAddress(newsroom(), '/el/quay/'))?.path).toBe('/town/quay-el');
    const sections = await newsroom().store.selectFrom('sections').select('name').execute();
    expect(sections.map(({ name }) => name)).toContain('City');
  });

  test('stand beside posts and their categories where WPML exports them: one story, one section with its names', async () => {
    const said = (name: 'post' | 'term', language: string, group: string): string =>
      [
        ['_wpml_import_language_code', language],
        ['_wpml_import_source_language_code', language === 'en' ? '' : 'en'],
        ['_wpml_import_translation_group', group],
      ]
        .map(
          ([key, value]) =>
            `<wp:${name}meta><wp:meta_key><![CDATA[${key}]]></wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:${name}meta>`,
        )
        .join('');
    const category = (id: number, slug: string, name: string, language: string): string =>
      `<wp:category><wp:term_id>${id}</wp:term_id><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[${name}]]></wp:cat_name>${said('term', language, '70')}</wp:category>`;
    const post = (id: number, title: string, filed: [string, string], language: string): WxrItem => ({
      ...{ id, title, categories: [filed], link: `https://trid.example/?p=${id}` },
      meta: { _wpml_import_language_code: language, _wpml_import_translation_group: '80' },
    });
    const items = [
      post(21, 'Two piers', ['trade-winds', 'Trade winds'], 'en'),
      post(22, 'Δύο προβλήτες', ['trade-winds-el', 'Αληγείς'], 'el'),
    ];
    const terms =
      category(5, 'trade-winds', 'Trade winds', 'en') + category(6, 'trade-winds-el', 'Αληγείς', 'el');
    await moveTexts(newsroom(), [wxr(items, { address: 'https://trid.example', terms })]);
    const found = await editions();
    expect(found.get('Δύο προβλήτες')?.story_id).toBe(found.get('Two piers')?.story_id);
    const sections = await newsroom().store.selectFrom('sections').selectAll().execute();
    const section = sections.find(({ name }) => name === 'Trade winds');
    expect(sections.map(({ name }) => name)).not.toContain('Αληγείς');
    const names = await newsroom()
      .store.selectFrom('names_elsewhere')
      .select(['language', 'name'])
      .where('subject_id', '=', section?.id ?? '')
      .execute();
    expect(names).toEqual([{ language: 'el', name: 'Αληγείς' }]);
    expect((await findOldAddress(newsroom(), '/category/trade-winds-el/'))?.path).toBe('/trade-winds');
  });
});
