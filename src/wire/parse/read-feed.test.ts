import { describe, expect, it } from 'vitest';
import { readFeed } from '../reading/read-feed.ts';
import type { ParsedFeed, ParsedItem } from './feed.ts';

function read(text: string, address: string | null = null): ParsedFeed {
  return readFeed(Buffer.from(text), { address }).feed;
}

function rss(items: string, head = '', root = ''): string {
  return `<?xml version="1.0"?><rss version="2.0" ${root}><channel><title>The Coast</title><link>https://coast.example/</link>${head}${items}</channel></rss>`;
}

function first(feed: ParsedFeed): ParsedItem {
  const [item] = feed.items;
  if (!item) throw new Error('no item was read');
  return item;
}

/** The first item of an RSS feed with these elements in it. */
const rssItem = (inside: string, root = '') => first(read(rss(`<item>${inside}</item>`, '', root)));
const atomItem = (inside: string, root = '') =>
  first(
    read(
      `<feed xmlns="http://www.w3.org/2005/Atom" ${root}><title>Coast</title><entry>${inside}</entry></feed>`,
    ),
  );

describe('RSS', () => {
  it('is read with what newsrooms put in it', () => {
    const feed = read(
      rss(
        `<item><title>Ferry &amp; tug collide</title><link>/reports/1</link><guid isPermaLink="false">coast:1</guid>
        <pubDate>Thu, 19 Nov 2026 14:00:00 +0200</pubDate><dc:creator>Anna Petrou</dc:creator><author>nikos@coast.example (Nikos Vardas)</author>
        <category>Harbour</category><dc:subject>Accidents</dc:subject><category>Harbour</category>
        <description>&lt;p&gt;In short.&lt;/p&gt;</description><content:encoded><![CDATA[<p>In <b>full</b>.</p>]]></content:encoded>
        <source url="https://radio.example/feed">Radio Island</source>
        <media:content url="https://coast.example/a.jpg" medium="image" width="640"><media:credit>Photo Coast</media:credit><media:description>The ferry</media:description></media:content>
        <enclosure url="https://coast.example/a.mp3" type="audio/mpeg" length="1"/></item>`,
        '<language>en-GB</language><ttl>30</ttl><image><title>Not this</title><link>https://no.example</link></image><atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="https://coast.example/feed"/>',
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"',
      ),
    );
    expect(feed).toMatchObject({
      format: 'rss',
      encoding: 'utf-8',
      title: 'The Coast',
      link: 'https://coast.example/',
      language: 'en-GB',
      salvaged: false,
      problems: [],
      hub: 'https://hub.example/',
      self: 'https://coast.example/feed',
      restMs: 1_800_000,
    });
    expect(first(feed)).toMatchObject({
      id: 'coast:1',
      title: 'Ferry & tug collide',
      link: 'https://coast.example/reports/1',
      published: Date.UTC(2026, 10, 19, 12),
      authors: ['Anna Petrou', 'Nikos Vardas'],
      html: '<p>In <b>full</b>.</p>',
      summary: '<p>In short.</p>',
      categories: ['Harbour', 'Accidents'],
      hops: [{ party: 'Radio Island', link: 'https://radio.example/feed' }],
      media: [
        { href: 'https://coast.example/a.jpg', width: 640, credit: 'Photo Coast', caption: 'The ferry' },
        { href: 'https://coast.example/a.mp3', kind: 'audio/mpeg' },
      ],
    });
  });

  it('takes a guid for the link, unless it says that it is none', () => {
    expect(rssItem('<guid>https://coast.example/1</guid>').link).toBe('https://coast.example/1');
    expect(rssItem('<guid isPermaLink="false">https://coast.example/1</guid>').link).toBeNull();
  });

  it('knows Atom and the rest by their namespace, not by their prefix', () => {
    const root = 'xmlns:x="http://www.w3.org/2005/Atom" xmlns:creative="http://purl.org/dc/elements/1.1/"';
    const item = rssItem(
      '<x:link rel="alternate" href="https://coast.example/1"/><creative:creator>Anna</creative:creator>',
      root,
    );
    expect(item).toMatchObject({ link: 'https://coast.example/1', authors: ['Anna'] });
    expect(rssItem('<dc:creator>Anna</dc:creator>').authors).toEqual(['Anna']); // never declared
  });

  it('reads titles of every making', () => {
    const title = (text: string) => rssItem(`<title>${text}</title>`).title;
    expect(title('A &amp;amp; B')).toBe('A & B');
    expect(title('caf&eacute;&nbsp;&mdash; open')).toBe('café — open');
    expect(title('&lt;b&gt;Bold&lt;/b&gt; words')).toBe('Bold words');
    expect(title('<![CDATA[One <i>or</i> two & more]]>')).toBe('One or two & more');
    expect(title('5 &lt; 7 and 9 > 8')).toBe('5 < 7 and 9 > 8');
    expect(title('A & B, AT&T')).toBe('A & B, AT&T');
    expect(title('dash&#150;dash')).toBe('dash–dash');
    expect(title('\n  on\n two  lines ')).toBe('on two lines');
    expect(title('NUL\u0000 and \u0008 bell')).toBe('NUL and bell');
  });

  it('repairs what was encoded twice, and nothing else', () => {
    expect(rssItem('<title>feminicÃ­dio em SÃ£o Paulo</title>').title).toBe('feminicídio em São Paulo');
    expect(rssItem('<title>itâ€™s late</title>').title).toBe('it’s late');
    expect(rssItem('<title>Î¤Î¿ Ï€Î»Î¿Î¯Î¿ Î­Ï†Ï…Î³Îµ</title>').title).toBe('Το πλοίο έφυγε');
    for (const meant of [
      'BEYONCÉ’S NEW ALBUM',
      'CAFÉ™ opens',
      'à\u00ad« lui »',
      'Die „Ä“ bleibt',
      'S’ÉLÈVE À « 3 »',
    ])
      expect(rssItem(`<title>${meant}</title>`).title).toBe(meant.replaceAll('\u00ad', ''));
    expect(rssItem('<title>Ångström, Ãngström, São Paulo</title>').title).toBe(
      'Ångström, Ãngström, São Paulo',
    );
  });

  it('keeps markup that nobody escaped', () => {
    expect(rssItem('<description>One <b>two</b> &amp; <br/>three</description>').summary).toBe(
      'One <b>two</b> &amp; <br/>three',
    );
  });

  it('is read in its old versions', () => {
    expect(
      read('<rss version="0.91"><channel><title>C</title><item><title>T</title></item></channel></rss>'),
    ).toMatchObject({
      format: 'rss-0.9',
      items: [{ title: 'T' }],
    });
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://c.example"><title>C</title><items><rdf:Seq><rdf:li resource="1"/></rdf:Seq></items></channel>
      <item rdf:about="https://c.example/1"><title>One</title><dc:date>2026-11-19T12:00Z</dc:date></item><item><title>Not in the sequence</title></item></rdf:RDF>`;
    expect(read(rdf)).toMatchObject({
      format: 'rss-1.0',
      title: 'C',
      items: [
        { id: 'https://c.example/1', published: Date.UTC(2026, 10, 19, 12) },
        { title: 'Not in the sequence' },
      ],
    });
  });
});

describe('Atom', () => {
  it('is read with its kinds of text, its links and its sources', () => {
    const item = atomItem(
      `<id>tag:1</id><title type="html">A &amp;lt; B &lt;b&gt;now&lt;/b&gt;</title>
      <link rel="edit" href="/edit"/><link rel="alternate" type="text/html" href="/1"/><link rel="enclosure" type="image/png" href="/1.png"/>
      <link rel="via" title="Radio Island" href="https://radio.example/1"/>
      <published>2026-11-19T12:00:00Z</published><updated>2026-11-19T13:00:00Z</updated>
      <author><name>Anna Petrou</name><email>anna@coast.example</email></author><category term="harbour" label="Harbour"/>
      <source><title>The Port</title><link href="https://port.example/"/><updated>2020-01-01T00:00:00Z</updated></source>
      <summary>Short &amp; plain</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>In <em>full</em> &amp; more</p></div></content>`,
      'xml:base="https://coast.example/" xml:lang="el"',
    );
    expect(item).toMatchObject({
      id: 'tag:1',
      title: 'A < B now',
      link: 'https://coast.example/1',
      language: 'el',
      published: Date.UTC(2026, 10, 19, 12),
      updated: Date.UTC(2026, 10, 19, 13),
      authors: ['Anna Petrou'],
      categories: ['Harbour'],
      media: [{ href: 'https://coast.example/1.png' }],
      hops: [
        { party: 'Radio Island', link: 'https://radio.example/1' },
        { party: 'The Port', link: 'https://port.example/' },
      ],
    });
    expect(item.html).toContain('<p>In <em>full</em> &amp; more</p>');
  });

  it('keeps plain text plain', () => {
    expect(
      atomItem('<title type="text">How &lt;b&gt; works</title><content type="text">1 &lt; 2</content>'),
    ).toMatchObject({
      title: 'How <b> works',
      html: '1 &lt; 2',
    });
  });

  it('is read with a prefix on everything, and as version 0.3', () => {
    const prefixed = `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>C</a:title><a:entry><a:title>T</a:title><a:link href="https://c.example/1"/></a:entry></a:feed>`;
    expect(read(prefixed)).toMatchObject({
      format: 'atom',
      title: 'C',
      items: [{ title: 'T', link: 'https://c.example/1' }],
    });
    const old = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>C</title><entry><title mode="escaped">&lt;b&gt;T&lt;/b&gt;</title><issued>2026-11-19T12:00:00Z</issued><modified>2026-11-19T13:00:00Z</modified></entry></feed>`;
    expect(read(old)).toMatchObject({
      format: 'atom-0.3',
      items: [{ title: 'T', published: Date.UTC(2026, 10, 19, 12), updated: Date.UTC(2026, 10, 19, 13) }],
    });
  });
});

