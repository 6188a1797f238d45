/**
 * The file of a picture as it is sent in: whether it is one of the kinds we take, how large, how much of it is there. What
 * is refused is refused in words that say what to do. Only what is on the list reaches the decoder.
 */
import type { Metadata, Sharp } from 'sharp';
import { refuse } from '../kit/refusal.ts';
import type { Box, Size } from './cuts.ts';
import { decodedBase, type PictureBase } from './decode-picture.ts';
import { openHeic } from './heic.ts';
import { pictureKind, TAKEN_KINDS } from './picture-kind.ts';

/** A picture that can be decoded, upright. */
export interface PictureFile {
  /** In pixels, upright and turned as an editor said, and no larger than a page's file may be. */
  width: number;
  height: number;
  /** As the decoder names it: 'jpeg', 'png', 'webp', 'gif', 'avif', 'heic', 'tiff'. */
  format: string;
  /** Frames; 1 of what does not move. */
  frames: number;
  /** The packet of XMP that the decoder found. */
  xmp: string | undefined;
  /** What renditions are made of: decoded as it was opened, and kept as long as the picture is open. */
  base: PictureBase;
  /** A part of it, as large as it is. */
  cut(box: Box): Sharp;
  /** All frames at that width. */
  moving(width: number): Sharp;
}

export const LARGEST_PICTURE = 64 * 1024 * 1024; // bytes; 108 megapixels of a phone are half of it
const MOST_PIXELS = 210_000_000; // of kinds that are read line by line: the largest phone makes 200 megapixels
const MOST_AT_ONCE = 80_000_000; // of kinds that are decoded whole: 320 MB
const LONGEST_READ = 40_000; // pixels; what is longer is nobody's picture, and a strip of it would show nothing
const LONGEST_SIDE = 16_000; // pixels; WebP ends at 16,383
const SHORTEST_SIDE = 100; // pixels: below it is an icon, and a page would show a blot
const LEAST = 200; // pixels on its longer side
const MOST_FRAMES = 400; // of an animation: half a minute
const MOST_MOVING = 120_000_000; // pixels of all frames together
const DAMAGED =
  'This picture is damaged, or its end is missing. Send it once more, or save it anew as JPEG and send that.';
const BY_LINES = new Set(['jpeg', 'png', 'tiff']);

const BASE_WIDTH = 1600; // pixels of the largest rendition
const BASE_SHORT = 1200; // pixels of the shorter side: a square of it is as wide as feeds and search engines ask for
const BASE_PIXELS = 20_000_000; // 60 MB decoded; above it are scrolls, whose renditions are narrow

export interface PictureReading {
  /** By how many degrees clockwise an editor turned it. */
  turn?: number;
  /** Of the base, in pixels at most; where it is not said, what the renditions of its shapes need. */
  baseWidth?: number;
}

/**
 * Reads it. Refuses with `too-large` what has too many bytes or pixels, with `upload-not-image` what is no picture, one of a
 * kind that is not taken, one that breaks off, and one too small for a page; with words that stand beside the field `picture`.
 */
