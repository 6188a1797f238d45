import { EventEmitter } from 'node:events';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedStory } from '../../../tests/support/alert-cast.ts';
import { onEachEngine, openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { DAY } from '../../kit/clock.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { killStory } from '../../stories/kill.ts';
import { writeAlert } from '../alert.ts';
import { insertLiveEvent } from '../live-queries.ts';
import {
  pruneLiveEvents,
  tellAlert,
  tellStoryCorrected,
  tellStoryKilled,
  tellStoryPublished,
} from './live.ts';
import { type LiveHub, openLiveHub } from './live-hub.ts';

interface Heard {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

const TRIES = 4_000; // of 5 ms: a busy machine is no fault

/** A page that listens, as a browser's EventSource reads. */
class OpenPage {
  heard: Heard[] = [];
  lastId = '';
  /** The id that came with the first event, which carries no news. */
  greeted = 'nothing';
  ended = false;
  text = '';
  readonly #request: ReturnType<typeof httpRequest>;

  constructor(port: number, query = '', headers: Record<string, string> = {}) {
    this.#request = httpRequest({ host: '127.0.0.1', port, path: `/live${query}`, headers }, (response) => {
      response.setEncoding('utf8').on('data', (part: string) => this.#read(part));
      response.on('close', () => {
        this.ended = true;
      });
    });
    this.#request.on('error', () => {
      this.ended = true;
    });
    this.#request.end();
  }

  #read(part: string): void {
    this.text += part;
    for (let at = this.text.indexOf('\n\n'); at >= 0; at = this.text.indexOf('\n\n')) {
      const lines = this.text.slice(0, at).split('\n');
      this.text = this.text.slice(at + 2);
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      this.lastId = field('id') ?? this.lastId;
      const data = field('data');
      if (data !== undefined)
        if (field('event') === 'hello') this.greeted = this.lastId;
        else this.heard.push({ id: this.lastId, event: field('event') ?? '', data: JSON.parse(data) });
    }
  }

  async until(count: number): Promise<Heard[]> {
    for (let tries = 0; this.heard.length < count && tries < TRIES; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    return this.heard;
  }

  async opened(): Promise<this> {
    for (let tries = 0; this.lastId === '' && !this.ended && tries < TRIES; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    return this;
  }

  close(): void {
    this.#request.destroy();
  }
}

/** A page without a wire, so that there can be thousands: keeps the numbers of what it was told. */
class PageOnPaper {
  heard: number[] = [];
  onPiece: () => void = () => {};
  readonly #request = new EventEmitter();
  readonly #response = Object.assign(new EventEmitter(), {
    writableLength: 0,
    writeHead: () => {},
    end: () => {},
    write: (piece: string | Buffer) => {
      const number = /"n":(\d+)/.exec(String(piece))?.[1];
      if (number === undefined) return;
      this.heard.push(Number(number));
      this.onPiece();
    },
  });

  async attachTo(hub: LiveHub): Promise<void> {
    const [request, response] = [this.#request, this.#response] as unknown[];
    await hub.attach(request as IncomingMessage, response as ServerResponse, {
      stories: [],
      from: '192.0.2.1',
    });
  }

  leave(): void {
    this.#request.emit('close');
  }
}

