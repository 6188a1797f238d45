/** What entries of a live story ask of the story they stand in, and what they change in it: when readers last saw something new. */
import { because, refuse } from '../kit/refusal.ts';
import type { StoryKind } from '../kit/story-kind.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import { asksForEditor, decides } from './may-change.ts';
import { holdStory, listEditionRows, updateEdition, updateStory } from './queries.ts';
import { type AlertLevel, isAlertLevel, type StoryStatus } from './story.ts';

/** A story, held until the transaction ends, as its entries need it. */
export interface HeldStory {
  id: string;
  status: StoryStatus;
  kind: StoryKind;
  alertLevel: AlertLevel | null;
  /** Of those meant for readers, the first first. */
  editions: { id: string; language: string; isOut: boolean }[];
  /** Whether what readers see at once of it is this actor's to change. */
  mayShow: boolean;
}

/** Whoever changes the same story waits. Refuses with `story-state-wrong` one that was killed or put away. */
export async function holdForEntries(
  inner: Newsroom,
  { storyId, by }: { storyId: string; by: Actor },
): Promise<HeldStory> {
  const story = await holdStory(inner, storyId);
  const { status } = story;
  if (status === 'killed' || status === 'spiked')
    refuse('story-state-wrong', { because: because('storyIs', { status }) });
  const editions = (await listEditionRows(inner, storyId)).filter((edition) => edition.is_desk_copy === 0);
  return {
    id: story.id,
    status,
    kind: story.kind,
    alertLevel: isAlertLevel(story.alert_level) ? story.alert_level : null,
    editions: editions.map((edition) => ({
      id: edition.id,
      language: edition.language,
      isOut: edition.published_take_id !== null,
    })),
    mayShow: !asksForEditor(status, 'shows') || (await decides(inner, by)),
  };
}

/** Readers see something new in an edition: its instants say so, and its pages are made anew. Nothing for a story that is not out. */
export async function showEntryChange(
  inner: Newsroom,
  { story, editionId }: { story: HeldStory; editionId: string },
): Promise<void> {
  inner.bell.ring('desk', { what: 'stories', storyId: story.id });
  const isOut = story.editions.some(({ id, isOut: out }) => id === editionId && out);
  if (story.status !== 'published' || !isOut) return;
  const published_at = inner.clock.now();
  await updateEdition(inner, editionId, { published_at });
  await updateStory(inner, story.id, { published_at });
  // Lists keep their order: what shows this story is made anew, and nothing else.
  inner.bell.ring('pages', { touched: [`story:${story.id}`] });
}
