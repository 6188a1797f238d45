/** Clusters: an item is put beside those that tell of the same event, as it comes in; in any language, of any agency. */
import { setImmediate } from 'node:timers/promises';
import { MINUTE } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import {
  countMarked,
  holdClusters,
  type ItemWords,
  listItemWords,
  listMarked,
  listMeeting,
  listMembers,
  listSharing,
  listUnmarked,
  type MarkedItem,
  putMarks,
} from './cluster-queries.ts';
import { marksOf } from './marks.ts';
import { signatureOf } from './min-hash.ts';
import { COPY_LASTS, EVENT_LASTS, type Says, sameEvent, saysOf } from './same-event.ts';

const AT_ONCE = 3; // items in one transaction: a page that is asked for meanwhile waits for it
const COUNTED_FOR = 2 * EVENT_LASTS; // how long a word is remembered for how common it is
const LATEST = 60; // items of one mark looked at; a mark of more says nothing
const COUNTED_MOST = 2_000; // items in that time; beyond it, how many there are changes nothing
const LOOKED_AT = 30; // of those that share most
const ASKED = 6; // members of a cluster that a newcomer is compared with; half of them must agree, so that none drifts

/** Marks the items and puts each into the cluster of its event, if there is one. Repeated, it changes nothing. */
export async function clusterItems(newsroom: Newsroom, { itemIds }: { itemIds: string[] }): Promise<void> {
  for (let at = 0; at < itemIds.length; at += AT_ONCE) {
    await newsroom.transact(async (inner) => {
      await holdClusters(inner);
      for (const words of await listItemWords(inner, itemIds.slice(at, at + AT_ONCE)))
        if (words.marked !== words.version) await clusterOne(inner, words);
    });
    await setImmediate(); // the store answers in the same breath as it is asked: others would not be heard
  }
}

/** Chime: items that were kept when the process ended before they were clustered; of so long ago at most. */
export async function clusterLeftovers(newsroom: Newsroom, back: number = 10 * MINUTE): Promise<void> {
  const since = newsroom.clock.now() - back;
  let before: string[] = [];
  for (;;) {
    const itemIds = await listUnmarked(newsroom, since, LEFTOVERS);
    await clusterItems(newsroom, { itemIds });
    // What cannot be marked comes again: it must not keep this going.
    if (itemIds.length < LEFTOVERS || itemIds[0] === before[0]) return;
    before = itemIds;
  }
}

const LEFTOVERS = 200;

/** Chime: what tells old events from others is not needed any more. */
export async function pruneMarks(newsroom: Newsroom): Promise<void> {
  const now = newsroom.clock.now();
  const { store } = newsroom;
  await store
    .deleteFrom('cluster_marks')
    .where('at', '<', now - COUNTED_FOR - MINUTE)
    .execute();
  await store
    .deleteFrom('cluster_bands')
    .where('at', '<', now - COPY_LASTS - MINUTE)
    .execute();
  // Those that are in no cluster are never compared again; of a cluster the latest few are.
  await store
    .deleteFrom('item_marks')
    .where('at', '<', now - 2 * COPY_LASTS)
    .where('item_id', 'in', (from) =>
      from
        .selectFrom('items')
        .select('id')
        .where('changed_at', '<', now - EVENT_LASTS),
    )
    .execute();
}

async function clusterOne(inner: Newsroom, words: ItemWords): Promise<void> {
  const item = markedOf(words);
  await putMarks(inner, { ...item, version: words.version, isMarked: words.marked !== null });
  if (words.cluster_id !== null) return;
  const { candidates, says } = await candidatesFor(inner, item);
  const other = await bestOf(inner, { item, candidates, says });
  if (!other) return;
  const clusterId = other.clusterId ?? (await begin(inner, other));
  await join(inner, { clusterId, side: other.side }, item.itemId);
}

