/** The questions that clustering asks the store. */

import { sql } from 'kysely';
import { holdCount, type Newsroom } from '../../newsroom.ts';
import { readNumbers, readWeights } from '../../store/json-column.ts';
import { keptQuery } from '../../store/kept-query.ts';
import type { EventMarks } from './marks.ts';
import type { ItemMarks } from './read-event-marks.ts';
import type { ComparedItem } from './same-event.ts';

export interface MarkedItem extends Omit<ComparedItem, 'marks'> {
  itemId: string;
  marks: EventMarks;
  clusterId: string | null;
  /** Its cluster before an editor put two together; null where nobody did. */
  side: string | null;
}

/** What is needed of an item to mark it. */
export interface ItemWords {
  id: string;
  source_id: string;
  version: number;
  cluster_id: string | null;
  cluster_side: string | null;
  headline: string;
  summary: string;
  language: string | null;
  published_at: number | null;
  received_at: number;
  text: string;
  marked: number | null;
  /** Where they were read beside the words, in a thread. */
  marks?: ItemMarks | undefined;
}

/** Items with the words of their current version. */
export async function listItemWords(inner: Newsroom, itemIds: string[]): Promise<ItemWords[]> {
  if (itemIds.length === 0) return [];
  return inner.store
    .selectFrom('items')
    .innerJoin('item_versions', (join) =>
      join
        .onRef('item_versions.item_id', '=', 'items.id')
        .onRef('item_versions.number', '=', 'items.version'),
    )
    .leftJoin('item_marks', 'item_marks.item_id', 'items.id')
    .select(['items.id', 'items.source_id', 'items.version', 'items.cluster_id', 'items.cluster_side'])
    .select(['items.headline', 'items.summary', 'items.language', 'items.published_at', 'items.received_at'])
    .select(['item_versions.text', 'item_marks.version as marked'])
    .where('items.id', 'in', itemIds)
    .orderBy('items.id')
    .execute();
}

/** Those of late that are not marked as they are now. */
export async function listUnmarked(newsroom: Newsroom, since: number, limit: number): Promise<string[]> {
  const rows = await newsroom.store
    .selectFrom('items')
    .leftJoin('item_marks', 'item_marks.item_id', 'items.id')
    .select('items.id')
    .where('items.changed_at', '>', since)
    .where(({ or, eb, ref }) =>
      or([eb('item_marks.version', 'is', null), eb('item_marks.version', '<>', ref('items.version'))]),
    )
    .orderBy('items.changed_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Clustering is done by one at a time: two that see neither's item would each begin a cluster. Gives its number, which
 * rises with each: what was clustered since another is known by it.
 */
export function holdClusters(inner: Newsroom): Promise<number> {
  return holdCount(inner.store, 'clusters');
}

/** What was clustered after the last row that was read, in that order. */
export async function listClusteredSince(
  newsroom: Newsroom,
  after: { clustering: number; itemId: string },
  { since, most }: { since: number; most: number },
): Promise<(MarkedItem & { clustering: number })[]> {
  const rows = await marked(newsroom)
    .select('item_marks.clustering')
    .where(sql<boolean>`(item_marks.clustering, item_marks.item_id) > (${after.clustering}, ${after.itemId})`)
    .where('item_marks.at', '>', since)
    .orderBy('item_marks.clustering')
    .orderBy('item_marks.item_id')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...asMarked(row), clustering: row.clustering }));
}

/** These items stand elsewhere since this clustering. */
export async function renumber(inner: Newsroom, itemIds: string[], clustering: number): Promise<void> {
  if (itemIds.length === 0) return;
  await inner.store.updateTable('item_marks').set({ clustering }).where('item_id', 'in', itemIds).execute();
}

/** So do all items of these clusters. */
export async function renumberClusters(
  inner: Newsroom,
  clusterIds: string[],
  clustering: number,
): Promise<void> {
  await inner.store
    .updateTable('item_marks')
    .set({ clustering })
    .where('item_id', 'in', (from) =>
      from.selectFrom('items').select('id').where('cluster_id', 'in', clusterIds),
    )
    .execute();
}

/** Empty clusters, for items to come to. */
export async function putClusters(inner: Newsroom, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const now = inner.clock.now();
  const rows = ids.map((id) => ({ id, created_at: now, changed_at: now }));
  await inner.store.insertInto('clusters').values(rows).execute();
}

