/**
 * Sealing of what must not be read from the database alone (addresses, endpoints) and keyed hashes to look it up by.
 * AES-256-GCM with a fresh nonce each; hashes are HMAC-SHA-256. Both keys are drawn from the newsroom's one secret.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const FORM = 1; // first byte of a sealed value, so that the way of sealing can change
const NONCE = 12;
const TAG = 16;

export interface Seal {
  /** Sealed bytes of a text. `purpose` is bound in: a value sealed for one purpose does not open for another. */
  close(purpose: string, text: string): Uint8Array;
  /** The text again; throws when the bytes were changed or sealed with another secret. */
  open(purpose: string, sealed: Uint8Array): string;
  /** Keyed hash, 43 characters of base64url. */
  hash(purpose: string, text: string): string;
  /** A value that proves it was signed here: `hash` compared in constant time. */
  matches(purpose: string, text: string, hash: string): boolean;
}

/** `secret`: 32 random bytes, kept in the keys folder. */
export function makeSeal(secret: Uint8Array): Seal {
  const sealing = derive(secret, 'sealing');
  const hashing = derive(secret, 'hashing');
  const hash = (purpose: string, text: string) =>
    createHmac('sha256', hashing).update(purpose).update('\0').update(text).digest('base64url');
  return {
    close(purpose, text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      cipher.setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(FORM), nonce, body, cipher.getAuthTag()]);
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(1, 1 + NONCE));
      decipher.setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
      const body = bytes.subarray(1 + NONCE, bytes.length - TAG);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
    hash,
    matches(purpose, text, given) {
      const wanted = Buffer.from(hash(purpose, text));
      const had = Buffer.from(given);
      return wanted.length === had.length && timingSafeEqual(wanted, had);
    },
  };
}

function derive(secret: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, 'crier', use, 32));
}
