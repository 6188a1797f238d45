/**
 * Takes a document of another house into the library: what readers opened there by a link stays to be had here, as it came. Told by
 * its first bytes and the end of its name together, for a text and a table of figures have no first bytes of their own.
 */
import { createHash } from 'node:crypto';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { foundWords } from './found-words.ts';
import { openMediaFiles } from './media-files.ts';
import { findByHash, insertMedia } from './queries.ts';
import { recordingName } from './take-media.ts';
import { emptyRow, type TakenPicture, type Upload } from './take-picture.ts';

/** By the first bytes, in Latin 1: the endings that may have them. A PDF may have some lines of a mail before it. */
const KINDS: [begins: string, ends: RegExp][] = [
  ['PK\u0003\u0004', /^(?:docx|xlsx|pptx|od[tsp]|epub|zip)$/],
  ['\u00d0\u00cf\u0011\u00e0', /^(?:doc|xls|ppt)$/],
  ['{\\rtf', /^rtf$/],
];
const PDF = /%PDF-\d/;
/** Words and figures, which are no page and no program. */
const TEXT = /^(?:csv|txt)$/;
const NO_TEXT = /^\s*<(?:!doctype|html|\?xml|svg|script)/i;

const HEAD = 1_024; // bytes

/** Null for what is none of these. */
export function documentFormat(bytes: Uint8Array, name: string): string | null {
  const ending = /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const isText = TEXT.test(ending) && head !== '' && !head.includes('\u0000') && !NO_TEXT.test(head);
  const isKnown =
    isText ||
    (ending === 'pdf' && PDF.test(head)) ||
    KINDS.some(([begins, ends]) => head.startsWith(begins) && ends.test(ending));
  return isKnown ? ending : null;
}

/** Refuses with `upload-not-media` what is no document, with `media-ended` one that was taken out here. */
export async function takeDocument(
  newsroom: Newsroom,
  upload: Upload & { name: string },
): Promise<TakenPicture> {
  const format = documentFormat(upload.bytes, upload.name);
  if (format === null) {
    const words = 'This is no document of a kind that is kept.';
    return refuse('upload-not-media', { words, fields: { picture: words } });
  }
  const hash = createHash('sha256').update(upload.bytes).digest('hex');
  const known = await findByHash(newsroom, hash);
  if (known?.gone_at === null) return { pictureId: known.id, isKnown: true };
  if (known) return refuse('media-ended');
  const row = { ...emptyRow(newsroom, { ...upload, hash }), kind: 'document' as const, format };
  row.found_words = foundWords(row);
  const files = openMediaFiles(newsroom);
  await files.put(recordingName(row.id, format), upload.bytes);
  if (await insertMedia(newsroom, row)) return { pictureId: row.id, isKnown: false };
  await files.remove(recordingName(row.id, format));
  const first = (await findByHash(newsroom, hash)) ?? refuse('not-found');
  return { pictureId: first.id, isKnown: true };
}
