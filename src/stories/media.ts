/** Pictures: what is uploaded is read, turned upright, stripped of its hidden data and kept in the widths pages ask for. */
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../kit/refusal.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import { type PictureFile, readPicture } from './picture-file.ts';

export interface Picture {
  id: string;
  /** Of what is said of it; absent where nobody said it in the edition's, and the paper's own is taken. */
  language?: string;
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

const widths = [480, 960, 1600]; // a phone, a phone of high density or half a page, a page
const CARD_WIDTH = 1200;
const CARD_SHAPE = 2; // a card is no taller than twice its width: a long screenshot shows its top

export const mediaFolder = (newsroom: Newsroom): string => join(newsroom.settings.data, 'media');

export interface Upload {
  bytes: Uint8Array;
  alt: string;
  caption: string;
  credit: string;
  by: Actor;
}

/** Keeps a picture; refuses as `readPicture` does. One after the other in a process: one that is decoded may take 300 MB. */
export async function takePicture(newsroom: Newsroom, upload: Upload): Promise<{ pictureId: string }> {
  return newsroom.turns.take(() => keepPicture(newsroom, upload));
}

async function keepPicture(newsroom: Newsroom, upload: Upload): Promise<{ pictureId: string }> {
  const image = await readPicture(upload.bytes);
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
    await keep(card, await cardOf(image));
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
        unused_since: null,
        gone_at: null,
      })
      .execute();
  } catch (error) {
    await Promise.all(written.map((path) => rm(path, { force: true }))); // no half a picture stays behind
    throw error;
  }
  return { pictureId: id };
}

/** For programs that show links: a JPEG, which knows no transparency, so on white. */
async function cardOf(image: PictureFile): Promise<Buffer> {
  const width = Math.min(CARD_WIDTH, image.width);
  const height = Math.round((width / image.width) * image.height);
  const most = width * CARD_SHAPE;
  const scaled = image.scaled(width).flatten({ background: '#fff' });
  const cut = height > most ? scaled.resize({ width, height: most, fit: 'cover', position: 'top' }) : scaled;
  return cut.jpeg({ quality: 80, mozjpeg: true }).toBuffer();
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
  language?: string;
  alt: string;
  caption: string;
  credit: string;
  width: number;
  height: number;
}

export function pictureOf(row: MediaRow): Picture {
  const { id, alt, caption, credit, width, height } = row;
  const words = row.language === undefined ? { alt, caption } : { alt, caption, language: row.language };
  const sources = widthsFor(width).map((each) => ({ href: `/media/${id}-${each}.webp`, width: each }));
  return { id, ...words, credit, width, height, sources, card: `/media/${id}-card.jpg` };
}

/** Null where its files were removed since, because nothing showed it any more. Refuses with `not-found` what never was. */
export async function getPicture(newsroom: Newsroom, id: string): Promise<Picture | null> {
  const row = await newsroom.store.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirst();
  const known = row ?? refuse('not-found');
  return known.gone_at === null ? pictureOf(known) : null;
}
