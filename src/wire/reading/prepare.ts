/**
 * Reads what a wire delivered into what will be kept of it: decoded, parsed, made safe, its language found, its hash
 * taken. Pure, and all that costs time is here, so that it can run in a thread (read-delivery.ts) away from the pages.
 */

import { withoutControls } from '../../kit/body-blocks.ts';
import type { LeftOut } from '../../kit/left-out.ts';
import { plainLink, webHref } from '../../kit/plain-link.ts';
import type { BodyHtml } from '../../kit/safe-html.ts';
import { htmlToText } from '../../kit/safe-html.ts';
import type { ItemTerms } from '../../rights/item-terms.ts';
import type { ReceivedPlan } from '../../runner/work.ts';
import { type ItemFacts, saidFacts } from '../parse/facts.ts';
import type { ParsedFeed, ParsedHop, ParsedItem, ParsedMedia } from '../parse/feed.ts';
import { isAsideKind } from './clean.ts';
import { canonicalLink, identitiesOf, type OtherKeys, otherKeys } from './identity.ts';
import { itemHash } from './item-hash.ts';
import { itemTermsOf } from './item-terms.ts';
import { languageOf } from './language.ts';
import { readFeed } from './read-feed.ts';
import { allMedia, readWireBody } from './understood.ts';

const MOST_ITEMS = 5_000; // of one delivery; an agency's busiest day is a tenth of that
const MOST_PLANS = 1_000; // of one delivery; an agency's quarter
const HEADLINE = 160; // characters of one made from the text
const SUMMARY = 2_000; // characters kept of a summary
const MADE_SUMMARY = 300; // characters of one made from the text

export interface Preparing {
  bytes: Uint8Array;
  /** The header of the answer, and where it came from. */
  contentType: string | null;
  address: string | null;
  /** What the editor says the source writes in; a feed may say otherwise for itself and for each item. */
  language: string | null;
}

/** What is said of the whole. */
export type PreparedHead = Omit<ParsedFeed, 'items'>;

export interface PreparedFeed {
  feed: PreparedHead;
  items: PreparedItem[];
  /** What the source plans, which is no news. */
  plans: ReceivedPlan[];
}

/** One item as it will be kept. */
export interface PreparedItem {
  identity: string;
  link: string | null;
  headline: string;
  summary: string;
  /** Made safe. */
  html: BodyHtml;
  /** What of its text is no copy, to be shown beside it. */
  leftOut: LeftOut[];
  text: string;
  /** See item-hash.ts. */
  hash: string;
  /** What an agency's editors say beside the copy; part of the hash. */
  beside: string;
  /** What else it is known by. */
  keys: OtherKeys;
  raw: { bytes: Uint8Array; encoding: string };
  declared: string | null;
  /** What its words say. */
  detected: string | null;
  language: string | null;
  published: number | null;
  updated: number | null;
  status: ParsedItem['status'];
  embargo: number | null;
  expires: number | null;
  urgency: number | null;
  byline: string;
  credit: string;
  media: ParsedMedia[];
  hops: ParsedHop[];
  /** What only agencies say; null of a feed. */
  facts: Partial<ItemFacts> | null;
  /** What it forbids for itself. */
  terms: ItemTerms | null;
}

/** Items in the order of the document, each identity once: the first stands. Of very many, those dated last. */
export async function prepare({ bytes, contentType, address, language }: Preparing): Promise<PreparedFeed> {
  const { feed, decoded } = readFeed(bytes, { contentType, address });
  const { items: all, ...head } = newestOf(feed);
  const parsed = all.filter((item) => item.plans === undefined);
  const plans = all.flatMap((item) => item.plans ?? []).slice(0, MOST_PLANS);
  const identities = identitiesOf(parsed);
  const shared = sharedLinks(parsed, identities);
  const items: PreparedItem[] = [];
  const seen = new Set<string>();
  for (const [index, item] of parsed.entries()) {
    const identity = identities[index] ?? '';
    if (seen.has(identity)) continue;
    seen.add(identity);
    const raw = decoded.bytesOf(item.slice.start, item.slice.end);
    items.push(
      await prepareItem(item, {
        identity,
        raw,
        declared: item.language ?? feed.language ?? language,
        isOwnLink: !shared.has(item.link ?? ''),
      }),
    );
  }
  return { feed: head, items, plans };
}

