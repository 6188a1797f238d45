/** What a file is by its first bytes, whatever its name says: a picture of a kind that is taken, or in words what it is and what to do. */
import { gunzipSync } from 'node:zlib';

export const TAKEN_KINDS = 'JPEG, PNG, WebP, GIF, AVIF, HEIC or TIFF';
const TAKEN = `Taken are ${TAKEN_KINDS}.`;
const RAW = `This is a camera's raw file. Export it as JPEG and send that. ${TAKEN}`;
const DRAWING = `This is a drawing (SVG), which is not taken. Save it as PNG and send that. ${TAKEN}`;
const HEAD = 20_000; // characters in which a drawing says that it is one: programs put licences and editors' notes before it

/** How others begin (Latin 1), what they are called, and what to do with them. */
const OTHERS: [begins: string[], words: string][] = [
  [['%PDF'], `This is a PDF. Save the page or picture you mean as PNG or JPEG and send that. ${TAKEN}`],
  [['8BPS'], `This is a Photoshop file (PSD). Export it as JPEG or PNG and send that. ${TAKEN}`],
  [['\xff\x0a', '\0\0\0\x0cJXL '], `This is JPEG XL, which not every browser shows. Export it as JPEG and send that. ${TAKEN}`],
  [['\0\0\0\x0cjP  ', '\xff\x4f\xff\x51'], `This is JPEG 2000, which browsers do not show. Export it as JPEG and send that. ${TAKEN}`],
  [['%!PS', '\xc5\xd0\xd3\xc6'], `This is a drawing (EPS). Export it as PNG and send that. ${TAKEN}`],
  [['\0\0\x01\0'], `This is an icon (ICO). Send the picture that it was made of. ${TAKEN}`],
  [['FUJIFILMCCD-RAW', 'IIRO', 'IIU\0'], RAW],
  [['PK\x03\x04'], `This is a packed file: a ZIP folder, or a document. Take the pictures out of it and send those. ${TAKEN}`],
  [['BM'], `This is a bitmap (BMP). Save it as PNG and send that. ${TAKEN}`],
]; // biome-ignore format: a table

export type PictureKind = { kind: 'taken' | 'heic' } | { kind: 'other'; words: string };

export function pictureKind(bytes: Uint8Array): PictureKind {
  const text = latin1(bytes, 0, 16);
  if (/^(?:II\*\0|MM\0\*)/.test(text)) return isRaw(bytes) ? other(RAW) : { kind: 'taken' };
  if (/^(?:\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|RIFF[\s\S]{4}WEBP)/.test(text)) return { kind: 'taken' };
  if (text.slice(4, 8) === 'ftyp') return kindOfBoxes(latin1(bytes, 8, Math.min(bytes.length, 64)));
  const known = OTHERS.find(([begins]) => begins.some((sign) => text.startsWith(sign)));
  if (known) return other(known[1]);
  return other(isDrawing(bytes) ? DRAWING : `This file is not a picture that is taken. ${TAKEN}`);
}

function other(words: string): PictureKind {
  return { kind: 'other', words };
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1');
}

/** ISO base media (ISO/IEC 14496-12): the major brand, then the compatible ones. */
function kindOfBoxes(brands: string): PictureKind {
  if (/^avis/.test(brands))
    return other(
      `This is a moving AVIF, which cannot be read here. Save it as WebP or GIF, or as a film (MP4), and send that. ${TAKEN}`,
    );
  if (/^avif/.test(brands) || (/^mif1/.test(brands) && brands.includes('avif'))) return { kind: 'taken' };
  if (/^(hei[cxms]|hev[cxm]|mif1|msf1)/.test(brands)) return { kind: 'heic' };
  if (/^crx /.test(brands)) return other(RAW);
  return other(`This is a film or sound. Taken here are pictures: ${TAKEN_KINDS}.`);
}

/** SVG, also in UTF-16, and packed. */
function isDrawing(bytes: Uint8Array): boolean {
  const start = unpacked(bytes).subarray(0, HEAD);
  const text = start.includes(0) ? start.toString('latin1').replaceAll('\0', '') : start.toString('latin1');
  return /<svg[\s>]/i.test(text);
}

function unpacked(bytes: Uint8Array): Buffer {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file[0] !== 0x1f || file[1] !== 0x8b) return file;
  try {
    return gunzipSync(file, { maxOutputLength: 10_000_000 });
  } catch {
    return file; // packed and broken, or a bomb: no drawing that anybody sent
  }
}

const NEW_SUBFILE_TYPE = 254; // TIFF 6.0, section 8: its lowest bit says that the picture is a smaller one of another in the file
const DNG_VERSION = 50706;

/** Raw files are TIFF whose first picture is a small one, for showing: taken as TIFF, the paper would have that. */
function isRaw(bytes: Uint8Array): boolean {
  if (latin1(bytes, 8, 10) === 'CR') return true; // Canon's CR2
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = bytes[0] === 0x49;
  const word = (at: number) => (at + 2 <= view.byteLength ? view.getUint16(at, isLittle) : 0);
  const long = (at: number) => (at + 4 <= view.byteLength ? view.getUint32(at, isLittle) : 0);
  const first = long(4);
  for (let entry = 0; entry < Math.min(word(first), 200); entry += 1) {
    const at = first + 2 + entry * 12;
    if (word(at) === DNG_VERSION || (word(at) === NEW_SUBFILE_TYPE && (long(at + 8) & 1) === 1)) return true;
  }
  return false;
}
