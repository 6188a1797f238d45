/** What the wire understands of a thing received: the shape that every format is read into. */
import type { ReceivedPlan } from '../../runner/work.ts';
import type { ItemStatus } from '../../store/closed-sets.ts';
import type { ItemFacts } from './facts.ts';

export type FeedFormat =
  | 'rss'
  | 'rss-1.0'
  | 'rss-0.9'
  | 'atom'
  | 'atom-0.3'
  | 'json-feed'
  | 'ninjs-1'
  | 'ninjs-2'
  | 'ninjs-3'
  | 'newsml-g2'
  | 'newsml-1'
  | 'nitf'
  | 'iptc7901'
  | 'anpa'
  | 'html'
  | 'unknown';

export interface ParsedFeed {
  format: FeedFormat;
  encoding: string;
  title: string;
  link: string | null;
  language: string | null;
  /** True if it was broken and what could be read was read. */
  salvaged: boolean;
  /** What is wrong with it, in sentences. */
  problems: string[];
  /** Where it asks to be subscribed to (WebSub), and its own address there. */
  hub: string | null;
  self: string | null;
  /** How long it asks to be left alone, in milliseconds. */
  restMs: number | null;
  items: ParsedItem[];
}

export interface ParsedItem {
  /** Its own id, as it came. */
  id: string | null;
  link: string | null;
  title: string;
  published: number | null;
  updated: number | null;
  authors: string[];
  language: string | null;
  /** The whole copy if there is any, otherwise the summary; foreign HTML, not yet safe. */
  html: string;
  summary: string;
  /** What relative addresses in the HTML are relative to. */
  base: string | null;
  categories: string[];
  media: ParsedMedia[];
  rights: string;
  /** Who had it before, the first first. */
  hops: ParsedHop[];
  status: ItemStatus;
  embargo: number | null;
  urgency: number | null;
  /** Where it stands in the text it was read from. */
  slice: { start: number; end: number };
  /** What only agencies say. Feeds leave it out. */
  facts?: ItemFacts;
  /** What is planned, of an item that is no news but tells of things to come. */
  plans?: ReceivedPlan[];
}

export interface ParsedMedia {
  href: string;
  kind: string;
  width: number | null;
  height: number | null;
  caption: string;
  credit: string;
  /** What it says of its own use, where the format has that. */
  terms?: string[];
}

export interface ParsedHop {
  party: string;
  link: string | null;
  language: string | null;
  at: number | null;
}

/** A feed of which nothing could be read. */
export function nothingRead(format: FeedFormat, encoding: string, problems: string[]): ParsedFeed {
  return {
    format,
    encoding,
    title: '',
    link: null,
    language: null,
    salvaged: false,
    problems,
    hub: null,
    self: null,
    restMs: null,
    items: [],
  };
}
