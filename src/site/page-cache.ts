/**
 * Finished public answers, kept in memory until something on them changes. Each carries the names of what it shows; the
 * bell signal `pages` empties those, and no others. What is served from here never reaches the router.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { SECOND } from '../kit/clock.ts';
import { isStoreAway, type Newsroom, type PageName } from '../newsroom.ts';
import { openReadCounter } from '../readership/counts.ts';
import { type FinishOptions, finishPage, type Page } from './finish-page.ts';
import { pagesAhead } from './pages-ahead.ts';
import { type Entry, sendEntry } from './send-entry.ts';
import { stalePage } from './stale-page.tsx';

export interface PageCache {
  /** Answers from memory when the page is there; false leaves the request to the router. */
  answerFromCache(request: IncomingMessage, response: ServerResponse): boolean;
  /**
   * The finished answer under a key: from memory, or made now. Those who ask while it is being made wait for the same
   * one. Null when `make` says there is nothing.
   */
  finished(key: string, make: () => Promise<Page | null>): Promise<Entry | null>;
  /** Finishes a page without keeping it. */
  finish(page: Page): Promise<Entry>;
  /** Remembers an address that a page of ours leads to; one that nobody was given is answered and not kept. */
  giveOut(key: string): void;
  wasGivenOut(key: string): boolean;
  /** Counts a read of an answer that is given, by what its request says of itself. */
  read(entry: Entry, request: IncomingMessage): void;
  size(): { entries: number; bytes: number };
  close(): void;
}

export interface CacheOptions extends FinishOptions {
  /** Bytes of all bodies together. */
  most?: number;
}

const MOST = 64 * 1024 * 1024; // bytes: some 3,000 story pages, in the memory of the smallest server
const MOST_GIVEN_OUT = 10_000; // cursors; a paper of 200,000 stories has as many pages of its front

const AWAY = SECOND; // between two tries of a store that does not answer, for pages that are held
const PATIENCE = 2 * SECOND; // a line that is cut without a word is noticed by waiting

interface Making {
  entry: Promise<Entry | null>;
  /** What was touched since it began. */
  touched: Set<PageName>;
}