describe('JSON Feed', () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Coast',
    home_page_url: 'https://coast.example/',
    language: 'en',
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    items: [
      {
        id: 7,
        url: '/1',
        external_url: 'https://radio.example/1',
        title: 'Braces } ] " in it',
        content_html: '<p>Full</p>',
        date_published: '2026-11-19T14:00:00+02:00',
        authors: [{ name: 'Anna' }],
        tags: ['a'],
        image: '/1.png',
      },
      { id: 'b', content_text: 'Plain <text>\nhere', author: { name: 'Nikos' } },
    ],
  };
  it('is read, both versions', () => {
    const got = read(JSON.stringify(feed));
    expect(got).toMatchObject({
      format: 'json-feed',
      title: 'The Coast',
      salvaged: false,
      hub: 'https://hub.example/',
    });
    expect(got.items).toMatchObject([
      {
        id: '7',
        link: 'https://coast.example/1',
        title: 'Braces } ] " in it',
        html: '<p>Full</p>',
        authors: ['Anna'],
        published: Date.UTC(2026, 10, 19, 12),
        language: 'en',
        categories: ['a'],
        media: [{ href: 'https://coast.example/1.png' }],
        hops: [{ party: 'radio.example', link: 'https://radio.example/1' }],
      },
      { id: 'b', html: 'Plain &lt;text>\nhere'.replace('\n', '<br>'), authors: ['Nikos'] },
    ]);
  });
  it('gives each item’s own text', () => {
    const text = JSON.stringify(feed, null, 2);
    const { start, end } = first(read(text)).slice;
    expect(JSON.parse(text.slice(start, end))).toEqual(feed.items[0]);
  });
  it('is salvaged when cut off', () => {
    const text = JSON.stringify(feed);
    expect(read(text.slice(0, -20))).toMatchObject({
      title: 'The Coast',
      salvaged: true,
      items: [{ id: '7' }],
    });
  });
});

