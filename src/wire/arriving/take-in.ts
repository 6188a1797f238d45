/** Takes in what was read, whichever way it came: kept, grouped with what tells of the same, and noted for the source's page. */
import { setImmediate } from 'node:timers/promises';
import type { Newsroom } from '../../newsroom.ts';
import { announceAll } from '../../runner/work.ts';
import { clustering } from '../events/cluster.ts';
import { type Line, type NewLine, putLines } from '../sources/poll-lines.ts';
import type { SourceRow } from '../sources/source.ts';
import type { ReadDelivery } from './prepare-delivery.ts';
import {
  type Arrival,
  arrivalsOf,
  keepPortions,
  portionsOf,
  type ReceivedCounts,
  receivedOf,
} from './receive.ts';

export interface TakingIn {
  source: Pick<SourceRow, 'id' | 'slug' | 'name'>;
  prepared: ReadDelivery;
  isFirst: boolean;
  line: Line;
}

export async function takeIn(newsroom: Newsroom, taking: TakingIn): Promise<ReceivedCounts> {
  let received: ReceivedCounts = { received: 0, changed: 0, itemIds: [] };
  await takeInTogether(newsroom, [taking], async (_inner, [kept]) => {
    received = kept ?? received;
  });
  return received;
}

/**
 * Takes in what several sources sent, a few items in each transaction. What ends it is done in the last of them, with all
 * that was received.
 */
export async function takeInTogether(
  newsroom: Newsroom,
  takings: TakingIn[],
  end: (inner: Newsroom, received: ReceivedCounts[]) => Promise<void>,
): Promise<void> {
  const arrivals: Arrival[] = await arrivalsOf(
    newsroom,
    takings.map(({ source, prepared, isFirst }) => ({ sourceId: source.id, prepared, isFirst })),
  );
  const finish = async (inner: Newsroom): Promise<void> => {
    const received = arrivals.map(receivedOf);
    await putLines(
      inner,
      takings.flatMap((taking, at) => lineOf(taking, received[at])),
    );
    await announcePlans(inner, takings);
    await end(inner, received);
  };
  const portions = portionsOf(arrivals);
  for (const [at, portion] of portions.entries()) {
    await clustering(newsroom, async (inner, cluster) => {
      await cluster(await keepPortions(inner, portion));
      if (at === portions.length - 1) await finish(inner);
    });
    await setImmediate();
  }
  if (portions.length === 0) await newsroom.transact(finish);
}

const PLANS_AT_ONCE = 100; // in one announcement, which stands in a row of the store

/** What sources plan is told to whom it concerns; the wire itself keeps news. */
async function announcePlans(inner: Newsroom, takings: TakingIn[]): Promise<void> {
  const all = takings.flatMap(({ source, prepared: { plans } }) => {
    const count = Math.ceil(plans.length / PLANS_AT_ONCE);
    return Array.from({ length: count }, (_, at) => ({
      event: 'plans-received' as const,
      facts: {
        sourceId: source.id,
        sourceName: source.name,
        plans: plans.slice(at * PLANS_AT_ONCE, (at + 1) * PLANS_AT_ONCE),
      },
    }));
  });
  await announceAll(inner, all);
}

/** A line where there is something to tell: of what says the same as before there is none. */
function lineOf(
  { source, prepared, line }: TakingIn,
  received: ReceivedCounts | undefined,
): { sourceId: string; line: NewLine }[] {
  const { salvaged, problems } = prepared.feed;
  const isNew = (received?.itemIds.length ?? 0) > 0;
  if (!salvaged && !isNew) return [];
  const verdict = salvaged ? 'salvaged' : 'new';
  const counts = { received: received?.received ?? 0, changed: received?.changed ?? 0 };
  return [{ sourceId: source.id, line: { ...line, ...counts, verdict, words: problems.join(' ') || null } }];
}
