/** What a NewsML-G2 item must have or must not, by the standard: the faults that a desk is told of. The item is read all the same. */
import { allOf, attributeOf, childOf, childrenOf, type Element } from '../parse/xml-document.ts';

/** The faults of one item, in sentences. */
export function g2FaultsOf(item: Element, header: Element | undefined): string[] {
  return [...missing(item, header), ...misplaced(item), ...misnamed(item), ...lost(item)];
}

const DEEPEST_RELATED = 2; // `related` in `related` is as deep as the standard goes
const NEWSML = 'http://iptc.org/std/nar/2006-10-01/';

function missing(item: Element, header: Element | undefined): string[] {
  const faults: string[] = [];
  const need = (isThere: boolean, what: string): void => {
    if (!isThere) faults.push(`The standard asks for ${what} in a ${item.name}; there is none.`);
  };
  const management = childOf(item, 'itemMeta');
  const hasCatalog = [item, header].some(
    (holder) => childrenOf(holder, 'catalogRef').length + childrenOf(holder, 'catalog').length > 0,
  );
  need(attributeOf(item, 'guid') !== '', 'a guid');
  // Since 2.30 an item that writes its codes as addresses needs none.
  if (!(versionOf(item) >= 230 && !usesCodes(item))) need(hasCatalog, 'a catalog');
  need(management !== undefined, 'itemMeta');
  if (!management) return faults;
  for (const name of ['itemClass', 'provider', 'versionCreated'])
    need(childOf(management, name) !== undefined, name);
  return faults;
}

/** `2.9` is older than `2.30`: the parts are numbers of their own. */
function versionOf(item: Element): number {
  const [major = '', minor = ''] = attributeOf(item, 'standardversion').split('.');
  return (Number(major) || 0) * 100 + (Number(minor) || 0);
}

/** True if its management speaks in codes of schemes. */
function usesCodes(item: Element): boolean {
  const management = childOf(item, 'itemMeta');
  return childrenOf(management).some((child) => attributeOf(child, 'qcode') !== '');
}

function misplaced(item: Element): string[] {
  const faults: string[] = [];
  const content = childOf(item, 'contentMeta');
  if (item.name === 'catalogItem' && childOf(content, 'digitalSourceType'))
    faults.push('A catalogItem says how its content was made, which only content can.');
  if (childOf(item, 'concept', 'hasInstrument') !== undefined)
    faults.push('hasInstrument stands in a concept, where the standard has no place for it.');
  if (versionOf(item) < 229 && attributeOf(childOf(item, 'schemeMeta'), 'schemeretired') !== '')
    faults.push('schemeretired came with version 2.29 of the standard; this item says an older one.');
  if (allOf(item, 'related').some((one) => depthOf(one) > DEEPEST_RELATED))
    faults.push('related stands deeper in related than the standard allows.');
  return faults;
}

function depthOf(node: Element): number {
  const inner = childrenOf(node, 'related');
  return inner.length === 0 ? 1 : 1 + Math.max(...inner.map(depthOf));
}

/** Elements of the standard's own namespace begin with names that it gives; others belong in a namespace of their own. */
function misnamed(item: Element): string[] {
  const details = [...allOf(item, 'organisationDetails'), ...allOf(item, 'personDetails')];
  const strange = details
    .flatMap((holder) =>
      childrenOf(holder).filter((child) => child.space === NEWSML && !DETAILS.has(child.name)),
    )
    .map((child) => child.name);
  return [...new Set(strange)].map((name) => `${name} is no element of NewsML-G2; it is kept as it stands.`);
}

const DETAILS = new Set(
  'founded dissolved location contactInfo hasInstrument familyName givenName born died affiliation occupation'.split(
    ' ',
  ),
);

/** References that lead nowhere, and addresses that are none. */
function lost(item: Element): string[] {
  const faults: string[] = [];
  const groups = allOf(childOf(item, 'groupSet'), 'group');
  const ids = new Set(groups.map((group) => attributeOf(group, 'id')));
  const asked = [
    attributeOf(childOf(item, 'groupSet'), 'root'),
    ...groups.flatMap((group) => childrenOf(group, 'groupRef').map((ref) => attributeOf(ref, 'idref'))),
  ].filter(Boolean);
  const absent = [...new Set(asked)].filter((id) => !ids.has(id));
  if (absent.length > 0)
    faults.push(`The package names groups that are not there: ${absent.slice(0, 5).join(', ')}.`);
  for (const ref of allOf(item, 'itemRef').concat(allOf(item, 'remoteContent')))
    for (const name of ['residrefformaturi', 'formaturi', 'contenttypestandarduri', 'href']) {
      const value = ref.attributes[name];
      if (value !== undefined && /%(?![0-9a-f]{2})|[<>\s"{}|\\^`]/i.test(value.trim()))
        faults.push(`${name} of ${ref.name} is no address: “${value.slice(0, 100)}”.`);
    }
  return faults;
}