export function openPageCache(newsroom: Newsroom, options: CacheOptions): PageCache {
  const entries = new Map<string, Entry>(); // in the order of last use: the first is the one to let go
  const byName = new Map<PageName, Set<string>>();
  const making = new Map<string, Making>();
  const underway = new Set<Making>();
  const most = options.most ?? MOST;
  const givenOut = new Set<string>(); // in the order in which they were: the first is the one to let go
  let bytes = 0;

  const forget = (key: string): void => {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    bytes -= entry.size;
    for (const name of entry.shows) {
      const keys = byName.get(name);
      keys?.delete(key);
      if (keys?.size === 0) byName.delete(name);
    }
  };
  const keep = (key: string, entry: Entry): void => {
    forget(key);
    if (entry.size > most / 8) return; // one giant must not empty the rest
    entries.set(key, entry);
    bytes += entry.size;
    for (const name of entry.shows) byName.set(name, (byName.get(name) ?? new Set()).add(key));
    for (const oldest of entries.keys()) {
      if (bytes <= most) break;
      forget(oldest);
    }
  };
  const touch = ({ touched }: { touched: PageName[] }): void => {
    // A page being made may have read the old state: it goes to who asked for it before, and is not kept.
    for (const one of underway) for (const name of touched) one.touched.add(name);
    making.clear();
    const all = touched.includes('everything');
    const keys = all ? [...entries.keys()] : touched.flatMap((name) => [...(byName.get(name) ?? [])]);
    for (const key of keys) forget(key);
    // In the same breath as open pages are told: whoever they send is answered from memory, or waits for a making that is begun.
    for (const key of keys) void ahead.changed(key);
  };
  const begin = (key: string, work: () => Promise<Page | null>): Making => {
    const mine: Making = { entry: Promise.resolve(null), touched: new Set() };
    underway.add(mine);
    making.set(key, mine);
    mine.entry = make(key, work, mine);
    return mine;
  };
  const count = openReadCounter(newsroom);
  const read = (entry: Entry, { method, rawHeaders }: IncomingMessage): void => {
    if (entry.readPage !== null && method === 'GET') count(entry.readPage, rawHeaders);
  };
  const find = (key: string): Entry | null => {
    const entry = entries.get(key);
    if (!entry) return null;
    // A process that does not hear what the others withdraw does not go on showing what it remembers. It keeps it for when
    // the store cannot be asked either.
    if (!newsroom.bell.trusts(entry.begun)) return null;
    if (entry.until <= newsroom.clock.now()) {
      forget(key);
      return null;
    }
    entries.delete(key); // last in the order now
    entries.set(key, entry);
    ahead.asked(key);
    return entry;
  };
  const make = async (key: string, work: () => Promise<Page | null>, mine: Making): Promise<Entry | null> => {
    try {
      const begun = newsroom.clock.now();
      const page = await work();
      if (page?.ahead) ahead.remember(key, work);
      if (!page) return null;
      const entry = await finishPage(page, options, begun);
      const isStale = mine.touched.has('everything') || entry.shows.some((name) => mine.touched.has(name));
      if (!isStale && entry.until > begun) keep(key, entry);
      return entry;
    } finally {
      underway.delete(mine);
      if (making.get(key) === mine) making.delete(key);
    }
  };
  const ahead = pagesAhead<Page | null>(newsroom, {
    begin,
    isKept: (key) => entries.has(key),
  });
  const silence = newsroom.bell.on('pages', touch);
  let awayUntil = Number.NEGATIVE_INFINITY; // the store did not answer: others need not wait to find it out

  /** What is held of a page that cannot be made now, marked; null where there is none, or none that is young enough. */
  const held = (key: string): Entry | null => {
    const entry = entries.get(key);
    if (!entry) return null;
    const asOf = Math.max(entry.begun, newsroom.bell.heardUpTo());
    const isYoung = newsroom.clock.now() - asOf < newsroom.settings.staleSeconds * SECOND;
    return isYoung ? stalePage(entry, asOf) : null;
  };
  const madeOrHeld = async (key: string, asked: Promise<Entry | null>): Promise<Entry | null> => {
    const other = held(key);
    if (!other) return asked;
    const away = () => {
      awayUntil = newsroom.clock.now() + AWAY;
      return other;
    };
    const answer = asked.catch((error: unknown) => {
      if (isStoreAway(error)) return away();
      throw error;
    });
    return Promise.race([answer, pause(PATIENCE, null, { ref: false }).then(away)]);
  };

  return {
    answerFromCache(request, response) {
      const { method, url } = request;
      if ((method !== 'GET' && method !== 'HEAD') || url === undefined) return false;
      const entry = find(url);
      if (!entry) return false;
      sendEntry(entry, request.rawHeaders, response, method === 'HEAD');
      newsroom.meter.pageFromMemory();
      read(entry, request);
      return true;
    },
    async finished(key, work) {
      const had = find(key);
      if (had) return had;
      const other = newsroom.clock.now() < awayUntil ? held(key) : null;
      if (other) return other;
      const already = making.get(key);
      if (already) return madeOrHeld(key, already.entry);
      ahead.asked(key);
      return madeOrHeld(key, begin(key, work).entry);
    },
    finish: (page) => finishPage(page, options, newsroom.clock.now()),
    giveOut(key) {
      givenOut.delete(key);
      givenOut.add(key);
      const [oldest] = givenOut;
      if (givenOut.size > MOST_GIVEN_OUT && oldest !== undefined) givenOut.delete(oldest);
    },
    read,
    wasGivenOut: (key) => givenOut.has(key),
    size: () => ({ entries: entries.size, bytes }),
    close() {
      silence();
      ahead.clear();
    },
  };
}
