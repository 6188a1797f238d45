import { describe, expect, it } from 'vitest';
import { copyTextToHtml, htmlToCopyText } from './copy-text.ts';
import { htmlToText, safeBody, textToHtml } from './safe-html.ts';

describe('a safe body', () => {
  const cases: [string, string, string][] = [
    [
      'keeps plain copy',
      '<p>Ships &amp; <strong>tugs</strong></p>',
      '<p>Ships &amp; <strong>tugs</strong></p>',
    ],
    ['wraps words that stand alone', 'The <b>ferry</b> left.', '<p>The <strong>ferry</strong> left.</p>'],
    ['takes two breaks for a new paragraph', 'One<br><br>Two<br>lines', '<p>One</p><p>Two<br />lines</p>'],
    ['takes layout for paragraphs', '<div>a<div>b</div>c</div>', '<p>a</p><p>b</p><p>c</p>'],
    ['moves headings to the two it has', '<h1>A</h1><h4>B</h4>', '<h2>A</h2><h3>B</h3>'],
    ['keeps lists in lists', '<ul><li>a<ol><li>b</ol></ul>', '<ul><li>a<ol><li>b</li></ol></li></ul>'],
    [
      'keeps two quotations apart',
      '<blockquote>a</blockquote><blockquote>b</blockquote>',
      '<blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote>',
    ],
    ['drops pictures and pixels', '<p>a<img src="https://x.example/p.gif" width=1> b</p>', '<p>a b</p>'],
    ['drops empty paragraphs', '<p>&nbsp;</p><p> </p><p>a</p>', '<p>a</p>'],
    ['keeps a table row as a line', '<table><tr><td>Fare</td><td>2</td></tr></table>', '<p>Fare 2</p>'],
    [
      'makes an address its normal form',
      '<a href=" HTTPS://Post.example/a?b=1&c=2 ">x</a>',
      '<p><a href="https://post.example/a?b=1&amp;c=2" rel="noopener">x</a></p>',
    ],
    ['leaves the words of a link without address', '<a name=x>words</a>', '<p>words</p>'],
  ];
  it.each(cases)('%s', (_, given, wanted) => {
    expect(safeBody(given)).toBe(wanted);
    expect(safeBody(wanted)).toBe(wanted);
  });

  it('is the same whether or not it holds what the second list has to look at', () => {
    const copy =
      '<h2>Fares &amp; "tolls"</h2><p>5 &lt; 6, <em>it’s <strong>so</strong></em><br>a\u00a0b</p><ol><li>a<ul><li>b &gt; c</li></ul></li></ol><blockquote><p>c</p></blockquote>';
    const link = '<p><a href="https://post.example/">x</a></p>';
    const linked = safeBody(copy + link);
    expect(linked).toBe(safeBody(copy) + safeBody(link));
    expect(safeBody(copy)).toContain('5 &lt; 6');
  });

  it('resolves relative addresses against the base, and unlinks them without one', () => {
    expect(safeBody('<a href="/a">x</a>', 'https://post.example/b/')).toContain(
      'href="https://post.example/a"',
    );
    expect(safeBody('<a href="/a">x</a>')).toBe('<p>x</p>');
  });

  const hostile = [
    '<script>alert(1)</script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<svg/onload=alert(1)>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="//evil.example/x">x</a>',
    '<a href="https://user:secret@evil.example/">x</a>',
    '<p style="background:url(javascript:alert(1))" onclick=alert(1)>x</p>',
    '<iframe src="https://evil.example"></iframe>',
    '<object data=x></object><embed src=x>',
    '<form action=https://evil.example><input name=q><button>Go</button></form>',
    '<style>@import "https://evil.example"</style>',
    '<template><img src=x onerror=alert(1)></template>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<!--><img src=x onerror=alert(1)>-->',
    '<![CDATA[<img src=x onerror=alert(1)>]]>',
    '<a href="https://x.example/&quot; onmouseover=&quot;alert(1)">x</a>',
    '<base href="https://evil.example"><meta http-equiv=refresh content="0;url=https://evil.example">',
    '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  ];
  it.each(hostile)('lets nothing through of %s', (given) => {
    const body = safeBody(`<p>before</p>${given}`);
    const tags = [...body.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)];
    for (const [, name, rest] of tags) {
      expect(['p', 'a', 'strong', 'em', 'br', 'h2', 'h3', 'ul', 'ol', 'li', 'blockquote']).toContain(name);
      expect(rest).toMatch(/^( href="(https?:|mailto:)[^"<>]*" rel="noopener"| \/)?$/);
    }
    expect(body).toContain('before');
    expect(safeBody(body)).toBe(body);
  });

  it.each([
    ['a hundred thousand elements within each other', `${'<x>'.repeat(100_000)}a`, '<p>a</p>'],
    ['tags that never end', `a${'<a href='.repeat(100_000)}`, '<p>a</p>'],
    ['comments that never end', `a${'<!--'.repeat(200_000)}`, '<p>a</p>'],
    ['a million breaks', `a${'<br>'.repeat(200_000)}b`, '<p>a</p><p>b</p>'],
    ['a megabyte of spaces', `a${' '.repeat(900_000)}b`, '<p>a b</p>'],
    ['a megabyte of spaces that do not break', `a${'\u00a0'.repeat(900_000)}b`, '<p>a\u00a0b</p>'],
    ['such spaces as entities', `a${'&nbsp;'.repeat(150_000)}b`, '<p>a\u00a0b</p>'],
    ['spaces and breaks by turns', `a${' \u00a0<br>'.repeat(90_000)}b`, '<p>a</p><p>b</p>'],
    ['tabs in a text whose lines stay', `<pre>a${'\t'.repeat(900_000)}b</pre>`, '<p>a b</p>'],
    ['a kind of space that is neither', `a${'\u2003'.repeat(300_000)}b`, '<p>a b</p>'],
  ])('is made of %s', (_, given, wanted) => {
    expect(safeBody(given)).toBe(wanted);
  });
});

describe('the words of HTML', () => {
  it('come without markup, paragraphs apart', () => {
    expect(htmlToText('<p>One &amp; <b>two</b></p><ul><li>a</li><li>b</li></ul><p>x<br>y</p>')).toBe(
      'One & two\n\na\nb\n\nx\ny',
    );
  });
  it('are kept as they are when plain text becomes a body', () => {
    expect(textToHtml('a <b> & c\r\nd\n\n e ')).toBe('<p>a &lt;b&gt; &amp; c<br />d</p><p>e</p>');
  });
});

describe('the plain form', () => {
  it('writes a body with few signs', () => {
    const text = [
      'The **ferry** left *at once*, [the port says](https://port.example/a).',
      '## What now',
      '> We wait.\n>\n> And see.',
      '- one\n- two\n  1. inner',
      'Last\nline',
    ].join('\n\n');
    const html =
      '<p>The <strong>ferry</strong> left <em>at once</em>, <a href="https://port.example/a" rel="noopener">the port says</a>.</p>' +
      '<h2>What now</h2><blockquote><p>We wait.</p><p>And see.</p></blockquote>' +
      '<ul><li>one</li><li>two<ol><li>inner</li></ol></li></ul><p>Last<br />line</p>';
    expect(copyTextToHtml(text)).toBe(html);
    expect(htmlToCopyText(html)).toBe(text);
  });

  it('takes stars and brackets that are no marks for what they are', () => {
    expect(copyTextToHtml('5 * 3 * 2 is 30 [applause] **')).toBe('<p>5 * 3 * 2 is 30 [applause] **</p>');
    expect(copyTextToHtml('\\*not so\\*')).toBe('<p>*not so*</p>');
    expect(copyTextToHtml('[x](javascript:alert(1))')).toBe('<p>[x](javascript:alert(1))</p>');
    expect(copyTextToHtml('<script>alert(1)</script>')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
  });

  it('F12: takes links to pages of ours, e-mail addresses and telephone numbers', () => {
    const base = 'https://post.example';
    const read = (text: string, of: string | null = base) =>
      copyTextToHtml(text, of).replace(/ rel="noopener"/g, '');
    expect(read('See [it](/city/x).')).toBe('<p>See <a href="https://post.example/city/x">it</a>.</p>');
    expect(read('[it](#notes)')).toBe('<p><a href="https://post.example/#notes">it</a></p>');
    expect(read('[her](anna@post.example)')).toBe('<p><a href="mailto:anna@post.example">her</a></p>');
    expect(read('[call](tel:+30123456)')).toBe('<p><a href="tel:+30123456">call</a></p>');
    expect(read('[it](/city/x)', null)).toBe('<p>[it](/city/x)</p>');
    expect(read('[he](said) f[1](2.5)')).toBe('<p>[he](said) f[1](2.5)</p>');
  });

  it('keeps the numbers of a list as they are typed', () => {
    expect(copyTextToHtml('4. d\n5. e\n9. i')).toBe(
      '<ol start="4"><li>d</li><li>e</li><li value="9">i</li></ol>',
    );
    expect(copyTextToHtml('3. c\n2. b\n1. a')).toBe(
      '<ol start="3"><li>c</li><li value="2">b</li><li value="1">a</li></ol>',
    );
    expect(copyTextToHtml('1. a\n1. b\n1. c')).toBe('<ol><li>a</li><li>b</li><li>c</li></ol>');
    expect(copyTextToHtml('1. a\n01. b')).toBe('<ol><li>a</li><li value="1">b</li></ol>');
    expect(copyTextToHtml('2026. A year.')).toBe('<p>2026. A year.</p>');
  });

  it.each([
    '<ol start="4"><li>a</li><li>b<ol><li>c</li><li value="1">d</li></ol></li><li value="9">e</li></ol>',
    '<ol start="0"><li>a</li><li value="0">b</li><li value="0">c</li></ol>',
    '<p><a href="tel:+30123456" rel="noopener">a</a> 10⁶ CO₂ 12½ “x”</p>',
    '<p><strong><em>both</em></strong><em>one</em> x</p>',
    '<p><em>a</em><strong><em>b</em>c</strong><em>d</em></p>',
    '<p>- no list<br />## no heading<br />&gt; no quote<br />1. no number</p>',
    '<p>a*b**c***d \\ [x](https://a.example/) \\*</p>',
    '<p><a href="https://a.example/%28x%29" rel="noopener">a [b] <strong>c*\\</strong></a>(d)</p>',
    '<ol><li>a<br />b</li><li>c<ul><li>d</li></ul><ol><li>e</li></ol></li></ol><ul><li>f</li></ul>',
    '<blockquote><p>a<br />b</p><p>c</p></blockquote><blockquote><p>d</p></blockquote><h3>x &amp; y</h3>',
    '<p>“Ο υπουργός” · «قال» · 東京 &lt;b&gt;</p>',
  ])('reads back what it shows of %s', (html) => {
    expect(safeBody(html)).toBe(html);
    expect(copyTextToHtml(htmlToCopyText(html))).toBe(html);
  });

  it('reads back what it shows of any body', () => {
    const words = [
      'a',
      ' ',
      '*',
      '**',
      '\\',
      '[',
      '](',
      ')',
      '\n',
      '- ',
      '1. ',
      '> ',
      '## ',
      '&lt;',
      'é',
      '.',
    ];
    const tags = [
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<i>',
      '</i>',
      '<br>',
      '<ul>',
      '<li>',
      '</ul>',
      '<blockquote>',
      '</blockquote>',
      '<h2>',
      '</h2>',
      '<ol>',
      '</ol>',
      '<a href="https://a.example/">',
      '</a>',
    ];
    let seed = 7;
    const pick = <T>(from: T[]): T => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return from[Math.floor((seed / 2_147_483_648) * from.length)] as T;
    };
    for (let round = 0; round < 3_000; round += 1) {
      const given = Array.from({ length: 20 }, () => (pick([0, 1]) ? pick(words) : pick(tags))).join('');
      const body = safeBody(given);
      expect(safeBody(body), given).toBe(body);
      expect(copyTextToHtml(htmlToCopyText(body)), `${given}\n${htmlToCopyText(body)}`).toBe(body);
    }
  });

  it.each([
    ['stars', '*a '.repeat(30_000), `<p>${'*a '.repeat(30_000).trim()}</p>`],
    ['brackets', '[a'.repeat(30_000), `<p>${'[a'.repeat(30_000)}</p>`],
    ['links that never end', '[](https:'.repeat(10_000), `<p>${'[](https:'.repeat(10_000)}</p>`],
    [
      'signs of quotations',
      '> '.repeat(30_000),
      `<blockquote><p>${'&gt; '.repeat(29_999).trim()}</p></blockquote>`,
    ],
    ['spaces', `${' '.repeat(500_000)}x\n\n`, '<p>x</p>'],
  ])('reads what someone pastes to stop it, %s', (_, given, wanted) => {
    expect(copyTextToHtml(given)).toBe(wanted);
  });
});