async function serve(hub: LiveHub): Promise<{ port: number; server: Server }> {
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://here').searchParams;
    const resumed = request.headers['last-event-id'];
    void hub.attach(request, response, {
      stories: query.getAll('story'),
      after: (typeof resumed === 'string' ? resumed : query.get('after')) ?? undefined,
      from: '127.0.0.1',
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, server };
}

onEachEngine('open pages', (open) => {
  let newsroom: TestNewsroom;
  let hub: LiveHub;
  let served: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    newsroom = open();
    hub = openLiveHub(newsroom);
    served = await serve(hub);
  });
  afterAll(() => {
    hub.close();
    served.server.close();
  });

  it('hear what is published, put right and withdrawn, in order', async () => {
    const page = await new OpenPage(served.port).opened();
    const facts = await publishedStory(newsroom, { level: 'bulletin' });
    await tellStoryPublished(newsroom, facts);
    await tellStoryCorrected(newsroom, facts);
    await killStory(newsroom, { storyId: facts.storyId, notice: 'It was false.', by: theNewsroomItself });
    await tellStoryKilled(newsroom, facts);
    const heard = await page.until(3);
    expect(heard.map(({ event }) => event)).toEqual(['published', 'corrected', 'killed']);
    expect(heard[0]!.data).toMatchObject({
      storyId: facts.storyId,
      headline: 'Night ferry to Lyra turns back in the storm',
      level: 'bulletin',
      first: true,
    });
    expect(heard[2]!.data).toMatchObject({ storyId: facts.storyId, headline: '', path: heard[0]!.data.path });
    page.close();
  });

  it('hear of a flash that nobody has agreed to as of any other story', async () => {
    const page = await new OpenPage(served.port).opened();
    await tellStoryPublished(newsroom, await publishedStory(newsroom, { level: 'flash' }));
    const [heard] = await page.until(1);
    expect(heard).toMatchObject({ event: 'published', data: { level: null } });
    page.close();
  });

  it('hear of an alert when it leaves, with the languages that its story is in', async () => {
    const page = await new OpenPage(served.port).opened();
    const facts = await publishedStory(newsroom, { level: 'urgent' });
    const alertId = await writeAlert(newsroom, facts);
    const alert = await newsroom.store
      .selectFrom('alerts')
      .selectAll()
      .where('id', '=', alertId)
      .executeTakeFirstOrThrow();
    await tellAlert(newsroom, alert);
    const [heard] = await page.until(1);
    expect(heard).toMatchObject({
      event: 'alert',
      data: { alertId, kind: 'news', level: 'urgent', language: 'en', languages: ['en'] },
    });
    page.close();
  });

  it('know where the stream stands before anything was told', async () => {
    const page = await new OpenPage(served.port).opened();
    expect(page.greeted).toBe(page.lastId);
    page.close();
  });

  it('that slept hear what they missed, once', async () => {
    const page = await new OpenPage(served.port).opened();
    await insertLiveEvent(newsroom, { channel: 'all', kind: 'published', payload: { n: 1 } });
    newsroom.bell.ring('live', null);
    await page.until(1);
    page.close();
    for (const n of [2, 3])
      await insertLiveEvent(newsroom, { channel: 'all', kind: 'published', payload: { n } });
    const back = new OpenPage(served.port, '', { 'last-event-id': page.lastId });
    expect((await back.until(2)).map(({ data }) => data.n)).toEqual([2, 3]);
    const byQuery = new OpenPage(served.port, `?after=${page.lastId}`);
    expect((await byQuery.until(2)).map(({ data }) => data.n)).toEqual([2, 3]);
    await insertLiveEvent(newsroom, { channel: 'all', kind: 'published', payload: { n: 4 } });
    newsroom.bell.ring('live', null);
    expect((await back.until(3)).map(({ data }) => data.n)).toEqual([2, 3, 4]);
    back.close();
    byQuery.close();
  });

  it('hear of replies on their own story only', async () => {
    const [one, other] = [
      await new OpenPage(served.port, '?story=s1').opened(),
      await new OpenPage(served.port, '?story=s2').opened(),
    ];
    await insertLiveEvent(newsroom, { channel: 'story:s1', kind: 'reply', payload: { storyId: 's1' } });
    await insertLiveEvent(newsroom, { channel: 'all', kind: 'published', payload: { n: 9 } });
    newsroom.bell.ring('live', null);
    expect((await one.until(2)).map(({ event }) => event)).toEqual(['reply', 'published']);
    expect((await other.until(1)).map(({ event }) => event)).toEqual(['published']);
    // One line serves the tabs of a browser: it hears of the stories of all of them.
    const tabs = await new OpenPage(served.port, '?story=s2&story=s1').opened();
    await insertLiveEvent(newsroom, { channel: 'story:s1', kind: 'reply', payload: { storyId: 's1' } });
    await insertLiveEvent(newsroom, { channel: 'story:s2', kind: 'reply', payload: { storyId: 's2' } });
    newsroom.bell.ring('live', null);
    expect((await tabs.until(2)).map(({ data }) => data.storyId)).toEqual(['s1', 's2']);
    for (const open of [one, other, tabs]) open.close();
  });

  it('that missed more than we keep are told to look anew', async () => {
    const page = await new OpenPage(served.port).opened();
    const asleepSince = page.lastId;
    page.close();
    for (let n = 0; n < 3; n += 1)
      await insertLiveEvent(newsroom, { channel: 'all', kind: 'published', payload: { n } });
    newsroom.clock.pass(4 * DAY);
    await pruneLiveEvents(newsroom);
    for (let tries = 0; hub.count() > 0 && tries < TRIES; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const back = new OpenPage(served.port, `?after=${asleepSince}`);
    expect((await back.until(1)).map(({ event }) => event)).toEqual(['reload']);
    back.close();
    const fromTheFuture = new OpenPage(served.port, '?after=999999');
    expect((await fromTheFuture.until(1)).map(({ event }) => event)).toEqual(['reload']);
    fromTheFuture.close();
  });
});

