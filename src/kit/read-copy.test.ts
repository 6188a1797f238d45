/** What becomes of words between a wire, a clipboard or a form, and a body: nothing is falsified, what goes is named. */
import { describe, expect, it } from 'vitest';
import { growsBySquare } from '../../tests/support/growth.ts';
import { type BodyReading, readCopy } from './body-blocks.ts';
import { leftOutWords } from './left-out.ts';
import { writeBlocks } from './write-blocks.ts';

function read(html: string, reading: BodyReading = {}): string {
  const body = writeBlocks(readCopy(html, reading).blocks);
  expect(writeBlocks(readCopy(body).blocks), 'read again it is the same').toBe(body);
  return body.replace(/^<p>|<\/p>$/g, '');
}

const leftOut = (html: string): [string, string][] =>
  readCopy(html).leftOut.map(({ kind, text }) => [kind, text]);

describe('F1: a raised number is not fused with the number before it', () => {
  it.each([
    ['killed 5<sup>1</sup> people', 'killed 5¹ people'],
    ['10<sup>6</sup> litres', '10⁶ litres'],
    ['2.5×10<sup>-3</sup>', '2.5×10⁻³'],
    ['2.5×10<sup>−<b>3</b></sup>', '2.5×10⁻³'],
    ['10<sup>3.5</sup>', '10^3.5'],
    ['m<sup>2</sup>, km<sup>2</sup> and x<sup>n+1</sup>', 'm², km² and xⁿ⁺¹'],
    ['CO<sub>2</sub> and log<sub>10</sub>', 'CO₂ and log₁₀'],
    ['10<span style="font-size:8.0pt;vertical-align:super">6</span>', '10⁶'],
    ['H<span style="vertical-align: sub">2</span>O', 'H₂O'],
    ['10<sup style="vertical-align:baseline">6</sup>', '106'],
    ['12<sup>1</sup>/<sub>2</sub> miles', '12½ miles'],
    ['12 <sup>1</sup>&frasl;<sub>3</sub>', '12 ⅓'],
    ['1<sup>1/2</sup> cups', '1½ cups'],
    ['Ca<sup>2+</sup>, SO<sub>4</sub><sup>2−</sup>', 'Ca²⁺, SO₄²⁻'],
    ['12<sup>7</sup>/<sub>16</sub>', '12 7/16'],
    ['12<frac><numer>1</numer><frac-sep>/</frac-sep><denom>2</denom></frac>', '12½'],
    ['12<frac><numer>7</numer><denom>16</denom></frac>', '12 7/16'],
    ['the 1<sup>st</sup>, 2<sup>nd</sup>, 3<sup>rd</sup>, 4<sup>th</sup>', 'the 1st, 2nd, 3rd, 4th'],
    ['le 1<sup>er</sup> et le 20<sup>e</sup>, M<sup>me</sup> Lind', 'le 1er et le 20e, Mme Lind'],
    ['1<sup>º</sup> y 2<sup>ª</sup>, τον 20<sup>ό</sup>', '1º y 2ª, τον 20ό'],
    ['Acme<sup>TM</sup>', 'Acme™'],
    ['2<sup>10<sup>3</sup></sup> is no 2<sup>103</sup>', '2^(10³) is no 2¹⁰³'],
    ['x<sub>1<sub>2</sub></sub>', 'x_(1₂)'],
    ['10<sup>–9</sup> and 10<sup>‑3</sup>', '10⁻⁹ and 10⁻³'],
    ['grew 5<sup>[1]</sup> times', 'grew 5[1] times'],
    ['la 3<sup>a</sup> edición, el 7<sup>o</sup>, los 2<sup>os</sup>', 'la 3ª edición, el 7º, los 2ºs'],
    ['n<sup>o</sup> 5 at 20<sup>o</sup>C', 'nº 5 at 20ºC'],
    ['five<sup>*</sup>', 'five*'],
    [
      'said<sup>[<a href="https://a.example/n">3</a>]</sup>',
      'said[<a href="https://a.example/n" rel="noopener">3</a>]',
    ],
    [
      'said<sup><a href="https://a.example/n">3</a></sup>',
      'said<a href="https://a.example/n" rel="noopener">[3]</a>',
    ],
    ['grew 5<sup><a href="#fn3">3</a></sup> times', 'grew 5 times'],
    ['grew 5<a href="https://a.example/x#cite_note-3"><sup>[3]</sup></a> times', 'grew 5 times'],
    ['<math><msup><mn>10</mn><mn>6</mn></msup></math> m', '10⁶ m'],
    [
      'about <math><mfrac><mn>1</mn><mn>2</mn></mfrac><annotation>\\frac</annotation></math> of it',
      'about ½ of it',
    ],
  ])('%s', (given, wanted) => {
    expect(read(given)).toBe(wanted);
  });
});

