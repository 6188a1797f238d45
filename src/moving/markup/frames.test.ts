/** Frames, recordings, covers and galleries of another house as copy of ours, whichever way its pages were written. */
import { expect, test } from 'vitest';
import { bodyOfPost, markupOf } from './copy-of-post.ts';

const library = { file: () => null, ownFiles: () => [], piece: () => null };
const base = 'https://old.example/a/';

function copyOf(html: string, markup: 'wordpress' | 'html') {
  const read = markupOf({ html, markup }, library);
  const { bodyHtml, odd } = bodyOfPost(read.html, {
    base,
    language: 'en',
    pictures: new Map(),
    addressHere: () => null,
  });
  return { body: bodyHtml, odd: [...read.odd, ...odd] };
}

const link = (href: string, words = href): string => `<a href="${href}" rel="noopener">${words}</a>`;
const CASES: [string, string, string][] = [
  [
    'an embed keeps its address and its caption, whosever it is',
    '<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\nhttps://film.example/w/1\n</div><figcaption>The film</figcaption></figure>',
    `<figure data-block="embed">${link('https://film.example/w/1', 'The film')}<figcaption><small>film.example</small></figcaption></figure>`,
  ],
  [
    'a frame of a site that nobody knows is a link',
    '<p>Map:</p><iframe src="//maps.example/m?x=1" width="300"></iframe>',
    `<p>Map:</p><p>${link('https://maps.example/m?x=1')}</p>`,
  ],
  [
    'a player is an embed',
    '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
    `<figure data-block="embed">${link('https://www.youtube.com/watch?v=abcdefghijk')}<figcaption><small>YouTube</small></figcaption></figure>`,
  ],
  [
    'a film keeps its caption, and a sound its source',
    '<figure class="wp-block-video"><video controls src="https://old.example/f/fog.mp4"></video><figcaption>Fog, filmed</figcaption></figure><audio><source src="https://old.example/f/horn.mp3"></audio>',
    '<figure><video src="https://old.example/f/fog.mp4"></video><figcaption>Fog, filmed</figcaption></figure><figure><audio src="https://old.example/f/horn.mp3"></audio></figure>',
  ],
  [
    'a picture behind words stands before them',
    '<div class="wp-block-cover" style="background-image:url(https://old.example/q.jpg)"><p>The quay</p></div>',
    '<figure><img src="https://old.example/q.jpg" alt="" /></figure><p>The quay</p>',
  ],
  [
    'a file is linked to once',
    `<div class="wp-block-file"><a href="https://old.example/r.pdf">Report</a><a href="https://old.example/r.pdf" class="wp-block-file__button" download>Download</a></div>`,
    `<p>${link('https://old.example/r.pdf', 'Report')}</p>`,
  ],
  [
    'a gallery that its page shows as a list of definitions is one',
    `<div id='gallery-1' class='gallery'><dl class='gallery-item'><dt class='gallery-icon'><a href='#'><img src="https://old.example/1.jpg" alt="One"></a></dt><dd class='wp-caption-text gallery-caption'>First</dd></dl><dl class='gallery-item'><dt><img src="https://old.example/2.jpg" alt="Two"></dt></dl><br style="clear: both" /></div>`,
    '<figure data-block="gallery"><figure><img src="https://old.example/1.jpg" alt="One" /><figcaption>First</figcaption></figure><figure><img src="https://old.example/2.jpg" alt="Two" /></figure></figure>',
  ],
  [
    'a table keeps the caption of its figure',
    '<figure class="wp-block-table"><table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table><figcaption>Ships</figcaption></figure>',
    '<table data-block="table"><caption>Ships</caption><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>',
  ],
];

test.each(CASES)('%s', (_what, html, body) => {
  expect(copyOf(html, 'html').body).toBe(body);
  expect(copyOf(`<!-- wp:html -->${html}<!-- /wp:html -->`, 'wordpress').body).toBe(body);
});

test('what is never closed, or opens a hundred thousand times, takes no time', () => {
  for (const tag of [
    '<figure class="wp-block-embed">',
    '<iframe src="x">',
    '<video>',
    '<dl class="gallery-item">',
    '<ul><li><button class="accordion">',
    '<h3><button>',
    '<ul><li><figcaption>',
    '<pre> ',
  ])
    expect(copyOf(tag.repeat(100_000 / 10), 'html').body).toBe('');
});

test('code, verse and columns keep where their lines begin; what holds more than lines is said to have lost it', () => {
  const code =
    '<pre class="wp-block-code"><code>if fog:\n    wait() &amp;&amp; go()\n\tgo()\n</code></pre><pre>Low\nwater</pre>';
  const { body, odd } = copyOf(code, 'html');
  expect(body).toBe(
    '<pre data-block="code">if fog:\n    wait() &amp;&amp; go()\n    go()</pre><p>Low<br />water</p>',
  );
  expect(odd).toEqual([]);
  const verse =
    '<pre class="wp-block-verse">The <em>sea</em><br>  comes in,<br>&nbsp;&nbsp;&nbsp;and goes.<br><br>Again.</pre>';
  expect(copyOf(verse, 'html').body).toBe(
    '<pre data-block="verse">The <em>sea</em>\n  comes in,\n   and goes.\n\nAgain.</pre>',
  );
  expect(copyOf('<pre>Port   Ships\nLind      12</pre>', 'html').body).toBe(
    '<pre data-block="code">Port   Ships\nLind      12</pre>',
  );
  const more = copyOf('<pre>One\n  two<p>three</p></pre>', 'html');
  expect(more.body).not.toContain('<pre');
  expect(more.odd).toEqual(['1 line of code or verse began farther in: here at the margin.']);
});
