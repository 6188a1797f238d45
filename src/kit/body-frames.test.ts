/** The blocks that are more than words: read from what others write, written in one form, and read back as they are. */
import { describe, expect, it } from 'vitest';
import { growsBySquare } from '../../tests/support/growth.ts';
import { readCopy } from './body-blocks.ts';
import { copyTextToHtml, htmlToCopyText } from './copy-text.ts';
import { leftOutWords } from './left-out.ts';
import { htmlToText, safeBody } from './safe-html.ts';

const photo = 'https://p.example/a.jpg';

/** Bodies in their normal form, one of each block at least. */
const bodies: Record<string, string> = {
  'a picture': '<figure><img data-media="0190-a" alt="The port" /></figure>',
  'a picture with all that may be said of it':
    '<figure data-size="wide"><img data-media="a" alt="The [port] \\ &quot;old&quot;" /><figcaption>Seen from <strong>Lind</strong>.<br />At noon. <small>Photo: Anna</small></figcaption></figure>',
  'a picture that is not ours yet': `<figure data-size="full"><img src="${photo}" alt="" /><figcaption><small>Photo: AP</small></figcaption></figure>`,
  'a gallery':
    '<figure data-block="gallery"><figure><img data-media="a" alt="One" /><figcaption>First. <small>Anna</small></figcaption></figure><figure><img data-media="b" alt="" /></figure><figcaption>Both<br />of them</figcaption></figure>',
  'a video and a sound':
    '<figure data-size="wide"><video data-media="v"></video><figcaption>The launch. <small>Anna</small></figcaption></figure><figure><audio data-media="s"></audio></figure>',
  'a video and a sound that are not ours yet':
    '<figure data-size="wide"><video src="https://p.example/v.mp4"></video><figcaption>The launch. <small>Anna</small></figcaption></figure><figure><audio src="https://p.example/a.mp3?b=1&amp;c=2"></audio></figure>',
  'a table':
    '<table data-block="table"><caption>Ships by port</caption><thead><tr><th scope="col">Port</th><th scope="col">Ships</th></tr></thead><tbody><tr><th scope="row">Lind | Old</th><td>1,204</td></tr><tr><th scope="row">Moss</th><td>9<br />a day</td></tr></tbody></table>',
  'a table with cells over cells':
    '<table data-block="table"><thead><tr><th scope="col" colspan="2">A</th><th scope="col">B</th></tr></thead><tbody><tr><td rowspan="2">1</td><td>{2x1} x</td><td>---</td></tr><tr><td></td><td><em>z</em></td></tr></tbody></table>',
  'a table whose rows have headers alone':
    '<table data-block="table"><tbody><tr><th scope="row">a</th><td>1</td></tr><tr><th scope="row">b</th><td></td></tr></tbody></table>',
  'a table of one cell': '<table data-block="table"><tbody><tr><td>a</td></tr></tbody></table>',
  'a post from elsewhere':
    '<figure data-block="embed"><a href="https://x.com/a/status/1" rel="noopener">It is <em>open</em>.<br />Come in.</a><img data-media="m" alt="" /><figcaption><cite>Anna Lind</cite> <small>X</small></figcaption></figure>',
  'a video from elsewhere':
    '<figure data-block="embed"><a href="https://vimeo.com/1" rel="noopener">https://vimeo.com/1</a><figcaption><small>Vimeo</small></figcaption></figure>',
  'words drawn out':
    '<figure data-block="pull"><blockquote><p>We sail.<br />All of us.</p></blockquote><figcaption>Anna Lind</figcaption></figure><figure data-block="pull"><blockquote><p>And again</p></blockquote></figure>',
  'a box':
    '<aside data-block="box"><h3>In short</h3><p>One.</p><ul><li>Two</li></ul><figure><img data-media="a" alt="" /></figure><table data-block="table"><tbody><tr><td>a</td><td>b</td></tr></tbody></table></aside>',
  'a rule': '<p>One.</p><hr /><p>Two.</p>',
  footnotes:
    '<p>It rose<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup>, and fell.<sup><a href="#fn-2" id="fnref-2" role="doc-noteref">2</a></sup> Rose<sup><a href="#fn-1" role="doc-noteref">1</a></sup></p><section role="doc-endnotes"><ol><li id="fn-1">By <strong>a lot</strong>.<br />At once. <a href="#fnref-1" role="doc-backlink">↩</a></li><li id="fn-2">A bit. <a href="#fnref-2" role="doc-backlink">↩</a></li></ol></section>',
  'footnotes in a caption and a cell':
    '<figure><img data-media="a" alt="x" /><figcaption>Seen<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup></figcaption></figure><table data-block="table"><tbody><tr><td>a<sup><a href="#fn-2" id="fnref-2" role="doc-noteref">2</a></sup></td></tr></tbody></table><section role="doc-endnotes"><ol><li id="fn-1">One <a href="#fnref-1" role="doc-backlink">↩</a></li><li id="fn-2">Two <a href="#fnref-2" role="doc-backlink">↩</a></li></ol></section>',
  'words that look like blocks in a plain form':
    '<p>| no table<br />&gt;&gt; nothing drawn out<br />---<br />![no](media:x)<br />::: box<br />[^1]: no note [^2]</p><p>---</p><p>:::</p>',
};

