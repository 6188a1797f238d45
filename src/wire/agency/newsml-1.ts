/** NewsML 1.0 to 1.2: news components within each other, of which one item of the wire is made for each NewsItem. */
import { readDate } from '../parse/dates.ts';
import { type FactPart, factNames, type ItemFacts, keep, type NamedFact, noFacts } from '../parse/facts.ts';
import type { ParsedFeed, ParsedHop, ParsedItem } from '../parse/feed.ts';
import {
  allOf,
  attributeOf,
  childOf,
  childrenOf,
  type Element,
  type XmlDocument,
  xmlWords,
} from '../parse/xml-document.ts';
import { paragraphLanguagesOf } from './markup.ts';
import { formal, isElsewhere, newsmlCopy } from './newsml-1-content.ts';
import type { NitfCopy } from './nitf-copy.ts';

const MOST_ITEMS = 10_000; // as for feeds

export function readNewsMl1(document: XmlDocument, encoding: string): ParsedFeed {
  const { root } = document;
  const envelope = childOf(root, 'NewsEnvelope');
  const found = childrenOf(root, 'NewsItem').slice(0, MOST_ITEMS);
  const problems = [...document.problems];
  if (found.length === 0) problems.push('It is a NewsML message without an item.');
  for (const item of found)
    if (!childOf(item, 'Identification')) problems.push('A NewsItem has no Identification.');
  const items = found.map((item) => readItem(item, envelope));
  return {
    format: 'newsml-1',
    encoding,
    title: partyOf(childOf(envelope, 'SentFrom')) || items[0]?.facts?.provider || '',
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

/** All that is read of one item: the elements that say something, wherever in its components they stand. */
interface Holder {
  item: Element;
  envelope: Element | undefined;
  identifier: Element | undefined;
  management: Element | undefined;
  /** News lines by their order in the document. */
  lines: Element[];
  copy: NitfCopy;
}

function readItem(item: Element, envelope: Element | undefined): ParsedItem {
  const identifier = childOf(item, 'Identification', 'NewsIdentifier');
  const management = childOf(item, 'NewsManagement');
  const holder: Holder = {
    item,
    envelope,
    identifier,
    management,
    lines: allOf(item, 'NewsLines'),
    copy: newsmlCopy(item),
  };
  const language = languageOf(item);
  const facts = factsOf(holder);
  facts.paragraphLanguages = paragraphLanguagesOf(holder.copy.html, language);
  const created = dateOf(childOf(management, 'FirstCreated'));
  const updated = dateOf(childOf(management, 'ThisRevisionCreated'));
  const status = stateOf(management);
  const label = xmlWords(childOf(item, 'Identification', 'NameLabel'));
  return {
    id: idOf(item, identifier),
    link: linkOf(item),
    title: lineOf(holder, 'HeadLine') || holder.copy.headline || label,
    published: created ?? updated ?? dateOf(childOf(envelope, 'DateAndTime')),
    updated,
    authors: authorsOf(item, facts.byline),
    language,
    html: holder.copy.html,
    summary: facts.dek.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    base: null,
    categories: facts.subjects.map((one) => one.name || one.code),
    media: holder.copy.media,
    rights: facts.credit || facts.copyright,
    hops: hopsOf(item, facts.provider),
    status: status.status,
    embargo: status.embargo,
    urgency: urgencyOf(management, envelope),
    slice: { start: item.start, end: item.end },
    facts,
  };
}

function factsOf(holder: Holder): ItemFacts {
  const { item, identifier, management, copy } = holder;
  const facts = noFacts(kindOf(item));
  facts.dek = lineOf(holder, 'SubHeadLine') || copy.dek;
  facts.byline = lineOf(holder, 'ByLine') || copy.byline;
  facts.dateline = lineOf(holder, 'DateLine') || copy.dateline;
  facts.slugline = lineOf(holder, 'SlugLine') || lineOf(holder, 'KeywordLine');
  facts.version = xmlWords(childOf(identifier, 'RevisionId'));
  facts.provider = partyOf(allOf(item, 'Provider')[0]) || xmlWords(childOf(identifier, 'ProviderId'));
  facts.credit = lineOf(holder, 'CreditLine');
  facts.copyright =
    lineOf(holder, 'CopyrightLine') || allOf(item, 'CopyrightHolder').map(xmlWords).filter(Boolean)[0] || '';
  facts.terms = [lineOf(holder, 'RightsLine'), ...allOf(item, 'UsageRights').map(xmlWords)].filter(Boolean);
  facts.note = noteOf(holder);
  facts.signal = childrenOf(management, 'Instruction')
    .map((one) => attributeOf(one, 'FormalName'))
    .join(' ');
  facts.expires = dateOf(allOf(item, 'EndDate')[0]);
  facts.embargoedForNow =
    /embargo/i.test(formal(childOf(management, 'Status'))) && stateOf(management).embargo === null;
  facts.genres = allOf(item, 'Genre').map((one) => ({ name: formal(one), code: '', uri: null }));
  facts.subjects = subjectsOf(item);
  facts.places = placesOf(item);
  facts.parts = allOf(item, 'NewsItemRef').map((one) => partOf(one, 'NewsItem'));
  facts.links = ['AssociatedWith', 'DerivedFrom'].flatMap((name) =>
    childrenOf(management, name).map((one) => ({ ...partOf(one, 'NewsItem'), role: name })),
  );
  keepRest(facts, holder);
  return facts;
}

/** What a news line of the first component that has it says. A component in another language comes later. */
function lineOf({ lines }: Holder, name: string): string {
  for (const holder of lines) {
    const said = childrenOf(holder, name).map(xmlWords).filter(Boolean);
    if (said.length > 0) return said.join(name === 'ByLine' ? ' / ' : ' ');
  }
  return '';
}

function noteOf({ lines, item }: Holder): string {
  const typed = lines
    .flatMap((holder) => childrenOf(holder, 'NewsLine'))
    .filter((line) => /note|advisory|instruction/i.test(formal(childOf(line, 'NewsLineType'))))
    .map((line) => childrenOf(line, 'NewsLineText').map(xmlWords).join(' '));
  const comments = childrenOf(item, 'Comment').concat(childrenOf(childOf(item, 'NewsComponent'), 'Comment'));
  return [...typed, ...comments.map(xmlWords)].filter(Boolean).join(' ');
}

function partyOf(node: Element | undefined): string {
  return childrenOf(node, 'Party').map(formal).filter(Boolean).join(', ');
}

function kindOf(item: Element): string {
  const kinds = allOf(item, 'MediaType').map((one) => formal(one).toLowerCase());
  if (kinds.length === 0 || kinds.some((kind) => /text|complexdata/.test(kind))) return 'text';
  return (kinds[0] ?? 'text').replace('photo', 'picture');
}

function languageOf(item: Element): string | null {
  const said = allOf(item, 'Language')
    .map(formal)
    .find((tag) => /^[a-z]{2,3}(-|$)/i.test(tag));
  const component = childOf(item, 'NewsComponent');
  const own = component?.language ?? item.language;
  return said ?? (own && own !== 'x-default' ? own : null);
}

function idOf(item: Element, identifier: Element | undefined): string | null {
  const whole = xmlWords(childOf(identifier, 'PublicIdentifier'));
  const revision = xmlWords(childOf(identifier, 'RevisionId'));
  // The revision is the last part of a public identifier, and no part of what the item is.
  const bare =
    revision !== '' && whole.endsWith(`:${revision}`) ? whole.slice(0, -revision.length - 1) : whole;
  const id = numberOf(xmlWords(childOf(identifier, 'NewsItemId')));
  const day = xmlWords(childOf(identifier, 'DateId')).slice(0, 'YYYYMMDD'.length);
  const provider = xmlWords(childOf(identifier, 'ProviderId'));
  // A public identifier that does not hold the item's own is that of the sender, on all it sends.
  const isWhole = id === '' ? bare.split(':').length >= WHOLE : bare.includes(id);
  return (
    (isWhole ? bare : '') ||
    (id ? [provider, ...(id.length < COUNTED ? [day] : []), id].filter(Boolean).join(':') : '') ||
    xmlWords(allOf(item, 'guid')[0]) ||
    numberOf(attributeOf(item, 'Duid')) ||
    null
  );
}

const WHOLE = 5; // parts of a public identifier: urn, newsml, who, when, which
const COUNTED = 5; // digits: a shorter number begins anew each day

/** Zero is what programs write where they have none. */
function numberOf(said: string): string {
  return /^0*$/.test(said) ? '' : said;
}

function linkOf(item: Element): string | null {
  const address = xmlWords(allOf(item, 'MoreLink')[0]);
  // A link to the agency's front page is no link to the item.
  return URL.canParse(address) && new URL(address).pathname.length > 1 ? address : null;
}

/** 20261119T120005+0200 and its shorter forms. */
function dateOf(node: Element | undefined): number | null {
  return readDate(xmlWords(node));
}

function stateOf(management: Element | undefined): { status: ParsedItem['status']; embargo: number | null } {
  const said = formal(childOf(management, 'Status')).toLowerCase();
  const change = childOf(management, 'StatusWillChange');
  const becomesUsable = /usable/i.test(formal(childOf(change, 'FutureStatus')));
  const embargo = /embargo/.test(said) || becomesUsable ? dateOf(childOf(change, 'DateAndTime')) : null;
  if (/cancel|kill/.test(said)) return { status: 'canceled', embargo };
  const isHeld = /withh|hold/.test(said) || (/embargo/.test(said) && embargo === null);
  return { status: isHeld ? 'withheld' : 'usable', embargo };
}

function urgencyOf(management: Element | undefined, envelope: Element | undefined): number | null {
  const said = formal(childOf(management, 'Urgency')) || formal(childOf(envelope, 'Priority'));
  const urgency = Number.parseInt(said, 10);
  return urgency >= 1 && urgency <= 9 ? urgency : null;
}

function authorsOf(item: Element, byline: string): string[] {
  const named = byline.split(' / ').flatMap(factNames);
  if (named.length > 0) return [...new Set(named)];
  const authors = allOf(item, 'Creator')
    .map((one) => partyOf(one))
    .filter(Boolean);
  return [...new Set(authors)];
}

function subjectsOf(item: Element): NamedFact[] {
  const names = new Map<string, string>();
  for (const topic of allOf(item, 'Topic')) {
    const code = xmlWords(childOf(topic, 'FormalName'));
    const said = childrenOf(topic, 'Description').find((one) => attributeOf(one, 'Variant') !== 'Category');
    if (code) names.set(code, xmlWords(said));
  }
  const coded = allOf(item, 'SubjectCode')
    .flatMap((one) => childrenOf(one))
    .map(formal);
  const all = [...new Set([...names.keys(), ...coded])].filter(Boolean);
  return all.map((code) => ({
    name: names.get(code) ?? '',
    code,
    uri: /^\d{8}$/.test(code) ? `http://cv.iptc.org/newscodes/subjectcode/${code}` : null,
  }));
}

function placesOf(item: Element): NamedFact[] {
  return allOf(item, 'Location')
    .map((one): NamedFact => {
      const value = (name: RegExp): string =>
        attributeOf(
          childrenOf(one, 'Property').find((each) => name.test(attributeOf(each, 'FormalName'))),
          'Value',
        );
      const country = value(/country/i);
      return {
        name: value(/city|place|town/i) || value(/region|area/i) || country || formal(one),
        code: country,
        uri: null,
      };
    })
    .filter((place) => place.name !== '');
}

/** `Source` is where the provider has it from. */
function hopsOf(item: Element, provider: string): ParsedHop[] {
  const parties = allOf(item, 'Source').flatMap((one) => childrenOf(one, 'Party').map(formal));
  return [...new Set(parties)]
    .filter((party) => party !== '' && party !== provider)
    .map((party) => ({ party, link: null, language: null, at: null }));
}

function partOf(node: Element, attribute: string): FactPart {
  return {
    role: '',
    id: attributeOf(node, attribute),
    title: xmlWords(childOf(node, 'Comment')),
    kind: '',
    version: '',
  };
}

const READ = new Set(
  'HeadLine SubHeadLine ByLine DateLine SlugLine KeywordLine CreditLine CopyrightLine RightsLine MoreLink'.split(
    ' ',
  ),
);

function keepRest(facts: ItemFacts, { item, lines, envelope }: Holder): void {
  for (const holder of lines)
    for (const line of childrenOf(holder)) if (!READ.has(line.name)) keep(facts, line.name, xmlWords(line));
  for (const content of allOf(item, 'ContentItem'))
    if (isElsewhere(content)) keep(facts, 'ContentItem', attributeOf(content, 'Href'));
  for (const product of childrenOf(envelope, 'NewsProduct')) keep(facts, 'NewsProduct', formal(product));
  for (const name of ['Property', 'OfInterestTo'])
    for (const one of allOf(item, 'DescriptiveMetadata').flatMap((holder) => childrenOf(holder, name)))
      keep(facts, name, [formal(one), attributeOf(one, 'Value')].filter(Boolean).join(' '));
}
