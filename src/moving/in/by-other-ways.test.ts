/** What other systems and older versions left in an export of WordPress or Ghost: shown as what it was, or named. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveTexts } from '../../../tests/support/moving.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { wxr } from '../../../tests/support/wxr.ts';
import { findPublished } from '../../stories/read.ts';

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await openTestNewsroom();
});
afterAll(() => newsroom.close());

async function storyAt(slug: string) {
  const found = await findPublished(newsroom, { sectionSlug: 'news', slug });
  if (found?.kind !== 'story') throw new Error(`no story at ${slug}`);
  return found.story;
}

/** A post moved in, with what was said of it. */
async function moved(slug: string, html: string, meta: Record<string, string> = {}) {
  const file = wxr([{ id: 1, slug, html, meta }], { address: `https://${slug}.example` });
  const { doubts } = await moveTexts(newsroom, [file]);
  return { story: await storyAt(slug), said: doubts.map(({ words }) => words).join(' ') };
}

const embed = (address: string, site: string): string =>
  `<figure data-block="embed"><a href="${address}" rel="noopener">${address}</a><figcaption><small>${site}</small></figcaption></figure>`;
const FILM = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

test('a date of the feed that WordPress made of zeros is none: the time of day there is', async () => {
  const file = wxr([{ id: 1, slug: 'zeros', date: '0000-00-00 00:00:00', local: '2008-03-28 12:30:00' }], {
    address: 'https://zeros.example',
  }).replace('<pubDate>', '<pubDate>Wed, 31 Dec 1969 23:59:59 +0000');
  await moveTexts(newsroom, [file]);
  expect((await storyAt('zeros')).firstPublishedAt).toBe(Date.UTC(2008, 2, 28, 10, 30));
});

test('a small size of WordPress before 2.5 and one of Wix are asked for in full', async () => {
  const small = 'https://sizes.example/wp-content/uploads/2008/04/hall.thumbnail.jpg';
  const wix = 'https://static.wixstatic.com/media/ab_c~mv2.jpg/v1/fill/w_740,h_493/quay.jpg';
  await moved('sizes', `<img src="${small}"><img src="${wix}">`);
  const takes = newsroom.store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id');
  const kept = await takes.select('body_html').where('slug', '=', 'sizes').executeTakeFirst();
  expect(kept?.body_html).toBe(
    '<figure><img src="https://sizes.example/wp-content/uploads/2008/04/hall.jpg" alt="" /></figure><figure><img src="https://static.wixstatic.com/media/ab_c~mv2.jpg" alt="" /></figure>',
  );
});

test('a chart comes as a link to it, once, however its page showed it, and nobody is told of a program that only dressed it', async () => {
  const chart = 'https://datawrapper.dwcdn.net/AbCdE/';
  const frame = `<iframe src="${chart}3/"></iframe><script>!function(){window.addEventListener("message",function(a){if(void 0!==a.data["datawrapper-height"]);});}();</script>`;
  const script = `<div><script defer src="${chart}embed.js"></script><noscript><img src="${chart}full.png"></noscript></div>`;
  for (const [slug, html] of Object.entries({ framed: frame, scripted: script })) {
    const { story, said } = await moved(slug, html);
    expect([slug, story.bodyHtml, said]).toEqual([slug, embed(chart, 'Datawrapper'), '']);
  }
  expect((await moved('other', 'A.<script>draw("x");</script>')).said).toMatch(/program/);
});

test('a film in a frame that is filled late, and a sound in a shortcode with an empty end', async () => {
  const late =
    '<iframe src="about:blank" data-src="https://www.youtube.com/embed/dQw4w9WgXcQ" title=""></iframe>';
  const { story, said } = await moved(
    'films',
    `${late}\n\n[soundcloud url="https://soundcloud.com/lind/quay" params=""][/soundcloud]`,
  );
  expect(story.bodyHtml).toBe(
    embed(FILM, 'YouTube') + embed('https://soundcloud.com/lind/quay', 'SoundCloud'),
  );
  expect(said).toBe('');
});

