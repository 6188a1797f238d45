/**
 * Publish: the new state, its audit line and its announcement in one transaction. Who follows (alerts, pages, search)
 * is not known here; see cli/timetable.ts.
 */

import { because, refuse } from '../kit/refusal.ts';
import { slugOf } from '../kit/slug.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { announce, type StoryFacts, withdraw } from '../runner/work.ts';
import { endRelease } from './end-release.ts';
import { publishFiled } from './filing.ts';
import { gateOf, goingEditions } from './gate.ts';
import { listPublishedLanguages } from './languages.ts';
import { refuseIfLocked } from './lock.ts';
import { overrideOf } from './override.ts';
import {
  type EditionRow,
  findEditionAt,
  getTakeRow,
  holdStory,
  type StoryRow,
  updateEdition,
  updateStory,
} from './queries.ts';
import { mayPublish, type Obstacle } from './story.ts';
import { readStory } from './story-reading.ts';

export interface Publication {
  storyId: string;
  by: Actor;
  /** The reason for publishing although something overridable stands in the way; kept with the story. */
  override?: string;
  /** Only these editions, whatever else is ready: those that a schedule was given for. */
  only?: readonly string[];
  /** Let out by its source's contract: no person has read it. */
  unread?: boolean;
}

/**
 * Publishes the working takes, and where the story is filed. Of a published story, publishes what changed since, without
 * a notice to readers.
 * Refuses with `story-not-ready` (the obstacles in words), `story-locked` or `story-state-wrong`.
 */
export async function publishStory(newsroom: Newsroom, asked: Publication): Promise<void> {
  await newsroom.transact(async (inner) => {
    const story = await holdStory(inner, asked.storyId);
    if (!mayPublish(story.status))
      refuse('story-state-wrong', { because: because('storyIs', { status: story.status }) });
    await refuseIfLocked(inner, story.id, asked.by);
    await passGate(inner, story, asked);
    if (story.status === 'scheduled') await withdraw(inner, dueKey(story.id));
    await endRelease(inner, { storyId: story.id, became: 'out' });
    const languages = await listPublishedLanguages(inner);
    const editions = goingEditions(await readStory(inner, story.id), asked.only);
    const filed = await publishFiled(inner, story);
    for (const edition of editions) await publishEdition(inner, filed.story, edition, asked.by);
    await updateStory(inner, story.id, {
      status: 'published',
      publish_at: null,
      schedule_json: null,
      updated_at: inner.clock.now(),
      unread: asked.unread ? 1 : 0,
    });
    // A language of its own stands at the foot of every page.
    const isNew = editions.some(({ language }) => !languages.includes(language));
    inner.bell.ring('pages', { touched: isNew ? ['everything'] : filed.touched });
    inner.bell.ring('desk', { what: 'stories', storyId: story.id });
  });
}

/** Refuses with `story-not-ready` what stands in the way and is not overridden with a reason, which is kept. */
export async function passGate(
  inner: Newsroom,
  story: StoryRow,
  asked: Publication & { publishAt?: number },
): Promise<void> {
  const obstacles = await gateOf(inner, story.id, { at: asked.publishAt, only: asked.only });
  if (obstacles.length === 0) return;
  const reason = asked.override?.trim() || storedReason(story, obstacles);
  if (!reason || obstacles.some((obstacle) => !obstacle.overridable)) {
    refuse('story-not-ready', { words: obstacles.map((obstacle) => obstacle.words).join(' ') });
  }
  await keepOverride(inner, story, { obstacles, reason, by: asked.by });
}

/** An earlier reason holds for what it was given for, not for what came into the way since. */
function storedReason(story: StoryRow, obstacles: Obstacle[]): string | undefined {
  const stored = overrideOf(story);
  return obstacles.every(({ code }) => stored?.obstacles.includes(code)) ? stored?.reason : undefined;
}

async function keepOverride(
  inner: Newsroom,
  story: StoryRow,
  override: { obstacles: Obstacle[]; reason: string; by: Actor },
): Promise<void> {
  const facts = { reason: override.reason, obstacles: override.obstacles.map((obstacle) => obstacle.code) };
  const override_json = JSON.stringify({ ...facts, by: override.by.id, at: inner.clock.now() });
  await updateStory(inner, story.id, { override_json });
  await recordAct(inner, {
    by: override.by,
    act: 'override',
    subjectKind: 'story',
    subjectId: story.id,
    facts,
  });
}

async function publishEdition(
  inner: Newsroom,
  story: StoryRow,
  edition: EditionRow,
  by: Actor,
): Promise<void> {
  await putInPublic(inner, story, edition);
  const facts = factsOf(story, edition);
  const act = facts.first ? 'publish' : 'publish again';
  await recordAct(inner, {
    by,
    act,
    subjectKind: 'story',
    subjectId: story.id,
    facts: { take: facts.takeId },
  });
  await announce(inner, { event: 'story-published', facts });
}

/** Makes the edition's working take the one that readers see, and fixes its address the first time. */
export async function putInPublic(inner: Newsroom, story: StoryRow, edition: EditionRow): Promise<void> {
  const first = edition.published_take_id === null;
  const slug = first ? await freeSlug(inner, edition) : edition.slug;
  await updateEdition(inner, edition.id, { slug, published_take_id: edition.working_take_id });
  if (edition.published_take_id === edition.working_take_id) return;
  const now = inner.clock.now();
  await updateEdition(inner, edition.id, {
    first_published_at: edition.first_published_at ?? now,
    published_at: now,
  });
  await updateStory(inner, story.id, {
    first_published_at: story.first_published_at ?? now,
    published_at: now,
  });
}

export function factsOf(story: StoryRow, edition: EditionRow): StoryFacts {
  return {
    storyId: story.id,
    editionId: edition.id,
    takeId: edition.working_take_id,
    alertLevel: story.alert_level,
    first: edition.published_take_id === null,
  };
}

const MOST_NUMBERS = 50; // a fiftieth story of the same headline gets an address from its id

async function freeSlug(inner: Newsroom, edition: EditionRow): Promise<string> {
  const take = await getTakeRow(inner, edition.working_take_id);
  const base = slugOf(take.headline, edition.language) || `story-${edition.id.slice(-6)}`;
  for (let number = 1; number <= MOST_NUMBERS; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    const taken = await findEditionAt(inner, slug);
    if (!taken || taken.id === edition.id) return slug;
  }
  return `${base}-${edition.id.slice(-12)}`;
}

/** The one row of work that lets a scheduled story out. */
export const dueKey = (storyId: string) => `publication:${storyId}`;
