/** What stood in another house of something doubtful, packed for its row and read again: for the desk to see both side by side. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { readRecord } from '../store/json-column.ts';
import type { MoveOriginalsTable } from '../store/moving-tables.ts';
import type { PostRecord } from './records.ts';

export interface OriginalPage {
  headline: string;
  dek: string;
  byline: string;
  /** Milliseconds. */
  published: number | null;
  /** The address of its first picture there. */
  picture: string | null;
  language: string | null;
  markup: PostRecord['markup'];
  /** As it came, unread: never shown as it stands. */
  html: string;
  /** Whether there was more of it. */
  isCut: boolean;
}

const LONGEST = 200_000; // letters that are kept of a text to be looked at; the longest reports are a third of it

export function packedOriginal({
  html,
  ...page
}: Omit<OriginalPage, 'isCut'>): Pick<MoveOriginalsTable, 'page_json' | 'text_packed'> {
  const isCut = html.length > LONGEST;
  return {
    page_json: JSON.stringify({ ...page, isCut }),
    text_packed: deflateRawSync(isCut ? html.slice(0, LONGEST) : html),
  };
}

export function originalIn(row: MoveOriginalsTable): OriginalPage {
  const page = readRecord<Omit<OriginalPage, 'html'>>(
    'move_originals.page_json',
    row.foreign_id,
    row.page_json,
  );
  return { ...page, html: inflateRawSync(row.text_packed).toString('utf8') };
}
