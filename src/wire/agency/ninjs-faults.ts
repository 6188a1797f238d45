/** What ninjs forbids, by version: told to the desk as faults. The item is read all the same, and what is strange is kept. */
import { readDate } from '../parse/dates.ts';
import { isObject, type Json, jsonLine, list } from './json.ts';
import type { NinjsVersion } from './ninjs-version.ts';

/**
 * What a property holds: text, an address, a date, a number, an urgency, an object, a list of objects, a list of texts
 * with a role; or one of a few words. Names of ninjs 3 in lower case: their spelling told the version already.
 */
type Kind =
  | 'text'
  | 'date'
  | 'number'
  | 'urgency'
  | 'object'
  | 'list'
  | 'texts'
  | 'rights'
  | 'parts'
  | string[];

const STATES = ['usable', 'withheld', 'canceled'];
const TYPES = ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component'];

const SHARED: Record<string, Kind> = {
  uri: 'text', profile: 'text', version: 'text', versioncreated: 'date', firstcreated: 'date', contentcreated: 'date',
  pubstatus: STATES, urgency: 'urgency', copyrightholder: 'text', copyrightnotice: 'text', usageterms: 'text',
  ednote: 'text', language: 'text', title: 'text', slugline: 'text', located: 'text', expires: 'date',
  rightsinfo: 'rights', digitalsourcetype: 'object', associations: 'parts',
}; // biome-ignore format: a table

const LISTS: Record<string, Kind> = {
  ...SHARED,
  descriptions: 'texts', bodies: 'texts', headlines: 'texts', by: 'text', standard: 'object', representationtype: ['full', 'partial'],
  people: 'list', organisations: 'list', places: 'list', subjects: 'list', events: 'list', objects: 'list',
  infosources: 'list', genres: 'list', renditions: 'list', altids: 'list', trustindicators: 'list',
}; // biome-ignore format: a table

const NAMES: Record<NinjsVersion, Record<string, Kind>> = {
  1: {
    ...SHARED,
    type: TYPES, mimetype: 'text', representationtype: ['complete', 'incomplete'], byline: 'text', headline: 'text',
    person: 'list', organisation: 'list', place: 'list', subject: 'list', event: 'list', object: 'list',
    infosource: 'list', genre: 'list', trustindicator: 'list', charcount: 'number', wordcount: 'number', embargoed: 'date',
    renditions: 'object', altids: 'object', $standard: 'object',
  },
  2: { ...LISTS, type: TYPES, embargoed: 'date' },
  3: {
    ...LISTS,
    type: [...TYPES, 'event', 'planning'], embargoeduntil: 'date', eventdetails: 'object', plannedcoverage: 'list',
  },
}; // biome-ignore format: a table

/** In ninjs 1, texts of several kinds have names of their own. */
const EXTENDED = /^(?:description|body|headline)_[a-zA-Z0-9_]+$/;
/** What an object in a list of associations may have besides. */
const OF_PARTS = new Set(['name', 'rel', 'role', 'sequence']);

export function ninjsFaultsOf(json: Json, version: NinjsVersion): string[] {
  const faults = [...nameFaults(json, version, false), ...kindFaults(json, version), ...eventFaults(json)];
  if (jsonLine(json.uri) === '' && jsonLine(json.guid) === '')
    faults.unshift(`ninjs ${version} asks for a uri; there is none.`);
  return faults;
}

function nameFaults(json: Json, version: NinjsVersion, isPart: boolean): string[] {
  const strange = Object.keys(json).filter(
    (name) => kindOf(name, version) === undefined && !(isPart && OF_PARTS.has(name)),
  );
  if (strange.length === 0) return [];
  const names = strange.slice(0, MOST_NAMES).map((name) => `“${name.slice(0, 60)}”`);
  return [
    `ninjs ${version} has no ${names.join(', ')}${strange.length > MOST_NAMES ? ' …' : ''}; kept as it came.`,
  ];
}

const MOST_NAMES = 8; // in one sentence

function kindOf(name: string, version: NinjsVersion): Kind | undefined {
  const known = NAMES[version][version === 3 ? name.toLowerCase() : name];
  return known ?? (version === 1 && EXTENDED.test(name) ? 'text' : undefined);
}

function kindFaults(json: Json, version: NinjsVersion): string[] {
  return Object.entries(json).flatMap(([name, value]) => {
    const kind = kindOf(name, version);
    return kind === undefined ? [] : wrong(name, value, kind, version);
  });
}

