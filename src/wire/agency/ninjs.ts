/**
 * IPTC's news in JSON, versions 1, 2 and 3, told apart by their shape, and the dialects that agencies speak of it. Alone,
 * as a list, or in the envelopes that interfaces put around.
 */

import { nothingRead, type ParsedFeed, type ParsedItem } from '../parse/feed.ts';
import { isObject, type Json, list } from './json.ts';
import { ninjsFaultsOf } from './ninjs-faults.ts';
import { readNinjsItem } from './ninjs-item.ts';
import type { NinjsVersion } from './ninjs-version.ts';

const MOST_ITEMS = 10_000; // as for feeds
const MOST_FAULTS = 20; // of one document; more tell an editor nothing

/** Reads JSON that is ninjs, or null if it is something else. `text` is what it was parsed from. */
export function readNinjs(whole: unknown, text: string, encoding: string): ParsedFeed | null {
  const found = itemsIn(whole).slice(0, MOST_ITEMS);
  if (found.length === 0) return null;
  const spans = spansOf(text, found.length);
  const problems: string[] = [];
  const items: ParsedItem[] = [];
  const versions = found.map(versionOf);
  for (const [index, json] of found.entries()) {
    const version = versions[index] ?? 1;
    if (problems.length < MOST_FAULTS) problems.push(...ninjsFaultsOf(json, version));
    items.push(readNinjsItem(json, version, spans[index] ?? { start: 0, end: text.length }));
  }
  const version = versions[0] ?? 1;
  return {
    ...nothingRead(`ninjs-${version}`, encoding, [...new Set(problems)].slice(0, MOST_FAULTS)),
    title: items[0]?.facts?.provider ?? '',
    language: items[0]?.language ?? null,
    items,
  };
}

/** The names that only news has; an address alone makes no news. */
const NEWS =
  /^(?:versioncreated|firstcreated|pubstatus|headlines?|head_?line|headline_\w+|body_\w+|bodyXhtml|bodies|descriptions?|description_\w+|slugline|byline|by|copyrightholder|copyrightnotice|representationtype|renditions|associations|located|infosources?|ednote|usageterms|profile|mime_?type|eventdetails|plannedcoverage|digitalsourcetype|rightsinfo|trustindicators?|altids|embargoed(?:until)?|contentcreated|title|version|type|urgency|subjects?|people|person|places?|organisations?|genres?|objects?|events?|expires|\$?standard|advices?|linkedrights|encodedrights)$/i;

/** True if the object is ninjs by its shape. */
export function isNinjs(value: unknown): value is Json {
  if (!isObject(value)) return false;
  const hasId = ['uri', 'guid', '_id', 'itemid'].some((name) => typeof value[name] === 'string');
  const known = Object.keys(value).filter((name) => NEWS.test(name)).length;
  const isFeed = 'feed_url' in value || 'home_page_url' in value || 'content_html' in value;
  // `uri` is all that the standard asks for.
  return !isFeed && ((hasId && known >= 1) || typeof value.uri === 'string' || known >= 4);
}

const DEEPEST = 5; // envelopes within envelopes

/** Items wherever interfaces put them: in the document itself, in a list, under `items`, `item`, `data`, `results` … */
function itemsIn(value: unknown, depth = 0): Json[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => itemsIn(one, depth + 1));
  if (isNinjs(value)) return [value];
  if (!isObject(value)) return [];
  const planned = [...plansIn(value.events, 'event', depth), ...plansIn(value.planning, 'planning', depth)];
  if (planned.length > 0) return planned;
  for (const name of ['item', 'items', '_items', 'data', 'results', 'docs', 'newsItems', 'news'])
    if (name in value) {
      const found =
        list(value[name]).length > 0 ? itemsIn(value[name], depth + 1) : itemsIn(value[name], depth + 1);
      if (found.length > 0) return found;
    }
  return [];
}

/** What Superdesk's export of both keeps apart: the name of the list says what is in it where its objects do not. */
function plansIn(value: unknown, type: 'event' | 'planning', depth: number): Json[] {
  return itemsIn(value, depth + 1)
    .map((json) => ({ ...json, type: json.type ?? type }))
    .filter((json) => /^(?:event|planning)$/i.test(String(json.type)));
}

/**
 * The version by what the object is made of: 3 writes its names in camel case, 2 keeps texts in lists, 1 in names with
 * an underscore. Where one object shows nothing of it, what it says of itself decides.
 */
export function versionOf(json: Json): NinjsVersion {
  const names = Object.keys(json);
  if (names.some((name) => CAMEL.test(name) || /^eventDetails$|^plannedCoverage$/.test(name))) return 3;
  const inner = ['bodies', 'descriptions', 'headlines', 'renditions', 'associations']
    .flatMap((name) => list(json[name]))
    .filter(isObject);
  if (inner.some((one) => Object.keys(one).some((name) => CAMEL.test(name)))) return 3;
  const said = saidVersion(json);
  const hasLists =
    names.some((name) => LISTS.has(name)) ||
    ['associations', 'renditions', 'altids'].some((name) => Array.isArray(json[name]));
  if (hasLists) return said === 3 ? 3 : 2;
  if (names.some((name) => /^(?:body|headline|description)_/.test(name)) || '$standard' in json) return 1;
  return said ?? 1;
}

/** Names of lists that version 1 does not have. */
const LISTS = new Set(
  'bodies headlines descriptions people places subjects organisations infosources genres events objects trustindicators by standard'.split(
    ' ',
  ),
);

const CAMEL =
  /^(?:firstCreated|versionCreated|contentCreated|embargoedUntil|pubStatus|copyrightHolder|copyrightNotice|usageTerms|edNote|infoSources|altIds|trustIndicators|rightsInfo|digitalSourceType|representationType|contentType|charCount|wordCount|sizeInBytes|contactInfo)$/;

function saidVersion(json: Json): NinjsVersion | null {
  const standard = isObject(json.$standard) ? json.$standard : isObject(json.standard) ? json.standard : null;
  const major = Number.parseInt(String(standard?.version ?? ''), 10);
  return major === 1 || major === 2 || major === 3 ? major : null;
}

/** Where each item of a list stands in the text; a lone one is all of it. */
function spansOf(text: string, count: number): { start: number; end: number }[] {
  if (count === 1) return [{ start: 0, end: text.length }];
  const open = text.indexOf('[');
  if (open === -1) return [];
  const spans: { start: number; end: number }[] = [];
  const signs = /["{}[\]]/g;
  signs.lastIndex = open + 1;
  let depth = 0;
  let start = 0;
  for (let sign = signs.exec(text); sign && spans.length < count; sign = signs.exec(text)) {
    const [mark] = sign;
    if (mark === '"') signs.lastIndex = afterString(text, sign.index);
    else if (mark === '{' || mark === '[') {
      if (depth === 0) start = sign.index;
      depth += 1;
    } else {
      if (depth === 0) break;
      depth -= 1;
      if (depth === 0) spans.push({ start, end: sign.index + 1 });
    }
  }
  // A list that is not the list of items would give each of them another's bytes.
  return spans.length === count ? spans : [];
}

function afterString(text: string, from: number): number {
  const string = /"(?:[^"\\]|\\.)*"/gsy;
  string.lastIndex = from;
  return string.test(text) ? string.lastIndex : text.length;
}
