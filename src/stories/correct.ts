/** Correct: what was wrong is changed and said, in one act, to everyone who has the story. */
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { announce } from '../runner/work.ts';
import { publishFiled } from './filing.ts';
import { gateOf, goingEditions } from './gate.ts';
import { refuseIfLocked } from './lock.ts';
import { factsOf, putInPublic } from './publish.ts';
import {
  type EditionRow,
  holdStory,
  listTranslated,
  putCorrection,
  type StoryRow,
  updateEdition,
  updateStory,
} from './queries.ts';
import { mayCorrect } from './story.ts';
import { readStory } from './story-reading.ts';

/**
 * Publishes the working takes, and where the story is filed, with a notice to readers. The notice says what was wrong and
 * what is right. A level that waits goes on waiting: a correction goes to those who were told, and tells nobody else.
 * With `mustChange`, refuses with `form-incomplete` a correction of a copy that reads as readers have it.
 */
export async function correctStory(
  newsroom: Newsroom,
  asked: { storyId: string; notice: string; mustChange?: boolean; by: Actor },
): Promise<{ correctionId: string }> {
  const notice = asked.notice.replace(/\s+/g, ' ').trim();
  if (notice === '') refuse('form-incomplete', { fields: { notice: because('correctionNoticeMissing') } });
  return newsroom.transact(async (inner) => {
    const story = await holdStory(inner, asked.storyId);
    if (!mayCorrect(story.status))
      refuse('story-state-wrong', { because: because('storyIs', { status: story.status }) });
    await refuseIfLocked(inner, story.id, asked.by);
    const fixed = (await gateOf(inner, story.id)).filter((obstacle) => !obstacle.overridable);
    if (fixed.length > 0)
      refuse('story-not-ready', { words: fixed.map((obstacle) => obstacle.words).join(' ') });
    const { editions, areChanged } = await editionsToCorrect(inner, story.id);
    if (asked.mustChange && !areChanged)
      refuse('form-incomplete', { fields: { noticeAlone: because('copyAsReadersHaveIt') } });
    const { touched } = await publishFiled(inner, story, ['alertLevel']);
    let correctionId = '';
    for (const edition of editions) {
      correctionId = await correctEdition(inner, { story, edition, notice, by: asked.by });
    }
    const now = inner.clock.now();
    await updateStory(inner, story.id, {
      published_at: now,
      updated_at: now,
      ...(asked.by.id !== null && { unread: 0 as const }),
    });
    await recordAct(inner, {
      by: asked.by,
      act: 'correct',
      subjectKind: 'story',
      subjectId: story.id,
      facts: { notice },
    });
    inner.bell.ring('pages', { touched: [...touched, 'corrections'] });
    inner.bell.ring('desk', { what: 'stories', storyId: story.id });
    return { correctionId };
  });
}

async function correctEdition(
  inner: Newsroom,
  { story, edition, notice, by }: { story: StoryRow; edition: EditionRow; notice: string; by: Actor },
): Promise<string> {
  const [id, at] = [inner.ids.next(), inner.clock.now()];
  await putCorrection(inner, {
    id,
    story_id: story.id,
    edition_id: edition.id,
    kind: 'correction',
    notice,
    by_id: by.id,
    at,
  });
  await putInPublic(inner, story, edition);
  await updateEdition(inner, edition.id, { published_at: at });
  await announce(inner, {
    event: 'story-corrected',
    facts: { ...factsOf(story, edition), correctionId: id },
  });
  return id;
}

/**
 * Those that readers see; changes to a translation that nobody has read stay at the desk. What was wrong in translations
 * alone is corrected in those: the original never said it, and its readers are not told of it in another language.
 */
async function editionsToCorrect(
  inner: Newsroom,
  storyId: string,
): Promise<{ editions: EditionRow[]; areChanged: boolean }> {
  const editions = goingEditions(await readStory(inner, storyId));
  const seen = editions.filter((edition) => edition.published_take_id !== null);
  const changed = seen.filter((edition) => edition.published_take_id !== edition.working_take_id);
  if (changed.length === 0) return { editions: seen, areChanged: false };
  const rows = await listTranslated(
    inner,
    changed.map(({ id }) => id),
  );
  return { editions: rows.length === changed.length ? changed : seen, areChanged: true };
}
