/** An item of an XML feed, RSS or Atom of any version: they borrow each other's elements, so one reader knows all. */

import { readDate } from './dates.ts';
import type { ParsedHop, ParsedItem } from './feed.ts';
import { FULL_TEXT } from './full-text-names.ts';
import { mediaOf } from './media.ts';
import { hostOf, throughRedirect } from './redirected.ts';
import { plainLine, repaired, tidyLine, withParagraphs } from './words.ts';
import { feedFacts } from './xml-facts.ts';
import { resolved, type XmlNode } from './xml-tree.ts';

/** What the head of the feed says that holds for its items. */
export interface ItemAround {
  base: string | null;
  language: string | null;
  authors: string[];
  /** Dates that could not be read, as they were written: added to by each item. */
  dates: string[];
}

export function readItem(node: XmlNode, around: ItemAround): ParsedItem {
  const base = node.base ?? around.base;
  const id =
    elementText(node, ['guid', 'id', 'atom:id']) || (node.attributes['rdf:about'] ?? '').trim() || null;
  const { link, from } = throughRedirect(linkOf(node, base), around.base);
  const content = contentOf(node);
  const summary = first(node, [
    'description',
    'summary',
    'dc:description',
    'atom:summary',
    'itunes:summary',
    'abstract',
  ]);
  const summaryHtml = summary ? htmlOf(summary) : '';
  const facts = feedFacts(node);
  return {
    id,
    link,
    title: titleOf(node, elementText(node, ['dc:language', 'language']) || node.language || around.language),
    ...datesOf(node, around.dates),
    authors: authorsOf(node, around.authors),
    language: elementText(node, ['dc:language', 'language']) || node.language || around.language,
    html: content ? htmlOf(content) || summaryHtml : summaryHtml || mediaText(node),
    summary: summaryHtml,
    base: content?.base ?? summary?.base ?? base ?? link,
    categories: categoriesOf(node),
    media: mediaOf(node, base),
    rights: plainLine(elementText(node, ['dc:rights', 'rights', 'copyright', 'media:copyright'])),
    hops: [...from, ...hopsOf(node, base)],
    status: 'usable',
    embargo: null,
    urgency: null,
    slice: { start: node.start, end: node.end },
    ...(facts && { facts }),
  };
}

const CONTENT = ['content:encoded', 'content', 'xhtml:body', 'body', 'fullitem', 'atom:content'];
const MORE = 1.2; // times the letters: then what stands under another name is the whole, and the usual one its lead

function contentOf(node: XmlNode): XmlNode | undefined {
  const usual = first(node, CONTENT);
  const full = node.children
    .filter((child) => FULL_TEXT.test(child.name) && child.text.trim() !== '')
    .sort((one, other) => other.text.length - one.text.length)[0];
  return full && full.text.length > (usual?.text.length ?? 0) * MORE ? full : usual;
}

/** The first child of one of the names that says something, in the order of the names. */
export function first(node: XmlNode, names: string[]): XmlNode | undefined {
  for (const name of names) {
    const found = node.children.find((child) => child.name === name && child.text.trim() !== '');
    if (found) return found;
  }
  return undefined;
}

export function elementText(node: XmlNode, names: string[]): string {
  return first(node, names)?.text.trim() ?? '';
}

