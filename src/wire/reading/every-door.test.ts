/** F1, F2, F3, F13: the same words through every format of a wire say the same, in headline and copy. */
import { describe, expect, it } from 'vitest';
import { prepare } from './prepare.ts';

const HEADLINE = 'Gas: 5<sup>1</sup> of CO<sub>2</sub>, <q>no</q> <del>not</del> more';
const COPY = '<p>At 10<sup>6</sup> <del>12</del>14 said <q>we stay</q>.</p>';
const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const ns = 'xmlns="http://www.w3.org/1999/xhtml"';

const rss = (title: string, description: string, language = 'de') =>
  `<rss version="2.0"><channel><title>x</title><language>${language}</language><item><guid isPermaLink="false">1</guid><title>${title}</title><description>${description}</description></item></channel></rss>`;
const atom = (entry: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://post.example/s/"><title>x</title><id>urn:x</id><entry><id>tag:1</id>${entry}</entry></feed>`;
const g2 = (headline: string, copy: string) =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:x:1" version="1" standard="NewsML-G2" standardversion="2.33" xml:lang="de"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>${headline}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html ${ns}><body>${copy}</body></html></inlineXML></contentSet></newsItem>`;
const nitf = (headline: string, copy: string) =>
  `<nitf xml:lang="de"><body><body.head><hedline><hl1>${headline}</hl1></hedline></body.head><body.content>${copy}</body.content></body></nitf>`;

async function read(document: string) {
  const { items } = await prepare({
    bytes: new TextEncoder().encode(document),
    contentType: null,
    address: 'https://post.example/feed',
    language: 'de',
  });
  const [item] = items;
  if (!item) throw new Error('nothing was read');
  return item;
}

describe('what is raised, quoted or struck out is so', () => {
  it.each([
    ['RSS', rss(escaped(HEADLINE), escaped(COPY))],
    ['RSS with markup as it stands', rss(HEADLINE, COPY)],
    [
      'RSS with CDATA written as text',
      rss(escaped(`<![CDATA[${HEADLINE}]]>`), escaped(`<![CDATA[${COPY}]]>`)),
    ],
    [
      'Atom',
      atom(`<title type="html">${escaped(HEADLINE)}</title><content type="html">${escaped(COPY)}</content>`),
    ],
    [
      'Atom in XHTML',
      atom(
        `<title type="xhtml"><div ${ns}>${HEADLINE}</div></title><content type="xhtml"><div ${ns}>${COPY}</div></content>`,
      ),
    ],
    [
      'ninjs 1',
      JSON.stringify({ uri: 'urn:1', type: 'text', language: 'de', headline: HEADLINE, body_html: COPY }),
    ],
    [
      'ninjs 3',
      JSON.stringify({
        standard: { name: 'ninjs', version: '3.0' },
        uri: 'urn:1',
        type: 'text',
        language: 'de',
        headlines: [{ value: HEADLINE }],
        bodies: [{ contentType: 'text/html', value: COPY }],
      }),
    ],
    ['NewsML-G2', g2(HEADLINE, COPY)],
  ])('in %s', async (_, document) => {
    const { headline, html, leftOut } = await read(document);
    expect(headline).toBe('Gas: 5¹ of CO₂, „no“ more');
    expect(html).toBe('<p>At 10⁶ 14 said „we stay“.</p>');
    expect(leftOut.map(({ kind, text }) => [kind, text])).toEqual([['struck', '12']]);
  });

  it('in NITF, whose notes are no copy', async () => {
    const { headline, html, leftOut } = await read(nitf(HEADLINE, `${COPY}<fn>A note.</fn>`));
    expect(headline).toMatch(/^Gas: 5¹ of CO₂, .no. more$/);
    expect(html).toMatch(/^<p>At 10⁶ 14 said .we stay.\.<\/p>$/);
    expect(leftOut.map(({ kind, text }) => [kind, text])).toEqual([
      ['struck', '12'],
      ['footnote', 'A note.'],
    ]);
  });

  it('in the description of ninjs, without a space before its signs', async () => {
    const { summary } = await read(
      JSON.stringify({
        uri: 'urn:1',
        type: 'text',
        headline: 'Gas',
        body_html: '<p>x</p>',
        description_html: 'CO<sub>2</sub> of <i>Lind</i>’s ship',
      }),
    );
    expect(summary).toBe('CO₂ of Lind’s ship');
  });
});

it('what closes itself in XHTML takes nothing with it', async () => {
  const { html } = await read(
    atom(
      `<title>x</title><content type="xhtml"><div ${ns}><p>a<span hidden="hidden"/> <a name="q"/>b <b/>c<br/>d <i class="x"/>e</p></div></content>`,
    ),
  );
  expect(html).toBe('<p>a b c<br />d e</p>');
});

it('a place in the text that is no link is none', async () => {
  const { html } = await read(rss('x', escaped('<p><a name="top">Words</a> and <a href="">more</a></p>')));
  expect(html).toBe('<p>Words and more</p>');
});

it('a teleprinter’s message that begins with its copy keeps its first paragraph', async () => {
  const { headline, text } = await read(
    '\u0001ABC001 3 POL 100 ENG\r\n\u0002PORT LIND, Nov 29 (XYZ) - The mayor shut\r\nthe harbour.\r\n\r\nSecond paragraph.\r\n\u0003291200 NOV 26\r\n\u0004',
  );
  expect(text).toBe('PORT LIND, Nov 29 (XYZ) - The mayor shut the harbour.\n\nSecond paragraph.');
  expect(headline).toContain('The mayor shut the harbour.');
});
