/** What agencies send otherwise than their standards say: identities, typed paragraphs, files of components. */
import { describe, expect, it } from 'vitest';
import { prepare } from '../reading/prepare.ts';
import { readFeed } from '../reading/read-feed.ts';

const identities = async (text: string) => {
  const { items } = await prepare({
    bytes: Buffer.from(text),
    contentType: null,
    address: null,
    language: null,
  });
  return items.map(({ identity }) => identity);
};
const newsItem = (identifier: string, title = 'Ferry late', more = '') =>
  `<NewsItem><Identification><NewsIdentifier>${identifier}</NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>${title}</HeadLine></NewsLines><NewsComponent><ContentItem><DataContent><p>${title} by an hour.</p></DataContent></ContentItem></NewsComponent>${more}</NewsComponent></NewsItem>`;
const newsMl = (...items: string[]) => `<NewsML>${items.join('')}</NewsML>`;
const belga = (id: string, revision: string) =>
  `<ProviderId>belga.example</ProviderId><DateId>20261129T133400</DateId><NewsItemId>${id}</NewsItemId><RevisionId>${revision}</RevisionId><PublicIdentifier>urn:newsml:www.belga.example</PublicIdentifier>`;

describe('an identity that holds', () => {
  it('is not a public identifier that is the same on all that an agency sends', async () => {
    const text = newsMl(newsItem(belga('98055798', '4')), newsItem(belga('98055799', '1'), 'Bridge shut'));
    expect(await identities(text)).toEqual(['belga.example:98055798', 'belga.example:98055799']);
    expect(await identities(newsMl(newsItem(belga('98055798', '5'))))).toEqual(['belga.example:98055798']);
  });
  it('is not a number that is nought', async () => {
    const text = newsMl(newsItem(belga('0', '0')), newsItem(belga('0', '0'), 'Bridge shut'));
    expect(new Set(await identities(text)).size).toBe(2);
  });
  it('is a whole public identifier, without its revision', async () => {
    const whole = (revision: string) =>
      newsMl(
        newsItem(
          `<ProviderId>a.example</ProviderId><DateId>20261129</DateId><NewsItemId>FERRY7</NewsItemId><RevisionId>${revision}</RevisionId><PublicIdentifier>urn:newsml:a.example:20261129:FERRY7:${revision}</PublicIdentifier>`,
        ),
      );
    expect(await identities(whole('1'))).toEqual(['urn:newsml:a.example:20261129:FERRY7']);
    expect(await identities(whole('2'))).toEqual(await identities(whole('1')));
  });
  it('counts a short number with its day', async () => {
    const short = (day: string) =>
      newsMl(newsItem(`<ProviderId>a</ProviderId><DateId>${day}</DateId><NewsItemId>12</NewsItemId>`));
    expect(await identities(short('20261129T120000'))).not.toEqual(
      await identities(short('20261130T120000')),
    );
    expect(await identities(short('20261129T120000'))).toEqual(await identities(short('20261129T180000')));
  });
  it('of AP is without the tokens of the request and of the state', async () => {
    const id = '5ee9b4b40ea5fe9c9ca60f890fb2e1d9';
    const ap = (tokens: string) =>
      JSON.stringify({
        uri: `https://api.ap.example/media/v/content/${id}?${tokens}`,
        altids: { itemid: id, etag: `${id}_0a4` },
        type: 'text',
        headline: 'Ferry',
      });
    const [one] = await identities(ap('qt=HyIVRoKlHF&et=0a4aza0c0'));
    expect(one).toBe(`api.ap.example/media/v/content/${id}`);
    expect(await identities(ap('qt=Other&et=1b5'))).toEqual([one]);
    const { feed } = readFeed(Buffer.from(ap('qt=HyIVRoKlHF&et=0a4aza0c0')));
    expect(feed.items[0]?.link).not.toContain('qt=');
  });
});

