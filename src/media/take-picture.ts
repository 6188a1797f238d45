/** Takes a picture into the library: once, by what is in it; with what its file says; in every rendition that pages ask for. */
import { createHash } from 'node:crypto';
import { refuse } from '../kit/refusal.ts';
import type { Helper } from '../kit/side-process.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import { type MediaTerms, mediaTermsOf } from '../rights/media-terms.ts';
import { framingOf, WHOLE } from './cuts.ts';
import { foundWords } from './found-words.ts';
import { openMediaFiles, originalName } from './media-files.ts';
import type { MediaFiles } from './media-store.ts';
import { type OpenPicture, openPicture, type PictureFacts } from './open-picture.ts';
import { renditionsOf } from './picture.ts';
import { findByHash, insertMedia, type MediaRow, type NewMedia, updateMedia } from './queries.ts';
import { rightsPacket } from './rights-packet.ts';
import { creditOf, type FileLine, type FileWords, firstSaid } from './said.ts';

/** Where a picture was received with an item of the wire. */
export interface MediaOrigin {
  sourceId: string;
  itemId: string;
  href: string;
  /** What it forbids, besides what its file says. */
  terms: MediaTerms;
  /** When it may be shown no more. */
  expiresAt: number | null;
}

export interface Upload {
  bytes: Uint8Array;
  /** What the file was called; empty where it had no name. */
  name?: string;
  /** Empty words are filled with what the file says of itself. */
  alt: string;
  caption: string;
  credit: string;
  origin?: MediaOrigin;
  by: Actor;
}

export interface TakenPicture {
  pictureId: string;
  /** It was in the library already. */
  isKnown: boolean;
}

/**
 * Keeps a picture; refuses as `readPicture` does, and with `media-ended` one that its agency killed. Two at once: what
 * one takes while it is decoded is 100 MB at most.
 */
export async function takePicture(newsroom: Newsroom, upload: Upload): Promise<TakenPicture> {
  const hash = createHash('sha256').update(upload.bytes).digest('hex');
  return newsroom.pictureHelpers.hire(async (helper) => {
    const known = await findByHash(newsroom, hash);
    return known
      ? useKnown(newsroom, known, { upload, helper })
      : keepPicture(newsroom, { ...upload, hash }, helper);
  });
}

/** The same file again: words that were missing are filled, what was taken out comes back. */
async function useKnown(
  newsroom: Newsroom,
  row: MediaRow,
  { upload, helper }: { upload: Upload; helper: Helper },
): Promise<TakenPicture> {
  if (row.ended_why === 'killed')
    return refuse('media-ended', {
      because: 'pictureKilled',
    });
  const fill = (had: string, given: string) => (had === '' ? given.trim() : had);
  const words = {
    alt: fill(row.alt, upload.alt),
    caption: fill(row.caption, upload.caption),
    credit: fill(row.credit, upload.credit),
  };
  const isBack = row.gone_at !== null && (row.expires_at === null || row.expires_at > newsroom.clock.now());
  if (row.gone_at !== null && !isBack) return refuse('media-ended', { because: 'pictureTimeOver' });
  const changed = { ...row, ...words };
  if (isBack) await renderRow(newsroom, changed, await openPicture(helper, upload.bytes, { turn: row.turn }));
  const back = isBack ? { gone_at: null, ended_why: null } : {};
  await updateMedia(newsroom, row.id, { ...words, ...back, found_words: foundWords(changed) });
  return { pictureId: row.id, isKnown: true };
}

async function keepPicture(
  newsroom: Newsroom,
  upload: Upload & { hash: string },
  helper: Helper,
): Promise<TakenPicture> {
  const file = await openPicture(helper, upload.bytes);
  const says = await file.said();
  const row = rowOf(newsroom, upload, file, says);
  const files = openMediaFiles(newsroom);
  const original = originalName(upload.hash);
  try {
    await files.put(original, upload.bytes);
    await renderRow(newsroom, row, file);
    if (await insertMedia(newsroom, row)) return { pictureId: row.id, isKnown: false };
  } catch (error) {
    await removeRenditions(files, row);
    // Another upload of the same file may stand on the original by now.
    if (!(await findByHash(newsroom, upload.hash).catch(() => row))) await files.remove(original);
    throw error;
  }
  await removeRenditions(files, row);
  const first = (await findByHash(newsroom, upload.hash)) ?? refuse('not-found');
  return { pictureId: first.id, isKnown: true };
}

