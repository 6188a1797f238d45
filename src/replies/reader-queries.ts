/** What the store is asked about one reader, who is known by the hash of their address. */
import type { Newsroom } from '../newsroom.ts';

export async function repliesOfAddress(newsroom: Newsroom, addressHash: string) {
  return await newsroom.store
    .selectFrom('replies')
    .innerJoin('editions', 'editions.id', 'replies.edition_id')
    .leftJoin('takes', 'takes.id', 'editions.published_take_id')
    .select(['replies.id', 'replies.story_id', 'replies.name', 'replies.body', 'replies.state'])
    .select(['replies.address_sealed', 'replies.screen_json', 'replies.received_at'])
    .select(['replies.decided_at', 'replies.decided_why', 'takes.headline'])
    .where('replies.address_hash', '=', addressHash)
    .orderBy('replies.received_at')
    .orderBy('replies.id')
    .execute();
}

/** With what the desk answered to them. */
export async function deleteReplies(inner: Newsroom, ids: string[]): Promise<void> {
  for (const id of ids) {
    await inner.store.deleteFrom('replies').where('answers_id', '=', id).execute();
    await inner.store.deleteFrom('replies').where('id', '=', id).execute();
  }
}

/** The hash stays: by it a reader's replies are found when they ask for them. */
export async function forgetAddressesBefore(newsroom: Newsroom, decidedBefore: number): Promise<void> {
  await newsroom.store
    .updateTable('replies')
    .set({ address_sealed: null })
    .where('state', '<>', 'held')
    .where('decided_at', '<', decidedBefore)
    .where('address_sealed', 'is not', null)
    .execute();
}
