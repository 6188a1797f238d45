/** NITF 2 and 3: copy with its own head. Read alone, and where NewsML or ninjs carry it inside. */
import { readDate } from '../parse/dates.ts';
import { factNames, type ItemFacts, keep, type NamedFact, noFacts } from '../parse/facts.ts';
import type { ParsedHop, ParsedItem } from '../parse/feed.ts';
import { plainLine } from '../parse/words.ts';
import { allOf, attributeOf, childOf, childrenOf, type Element, xmlWords } from '../parse/xml-document.ts';
import { paragraphLanguagesOf } from './markup.ts';
import { type NitfCopy, nitfCopy } from './nitf-copy.ts';

const MANAGEMENT: Record<string, ParsedItem['status']> = {
  withheld: 'withheld',
  canceled: 'canceled',
  cancelled: 'canceled',
};

/** A NITF document as an item. */
export function readNitf(nitf: Element): ParsedItem {
  const head = childOf(nitf, 'head');
  const docdata = childOf(head, 'docdata') ?? childOf(nitf, 'docdata');
  const metas = metasOf(head);
  const copy = nitfCopy(nitf);
  const facts = factsOf({ nitf, head, docdata, metas, copy });
  const language =
    childOf(nitf, 'body', 'body.content')?.language ??
    childOf(nitf, 'body')?.language ??
    (metas.get('language') || metas.get('lang') || attributeOf(head, 'lang') || null);
  facts.paragraphLanguages = paragraphLanguagesOf(copy.html, language);
  const released = dateOf(childOf(docdata, 'date.release'));
  const issued = dateOf(childOf(docdata, 'date.issue')) ?? publicationOf(head, nitf) ?? released;
  const status = attributeOf(docdata, 'management-status').toLowerCase();
  const isEmbargoed = status === 'embargoed';
  facts.embargoedForNow = isEmbargoed && released === null;
  return {
    id:
      attributeOf(childOf(docdata, 'doc-id'), 'id-string') ||
      attributeOf(nitf, 'uno') ||
      metas.get('id') ||
      null,
    link: linkOf(metas, head),
    title: plainLine(copy.headline || xmlWords(childOf(head, 'title'))),
    published: issued,
    updated: dateOf(childOf(docdata, 'date.issue')) ?? issued,
    authors: authorsOf(nitf, copy.byline),
    language,
    html: copy.html,
    summary: facts.dek,
    base: null,
    categories: facts.subjects.map((one) => one.name || one.code),
    media: copy.media,
    rights: facts.credit || facts.copyright,
    hops: hopsOf(docdata),
    status: MANAGEMENT[status] ?? (facts.embargoedForNow ? 'withheld' : 'usable'),
    embargo: isEmbargoed || (released !== null && issued !== null && released > issued) ? released : null,
    urgency: urgencyOf(docdata, metas),
    slice: { start: nitf.start, end: nitf.end },
    facts,
  };
}

interface Read {
  nitf: Element;
  head: Element | undefined;
  docdata: Element | undefined;
  metas: Map<string, string>;
  copy: NitfCopy;
}

function factsOf({ nitf, head, docdata, metas, copy }: Read): ItemFacts {
  const facts = noFacts();
  const bodyHead = childOf(nitf, 'body', 'body.head');
  const key = childOf(docdata, 'du-key');
  const keywords = allOf(childOf(docdata, 'key-list'), 'keyword').map((one) => attributeOf(one, 'key'));
  facts.dek = copy.dek;
  facts.byline = copy.byline;
  facts.dateline = copy.dateline;
  facts.slugline = metas.get('slugline') || metas.get('slug') || keywords[0] || attributeOf(key, 'key');
  facts.version = attributeOf(key, 'version') || metas.get('version') || '';
  facts.provider =
    attributeOf(childOf(docdata, 'doc-id'), 'regsrc') || xmlWords(childOf(bodyHead, 'distributor'));
  const rights = childOf(docdata, 'doc.copyright');
  facts.copyright =
    [attributeOf(rights, 'holder'), attributeOf(rights, 'year')].filter(Boolean).join(' ') ||
    xmlWords(childOf(nitf, 'body', 'body.head', 'rights', 'rights.owner'));
  facts.credit = xmlWords(childOf(bodyHead, 'distributor')) || metas.get('credit') || '';
  facts.terms = [childOf(docdata, 'doc.rights'), childOf(bodyHead, 'rights')]
    .map((one) => attributeOf(one, 'agent', 'limitations') || xmlWords(one))
    .filter(Boolean);
  facts.note = [...childrenOf(docdata, 'ed-msg'), ...childrenOf(bodyHead, 'note')]
    .map((one) => attributeOf(one, 'info') || xmlWords(one))
    .filter(Boolean)
    .join(' ');
  facts.signal = attributeOf(childOf(docdata, 'correction'), 'info') ? 'correction' : '';
  const correction = attributeOf(childOf(docdata, 'correction'), 'info');
  if (correction) facts.note = [facts.note, correction].filter(Boolean).join(' ');
  facts.expires = dateOf(childOf(docdata, 'date.expire'));
  facts.genres = genresOf(head);
  facts.subjects = subjectsOf(head, docdata);
  facts.places = placesOf(docdata, bodyHead);
  facts.people = identified(docdata, 'person');
  facts.organisations = identified(docdata, 'org');
  for (const keyword of keywords.slice(1)) facts.subjects.push({ name: keyword, code: '', uri: null });
  keepRest(facts, docdata, metas);
  return facts;
}

