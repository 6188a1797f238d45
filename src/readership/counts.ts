/** Counting in memory: a read is a number that rises. What is in memory is written down every few seconds, see flush.ts. */
import { HOUR, MINUTE } from '../kit/clock.ts';
import { ownText } from '../kit/own-text.ts';
import type { Newsroom } from '../newsroom.ts';
import { readHeaders, readWayOf } from './read-way.ts';

/** What a page is, so that its reads are counted; a page keeps it, and it is made once a page. */
export interface ReadPage {
  /** The two below in one. */
  key: string;
  /** As readership_hours has it. */
  subject: string;
  language: string;
}

/** The reads of one page by one process, minute by minute for an hour, and since the last writing by where they came from. */
export interface PageReads {
  page: ReadPage;
  /** Sixty minutes, each at its place: minute modulo sixty. */
  minutes: Uint32Array;
  /** The last minute that was counted in. */
  minute: number;
  ways: Map<string, number>;
}

export interface ReadCounts {
  pages: Map<string, PageReads>;
  /** Alerts that were opened since the last writing. */
  alerts: Map<string, number>;
  /** Other sites of this hour: the first so many by name. */
  sites: { hour: number; names: Set<string> };
  /** How many pages are open on each story; set by whoever holds them. */
  openPages: () => ReadonlyMap<string, number>;
}

const MINUTES = 60;
const MOST_PAGES = 20_000; // counted at once; a paper has as many pages read within an hour
const MOST_SITES = 50; // by name within an hour; the others are one: anybody can claim to come from anywhere
const MOST_ALERTS = 1_000;

export const freshCounts = (): ReadCounts => ({
  pages: new Map(),
  alerts: new Map(),
  sites: { hour: 0, names: new Set() },
  openPages: () => new Map(),
});

/** What of a finished page is counted: its kind, its story, its language, as it says itself; null for what is no page. */
export function readPageOf(type: string, status: number, body: string | Uint8Array): ReadPage | null {
  if (status !== 200 || typeof body !== 'string' || !type.startsWith('text/html')) return null;
  const [, kind = '', rest = ''] = /data-page="([a-z]+)"([^>]*)/.exec(body) ?? [];
  if (kind === '' || kind === 'search') return null;
  const [, story] = /data-story="([0-9a-f-]{36})"/.exec(rest) ?? [];
  const [, language = ''] = /<html lang="([\w-]{1,35})"/.exec(body) ?? [];
  return makeReadPage(ownText(story === undefined ? kind : `story:${story}`), ownText(language));
}

export const makeReadPage = (subject: string, language: string): ReadPage => ({
  key: `${subject} ${language}`,
  subject,
  language,
});

/** Counts reads for this process. Cheap: it stands in the way of every page that is answered from memory. */
export function openReadCounter(newsroom: Newsroom): (page: ReadPage, rawHeaders: readonly string[]) => void {
  const counts = newsroom.memory.of(freshCounts);
  const here = new Set([new URL(newsroom.settings.address).host.toLowerCase()]);
  return (page, rawHeaders) => {
    const headers = readHeaders(rawHeaders);
    if (headers === null) return;
    const now = newsroom.clock.now();
    countRead(counts, { page, way: readWayOf(headers.referer, here), now });
  };
}

export function countRead(
  counts: ReadCounts,
  { page, way, now }: { page: ReadPage; way: string; now: number },
): void {
  let reads = counts.pages.get(page.key);
  if (!reads) {
    if (counts.pages.size >= MOST_PAGES) return;
    reads = { page, minutes: new Uint32Array(MINUTES), minute: Math.floor(now / MINUTE), ways: new Map() };
    counts.pages.set(page.key, reads);
  }
  moveTo(reads, now);
  const place = reads.minute % MINUTES;
  reads.minutes[place] = (reads.minutes[place] ?? 0) + 1;
  const kept = way.startsWith('site:') ? siteKept(counts, way, now) : way;
  reads.ways.set(kept, (reads.ways.get(kept) ?? 0) + 1);
}

/** A reader opened an alert. That its story was read is counted as any read; this says from where. */
export function countAlertOpen(newsroom: Newsroom, alertId: string): void {
  const { alerts } = newsroom.memory.of(freshCounts);
  if (alerts.size < MOST_ALERTS || alerts.has(alertId)) alerts.set(alertId, (alerts.get(alertId) ?? 0) + 1);
}

/** Who holds open pages says how many there are of each story. */
export function watchOpenPages(newsroom: Newsroom, openPages: () => ReadonlyMap<string, number>): void {
  newsroom.memory.of(freshCounts).openPages = openPages;
}

/** Minutes in which nobody read are empty ones. */
export function moveTo(reads: PageReads, now: number): void {
  const minute = Math.floor(now / MINUTE);
  const passed = minute - reads.minute;
  if (passed <= 0) return; // a clock that was set back counts on in the last minute
  for (let step = 1; step <= Math.min(passed, MINUTES); step += 1)
    reads.minutes[(reads.minute + step) % MINUTES] = 0;
  reads.minute = minute;
}

/** Reads of the last sixty seconds, of the minute before as much as of it still counts; and of sixty minutes. */
export function latelyOf(reads: PageReads, now: number): { minute: number; hour: number } {
  moveTo(reads, now);
  const place = reads.minute % MINUTES;
  const before = reads.minutes[(place + MINUTES - 1) % MINUTES] ?? 0;
  const share = 1 - (now % MINUTE) / MINUTE;
  const hour = reads.minutes.reduce((sum, count) => sum + count, 0);
  return { minute: Math.round((reads.minutes[place] ?? 0) + before * share), hour };
}

function siteKept({ sites }: ReadCounts, way: string, now: number): string {
  const hour = Math.floor(now / HOUR);
  if (sites.hour !== hour) {
    sites.hour = hour;
    sites.names.clear();
  }
  if (!sites.names.has(way) && sites.names.size >= MOST_SITES) return 'site:others';
  sites.names.add(way);
  return way;
}
