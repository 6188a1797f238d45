/** Clusters: an item is put beside those that tell of the same event, as it comes in; in any language, of any agency. */
import { setImmediate } from 'node:timers/promises';
import { MINUTE } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import {
  deleteMarks,
  holdClusters,
  type ItemWords,
  listClusteredSince,
  listItemWords,
  listUnmarked,
  type MarkedItem,
  putMarks,
} from './cluster-queries.ts';
import { type EventMemory, openEventMemory } from './event-memory.ts';
import { placeItems } from './place-items.ts';
import { readEventMarks } from './read-event-marks.ts';
import { COPY_LASTS, EVENT_LASTS } from './same-event.ts';

const AT_ONCE = 8; // items in one transaction: a page that is asked for meanwhile waits for it
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
  await placeItems(inner, memory, { items, number });
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
  // Those that are in no cluster are never compared again; of a cluster the latest few are.
  await deleteMarks(newsroom, { copied: now - 2 * COPY_LASTS, changed: now - EVENT_LASTS });
}

function markedOf(words: ItemWords): MarkedItem {
  const { signature, marks } = words.marks ?? readEventMarks(words);
  return {
    itemId: words.id,
    clusterId: words.cluster_id,
    side: words.cluster_side,
    sourceId: words.source_id,
    language: words.language,
    // Dates in the future and of years ago are mistakes or reprints; the first is as good as now.
    at: Math.min(words.published_at ?? words.received_at, words.received_at),
    signature,
    marks,
  };
}
