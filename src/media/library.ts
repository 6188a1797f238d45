/** The library as the desk reads it: found by words, and one piece with everything that is known of it. */

import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { readableRows, readRecord } from '../store/json-column.ts';
import { type Framing, framingOf } from './cuts.ts';
import { askedWords } from './found-words.ts';
import { type MediaKind, type MediaView, viewOf } from './media.ts';
import { findMediaRow, listMediaRows, type MediaRow } from './queries.ts';
import type { FileLine } from './said.ts';

export interface LibraryLine extends MediaView {
  name: string;
  headline: string;
  place: string;
  persons: string;
  takenAt: string;
  createdAt: number;
  /** Why it may not be shown any more; null while it may. */
  ended: string | null;
  expiresAt: number | null;
}

export interface LibraryPiece extends LibraryLine {
  format: string;
  /** Bytes of the file as it came. */
  size: number;
  /** Whether the file as it came is kept, so that it can be cut anew. */
  hasOriginal: boolean;
  framing: Framing;
  dataMining: string;
  /** Everything that was read in its file, and what could not be. */
  said: FileLine[];
  problems: string[];
  /** The program that signed it; empty where none did. */
  credentials: string;
  sourceId: string | null;
  itemId: string | null;
  terms: Record<string, unknown>;
}

export interface LibraryFilter {
  asked: string;
  kinds?: readonly MediaKind[] | undefined;
  before?: string | undefined;
  isGone?: boolean;
}

export const LIBRARY_PAGE = 60; // pieces

/** Newest first; one more than a page, where there are more. */
export async function listLibrary(newsroom: Newsroom, filter: LibraryFilter): Promise<LibraryLine[]> {
  const { asked, kinds, before, isGone } = filter;
  const rows = await listMediaRows(newsroom, {
    words: askedWords(asked),
    kinds,
    before,
    isGone,
    limit: LIBRARY_PAGE + 1,
  });
  return readableRows(newsroom.log, rows, lineOf);
}

/** Refuses with `not-found`. */
export async function getMedia(newsroom: Newsroom, mediaId: string): Promise<LibraryPiece> {
  const row = (await findMediaRow(newsroom, mediaId)) ?? refuse('not-found', { because: 'noSuchPicture' });
  const { said = [], problems = [] } = readSaid(row);
  return {
    ...lineOf(row),
    format: row.format,
    size: row.size,
    hasOriginal: row.hash !== null,
    framing: framingOf(row),
    dataMining: row.data_mining,
    said,
    problems,
    credentials: row.credentials,
    sourceId: row.source_id,
    itemId: row.item_id,
    terms: readRecord<Record<string, unknown>>('media.terms_json', row.id, row.terms_json),
  };
}

/** Of media from before the library kept what files say, it is an empty list. */
function readSaid({ id, said_json }: MediaRow): { said?: FileLine[]; problems?: string[] } {
  return said_json === '[]' ? {} : readRecord('media.said_json', id, said_json);
}

function lineOf(row: MediaRow): LibraryLine {
  return {
    ...viewOf(row),
    name: row.name,
    headline: row.headline,
    place: row.place,
    persons: row.persons,
    takenAt: row.taken_at,
    createdAt: row.created_at,
    ended: row.gone_at === null ? null : (row.ended_why ?? 'removed'),
    expiresAt: row.expires_at,
  };
}