/** What of the document's data is read above; the rest is kept as it stands. */
const READ = new Set(
  'doc-id du-key key-list doc.copyright doc.rights ed-msg correction date.issue date.release date.expire urgency evloc del-list identified-content'.split(
    ' ',
  ),
);
const READ_METAS = new Set('language lang slugline slug version credit id urgency priority'.split(' '));

function keepRest(facts: ItemFacts, docdata: Element | undefined, metas: Map<string, string>): void {
  for (const node of childrenOf(docdata)) {
    if (READ.has(node.name)) continue;
    const said = Object.entries(node.attributes).map(([name, value]) => `${name}=${value}`);
    keep(facts, node.name, [...said, xmlWords(node)].join(' '));
  }
  for (const [name, content] of metas) if (!READ_METAS.has(name)) keep(facts, `meta ${name}`, content);
}

function metasOf(head: Element | undefined): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of allOf(head, 'meta')) {
    const name = attributeOf(meta, 'name', 'http-equiv').toLowerCase();
    if (name && !metas.has(name)) metas.set(name, attributeOf(meta, 'content'));
  }
  return metas;
}

function linkOf(metas: Map<string, string>, head: Element | undefined): string | null {
  const address =
    metas.get('canonical') ||
    metas.get('url') ||
    metas.get('link') ||
    attributeOf(childOf(head, 'pubdata'), 'ex-ref');
  return address && /^https?:\/\//i.test(address) ? address : null;
}

function publicationOf(head: Element | undefined, nitf: Element): number | null {
  const story = childOf(nitf, 'body', 'body.head', 'dateline', 'story.date');
  return readDate(attributeOf(childOf(head, 'pubdata'), 'date.publication')) ?? dateOf(story);
}

function dateOf(node: Element | undefined): number | null {
  return readDate(attributeOf(node, 'norm')) ?? (node ? readDate(xmlWords(node)) : null);
}

function urgencyOf(docdata: Element | undefined, metas: Map<string, string>): number | null {
  const said =
    attributeOf(childOf(docdata, 'urgency'), 'ed-urg') || metas.get('urgency') || metas.get('priority') || '';
  const urgency = Number.parseInt(said, 10);
  return urgency >= 1 && urgency <= 9 ? urgency : null;
}

function authorsOf(nitf: Element, byline: string): string[] {
  const head = childOf(nitf, 'body', 'body.head');
  const people = childrenOf(head, 'byline').flatMap((one) => allOf(one, 'person').map(xmlWords));
  const named = people.flatMap(factNames);
  return named.length > 0 ? [...new Set(named)] : byline.split(' / ').flatMap(factNames);
}

function genresOf(head: Element | undefined): NamedFact[] {
  const tobject = childOf(head, 'tobject');
  const kind = attributeOf(tobject, 'tobject.type');
  const properties = childrenOf(tobject, 'tobject.property').map((one) =>
    attributeOf(one, 'tobject.property.type'),
  );
  return [kind, ...properties].filter(Boolean).map((name) => ({ name, code: '', uri: null }));
}

function subjectsOf(head: Element | undefined, docdata: Element | undefined): NamedFact[] {
  const subjects = allOf(childOf(head, 'tobject'), 'tobject.subject').map((one): NamedFact => {
    const part = (name: string): string => attributeOf(one, `tobject.subject.${name}`);
    const code = part('refnum');
    return {
      name: part('detail') || part('matter') || part('type') || part('code'),
      code,
      uri: /^\d{8}$/.test(code) ? `http://cv.iptc.org/newscodes/subjectcode/${code}` : null,
    };
  });
  const classified = allOf(childOf(docdata, 'identified-content'), 'classifier').map(
    (one): NamedFact => ({
      name: attributeOf(one, 'value') || xmlWords(one),
      code: attributeOf(one, 'idsrc', 'type'),
      uri: null,
    }),
  );
  return [...subjects, ...classified];
}

function placesOf(docdata: Element | undefined, bodyHead: Element | undefined): NamedFact[] {
  const happened = childrenOf(docdata, 'evloc').map((one): NamedFact => {
    const name = [attributeOf(one, 'city'), attributeOf(one, 'county-dist'), attributeOf(one, 'state-prov')]
      .filter(Boolean)
      .join(', ');
    return {
      name: name || attributeOf(one, 'iso-cc') || xmlWords(one),
      code: attributeOf(one, 'iso-cc'),
      uri: null,
    };
  });
  const written = allOf(childOf(bodyHead, 'dateline'), 'location').map(
    (one): NamedFact => ({ name: xmlWords(one), code: '', uri: null }),
  );
  const all = [...happened, ...written, ...identified(docdata, 'location')].filter((one) => one.name !== '');
  return [...new Map(all.map((one) => [one.name, one])).values()];
}

function identified(docdata: Element | undefined, name: string): NamedFact[] {
  return allOf(childOf(docdata, 'identified-content'), name)
    .map(
      (one): NamedFact => ({
        name: xmlWords(one) || attributeOf(one, 'value'),
        code: attributeOf(one, 'idsrc'),
        uri: null,
      }),
    )
    .filter((one) => one.name !== '');
}

/** Whom it came through before, in the order of their level. */
function hopsOf(docdata: Element | undefined): ParsedHop[] {
  return allOf(childOf(docdata, 'del-list'), 'from-src')
    .toSorted((a, b) => levelOf(a) - levelOf(b))
    .map((one) => ({
      party: attributeOf(one, 'src-name') || xmlWords(one),
      link: null,
      language: null,
      at: null,
    }))
    .filter((hop) => hop.party !== '');
}

function levelOf(source: Element): number {
  return Number.parseInt(attributeOf(source, 'level-number'), 10) || 0;
}
