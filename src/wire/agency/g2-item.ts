/** One item of NewsML-G2: what its management, its content's description and its content say, as an item of the wire. */
import { readDate } from '../parse/dates.ts';
import { factNames, type ItemFacts, noFacts } from '../parse/facts.ts';
import type { ParsedItem } from '../parse/feed.ts';
import { allOf, attributeOf, childOf, childrenOf, type Element, xmlWords } from '../parse/xml-document.ts';
import { type G2Content, g2ContentOf } from './g2-content.ts';
import { codeOf, type G2, namedIn, nameOf, preferredNames } from './g2-names.ts';
import { g2PlansOf } from './g2-plans.ts';
import type { Schemes } from './g2-schemes.ts';
import { hopsOf, keepRest, linkOf, partOf, trailParts } from './g2-trail.ts';
import { paragraphLanguagesOf } from './markup.ts';

export function readG2Item(item: Element, schemes: Schemes): ParsedItem {
  const management = childOf(item, 'itemMeta');
  const content = childOf(item, 'contentMeta');
  const language = attributeOf(childOf(content, 'language'), 'tag') || item.language;
  const asserted = new Map(
    childrenOf(item, 'assert').map((one) => [attributeOf(one, 'qcode', 'uri', 'literal'), one]),
  );
  const g2: G2 = {
    item,
    management,
    content,
    rights: childOf(item, 'rightsInfo'),
    schemes,
    language,
    asserted,
  };
  const copy = g2ContentOf(childOf(item, 'contentSet'), /^(?:picture|graphic)$/.test(kindOf(g2)));
  const facts = factsOf(g2, copy);
  const description = descriptionsOf(g2).join('\n');
  const html =
    copy.html ||
    descriptionsOf(g2)
      .map((text) => `<p>${escapedText(text)}</p>`)
      .join('');
  facts.paragraphLanguages = paragraphLanguagesOf(html, language);
  const created = dateIn(management, 'firstCreated') ?? dateIn(content, 'contentCreated');
  const updated = dateIn(management, 'versionCreated') ?? dateIn(content, 'contentModified');
  const embargo = childOf(management, 'embargoed');
  const plans = g2PlansOf(item);
  return {
    id: attributeOf(item, 'guid') || null,
    link: linkOf(g2),
    title: titleOf(g2, copy),
    published: created ?? updated,
    updated,
    authors: authorsOf(g2, facts.byline),
    language,
    html,
    summary: escapedText(facts.dek || (copy.html ? description : '')),
    base: null,
    categories: facts.subjects.map((one) => one.name || one.code),
    media: copy.media.map((media) => ({
      ...media,
      caption: media.caption || description,
      credit: media.credit || facts.credit,
    })),
    rights: facts.credit || facts.copyright,
    hops: hopsOf(g2),
    status: statusOf(management, facts),
    embargo: embargo ? readDate(xmlWords(embargo)) : null,
    urgency: urgencyOf(content),
    slice: { start: item.start, end: item.end },
    facts,
    ...(plans && { plans }),
  };
}

function escapedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function factsOf(g2: G2, copy: G2Content): ItemFacts {
  const { item, management, content, rights } = g2;
  const facts = noFacts(kindOf(g2));
  const subjects = namedIn(g2, content, 'subject');
  facts.dek = headlineOf(g2, /sub|dek|deck/i) || copy.dek;
  facts.byline = childrenOf(content, 'by').map(xmlWords).filter(Boolean).join(' / ') || copy.byline;
  facts.dateline = xmlWords(childOf(content, 'dateline')) || copy.dateline;
  facts.slugline =
    xmlWords(childOf(content, 'slugline')) || attributeOf(childOf(content, 'slugline'), 'literal');
  facts.version = attributeOf(item, 'version');
  facts.provider = nameOf(g2, childOf(management, 'provider'));
  facts.credit = xmlWords(childOf(content, 'creditline')) || xmlWords(childOf(rights, 'creditline'));
  facts.copyright =
    xmlWords(childOf(rights, 'copyrightNotice')) || nameOf(g2, childOf(rights, 'copyrightHolder'));
  facts.terms = [...childrenOf(rights, 'usageTerms'), ...childrenOf(rights, 'otherConstraints')]
    .map((one) => xmlWords(one) || attributeOf(one, 'href', 'uri'))
    .filter(Boolean);
  const mining = childOf(rights, 'dataMining');
  facts.dataMining = attributeOf(mining, 'uri', 'qcode', 'literal') || xmlWords(mining);
  const made = childOf(content, 'digitalSourceType');
  facts.digitalSource = attributeOf(made, 'uri', 'qcode', 'literal') || xmlWords(made);
  facts.note = childrenOf(management, 'edNote').map(xmlWords).filter(Boolean).join(' ');
  facts.signal = childrenOf(management, 'signal').map(codeOf).join(' ');
  facts.expires =
    dateIn(management, 'expires') ??
    dateIn(content, 'expires') ??
    readDate(attributeOf(rights, 'validto', 'rights-expire'));
  const embargo = childOf(management, 'embargoed');
  facts.embargoedForNow = embargo !== undefined && xmlWords(embargo) === '';
  facts.genres = namedIn(g2, content, 'genre').map(([, named]) => named);
  facts.subjects = subjects.filter(([kind]) => kind === 'subject').map(([, named]) => named);
  facts.people = subjects.filter(([kind]) => kind === 'person').map(([, named]) => named);
  facts.organisations = subjects.filter(([kind]) => kind === 'organisation').map(([, named]) => named);
  const located = namedIn(g2, content, 'located').map(([, named]) => named);
  const about = subjects.filter(([kind]) => kind === 'place').map(([, named]) => named);
  facts.places = [...new Map([...located, ...about].map((one) => [one.code || one.name, one])).values()];
  facts.point = pointOf(item);
  facts.parts = trailParts(item);
  facts.links = [...childrenOf(management, 'link'), ...childrenOf(item, 'link')].map((link) =>
    partOf(link, ''),
  );
  keepRest(facts, g2);
  return facts;
}

