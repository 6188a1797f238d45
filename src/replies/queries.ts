/** What the store is asked about replies. */
import type { Newsroom } from '../newsroom.ts';
import { keptQuery } from '../store/kept-query.ts';
import type { RepliesTable } from '../store/reply-tables.ts';

/** The story a reply is for, and the edition it was written under. */
export async function storyForReply(newsroom: Newsroom, storyId: string) {
  return await newsroom.store
    .selectFrom('stories')
    .innerJoin('editions', 'editions.story_id', 'stories.id')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .select(['stories.id', 'stories.status', 'stories.replies_open', 'editions.id as edition_id'])
    .select(['editions.slug', 'editions.language', 'sections.slug as section_slug', 'takes.headline'])
    .where('stories.id', '=', storyId)
    .orderBy('editions.created_at')
    .orderBy('editions.id')
    .executeTakeFirst();
}

export async function insertReply(inner: Newsroom, row: RepliesTable): Promise<void> {
  await inner.store.insertInto('replies').values(row).execute();
}

export async function sealedAddresses(newsroom: Newsroom, ids: string[]) {
  if (ids.length === 0) return [];
  return newsroom.store
    .selectFrom('replies')
    .select(['id', 'address_sealed'])
    .where('id', 'in', ids)
    .execute();
}

export async function insertReplies(inner: Newsroom, rows: RepliesTable[]): Promise<void> {
  await inner.store.insertInto('replies').values(rows).execute();
}

/** The same words from the same address to the same story, since then. */
export async function sameReply(
  inner: Newsroom,
  like: { storyId: string; addressHash: string; body: string; since: number },
): Promise<string | null> {
  const row = await inner.store
    .selectFrom('replies')
    .select('id')
    .where('story_id', '=', like.storyId)
    .where('address_hash', '=', like.addressHash)
    .where('body', '=', like.body)
    .where('received_at', '>', like.since)
    .executeTakeFirst();
  return row?.id ?? null;
}

const MOST_TEXTS = 100; // compared one by one, so that a reply is taken in milliseconds
const MOST_TIMES = 300; // counted for rates; the highest limit is below it

export async function recentReplies(newsroom: Newsroom, since: number) {
  return await newsroom.store
    .selectFrom('replies')
    .select(['address_hash', 'body'])
    .where('received_at', '>', since)
    .where('staff_id', 'is', null)
    .orderBy('received_at', 'desc')
    .limit(MOST_TEXTS)
    .execute();
}

/** When replies came in since then, by one of the three keys. */
export async function timesOf(
  newsroom: Newsroom,
  column: 'sender_hash' | 'address_hash' | 'story_id',
  value: string,
  since: number,
): Promise<number[]> {
  const rows = await newsroom.store
    .selectFrom('replies')
    .select('received_at')
    .where(column, '=', value)
    .where('received_at', '>', since)
    .where('staff_id', 'is', null)
    .orderBy('received_at', 'desc')
    .limit(MOST_TIMES)
    .execute();
  return rows.map((row) => row.received_at);
}

/** How often replies of these addresses were approved and rejected. */
export async function historyOf(
  newsroom: Newsroom,
  addressHashes: string[],
): Promise<Map<string, { approved: number; rejected: number }>> {
  const history = new Map<string, { approved: number; rejected: number }>();
  if (addressHashes.length === 0) return history;
  const rows = await newsroom.store
    .selectFrom('replies')
    .select((row) => ['address_hash', 'state', row.fn.countAll().as('count')])
    .where('address_hash', 'in', addressHashes)
    .where('state', '<>', 'held')
    .groupBy(['address_hash', 'state'])
    .execute();
  for (const { address_hash, state, count } of rows) {
    const had = history.get(address_hash ?? '') ?? { approved: 0, rejected: 0 };
    history.set(address_hash ?? '', { ...had, [state]: Number(count) });
  }
  return history;
}

export async function replyById(newsroom: Newsroom, id: string) {
  return await newsroom.store.selectFrom('replies').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Changes the verdict if nobody else did meanwhile; false if somebody did. */
export async function changeState(
  inner: Newsroom,
  id: string,
  from: RepliesTable['state'],
  to: Pick<RepliesTable, 'state' | 'decided_at' | 'decided_by_id' | 'decided_why'>,
): Promise<boolean> {
  const changed = await inner.store
    .updateTable('replies')
    .set(to)
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** What everyone may see: no address, no sender, not even sealed. */
export const approvedRows = keptQuery(({ store }, [storyId = '']) =>
  store
    .selectFrom('replies')
    .select(['id', 'answers_id', 'name', 'body', 'staff_id', 'received_at'])
    .where('story_id', '=', storyId)
    .where('state', '=', 'approved')
    .orderBy('received_at')
    .orderBy('id'),
);

/** Of each story that has any: how many stand under it. */
export const countApproved = keptQuery(({ store }, storyIds) =>
  store
    .selectFrom('replies')
    .select((reply) => ['story_id', reply.fn.countAll<number>().as('count')])
    .where('story_id', 'in', storyIds)
    .where('state', '=', 'approved')
    .groupBy('story_id'),
);

/** Replies with their story, for the desk. */
export function deskRows(newsroom: Newsroom) {
  return newsroom.store
    .selectFrom('replies')
    .innerJoin('stories', 'stories.id', 'replies.story_id')
    .innerJoin('editions', 'editions.id', 'replies.edition_id')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .leftJoin('staff', 'staff.id', 'replies.decided_by_id')
    .select(['replies.id', 'replies.story_id', 'replies.name', 'replies.body', 'replies.state'])
    .select(['replies.address_sealed', 'replies.address_hash', 'replies.screen_json', 'replies.received_at'])
    .select(['replies.decided_at', 'replies.decided_why', 'staff.name as decided_by'])
    .select(['takes.headline', 'editions.slug', 'editions.language', 'sections.slug as section_slug']);
}

export async function countByState(newsroom: Newsroom, state: RepliesTable['state']): Promise<number> {
  const { count } = await newsroom.store
    .selectFrom('replies')
    .select((row) => row.fn.countAll().as('count'))
    .where('state', '=', state)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function forgetSendersBefore(
  newsroom: Newsroom,
  table: 'replies' | 'objections',
  before: number,
): Promise<void> {
  await newsroom.store
    .updateTable(table)
    .set({ sender_hash: '' })
    .where('received_at', '<', before)
    .where('sender_hash', '<>', '')
    .execute();
}

/** Replies to one story become replies to another; of those written under an edition of `writtenUnder`, where it is said. */
export async function moveReplyRows(
  inner: Newsroom,
  { from, to, writtenUnder }: { from: string; to: string; writtenUnder?: string },
): Promise<void> {
  let query = inner.store.updateTable('replies').set({ story_id: to }).where('story_id', '=', from);
  if (writtenUnder !== undefined)
    query = query.where('edition_id', 'in', (editions) =>
      editions.selectFrom('editions').select('id').where('story_id', '=', writtenUnder),
    );
  await query.execute();
}
