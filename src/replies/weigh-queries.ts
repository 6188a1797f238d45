/** What is asked of the store when objections are set aside or settled. */

import type { Updateable } from 'kysely';
import type { BodyHtml } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import type { ObjectionsTable } from '../store/reply-tables.ts';

/** How many objections that was. */
export async function setObjectionsAside(
  inner: Newsroom,
  editionId: string,
  pairId: string,
  decided: Updateable<ObjectionsTable>,
): Promise<number> {
  const { numUpdatedRows } = await inner.store
    .updateTable('objections')
    .set(decided)
    .where('edition_id', '=', editionId)
    .where('pair_id', '=', pairId)
    .where('state', '=', 'held')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export function getStoryOf(inner: Newsroom, editionId: string): Promise<{ story_id: string }> {
  return inner.store
    .selectFrom('editions')
    .select('story_id')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
}

export function listHeldIn(
  inner: Newsroom,
  editionId: string,
): Promise<{ id: string; translated: string }[]> {
  return inner.store
    .selectFrom('objections')
    .select(['id', 'translated'])
    .where('edition_id', '=', editionId)
    .where('state', '=', 'held')
    .execute();
}

export async function setSettled(inner: Newsroom, ids: string[], correctionId: string | null): Promise<void> {
  await inner.store
    .updateTable('objections')
    .set({ state: 'settled', decided_at: inner.clock.now(), correction_id: correctionId })
    .where('id', 'in', ids)
    .execute();
}

export async function settleOfStory(newsroom: Newsroom, storyId: string): Promise<void> {
  await newsroom.store
    .updateTable('objections')
    .set({ state: 'settled', decided_at: newsroom.clock.now(), decided_why: 'The story was withdrawn.' })
    .where('state', '=', 'held')
    .where('edition_id', 'in', (from) =>
      from.selectFrom('editions').select('id').where('story_id', '=', storyId),
    )
    .execute();
}

export function getCopy(
  inner: Newsroom,
  takeId: string,
): Promise<{ headline: string; dek: string; body_html: BodyHtml }> {
  return inner.store
    .selectFrom('takes')
    .select(['headline', 'dek', 'body_html'])
    .where('id', '=', takeId)
    .executeTakeFirstOrThrow();
}
