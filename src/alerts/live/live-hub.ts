/**
 * Open pages: server-sent events to whoever listens. Each event is made into bytes once for all; who sleeps resumes after
 * the last id it saw; who is too slow is dropped and comes back by itself.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { SECOND } from '../../kit/clock.ts';
import { EVENT_STREAM } from '../../kit/event-stream.ts';
import { HOUSEHOLD, networkOf, SITE } from '../../kit/network.ts';
import type { Newsroom } from '../../newsroom.ts';
import { type LiveEvent, liveEventsAfter, newestLiveEvents } from '../live-queries.ts';

export interface Listening {
  /** Ids of stories: hears their own channels besides that of all pages. One line serves every tab of a browser. */
  stories: readonly string[];
  /** The last event id it saw: `Last-Event-ID`, or `?after=`. */
  after?: string | undefined;
  /** Its network address, for the cap. */
  from: string;
}

export interface LiveHub {
  /** Whether another page may listen from this address. */
  hasRoom(from: string): boolean;
  /** Takes over the response until either side ends it. */
  attach(request: IncomingMessage, response: ServerResponse, listening: Listening): Promise<void>;
  /** Pages that listen now. */
  count(): number;
  /** How many lines hear of each story: pages that are open on it and in sight, one for each browser. */
  storiesOpen(): Map<string, number>;
  close(): void;
}

const MOST = 20_000; // pages in one process: about 12 KB each
const MOST_FROM_ONE = 200; // address: an office behind one router
const MOST_FROM_SITE = 400; // /48: two such offices; who is given one has 65,536 households
const MOST_STORIES = 30; // of one browser's tabs in sight: no screen holds more
const REMEMBERED = 1_000; // events in memory, so that most who come back cost no query
const CATCH_UP = 200; // events; who missed more is told to load the page anew
const SLOW = 64 * 1024; // bytes unsent; a page that reads at all is far below
const HEARTBEAT = 20 * SECOND; // below the 60 s after which proxies cut a silent connection
const LOOK_BACK = 50; // ids looked at again: on PostgreSQL a lower id can be committed after a higher one
const AT_ONCE = 1_000; // pages told in one turn, some 10 ms: who asks for a page meanwhile waits for no more
const RETRY = [2_000, 8_000] as const; // ms, spread, so that a restart is not followed by all pages at once

interface Listener {
  response: ServerResponse;
  stories: ReadonlySet<string>;
  /** The networks it is counted by. */
  places: string[];
  /** Being brought up to date from the store; hears nothing else meanwhile. */
  behind: boolean;
  position: number;
}

export function openLiveHub(newsroom: Newsroom): LiveHub {
  const hub = new Hub(newsroom);
  return {
    hasRoom: (from) => hub.hasRoom(from),
    attach: (request, response, listening) => hub.attach(request, response, listening),
    count: () => hub.listeners.size,
    storiesOpen: () => hub.storiesOpen(),
    close: () => hub.close(),
  };
}

class Hub {
  readonly listeners = new Set<Listener>();
  readonly #newsroom: Newsroom;
  readonly #places = new Map<string, number>();
  readonly #silence: () => void;
  readonly #heart: NodeJS.Timeout;
  #recent: { event: LiveEvent; bytes: Piece }[] = [];
  #last = 0;
  #ready: Promise<void> | null = null;
  #reading: Promise<void> | null = null;
  #again = false;
  #closed = false;

  constructor(newsroom: Newsroom) {
    this.#newsroom = newsroom;
    this.#silence = newsroom.bell.on('live', () => this.#heard());
    this.#heart = setInterval(() => void this.#tell([...this.listeners], HEART), HEARTBEAT).unref();
  }

  hasRoom(from: string): boolean {
    const many = (place: string | undefined) => this.#places.get(place ?? '') ?? 0;
    const [household, site = household] = placesOf(from);
    const isFull = many(household) >= MOST_FROM_ONE || many(site) >= MOST_FROM_SITE;
    return !this.#closed && this.listeners.size < MOST && !isFull;
  }

