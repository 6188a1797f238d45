/**
 * What is said to a cache in front of the paper, the edge: by which names a page can be taken out of it, and how long it may stay.
 * Readers' browsers are told as ever to ask each time. Pure.
 */
import { createHash } from 'node:crypto';
import { DAY, MINUTE, SECOND } from '../kit/clock.ts';
import type { PageName } from '../newsroom.ts';

export const EDGE_KEEPS = DAY; // what no purge reached is asked for anew by then
const WITH_AN_END = MINUTE; // a page that changes by the clock alone: the edge counts from when it asked
const MOST_KEYS = 60; // of a page; with more its headers outgrow the 4 kB that nginx takes by default
const LETTERS = 8; // 48 bits of a name: two that share them empty each other's pages, which does no harm

const ALL = 'all'; // on every page
const MANY = 'many'; // on pages of more things than can be named: emptied at each change

/** The word for a name in headers and calls; ids of 36 letters would fill them. */
function keyOf(name: PageName): string {
  if (name === 'everything') return ALL;
  return createHash('sha256').update(name).digest('base64url').slice(0, LETTERS);
}

/** The keys that a change empties. */
export function keysTouched(names: Iterable<PageName>): string[] {
  const keys = new Set([...names].map(keyOf));
  return keys.has(ALL) ? [ALL] : [...keys, MANY];
}

function keysOf(shows: readonly PageName[]): string[] {
  const keys = new Set(shows.map(keyOf));
  return keys.size > MOST_KEYS ? [ALL, MANY] : [ALL, ...keys];
}

export const edgeHeaderNames: ReadonlySet<string> = new Set([
  'surrogate-key',
  'cache-tag',
  'cdn-cache-control',
  'surrogate-control',
  'x-accel-expires',
]);

/**
 * Headers of a page for the edge: `Surrogate-Key` (Fastly, Varnish), `Cache-Tag` (Cloudflare, Bunny), and how long it may keep
 * it: `CDN-Cache-Control` (RFC 9213), `Surrogate-Control`, and what nginx reads and does not pass on. `until`: the instant from
 * which the page is another, infinite where only a change makes it so.
 */
export function edgeHeaders(
  { shows, until }: { shows: readonly PageName[]; until: number },
  now: number,
): Record<string, string> {
  const keeps = until === Number.POSITIVE_INFINITY ? EDGE_KEEPS : Math.min(until - now, WITH_AN_END);
  const seconds = Math.max(0, Math.floor(keeps / SECOND));
  const keys = keysOf(shows);
  return {
    'surrogate-key': keys.join(' '),
    'cache-tag': keys.join(','),
    'cdn-cache-control': `max-age=${seconds}`,
    'surrogate-control': `max-age=${seconds}`,
    'x-accel-expires': String(seconds),
  };
}