describe('what few feeds say', () => {
  it.each([
    ['<georss:point>36.4 25.4</georss:point>'],
    ['<georss:where><gml:Point><gml:pos>36.4 25.4</gml:pos></gml:Point></georss:where>'],
    ['<geo:lat>36.4</geo:lat><geo:long>25.4</geo:long>'],
  ])('is where it happened: %s', (inside) => {
    const spaces =
      'xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#"';
    expect(rssItem(`<title>One</title>${inside}`, spaces).facts?.point).toEqual({
      latitude: 36.4,
      longitude: 25.4,
    });
  });

  it('is on which licence, and until when', () => {
    const item = rssItem(
      '<title>One</title><cc:license>https://cc.example/by/4.0/</cc:license><expirationDate>Thu, 26 Nov 2026 00:00:00 GMT</expirationDate>',
      'xmlns:cc="http://backend.userland.com/creativeCommonsRssModule"',
    );
    expect(item.facts).toMatchObject({
      terms: ['https://cc.example/by/4.0/'],
      expires: Date.UTC(2026, 10, 26),
    });
    expect(rssItem('<title>One</title>').facts).toBeUndefined();
    expect(
      atomItem('<title>One</title><link rel="license" href="https://cc.example/by/4.0/"/>').facts?.terms,
    ).toEqual(['https://cc.example/by/4.0/']);
  });
});

