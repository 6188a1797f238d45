/** What makes an item the same item: its guid, or its canonical link. Never a title or a date: those are news. */
import { createHash } from 'node:crypto';
import { plainLink } from '../kit/plain-link.ts';
import type { ParsedItem } from './parse/feed.ts';

/** The address without what only tracks, and without a place on the page. */
export function canonicalLink(address: string): string {
  if (!URL.canParse(address)) return address.trim();
  const url = new URL(plainLink(address));
  if (!url.hash.startsWith('#!')) url.hash = '';
  return url.href;
}

/**
 * The identity of each item of one document. An id that stands on items with different links is none, and their links
 * take its place; what has neither id nor link is known by its words.
 */
export function identitiesOf(items: ParsedItem[]): string[] {
  const links = new Map<string, Set<string>>();
  for (const { id, link } of items) {
    if (id === null) continue;
    const seen = links.get(id) ?? new Set();
    links.set(id, seen.add(link === null ? '' : canonicalLink(link)));
  }
  return items.map((item) => {
    const isShared = item.id !== null && (links.get(item.id)?.size ?? 0) > 1;
    const own = isShared ? null : item.id;
    const identity =
      own ?? (item.link === null ? null : canonicalLink(item.link)) ?? item.id ?? byWords(item);
    return identity.length > LONGEST ? byHash(identity) : identity;
  });
}

const LONGEST = 1_000; // characters; PostgreSQL's indexes end at 2,700 bytes

function byWords(item: ParsedItem): string {
  return byHash(`${item.title}\n${item.summary || item.html}`);
}

function byHash(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('base64url')}`;
}
