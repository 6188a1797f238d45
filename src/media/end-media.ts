/**
 * The end of media: from then on nothing shows them and their files are served no more. Their rows stay, with why, and so does what
 * their takes said of them; the original stays too, unless it was killed or taken out.
 */

import { DAY } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import { fileVersion, openMediaFiles, originalName, ownerOf } from './media-files.ts';
import {
  findMediaRow,
  listEndingMediaRows,
  listExpiredIds,
  listIdsOfItem,
  listLivingVersions,
  updateMedia,
} from './queries.ts';

export type MediaEnd = 'expired' | 'killed' | 'removed' | 'withdrawn';

const AT_ONCE = 200; // that end in one go

/** Marks them; call it in the transaction of the verb that says why, and `removeEnded` after it. */
export async function endMedia(inner: Newsroom, ids: readonly string[], why: MediaEnd): Promise<void> {
  for (const id of ids) await updateMedia(inner, id, { gone_at: inner.clock.now(), ended_why: why });
  if (ids.length > 0) inner.bell.ring('pages', { touched: ids.map((id) => `media:${id}` as const) });
}

/** Removes the files of what has ended. The rows came first: what is left, should the process die in between, is swept up. */
export async function removeEnded(newsroom: Newsroom, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const files = openMediaFiles(newsroom);
  const gone = new Set(ids);
  for (const { name } of await files.list()) if (gone.has(ownerOf(name) ?? '')) await files.remove(name);
  for (const id of ids) {
    const row = await findMediaRow(newsroom, id);
    if (row?.hash && (row.ended_why === 'killed' || row.ended_why === 'removed'))
      await files.remove(originalName(row.hash));
  }
  newsroom.log.info('media ended', { pieces: ids.length });
}

/** What may be shown no longer. */
export function listExpiredMedia(newsroom: Newsroom): Promise<string[]> {
  return listExpiredIds(newsroom, newsroom.clock.now(), AT_ONCE);
}

export interface EndingMedia {
  id: string;
  /** What it is called, in the first words that there are. */
  words: string;
  at: number;
}

/** Pictures, films and sounds that may be shown no longer within these hours, the soonest first. */
export async function listEndingMedia(
  newsroom: Newsroom,
  hours: { from: number; to: number; limit: number },
): Promise<EndingMedia[]> {
  const rows = await listEndingMediaRows(newsroom, hours);
  return rows.map(({ id, name, caption, headline, at }) => ({
    id,
    words: headline || caption || name || id,
    at: at ?? 0,
  }));
}

/** What came with an item of the wire and may still be shown. */
export function listMediaOfItem(newsroom: Newsroom, itemId: string): Promise<string[]> {
  return listIdsOfItem(newsroom, itemId);
}

/** For the clock: files that nothing owns, and those of earlier cuts, a day after they were written; younger ones may belong to what is under way. */
export async function sweepMedia(newsroom: Newsroom): Promise<void> {
  const files = openMediaFiles(newsroom);
  const found = (await files.list()).filter(({ at }) => at <= newsroom.clock.now() - DAY);
  const living = await listLivingVersions(newsroom, [
    ...new Set(found.flatMap(({ name }) => ownerOf(name) ?? [])),
  ]);
  for (const { name } of found) {
    const version = living.get(ownerOf(name) ?? '');
    if (version === undefined || version !== fileVersion(name)) await files.remove(name);
  }
}
