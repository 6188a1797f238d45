/**
 * Schedule: to publish at an instant to come. A schedule remembers what it was given for. What an editor has not seen does
 * not go out by itself: where anything that readers would see has changed since, it lapses, in words.
 */
import { createHash } from 'node:crypto';
import { because, Refusal, refuse } from '../kit/refusal.ts';
import { type Newsroom, recordAct, theNewsroomItself } from '../newsroom.ts';
import { announce, withdraw } from '../runner/work.ts';
import { copyOf } from './edit.ts';
import { endRelease } from './end-release.ts';
import { filedAnew, partsOf, readersFiling } from './filing.ts';
import { goingEditions } from './gate.ts';
import { refuseIfLocked } from './lock.ts';
import { dueKey, type Publication, passGate, publishStory } from './publish.ts';
import { getStoryRow, holdStory, type StoryRow, updateStory } from './queries.ts';
import { type GivenFor, givenFor, type ScheduleState } from './scheduled-for.ts';
import { readStory, type StoryReading } from './story-reading.ts';

const NOT_AS_SAID = 'It does not go out as it was announced. Do not use it.'; // to partners who have it

/** Publishes at an instant to come. The gate is passed now, and again then. */
export async function scheduleStory(
  newsroom: Newsroom,
  asked: Publication & { publishAt: number },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const story = await holdStory(inner, asked.storyId);
    if (story.status !== 'draft' && story.status !== 'scheduled') refuse('story-state-wrong');
    if (!(asked.publishAt > inner.clock.now())) {
      refuse('form-incomplete', { fields: { publishAt: because('timePassed') } });
    }
    await refuseIfLocked(inner, story.id, asked.by);
    await passGate(inner, story, asked);
    await withdraw(inner, dueKey(story.id));
    const runAt = asked.publishAt;
    await announce(inner, {
      event: 'publication-due',
      facts: { storyId: story.id },
      runAt,
      key: dueKey(story.id),
    });
    const given = givenNow(await readStory(inner, story.id));
    await setSchedule(inner, story.id, { status: 'scheduled', at: runAt, kept: { given } });
    const act = { by: asked.by, act: 'schedule', facts: { publishAt: runAt } };
    await recordAct(inner, { ...act, subjectKind: 'story', subjectId: story.id });
  });
}

export async function unscheduleStory(
  newsroom: Newsroom,
  asked: { storyId: string; by: Publication['by'] },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const story = await holdStory(inner, asked.storyId);
    if (story.status !== 'scheduled') refuse('story-state-wrong');
    await withdraw(inner, dueKey(story.id));
    await setSchedule(inner, story.id, { status: 'draft', at: null, kept: null });
    await endRelease(inner, { storyId: story.id, became: 'withdrawn', why: NOT_AS_SAID });
    await recordAct(inner, { by: asked.by, act: 'unschedule', subjectKind: 'story', subjectId: story.id });
  });
}

/** What has changed since the story was scheduled, in the desk's words; empty for what goes out as it was seen. */
export function changedSinceScheduled(reading: StoryReading): string[] {
  const given = givenFor(reading.story);
  if (reading.story.status !== 'scheduled' || !given) return [];
  const now = givenNow(reading, Object.keys(given.editions));
  const pairs = Object.entries(given.editions).map(([id, then]) => ({ then, now: now.editions[id] }));
  return [
    ...(pairs.some((pair) => !pair.now) ? ['editions'] : []),
    ...(pairs.some((pair) => pair.now && pair.now.copy !== pair.then.copy) ? ['copy'] : []),
    ...(pairs.some((pair) => pair.now && pair.now.said !== pair.then.said) ? ['who says what'] : []),
    ...(now.steps === given.steps ? [] : ['how it came to us']),
    ...partsOf(filedAnew(given.filed, now.filed)),
  ];
}

/** What would be seen of it, in the editions that go out or in those of them in `only`. */
function givenNow(reading: StoryReading, only?: readonly string[]): GivenFor {
  const editions: GivenFor['editions'] = {};
  for (const { id, take, statements } of goingEditions(reading, only)) {
    const copy = digest(copyOf(take));
    const said = statements.map(({ speaker, ...statement }) => [
      speaker.id,
      { ...statement, confirmedById: null, confirmedAt: null },
    ]);
    editions[id] = { copy, said: digest(said) };
  }
  const steps = reading.hops.map(({ id: _, ...hop }) => hop);
  return { editions, steps: digest(steps), filed: readersFiling(reading.story, reading.topicIds) };
}

function digest(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22);
}

async function setSchedule(
  inner: Newsroom,
  storyId: string,
  { status, at, kept }: { status: 'scheduled' | 'draft'; at: number | null; kept: ScheduleState | null },
): Promise<void> {
  await updateStory(inner, storyId, {
    status,
    publish_at: at,
    updated_at: inner.clock.now(),
    schedule_json: kept && JSON.stringify(kept),
  });
  inner.bell.ring('desk', { what: 'stories', storyId });
}

/**
 * Follows `publication-due`. What can no longer be published, or is no longer what was scheduled, goes back to the drafts
 * with the reason, which the desk sees: a scheduled story is never silently missed, and nothing unseen goes out.
 */
export async function publishDue(newsroom: Newsroom, { storyId }: { storyId: string }): Promise<void> {
  const story = await getStoryRow(newsroom, storyId);
  if (story.status !== 'scheduled' || (story.publish_at ?? 0) > newsroom.clock.now()) return;
  try {
    await newsroom.transact(async (inner) => {
      const held = await holdStory(inner, storyId);
      const changed = changedSinceScheduled(await readStory(inner, storyId));
      if (changed.length > 0)
        refuse('story-not-ready', {
          because: because('changedSinceScheduled', { changed: changed.join(', ') }),
        });
      const given = givenFor(held);
      const only = given ? { only: Object.keys(given.editions) } : {};
      await publishStory(inner, { storyId, by: theNewsroomItself, ...only });
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error; // a bug: the runner tries again and tells
    if (error.code === 'disk-full') throw error;
    await miss(newsroom, story, error.words);
  }
}

async function miss(newsroom: Newsroom, { id: storyId }: StoryRow, words: string): Promise<void> {
  await newsroom.transact(async (inner) => {
    const { status, publish_at } = await holdStory(inner, storyId);
    if (status !== 'scheduled') return; // someone published it, or put it away, meanwhile
    const missed = { at: publish_at ?? inner.clock.now(), words };
    await setSchedule(inner, storyId, { status: 'draft', at: null, kept: { missed } });
    await endRelease(inner, { storyId, became: 'withdrawn', why: NOT_AS_SAID });
    const act = { by: theNewsroomItself, act: 'miss schedule', facts: { words } };
    await recordAct(inner, { ...act, subjectKind: 'story', subjectId: storyId });
  });
}
