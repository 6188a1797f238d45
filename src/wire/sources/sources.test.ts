import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { startWireServer, type WireServer } from '../../../tests/support/wire-server.ts';
import { DAY, HOUR, MINUTE } from '../../kit/clock.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { discoverFeeds } from './discover.ts';
import { namedFeeds } from './look-for-feeds.ts';
import { backOff, healthOf, spread } from './source.ts';
import {
  addSource,
  changeSource,
  findSourceBySlug,
  getSource,
  listSources,
  pauseSource,
  resumeSource,
} from './sources.ts';

const by = theNewsroomItself;
let wire: WireServer;
beforeAll(async () => {
  wire = await startWireServer();
  wire.feed('feed').title = 'The Coast Agency';
  wire.feed('sport').title = 'Coast Sport';
  wire.feed('greek').language = 'el';
  wire.feed('greek').format = 'atom';
  wire.pages.set(
    '/',
    page('<link rel="alternate" type="application/rss+xml" title="Coast News" href="/feed">'),
  );
  wire.pages.set(
    '/many',
    page(
      '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments"><link rel=alternate type=application/atom+xml title="News" href="greek"><link rel="alternate" type="application/json" href="/wp-json/x"><link rel="stylesheet" type="text/css" href="/s.css">',
    ),
  );
  wire.pages.set('/silent', page(''));
});
afterAll(() => wire.stop());

function page(head: string): string {
  return `<!doctype html><html lang="en"><head><title>Coast</title>${head}</head><body><a href="/x">x</a></body></html>`;
}

