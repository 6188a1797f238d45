/** How a public route answers: from the cache, or made now, finished and kept. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LiveHub } from '../alerts/live/live-hub.ts';
import { type Banner, listBanners } from '../fronts/banner.ts';
import { ownText } from '../kit/own-text.ts';
import { type Newsroom, type PageName, readForReaders } from '../newsroom.ts';
import { type Cursor, cursorText, readCursor } from '../stories/cursor.ts';
import { listPublishedLanguages } from '../stories/languages.ts';
import { findMasthead } from '../stories/masthead.ts';
import { inTongue } from '../stories/names-elsewhere.ts';
import { listSections } from '../stories/sections.ts';
import { render } from '../views/document.tsx';
import { hasWords, wordsFor } from '../views/words/words.ts';
import type { Page } from './finish-page.ts';
import type { Frame } from './frame.tsx';
import { keptFrame } from './kept-frame.ts';
import { ClosedPage, LostPage } from './notice-pages.tsx';
import type { PageCache } from './page-cache.ts';
import { type Entry, sendEntry } from './send-entry.ts';

/** What the readers' door is handed. */
export interface Site {
  newsroom: Newsroom;
  pageCache: PageCache;
  /** Whoever holds a page open, see alerts/live/live-hub.ts. */
  liveHub: LiveHub;
  /** Answers an address that something had in another house; null for any other. */
  stoodThere?: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | null>;
}

/** What a page is made from besides the frame: the parts of its address, and the cursor if it has one. */
export interface PageRequest {
  frame: Frame;
  params: Record<string, string>;
  before: Cursor | null;
}

export type Make = (site: Site, asked: PageRequest) => Promise<Page | null>;

export const HTML = 'text/html; charset=utf-8';
export const A_PAGE = 20; // stories of a list, lines of the log
const RETRY_SECONDS = 30; // a paper is set up within minutes; nobody should remember that it was closed

/** A page of the paper; `shows` names what empties it from the cache besides the masthead. */
export const html = (body: string, shows: PageName[], more: Partial<Page> = {}): Page => ({
  status: 200,
  type: HTML,
  body,
  shows: ['masthead', ...shows],
  ...more,
});

/**
 * Registers a public page. It is cached under its route with the parts of the address as they were understood, so that another
 * spelling of a path is no other page; and, if it is a list, under a cursor that one of our pages gave out. Any other query is
 * ignored: no reader's link can make a page of its own. Null from `make` is a page that says there is nothing here.
 */
export function page(app: FastifyInstance, site: Site, path: string, make: Make): void {
  app.get(path, async (request, reply) => {
    const before = cursorOf(request);
    const params = request.params as Record<string, string>;
    const where = addressOf(path, params);
    const key = before === null ? where : `${where}?before=${cursorText(before)}`;
    const work = async () => {
      const { found, asOf } = await readForReaders(site.newsroom, async (newsroom) => {
        const frame = await keptFrame(newsroom, findFrame);
        const made = frame && (await make({ ...site, newsroom }, { frame, params, before }));
        return made && underBanners(made, frame.banners);
      });
      if (found) giveOutCursors(site.pageCache, found.body);
      return found && asOf !== null ? { ...found, asOf } : found;
    };
    const isKept = before === null || site.pageCache.wasGivenOut(key);
    const entry = isKept ? await site.pageCache.finished(key, work) : await finishOnce(site, work);
    return entry ? give(site, entry, request, reply) : nothing(site, request, reply);
  });
}

/** A page of the paper is made anew when a banner goes up or comes down, when its time is over, and when its story leaves. */
function underBanners(made: Page, banners: readonly Banner[]): Page {
  if (made.type !== HTML) return made;
  const stories = banners.flatMap(({ storyId }) => (storyId === null ? [] : [`story:${storyId}` as const]));
  const until = Math.min(made.until ?? Number.POSITIVE_INFINITY, ...banners.map((banner) => banner.until));
  return { ...made, shows: [...made.shows, 'banner', ...stories], until };
}

async function finishOnce(site: Site, work: () => Promise<Page | null>): Promise<Entry | null> {
  const made = await work();
  return made && (await site.pageCache.finish(made));
}

