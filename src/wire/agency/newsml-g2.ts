/**
 * NewsML-G2 in all its items: news, packages, planning, concepts, alone or several in a message. Every version of the
 * standard is read by the same names; what it forbids is named as a fault, and what is not understood is kept.
 */
import type { ParsedFeed, ParsedItem } from '../parse/feed.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  type Element,
  type XmlDocument,
  xmlWords,
} from '../parse/xml-document.ts';
import { g2FaultsOf } from './g2-faults.ts';
import { readG2Item } from './g2-item.ts';
import { Schemes } from './g2-schemes.ts';

/** The elements that are an item of their own. */
export const G2_ITEMS = [
  'newsItem',
  'packageItem',
  'conceptItem',
  'knowledgeItem',
  'planningItem',
  'catalogItem',
];
/** The elements that a document of this standard begins with. */
export const G2_ROOTS = new Set(['newsMessage', 'catalog', ...G2_ITEMS]);

const MOST_ITEMS = 10_000; // as for feeds

export function readNewsMlG2(document: XmlDocument, encoding: string): ParsedFeed {
  const { root } = document;
  const found = root ? itemsIn(root) : [];
  const header = childOf(root, 'header');
  const shared = childrenOf(header, 'catalog');
  const items = found.slice(0, MOST_ITEMS).map((item) => {
    const schemes = new Schemes([...shared, ...childrenOf(item, 'catalog')]);
    return readG2Item(item, schemes);
  });
  const faults = [...new Set(found.slice(0, MOST_ITEMS).flatMap((item) => g2FaultsOf(item, header)))];
  const problems = [...document.problems, ...faults.slice(0, MOST_FAULTS)];
  if (root?.name === 'catalog') problems.push('It is a catalog of schemes: codes for news, and no news.');
  else if (items.length === 0) problems.push('It is a NewsML-G2 message without an item.');
  return {
    format: 'newsml-g2',
    encoding,
    title: titleOf(header, items),
    link: null,
    language: root?.language ?? items[0]?.language ?? null,
    salvaged: document.salvaged,
    problems,
    hub: null,
    self: null,
    restMs: null,
    items,
  };
}

const MOST_FAULTS = 20; // of one document; more tell an editor nothing

function itemsIn(root: Element): Element[] {
  if (G2_ITEMS.includes(root.name)) return [root];
  return childrenOf(root, 'itemSet').flatMap((set) =>
    childrenOf(set).filter((child) => G2_ITEMS.includes(child.name)),
  );
}

function titleOf(header: Element | undefined, items: ParsedItem[]): string {
  const origin = childOf(header, 'origin');
  return (
    xmlWords(origin) ||
    attributeOf(origin, 'literal') ||
    xmlWords(childOf(header, 'sender')) ||
    items[0]?.facts?.provider ||
    ''
  );
}