describe('many open pages', () => {
  it('hear at once, cost no query each, and one that does not read is dropped', async () => {
    const newsroom = await openTestNewsroom();
    const hub = openLiveHub(newsroom);
    const { port, server } = await serve(hub);
    const pages = await Promise.all(Array.from({ length: 150 }, () => new OpenPage(port).opened()));
    const deaf = httpRequest({ host: '127.0.0.1', port, path: '/live' }, (response) => response.pause());
    deaf.on('error', () => {}); // it is dropped
    deaf.end();
    for (let tries = 0; hub.count() < 151 && tries < TRIES; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(hub.count()).toBe(151);
    const words = 'x'.repeat(60_000);
    for (let n = 0; n < 120; n += 1) {
      await insertLiveEvent(newsroom, { channel: 'all', kind: 'published', payload: { n, words } });
      newsroom.bell.ring('live', null);
      await Promise.all(pages.map((page) => page.until(n + 1)));
    }
    expect(pages.every((page) => page.heard.at(-1)?.data.n === 119)).toBe(true);
    expect(hub.count()).toBe(150);
    hub.close();
    await expect.poll(() => pages.every((page) => page.ended)).toBe(true);
    server.close();
    await newsroom.close();
  });

  it('beyond a thousand hear turn by turn, in order, who leaves meanwhile nothing, and others are answered between', async () => {
    const newsroom = await openTestNewsroom();
    const hub = openLiveHub(newsroom);
    const pages = Array.from({ length: 2_500 }, () => new PageOnPaper());
    for (const page of pages) await page.attachTo(hub);
    let heardAtTurn = -1;
    pages[0]!.onPiece = () => {
      pages[0]!.onPiece = () => {};
      setImmediate(() => {
        heardAtTurn = pages.filter(({ heard }) => heard.length > 0).length;
        pages[2_400]!.leave();
      });
    };
    for (const n of [1, 2]) {
      await insertLiveEvent(newsroom, { channel: 'all', kind: 'published', payload: { n } });
      newsroom.bell.ring('live', null);
    }
    const stay = pages.filter((_, at) => at !== 2_400);
    await expect.poll(() => stay.every(({ heard }) => heard.length === 2)).toBe(true);
    expect(stay.every(({ heard }) => heard.join() === '1,2')).toBe(true);
    expect(pages[2_400]!.heard).toEqual([]);
    expect(heardAtTurn).toBeGreaterThan(0);
    expect(heardAtTurn).toBeLessThan(2_500);
    expect(hub.count()).toBe(2_499);
    hub.close();
    await newsroom.close();
  });

  it('have room up to a number from one address', async () => {
    const newsroom = await openTestNewsroom();
    const hub = openLiveHub(newsroom);
    const { port, server } = await serve(hub);
    const pages = await Promise.all(Array.from({ length: 200 }, () => new OpenPage(port).opened()));
    expect(hub.hasRoom('127.0.0.1')).toBe(false);
    expect(hub.hasRoom('198.51.100.9')).toBe(true);
    pages[0]!.close();
    for (let tries = 0; hub.count() > 199 && tries < TRIES; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(hub.hasRoom('127.0.0.1')).toBe(true);
    hub.close();
    server.close();
    await newsroom.close();
  });
});
