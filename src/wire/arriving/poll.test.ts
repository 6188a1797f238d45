import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  onEachEngine,
  openTestNewsroom,
  type TestNewsroom,
  THAT_DAY,
} from '../../../tests/support/newsroom.ts';
import { type Fault, startWireServer, type WireServer } from '../../../tests/support/wire-server.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../kit/clock.ts';
import { type Newsroom, theNewsroomItself } from '../../newsroom.ts';
import { setUpMasthead } from '../../stories/masthead.ts';
import { getItem, getRaw, listItems } from '../items/items.ts';
import { pickUp } from '../items/pick-up.ts';
import { publishUnread } from '../items/publish-unread.ts';
import { addSource, changeSource, getSource, pauseSource, resumeSource } from '../sources/sources.ts';
import { pollDue, pollNow } from './poll.ts';

const by = theNewsroomItself;
const COPY =
  '<p>The evening ferry to the island left forty minutes late on Tuesday because of strong winds.</p>';

let wire: WireServer;
let number = 0;
beforeAll(async () => {
  wire = await startWireServer();
});
afterAll(() => wire.stop());

/** A feed of its own for each test, and a source that reads it. */
async function newSource(newsroom: Newsroom, more: Partial<Parameters<typeof addSource>[1]> = {}) {
  number += 1;
  const name = `feed-${number}`;
  const feed = wire.feed(name);
  const { sourceId } = await addSource(newsroom, {
    address: wire.addressOf(name),
    unasked: true,
    name: `Coast ${number}`,
    by,
    ...more,
  });
  const poll = () => pollNow(newsroom, { sourceId });
  return { feed, name, sourceId, poll, source: () => getSource(newsroom, sourceId) };
}

async function announced(newsroom: Newsroom, event: string): Promise<string[]> {
  const rows = await newsroom.store
    .selectFrom('work')
    .select('payload_json')
    .where('event', '=', event)
    .execute();
  await newsroom.store.deleteFrom('work').where('event', '=', event).execute();
  return rows.map((row) => JSON.parse(row.payload_json).itemId);
}

function trusting(newsroom: TestNewsroom): TestNewsroom {
  const settings = { ...newsroom.settings, trustedHosts: [wire.host] };
  return {
    ...newsroom,
    settings,
    transact: (work) => newsroom.transact((inner) => work({ ...inner, settings })),
  };
}

