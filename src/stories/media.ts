/** Pictures: what is uploaded is read, turned upright, stripped of its hidden data and kept in the widths pages ask for. */
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../kit/refusal.ts';
import type { Actor, Newsroom } from '../newsroom.ts';

export interface Picture {
  id: string;
  alt: string;
  caption: string;
  credit: string;
  width: number;
  height: number;
  /** WebP in rising widths, for srcset. */
  sources: { href: string; width: number }[];
  /** JPEG for programs that show links as cards. */
  card: string;
}

const LARGEST_UPLOAD = 25 * 1024 * 1024; // bytes; a camera's JPEG is under 15 MB
const MOST_PIXELS = 80_000_000; // a picture that decodes to more is a bomb or a scan
const widths = [480, 960, 1600]; // a phone, a phone of high density or half a page, a page
const CARD_WIDTH = 1200;

export const mediaFolder = (newsroom: Newsroom): string => join(newsroom.settings.data, 'media');

/** Keeps a picture. Refuses what is not a readable image with `upload-not-image`, what is too big with `too-large`. */
export async function takePicture(
  newsroom: Newsroom,
  upload: { bytes: Uint8Array; alt: string; caption: string; credit: string; by: Actor },
): Promise<{ pictureId: string }> {
  if (upload.bytes.byteLength > LARGEST_UPLOAD) refuse('too-large', { words: 'A picture may have 25 MB.' });
  const image = await readImage(upload.bytes);
  const id = newsroom.ids.next();
  const folder = mediaFolder(newsroom);
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  try {
    for (const width of widthsFor(image.width)) {
      const path = join(folder, `${id}-${width}.webp`);
      written.push(path);
      await keep(path, await image.scaled(width).webp({ quality: 80 }).toBuffer());
    }
    const card = join(folder, `${id}-card.jpg`);
    written.push(card);
    await keep(
      card,
      await image.scaled(Math.min(CARD_WIDTH, image.width)).jpeg({ quality: 80, mozjpeg: true }).toBuffer(),
    );
    await newsroom.store
      .insertInto('media')
      .values({
        id,
        file: id,
        kind: 'picture',
        width: image.width,
        height: image.height,
        alt: upload.alt.trim(),
        caption: upload.caption.trim(),
        credit: upload.credit.trim(),
        by_id: upload.by.id ?? '',
        created_at: newsroom.clock.now(),
      })
      .execute();
  } catch (error) {
    await Promise.all(written.map((path) => rm(path, { force: true }))); // no half a picture stays behind
    throw error;
  }
  return { pictureId: id };
}

async function readImage(bytes: Uint8Array) {
  const { default: sharp } = await import('sharp'); // 30 MB that a newsroom without new pictures does without
  const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate();
  // Decoding all of it here makes a file that breaks off half-way a refusal, not a bug later.
  const decoded = await source.toBuffer({ resolveWithObject: true }).catch(() => refuse('upload-not-image'));
  const { width, height } = decoded.info;
  return {
    width,
    height,
    scaled: (to: number) => sharp(decoded.data, { limitInputPixels: MOST_PIXELS }).resize({ width: to }),
  };
}

function widthsFor(full: number): number[] {
  const fitting = widths.filter((width) => width < full);
  return fitting.length < widths.length ? [...fitting, full] : fitting;
}

async function keep(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

interface MediaRow {
  id: string;
  alt: string;
  caption: string;
  credit: string;
  width: number;
  height: number;
}

export function pictureOf(row: MediaRow): Picture {
  const { id, alt, caption, credit, width, height } = row;
  const sources = widthsFor(width).map((each) => ({ href: `/media/${id}-${each}.webp`, width: each }));
  return { id, alt, caption, credit, width, height, sources, card: `/media/${id}-card.jpg` };
}

export async function getPicture(newsroom: Newsroom, id: string): Promise<Picture> {
  const row = await newsroom.store.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirst();
  return pictureOf(row ?? refuse('not-found'));
}
