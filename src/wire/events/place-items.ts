/**
 * Puts items that were marked beside those that tell of the same event. All of it is thought out in memory first; then the
 * store is asked once whether the others stand where they are remembered, and told once where these do.
 */
import { setImmediate } from 'node:timers/promises';
import { listPlaces, movePlaces, type Place } from '../../intake/cluster-queries.ts';
import type { Newsroom } from '../../newsroom.ts';
import { type MarkedItem, putClusters, renumber, touchClusters } from './cluster-queries.ts';
import type { EventMemory, RememberedItem } from './event-memory.ts';
import { comparing } from './same-event.ts';

const AT_ONCE = 4; // items thought out in one breath, a few milliseconds: a page in memory waits for no more
const ASKED = 6; // members of a cluster that a newcomer is compared with; half of them must agree, so that none drifts

interface Marked {
  /** In the order in which they came: each may join one before it. */
  items: MarkedItem[];
  /** Of the clustering. */
  number: number;
}

/** Call it while clusters are held, with a memory that has caught up. */
export async function placeItems(
  inner: Newsroom,
  memory: EventMemory,
  { items, number }: Marked,
): Promise<void> {
  for (const { itemId } of items) memory.drop(itemId); // as they were before this version
  for (;;) {
    const placing = await thinkOut(inner, memory, items);
    if (await isAsRemembered(inner, memory, placing)) return await keep(inner, placing, number);
  }
}

interface Placing {
  /** Where items stand now that stood elsewhere before: these, and others that were alone until now. */
  moved: Map<string, Place>;
  /** Others that these were put beside, as they were remembered. */
  others: Map<string, Place>;
  /** Begun here. */
  clusterIds: string[];
}

async function thinkOut(inner: Newsroom, memory: EventMemory, items: MarkedItem[]): Promise<Placing> {
  const placing: Placing = { moved: new Map(), others: new Map(), clusterIds: [] };
  const own = new Set(items.map(({ itemId }) => itemId));
  for (const [at, item] of items.entries()) {
    if (at > 0 && at % AT_ONCE === 0) await setImmediate();
    memory.learn(item);
    const other = item.clusterId === null ? bestOf(memory, item) : null;
    if (!other) continue;
    const known = { clusterId: other.clusterId, side: other.side };
    if (!own.has(other.itemId) && !placing.moved.has(other.itemId)) placing.others.set(other.itemId, known);
    const place = known.clusterId === null ? begin(inner, placing) : known;
    for (const each of known.clusterId === null ? [other, item] : [item]) {
      placing.moved.set(each.itemId, place);
      memory.place(each.itemId, place);
    }
  }
  return placing;
}

function begin(inner: Newsroom, { clusterIds }: Placing): Place {
  const clusterId = inner.ids.next();
  clusterIds.push(clusterId);
  return { clusterId, side: null };
}

/** Items are removed, and moved, in ways that nobody tells of: then the memory is mended, and it must be thought out anew. */
async function isAsRemembered(inner: Newsroom, memory: EventMemory, placing: Placing): Promise<boolean> {
  const others = [...placing.others];
  const places = new Map(
    (
      await listPlaces(
        inner,
        others.map(([itemId]) => itemId),
      )
    ).map(({ id, ...place }) => [id, place]),
  );
  const isSame = ([itemId, { clusterId, side }]: [string, Place]): boolean => {
    const place = places.get(itemId);
    return place !== undefined && place.clusterId === clusterId && place.side === side;
  };
  if (others.every(isSame)) return true;
  for (const [itemId] of others) {
    const place = places.get(itemId);
    if (place) memory.place(itemId, place);
    else memory.drop(itemId);
  }
  return false;
}

async function keep(inner: Newsroom, placing: Placing, number: number): Promise<void> {
  const { moved, others, clusterIds } = placing;
  if (moved.size === 0) return;
  await putClusters(inner, clusterIds);
  await movePlaces(inner, moved);
  // Other processes are told of those that were alone; these are new to them anyway.
  await renumber(
    inner,
    [...others.keys()].filter((itemId) => moved.has(itemId)),
    number,
  );
  const begun = new Set(clusterIds);
  const joined = new Set([...moved.values()].flatMap(({ clusterId }) => clusterId ?? []));
  await touchClusters(
    inner,
    [...joined].filter((id) => !begun.has(id)),
  );
  inner.bell.ring('desk', { what: 'items' });
}

/** The likest of those that tell of the same event, whose cluster agrees. */
function bestOf(memory: EventMemory, item: MarkedItem): RememberedItem | null {
  const { candidates, asked: one, says } = memory.candidatesFor(item);
  const compared = comparing(one, says);
  const alike = candidates
    .map((candidate) => ({ candidate, ...compared(candidate) }))
    .filter(({ is }) => is)
    .sort((one, other) => other.score - one.score);
  const refused = new Set<string>();
  for (const { candidate, why } of alike) {
    const { clusterId, side } = candidate;
    if (clusterId === null || why === 'copy') return candidate;
    const asked = `${clusterId} ${side ?? ''}`;
    if (refused.has(asked)) continue;
    const members = memory.latestOf({ clusterId, side }, ASKED);
    const agree = members.filter((member) => compared(member).is).length;
    if (agree * 2 >= members.length) return candidate;
    refused.add(asked);
  }
  return null;
}
