/** What page builders, plugins and other systems wrote into posts, as the copy that readers saw. */
import { expect, test } from 'vitest';
import { withPlainCards } from '../formats/ghost-page.ts';
import { bodyOfPost, markupOf, picturesIn } from './copy-of-post.ts';
import { withoutShortcodes } from './shortcodes.ts';

const library = {
  file: (id: string) => ({
    address: `https://old.example/f${id}.jpg`,
    alt: '',
    caption: '',
    isPicture: true,
  }),
  ownFiles: () => [],
  piece: (id: string) =>
    ({
      '10': '<!-- wp:heading {"metadata":{"name":"Head"}} --><h2 class="x">As written</h2><!-- /wp:heading -->',
      'table 7':
        '<!-- wp:html --><table><tr><th>Pier</th><th>Boats</th></tr><tr><td>A</td><td>2</td></tr></table><!-- /wp:html -->',
      '9': '<!-- wp:paragraph --><p>In every story.</p><!-- /wp:paragraph --><!-- wp:block {"ref":9} /-->',
    })[id] ?? null,
};

function copyOf(html: string, markup: 'wordpress' | 'html' = 'wordpress') {
  const read = markupOf({ html, markup }, library);
  const world = {
    base: 'https://old.example/a/',
    language: 'en',
    pictures: new Map(),
    addressHere: () => null,
  };
  const { bodyHtml, odd } = bodyOfPost(read.html, world);
  return {
    body: bodyHtml.replaceAll(' rel="noopener"', '').replaceAll('\n', ''),
    odd: [...read.odd, ...odd],
  };
}

