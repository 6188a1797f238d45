/** What was received, what tells of the same event, and what a source did to it since. */
import type { Generated } from 'kysely';
import type { BodyHtml } from '../kit/safe-html.ts';
import type { Flag, ItemStatus } from './closed-sets.ts';

export interface WireTables {
  items: ItemsTable;
  item_versions: ItemVersionsTable;
  clusters: ClustersTable;
  cluster_acts: ClusterActsTable;
  item_marks: ItemMarksTable;
  wire_notices: WireNoticesTable;
}

/** One thing received. The columns repeat its current version, so that the wire page is one query. */
export interface ItemsTable {
  id: string;
  source_id: string;
  /** Identity within the source: its id, or its link, as wire/reading/identity.ts makes it. Never a title or a date. */
  identity: string;
  /** Its link without its guise, and its headline and text as a hash; null until wire/items/key-queries.ts has seen it. */
  link_key: Generated<string | null>;
  words_key: Generated<string | null>;
  link: string | null;
  version: number;
  status: ItemStatus;
  headline: string;
  summary: string;
  language: string | null;
  published_at: number | null;
  embargo_until: number | null;
  urgency: number | null;
  cluster_id: string | null;
  story_id: string | null;
  /** What it forbids for itself, see rights/item-terms.ts. */
  terms_json: string | null;
  /** When its source wants it gone. */
  expires_at: number | null;
  /** When its headline last became another: that is news. */
  headline_changed_at: number | null;
  /** When its whole text was fetched from its page. */
  full_text_at: number | null;
  /** The cluster it was in before an editor put two together: what comes later follows its side back. */
  cluster_side: Generated<string | null>;
  received_at: number;
  changed_at: number;
}

/** An item as it came, each time it came differently. */
export interface ItemVersionsTable {
  id: string;
  item_id: string;
  number: number;
  /** The item's own part of what was received, in the bytes that came. */
  raw: Uint8Array;
  raw_type: string;
  encoding: string;
  headline: string;
  summary: string;
  html: BodyHtml;
  text: string;
  byline: string;
  credit: string;
  link: string | null;
  declared_language: string | null;
  language: string | null;
  published_at: number | null;
  updated_at: number | null;
  media_json: string;
  hops_json: string;
  /** What only agencies say (wire/parse/facts.ts); null where nothing was said. */
  facts_json: Generated<string | null>;
  /** What of its text is no copy: kit/left-out.ts; null where there is none. */
  left_out_json: Generated<string | null>;
  status: Generated<ItemStatus>;
  embargo_until: number | null;
  hash: string;
  received_at: number;
}

export interface ClustersTable {
  id: string;
  /** When an item last came to it. */
  changed_at: number | null;
  headline: string | null;
  created_at: number;
}

/** What an editor decided of clusters. `joined`: the other's items came to this one; `parted`: some of this one's went to it. */
export interface ClusterActsTable {
  id: string;
  kind: 'joined' | 'parted';
  cluster_id: string;
  other_id: string;
  /** Of two put together, the sides that came: undone, their items go back with all that came to them since. */
  sides_json: string;
  items: number;
  at: number;
  by_id: string | null;
  undone_at: number | null;
  undone_by_id: string | null;
}

/** What an item is told from others by: MinHash over its words, and its names, numbers and rarer words. */
export interface ItemMarksTable {
  item_id: string;
  version: number;
  signature_json: string;
  marks_json: string;
  at: number;
  /** The number of the clustering that last changed it, or where it stands: what others have not heard of is above theirs. */
  clustering: number;
}

/** What a source did to an item that a story was made of; the desk is told until someone settles it. */
export interface WireNoticesTable {
  id: string;
  item_id: string;
  story_id: string;
  kind: 'changed' | 'headline' | 'withdrawn' | 'withheld' | 'embargoed' | 'expired' | 'back';
  version: number;
  words: string;
  at: number;
  /** Whether the contract had the story killed. */
  killed: Flag;
  settled_at: number | null;
  settled_by_id: string | null;
}
