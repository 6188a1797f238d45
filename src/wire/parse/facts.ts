/** What an agency says of its copy beyond what a feed can: all of it is kept with the version, and shown at the desk. */

/** Something named: a subject, a place, a person, a body. */
export interface NamedFact {
  name: string;
  /** The code as it came: `medtop:20000353`, `04011002`; empty where there is none. */
  code: string;
  /** The whole address of the code, where its scheme is known. */
  uri: string | null;
}

/** A member of a package, or something the item points at. */
export interface FactPart {
  role: string;
  id: string;
  title: string;
  kind: string;
  version: string;
}

/** A thing that the reader does not understand, with the place where it stood. Nothing that came is dropped in silence. */
export interface Leftover {
  at: string;
  words: string;
}

export interface ItemFacts {
  /** text, picture, graphic, audio, video, composite, component; or event, planning, concept. */
  kind: string;
  dek: string;
  byline: string;
  dateline: string;
  slugline: string;
  /** As the agency counts; letters too. */
  version: string;
  /** Who sends it, in the item's own words. */
  provider: string;
  /** The credit line owed; whose the rights are; on which terms. */
  credit: string;
  copyright: string;
  terms: string[];
  /** What it says of being mined for data or for training, in its own word or code. */
  dataMining: string;
  /** Whether software made it, in its own word or code (IPTC's digital source types). */
  digitalSource: string;
  /** From the agency's editors to ours: never for publication. */
  note: string;
  /** What is to be done with it: `correction`, `update`, `kill` …, as it came. */
  signal: string;
  expires: number | null;
  /** True if it may not be used yet and no instant is given. */
  embargoedForNow: boolean;
  genres: NamedFact[];
  subjects: NamedFact[];
  places: NamedFact[];
  people: NamedFact[];
  organisations: NamedFact[];
  /** Latitude and longitude, where it happened. */
  point: { latitude: number; longitude: number } | null;
  /** Paragraphs, counted from 0, that are declared to be in another language than the item. */
  paragraphLanguages: { at: number; language: string }[];
  /** What it is a package of; what it points at. */
  parts: FactPart[];
  links: FactPart[];
  kept: Leftover[];
}

const MOST_KEPT = 200; // of one item; beyond that somebody is filling our disk
const KEPT_WORDS = 1_000; // characters of each

export function noFacts(kind = 'text'): ItemFacts {
  return {
    kind,
    dek: '',
    byline: '',
    dateline: '',
    slugline: '',
    version: '',
    provider: '',
    credit: '',
    copyright: '',
    terms: [],
    dataMining: '',
    digitalSource: '',
    note: '',
    signal: '',
    expires: null,
    embargoedForNow: false,
    genres: [],
    subjects: [],
    places: [],
    people: [],
    organisations: [],
    point: null,
    paragraphLanguages: [],
    parts: [],
    links: [],
    kept: [],
  };
}

/** Keeps what is not understood, within reason. */
export function keep(facts: ItemFacts, at: string, words: string): void {
  const said = words.replace(/\s+/g, ' ').trim();
  if (said !== '' && facts.kept.length < MOST_KEPT) facts.kept.push({ at, words: said.slice(0, KEPT_WORDS) });
}

/** The facts that say something, for showing and storing: empty ones left out. */
export function saidFacts(facts: ItemFacts): Partial<ItemFacts> {
  const isSaid = (value: unknown): boolean =>
    value !== '' && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => isSaid(value)));
}

/**
 * The names in a byline: `By Anna Petrou and Nikos Vardas, Harbour Agency` gives two. What is an office and not a name
 * is left out.
 */
export function factNames(byline: string): string[] {
  const plain = byline
    .replace(/\([^)]*\)/g, ' ')
    .replace(/^\s*(?:by|par|von|por|di|da|door|av|af|от|автор:?|του|της|بقلم)\s+/i, '')
    .trim();
  const names = plain
    .split(/\s+(?:and|&|und|et|y|e|och|og|en|и|και|و)\s+|\s*[;/]\s*|,\s*/i)
    .map((name) => name.trim())
    .filter((name) => name !== '' && !OFFICE.test(name) && name.length < 80);
  return [...new Set(names)];
}

const OFFICE =
  /\b(?:writer|correspondents?|press|agency|staff|editor|reporters?|bureau|news|service|agence|redaktion|dpa|afp|ap|reuters)\b/i;
