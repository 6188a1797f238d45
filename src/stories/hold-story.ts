/** Hold: a story is under embargo until an instant. Release: partners have it before, and it goes out by itself when it ends. */
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { announce, withdraw } from '../runner/work.ts';
import { readRecord } from '../store/json-column.ts';
import { isHeld } from './embargo.ts';
import { endRelease } from './end-release.ts';
import { goingEditions } from './gate.ts';
import { refuseIfLocked } from './lock.ts';
import { decides, refuseUnlessMayChange } from './may-change.ts';
import { dueKey } from './publish.ts';
import { holdStory, type StoryRow, updateStory } from './queries.ts';
import { changeRelease, findReleaseRow, putReleaseRow, type ReleaseRow } from './release-queries.ts';
import { rightsOfStory } from './rights-of-story.ts';
import { scheduleStory } from './schedule.ts';
import { maySpike } from './story.ts';
import { readStory } from './story-reading.ts';

/**
 * Holds a story that is not out until an instant; null lifts the embargo, which publishes nothing. What was to go out by itself at
 * the end of the embargo, or before its new end, goes out at the new end. Anyone sets one; another one, or none, is an editor's.
 * Refuses with `story-state-wrong` what is out, with `form-incomplete` (`holdUntil`) an instant that has passed, with `role-needed`
 * and `story-locked`.
 */
export async function setEmbargo(
  newsroom: Newsroom,
  asked: { storyId: string; until: number | null; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const { until, by } = asked;
    const story = await holdStory(inner, asked.storyId);
    if (story.embargo_until === until) return;
    await refuseIfLocked(inner, story.id, by);
    if (!maySpike(story.status)) refuse('story-state-wrong', { because: 'embargoOfOut' });
    if (until !== null && !(until > inner.clock.now()))
      refuse('form-incomplete', { fields: { holdUntil: because('timePassed') } });
    if (story.embargo_until !== null && !(await decides(inner, by)))
      refuse('role-needed', { because: 'embargoIsForEditors' });
    await refuseUnlessMayChange(inner, { story, change: 'waits', by });
    await updateStory(inner, story.id, { embargo_until: until });
    await moveSchedule(inner, story, until);
    await tellPartners(inner, story, until);
    const facts = { from: story.embargo_until, until };
    const act = until === null ? 'lift embargo' : 'hold';
    await recordAct(inner, { by, act, subjectKind: 'story', subjectId: story.id, facts });
    inner.bell.ring('desk', { what: 'stories', storyId: story.id });
  });
}

/** A schedule that stood at the end of the embargo follows it; one that would be before it waits for it. */
async function moveSchedule(inner: Newsroom, story: StoryRow, until: number | null): Promise<void> {
  const { status, publish_at: at } = story;
  if (status !== 'scheduled' || at === null || until === null) return;
  if (at !== story.embargo_until && at >= until) return;
  await withdraw(inner, dueKey(story.id));
  const facts = { storyId: story.id };
  await announce(inner, { event: 'publication-due', facts, runAt: until, key: dueKey(story.id) });
  await updateStory(inner, story.id, { publish_at: until });
}

async function tellPartners(inner: Newsroom, story: StoryRow, until: number | null): Promise<void> {
  const release = await findReleaseRow(inner, story.id);
  if (!release || release.ended_at !== null) return;
  if (until === null)
    return endRelease(inner, { storyId: story.id, became: 'lifted', why: 'The embargo was lifted.' });
  await changeRelease(inner, story.id, { until_at: until, version: release.version + 1 });
  inner.bell.ring('partners', null);
}

/**
 * Hands a story under embargo to partners as it reads now, and lets it out by itself when the embargo ends. Again: as it reads then,
 * in a new version. Refuses with `story-state-wrong` a story without embargo, with `story-not-ready` what the gate keeps back, and
 * what is made of an item whose own embargo is not over: that is its source's to hand on.
 */
export async function releaseUnderEmbargo(
  newsroom: Newsroom,
  asked: { storyId: string; by: Actor; override?: string },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const { storyId, by } = asked;
    const now = inner.clock.now();
    const story = await holdStory(inner, storyId);
    const until = story.embargo_until;
    if (until === null || !isHeld(story, now)) return refuse('story-state-wrong', { because: 'noEmbargo' });
    const { embargoUntil } = await rightsOfStory(inner, storyId);
    if (embargoUntil !== null && embargoUntil > now)
      refuse('story-not-ready', { because: because('underEmbargo', { until: embargoUntil }) });
    await scheduleStory(inner, { ...asked, publishAt: until });
    const takes = goingEditions(await readStory(inner, storyId)).map(({ id, take }) => [id, take.id]);
    const before = await findReleaseRow(inner, storyId);
    const version = (before?.version ?? 0) + 1;
    await putReleaseRow(inner, {
      story_id: storyId,
      until_at: until,
      version,
      takes_json: JSON.stringify(Object.fromEntries(takes)),
      released_at: now,
      by_id: by.id,
      ended_at: null,
      became: null,
      why: '',
    });
    inner.bell.ring('partners', null);
    const act = { by, act: 'release under embargo', facts: { until, version } };
    await recordAct(inner, { ...act, subjectKind: 'story', subjectId: storyId });
  });
}

/** The take that partners have of each edition. */
export function takesOfRelease({ story_id, takes_json }: ReleaseRow): Record<string, string> {
  return readRecord<Record<string, string>>('embargo_releases.takes_json', story_id, takes_json);
}
