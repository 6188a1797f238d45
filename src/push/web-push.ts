/**
 * Encryption of one message for one device: RFC 8291 (Web Push) over RFC 8188 (aes128gcm), a single record, and a fresh
 * key pair and salt for each message.
 */
import { createCipheriv, createECDH, type ECDH, randomFillSync } from 'node:crypto';
import { once } from '../kit/once.ts';
import { QuickMac } from './quick-mac.ts';

export const LARGEST = 3_993; // bytes of plaintext: what is left of the 4,096 that every push service must take
const BUCKET = 512; // bytes to which a record is padded, so that a service cannot tell alerts apart by their length
const RECORD_SIZE = 4_096;
export const KEY_ID = 65; // bytes of an uncompressed point
const SALT = 16;
const HEADER = SALT + 4 + 1 + KEY_ID;
const TAG = 16;
export const SUM = 32; // bytes of SHA-256

/** The public half of what a browser gave us. */
export interface DeviceKeys {
  /** Uncompressed P-256 point, 65 bytes. */
  p256dh: Uint8Array;
  /** 16 bytes. */
  auth: Uint8Array;
}

/**
 * All of the costly half of an encryption, made ahead of the message. Good for one message only: the key pair in it must
 * not be used twice (RFC 8291 section 3.1). Never kept on a disk.
 */
export interface Ticket {
  publicKey: Buffer;
  ikm: Buffer;
}

/** What is made once for all tickets: the curve, from which each draws a key pair that the next one replaces, and HMACs of these lengths. */
const tools = once(() => ({
  curve: createECDH('prime256v1'), // to make it anew costs a tenth of all that is done with it
  extract: new QuickMac(SUM),
  expand: new QuickMac(KEY_INFO.length + 2 * KEY_ID + 1),
  prk: Buffer.alloc(SUM),
}));

/** Makes a ticket for one device. `pair` only in tests, to reproduce the RFC's own example. */
export function makeTicket(device: DeviceKeys, pair?: ECDH): Ticket {
  const { curve, extract, expand, prk } = tools();
  const ours = pair ?? curve;
  const publicKey = pair ? pair.getPublicKey() : ours.generateKeys();
  extract.text.set(ours.computeSecret(device.p256dh));
  extract.write(device.auth, prk);
  expand.text.set(KEY_INFO);
  expand.text.set(device.p256dh, KEY_INFO.length);
  expand.text.set(publicKey, KEY_INFO.length + KEY_ID);
  expand.text[expand.text.length - 1] = 1; // HKDF's counter (RFC 5869 section 2.3): all we draw fits its first block
  const ikm = Buffer.alloc(SUM);
  expand.write(prk, ikm);
  return { publicKey, ikm };
}

/** Text as the record that is encrypted: the last record's delimiter, then zeros up to the bucket. Refuses what is too long. */
export function recordOf(text: Uint8Array, padded = true): Buffer {
  if (text.length > LARGEST)
    throw new RangeError(`a push message holds ${LARGEST} bytes, this has ${text.length}`);
  const needed = text.length + 1;
  const size = padded ? Math.min(Math.ceil(needed / BUCKET) * BUCKET, LARGEST + 1) : needed;
  const record = Buffer.alloc(size);
  record.set(text);
  record[text.length] = 0x02; // RFC 8188 section 2: this is the last record
  return record;
}

/** Salts, 16 random bytes each, drawn from a thousand made at a time: asking for each alone costs ten times as much. */
function openSalts(): () => Uint8Array {
  const pool = Buffer.alloc(SALT * 1_000);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    at += SALT;
    return pool.subarray(at - SALT, at);
  };
}

/** How many bytes the body of a request will have. */
export function sealedLength(record: Uint8Array): number {
  return HEADER + record.length + TAG;
}

/** Seals records for one device after the other, and makes nothing on the way but the cipher. */
export class RecordSealer {
  readonly #extract = new QuickMac(SUM);
  readonly #forKey = new QuickMac(Buffer.from('Content-Encoding: aes128gcm\0\u0001'));
  readonly #forNonce = new QuickMac(Buffer.from('Content-Encoding: nonce\0\u0001'));
  readonly #prk = Buffer.alloc(SUM);
  readonly #drawn = [Buffer.alloc(SUM), Buffer.alloc(SUM)] as const;
  readonly #key = this.#drawn[0].subarray(0, 16);
  readonly #nonce = this.#drawn[1].subarray(0, 12);
  readonly #salts = openSalts();

  /** Writes the body of a request, `sealedLength` bytes. The ticket is used up. `salt` only in tests. */
  seal(into: Buffer, at: number, { ticket, record, salt = this.#salts() }: SealOrder): void {
    this.#extract.text.set(ticket.ikm);
    this.#extract.write(salt, this.#prk);
    this.#forKey.write(this.#prk, this.#drawn[0]);
    this.#forNonce.write(this.#prk, this.#drawn[1]);
    const cipher = createCipheriv('aes-128-gcm', this.#key, this.#nonce);
    into.set(salt, at);
    into.writeUInt32BE(RECORD_SIZE, at + SALT);
    into[at + SALT + 4] = KEY_ID;
    into.set(ticket.publicKey, at + SALT + 5);
    into.set(cipher.update(record), at + HEADER);
    cipher.final();
    into.set(cipher.getAuthTag(), at + HEADER + record.length);
  }
}

export interface SealOrder {
  ticket: Ticket;
  /** Of `recordOf`. */
  record: Buffer;
  salt?: Uint8Array;
}

const KEY_INFO = Buffer.from('WebPush: info\0');
