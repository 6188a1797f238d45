/** Finds the feeds of a site: the address itself, what its page names, or the usual places. */
import { Parser } from 'htmlparser2';
import type { FetchedNot } from '../kit/guarded-fetch.ts';
import type { Newsroom } from '../newsroom.ts';
import { fetchFeed } from './fetch-feed.ts';
import type { ParsedFeed } from './parse/feed.ts';
import { readFeed } from './parse/read-feed.ts';
import { tidyLine } from './parse/words.ts';

export interface FoundFeed {
  href: string;
  title: string;
  language: string | null;
  siteUrl: string | null;
}

export type Discovery =
  | { ok: true; feeds: FoundFeed[] }
  /** Nothing there is a feed, or the address cannot be fetched. */
  | { ok: false; why: FetchedNot['why'] | 'no-feed' | 'http-refused'; words: string };

const FEED_TYPES =
  /^(application\/(rss\+xml|atom\+xml|feed\+json|rdf\+xml|json)|text\/xml|application\/xml)\b/i;
const COMMON_PATHS = [
  '/feed',
  '/rss',
  '/atom.xml',
  '/rss.xml',
  '/feed.xml',
  '/feed.json',
  '/index.xml',
  '/feeds/all.atom.xml',
];
const MOST_NAMED = 20; // of one page; some name a feed for each comment

/** Looks for feeds at an address as a person types it: a feed, a page of a site, or a bare host name. */
export async function discoverFeeds(newsroom: Newsroom, asked: { address: string }): Promise<Discovery> {
  const address = withScheme(asked.address);
  const got = await fetchFeed(newsroom, address);
  if (!got.ok) return got;
  if (got.status >= 400)
    return { ok: false, why: 'http-refused', words: `The server answers ${got.status} to that address.` };
  const { feed, decoded } = readFeed(got.bytes, {
    contentType: got.headers['content-type'] ?? null,
    address: got.finalUrl,
  });
  // A page that moved for good is known by its new address from the start.
  if (isFeed(feed)) return { ok: true, feeds: [found(got.permanentlyMovedTo ?? address, feed)] };
  const named = namedFeeds(decoded.text, got.finalUrl);
  const feeds = named.length > 0 ? named : await firstAtCommonPaths(newsroom, got.finalUrl);
  return feeds.length > 0
    ? { ok: true, feeds }
    : { ok: false, why: 'no-feed', words: 'There is a page at that address, but it names no feed.' };
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

/** The usual places, one after the other, until one is a feed: the host is asked gently. */
async function firstAtCommonPaths(newsroom: Newsroom, pageUrl: string): Promise<FoundFeed[]> {
  for (const path of COMMON_PATHS) {
    const href = new URL(path, pageUrl).href;
    const got = await fetchFeed(newsroom, href);
    if (!got.ok) return []; // the host itself has had enough
    if (got.status !== 200) continue;
    const { feed } = readFeed(got.bytes, {
      contentType: got.headers['content-type'] ?? null,
      address: got.finalUrl,
    });
    if (isFeed(feed)) return [found(got.permanentlyMovedTo ?? href, feed)];
  }
  return [];
}

function isFeed(feed: ParsedFeed): boolean {
  return feed.format !== 'html' && feed.format !== 'unknown';
}

function found(href: string, feed: ParsedFeed): FoundFeed {
  return { href, title: feed.title, language: feed.language, siteUrl: feed.link };
}

function withScheme(address: string): string {
  const text = address.trim();
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
}
