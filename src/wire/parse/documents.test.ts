/** Documents that are not quite feeds, and what is said of them. */
import { describe, expect, it } from 'vitest';
import { prepare } from '../reading/prepare.ts';
import { readFeed } from '../reading/read-feed.ts';
import { understood } from '../reading/understood.ts';

const read = (text: string) => understood(readFeed(Buffer.from(text)));
const rss =
  '<rss version="2.0"><channel><title>Quay</title><item><title>Ferry late</title><guid>1</guid></item></channel></rss>';

describe('a document that is one entry', () => {
  it.each([
    [
      'Atom',
      '<?xml version="1.0"?><entry xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>tag:1</id><title>Ferry late</title><link href="https://a.example/1"/><content type="html">&lt;p&gt;One.&lt;/p&gt;</content></entry>',
    ],
    [
      'Atom with a prefix',
      '<a:entry xmlns:a="http://www.w3.org/2005/Atom" xml:lang="en"><a:id>tag:1</a:id><a:title>Ferry late</a:title><a:link href="https://a.example/1"/><a:content type="html">&lt;p&gt;One.&lt;/p&gt;</a:content></a:entry>',
    ],
  ])('of %s is an item', (_, text) => {
    expect(read(text)).toMatchObject({
      format: 'atom',
      items: [
        { id: 'tag:1', title: 'Ferry late', link: 'https://a.example/1', language: 'en', text: 'One.' },
      ],
    });
  });
  it('of RSS is an item', () => {
    expect(read('<item><title>Ferry late</title><guid>1</guid></item>').items).toMatchObject([
      { title: 'Ferry late' },
    ]);
  });
});

describe('a feed wrapped in a page', () => {
  const escaped = rss.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  it.each([
    ['as it is', `<!DOCTYPE html><html><head><title>x</title></head><body>${rss}</body></html>`],
    ['as text', `<html><body><pre style="word-wrap: break-word">${escaped}</pre></body></html>`],
  ])('%s is found', async (_, text) => {
    expect(read(text)).toMatchObject({
      format: 'rss',
      salvaged: true,
      problems: ['The feed stands within a web page.'],
      items: [{ title: 'Ferry late' }],
    });
    const { items } = await prepare({
      bytes: Buffer.from(text),
      contentType: null,
      address: null,
      language: null,
    });
    expect(Buffer.from(items[0]?.raw.bytes ?? []).toString()).toContain('Ferry late');
  });
  it.each([
    [
      'is none where a page only shows an example',
      `<html><body><p>${'This is how a feed is written. '.repeat(40)}</p><pre>${escaped}</pre></body></html>`,
    ],
    ['is none without items', '<html><body><rss><channel><title>x</title></channel></rss></body></html>'],
    ['is none where there is none', '<html><body><p>Ferry late</p></body></html>'],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject({ format: 'html', items: [] });
  });
});

describe('an export of WordPress', () => {
  const entry = (title: string, more: string) =>
    `<item><title>${title}</title><guid isPermaLink="false">https://p.example/?p=${title}</guid><content:encoded>Secret or not.</content:encoded>${more}</item>`;
  const text = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>P</title><wp:wxr_version>1.2</wp:wxr_version>${[
    entry(
      'published',
      '<wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_password></wp:post_password>',
    ),
    entry('draft', '<wp:status>draft</wp:status><wp:post_type>post</wp:post_type>'),
    entry('private', '<wp:status>private</wp:status><wp:post_type>post</wp:post_type>'),
    entry(
      'locked',
      '<wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_password>x</wp:post_password>',
    ),
    entry(
      'later',
      '<wp:status>future</wp:status><wp:post_type>post</wp:post_type><wp:post_date_gmt>2030-01-01 12:00:00</wp:post_date_gmt>',
    ),
    entry('menu', '<wp:status>publish</wp:status><wp:post_type>nav_menu_item</wp:post_type>'),
    entry('picture', '<wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>'),
  ].join('')}</channel></rss>`;
  it('is said to be one, and gives its published posts and those to come at their date', () => {
    const { items, problems } = read(text);
    expect(items.map(({ title, embargo }) => [title, embargo])).toEqual([
      ['published', undefined],
      ['later', '2030-01-01T12:00:00.000Z'],
    ]);
    expect(problems.join(' ')).toContain('an export of WordPress');
    expect(problems.join(' ')).toContain('5 entries');
  });
});

describe('dates that are none', () => {
  it('are told, and the item is read', () => {
    const { items, problems } = read(
      rss.replace('<guid>', '<pubDate>Tue, 31 Feb 2026 12:00:00 GMT</pubDate><guid>'),
    );
    expect(problems).toEqual(['A date is none: “Tue, 31 Feb 2026 12:00:00 GMT”.']);
    expect(items[0]).toMatchObject({ title: 'Ferry late' });
    expect(items[0]?.published).toBeUndefined();
  });
  it('are told of JSON', () => {
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: '1', date_published: '2026-13-01T00:00:00Z' }],
    });
    expect(read(json).problems).toEqual(['A date is none: “2026-13-01T00:00:00Z”.']);
  });
  it('and those of programs that know none are no mistake', () => {
    expect(
      read(rss.replace('<guid>', '<pubDate>Mon, 01 Jan 0001 00:00:00 +0000</pubDate><guid>')).problems,
    ).toEqual([]);
  });
});

describe('a title of a type that nobody knows', () => {
  it.each(['text/x-markdown', 'foo', 'application/octet-stream'])('%s is text', (type) => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title type="${type}">Ferry &lt;b> late</title></entry><entry><id>2</id><title type="${type}">Harbour</title></entry></feed>`;
    expect(read(atom).items.map(({ title }) => title)).toEqual(['Ferry <b> late', 'Harbour']);
  });
});

describe('half a letter', () => {
  it.each([
    [
      'JSON',
      '{"version":"https://jsonfeed.org/version/1.1","title":"a\\ud83d","items":[{"id":"cut \\ud83d","content_text":"x"}]}',
    ],
    ['ninjs', '{"uri":"cut \\ud83d","headline":"x","type":"text"}'],
  ])('in an id of %s is a sign of its own before anything is kept', async (_, text) => {
    const { items, feed } = await prepare({
      bytes: Buffer.from(text),
      contentType: null,
      address: null,
      language: null,
    });
    expect(items.map(({ identity }) => identity)).toEqual(['cut \ufffd']);
    expect(feed.title).not.toMatch(/[\ud800-\udfff]/);
  });
});

it('what an item is about is printed', () => {
  expect(
    read(rss.replace('<guid>', '<category>Sea</category><category>Ferries</category><guid>')).items[0]
      ?.categories,
  ).toEqual(['Sea', 'Ferries']);
});
