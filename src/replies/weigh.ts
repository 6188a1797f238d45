/** Weighing objections: set aside with a reason, or settled when readers no longer see the sentence that they are about. */
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { readersSee } from '../stories/readers-text.ts';
import {
  getCopy,
  getStoryOf,
  listHeldIn,
  setObjectionsAside,
  setSettled,
  settleOfStory,
} from './weigh-queries.ts';

const LONGEST_WHY = 500; // characters of a reason

/** All that readers say of one sentence is set aside together: the sentence is right, for this reason. */
export async function setObjectionAside(
  newsroom: Newsroom,
  asked: { editionId: string; pairId: string; why: string; by: Actor },
): Promise<void> {
  const why = asked.why.replace(/\s+/g, ' ').trim().slice(0, LONGEST_WHY);
  if (why === '') refuse('form-incomplete', { fields: { why: because('whySentenceRight') } });
  const { editionId, pairId, by } = asked;
  await newsroom.transact(async (inner) => {
    const set = await setObjectionsAside(inner, editionId, pairId, {
      state: 'set aside',
      decided_at: inner.clock.now(),
      decided_by_id: by.id,
      decided_why: why,
    });
    if (set === 0) refuse('objection-weighed');
    const { story_id: subjectId } = await getStoryOf(inner, editionId);
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
    const held = await listHeldIn(inner, editionId);
    if (held.length === 0) return;
    const isSeen = await seenIn(inner, takeId);
    const gone = held.filter(({ translated }) => !isSeen(translated)).map(({ id }) => id);
    if (gone.length === 0) return;
    await setSettled(inner, gone, correctionId);
    inner.bell.ring('desk', { what: 'replies' });
  });
}

/** Follows a kill: of what was withdrawn nothing is left to weigh. */
export async function settleWithdrawn(newsroom: Newsroom, { storyId }: { storyId: string }): Promise<void> {
  await settleOfStory(newsroom, storyId);
  newsroom.bell.ring('desk', { what: 'replies' });
}

async function seenIn(inner: Newsroom, takeId: string): Promise<(words: string) => boolean> {
  const { headline, dek, body_html } = await getCopy(inner, takeId);
  return readersSee({ headline, dek, bodyHtml: body_html });
}
