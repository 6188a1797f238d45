/**
 * Archives as every system unpacks them: POSIX ustar, and for a file of 8 GiB and more a pax header before it (IEEE 1003.1,
 * pax interchange format). Written and read by the newsroom's backup.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';

export interface TarEntry {
  /** With slashes; at most 100 bytes. */
  name: string;
  /** Where its bytes are, or the bytes themselves. */
  from: string | Buffer;
  /** Permission bits. */
  mode?: number;
}

/** A file within an archive, and the SHA-256 of its bytes in hexadecimal digits. */
export type Digests = Record<string, string>;

const BLOCK = 512;
const LONGEST_NAME = 100; // bytes
const LARGEST = 8 ** 11 - 1; // bytes that the header can say: eleven octal digits. More is said in a pax header

/**
 * Writes an archive and flushes it to the disk. Answers with the digests of what was written. `at` is the instant of
 * every entry, in milliseconds; `last` makes one more entry of the digests of the others. A file of more than `largest` bytes
 * has its size in a pax header.
 */
export async function writeTar(
  path: string,
  entries: TarEntry[],
  at: number,
  last?: (digests: Digests) => TarEntry,
  largest = LARGEST,
): Promise<Digests> {
  const file = await open(path, 'wx', 0o600);
  const digests: Digests = {};
  try {
    for (const entry of entries) digests[entry.name] = await writeEntry(file, entry, { at, largest });
    const sums = last?.(digests);
    if (sums) digests[sums.name] = await writeEntry(file, sums, { at, largest });
    await file.write(Buffer.alloc(2 * BLOCK));
    await file.sync();
  } finally {
    await file.close();
  }
  return digests;
}

async function writeEntry(
  file: FileHandle,
  { name, from, mode = 0o600 }: TarEntry,
  { at, largest }: { at: number; largest: number },
): Promise<string> {
  const size = typeof from === 'string' ? (await stat(from)).size : from.length;
  if (size > largest) {
    const record = paxRecord('size', String(size));
    await file.write(header({ name: PAX_NAME, size: record.length, mode, at, type: 'x' }));
    await file.write(Buffer.concat([record, Buffer.alloc(padding(record.length))]));
  }
  await file.write(header({ name, size: size > largest ? 0 : size, mode, at }));
  const digest = createHash('sha256');
  let written = 0;
  const parts = typeof from === 'string' ? createReadStream(from, { end: Math.max(0, size - 1) }) : [from];
  if (size > 0) {
    for await (const part of parts as AsyncIterable<Buffer>) {
      digest.update(part);
      await file.write(part);
      written += part.length;
    }
  }
  if (written !== size) throw new Error(`${name} became shorter while it was copied`);
  await file.write(Buffer.alloc(padding(size)));
  return digest.digest('hex');
}

const PAX_NAME = 'PaxHeader'; // of the entry that holds the record; no reader makes a file of it

const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

/** A record of a pax header: its whole length, its own digits included, then name and value. */
function paxRecord(name: string, value: string): Buffer {
  const rest = ` ${name}=${value}\n`;
  let length = rest.length + 1;
  while (String(length).length + rest.length !== length) length += 1;
  return Buffer.from(`${length}${rest}`);
}

interface Head {
  name: string;
  size: number;
  mode: number;
  at: number;
  /** A file, or the pax header of the one that follows. */
  type?: '0' | 'x';
}

function header({ name, size, mode, at, type = '0' }: Head): Buffer {
  if (Buffer.byteLength(name) > LONGEST_NAME) throw new Error(`${name} does not fit into a tar file`);
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, offset: number, digits: number) =>
    block.write(`${value.toString(8).padStart(digits, '0')}\0`, offset, 'latin1');
  block.write(name, 0, 'utf8');
  octal(mode, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(size, 124, 11);
  octal(Math.floor(at / 1000), 136, 11);
  block.write(`        ${type}`, 148, 'latin1'); // the sum is taken with spaces in its own place
  block.write('ustar\x0000', 257, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

/** Reads an archive back from the disk. Throws where it is cut off or a header does not add up. */
export async function digestTar(path: string): Promise<Digests> {
  const file = await open(path, 'r');
  const digests: Digests = {};
  try {
    let larger: number | null = null; // the size that a pax header says of the next file
    for (let offset = 0; ; ) {
      const block = await readExactly(file, offset, BLOCK);
      if (block.every((byte) => byte === 0)) return digests;
      const { name, size: said, isPax } = readHeader(block);
      const size: number = larger ?? said;
      larger = isPax ? readPaxSize(await readExactly(file, offset + BLOCK, size)) : null;
      if (!isPax) digests[name] = await digestOf(file, offset + BLOCK, size);
      offset += BLOCK + size + padding(size);
    }
  } finally {
    await file.close();
  }
}

function readHeader(block: Buffer): { name: string; size: number; isPax: boolean } {
  const text = (from: number, to: number) => block.toString('utf8', from, to).replace(/\0.*$/s, '');
  const said = Number.parseInt(text(148, 156), 8);
  const bare = Buffer.from(block).fill(' ', 148, 156);
  if (bare.reduce((total, byte) => total + byte, 0) !== said) throw new Error('a header does not add up');
  const isPax = text(156, 157) === 'x';
  return { name: text(0, 100), size: Number.parseInt(text(124, 136), 8), isPax };
}

function readPaxSize(records: Buffer): number | null {
  const size = /^\d+ size=(\d+)$/m.exec(records.toString('utf8'))?.[1];
  return size === undefined ? null : Number(size);
}

const CHUNK = 1024 * 1024; // bytes read at once

async function digestOf(file: FileHandle, start: number, size: number): Promise<string> {
  const digest = createHash('sha256');
  for (let done = 0; done < size; done += CHUNK) {
    digest.update(await readExactly(file, start + done, Math.min(CHUNK, size - done)));
  }
  return digest.digest('hex');
}

async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('the archive is cut off');
  return buffer;
}