export function titleOf(node: XmlNode, language: string | null = null): string {
  const title = first(node, ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title']);
  return title ? lineOf(title, title.language || language) : '';
}

/** Text that is plain by its type may hold what looks like markup; elsewhere it is markup. */
function lineOf(node: XmlNode, language: string | null): string {
  const type = node.attributes.type ?? '';
  if (node.attributes.mode === 'base64' || (type.includes('/') && isBase64(node)))
    return plainLine(Buffer.from(node.text, 'base64').toString('utf8'), language);
  // A type that is none of ours is text: what looks like markup in it is meant.
  if (type !== '' && !/html|xml/i.test(type) && !node.isMarkup && !/&(?:#\w+|\w+);/.test(node.text))
    return tidyLine(repaired(node.text));
  return plainLine(node.text, language);
}

function htmlOf(node: XmlNode): string {
  const { type = '', mode } = node.attributes;
  const text = isBase64(node) ? Buffer.from(node.text, 'base64').toString('utf8') : node.text;
  const isPlain = (type === 'text' || type === 'text/plain') && !node.isMarkup && mode !== 'escaped';
  const html = isPlain
    ? withParagraphs(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    : withParagraphs(text);
  return repaired(html.trim());
}

/** Atom 0.3 says so; in Atom 1.0 what is of a media type that is neither text nor XML is (RFC 4287, 4.1.3.3). */
function isBase64(node: XmlNode): boolean {
  const { type = '', mode } = node.attributes;
  if (mode === 'base64') return true;
  const isOther =
    mode === undefined && type.includes('/') && !/^text\/|[/+](?:xml|html|xhtml)|xhtml/i.test(type);
  return isOther && !node.isMarkup && isBase64Text(node.text);
}

/** Words may look like base64 too: it is believed where it is whole, and text comes out of it. */
function isBase64Text(text: string): boolean {
  const bare = text.replace(/\s+/g, '');
  if (bare.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return false;
  return !Buffer.from(bare, 'base64').toString('utf8').includes('\ufffd');
}

function mediaText(node: XmlNode): string {
  const group = node.children.find((child) => child.name === 'media:group') ?? node;
  const text = first(group, ['media:description', 'media:text']);
  return text ? htmlOf(text) : '';
}

function datesOf(node: XmlNode, unread: string[]): { published: number | null; updated: number | null } {
  const of = (names: string[]): number | null => {
    for (const name of names)
      for (const child of node.children) {
        if (child.name !== name) continue;
        const date = readDate(child.text);
        if (date !== null) return date;
        unread.push(child.text);
      }
    return null;
  };
  const published = of([
    'pubdate',
    'published',
    'issued',
    'dcterms:issued',
    'dcterms:created',
    'created',
    'atom:published',
  ]);
  const updated = of(['updated', 'modified', 'atom:updated', 'dcterms:modified', 'dc:date', 'date']);
  return { published: published ?? updated, updated };
}

function linkOf(node: XmlNode, base: string | null): string | null {
  const links = node.children.filter((child) => child.name === 'link' || child.name === 'atom:link');
  const isPage = (link: XmlNode): boolean => /^(alternate)?$/.test(link.attributes.rel ?? '');
  const withAddress = links.filter((link) => isPage(link) && link.attributes.href);
  const asPage = withAddress.find((link) => /html|^$/.test(link.attributes.type ?? '')) ?? withAddress[0];
  const worded = links.filter((link) => link.text.trim() !== '');
  const asText = worded.find(isPage) ?? worded[0];
  const href = asText?.text.trim() || asPage?.attributes.href || permalinkOf(node) || cdfLink(node);
  return href ? resolved(href, (asText ?? asPage)?.base ?? base) : null;
}

/** Microsoft's channels put the address on the item itself. */
export function cdfLink(node: XmlNode): string | null {
  return node.attributes.HREF ?? node.attributes.href ?? null;
}

/** A guid is a link unless it says that it is none; an Atom id or the address of an RSS 1.0 item may be one. */
function permalinkOf(node: XmlNode): string | null {
  const guid = node.children.find((child) => child.name === 'guid');
  const says = guid?.attributes.isPermaLink ?? guid?.attributes.ispermalink ?? 'true';
  const id = guid?.text.trim() || (node.attributes['rdf:about'] ?? '').trim() || elementText(node, ['id']);
  return says.toLowerCase() !== 'false' && /^https?:\/\//i.test(id) ? id : null;
}

export function authorsOf(node: XmlNode, otherwise: string[]): string[] {
  const names = node.children
    .filter((child) => ['author', 'dc:creator', 'atom:author', 'creator', 'dc:author'].includes(child.name))
    .map((child) => nameOf(child));
  const given = names.some((name) => name !== '') ? names : [plainLine(elementText(node, ['itunes:author']))];
  const distinct = [...new Set(given.filter((name) => name !== ''))];
  return distinct.length > 0 ? distinct : otherwise;
}

/** `desk@post.example (Anna Petrou)`, `Anna Petrou <desk@post.example>`, or a name. An address alone is no name. */
function nameOf(node: XmlNode): string {
  const inside = first(node, ['name', 'atom:name']) ?? first(node, ['email', 'atom:email']);
  const text = plainLine(inside?.text ?? node.text);
  const named = /^\S+@\S+\s*\((.+)\)$/.exec(text) ?? /^(.+?)\s*[<(]\S+@\S+[>)]$/.exec(text);
  return named?.[1]?.trim() ?? text;
}

function categoriesOf(node: XmlNode): string[] {
  const words = node.children
    .filter(
      (child) => child.name === 'category' || child.name === 'dc:subject' || child.name === 'atom:category',
    )
    .map((child) => plainLine(child.attributes.label || child.attributes.term || child.text));
  return [...new Set(words.filter((word) => word !== ''))];
}

/** Whom the item names as having had it before: `source`, links to where it came `via`, `dc:source`. */
function hopsOf(node: XmlNode, base: string | null): ParsedHop[] {
  const hops: ParsedHop[] = [];
  for (const child of node.children) {
    if (child.name === 'source' || child.name === 'atom:source') hops.push(sourceHop(child, base));
    else if (child.name === 'dc:source') hops.push(namedHop(child.text));
    else if (/^(atom:)?link$/.test(child.name) && child.attributes.rel === 'via')
      hops.push({
        party: plainLine(child.attributes.title ?? '') || hostOf(child.attributes.href ?? ''),
        link: resolved(child.attributes.href ?? '', base) || null,
        language: child.attributes.hreflang ?? null,
        at: null,
      });
  }
  return hops.filter((hop) => hop.party !== '');
}

function sourceHop(node: XmlNode, base: string | null): ParsedHop {
  const link = node.attributes.url ?? linkOf(node, base);
  const party = node.children.length > 0 ? titleOf(node) : plainLine(node.text);
  return {
    party: party || hostOf(link ?? ''),
    link: link ? resolved(link, base) : null,
    language: node.attributes['xml:lang'] ?? null,
    at: null,
  };
}

function namedHop(text: string): ParsedHop {
  const named = plainLine(text);
  const isAddress = URL.canParse(named) && /^https?:/i.test(named);
  return {
    party: isAddress ? hostOf(named) : named,
    link: isAddress ? named : null,
    language: null,
    at: null,
  };
}