describe('F2: a quotation keeps its marks', () => {
  it.each([
    ['en', 'said “we <em>will</em> not leave” on'],
    [null, 'said “we <em>will</em> not leave” on'],
    ['de-AT', 'said „we <em>will</em> not leave“ on'],
    ['fr', 'said «\u00a0we <em>will</em> not leave\u00a0» on'],
    ['el', 'said «we <em>will</em> not leave» on'],
    ['pl', 'said „we <em>will</em> not leave” on'],
    ['sv', 'said ”we <em>will</em> not leave” on'],
    ['ja', 'said 「we <em>will</em> not leave」 on'],
    ['ar', 'said «we <em>will</em> not leave» on'],
  ])('in %s', (language, wanted) => {
    expect(read('said <q>we <i>will</i> not leave</q> on', { language })).toBe(wanted);
  });

  it.each([
    ['a <q>b <q>c</q> d</q>', 'a „b ‚c‘ d“'],
    ['a <q>“b”</q>', 'a “b”'],
    ['a “<q>b</q>”', 'a “b”'],
    ['a<q> b </q>c <q> <em>d </em></q>', 'a „b“ c „<em>d</em>“'],
    ['a <q></q>b', 'a b'],
    ['<p lang="en">a <q lang="fr">b</q></p>', 'a “b”'],
    ['<blockquote><q><p>a</p><p>b</p></q></blockquote>', '<blockquote><p>„a</p><p>b“</p></blockquote>'],
    ['a <q>never closed', 'a „never closed“'],
  ])('%s', (given, wanted) => {
    expect(read(given, { language: 'de' })).toBe(wanted);
  });
});

describe('F3, F4: what is struck out or hidden is no copy, and is named', () => {
  it.each([
    ['<del>12</del>14 hurt', '14 hurt', [['struck', '12']]],
    [
      'a <s>b</s> <strike>c</strike> <ins>d</ins>',
      'a d',
      [
        ['struck', 'b'],
        ['struck', 'c'],
      ],
    ],
    ['a <span style="text-decoration:line-through red">b</span>', 'a', [['struck', 'b']]],
    ['a <span style="text-decoration-line: underline line-through">b</span>', 'a', [['struck', 'b']]],
    ['a <s style="text-decoration:none">b</s>', 'a b', []],
    ['the port <s>of Lind</s>, he said', 'the port, he said', [['struck', 'of Lind']]],
    ['a <del>b <b>c</b></del> d', 'a d', [['struck', 'b c']]],
    ['a <del>b, and all that follows', 'a b, and all that follows', []],
    [
      '<p>a <s>b</p><p>c</s> d</p>',
      'a</p><p>d',
      [
        ['struck', 'b'],
        ['struck', 'c'],
      ],
    ],
    [
      '<ul><li>a</li><li>b <del>c</li>\n<li>d</del> e</li></ul>',
      '<ul><li>a</li><li>b</li><li>e</li></ul>',
      [
        ['struck', 'c'],
        ['struck', 'd'],
      ],
    ],
    [
      '<p>a <s>b</p><p>c</p><p>d <s>e</s></p>',
      'a</p><p>c</p><p>d',
      [
        ['struck', 'b'],
        ['struck', 'e'],
      ],
    ],
    ['a<span hidden/>b <div style="display:none" />c', 'ab c', []],
    [
      'a <a href=https://x.example/hidden/>b</a>',
      'a <a href="https://x.example/hidden/" rel="noopener">b</a>',
      [],
    ],
    ['a<span style="clip-path:inset(50%);position:absolute;width:1px">b</span>', 'a', [['hidden', 'b']]],
    ['a<span style="position:absolute;height:1px;overflow:hidden">b</span>', 'a', [['hidden', 'b']]],
    ['a<span style="display:none !important">b</span>', 'a', [['hidden', 'b']]],
    [
      'a<span hidden>b</span><i style="VISIBILITY: hidden">c</i>',
      'a',
      [
        ['hidden', 'b'],
        ['hidden', 'c'],
      ],
    ],
    ["a<span style='mso-hide:all'>b</span>", 'a', [['hidden', 'b']]],
    ['a<span class="link sr-only">opens a new page</span>', 'a', [['hidden', 'opens a new page']]],
    ['a<div style="position:absolute;left:-9999px">b</div>', 'a', [['hidden', 'b']]],
    ['a<table hidden><tr><td>b</td><td>c</td></tr></table>', 'a', [['hidden', 'b c']]],
    ['a<div style="max-height:0;overflow:hidden">b</div>', 'a', [['hidden', 'b']]],
    ['a <span hidden="until-found">b</span>', 'a b', []],
    ['a <span style="opacity:0">b</span> <span aria-hidden="true">c</span>', 'a b c', []],
    ['a <span style="text-indent:-12px">b</span>', 'a b', []],
    ['a <details><summary>b</summary>c</details>', 'a</p><p>b</p><p>c', []],
    ['a <template>b</template><noscript>c</noscript><script>d</script>', 'a', []],
  ])('%s', (given, wanted, left) => {
    expect(read(given)).toBe(wanted);
    expect(leftOut(given)).toEqual(left);
  });
});

