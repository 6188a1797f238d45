/**
 * Merge: two stories tell of one event, and one of them goes on in the other. Its addresses lead there, in all its languages; it
 * leaves every list; its takes stay at the desk. Part: it is a story of its own again.
 */
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { announce } from '../runner/work.ts';
import { getStoryMeant } from './find-story.ts';
import { refuseIfLocked } from './lock.ts';
import { findMastheadRow } from './masthead-queries.ts';
import { holdStory, type StoryRow, touchedBy, updateStory } from './queries.ts';
import { storyPath } from './story.ts';
import {
  deleteMerger,
  findMergedEditionRow,
  findMerger,
  listMergedIds,
  listPlacesOf,
  putMerger,
} from './tie-queries.ts';

/**
 * Merges the story into another, both of which readers have. Refuses with `form-incomplete` (`mergeInto`) what is no story, the story
 * itself, or one that is not out; with `story-state-wrong` a story that is not out, or was merged already; with `story-locked`.
 */
export async function mergeStory(
  newsroom: Newsroom,
  asked: { storyId: string; into: string; by: Actor },
): Promise<{ intoId: string }> {
  return newsroom.transact(async (inner) => {
    const { by } = asked;
    const meant = await getStoryMeant(inner, asked.into, 'mergeInto');
    const no = (name: 'mergeItself' | 'mergeIntoGone') =>
      refuse('form-incomplete', { fields: { mergeInto: because(name) } });
    if (meant.id === asked.storyId) no('mergeItself');
    const { story, into } = await holdBoth(inner, asked.storyId, meant.id);
    if (story.status !== 'published')
      refuse('story-state-wrong', { because: because('storyIs', { status: story.status }) });
    if (into.status !== 'published') no('mergeIntoGone');
    await refuseIfLocked(inner, story.id, by);
    const touched = [...(await touchedBy(inner, story)), ...(await touchedBy(inner, into))];
    await updateStory(inner, story.id, { status: 'merged', updated_at: inner.clock.now() });
    await putMerger(inner, { story_id: story.id, into_id: into.id, by_id: by.id, at: inner.clock.now() });
    const facts = { storyId: story.id, intoId: into.id };
    await recordAct(inner, {
      by,
      act: 'merge',
      subjectKind: 'story',
      subjectId: story.id,
      facts: { into: into.id },
    });
    await announce(inner, { event: 'story-merged', facts });
    inner.bell.ring('pages', { touched: [...new Set(touched)] });
    inner.bell.ring('desk', { what: 'stories', storyId: story.id });
    return { intoId: into.id };
  });
}

/** Held in one order, whoever merges what: two who merge two stories into each other do not wait for ever. */
async function holdBoth(
  inner: Newsroom,
  storyId: string,
  intoId: string,
): Promise<{ story: StoryRow; into: StoryRow }> {
  const held = new Map<string, StoryRow>();
  for (const id of [storyId, intoId].toSorted()) held.set(id, await holdStory(inner, id));
  const [story, into] = [held.get(storyId), held.get(intoId)];
  if (!story || !into) return refuse('not-found');
  return { story, into };
}

/** Takes a merger back: the story stands where it stood. Refuses with `story-state-wrong` one that was not merged. */
export async function partStory(newsroom: Newsroom, asked: { storyId: string; by: Actor }): Promise<void> {
  await newsroom.transact(async (inner) => {
    const { by } = asked;
    const story = await holdStory(inner, asked.storyId);
    const merger = await findMerger(inner, story.id);
    if (story.status !== 'merged' || !merger)
      return refuse('story-state-wrong', { because: because('storyIs', { status: story.status }) });
    await deleteMerger(inner, story.id);
    await updateStory(inner, story.id, { status: 'published', updated_at: inner.clock.now() });
    const facts = { storyId: story.id, intoId: merger.into_id };
    const from = { from: merger.into_id };
    await recordAct(inner, { by, act: 'part', subjectKind: 'story', subjectId: story.id, facts: from });
    await announce(inner, { event: 'story-parted', facts });
    inner.bell.ring('pages', { touched: [...(await touchedBy(inner, story)), `story:${merger.into_id}`] });
    inner.bell.ring('desk', { what: 'stories', storyId: story.id });
  });
}

export interface MergedPlace {
  storyId: string;
  editionId: string;
  path: string;
}

const LONGEST_CHAIN = 50; // mergers one after the other; a chain has no ring, for what is merged into is out

/**
 * Where a merged story goes on: at the end of the chain, in this language where that story has it, else in the paper's own, else in
 * its first. Null for a story that was not merged.
 */
export async function findMergedPlace(
  newsroom: Newsroom,
  { storyId, language }: { storyId: string; language: string },
): Promise<MergedPlace | null> {
  const into = await findMergedInto(newsroom, storyId);
  if (into === null) return null;
  const places = await listPlacesOf(newsroom, into);
  const own = (await findMastheadRow(newsroom))?.language;
  const place =
    places.find((each) => each.language === language) ??
    places.find((each) => each.language === own) ??
    places[0];
  return place
    ? { storyId: into, editionId: place.id, path: storyPath(place.section_slug, place.slug) }
    : null;
}

/** The story and language of an edition whose story was merged; null for any other. */
export async function findMergedEdition(
  newsroom: Newsroom,
  editionId: string,
): Promise<{ storyId: string; language: string } | null> {
  const found = await findMergedEditionRow(newsroom, editionId);
  return found ? { storyId: found.story_id, language: found.language } : null;
}

/**
 * Editions of stories that went on in this one, over however many steps, as its edition answers for them: those in its language, and
 * for the first edition those in languages that the story has not.
 */
export async function listMergedEditions(
  newsroom: Newsroom,
  { storyId, editionId }: { storyId: string; editionId: string },
): Promise<{ storyId: string; editionId: string; language: string }[]> {
  const places = await listPlacesOf(newsroom, storyId);
  const own = places.find(({ id }) => id === editionId)?.language;
  const others = new Set(places.map(({ language }) => language));
  const isAnswered = (language: string) =>
    language === own || (places[0]?.id === editionId && !others.has(language));
  const found: { storyId: string; editionId: string; language: string }[] = [];
  let from = await listMergedIds(newsroom, [storyId]);
  for (let step = 0; from.length > 0 && step < LONGEST_CHAIN; step += 1) {
    for (const id of from)
      for (const place of await listPlacesOf(newsroom, id))
        if (isAnswered(place.language))
          found.push({ storyId: id, editionId: place.id, language: place.language });
    from = await listMergedIds(newsroom, from);
  }
  return found;
}

/** The story at the end of the chain; null for one that was not merged. */
export async function findMergedInto(newsroom: Newsroom, storyId: string): Promise<string | null> {
  let at = storyId;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const merger = await findMerger(newsroom, at);
    if (!merger) return step === 0 ? null : at;
    at = merger.into_id;
  }
  return null;
}