function wrong(name: string, value: unknown, kind: Kind, version: NinjsVersion): string[] {
  if (Array.isArray(kind))
    return typeof value === 'string' && kind.includes(value)
      ? []
      : [`${name} is “${shown(value)}”; it may be ${kind.join(', ')}.`];
  if (kind === 'text') return typeof value === 'string' ? [] : [`${name} is no text.`];
  if (kind === 'date')
    return typeof value === 'string' && readDate(value) !== null
      ? []
      : [`${name} is no date: “${shown(value)}”.`];
  if (kind === 'number') return typeof value === 'number' ? [] : [`${name} is no number.`];
  if (kind === 'urgency')
    return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 9
      ? []
      : [`${name} is “${shown(value)}”; it may be 1 to 9.`];
  if (kind === 'object') return isObject(value) ? [] : [`${name} is no object.`];
  if (kind === 'rights') return rightsFaults(name, value);
  if (kind === 'parts') return partFaults(value, version);
  return listFaults(name, value, kind);
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60);
}

function listFaults(name: string, value: unknown, kind: 'list' | 'texts'): string[] {
  if (!Array.isArray(value) || !value.every(isObject)) return [`${name} is no list of objects.`];
  const faults: string[] = [];
  if (kind === 'texts' && value.some((one) => typeof one.value !== 'string'))
    faults.push(`One of ${name} has no value.`);
  for (const one of value.filter(isObject)) {
    const odd = ['name', 'rel', 'role', 'scheme', 'code', 'literal', 'uri'].find(
      (key) => one[key] !== undefined && typeof one[key] !== 'string',
    );
    if (odd) faults.push(`${odd} in ${name} is no text.`);
    const { geojson } = one;
    if (geojson !== undefined && !isGeo(geojson)) faults.push(`geojson in ${name} is no place on the map.`);
    faults.push(...coverageFaults(name, one));
  }
  return [...new Set(faults)].slice(0, 3);
}

const SHAPES =
  'Point LineString Polygon MultiPoint MultiLineString MultiPolygon GeometryCollection Feature FeatureCollection'.split(
    ' ',
  );

function isGeo(value: unknown): boolean {
  return isObject(value) && SHAPES.includes(jsonLine(value.type));
}

function coverageFaults(name: string, one: Json): string[] {
  if (name !== 'plannedCoverage' || one.urgency === undefined) return [];
  return wrong('urgency of a planned coverage', one.urgency, 'urgency', 3);
}

function rightsFaults(name: string, value: unknown): string[] {
  if (!isObject(value)) return [`${name} is no object.`];
  const of = (word: RegExp): unknown => Object.entries(value).find(([key]) => word.test(key))?.[1];
  const [linked, encoded] = [of(/^linkedrights$/i), of(/^encodedrights$/i)];
  if (linked !== undefined && encoded !== undefined)
    return [`${name} says both linked and encoded rights; one may stand.`];
  return [linked, encoded].some((one) => one !== undefined && typeof one !== 'string')
    ? [`${name} holds no text.`]
    : [];
}

/** What goes with it is ninjs again: by name in version 1, in a list since. */
function partFaults(value: unknown, version: NinjsVersion): string[] {
  if (version === 1 ? !isObject(value) : !Array.isArray(value))
    return ['associations are not as they should be.'];
  const parts = (version === 1 && isObject(value) ? Object.values(value) : list(value)).filter(isObject);
  const faults = parts.flatMap((part) =>
    nameFaults(part, version, true).map((fault) => `In associations: ${fault}`),
  );
  if (version > 1 && parts.some((part) => jsonLine(part.uri) === ''))
    faults.push('In associations: one has no uri.');
  if (version > 1 && parts.some((part) => jsonLine(part.name) === '' && Object.keys(part).length === 1))
    faults.push('In associations: one has no name.');
  return [...new Set(faults)].slice(0, 3);
}

/** Years, months, days and instants, as an event's dates may be. */
const TRUNCATED =
  /^-?\d{4,}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

function eventFaults(json: Json): string[] {
  const details = json.eventDetails;
  const faults: string[] = [];
  if (json.type === 'event' && json.renditions !== undefined) faults.push('An event has no renditions.');
  const dates = isObject(details) ? details.dates : undefined;
  if (!isObject(dates)) return faults;
  for (const side of ['Start', 'End'])
    if (dates[`${side.toLowerCase()}Date`] !== undefined && dates[`expected${side}Date`] !== undefined)
      faults.push(
        `The event says both when it ${side === 'Start' ? 'begins' : 'ends'} and when that is expected.`,
      );
  for (const name of ['startDate', 'endDate', 'expectedStartDate', 'expectedEndDate'])
    if (dates[name] !== undefined && !TRUNCATED.test(jsonLine(dates[name])))
      faults.push(`${name} is no date: “${shown(dates[name])}”.`);
  return faults;
}