test('a film and a line that a theme keeps beside the post, and a first picture that stands elsewhere', async () => {
  const { story } = await moved('beside', 'Words.', {
    td_post_video: `a:1:{s:8:"td_video";s:${FILM.length}:"${FILM}";}`,
    rb_global_meta: 'a:1:{s:7:"tagline";s:11:"In one line";}',
  });
  expect(story).toMatchObject({ dek: 'In one line', bodyHtml: `${embed(FILM, 'YouTube')}<p>Words.</p>` });
  const { said } = await moved('elsewhere', 'Words.', { fifu_image_url: 'https://cdn.example/lead' });
  const { counts } = await moveTexts(newsroom, [
    wxr([{ id: 2, slug: 'lead', meta: { fifu_image_url: 'https://cdn.example/lead.jpg' } }]),
  ]);
  expect(counts.get('pictures left for later')).toBe(1);
  expect(said).toBe('');
});

test('signs of Joomla and Drupal stay in the copy and are named; words and code in braces are neither', async () => {
  const joomla = await moved(
    'joomla',
    '{loadposition user1} See {youtube}dQw4w9WgXcQ{/youtube}, {gallery}a/b{/gallery}.',
  );
  expect(joomla.said).toMatch(/\{loadposition\}, \{youtube\}, \{gallery\}/);
  expect(joomla.story.bodyHtml).toContain('{loadposition user1}');
  expect((await moved('drupal', '[[{"fid":"12","type":"media"}]] Words.')).said).toMatch(/Drupal/);
  const plain = 'A {gallery} of {modules: none}, {video}. <code>{loadposition x}</code>';
  expect((await moved('braces', plain)).said).toBe('');
});

test('a post from elsewhere of which Ghost kept an empty frame is a link to it', async () => {
  const url = 'https://twitter.com/jack/status/20';
  const card = {
    type: 'embed',
    url,
    html: `<blockquote class="twitter-tweet"><a href="${url}"></a></blockquote>`,
  };
  const post = {
    id: 'p1',
    title: 'Said there',
    slug: 'said-there',
    status: 'published',
    published_at: '2024-01-01T10:00:00.000Z',
    lexical: JSON.stringify({ root: { type: 'root', children: [card] } }),
  };
  const file = JSON.stringify({ db: [{ meta: { version: '5.80.0' }, data: { posts: [post] } }] });
  await moveTexts(newsroom, [file], { from: 'https://ghost.example' });
  expect((await storyAt('said-there')).bodyHtml).toBe(embed(url, 'X'));
});

test('headings of what was folded, of WordPress’s accordion and of Kadence’s; a button that says what to do is none', async () => {
  const core =
    '<!-- wp:accordion --><div><!-- wp:accordion-item --><div><!-- wp:accordion-heading --><h3><button type="button"><span>How much?</span><span aria-hidden="true">+</span></button></h3><!-- /wp:accordion-heading --><!-- wp:accordion-panel --><div><!-- wp:paragraph --><p>Four.</p><!-- /wp:paragraph --></div><!-- /wp:accordion-panel --></div><!-- /wp:accordion-item --></div><!-- /wp:accordion -->';
  const kadence =
    '<!-- wp:kadence/pane --><div><button class="kt-blocks-accordion-header"><span>Since when?</span></button><div><!-- wp:paragraph --><p>Noon.</p><!-- /wp:paragraph --></div></div><!-- /wp:kadence/pane -->';
  const { story, said } = await moved('folded', `${core}${kadence}<button>Press</button>`);
  expect(story.bodyHtml).toBe('<h3>How much?</h3><p>Four.</p><h3>Since when?</h3><p>Noon.</p>');
  expect(said).toBe('');
});

test('a list of pictures is a gallery; a list with words stays one', async () => {
  const file = (name: string): string => `https://lists.example/wp-content/uploads/${name}.jpg`;
  const item = (name: string, more = ''): string =>
    `<li class="kadence-blocks-gallery-item"><figure><img src="${file(`${name}-300x200`)}" data-full-image="${file(name)}" alt="${name}">${more}</figure></li>`;
  await moved(
    'lists',
    `<ul>${item('quay', '<figcaption>At <em>noon</em></figcaption>')}${item('ferry')}</ul><ul><li>One</li><li><img src="${file('mast')}"> Two</li></ul>`,
  );
  const takes = newsroom.store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id');
  const kept = await takes.select('body_html').where('slug', '=', 'lists').executeTakeFirst();
  expect(kept?.body_html).toBe(
    `<figure data-block="gallery"><figure><img src="${file('quay')}" alt="quay" /><figcaption>At <em>noon</em></figcaption></figure><figure><img src="${file('ferry')}" alt="ferry" /></figure></figure><ul><li>One</li><li>Two</li></ul>`,
  );
});
