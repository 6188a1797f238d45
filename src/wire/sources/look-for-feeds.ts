/** What an address answered, looked at for feeds. Pure, and run in a thread: pages are large, and a stranger's. */
import { Parser } from 'htmlparser2';
import { tidyLine } from '../parse/words.ts';
import { readFeed } from '../reading/read-feed.ts';

export interface FoundFeed {
  href: string;
  title: string;
  language: string | null;
  siteUrl: string | null;
}

export interface LookedAt {
  /** What was answered is itself a feed; `href` is where it was found. */
  feed: FoundFeed | null;
  /** Feeds that the page names, where it is a page. */
  named: FoundFeed[];
}

const FEED_TYPES =
  /^(application\/(rss\+xml|atom\+xml|feed\+json|rdf\+xml|json)|text\/xml|application\/xml)\b/i;
const MOST_NAMED = 20; // of one page; some name a feed for each comment

export function lookForFeeds(given: {
  bytes: Uint8Array;
  contentType: string | null;
  address: string;
}): LookedAt {
  const { feed, decoded } = readFeed(given.bytes, { contentType: given.contentType, address: given.address });
  if (feed.format === 'html' || feed.format === 'unknown')
    return { feed: null, named: namedFeeds(decoded.text, given.address) };
  const { title, language, link } = feed;
  return { feed: { href: given.address, title, language, siteUrl: link }, named: [] };
}

/** Feeds that a page names in its head, in its order; those of its comments last. */
export function namedFeeds(html: string, pageUrl: string): FoundFeed[] {
  const feeds = new Map<string, FoundFeed>();
  let base = pageUrl;
  let language: string | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      const href = attributes.href ?? '';
      if (name === 'html' && attributes.lang) language = attributes.lang;
      if (name === 'base' && URL.canParse(href, pageUrl)) base = new URL(href, pageUrl).href;
      if (name === 'body') parser.pause();
      if (name !== 'link' || !FEED_TYPES.test(attributes.type ?? '')) return;
      if (!/(^|\s)(alternate|feed)(\s|$)/i.test(attributes.rel ?? '') || !URL.canParse(href, base)) return;
      const url = new URL(href, base);
      if (!/^https?:$/.test(url.protocol) || isApi(url) || feeds.size >= MOST_NAMED) return;
      feeds.set(url.href, {
        href: url.href,
        title: tidyLine(attributes.title ?? ''),
        language,
        siteUrl: pageUrl,
      });
    },
  });
  parser.write(html.slice(0, 500_000));
  const all = [...feeds.values()];
  const isComments = (feed: FoundFeed): boolean => /comment/i.test(feed.href) || /comment/i.test(feed.title);
  return [...all.filter((feed) => !isComments(feed)), ...all.filter(isComments)];
}

/** WordPress names its programs' interface with the type of a feed. */
function isApi(url: URL): boolean {
  return url.pathname.includes('/wp-json/') || url.pathname.includes('/oembed');
}
