/** One ninjs object as an item of the wire. Names of all versions are asked for: agencies mix them. */
import { readDate } from '../parse/dates.ts';
import { type FactPart, factNames, type ItemFacts, keep, type NamedFact, noFacts } from '../parse/facts.ts';
import type { ParsedHop, ParsedItem } from '../parse/feed.ts';
import { plainLine } from '../parse/words.ts';
import { anyOf, isObject, type Json, jsonLine, list, said } from './json.ts';
import { markedParagraphs, paragraphLanguagesOf } from './markup.ts';
import { bodyOf, describe, inRole, ninjsTitle } from './ninjs-copy.ts';
import { associationsOf, isPicture, ninjsMedia } from './ninjs-media.ts';
import { ninjsPlansOf } from './ninjs-plans.ts';
import type { NinjsVersion } from './ninjs-version.ts';

export function readNinjsItem(json: Json, version: NinjsVersion, slice: ParsedItem['slice']): ParsedItem {
  const language = jsonLine(json.language) || null;
  const facts = factsOf(json, version);
  const description = describe(json);
  const body = bodyOf(json);
  const html = body || (description ? markedParagraphs(description) : '');
  facts.paragraphLanguages = paragraphLanguagesOf(html, language);
  const created = dateIn(
    json,
    'firstcreated',
    'firstCreated',
    'firstpublished',
    'contentcreated',
    'contentCreated',
  );
  const updated = dateIn(json, 'versioncreated', 'versionCreated');
  const status = jsonLine(anyOf(json, 'pubstatus', 'pubStatus')).toLowerCase();
  const plans = ninjsPlansOf(json);
  return {
    id: withoutRequest(json, jsonLine(anyOf(json, 'uri', 'guid', '_id', 'itemid'))) || null,
    link: linkOf(json),
    title: ninjsTitle(json),
    published: created ?? updated,
    updated,
    authors: authorsOf(json, facts.byline),
    language,
    html,
    summary: body && description ? markedParagraphs(description) : '',
    base: null,
    categories: facts.subjects.map((one) => one.name || one.code),
    media: ninjsMedia(json, facts.kind),
    rights: facts.credit || facts.copyright,
    hops: hopsOf(json),
    status: /cancell?ed|killed|recalled/.test(status)
      ? 'canceled'
      : status === 'withheld'
        ? 'withheld'
        : 'usable',
    embargo: dateIn(json, 'embargoed', 'embargoedUntil', 'embargoeduntil'),
    urgency: urgencyOf(json),
    slice,
    facts,
    ...(plans && { plans }),
  };
}

function dateIn(json: Json, ...names: string[]): number | null {
  for (const name of names) {
    const date = readDate(said(json[name]));
    if (date !== null) return date;
  }
  return null;
}

function urgencyOf(json: Json): number | null {
  const urgency = Number(json.urgency);
  return Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : null;
}

function factsOf(json: Json, version: NinjsVersion): ItemFacts {
  const facts = noFacts(jsonLine(json.type).toLowerCase() || 'text');
  facts.dek =
    inRole(json.headlines, /sub|dek/i) ||
    jsonLine(anyOf(json, 'headline_sub', 'headline_dek', 'subheadline'));
  facts.byline = bylineOf(json);
  facts.dateline = jsonLine(json.dateline);
  facts.slugline = jsonLine(anyOf(json, 'slugline', 'slug'));
  facts.version = jsonLine(json.version);
  facts.provider =
    jsonLine(anyOf(json, 'provider', 'source')) ||
    jsonLine(anyOf(json, 'copyrightholder', 'copyrightHolder'));
  facts.credit = jsonLine(anyOf(json, 'creditline', 'creditLine', 'credit'));
  facts.copyright = jsonLine(
    anyOf(json, 'copyrightnotice', 'copyrightNotice', 'copyrightholder', 'copyrightHolder', 'copyrightline'),
  );
  facts.terms = list(anyOf(json, 'usageterms', 'usageTerms'))
    .map(jsonLine)
    .filter(Boolean);
  addRights(facts, json);
  facts.note = jsonLine(anyOf(json, 'ednote', 'edNote'));
  facts.signal = list(anyOf(json, 'signals', 'signal'))
    .map(jsonLine)
    .filter(Boolean)
    .join(' ');
  facts.expires = dateIn(json, 'expires', 'expiry');
  facts.genres = namedOf(anyOf(json, 'genre', 'genres'));
  facts.subjects = namedOf(anyOf(json, 'subject', 'subjects'));
  facts.people = namedOf(anyOf(json, 'person', 'people'));
  facts.organisations = namedOf(anyOf(json, 'organisation', 'organisations'));
  facts.places = [...locatedOf(json), ...namedOf(anyOf(json, 'place', 'places'))];
  facts.point = pointOf(json);
  facts.parts = associationsOf(json)
    .filter(([, one]) => !isPicture(one))
    .map(([name, one]) => partOf(name, one));
  facts.links = list(anyOf(json, 'altids', 'altIds')).flatMap(alternatives);
  keepRest(facts, json, version);
  return facts;
}

function addRights(facts: ItemFacts, json: Json): void {
  const made = anyOf(json, 'digitalsourcetype', 'digitalSourceType');
  facts.digitalSource =
    (isObject(made) && jsonLine(anyOf(made, 'uri', 'code', 'literal', 'name'))) || jsonLine(made);
  const rights = anyOf(json, 'rightsinfo', 'rightsInfo');
  for (const holder of [rights, json].filter(isObject)) {
    const linked = jsonLine(anyOf(holder, 'linkedrights', 'linkedRights'));
    const encoded = jsonLine(anyOf(holder, 'encodedrights', 'encodedRights'));
    facts.terms.push(...[linked, encoded].filter(Boolean));
    facts.dataMining ||= jsonLine(anyOf(holder, 'datamining', 'dataMining'));
  }
  // Rights in the language of ODRL name the action that is forbidden.
  facts.dataMining ||=
    /\b(?:DMI-[A-Z-]+|(?:text|data)-?mining|aiTraining)\b/i.exec(facts.terms.join(' '))?.[0] ?? '';
}