describe('F5, D7: cells of a table stay apart', () => {
  it.each([
    [
      '<table><tr><td>Lind<td>1,204<td>37<tr><td>Moss<td>981<td>12</table>',
      '<table data-block="table"><tbody><tr><td>Lind</td><td>1,204</td><td>37</td></tr><tr><td>Moss</td><td>981</td><td>12</td></tr></tbody></table>',
    ],
    ['<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>', 'a b</p><p>c d'],
    ['<table><tr><td><p>Left</p></td><td><p><b>42</b></p></td></tr></table>', 'Left <strong>42</strong>'],
    ['<table><tr><th>a</th><td>1</td><td>204</td></tr></table>', 'a 1 | 204'],
    ['<table><tr><td>Port<br>Lind</td><td></td><td>3</td></tr></table>', 'Port Lind 3'],
    ['<table><tr><td>a</td><td><ul><li>b</li></ul></td></tr></table>', '<p>a</p><ul><li>b</li></ul>'],
    ['<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>', 'a b'],
    ['<ul><li>x<table><tr><td>a</td><td>b</td></tr></table></li></ul>', '<ul><li>x<br />a b</li></ul>'],
    ['<td>a</td><td>b</td>', 'a</p><p>b'],
  ])('%s', (given, wanted) => {
    expect(read(given)).toBe(wanted.startsWith('<p>') ? wanted.replace(/^<p>|<\/p>$/g, '') : wanted);
  });

  it('and columns of a page, which hold more than a line, are paragraphs', () => {
    const long = 'The port of Lind stays shut until further notice. '.repeat(6).trim();
    expect(read(`<table><tr><td>${long}</td><td>Beside it.</td></tr></table>`)).toBe(
      `${long}</p><p>Beside it.`,
    );
  });
});

const noted = (text: string) =>
  `${text}<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup></p><section role="doc-endnotes"><ol><li id="fn-1">By a lot. <a href="#fnref-1" role="doc-backlink">↩</a></li></ol></section>`;

describe('F6: a reviewer’s remarks are no copy, and a footnote keeps its place', () => {
  it.each([
    [
      '<p>Nine were hurt.<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[AP1]</a></span></p><div style="mso-element:comment-list"><p class=MsoCommentText>Check!</p></div>',
      'Nine were hurt.',
      [['comment', 'Check!']],
    ],
    [
      '<p>It rose.<a style="mso-footnote-id:ftn1" href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a></p><div style="mso-element:footnote-list"><div style="mso-element:footnote" id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> By a lot.</p></div></div>',
      noted('It rose.'),
      [],
    ],
    [
      '<p>It rose.<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>By a lot.</p></div>',
      noted('It rose.'),
      [],
    ],
    [
      '<p>It rose.<sup><a href="#cmnt1">[a]</a></sup></p><div><p><a href="#cmnt_ref1">[a]</a><span>Sure?</span></p></div>',
      'It rose.',
      [
        ['note-mark', ''],
        ['comment', 'Sure?'],
      ],
    ],
    [
      '<p>It rose.<sup id="fnref:1"><a href="#fn:1" role="doc-noteref">1</a></sup></p><ol><li id="fn:1"><p>By a lot. <a href="#fnref:1">↩</a></p></li></ol>',
      noted('It rose.'),
      [],
    ],
    ['<p>It rose.<a href="#_ftn1">[1]</a></p>', 'It rose.', [['note-mark', '']]],
    [
      '<p>It rose.</p><div style="mso-element:footnote-list"><div style="mso-element:footnote" id=ftn1><p><a href="#_ftnref1">[1]</a> By a lot.</p></div></div>',
      'It rose.',
      [['footnote', 'By a lot.']],
    ],
    [
      '<p>See <a href="https://a.example/#fnews">here</a>.</p>',
      'See <a href="https://a.example/#fnews" rel="noopener">here</a>.',
      [],
    ],
  ])('%s', (given, wanted, left) => {
    expect(read(given)).toBe(wanted);
    expect(leftOut(given)).toEqual(left);
  });
});

