/** One delivery kept as the keeper keeps it (wire/arriving/keeper.ts), without the poll that brought it. */
import type { Newsroom } from '../../src/newsroom.ts';
import {
  arrivalsOf,
  type Delivery,
  keepPortions,
  portionsOf,
  type ReceivedCounts,
  receivedOf,
} from '../../src/wire/arriving/receive.ts';

export async function receive(newsroom: Newsroom, delivery: Delivery): Promise<ReceivedCounts> {
  const [arrival] = await arrivalsOf(newsroom, [delivery]);
  if (!arrival) throw new Error('a delivery without an arrival');
  for (const portions of portionsOf([arrival]))
    await newsroom.transact((inner) => keepPortions(inner, portions));
  return receivedOf(arrival);
}
