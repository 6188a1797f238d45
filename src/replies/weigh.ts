/** Weighing objections: set aside with a reason, or settled when readers no longer see the sentence that they are about. */
import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { readersSee } from '../stories/readers-text.ts';

const LONGEST_WHY = 500; // characters of a reason

/** All that readers say of one sentence is set aside together: the sentence is right, for this reason. */
export async function setObjectionAside(
  newsroom: Newsroom,
  asked: { editionId: string; pairId: string; why: string; by: Actor },
): Promise<void> {
  const why = asked.why.replace(/\s+/g, ' ').trim().slice(0, LONGEST_WHY);
  if (why === '') refuse('form-incomplete', { fields: { why: 'Say why the sentence is right.' } });
  const { editionId, pairId, by } = asked;
  await newsroom.transact(async (inner) => {
    const set = await inner.store
      .updateTable('objections')
      .set({ state: 'set aside', decided_at: inner.clock.now(), decided_by_id: by.id, decided_why: why })
      .where('edition_id', '=', editionId)
      .where('pair_id', '=', pairId)
      .where('state', '=', 'held')
      .executeTakeFirst();
    if (set.numUpdatedRows === 0n) refuse('objection-weighed');
    const { story_id: subjectId } = await inner.store
      .selectFrom('editions')
      .select('story_id')
      .where('id', '=', editionId)
      .executeTakeFirstOrThrow();
    const facts = { pairId, why };
    await recordAct(inner, { by, act: 'set objection aside', subjectKind: 'story', subjectId, facts });
    inner.bell.ring('desk', { what: 'replies' });
  });
}

/**
 * Follows what was published: what is held about a sentence that readers no longer see is settled, by the correction where
 * there is one. A sentence that still stands as it stood waits on.
 */
export async function settleObjections(
  newsroom: Newsroom,
  {
    editionId,
    takeId,
    correctionId = null,
  }: { editionId: string; takeId: string; correctionId?: string | null },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const held = await inner.store
      .selectFrom('objections')
      .select(['id', 'translated'])
      .where('edition_id', '=', editionId)
      .where('state', '=', 'held')
      .execute();
    if (held.length === 0) return;
    const isSeen = await seenIn(inner, takeId);
    const gone = held.filter(({ translated }) => !isSeen(translated)).map(({ id }) => id);
    if (gone.length === 0) return;
    await inner.store
      .updateTable('objections')
      .set({ state: 'settled', decided_at: inner.clock.now(), correction_id: correctionId })
      .where('id', 'in', gone)
      .execute();
    inner.bell.ring('desk', { what: 'replies' });
  });
}

/** Follows a kill: of what was withdrawn nothing is left to weigh. */
export async function settleWithdrawn(newsroom: Newsroom, { storyId }: { storyId: string }): Promise<void> {
  await newsroom.store
    .updateTable('objections')
    .set({ state: 'settled', decided_at: newsroom.clock.now(), decided_why: 'The story was withdrawn.' })
    .where('state', '=', 'held')
    .where('edition_id', 'in', (from) =>
      from.selectFrom('editions').select('id').where('story_id', '=', storyId),
    )
    .execute();
  newsroom.bell.ring('desk', { what: 'replies' });
}

async function seenIn(inner: Newsroom, takeId: string): Promise<(words: string) => boolean> {
  const { headline, dek, body_html } = await inner.store
    .selectFrom('takes')
    .select(['headline', 'dek', 'body_html'])
    .where('id', '=', takeId)
    .executeTakeFirstOrThrow();
  return readersSee({ headline, dek, bodyHtml: body_html });
}
