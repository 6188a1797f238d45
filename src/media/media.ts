/** The library as other rooms ask it: pieces of media by their ids, each as a page shows it. */

import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import type { MediaKind } from '../store/closed-sets.ts';
import { readRecords } from '../store/json-column.ts';
import { type Picture, type PictureShape, pictureOf } from './picture.ts';
import { findByHref, findMediaRow, listShownRows } from './queries.ts';

export type { MediaKind } from '../store/closed-sets.ts';

/** Captions of a film or a sound, in a language (WebVTT). */
export interface Track {
  href: string;
  /** BCP 47. */
  language: string;
  label: string;
}

/** A picture; of a recording `sources` and `shapes` are those of its poster, and empty where it has none. */
export interface MediaView extends Picture {
  kind: MediaKind;
  /** The recording or the document itself. */
  file?: { href: string; type: string };
  poster?: string | null;
  tracks?: Track[];
  /** Seconds; null where nobody could tell. */
  length?: number | null;
}

/** By id, in a language; what is gone, expired or unknown is not among them. */
export async function listMediaOf(
  newsroom: Newsroom,
  ids: readonly string[],
  language: string,
): Promise<Map<string, MediaView>> {
  const rows = await listShownRows(newsroom, [...new Set(ids)], language);
  return new Map(
    rows.map(({ own_alt, own_caption, ...row }) => {
      const own = own_alt === null ? {} : { language, alt: own_alt, caption: own_caption ?? '' };
      return [row.id, viewOf({ ...row, ...own })];
    }),
  );
}

type ViewRow = Omit<Awaited<ReturnType<typeof listShownRows>>[number], 'own_alt' | 'own_caption'> & {
  language?: string;
};

export function viewOf(row: ViewRow): MediaView {
  const picture = pictureOf(row);
  if (row.kind === 'picture') return { ...picture, kind: 'picture' };
  const still = picture.shapes.full.jpeg[0]?.href ?? null;
  const poster = row.width > 0 ? still : null;
  const none: PictureShape = { width: 0, height: 0, avif: [], webp: [], jpeg: [] };
  return {
    ...picture,
    ...(poster === null
      ? { sources: [], card: '', shapes: { full: none, square: none, classic: none, wide: none } }
      : {}),
    kind: row.kind,
    file: { href: `/media/${row.id}-v1-file.${row.format}`, type: fileTypes[row.format] ?? '' },
    poster,
    tracks: readRecords<Track>('media.tracks_json', row.id, row.tracks_json),
    length: row.seconds,
  };
}

/** By format: of recordings, and of documents, which a browser opens or keeps by it. */
const fileTypes: Record<string, string> = {
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
};

/** Null where its files were removed since. Refuses with `not-found` what never was. */
export async function getPicture(newsroom: Newsroom, id: string): Promise<Picture | null> {
  const row = (await findMediaRow(newsroom, id)) ?? refuse('not-found');
  return row.gone_at === null ? pictureOf(row) : null;
}

/** The picture that was fetched from an address, if it is still shown. */
export async function findMediaByHref(newsroom: Newsroom, href: string): Promise<string | null> {
  const row = await findByHref(newsroom, href);
  return row && row.gone_at === null ? row.id : null;
}
