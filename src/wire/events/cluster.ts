/** Clusters: an item is put beside those that tell of the same event, as it comes in; in any language, of any agency. */
import { setImmediate } from 'node:timers/promises';
import { MINUTE } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import {
  findPlace,
  holdClusters,
  type ItemWords,
  listClusteredSince,
  listItemWords,
  listMembers,
  listUnmarked,
  type MarkedItem,
  putMarks,
  renumber,
} from './cluster-queries.ts';
import { type Candidates, type EventMemory, openEventMemory } from './event-memory.ts';
import { eventMarksOf } from './marks.ts';
import { signatureOf } from './min-hash.ts';
import { COPY_LASTS, EVENT_LASTS, sameEvent } from './same-event.ts';

const AT_ONCE = 8; // items in one transaction: a page that is asked for meanwhile waits for it
const ASKED = 6; // members of a cluster that a newcomer is compared with; half of them must agree, so that none drifts
const READ_AT_ONCE = 400; // rows of what others clustered; a page that is asked for meanwhile waits for them

/** Puts items whose words are at hand beside those that tell of the same event. */
export type ClusterHere = (items: ItemWords[]) => Promise<void>;

/** Marks the items and puts each into the cluster of its event, if there is one. Repeated, it changes nothing. */
export async function clusterItems(newsroom: Newsroom, { itemIds }: { itemIds: string[] }): Promise<void> {
  for (let at = 0; at < itemIds.length; at += AT_ONCE) {
    await clustering(newsroom, async (inner, cluster) =>
      cluster(await listItemWords(inner, itemIds.slice(at, at + AT_ONCE))),
    );
    await setImmediate(); // the store answers in the same breath as it is asked: others would not be heard
  }
}

/**
 * Does the work in one transaction in which items can be clustered: one at a time in this process, and in others from where
 * it clusters. Never call it in a transaction: what that one undoes would be remembered.
 */
export async function clustering<T>(
  newsroom: Newsroom,
  work: (inner: Newsroom, cluster: ClusterHere) => Promise<T>,
): Promise<T> {
  const memory = newsroom.memory.of(openEventMemory);
  return memory.turns.take(async () => {
    await catchUp(newsroom, memory);
    try {
      return await newsroom.transact((inner) =>
        work(inner, async (items) => {
          const unmarked = items.filter(({ marked, version }) => marked !== version);
          if (unmarked.length > 0) await clusterHere(inner, memory, unmarked);
        }),
      );
    } catch (error) {
      memory.forget();
      throw error;
    }
  });
}

/** Reads what was clustered since, by others or before this process began; all but the last rows with a breath between. */
async function catchUp(newsroom: Newsroom, memory: EventMemory): Promise<void> {
  const now = newsroom.clock.now();
  const asked = { since: now - COPY_LASTS - MINUTE, most: READ_AT_ONCE };
  for (;;) {
    const rows = await listClusteredSince(newsroom, memory.upTo, asked);
    for (const row of rows) {
      const { clustering, ...item } = row;
      memory.learn(item);
      memory.upTo = { clustering, itemId: item.itemId };
    }
    memory.prune(now);
    if (rows.length < READ_AT_ONCE) return;
    await setImmediate();
  }
}

async function clusterHere(inner: Newsroom, memory: EventMemory, words: ItemWords[]): Promise<void> {
  const items = words.map((one) => ({ ...markedOf(one), version: one.version }));
  const number = await holdClusters(inner);
  await catchUp(inner, memory); // what another process clustered until it let go
  await putMarks(inner, items, number);
  memory.upTo = { clustering: number + 1, itemId: '' }; // all that this clustering changes is known here
  for (const { version, ...item } of items) {
    memory.learn(item);
    if (item.clusterId === null) await clusterOne(inner, memory, { item, number });
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

interface Placing {
  item: MarkedItem;
  /** Of the clustering. */
  number: number;
}

async function clusterOne(inner: Newsroom, memory: EventMemory, { item, number }: Placing): Promise<void> {
  const other = await bestOf(inner, item, memory.candidatesFor(item));
  // It may have been removed, or moved, in ways that nobody tells of.
  const place = other && (await findPlace(inner, other.itemId));
  if (!other || !place) return;
  const clusterId = place.clusterId ?? (await makeCluster(inner));
  const side = place.clusterId === null ? null : place.side;
  if (place.clusterId === null) {
    await join(inner, { clusterId, side }, other.itemId);
    await renumber(inner, [other.itemId], number);
    memory.place(other.itemId, { clusterId, side });
  }
  await join(inner, { clusterId, side }, item.itemId);
  memory.place(item.itemId, { clusterId, side });
  await touchCluster(inner, clusterId);
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
    marks: eventMarksOf(words),
  };
}

/** The likest of those that tell of the same event, whose cluster agrees. */
async function bestOf(
  inner: Newsroom,
  item: MarkedItem,
  { candidates, says }: Candidates,
): Promise<MarkedItem | null> {
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
}

export async function touchCluster(inner: Newsroom, clusterId: string): Promise<void> {
  await inner.store
    .updateTable('clusters')
    .set({ changed_at: inner.clock.now() })
    .where('id', '=', clusterId)
    .execute();
  inner.bell.ring('desk', { what: 'items' });
}
