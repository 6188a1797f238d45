/** Pictures that an agency's text names: they stand in the text where it names them, wherever the message gives their address. */
import { describe, expect, it } from 'vitest';
import { readFeed } from '../reading/read-feed.ts';
import { understood } from '../reading/understood.ts';

const read = (text: string) => {
  const [item] = understood(readFeed(Buffer.from(text), { contentType: null, address: null })).items;
  return { html: item?.html ?? '', media: (item?.media ?? []).map(({ href }) => href) };
};
const g2 = (set: string, itemClass = 'text') =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:a.example:1" version="1" standard="NewsML-G2" standardversion="2.34" conformance="power" xml:lang="en"><catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/><itemMeta><itemClass qcode="ninat:${itemClass}"/><provider qcode="nprov:ANA"/><versionCreated>2026-11-19T12:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Ferry aground</headline></contentMeta><contentSet>${set}</contentSet></newsItem>`;
const xhtml = (body: string) =>
  `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html></inlineXML>`;
const figure = (src: string) =>
  `<figure><img src="https://a.example/p/${src}" alt="The ferry" /><figcaption>At noon.</figcaption></figure>`;

describe('a picture in the text of an agency', () => {
  it.each([
    ['its id', '#photo0', 'id="photo0"'],
    ['its name', 'ferry.jpg', ''],
    ['the item that it is', 'urn:newsml:a.example:p1', 'residref="urn:newsml:a.example:p1"'],
  ])('of NewsML-G2 stands where the text gives %s', (_, said, attribute) => {
    const { html, media } = read(
      g2(
        `${xhtml(`<p>It is aground.</p><figure><img src="${said}" alt="The ferry"/><figcaption>At noon.</figcaption></figure><p>It will sail.</p>`)}<remoteContent ${attribute} href="https://a.example/p/ferry.jpg" contenttype="image/jpeg" width="1600" height="900"/>`,
      ),
    );
    expect(html).toBe(`<p>It is aground.</p>${figure('ferry.jpg')}<p>It will sail.</p>`);
    expect(media).toEqual(['https://a.example/p/ferry.jpg']);
  });

  it('of NITF within NewsML-G2 and NewsML 1 stands where its data is said to be', () => {
    const nitf =
      '<nitf><body><body.content><p>It is aground.</p><media media-type="image"><media-reference data-location="#photo0" mime-type="image/jpeg" alternate-text="The ferry"/><media-caption>At noon.</media-caption></media><p>It will sail.</p></body.content></body></nitf>';
    const wanted = `<p>It is aground.</p>${figure('large.jpg')}<p>It will sail.</p>`;
    const remote =
      '<remoteContent id="photo0" href="https://a.example/p/large.jpg" contenttype="image/jpeg"/>';
    expect(read(g2(`<inlineXML contenttype="application/nitf+xml">${nitf}</inlineXML>${remote}`)).html).toBe(
      wanted,
    );
    const rendition = (name: string, width: number) =>
      `<ContentItem Href="https://a.example/p/${name}.jpg"><MediaType FormalName="Photo"/><MimeType FormalName="image/jpeg"/><Characteristics><Property FormalName="Width" Value="${width}"/></Characteristics></ContentItem>`;
    const newsMl = `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a.example</ProviderId><DateId>20261119</DateId><NewsItemId>FERRY7</NewsItemId></NewsIdentifier></Identification><NewsComponent><NewsComponent><ContentItem><DataContent>${nitf}</DataContent></ContentItem></NewsComponent><NewsComponent Duid="photo0">${rendition('small', 480)}${rendition('large', 2400)}</NewsComponent></NewsComponent></NewsItem></NewsML>`;
    expect(read(newsMl).html).toBe(wanted);
  });

  it('that the text names and the message does not give is left out, and no other is put there', () => {
    const { html } = read(
      g2(
        `${xhtml('<p>It is aground.</p><img src="#photo9" alt=""/>')}<remoteContent id="photo0" href="https://a.example/p/ferry.jpg" contenttype="image/jpeg"/>`,
      ),
    );
    expect(html).toBe('<p>It is aground.</p>');
  });

  it('that is an item itself is one picture, the largest of its renditions that a page may be made of', () => {
    const remote = (name: string, more: string) =>
      `<remoteContent href="https://a.example/p/${name}" ${more}/>`;
    const { media } = read(
      g2(
        [
          remote('thumb.jpg', 'rendition="rnd:thumbnail" contenttype="image/jpeg" width="160" height="90"'),
          remote('high.jpg', 'rendition="rnd:highRes" contenttype="image/jpeg" width="4000" height="2250"'),
          remote('raw.psd', 'rendition="rnd:master" contenttype="image/vnd.adobe.photoshop" width="8000"'),
        ].join(''),
        'picture',
      ),
    );
    expect(media).toEqual(['https://a.example/p/high.jpg']);
  });
});
