/** A feed that puts its own fault right later: the version, its notice and its story follow. And faults that come together. */
import iconv from 'iconv-lite';
import { beforeAll, expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { rssOf, toldSource } from '../../../tests/support/told-wire.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { setUpMasthead } from '../../stories/masthead.ts';
import { getItem, listItems } from '../items/items.ts';
import { actOnChange, listNotices } from '../notices/notices.ts';
import { prepare } from '../reading/prepare.ts';

onEachEngine('a feed that mends its own fault', (open) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = open();
    const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'Europe/Athens' };
    await setUpMasthead(newsroom, { ...paper, contact: 'desk@post.example', by: theNewsroomItself });
  });
  const said = (count: number, more = {}) => ({
    guid: 'http://post.example/ferry-late',
    link: 'http://post.example/ferry-late',
    title: 'Ferry to the island leaves late',
    description: `The evening ferry to the island left ${count} minutes late on Tuesday because of strong winds.`,
    ...more,
  });

  it('is one item with two versions, and the desk is told what its story has wrong', async () => {
    const { sourceId, tell, stories } = await toldSource(newsroom);
    await tell(rssOf(said(400)));
    const [story] = await stories();
    const moved = {
      guid: 'https://www.post.example/ferry-late/',
      link: 'https://www.post.example/ferry-late/',
    };
    await tell(rssOf(said(40, moved)));
    const [item] = await listItems(newsroom, { sourceId, limit: 9 });
    const { versions } = await getItem(newsroom, item?.id ?? '');
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    await actOnChange(newsroom, { itemId: item?.id ?? '', version: 2 });
    const notices = await listNotices(newsroom, { storyId: story?.id ?? '', limit: 9 });
    expect(notices).toMatchObject([{ kind: 'changed', version: 2, settledAt: null }]);
    expect(notices[0]?.words).toContain('“400');
    expect(await stories()).toHaveLength(1);
  });
});

it('faults that come together in one item are each read: letters, date, picture, raised figure, redirect', async () => {
  const html =
    '<p>Порт принял 10<sup>6</sup> тонн, сказал <q>мэр</q>.</p><img src="data:image/gif;base64,R0lGOD" data-src="https://a.example/1.jpg">';
  const document = `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Порт</title><language>ru</language><item><guid>1</guid><title>&lt;b&gt;Порт&lt;/b&gt;, море</title><link>https://www.google.com/url?url=https%3A%2F%2Fa.example%2F1%3Futm_source%3Dx</link><pubDate>32 ноября 2026</pubDate><description><![CDATA[${html}]]></description></item></channel></rss>`;
  const bytes = iconv.encode(document, 'windows-1251');
  const { items, feed } = await prepare({ bytes, contentType: 'text/xml', address: null, language: null });
  expect(feed.problems).toEqual(['A date is none: “32 ноября 2026”.']);
  expect(items).toMatchObject([
    {
      headline: 'Порт, море',
      link: 'https://a.example/1',
      html: '<p>Порт принял 10⁶ тонн, сказал «мэр».</p><figure><img src="https://a.example/1.jpg" alt="" /></figure>',
      published: null,
      media: [{ href: 'https://a.example/1.jpg' }],
    },
  ]);
});