/** Something came to these, or left them. */
export async function touchClusters(inner: Newsroom, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await inner.store
    .updateTable('clusters')
    .set({ changed_at: inner.clock.now() })
    .where('id', 'in', ids)
    .execute();
}

function marked(inner: Newsroom) {
  return inner.store
    .selectFrom('items')
    .innerJoin('item_marks', 'item_marks.item_id', 'items.id')
    .select(['items.id', 'items.source_id', 'items.language', 'items.cluster_id', 'items.cluster_side'])
    .select(['item_marks.at', 'item_marks.signature_json', 'item_marks.marks_json']);
}

function asMarked(row: {
  id: string;
  source_id: string;
  language: string | null;
  cluster_id: string | null;
  cluster_side: string | null;
  at: number;
  signature_json: string;
  marks_json: string;
}): MarkedItem {
  return {
    itemId: row.id,
    clusterId: row.cluster_id,
    side: row.cluster_side,
    sourceId: row.source_id,
    language: row.language,
    at: row.at,
    signature: signatureIn(row),
    marks: new Map(readWeights('item_marks.marks_json', row.id, row.marks_json)),
  };
}

/** A text that is too short has none, and the column says so: `null`. */
function signatureIn({ id, signature_json: json }: { id: string; signature_json: string }): number[] | null {
  return json === 'null' ? null : readNumbers('item_marks.signature_json', id, json);
}

/** Keeps the marks of items, in place of those they had. */
export async function putMarks(
  inner: Newsroom,
  items: (MarkedItem & { version: number })[],
  clustering: number,
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(({ itemId: item_id, version, at, signature, marks }) => ({
    item_id,
    version,
    at,
    clustering,
    signature_json: JSON.stringify(signature && Array.from(signature)),
    marks_json: JSON.stringify([...marks]),
  }));
  await inner.store
    .insertInto('item_marks')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('item_id').doUpdateSet((row) => ({
        version: row.ref('excluded.version'),
        at: row.ref('excluded.at'),
        clustering: row.ref('excluded.clustering'),
        signature_json: row.ref('excluded.signature_json'),
        marks_json: row.ref('excluded.marks_json'),
      })),
    )
    .execute();
}

export interface MemberRow {
  id: string;
  cluster_id: string | null;
  language: string | null;
  status: string;
  headline: string;
  source_id: string;
  received_at: number;
  version: number;
  story_id: string | null;
  source_name: string;
}

export function listMemberRows(newsroom: Newsroom, clusterIds: string[]): Promise<MemberRow[]> {
  return newsroom.store
    .selectFrom('items')
    .innerJoin('sources', 'sources.id', 'items.source_id')
    .select(['items.id', 'items.cluster_id', 'items.headline', 'items.language', 'items.status'])
    .select(['items.version', 'items.received_at', 'items.story_id', 'items.source_id'])
    .select('sources.name as source_name')
    .where('items.cluster_id', 'in', clusterIds)
    .orderBy('items.received_at', 'desc')
    .orderBy('items.id', 'desc')
    .execute();
}

export function listTextsOf(
  newsroom: Newsroom,
  itemIds: string[],
): Promise<{ id: string; summary: string; text: string }[]> {
  return newsroom.store
    .selectFrom('items')
    .innerJoin('item_versions', (join) =>
      join
        .onRef('item_versions.item_id', '=', 'items.id')
        .onRef('item_versions.number', '=', 'items.version'),
    )
    .select(['items.id', 'item_versions.text', 'item_versions.summary'])
    .where('items.id', 'in', itemIds)
    .execute();
}

export function listOtherStories(
  newsroom: Newsroom,
  storyId: string,
): Promise<{ story_id: string | null }[]> {
  return otherStoryRows(newsroom, [storyId]);
}

const otherStoryRows = keptQuery(({ store }, [storyId = '']) =>
  store
    .selectFrom('items as own')
    .innerJoin('items as other', 'other.cluster_id', 'own.cluster_id')
    .select('other.story_id')
    .distinct()
    .where('own.story_id', '=', storyId)
    .where('other.story_id', 'is not', null)
    .where('other.story_id', '<>', storyId),
);

/** Marks that were made before, of items that have not changed since. */
export async function deleteMarks(
  { store }: Newsroom,
  before: { copied: number; changed: number },
): Promise<void> {
  await store
    .deleteFrom('item_marks')
    .where('at', '<', before.copied)
    .where('item_id', 'in', (from) =>
      from.selectFrom('items').select('id').where('changed_at', '<', before.changed),
    )
    .execute();
}
