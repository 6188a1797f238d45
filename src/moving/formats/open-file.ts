/** A file as text, piece by piece, however long: unpacked where it is gzip, decoded as it says, never whole in memory. */

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type TextReader, textReader } from '../../kit/western-letters.ts';
import { UnreadableSource } from '../records.ts';

const PIECE = 256 * 1024; // bytes read at a time
const HEAD = 4_096; // bytes by which a file is known

export interface FileHead {
  /** The first bytes, unpacked. */
  bytes: Buffer;
  isGzip: boolean;
}

/** The beginning of a file. Refuses in words what cannot be opened, and archives, which are unpacked first. */
export async function fileHead(path: string): Promise<FileHead> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableSource(fileWords(error));
  });
  try {
    const bytes = Buffer.alloc(HEAD);
    const { bytesRead } = await file.read(bytes, 0, HEAD, 0).catch((error: NodeJS.ErrnoException) => {
      throw new UnreadableSource(fileWords(error));
    });
    const head = bytes.subarray(0, bytesRead);
    refuseArchive(head);
    if (head[0] !== 0x1f || head[1] !== 0x8b) return { bytes: head, isGzip: false };
    for await (const piece of unpacked(path)) {
      refuseArchive(piece);
      return { bytes: piece.subarray(0, HEAD), isGzip: true };
    }
    return { bytes: Buffer.alloc(0), isGzip: true };
  } finally {
    await file.close();
  }
}

/** By the signs at its beginning, as latin1; a tar archive has its own behind the name of its first file. */
const ARCHIVES: readonly { at: number; signs: string; what: string }[] = [
  { at: 0, signs: 'PK\x03\x04', what: 'a zip archive' },
  { at: 257, signs: 'ustar', what: 'a tar archive' },
  { at: 0, signs: '7z\xbc\xaf', what: 'a 7z archive' },
  { at: 0, signs: 'Rar!', what: 'a rar archive' },
  { at: 0, signs: 'BZh', what: 'packed with bzip2' },
  { at: 0, signs: '\xfd7zXZ', what: 'packed with xz' },
  { at: 0, signs: '\x28\xb5\x2f\xfd', what: 'packed with zstd' },
];

function refuseArchive(head: Buffer): void {
  const text = head.toString('latin1', 0, HEAD);
  const found = ARCHIVES.find(({ at, signs }) => text.startsWith(signs, at));
  if (found) throw new UnreadableSource(`This is ${found.what}. Unpack it, and give the files in it.`);
}

/** The whole file as text. `hear` is told how many bytes of the file were read since it was last told. */
export async function* fileText(path: string, hear?: (bytes: number) => void): AsyncGenerator<string> {
  const head = await fileHead(path);
  const decoder = decoderFor(head.bytes);
  const stream = head.isGzip ? unpacked(path, hear) : pieces(path, hear);
  for await (const piece of stream) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** Its first letters, a quarter of a million at most; empty where it has none. */
export async function firstText(path: string): Promise<string> {
  for await (const text of fileText(path)) return text;
  return '';
}

async function* pieces(path: string, hear?: (bytes: number) => void): AsyncGenerator<Buffer> {
  const stream = createReadStream(path, { highWaterMark: PIECE });
  try {
    for await (const piece of stream) {
      hear?.((piece as Buffer).length);
      yield piece as Buffer;
    }
  } catch (error) {
    throw new UnreadableSource(fileWords(error as NodeJS.ErrnoException));
  } finally {
    stream.destroy();
  }
}

async function* unpacked(path: string, hear?: (bytes: number) => void): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const source = createReadStream(path, { highWaterMark: PIECE });
  source.on('data', (piece) => hear?.(piece.length));
  source.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const piece of source.pipe(gunzip) as Readable) yield piece as Buffer;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnreadableSource(
      code === 'Z_BUF_ERROR' ? 'The packed file is cut off.' : fileWords(error as NodeJS.ErrnoException),
    );
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/** The beginning of a file, as far as it was read, in letters. */
export const textOfHead = (head: Buffer): string => decoderFor(head).decode(head, { stream: true });

/** By its mark, by what an XML declaration says, else UTF-8; what is broken becomes a sign that says so. */
function decoderFor(head: Buffer): TextReader {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be');
  const said = /^[\s\S]{0,200}?<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head.toString('latin1'))?.[1];
  try {
    return textReader(said ?? 'utf-8');
  } catch {
    return new TextDecoder('utf-8'); // a label that nobody knows says nothing
  }
}

/** What the system says of a file, in words. */
export function fileWords({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EISDIR') return 'This is a folder.';
  if (code === 'EACCES') return 'It may not be read.';
  if (code?.startsWith('Z_')) return 'It is packed, and broken.';
  return message;
}
