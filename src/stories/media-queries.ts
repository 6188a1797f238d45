/** The media that takes show: written down as a take is kept, and what binds whoever shows them. */
import type { Newsroom } from '../newsroom.ts';

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

/** Media by their ids, with what binds whoever shows them and what is said of each in a language; without what was withdrawn. */
export async function listBoundMedia(newsroom: Newsroom, ids: readonly string[], language: string) {
  if (ids.length === 0) return [];
  return newsroom.store
    .selectFrom('media')
    .leftJoin('picture_words', (join) =>
      join.onRef('picture_words.picture_id', '=', 'media.id').on('picture_words.language', '=', language),
    )
    .select(['media.id', 'media.alt', 'media.is_decorative', 'media.terms_json', 'media.expires_at'])
    .select('picture_words.alt as own_alt')
    .where('media.id', 'in', ids)
    .where('media.gone_at', 'is', null)
    .execute();
}
