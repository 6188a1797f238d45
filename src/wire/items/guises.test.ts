/** The same item under another guise is one: no second item, no second story, no second alert. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { rssOf, toldSource } from '../../../tests/support/told-wire.ts';
import { HOUR } from '../../kit/clock.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { setUpMasthead } from '../../stories/masthead.ts';
import { getItem, listItems } from './items.ts';

const TEXT = 'The evening ferry to the island left forty minutes late on Tuesday because of strong winds.';
const ferry = { title: 'Ferry to the island leaves late', description: TEXT };
const bridge = {
  title: 'Bridge over the harbour shut for a day',
  description:
    'Engineers closed the bridge over the harbour on Tuesday after they found rust in one of its towers.',
};
const at = (address: string) => ({ guid: address, link: address });

onEachEngine('the same item under another guise', (open) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = open();
    const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'Europe/Athens' };
    await setUpMasthead(newsroom, { ...paper, contact: 'desk@post.example', by: theNewsroomItself });
  });
  beforeEach(() => newsroom.clock.pass(HOUR));

  it.each([
    ['https instead of http', 'http://post.example/ferry-is-late', 'https://post.example/ferry-is-late'],
    ['www. before its host', 'https://post.example/ferry-is-late', 'https://www.post.example/ferry-is-late'],
    ['its host in capitals', 'https://post.example/ferry-is-late', 'https://POST.example/ferry-is-late'],
    ['a slash at the end', 'https://post.example/ferry-is-late', 'https://post.example/ferry-is-late/'],
    [
      'what tracks',
      'https://post.example/ferry-is-late',
      'https://post.example/ferry-is-late?mod=rss_x&amp;utm_source=rss',
    ],
    [
      'another session',
      'https://post.example/f?id=7&amp;PHPSESSID=a1',
      'https://post.example/f?id=7&amp;PHPSESSID=b2',
    ],
    ['all of it', 'http://post.example/7;jsessionid=A1', 'https://www.post.example/7/;jsessionid=B2?ref=rss'],
  ])('with %s is one item, without a version, one story and one alert', async (_, one, other) => {
    const { sourceId, tell, stories } = await toldSource(newsroom);
    expect(await tell(rssOf({ ...ferry, ...at(one) }))).toMatchObject({ received: 1 });
    expect(await stories()).toHaveLength(1);
    expect(await tell(rssOf({ ...ferry, ...at(other) }))).toMatchObject({ received: 0, changed: 0 });
    expect(await listItems(newsroom, { sourceId, limit: 9 })).toHaveLength(1);
    expect(await stories()).toHaveLength(1);
  });

  it('that says something else is a version of the first', async () => {
    const { sourceId, tell, stories } = await toldSource(newsroom);
    await tell(rssOf({ ...ferry, ...at('http://post.example/1') }));
    const later = { ...ferry, title: 'Ferry to the island leaves an hour late' };
    expect(await tell(rssOf({ ...later, ...at('https://www.post.example/1/') }))).toMatchObject({
      received: 0,
      changed: 1,
    });
    const [item] = await listItems(newsroom, { sourceId, limit: 9 });
    expect(await getItem(newsroom, item?.id ?? '')).toMatchObject({
      version: 2,
      headline: later.title,
      link: 'https://www.post.example/1/',
    });
    expect(await stories()).toHaveLength(1);
  });

  it.each([
    [
      'its link',
      {
        guid: 'new-1',
        link: 'https://www.post.example/ferry/',
        title: 'Late again',
        description: bridge.description,
      },
    ],
    ['its headline and its text', { ...ferry, guid: 'new-2', link: 'https://other.example/x-2' }],
    [
      'its words in other signs',
      {
        guid: 'new-3',
        link: 'https://post.example/3',
        title: 'FERRY TO THE ISLAND LEAVES LATE!',
        description: TEXT,
      },
    ],
  ])('that is known only by %s is left to the desk', async (_, second) => {
    const { sourceId, tell, stories } = await toldSource(newsroom);
    await tell(rssOf({ ...ferry, guid: 'old', link: 'http://post.example/ferry' }));
    await tell(rssOf(second));
    expect(await listItems(newsroom, { sourceId, limit: 9 })).toHaveLength(2);
    expect(await stories()).toHaveLength(1);
  });

  it('twice in one document is published once', async () => {
    const { tell, stories } = await toldSource(newsroom);
    await tell(
      rssOf({ ...ferry, ...at('https://post.example/1') }, { ...ferry, ...at('https://post.example/2') }),
    );
    expect(await stories()).toHaveLength(1);
  });

  it.each([
    ['one page of all of them', 'https://post.example/live', 'https://post.example/live'],
    ['the front page', 'https://post.example/', 'https://post.example/'],
  ])('is not what only leads to %s', async (_, one, other) => {
    const { tell, stories } = await toldSource(newsroom);
    await tell(rssOf({ ...ferry, guid: 'f', link: one }, { ...bridge, guid: 'b', link: other }));
    expect(await stories()).toHaveLength(2);
  });

  it('of another source is its own', async () => {
    const first = await toldSource(newsroom);
    const second = await toldSource(newsroom);
    await first.tell(rssOf({ ...ferry, ...at('https://post.example/1') }));
    await second.tell(rssOf({ ...ferry, ...at('https://post.example/1') }));
    expect(await second.stories()).toHaveLength(1);
  });

  it('kept before there were keys is known again after the upgrade: nothing is shown as new', async () => {
    const { sourceId, tell, stories } = await toldSource(newsroom);
    const documents = [
      { ...ferry, ...at('http://www.post.example/1/') },
      { ...bridge, guid: 'tag:post.example,2026:7', link: 'http://post.example/7' },
    ];
    await tell(rssOf(...documents));
    await newsroom.store
      .updateTable('items')
      .set({ identity: 'http://www.post.example/1/', link_key: null, words_key: null })
      .where('identity', '=', 'post.example/1')
      .execute();
    await newsroom.store
      .updateTable('items')
      .set({ words_key: null })
      .where('source_id', '=', sourceId)
      .execute();
    const moved = documents.map(({ link, ...item }) => ({
      ...item,
      guid: item.guid.replace('http:', 'https:'),
      link,
    }));
    expect(await tell(rssOf(...moved))).toMatchObject({ received: 0, changed: 0 });
    expect(await stories()).toHaveLength(2);
  });

  it('kept twice before the upgrade stays as it was, and no third comes', async () => {
    const { sourceId, tell } = await toldSource(newsroom);
    await tell(
      rssOf({ ...ferry, ...at('http://post.example/1') }, { ...bridge, ...at('http://post.example/2') }),
    );
    for (const [now, before] of [
      ['post.example/1', 'http://post.example/1'],
      ['post.example/2', 'https://post.example/1'],
    ] as const)
      await newsroom.store
        .updateTable('items')
        .set({ identity: before, words_key: null })
        .where('identity', '=', now)
        .where('source_id', '=', sourceId)
        .execute();
    expect(await tell(rssOf({ ...ferry, ...at('https://www.post.example/1') }))).toMatchObject({
      received: 0,
    });
    expect(await listItems(newsroom, { sourceId, limit: 9 })).toHaveLength(2);
  });
});