/** A feed that brings its whole past would be read for minutes, and kept for hours: its latest is news. */
function newestOf(feed: ParsedFeed): ParsedFeed {
  const { length } = feed.items;
  if (length <= MOST_ITEMS) return feed;
  const dateOf = (item: ParsedItem): number => item.updated ?? item.published ?? 0;
  const latest = new Set(feed.items.toSorted((a, b) => dateOf(b) - dateOf(a)).slice(0, MOST_ITEMS));
  const words = `Of its items the latest ${MOST_ITEMS.toLocaleString('en')} were taken.`;
  return {
    ...feed,
    salvaged: true,
    problems: [...feed.problems, words],
    items: feed.items.filter((item) => latest.has(item)),
  };
}

async function prepareItem(
  item: ParsedItem,
  { isOwnLink, ...known }: Pick<PreparedItem, 'identity' | 'raw' | 'declared'> & { isOwnLink: boolean },
): Promise<PreparedItem> {
  const { words, language } = await readWords(item, known.declared);
  return {
    ...known,
    ...words,
    keys: otherKeys({ ...words, text: words.text || words.summary }, { isOwn: isOwnLink }),
    ...language,
    published: item.published,
    updated: item.updated,
    status: statusOf(item),
    embargo: item.embargo,
    expires: expiryOf(item),
    urgency: item.urgency,
    byline: item.authors.join(', ') || (item.facts?.byline ?? ''),
    credit: item.rights,
    media: allMedia(item),
    hops: item.hops.map((hop) => ({ ...hop, link: webHref(plainLink(hop.link ?? '')) })),
    facts: item.facts ? saidFacts(item.facts) : null,
    terms: itemTermsOf(item.facts, item.rights),
  };
}

function expiryOf(item: ParsedItem): number | null {
  return item.facts?.expires ?? null;
}

/** An embargo without an end is kept by withholding: nobody but the source can end it. */
function statusOf(item: ParsedItem): ParsedItem['status'] {
  return item.status === 'usable' && item.facts?.embargoedForNow ? 'withheld' : item.status;
}

/** The words, and their language; where that is another than declared, `q` is read again with its marks. */
async function readWords(item: ParsedItem, declared: string | null) {
  const words = wordsOf(item, declared);
  const language = await languageOf(`${words.headline}\n${words.text || words.summary}`, declared);
  const isOther = language.language !== null && language.language !== declared;
  return {
    words: isOther && /<q[\s>]/i.test(item.html) ? wordsOf(item, language.language) : words,
    language,
  };
}

/** What a person reads of it. */
function wordsOf(item: ParsedItem, language: string | null) {
  const { html, running: text, leftOut: all } = readWireBody(item.html, { base: item.base, language });
  const leftOut = all.filter(({ kind, text }) => text !== '' && isAsideKind(kind));
  const summary =
    item.summary === '' ? firstWords(text, MADE_SUMMARY) : firstWords(htmlToText(item.summary), SUMMARY);
  const headline =
    withoutControls(item.title) || firstWords(text || summary, HEADLINE) || 'Without a headline';
  const link = webHref(canonicalLink(item.link ?? ''));
  const beside = agencyWords(item.facts);
  const { embargo, urgency } = item;
  const read = { headline, summary, text, link, beside, embargo, urgency };
  const hash = itemHash({ ...read, status: statusOf(item), expires: expiryOf(item) });
  return { headline, summary, html, leftOut, text, link, beside, hash };
}

/** Links that several items of one document have: of a page that tells of all of them. */
function sharedLinks(items: ParsedItem[], identities: string[]): Set<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const [index, { link }] of items.entries()) {
    if (link === null) continue;
    const owner = owners.get(link) ?? identities[index] ?? '';
    owners.set(link, owner);
    if (owner !== identities[index]) shared.add(link);
  }
  return shared;
}

/** What an agency's editors changed beside the copy: a new note or term is a new version too. */
function agencyWords(facts: ItemFacts | undefined): string {
  if (!facts) return '';
  const { dek, dateline, note, signal, terms, copyright, dataMining, embargoedForNow } = facts;
  return JSON.stringify([dek, dateline, note, signal, terms, copyright, dataMining, embargoedForNow]);
}

function firstWords(text: string, most: number): string {
  const line = inOneLine(text, most);
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …`;
}

/** As far as it is needed: of a long text the beginning says whether there is more. */
function inOneLine(text: string, most: number): string {
  const line = text
    .slice(0, 2 * most)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > most ? line : text.replace(/\s+/g, ' ').trim();
}
