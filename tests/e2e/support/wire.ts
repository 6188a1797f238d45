/** An agency on loopback: a site with an RSS feed that grows, and a note of when each item was first given out. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WireItem {
  guid: string;
  title: string;
  /** Plain sentences; each becomes a paragraph. */
  text: string[];
}

export interface Wire {
  /** `host:port`, for CRIER_TRUSTED_HOSTS. */
  readonly host: string;
  readonly site: string;
  readonly feed: string;
  /** Adds an item, or a new version of one; the answer is the instant from which the feed has it. */
  put(item: WireItem): number;
  /** When an answer with the newest version of this item was first asked for; null when nobody asked since. */
  givenAt(guid: string): number | null;
  close(): Promise<void>;
}

export async function openWire(): Promise<Wire> {
  const items = new Map<string, { item: WireItem; at: Date; givenAt: number | null }>();
  let host = '';
  const server = createServer((request, response) => {
    const askedAt = performance.now();
    if (request.url === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return response.end(siteOf());
    }
    const read = items.get(request.url?.replace('/news/', '') ?? '');
    if (read) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return response.end(pageOf(read.item));
    }
    const body = feedOf(host, [...items.values()]);
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
    response.setHeader('content-type', 'application/rss+xml; charset=utf-8');
    response.end(body);
    for (const each of items.values()) each.givenAt ??= askedAt;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    site: `http://${host}/`,
    feed: `http://${host}/feed.xml`,
    put(item) {
      items.set(item.guid, { item, at: new Date(), givenAt: null });
      return performance.now();
    },
    givenAt: (guid) => items.get(guid)?.givenAt ?? null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function siteOf(): string {
  const link = '<link rel="alternate" type="application/rss+xml" title="All news" href="/feed.xml">';
  return `<!doctype html><html lang="en"><head><title>Strait Agency</title>${link}</head><body>News.</body></html>`;
}

/** An item as the agency's own readers have it. */
function pageOf({ title, text }: WireItem): string {
  const paragraphs = text.map((sentence) => `<p>${escaped(sentence)}</p>`).join('');
  return `<!doctype html><html lang="und"><head><title>${escaped(title)}</title></head><body><article><h1>${escaped(title)}</h1>${paragraphs}</article></body></html>`;
}

function feedOf(host: string, items: { item: WireItem; at: Date }[]): string {
  const entries = items.map(
    ({ item, at }) => `<item>
<title>${escaped(item.title)}</title>
<link>http://${host}/news/${item.guid}</link>
<guid isPermaLink="false">${item.guid}</guid>
<pubDate>${at.toUTCString()}</pubDate>
<description>${escaped(item.text.map((sentence) => `<p>${sentence}</p>`).join(''))}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Strait Agency</title><link>http://${host}/</link><language>en</language>
<description>News from both shores</description>${entries.reverse().join('\n')}</channel></rss>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
