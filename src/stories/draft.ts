/** Draft: a story begins, with one edition, its first take and its way to us. */
import { takeItem } from '../intake/taken-items.ts';
import { refuse } from '../kit/refusal.ts';
import { slugOf } from '../kit/slug.ts';
import type { StoryKind } from '../kit/story-kind.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { putTake } from './edit.ts';
import { putHops, putTopics } from './file.ts';
import { findStoryOfItem, putEdition, putStory } from './queries.ts';
import type { AlertLevel, Copy, HopDraft } from './story.ts';

export interface Draft {
  copy: Copy;
  /** BCP 47, of the copy. */
  language: string;
  slug?: string;
  sectionId?: string | null;
  topicNames?: string[];
  itemId?: string | null;
  sourceId?: string | null;
  hops: HopDraft[];
  alertLevel?: AlertLevel | null;
  /** News where it is not said. */
  kind?: StoryKind;
  by: Actor;
}

/** Makes a story with one edition and its first take. An item that a story was made of already refuses with `item-taken`. */
export async function draftStory(
  newsroom: Newsroom,
  draft: Draft,
): Promise<{ storyId: string; editionId: string }> {
  return newsroom.transact(async (inner) => {
    if (draft.itemId) await refuseIfTaken(inner, draft.itemId);
    const now = inner.clock.now();
    const storyId = inner.ids.next();
    await putStory(inner, {
      id: storyId,
      slug: draft.slug ?? (slugOf(draft.copy.headline, draft.language) || 'untitled'),
      status: 'draft',
      section_id: draft.sectionId ?? null,
      item_id: draft.itemId ?? null,
      source_id: draft.sourceId ?? null,
      alert_level: draft.alertLevel ?? null,
      kind: draft.kind ?? 'news',
      override_json: null,
      publish_at: null,
      first_published_at: null,
      published_at: null,
      kill_notice: null,
      killed_at: null,
      replies_open: 1,
      by_id: draft.by.id,
      created_at: now,
      updated_at: now,
    });
    const editionId = await addEdition(inner, storyId, draft);
    await putHops(inner, storyId, draft.hops);
    await putTopics(inner, storyId, draft.topicNames ?? []);
    if (draft.itemId) {
      await takeItem(inner, { itemId: draft.itemId, storyId });
    }
    const act = draft.itemId ? 'pick up' : 'draft';
    await recordAct(inner, {
      by: draft.by,
      act,
      subjectKind: 'story',
      subjectId: storyId,
      facts: { item: draft.itemId },
    });
    inner.bell.ring('desk', { what: 'stories', storyId });
    return { storyId, editionId };
  });
}

async function refuseIfTaken(inner: Newsroom, itemId: string): Promise<void> {
  const other = await findStoryOfItem(inner, itemId);
  if (other) refuse('item-taken');
}

/** Adds an edition with its first take; one of that language must not be there. Call it inside a transaction. */
export async function addEdition(
  inner: Newsroom,
  storyId: string,
  draft: Pick<Draft, 'copy' | 'language' | 'by'>,
): Promise<string> {
  const editionId = inner.ids.next();
  const takeId = inner.ids.next();
  await putEdition(inner, {
    id: editionId,
    story_id: storyId,
    language: draft.language,
    slug: editionId, // its address is made when it is first published
    working_take_id: takeId,
    published_take_id: null,
    created_at: inner.clock.now(),
  });
  await putTake(inner, { takeId, editionId, number: 1, copy: draft.copy, by: draft.by, note: '' });
  return editionId;
}
