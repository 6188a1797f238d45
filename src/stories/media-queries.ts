/** Which media are shown by what: takes that readers see, or that an editor works on, of stories that were not withdrawn. */
import type { Newsroom } from '../newsroom.ts';
import type { MediaStand } from './media-stand.ts';

/** Writes down what a take shows. */
export async function putTakeMedia(
  inner: Newsroom,
  takeId: string,
  mediaIds: readonly string[],
): Promise<void> {
  if (mediaIds.length === 0) return;
  const rows = mediaIds.map((media_id) => ({ take_id: takeId, media_id }));
  await inner.store.insertInto('take_media').values(rows).execute();
}

/** Takes that count: worked on, or before readers. */
function shown({ store }: Newsroom) {
  return store
    .selectFrom('take_media')
    .innerJoin('takes', 'takes.id', 'take_media.take_id')
    .innerJoin('editions', 'editions.id', 'takes.edition_id')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .where((row) =>
      row.or([
        row('editions.working_take_id', '=', row.ref('takes.id')),
        row('editions.published_take_id', '=', row.ref('takes.id')),
      ]),
    )
    .where('stories.status', 'not in', ['killed', 'spiked']);
}

/** Where media stand now, newest story first. */
export async function listStands(newsroom: Newsroom, mediaIds: readonly string[]): Promise<MediaStand[]> {
  if (mediaIds.length === 0) return [];
  const rows = await shown(newsroom)
    .select(['take_media.media_id', 'stories.id', 'stories.slug', 'stories.status', 'takes.headline'])
    .select(['takes.id as take_id', 'editions.id as edition_id', 'editions.language'])
    .select(['editions.published_take_id'])
    .where('take_media.media_id', 'in', mediaIds)
    .orderBy('stories.id', 'desc')
    .execute();
  const stands = new Map<string, MediaStand>();
  for (const row of rows) {
    const key = `${row.media_id} ${row.edition_id}`;
    const isPublished = row.published_take_id === row.take_id && row.status === 'published';
    const before = stands.get(key);
    stands.set(key, {
      mediaId: row.media_id,
      storyId: row.id,
      slug: row.slug,
      headline: row.headline,
      language: row.language,
      status: row.status,
      isPublished: isPublished || before?.isPublished === true,
    });
  }
  return [...stands.values()];
}

/** What takes of this story had and nothing else shows now. */
export async function listOnlyIn(newsroom: Newsroom, storyId: string): Promise<string[]> {
  const rows = await newsroom.store
    .selectFrom('take_media')
    .innerJoin('takes', 'takes.id', 'take_media.take_id')
    .innerJoin('editions', 'editions.id', 'takes.edition_id')
    .select('take_media.media_id')
    .distinct()
    .where('editions.story_id', '=', storyId)
    .where('take_media.media_id', 'not in', shown(newsroom).select('take_media.media_id'))
    .execute();
  return rows.map(({ media_id }) => media_id);
}

/** The published stories that show any of these, as readers see them or as an editor works on them. */
export async function listStoryIdsShowing(
  newsroom: Newsroom,
  mediaIds: readonly string[],
): Promise<string[]> {
  if (mediaIds.length === 0) return [];
  const rows = await shown(newsroom)
    .select('stories.id')
    .distinct()
    .where('take_media.media_id', 'in', mediaIds)
    .execute();
  return rows.map(({ id }) => id);
}
