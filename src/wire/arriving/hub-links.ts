/** Where a feed asks to be subscribed to (WebSub, section 4): the Link header first, then the document. Pure. */
export interface HubLinks {
  hubs: string[];
  self: string | null;
}

/** Relations of a `Link` header (RFC 8288), in its order. */
export function linksOfHeader(header: string | undefined, base: string): HubLinks {
  const found: HubLinks = { hubs: [], self: null };
  for (const [, href = '', parameters = ''] of (header ?? '').matchAll(
    /<([^>]*)>((?:\s*;\s*[^,;"]+(?:"[^"]*")?)*)/g,
  )) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters) ?? [];
    take(found, (quoted ?? bare ?? '').toLowerCase().split(/\s+/), href, base);
  }
  return found;
}

function take(found: HubLinks, relations: string[], href: string, base: string): void {
  if (!URL.canParse(href, base)) return;
  const url = new URL(href, base);
  if (!/^https?:$/.test(url.protocol)) return;
  if (relations.includes('hub')) found.hubs.push(url.href);
  if (relations.includes('self')) found.self ??= url.href;
}

/** The header's relations stand before the document's, each for itself. */
export function hubLinks(header: HubLinks, document: HubLinks): HubLinks {
  return {
    hubs: header.hubs.length > 0 ? header.hubs : document.hubs,
    self: header.self ?? document.self,
  };
}