onEachEngine('a source', (open) => {
  let newsroom: TestNewsroom;
  beforeAll(() => {
    const whole = open();
    const settings = { ...whole.settings, trustedHosts: [wire.host] };
    newsroom = {
      ...whole,
      settings,
      transact: (work) => whole.transact((inner) => work({ ...inner, settings })),
    };
  });

  it('is added by the address of its feed, with name, language and credit taken from there', async () => {
    const { sourceId, others } = await addSource(newsroom, { address: wire.addressOf('greek'), by });
    expect(others).toEqual([]);
    expect(await getSource(newsroom, sourceId)).toMatchObject({
      slug: 'the-coast-agency',
      name: 'The Coast Agency',
      credit: 'The Coast Agency',
      language: 'el',
      feedUrl: wire.addressOf('greek'),
      mayAlert: false,
      publishUnread: false,
      nextPollAt: newsroom.clock.now(),
    });
    const work = await newsroom.store.selectFrom('work').select(['event', 'payload_json']).execute();
    expect(work).toEqual([{ event: 'source-added', payload_json: JSON.stringify({ sourceId }) }]);
    await expect(addSource(newsroom, { address: wire.addressOf('greek'), by })).rejects.toMatchObject({
      code: 'source-exists',
    });
  });

  it('is added by the address of a site that names its feed', async () => {
    const { sourceId } = await addSource(newsroom, {
      address: `${wire.address}/`,
      credit: 'Coast',
      mayAlert: true,
      by,
    });
    expect(await getSource(newsroom, sourceId)).toMatchObject({
      feedUrl: wire.addressOf('feed'),
      name: 'Coast News',
      credit: 'Coast',
      mayAlert: true,
    });
  });

  it('is found at the usual places of a site that names none', async () => {
    const found = await discoverFeeds(newsroom, { address: `${wire.address}/silent` });
    expect(found).toMatchObject({
      ok: true,
      feeds: [{ href: wire.addressOf('feed'), title: 'The Coast Agency' }],
    });
  });

  it('is one of several to choose from, comments last', async () => {
    const found = await discoverFeeds(newsroom, { address: `${wire.address}/many` });
    expect(found.ok && found.feeds.map(({ href }) => href)).toEqual([
      wire.addressOf('greek'),
      wire.addressOf('comments'),
    ]);
  });

  it.each([
    ['http://127.0.0.1:9/', 'address-refused'],
    ['http://169.254.169.254/latest', 'address-refused'],
    ['ftp://coast.example/feed', 'feed-not-found'],
    ['http://user:word@coast.example/', 'feed-not-found'],
    ['not an address at all', 'feed-not-found'],
  ])('is refused at %s', async (address, code) => {
    await expect(addSource(newsroom, { address, by })).rejects.toMatchObject({
      code,
      fields: { address: expect.any(String) },
    });
  });

  it('is refused where nothing answers', async () => {
    await expect(addSource(newsroom, { address: wire.addressOf('nothing'), by })).rejects.toMatchObject({
      code: 'feed-not-found',
      words: 'The server answers 404 to that address.',
    });
  });

  it('may be one that is only quoted', async () => {
    const { sourceId } = await addSource(newsroom, { address: null, name: 'Town Hall', by });
    const source = await getSource(newsroom, sourceId);
    expect(source).toMatchObject({ feedUrl: null, slug: 'town-hall' });
    expect(healthOf(source)).toBe('Quoted, not polled.');
    await expect(addSource(newsroom, { address: null, by })).rejects.toMatchObject({
      code: 'form-incomplete',
    });
  });

  it('keeps an address of its own when two have one name', async () => {
    const { sourceId } = await addSource(newsroom, { address: null, name: 'Town Hall!', by });
    expect(await findSourceBySlug(newsroom, 'town-hall-2')).toMatchObject({ id: sourceId });
    expect((await listSources(newsroom)).map(({ name }) => name)).toContain('Town Hall!');
  });

  it('is changed, paused and resumed, and the audit says by whom', async () => {
    const { sourceId } = await addSource(newsroom, { address: wire.addressOf('sport'), by });
    await changeSource(newsroom, { sourceId, name: 'Sport', credit: 'Coast/Sport', publishUnread: true, by });
    expect(await getSource(newsroom, sourceId)).toMatchObject({
      name: 'Sport',
      credit: 'Coast/Sport',
      publishUnread: true,
      mayAlert: false,
    });
    await expect(
      changeSource(newsroom, { sourceId, feedUrl: wire.addressOf('feed'), by }),
    ).rejects.toMatchObject({ code: 'source-exists' });
    await expect(
      changeSource(newsroom, { sourceId, feedUrl: 'javascript:alert(1)', by }),
    ).rejects.toMatchObject({ code: 'feed-not-found' });
    await pauseSource(newsroom, { sourceId, by });
    expect(healthOf(await getSource(newsroom, sourceId))).toBe('Paused.');
    await resumeSource(newsroom, { sourceId, by });
    expect((await getSource(newsroom, sourceId)).pausedAt).toBeNull();
    const audit = await newsroom.store
      .selectFrom('audit')
      .select('act')
      .where('subject_id', '=', sourceId)
      .orderBy('id')
      .execute();
    expect(audit.map(({ act }) => act)).toEqual([
      'add source',
      'change source',
      'pause source',
      'resume source',
    ]);
    await expect(pauseSource(newsroom, { sourceId: 'none', by })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a page', () => {
  it('names feeds in its head only, with its base', () => {
    const html =
      '<html lang=el><head><base href="https://b.example/x/"><link rel="alternate feed" type="application/feed+json" href="f.json"></head><body><link rel="alternate" type="application/rss+xml" href="/no"></body>';
    expect(namedFeeds(html, 'https://a.example/')).toEqual([
      { href: 'https://b.example/x/f.json', title: '', language: 'el', siteUrl: 'https://a.example/' },
    ]);
    expect(
      namedFeeds(
        '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
        'https://a.example/',
      ),
    ).toEqual([]);
  });
});

describe('the timetable of a source', () => {
  it('is our own measure, or what the source asks for, a day at most', () => {
    expect([spread(HOUR, 0), spread(HOUR, 1)]).toEqual([54 * MINUTE, 66 * MINUTE]);
  });
  it('grows longer with each failure, spread apart, a day and a quarter at most', () => {
    const waits = [1, 2, 3, 4].map((failures) => backOff(5 * MINUTE, failures, 0.5));
    expect(waits).toEqual([5, 10, 20, 40].map((minutes) => minutes * MINUTE));
    expect(backOff(5 * MINUTE, 500, 1)).toBe(1.25 * DAY);
    expect(backOff(5 * MINUTE, 3, 0)).toBe(15 * MINUTE);
    expect(backOff(1_000, 1, 0.5)).toBe(10_000);
  });
});
