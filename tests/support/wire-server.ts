/** A source of news on loopback that does as a test tells it: any format, validators, and every fault known of feeds. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface WireItem {
  id: string;
  headline: string;
  /** HTML; the whole copy. */
  html?: string;
  summary?: string;
  link?: string;
  published?: number;
  author?: string;
  /** Whom it was received from: name and address. */
  from?: { name: string; link: string };
}

export type WireFormat = 'rss' | 'atom' | 'rss-1.0' | 'json-feed';

/** What goes wrong with an answer. */
export type Fault =
  | { kind: 'status'; status: number; headers?: Record<string, string> }
  | { kind: 'slow' }
  | { kind: 'endless' }
  | { kind: 'html' }
  | { kind: 'cut-off' }
  | { kind: 'huge' }
  | { kind: 'bomb' }
  | { kind: 'hang-up' }
  | { kind: 'redirect'; to: string; status?: number };

export interface WireRequest {
  path: string;
  headers: Record<string, string | string[] | undefined>;
  status: number;
}

/** One feed on the server, at `/<name>`. */
export class WireFeed {
  format: WireFormat = 'rss';
  title = 'The Coast Agency';
  language: string | null = 'en';
  items: WireItem[] = [];
  headers: Record<string, string> = {};
  /** Further elements of the head, such as <ttl>. */
  head = '';
  /** Whether it answers 304 to who knows what it has. */
  hasValidators = true;
  fault: Fault | null = null;
  #version = 1;

  /** A new item, on top. */
  send(item: WireItem): void {
    this.items.unshift(item);
    this.#version += 1;
  }

  /** Another state of an item that was sent before. */
  change(id: string, change: Partial<WireItem>): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, ...change } : item));
    this.#version += 1;
  }

  get etag(): string {
    return `W/"version ${this.#version}"`;
  }
}

export interface WireServer {
  /** Without a slash at its end. */
  readonly address: string;
  /** Host and port, for the setting of trusted hosts. */
  readonly host: string;
  /** Every request that was answered, in order. */
  readonly requests: WireRequest[];
  /** The feed of a name, made when first asked for. */
  feed(name: string): WireFeed;
  /** Pages of HTML by path, for a site that names its feeds. */
  readonly pages: Map<string, string>;
  addressOf(name: string): string;
  /** Ends every connection there is, in the middle of whatever it says. */
  hangUp(): void;
  stop(): Promise<void>;
}