  async attach(request: IncomingMessage, response: ServerResponse, listening: Listening): Promise<void> {
    // Nobody listened until now, so nothing was followed: begin with what the store has.
    if (this.listeners.size === 0 || !this.#ready) this.#ready = this.#start();
    await this.#ready;
    if (this.#closed || response.destroyed) return void response.destroy();
    const stories = new Set(listening.stories.slice(0, MOST_STORIES).map((id) => `story:${id}`));
    const places = placesOf(listening.from);
    const asked = listening.after === undefined ? Number.NaN : Number.parseInt(listening.after, 10);
    const position = Number.isSafeInteger(asked) ? asked : this.#last;
    const listener: Listener = { response, stories, places, behind: true, position };
    this.listeners.add(listener);
    for (const place of places) this.#places.set(place, (this.#places.get(place) ?? 0) + 1);
    response.on('error', () => this.#drop(listener)); // a page that went away
    request.on('close', () => this.#drop(listener));
    response.on('close', () => this.#drop(listener));
    response.writeHead(200, EVENT_STREAM);
    const retry = Math.round(RETRY[0] + Math.random() * (RETRY[1] - RETRY[0]));
    // With an event, so that the page knows where it stands before there is any news: without data none is dispatched.
    response.write(`retry: ${retry}\nid: ${position}\nevent: hello\ndata: {}\n\n`);
    await this.#catchUp(listener);
    this.#heard(); // what was written while it connected
  }

  storiesOpen(): Map<string, number> {
    const open = new Map<string, number>();
    for (const { stories } of this.listeners)
      for (const channel of stories) {
        const id = channel.slice('story:'.length);
        open.set(id, (open.get(id) ?? 0) + 1);
      }
    return open;
  }

  close(): void {
    this.#closed = true;
    this.#silence();
    clearInterval(this.#heart);
    for (const listener of [...this.listeners]) {
      this.#drop(listener);
      listener.response.end();
    }
  }

  async #start(): Promise<void> {
    const events = await newestLiveEvents(this.#newsroom, REMEMBERED);
    this.#recent = events.map((event) => ({ event, bytes: bytesOf(event) }));
    this.#last = events.at(-1)?.id ?? 0;
  }

  /** From memory if it reaches back far enough, else from the store; then it is like the others. */
  async #catchUp(listener: Listener): Promise<void> {
    const first = this.#recent[0]?.event.id ?? this.#last + 1;
    if (listener.position > this.#last || listener.position < first - 1) {
      const more =
        listener.position > this.#last
          ? []
          : await liveEventsAfter(this.#newsroom, listener.position, CATCH_UP + 1);
      const whole = more[0]?.id === listener.position + 1 && more.length <= CATCH_UP;
      if (!whole) {
        listener.position = this.#last;
        listener.response.write(`event: reload\nid: ${this.#last}\ndata: {}\n\n`);
      } else {
        for (const event of more) this.#send(listener, event, bytesOf(event));
      }
    }
    const missed = this.#recent.filter(({ event }) => event.id > listener.position);
    if (missed.length > CATCH_UP) {
      listener.position = this.#last;
      listener.response.write(`event: reload\nid: ${this.#last}\ndata: {}\n\n`);
    } else {
      for (const { event, bytes } of missed) this.#send(listener, event, bytes);
    }
    listener.behind = false;
  }

  #heard(): void {
    if (this.#closed || this.listeners.size === 0) return;
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = this.#read()
      .catch((error: unknown) => {
        if (!this.#closed) this.#newsroom.log.error('live events could not be read', { error });
      })
      .finally(() => {
        this.#reading = null;
        if (!this.#again) return;
        this.#again = false;
        this.#heard();
      });
  }

  async #read(): Promise<void> {
    await this.#ready;
    const known = new Set(this.#recent.map(({ event }) => event.id));
    const events = await liveEventsAfter(this.#newsroom, Math.max(this.#last - LOOK_BACK, 0), REMEMBERED);
    for (const event of events) {
      if (known.has(event.id) || event.id <= this.#last - LOOK_BACK) continue;
      const bytes = this.#remember(event);
      // Whoever comes from now on, or is still behind, has it from what is remembered.
      await this.#tell(this.#due(event), bytes);
    }
  }

  /** Those who are to hear of it; they count as told. */
  #due(event: LiveEvent): Listener[] {
    const due: Listener[] = [];
    for (const listener of this.listeners) {
      if (listener.behind) continue;
      listener.position = Math.max(listener.position, event.id);
      if (hears(listener, event)) due.push(listener);
    }
    return due;
  }

  /** In turns, one after the other, so that whoever else asks for something is answered between them. */
  async #tell(listeners: readonly Listener[], bytes: Piece): Promise<void> {
    for (let from = 0; from < listeners.length; from += AT_ONCE) {
      if (from > 0) await turn();
      for (const listener of listeners.slice(from, from + AT_ONCE))
        if (this.listeners.has(listener)) this.#write(listener, bytes);
    }
  }

  #remember(event: LiveEvent): Piece {
    const bytes = bytesOf(event);
    this.#recent.push({ event, bytes });
    if (this.#recent.length > REMEMBERED * 1.2) this.#recent = this.#recent.slice(-REMEMBERED);
    this.#last = Math.max(this.#last, event.id);
    return bytes;
  }

  #send(listener: Listener, event: LiveEvent, bytes: Piece): void {
    listener.position = Math.max(listener.position, event.id);
    if (hears(listener, event)) this.#write(listener, bytes);
  }

  #write(listener: Listener, bytes: Piece): void {
    const { response } = listener;
    if (response.writableLength > SLOW) {
      this.#drop(listener);
      response.destroy();
      return;
    }
    // A response frames each piece for each page anew, in three writes: here all share one that is framed already.
    if (response.chunkedEncoding && response.socket) response.socket.write(bytes.chunk);
    else response.write(bytes.bare);
  }

  #drop(listener: Listener): void {
    if (!this.listeners.delete(listener)) return;
    for (const place of listener.places) {
      const left = (this.#places.get(place) ?? 1) - 1;
      if (left === 0) this.#places.delete(place);
      else this.#places.set(place, left);
    }
  }
}

const hears = ({ stories }: Listener, { channel }: LiveEvent): boolean =>
  channel === 'all' || stories.has(channel);

/** An IPv4 address is one place; an IPv6 address a household in a site. */
function placesOf(from: string): string[] {
  return [...new Set([networkOf(from, HOUSEHOLD), networkOf(from, SITE)])];
}

/** What all pages are told, made once for all of them: as it is, and as the chunk of HTTP/1.1 that it is sent in (RFC 9112, section 7.1). */
interface Piece {
  bare: Buffer;
  chunk: Buffer;
}

function pieceOf(words: string): Piece {
  const bare = Buffer.from(words);
  const chunk = Buffer.concat([Buffer.from(`${bare.length.toString(16)}\r\n`), bare, Buffer.from('\r\n')]);
  return { bare, chunk };
}

const HEART = pieceOf(':\n\n'); // a comment: keeps the way open and says nothing

const bytesOf = (event: LiveEvent): Piece =>
  pieceOf(`id: ${event.id}\nevent: ${event.kind}\ndata: ${event.payload_json}\n\n`);