describe('F8: bold and italic are those of the words', () => {
  it.each([
    ["<b style='mso-bidi-font-weight:normal'>Shut.</b>", '<strong>Shut.</strong>'],
    ['<b style="font-weight:normal" id="docs-internal-guid-1"><p>a</p></b>', 'a'],
    [
      '<span style="font-weight:700">a</span><span style="font-style: italic">b</span>',
      '<strong>a</strong><em>b</em>',
    ],
    ['<strong>a <span style="font-weight:400">b</span></strong>', '<strong>a</strong> b'],
    ["<span style='font:bold 12.0pt Arial'>a</span>", '<strong>a</strong>'],
  ])('%s', (given, wanted) => {
    expect(read(given)).toBe(wanted);
  });
});

const item = (level: number, sign: string, words: string, list = 'l0') =>
  `<p class=MsoListParagraph style='margin-left:.5in;mso-list:${list} level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;

describe('F9: lists of Word and numbers of lists', () => {
  it.each([
    [item(1, '·', 'a') + item(1, '·', 'b'), '<ul><li>a</li><li>b</li></ul>'],
    [
      item(1, '4.', 'a') + item(1, '5.', 'b') + item(1, '9.', 'c'),
      '<ol start="4"><li>a</li><li>b</li><li value="9">c</li></ol>',
    ],
    [
      item(1, '1.', 'a') + item(2, 'o', 'b') + item(2, 'o', 'c') + item(1, '2.', 'd'),
      '<ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>',
    ],
    [item(3, 'i.', 'a'), '<ol><li>a</li></ol>'],
    [item(1, 'a)', 'x') + item(1, 'b)', 'y'), '<ol><li>x</li><li>y</li></ol>'],
    [
      "<p style='mso-list:l0 level1 lfo1'>·&nbsp;&nbsp; No sign of its own</p>",
      '<ul><li>No sign of its own</li></ul>',
    ],
    [
      `${item(1, '·', 'a')}<p class=MsoNormal>Between.</p>${item(1, '·', 'b')}`,
      '<ul><li>a</li></ul><p>Between.</p><ul><li>b</li></ul>',
    ],
    ['<ol start=4><li>d<li>e</ol>', '<ol start="4"><li>d</li><li>e</li></ol>'],
    [
      '<ol reversed><li>c<li>b<li>a</ol>',
      '<ol start="3"><li>c</li><li value="2">b</li><li value="1">a</li></ol>',
    ],
    ['<ol><li>a<li value=7>g<li>h</ol>', '<ol><li>a</li><li value="7">g</li><li>h</li></ol>'],
    ['<ol><li>a</ol><ol start=2><li>b</ol>', '<ol><li>a</li><li>b</li></ol>'],
    ['<ol start=0><li>a</ol><ul><li value=4>b</ul>', '<ol start="0"><li>a</li></ol><ul><li>b</li></ul>'],
  ])('%s', (given, wanted) => {
    expect(read(given)).toBe(wanted);
  });
});

describe('F10, F16, F17, F31, D8: words are the words', () => {
  it.each([
    [
      'one = ten kilometres; the new style = old, and on load = off',
      'one = ten kilometres; the new style = old, and on load = off',
    ],
    [
      'glad <img class="wp-smiley" alt="😀" src="https://s.w.org/images/core/emoji/14.0.0/72x72/1f600.png"> now',
      'glad 😀 now',
    ],
    ['glad <img alt="🇬🇷" src="/x.png"> now', 'glad 🇬🇷 now'],
    ['a <img alt="The port" src="/x.jpg"> b', 'a b'],
    ['<pre>Lind   2 1\nMoss\t0 3\n\nEnd</pre>', 'Lind 2 1<br />Moss 0 3</p><p>End'],
    ['<span style="white-space:pre-wrap">a\nb</span> c\nd', 'a<br />b c d'],
    ['Kern\u00adkraft\u200bwerk \ufeffmay\u2060or', 'Kernkraftwerk mayor'],
    ['Kern&shy;kraft<b>&shy;werk</b>', 'Kernkraft<strong>werk</strong>'],
    ['\u202eshut\u202c \u2066open', 'shut open'],
    [
      '\u2068Lind\u2069 می\u200cخواهم 👩\u200d🚒 ก\u200bข \u200fא',
      '\u2068Lind\u2069 می\u200cخواهم 👩\u200d🚒 ก\u200bข \u200fא',
    ],
    ['nin\u0303o e&#769;tait e<!-- -->\u0301', 'niño était é'],
    ['the ﬁnal oﬃce', 'the final office'],
    ['<ruby>漢<rt>kan</rt></ruby> a<wbr>b', '漢（kan） ab'],
    ['<span style="display:block">a</span><span style="display:block">b</span>', 'a</p><p>b'],
  ])('%s', (given, wanted) => {
    expect(read(given)).toBe(wanted);
  });

  it('spaces that a browser made unbreakable in a clipboard are spaces, but for those beside signs and numbers', () => {
    const reading = { isPasted: true };
    expect(read('a&nbsp;b&nbsp; c', reading)).toBe('a b c');
    expect(read('«&nbsp;oui&nbsp;» 5&nbsp;km&nbsp;!', reading)).toBe('«\u00a0oui\u00a0» 5\u00a0km\u00a0!');
  });
});

describe('F7: a link leads to its page', () => {
  it.each([
    [
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fcity.example%2Fa%3Fid%3D7&data=05%7C01%7Canna%40post.example',
      'https://city.example/a?id=7',
    ],
    ['https://www.google.com/url?q=https://city.example/a&sa=D', 'https://city.example/a'],
    ['https://city.example/a?utm_source=x', 'https://city.example/a'],
  ])('%s', (given, wanted) => {
    expect(read(`<a href="${given.replaceAll('&', '&amp;')}">a</a>`)).toBe(
      `<a href="${wanted}" rel="noopener">a</a>`,
    );
  });
});

describe('what was left out', () => {
  it('is said in words', () => {
    const words = (html: string) => leftOutWords(readCopy(html).leftOut);
    expect(words('<p>a</p>')).toBe('');
    expect(words('<img src=a><svg></svg><del>x</del>')).toBe(
      '2 pictures and 1 struck-out passage were left out.',
    );
    expect(words('<iframe src=a></iframe>')).toBe('1 embedded page was left out.');
    expect(words('<table><tr><td>a<td>b</table>')).toBe('1 table became lines of text.');
    expect(words('<a href="file:///c:/a.doc">a</a>')).toBe('1 address that cannot be used was left out.');
  });

  it('stands behind the block that it stood in', () => {
    const { leftOut: left } = readCopy('<p>a</p><p>b <s>c</s> d</p><s>e</s><p>f</p>');
    expect(left.map(({ text, after }) => [text, after])).toEqual([
      ['c', 2],
      ['e', 2],
    ]);
  });
});

describe('S10: reading takes time in proportion to the length', () => {
  /** Signs that regular expressions and loops look at cannot be counted from outside: n is compared with 4n, generously. */
  it.each([
    ['spaces that do not break', '\u00a0'],
    ['tabs', '\t'],
    ['breaks', '<br>'],
    ['breaks and spaces', '\u00a0<br> '],
    ['bold', '<b>a'],
    ['raised numbers', '<sup>1</sup>'],
    ['raised within raised', '<sup>1'],
    ['quotations within quotations', '<q>a'],
    ['fractions', '<sup>1</sup>/<sub>2</sub>'],
    ['paragraphs of an item', '<li><p>a</p><p>b'],
    ['lists in lists', '<ul><li>a'],
    ['tables in tables', '<table><tr><td>a'],
    ['tags that never end', '<a href='],
    ['styles without end', '<span style="a:b;'],
    ['angle brackets', '<'],
    ['entities', '&amp;'],
    ['invisible letters', '\u200b'],
    ['isolates', '\u2066'],
    ['struck out', '<del>a'],
    ['marks of notes', '<a href="#fn1">1</a>'],
  ])('of %s', (_, piece) => {
    const ofLength = (length: number) => `a${piece.repeat(Math.ceil(length / piece.length))}b`;
    expect(growsBySquare(readCopy, ofLength, 30_000)).toBe(false);
  });
});