export async function startWireServer(): Promise<WireServer> {
  const feeds = new Map<string, WireFeed>();
  const pages = new Map<string, string>();
  const requests: WireRequest[] = [];
  const server: Server = createServer((request, reply) => {
    const path = request.url ?? '/';
    reply.on('close', () => requests.push({ path, headers: request.headers, status: reply.statusCode }));
    const page = pages.get(path);
    const feed = feeds.get(path.slice(1));
    if (page !== undefined) reply.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    else if (feed) answer(feed, request, reply, address);
    else reply.writeHead(404).end('nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const address = `http://${host}`;
  return {
    address,
    host,
    requests,
    pages,
    feed(name) {
      const feed = feeds.get(name) ?? new WireFeed();
      feeds.set(name, feed);
      return feed;
    },
    addressOf: (name) => `${address}/${name}`,
    hangUp: () => server.closeAllConnections(),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(feed: WireFeed, request: IncomingMessage, reply: ServerResponse, address: string): void {
  for (const [name, value] of Object.entries(feed.headers)) reply.setHeader(name, value);
  if (feed.fault) {
    answerWithFault(feed, feed.fault, reply, address);
    return;
  }
  if (feed.hasValidators) {
    reply.setHeader('etag', feed.etag);
    if (request.headers['if-none-match'] === feed.etag) {
      reply.writeHead(304).end();
      return;
    }
  }
  reply.setHeader('content-type', TYPES[feed.format]).end(writeFeed(feed, address));
}

const TYPES: Record<WireFormat, string> = {
  rss: 'application/rss+xml',
  'rss-1.0': 'application/rdf+xml',
  atom: 'application/atom+xml; charset=utf-8',
  'json-feed': 'application/feed+json',
};

function answerWithFault(feed: WireFeed, fault: Fault, reply: ServerResponse, address: string): void {
  if (fault.kind === 'status') reply.writeHead(fault.status, fault.headers ?? {}).end('no');
  if (fault.kind === 'redirect') reply.writeHead(fault.status ?? 301, { location: fault.to }).end();
  if (fault.kind === 'html')
    reply.setHeader('content-type', 'text/html').end('<!doctype html><title>Hi</title>');
  if (fault.kind === 'hang-up') reply.socket?.destroy();
  if (fault.kind === 'huge') reply.end(Buffer.alloc(20_000_000, 32));
  if (fault.kind === 'bomb')
    reply.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(40_000_000, 32)));
  if (fault.kind === 'cut-off') {
    const whole = writeFeed(feed, address);
    reply.setHeader('content-type', TYPES[feed.format]).end(whole.slice(0, Math.floor(whole.length * 0.8)));
  }
  if (fault.kind === 'slow' || fault.kind === 'endless') {
    const piece = fault.kind === 'slow' ? ' ' : ' '.repeat(65_536);
    const pour = setInterval(() => reply.write(piece), fault.kind === 'slow' ? 50 : 1);
    reply.on('close', () => clearInterval(pour));
  }
}

/** The feed as it stands now, in its format. */
export function writeFeed(feed: WireFeed, address: string): string {
  if (feed.format === 'json-feed') return jsonFeed(feed, address);
  if (feed.format === 'atom') return atom(feed, address);
  return feed.format === 'rss' ? rss(feed, address) : rss10(feed, address);
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function linkOf(item: WireItem, address: string): string {
  return item.link ?? `${address}/reports/${encodeURIComponent(item.id)}`;
}

function rss(feed: WireFeed, address: string): string {
  const items = feed.items.map(
    (item) => `<item><title>${xml(item.headline)}</title><link>${xml(linkOf(item, address))}</link>
<guid isPermaLink="false">${xml(item.id)}</guid>
${item.published === undefined ? '' : `<pubDate>${new Date(item.published).toUTCString()}</pubDate>`}
${item.author ? `<dc:creator>${xml(item.author)}</dc:creator>` : ''}
${item.summary ? `<description>${xml(item.summary)}</description>` : ''}
${item.html ? `<content:encoded>${xml(item.html)}</content:encoded>` : ''}
${item.from ? `<source url="${xml(item.from.link)}">${xml(item.from.name)}</source>` : ''}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>${xml(feed.title)}</title><link>${address}/</link>${feed.language ? `<language>${feed.language}</language>` : ''}${feed.head}
${items.join('\n')}</channel></rss>`;
}

function rss10(feed: WireFeed, address: string): string {
  const items = feed.items.map(
    (item) => `<item rdf:about="${xml(linkOf(item, address))}"><title>${xml(item.headline)}</title>
<link>${xml(linkOf(item, address))}</link><description>${xml(item.html ?? item.summary ?? '')}</description>
${item.published === undefined ? '' : `<dc:date>${new Date(item.published).toISOString()}</dc:date>`}</item>`,
  );
  return `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${address}/"><title>${xml(feed.title)}</title><link>${address}/</link></channel>
${items.join('\n')}</rdf:RDF>`;
}

function atom(feed: WireFeed, address: string): string {
  const items = feed.items.map(
    (item) => `<entry><id>${xml(item.id)}</id><title>${xml(item.headline)}</title>
<link href="${xml(linkOf(item, address))}"/><updated>${new Date(item.published ?? 0).toISOString()}</updated>
${item.author ? `<author><name>${xml(item.author)}</name></author>` : ''}
${item.summary ? `<summary>${xml(item.summary)}</summary>` : ''}
<content type="html">${xml(item.html ?? '')}</content>
${item.from ? `<source><title>${xml(item.from.name)}</title><link href="${xml(item.from.link)}"/></source>` : ''}</entry>`,
  );
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"${feed.language ? ` xml:lang="${feed.language}"` : ''}>
<title>${xml(feed.title)}</title><link href="${address}/"/>${feed.head}
${items.join('\n')}</feed>`;
}

function jsonFeed(feed: WireFeed, address: string): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: `${address}/`,
    ...(feed.language && { language: feed.language }),
    items: feed.items.map((item) => ({
      id: item.id,
      url: linkOf(item, address),
      title: item.headline,
      content_html: item.html ?? item.summary ?? '',
      ...(item.published !== undefined && { date_published: new Date(item.published).toISOString() }),
      ...(item.author && { authors: [{ name: item.author }] }),
      ...(item.from && { external_url: item.from.link }),
    })),
  });
}
