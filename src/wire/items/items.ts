/** Items as the desk reads them: the wire's list, one with its versions, and the bytes as they came. */

import {
  findItemRow,
  getVersionRow,
  type ItemAndSource,
  type ItemFilter,
  type ItemStanding,
  itemStandings,
  listItemLanguages,
  listItemRows,
  listVersionRows,
  type VersionRow,
} from '../../intake/item-queries.ts';
import { getSourceRow } from '../../intake/source-queries.ts';
import type { LeftOut } from '../../kit/left-out.ts';
import { webHref } from '../../kit/plain-link.ts';
import { refuse } from '../../kit/refusal.ts';
import type { BodyHtml } from '../../kit/safe-html.ts';
import type { Newsroom } from '../../newsroom.ts';
import { getRights } from '../../rights/get-rights.ts';
import { type ItemTerms, readItemTerms } from '../../rights/item-terms.ts';
import type { Rights } from '../../rights/rights.ts';
import { readRecord, readRecords } from '../../store/json-column.ts';
import type { ItemFacts } from '../parse/facts.ts';
import type { ParsedHop, ParsedMedia } from '../parse/feed.ts';

export interface ItemSummary {
  id: string;
  headline: string;
  summary: string;
  language: string | null;
  link: string | null;
  status: string;
  version: number;
  urgency: number | null;
  embargoUntil: number | null;
  publishedAt: number | null;
  receivedAt: number;
  changedAt: number;
  /** When its headline last became another; null while it is the first. */
  headlineChangedAt: number | null;
  /** When its source wants it gone. */
  expiresAt: number | null;
  clusterId: string | null;
  /** What it forbids for itself. */
  terms: ItemTerms;
  /** The story that was made of it. */
  storyId: string | null;
  source: { id: string; slug: string; name: string; credit: string };
}

export interface ItemVersion {
  number: number;
  headline: string;
  summary: string;
  /** Made safe. */
  html: BodyHtml;
  text: string;
  byline: string;
  /** What the item itself says of its rights. */
  credit: string;
  link: string | null;
  declaredLanguage: string | null;
  /** What its words say; null where they are too few to tell. */
  detectedLanguage: string | null;
  publishedAt: number | null;
  updatedAt: number | null;
  media: ParsedMedia[];
  hops: ParsedHop[];
  /** What only agencies say, what is empty left out; null of a feed. */
  facts: Partial<ItemFacts> | null;
  /** What of its text is no copy: struck out, hidden, a remark, a note. */
  leftOut: LeftOut[];
  rawType: string;
  encoding: string;
  bytes: number;
  receivedAt: number;
}

export interface Item extends ItemSummary {
  /** What the contract and the item's own terms let us do with it. */
  rights: Rights;
  /** Newest first. */
  versions: ItemVersion[];
}

export function isStanding(word: string): word is ItemStanding {
  return (itemStandings as readonly string[]).includes(word);
}

/** Items newest first; `before` and `after` name the last item seen. */
export async function listItems(newsroom: Newsroom, filter: ItemFilter): Promise<ItemSummary[]> {
  return (await listItemRows(newsroom, filter)).map(summaryOf);
}

/** One item with all its versions. Refuses with `not-found`. */
export async function getItem(newsroom: Newsroom, itemId: string): Promise<Item> {
  const row = (await findItemRow(newsroom, itemId)) ?? refuse('not-found', { because: 'noSuchItem' });
  const source = await getSourceRow(newsroom, row.source_id);
  const names = { source_name: source.name, source_slug: source.slug, source_credit: source.credit };
  const summary = summaryOf({ ...row, ...names });
  return {
    ...summary,
    rights: await getRights(newsroom, { itemId }),
    versions: (await listVersionRows(newsroom, itemId)).map(versionOf),
  };
}

/** The bytes of one version, as they came. Refuses with `not-found`. */
/** What names an item to an editor. */
export async function findItemNamed(
  newsroom: Newsroom,
  itemId: string,
): Promise<{ id: string; headline: string; language: string | null } | null> {
  const row = await findItemRow(newsroom, itemId);
  return row && { id: row.id, headline: row.headline, language: row.language };
}

export async function getRaw(
  newsroom: Newsroom,
  { itemId, number }: { itemId: string; number: number },
): Promise<{ bytes: Uint8Array; type: string; encoding: string }> {
  const row = await getVersionRow(newsroom, itemId, number);
  return { bytes: row.raw, type: row.raw_type, encoding: row.encoding };
}

/** The languages of the items there are, for choosing among them. */
export async function listWireLanguages(newsroom: Newsroom): Promise<string[]> {
  return listItemLanguages(newsroom);
}

function summaryOf(row: ItemAndSource): ItemSummary {
  return {
    id: row.id,
    headline: row.headline,
    summary: row.summary,
    language: row.language,
    link: webHref(row.link),
    status: row.status,
    version: row.version,
    urgency: row.urgency,
    embargoUntil: row.embargo_until,
    publishedAt: row.published_at,
    receivedAt: row.received_at,
    changedAt: row.changed_at,
    headlineChangedAt: row.headline_changed_at,
    expiresAt: row.expires_at,
    clusterId: row.cluster_id,
    terms: readItemTerms(row.id, row.terms_json),
    storyId: row.story_id,
    source: { id: row.source_id, slug: row.source_slug, name: row.source_name, credit: row.source_credit },
  };
}

function versionOf(row: VersionRow): ItemVersion {
  return {
    number: row.number,
    headline: row.headline,
    summary: row.summary,
    html: row.html,
    text: row.text,
    byline: row.byline,
    credit: row.credit,
    link: webHref(row.link),
    declaredLanguage: row.declared_language,
    detectedLanguage: row.language,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    media: readRecords('item_versions.media_json', row.item_id, row.media_json),
    hops: readRecords<ParsedHop>('item_versions.hops_json', row.item_id, row.hops_json).map((hop) => ({
      ...hop,
      link: webHref(hop.link),
    })),
    facts: row.facts_json ? readRecord('item_versions.facts_json', row.item_id, row.facts_json) : null,
    leftOut: row.left_out_json
      ? readRecords('item_versions.left_out_json', row.item_id, row.left_out_json)
      : [],
    rawType: row.raw_type,
    encoding: row.encoding,
    bytes: row.raw.byteLength,
    receivedAt: row.received_at,
  };
}