/** The item's kind in one word: what its class says, otherwise what element it is. */
function kindOf({ item, management }: G2): string {
  const said = codeOf(childOf(management, 'itemClass'))
    .replace(/^.*[:/]/, '')
    .toLowerCase();
  if (said) return said;
  return item.name === 'packageItem' ? 'composite' : item.name.replace(/Item$/, '').replace('news', 'text');
}

function titleOf(g2: G2, copy: G2Content): string {
  const concept = childOf(g2.item, 'concept') ?? childOf(g2.item, 'schemeMeta');
  return (
    headlineOf(g2, null) ||
    copy.headline ||
    preferredNames(childrenOf(g2.management, 'title'), g2.language) ||
    preferredNames(childrenOf(concept, 'name'), g2.language) ||
    xmlWords(allOf(g2.item, 'headline')[0]) ||
    xmlWords(allOf(childOf(g2.item, 'conceptSet'), 'name')[0]) ||
    xmlWords(childOf(g2.content, 'slugline'))
  );
}

/** The headline of a role, or the main one where no role is asked for. */
function headlineOf(g2: G2, role: RegExp | null): string {
  const all = childrenOf(g2.content, 'headline');
  const roleOf = (one: Element): string => attributeOf(one, 'role', 'roleuri');
  if (role) return xmlWords(all.find((one) => role.test(roleOf(one))));
  const plain = all.filter((one) => !/sub|dek|deck/i.test(roleOf(one)));
  const main = plain.filter((one) => roleOf(one) === '' || /main|headline/i.test(roleOf(one)));
  return preferredNames(main.length > 0 ? main : plain, g2.language);
}

function descriptionsOf(g2: G2): string[] {
  const concept = childOf(g2.item, 'concept');
  const all = [...childrenOf(g2.content, 'description'), ...childrenOf(concept, 'definition')];
  return [...new Set(all.map(xmlWords).filter(Boolean))];
}

function dateIn(node: Element | undefined, name: string): number | null {
  return readDate(xmlWords(childOf(node, name)));
}

function statusOf(management: Element | undefined, facts: ItemFacts): ParsedItem['status'] {
  const status = codeOf(childOf(management, 'pubStatus')).toLowerCase();
  if (/cancell?ed|killed/.test(status) || /\bkill\b/i.test(facts.signal)) return 'canceled';
  return status.includes('withheld') || facts.embargoedForNow ? 'withheld' : 'usable';
}

function urgencyOf(content: Element | undefined): number | null {
  const urgency = Number.parseInt(xmlWords(childOf(content, 'urgency')), 10);
  return urgency >= 1 && urgency <= 9 ? urgency : null;
}

/** Creators by name, or as the byline has them. A creator that is only a code or initials is an editor's mark. */
function authorsOf(g2: G2, byline: string): string[] {
  const creators = childrenOf(g2.content, 'creator');
  const named = creators.map((one) => preferredNames(childrenOf(one, 'name'), g2.language)).filter(Boolean);
  const written = byline.split(' / ').flatMap(factNames);
  const literal = creators.map((one) => attributeOf(one, 'literal')).filter((words) => words.includes(' '));
  return [...new Set([named, written, literal].find((names) => names.length > 0) ?? [])];
}

function pointOf(item: Element): ItemFacts['point'] {
  const position = allOf(item, 'position').find((one) => one.attributes.latitude && one.attributes.longitude);
  const latitude = Number(position?.attributes.latitude);
  const longitude = Number(position?.attributes.longitude);
  return position && Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null;
}
