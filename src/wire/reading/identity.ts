/** What makes an item the same item: its id, or its link. Never a title or a date: those are news. */
import { createHash } from 'node:crypto';
import { plainLink } from '../../kit/plain-link.ts';
import type { ParsedItem } from '../parse/feed.ts';
import { addressKey } from './address-key.ts';

/** The address without redirects, without what only tracks, and without a place on the page. */
export function canonicalLink(address: string): string {
  if (!URL.canParse(address)) return address.trim();
  const url = new URL(plainLink(address));
  if (!url.hash.startsWith('#!')) url.hash = '';
  return url.href;
}

/**
 * The identity of each item of one document. An id that stands on items with different links is none, and their links
 * take its place; what has neither id nor link is known by its words. What is an address is compared without its guise.
 */
export function identitiesOf(items: ParsedItem[]): string[] {
  const links = new Map<string, Set<string>>();
  for (const { id, link } of items) {
    if (id === null) continue;
    const key = identityKey(id);
    const seen = links.get(key) ?? new Set();
    links.set(key, seen.add(link === null ? '' : identityKey(canonicalLink(link))));
  }
  return items.map((item) => {
    const own = item.id === null ? null : identityKey(item.id);
    const isShared = own !== null && (links.get(own)?.size ?? 0) > 1;
    const link = item.link === null ? null : identityKey(canonicalLink(item.link));
    const identity = (isShared ? null : own) ?? link ?? own ?? byWords(item);
    return identity.length > LONGEST ? byHash(identity) : identity;
  });
}

/** An id that is an address by its key, any other as it came. Done twice it is the same. */
export function identityKey(id: string): string {
  return addressKey(id) ?? id;
}

/** What else an item is known by, before it is published unread: the key of its link, and its words. */
export interface OtherKeys {
  link: string | null;
  words: string;
}

/** `isOwn`: false for a link that several items of one document share, and that so names none of them. */
export function otherKeys(
  item: { link: string | null; headline: string; text: string },
  { isOwn = true }: { isOwn?: boolean } = {},
): OtherKeys {
  const key = isOwn && item.link !== null ? addressKey(item.link) : null;
  const words = `${lettersOf(item.headline)}\n${lettersOf(item.text)}`;
  // The front page of a site is every item's.
  return {
    link: key?.includes('/') || key?.includes('?') ? key.slice(0, LONGEST) : null,
    words: byHash(words),
  };
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const LONGEST = 1_000; // characters; PostgreSQL's indexes end at 2,700 bytes

function byWords(item: ParsedItem): string {
  return byHash(`${item.title}\n${item.summary || item.html}`);
}

function byHash(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('base64url')}`;
}