test.each([
  [
    'WPBakery: its columns go, and their words, pictures and buttons stay',
    '[vc_row full_width="stretch"][vc_column width="1/2"][vc_column_text]\n\nThe port.\n\n[/vc_column_text][vc_single_image image="7"][vc_btn title="More" link="url:https%3A%2F%2Fold.example%2Fm%2F|title:x|"][/vc_column][/vc_row]',
    '<p>The port.</p><figure><img src="https://old.example/f7.jpg" alt="" /></figure><p><a href="https://old.example/m/">More</a></p>',
  ],
  [
    'WPBakery’s HTML is unpacked',
    `[vc_raw_html]${Buffer.from(encodeURIComponent('<p>Raw &amp; ready</p>')).toString('base64')}[/vc_raw_html]`,
    '<p>Raw &amp; ready</p>',
  ],
  [
    'Divi: what stands among the attributes is said',
    '[et_pb_section fb_built="1"][et_pb_row][et_pb_column type="4_4"][et_pb_text]<p>Fog.</p>[/et_pb_text][et_pb_toggle title="Why %22fog%22?"]Because.[/et_pb_toggle][et_pb_image src="https://old.example/d.jpg" alt="Quay"][/et_pb_image][et_pb_testimonial author="Dora Lind"]We sail.[/et_pb_testimonial][/et_pb_column][/et_pb_row][/et_pb_section]',
    '<p>Fog.</p><h3>Why "fog"?</h3><p>Because.</p><figure><img src="https://old.example/d.jpg" alt="Quay" /></figure><figure data-block="pull"><blockquote><p>We sail.</p></blockquote><figcaption>Dora Lind</figcaption></figure>',
  ],
  [
    'themes: a large first letter is one of its word, a note of a plugin a footnote, halves stand one after the other',
    '[dropcap]T[/dropcap]he port[ref]By law.[/ref] is open.\n\n[one_half]Left[/one_half][one_half_last]Right[/one_half_last]',
    '<p>The port<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> is open.</p><p>Left</p><p>Right</p><section role="doc-endnotes"><ol><li id="fn-1">By law. <a href="#fnref-1" role="doc-backlink">↩</a></li></ol></section>',
  ],
  [
    'words in brackets are words',
    'He said [title] and [list], [sic], [1].',
    'He said [title] and [list], [sic], [1].'.replace(/^(.*)$/, '<p>$1</p>'),
  ],
  [
    'a block that many posts show stands in each; one that holds itself ends',
    '<!-- wp:block {"ref":9} /-->',
    '<p>In every story.</p>',
  ],
  [
    'a block that many posts show has the words of this one, where it has some',
    '<!-- wp:block {"ref":10,"content":{"Head":{"content":"Ours <em>here</em>"}}} /-->',
    '<h2>Ours <em>here</em></h2>',
  ],
  [
    'a table of TablePress stands where its number does',
    '[table id=7 /]<!-- wp:tablepress/table {"id":"7"} /-->',
    '<table data-block="table"><thead><tr><th scope="col">Pier</th><th scope="col">Boats</th></tr></thead><tbody><tr><td>A</td><td>2</td></tr></tbody></table>'.repeat(
      2,
    ),
  ],
  [
    'Divi’s blocks have what they say among their attributes',
    '<!-- wp:divi/section --><!-- wp:divi/text {"content":{"innerContent":{"desktop":{"value":"\\u003cp\\u003eFog.\\u003c/p\\u003e"}}}} /--><!-- wp:divi/image {"image":{"innerContent":{"desktop":{"value":{"src":"https://old.example/d.jpg","alt":"Quay"}}}}} /--><!-- /wp:divi/section -->',
    '<p>Fog.</p><figure><img src="https://old.example/d.jpg" alt="Quay" /></figure>',
  ],
  [
    'Avada: its pictures, alone and in a gallery, its headings and what it packs',
    '[fusion_title size="2"]Harbour[/fusion_title][fusion_imageframe image_id="7|full" caption="Dawn"]https://old.example/d.jpg[/fusion_imageframe][fusion_gallery][fusion_gallery_image image="https://old.example/e.jpg" image_id="8|full" /][fusion_gallery_image image="https://old.example/g.jpg" /][/fusion_gallery][fusion_code]PGI+Q29kZWQ8L2I+[/fusion_code]',
    '<h2>Harbour</h2><figure><img src="https://old.example/d.jpg" alt="" /><figcaption>Dawn</figcaption></figure><figure data-block="gallery"><figure><img src="https://old.example/e.jpg" alt="" /></figure><figure><img src="https://old.example/g.jpg" alt="" /></figure></figure><p><strong>Coded</strong></p>',
  ],
  [
    'Jetpack’s slides are pictures',
    '<!-- wp:jetpack/slideshow --><ul class="wp-block-jetpack-slideshow_swiper-wrapper swiper-wrapper"><li><figure><img src="https://old.example/a.jpg" alt="A"><figcaption>Dawn</figcaption></figure></li><li><figure><img src="https://old.example/b.jpg" alt="B"></figure></li></ul><!-- /wp:jetpack/slideshow -->',
    '<figure data-block="gallery"><figure><img src="https://old.example/a.jpg" alt="A" /><figcaption>Dawn</figcaption></figure><figure><img src="https://old.example/b.jpg" alt="B" /></figure></figure>',
  ],
  [
    'numbers of other houses lead there, documents in a frame to the document',
    '[gist id="abc1"][scribd id=12345 mode=list][wpvideo kUJmAcSf w=640][pdf-embedder url="https://old.example/b.pdf"]',
    '<p><a href="https://gist.github.com/abc1">https://gist.github.com/abc1</a></p><p><a href="https://www.scribd.com/document/12345">https://www.scribd.com/document/12345</a></p><p><a href="https://videopress.com/v/kUJmAcSf">https://videopress.com/v/kUJmAcSf</a></p><p><a href="https://old.example/b.pdf">b.pdf</a></p>',
  ],
  [
    'a recording as an old player named it, and a sign that ends itself',
    '[audio:https://old.example/a.mp3|titles=Talk] [soundcloud url="https://api.soundcloud.com/tracks/12" iframe="true" /]',
    '<figure><audio src="https://old.example/a.mp3"></audio></figure><figure data-block="embed"><a href="https://api.soundcloud.com/tracks/12">https://api.soundcloud.com/tracks/12</a><figcaption><small>SoundCloud</small></figcaption></figure>',
  ],
  [
    'Blogger: a picture in a link to it in full, and one with its caption in a table',
    '<div><a href="https://blogger.googleusercontent.com/img/a/s1600/pier.jpg" imageanchor="1"><img border="0" src="https://blogger.googleusercontent.com/img/a/s400/pier.jpg" width="400" /></a></div><table class="tr-caption-container"><tbody><tr><td><img src="https://1.bp.blogspot.com/x/s320/boat.jpg" /></td></tr><tr><td class="tr-caption">The boat</td></tr></tbody></table>',
    '<figure><img src="https://blogger.googleusercontent.com/img/a/s1600/pier.jpg" alt="" /></figure><figure><img src="https://1.bp.blogspot.com/x/s320/boat.jpg" alt="" /><figcaption>The boat</figcaption></figure>',
  ],
  [
    'WordPress’s footnotes',
    '<!-- wp:paragraph --><p>Open<sup data-fn="f0-a1" class="fn"><a href="#f0-a1" id="f0-a1-link">1</a></sup>.</p><!-- /wp:paragraph --><!-- wp:html --><ol><li id="f0-a1">By law.</li></ol><!-- /wp:html -->',
    '<p>Open<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup>.</p><section role="doc-endnotes"><ol><li id="fn-1">By law. <a href="#fnref-1" role="doc-backlink">↩</a></li></ol></section>',
  ],
  [
    'a film of before 2015',
    '<object width="425"><param name="movie" value="http://www.youtube.com/v/abcdefghijk&hl=en"><embed src="http://www.youtube.com/v/abcdefghijk&hl=en"></object>',
    '<figure data-block="embed"><a href="https://www.youtube.com/watch?v=abcdefghijk">https://www.youtube.com/watch?v=abcdefghijk</a><figcaption><small>YouTube</small></figcaption></figure>',
  ],
  [
    'Substack: the picture in full, its notes, its post of elsewhere',
    `<figure><picture><source srcset="https://substackcdn.com/image/fetch/w_424/https%3A%2F%2Fs3.example%2Fa.png 424w"><img src="https://substackcdn.com/image/fetch/w_1456/https%3A%2F%2Fs3.example%2Fa.png" alt="A"></picture></figure><p>Open<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a>.</p><div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>By law.</p></div></div><div class="tweet" data-attrs='{"url":"https://twitter.com/h/status/1","full_text":"We \\"sail\\"","name":"Harbour"}'></div>`,
    '<figure><img src="https://s3.example/a.png" alt="A" /></figure><p>Open<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup>.</p><figure data-block="embed"><a href="https://twitter.com/h/status/1">We "sail"</a><figcaption><cite>Harbour</cite> <small>X</small></figcaption></figure><section role="doc-endnotes"><ol><li id="fn-1">By law. <a href="#fnref-1" role="doc-backlink">↩</a></li></ol></section>',
  ],
])('%s', (_what, html, body) => {
  expect(copyOf(html).body).toBe(body);
});