function markedOf(words: ItemWords): MarkedItem {
  return {
    itemId: words.id,
    clusterId: words.cluster_id,
    side: words.cluster_side,
    sourceId: words.source_id,
    language: words.language,
    // Dates in the future and of years ago are mistakes or reprints; the first is as good as now.
    at: Math.min(words.published_at ?? words.received_at, words.received_at),
    signature: signatureOf(words.text || words.summary),
    marks: marksOf(words),
  };
}

/** Items that share most with it, and how much each mark says beside the other events of these days. */
async function candidatesFor(
  inner: Newsroom,
  item: MarkedItem,
): Promise<{ candidates: MarkedItem[]; says: Says }> {
  const since = item.at - COUNTED_FOR;
  const but = item.itemId;
  const sharing = await listSharing(inner, { marks: [...item.marks.keys()], since, most: LATEST, but });
  const all = await countMarked(inner, since, COUNTED_MOST);
  const events = new Map<string, Set<string>>();
  for (const { mark, item_id, cluster_id } of sharing)
    events.set(mark, (events.get(mark) ?? new Set()).add(cluster_id ?? item_id));
  const said = new Map(
    [...item.marks.keys()].map((mark) => [mark, saysOf(events.get(mark)?.size ?? 0, all)]),
  );
  const shares = new Map<string, number>();
  for (const { mark, item_id } of sharing)
    shares.set(item_id, (shares.get(item_id) ?? 0) + (said.get(mark) ?? 0));
  const most = [...shares].sort((one, other) => other[1] - one[1]).slice(0, LOOKED_AT);
  const copies = item.signature
    ? await listMeeting(inner, { signature: item.signature, since: item.at - COPY_LASTS, but })
    : [];
  const ids = new Set([...most.map(([id]) => id), ...copies]);
  return { candidates: await listMarked(inner, [...ids]), says: (mark) => said.get(mark) ?? UNSHARED };
}

const UNSHARED = 0.8; // what a mark of the other item says that this one has not: as a rule, much

interface Choosing {
  item: MarkedItem;
  candidates: MarkedItem[];
  says: Says;
}

/** The likest of those that tell of the same event, whose cluster agrees. */
async function bestOf(inner: Newsroom, { item, candidates, says }: Choosing): Promise<MarkedItem | null> {
  const alike = candidates
    .map((candidate) => ({ candidate, ...sameEvent(item, candidate, says) }))
    .filter(({ is }) => is)
    .sort((one, other) => other.score - one.score);
  const refused = new Set<string>();
  for (const { candidate, why } of alike) {
    const { clusterId, side } = candidate;
    if (clusterId === null || why === 'copy') return candidate;
    const asked = `${clusterId} ${side ?? ''}`;
    if (refused.has(asked)) continue;
    const members = await listMembers(inner, { clusterId, side }, ASKED);
    const agree = members.filter((member) => sameEvent(item, member, says).is).length;
    if (agree * 2 >= members.length) return candidate;
    refused.add(asked);
  }
  return null;
}

async function begin(inner: Newsroom, first: MarkedItem): Promise<string> {
  const clusterId = await makeCluster(inner);
  await join(inner, { clusterId, side: null }, first.itemId);
  return clusterId;
}

/** An empty cluster, for items to come to. */
export async function makeCluster(inner: Newsroom): Promise<string> {
  const id = inner.ids.next();
  const now = inner.clock.now();
  await inner.store.insertInto('clusters').values({ id, created_at: now, changed_at: now }).execute();
  return id;
}

async function join(
  inner: Newsroom,
  { clusterId, side }: { clusterId: string; side: string | null },
  itemId: string,
): Promise<void> {
  await inner.store
    .updateTable('items')
    .set({ cluster_id: clusterId, cluster_side: side })
    .where('id', '=', itemId)
    .execute();
  await touchCluster(inner, clusterId);
}

export async function touchCluster(inner: Newsroom, clusterId: string): Promise<void> {
  await inner.store
    .updateTable('clusters')
    .set({ changed_at: inner.clock.now() })
    .where('id', '=', clusterId)
    .execute();
  inner.bell.ring('desk', { what: 'items' });
}
