/** An item of the wire becomes an entry of a live story by one press: once, with its way and credit, as its source allows. */
import { beforeAll, expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { receive } from '../../../tests/support/receive.ts';
import { listNewestEntries } from '../../entries/read-entries.ts';
import { safeBody } from '../../kit/safe-html.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { draftStory } from '../../stories/draft.ts';
import { setUpMasthead } from '../../stories/masthead.ts';
import { publishStory } from '../../stories/publish.ts';
import { listItems } from '../../wire/items/items.ts';
import { prepare } from '../../wire/reading/prepare.ts';
import { addSource, changeSource } from '../../wire/sources/sources.ts';
import { makeItemEntry } from './item-entry.ts';

onEachEngine('an item of the wire', (open) => {
  let newsroom: TestNewsroom;
  let live: { storyId: string; editionId: string };
  let made = 0;

  const delivered = async (language: string): Promise<string> => {
    made += 1;
    const address = `https://agency${made}.example/`;
    const { sourceId } = await addSource(newsroom, { address, unasked: true, by });
    await changeSource(newsroom, { sourceId, credit: 'As Agency has it', by });
    const words =
      '&lt;p&gt;Two tugs left the port at noon, their captain said.&lt;/p&gt;&lt;p&gt;More will follow.&lt;/p&gt;';
    const item = `<item><guid>${made}</guid><title>Two tugs leave the port</title><link>${address}1</link><description>${words}</description></item>`;
    const feed = `<rss version="2.0"><channel><title>Agency</title><language>${language}</language>${item}</channel></rss>`;
    const bytes = Buffer.from(feed);
    const prepared = await prepare({ bytes, contentType: null, address: null, language: null });
    await receive(newsroom, { sourceId, prepared, isFirst: true });
    const [received] = await listItems(newsroom, { sourceId, limit: 1 });
    const id = received?.id ?? '';
    await newsroom.store.updateTable('items').set({ language }).where('id', '=', id).execute(); // two sentences say little
    return id;
  };

  beforeAll(async () => {
    newsroom = open();
    const paper = {
      name: 'The Harbour Post',
      tagline: '',
      language: 'en',
      timeZone: 'Europe/Athens',
      contact: '',
    };
    await setUpMasthead(newsroom, { ...paper, by });
    const copy = {
      headline: 'The strike, hour by hour',
      dek: '',
      byline: 'Ada',
      dateline: '',
      pictureId: null,
    };
    live = await draftStory(newsroom, {
      copy: { ...copy, bodyHtml: safeBody('<p>Work stopped at six.</p>') },
      language: 'en',
      kind: 'live',
      hops: [],
      by,
    });
    await publishStory(newsroom, { storyId: live.storyId, by, override: 'The test is about entries.' });
  });

  it('becomes one entry, however often it is pressed, with its words, its credit and its own report', async () => {
    const itemId = await delivered('en');
    const first = await makeItemEntry(newsroom, { itemId, storyId: live.storyId, by });
    expect(first).toBe(`/desk/live/${live.storyId}?done=sent`);
    await makeItemEntry(newsroom, { itemId, storyId: live.storyId, by });
    const entries = await listNewestEntries(newsroom, live.editionId, 5);
    expect(entries).toMatchObject([
      { number: 1, itemId, headline: 'Two tugs leave the port', source: { credit: 'As Agency has it' } },
    ]);
    expect(entries[0]?.hops.at(-1)?.link).toBe(`https://agency${made}.example/1`);
  });

  it('goes into no edition of another language', async () => {
    const itemId = await delivered('el');
    await expect(makeItemEntry(newsroom, { itemId, storyId: live.storyId, by })).rejects.toMatchObject({
      code: 'story-state-wrong',
    });
  });
});