onEachEngine('a poll', (open) => {
  let newsroom: TestNewsroom;
  beforeAll(() => {
    newsroom = trusting(open());
  });
  beforeEach(async () => {
    await newsroom.store.deleteFrom('work').execute();
    newsroom.clock.pass(HOUR);
  });
  const now = () => newsroom.clock.now();

  it.each(['rss', 'atom', 'rss-1.0', 'json-feed'] as const)(
    'keeps items of %s with the bytes that came',
    async (format) => {
      const { feed, sourceId, poll } = await newSource(newsroom);
      feed.format = format;
      feed.send({ id: 'a', headline: 'Ferry leaves late & full', html: COPY, published: now() });
      expect(await poll()).toMatchObject({ ok: true, received: 1, changed: 0 });
      const [item] = await listItems(newsroom, { sourceId, limit: 9 });
      expect(item).toMatchObject({
        headline: 'Ferry leaves late & full',
        version: 1,
        language: 'en',
        link: `${wire.address}/reports/a`,
        publishedAt: Math.floor(now() / SECOND) * SECOND,
      });
      const { versions } = await getItem(newsroom, item?.id ?? '');
      expect(versions[0]).toMatchObject({ html: COPY, declaredLanguage: format === 'rss-1.0' ? null : 'en' });
      const raw = Buffer.from(
        (await getRaw(newsroom, { itemId: item?.id ?? '', number: 1 })).bytes,
      ).toString();
      expect(raw).toMatch(/^(<item|<entry|\{)[\s\S]*(<\/item>|<\/entry>|\})$/);
      expect(raw).toContain('Ferry leaves late');
    },
  );

  it('sends validators back letter for letter, and an unchanged feed makes nothing', async () => {
    const { feed, name, sourceId, poll } = await newSource(newsroom);
    feed.send({ id: 'a', headline: 'Ferry leaves late', html: COPY });
    await poll();
    expect(await poll()).toMatchObject({ ok: true, received: 0 });
    const last = wire.requests.filter(({ path }) => path === `/${name}`).at(-1);
    expect(last).toMatchObject({ status: 304, headers: { 'if-none-match': feed.etag } });
    feed.hasValidators = false;
    expect(await poll()).toMatchObject({ ok: true, received: 0, changed: 0 });
    expect(await listItems(newsroom, { sourceId, limit: 9 })).toHaveLength(1);
  });

  it('keeps a changed headline as a new version, and a moved date as none', async () => {
    const { feed, sourceId, poll } = await newSource(newsroom);
    feed.send({ id: 'a', headline: 'Ferry leaves late', html: COPY, published: now() - MINUTE });
    await poll();
    feed.change('a', { published: now() });
    expect(await poll()).toMatchObject({ received: 0, changed: 0 });
    feed.change('a', { headline: 'Ferry cancelled' });
    expect(await poll()).toMatchObject({ received: 0, changed: 1 });
    const [item] = await listItems(newsroom, { sourceId, limit: 9 });
    expect(item).toMatchObject({ headline: 'Ferry cancelled', version: 2 });
    const { versions } = await getItem(newsroom, item?.id ?? '');
    expect(versions.map((version) => version.headline)).toEqual(['Ferry cancelled', 'Ferry leaves late']);
    expect(await announced(newsroom, 'item-changed')).toEqual([item?.id]);
  });

  it('tells of news, but not of what was there before, is a day old, or comes by the hundred', async () => {
    const { feed, sourceId, poll } = await newSource(newsroom, { publishUnread: true });
    feed.send({ id: 'before', headline: 'There before', html: COPY, published: now() });
    await poll();
    expect(await announced(newsroom, 'item-received')).toEqual([]);
    feed.send({ id: 'old', headline: 'Yesterday’s', html: COPY, published: now() - 25 * HOUR });
    feed.send({ id: 'new', headline: 'Ferry leaves late', html: COPY, published: now() });
    await poll();
    const items = await listItems(newsroom, { sourceId, limit: 9 });
    expect(items.map((item) => item.headline)).toEqual(['Ferry leaves late', 'Yesterday’s', 'There before']);
    expect(await announced(newsroom, 'item-received')).toEqual([items[0]?.id]);
    for (let each = 0; each < 120; each += 1)
      feed.send({ id: `${each}`, headline: `Item ${each}`, published: now() });
    expect(await poll()).toMatchObject({ received: 120 });
    expect(await announced(newsroom, 'item-received')).toHaveLength(30);
  });

  it('knows an item without id by its link, whatever tracks in it', async () => {
    const { feed, sourceId, poll } = await newSource(newsroom);
    feed.format = 'rss-1.0';
    feed.send({ id: 'a', headline: 'Ferry', link: 'https://coast.example/ferry?utm_source=x', html: COPY });
    await poll();
    const [item] = await listItems(newsroom, { sourceId, limit: 9 });
    expect(item?.link).toBe('https://coast.example/ferry');
  });

  it('makes copy safe and sets pixels aside without making versions of them', async () => {
    const { feed, sourceId, poll } = await newSource(newsroom);
    const html = (pixel: number) =>
      `${COPY}<script>alert(1)</script><img src="https://t.example/p?${pixel}" width="1" height="1">`;
    feed.send({ id: 'a', headline: 'Ferry <script>alert(1)</script>', html: html(1) });
    await poll();
    feed.change('a', { html: html(2) });
    expect(await poll()).toMatchObject({ changed: 0 });
    const [item] = await listItems(newsroom, { sourceId, limit: 9 });
    expect((await getItem(newsroom, item?.id ?? '')).versions[0]?.html).toBe(COPY);
  });

  it('finds the true language beside the declared one', async () => {
    const { feed, sourceId, poll } = await newSource(newsroom);
    const greek =
      '<p>Το βραδινό πλοίο για το νησί έφυγε με καθυστέρηση σαράντα λεπτών εξαιτίας των ισχυρών ανέμων.</p>';
    feed.send({ id: 'a', headline: 'Καθυστέρηση του πλοίου για το νησί', html: greek });
    await poll();
    const [item] = await listItems(newsroom, { sourceId, language: 'el', limit: 9 });
    expect((await getItem(newsroom, item?.id ?? '')).versions[0]).toMatchObject({
      declaredLanguage: 'en',
      detectedLanguage: 'el',
    });
  });

  const troubles: [string, Fault, string][] = [
    ['a web page', { kind: 'html' }, 'web-page'],
    ['nothing there', { kind: 'status', status: 404 }, 'not-there'],
    ['a server in trouble', { kind: 'status', status: 500 }, 'server-failed'],
    ['too much', { kind: 'huge' }, 'too-large'],
    ['a bomb', { kind: 'bomb' }, 'too-large'],
    ['an endless body', { kind: 'endless' }, 'too-large'],
    ['a redirect inside', { kind: 'redirect', to: 'http://127.0.0.1:1/' }, 'refused-address'],
    [
      'a guard against robots',
      { kind: 'status', status: 403, headers: { 'cf-mitigated': 'challenge' } },
      'bot-wall',
    ],
    ['a hung up line', { kind: 'hang-up' }, 'broken-answer'],
  ];
  it.each(troubles)('keeps what is wrong, in words, and goes on after %s', async (_, fault, why) => {
    const { feed, poll, source } = await newSource(newsroom);
    feed.send({ id: 'a', headline: 'Ferry leaves late', html: COPY });
    feed.fault = fault;
    expect(await poll()).toMatchObject({ ok: false });
    const first = await source();
    expect(first).toMatchObject({
      failure: why,
      failuresInRow: 1,
      failureWords: expect.stringMatching(/^[A-Z].*\.$/),
    });
    await poll();
    const second = await source();
    expect(second.nextPollAt - now()).toBeGreaterThan(first.intervalMs);
    feed.fault = null;
    expect(await poll()).toMatchObject({ ok: true, received: 1 });
    expect(await source()).toMatchObject({ failure: null, failureWords: null, failuresInRow: 0 });
  });

  it('reads what is there of a feed that is cut off, says so, and asks for all of it again', async () => {
    const { feed, name, poll, source } = await newSource(newsroom);
    for (let each = 0; each < 5; each += 1)
      feed.send({ id: `${each}`, headline: `Item ${each}`, html: COPY });
    feed.fault = { kind: 'cut-off' };
    expect(await poll()).toMatchObject({ ok: true, received: 4 });
    expect(await source()).toMatchObject({ failure: 'salvaged', failuresInRow: 0 });
    feed.fault = null;
    expect(await poll()).toMatchObject({ ok: true, received: 1 });
    expect(wire.requests.filter(({ path }) => path === `/${name}`).map(({ status }) => status)).toEqual([
      200, 200,
    ]);
    expect((await source()).failure).toBeNull();
  });

  it('stops asking for what is gone for good', async () => {
    const { feed, poll, source } = await newSource(newsroom);
    feed.fault = { kind: 'status', status: 410 };
    await poll();
    expect(await source()).toMatchObject({ failure: 'gone', pausedAt: now() });
  });

  it('leaves a whole host alone for as long as it asks', async () => {
    const one = await newSource(newsroom);
    const other = await newSource(newsroom);
    one.feed.fault = { kind: 'status', status: 429, headers: { 'retry-after': '7200' } };
    await one.poll();
    for (const { source } of [one, other]) {
      expect((await source()).nextPollAt).toBeGreaterThanOrEqual(now() + 2 * HOUR);
      expect((await source()).nextPollAt).toBeLessThanOrEqual(now() + 3 * HOUR);
    }
  });

  it('comes as seldom as the feed asks, but not more seldom than daily', async () => {
    const { feed, poll, source } = await newSource(newsroom);
    feed.head = '<ttl>60</ttl>';
    await poll();
    expect((await source()).intervalMs).toBe(HOUR);
    feed.headers = { 'cache-control': 'public, max-age=31536000' };
    feed.send({ id: 'a', headline: 'Ferry' });
    await poll();
    expect((await source()).intervalMs).toBe(DAY);
    expect(Math.abs((await source()).nextPollAt - now() - DAY)).toBeLessThanOrEqual(DAY / 10);
  });

  it('follows a feed that moved for good the third time it says so', async () => {
    const old = await newSource(newsroom);
    const to = wire.addressOf(`${old.name}-moved`);
    wire.feed(`${old.name}-moved`).send({ id: 'a', headline: 'Ferry' });
    old.feed.fault = { kind: 'redirect', to, status: 308 };
    for (const address of [wire.addressOf(old.name), wire.addressOf(old.name), to]) {
      expect(await old.poll()).toMatchObject({ ok: true });
      expect((await old.source()).feedUrl).toBe(address);
    }
  });

  it('asks only those that are due, and not who is paused', async () => {
    await newsroom.store
      .updateTable('sources')
      .set({ next_poll_at: now() + DAY })
      .execute();
    const due = await newSource(newsroom);
    const paused = await newSource(newsroom);
    await pauseSource(newsroom, { sourceId: paused.sourceId, by });
    wire.requests.length = 0;
    await pollDue(newsroom);
    expect(wire.requests.map(({ path }) => path)).toEqual([`/${due.name}`]);
    await pollDue(newsroom);
    expect(wire.requests).toHaveLength(1);
    await resumeSource(newsroom, { sourceId: paused.sourceId, by });
    await pollDue(newsroom);
    expect(wire.requests.map(({ path }) => path).at(-1)).toBe(`/${paused.name}`);
  });

  it('asks each source once, though two processes look at the same time', async () => {
    await newsroom.store
      .updateTable('sources')
      .set({ next_poll_at: now() + DAY })
      .execute();
    const sources = await Promise.all([1, 2, 3].map(() => newSource(newsroom)));
    wire.requests.length = 0;
    await Promise.all([pollDue(newsroom), pollDue(newsroom), pollDue(newsroom)]);
    expect(wire.requests.map(({ path }) => path).sort()).toEqual(
      sources.map(({ name }) => `/${name}`).sort(),
    );
  });

  it('does not take what the old address said for the new one’s', async () => {
    const { feed, sourceId, poll, source } = await newSource(newsroom);
    feed.fault = { kind: 'slow' };
    const polling = poll();
    await new Promise((resolve) => setTimeout(resolve, 200)); // until the answer has begun
    await changeSource(newsroom, { sourceId, feedUrl: wire.addressOf(`elsewhere-${number}`), by });
    wire.hangUp();
    expect(await polling).toMatchObject({ ok: false });
    expect(await source()).toMatchObject({ failure: null, nextPollAt: now() });
  });

  it('asks a new address without the old one’s validators', async () => {
    const { feed, sourceId, poll, source } = await newSource(newsroom);
    feed.send({ id: 'a', headline: 'Ferry' });
    await poll();
    number += 1;
    wire.feed(`feed-${number}`).send({ id: 'b', headline: 'Harbour' });
    await changeSource(newsroom, { sourceId, feedUrl: wire.addressOf(`feed-${number}`), by });
    expect((await source()).nextPollAt).toBe(now());
    expect(await poll()).toMatchObject({ ok: true, received: 1 });
    expect(wire.requests.at(-1)?.headers).not.toHaveProperty('if-none-match');
  });
});

