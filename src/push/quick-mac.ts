/**
 * HMAC-SHA-256 (RFC 2104) of texts of one length, by Node's own hash in one call each: an object of Node's for every HMAC costs three
 * times as much as what it works out, and its garbage as much again. Bytes are written where they are wanted.
 */
import { hash } from 'node:crypto';

const BLOCK = 64; // bytes of SHA-256's input
const SUM = 32;
const INNER = 0x36;
const OUTER = 0x5c;

export class QuickMac {
  /** What is signed: to be filled before `write`, and good for as many keys as it stays. */
  readonly text: Buffer;
  readonly #inner: Buffer;
  readonly #outer = Buffer.alloc(BLOCK + SUM);
  /** How long the key before was: what stands behind it stays. */
  #keyed = BLOCK;

  /** `text`: where it is always the same; else its length. */
  constructor(text: Uint8Array | number) {
    const length = typeof text === 'number' ? text : text.length;
    this.#inner = Buffer.alloc(BLOCK + length);
    this.text = this.#inner.subarray(BLOCK);
    if (typeof text !== 'number') this.text.set(text);
  }

  /** Writes the 32 bytes for a key of at most 64. */
  write(key: Uint8Array, into: Buffer): void {
    const [inner, outer] = [this.#inner, this.#outer];
    for (let at = 0; at < key.length; at += 1) {
      inner[at] = (key[at] as number) ^ INNER;
      outer[at] = (key[at] as number) ^ OUTER;
    }
    for (let at = key.length; at < this.#keyed; at += 1) {
      inner[at] = INNER;
      outer[at] = OUTER;
    }
    this.#keyed = key.length;
    outer.write(hash('sha256', inner, 'binary'), BLOCK, 'latin1');
    into.write(hash('sha256', outer, 'binary'), 0, 'latin1');
  }
}
