/**
 * Makes the renditions of a picture: decoded once, turned upright, its colours brought to sRGB with 8 bits, scaled down to what
 * the largest needs; every other is made of that. One after the other; each is handed on before the next is made.
 */
import type { Sharp } from 'sharp';
import { type Box, boxOf, type Framing, type Size } from './cuts.ts';
import type { Rendition } from './picture.ts';
import type { PictureFile } from './picture-file.ts';

const BASE_WIDTH = 2400; // pixels; cuts of a landscape are two thirds of it, and the largest rendition is 1,600
const BASE_PIXELS = 20_000_000; // 60 MB decoded; above it are scrolls, whose renditions are narrow
const AVIF = { quality: 52, effort: 0, chromaSubsampling: '4:2:0' } as const; // effort 1 takes three times as long, 4 forty times; on one drawn photo 1 gave the same noise at 6 % fewer to 6 % more bytes
const WEBP = { quality: 80, effort: 2 } as const;
const JPEG = { quality: 82, progressive: true, optimizeCoding: true } as const;

/** What is rendered of which picture. */
export interface Rendering {
  file: PictureFile;
  /** Of the upright picture as an editor turned it, see `readPicture`. */
  size: Size;
  framing: Framing;
  /** Written into each: the packet of rights, see rights-packet.ts. */
  xmp: string;
  renditions: Rendition[];
}

interface Base {
  pixels: Buffer;
  width: number;
  height: number;
  channels: 1 | 2 | 3 | 4;
}

export async function renderPicture(
  { file, size, framing, xmp, renditions }: Rendering,
  keep: (name: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const scale = Math.min(1, BASE_WIDTH / size.width, Math.sqrt(BASE_PIXELS / (size.width * size.height)));
  const base = await pixelsOf(file.scaled(Math.max(1, Math.round(size.width * scale))));
  const { default: sharp } = await import('sharp');
  for (const rendition of renditions) {
    if (rendition.kind === 'moving') continue;
    const box = boxOf(size, rendition.shape, framing);
    const isSmall = (box.width * base.width) / size.width < rendition.width; // a cut by hand from the midst
    const image =
      isSmall && scale < 1 ? file.cut(box) : cutOf(sharp(base.pixels, { raw: base }), base, size, box);
    const { width, height } = rendition;
    await keep(rendition.name, await encoded(image.resize({ width, height, fit: 'fill' }), rendition, xmp));
  }
  await renderMoving({ file, xmp, renditions }, keep);
}

function cutOf(image: Sharp, base: Base, size: Size, box: Box): Sharp {
  if (box.width === size.width && box.height === size.height) return image;
  const [across, down] = [base.width / size.width, base.height / size.height];
  const left = Math.min(base.width - 1, Math.round(box.left * across));
  const top = Math.min(base.height - 1, Math.round(box.top * down));
  const width = Math.max(1, Math.min(base.width - left, Math.round(box.width * across)));
  const height = Math.max(1, Math.min(base.height - top, Math.round(box.height * down)));
  return image.extract({ left, top, width, height });
}

async function pixelsOf(image: Sharp): Promise<Base> {
  const { data, info } = await image
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return {
    pixels: data,
    width: info.width,
    height: info.height,
    channels: info.channels as Base['channels'],
  };
}

/** A JPEG knows no transparency, and stands on white: what shows links as cards is white itself. */
function encoded(image: Sharp, { kind }: Rendition, xmp: string): Promise<Buffer> {
  const signed = image.withXmp(xmp);
  if (kind === 'avif') return signed.avif(AVIF).toBuffer();
  if (kind === 'webp') return signed.webp(WEBP).toBuffer();
  return signed.flatten({ background: '#fff' }).jpeg(JPEG).toBuffer();
}

async function renderMoving(
  { file, xmp, renditions }: Pick<Rendering, 'file' | 'xmp' | 'renditions'>,
  keep: (name: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  for (const { kind, name, width } of renditions)
    if (kind === 'moving') await keep(name, await file.moving(width).withXmp(xmp).webp(WEBP).toBuffer());
}
