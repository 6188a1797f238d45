/** Galleries that plugins keep as items of their own stand in the posts that show them, with their pictures in their order. */
import { expect, test } from 'vitest';
import { moveTexts } from '../../../tests/support/moving.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { wxr } from '../../../tests/support/wxr.ts';

const FILES = 'https://old.example/wp-content/uploads/2024/03';
const quay = { id: 30, type: 'attachment', status: 'inherit', file: `${FILES}/quay.jpg`, excerpt: 'At noon' };
const ferry = { id: 31, type: 'attachment', status: 'inherit', file: `${FILES}/ferry.jpg` };

type Packed = string | number | { [key: string]: Packed } | Map<number, Packed>;

/** As PHP's `serialize` writes it. */
function packed(value: Packed): string {
  if (typeof value === 'number') return `i:${value};`;
  if (typeof value === 'string') return `s:${Buffer.byteLength(value)}:"${value}";`;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return `a:${entries.length}:{${entries.map(([key, one]) => packed(/^\d+$/.test(String(key)) ? Number(key) : key) + packed(one)).join('')}}`;
}

const entry = (name: string, more: Record<string, string> = {}): Packed => ({
  status: 'active',
  src: `${FILES}/${name}.jpg`,
  ...more,
});
/** In the order that its editor gave them, which is not the one of their numbers. */
const envira = new Map([
  [31, entry('ferry', { alt: 'A ferry', caption: 'She <em>sails</em>' })],
  [30, entry('quay')],
  [32, entry('mast', { status: 'pending' })],
]);
const galleries = [
  { id: 80, type: 'envira', slug: 'at-sea', meta: { _eg_gallery_data: packed({ gallery: envira }) } },
  { id: 81, type: 'foogallery', meta: { foogallery_attachments: packed({ 0: '31', 1: '30' }) } },
  {
    id: 82,
    type: 'modula-gallery',
    meta: { 'modula-images': packed({ 0: { id: '30', alt: 'Quay', description: 'By day' }, 1: { id: 31 } }) },
  },
  {
    id: 83,
    type: 'soliloquy',
    meta: { _sol_slider_data: packed({ slider: { 31: entry('ferry'), v1: { type: 'video', src: 'x' } } }) },
  },
].map((one) => ({ ...one, html: '' }));

const picture = (name: string, caption = '', alt = ''): string =>
  `<figure><img src="${FILES}/${name}.jpg" alt="${alt}" />${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>`;
const gallery = (...pictures: string[]): string =>
  `<figure data-block="gallery">${pictures.join('')}</figure>`;

const SHOWN: Record<string, [html: string, shows: string]> = {
  'envira-by-number': [
    '[envira-gallery id="80"]',
    gallery(picture('ferry', 'She <em>sails</em>', 'A ferry'), picture('quay', 'At noon')),
  ],
  'envira-by-name': [
    '[envira-gallery slug="at-sea"]',
    gallery(picture('ferry', 'She <em>sails</em>', 'A ferry'), picture('quay', 'At noon')),
  ],
  foogallery: ['[foogallery id="81"]', gallery(picture('ferry'), picture('quay', 'At noon'))],
  modula: ['[modula id="82"]', gallery(picture('quay', 'By day', 'Quay'), picture('ferry'))],
  soliloquy: ['[soliloquy id="83"]', picture('ferry')],
  grid: ['[justified_image_grid ids="31,30"]', gallery(picture('ferry'), picture('quay', 'At noon'))],
  blocks: [
    '<!-- wp:fooplugins/foogallery {"id":81} /--><!-- wp:envira/envira-gallery {"galleryId":80} /--><!-- wp:modula/gallery {"id":82} /-->',
    gallery(picture('ferry'), picture('quay', 'At noon')) +
      gallery(picture('ferry', 'She <em>sails</em>', 'A ferry'), picture('quay', 'At noon')) +
      gallery(picture('quay', 'By day', 'Quay'), picture('ferry')),
  ],
};

onEachEngine('galleries of plugins', (newsroom) => {
  /** With pictures that are not here yet, which readers get nothing of. */
  const bodyAt = async (slug: string): Promise<string> => {
    const takes = newsroom()
      .store.selectFrom('editions')
      .innerJoin('takes', 'takes.id', 'editions.published_take_id');
    const { body_html } = await takes.select('body_html').where('slug', '=', slug).executeTakeFirstOrThrow();
    return body_html;
  };

  test('Envira’s, FooGallery’s, Modula’s and Soliloquy’s come with their pictures, by shortcode and by block', async () => {
    const posts = Object.entries(SHOWN).map(([slug, [html]], at) => ({
      id: at + 1,
      slug,
      html: html.startsWith('<!--') ? html : `Before.\n\n${html}\n\nAfter.`,
    }));
    const { doubts } = await moveTexts(newsroom(), [wxr([...posts, ...galleries, quay, ferry])]);
    for (const [slug, [html, shows]] of Object.entries(SHOWN))
      expect([slug, await bodyAt(slug)]).toEqual([
        slug,
        html.startsWith('<!--') ? shows : `<p>Before.</p>${shows}<p>After.</p>`,
      ]);
    expect(doubts.filter(({ code }) => code === 'read-it-over')).toEqual([]);
  });

  test('what is in no file is left out and listed: NextGEN’s, another’s gallery, pictures of an export without its library', async () => {
    const lost = [
      '[ngg src="galleries" ids="1"]',
      '[foogallery id="999"]',
      '[gallery ids="901,902"]',
      '[modula id="82',
    ];
    const posts = lost.map((code, at) => ({ id: 20 + at, slug: `lost-${at}`, html: `Words.\n\n${code}` }));
    const { doubts } = await moveTexts(newsroom(), [wxr(posts, { address: 'https://lost.example' })]);
    expect(await bodyAt('lost-0')).toBe('<p>Words.</p>');
    const said = new Map(doubts.map(({ foreignId, words }) => [foreignId, words]));
    expect(said.get('20')).toMatch(/\[ngg\] showed what is not in the file/);
    expect(said.get('21')).toMatch(/\[foogallery\] showed what is not in the file/);
    expect(said.get('22')).toMatch(/\[gallery\] showed what is not in the file/);
    expect(await bodyAt('lost-3')).toBe('<p>Words.</p><p>[modula id="82</p>');
  });
});
