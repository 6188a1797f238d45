/** Exports of odd but valid shapes, as other versions, plugins and hands write them: each brings what it holds. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, moveTexts } from '../../../tests/support/moving.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { wxr } from '../../../tests/support/wxr.ts';
import { listForStory } from '../../replies/read-replies.ts';
import { findPublished } from '../../stories/read.ts';
import { findOldAddress } from '../addresses/find-old.ts';

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await openTestNewsroom();
});
afterAll(() => newsroom.close());

async function storyAt(path: string) {
  const [, sectionSlug = '', slug = ''] = path.split('/');
  const found = await findPublished(newsroom, { sectionSlug, slug });
  if (found?.kind !== 'story') throw new Error(`no story at ${path}`);
  return found.story;
}

const house = (name: string): string => `https://${name}.example`;
const wherever = async (address: string) => {
  const answer = await findOldAddress(newsroom, address);
  return answer?.status === 301 ? answer.path : answer;
};

test('WXR whose namespaces have other prefixes, and one whose elements have none declared', async () => {
  const usual = wxr([{ id: 1, slug: 'prefixed', excerpt: 'In short', comments: [{ id: 1, text: 'Yes.' }] }], {
    address: house('prefixed'),
  });
  const other = usual
    .replace(/(<\/?)wp:/g, '$1w:')
    .replace(/(<\/?)content:/g, '$1body:')
    .replace(/(<\/?)excerpt:/g, '$1x:')
    .replace(/(<\/?)dc:/g, '$1d:')
    .replace('xmlns:wp=', 'xmlns:w=')
    .replace('xmlns:content=', 'xmlns:body=')
    .replace('xmlns:excerpt=', 'xmlns:x=')
    .replace('xmlns:dc=', 'xmlns:d=');
  await moveTexts(newsroom, [other]);
  const story = await storyAt('/news/prefixed');
  expect(story).toMatchObject({ dek: 'In short', byline: 'Maria Leonti', bodyHtml: '<p>Words.</p>' });
  expect(await listForStory(newsroom, story.storyId)).toHaveLength(1);
  const bare = wxr([{ id: 1, slug: 'bare' }], { address: house('bare') }).replace(/ xmlns:\w+="[^"]*"/g, '');
  await moveTexts(newsroom, [bare]);
  expect((await storyAt('/news/bare')).bodyHtml).toBe('<p>Words.</p>');
});

test('several files of one paper, and a later one alone: links lead to the new addresses, relative, whole and of both hosts', async () => {
  const address = house('files');
  const link = (slug: string) => `${address}/2020/01/${slug}/`;
  const first = [
    { id: 1, slug: 'one', link: link('one'), html: 'A ]]> sign and <a href="/2020/01/two/#b">two</a>' },
    { id: 2, slug: 'two', link: link('two'), html: `<a href="${link('one')}">one</a>` },
  ];
  await moveTexts(
    newsroom,
    first.map((item) => wxr([item], { address })),
  );
  const ours = newsroom.settings.address;
  expect((await storyAt('/news/one')).bodyHtml).toContain(`]]&gt; sign and <a href="${ours}/news/two#b"`);
  expect((await storyAt('/news/two')).bodyHtml).toContain(`<a href="${ours}/news/one"`);
  const later = `<a href="../one/">a</a> <a href="http://www.files.example/?p=2">b</a> <a href="/2020/01/none/">c</a>`;
  await moveTexts(newsroom, [wxr([{ id: 3, slug: 'three', link: link('three'), html: later }], { address })]);
  expect((await storyAt('/news/three')).bodyHtml).toBe(
    `<p><a href="${ours}/news/one" rel="noopener">a</a> <a href="${ours}/news/two" rel="noopener">b</a> <a href="${address}/2020/01/none/" rel="noopener">c</a></p>`,
  );
});

const ghostData = (slug: string) => ({
  posts: [
    {
      id: `${slug}1`,
      uuid: 'u',
      title: 'First',
      slug,
      status: 'published',
      html: `<p>See <a href="__GHOST_URL__/${slug}-b/">the other</a> and <a href="__GHOST_URL__/none/">none</a>.</p>`,
      published_at: '2021-02-03T04:05:06.000Z',
    },
    {
      id: `${slug}2`,
      title: 'Other',
      slug: `${slug}-b`,
      status: 'published',
      html: '<p>Other.</p>',
      published_at: '2021-02-03T04:05:06.000Z',
    },
  ],
  users: [{ id: '1', name: 'Ada', slug: 'ada' }],
  posts_authors: [{ post_id: `${slug}1`, author_id: '1' }],
});

test.each([
  ['db, meta and data', (data: object) => ({ db: [{ meta: { exported_on: 1, version: '6.0.0' }, data }] })],
  ['meta and data', (data: object) => ({ meta: { exported_on: 1, version: '2.0.0' }, data })],
  ['data alone', (data: object) => ({ data })],
  ['words before the db', (data: object) => ({ version: '4', db: [{ data }] })],
  ['tables alone', (data: object) => data],
])('Ghost wrapped in %s, without the address of its site', async (name, wrap) => {
  const slug = `g-${name.replace(/\W+/g, '-')}`;
  const report = await moveTexts(newsroom, [JSON.stringify(wrap(ghostData(slug)))]);
  const story = await storyAt(`/news/${slug}`);
  expect(story.byline).toBe('Ada');
  expect(story.bodyHtml).toBe(
    `<p>See <a href="${newsroom.settings.address}/news/${slug}-b" rel="noopener">the other</a> and none.</p>`,
  );
  expect(codesOf(report)).toContain('read-it-over');
});

test('answers of REST kept as files: posts, their authors, terms, files and comments, in any order', async () => {
  const site = house('rest');
  const users = [
    {
      id: 7,
      name: 'Bela',
      slug: 'bela',
      description: 'Writes.',
      avatar_urls: {},
      link: `${site}/author/bela`,
    },
  ];
  const terms = [
    { id: 3, taxonomy: 'category', name: 'Sea', slug: 'sea', link: `${site}/category/sea/`, _links: {} },
  ];
  const media = [
    {
      id: 5,
      slug: 'a',
      source_url: `${site}/a.jpg`,
      media_type: 'image',
      title: { rendered: 'a' },
      link: `${site}/a/`,
    },
  ];
  const comments = [
    {
      id: 9,
      post: 1,
      parent: 0,
      author_name: 'Reader',
      content: { rendered: '<p>Yes.</p>' },
      date_gmt: '2020-01-02T00:00:00',
      link: `${site}/x/#c9`,
      status: 'approved',
      type: 'comment',
    },
  ];
  const posts = [
    {
      id: 1,
      slug: 'rest-one',
      link: `${site}/2020/rest-one/`,
      date: '2020-01-01T10:00:00',
      date_gmt: '2020-01-01T08:00:00',
      guid: { rendered: `${site}/?p=1` },
      title: { rendered: 'Rest &#8211; one' },
      content: { rendered: '<p>Words.</p>', protected: false },
      excerpt: { rendered: '<p>Own.</p>' },
      status: 'publish',
      type: 'post',
      author: 7,
      categories: [3],
      _embedded: { author: users, 'wp:term': [terms] },
    },
  ];
  await moveTexts(
    newsroom,
    [comments, media, posts, terms, users].map((list) => JSON.stringify(list)),
  );
  const story = await storyAt('/sea/rest-one');
  expect(story).toMatchObject({ headline: 'Rest – one', byline: 'Bela', dek: 'Own.' });
  expect(await listForStory(newsroom, story.storyId)).toHaveLength(1);
});

test('Disqus with another prefix, threads by their ids, finds the stories of an address written otherwise', async () => {
  await moveTexts(newsroom, [
    wxr([{ id: 1, slug: 'talked-of', link: `${house('talk')}/t/talked-of/` }], { address: house('talk') }),
  ]);
  const disqus = `<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:d="http://disqus.com/disqus-internals">
<thread d:id="77"><link>http://www.talk.example/t/talked-of?utm_source=x</link></thread>
<post d:id="1"><message><![CDATA[<p>First.</p>]]></message><createdAt>2020-01-01T00:00:00Z</createdAt><author><name>A</name></author><thread d:id="77"/></post>
<post d:id="2"><message><![CDATA[<p>Second.</p>]]></message><createdAt>2020-01-02T00:00:00Z</createdAt><author><name>B</name></author><thread d:id="77"/><parent d:id="1"/></post>
</disqus>`;
  await moveTexts(newsroom, [disqus]);
  const story = await storyAt('/news/talked-of');
  const replies = await listForStory(newsroom, story.storyId);
  expect(replies.flatMap((each) => [each, ...each.answers]).map(({ name }) => name)).toEqual(['A', 'B']);
});

test.each([
  ['Greek', '%ce%b7-%ce%b3%ce%ad%cf%86%cf%85%cf%81%ce%b1', 'η-γέφυρα'],
  ['Arabic', '%d8%a7%d9%84%d9%85%d9%8a%d9%86%d8%a7%d8%a1', 'الميناء'],
  ['Cyrillic', '%d0%bf%d0%be%d1%80%d1%82', 'порт'],
])(
  'an address in %s, with per cent signs of either size or as it reads, with AMP, feed and a number',
  async (name, encoded, plain) => {
    const address = house(name.toLowerCase());
    const [report] = [
      await moveTexts(newsroom, [
        wxr([{ id: 1, title: name, slug: encoded, link: `${address}/2018/03/${encoded}/` }], { address }),
      ]),
    ];
    expect(codesOf(report)).toEqual([]);
    const here = await wherever('/?p=1');
    for (const slug of [encoded, encoded.toUpperCase(), plain, plain.normalize('NFD')])
      for (const end of ['', '/', '/amp/', '/?amp=1', '/feed/', '/comment-page-2/', '?utm_source=x'])
        expect(await wherever(`/2018/03/${slug}${end}`)).toBe(here);
  },
);

test('documents, films and sounds that are left for later are said with their addresses; those of others are not', async () => {
  const address = house('documents');
  const files = `${address}/wp-content/uploads/2020/01`;
  const html = `<p>The <a href="${files}/report.pdf">report</a>, <a href="/wp-content/uploads/b.DOCX?ver=2">its annex</a> and
<a href="https://else.example/other.pdf">another</a>; <a href="${files}/big.jpg">a picture</a>, <a href="${address}/?p=2">a story</a>.</p>
[video mp4="${files}/film.mp4"][/video]
[audio mp3="${files}/sea.mp3"][/audio]`;
  const items = [
    { id: 1, slug: 'with-documents', html },
    { id: 2, slug: 'without', html: 'Words only.' },
  ];
  const report = await moveTexts(newsroom, [wxr(items, { address })]);
  const told = report.doubts.filter(({ code }) => code === 'file-there');
  expect(told.map(({ foreignId }) => foreignId)).toEqual(['1']);
  expect(told[0]?.words.match(/https?:\/\/[^\s,]+/g)?.toSorted()).toEqual([
    `${files}/film.mp4`,
    `${files}/report.pdf`,
    `${files}/sea.mp3`,
    `${address}/wp-content/uploads/b.DOCX?ver=2`,
  ]);
});

test('an export that a text editor kept in sixteen bits is read as it stands', async () => {
  const text = wxr([{ id: 1, slug: 'wide', title: 'Λιμάνι' }], { address: house('wide') });
  const turned = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  await moveTexts(newsroom, [turned]);
  expect(await storyAt('/news/wide')).toMatchObject({ headline: 'Λιμάνι', bodyHtml: '<p>Words.</p>' });
});

test('a text that Ghost’s editor left broken is said, with its plain words in its place', async () => {
  const post = { id: '1', title: 'Broken', slug: 'broken-text', status: 'published', lexical: '{"root":' };
  const posts = [{ ...post, plaintext: 'All that is left.', published_at: '2021-02-03T04:05:06.000Z' }];
  const tags = [{ id: 't', name: 'News', slug: 'news' }];
  const data = { posts, tags, posts_tags: [{ post_id: '1', tag_id: 't' }] };
  const report = await moveTexts(newsroom, [JSON.stringify({ db: [{ meta: {}, data }] })], {
    from: house('broken'),
  });
  expect(report.doubts.map(({ code, words }) => `${code}: ${words}`)).toContainEqual(
    expect.stringMatching(/^read-it-over: .*broken/),
  );
  expect((await storyAt('/news/broken-text')).bodyHtml).toBe('<p>All that is left.</p>');
});

test('the page of a picture that is not here yet leads to the story it was put into', async () => {
  const address = house('attached');
  const page = `${address}/2020/01/harbour/pier/`;
  const items = [
    { id: 1, slug: 'harbour', html: 'Words.' },
    { id: 2, type: 'attachment', status: 'inherit', parent: 1, link: page, file: `${address}/pier.jpg` },
  ];
  await moveTexts(newsroom, [wxr(items, { address })], { fetchesPictures: false });
  expect(await wherever(page)).toBe('/news/harbour');
});

test('an excerpt that a program cut from the text is no dek, and one that an editor wrote is', async () => {
  const html =
    '<p>No ship left the harbour on Sunday, and the wind came from the “north”. Nobody sailed.</p>';
  const items = [
    { id: 1, slug: 'cut', html, excerpt: 'No ship left the harbour on Sunday, and the wind came from the…' },
    {
      id: 2,
      slug: 'written',
      html,
      excerpt: 'No ship left the harbour on Sunday, for the third time this year.',
    },
    { id: 3, slug: 'short', html, excerpt: 'No ship left' },
  ];
  await moveTexts(newsroom, [wxr(items, { address: house('deks') })]);
  const deks = await Promise.all(items.map(async ({ slug }) => (await storyAt(`/news/${slug}`)).dek));
  expect(deks).toEqual(['', items[1]?.excerpt, 'No ship left']);
});

test('letters that the other house broke come whole, which is said', async () => {
  const item = { id: 1, slug: 'broken-letters', title: 'ThÃ©Ã¢tre', html: '<p>LuÃ­s Lima saw it.</p>' };
  const report = await moveTexts(newsroom, [wxr([item], { address: house('letters') })]);
  expect(await storyAt('/news/broken-letters')).toMatchObject({
    headline: 'Théâtre',
    bodyHtml: '<p>Luís Lima saw it.</p>',
  });
  expect(report.doubts.map(({ words }) => words)).toEqual([
    'Letters were broken there and are mended here: “ThÃ©Ã¢tre” is now “Théâtre”.',
  ]);
});