onEachEngine('a trusted source', (open) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = trusting(open());
    const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'Europe/Athens' };
    await setUpMasthead(newsroom, { ...paper, contact: 'desk@post.example', by });
  });
  const now = () => newsroom.clock.now();
  const unread = {
    publishUnread: true,
    mayAlert: true,
    alertLevel: 'urgent' as const,
    credit: 'Coast Agency',
  };

  /** Sends an item over the wire to a source that is known, and gives back what was kept. */
  async function received(
    more: Partial<Parameters<typeof addSource>[1]>,
    item: { headline: string; html: string },
  ) {
    const { feed, sourceId, poll } = await newSource(newsroom, more);
    await poll();
    feed.send({
      id: 'a',
      published: now(),
      author: 'Anna Petrou',
      from: { name: 'Radio Island', link: 'https://radio.example/1' },
      ...item,
    });
    await poll();
    const [kept] = await listItems(newsroom, { sourceId, limit: 1 });
    return { itemId: kept?.id ?? '', sourceId };
  }
  const english = { headline: 'Ferry to the island leaves late', html: COPY };

  async function storyOf(itemId: string) {
    const story = await newsroom.store
      .selectFrom('stories')
      .selectAll()
      .where('item_id', '=', itemId)
      .executeTakeFirst();
    return story ?? null;
  }

  it('is published unread with its hops, its link and its level, once', async () => {
    const { itemId, sourceId } = await received(unread, english);
    expect(await announced(newsroom, 'item-received')).toEqual([itemId]);
    await publishUnread(newsroom, { itemId });
    await publishUnread(newsroom, { itemId });
    const story = await storyOf(itemId);
    expect(story).toMatchObject({ status: 'published', alert_level: 'urgent', by_id: null, unread: 1 });
    const hops = await newsroom.store
      .selectFrom('hops')
      .selectAll()
      .where('story_id', '=', story?.id ?? '')
      .orderBy('position')
      .execute();
    expect(hops.map(({ party, act, link }) => ({ party, act, link }))).toEqual([
      { party: 'Radio Island', act: 'reported', link: 'https://radio.example/1' },
      { party: `Coast ${number}`, act: 'reported', link: `${wire.address}/reports/a` },
    ]);
    expect(hops[1]).toMatchObject({ source_id: sourceId, language: 'en' });
  });

  it.each<[string, Partial<Parameters<typeof addSource>[1]>, { headline: string; html: string }]>([
    [
      'another language',
      { ...unread },
      {
        headline: 'Το πλοίο έφυγε αργά',
        html: '<p>Το βραδινό πλοίο για το νησί έφυγε με καθυστέρηση σαράντα λεπτών λόγω ανέμων.</p>',
      },
    ],
    ['no trust', { ...unread, publishUnread: false }, english],
    ['nothing to read', { ...unread }, { headline: 'Ferry to the island leaves late', html: '' }],
  ])('leaves to the desk what comes with %s', async (_, more, item) => {
    const { itemId } = await received(more, item);
    await publishUnread(newsroom, { itemId });
    expect(await storyOf(itemId)).toBeNull();
  });

  it('is not told to devices where the contract does not allow it', async () => {
    const { itemId } = await received({ ...unread, mayAlert: false }, english);
    await publishUnread(newsroom, { itemId });
    expect(await storyOf(itemId)).toMatchObject({ status: 'published', alert_level: null });
  });

  it('is picked up once, with its copy and byline', async () => {
    const { itemId } = await received({}, english);
    const { storyId, editionId } = await pickUp(newsroom, { itemId, by });
    const take = await newsroom.store
      .selectFrom('takes')
      .selectAll()
      .where('edition_id', '=', editionId)
      .executeTakeFirstOrThrow();
    expect(take).toMatchObject({
      headline: english.headline,
      body_html: COPY,
      dek: '',
      byline: 'Anna Petrou',
    });
    expect(await getItem(newsroom, itemId)).toMatchObject({ storyId });
    await expect(pickUp(newsroom, { itemId, by })).rejects.toMatchObject({ code: 'item-taken' });
    expect(await listItems(newsroom, { standing: 'taken', limit: 50 })).toContainEqual(
      expect.objectContaining({ id: itemId }),
    );
  });

  it('may withhold an item or set an embargo, which stops both ways', async () => {
    const { itemId } = await received(unread, english);
    const set = (change: object) =>
      newsroom.store.updateTable('items').set(change).where('id', '=', itemId).execute();
    for (const change of [
      { embargo_until: now() + HOUR },
      { embargo_until: null, status: 'withheld' },
      { status: 'canceled' },
    ]) {
      await set(change);
      await publishUnread(newsroom, { itemId });
      expect(await storyOf(itemId)).toBeNull();
      await expect(pickUp(newsroom, { itemId, by })).rejects.toMatchObject({ code: 'item-withheld' });
    }
  });
});

describe('a host', () => {
  it('is asked one thing at a time and not twice a second, if it is not our own', async () => {
    const newsroom = await openTestNewsroom();
    for (const path of ['a', 'b', 'c'])
      await addSource(newsroom, { address: `http://127.0.0.1:9/${path}`, unasked: true, name: path, by });
    const polled = async () => {
      const rows = await newsroom.store.selectFrom('sources').select('last_polled_at').execute();
      return rows.filter((row) => row.last_polled_at !== null).length;
    };
    await pollDue(newsroom);
    expect(await polled()).toBe(1);
    await pollDue(newsroom);
    expect(await polled()).toBe(1);
    newsroom.clock.pass(2 * SECOND);
    await pollDue(newsroom);
    expect(await polled()).toBe(2);
    expect(newsroom.clock.now()).toBe(THAT_DAY + 2 * SECOND);
    await newsroom.close();
  });
});
