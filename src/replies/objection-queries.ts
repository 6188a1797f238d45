/** What the store is asked about objections. */
import type { Newsroom } from '../newsroom.ts';
import type { ObjectionsTable } from '../store/reply-tables.ts';

export async function insertObjection(inner: Newsroom, row: ObjectionsTable): Promise<void> {
  await inner.store.insertInto('objections').values(row).execute();
}

/** The same words about the same sentence from the same place, since then. */
export async function sameObjection(
  inner: Newsroom,
  like: Pick<ObjectionsTable, 'pair_id' | 'sender_hash' | 'reason' | 'better'> & { since: number },
): Promise<boolean> {
  const row = await inner.store
    .selectFrom('objections')
    .select('id')
    .where('pair_id', '=', like.pair_id)
    .where('sender_hash', '=', like.sender_hash)
    .where('reason', '=', like.reason)
    .where('better', '=', like.better)
    .where('received_at', '>', like.since)
    .executeTakeFirst();
  return row !== undefined;
}

const MOST_TIMES = 300; // counted for rates; the highest limit is below it

/** When objections came in since then, from one place or to one edition. */
export async function objectionTimes(
  newsroom: Newsroom,
  column: 'sender_hash' | 'edition_id',
  value: string,
  since: number,
): Promise<number[]> {
  const rows = await newsroom.store
    .selectFrom('objections')
    .select('received_at')
    .where(column, '=', value)
    .where('received_at', '>', since)
    .orderBy('received_at', 'desc')
    .limit(MOST_TIMES)
    .execute();
  return rows.map((row) => row.received_at);
}

/** Objections with their story, for the desk. */
export function deskObjectionRows(newsroom: Newsroom) {
  return newsroom.store
    .selectFrom('objections')
    .innerJoin('editions', 'editions.id', 'objections.edition_id')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .innerJoin('translations', 'translations.edition_id', 'editions.id')
    .leftJoin('takes', 'takes.id', 'editions.published_take_id')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .leftJoin('staff', 'staff.id', 'objections.decided_by_id')
    .selectAll('objections')
    .select(['editions.story_id', 'editions.language', 'editions.slug', 'translations.original_language'])
    .select(['takes.headline', 'sections.slug as section_slug', 'staff.name as decided_by']);
}

export function countHeldPairs(newsroom: Newsroom): Promise<{ count: string | number | bigint }> {
  return newsroom.store
    .selectFrom('objections')
    .select((row) => row.fn.count('pair_id').distinct().as('count'))
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow();
}
