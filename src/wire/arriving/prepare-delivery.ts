/** What a thread does with a delivery: reads it, and what those of its items are compared by that will probably be news. */
import { type ItemMarks, readEventMarks } from '../events/read-event-marks.ts';
import { type PreparedFeed, type PreparedItem, type Preparing, prepare } from '../reading/prepare.ts';

const MOST_MARKED = 500; // of one delivery; beyond, each is marked when it is kept

export interface DeliveryQuestion extends Preparing {
  /** Items dated after this instant will probably be news, as will those of a source that we do not know yet: 0. */
  newsFrom: number;
}

/** An item, with what it is compared by where that was read already. */
export type ReadItem = PreparedItem & { marks?: ItemMarks };

export interface ReadDelivery extends Omit<PreparedFeed, 'items'> {
  items: ReadItem[];
}

export async function prepareDelivery({ newsFrom, ...asked }: DeliveryQuestion): Promise<ReadDelivery> {
  const { feed, items, plans } = await prepare(asked);
  let room = MOST_MARKED;
  const isNews = ({ updated, published }: PreparedItem): boolean =>
    (updated ?? published ?? 0) >= newsFrom && room-- > 0;
  return {
    feed,
    plans,
    items: items.map((item) => (isNews(item) ? { ...item, marks: readEventMarks(item) } : item)),
  };
}
