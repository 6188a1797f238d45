/** The question for whom a chunk tells, which a fan-out asks for every thousand devices. Private to this room. */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import { recipientsOn } from '../push/recipient-sheet.ts';
import type { Recipient } from '../push/sender.ts';
import { keptByForm } from '../store/kept-query.ts';
import type { Tables } from '../store/tables.ts';
import { LOOSE } from './queries.ts';

/** Of these devices, whose ids are in key order, those that are not gone, as the sender takes them; in no order. */
export async function recipientsOf(newsroom: Newsroom, ids: readonly string[]): Promise<Recipient[]> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  const most = ids.length * LOOSE;
  // Where they lie close together, their stretch of the table is read: see `ofThese` in queries.ts.
  const stretch = (await sheetsWithin(newsroom, { first, last, most: most + 1 })).flatMap(recipientsOn);
  if (stretch.length > most)
    return (await sheets(newsroom, (devices) => devices.where('id', 'in', [...ids])).execute()).flatMap(
      recipientsOn,
    );
  const wanted = new Set(ids);
  return stretch.filter(({ id }) => wanted.has(id));
}

const sheetsWithin = keptByForm(
  (at, { first, last, most }: { first: string; last: string; most: number }) =>
    sheets(at, (devices) => devices.where('id', '>=', first).where('id', '<=', last).limit(most)),
  ['most'],
);

type Devices = SelectQueryBuilder<Tables, 'devices', object>;

function sheets(
  { store, engine }: Pick<Newsroom, 'store' | 'engine'>,
  narrowed: (devices: Devices) => Devices,
) {
  const { record, together } = forSheets[engine];
  const devices = narrowed(store.selectFrom('devices').where('gone_at', 'is', null));
  return store
    .selectFrom(devices.select(['origin', 'vapid_key_id as vapidKeyId', record.as('record')]).as('each'))
    .select(['origin', 'vapidKeyId', together.as('bytes')])
    .groupBy(['origin', 'vapidKeyId']);
}

/**
 * A device as recipient-sheet.ts reads it, and many of them in one piece. What SQLite puts together it takes for text, byte by byte as it
 * is, also where a byte is nought.
 */
const forSheets = {
  sqlite: {
    record: sql<Buffer>`cast(id || printf('%05d%05d%05d', length(p256dh), length(auth_sealed), length(endpoint_sealed)) as blob)
      || p256dh || auth_sealed || endpoint_sealed`,
    together: sql<Buffer>`cast(group_concat(record, '') as blob)`,
  },
  postgres: {
    record: sql<Buffer>`convert_to(id || lpad(length(p256dh)::text, 5, '0') || lpad(length(auth_sealed)::text, 5, '0')
      || lpad(length(endpoint_sealed)::text, 5, '0'), 'UTF8') || p256dh || auth_sealed || endpoint_sealed`,
    together: sql<Buffer>`string_agg(record, ''::bytea)`,
  },
};
