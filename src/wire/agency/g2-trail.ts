/** Where a NewsML-G2 item came from, what it belongs to, and what of it is not understood. */
import { readDate } from '../parse/dates.ts';
import { type FactPart, type ItemFacts, keep } from '../parse/facts.ts';
import type { ParsedHop } from '../parse/feed.ts';
import { allOf, attributeOf, childOf, childrenOf, type Element, xmlWords } from '../parse/xml-document.ts';
import { codeOf, type G2, nameOf } from './g2-names.ts';

/** A page on the web that holds it, if one is named. Its guid is no page. */
export function linkOf(g2: G2): string | null {
  const links = [...childrenOf(g2.management, 'link'), ...childrenOf(g2.item, 'link')];
  const pages = links.filter(
    (link) =>
      /^https?:\/\//i.test(attributeOf(link, 'href')) &&
      /html|^$/i.test(attributeOf(link, 'contenttype')) &&
      !/previous|derived|seealso|translat|package|depends/i.test(attributeOf(link, 'rel')),
  );
  const alternative = childrenOf(g2.content, 'altId')
    .concat(childrenOf(g2.management, 'altId'))
    .map(xmlWords)
    .find((id) => /^https?:\/\//i.test(id));
  return attributeOf(pages[0], 'href') || alternative || null;
}

/** The source of the information, then everyone it passed, in order. */
export function hopsOf(g2: G2): ParsedHop[] {
  const sources = childrenOf(g2.content, 'infoSource').map(
    (one): ParsedHop => ({ party: nameOf(g2, one), link: addressOf(one), language: null, at: null }),
  );
  const history = allOf(childOf(g2.item, 'hopHistory'), 'hop')
    .toSorted((a, b) => Number(attributeOf(a, 'seq')) - Number(attributeOf(b, 'seq')))
    .map((hop): ParsedHop => {
      const party = childOf(hop, 'party');
      const at = attributeOf(hop, 'timestamp') || attributeOf(childOf(hop, 'action'), 'timestamp');
      return {
        party: nameOf(g2, party) || nameOf(g2, { ...hop, children: [] }),
        link: addressOf(party),
        language: null,
        at: readDate(at),
      };
    });
  const all = [...sources, ...history].filter((hop) => hop.party !== '');
  return all.filter((hop, index) => all.findIndex((other) => other.party === hop.party) === index);
}

function addressOf(node: Element | undefined): string | null {
  const uri = attributeOf(node, 'uri');
  return /^https?:\/\//i.test(uri) && !/cv\.iptc\.org/.test(uri) ? uri : null;
}

const MOST_PARTS = 1_000; // of one package; beyond that nobody lists them

/** What a package is made of, each with the role of its group. */
export function trailParts(item: Element): FactPart[] {
  const groups = allOf(childOf(item, 'groupSet'), 'group').slice(0, MOST_PARTS);
  const parts = groups.flatMap((group) =>
    childrenOf(group, 'itemRef').map((ref) => partOf(ref, attributeOf(group, 'role', 'id'))),
  );
  return parts.slice(0, MOST_PARTS);
}

export function partOf(ref: Element, group: string): FactPart {
  return {
    role: attributeOf(ref, 'rel') || group,
    id: attributeOf(ref, 'residref', 'guidref', 'href'),
    title: xmlWords(childOf(ref, 'headline') ?? childOf(ref, 'title')),
    kind: codeOf(childOf(ref, 'itemClass')).replace(/^.*:/, '') || attributeOf(ref, 'contenttype'),
    version: attributeOf(ref, 'version'),
  };
}

/** What is read above, by the element it stands in. Everything else that says something is kept. */
const READ: Record<string, Set<string>> = {
  itemMeta: new Set(
    'itemClass provider versionCreated firstCreated embargoed expires pubStatus title edNote signal link altId'.split(
      ' ',
    ),
  ),
  contentMeta: new Set(
    'urgency contentCreated contentModified located creator infoSource language genre subject slugline headline by dateline creditline description altId'.split(
      ' ',
    ),
  ),
};

export function keepRest(facts: ItemFacts, g2: G2): void {
  for (const holder of [g2.management, g2.content]) {
    for (const node of childrenOf(holder)) {
      if (!holder || READ[holder.name]?.has(node.name)) continue;
      const said = [codeOf(node), xmlWords(node)].filter((words, index, all) => all.indexOf(words) === index);
      keep(facts, `${holder.name}/${node.name}`, said.join(' '));
    }
  }
  for (const node of childrenOf(g2.item))
    if (!STANDARD.has(node.name)) keep(facts, node.name, xmlWords(node) || JSON.stringify(node.attributes));
}

const STANDARD = new Set(
  'catalog catalogRef hopHistory pubHistory rightsInfo itemMeta contentMeta partMeta assert inlineRef derivedFrom contentSet groupSet link concept conceptSet schemeMeta newsCoverageSet catalogContainer'.split(
    ' ',
  ),
);