/** Makes the files of a row's version; those of others stay. */
export async function renderRow(
  newsroom: Pick<Newsroom, 'settings'>,
  row: RenderRow,
  file: OpenPicture,
): Promise<void> {
  const files = openMediaFiles(newsroom);
  const framing = framingOf(row);
  const size = { width: row.width, height: row.height };
  const renditions = renditionsOf(row);
  await file.render({ size, framing, xmp: rightsPacket(row), renditions }, (name, bytes) =>
    files.put(name, bytes),
  );
}

export type RenderRow = Omit<MediaRow, 'unused_since'>;

export async function removeRenditions(
  files: MediaFiles,
  row: Parameters<typeof renditionsOf>[0],
): Promise<void> {
  await Promise.all(renditionsOf(row).map(({ name }) => files.remove(name)));
}

/** A row of which its file has said nothing. */
export function emptyRow(newsroom: Newsroom, upload: Upload & { hash: string }) {
  const file = { width: 0, height: 0, format: '', frames: 1 };
  return rowOf(newsroom, upload, file, { said: [], credentials: '', problems: [] });
}

function rowOf(
  newsroom: Newsroom,
  upload: Upload & { hash: string },
  file: Omit<PictureFacts, 'xmp'>,
  { said, credentials, problems }: FileWords,
): RenderRow & NewMedia {
  const word = (field: FileLine['field']) => firstSaid(said, field);
  const own = mediaTermsOf([word('usageTerms'), word('instructions')], newsroom.clock.now());
  const terms: MediaTerms = { ...own, ...upload.origin?.terms };
  const ends = [own.until, terms.until, upload.origin?.expiresAt].filter((at) => typeof at === 'number');
  const id = newsroom.ids.next();
  const row = {
    id,
    file: id,
    kind: 'picture' as const,
    width: file.width,
    height: file.height,
    alt: upload.alt.trim() || word('alt'),
    caption: upload.caption.trim() || word('caption'),
    credit: upload.credit.trim() || creditOf(said),
    by_id: upload.by.id ?? '',
    created_at: newsroom.clock.now(),
    unused_since: null,
    gone_at: null,
    hash: upload.hash,
    name: (upload.name ?? '').slice(0, LONGEST_NAME),
    format: file.format,
    size: upload.bytes.byteLength,
    version: 1,
    headline: word('headline'),
    creator: word('creator'),
    copyright: word('copyright'),
    usage_terms: word('usageTerms'),
    web_statement: webAddress(word('webStatement')),
    licensor: word('licensor'),
    source_type: word('sourceType'),
    data_mining: word('dataMining'),
    taken_at: word('takenAt'),
    place: word('place'),
    persons: word('persons'),
    said_json: JSON.stringify({ said, problems }),
    found_words: '',
    is_decorative: 0 as const,
    is_moving: file.frames > 1 ? (1 as const) : (0 as const),
    turn: 0,
    focus_json: null,
    cuts_json: terms.cuts === false ? WHOLE : '{}',
    credentials,
    seconds: null,
    tracks_json: '[]',
    source_id: upload.origin?.sourceId ?? null,
    item_id: upload.origin?.itemId ?? null,
    href: upload.origin?.href ?? null,
    terms_json: JSON.stringify(terms),
    expires_at: ends.length > 0 ? Math.min(...ends) : null,
    ended_why: null,
  };
  return { ...row, found_words: foundWords(row) };
}

const LONGEST_NAME = 200; // characters; file systems end at 255 bytes

/** Only what leads somewhere on the web is linked from pages. */
function webAddress(text: string): string {
  return /^https?:\/\/\S+$/i.test(text) ? text : '';
}
