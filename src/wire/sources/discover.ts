/** Finds the feeds of a site: the address itself, what its page names, or the usual places. */

import { SECOND } from '../../kit/clock.ts';
import type { FetchedNot, FetchedOk } from '../../kit/guarded-fetch.ts';
import { outside, sayOutside } from '../../kit/outside.ts';
import { ownModule } from '../../kit/own-module.ts';
import type { Newsroom } from '../../newsroom.ts';
import { fetchFeed } from './fetch-feed.ts';
import type { FoundFeed, LookedAt } from './look-for-feeds.ts';

export type Discovery =
  | { ok: true; feeds: FoundFeed[] }
  /** Nothing there is a feed, or the address cannot be fetched. */
  | { ok: false; why: FetchedNot['why'] | 'no-feed' | 'http-refused'; words: string };

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
const LONGEST_READ = 20 * SECOND; // as for what a source delivers

/** Looks for feeds at an address as a person types it: a feed, a page of a site, or a bare host name. */
export async function discoverFeeds(newsroom: Newsroom, asked: { address: string }): Promise<Discovery> {
  const typed = await fetchTyped(newsroom, asked.address);
  if (!typed.got.ok) return withAdvice(typed.got);
  const { got, address } = typed;
  if (got.status >= 400)
    return {
      ok: false,
      why: 'http-refused',
      words: sayOutside(outside('feed:address-refused', { status: got.status })),
    };
  const { feed, named } = await lookAt(newsroom, got);
  // A page that moved for good is known by its new address from the start.
  if (feed) return { ok: true, feeds: [{ ...feed, href: got.permanentlyMovedTo ?? address }] };
  const feeds = named.length > 0 ? named : await firstAtCommonPaths(newsroom, got.finalUrl);
  return feeds.length > 0
    ? { ok: true, feeds }
    : { ok: false, why: 'no-feed', words: sayOutside(outside('feed:none-named')) };
}

/** An address without a scheme is tried as https, and where nobody speaks that there, as http. */
async function fetchTyped(
  newsroom: Newsroom,
  written: string,
): Promise<{ address: string; got: Awaited<ReturnType<typeof fetchFeed>> }> {
  const [first = '', second] = withScheme(written);
  const got = await fetchFeed(newsroom, first);
  if (got.ok || second === undefined || !NOT_SECURE.has(got.why)) return { address: first, got };
  const plain = await fetchFeed(newsroom, second);
  return plain.ok ? { address: second, got: plain } : { address: first, got };
}

/** What is said by a server that speaks no TLS on that port, or by none on port 443. */
const NOT_SECURE = new Set<FetchedNot['why']>(['not-secure', 'unreachable', 'broken-answer', 'timed-out']);

/** What whoever runs the newsroom can do about it. */
function withAdvice(not: FetchedNot): FetchedNot {
  if (not.why !== 'refused-address') return not;
  const because = outside('feed:not-public');
  return { ...not, because, words: sayOutside(because) };
}

/** The usual places, one after the other, until one is a feed: the host is asked gently. */
async function firstAtCommonPaths(newsroom: Newsroom, pageUrl: string): Promise<FoundFeed[]> {
  for (const path of COMMON_PATHS) {
    const href = new URL(path, pageUrl).href;
    const got = await fetchFeed(newsroom, href);
    if (!got.ok) return []; // the host itself has had enough
    if (got.status !== 200) continue;
    const { feed } = await lookAt(newsroom, got);
    if (feed) return [{ ...feed, href: got.permanentlyMovedTo ?? href }];
  }
  return [];
}

/** In a thread: what a stranger's server answered may take long to read. What cannot be read names no feed. */
async function lookAt(newsroom: Newsroom, got: FetchedOk): Promise<LookedAt> {
  const answer = await newsroom.threads.run<LookedAt>({
    module: ownModule('wire/sources/look-for-feeds'),
    work: 'lookForFeeds',
    argument: {
      bytes: Uint8Array.from(got.bytes), // a Buffer may be a window on a large slab, all of which would be copied
      contentType: got.headers['content-type'] ?? null,
      address: got.finalUrl,
    },
    ms: LONGEST_READ,
  });
  if (answer.ok) return answer.value;
  if (answer.why === 'broken')
    newsroom.log.error('looking for feeds failed', { address: got.finalUrl, why: answer.words });
  return { feed: null, named: [] };
}

function withScheme(address: string): string[] {
  const text = address.trim();
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? [text] : [`https://${text}`, `http://${text}`];
}
