/** Desk copy: an edition stays at the desk, as what a translation is made of, or is let out to readers after all. */
import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { refuseIfLocked } from './lock.ts';
import { getEditionRow, holdStory, listEditionRows, updateEdition } from './queries.ts';

/**
 * Keeps an edition at the desk, or lets it go out with the others the next time the story does. Refuses to keep back what
 * readers have, and the last edition that is meant for them.
 */
export async function setDeskCopy(
  newsroom: Newsroom,
  asked: { editionId: string; isDeskCopy: boolean; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const { story_id: storyId } = await getEditionRow(inner, asked.editionId);
    await holdStory(inner, storyId);
    await refuseIfLocked(inner, storyId, asked.by);
    const edition = await getEditionRow(inner, asked.editionId);
    if ((edition.is_desk_copy === 1) === asked.isDeskCopy) return;
    if (asked.isDeskCopy && edition.published_take_id !== null)
      refuse('story-state-wrong', {
        because: 'readersHaveEdition',
      });
    const others = (await listEditionRows(inner, storyId)).filter(
      (each) => each.id !== edition.id && each.is_desk_copy === 0,
    );
    if (asked.isDeskCopy && others.length === 0) refuse('story-state-wrong', { because: 'noOtherEdition' });
    await updateEdition(inner, edition.id, { is_desk_copy: asked.isDeskCopy ? 1 : 0 });
    await recordAct(inner, {
      by: asked.by,
      act: asked.isDeskCopy ? 'keep at the desk' : 'let out',
      subjectKind: 'story',
      subjectId: storyId,
      facts: { language: edition.language },
    });
    inner.bell.ring('desk', { what: 'stories', storyId });
  });
}
