/** WebSub: the cases by which subscribers are judged, against a hub on loopback that is good, slow to keep its word, or lies. */
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { openTestServer } from '../../../tests/support/server.ts';
import { startWireServer, type WireServer, writeFeed } from '../../../tests/support/wire-server.ts';
import { DAY, HOUR } from '../../kit/clock.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { listItems } from '../items/items.ts';
import { addSource, getSource, pauseSource, resumeSource } from '../sources/sources.ts';
import { findSubscription } from '../sources/subscription-queries.ts';
import { askHubs } from './ask-hubs.ts';
import { takeDelivery } from './deliveries.ts';
import { hubLinks, linksOfHeader } from './hub-links.ts';
import { pollNow } from './poll.ts';
import { answerHub, type HubAsks, takePush } from './websub.ts';

const by = theNewsroomItself;

/** A hub on loopback that remembers what it was asked. */
class Hub {
  readonly asked: { path: string; form: URLSearchParams }[] = [];
  answer: (path: string) => { status: number; location?: string } = () => ({ status: 202 });
  #server: Server | undefined;
  host = '';

  async start(): Promise<void> {
    const server = createServer((request, reply) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const path = request.url ?? '';
        this.asked.push({ path, form: new URLSearchParams(Buffer.concat(chunks).toString()) });
        const { status, location } = this.answer(path);
        reply.writeHead(status, location ? { location } : {}).end();
      });
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  get address(): string {
    return `http://${this.host}/hub`;
  }
  get last(): URLSearchParams {
    return this.asked.at(-1)?.form ?? new URLSearchParams();
  }
  stop(): Promise<unknown> {
    this.#server?.closeAllConnections();
    return new Promise((resolve) => this.#server?.close(resolve));
  }
}

onEachEngine('a source with a hub', (open) => {
  let wire: WireServer;
  let hub: Hub;
  let newsroom: TestNewsroom;
  let number = 0;
  beforeAll(async () => {
    wire = await startWireServer();
    hub = new Hub();
    await hub.start();
    const settings = { ...open().settings, trustedHosts: [wire.host, hub.host] };
    newsroom = {
      ...open(),
      settings,
      transact: (work) => open().transact((inner) => work({ ...inner, settings })),
    };
  });
  beforeEach(() => {
    hub.asked.length = 0;
    hub.answer = () => ({ status: 202 });
  });
  afterEach(() => newsroom.store.deleteFrom('subscriptions').execute());
  afterAll(async () => {
    await wire.stop();
    await hub.stop();
  });

  /** A source that was polled once and whose feed names the hub, in a way. */
  const known = async (more: { head?: string; link?: string; format?: 'rss' | 'atom' } = {}) => {
    number += 1;
    const name = `pushed-${number}`;
    const feed = wire.feed(name);
    const self = wire.addressOf(name);
    feed.format = more.format ?? 'rss';
    const element = feed.format === 'rss' ? 'atom:link xmlns:atom="http://www.w3.org/2005/Atom"' : 'link';
    feed.head =
      more.head ?? `<${element} rel="hub" href="${hub.address}"/><${element} rel="self" href="${self}"/>`;
    if (more.link) feed.headers.link = more.link;
    feed.send({ id: 'a', headline: 'Ferry leaves late', html: '<p>The ferry left late.</p>' });
    const { sourceId } = await addSource(newsroom, { address: self, unasked: true, name, by });
    const poll = () => pollNow(newsroom, { sourceId });
    await poll();
    const row = () => findSubscription(newsroom, sourceId);
    return { feed, self, sourceId, poll, row, name };
  };
  const verify = async (token: string, asks: Partial<HubAsks>) =>
    answerHub(newsroom, token, {
      mode: 'subscribe',
      topic: hub.last.get('hub.topic') ?? '',
      challenge: 'proof',
      leaseSeconds: 864_000,
      reason: undefined,
      ...asks,
    });
  const subscribed = async () => {
    const source = await known();
    await askHubs(newsroom);
    const token = (await source.row())?.token ?? '';
    await verify(token, {});
    const secret = hub.last.get('hub.secret') ?? '';
    return { ...source, token, secret };
  };
  const push = async (token: string, text: string, signature: string | undefined) => {
    const bytes = Buffer.from(text);
    const outcome = await takePush(newsroom, { token, signature, contentType: 'application/rss+xml', bytes });
    for (const row of await newsroom.store
      .selectFrom('deliveries')
      .select('id')
      .where('done_at', 'is', null)
      .execute())
      await takeDelivery(newsroom, { deliveryId: row.id });
    return outcome;
  };
  const signed = (secret: string, text: string, method = 'sha256') =>
    `${method}=${createHmac(method, secret).update(text).digest('hex')}`;

  it.each([
    [
      'a Link header',
      () => ({ head: '', link: `<${hub.address}>; rel="hub", <${wire.addressOf('topic')}>; rel="self"` }),
    ],
    ['an Atom feed', () => ({ format: 'atom' as const })],
    ['an RSS feed', () => ({ format: 'rss' as const })],
    [
      'the header before the document',
      () => ({
        head: '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="http://192.0.2.1/wrong"/>',
        link: `<${hub.address}>; rel=hub, <${wire.addressOf('topic')}>; rel=self`,
      }),
    ],
  ])('is subscribed to as %s names it', async (_name, more) => {
    const source = await known(more());
    await askHubs(newsroom);
    expect(Object.fromEntries(hub.last)).toMatchObject({
      'hub.mode': 'subscribe',
      'hub.callback': `${newsroom.settings.address}/api/wire/hubs/${(await source.row())?.token}`,
    });
    expect(hub.last.get('hub.secret')).toHaveLength(43);
  });

  it('is subscribed to under the name that the publisher gives it, not the address we came by', async () => {
    await known({
      head: '',
      link: `<${hub.address}>; rel="hub", <https://elsewhere.example/feed>; rel="self"`,
    });
    await askHubs(newsroom);
    expect(hub.last.get('hub.topic')).toBe('https://elsewhere.example/feed');
  });

  it('is subscribed to also where its address or its hub redirects', async () => {
    wire.feed('moved').fault = { kind: 'redirect', to: wire.addressOf('target'), status: 302 };
    const target = wire.feed('target');
    target.headers.link = `<${hub.address}>; rel="hub", <${wire.addressOf('target')}>; rel="self"`;
    const { sourceId } = await addSource(newsroom, {
      address: wire.addressOf('moved'),
      unasked: true,
      name: 'M',
      by,
    });
    await pollNow(newsroom, { sourceId });
    for (const status of [307, 308]) {
      hub.answer = (path) => (path === '/hub' ? { status, location: '/other' } : { status: 202 });
      await newsroom.store.updateTable('subscriptions').set({ next_ask_at: 0 }).execute();
      await askHubs(newsroom);
      expect(hub.asked.at(-1)?.path).toBe('/other');
      expect(hub.last.get('hub.topic')).toBe(wire.addressOf('target'));
    }
  });

  it('is active after the hub has verified what was asked, and nothing else', async () => {
    const source = await known();
    await askHubs(newsroom);
    const token = (await source.row())?.token ?? '';
    expect(await verify(token, { topic: 'https://elsewhere.example/' })).toBeNull();
    expect(await verify('no-such-token', {})).toBeNull();
    expect(await verify(token, { mode: 'unsubscribe' })).toBeNull();
    expect((await source.row())?.state).toBe('asked');
    expect(await verify(token, {})).toBe('proof');
    expect(await source.row()).toMatchObject({
      state: 'active',
      lease_until: newsroom.clock.now() + 10 * DAY,
    });
  });

  it('gives what the hub sends under the right signature, by each method, once', async () => {
    const { feed, secret, token, sourceId, poll } = await subscribed();
    for (const [at, method] of ['sha1', 'sha256', 'sha384', 'sha512'].entries()) {
      feed.send({ id: `b${at}`, headline: `Bridge closes ${method}`, html: '<p>The bridge closes.</p>' });
      const text = writeFeed(feed, wire.address);
      expect(await push(token, text, signed(secret, text, method))).toBe('taken');
      expect(await push(token, text, signed(secret, text, method))).toBe('taken');
    }
    expect(await listItems(newsroom, { sourceId, limit: 9 })).toHaveLength(5);
    expect(await poll()).toMatchObject({ received: 0, changed: 0 });
  });

  it.each([
    ['a wrong signature', (text: string) => signed('another secret', text)],
    ['no signature', () => undefined],
    ['a method that is none', (text: string) => `md5=${createHmac('md5', 'x').update(text).digest('hex')}`],
  ])('takes nothing under %s, and the desk sees that', async (_name, sign) => {
    const { feed, token, sourceId, row } = await subscribed();
    feed.send({ id: 'lie', headline: 'A lie', html: '<p>Nothing of it happened.</p>' });
    const text = writeFeed(feed, wire.address);
    expect(await push(token, text, sign(text))).toBe('ignored');
    expect(await listItems(newsroom, { sourceId, limit: 9 })).toHaveLength(1);
    expect((await row())?.words).toContain('without the right signature');
  });

  it('takes no other feed than the one subscribed to', async () => {
    const { secret, token, sourceId } = await subscribed();
    const other = wire.feed('another');
    other.head =
      '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://other.example/"/>';
    other.send({ id: 'x', headline: 'Of another feed', html: '<p>Elsewhere.</p>' });
    const text = writeFeed(other, wire.address);
    await push(token, text, signed(secret, text));
    expect(await listItems(newsroom, { sourceId, limit: 9 })).toHaveLength(1);
    expect((await getSource(newsroom, sourceId)).failureWords).toContain('The hub sent another feed');
  });

  it('is polled seldom while its hub keeps its word, and as before when it does not', async () => {
    const { feed, poll, sourceId, row } = await subscribed();
    await poll();
    const next = async () => (await getSource(newsroom, sourceId)).nextPollAt - newsroom.clock.now();
    expect(await next()).toBeGreaterThan(HOUR / 2);
    for (const id of ['c', 'd', 'e']) {
      feed.send({ id, headline: `Found by polling ${id}`, html: '<p>Unpushed.</p>' });
      await poll();
    }
    expect((await row())?.words).toContain('does not send');
    expect(await next()).toBeLessThan(HOUR / 2);
  });

  it('keeps its secret and stays active while its lease is renewed', async () => {
    const { secret, row, token } = await subscribed();
    newsroom.clock.pass(9 * DAY);
    await askHubs(newsroom);
    expect(hub.last.get('hub.secret')).toBe(secret);
    expect((await row())?.state).toBe('active');
    await verify(token, { leaseSeconds: 400 * 86_400 });
    expect((await row())?.lease_until).toBe(newsroom.clock.now() + 14 * DAY);
  });

  it('that is paused ends its subscription, and takes it up when resumed', async () => {
    const { sourceId, token, row, poll, secret } = await subscribed();
    await pauseSource(newsroom, { sourceId, by });
    await askHubs(newsroom);
    expect(hub.last.get('hub.mode')).toBe('unsubscribe');
    expect(await push(token, '<rss/>', signed(secret, '<rss/>'))).toBe('unknown');
    expect(await verify(token, { mode: 'unsubscribe' })).toBe('proof');
    expect(await row()).toBeNull();
    await resumeSource(newsroom, { sourceId, by });
    await newsroom.store.updateTable('sources').set({ etag: null, body_hash: null }).execute();
    await poll();
    expect((await row())?.state).toBe('asked');
  });

  it('says what the hub says when it refuses or denies', async () => {
    const source = await known();
    hub.answer = () => ({ status: 500 });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      newsroom.clock.pass(DAY);
      await askHubs(newsroom);
    }
    expect(await source.row()).toMatchObject({
      state: 'failed',
      words: 'The hub refuses the subscription (500).',
    });
    const token = (await source.row())?.token ?? '';
    await verify(token, { mode: 'denied', reason: 'not today' });
    expect(await source.row()).toMatchObject({
      state: 'denied',
      words: 'The hub denies the subscription: not today',
    });
  });

  it('is not asked for at all by a newsroom that no hub could reach', async () => {
    const source = await known({ head: '', link: '<https://hub.example/>; rel="hub"' });
    expect(await source.row()).toBeNull();
  });
});