describe('a body', () => {
  it.each(Object.entries(bodies))('with %s is safe as it is', (_, html) => {
    expect(safeBody(html)).toBe(html);
  });

  it.each(Object.entries(bodies))('with %s survives the plain form unchanged', (_, html) => {
    expect(copyTextToHtml(htmlToCopyText(html)), htmlToCopyText(html)).toBe(html);
  });

  it('with all of them survives the plain form unchanged', () => {
    const all = safeBody(
      Object.values(bodies)
        .filter((html) => !html.includes('doc-'))
        .join('<p>Between.</p>'),
    );
    expect(copyTextToHtml(htmlToCopyText(all))).toBe(all);
  });
});

describe('what others write', () => {
  const cases: [string, string, string][] = [
    [
      'WordPress: an image block',
      `<figure class="wp-block-image alignwide"><a href="${photo}"><img src="${photo}" alt="Port" width="1200" height="800"></a><figcaption class="wp-element-caption">The port. Photo: Anna Lind</figcaption></figure>`,
      `<figure data-size="wide"><img src="${photo}" alt="Port" /><figcaption>The port. <small>Photo: Anna Lind</small></figcaption></figure>`,
    ],
    [
      'WordPress: a caption of old',
      `<div class="wp-caption alignnone"><img src="${photo}" alt=""><p class="wp-caption-text">The port.</p></div>`,
      `<figure><img src="${photo}" alt="" /><figcaption>The port.</figcaption></figure>`,
    ],
    [
      'WordPress: a gallery',
      `<figure class="wp-block-gallery"><ul><li><figure><img src="${photo}"><figcaption>One</figcaption></figure></li><li><figure><img src="${photo}?2"></figure></li></ul></figure>`,
      `<figure data-block="gallery"><figure><img src="${photo}" alt="" /><figcaption>One</figcaption></figure><figure><img src="${photo}?2" alt="" /></figure></figure>`,
    ],
    [
      'WordPress: a table in a figure',
      '<figure class="wp-block-table"><table><thead><tr><th>Port</th><th>Ships</th></tr></thead><tbody><tr><td>Lind</td><td>3</td></tr></tbody></table><figcaption>By port</figcaption></figure>',
      '<table data-block="table"><caption>By port</caption><thead><tr><th scope="col">Port</th><th scope="col">Ships</th></tr></thead><tbody><tr><td>Lind</td><td>3</td></tr></tbody></table>',
    ],
    [
      'WordPress: words drawn out',
      '<figure class="wp-block-pullquote"><blockquote><p>We sail.</p><cite>Anna</cite></blockquote></figure>',
      '<figure data-block="pull"><blockquote><p>We sail.</p></blockquote><figcaption>Anna</figcaption></figure>',
    ],
    [
      'WordPress: an embed that its script would fill',
      '<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\nhttps://www.youtube.com/watch?v=abcdefgh\n</div><figcaption>The launch</figcaption></figure>',
      '<figure data-block="embed"><a href="https://www.youtube.com/watch?v=abcdefgh" rel="noopener">The launch</a><figcaption><small>YouTube</small></figcaption></figure>',
    ],
    [
      'a frame of YouTube',
      '<p>a</p><iframe title="The launch" src="//www.youtube.com/embed/abcdefgh?rel=0"></iframe>',
      '<p>a</p><figure data-block="embed"><a href="https://www.youtube.com/watch?v=abcdefgh" rel="noopener">The launch</a><figcaption><small>YouTube</small></figcaption></figure>',
    ],
    [
      'a post of X with its script',
      '<blockquote class="twitter-tweet"><p lang="en">It is open. <a href="https://t.co/x">pic.twitter.com/x</a></p>&mdash; Anna Lind (@anna) <a href="https://twitter.com/anna/status/1?ref_src=x">March 2, 2026</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
      '<figure data-block="embed"><a href="https://twitter.com/anna/status/1" rel="noopener">It is open. pic.twitter.com/x</a><figcaption><cite>Anna Lind (@anna)</cite> <small>X</small></figcaption></figure>',
    ],
    [
      'Ghost: a callout',
      '<div class="kg-card kg-callout-card"><div>💡</div><div>In short.</div></div>',
      '<aside data-block="box"><p>💡</p><p>In short.</p></aside>',
    ],
    [
      'a picture among words',
      `<p>Before <img src="${photo}" alt="Port"> after.</p><p>Next.</p>`,
      `<p>Before after.</p><figure><img src="${photo}" alt="Port" /></figure><p>Next.</p>`,
    ],
    [
      'a lazy picture',
      `<p><img src="data:image/gif;base64,R0" data-src="${photo}"></p>`,
      `<figure><img src="${photo}" alt="" /></figure>`,
    ],
    [
      'a sheet with empty columns and rows',
      '<table><tr><td>a</td><td>1</td><td></td></tr><tr><td></td><td></td><td></td></tr><tr><td>b</td><td>2</td><td></td></tr></table>',
      '<table data-block="table"><tbody><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></tbody></table>',
    ],
    [
      'NITF: a note where its mark would stand',
      '<p>It rose<fn>By a lot.</fn>, he said.</p>',
      '<p>It rose<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup>, he said.</p><section role="doc-endnotes"><ol><li id="fn-1">By a lot. <a href="#fnref-1" role="doc-backlink">↩</a></li></ol></section>',
    ],
    ['rules around nothing', '<hr><p>a</p><hr><hr><p>b</p><hr>', '<p>a</p><hr /><p>b</p>'],
  ];
  it.each(cases)('%s', (_, given, wanted) => {
    expect(safeBody(given)).toBe(wanted);
    expect(safeBody(wanted)).toBe(wanted);
  });

  it.each([
    [
      'a picture without an address',
      '<p>a</p><img src="file:///c:/a.jpg">',
      '<p>a</p>',
      '1 picture was left out.',
    ],
    ['a dot that counts', '<p>a</p><img src="https://x.example/p.gif" width=1 height=1>', '<p>a</p>', ''],
    [
      'a picture in a list',
      `<ul><li>a <img src="${photo}"></li></ul>`,
      '<ul><li>a</li></ul>',
      '1 picture was left out.',
    ],
    [
      'a frame of nobody we know',
      '<p>a</p><iframe src="https://ads.example/x"></iframe>',
      '<p>a</p>',
      '1 embedded page was left out.',
    ],
    [
      'a caption without a picture',
      '<figure><figcaption>x</figcaption></figure><p>a</p>',
      '<p>a</p>',
      '1 caption was left out.',
    ],
  ])('%s is said', (_, given, wanted, said) => {
    expect(safeBody(given)).toBe(wanted);
    expect(leftOutWords(readCopy(given).leftOut)).toBe(said);
  });

  it('a gallery of which one picture is left is a picture with all that was said', () => {
    const one = (inner: string, around: string) =>
      safeBody(
        `<figure data-block="gallery"><figure><img data-media="a" alt="x" /><figcaption>${inner} <small>Anna</small></figcaption></figure><figcaption>${around}</figcaption></figure>`,
      );
    const figure = (caption: string) =>
      `<figure><img data-media="a" alt="x" /><figcaption>${caption} <small>Anna</small></figcaption></figure>`;
    expect(one('The ferry.', 'Two mornings.')).toBe(figure('The ferry.<br />Two mornings.'));
    expect(one('The ferry.', 'The ferry.')).toBe(figure('The ferry.'));
  });

  it('a wire cannot name media of ours', () => {
    const given = `<figure><img data-media="a" src="${photo}" alt="x"></figure><video data-media="v" src="https://p.example/v.mp4"></video>`;
    const { blocks } = readCopy(given, { isForeign: true });
    expect(blocks).toMatchObject([
      { kind: 'figure', media: null, href: photo },
      { kind: 'video', media: null, href: 'https://p.example/v.mp4' },
    ]);
  });

  it('its words are text, cells apart, neither credits nor marks of notes among them', () => {
    expect(htmlToText(bodies['a table'] ?? '')).toBe(
      'Ships by port\n\nPort\tShips\nLind | Old\t1,204\nMoss\t9 a day',
    );
    expect(htmlToText(bodies.footnotes ?? '')).toBe(
      'It rose, and fell. Rose\n\nBy a lot.\nAt once.\n\nA bit.',
    );
    expect(htmlToText(bodies['a picture with all that may be said of it'] ?? '')).toBe(
      'Seen from Lind.\nAt noon.',
    );
  });
});

