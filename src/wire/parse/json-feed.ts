/** JSON Feed 1.0 and 1.1, also cut off: items are found one by one, each with where it stands. */
import { webHref } from '../../kit/plain-link.ts';
import { readDate } from './dates.ts';
import { nothingRead, type ParsedFeed, type ParsedItem, type ParsedMedia } from './feed.ts';
import { hostOf, throughRedirect } from './redirected.ts';
import { repaired, tidyLine, withParagraphs } from './words.ts';
import { wrongDates } from './wrong-dates.ts';
import { resolved } from './xml-tree.ts';

type Json = Record<string, unknown>;

const MOST_ITEMS = 10_000; // as for XML

export function readJsonFeed(text: string, encoding: string, address: string | null): ParsedFeed {
  const found = piecesOf(text);
  const isFeed = found && (/jsonfeed\.org/.test(string(found.head.version)) || 'items' in found.head);
  if (!found || !isFeed)
    return nothingRead('unknown', encoding, ['This is JSON, but neither a feed nor news.']);
  const { head, items, isCut } = found;
  const base = line(head.home_page_url) || address;
  const dates: string[] = [];
  const around = { base, language: line(head.language) || null, authors: authorsOf(head), dates };
  const read = items.map(({ value, start, end }) => readItem(value, around, { start, end }));
  return {
    format: 'json-feed',
    encoding,
    title: line(head.title),
    link: line(head.home_page_url) || null,
    language: around.language,
    salvaged: isCut,
    problems: [
      ...(isCut ? ['It is cut off or not valid JSON; what is there was read.'] : []),
      ...wrongDates(dates),
    ],
    hub: hubOf(head),
    self: line(head.feed_url) || null,
    restMs: null,
    items: read,
  };
}

interface Around {
  base: string | null;
  language: string | null;
  authors: string[];
  /** Dates that could not be read, as they were written. */
  dates: string[];
}

function readItem(item: Json, around: Around, slice: ParsedItem['slice']): ParsedItem {
  const written = line(item.url) || line(item.external_url);
  const { link, from } = throughRedirect(written ? resolved(written, around.base) : null, around.base);
  const external = webHref(line(item.external_url)) ?? '';
  const text = string(item.content_text);
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
  const summary = string(item.summary).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const dateOf = (written: string): number | null => {
    const date = readDate(written);
    if (date === null) around.dates.push(written);
    return date;
  };
  const published = dateOf(line(item.date_published));
  const updated = dateOf(line(item.date_modified));
  const authors = authorsOf(item);
  return {
    id: line(item.id) || null,
    link,
    title: line(item.title),
    published: published ?? updated,
    updated,
    authors: authors.length > 0 ? authors : around.authors,
    language: line(item.language) || around.language,
    html: repaired(withParagraphs(string(item.content_html)) || plain || summary),
    summary: repaired(summary),
    base: link || around.base,
    categories: list(item.tags).map(line).filter(Boolean),
    media: mediaOf(item, around.base),
    rights: '',
    // A link to elsewhere that it is about is where it has it from.
    hops: [...from, ...(line(item.url) && external && external !== written ? [hopTo(external)] : [])],
    status: 'usable',
    embargo: null,
    urgency: null,
    slice,
  };
}

function hopTo(link: string): ParsedItem['hops'][number] {
  return { party: hostOf(link) || link, link, language: null, at: null };
}

function authorsOf(holder: Json): string[] {
  const all = [...list(holder.authors), holder.author];
  const names = all.map((author) => (isObject(author) ? line(author.name) : line(author)));
  return [...new Set(names.filter((name) => name !== ''))];
}

function mediaOf(item: Json, base: string | null): ParsedMedia[] {
  const image = line(item.image) || line(item.banner_image);
  const attached = list(item.attachments).filter(isObject);
  const all = [
    ...(image ? [{ href: image, kind: 'image' }] : []),
    ...attached.map((one) => ({ href: line(one.url), kind: line(one.mime_type).toLowerCase() })),
  ];
  return all
    .map(({ href, kind }) => ({
      href: resolved(href, base),
      kind,
      width: null,
      height: null,
      caption: '',
      credit: '',
    }))
    .filter(({ href }) => /^https?:\/\//i.test(href));
}

function hubOf(head: Json): string | null {
  const hub = list(head.hubs).find((one) => isObject(one) && line(one.type).toLowerCase() === 'websub');
  return isObject(hub) ? line(hub.url) || null : null;
}

interface Pieces {
  head: Json;
  items: { value: Json; start: number; end: number }[];
  isCut: boolean;
}

/** Cuts the text into its items, by counting braces outside of strings, and what is left around them. */
function piecesOf(text: string): Pieces | null {
  const begin = /"items"\s*:\s*\[/.exec(text);
  if (!begin) {
    const whole = parsed(text);
    return whole ? { head: whole, items: [], isCut: false } : null;
  }
  const from = begin.index + begin[0].length;
  const objects = objectsFrom(text, from);
  const items = objects.spans.flatMap(({ start, end }) => {
    const value = parsed(text.slice(start, end));
    return value ? [{ value, start, end }] : [];
  });
  const rest = objects.closedAt === null ? null : parsed(text.slice(0, from) + text.slice(objects.closedAt));
  // Cut off: the head is what stands before the items.
  const head = rest ?? parsed(`${text.slice(0, from)}]}`);
  if (!head) return null;
  return { head, items, isCut: rest === null || items.length < objects.spans.length };
}

function objectsFrom(
  text: string,
  from: number,
): { spans: { start: number; end: number }[]; closedAt: number | null } {
  const spans: { start: number; end: number }[] = [];
  const signs = /["{}[\]]/g;
  signs.lastIndex = from;
  let depth = 0;
  let start = from;
  for (let sign = signs.exec(text); sign && spans.length < MOST_ITEMS; sign = signs.exec(text)) {
    const [mark] = sign;
    if (mark === '"') {
      signs.lastIndex = endOfString(text, sign.index);
    } else if (mark === '{' || mark === '[') {
      if (depth === 0) start = sign.index;
      depth += 1;
    } else {
      if (depth === 0) return { spans, closedAt: sign.index };
      depth -= 1;
      if (depth === 0) spans.push({ start, end: sign.index + 1 });
    }
  }
  return { spans, closedAt: null };
}

function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
}

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null; // JSON.parse has no other way to say that it is not JSON
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function line(value: unknown): string {
  return tidyLine(repaired(string(value)));
}