describe('copy with typed lines in one element', () => {
  const lines = [
    '(Adds detail)',
    '    * Spot gold may edge up',
    '',
    '    By Ada Lind',
    '    Jan 30 - Gold rose on Tuesday on increased safe',
    'haven demand as the stance on trade rattled the markets,',
    'with prices finding further support from a weak currency.',
    '    Traders were also awaiting the two-day meeting that',
    'starts on Tuesday for cues on interest rates.',
  ];
  const wanted = [
    '<p>(Adds detail)</p>',
    '<p>* Spot gold may edge up</p>',
    '<p>By Ada Lind</p>',
    '<p>Jan 30 - Gold rose on Tuesday on increased safe haven demand as the stance on trade rattled the markets, with prices finding further support from a weak currency.</p>',
    '<p>Traders were also awaiting the two-day meeting that starts on Tuesday for cues on interest rates.</p>',
  ].join('');
  it.each([
    [
      'NITF pre',
      (text: string) => `<nitf><body><body.content><pre>${text}</pre></body.content></body></nitf>`,
    ],
    ['NITF p', (text: string) => `<nitf><body><body.content><p>${text}</p></body.content></body></nitf>`],
    [
      'NewsML-G2',
      (text: string) =>
        `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a"><itemMeta/><contentMeta><headline>Gold</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${text}</p></body></html></inlineXML></contentSet></newsItem>`,
    ],
    [
      'NewsML 1',
      (text: string) =>
        newsMl(newsItem('<NewsItemId>A77777</NewsItemId>').replace('<p>Ferry late by an hour.</p>', text)),
    ],
  ])('of %s has its paragraphs', async (_, put) => {
    const text = put(lines.join('\n'));
    const { items } = await prepare({
      bytes: Buffer.from(text),
      contentType: null,
      address: null,
      language: null,
    });
    expect(items[0]?.html).toBe(wanted);
  });
  it('but a table of results keeps its lines, and pretty XML is one paragraph', async () => {
    const read = async (text: string) =>
      (
        await prepare({
          bytes: Buffer.from(`<nitf><body><body.content>${text}</body.content></body></nitf>`),
          contentType: null,
          address: null,
          language: null,
        })
      ).items[0]?.html;
    expect(
      await read('<pre>Lind 2 1\nMoss 0 3\n  Fell 1 1\nGray 2 2\n  Dane 3 3\nRuse 1 0\n  End 1</pre>'),
    ).toContain('Lind 2 1<br />Moss 0 3');
    expect(await read('<p>\n    The ferry left\n    forty minutes\n    late.\n  </p>')).toBe(
      '<p>The ferry left forty minutes late.</p>',
    );
  });
});

describe('what components of NewsML 1 carry', () => {
  const part = (type: string, href: string) =>
    `<NewsComponent><NewsLines><CreditLine>Ada Lind</CreditLine></NewsLines><NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent><p>The quay at dusk.</p></DataContent></ContentItem></NewsComponent><NewsComponent><ContentItem Href="${href}"><MediaType FormalName="${type}"/></ContentItem></NewsComponent></NewsComponent>`;
  it.each([
    ['Photo', 'https://a.example/quay.jpg', 'image'],
    ['Audio', 'https://a.example/quay.mp3', 'audio'],
    ['Video', 'https://a.example/quay.mp4', 'video'],
  ])('%s is listed with its words and whose it is', (type, href, kind) => {
    const { feed } = readFeed(
      Buffer.from(newsMl(newsItem('<NewsItemId>A77777</NewsItemId>', 'Ferry late', part(type, href)))),
    );
    expect(feed.items[0]?.media).toMatchObject([
      { href, kind, caption: 'The quay at dusk.', credit: 'Ada Lind' },
    ]);
  });
  it('a file that comes beside the message is kept among what is not understood', () => {
    const { feed } = readFeed(
      Buffer.from(
        newsMl(newsItem('<NewsItemId>A77777</NewsItemId>', 'Ferry late', part('Audio', 'sample.mp3'))),
      ),
    );
    expect(feed.items[0]?.media).toEqual([]);
    expect(feed.items[0]?.facts?.kept).toContainEqual({ at: 'ContentItem', words: 'sample.mp3' });
  });
});