/** '/city/ferries-sail' for '/:section/:slug': what a link of ours to that page says, however the request spelled it. */
function addressOf(path: string, params: Record<string, string>): string {
  return path.replace(/:([a-z]+)/gi, (_part, name: string) => encodeURIComponent(params[name] ?? ''));
}

/** Where the lists on a page go on. */
function giveOutCursors(pageCache: PageCache, body: Page['body']): void {
  if (typeof body !== 'string' || !body.includes('?before=')) return; // most pages are no lists, and looking costs more
  for (const [, address] of body.matchAll(/href="(\/[^"?]*\?before=\d{1,15}(?:_[0-9a-f-]{36})?)"/g))
    if (address) pageCache.giveOut(ownText(address));
}

export function cursorOf(request: FastifyRequest): Cursor | null {
  return readCursor((request.query as { before?: unknown }).before);
}

/** The paper as pages need it, in its own language; null before set-up. */
export async function findFrame(newsroom: Newsroom): Promise<Frame | null> {
  const masthead = await findMasthead(newsroom);
  if (!masthead) return null;
  const { language, timeZone } = masthead;
  const others = (await listPublishedLanguages(newsroom)).filter((other) => other !== language);
  return {
    masthead,
    sections: await listSections(newsroom),
    words: wordsFor(language),
    place: { language, timeZone },
    under: '',
    fronts: [language, ...others].map((each) => ({ language: each, path: frontPath(each, language) })),
    address: newsroom.settings.address,
    banners: await listBanners(newsroom),
  };
}

const frontPath = (language: string, own: string) => (language === own ? '/' : `/${language.toLowerCase()}`);

/** The same paper for a page in one of its languages; the furniture stays in the paper's own where there is no catalog. */
export function frameIn(frame: Frame, language: string): Frame {
  const known = inLanguages.get(frame) ?? new Map<string, Frame>();
  const found = known.get(language) ?? madeIn(frame, language);
  inLanguages.set(frame, known.set(language, found));
  return found;
}

/** One for each language: parts of pages are kept by their frame. */
const inLanguages = new WeakMap<Frame, Map<string, Frame>>();

function madeIn(frame: Frame, language: string): Frame {
  const front = frame.fronts.find((each) => each.language === language);
  if (!front || front.path === '/') return frame;
  const furniture = hasWords(language)
    ? { words: wordsFor(language), place: { ...frame.place, language } }
    : {};
  const sections = frame.sections.map((section) => inTongue(section, language));
  return { ...frame, ...furniture, sections, under: front.path };
}

/** The language whose front page has this first part of an address; null for none, and for the paper's own. */
export function languageAt(frame: Frame, part: string | undefined): string | null {
  return frame.fronts.find(({ path }) => path !== '/' && path === `/${part}`)?.language ?? null;
}

/** Answers with a page that is not kept: search results, what is not there. */
export async function giveOnce(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  made: Page,
): Promise<FastifyReply> {
  return give(site, await site.pageCache.finish(made), request, reply);
}

/** 404 in the dress of the paper, in the language that the address begins with; 503 while there is no paper. */
export async function nothing(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const stood = await site.stoodThere?.(request, reply);
  if (stood) return stood;
  const frame = await findFrame(site.newsroom);
  if (!frame) {
    const headers = { 'retry-after': String(RETRY_SECONDS), 'cache-control': 'no-store' };
    return giveOnce(site, request, reply, {
      status: 503,
      type: HTML,
      body: render(<ClosedPage />),
      shows: [],
      headers,
    });
  }
  const language = languageAt(frame, (request.raw.url ?? '').split(/[/?]/)[1]);
  const body = render(<LostPage frame={language === null ? frame : frameIn(frame, language)} />);
  return giveOnce(site, request, reply, { status: 404, type: HTML, body, shows: [] });
}

function give(site: Site, entry: Entry, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack(); // the same bytes and headers as from memory, by the same hand
  sendEntry(entry, request.raw.rawHeaders, reply.raw, request.method === 'HEAD');
  site.pageCache.read(entry, request.raw);
  return reply;
}
