/** What a reader of the wire sees of headlines, paragraphs, pictures and whole texts, as feeds of every kind write them. */
import { describe, expect, it } from 'vitest';
import { readFeed } from '../reading/read-feed.ts';
import { understood } from '../reading/understood.ts';

const cdata = (html: string) => `<![CDATA[${html}]]>`;
const rss = (inner: string) =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:yandex="http://news.yandex.ru" xmlns:turbo="http://turbo.yandex.ru"><channel><title>Quay</title><link>https://quay.example/</link><item>${inner}</item></channel></rss>`;
const atom = (inner: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inner}</entry></feed>`;
const json = (item: object) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', ...item }] });
const first = (text: string) => understood(readFeed(Buffer.from(text))).items[0];

describe('a headline with markup in it', () => {
  it.each([
    ['<i>Lind</i>’s crew saved (<b>again</b>)', 'Lind’s crew saved (again)'],
    ['<b>Ferry</b>, bus and <em>tram</em>: late', 'Ferry, bus and tram: late'],
    ['CO<sub>2</sub> falls', 'CO₂ falls'],
    ['10<sup>6</sup> cells', '10⁶ cells'],
    ['One<br>Two<br/>Three', 'One Two Three'],
    ['<p>One</p><p>Two</p>', 'One Two'],
    ['At least <del>50</del> <ins>60</ins> hurt', 'At least 60 hurt'],
    ['<span style="display:none">12345</span>Ferry late', 'Ferry late'],
    ['She said <q>no</q>', 'She said “no”'],
    [
      'Happy <img src="https://s.w.org/images/core/emoji/14.0.0/72x72/1f600.png" alt="😀" class="wp-smiley"> fans',
      'Happy 😀 fans',
    ],
    ['Prices < 5 and > 3 in <Lind>', 'Prices < 5 and > 3 in <Lind>'],
    ['What is <main>?', 'What is <main>?'],
  ])('%s is %s', (markup, wanted) => {
    expect(first(rss(`<title>${cdata(markup)}</title>`))?.title).toBe(wanted);
    expect(first(atom(`<id>1</id><title type="html">${cdata(markup)}</title>`))?.title).toBe(wanted);
  });
});

describe('paragraphs of plain text stay paragraphs', () => {
  const [one, two] = ['First paragraph\nof the release.', 'Second paragraph of R&amp;D.'];
  const wanted = '<p>First paragraph of the release.</p><p>Second paragraph of R&amp;D.</p>';
  it.each([
    ['RSS', rss(`<description>${one}\n\n${two}</description>`)],
    ['RSS, with blanks between', rss(`<description>${one}\r\n \t\r\n${two}</description>`)],
    ['RSS content', rss(`<content:encoded>${one}\n\n\n${two}</content:encoded>`)],
    ['Atom text', atom(`<id>1</id><content type="text">${one}\n\n${two}</content>`)],
    ['Atom html', atom(`<id>1</id><content type="html">${one}\n\n${two.replace('&', '&amp;')}</content>`)],
    ['Atom without a type', atom(`<id>1</id><summary>${one}\n\n${two}</summary>`)],
    ['JSON', json({ content_html: `${one}\n\n${two}` })],
  ])('%s', (_, text) => {
    expect(first(text)?.html).toBe(wanted);
  });
  it('with a link among them', () => {
    const html = first(
      rss(`<description>${cdata('One <a href="https://a.example/">word</a>.\n\nTwo.')}</description>`),
    )?.html;
    expect(html).toBe('<p>One <a href="https://a.example/" rel="noopener">word</a>.</p><p>Two.</p>');
  });
  it('and HTML, which has its own, is not torn', () => {
    expect(first(rss(`<description>${cdata('<p>One\n\ntwo.</p>')}</description>`))?.html).toBe(
      '<p>One two.</p>',
    );
  });
});

describe('a whole text under another name is read', () => {
  it.each([
    'yandex:full-text',
    'full-text',
    'fulltext',
    'fullText',
    'turbo:content',
    'rambler:fulltext',
    'mailru:full-text',
  ])('%s', (name) => {
    const text = rss(
      `<title>T</title><description>Short lead.</description><${name}>Full first paragraph of the story.\n\nSecond paragraph of it.</${name}>`,
    );
    expect(first(text)?.html).toBe('<p>Full first paragraph of the story.</p><p>Second paragraph of it.</p>');
  });
  it('also where its markup is not escaped', () => {
    const text = rss(
      '<description>Lead.</description><full-text><p>One is <b>bold</b>.</p><p>Two.</p></full-text>',
    );
    expect(first(text)?.html).toBe('<p>One is <strong>bold</strong>.</p><p>Two.</p>');
  });
  it('but not instead of a longer content', () => {
    const text = rss(
      '<content:encoded>One whole sentence and another one.</content:encoded><full-text>Short.</full-text>',
    );
    expect(first(text)?.text).toBe('One whole sentence and another one.');
  });
});

describe('the picture of an item', () => {
  const gif = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  it.each<[string, string, string | undefined]>([
    ['lazy', `<img src="${gif}" data-src="/i/ferry.jpg">`, 'https://quay.example/i/ferry.jpg'],
    [
      'lazy, with a placeholder',
      '<img src="/img/placeholder.png" data-lazy-src="/i/ferry.jpg">',
      'https://quay.example/i/ferry.jpg',
    ],
    ['of another lazy kind', '<img data-original="/i/ferry.jpg">', 'https://quay.example/i/ferry.jpg'],
    ['of a set', '<img srcset="/i/a-480.jpg 480w, /i/a-960.jpg 960w">', 'https://quay.example/i/a-960.jpg'],
    [
      'of a set by density',
      '<img data-srcset="/i/a.jpg, /i/a-2x.jpg 2x">',
      'https://quay.example/i/a-2x.jpg',
    ],
    [
      'of a set with commas in its addresses',
      '<img srcset="/i/w_1,h_2/a.jpg 1w, /i/w_9,h_9/a.jpg 9w">',
      'https://quay.example/i/w_9,h_9/a.jpg',
    ],
    [
      'of a picture element',
      `<picture><source srcset="/i/a.webp 900w"><img src="${gif}"></picture>`,
      'https://quay.example/i/a.webp',
    ],
    ['with > in its words', '<img alt="Route: Lind > Moss" src="/i/c.jpg">', 'https://quay.example/i/c.jpg'],
    [
      'in a noscript',
      `<img src="${gif}"><noscript><img src="/i/n.jpg"></noscript>`,
      'https://quay.example/i/n.jpg',
    ],
    ['without an address', '<img alt="none">', undefined],
    ['with an empty one', '<img src="">', undefined],
    [
      'that is an emoji',
      '<img src="https://s.w.org/images/core/emoji/14.0.0/72x72/1f600.png" alt="😀" class="wp-smiley">',
      undefined,
    ],
    [
      'that is an emoji by its class',
      '<img class="emoji" alt="😀" src="https://x.example/e.svg">',
      undefined,
    ],
  ])('%s', (_, html, wanted) => {
    expect(first(rss(`<description>${cdata(`<p>T.</p>${html}`)}</description>`))?.media?.[0]?.href).toBe(
      wanted,
    );
  });
  it.each([
    '<image><url>https://quay.example/i/a.jpg</url><title>Quay</title></image>',
    '<image>https://quay.example/i/a.jpg</image>',
    '<image url="https://quay.example/i/a.jpg"/>',
    '<thumbnail url="/i/a.jpg"/>',
  ])('in an element of its own: %s', (element) => {
    expect(first(rss(`<title>T</title>${element}`))?.media?.[0]?.href).toBe('https://quay.example/i/a.jpg');
  });
  it('keeps the words of its figure, and whose it is', () => {
    const figure =
      '<figure><img src="/i/a.jpg" alt="A > B"><figcaption>The quay at dusk. <span class="credit">Ada Lind</span></figcaption></figure>';
    expect(first(rss(`<description>${cdata(figure)}</description>`))?.media?.[0]).toMatchObject({
      caption: 'The quay at dusk.',
      credit: 'Ada Lind',
    });
  });
});

describe('a link in a redirect', () => {
  const page = 'https://gazette.example/news/ferry-strike?id=7';
  const alert = `https://www.google.com/url?rct=j&amp;sa=t&amp;url=${encodeURIComponent(page)}&amp;ct=ga&amp;usg=AOv`;
  it.each([
    ['a Google Alert', atom(`<id>1</id><title>T</title><link href="${alert}"/>`)],
    [
      'Bing’s news',
      rss(
        `<link>http://www.bing.com/news/apiclick.aspx?ref=FexRss&amp;aid=&amp;url=${encodeURIComponent(page)}&amp;c=1</link>`,
      ),
    ],
    ['JSON', json({ url: alert.replaceAll('&amp;', '&') })],
  ])('of %s leads to the page, and its paper is on the way', (_, text) => {
    expect(first(text)).toMatchObject({ link: page, hops: [{ party: 'gazette.example', link: page }] });
  });
  it('to the feed’s own site is no step on the way', () => {
    const text = rss(`<link>https://l.facebook.com/l.php?u=https%3A%2F%2Fquay.example%2F1</link>`);
    expect(first(text)?.link).toBe('https://quay.example/1');
    expect(first(text)?.hops).toBeUndefined();
  });
});
