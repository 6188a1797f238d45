/**
 * A picture decoded, once: turned upright, its colours brought to sRGB with 8 bits, scaled down to what the largest rendition needs. What
 * is not all there is found out on the way.
 */
import type { Sharp } from 'sharp';
import { refuse } from '../kit/refusal.ts';
import type { Size } from './cuts.ts';
import { lacksLastPasses } from './jpeg-scans.ts';

/** Pixels, row by row. */
export interface PictureBase extends Size {
  pixels: Buffer;
  channels: 1 | 2 | 3 | 4;
}

type FailOn = 'warning' | 'error' | 'none';
/** Opens bytes as strictly as that. */
type Opening = (bytes: Uint8Array, failOn: FailOn) => Sharp;

const ROWS = 400; // into which a picture is drawn together, to see where it ends
const MOST_LOST = 0.02; // of its rows: what a file without its last bytes lacks, and nobody sees
const JPEG_END = Buffer.from([0xff, 0xd9]); // EOI, ISO/IEC 10918-1 B.1.1.3

/**
 * Strictly where it can be. A file without its end (phones and wires lose the last bytes) is shown by every browser: it is read
 * as far as it goes, unless rows at the bottom are missing. Decoders fill those with one colour. Refuses with `upload-not-image` one
 * that breaks off or is damaged. `failOn` is how it can be read again.
 */
export async function decodedBase(
  bytes: Uint8Array,
  open: Opening,
  within: Size,
): Promise<{ base: PictureBase; failOn: 'error' | 'none' }> {
  const decode = (of: Uint8Array, failOn: FailOn) =>
    pixelsOf(open(of, failOn).resize({ ...within, fit: 'inside', withoutEnlargement: true }));
  const asked = (of: Uint8Array, failOn: FailOn) => decode(of, failOn).catch(() => null);
  const whole = await asked(bytes, 'error');
  if (whole) return { base: whole, failOn: 'error' };
  // An end in the midst of the picture is a warning only, so nothing may be said at all.
  const isJpeg = bytes[0] === 0xff;
  const ended = isJpeg ? await asked(Buffer.concat([bytes, JPEG_END]), 'warning') : null;
  if (ended) return { base: ended, failOn: 'none' };
  const base =
    (await asked(bytes, 'none')) ??
    refuseAs('This picture is damaged. Send it once more, or save it anew and send that.');
  if (isJpeg && lacksLastPasses(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
    refuseAs('This picture breaks off before it is sharp. Send it once more.');
  if (await breaksOff(base))
    refuseAs('This picture breaks off: its lower part is missing. Send it once more.');
  return { base, failOn: 'none' };
}

function refuseAs(words: string): never {
  return refuse('upload-not-image', { words, fields: { picture: words } });
}

/** The pixels of an image as raw, which any other image can be made of. */
export async function pixelsOf(image: Sharp): Promise<PictureBase> {
  const { data, info } = await image
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const channels = info.channels as PictureBase['channels'];
  return { pixels: data, width: info.width, height: info.height, channels };
}

/** Whether rows at the bottom are all of one colour, more of them than nobody sees. */
async function breaksOff(base: PictureBase): Promise<boolean> {
  const { default: sharp } = await import('sharp');
  const rows = await sharp(base.pixels, { raw: base })
    .resize({ width: 32, height: ROWS, fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
  return emptyAtEnd(rows) > MOST_LOST * ROWS;
}

function emptyAtEnd(pixels: Buffer): number {
  const across = pixels.length / ROWS;
  const last = pixels[pixels.length - 1] ?? 0;
  for (let row = 0; row < ROWS; row += 1) {
    const from = pixels.length - (row + 1) * across;
    for (let at = from; at < from + across; at += 1) if (Math.abs((pixels[at] ?? 0) - last) > 1) return row;
  }
  return ROWS;
}
