/** The local wires: five agencies on one loopback server, whose feeds gain or change an item every few seconds. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, MINUTE, SECOND, systemClock } from '../../kit/clock.ts';
import { Agency } from './agency.ts';
import { harbourPost, type SourceKey, sources } from './cast.ts';
import { withDays } from './days.ts';
import { agencyFront, feedOf, pageOf } from './feeds.ts';
import { allStories } from './stories/all-stories.ts';
import { aegean } from './wire-items/aegean.ts';
import { coast } from './wire-items/coast.ts';
import { island } from './wire-items/island.ts';
import { north } from './wire-items/north.ts';
import { strait } from './wire-items/strait.ts';
import type { WirePool } from './wire-items/wire-item.ts';

export interface LocalWires {
  /** Without a slash at its end: http://127.0.0.1:40123. */
  address: string;
  /** Host and port, for the setting of trusted hosts. */
  host: string;
  /** Sends or changes the next item at once; the agency is chosen in turn, if none is named. */
  send(key?: SourceKey): void;
  stop(): Promise<void>;
}

const EVERY = 4 * SECOND; // between two items, over all agencies
const UNREAD_TURN = 20; // the agency that is published unread sends seldom, or it would fill the front page

const pools: Record<SourceKey, WirePool> = { aegean, coast, island, north, strait };
const inTurn: readonly SourceKey[] = ['aegean', 'coast', 'north', 'strait'];

/** Starts them on a free port. `every` in milliseconds; 0 sends nothing by itself. */
export async function startLocalWires({
  every = EVERY,
  clock = systemClock,
}: {
  every?: number;
  clock?: Clock;
} = {}): Promise<LocalWires> {
  const wires = new Wires(clock);
  const server = createServer((request, response) => wires.answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  wires.address = `http://${host}`;
  const timer = every > 0 ? setInterval(() => wires.send(), every) : undefined;
  return {
    address: wires.address,
    host,
    send: (key) => wires.send(key),
    async stop() {
      clearInterval(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

class Wires {
  address = '';
  readonly #clock: Clock;
  readonly #began: number;
  readonly #agencies: Map<string, Agency>;
  #turn = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#began = clock.now();
    const keys = Object.keys(sources) as SourceKey[];
    this.#agencies = new Map(
      keys.map((key) => [sources[key].site, new Agency(key, pools[key], this.#began)]),
    );
  }

  send(named?: SourceKey): void {
    this.#turn += 1;
    const due = this.#turn % UNREAD_TURN === 2 ? 'island' : inTurn[this.#turn % inTurn.length];
    const agency = this.#agencies.get(sources[named ?? due ?? 'aegean'].site);
    const now = this.#clock.now();
    const changes = named === undefined && agency?.isToChange === true;
    if (!(changes && agency.change(now))) agency?.send(now);
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', 'http://wires');
    const [site = '', what = '', name = ''] = pathname.split('/').slice(1);
    const agency = this.#agencies.get(site);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      say(response, 405, 'text/plain', 'GET only');
      return;
    }
    if (!agency) {
      say(response, 404, 'text/plain', 'No such agency');
      return;
    }
    const home = `${this.address}/${site}`;
    if (what === '') {
      say(response, 200, HTML, agencyFront(agency, home));
      return;
    }
    if (what === 'feed') {
      this.#answerFeed(request, response, agency, home);
      return;
    }
    const page = what === 'reports' ? this.#report(agency, name) : this.#item(agency, name);
    if (!page) {
      say(response, 404, 'text/plain', 'No such report');
      return;
    }
    say(response, 200, HTML, pageOf(agency, page));
  }

  #answerFeed(request: IncomingMessage, response: ServerResponse, agency: Agency, home: string): void {
    const etag = `"${agency.key}-${agency.version}"`;
    const modified = new Date(agency.changedAt).toUTCString();
    response.setHeader('etag', etag);
    response.setHeader('last-modified', modified);
    const known = request.headers['if-none-match'];
    const since = Date.parse(request.headers['if-modified-since'] ?? '');
    const isKnown = known === undefined ? since >= Date.parse(modified) : known.replace('W/', '') === etag;
    if (isKnown) {
      response.writeHead(304).end();
      return;
    }
    const { type, body } = feedOf(agency, home);
    say(response, 200, type, body);
  }

  #item(agency: Agency, name: string): { headline: string; text: string } | undefined {
    return agency.items.find(({ number }) => String(number) === name);
  }

  /** The agency's own report of a story that the paper picked up. */
  #report(agency: Agency, name: string): { headline: string; text: string } | undefined {
    const story = allStories.find(({ key, source }) => key === name && source === agency.key);
    if (!story?.original) return undefined;
    const { language } = sources[agency.key];
    const place = { at: this.#began - story.ago * MINUTE, language, timeZone: harbourPost.timeZone };
    return { headline: story.original.headline, text: withDays(story.original.text, place) };
  }
}

const HTML = 'text/html; charset=utf-8';

function say(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}
