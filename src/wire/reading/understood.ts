/** What the wire understands of a file, in the shape that `crier read --json` prints: absent values left out. */
import { runningText } from '../../kit/block-text.ts';
import { readCopy } from '../../kit/body-blocks.ts';
import { isPixel } from '../../kit/counting-pictures.ts';
import type { LeftOut } from '../../kit/left-out.ts';
import { withoutTracking } from '../../kit/plain-link.ts';
import { type BodyHtml, htmlToText, writeBody } from '../../kit/safe-html.ts';
import { type ItemFacts, saidFacts } from '../parse/facts.ts';
import type { ParsedHop, ParsedItem, ParsedMedia } from '../parse/feed.ts';
import { inlineMedia } from './inline-media.ts';
import type { FeedReading } from './read-feed.ts';

export interface Understood {
  format: string;
  encoding: string;
  title?: string;
  link?: string;
  language?: string;
  salvaged: boolean;
  problems: string[];
  items: UnderstoodItem[];
}

export interface UnderstoodItem {
  id?: string;
  /** As the item names it, made absolute. The wire keeps and publishes it without what tracks. */
  link?: string;
  title?: string;
  /** ISO 8601, UTC, as all dates here. */
  published?: string;
  updated?: string;
  authors?: string[];
  language?: string;
  categories?: string[];
  /** Made safe, as a body is. */
  html?: string;
  text?: string;
  credit?: string;
  media?: Partial<ParsedMedia>[];
  status: string;
  version?: string;
  embargo?: string;
  urgency?: number;
  hops?: { party: string; link?: string; language?: string; at?: string }[];
  /** The rest of what an agency says, where it was asked for. */
  facts?: Record<string, unknown>;
}

/** `withFacts`: also what only agencies say, dek to kept. */
export function understood({ feed }: FeedReading, withFacts = false): Understood {
  return {
    format: feed.format,
    encoding: feed.encoding,
    ...said({ title: feed.title, link: feed.link, language: feed.language }),
    salvaged: feed.salvaged,
    problems: feed.problems,
    items: feed.items.map((item) => itemOf(item, { withFacts, language: feed.language })),
  };
}

/** The body as it is kept and shown, its running text (see block-text.ts), and what of it is no copy; links lead to their pages, without what tracks. */
export function readWireBody(
  html: string,
  of: { base: string | null; language: string | null },
): { html: BodyHtml; running: string; leftOut: LeftOut[] } {
  const { blocks, leftOut } = readCopy(html, { ...of, isForeign: true });
  return { html: writeBody(blocks), running: runningText(blocks), leftOut };
}

/** The body alone, as it is kept. */
export function wireBody(html: string, base: string | null, language: string | null = null): BodyHtml {
  return readWireBody(html, { base, language }).html;
}

/** An item's own media, then the pictures in its text; no pixels, nothing twice. */
export function allMedia(item: ParsedItem): ParsedMedia[] {
  const all = [...item.media, ...inlineMedia(item.html, item.base)].filter((media) => !isPixel(media));
  const found = new Map<string, ParsedMedia>();
  for (const media of all) {
    const href = withoutTracking(media.href);
    if (!found.has(href)) found.set(href, media);
  }
  return [...found.values()];
}

function itemOf(
  item: ParsedItem,
  { withFacts, language }: { withFacts: boolean; language: string | null },
): UnderstoodItem {
  const html = wireBody(item.html, item.base, item.language ?? language);
  return {
    ...said({
      id: item.id,
      link: item.link,
      title: item.title,
      published: instant(item.published),
      updated: instant(item.updated),
      authors: item.authors,
      language: item.language,
      categories: item.categories,
      html,
      text: htmlToText(html),
      credit: item.rights,
      media: allMedia(item).map((media) => said({ ...media })),
    }),
    status: item.status,
    ...said({
      version: item.facts?.version,
      embargo: instant(item.embargo),
      urgency: item.urgency,
      hops: item.hops.map(hopOf),
    }),
    ...(withFacts && item.facts ? { facts: factsOf(item.facts) } : {}),
  };
}

function hopOf(hop: ParsedHop) {
  return { party: hop.party, ...said({ link: hop.link, language: hop.language, at: instant(hop.at) }) };
}

function factsOf(facts: ItemFacts): Record<string, unknown> {
  const { expires, ...rest } = saidFacts(facts);
  return { ...rest, ...said({ expires: instant(expires ?? null) }) };
}

function instant(at: number | null): string | null {
  return at === null || Number.isNaN(at) ? null : new Date(at).toISOString();
}

type Said<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Without what is empty. */
function said<T extends Record<string, unknown>>(values: T): Said<T> {
  const full = Object.entries(values).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(full) as Said<T>;
}
