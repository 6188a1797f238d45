/** The questions that clustering asks the store. */
import { sql } from 'kysely';
import type { Newsroom } from '../../newsroom.ts';
import type { Marks } from './marks.ts';
import { bandsOf } from './min-hash.ts';
import type { Marked } from './same-event.ts';

export interface MarkedItem extends Marked {
  itemId: string;
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

/** Clustering is done by one at a time: two that see neither's item would each begin a cluster. */
export async function holdClusters(inner: Newsroom): Promise<void> {
  await inner.store
    .insertInto('newsroom_facts')
    .values({ key: 'clusters', value: '' })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: '' }))
    .execute();
}

/** Items that share marks, the latest of each mark. */
export async function listSharing(
  inner: Newsroom,
  { marks, since, most, but }: { marks: string[]; since: number; most: number; but: string },
): Promise<{ mark: string; item_id: string; cluster_id: string | null }[]> {
  if (marks.length === 0) return [];
  const latest = marks.map(
    (mark) => sql`select mark, item_id from (select mark, item_id from cluster_marks
      where mark = ${mark} and at > ${since} order by at desc limit ${most}) as latest`,
  );
  const { rows } = await sql<{ mark: string; item_id: string; cluster_id: string | null }>`
    select found.mark, found.item_id, items.cluster_id from (${sql.join(latest, sql` union all `)}) as found
    join items on items.id = found.item_id where found.item_id <> ${but}`.execute(inner.store);
  return rows;
}

/** Items that may be copies. */
export async function listMeeting(
  inner: Newsroom,
  { signature, since, but }: { signature: number[]; since: number; but: string },
): Promise<string[]> {
  const rows = await inner.store
    .selectFrom('cluster_bands')
    .select('item_id')
    .distinct()
    .where('key', 'in', bandsOf(signature))
    .where('at', '>', since)
    .where('item_id', '<>', but)
    .limit(MOST_MEETING)
    .execute();
  return rows.map(({ item_id }) => item_id);
}

const MOST_MEETING = 40; // of one item; more are one form sent again and again

export async function countMarked(inner: Newsroom, since: number, most: number): Promise<number> {
  const some = inner.store.selectFrom('item_marks').select('item_id').where('at', '>', since).limit(most);
  const { count } = await inner.store
    .selectFrom(some.as('some'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function listMarked(inner: Newsroom, itemIds: string[]): Promise<MarkedItem[]> {
  if (itemIds.length === 0) return [];
  const rows = await marked(inner).where('items.id', 'in', itemIds).execute();
  return rows.map(asMarked);
}

/** The latest items of a cluster, of one side of it where an editor put two together. */
export async function listMembers(
  inner: Newsroom,
  { clusterId, side }: { clusterId: string; side: string | null },
  most: number,
): Promise<MarkedItem[]> {
  const rows = await marked(inner)
    .where('items.cluster_id', '=', clusterId)
    .where('items.cluster_side', side === null ? 'is' : '=', side)
    .orderBy('items.received_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(asMarked);
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
    signature: JSON.parse(row.signature_json),
    marks: new Map(JSON.parse(row.marks_json) as [string, number][]),
  };
}

/** Keeps the marks of one item in place of those it had. */
export async function putMarks(
  inner: Newsroom,
  item: {
    itemId: string;
    version: number;
    at: number;
    signature: number[] | null;
    marks: Marks;
    isMarked: boolean;
  },
): Promise<void> {
  const { itemId: item_id, at, version } = item;
  const { store } = inner;
  for (const table of item.isMarked ? (['cluster_marks', 'cluster_bands', 'item_marks'] as const) : [])
    await store.deleteFrom(table).where('item_id', '=', item_id).execute();
  const signature_json = JSON.stringify(item.signature);
  const marks_json = JSON.stringify([...item.marks]);
  await store.insertInto('item_marks').values({ item_id, version, signature_json, marks_json, at }).execute();
  const marks = [...item.marks.keys()].map((mark) => ({ mark, item_id, at }));
  if (marks.length > 0) await store.insertInto('cluster_marks').values(marks).execute();
  const keys = item.signature ? [...new Set(bandsOf(item.signature))] : [];
  if (keys.length > 0)
    await store
      .insertInto('cluster_bands')
      .values(keys.map((key) => ({ key, item_id, at })))
      .execute();
}
