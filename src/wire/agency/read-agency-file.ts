/** Which of the agencies' formats a text is in, by its shape. */
import type { ParsedFeed } from '../parse/feed.ts';
import { nothingRead } from '../parse/feed.ts';
import { allOf, type Element, readDocument, rootNameOf, type XmlDocument } from '../parse/xml-document.ts';
import { readNewsMl1 } from './newsml-1.ts';
import { G2_ROOTS, readNewsMlG2 } from './newsml-g2.ts';
import { readNitf } from './nitf.ts';
import { isTelex, readTelex } from './telex.ts';

/** Reads it if it is an agency's; null if it may be a feed, or nothing. */
export function readAgencyFile(text: string, encoding: string): ParsedFeed | null {
  if (isTelex(text)) return readTelex(text, encoding);
  const root = rootNameOf(text);
  if (G2_ROOTS.has(root)) return readNewsMlG2(readDocument(text), encoding);
  if (root === 'NewsML') return readNewsMl1(readDocument(text), encoding);
  if (root === 'nitf') return nitfFile(readDocument(text), encoding);
  if (root === '' || FEED_ROOTS.test(root)) return null;
  return insideAnother(readDocument(text), encoding);
}

/** What feeds and pages begin with: they are read by their own readers. */
const FEED_ROOTS = /^(?:rss|rdf|feed|channel|html|opml|xhtml|body)$/i;

function nitfFile(document: XmlDocument, encoding: string, found?: Element[]): ParsedFeed {
  const nitfs = found ?? (document.root ? [document.root] : []);
  const items = nitfs.map(readNitf);
  return {
    ...nothingRead('nitf', encoding, [...document.problems, ...nitfs.flatMap(nitfFaults)]),
    title: items[0]?.facts?.provider ?? '',
    language: items[0]?.language ?? null,
    salvaged: document.salvaged,
    items,
  };
}

function nitfFaults(nitf: Element): string[] {
  return allOf(nitf, 'body').length === 0 ? ['A NITF document has no body.'] : [];
}

/** Agencies' own envelopes: the news inside is read, where it is in a format that is known. */
function insideAnother(document: XmlDocument, encoding: string): ParsedFeed | null {
  const { root } = document;
  if (!root) return null;
  const wrapped = (found: Element): XmlDocument => ({ ...document, root: found });
  const [message] = [...allOf(root, 'newsMessage'), ...allOf(root, 'newsItem')];
  if (message && /iptc\.org/.test(message.space)) return readNewsMlG2(wrapped(message), encoding);
  const [newsMl] = allOf(root, 'NewsML');
  if (newsMl) return readNewsMl1(wrapped(newsMl), encoding);
  const nitfs = allOf(root, 'nitf');
  return nitfs.length > 0 ? nitfFile(document, encoding, nitfs) : null;
}
