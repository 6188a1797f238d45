/**
 * A file sealed to a secret, piece by piece, so that one of any size passes through little memory and a piece that is missing,
 * moved or changed is noticed: the STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár 2015) over AES-256-GCM.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

const MARK = Buffer.from('crier sealed file 1\n');
const SALT = 32; // bytes; makes another key of the same secret for each file
const PIECE = 64 * 1024; // bytes of a file in one piece
const TAG = 16; // bytes

/** Seals `from` into `to`, which is overwritten. */
export async function sealFile(from: string, to: string, secret: string): Promise<void> {
  const salt = randomBytes(SALT);
  const key = keyOf(secret, salt);
  const file = await open(to, 'w', 0o600);
  try {
    await file.appendFile(Buffer.concat([MARK, salt]));
    let number = 0;
    for await (const { piece, isLast } of pieces(from, 0, PIECE)) {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number++, isLast));
      await file.appendFile(Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]));
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Opens it again; throws, in words, when it is not whole, not sealed, or sealed to another secret. */
export async function openSealedFile(from: string, to: string, secret: string): Promise<void> {
  if (!(await isSealedFile(from))) throw new Error('this is no file that Crier sealed');
  const source = await open(from, 'r');
  const salt = Buffer.alloc(SALT);
  await source.read(salt, 0, SALT, MARK.length);
  await source.close();
  const key = keyOf(secret, salt);
  const file = await open(to, 'w', 0o600);
  try {
    let number = 0;
    for await (const { piece, isLast } of pieces(from, MARK.length + SALT, PIECE + TAG)) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast));
      decipher.setAuthTag(piece.subarray(piece.length - TAG));
      const opened = decipher.update(piece.subarray(0, piece.length - TAG));
      try {
        decipher.final();
      } catch {
        // The cipher says no more than that it does not fit.
        throw new Error(
          number === 0 ? 'it is sealed to another secret' : 'a part of it is missing or was changed',
        );
      }
      await file.appendFile(opened);
      number += 1;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

export async function isSealedFile(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const mark = Buffer.alloc(MARK.length);
    await file.read(mark, 0, MARK.length, 0);
    return mark.equals(MARK);
  } finally {
    await file.close();
  }
}

const keyOf = (secret: string, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, 'crier sealed file', 32));

/** The number of the piece, and whether it is the last: none can be left out at the end, or put elsewhere. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Pieces of one length, the last shorter; an empty file is one empty piece. */
async function* pieces(
  path: string,
  start: number,
  length: number,
): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let held = Buffer.alloc(0);
  for await (const part of createReadStream(path, { start, highWaterMark: 4 * PIECE })) {
    held = Buffer.concat([held, part as Buffer]);
    while (held.length > length) {
      yield { piece: held.subarray(0, length), isLast: false };
      held = held.subarray(length);
    }
  }
  yield { piece: held, isLast: true };
}
