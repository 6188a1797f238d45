/** Media leave what shows them: with a story that is withdrawn, when their time is over, when they are killed or taken out. */
import { because, refuse } from '../kit/refusal.ts';
import {
  endMedia,
  listExpiredMedia,
  listMediaOfItem,
  type MediaEnd,
  removeEnded,
} from '../media/end-media.ts';
import { type Actor, type Newsroom, type PageName, recordAct, theNewsroomItself } from '../newsroom.ts';
import { pagesOfStory } from '../stories/pages-of-story.ts';
import type { MediaStand } from './media-stand.ts';
import { listOnlyIn, listOnlyInEntry, listStands, listStoryIdsShowing } from './queries.ts';

/** Follows `story-killed`: what it alone showed is public no more. */
export async function withdrawPictures(newsroom: Newsroom, { storyId }: { storyId: string }): Promise<void> {
  await endEverywhere(newsroom, await listOnlyIn(newsroom, storyId), 'withdrawn', theNewsroomItself);
}

/** Follows `entry-changed`: what an entry that was withdrawn alone showed is public no more. */
export async function withdrawEntryPictures(
  newsroom: Newsroom,
  { entryId, what }: { entryId: string; what: string },
): Promise<void> {
  if (what !== 'withdrawn') return;
  await endEverywhere(newsroom, await listOnlyInEntry(newsroom, entryId), 'withdrawn', theNewsroomItself);
}

/** For the clock. */
export async function endExpiredMedia(newsroom: Newsroom): Promise<void> {
  await endEverywhere(newsroom, await listExpiredMedia(newsroom), 'expired', theNewsroomItself);
}

/** Where a piece of media stands now. */
export async function standsOf(newsroom: Newsroom, mediaIds: readonly string[]): Promise<MediaStand[]> {
  return listStands(newsroom, mediaIds);
}

/** Kills it: it leaves every page, feed and cache at once, and cannot be taken in again. */
export async function killMedia(newsroom: Newsroom, asked: { mediaId: string; by: Actor }): Promise<void> {
  await endEverywhere(newsroom, [asked.mediaId], 'killed', asked.by);
}

/** Takes it out of the library. Refuses with `media-in-use` while a story shows it. */
export async function removeMedia(newsroom: Newsroom, asked: { mediaId: string; by: Actor }): Promise<void> {
  await endEverywhere(newsroom, [asked.mediaId], 'removed', asked.by, async (inner) => {
    const stands = await listStands(inner, [asked.mediaId]);
    if (stands.length === 0) return;
    const names = [...new Set(stands.map(({ headline, slug }) => `“${headline || slug}”`))].join(', ');
    refuse('media-in-use', { because: because('pictureStandsIn', { names }) });
  });
}

/** What came with an item that its source withdraws. */
export async function endMediaOfItem(
  newsroom: Newsroom,
  { itemId, why }: { itemId: string; why: MediaEnd },
): Promise<void> {
  await endEverywhere(newsroom, await listMediaOfItem(newsroom, itemId), why, theNewsroomItself);
}

async function endEverywhere(
  newsroom: Newsroom,
  mediaIds: readonly string[],
  why: MediaEnd,
  by: Actor,
  unless?: (inner: Newsroom) => Promise<void>,
): Promise<void> {
  if (mediaIds.length === 0) return;
  await newsroom.transact(async (inner) => {
    await endMedia(inner, mediaIds, why); // first: whoever places one of them meanwhile waits
    await unless?.(inner);
    for (const id of mediaIds)
      await recordAct(inner, { by, act: `${why}`, subjectKind: 'media', subjectId: id });
    await ringShowing(inner, mediaIds);
  });
  await removeEnded(newsroom, mediaIds);
}

/** The pages of every story that shows any of these are made anew. */
export async function ringShowing(inner: Newsroom, mediaIds: readonly string[]): Promise<void> {
  const touched = new Set<PageName>();
  for (const storyId of await listStoryIdsShowing(inner, mediaIds)) {
    for (const page of await pagesOfStory(inner, storyId)) touched.add(page);
    inner.bell.ring('desk', { what: 'stories', storyId });
  }
  for (const id of mediaIds) touched.add(`media:${id}`); // fronts on which a hand put one of them
  if (touched.size > 0) inner.bell.ring('pages', { touched: [...touched] });
}