test('what a program or a form showed is said, and what only dresses a post is not', () => {
  expect(copyOf('<script src="https://charts.example/a.js"></script>Words', 'html').odd.join(' ')).toContain(
    'charts.example',
  );
  expect(copyOf('<form action="/x"><input></form>Words', 'html').odd).toEqual(['A form was left out.']);
  const dressed =
    '<script async src="https://platform.twitter.com/widgets.js"></script><script>gtag("x")</script>Words';
  expect(copyOf(dressed, 'html').odd).toEqual([]);
});

test('cards as Ghost’s pages show them say what they say, without the player’s buttons and the doors for members', () => {
  const page = `<p>One &amp; two</p><div class="kg-card kg-audio-card"><div class="kg-audio-player-container"><audio src="https://old.example/t.mp3"></audio><div class="kg-audio-title">The talk</div><span class="kg-audio-current-time">0:00</span></div></div>
<figure class="kg-card kg-video-card"><div class="kg-video-container"><video src="https://old.example/l.mp4"></video><span>0:00</span></div><figcaption><p>The launch</p></figcaption></figure>
<div class="kg-card kg-signup-card"><h2>Sign up</h2><form></form></div>
<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://port.example/a"><div class="kg-bookmark-title">The port</div><div class="kg-bookmark-description">Ships</div><img class="kg-bookmark-icon" src="i.ico"></a></figure><p>After</p>`;
  expect(copyOf(withPlainCards(page), 'html').body).toBe(
    '<p>One &amp; two</p><figure><audio src="https://old.example/t.mp3"></audio><figcaption>The talk</figcaption></figure><figure><video src="https://old.example/l.mp4"></video><figcaption>The launch</figcaption></figure><p><a href="https://port.example/a">The port</a><br />Ships</p><p>After</p>',
  );
});

