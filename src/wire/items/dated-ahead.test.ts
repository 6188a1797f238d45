/** A date ahead is a reason to wait: what bears one is not published unread before its instant. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { rssOf, toldSource } from '../../../tests/support/told-wire.ts';
import { DAY, HOUR, MINUTE } from '../../kit/clock.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { setUpMasthead } from '../../stories/masthead.ts';
import { listItems } from './items.ts';
import { pickUp } from './pick-up.ts';

onEachEngine('an item dated ahead', (open) => {
  let newsroom: TestNewsroom;
  let number = 0;
  beforeAll(async () => {
    newsroom = open();
    const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'Europe/Athens' };
    await setUpMasthead(newsroom, { ...paper, contact: 'desk@post.example', by: theNewsroomItself });
  });
  beforeEach(() => newsroom.clock.pass(HOUR));
  const date = (ms: number) => new Date(newsroom.clock.now() + ms).toUTCString();
  const ferry = (ms: number) => ({
    guid: `ahead-${number}`,
    link: `https://post.example/ahead-${number}`,
    title: 'Ferry to the island leaves late',
    description:
      'The evening ferry to the island left forty minutes late on Tuesday because of strong winds.',
    pubDate: date(ms),
  });

  const formats: [string, (ms: number) => string][] = [
    ['RSS', (ms) => rssOf(ferry(ms))],
    [
      'Atom',
      (ms) => {
        const { guid, link, title, description } = ferry(ms);
        const at = new Date(newsroom.clock.now() + ms).toISOString();
        return `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>${guid}</id><link href="${link}"/><title>${title}</title><published>${at}</published><content>${description}</content></entry></feed>`;
      },
    ],
    [
      'JSON',
      (ms) => {
        const { guid: id, link: url, title, description: content_text } = ferry(ms);
        const date_published = new Date(newsroom.clock.now() + ms).toISOString();
        return JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          items: [{ id, url, title, content_text, date_published }],
        });
      },
    ],
  ];

  it.each(formats)('in %s waits for its instant, and goes out then', async (_, document) => {
    number += 1;
    const { tell, release, stories } = await toldSource(newsroom);
    await tell(document(20 * HOUR));
    expect(await stories()).toEqual([]);
    newsroom.clock.pass(20 * HOUR - MINUTE);
    await release();
    expect(await stories()).toEqual([]);
    newsroom.clock.pass(2 * MINUTE);
    await release();
    expect(await stories()).toMatchObject([{ status: 'published', alert_level: 'urgent' }]);
  });

  it('by no more than clocks differ goes out now', async () => {
    number += 1;
    const { tell, stories } = await toldSource(newsroom);
    await tell(rssOf(ferry(10 * MINUTE)));
    expect(await stories()).toHaveLength(1);
  });

  it('by years is the desk’s, and may be picked up', async () => {
    number += 1;
    const { sourceId, tell, release, stories } = await toldSource(newsroom);
    await tell(rssOf(ferry(400 * DAY)));
    newsroom.clock.pass(401 * DAY);
    await release();
    expect(await stories()).toEqual([]);
    const [item] = await listItems(newsroom, { sourceId, limit: 1 });
    await pickUp(newsroom, { itemId: item?.id ?? '', by: theNewsroomItself });
    expect(await stories()).toHaveLength(1);
  });

  it('whose date is put off waits for the new one', async () => {
    number += 1;
    const { tell, release, stories } = await toldSource(newsroom);
    await tell(rssOf(ferry(2 * HOUR)));
    await tell(rssOf({ ...ferry(5 * HOUR), title: 'Ferry to the island leaves later' }));
    newsroom.clock.pass(3 * HOUR);
    await release();
    expect(await stories()).toEqual([]);
    newsroom.clock.pass(3 * HOUR);
    await release();
    expect(await stories()).toHaveLength(1);
  });

  it('whose date is put right to now goes out', async () => {
    number += 1;
    const { tell, stories } = await toldSource(newsroom);
    await tell(rssOf(ferry(30 * DAY)));
    await tell(rssOf({ ...ferry(0), title: 'Ferry to the island leaves late today' }));
    expect(await stories()).toHaveLength(1);
  });
});
