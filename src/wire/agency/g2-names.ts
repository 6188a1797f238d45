/** Names in NewsML-G2: of codes, in the item's language, from the item itself or from what it asserts. */

import type { NamedFact } from '../parse/facts.ts';
import { attributeOf, childOf, childrenOf, type Element, xmlWords } from '../parse/xml-document.ts';
import type { Schemes } from './g2-schemes.ts';
import { lineOf } from './markup.ts';

/** The parts of an item that everything is read from. */
export interface G2 {
  item: Element;
  management: Element | undefined;
  content: Element | undefined;
  rights: Element | undefined;
  schemes: Schemes;
  language: string | null;
  /** What the item asserts of codes that stand elsewhere in it. */
  asserted: Map<string, Element>;
}

/** Of several that say the same in different languages, the one in the item's. */
export function preferredNames(all: Element[], language: string | null): string {
  const own = all.find((one) => sameBase(attributeOf(one, 'xml:lang'), language) && xmlWords(one) !== '');
  return lineOf(own ?? all.find((one) => xmlWords(one) !== ''), language);
}

function sameBase(one: string, other: string | null): boolean {
  return one !== '' && one.split('-')[0]?.toLowerCase() === other?.split('-')[0]?.toLowerCase();
}

export function codeOf(node: Element | undefined): string {
  return attributeOf(node, 'qcode', 'uri', 'literal') || xmlWords(node);
}

/** Its name in the item's language; of the assertion about its code where it has none itself; or the code. */
export function nameOf(g2: G2, node: Element | undefined): string {
  if (!node) return '';
  const code = attributeOf(node, 'qcode', 'uri', 'literal');
  const own = preferredNames(childrenOf(node, 'name'), g2.language);
  const said = own || preferredNames(childrenOf(g2.asserted.get(code), 'name'), g2.language);
  return said || xmlWords(node) || attributeOf(node, 'literal') || inCode(code);
}

/** What a code says to a person: the host of an address, the part after the scheme of another. */
function inCode(code: string): string {
  if (!/^https?:\/\//i.test(code) || !URL.canParse(code)) return code.replace(/^[^:]*:/, '');
  const { hostname, pathname } = new URL(code);
  return pathname.split('/').filter(Boolean).at(-1) ?? hostname.replace(/^www\./, '');
}

/** Each with what kind of thing it is. */
export function namedIn(g2: G2, holder: Element | undefined, name: string): [string, NamedFact][] {
  return childrenOf(holder, name).map((node) => {
    const code = attributeOf(node, 'qcode', 'literal', 'uri');
    const own = preferredNames(childrenOf(node, 'name'), g2.language);
    const said = own || preferredNames(childrenOf(g2.asserted.get(code), 'name'), g2.language);
    const uri = attributeOf(node, 'uri') || g2.schemes.uriOf(attributeOf(node, 'qcode'));
    return [thingOf(node, g2.asserted.get(code)), { name: said, code, uri: uri || null }];
  });
}

function thingOf(node: Element, assertion: Element | undefined): string {
  const type =
    attributeOf(node, 'type', 'typeuri') ||
    codeOf(childOf(assertion, 'type')) ||
    codeOf(childOf(node, 'type'));
  if (/person/i.test(type)) return 'person';
  if (/organi[sz]ation/i.test(type)) return 'organisation';
  return /geoArea|poi\b|place|location/i.test(type) ? 'place' : 'subject';
}