describe('the door of hubs', () => {
  it('answers the challenge as text, takes any content type, and tells only that there is nothing', async () => {
    const { app, newsroom, close } = await openTestServer();
    const { sourceId } = await addSource(newsroom, {
      address: 'https://a.example/feed',
      unasked: true,
      name: 'A',
      by,
    });
    await newsroom.store
      .insertInto('subscriptions')
      .values({
        source_id: sourceId,
        hub: 'https://hub.example/',
        topic: 'https://a.example/feed',
        token: 'tok',
        secret_sealed: newsroom.seal.close('websub secret', 's'),
        state: 'asked',
        asked_at: 1,
      })
      .execute();
    const query =
      'hub.mode=subscribe&hub.topic=https://a.example/feed&hub.challenge=<b>&hub.lease_seconds=60';
    const verified = await app.inject(`/api/wire/hubs/tok?${query}`);
    expect([verified.statusCode, verified.body, verified.headers['content-type']]).toEqual([
      200,
      '<b>',
      'text/plain; charset=utf-8',
    ]);
    expect((await app.inject(`/api/wire/hubs/other?${query}`)).statusCode).toBe(404);
    const payload = Buffer.from('<rss/>');
    for (const type of [
      'application/rss+xml',
      'application/json',
      'application/x-www-form-urlencoded',
      'odd/type',
    ])
      expect(
        (
          await app.inject({
            method: 'POST',
            url: '/api/wire/hubs/tok',
            headers: { 'content-type': type },
            payload,
          })
        ).statusCode,
      ).toBe(202);
    expect((await app.inject({ method: 'POST', url: '/api/wire/hubs/other', payload })).statusCode).toBe(410);
    expect(await newsroom.store.selectFrom('deliveries').select('id').execute()).toEqual([]);
    await close();
  });
});

describe('links to hubs', () => {
  it('are read from the header in every spelling, relative ones too', () => {
    const base = 'https://a.example/news/';
    expect(linksOfHeader('<https://h.example/>; rel="hub"; x=y, </feed>;rel=self', base)).toEqual({
      hubs: ['https://h.example/'],
      self: 'https://a.example/feed',
    });
    expect(linksOfHeader('<https://h.example/>; title="a, b"; rel="other hub"', base).hubs).toEqual([
      'https://h.example/',
    ]);
    expect(linksOfHeader('<javascript:alert(1)>; rel=hub', base).hubs).toEqual([]);
    expect(linksOfHeader(undefined, base)).toEqual({ hubs: [], self: null });
    expect(hubLinks({ hubs: [], self: null }, { hubs: ['x'], self: 'y' })).toEqual({
      hubs: ['x'],
      self: 'y',
    });
  });
});
