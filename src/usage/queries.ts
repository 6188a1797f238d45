/**
 * Which media are shown by what: takes that readers see, or that an editor works on, of stories that were not withdrawn; and the
 * entries of live stories.
 */
import type { Newsroom } from '../newsroom.ts';
import type { MediaStand } from './media-stand.ts';

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

/** Entries that count: before readers, or waiting for an editor. */
function shownInEntries({ store }: Newsroom) {
  return store
    .selectFrom('entry_media')
    .innerJoin('entries', 'entries.id', 'entry_media.entry_id')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .innerJoin('stories', 'stories.id', 'entries.story_id')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .where('entries.state', 'in', ['waits', 'out'])
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
  const inEntries = await shownInEntries(newsroom)
    .select(['entry_media.media_id', 'stories.id', 'stories.slug', 'stories.status', 'takes.headline'])
    .select(['editions.id as edition_id', 'editions.language', 'editions.published_take_id', 'entries.state'])
    .where('entry_media.media_id', 'in', mediaIds)
    .orderBy('stories.id', 'desc')
    .execute();
  const all = [
    ...rows.map((row) => ({ ...row, isOut: row.published_take_id === row.take_id })),
    ...inEntries.map((row) => ({ ...row, isOut: row.published_take_id !== null && row.state === 'out' })),
  ];
  const stands = new Map<string, MediaStand>();
  for (const row of all) {
    const key = `${row.media_id} ${row.edition_id}`;
    const isPublished = row.isOut && row.status === 'published';
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

/** What takes of this story and its entries had and nothing else shows now. */
export async function listOnlyIn(newsroom: Newsroom, storyId: string): Promise<string[]> {
  const inTakes = await newsroom.store
    .selectFrom('take_media')
    .innerJoin('takes', 'takes.id', 'take_media.take_id')
    .innerJoin('editions', 'editions.id', 'takes.edition_id')
    .select('take_media.media_id')
    .distinct()
    .where('editions.story_id', '=', storyId)
    .execute();
  const inEntries = await newsroom.store
    .selectFrom('entry_media')
    .innerJoin('entries', 'entries.id', 'entry_media.entry_id')
    .select('entry_media.media_id')
    .distinct()
    .where('entries.story_id', '=', storyId)
    .execute();
  return withoutShown(
    newsroom,
    [...inTakes, ...inEntries].map(({ media_id }) => media_id),
  );
}

/** What an entry shows or showed last, and nothing else shows now. */
export async function listOnlyInEntry(newsroom: Newsroom, entryId: string): Promise<string[]> {
  const rows = await newsroom.store
    .selectFrom('entry_media')
    .select('media_id')
    .where('entry_id', '=', entryId)
    .execute();
  return withoutShown(
    newsroom,
    rows.map(({ media_id }) => media_id),
  );
}

async function withoutShown(newsroom: Newsroom, mediaIds: readonly string[]): Promise<string[]> {
  const ids = new Set(mediaIds);
  if (ids.size === 0) return [];
  const inTakes = await shown(newsroom)
    .select('take_media.media_id')
    .distinct()
    .where('take_media.media_id', 'in', [...ids])
    .execute();
  const inEntries = await shownInEntries(newsroom)
    .select('entry_media.media_id')
    .distinct()
    .where('entry_media.media_id', 'in', [...ids])
    .execute();
  for (const { media_id } of [...inTakes, ...inEntries]) ids.delete(media_id);
  return [...ids];
}

/** The published stories that show any of these, as readers see them or as an editor works on them. */
export async function listStoryIdsShowing(
  newsroom: Newsroom,
  mediaIds: readonly string[],
): Promise<string[]> {
  if (mediaIds.length === 0) return [];
  const inTakes = await shown(newsroom)
    .select('stories.id')
    .distinct()
    .where('take_media.media_id', 'in', mediaIds)
    .execute();
  const inEntries = await shownInEntries(newsroom)
    .select('stories.id')
    .distinct()
    .where('entry_media.media_id', 'in', mediaIds)
    .execute();
  return [...new Set([...inTakes, ...inEntries].map(({ id }) => id))];
}
