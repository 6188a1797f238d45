/**
 * Finished public answers, kept in memory until something on them changes. Each carries the names of what it shows; the
 * bell signal `pages` empties those, and no others. What is served from here never reaches the router.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzipSync } from 'node:zlib';
import { edgeHeaders } from '../edge/edge.ts';
import { SECOND } from '../kit/clock.ts';
import { isStoreAway, type Newsroom, type PageName } from '../newsroom.ts';
import { openReadCounter, readPageOf } from '../readership/counts.ts';
import { pagesAhead } from './pages-ahead.ts';
import { type ContentForm, type Entry, sendEntry } from './send-entry.ts';
import { stalePage } from './stale-page.tsx';

/** What a route makes. */
export interface Page {
  status: number;
  type: string;
  body: string | Uint8Array;
  /** Names of what is on it. */
  shows: PageName[];
  /** It is made anew from this instant on, though nothing changed: a level that is no longer fresh, a window of two days. */
  until?: number;
  /** From which instant on something may be lacking, where it was read at a replica; not later than its making. */
  asOf?: number;
  headers?: Record<string, string>;
  /** Made again at once when something on it changes, while readers ask for it: no reader waits for its making. */
  ahead?: boolean;
}

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

export interface CacheOptions {
  /** Sent with every public page: the security headers of the server. */
  headers: Record<string, string>;
  /** A cache in front keeps pages: they say by which keys they are taken out of it. */
  hasEdge?: boolean;
  /** Bytes of all bodies together. */
  most?: number;
}

const MOST = 64 * 1024 * 1024; // bytes: some 3,000 story pages, in the memory of the smallest server
const MOST_GIVEN_OUT = 10_000; // cursors; a paper of 200,000 stories has as many pages of its front
const WORTH_PACKING = 512; // bytes; below that a packed body is no smaller on the wire
const GZIP_LEVEL = 6; // what nginx and others call their best bargain
const BROTLI_QUALITY = 5; // packs a page in about a millisecond, a sixth smaller than gzip
const GZIP_TO_BROTLI = 1.2; // how much larger, for a gzip that is not made yet

const AWAY = SECOND; // between two tries of a store that does not answer, for pages that are held
const PATIENCE = 2 * SECOND; // a line that is cut without a word is noticed by waiting

const brotlied = promisify(brotliCompress);

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

async function finishPage(
  page: Page,
  { headers: shared, hasEdge }: CacheOptions,
  at: number,
): Promise<Entry> {
  const body = Buffer.from(page.body as string);
  const changed = new Date(at).toUTCString();
  const shows = [...new Set(page.shows)];
  const until = page.until ?? Number.POSITIVE_INFINITY;
  // Weak, because one mark stands for three codings of the same content.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const mayStay = hasEdge && page.headers?.['cache-control'] === undefined;
  const common: Record<string, string> = {
    ...shared,
    ...(mayStay && edgeHeaders({ shows, until }, at)), // first: nginx 1.22 goes by whichever of these lines comes first
    'content-type': page.type,
    'cache-control': 'public, max-age=0, must-revalidate', // kept by browsers, asked about each time: a kill must reach them
    etag,
    'last-modified': changed,
    ...page.headers,
  };
  const isText = /^(text\/|application\/([a-z-]+\+)?(json|xml)|image\/svg)/.test(page.type);
  const packs = isText && body.length >= WORTH_PACKING;
  const all = packs ? { ...common, vary: 'accept-encoding' } : common;
  // Browsers take brotli; programs that do not are few, and the first of them has the other coding made.
  let zipped: ContentForm | null = null;
  const zip = () => form(gzipSync(body, { level: GZIP_LEVEL }), all, 'gzip');
  const brotli = packs ? await brotlied(body, { params: brotliSettings(body.length) }) : null;
  return {
    status: page.status,
    etag,
    shows,
    changed,
    begun: page.asOf ?? at,
    readPage: readPageOf(page.type, page.status, page.body),
    until,
    size: body.length + Math.ceil((brotli?.length ?? 0) * (1 + GZIP_TO_BROTLI)),
    plain: form(body, all),
    get gzip() {
      if (packs) zipped ??= zip();
      return zipped;
    },
    brotli: brotli && form(brotli, all, 'br'),
    same: lines(all),
  };
}

function brotliSettings(size: number): Record<number, number> {
  return { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: size };
}

function form(body: Buffer, headers: Record<string, string>, coding?: string): ContentForm {
  const coded = coding === undefined ? headers : { ...headers, 'content-encoding': coding };
  return { body, headers: lines({ ...coded, 'content-length': String(body.length) }) };
}

const lines = (headers: Record<string, string>): string[] => Object.entries(headers).flat();
