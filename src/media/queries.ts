/** The questions about media that this room asks the store. */

import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { MediaKind } from '../store/closed-sets.ts';
import type { MediaTable } from '../store/media-tables.ts';
import { pictureColumns } from './picture.ts';

export type MediaRow = Selectable<MediaTable>;
export type NewMedia = Insertable<MediaTable>;

const AT_ONCE = 500; // ids in one query: engines bound how many values one may have

export async function findMediaRow(newsroom: Newsroom, id: string): Promise<MediaRow | null> {
  const row = await newsroom.store.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function findByHash(newsroom: Newsroom, hash: string): Promise<MediaRow | null> {
  const row = await newsroom.store
    .selectFrom('media')
    .selectAll()
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row ?? null;
}

export async function findByHref(newsroom: Newsroom, href: string): Promise<MediaRow | null> {
  const row = await newsroom.store
    .selectFrom('media')
    .selectAll()
    .where('href', '=', href)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** False where the same content was kept a moment ago by somebody else. */
export async function insertMedia(inner: Newsroom, row: NewMedia): Promise<boolean> {
  const done = await inner.store
    .insertInto('media')
    .values(row)
    .onConflict((clash) => clash.column('hash').doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function updateMedia(
  inner: Newsroom,
  id: string,
  change: Updateable<MediaTable>,
): Promise<void> {
  await inner.store.updateTable('media').set(change).where('id', '=', id).execute();
}

/** The row once nobody else is changing it. */
export async function holdMedia(inner: Newsroom, id: string): Promise<MediaRow | null> {
  await inner.store.updateTable('media').set({ file: id }).where('id', '=', id).execute();
  return findMediaRow(inner, id);
}

/** What may be shown, in the order of nothing; with what is said of each in the language. */
export async function listShownRows(newsroom: Newsroom, ids: readonly string[], language: string) {
  if (ids.length === 0) return [];
  return newsroom.store
    .selectFrom('media')
    .leftJoin('picture_words', (join) =>
      join.onRef('picture_words.picture_id', '=', 'media.id').on('picture_words.language', '=', language),
    )
    .select(pictureColumns)
    .select(['media.kind', 'media.format', 'media.seconds', 'media.tracks_json'])
    .select(['picture_words.alt as own_alt', 'picture_words.caption as own_caption'])
    .where('media.id', 'in', ids.slice(0, AT_ONCE))
    .where('media.gone_at', 'is', null)
    .execute();
}

export interface MediaFilter {
  /** As search compares words; all of them must be found. */
  words: readonly string[];
  kinds?: readonly MediaKind[] | undefined;
  /** Older than this one. */
  before?: string | undefined;
  isGone?: boolean | undefined;
  limit: number;
}

/** Newest first. */
export async function listMediaRows(newsroom: Newsroom, filter: MediaFilter): Promise<MediaRow[]> {
  let query = newsroom.store.selectFrom('media').selectAll().orderBy('id', 'desc').limit(filter.limit);
  for (const word of filter.words) query = query.where('found_words', 'like', `%${word}%`);
  if (filter.kinds) query = query.where('kind', 'in', filter.kinds);
  if (filter.before) query = query.where('id', '<', filter.before);
  query = filter.isGone ? query.where('gone_at', 'is not', null) : query.where('gone_at', 'is', null);
  return query.execute();
}

/** Of these, those that are kept, each with its version. */
export async function listLivingVersions(
  newsroom: Newsroom,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const living = new Map<string, number>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await newsroom.store
      .selectFrom('media')
      .select(['id', 'version'])
      .where('id', 'in', ids.slice(at, at + AT_ONCE))
      .where('gone_at', 'is', null)
      .execute();
    for (const { id, version } of rows) living.set(id, version);
  }
  return living;
}

/** What may be shown no longer since an instant. */
export async function listExpiredIds(newsroom: Newsroom, now: number, limit: number): Promise<string[]> {
  const rows = await newsroom.store
    .selectFrom('media')
    .select('id')
    .where('expires_at', '<=', now)
    .where('gone_at', 'is', null)
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** What may be shown no longer within these hours, the soonest first. */
export function listEndingMediaRows(newsroom: Newsroom, hours: { from: number; to: number; limit: number }) {
  return newsroom.store
    .selectFrom('media')
    .select(['id', 'name', 'caption', 'headline', 'expires_at as at'])
    .where('expires_at', '>', hours.from)
    .where('expires_at', '<=', hours.to)
    .where('gone_at', 'is', null)
    .orderBy('expires_at')
    .limit(hours.limit)
    .execute();
}

export async function listIdsOfItem(newsroom: Newsroom, itemId: string): Promise<string[]> {
  const rows = await newsroom.store
    .selectFrom('media')
    .select('id')
    .where('item_id', '=', itemId)
    .where('gone_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** The words in one language; null where nobody has written them. */
export async function findWordsRow(
  newsroom: Newsroom,
  { pictureId, language }: { pictureId: string; language: string },
): Promise<{ alt: string; caption: string } | null> {
  const row = await newsroom.store
    .selectFrom('picture_words')
    .select(['alt', 'caption'])
    .where('picture_id', '=', pictureId)
    .where('language', '=', language)
    .executeTakeFirst();
  return row ?? null;
}

export async function putWords(
  inner: Newsroom,
  row: { picture_id: string; language: string; alt: string; caption: string },
): Promise<void> {
  const { alt, caption } = row;
  await inner.store
    .insertInto('picture_words')
    .values(row)
    .onConflict((clash) => clash.columns(['picture_id', 'language']).doUpdateSet({ alt, caption }))
    .execute();
}

/** The words of the row itself become those of a language, unless it has its own. */
export async function copyWords(
  inner: Newsroom,
  { pictureId, language }: { pictureId: string; language: string },
): Promise<void> {
  await inner.store
    .insertInto('picture_words')
    .columns(['picture_id', 'language', 'alt', 'caption'])
    .expression((from) =>
      from
        .selectFrom('media')
        .select((row) => ['id', row.val(language).as('language'), 'alt', 'caption'])
        .where('id', '=', pictureId),
    )
    .onConflict((clash) => clash.columns(['picture_id', 'language']).doNothing())
    .execute();
}