function bylineOf(json: Json): string {
  const several = list(json.bylines).filter(isObject);
  if (several.length > 0)
    return several
      .map((one) => jsonLine(anyOf(one, 'by', 'name')))
      .filter(Boolean)
      .join(' / ');
  return plainLine(jsonLine(anyOf(json, 'byline', 'byLine', 'by')));
}

function authorsOf(json: Json, byline: string): string[] {
  const listed = list(json.authors)
    .map((one) => (isObject(one) ? jsonLine(anyOf(one, 'name', 'display_name')) : jsonLine(one)))
    .filter(Boolean);
  return listed.length > 0 ? [...new Set(listed)] : [...new Set(byline.split(' / ').flatMap(factNames))];
}

/** AP's address of an item ends in a token of the request and one of the state: neither is the item's. */
function withoutRequest(json: Json, uri: string): string {
  const own = isObject(json.altids) ? jsonLine(json.altids.itemid) : '';
  const [bare = '', search = ''] = uri.split('?');
  return own !== '' && search !== '' && bare.includes(own) ? bare : uri;
}

function linkOf(json: Json): string | null {
  const given = jsonLine(anyOf(json, 'canonical', 'canonicalUrl', 'url', 'link', 'href'));
  if (/^https?:\/\//i.test(given)) return given;
  const pages = list(json.links)
    .filter(isObject)
    .map((one) => jsonLine(one.href));
  const page = pages.find((href) => /^https?:\/\//i.test(href));
  const uri = withoutRequest(json, jsonLine(json.uri));
  return page ?? (/^https?:\/\//i.test(uri) ? uri : null);
}

function namedOf(value: unknown): NamedFact[] {
  return list(value)
    .map((one): NamedFact => {
      if (!isObject(one)) return { name: jsonLine(one), code: '', uri: null };
      const code = jsonLine(anyOf(one, 'code', 'literal', 'qcode'));
      const scheme = jsonLine(one.scheme);
      const uri =
        jsonLine(one.uri) ||
        (/^https?:/i.test(scheme) && code ? `${scheme.replace(/\/?$/, '/')}${code}` : '');
      return { name: jsonLine(one.name), code: code || uri, uri: uri || null };
    })
    .filter((one) => one.name !== '' || one.code !== '');
}

function locatedOf(json: Json): NamedFact[] {
  const located = jsonLine(json.located);
  return located === '' ? [] : [{ name: located, code: '', uri: null }];
}

function pointOf(json: Json): ItemFacts['point'] {
  for (const place of list(anyOf(json, 'place', 'places')).filter(isObject)) {
    const geometry = anyOf(place, 'geojson', 'geoJSON', 'geometry_geojson');
    const inner = isObject(geometry) && isObject(geometry.geometry) ? geometry.geometry : geometry;
    const [longitude, latitude] = isObject(inner) ? list(inner.coordinates) : [];
    if (typeof latitude === 'number' && typeof longitude === 'number') return { latitude, longitude };
  }
  return null;
}

function partOf(name: string, json: Json): FactPart {
  return {
    role: name,
    id: jsonLine(anyOf(json, 'uri', 'guid')),
    title: ninjsTitle(json),
    kind: jsonLine(json.type),
    version: jsonLine(json.version),
  };
}

function hopsOf(json: Json): ParsedHop[] {
  return namedOf(anyOf(json, 'infosource', 'infosources', 'infoSources')).map(({ name, code, uri }) => ({
    party: name || code,
    link: uri,
    language: null,
    at: null,
  }));
}

function alternatives(value: unknown): FactPart[] {
  if (!isObject(value)) return [];
  if ('value' in value)
    return [{ role: jsonLine(value.role), id: jsonLine(value.value), title: '', kind: '', version: '' }];
  return Object.entries(value).map(([role, id]) => ({
    role,
    id: jsonLine(id),
    title: '',
    kind: '',
    version: '',
  }));
}

/** All names that something is read from, of any version. */
const READ =
  /^(?:uri|guid|_id|itemid|type|language|version|(?:first|version|content)created|firstpublished|pubstatus|embargoed(?:until)?|urgency|headlines?|headline_\w+|title|name|by|byline|bylines|dateline|authors|slug|slugline|provider|source|copyright(?:holder|notice|line)|credit(?:line)?|usageterms|rightsinfo|digitalsourcetype|linkedrights|encodedrights|datamining|ednote|signals?|expires|expiry|genres?|subjects?|person|people|organisations?|located|places?|associations|altids|descriptions?|description_\w+|caption|abstract|bodies|body_\w+|bodyxhtml|renditions|infosources?|canonical(?:url)?|url|link|links|href|\$?standard|mimetype|representationtype)$/i;

function keepRest(facts: ItemFacts, json: Json, version: NinjsVersion): void {
  for (const [name, value] of Object.entries(json)) {
    if (READ.test(name)) continue;
    const words = typeof value === 'object' ? JSON.stringify(value) : jsonLine(value);
    keep(facts, name, words ?? '');
  }
  const representation = jsonLine(anyOf(json, 'representationtype', 'representationType'));
  if (/incomplete|partial/i.test(representation))
    keep(facts, `representationType of ninjs ${version}`, representation);
}
