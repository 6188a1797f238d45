/** Kill: a published story is withdrawn, and its address says so. Spike: a draft is put away before anyone read it. */
import { giveItemsBack } from '../intake/taken-items.ts';
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { announce, withdraw } from '../runner/work.ts';
import { endRelease } from './end-release.ts';
import { factsOf } from './publish.ts';
import { holdStory, listEditionRows, putCorrection, touchedBy, updateStory } from './queries.ts';
import { mayKill, maySpike } from './story.ts';

/** Withdraws a published story everywhere; the notice stands where it stood. It cannot be undone. */
export async function killStory(
  newsroom: Newsroom,
  asked: { storyId: string; notice: string; by: Actor },
): Promise<void> {
  const notice = asked.notice.replace(/\s+/g, ' ').trim();
  if (notice === '') refuse('form-incomplete', { fields: { notice: because('killNoticeMissing') } });
  await newsroom.transact(async (inner) => {
    const story = await holdStory(inner, asked.storyId);
    if (!mayKill(story.status))
      refuse('story-state-wrong', { because: because('storyIs', { status: story.status }) });
    const touched = await touchedBy(inner, story);
    const now = inner.clock.now();
    await updateStory(inner, story.id, {
      status: 'killed',
      kill_notice: notice,
      killed_at: now,
      updated_at: now,
    });
    for (const edition of await listEditionRows(inner, story.id)) {
      if (edition.published_take_id === null) continue; // nobody has it
      const id = inner.ids.next();
      await putCorrection(inner, {
        id,
        story_id: story.id,
        edition_id: edition.id,
        kind: 'kill',
        notice,
        by_id: asked.by.id,
        at: now,
      });
      await announce(inner, {
        event: 'story-killed',
        facts: { ...factsOf(story, edition), correctionId: id },
      });
    }
    await endRelease(inner, { storyId: story.id, became: 'withdrawn', why: notice });
    await recordAct(inner, {
      by: asked.by,
      act: 'kill',
      subjectKind: 'story',
      subjectId: story.id,
      facts: { notice },
    });
    inner.bell.ring('pages', { touched: [...touched, 'corrections'] });
    inner.bell.ring('desk', { what: 'stories', storyId: story.id });
  });
}

/** Puts a draft away. An item it was made of may be picked up again. */
export async function spikeStory(newsroom: Newsroom, asked: { storyId: string; by: Actor }): Promise<void> {
  await newsroom.transact(async (inner) => {
    const story = await holdStory(inner, asked.storyId);
    if (!maySpike(story.status))
      refuse('story-state-wrong', { because: because('storyIs', { status: story.status }) });
    await withdraw(inner, `publication:${story.id}`);
    const updated_at = inner.clock.now();
    await updateStory(inner, story.id, { status: 'spiked', publish_at: null, updated_at });
    await giveItemsBack(inner, story.id);
    await endRelease(inner, {
      storyId: story.id,
      became: 'withdrawn',
      why: 'It is not published. Do not use it.',
    });
    await recordAct(inner, { by: asked.by, act: 'spike', subjectKind: 'story', subjectId: story.id });
    inner.bell.ring('desk', { what: 'stories', storyId: story.id });
    inner.bell.ring('desk', { what: 'items' });
  });
}