describe('what is broken', () => {
  it('is salvaged when cut off anywhere', () => {
    const whole = rss(
      '<item><title>One</title><description>first</description></item><item><title>Two</title><description>second</description></item>',
    );
    for (let length = whole.indexOf('Two'); length < whole.length; length += 1) {
      const feed = read(whole.slice(0, length));
      expect(feed.items[0]?.title).toBe('One');
      expect(feed.salvaged).toBe(true);
    }
  });

  it('is read in spite of it, and the fault is named', () => {
    const item = '<item><title>One</title></item>';
    expect(read(`\n\n junk ${rss(item)}`)).toMatchObject({
      salvaged: true,
      items: [{ title: 'One' }],
      problems: [expect.stringContaining('before its beginning')],
    });
    expect(read(`\ufeff \n${rss(item)}`)).toMatchObject({ salvaged: false, items: [{ title: 'One' }] });
    expect(
      read(rss('<item><title>One</title><item><title>Two</title></item></item>')).items.map(
        ({ title }) => title,
      ),
    ).toEqual(['One', 'Two']);
    expect(
      read(rss('<item><title>A & B < C</title></item><foo><item><title>Two</title></item></bar>')).items,
    ).toHaveLength(2);
  });

  it.each([
    ['html', '<!DOCTYPE html><html><head><title>Hi</title></head></html>', 'This is a web page, not a feed.'],
    ['html', '\n<!-- x --><HTML lang=en><body><item></item>', 'This is a web page, not a feed.'],
    ['unknown', '', 'It is empty.'],
    ['unknown', '{"a":1}', 'This is JSON, but neither a feed nor news.'],
    ['unknown', '[1,2]', 'This is JSON, but neither a feed nor news.'],
    ['unknown', 'just words', 'This is not a feed.'],
    ['unknown', '<?xml version="1.0"?><note><to>you</to></note>', 'This is not a feed.'],
  ])('is called %s if it is %j', (format, text, problem) => {
    expect(read(text)).toMatchObject({ format, items: [], problems: [problem] });
  });

  it('expands no entity of its own and reaches for no file', () => {
    const laughs = `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('<item><title>&b; &x;</title></item>')}`;
    expect(first(read(laughs)).title).toBe('&b; &x;');
  });

  it.each<[string, string]>([
    [
      'a hundred thousand elements within each other',
      rss(`<item><title>One</title></item><item>${'<a>'.repeat(100_000)}`),
    ],
    [
      'a hundred thousand elements within a text',
      rss(`<item><title>One</title><description>${'<a>'.repeat(100_000)}`),
    ],
    ['a hundred thousand items', rss('<item><title>One</title></item>'.repeat(100_000))],
    [
      'a hundred thousand attributes',
      rss(
        `<item><title ${Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(' ')}>One</title></item>`,
      ),
    ],
    [
      'a tag that never ends',
      `${rss('<item><title>One</title></item>').slice(0, -16)}<item ${'a="'.repeat(200_000)}`,
    ],
    [
      'a hundred thousand namespaces',
      rss('<item><title>One</title></item>', `<x>${'<a xmlns:a="b"/>'.repeat(100_000)}</x>`),
    ],
    [
      'JSON of braces',
      `{"version":"https://jsonfeed.org/version/1","title":"C","items":[{"title":"One"},${'{'.repeat(500_000)}`,
    ],
    [
      'JSON of slashes',
      `{"version":"https://jsonfeed.org/version/1","title":"C","items":[{"title":"One"},{"a":"${'\\\\'.repeat(500_000)}`,
    ],
  ])('does not stop us with %s', (_, text) => {
    const begun = performance.now();
    const feed = read(text);
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(feed.items[0]?.title).toBe('One');
    expect(feed.items.length).toBeLessThanOrEqual(10_000);
  });

  it('pollutes no prototype', () => {
    read(
      rss(
        '<item><__proto__><polluted>yes</polluted></__proto__><title __proto__="x" constructor="y">T</title></item>',
      ),
    );
    read(
      '{"version":"https://jsonfeed.org/version/1","title":"C","items":[{"__proto__":{"polluted":"yes"},"id":"1"}]}',
    );
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it('never throws, whatever a feed is turned into', () => {
    const whole = rss(
      '<item><title>One &amp; two</title><content:encoded><![CDATA[<p>x</p>]]></content:encoded><media:group><media:content url="https://a.example/1"/></media:group></item>'.repeat(
        3,
      ),
    );
    const pieces = [
      '<',
      '>',
      '"',
      '&',
      '<item>',
      '</item>',
      ']]>',
      '<![CDATA[',
      '<!--',
      '\u0000',
      'é',
      '<?',
      '&#x110000;',
      '<feed>',
      'xmlns="x"',
      '{',
    ];
    let seed = 11;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let round = 0; round < 1_500; round += 1) {
      let text = whole;
      for (let cut = 0; cut <= round % 6; cut += 1) {
        const at = random(text.length);
        text = text.slice(0, at) + (pieces[random(pieces.length)] ?? '') + text.slice(at + random(12));
      }
      expect(Array.isArray(read(text).items), text).toBe(true);
    }
  });
});