export async function readPicture(
  sent: Uint8Array,
  { turn = 0, baseWidth }: PictureReading = {},
): Promise<PictureFile> {
  if (sent.byteLength === 0) no('upload-not-image', 'This file is empty. Send it once more.');
  if (sent.byteLength > LARGEST_PICTURE) no('too-large', 'A picture may have 64 MB.');
  const kind = pictureKind(sent);
  if (kind.kind === 'other') no('upload-not-image', kind.words);
  const heic = kind.kind === 'heic' ? await openHeic(sent) : null;
  if (heic && !heic.ok) no('upload-not-image', heic.words);
  const bytes = heic?.ok ? heic.bytes : sent;
  const { default: sharp } = await import('sharp'); // 30 MB that a newsroom without new pictures does without
  sharp.concurrency(1); // two pictures at once are as many threads as they may take
  sharp.cache(false);
  const head = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => no('upload-not-image', DAMAGED));
  if (!decoders.has(head.format ?? ''))
    no('upload-not-image', `This is not a picture that is taken. Taken are ${TAKEN_KINDS}.`);
  const upright = heic?.ok === true || turn % 180 === 0;
  const size = heic?.ok ? { width: head.width, height: head.height } : head.autoOrient;
  const [width, height] = upright && turn % 180 === 0 ? [size.width, size.height] : [size.height, size.width];
  checkSize({ width, height, format: head.format ?? '' });
  const frames = framesOf(head);
  const fit = Math.min(1, LONGEST_SIDE / width, LONGEST_SIDE / height);
  const fitting = {
    width: Math.max(1, Math.round(width * fit)),
    height: Math.max(1, Math.round(height * fit)),
  };
  const open = (of: Uint8Array, failOn: 'error' | 'warning' | 'none'): Sharp => {
    const image = sharp(of, { limitInputPixels: MOST_PIXELS, failOn });
    return (heic?.ok ? image : image.autoOrient()).rotate(turn);
  };
  const { base, failOn } = await decodedBase(bytes, open, baseSize(fitting, baseWidth));
  return {
    ...fitting,
    format: heic ? 'heic' : head.format === 'heif' ? 'avif' : (head.format ?? ''),
    frames,
    xmp: head.xmp?.toString('utf8'),
    base,
    cut: ({ left, top, width: across, height: down }) => {
      const [x, y] = [Math.floor(left / fit), Math.floor(top / fit)];
      const [wide, high] = [Math.max(1, Math.floor(across / fit)), Math.max(1, Math.floor(down / fit))];
      return open(bytes, failOn).extract({
        left: Math.min(x, width - 1),
        top: Math.min(y, height - 1),
        width: Math.min(wide, Math.max(1, width - x)),
        height: Math.min(high, Math.max(1, height - y)),
      });
    },
    moving: (to) =>
      sharp(bytes, { limitInputPixels: MOST_MOVING, animated: true, failOn: 'none' }).resize({ width: to }),
  };
}

function baseSize({ width, height }: Size, most?: number): Size {
  const needed = most ? most / width : Math.max(BASE_WIDTH / width, BASE_SHORT / Math.min(width, height));
  const scale = Math.min(1, needed, Math.sqrt(BASE_PIXELS / (width * height)));
  return { width: Math.max(1, Math.round(width * scale)), height: LONGEST_SIDE };
}

/** Refuses what moves for longer than anybody watches; a still is a frame. */
function framesOf({ pages = 1, width, pageHeight, height, format }: Metadata): number {
  if (pages === 1 || !(format === 'gif' || format === 'webp')) return 1;
  if (pages > MOST_FRAMES)
    no(
      'too-large',
      `This animation has ${pages} frames; ${MOST_FRAMES} at most are taken. Send it as a film (MP4), or shorter.`,
    );
  if (pages * width * (pageHeight ?? height) > MOST_MOVING)
    no('too-large', 'This animation is too large to be kept moving. Send it as a film (MP4), or smaller.');
  return pages;
}

function no(code: 'too-large' | 'upload-not-image', words: string): never {
  return refuse(code, { words, fields: { picture: words } });
}

function checkSize({ width, height, format }: { width: number; height: number; format: string }): void {
  const most = BY_LINES.has(format) ? MOST_PIXELS : MOST_AT_ONCE;
  if (width * height > most) {
    const [millions, allowed] = [width * height, most].map((pixels) => Math.round(pixels / 1_000_000));
    no(
      'too-large',
      `This picture has ${millions} megapixels; ${allowed} at most are taken. Save it smaller, 8,000 pixels on its longer side, say, and send that.`,
    );
  }
  if (Math.max(width, height) > LONGEST_READ)
    no(
      'too-large',
      `This picture is ${width} × ${height} pixels; ${LONGEST_READ} at most are taken on a side. Cut it, or save it smaller, and send that.`,
    );
  if (Math.max(width, height) < LEAST || Math.min(width, height) < SHORTEST_SIDE)
    no(
      'upload-not-image',
      `This picture is ${width} × ${height} pixels, too small for a page: ${LEAST} on its longer side and ${SHORTEST_SIDE} on the other at least.`,
    );
}

const decoders = new Set(['jpeg', 'png', 'webp', 'gif', 'heif', 'tiff']); // `heif` is AVIF here: HEIC was told apart before