describe('bad blocks', () => {
  const rows = (count: number, row: string) => `<table data-block="table">${row.repeat(count)}</table>`;
  it.each([
    [
      'a cell that says it covers what is not there',
      rows(2, '<tr><td rowspan="65534" colspan="1000">a<td>b</tr>'),
    ],
    ['cells that cover each other', '<table><tr><td rowspan=2>a<td>b<tr><td colspan=3>c<td>d</table>'],
    ['rows that are all covered', '<table><tr><td rowspan=3>a<td rowspan=3>b<tr><tr><tr><td>c<td>d</table>'],
    ['spans that are no numbers', rows(2, '<tr><td rowspan="-1" colspan="x">a<td colspan="1e9">b</tr>')],
    ['a head that is all there is', '<table data-block="table"><thead><tr><th>a<tr><th>b</table>'],
    ['tables in tables', `${'<table data-block="table"><tr><td>a'.repeat(60)}`],
    ['boxes in boxes', `${'<aside data-block="box"><p>a'.repeat(60)}`],
    ['figures in figures', `${`<figure><img data-media="a" alt=""><figcaption>b`.repeat(60)}`],
    ['a note in its own words', '<p>a<a href="#fn-1">1</a></p><ol><li id="fn-1">b<a href="#fn-1">1</a></ol>'],
    [
      'a box in a cell',
      '<table data-block="table"><tr><td><aside data-block="box"><p>a</aside><td>b</table>',
    ],
    [
      'a gallery in a list',
      '<ul><li><figure data-block="gallery"><img data-media="a" alt="x"></figure>b</ul>',
    ],
    [
      'an embed that leads to a script',
      '<figure data-block="embed"><a href="javascript:alert(1)">a</a></figure>',
    ],
    [
      'media named by markup',
      '<figure><img data-media="&quot;><script>" alt="&quot; onload=&quot;x"></figure>',
    ],
  ])('such as %s become ones that stay as they are', (_, given) => {
    const body = safeBody(`<p>before</p>${given}`);
    expect(body).toContain('before');
    expect(body).not.toMatch(/script|onload="/);
    expect(safeBody(body)).toBe(body);
    expect(copyTextToHtml(htmlToCopyText(body)), htmlToCopyText(body)).toBe(body);
  });

  it('a table of ten thousand cells becomes its words, a line for each row', () => {
    const { blocks, leftOut } = readCopy(`<table>${'<tr><td>a<td>b</tr>'.repeat(5_000)}</table>`);
    expect(blocks).toHaveLength(5_000);
    expect(leftOutWords(leftOut)).toBe('1 table became lines of text.');
  });

  /** Random elements, well and badly nested. */
  it('whatever stands in whatever, what is read is read again as it is', { timeout: 180_000 }, () => {
    const pieces = [
      ...[
        '<figure>',
        '</figure>',
        '<figcaption>',
        '</figcaption>',
        '<img data-media="m" alt="i">',
        '<small>',
        '</small>',
      ],
      ...[
        '<table data-block="table">',
        '<table>',
        '</table>',
        '<tr>',
        '<td rowspan=2>',
        '<td colspan=2>',
        '<th>',
        '<td>',
      ],
      ...[
        '<thead>',
        '<caption>',
        '</caption>',
        '<aside data-block="box">',
        '</aside>',
        '<hr>',
        '<p>',
        '</p>',
        'a ',
        '| ',
      ],
      ...[
        '<a href="#fn-1">1</a>',
        '<a href="#fn-2">2</a>',
        '<ol><li id="fn-1">',
        '</ol>',
        '<fn>n</fn>',
        '<blockquote>',
      ],
      ...[
        '<ul>',
        '<li>',
        '</ul>',
        '<figure data-block="pull">',
        '<figure data-block="gallery">',
        '<cite>',
        '</cite>',
      ],
      ...[
        '<figure data-block="embed"><a href="https://vimeo.com/1">t</a>',
        '<b>',
        '</b>',
        '<br>',
        '[^1]',
        '::: ',
        '---',
      ],
    ];
    let seed = 11;
    const pick = (): string => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return pieces[Math.floor((seed / 2_147_483_648) * pieces.length)] ?? '';
    };
    for (let round = 0; round < 4_000; round += 1) {
      const given = Array.from({ length: 18 }, pick).join('');
      const body = safeBody(given);
      expect(safeBody(body), given).toBe(body);
      expect(copyTextToHtml(htmlToCopyText(body)), `${given}\n${body}\n${htmlToCopyText(body)}`).toBe(body);
    }
  });

  it.each([
    ['cells', '<tr><td>a<td>b'],
    ['rows that lie', '<tr><td rowspan=99 colspan=99>a'],
    ['pictures', `<img src="${photo}">`],
    ['figures', `<figure><img src="${photo}"><figcaption>a</figure>`],
    ['figures in figures', '<figure><figcaption>a'],
    ['boxes in boxes', '<aside data-block="box">a'],
    ['rules', '<hr>'],
    ['notes', '<a href="#fn1">1</a><p id="fn1">a'],
    ['NITF’s notes', 'a<fn>b</fn>'],
    ['posts', '<blockquote class="twitter-tweet">a'],
    ['frames', '<iframe src="https://vimeo.com/1"></iframe>'],
  ])('reading takes time in proportion to the length, of %s', (_, piece) => {
    const ofLength = (length: number) => `<table>a${piece.repeat(Math.ceil(length / piece.length))}b`;
    expect(growsBySquare(readCopy, ofLength, 50_000)).toBe(false);
  });
});
