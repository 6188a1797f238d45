/** A feed that a program put into a web page: as it is, or as the text that a browser would show of it. */
import { decodeHTML } from 'entities';
import type { ParsedFeed } from './feed.ts';

const WRAPPED = 'The feed stands within a web page.';
const MOSTLY = 0.5; // of the page; a page that shows an example of a feed is no feed

/** Read with `read`, which is given the text with the page around it blanked; null where no feed with items is in it. */
export function feedInPage(text: string, read: (inner: string) => ParsedFeed): ParsedFeed | null {
  const open = /<(rss|feed|rdf:RDF)\b[^<>]*>/i.exec(text);
  if (open) {
    const close = text.lastIndexOf(`</${open[1]}`);
    const end = close === -1 ? text.length : text.indexOf('>', close) + 1;
    return told(read(' '.repeat(open.index) + text.slice(open.index, end)));
  }
  const from = text.search(/&lt;(?:\?xml|rss|feed|rdf:RDF)\b/i);
  if (from === -1) return null;
  const to = text.lastIndexOf('&gt;') + '&gt;'.length;
  if (to - from < text.length * MOSTLY) return null;
  const feed = told(read(decodeHTML(text.slice(from, to).replace(/<[^<>]*>/g, ''))));
  // Its items stand nowhere in the page as they were read.
  const slice = { start: from, end: to };
  return feed && { ...feed, items: feed.items.map((item) => ({ ...item, slice })) };
}

function told(feed: ParsedFeed): ParsedFeed | null {
  if (feed.items.length === 0) return null;
  return { ...feed, salvaged: true, problems: [WRAPPED, ...feed.problems] };
}
