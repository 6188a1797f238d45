/** What else items are known by than their identity, in the store: filled in for those kept before there were such keys. */
import { setImmediate } from 'node:timers/promises';
import { type ItemRow, updateItem } from '../../intake/item-queries.ts';
import { DAY } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { identityKey, otherKeys } from '../reading/identity.ts';

const AT_ONCE = 200; // items in one transaction
const LOOKED_BACK = 30 * DAY; // what says the same after a month is said again on purpose

/**
 * Gives each item of these sources that was kept without them its keys, and its identity in the form of today. Of two that
 * turn out to be one, the first takes the identity; the other stays as it is. Nothing to do after the first time.
 */
export async function keyStoredItems(newsroom: Newsroom, sourceIds: string[]): Promise<void> {
  if (sourceIds.length === 0) return;
  for (let left = await keyless(newsroom, sourceIds, 1); left.length > 0; await setImmediate())
    left = await newsroom.transact(async (inner) => {
      const rows = await keyless(inner, sourceIds, AT_ONCE);
      for (const row of rows) await keyOne(inner, row);
      return rows;
    });
}

type Keyless = Awaited<ReturnType<typeof keyless>>[number];

function keyless(inner: Newsroom, sourceIds: string[], most: number) {
  return inner.store
    .selectFrom('items')
    .innerJoin('item_versions', (join) =>
      join
        .onRef('item_versions.item_id', '=', 'items.id')
        .onRef('item_versions.number', '=', 'items.version'),
    )
    .select([
      'items.id',
      'items.source_id',
      'items.identity',
      'items.link',
      'items.headline',
      'items.summary',
      'item_versions.text',
    ])
    .where('items.source_id', 'in', sourceIds)
    .where('items.words_key', 'is', null)
    .orderBy('items.id')
    .limit(most)
    .execute();
}

async function keyOne(inner: Newsroom, row: Keyless): Promise<void> {
  const keys = otherKeys({ ...row, text: row.text || row.summary });
  const identity = identityKey(row.identity);
  const isFree = identity !== row.identity && !(await isTaken(inner, row.source_id, identity));
  await updateItem(inner, row.id, {
    link_key: keys.link,
    words_key: keys.words,
    ...(isFree && { identity }),
  });
}

async function isTaken(inner: Newsroom, sourceId: string, identity: string): Promise<boolean> {
  const other = await inner.store
    .selectFrom('items')
    .select('id')
    .where('source_id', '=', sourceId)
    .where('identity', '=', identity)
    .executeTakeFirst();
  return other !== undefined;
}

/** An earlier item of the same source with the same link, or the same headline and text; null where there is none. */
export async function findSameItem(newsroom: Newsroom, item: ItemRow): Promise<{ id: string } | null> {
  const { link_key: link, words_key: words } = item;
  if (link === null && words === null) return null;
  const row = await newsroom.store
    .selectFrom('items')
    .select('id')
    .where('source_id', '=', item.source_id)
    .where('id', '<', item.id)
    .where('received_at', '>=', newsroom.clock.now() - LOOKED_BACK)
    .where(({ eb, or }) =>
      or([
        ...(link === null ? [] : [eb('link_key', '=', link)]),
        ...(words === null ? [] : [eb('words_key', '=', words)]),
      ]),
    )
    .executeTakeFirst();
  return row ?? null;
}