test('signs that are never closed, or end nothing, are read in time proportional to the text', () => {
  for (const text of [
    '[a '.repeat(100_000),
    '[a "'.repeat(100_000),
    `[/gallery]${'[gallery]'.repeat(30_000)}`,
  ])
    expect(withoutShortcodes(text, library).html.length).toBeLessThan(2_000_000);
  const never =
    '<code>{ |<style>{ |<pre>\n   |<!-- wp:foogallery { |<!-- wp:block { |<!--\n|<a \n|<img |<button>|<ul class="wp-block-gallery"><figure>';
  for (const sign of never.split('|'))
    for (const before of ['', '<!-- wp:paragraph --><p>A</p><!-- /wp:paragraph -->']) {
      const { html, odd } = markupOf({ markup: 'wordpress', html: before + sign.repeat(100_000) }, library);
      expect(picturesIn(html, null)).toEqual([]);
      expect(odd.join().length).toBeLessThan(1_000);
    }
  const open = `${'[vc_row][/vc_rox]'.repeat(20_000)}${'[/vc_row]'.repeat(20_000)}`;
  expect(withoutShortcodes(open, library).html.trim()).not.toContain('[');
  expect(withoutShortcodes('Words [/nobody]', library)).toMatchObject({
    html: 'Words [/nobody]',
    unknown: ['nobody'],
  });
});

test('what a plugin showed and no file has is left out by its name, with why', () => {
  const { body, odd } = copyOf(
    'Words.\n\n[contact-form-7 id="1"]\n\n[jetpack-related-posts]\n\n[nggallery id=3]\n\n[et_pb_social_media_follow_network url="#"]facebook[/et_pb_social_media_follow_network]\n\n[unheard of="here"] and [poll], [table], [sitemap].',
  );
  expect(body).toBe('<p>Words.</p><p>[unheard of="here"] and [poll], [table], [sitemap].</p>');
  expect(odd).toEqual([
    'The shortcode [unheard] is not known here: it stands in the copy.',
    'The shortcode [contact-form-7] showed a form and was left out.',
    'The shortcodes [jetpack-related-posts], [et_pb_social_media_follow_network] are the page’s and were left out.',
    'The shortcode [nggallery] showed what is not in the file and was left out: look at the page there.',
  ]);
});

test('a block that is not known stands in the copy where it has words, and is left out where it has none', () => {
  const { body, odd } = copyOf(
    '<!-- wp:house/note --><div><p>Kept.</p></div><!-- /wp:house/note --><!-- wp:query --><div><!-- wp:post-template --><!-- wp:post-title /--><!-- /wp:post-template --><!-- wp:query-no-results --><p></p><!-- /wp:query-no-results --></div><!-- /wp:query --><!-- wp:acf/facts {"data":{"title":"Five facts","_title":"field_1","mode":"dark","_mode":"field_2"}} /-->',
  );
  expect(body).toBe('<p>Kept.</p><p>Five facts</p>');
  expect(odd).toEqual([
    'The block house/note is not known here: it stands in the copy.',
    'The block acf/facts keeps what it says in fields: its words stand in the copy one after the other.',
    'The blocks post-template, query-no-results, query have no words of their own and were left out.',
  ]);
});
