/**
 * Makes the renditions of a picture of what it was decoded to (decode-picture.ts): the large ones of that, the small ones of those, each
 * size once for all its formats. One after the other; each is handed on before the next is made.
 */
import type { Sharp } from 'sharp';
import { type Box, boxOf, type Framing, type Size } from './cuts.ts';
import { type PictureBase, pixelsOf } from './decode-picture.ts';
import type { Rendition } from './picture.ts';
import type { PictureFile } from './picture-file.ts';

const AVIF = { quality: 52, effort: 0, chromaSubsampling: '4:2:0' } as const; // effort 1 takes three times as long, 4 forty times; on one drawn photo 1 gave the same noise at 6 % fewer to 6 % more bytes
const WEBP = { quality: 80, effort: 1 } as const; // for the few that read no AVIF: effort 2 takes a third longer for 6 % fewer bytes
const JPEG = { quality: 82, optimizeCoding: true } as const; // for feeds and cards: progressive takes twice as long for 5 % fewer bytes

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

export async function renderPicture(
  { file, size, framing, xmp, renditions }: Rendering,
  keep: (name: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const { default: sharp } = await import('sharp');
  const open = (base: PictureBase) => sharp(base.pixels, { raw: base });
  for (const sizes of shapesOf(renditions)) {
    let larger: PictureBase | null = null;
    for (const [first, ...others] of sizes) {
      const { width, height } = first;
      const made: PictureBase = await pixelsOf(
        (larger && isTwice(larger, first) ? open(larger) : cutFor(first)).resize({
          width,
          height,
          fit: 'fill',
        }),
      );
      for (const each of [first, ...others]) await keep(each.name, await encoded(open(made), each, xmp));
      larger = made;
    }
  }
  await renderMoving({ file, xmp, renditions }, keep);

  function cutFor(rendition: Rendition): Sharp {
    const box = boxOf(size, rendition.shape, framing);
    const isSmall = (box.width * file.base.width) / size.width < rendition.width; // a cut by hand from the midst
    if (isSmall && file.base.width < size.width) return file.cut(box);
    return cutOf(open(file.base), file.base, size, box);
  }
}

type SameSize = [Rendition, ...Rendition[]];

/** Of each shape its sizes, the largest first; of each size its formats. */
function shapesOf(renditions: Rendition[]): SameSize[][] {
  const still = renditions.filter(({ kind }) => kind !== 'moving').toSorted((a, b) => b.width - a.width);
  const shapes = new Map<string, Map<string, SameSize>>();
  for (const rendition of still) {
    const sizes = shapes.get(rendition.shape) ?? new Map<string, SameSize>();
    shapes.set(rendition.shape, sizes);
    const key = `${rendition.width} ${rendition.height}`;
    const same = sizes.get(key);
    if (same) same.push(rendition);
    else sizes.set(key, [rendition]);
  }
  return [...shapes.values()].map((sizes) => [...sizes.values()]);
}

/** What is made of twice as many pixels is as sharp as what is made of all of them. */
function isTwice(larger: Size, smaller: Size): boolean {
  return larger.width >= 2 * smaller.width && larger.height >= 2 * smaller.height;
}

function cutOf(image: Sharp, base: Size, size: Size, box: Box): Sharp {
  if (box.width === size.width && box.height === size.height) return image;
  const [across, down] = [base.width / size.width, base.height / size.height];
  const left = Math.min(base.width - 1, Math.round(box.left * across));
  const top = Math.min(base.height - 1, Math.round(box.top * down));
  const width = Math.max(1, Math.min(base.width - left, Math.round(box.width * across)));
  const height = Math.max(1, Math.min(base.height - top, Math.round(box.height * down)));
  return image.extract({ left, top, width, height });
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
